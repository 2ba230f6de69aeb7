"""All dates of one person, D1 to D20 of domain.md 2.7, from dated facts and policy.

Each rule is a function of its own: `termijnpip` (until the plan), `termijnloop` (the three
years), `termijnrest` (benefit, age, hours, keeping). Nothing here is stored: a date is computed
when it is asked for, so that it can never be older than what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.termijn import Regel, Soort, Stand, Status, Termijn
from desktop.models.termijnbeleid import Termijnbeleid
from desktop.models.termijnfeiten import Feiten
from desktop.models.termijnloop import (
    duobrief,
    examens,
    inburgeringstermijn,
    jong_voor_onderwijsroute,
    looptijd,
    map_streefdag,
    map_uiterlijk,
    pvt_uiterlijk,
    route_uiterlijk,
    routewissel,
    verlenging_vanaf,
    voortgang,
)
from desktop.models.termijnpip import (
    bezwaar,
    intake_plannen,
    intake_voeren,
    pip_na_informatie,
    pip_uiterlijk,
)
from desktop.models.termijnrest import afschalen, aow, bewaren, ontzorgen, zroute


def bereken(feiten: Feiten, beleid: Termijnbeleid, vandaag: date) -> tuple[Termijn, ...]:
    """Every date that these facts give, in the order of the rules.

    `vandaag` only says whether an AOW age is near; it moves no date.
    """
    return tuple(t for t in _alle(feiten, beleid, vandaag) if t is not None)


def _alle(feiten: Feiten, beleid: Termijnbeleid, vandaag: date) -> Iterator[Termijn | None]:
    yield pip_uiterlijk(feiten, beleid)
    yield pip_na_informatie(feiten, beleid)
    yield intake_plannen(feiten, beleid)
    yield intake_voeren(feiten, beleid)
    for versie in feiten.versies:
        yield bezwaar(versie, beleid)
    loop = looptijd(feiten, beleid)
    if loop is not None:
        yield inburgeringstermijn(loop, beleid)
        yield routewissel(loop, beleid)
        yield map_streefdag(loop, feiten, beleid)
        yield map_uiterlijk(loop, feiten, beleid)
        yield route_uiterlijk(loop, feiten, beleid)
        yield pvt_uiterlijk(loop, feiten, beleid)
        yield verlenging_vanaf(loop, beleid)
        yield duobrief(loop, beleid)
        yield from examens(loop, feiten, beleid)
    yield from ontzorgen(feiten, beleid)
    yield aow(feiten, loop, beleid, vandaag)
    yield afschalen(feiten, beleid)
    yield from zroute(feiten, loop, beleid)
    if loop is not None:
        yield from voortgang(loop, beleid)
        yield jong_voor_onderwijsroute(loop, feiten, beleid)
    yield bewaren(feiten, beleid)


@dataclass(frozen=True)
class Termijnen:
    """The dates of one dossier, as they stand on one day."""

    alle: tuple[Termijn, ...]
    vandaag: date
    nabij: int
    """Days before a date from which it asks for attention."""

    @property
    def op_volgorde(self) -> Sequence[Termijn]:
        """By day; D1 only while no awaited information (D2) took its place."""
        vervangen = {Regel.D1} if self.van(Regel.D2) is not None else set()
        return sorted(
            (t for t in self.alle if t.regel not in vervangen), key=lambda t: (t.ruw, t.sleutel)
        )

    @property
    def zichtbaar(self) -> Sequence[Termijn]:
        """What stands on the timeline."""
        return [t for t in self.op_volgorde if not t.stil]

    def eerstvolgende(self, aantal: int) -> Sequence[Termijn]:
        """What comes next: what is late or awaited too, for that still has to be done."""
        open_ = (Stand.LAAT, Stand.NABIJ, Stand.WACHT, Stand.KOMEND)
        return [t for t in self.zichtbaar if self.stand(t) in open_][:aantal]

    def stand(self, termijn: Termijn) -> Stand:
        """Where this date stands today."""
        return termijn.stand(self.vandaag, self.nabij)

    def aandacht(self, termijn: Termijn) -> bool:
        """True for what is late or near, or asks attention by itself."""
        stand = self.stand(termijn)
        return stand in (Stand.LAAT, Stand.NABIJ) or (termijn.let_op and stand is not Stand.VOORBIJ)

    def van(self, regel: Regel, nummer: int | None = None) -> Termijn | None:
        """The date of a rule; of several the first, or the one with this number."""
        return next((t for t in self.alle if t.regel is regel and nummer in (None, t.nummer)), None)

    @property
    def pip(self) -> Termijn | None:
        """Until when the PIP can be made: D2 where it holds, else D1."""
        return self.van(Regel.D2) or self.van(Regel.D1)


__all__ = ["Regel", "Soort", "Stand", "Status", "Termijn", "Termijnen", "bereken"]
