"""What of the client's screen can be heard, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.models.clientbeeld import Beeldsoort, Clientbeeld
from desktop.models.prompts import Prompts, Tekst
from desktop.models.spraak import Uiting
from desktop.models.taalkeuze import Taalkeuze

VRAAG, WEET_NIET, ZEG_NIET = "vraag", "balk:weet-niet", "balk:zeg-niet"
"""Keys of what is said; a tile goes by its own code."""


@dataclass(frozen=True)
class Geluidsbeeld:
    """`hoorbaar`: keys that somebody or something can say; `klinkt`: what sounds now;
    `gehoord`: what a next touch chooses, where touching says a choice first."""

    hoorbaar: frozenset[str] = frozenset()
    klinkt: str = ""
    gehoord: str = ""


def uitingen(
    beeld: Clientbeeld, prompts: Prompts, gesproken: Prompts, keuze: Taalkeuze
) -> list[Uiting]:
    """All that can be said of a screen, in the order in which it is read.

    `prompts` is what stands on the screen, `gesproken` the language that is heard: the
    two may differ, as the client's reading and speaking do.
    """
    uit = []
    for sleutel, tekst in _teksten(beeld, prompts):
        uiting = uiting_van(sleutel, tekst, gesproken, keuze)
        if uiting is not None:
            uit.append(uiting)
    return uit


def _teksten(beeld: Clientbeeld, prompts: Prompts) -> Iterator[tuple[str, Tekst]]:
    for tekst in (beeld.titel, beeld.uitleg):
        if tekst is not None:
            yield VRAAG, tekst
    for tegel in beeld.tegels:
        yield tegel.code, tegel.tekst
    if beeld.mag_niet_antwoorden and beeld.soort in (
        Beeldsoort.VRAAG,
        Beeldsoort.GETAL,
        Beeldsoort.OEFENEN,
    ):
        yield WEET_NIET, prompts.scherm("antwoord.weet-niet")
        yield ZEG_NIET, prompts.scherm("antwoord.zeg-niet")


def uiting_van(sleutel: str, tekst: Tekst, gesproken: Prompts, keuze: Taalkeuze) -> Uiting | None:
    """What is said of one text, in the spoken language; None when nobody can say it."""
    leeg = Uiting(sleutel, tekst.context, "", "", keuze.spraaktaal, keuze.dialect)
    if not tekst.context:
        return replace(leeg, tekst=tekst.tekst, uitspraak=tekst.nederlands)
    gezegd = gesproken.tekst(tekst.context, tekst.nederlands)
    if gezegd.vertaald:
        uitspraak = gesproken.uitspraak(tekst.context, tekst.nederlands)
        return replace(leeg, tekst=gezegd.tekst, uitspraak=uitspraak)
    if keuze.spraaktaal == keuze.taal and tekst.vertaald:
        # A number was filled in: there is no recording of it.
        return replace(leeg, context="", tekst=tekst.tekst, uitspraak=tekst.tekst)
    return None
