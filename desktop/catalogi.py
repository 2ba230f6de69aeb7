"""Texts that come with the program, for the client and for the plan, read when they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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
from desktop.models.pipbeleid import beleid_uit as pipbeleid_uit
from desktop.models.pipkader import Pipkader
from desktop.models.piponderdelen import onderdelen_uit
from desktop.models.pipzinnen import standaard_uit, zinnen_uit
from desktop.models.prompts import Catalogus, Vertaalstatus, Vertaling
from desktop.models.vertaalwerk import Brontekst
from desktop.models.vragen import Vragenlijst, teksten
from desktop.models.woordkeus import Woordenlijst, woordenlijst_uit
from desktop.taal import N_

_TAALLIJSTEN = ("eenvoudig", "dreigend", "gevoelig", "vaktaal")
"""In the order in which `woordenlijst_uit` takes them."""
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
def woordenlijst() -> Woordenlijst:
    """The lists of the wording help, without how common a word is."""
    return woordenlijst_uit(
        bronnen.toml("beleid", "schrijven.toml"),
        *(bronnen.toml("taal", f"{naam}.toml") for naam in _TAALLIJSTEN),
    )


@cache
def woordenlijst_met_frequentie() -> Woordenlijst:
    """The same, with how common a word is. Takes 0.15 s the first time: not on the GUI thread.

    `wordfreq` (code Apache-2.0, data CC BY-SA 4.0) is loaded here only. Its small list has every
    word of at least Zipf 3, and no rarer one is looked up.
    """
    from wordfreq import get_frequency_list

    rijen = get_frequency_list("nl", "small")
    # Row n holds the words of -n centibel; Zipf counts from a billionth, in tenths of that scale.
    zipf = {woord: 9 - n / 100 for n, rij in enumerate(rijen) for woord in rij}
    return replace(woordenlijst(), zipf=zipf)


@cache
def pipkader() -> Pipkader:
    """Headings, sentences and numbers of the plan."""
    doelen = {code: tekst["tekst"] for code, tekst in schermteksten().items() if "tekst" in tekst}
    return Pipkader(
        onderdelen=onderdelen_uit(bronnen.toml("pip", "onderdelen.toml")),
        zinnen=zinnen_uit(bronnen.toml("pip", "voorstellen.toml"), doelen),
        standaard=standaard_uit(bronnen.toml("pip", "standaard.toml")),
        beleid=pipbeleid_uit(
            bronnen.toml("beleid", "pip.toml"), bronnen.toml("beleid", "termijnen.toml")
        ),
        woorden=woordenlijst(),
    )


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
