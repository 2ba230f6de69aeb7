"""The client's texts and languages as they come with the program, read when they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from desktop import bronnen
from desktop.models.catalogus import (
    Ambtswoord,
    Taal,
    ambtswoorden_uit,
    schermteksten_uit,
    talen_uit,
)
from desktop.models.prompts import Catalogus, Vertaalstatus, Vertaling
from desktop.models.vertaalwerk import Brontekst
from desktop.models.vragen import Vragenlijst, teksten
from desktop.taal import N_

_DELEN = {
    "plan": N_("Mijn plan"),
    "toets": N_("Uitnodiging voor de toets"),
    "woord": N_("Woordenlijst"),
}


@cache
def talen() -> Mapping[str, Taal]:
    """Languages by tag, in the order of the file."""
    return {taal.tag: taal for taal in talen_uit(bronnen.toml("i18n", "talen.toml"))}


@cache
def schermteksten() -> Mapping[str, Mapping[str, Any]]:
    """Texts for the client that are not a question, by code."""
    return schermteksten_uit((bronnen.toml("vragen", "scherm.toml"), *bronnen.tomls("teksten")))


@cache
def ambtswoorden() -> tuple[Ambtswoord, ...]:
    """Official Dutch words with their explanation."""
    return ambtswoorden_uit(bronnen.toml("teksten", "woordenlijst.toml"))


@cache
def catalogus(tag: str) -> Catalogus:
    """The package's own catalogue of one language; empty when it has none."""
    delen = ("i18n", tag, "LC_MESSAGES", "vragen.po")
    if not bronnen.bron(*delen).exists():
        return Catalogus({})
    regel, regels = bronnen.po(*delen)
    return Catalogus(
        {
            r.context: Vertaling(
                r.bron, r.tekst, r.onzeker, _status(r.status), r.vormen, r.uitspraak
            )
            for r in regels
        },
        regel,
    )


def _status(woord: str) -> Vertaalstatus:
    """A word that a translator wrote; what nobody knows counts as a draft."""
    gewoon = woord.casefold().replace("ë", "e")
    geldig = (Vertaalstatus.NAGEKEKEN, Vertaalstatus.BEEDIGD)
    return next((s for s in geldig if s.value == gewoon), Vertaalstatus.CONCEPT)


def bronteksten(lijst: Vragenlijst) -> tuple[Brontekst, ...]:
    """Every Dutch text that the client can meet, in the order of the template.

    Its `deel` is the title of the domain for a question, else what kind of text it is.
    """
    uit: list[Brontekst] = []
    for bestand in (bronnen.toml("vragen", "scherm.toml"), *bronnen.tomls("teksten")):
        for t in bestand.get("tekst", ()):
            uit.append(_bron(t["code"], t["tekst"], t.get("meervoud", "")))
        uit += [_bron(w["code"], w["uitleg"]) for w in bestand.get("woord", ())]
    titels = {domein.code: domein.titel for domein in lijst.domeinen}
    uit += [Brontekst(context, nl, deel=titels[context[:2]]) for context, nl in teksten(lijst)]
    return tuple(uit)


def _bron(context: str, nederlands: str, meervoud: str = "") -> Brontekst:
    deel = _DELEN.get(context.split(".")[0], N_("Schermen"))
    return Brontekst(context, nederlands, meervoud, deel)
