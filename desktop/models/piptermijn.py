"""Until when the PIP can be made, for whoever plans the test that comes before it (D1, D2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.models.termijnbeleid import Termijnbeleid
from desktop.models.termijnfeiten import Feiten, Informatie
from desktop.models.termijnpip import pip_na_informatie, pip_uiterlijk


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
    if termijn is None:
        return None
    return Piptermijn(termijn.ruw, termijn.wettelijk, termijn.voorlopig)
