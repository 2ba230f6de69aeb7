"""What goes on the client's own page, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.models.intake import BredeIntake
from desktop.models.intakedelen import Afspraak
from desktop.models.kalender import eigen_datum
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.schrift import zet_cijfers
from desktop.models.voortgang import telt_mee, voortgang
from desktop.models.vragen import Vragenlijst

WENSVRAGEN = ("RE03", "RE04")
AFSPRAKEN_OP_BLAD = 3


@dataclass(frozen=True)
class Beeldwoord:
    """A pictogram with its word in the client's language."""

    pictogram: str
    tekst: Tekst


@dataclass(frozen=True)
class Wens:
    """The tiles that the client chose as a wish, under the question."""

    vraag: Tekst
    beelden: tuple[Beeldwoord, ...]


@dataclass(frozen=True)
class Clientafspraak:
    """One appointment. `wat` and `wie` are the klantmanager's Dutch words."""

    datum: date | None
    wat: str
    wie: str
    cijfers: str = ""
    """The client's own digits; empty for 0-9."""
    eigen_datum: str = ""
    """The day in the calendar of the language, beside the Gregorian one."""
    over: Tekst | None = None
    """How many days from now."""

    @property
    def dag(self) -> str:
        """Day of the month in the client's digits."""
        return "" if self.datum is None else zet_cijfers(str(self.datum.day), self.cijfers)


@dataclass(frozen=True)
class Clientblad:
    """The client's own page. `klantmanager` is a name, whatever the language."""

    taal: str
    rechts_naar_links: bool
    locale: str
    titel: Tekst
    besproken_kop: Tekst
    besproken: tuple[Beeldwoord, ...]
    wensen_kop: Tekst
    wensen: tuple[Wens, ...]
    afspraken_kop: Tekst
    afspraken: tuple[Clientafspraak, ...]
    contact_kop: Tekst
    klantmanager: str
    telefoon: str
    email: str
    bellen: Tekst
    concept: Tekst | None = None
    """Says that nobody checked the translation, while that is so."""


def clientblad_uit(
    intake: BredeIntake, lijst: Vragenlijst, prompts: Prompts, *, vandaag: date
) -> Clientblad:
    """Reads an intake into the client's own page, in the client's language."""
    stand = voortgang(intake, lijst)
    km = intake.dossier.klantmanager
    besproken = [
        Beeldwoord(d.pictogram, prompts.tekst(f"{d.code}.titel", d.titel_client))
        for d in lijst.domeinen
        if stand.domeinen[d.code].gevraagd
    ]
    komend = sorted(
        (a for a in intake.afspraken if a.wat and (a.datum is None or a.datum >= vandaag)),
        key=lambda a: (a.datum is None, a.datum or date.max, a.volgorde),
    )
    return Clientblad(
        taal=prompts.taal.tag,
        rechts_naar_links=prompts.taal.rechts_naar_links,
        locale=prompts.taal.locale,
        titel=prompts.scherm("pdf.titel"),
        besproken_kop=prompts.scherm("pdf.besproken"),
        besproken=tuple(besproken),
        wensen_kop=prompts.scherm("pdf.wensen"),
        wensen=tuple(
            wens for code in WENSVRAGEN if (wens := _wens(intake, lijst, prompts, code)) is not None
        ),
        afspraken_kop=prompts.scherm("pdf.data"),
        afspraken=tuple(_afspraak(a, prompts, vandaag) for a in komend[:AFSPRAKEN_OP_BLAD]),
        contact_kop=prompts.scherm("pdf.contact"),
        klantmanager=km.naam,
        telefoon=km.telefoon or "",
        email=km.email or "",
        bellen=prompts.scherm("pdf.bellen"),
        concept=(
            prompts.scherm("pdf.concept")
            if prompts.scherm("pdf.titel").status is Vertaalstatus.CONCEPT
            else None
        ),
    )


def _afspraak(afspraak: Afspraak, prompts: Prompts, vandaag: date) -> Clientafspraak:
    if afspraak.datum is None:
        return Clientafspraak(None, afspraak.wat, afspraak.wie)
    dagen = (afspraak.datum - vandaag).days
    return Clientafspraak(
        afspraak.datum,
        afspraak.wat,
        afspraak.wie,
        prompts.cijfers,
        eigen_datum(afspraak.datum, prompts.taal, prompts.cijfers) or "",
        prompts.scherm("pdf.over-dagen", aantal=dagen) if dagen > 0 else None,
    )


def _wens(intake: BredeIntake, lijst: Vragenlijst, prompts: Prompts, code: str) -> Wens | None:
    vraag = lijst.vragen.get(code)
    antwoord = telt_mee(intake, vraag, lijst) if vraag is not None else None
    if vraag is None or antwoord is None or not antwoord.opties:
        return None
    beelden = [
        Beeldwoord(optie.pictogram or "wens", prompts.tekst(optie.context, optie.tekst))
        for keuze in antwoord.opties
        if (optie := vraag.optie(keuze)) is not None
    ]
    return Wens(prompts.tekst(vraag.context, vraag.tekst), tuple(beelden))
