"""Memory of the list screen over 100,000 dossiers, beside the same screen over 1,000."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.kind import antwoord, draai
from tests.benchmarks.meting import Meting

KEREN = 3


def meet(werkmap: Path, groot: Path, klein: Path) -> list[Meting]:
    """The same gestures over both stores, in turn."""
    mb: dict[Path, list[float]] = {groot: [], klein: []}
    for _ in range(KEREN):
        for map_, lijst in mb.items():
            lijst.append(draai(werkmap, "geheugen", map_))
    return [
        Meting(
            "geheugen van de lijst, 100.000 dossiers",
            mb[groot],
            mb[klein],
            kaal_is="RSS van hetzelfde scherm over 1.000 dossiers, na dezelfde gebaren",
            grens=1.5,
            over_kaal=True,
            eenheid="MB",
        )
    ]


def _kind(map_: Path) -> None:
    import psutil
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tests.benchmarks.lijstscherm import open_lijst
    from tests.benchmarks.verf import verwerk

    _, _, werkruimte = open_lijst(map_)
    lijst = werkruimte.lijst
    toetsen = Qt.Key
    for toets in (toetsen.Key_End, toetsen.Key_Home, *[toetsen.Key_PageDown] * 40):
        QTest.keyClick(lijst.tabel, toets)
        verwerk(0.01)
    for letter in "moh":
        QTest.keyClicks(lijst.zoekveld, letter)
        verwerk(0.05)
    lijst.zoekveld.clear()
    verwerk(0.2)
    antwoord(psutil.Process().memory_info().rss / 1e6)


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
