"""Until when the PIP can be made (domain.md 2.7, D1): the test comes before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.toetsbeleid import Toetsbeleid
from desktop.models.toetstijd import werkdag_vanaf


@dataclass(frozen=True)
class Piptermijn:
    """`uiterlijk` is the day to work towards, `wettelijk` the last day by law.

    `voorlopig`: one of the two dates that it begins at is not known.
    """

    uiterlijk: date
    wettelijk: date
    voorlopig: bool

    def dagen_over(self, vandaag: date) -> int:
        """Days left; less than nothing when it is too late."""
        return (self.uiterlijk - vandaag).days


def piptermijn(
    kennisgeving: date | None, brp: date | None, beleid: Toetsbeleid
) -> Piptermijn | None:
    """Counted from the later of the two dates; None while neither is known."""
    bekend = [dag for dag in (kennisgeving, brp) if dag is not None]
    if not bekend:
        return None
    ruw = max(bekend) + timedelta(days=beleid.pip_dagen)
    return Piptermijn(
        uiterlijk=ruw,
        wettelijk=werkdag_vanaf(ruw) if beleid.termijnenwet else ruw,
        voorlopig=len(bekend) < 2,
    )
