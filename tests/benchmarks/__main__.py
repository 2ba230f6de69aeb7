"""Runs every line, or only the parts that are named, and prints the table."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import psutil

from tests.benchmarks import (
    aanraking,
    geheugen,
    ontgrendelen,
    opslag,
    pdf,
    plan,
    spraak,
    start,
    taalwissel,
    telefoonblad,
    termijnen,
    toets,
    toetsagenda,
    uitwisseling,
    veel_laptops,
    zoeken,
)
from tests.benchmarks.meting import Meting, tabel
from tests.benchmarks.vulling import vul


def schijfmap() -> str | None:
    """Where the stores come: on Linux not in /tmp, which may be memory and then costs no fsync."""
    return "/var/tmp" if sys.platform == "linux" and Path("/var/tmp").is_dir() else None


def onderdelen(werkmap: Path) -> dict[str, Callable[[], list[Meting]]]:
    """The parts by name, in the order of the table."""
    groot = cache(lambda: vul(werkmap / "honderdduizend", 100_000))
    klein = cache(lambda: vul(werkmap / "klein", 1_000))
    return {
        "start": lambda: start.meet(werkmap),
        "ontgrendelen": lambda: ontgrendelen.meet(werkmap),
        "aanraking": lambda: aanraking.meet(werkmap),
        "opslag": lambda: opslag.meet(werkmap),
        "zoeken": lambda: zoeken.meet(werkmap, groot()),
        "geheugen": lambda: geheugen.meet(werkmap, groot(), klein()),
        "pdf": lambda: pdf.meet_pdf(werkmap),
        "taalwissel": lambda: taalwissel.meet(werkmap),
        "spraak": lambda: spraak.meet(werkmap),
        "telefoonblad": lambda: telefoonblad.meet(werkmap),
        "plan": lambda: plan.meet(werkmap),
        "termijnen": lambda: termijnen.meet(werkmap),
        "toets": lambda: toets.meet(werkmap) + toetsagenda.meet(werkmap),
        "uitwisseling": lambda: uitwisseling.meet(werkmap),
        "laptops": lambda: veel_laptops.meet(werkmap),
    }


def _kop() -> str:
    from PySide6 import __version__ as pyside

    return (
        f"Viergesprek, gemeten op {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, PySide6 {pyside}"
    )


def _drukte() -> str:
    """A warning when others were at work too: the times are then no judgement."""
    kernen = psutil.cpu_count() or 1
    last = psutil.getloadavg()[0]
    if last <= kernen * 0.75:
        return ""
    return f" Let op: deze computer was druk (belasting {last:.1f} op {kernen} kernen)."


def main(namen: list[str]) -> int:
    """Measures and prints; not 0 only when a line could not be measured at all."""
    werkmap = Path(tempfile.mkdtemp(prefix="viergesprek-bench-", dir=schijfmap()))
    begin, drukte = time.monotonic(), _drukte()
    metingen: list[Meting] = []
    mislukt = False
    try:
        delen = onderdelen(werkmap)
        if onbekend := set(namen) - set(delen):
            print(f"Onbekend: {', '.join(sorted(onbekend))}. Kies uit: {', '.join(delen)}.")
            return 2
        for naam, meet in delen.items():
            if namen and naam not in namen:
                continue
            print(f"meet {naam} ...", file=sys.stderr, flush=True)
            try:
                metingen += meet()
            except Exception as fout:  # one broken line must not hide the others
                mislukt = True
                metingen.append(Meting(naam, woord="MISLUKT", bij=f"{type(fout).__name__}: {fout}"))
    finally:
        shutil.rmtree(werkmap, ignore_errors=True)
    duur = f"In {time.monotonic() - begin:.0f} s.{drukte or _drukte()}"
    print("\n\n".join((_kop(), tabel(metingen), duur)))
    return 1 if mislukt else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
