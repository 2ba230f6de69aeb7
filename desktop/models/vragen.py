"""The question list: what is asked, of whom, when, and what it means (domain.md 3.3).

Questions are data (`resources/vragen/*.toml`); this module reads them into
frozen objects and knows their rules. An intake keeps the list that it began
with, as JSON, so that an update does not change a running conversation.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from desktop.models.basis import Stroomklasse
from desktop.taal import N_


class Vraagtype(enum.StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTI = "multi"
    YN = "yn"
    FACE3 = "face3"
    SCALE = "scale"
    NUM = "num"
    DATE = "date"
    GRID = "grid"
    TEXT = "text"


class Wie(enum.StrEnum):
    """P: the client points. PG: points and tells. G: talk. K: the klantmanager's judgement."""

    P = "P"
    PG = "PG"
    G = "G"
    K = "K"


class Gespreksdeel(enum.StrEnum):
    """Which part of the talk a question belongs to (domain.md 7.6)."""

    VIERGESPREK = "viergesprek"
    BESLOTEN = "besloten"
    WERK = "werk"


# domain.md 7.6: first with all four parties, then without COA and VluchtelingenWerk, then work.
VOLGORDE = ("SP", "WO", "FI", "OP", "MO", "AD", "RE", "FG", "MG", "WK")
BESLOTEN_DOMEINEN = frozenset({"FG", "MG"})
BESLOTEN_VRAGEN = ("RE11",)

KLASSE_VAN_DOMEIN = {
    "SP": Stroomklasse.SOCIAAL,
    "WO": Stroomklasse.WONEN,
    "AD": Stroomklasse.DAGELIJKS,
    "MO": Stroomklasse.MOBILITEIT,
    "RE": Stroomklasse.REGIE,
    "FI": Stroomklasse.GELD,
    "OP": Stroomklasse.KINDEREN,
    "FG": Stroomklasse.GEZONDHEID,
    "MG": Stroomklasse.GEZONDHEID,
    "WK": Stroomklasse.WERK,
}
"""Stream of a domain's ordinary answers: a partner gets whole domains (domain.md 7.6)."""

JA_NEE = ("ja", "nee")
GEZICHTEN = ("goed", "gaat", "slecht")
SCHAAL = ("1", "2", "3", "4", "5", "nog-niet")
SCHAAL_WOORDEN = {
    "1": N_("Nu hulp nodig"),
    "2": N_("Lukt niet"),
    "3": N_("Lukt met veel hulp"),
    "4": N_("Lukt met soms hulp"),
    "5": N_("Lukt zelf"),
    "nog-niet": N_("Nog niet te beoordelen"),
}


@dataclass(frozen=True)
class Optie:
    """One thing to choose. `context` is its msgctxt in the catalogues."""

    code: str
    tekst: str
    pictogram: str | None
    context: str
    exporteer: str | None = None


@dataclass(frozen=True)
class Voorwaarde:
    """One way in which a question becomes relevant."""

    vraag: str | None = None
    keuze: tuple[str, ...] = ()
    niet: tuple[str, ...] = ()
    minimaal: float | None = None
    feit: str | None = None


@dataclass(frozen=True)
class Deel:
    """An extra part of a composite question: to whom the debt is, how many hours a week."""

    code: str
    tekst: str
    type: Vraagtype
    context: str
    scherm: bool = False
    als: tuple[str, ...] = ()
    opties: tuple[Optie, ...] = ()
    eenheid: str | None = None
    max: int | None = None
    geen: str | None = None


@dataclass(frozen=True)
class Rij:
    """A fixed row of a grid."""

    code: str
    tekst: str
    pictogram: str | None
    context: str


@dataclass(frozen=True)
class Kolom:
    """A column of a grid; `type` is keuze, aan, getal, tekst or maand."""

    code: str
    tekst: str
    type: str
    pictogram: str | None
    context: str
    opties: tuple[Optie, ...] = ()
    eenheid: str | None = None


@dataclass(frozen=True)
class Raster:
    """Rows by columns. `soort`: vast (given), rijen (added by hand), kinderen (a row a child)."""

    soort: str
    scherm: bool
    rijtitel: str
    rijen: tuple[Rij, ...]
    kolommen: tuple[Kolom, ...]


