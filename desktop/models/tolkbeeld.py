"""What the interpreter's window shows, and nothing else: the question in two languages.

Like the client's window it gets only these values: no store, no dossier. A judgement, a score
or a note cannot cross to it, for there is no field that could hold one.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.catalogus import Ambtswoord
from desktop.models.prompts import Prompts, Tekst

DOMEINBESTAND = {
    "SP": "sociale_participatie",
    "FG": "fysieke_gezondheid",
    "MG": "mentale_gezondheid",
    "WO": "wonen",
    "AD": "adl_huishouden",
    "MO": "mobiliteit",
    "RE": "regie",
    "OP": "opvoeden",
    "FI": "financien",
    "WK": "werk_opleiding",
}
"""Name of a domain in the list of official words."""

OPENING = (
    "opening.wie",
    "opening.tolk",
    "opening.geheim",
    "opening.opschrijven",
    "opening.niet-zeggen",
    "opening.pauze",
    "opening.begrepen",
)
OEFENEN = ("oefenen.raak", "oefenen.anders", "oefenen.weet-niet", "oefenen.stop")
AFSLUITEN = (
    "afsluiting.sterk",
    "afsluiting.wens1",
    "afsluiting.wens3",
    "afsluiting.straks",
    "afsluiting.vertel",
    "afsluiting.dank",
)

SCHERMCODES = {
    "welkom.titel": "O0",
    **{context: f"O{n}" for n, context in enumerate(OPENING, 1)},
    "taal.zin": "T0",
    "taal.vraag": "T1",
    "taal.wat-dan": "T2",
    **{context: f"P{n}" for n, context in enumerate(OEFENEN, 1)},
    "alleen.vraag": "X1",
    **{context: f"S{n}" for n, context in enumerate(AFSLUITEN, 1)},
}
"""Short codes of the sentences that are no question: one letter and a digit, so that none can be
taken for a question (WO05). The same on the client's screen, here, and on the telephone sheet."""


def schermcode(context: str) -> str:
    """The code of a sentence; empty when it has none."""
    return SCHERMCODES.get(context, "")


class Tolksoort(enum.StrEnum):
    """What kind of view it is."""

    LEEG = "leeg"
    """Locked: nothing at all."""
    WACHT = "wacht"
    PAUZE = "pauze"
    ZIN = "zin"
    """Sentences to say, with or without something to point at."""
    VRAAG = "vraag"


@dataclass(frozen=True)
class Tolkoptie:
    """One thing that the client can answer; `gekozen` when it stands as the answer."""

    tekst: Tekst
    gekozen: bool = False


@dataclass(frozen=True)
class Tolkwoord:
    """An official Dutch word, and what it means in both languages."""

    woord: str
    uitleg: Tekst


@dataclass(frozen=True)
class Daarna:
    """What comes after this."""

    code: str
    tekst: Tekst


@dataclass(frozen=True)
class Tolkbeeld:
    """One view of the interpreter."""

    soort: Tolksoort
    code: str = ""
    domein: str = ""
    """Code of the leefdomein, for its tint."""
    domeintitel: Tekst | None = None
    zinnen: tuple[Tekst, ...] = ()
    opties: tuple[Tolkoptie, ...] = ()
    antwoord: tuple[Tekst, ...] = ()
    """An answer that is none of the options: a number, a date, *I don't know*."""
    daarna: Daarna | None = None
    woorden: tuple[Tolkwoord, ...] = ()
    oefening: bool = False

    @property
    def contexten(self) -> tuple[str, ...]:
        """Every text here that can be flagged, the question first."""
        losse = (*self.zinnen, *(optie.tekst for optie in self.opties))
        met_uitleg = (*losse, *(woord.uitleg for woord in self.woorden))
        return tuple(dict.fromkeys(t.context for t in met_uitleg if t.context))

    def tekst_van(self, context: str) -> Tekst:
        """The text with this msgctxt. Raises KeyError."""
        losse = (*self.zinnen, *(optie.tekst for optie in self.opties))
        for tekst in (*losse, *(woord.uitleg for woord in self.woorden)):
            if tekst.context == context:
                return tekst
        raise KeyError(context)


LEEG = Tolkbeeld(Tolksoort.LEEG)


def woorden_voor(
    domein: str, ambtswoorden: Iterable[Ambtswoord], prompts: Prompts
) -> tuple[Tolkwoord, ...]:
    """The glossary: first the words of this domain, then those that are needed everywhere."""
    bestand = DOMEINBESTAND.get(domein, "")
    alle = tuple(ambtswoorden)
    eigen = [w for w in alle if bestand and bestand in w.domeinen]
    overal = [w for w in alle if not w.domeinen]
    return tuple(Tolkwoord(w.woord, prompts.tekst(w.code, w.uitleg)) for w in (*eigen, *overal))
