"""A disk that is really full: a small file system in memory. Needs the right to mount."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def kleine_schijf(plek: Path, kilobytes: int) -> Iterator[Path]:
    """Mounts a disk of this size at `plek`; skips the test where that is not allowed."""
    plek.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(plek)],
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("may not mount a small disk here")
    try:
        yield plek
    finally:
        subprocess.run(["umount", "-l", str(plek)], check=True, capture_output=True)
