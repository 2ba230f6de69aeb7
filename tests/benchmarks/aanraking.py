"""From the client's touch to the next question, painted on both windows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import antwoord, draai
from tests.benchmarks.meting import Meting

KEREN = 24
TRILLING_S = 0.34
"""The client's screen takes a second touch within 0.3 s for a trembling hand."""


def meet(werkmap: Path) -> list[Meting]:
    """Touch and *akkoord en verder*, one after the other and together."""
    tijden = draai(werkmap, "aanraking", werkmap / "aanraking")
    kaal = "één kale commit en twee kale vensters die hun tekst veranderen"
    samen = [a + v for a, v in zip(tijden["raak"], tijden["verder"], strict=True)]
    return [
        Meting("aanraking + akkoord tot volgende vraag", samen, tijden["kaal"], kaal, 50),
        Meting("  waarvan de aanraking, op beide vensters", tijden["raak"], tijden["kaal"]),
        Meting("  waarvan akkoord en verder", tijden["verder"], tijden["kaal"]),
    ]


def _kind(map_: Path) -> None:
    from PySide6.QtCore import QTimer

    from desktop.app import maak_qt
    from desktop.views.hoofdvenster import Hoofdvenster
    from desktop.views.werkplek import Werkplek
    from desktop.views.werkruimte import Werkruimte
    from tests.benchmarks.proefgesprek import KaleCommit, demostore
    from tests.benchmarks.verf import verwerk

    app = maak_qt(sys.argv[:1])
    app.setCursorFlashTime(0)
    store, intake_id = demostore(map_)
    werkplek = Werkplek(store)
    werkruimte = Werkruimte(werkplek)
    venster = Hoofdvenster(map_ / "sleutel", lambda: werkplek.gemeenten)
    venster.toon_werkruimte(werkruimte)
    venster.resize(1366, 768)
    venster.show()
    werkruimte.toon_intake(intake_id)
    werkruimte.ramen.toon_client()
    verwerk(0.5)
    kaal = KaleCommit(map_)
    QTimer.singleShot(0, lambda: antwoord(_speel(venster, werkruimte, kaal)))
    app.exec()


def _speel(venster: Any, werkruimte: Any, commit: Any) -> dict[str, list[float]]:
    from desktop.models.clientbeeld import Beeldsoort
    from tests.benchmarks.verf import Verfteller, verwerk

    gesprek, blad = werkruimte.intake.gesprek, werkruimte.intake.gespreksblad
    teller = Verfteller(venster, werkruimte.ramen.client)
    kaal = _kale_vensters(commit, venster.size(), werkruimte.ramen.client.size())
    tijden: dict[str, list[float]] = {"raak": [], "verder": [], "kaal": []}
    gesprek.ga_naar(next(c for c in gesprek.stand.gang if c not in gesprek.stand.antwoorden))
    for _ in range(400):
        if len(tijden["raak"]) > KEREN:
            break
        verwerk(TRILLING_S)
        if gesprek.eerst_alleen:
            gesprek.meld_alleen(True)
        beeld, vraag = gesprek.beeld(), gesprek.plek.vraag
        vrij = [n for n, t in enumerate(beeld.tegels) if not t.gekozen]
        if beeld.soort is not Beeldsoort.VRAAG or not vrij:
            if not gesprek.stap(+1):
                break
            continue
        knop = werkruimte.ramen.client.tegels[vrij[0]]
        raak = teller.meet(lambda knop=knop: _klik(knop))
        if not gesprek.antwoord.gegeven:
            raise RuntimeError("a touch kept nothing")
        verder = teller.meet(lambda: _klik(blad.verder))
        if gesprek.plek.vraag != vraag:
            tijden["raak"].append(raak)
            tijden["verder"].append(verder)
            tijden["kaal"].append(kaal())
    # The first gesture warms what a whole talk then uses.
    return {naam: lijst[1:] for naam, lijst in tijden.items()}


def _klik(knop: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def _kale_vensters(commit: Any, *maten: Any) -> Any:
    from PySide6.QtWidgets import QLabel

    from tests.benchmarks.verf import Verfteller, verwerk

    vensters = [QLabel("vraag 0") for _ in maten]
    for venster, maat in zip(vensters, maten, strict=True):
        venster.resize(maat)
        venster.show()
    verwerk(0.2)
    teller = Verfteller(*vensters)

    def gebaar() -> None:
        commit.doe()
        for venster in vensters:
            venster.setText(f"vraag {int(venster.text().split()[1]) + 1}")

    return lambda: teller.meet(gebaar)


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
