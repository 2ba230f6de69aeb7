"""Searching as one types, over 100,000 dossiers."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import SLEUTEL, antwoord, draai
from tests.benchmarks.meting import Meting
from tests.benchmarks.vulling import bsn, v_nummer

GETYPT = (
    "mohammed",
    "moha hass",
    bsn(49_999),
    v_nummer(73_001),
    "ali zz",
    "zzyx",
    "tesfai",
    "hassan mohammed",
    "al-hassan f",
)
"""Typed letter by letter."""

RONDEN = 3
HOOGSTENS_S = 20.0
"""A slow search may cost letters, not the whole run."""


def meet(werkmap: Path, map_: Path) -> list[Meting]:
    """Each keystroke alone in the store, and on the screen until the list is painted."""
    uit = draai(werkmap, "zoeken", map_)

    def meting(naam: str, wat: str, kaal: str) -> Meting:
        ms = [t for _, t in uit[naam]]
        letter, traagst = max(uit[naam], key=lambda paar: paar[1])
        return Meting(
            wat,
            ms,
            uit["kaal"],
            kaal_is=kaal,
            grens=50,
            bij=f"traagste aanslag: '{letter}' ({traagst:.0f} ms)",
        )

    kaal = "dezelfde letters, één SELECT over het bereik van de zoeksleutels, 50 rijen"
    return [
        meting("store", "zoeken, per aanslag, 100.000 dossiers", kaal),
        meting("scherm", "  tot de lijst geverfd is", ""),
    ]


def _aanslagen() -> list[str]:
    return [woord[:n] for woord in GETYPT for n in range(1, len(woord) + 1)]


def _kale_zoeker(map_: Path) -> Any:
    from desktop.store.motor import verbind

    verbinding = verbind(map_ / "viergesprek.db", SLEUTEL)
    vraag = (
        "SELECT d.id, d.voornamen, d.achternaam, d.geboortedatum, d.gemeente, d.spreektaal, "
        "d.v_nummer FROM zoeksleutel s JOIN dossier d ON d.id = s.dossier_id "
        "WHERE s.sleutel >= ? AND s.sleutel < ? ORDER BY s.sleutel LIMIT 50"
    )

    def zoek(tekst: str) -> None:
        van = f"n:{tekst.split()[0]}"
        verbinding.execute(vraag, (van, van + "\U0010ffff")).fetchall()

    return zoek


def _meet_store(map_: Path) -> dict[str, Any]:
    from desktop.app import lees_lijst
    from desktop.store.dossiers import zoek
    from desktop.store.store import Store

    store = Store(map_, SLEUTEL, lees_lijst())
    kaal = _kale_zoeker(map_)
    uit: dict[str, Any] = {"store": [], "kaal": []}
    einde = time.perf_counter() + HOOGSTENS_S
    for tekst in _aanslagen() * RONDEN:
        begin = time.perf_counter()
        if begin > einde:
            break
        with store.lees() as sessie:
            zoek(sessie, tekst)
        midden = time.perf_counter()
        kaal(tekst)
        uit["store"].append((tekst, (midden - begin) * 1000))
        uit["kaal"].append((time.perf_counter() - midden) * 1000)
    store.sluit()
    return uit


def _meet_scherm(lijst: Any, venster: Any) -> list[tuple[str, float]]:
    from PySide6.QtTest import QTest

    from tests.benchmarks.verf import Verfteller, verwerk

    teller = Verfteller(venster)
    uit = []
    einde = time.perf_counter() + HOOGSTENS_S
    for woord in GETYPT:
        lijst.zoekveld.clear()
        verwerk(0.1)
        for n, letter in enumerate(woord, 1):
            if time.perf_counter() > einde:
                return uit
            ms = teller.meet(lambda letter=letter: QTest.keyClicks(lijst.zoekveld, letter))
            uit.append((woord[:n], ms))
    return uit


def _kind(map_: Path) -> None:
    from PySide6.QtCore import QTimer

    from tests.benchmarks.lijstscherm import open_lijst

    uit = _meet_store(map_)
    app, venster, werkruimte = open_lijst(map_)

    def klaar() -> None:
        antwoord({**uit, "scherm": _meet_scherm(werkruimte.lijst, venster)})

    QTimer.singleShot(0, klaar)
    app.exec()


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
