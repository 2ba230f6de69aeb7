"""Who says a prompt: a person's recording, the system, a synthetic voice, or nobody."""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.models.catalogus import Taal
from desktop.models.schrift import gewone_cijfers, koerdisch_in_arabisch


class Spraakbron(enum.StrEnum):
    """Who speaks, best first."""

    MENS = "mens"
    SYSTEEM = "systeem"
    SYNTHETISCH = "synthetisch"
    NIEMAND = "niemand"


@dataclass(frozen=True)
class Uiting:
    """One thing to say. All of it is in the spoken language, which the screen may not be in."""

    sleutel: str
    """`vraag` or the code of a tile: what is highlighted while it is said."""
    context: str
    """msgctxt; empty for a name or a number, of which there is no recording."""
    tekst: str
    """What stands on the screen, to know whether a recording is out of date."""
    uitspraak: str
    """What a synthetic voice reads; empty when there is no translation."""
    taal: str
    dialect: str = ""


@dataclass(frozen=True)
class Opnameregel:
    """A recording that is there, without its sound."""

    dialect: str
    tekst: str
    """What was read."""


@dataclass(frozen=True)
class Opnamegeluid:
    """A recording as Ogg Opus."""

    tekst: str
    ogg: bytes


class Opnamekast(Protocol):
    """Where recordings are, and which synthetic voices were tried. Empty while it is locked."""

    def regels(self, taal: str, context: str) -> Sequence[Opnameregel]:
        """The recordings of one prompt, one for each dialect."""

    def zoek(self, taal: str, dialect: str, context: str) -> Opnamegeluid | None:
        """The sound of one of them."""

    def beproefd(self, taal: str) -> Collection[str]:
        """Voices that somebody who speaks this language found good enough (peers.md F5)."""


@dataclass(frozen=True)
class Stem:
    """A voice that is not a recording. `naam`: engine and voice, such as `espeak:ti`."""

    naam: str
    vertrouwd: bool
    """It may read without being asked."""


@dataclass(frozen=True)
class Aanbod:
    """What this laptop has to say one prompt with."""

    opnamen: Sequence[Opnameregel] = ()
    systeem: Stem | None = None
    synthetisch: Stem | None = None

    def met_stem(self, naam: str) -> Aanbod:
        """Only the voice with this name."""
        systeem, synthetisch = (
            stem if stem is not None and stem.naam == naam else None
            for stem in (self.systeem, self.synthetisch)
        )
        return Aanbod((), systeem, synthetisch)


def vertrouwd(taal: Taal, naam: str, beproefd: Collection[str]) -> bool:
    """Whether a synthetic voice may read by itself: tried with a speaker, or good by itself.

    A voice that is borrowed from another language is never good by itself.
    """
    return naam in beproefd or (taal.stem_vertrouwd and not taal.stem_van)


def zelfde_tekst(gelezen: str, op_scherm: str) -> bool:
    """True when a recording of `gelezen` says what stands on the screen.

    Digits, invisible marks, spaces, and Kurmanji in the other script do not change how it sounds.
    """
    a, b = _klank_van(gelezen), _klank_van(op_scherm)
    return a == b or _klank_van(koerdisch_in_arabisch(a)) == b


def zonder_merken(tekst: str) -> str:
    """Without the invisible signs that only steer direction: nobody says those."""
    return "".join(teken for teken in tekst if unicodedata.bidirectional(teken) not in _RICHTING)


_RICHTING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _klank_van(tekst: str) -> str:
    return " ".join(gewone_cijfers(zonder_merken(tekst)).split())


def passende_opname(uiting: Uiting, opnamen: Iterable[Opnameregel]) -> Opnameregel | None:
    """The recording to play: own dialect first; what reads another text does not count."""
    if not uiting.context:
        return None
    goede = [o for o in opnamen if zelfde_tekst(o.tekst, uiting.tekst)]
    # After the own dialect the one that nobody gave a name, then by name.
    return min(goede, key=lambda o: (o.dialect != uiting.dialect, o.dialect), default=None)


def volgorde(uiting: Uiting, aanbod: Aanbod, *, vanzelf: bool = False) -> list[Spraakbron]:
    """Who can say it, best first; when the first fails the next one does. Empty: nobody.

    `vanzelf`: nobody touched for it, so only voices that are trusted.
    """
    bronnen = []
    if passende_opname(uiting, aanbod.opnamen) is not None:
        bronnen.append(Spraakbron.MENS)
    if zonder_merken(uiting.uitspraak).strip():
        stemmen = (
            (Spraakbron.SYSTEEM, aanbod.systeem),
            (Spraakbron.SYNTHETISCH, aanbod.synthetisch),
        )
        bronnen += [bron for bron, stem in stemmen if stem and (stem.vertrouwd or not vanzelf)]
    return bronnen


def wie_spreekt(uiting: Uiting, aanbod: Aanbod, *, vanzelf: bool = False) -> Spraakbron:
    """Who says it when nothing fails."""
    return next(iter(volgorde(uiting, aanbod, vanzelf=vanzelf)), Spraakbron.NIEMAND)
