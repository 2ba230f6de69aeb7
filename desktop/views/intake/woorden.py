"""The Dutch words for the fixed values of the intake."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop.models.antwoord import Antwoordstatus, Wijze
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.prompts import Vertaalstatus
from desktop.models.voortgang import Stand
from desktop.models.vragen import SCHAAL_WOORDEN, Deel, Vraag, Vraagtype
from desktop.models.zitting import (
    Aanwezigheid,
    Bijgewoond,
    Partij,
    Plaats,
    Tolkwens,
    Tolkwijze,
)
from desktop.taal import _


def woord(waarde: StrEnum) -> str:
    """The word on the screen for a fixed value."""
    # Two kinds may share a value ("coa"), and a StrEnum equals its text.
    return _woorden()[type(waarde), waarde]


def _woorden() -> dict[tuple[type, StrEnum], str]:
    paren: tuple[tuple[StrEnum, str], ...] = (
        (Wijze.GEWEZEN, _("Aangewezen")),
        (Wijze.TOLK, _("Via de tolk")),
        (Wijze.NEDERLANDS, _("In het Nederlands")),
        (Wijze.INGEVULD, _("Zelf ingevuld")),
        (Wijze.COA, _("Van COA")),
        (Antwoordstatus.WEET_NIET, _("Weet ik niet")),
        (Antwoordstatus.ZEG_NIET, _("Wil ik niet zeggen")),
        (Antwoordstatus.LATER, _("Later")),
        (Antwoordstatus.OPEN, _("Teruggenomen")),
        (Antwoordstatus.BEANTWOORD, _("Beantwoord")),
        (Stand.OPEN, _("nog open")),
        (Stand.GEVRAAGD, _("gevraagd")),
        (Stand.LATER, _("later")),
        (Stand.OVERGESLAGEN, _("overgeslagen")),
        (Stand.NIET_NODIG, _("niet nodig")),
        (Vertaalstatus.CONCEPT, _("vertaling: concept")),
        (Vertaalstatus.NAGEKEKEN, _("vertaling: nagekeken")),
        (Vertaalstatus.BEEDIGD, _("vertaling: beëdigd")),
        (Vertaalstatus.ONTBREEKT, _("nog niet vertaald")),
        (Vertaalstatus.BRON, ""),
        (Beeldsoort.LEEG, _("niets")),
        (Beeldsoort.WACHT, _("wachtscherm")),
        (Beeldsoort.PAUZE, _("pauzescherm")),
        (Beeldsoort.TEKST, _("een zin met een beeld")),
        (Beeldsoort.VRAAG, _("de vraag")),
        (Beeldsoort.GETAL, _("de vraag")),
        (Beeldsoort.OEFENEN, _("de oefening")),
        (Partij.CLIENT, _("Cliënt")),
        (Partij.KLANTMANAGER, _("Klantmanager")),
        (Partij.COA, _("COA")),
        (Partij.VLUCHTELINGENWERK, _("VluchtelingenWerk")),
        (Partij.ANDERS, _("Iemand anders")),
        (Aanwezigheid.UITGENODIGD, _("Uitgenodigd")),
        (Aanwezigheid.AANWEZIG, _("Aanwezig")),
        (Aanwezigheid.AFWEZIG, _("Afwezig")),
        (Bijgewoond.ALLES, _("Het hele gesprek")),
        (Bijgewoond.VIERGESPREK, _("Het deel met z'n vieren")),
        (Bijgewoond.BESLOTEN, _("Het besloten deel")),
        (Plaats.GEMEENTEHUIS, _("Gemeentehuis")),
        (Plaats.AZC, _("Azc")),
        (Plaats.ELDERS, _("Ergens anders")),
        (Tolkwijze.TER_PLAATSE, _("Tolk aan tafel")),
        (Tolkwijze.TELEFONISCH, _("Tolk aan de telefoon")),
        (Tolkwijze.VIDEO, _("Tolk via video")),
        (Tolkwijze.INFORMEEL, _("Informele tolk")),
        (Tolkwijze.GEEN, _("Geen tolk")),
        (Tolkwens.GEEN_VOORKEUR, _("Geen voorkeur")),
        (Tolkwens.VROUW, _("Liefst een vrouw")),
        (Tolkwens.MAN, _("Liefst een man")),
    )
    return {(type(waarde), waarde): tekst for waarde, tekst in paren}


def optiewoord(vraag: Vraag | Deel, code: str) -> str:
    """The Dutch word of one choice."""
    vast = {
        Vraagtype.YN: {"ja": _("Ja"), "nee": _("Nee")},
        Vraagtype.FACE3: {"goed": _("Goed"), "gaat": _("Het gaat"), "slecht": _("Niet goed")},
        Vraagtype.SCALE: {code: _(tekst) for code, tekst in SCHAAL_WOORDEN.items()},
    }.get(vraag.type)
    if vast is not None:
        return vast.get(code, code)
    return next((optie.tekst for optie in vraag.opties if optie.code == code), code)


def antwoordzin(vraag: Vraag, status: Antwoordstatus, opties: tuple[str, ...], waarde: Any) -> str:
    """An answer in one line: the choices, the value, or the way of not answering."""
    if status is not Antwoordstatus.BEANTWOORD:
        return woord(status)
    delen = [optiewoord(vraag, code) for code in opties]
    if waarde:
        delen.append(f"{waarde} {vraag.eenheid}" if vraag.eenheid else str(waarde))
    return ", ".join(delen) or _("Ingevuld")


def tijd(moment: datetime) -> str:
    """A moment as the klantmanager reads it: `23-11 14:05`."""
    return moment.astimezone().strftime("%d-%m %H:%M")
