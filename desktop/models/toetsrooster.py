"""The sittings that stand and what they need, as plain values, and what can be against a plan."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.models.fouten import Domeinfout
from desktop.models.piptermijn import Piptermijn
from desktop.models.toetsmiddelen import SCHERMEN, Apparaatsoort, Dicht
from desktop.models.toetssessie import Sessiegegevens


class Soort(enum.StrEnum):
    """What an objection is about."""

    INVOER = "invoer"
    VERLEDEN = "verleden"
    RUIMTE = "ruimte"
    BEGELEIDER = "begeleider"
    APPARAAT = "apparaat"
    PLEKKEN = "plekken"
    OPEN = "open"
    FEESTDAG = "feestdag"
    CERTIFICAAT = "certificaat"
    TOESTEMMING = "toestemming"
    PLAATS = "plaats"
    KANDIDAAT = "kandidaat"
    TOLK = "tolk"
    TERMIJN = "termijn"


@dataclass(frozen=True)
class Bezwaar:
    """One objection. `sessie_id` is the booking in the way, for a screen to point at."""

    soort: Soort
    hard: bool
    veld: str
    zin: str
    waarden: Mapping[str, Any] = field(default_factory=dict)
    sessie_id: str | None = None
    piptermijn: Piptermijn | None = field(default=None, compare=False)
    """Where the day that it names comes from."""

    def __str__(self) -> str:
        return self.zin.format(**self.waarden)


class Roosterfout(Domeinfout):
    """A plan that cannot be; `bezwaren` are all the refusals, the first one is the sentence."""

    def __init__(self, bezwaren: Collection[Bezwaar]) -> None:
        eerste = next(iter(bezwaren))
        super().__init__(eerste.zin, **eerste.waarden)
        self.bezwaren = tuple(bezwaren)


def eis_geen(bezwaren: Collection[Bezwaar]) -> tuple[Bezwaar, ...]:
    """The soft ones. Raises Roosterfout when there is a hard one."""
    if hard := [b for b in bezwaren if b.hard]:
        raise Roosterfout(hard)
    return tuple(bezwaren)


@dataclass(frozen=True)
class Ruimte:
    """A room in its building."""

    id: str
    naam: str
    plekken: int
    locatie_id: str
    locatie: str
    stadhuis: bool = False
    adres: str = ""


@dataclass(frozen=True)
class Begeleider:
    """A toetsbegeleider, and until when."""

    id: str
    naam: str
    certificaat_op: date | None
    certificaat_tot: date | None
    toestemming_op: date | None
    toestemming_tot: date | None
    organisatie: str = ""
    medewerker_id: str | None = None


@dataclass(frozen=True)
class Apparaat:
    """A device."""

    id: str
    naam: str
    soort: Apparaatsoort
    kapot: bool = False


@dataclass(frozen=True)
class Opening:
    """Hours of one weekday (Monday is 1)."""

    locatie_id: str
    weekdag: int
    van: str
    tot: str


@dataclass(frozen=True)
class Boeking:
    """A sitting that stands. `namen` are those of `bezet` that this laptop knows."""

    id: str
    gegevens: Sessiegegevens
    bezet: frozenset[str] = frozenset()
    namen: Mapping[str, str] = field(default_factory=dict)

    @property
    def wanneer(self) -> str:
        """`24-11-2026 van 09:30 tot 11:00`."""
        g = self.gegevens
        return f"{g.datum:%d-%m-%Y} van {g.begin} tot {g.einde}"


@dataclass(frozen=True)
class Toetsklant:
    """Somebody to plan, as far as the rules weigh it."""

    kandidaat_id: str
    naam: str
    pip_uiterlijk: date | None = None
    piptermijn: Piptermijn | None = field(default=None, compare=False)
    """Where that day comes from; no rule of the roster looks at it."""
    vrijgesteld: bool = False
    heeft_uitslag: bool = False
    tolk_taal: str | None = None
    """Language of the interpreter that is wanted; None for nobody."""
    uitlegtaal: str | None = None
    gesprekken: tuple[tuple[date, str], ...] = ()
    """Days and times of talks of the intake: nobody is in two places."""

    def gesprek_onder(self, plan: Sessiegegevens) -> str:
        """The time of a talk that begins during this sitting; empty for none."""
        return next(
            (t for dag, t in self.gesprekken if dag == plan.datum and plan.begin <= t < plan.einde),
            "",
        )


@dataclass(frozen=True)
class Rooster:
    """All that stands: places, people, devices and the sittings that are not called off."""

    ruimten: Mapping[str, Ruimte]
    begeleiders: Mapping[str, Begeleider]
    apparaten: Mapping[str, Apparaat] = field(default_factory=dict)
    openingen: tuple[Opening, ...] = ()
    sluitingen: tuple[Dicht, ...] = ()
    boekingen: tuple[Boeking, ...] = ()

    def tegelijk(self, plan: Sessiegegevens, *, behalve: str | None = None) -> Iterator[Boeking]:
        """The sittings that overlap; one that begins when another ends does not."""
        for boeking in self.boekingen:
            g = boeking.gegevens
            overlapt = g.begin < plan.einde and plan.begin < g.einde
            if boeking.id != behalve and g.datum == plan.datum and overlapt:
                yield boeking

    def ruimte_van(self, plan: Sessiegegevens) -> Ruimte | None:
        """The room of a plan."""
        return self.ruimten.get(plan.ruimte_id)

    def plekken(self, plan: Sessiegegevens) -> int:
        """Seats that can be filled: as the room has, or as there are screens when some are set."""
        ruimte = self.ruimte_van(plan)
        plekken = ruimte.plekken if ruimte else 0
        schermen = sum(
            1 for a in plan.apparaten if (x := self.apparaten.get(a)) and x.soort in SCHERMEN
        )
        return min(plekken, schermen) if schermen else plekken
