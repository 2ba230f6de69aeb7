"""The benchmarks: `python3 packaging/dev.py bench` prints what was measured beside what was asked.

Every line stands beside a bare reference that was measured in the same run, so that
the ratio says something on another machine too.
"""
