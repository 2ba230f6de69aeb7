"""A plan with twelve versions of ninety sentences: opened, and its papers made, by itself."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.kind import SLEUTEL, antwoord, draai
from tests.benchmarks.meting import Meting

VERSIES, REGELS, KEREN = 12, 90, 6
GRENS_OPENEN, GRENS_PAPIEREN = 300.0, 3000.0
"""Milliseconds."""


def meet(werkmap: Path) -> list[Meting]:
    """From the gesture to all of it painted; from nothing to three files' bytes."""
    t = draai(werkmap, "plan", werkmap / "plan")
    kaal = "dezelfde twaalf versies alleen lezen"
    return [
        Meting(
            "plan met 12 versies van 90 zinnen openen", t["openen"], t["lezen"], kaal, GRENS_OPENEN
        ),
        Meting("het concept van de dertiende openen", t["concept"], t["lezen"], kaal, GRENS_OPENEN),
        Meting(
            "brief, PIP en Mijn plan (Tigrinya)",
            t["papieren"],
            t["leeg"],
            "een leeg blad met dezelfde letter",
            GRENS_PAPIEREN,
        ),
    ]


def _kind(map_: Path) -> None:
    import time
    from datetime import date

    from desktop.app import lees_lijst, maak_qt
    from desktop.documents.gegevens import Keus
    from desktop.documents.mijnplan import maak_mijnplan
    from desktop.documents.pippapier import Blad, zet
    from desktop.models.dossier import Dossier, Medewerker, nieuw_nummer
    from desktop.models.pip import Pip
    from desktop.models.pipinhoud import Regel, Wijzigreden
    from desktop.store import pip as plannen
    from desktop.store.store import Store
    from desktop.views.pip.papierwerk import Papier, planpapieren
    from desktop.views.pip.scherm import Pipscherm
    from desktop.views.werkplek import Werkplek
    from tests.benchmarks.verf import verwerk
    from tests.store import planwerk

    maak_qt(sys.argv[:1])
    map_.mkdir(parents=True, exist_ok=True)
    store = Store(map_, SLEUTEL, lees_lijst())
    mens = Medewerker(naam="Anneke de Boer", gemeente="0171", telefoon="0527 63 39 11")
    with store.work() as work:
        work.voeg_toe(mens)
    store.word(mens.id)
    dossier = Dossier(
        nummer=nieuw_nummer("0171", store.vandaag()),
        voornamen="Tesfay",
        achternaam="Gebremedhin",
        gemeente="0171",
        spreektaal="ti",
        leestaal="ti",
        datum_kennisgeving=date(2026, 10, 1),
        datum_brp=date(2026, 10, 1),
        klantmanager_id=mens.id,
    )
    with store.work() as work:
        work.voeg_toe(dossier)
    planwerk.mandaat(store)
    planwerk.besloten(store, dossier.id)
    pip_id = planwerk.compleet(store, dossier.id)
    with store.lees() as sessie:
        al = len(plannen.inhoud_van(sessie, sessie.get_one(Pip, pip_id)).regels)
    plannen.voeg_regels_toe(
        store,
        pip_id,
        [Regel(f"r{n}", "doel", f"Ik oefen elke week les {n}.") for n in range(al, REGELS)],
    )
    for n in range(1, VERSIES + 1):
        planwerk.stel_vast(store, pip_id)
        if n < VERSIES:
            pip_id = plannen.nieuwe_versie(
                store, dossier.id, Wijzigreden.CORRECTIE, f"Dit is verbetering nummer {n}."
            )
    werkplek = Werkplek(store)
    tijden: dict[str, list[float]] = {
        naam: [] for naam in ("openen", "concept", "lezen", "papieren", "leeg")
    }

    def klok(naam: str, begin: float) -> None:
        tijden[naam].append((time.perf_counter() - begin) * 1000)

    def open_plan(naam: str) -> None:
        begin = time.perf_counter()
        scherm = Pipscherm(werkplek, dossier.id)
        scherm.resize(1366, 768)
        scherm.show()
        scherm.repaint()
        klok(naam, begin)
        verwerk(0.05)
        scherm.hide()
        scherm.deleteLater()

    for _keer in range(KEREN):
        open_plan("openen")
        begin = time.perf_counter()
        with store.lees() as sessie:
            plannen.pipdossier(sessie, dossier.id)
        klok("lezen", begin)
        begin = time.perf_counter()
        papieren = planpapieren(werkplek, pip_id)
        if papieren is None:
            raise RuntimeError("the plan is gone")
        for papier in (Papier.BESCHIKKING, Papier.PIP):
            papieren.maker(papier, Keus())()
        blad = papieren.mijnplan(werkplek.prompts("ti"), store.vandaag(), met_gezondheid=False)
        maak_mijnplan(blad, werkplek.pictogrammen.teken)
        klok("papieren", begin)
        begin = time.perf_counter()
        zet([], Blad(titel="Leeg", voet="Leeg"))
        klok("leeg", begin)
    plannen.nieuwe_versie(store, dossier.id, Wijzigreden.CORRECTIE, "Dit is nog een verbetering.")
    for _keer in range(KEREN):
        open_plan("concept")
    antwoord(tijden)


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
