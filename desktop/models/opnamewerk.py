"""What there is to read aloud in a language, and how far the recordings of it are."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.models.prompts import Prompts
from desktop.models.spraak import zelfde_tekst
from desktop.models.vertaalwerk import Brontekst, plaatsen

OP_PAPIER = frozenset({"plan", "toets", "woord", "pdf"})
"""First part of the codes of what is only printed: nothing says those aloud."""


class Ingetrokken(Domeinfout):
    """A package holds a voice whose consent was withdrawn here; nothing of it is taken."""

    def __init__(self, spreker: str) -> None:
        super().__init__(
            "{spreker} heeft de toestemming ingetrokken. Deze stem gaat niet meer in het "
            "programma. Er is niets veranderd.",
            spreker=spreker,
        )


def vervallen(gegeven: date, ingetrokken: date | None) -> bool:
    """Whether consent of that day was withdrawn since; on the same day it counts as withdrawn."""
    return ingetrokken is not None and gegeven <= ingetrokken


class Opnamestand(enum.StrEnum):
    """Whether a text was read by a person."""

    ONTBREEKT = "ontbreekt"
    VEROUDERD = "verouderd"
    GOED = "goed"


@dataclass(frozen=True)
class Zin:
    """One text to read, for all places where it stands: nobody reads `Nee` twenty times."""

    contexten: tuple[str, ...]
    nederlands: str
    tekst: str
    delen: frozenset[str]
    """Domains, or kinds of text, in which it stands."""

    @property
    def gehoord(self) -> bool:
        """False for what is only on paper."""
        return any(c.split(".")[0] not in OP_PAPIER for c in self.contexten)


@dataclass(frozen=True)
class Opgenomen:
    """A recording without its sound."""

    id: str
    taal: str
    dialect: str
    context: str
    tekst: str
    spreker: str
    toestemming_op: date
    opgenomen_op: date
    duur_ms: int


@dataclass(frozen=True)
class Opnamestuk:
    """A recording with its sound as Ogg Opus: as it is made, and as it travels in a package."""

    taal: str
    dialect: str
    context: str
    tekst: str
    spreker: str
    toestemming_op: date
    opgenomen_op: date
    duur_ms: int
    ogg: bytes


@dataclass(frozen=True)
class Inspreekopdracht:
    """Who reads what: chosen once, and kept for the next time."""

    taal: str
    dialect: str
    spreker: str
    toestemming_op: date
    deel: str = ""
    """One domain; empty is all that a client can hear."""


def keur_opdracht(
    taal: str, dialect: str, spreker: str, toestemming_op: date | None, deel: str = ""
) -> Inspreekopdracht:
    """Raises Invoerfout: without a name nobody can withdraw, without consent nothing is kept."""
    naam = " ".join(spreker.split())
    if len(naam) < 2:
        raise Invoerfout("spreker", "Schrijf op wie de zinnen voorleest.")
    if toestemming_op is None:
        raise Invoerfout(
            "toestemming", "Vraag eerst of de spreker het goed vindt, en zet dan een vinkje."
        )
    return Inspreekopdracht(taal, dialect, naam, toestemming_op, deel)


def zinnen(bronnen: Iterable[Brontekst], prompts: Prompts) -> list[Zin]:
    """All that can be read aloud in a language: translated, and without a place to fill in."""
    samen: dict[tuple[str, str], tuple[list[str], set[str]]] = {}
    for bron in bronnen:
        if bron.meervoud or plaatsen(bron.nederlands):
            continue
        tekst = prompts.tekst(bron.context, bron.nederlands)
        if tekst.vertaald:
            contexten, delen = samen.setdefault((bron.nederlands, tekst.tekst), ([], set()))
            contexten.append(bron.context)
            delen.add(bron.deel)
    return [
        Zin(tuple(contexten), nederlands, tekst, frozenset(delen))
        for (nederlands, tekst), (contexten, delen) in samen.items()
    ]


def kies_deel(alle: Iterable[Zin], deel: str) -> list[Zin]:
    """The texts of one domain; without one all that a client can hear."""
    return [z for z in alle if (deel in z.delen if deel else z.gehoord)]


def stand_van(zin: Zin, gelezen: Mapping[str, str]) -> Opnamestand:
    """`gelezen`: what was read by context, in one dialect."""
    er_zijn = [gelezen[c] for c in zin.contexten if c in gelezen]
    if any(not zelfde_tekst(tekst, zin.tekst) for tekst in er_zijn):
        return Opnamestand.VEROUDERD
    return Opnamestand.GOED if len(er_zijn) == len(zin.contexten) else Opnamestand.ONTBREEKT


@dataclass(frozen=True)
class Lijstregel:
    """One reading in the list of recordings, for all places where it is used."""

    eerste: Opgenomen
    ids: tuple[str, ...]
    verouderd: bool


def lijstregels(opnamen: Iterable[Opgenomen], nu: Mapping[str, str]) -> list[Lijstregel]:
    """Readings in the order of `nu` (today's texts by context), what is outdated first."""
    plek = {context: nr for nr, context in enumerate(nu)}
    samen: dict[tuple[object, ...], list[Opgenomen]] = {}
    for o in sorted(opnamen, key=lambda o: (plek.get(o.context, len(plek)), o.context, o.dialect)):
        sleutel = (o.dialect, o.tekst, o.spreker, o.opgenomen_op, o.duur_ms)
        samen.setdefault(sleutel, []).append(o)
    regels = [_regel(groep, nu) for groep in samen.values()]
    return sorted(regels, key=lambda r: not r.verouderd)


def _regel(groep: Sequence[Opgenomen], nu: Mapping[str, str]) -> Lijstregel:
    oud = [o for o in groep if not zelfde_tekst(o.tekst, nu.get(o.context, ""))]
    return Lijstregel(groep[0], tuple(o.id for o in groep), bool(oud))


def vervangt(nieuw: Opnamestuk, hier: Opgenomen) -> bool:
    """Whether a recording from a package takes the place of this one: not of a later one."""
    return nieuw.opgenomen_op >= hier.opgenomen_op
