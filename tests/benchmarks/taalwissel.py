"""From choosing another language for the client to both windows painted in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.aanraking import _kale_vensters
from tests.benchmarks.kind import antwoord, draai
from tests.benchmarks.meting import Meting

TALEN = ("ti", "ar", "kmr", "prs", "uk", "am")


def meet(werkmap: Path) -> list[Meting]:
    """The first time, with reading the catalogue, and again."""
    tijden = draai(werkmap, "taalwissel", werkmap / "taalwissel")
    kaal = "één kale commit en twee kale vensters die hun tekst veranderen"
    return [
        Meting(
            "taal van de cliënt wisselen, de eerste keer",
            tijden["eerst"],
            tijden["kaal"],
            kaal,
            150,
        ),
        Meting("  nog een keer", tijden["weer"], tijden["kaal"], kaal, 150),
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
    QTimer.singleShot(0, lambda: antwoord(_wissel(venster, werkruimte, kaal)))
    app.exec()


def _wissel(venster: Any, werkruimte: Any, commit: Any) -> dict[str, list[float]]:
    from dataclasses import replace

    from tests.benchmarks.verf import Verfteller, verwerk

    gesprek = werkruimte.intake.gesprek
    teller = Verfteller(venster, werkruimte.ramen.client)
    kaal = _kale_vensters(commit, venster.size(), werkruimte.ramen.client.size())
    gesprek.ga_naar("WO05")
    tijden: dict[str, list[float]] = {"eerst": [], "weer": [], "kaal": []}
    for naam in ("eerst", "weer"):
        for tag in TALEN:
            verwerk(0.2)
            keuze = replace(gesprek.stand.taalkeuze, taal=tag, spraaktaal=tag)
            tijden[naam].append(teller.meet(lambda keuze=keuze: gesprek.kies_taal(keuze)))
            tijden["kaal"].append(kaal())
            if gesprek.stand.taal != tag:
                raise RuntimeError("the language did not change")
    return tijden


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
