"""Where things stand on the timeline: days to pixels, ticks, and flags that never overlap."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from desktop.models.termijnbeleid import plus_maanden

LUCHT = 8.0
"""Between two flags in one row."""
STEEL = 2.0
"""From the pole to its flag."""


class Schaal(enum.Enum):
    """How many days are seen at once; ALLES is whatever there is."""

    ALLES = 0
    JAAR = 400
    KWARTAAL = 120
    MAAND = 45


class Tik(NamedTuple):
    """A line at the begin of a year, a month or a week."""

    dag: date
    soort: str
    """`jaar`, `maand` or `week`."""


class Vlag(NamedTuple):
    """What wants a place: its pole, how wide, and how much it matters (the lowest first)."""

    x: float
    breed: float
    rang: int


class Plek(NamedTuple):
    """Where a flag hangs. `rij` counts from the line; `links`..`rechts` is the flag itself."""

    boven: bool
    rij: int
    links: float
    rechts: float
    x: float


def leg(vlaggen: Sequence[Vlag], rechts: float, rijen: int) -> list[Plek | None]:
    """A place for each flag, None where there is no room: then only its point is seen.

    No flag covers another, and no pole runs through a flag.
    """
    uit: list[Plek | None] = [None] * len(vlaggen)
    vast: list[Plek] = []
    for n in sorted(range(len(vlaggen)), key=lambda n: (vlaggen[n].rang, vlaggen[n].x)):
        plek = next((p for p in _kandidaten(vlaggen[n], rechts, rijen) if _vrij(p, vast)), None)
        if plek is not None:
            uit[n] = plek
            vast.append(plek)
    return uit


def _kandidaten(vlag: Vlag, rechts: float, rijen: int) -> Iterator[Plek]:
    """Nearest to the line first; at the right edge a flag hangs to the left."""
    x, breed = vlag.x, vlag.breed
    if x + STEEL + breed <= rechts:
        van, tot = x + STEEL, x + STEEL + breed
    else:
        van, tot = x - STEEL - breed, x - STEEL
    for rij in range(rijen):
        for boven in (True, False):
            yield Plek(boven, rij, van, tot, x)


def _vrij(p: Plek, vast: Sequence[Plek]) -> bool:
    for q in vast:
        if p.boven is not q.boven:
            continue
        if p.rij == q.rij and p.links < q.rechts + LUCHT and q.links < p.rechts + LUCHT:
            return False
        if p.rij > q.rij and q.links <= p.x <= q.rechts:
            return False
        if p.rij < q.rij and p.links <= q.x <= p.rechts:
            return False
    return True


@dataclass(frozen=True)
class Maat:
    """The line from one day to another at a number of pixels a day."""

    van: date
    tot: date
    per_dag: float

    @property
    def breed(self) -> float:
        """All of it in pixels."""
        return (self.tot - self.van).days * self.per_dag

    def x(self, dag: date) -> float:
        """Where a day begins."""
        return (dag - self.van).days * self.per_dag

    def tikken(self) -> list[Tik]:
        """Years always; months and weeks where there is room for their names."""
        uit = []
        dag = date(self.van.year, self.van.month, 1)
        stap = next((m for m in (1, 3, 6) if self.per_dag * 30 * m >= MAAND_BREED), 12)
        while dag < self.tot:
            if dag >= self.van and (dag.month - 1) % stap == 0:
                uit.append(Tik(dag, "jaar" if dag.month == 1 else "maand"))
            dag = plus_maanden(dag, 1)
        if self.per_dag * 7 >= WEEK_BREED:
            maandag = self.van + timedelta(days=-self.van.weekday() % 7)
            while maandag < self.tot:
                if maandag.day > NAAST and (maandag + timedelta(days=NAAST)).month == maandag.month:
                    uit.append(Tik(maandag, "week"))
                maandag += timedelta(days=7)
        return uit


MAAND_BREED = 72
WEEK_BREED = 64
NAAST = 3
"""Days around the begin of a month in which a week would stand too close."""
