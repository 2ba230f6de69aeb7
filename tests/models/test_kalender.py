"""Dates of three other calendars beside the Gregorian one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import catalogi
from desktop.models.catalogus import Kalender
from desktop.models.kalender import (
    datum_met_hint,
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


@pytest.mark.parametrize("omzetter", [ethiopisch, zonnehidjri, islamitisch])
@given(dag=DAGEN)
def test_the_next_day_is_the_next_day(omzetter: object, dag: date) -> None:
    jaar, maand, in_maand = omzetter(dag)  # type: ignore[operator]
    morgen = omzetter(dag + timedelta(days=1))  # type: ignore[operator]
    assert morgen in (
        (jaar, maand, in_maand + 1),
        (jaar, maand + 1, 1),
        (jaar + 1, 1, 1),
    )
    assert 1 <= in_maand <= 31
    assert 1 <= maand <= 13


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


def test_the_hint_stands_behind_the_gregorian_date() -> None:
    dag = date(2026, 11, 25)
    assert datum_met_hint(dag, "25-11-2026", TALEN["fr"]) == "25-11-2026"
    tekst = datum_met_hint(dag, "25-11-2026", TALEN["prs"], TALEN["prs"].cijfers)
    assert "۲۵-۱۱-۲۰۲۶" in tekst
    assert "قوس" in tekst, "an Afghan month, not آذر"
    assert "آذر" in datum_met_hint(dag, "25-11-2026", TALEN["fa"])
    assert "16 ሕዳር 2019" in datum_met_hint(dag, "25-11-2026", TALEN["ti"])
