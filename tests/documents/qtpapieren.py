"""One of each paper that Qt paints, full enough to have every letter, picture and colour of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time

from desktop import catalogi
from desktop.bronnen import tomls
from desktop.documents.clientblad import maak_clientblad
from desktop.documents.clientgegevens import Beeldwoord, Clientafspraak, Clientblad, Wens
from desktop.documents.telefoonblad import maak_telefoonblad
from desktop.documents.telefoonbladgegevens import telefoonblad_uit
from desktop.documents.toetsbrief import maak_toetsbrief
from desktop.documents.toetsbriefgegevens import (
    Afzender,
    Geadresseerde,
    Toetsafspraak,
    toetsbrief_uit,
)
from desktop.documents.toetslijsten import Toetskandidaat, Toetszitting, maak_dagblad
from desktop.documents.weekblad import Weekblad, Weekzitting, maak_weekblad
from desktop.models.prompts import Prompts
from desktop.models.vragen import VOLGORDE
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.views import stijl
from desktop.views.widgets.pictogram import PictogramRegister

DAG = date(2026, 12, 8)
NAAM = "Tesfay Gebremedhin"


def _prompts(tag: str) -> Prompts:
    return Prompts(catalogi.talen()[tag], catalogi.catalogus(tag), catalogi.schermteksten())


def toetsbrief() -> bytes:
    """The invitation, in Tigrinya and Dutch."""
    afspraak = Toetsafspraak(
        DAG, time(9, 30), time(11, 0), "Gemeentehuis Emmeloord", "Harmen Visserplein 1"
    )
    brief = toetsbrief_uit(
        afspraak,
        Geadresseerde(NAAM, "De Deel 12, 8302 EK Emmeloord"),
        Afzender("Noordoostpolder", "Anneke de Boer", "0527 63 39 11"),
        _prompts("ti"),
        vandaag=date(2026, 11, 25),
    )
    return maak_toetsbrief(brief, PictogramRegister().teken)


def clientblad() -> bytes:
    """The client's page of the talk, in Arabic: every picture of a domain."""
    lijst, prompts = vragenlijst_uit(tomls("vragen")), _prompts("ar")
    beelden = tuple(
        Beeldwoord(d.pictogram, prompts.tekst(f"{d.code}.titel", d.titel_client))
        for d in lijst.domeinen
    )
    return maak_clientblad(
        Clientblad(
            taal="ar",
            rechts_naar_links=True,
            locale="ar",
            titel=prompts.scherm("pdf.titel"),
            besproken_kop=prompts.scherm("pdf.besproken"),
            besproken=beelden,
            wensen_kop=prompts.scherm("pdf.wensen"),
            wensen=(Wens(prompts.scherm("pdf.wensen"), beelden[:3]),),
            afspraken_kop=prompts.scherm("pdf.data"),
            afspraken=(Clientafspraak(DAG, "Kennismaken met de taalcoach", "Anneke"),),
            contact_kop=prompts.scherm("pdf.contact"),
            klantmanager="Anneke de Boer",
            telefoon="0527 63 39 11",
            email="inburgering@noordoostpolder.nl",
            bellen=prompts.scherm("pdf.bellen"),
            concept=prompts.scherm("pdf.concept"),
        ),
        PictogramRegister().teken,
    )


def telefoonblad() -> bytes:
    """All questions for the interpreter, in Sorani and Dutch."""
    lijst = vragenlijst_uit(tomls("vragen"))
    blad = telefoonblad_uit(lijst, VOLGORDE, _prompts("ckb"), catalogi.ambtswoorden())
    return maak_telefoonblad(blad)


def weekblad() -> bytes:
    """A week with sittings beside each other, and a day that is closed."""
    zittingen = tuple(
        Weekzitting(
            date(2026, 12, 7 + n % 4),
            time(9 + n, 30),
            time(11 + n, 0),
            "Stadhuis",
            f"Kamer {n}",
            "Joke Vos",
            n,
            6,
            "Arabisch",
        )
        for n in range(6)
    )
    maandag = date(2026, 12, 7)
    dicht = ((date(2026, 12, 11), "Gesloten"),)
    return maak_weekblad(Weekblad(maandag, "Noordoostpolder", zittingen, dicht))


def dagblad() -> bytes:
    """The people of a day, more than fit a page."""
    mensen = tuple(
        Toetskandidaat(f"{NAAM} {n} تسفاي", "Tigrinya", f"LBT{n:04d}", "0527", bril=True)
        for n in range(60)
    )
    zitting = Toetszitting(
        DAG, time(9, 30), time(11, 0), "Stadhuis", "Kamer 2", "Joke Vos", 60, mensen
    )
    return maak_dagblad((zitting,), DAG, "Noordoostpolder")


def _met_letters(maak: Callable[[], bytes]) -> Callable[[], bytes]:
    def doe() -> bytes:
        stijl.laad_letters()
        return maak()

    return doe


PAPIEREN: Mapping[str, Callable[[], bytes]] = {
    maak.__name__: _met_letters(maak)
    for maak in (toetsbrief, clientblad, telefoonblad, weekblad, dagblad)
}
"""By the name of the module that paints it, but for `dagblad`, which is a `tafelblad`."""
