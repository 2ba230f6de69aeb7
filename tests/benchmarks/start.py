"""From process start to the first painted window, beside a bare window of Qt."""

from __future__ import annotations

import time
from pathlib import Path

from tests.benchmarks.kind import draai
from tests.benchmarks.meting import Meting

KEREN = 9


def meet(werkmap: Path) -> list[Meting]:
    """Alternating starts of the program (lock screen) and of a bare window."""
    from desktop.store.bestanden import SLEUTEL as SLEUTELBESTAND
    from desktop.store.sleutel import Sleutelbestand

    map_ = werkmap / "start"
    map_.mkdir()
    Sleutelbestand(map_ / SLEUTELBESTAND).maak("vier mensen aan tafel")
    tijden: dict[str, list[float]] = {"programma": [], "kaal": []}
    for ronde in range(KEREN + 1):
        for wie, lijst in tijden.items():
            begin = time.monotonic()
            geverfd = draai(werkmap, "startkind", wie, map_)
            if ronde:  # the first one only warms the disk
                lijst.append((geverfd - begin) * 1000)
    return [
        Meting(
            "processtart tot eerste venster (slot)",
            tijden["programma"],
            tijden["kaal"],
            kaal_is="een proces met een QMainWindow met een QLabel, om en om gestart",
            grens=1.6,
            over_kaal=True,
            strikt=False,
        )
    ]