@dataclass(frozen=True)
class Vraag:
    """One question. Its code is stable for ever; a changed meaning gets a new code."""

    code: str
    domein: str
    tekst: str
    type: Vraagtype
    wie: Wie
    bijzonder: frozenset[str] = frozenset()
    doel: str = ""
    dekking: tuple[str, ...] = ()
    alleen: bool = False
    afgeschermd: bool = False
    hulp: str = ""
    max: int | None = None
    geordend: bool = False
    geen: str | None = None
    minimaal: int | None = None
    maximaal: int | None = None
    eenheid: str | None = None
    voorwaarden: tuple[Voorwaarde, ...] = ()
    opties: tuple[Optie, ...] = ()
    delen: tuple[Deel, ...] = ()
    raster: Raster | None = None

    @property
    def context(self) -> str:
        """msgctxt of the prompt."""
        return self.code

    @property
    def voor_client(self) -> bool:
        """True when the client can answer by pointing; K and G questions never show as tiles."""
        return self.wie in (Wie.P, Wie.PG)

    @property
    def oordeel(self) -> bool:
        """True for the klantmanager's own judgement, which the client's screen never shows."""
        return self.wie is Wie.K

    @property
    def reden_verplicht(self) -> bool:
        """A score needs one sentence of reason (domain.md 3.2)."""
        return self.type is Vraagtype.SCALE

    @property
    def gezondheid(self) -> bool:
        """True for health data (AVG art. 9): what is marked so, and the whole blocks FG and MG.

        Source: domain.md 7.5. Even "do you have a doctor" says something there.
        """
        return "GZ" in self.bijzonder or self.domein in BESLOTEN_DOMEINEN

    @cached_property
    def keuzecodes(self) -> tuple[str, ...]:
        """Codes that may be chosen, in the order of the screen."""
        match self.type:
            case Vraagtype.YN:
                return JA_NEE
            case Vraagtype.FACE3:
                return GEZICHTEN
            case Vraagtype.SCALE:
                return SCHAAL
            case _:
                return tuple(optie.code for optie in self.opties)

    @property
    def deel_van_gesprek(self) -> Gespreksdeel:
        """Part of the talk in which it is proposed."""
        if self.domein in BESLOTEN_DOMEINEN or self.alleen:
            return Gespreksdeel.BESLOTEN
        return Gespreksdeel.WERK if self.domein == "WK" else Gespreksdeel.VIERGESPREK

    @property
    def stroomklasse(self) -> Stroomklasse:
        """Stream of its answers, the most guarded class first."""
        if self.afgeschermd:
            return Stroomklasse.AFGESCHERMD
        if self.gezondheid:
            return Stroomklasse.GEZONDHEID
        if "KI" in self.bijzonder:
            return Stroomklasse.KINDEREN
        if "FI" in self.bijzonder or self.domein == "FI":
            return Stroomklasse.GELD
        if self.oordeel:
            return Stroomklasse.SCORE
        return KLASSE_VAN_DOMEIN.get(self.domein, Stroomklasse.GEWOON)

    def optie(self, code: str) -> Optie | None:
        """The option with this code."""
        return next((optie for optie in self.opties if optie.code == code), None)

    def deel(self, code: str) -> Deel:
        """The part with this code. Raises KeyError."""
        for deel in self.delen:
            if deel.code == code:
                return deel
        raise KeyError(code)


@dataclass(frozen=True)
class Leefdomein:
    """One of the ten domains with its questions in the order of the list."""

    code: str
    titel: str
    titel_client: str
    pictogram: str
    kern: str
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True)
class Vragenlijst:
    """A whole question list; `versie` is a digest of its contents."""

    versie: str
    domeinen: tuple[Leefdomein, ...]
    bron: Mapping[str, Any] = field(repr=False, compare=False)

    @cached_property
    def vragen(self) -> Mapping[str, Vraag]:
        """All questions by code."""
        return {vraag.code: vraag for domein in self.domeinen for vraag in domein.vragen}

    def domein(self, code: str) -> Leefdomein:
        """The domain with this code. Raises KeyError."""
        for domein in self.domeinen:
            if domein.code == code:
                return domein
        raise KeyError(code)

    @cached_property
    def gespreksvolgorde(self) -> tuple[Vraag, ...]:
        """Proposed order: four-party part, the part without third parties, work (domain.md 7.6)."""
        per_code = {domein.code: domein for domein in self.domeinen}
        volgorde: list[Vraag] = []
        for code in VOLGORDE:
            if code in per_code:
                volgorde += [v for v in per_code[code].vragen if v.code not in BESLOTEN_VRAGEN]
            if code == "MG":
                volgorde += [self.vragen[c] for c in BESLOTEN_VRAGEN if c in self.vragen]
        return tuple(volgorde)

    def als_json(self) -> str:
        """What an intake keeps of the list it began with."""
        return json.dumps(self.bron, ensure_ascii=False, sort_keys=True)


def teksten(lijst: Vragenlijst) -> Iterator[tuple[str, str]]:
    """Every translatable text that the client can meet: (msgctxt, Dutch)."""
    for domein in lijst.domeinen:
        yield f"{domein.code}.titel", domein.titel_client
        for vraag in domein.vragen:
            if vraag.oordeel:
                continue
            yield vraag.context, vraag.tekst
            for optie in vraag.opties:
                yield optie.context, optie.tekst
            for deel in vraag.delen:
                if deel.scherm:
                    yield deel.context, deel.tekst
                    for optie in deel.opties:
                        yield optie.context, optie.tekst
            if vraag.raster and vraag.raster.scherm:
                for rij in vraag.raster.rijen:
                    yield rij.context, rij.tekst
                for kolom in vraag.raster.kolommen:
                    yield kolom.context, kolom.tekst
                    for optie in kolom.opties:
                        yield optie.context, optie.tekst
