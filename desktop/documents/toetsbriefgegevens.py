"""What the invitation to the leerbaarheidstoets and its text messages say, as values.

Nothing here tells of health: glasses and hearing aid are named to everybody, "if you have them".
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime, time

from desktop.models.kalender import eigen_datum
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.schoontekst import schoon
from desktop.models.schrift import koerdisch_in_arabisch, zet_cijfers

_ONZICHTBAAR = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f")
"""Isolates and marks: a telephone that does not know them shows boxes."""
KURMANJI = "ku"
"""Babel's months of Kurmanji are in Latin; who reads it in Arabic script gets them spelt anew."""


@dataclass(frozen=True)
class Toetsafspraak:
    """When and where, on the clock of the Netherlands."""

    datum: date
    begin: time
    einde: time
    plaats: str
    adres: str = ""
    ruimte: str = ""
    stadhuis: bool = True
    tolk: bool = False

    @property
    def minuten(self) -> int:
        """How long it takes as the wall clock shows it."""
        van, tot = (datetime.combine(self.datum, tijd) for tijd in (self.begin, self.einde))
        return int((tot - van).total_seconds()) // 60


@dataclass(frozen=True)
class Geadresseerde:
    """Whom the letter is for. The name stands here and nowhere else."""

    naam: str
    adres: str = ""

    @property
    def regels(self) -> tuple[str, ...]:
        """The lines of the address, without those that nobody knows."""
        return tuple(regel for regel in (schoon(self.naam), schoon(self.adres)) if regel)


@dataclass(frozen=True)
class Afzender:
    """Who invites, and whom to call."""

    gemeente: str
    naam: str
    telefoon: str
    email: str = ""


@dataclass(frozen=True)
class Datumbeeld:
    """A day as it stands on the leaf of a calendar: weekday, number, month with year."""

    weekdag: str
    dag: str
    maand: str
    eigen: str = ""
    """The day in the calendar of the language; empty when that is the Gregorian one."""


@dataclass(frozen=True)
class Meeneembeeld:
    """Something to bring: the name of its picture, and the words."""

    pictogram: str
    tekst: Tekst


@dataclass(frozen=True)
class Toetsbrief:
    """The whole letter. `tweetalig` is false when the client reads Dutch."""

    tweetalig: bool
    rechts_naar_links: bool
    cijfers: str
    aan: tuple[str, ...]
    afzender: Afzender
    geschreven_op: str
    afspraak: Toetsafspraak
    titel: Tekst
    wat: Tekst
    geen_examen: Tekst
    hulp: Tekst
    dag: Tekst
    tijd: Tekst
    plaats: Tekst
    duur: Tekst
    meenemen_kop: Tekst
    meenemen: tuple[Meeneembeeld, ...]
    kan_niet: Tekst
    tot_ziens: Tekst
    datum: Datumbeeld
    """In the language of the client."""
    datum_nederlands: str
    tolk: Tekst | None = None
    concept: Tekst | None = None
    """Says that nobody checked the translation, while that is so."""


IDENTITEIT = "identiteit"
"""Drawn by `toetsbeelden`; the other pictures are of the register of pictograms."""


