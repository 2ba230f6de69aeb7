"""What travels between the program and a translator, and what a translation must hold to."""

from __future__ import annotations

import string
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogus import Taal
from desktop.models.prompts import Vertaling
from desktop.taal import _

_ZWNJ = "\u200c"
_MET_ZWNJ = frozenset({"fa", "prs", "ckb", "ps"})
"""Their spelling needs it, inside a word."""
_STUK = "\ufffd"
"""What a program writes where it could not read a letter."""
_ONZICHTBAAR = frozenset({"Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp"})


@dataclass(frozen=True)
class Brontekst:
    """One Dutch text that the client can meet. `deel`: the domain, or the kind of text."""

    context: str
    nederlands: str
    meervoud: str = ""
    deel: str = ""


@dataclass(frozen=True)
class Vertaalregel:
    """One text as it came back from a translator."""

    context: str
    bron: str
    vormen: tuple[str, ...]
    uitspraak: str | None = None
    """None: the file says nothing about it, and what there was stays."""


@dataclass(frozen=True)
class Nagekeken:
    """Who confirmed a text, and when."""

    door: str
    op: date | None


@dataclass(frozen=True)
class Promptopmerking:
    """A remark from the talk, as the beheerder and the translator read it."""

    id: str
    context: str
    tekst: str
    notitie: str
    beter: str
    door_tolk: bool


def vormen_van(vertaling: Vertaling) -> tuple[str, ...]:
    """The text, or its plural forms."""
    return vertaling.vormen or (vertaling.tekst,)


def plaatsen(tekst: str) -> Counter[str] | None:
    """Named places such as `{aantal}`; None when the brackets are not right."""
    try:
        delen = list(string.Formatter().parse(tekst))
    except ValueError:
        return None
    # A conversion or a format could fill the screen, or read inside an object.
    return Counter(
        naam + (f":{maat}" if maat else "") + (f"!{hoe}" if hoe else "")
        for _, naam, maat, hoe in delen
        if naam is not None
    )


def keur(bron: Brontekst, vormen: Sequence[str], taal: Taal, aantal_vormen: int) -> list[str]:
    """What is wrong with a translation, as Dutch sentences; an empty list is good.

    `aantal_vormen`: how many plural forms the language has.
    """
    nodig = aantal_vormen if bron.meervoud else 1
    if len(vormen) != nodig or not all(vorm.strip() for vorm in vormen):
        return [
            _("Deze tekst heeft {aantal} meervoudsvormen nodig. Vul ze allemaal in.").format(
                aantal=nodig
            )
            if nodig > 1
            else _("Deze tekst heeft één vertaling nodig, zonder meervoudsvormen.")
        ]
    verwacht = plaatsen(bron.meervoud or bron.nederlands) or Counter()
    uit: list[str] = []
    for vorm in vormen:
        uit += _plaatsfout(vorm, verwacht)
        uit += tekenfouten(vorm, taal)
    return list(dict.fromkeys(uit))


def _plaatsfout(vorm: str, verwacht: Counter[str]) -> list[str]:
    gevonden = plaatsen(vorm)
    if gevonden is None:
        return [
            _("Een accolade { of } staat alleen. Schrijf de invulplek net als in het Nederlands.")
        ]
    mist, vreemd = verwacht - gevonden, gevonden - verwacht
    return [
        *(_("De invulplek {plek} ontbreekt.").format(plek=f"{{{naam}}}") for naam in mist),
        *(
            _("De invulplek {plek} staat niet in het Nederlands.").format(plek=f"{{{naam}}}")
            for naam in vreemd
        ),
    ]


def tekenfouten(tekst: str, taal: Taal) -> list[str]:
    """Characters that nobody sees, or that a program broke."""
    mag = _ZWNJ if taal.tag in _MET_ZWNJ else ""
    vreemd = {t for t in tekst if unicodedata.category(t) in _ONZICHTBAAR and t not in mag}
    uit = [
        _(
            "Een onzichtbaar teken (U+{teken}) staat in de tekst. Haal het weg; "
            "het programma zet de leesrichting zelf."
        ).format(teken=f"{ord(teken):04X}")
        for teken in sorted(vreemd)
    ]
    if _STUK in tekst:
        uit.append(_("Een letter is stuk gegaan (\ufffd). Bewaar het bestand opnieuw als UTF-8."))
    return uit
