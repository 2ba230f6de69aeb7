"""Dates as the client reads them: Gregorian, with the own calendar beside it (domain.md 8.4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from desktop.models.catalogus import Kalender, Taal
from desktop.models.schrift import zet_cijfers

Dag = tuple[int, int, int]
"""Year, month, day."""

_ETHIOPISCH_BEGIN = date(8, 8, 27)
"""1 Mäskäräm of year 1, in the proleptic Gregorian calendar (29 August 8 Julian)."""
_VIER_JAAR = 1461


def ethiopisch(dag: date) -> Dag:
    """The Ethiopian date: twelve months of thirty days and a short one; the third year of every
    four has a day more."""
    sinds = (dag - _ETHIOPISCH_BEGIN).days
    vier, rest = divmod(sinds, _VIER_JAAR)
    jaar = min(rest // 365, 2) if rest < 3 * 365 + 1 else 3
    begin = jaar * 365 + (1 if jaar == 3 else 0)
    maand, in_maand = divmod(rest - begin, 30)
    return vier * 4 + jaar + 1, maand + 1, in_maand + 1


def zonnehidjri(dag: date) -> Dag:
    """The Solar Hijri date of Iran and Afghanistan."""
    from persiantools.jdatetime import JalaliDate

    eigen = JalaliDate.to_jalali(dag.year, dag.month, dag.day)  # type: ignore[no-untyped-call]
    return int(eigen.year), int(eigen.month), int(eigen.day)


def islamitisch(dag: date) -> Dag | None:
    """The Islamic date by the calendar of Umm al-Qura; None outside the years that it knows
    (1924 to 2077). A day beside what is seen of the moon is possible."""
    from hijridate import Gregorian

    try:
        eigen = Gregorian(dag.year, dag.month, dag.day).to_hijri()
    except OverflowError:
        return None
    return int(eigen.year), int(eigen.month), int(eigen.day)


_OMZETTERS: Mapping[Kalender, Callable[[date], Dag | None]] = {
    Kalender.ETHIOPISCH: ethiopisch,
    Kalender.ZONNEHIDJRI: zonnehidjri,
    Kalender.ISLAMITISCH: islamitisch,
}


def eigen_datum(dag: date, taal: Taal, cijfers: str = "") -> str | None:
    """The date in the calendar of the language, such as "25 አብ"; None when it has none."""
    omzetter = _OMZETTERS.get(taal.kalender)
    delen = omzetter(dag) if omzetter is not None else None
    if delen is None:
        return None
    jaar, maand, in_maand = delen
    return zet_cijfers(f"{in_maand} {taal.maanden[maand - 1]} {jaar}", cijfers)