def toetsbrief_uit(
    afspraak: Toetsafspraak,
    aan: Geadresseerde,
    afzender: Afzender,
    prompts: Prompts,
    *,
    vandaag: date,
) -> Toetsbrief:
    """The letter in Dutch and in the language of the client."""
    titel = prompts.scherm("toets.titel")
    return Toetsbrief(
        tweetalig=prompts.taal.tag != "nl",
        rechts_naar_links=prompts.taal.rechts_naar_links,
        cijfers=prompts.cijfers,
        aan=aan.regels,
        afzender=Afzender(
            *(
                schoon(veld)
                for veld in (afzender.gemeente, afzender.naam, afzender.telefoon, afzender.email)
            )
        ),
        geschreven_op=nederlandse_dag(vandaag),
        afspraak=Toetsafspraak(
            afspraak.datum,
            afspraak.begin,
            afspraak.einde,
            schoon(afspraak.plaats),
            schoon(afspraak.adres),
            schoon(afspraak.ruimte),
            afspraak.stadhuis,
            afspraak.tolk,
        ),
        titel=titel,
        wat=prompts.scherm("toets.wat"),
        geen_examen=prompts.scherm("toets.geen-examen"),
        hulp=prompts.scherm("toets.hulp"),
        dag=prompts.scherm("toets.dag"),
        tijd=prompts.scherm("toets.tijd"),
        plaats=prompts.scherm("toets.plaats"),
        duur=prompts.scherm("toets.duur", aantal=afspraak.minuten),
        meenemen_kop=prompts.scherm("toets.meenemen"),
        meenemen=tuple(
            Meeneembeeld(beeld, prompts.scherm(code))
            for beeld, code in (
                (IDENTITEIT, "toets.id"),
                ("bril", "toets.bril"),
                ("gehoorapparaat", "toets.gehoorapparaat"),
                ("brief", "toets.brief"),
            )
        ),
        kan_niet=prompts.scherm("toets.kan-niet"),
        tot_ziens=prompts.scherm("toets.tot-ziens"),
        datum=datumbeeld(afspraak.datum, prompts),
        datum_nederlands=nederlandse_dag(afspraak.datum),
        tolk=prompts.scherm("toets.tolk") if afspraak.tolk else None,
        concept=(prompts.scherm("pdf.concept") if titel.status is Vertaalstatus.CONCEPT else None),
    )


def nederlandse_dag(dag: date) -> str:
    """`dinsdag 8 december 2026`."""
    return _babel(dag, "EEEE d MMMM y", "nl")


def klokslag(tijd: time) -> str:
    """`09:30`."""
    return f"{tijd:%H:%M}"


def _babel(dag: date, vorm: str, locale: str) -> str:
    from babel.dates import format_date  # takes a moment, and only papers need it

    return format_date(dag, vorm, locale=locale)


def eigen_woorden(dag: date, vorm: str, prompts: Prompts) -> str:
    """Days and months in the language, script and digits of the client."""
    tekst = _babel(dag, vorm, prompts.taal.locale)
    if prompts.taal.locale == KURMANJI and prompts.taal.rechts_naar_links:
        tekst = koerdisch_in_arabisch(tekst).translate(_ONZICHTBAAR)
    return zet_cijfers(tekst, prompts.cijfers)


def datumbeeld(dag: date, prompts: Prompts) -> Datumbeeld:
    """The day for the leaf of a calendar."""
    return Datumbeeld(
        weekdag=eigen_woorden(dag, "EEEE", prompts),
        dag=prompts.getal(dag.day),
        maand=eigen_woorden(dag, "LLLL y", prompts),
        eigen=eigen_datum(dag, prompts.taal, prompts.cijfers) or "",
    )


class Smssoort(enum.StrEnum):
    """What a text message is about."""

    UITNODIGING = "uitnodiging"
    ANDERS = "anders"
    MORGEN = "morgen"
    AFGEZEGD = "afgezegd"


@dataclass(frozen=True)
class Sms:
    """A text message in both languages, plain text. `eigen` is empty without a translation."""

    nederlands: str
    eigen: str
    concept: bool


def sms_uit(soort: Smssoort, afspraak: Toetsafspraak, prompts: Prompts) -> Sms:
    """The message; it names nobody, and holds no invisible characters."""
    code = f"sms.{soort}"
    plaats = schoon(afspraak.plaats)
    if adres := schoon(afspraak.adres):
        plaats = f"{plaats}, {adres}" if plaats else adres

    def gevuld(dag: str, tijd: str) -> Tekst:
        return prompts.scherm(code, dag=dag, tijd=tijd, plaats=plaats)

    nederlands = gevuld(
        _babel(afspraak.datum, "EEEE d MMMM", "nl"), klokslag(afspraak.begin)
    ).nederlands
    tekst = gevuld(
        eigen_woorden(afspraak.datum, "EEEE d MMMM", prompts),
        zet_cijfers(klokslag(afspraak.begin), prompts.cijfers),
    )
    eigen = tekst.vertaald and tekst.status is not Vertaalstatus.BRON
    return Sms(
        nederlands=nederlands.translate(_ONZICHTBAAR),
        eigen=tekst.tekst.translate(_ONZICHTBAAR) if eigen else "",
        concept=tekst.status is Vertaalstatus.CONCEPT,
    )
