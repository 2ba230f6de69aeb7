"""Proposes sittings for candidates: as many as can be, who is due first earliest.

Nothing is written: it is a plan to accept or change. The work is done in `toetsverdeling`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.models.roosterregels import bezwaren_kandidaat
from desktop.models.toetsrooster import Bezwaar, Rooster, Soort, Toetsklant
from desktop.models.toetstafel import Vak
from desktop.models.toetsverdeling import verdeel


class Waarom(enum.StrEnum):
    """Why somebody could not be placed."""

    VRIJGESTELD = "vrijgesteld"
    HEEFT_UITSLAG = "heeft al een uitslag"
    HEEFT_PLEK = "heeft al een plek"
    GEEN_SESSIE = "geen toets in deze periode"
    VOL = "alle toetsen zijn vol"
    TOLK = "geen toets met een tolk in deze taal"
    GESPREK = "heeft dan een gesprek"


@dataclass(frozen=True)
class Plaatsing:
    """One person in one sitting; `waarschuwingen` are the soft objections."""

    klant: Toetsklant
    sessie_id: str
    waarschuwingen: tuple[Bezwaar, ...] = ()


@dataclass(frozen=True)
class Voorstel:
    """A plan to accept or change; nothing is written yet."""

    plaatsingen: tuple[Plaatsing, ...]
    niet_geplaatst: tuple[tuple[Toetsklant, Waarom], ...]
    tolken: Mapping[str, str] = field(default_factory=dict)
    """Sittings that need an interpreter, who is not there yet: language by sitting."""

    def tolken_voor(self, plan: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Those still needed by (candidate, sitting) as it was changed."""
        talen = {p.klant.kandidaat_id: p.klant.tolk_taal for p in self.plaatsingen}
        nodig = {(sessie_id, talen.get(kandidaat_id)) for kandidaat_id, sessie_id in plan}
        return {s: taal for s, taal in self.tolken.items() if (s, taal) in nodig}


def stel_voor(
    rooster: Rooster, klanten: Sequence[Toetsklant], *, nu: datetime, seconden: float = 0.8
) -> Voorstel:
    """The first sittings that fit; people who need no seat are told apart, with why."""
    weg: list[tuple[Toetsklant, Waarom]] = []
    open_: list[Toetsklant] = []
    bezet = {k for b in rooster.boekingen for k in b.bezet}
    for klant in sorted(klanten, key=_volgorde):
        if klant.vrijgesteld:
            weg.append((klant, Waarom.VRIJGESTELD))
        elif klant.heeft_uitslag:
            weg.append((klant, Waarom.HEEFT_UITSLAG))
        elif klant.kandidaat_id in bezet:
            weg.append((klant, Waarom.HEEFT_PLEK))
        else:
            open_.append(klant)
    vakken = _vakken(rooster, nu)
    if not open_ or not vakken:
        return Voorstel((), (*weg, *((k, _leeg(rooster, nu)) for k in open_)))
    talen, gekozen = verdeel(open_, vakken, seconden)
    plaatsingen, tolken = [], {}
    for klant, plek in zip(open_, gekozen, strict=True):
        if plek is None:
            weg.append((klant, _waarom(klant, vakken, talen)))
            continue
        vak = vakken[plek]
        if klant.tolk_taal and not vak.boeking.gegevens.tolk_taal:
            tolken[vak.boeking.id] = klant.tolk_taal
        zacht = tuple(
            b
            for b in bezwaren_kandidaat(rooster, vak.boeking, klant, nu=nu)
            if not b.hard and b.soort is not Soort.TOLK
        )
        plaatsingen.append(Plaatsing(klant, vak.boeking.id, zacht))
    orde = {vak.boeking.id: n for n, vak in enumerate(vakken)}
    plaatsingen.sort(key=lambda p: (orde[p.sessie_id], p.klant.naam))
    return Voorstel(tuple(plaatsingen), tuple(weg), tolken)


def _volgorde(klant: Toetsklant) -> tuple[bool, Any, str, str]:
    return (klant.pip_uiterlijk is None, klant.pip_uiterlijk, klant.naam, klant.kandidaat_id)


def _vakken(rooster: Rooster, nu: datetime) -> list[Vak]:
    uit = []
    proef = Toetsklant("", "")
    for boeking in sorted(
        rooster.boekingen, key=lambda b: (b.gegevens.datum, b.gegevens.begin, b.id)
    ):
        # One that anybody may join: not begun, and with a seat.
        if any(b.hard for b in bezwaren_kandidaat(rooster, boeking, proef, nu=nu)):
            continue
        vrij = rooster.plekken(boeking.gegevens) - len(boeking.bezet)
        uit.append(Vak(boeking, vrij, boeking.gegevens.tolk_taal))
    return uit


def _leeg(rooster: Rooster, nu: datetime) -> Waarom:
    """No seat at all: because there is no sitting to come, or because all are full."""
    for boeking in rooster.boekingen:
        bezwaren = bezwaren_kandidaat(rooster, boeking, Toetsklant("", ""), nu=nu)
        if {b.soort for b in bezwaren if b.hard} == {Soort.PLEKKEN}:
            return Waarom.VOL
    return Waarom.GEEN_SESSIE


def _waarom(klant: Toetsklant, vakken: Sequence[Vak], talen: Sequence[str | None]) -> Waarom:
    """Why this one has no seat, though there are sittings."""
    vrij = [not klant.gesprek_onder(vak.boeking.gegevens) for vak in vakken]
    if not any(vrij):
        return Waarom.GESPREK
    if klant.tolk_taal and not any(
        kan and klant.tolk_taal == taal for kan, taal in zip(vrij, talen, strict=True)
    ):
        return Waarom.TOLK
    return Waarom.VOL
