"""Times of a sitting on the clock on the wall in the Netherlands, and days off.

A sitting is kept as a day and `HH:MM`, because a person means the clock on the wall;
only what happened is a moment in UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeVar

from desktop.models.fouten import Invoerfout
from desktop.models.tijdzone import AMSTERDAM


class Tijdvak(Protocol):
    """What has a begin and an end on one day; both of a kind that can be compared."""

    @property
    def begin(self) -> Any: ...

    @property
    def einde(self) -> Any: ...


V = TypeVar("V", bound=Tijdvak)
_TIJD = re.compile(r"([0-9]{1,2})[:.]?([0-9]{2})")


def van_tot(begin: str, einde: str) -> str:
    """Two times as they stand in every list and on paper: `09:30 – 11:00`."""
    return f"{begin} – {einde}"


def lees_tijd(veld: str, tekst: str) -> str:
    """`9.30` as it is kept: `09:30`. Raises Invoerfout."""
    gevonden = _TIJD.fullmatch(tekst.strip())
    if gevonden is None or int(gevonden[1]) > 23 or int(gevonden[2]) > 59:
        raise Invoerfout(veld, "Schrijf de tijd als uren en minuten, zoals 09:30.")
    return f"{int(gevonden[1]):02d}:{gevonden[2]}"


def moment(veld: str, dag: date, tijd: str) -> datetime:
    """The moment in UTC of a time on the wall.

    Raises Invoerfout for a time that does not exist or exists twice, in the nights
    in which the clock changes: nobody can know which one is meant.
    """
    uur, minuut = (int(deel) for deel in tijd.split(":"))
    eerst = datetime.combine(dag, time(uur, minuut), AMSTERDAM)
    later = eerst.replace(fold=1)
    if eerst.utcoffset() == later.utcoffset():
        return eerst.astimezone(UTC)
    waarden = {"dag": f"{dag:%d-%m-%Y}", "tijd": tijd}
    if eerst.astimezone(UTC).astimezone(AMSTERDAM).time() != eerst.time():
        raise Invoerfout(
            veld,
            "Op {dag} bestaat {tijd} niet: de klok gaat dan een uur vooruit. Kies een andere tijd.",
            **waarden,
        )
    raise Invoerfout(
        veld,
        "Op {dag} komt {tijd} twee keer voor: de klok gaat dan een uur terug. "
        "Kies een andere tijd.",
        **waarden,
    )


def plus_minuten(tijd: str, minuten: int) -> str:
    """The time so many minutes later; never past the end of the day."""
    uur, minuut = (int(deel) for deel in tijd.split(":"))
    later = min(uur * 60 + minuut + minuten, 23 * 60 + 59)
    return f"{later // 60:02d}:{later % 60:02d}"


def duur_minuten(begin: str, einde: str) -> int:
    """Minutes between two times of one day."""
    van, tot = (int(t[:2]) * 60 + int(t[3:]) for t in (begin, einde))
    return tot - van


class Vrijedag(NamedTuple):
    """A holiday; `algemeen` is False for 5 May in the years in which many people work."""

    naam: str
    algemeen: bool


@cache
def feestdagen(jaar: int) -> dict[date, Vrijedag]:
    """The Dutch holidays of a year, also those that the Algemene termijnenwet equates.

    The library is read when it is first asked for: it is slow to load.
    """
    from holidays.countries.netherlands import Netherlands

    uit: dict[date, Vrijedag] = {}
    for soort, algemeen in (("optional", False), ("public", True)):
        kalender = Netherlands(years=jaar, categories=(soort,), language="nl")  # type: ignore[no-untyped-call]  # the library's __init__ says nothing of types
        uit |= {dag: Vrijedag(naam, algemeen) for dag, naam in kalender.items()}
    return uit


def vrije_dag(dag: date) -> Vrijedag | None:
    """The holiday on this day."""
    return feestdagen(dag.year).get(dag)


def werkdag_vanaf(dag: date) -> date:
    """This day, or the first after it that is no Saturday, Sunday or holiday."""
    while dag.weekday() >= 5 or vrije_dag(dag) is not None:
        dag += timedelta(days=1)
    return dag


def banen_van(vakken: Iterable[V]) -> list[tuple[V, int, int]]:
    """(one, lane, number of lanes) for one day: those at the same time stand side by side."""
    uit: list[tuple[V, int, int]] = []
    groep: list[tuple[V, int]] = []
    vrij: list[Any] = []
    for vak in sorted(vakken, key=lambda v: (v.begin, v.einde)):
        if groep and vak.begin >= max(vrij):
            uit += [(v, baan, len(vrij)) for v, baan in groep]
            groep, vrij = [], []
        baan = next((n for n, tot in enumerate(vrij) if tot <= vak.begin), len(vrij))
        vrij[baan : baan + 1] = [vak.einde]
        groep.append((vak, baan))
    return uit + [(v, baan, len(vrij)) for v, baan in groep]
