"""Dates of three other calendars beside the Gregorian one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import catalogi
from desktop.models.catalogus import Kalender
from desktop.models.kalender import (
    eigen_datum,
    ethiopisch,
    islamitisch,
    zonnehidjri,
)

TALEN = catalogi.talen()
DAGEN = st.dates(date(1930, 1, 1), date(2070, 1, 1))


@pytest.mark.parametrize(
    ("dag", "ethiopische"),
    [
        (date(2023, 9, 11), (2015, 13, 6)),  # the third of four years has a sixth day
        (date(2023, 9, 12), (2016, 1, 1)),
        (date(2024, 9, 10), (2016, 13, 5)),
        (date(2024, 9, 11), (2017, 1, 1)),
        (date(2000, 1, 1), (1992, 4, 22)),
        (date(1974, 9, 12), (1967, 1, 2)),  # the day of the revolution
        (date(2026, 11, 25), (2019, 3, 16)),
    ],
)
def test_known_ethiopian_days(dag: date, ethiopische: tuple[int, int, int]) -> None:
    assert ethiopisch(dag) == ethiopische


@pytest.mark.parametrize(
    ("dag", "persisch"),
    [
        (date(2025, 3, 21), (1404, 1, 1)),
        (date(2024, 3, 20), (1403, 1, 1)),
        (date(1979, 2, 11), (1357, 11, 22)),
    ],
)
def test_known_solar_days(dag: date, persisch: tuple[int, int, int]) -> None:
    assert zonnehidjri(dag) == persisch


def test_a_known_islamic_year() -> None:
    assert islamitisch(date(2025, 6, 26)) == (1447, 1, 1)
    assert islamitisch(date(1900, 1, 1)) is None, "the tables begin later"


def ethiopische_maand(jaar: int, maand: int) -> set[int]:
    return {30} if maand < 13 else {6 if jaar % 4 == 3 else 5}


def persische_maand(_jaar: int, maand: int) -> set[int]:
    return {31} if maand <= 6 else {30} if maand < 12 else {29, 30}


def islamitische_maand(_jaar: int, _maand: int) -> set[int]:
    return {29, 30}


@pytest.mark.parametrize(
    ("omzetter", "begin", "maanden", "lengten", "jaren"),
    [
        (ethiopisch, date(1930, 1, 1), 13, ethiopische_maand, {365, 366}),
        (zonnehidjri, date(1930, 1, 1), 12, persische_maand, {365, 366}),
        # Until 1945 the tables have months of 28 and of 31 days; 1401 had 353.
        (islamitisch, date(1946, 1, 1), 12, islamitische_maand, {353, 354, 355}),
    ],
)
def test_the_next_day_is_the_next_day_and_months_and_years_have_their_length(
    omzetter: Callable[[date], tuple[int, int, int]],
    begin: date,
    maanden: int,
    lengten: Callable[[int, int], set[int]],
    jaren: set[int],
) -> None:
    """Every day until 2070."""
    nieuwjaar: list[int] = []
    jaar, maand, in_maand = omzetter(begin)
    for n in range(1, (date(2070, 1, 1) - begin).days):
        mag = set()
        if in_maand < max(lengten(jaar, maand)):
            mag.add((jaar, maand, in_maand + 1))
        if in_maand in lengten(jaar, maand):
            mag.add((jaar, maand + 1, 1) if maand < maanden else (jaar + 1, 1, 1))
        dag = begin + timedelta(days=n)
        morgen = omzetter(dag)
        assert morgen in mag, dag
        jaar, maand, in_maand = morgen
        if (maand, in_maand) == (1, 1):
            nieuwjaar.append(n)
    assert {b - a for a, b in pairwise(nieuwjaar)} == jaren


@pytest.mark.parametrize("tag", [t.tag for t in TALEN.values() if t.kalender])
@given(dag=DAGEN)
def test_every_month_has_a_name(tag: str, dag: date) -> None:
    tekst = eigen_datum(dag, TALEN[tag])
    assert tekst is not None
    assert any(maand in tekst for maand in TALEN[tag].maanden)


def test_each_calendar_has_its_months() -> None:
    lengte = {Kalender.ETHIOPISCH: 13, Kalender.ZONNEHIDJRI: 12, Kalender.ISLAMITISCH: 12}
    for taal in TALEN.values():
        assert len(set(taal.maanden)) == lengte.get(taal.kalender, 0), taal.tag


def test_a_day_in_the_own_calendar_and_the_own_digits() -> None:
    dag = date(2026, 11, 25)
    assert eigen_datum(dag, TALEN["fr"]) is None
    tekst = eigen_datum(dag, TALEN["prs"], TALEN["prs"].cijfers)
    assert tekst == "۴ قوس ۱۴۰۵", "an Afghan month, not آذر"
    assert eigen_datum(dag, TALEN["fa"]) == "4 آذر 1405"
    assert eigen_datum(dag, TALEN["ti"]) == "16 ሕዳር 2019"
