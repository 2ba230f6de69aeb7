"""An intake where every question has an answer of its own, and the papers made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop.documents.clientblad import maak_clientblad
from desktop.documents.clientgegevens import Clientblad, clientblad_uit
from desktop.documents.gegevens import Keus, samenvatting_uit
from desktop.documents.huisstijl import Huisstijl
from desktop.documents.samenvatting import maak_samenvatting
from desktop.models.antwoord import Keuze, Notitiesoort, Wijze
from desktop.models.intake import BredeIntake
from desktop.models.vragen import Vraag, Vraagtype, Vragenlijst
from desktop.store.store import Store
from desktop.views import stijl
from desktop.views.werkplek import Werkplek
from tests.pagina.papieren import Papier

BSN = "012345672"
PLEK = {"gemeente": "Noordoostpolder", "taal": "Arabisch"}


def merk(wat: str, code: str) -> str:
    """A word that stands nowhere else."""
    return f"{wat}zz{code}zz"


def een_antwoord(vraag: Vraag) -> Keuze:
    """An answer that leaves every other question relevant; texts carry the code of the question."""
    delen: dict[str, object] = {}
    for deel in vraag.delen:
        if deel.type is Vraagtype.TEXT:
            delen[deel.code] = merk("deel", f"{vraag.code}{deel.code}")
        elif deel.type is Vraagtype.NUM:
            delen[deel.code] = 4
        elif deel.type is Vraagtype.DATE:
            delen[deel.code] = "2027-03"
        elif deel.type is Vraagtype.MULTI:
            delen[f"{deel.code}.{deel.opties[0].code}"] = True
        else:
            delen[deel.code] = deel.opties[0].code if deel.opties else "ja"
    if vraag.raster is not None:
        for rij in [r.code for r in vraag.raster.rijen] or ["1"]:
            for kolom in vraag.raster.kolommen:
                waarden = {"tekst": merk("cel", vraag.code), "getal": 7, "aan": True}
                keuze = kolom.opties[0].code if kolom.opties else "2027-03"
                delen[f"{rij}.{kolom.code}"] = waarden.get(kolom.type, keuze)
        return Keuze(delen=delen)
    match vraag.type:
        case Vraagtype.NUM:
            return Keuze(waarde="2", delen=delen)
        case Vraagtype.DATE:
            return Keuze(waarde="2027-01-15", delen=delen)
        case Vraagtype.TEXT:
            return Keuze(waarde=merk("tekst", vraag.code), delen=delen)
        case Vraagtype.SCALE:
            return Keuze(("3",), delen=delen)
        case Vraagtype.FACE3:
            return Keuze(("slecht",), delen=delen)
        case _:
            codes = [code for code in vraag.keuzecodes if code not in ("geen", "azc", vraag.geen)]
            return Keuze((codes[0],), delen=delen)


@pytest.fixture
def volle_intake(
    store: Store, lijst: Vragenlijst, maak_intake: Callable[..., str]
) -> Callable[..., str]:
    """Makes an intake with an answer and a note at every question; returns its id."""

    def maak(taal: str = "ar", **dossier: object) -> str:
        id_ = maak_intake(taal, bsn=BSN, **dossier)
        with store.work() as work:
            intake = work.get(BredeIntake, id_)
            intake.meld_alleen(True, door=work.door, nu=work.nu)
            for vraag in lijst.gespreksvolgorde:
                intake.beantwoord(
                    vraag, een_antwoord(vraag), door=work.door, wijze=Wijze.TOLK, nu=work.nu
                )
                if vraag.type is Vraagtype.SCALE:
                    intake.motiveer(vraag, f"Omdat {merk('reden', vraag.code)}.")
                schrijf_op(intake, vraag.domein, merk("notitie", vraag.code), vraag=vraag)
            schrijf_op(intake, "SP", merk("geheim", "SP"), soort=Notitiesoort.AFGESCHERMD)
            schrijf_op(intake, "FG", merk("geheim", "FG"), soort=Notitiesoort.AFGESCHERMD)
            schrijf_op(intake, "MG", merk("domein", "MG"))
            schrijf_op(intake, "WO", merk("domein", "WO"))
            intake.sterke_punten = "Kookt graag en leert snel."
            intake.wens_een_jaar = "Zelf met de bus."
            intake.wens_drie_jaar = "Een eigen huis."
            intake.teach_back = "Eerst de toets, dan de school."
            intake.plan_zitting(date(2026, 11, 23))
        return id_

    return maak


def schrijf_op(
    intake: BredeIntake,
    domein: str,
    tekst: str,
    *,
    vraag: Vraag | None = None,
    soort: Notitiesoort = Notitiesoort.GEWOON,
) -> None:
    """A note of the klantmanager."""
    nu = intake.alleenmomenten[0].op
    intake.noteer(domein, tekst, vraag=vraag, soort=soort, door=None, nu=nu)


@pytest.fixture
def verander(store: Store) -> Callable[[str, Callable[[BredeIntake], object]], None]:
    """Changes an intake in the store."""

    def doe(id_: str, hoe: Callable[[BredeIntake], object]) -> None:
        with store.work() as work:
            hoe(work.get(BredeIntake, id_))

    return doe


@pytest.fixture
def samenvatting(store: Store, lijst: Vragenlijst) -> Callable[..., Papier]:
    """The summary of an intake, on paper."""

    def maak(id_: str, *, gezondheid: bool = False, afgeschermd: bool = False) -> Papier:
        with store.lees() as sessie:
            gegevens = samenvatting_uit(
                sessie.get_one(BredeIntake, id_),
                lijst,
                Keus(gezondheid, afgeschermd),
                vandaag=store.vandaag(),
                **PLEK,
            )
        return Papier(maak_samenvatting(gegevens, Huisstijl(stijl.TINTEN, {})))

    return maak


@dataclass(frozen=True)
class Meegegeven:
    """The client's page: what goes in, and the paper."""

    blad: Clientblad
    papier: Papier


@pytest.fixture
def clientblad(
    qapp: QApplication, store: Store, lijst: Vragenlijst, werkplek: Werkplek
) -> Callable[..., Meegegeven]:
    """The client's own page of an intake."""
    stijl.laad_letters()

    def maak(id_: str) -> Meegegeven:
        with store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, id_)
            prompts = werkplek.prompts(intake.taal)
            blad = clientblad_uit(intake, lijst, prompts, vandaag=store.vandaag())
        return Meegegeven(blad, Papier(maak_clientblad(blad, werkplek.pictogrammen.teken)))

    return maak
