"""Until when the PIP can be made, for whoever plans the test that comes before it (D1, D2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.models.termijn import Termijn
from desktop.models.termijnbeleid import Termijnbeleid
from desktop.models.termijnfeiten import Feiten, Informatie
from desktop.models.termijnpip import pip_na_informatie, pip_uiterlijk


@dataclass(frozen=True)
class Piptermijn:
    """The day to work towards, and the rule that it comes from."""

    termijn: Termijn

    @property
    def uiterlijk(self) -> date:
        """The day to work towards."""
        return self.termijn.ruw

    @property
    def voorlopig(self) -> bool:
        """One of the two dates that it begins at is not known."""
        return self.termijn.voorlopig

    def dagen_over(self, vandaag: date) -> int:
        """Days left; less than nothing when it is too late."""
        return (self.uiterlijk - vandaag).days


def piptermijn(
    kennisgeving: date | None,
    brp: date | None,
    beleid: Termijnbeleid,
    *,
    ss139: date | None = None,
    informatie: tuple[Informatie, ...] = (),
) -> Piptermijn | None:
    """D1 of these dates, or D2 where information is awaited; None while no date is known."""
    feiten = Feiten(kennisgeving=kennisgeving, brp=brp, ss139=ss139, informatie=informatie)
    termijn = pip_na_informatie(feiten, beleid) or pip_uiterlijk(feiten, beleid)
    return Piptermijn(termijn) if termijn is not None else None
