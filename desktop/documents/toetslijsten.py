"""The papers of whoever runs the sittings: whom to remind for tomorrow, and a day at the table.

Internal. Of a person's health they say only what the sitting needs: glasses, hearing, hands, mouse.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.documents.tafelblad import Groep, Kolom, Tafelblad, maak_tafelblad
from desktop.documents.toetsbriefgegevens import klokslag, nederlandse_dag
from desktop.models.schoontekst import schoon
from desktop.models.toetstijd import van_tot

NAAM_LANG = 80
VOET = "Alleen voor gebruik bij de toets. Vernietig dit papier na afloop."


@dataclass(frozen=True)
class Toetskandidaat:
    """One person of a sitting, as far as these papers need."""

    naam: str
    taal: str = ""
    """Dutch name of the language of the explanation."""
    examennummer: str = ""
    telefoon: str = ""
    bril: bool = False
    gehoor: bool = False
    tolk: bool = False
    muis: bool = False
    """Mouse practice is wanted first."""
    audio: bool = False
    """The explanation is listened to."""

    @property
    def nodig(self) -> str:
        """What to have ready or to remind of."""
        woorden = (
            (self.bril, "bril"),
            (self.gehoor, "gehoorapparaat"),
            (self.tolk, "tolk"),
            (self.muis, "eerst muis oefenen"),
            (self.audio, "koptelefoon"),
        )
        return ", ".join(woord for geldt, woord in woorden if geldt)


@dataclass(frozen=True)
class Toetszitting:
    """One sitting with its people. Times are of the clock on the wall."""

    datum: date
    begin: time
    einde: time
    plaats: str
    ruimte: str = ""
    begeleider: str = ""
    plekken: int = 0
    kandidaten: tuple[Toetskandidaat, ...] = ()

    @property
    def tijden(self) -> str:
        return van_tot(klokslag(self.begin), klokslag(self.einde))

    @property
    def waar(self) -> str:
        return ", ".join(deel for deel in (schoon(self.plaats), schoon(self.ruimte)) if deel)


def _op_volgorde(zittingen: tuple[Toetszitting, ...], dag: date) -> list[Toetszitting]:
    van_de_dag = [z for z in zittingen if z.datum == dag]
    return sorted(van_de_dag, key=lambda z: (z.begin, z.waar))


def maak_herinneringslijst(zittingen: tuple[Toetszitting, ...], dag: date, gemeente: str) -> bytes:
    """Whom to call or write about the sittings of this day: time, name, phone, language."""
    kolommen = (
        Kolom("Tijd", 0.9, vet=True),
        Kolom("Naam", 2.6, vet=True),
        Kolom("Telefoon", 1.7),
        Kolom("Taal", 1.5),
        Kolom("Neem mee / nodig", 2.2),
        Kolom("Herinnerd", 1.0, vakje=True),
    )
    groepen = []
    for zitting in _op_volgorde(zittingen, dag):
        rijen = tuple(
            (
                klokslag(zitting.begin),
                schoon(k.naam, NAAM_LANG),
                schoon(k.telefoon) or "geen nummer",
                schoon(k.taal),
                k.nodig,
                "",
            )
            for k in zitting.kandidaten
        )
        groepen.append(Groep(zitting.waar, zitting.tijden, rijen, leeg="Nog niemand gepland."))
    leeg = Groep("", "", (), leeg="Op deze dag zijn er geen toetsen.")
    return maak_tafelblad(
        Tafelblad(
            titel="Herinneren voor de leerbaarheidstoets",
            onder=_kop(dag, gemeente),
            kolommen=kolommen,
            groepen=tuple(groepen) or (leeg,),
            voet=VOET,
        )
    )


def maak_dagblad(zittingen: tuple[Toetszitting, ...], dag: date, gemeente: str) -> bytes:
    """The sittings of a day with their people, and boxes to tick when the laptop is not there."""
    kolommen = (
        Kolom("Naam", 2.4, vet=True),
        Kolom("Examennummer", 1.5),
        Kolom("Uitleg in", 1.4),
        Kolom("Nodig", 2.1),
        Kolom("Er", 0.6, vakje=True),
        Kolom("ID gezien", 0.7, vakje=True),
        Kolom("Klaar", 0.7, vakje=True),
    )
    groepen = []
    for zitting in _op_volgorde(zittingen, dag):
        rijen = tuple(
            (
                schoon(k.naam, NAAM_LANG),
                schoon(k.examennummer) or "nog niet bekend",
                schoon(k.taal),
                k.nodig,
                "",
                "",
                "",
            )
            for k in zitting.kandidaten
        )
        wie = schoon(zitting.begeleider)
        plekken = f"{len(zitting.kandidaten)} van {zitting.plekken} plekken"
        onderkop = f"Toetsbegeleider: {wie}. {plekken}." if wie else f"{plekken}."
        kop = f"{zitting.tijden}  {zitting.waar}"
        groepen.append(Groep(kop, onderkop, rijen, leeg="Nog niemand gepland."))
    leeg = Groep("", "", (), leeg="Op deze dag zijn er geen toetsen.")
    return maak_tafelblad(
        Tafelblad(
            titel="Leerbaarheidstoetsen van de dag",
            onder=_kop(dag, gemeente),
            kolommen=kolommen,
            groepen=tuple(groepen) or (leeg,),
            voet=VOET,
        )
    )


def _kop(dag: date, gemeente: str) -> str:
    plek = schoon(gemeente)
    return f"{nederlandse_dag(dag)}. Gemeente {plek}." if plek else f"{nederlandse_dag(dag)}."
