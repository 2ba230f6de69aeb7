"""A signature as strokes: what is kept, what is refused, and what is drawn."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.fouten import Invoerfout
from desktop.models.handtekening import (
    DICHT,
    KLEINST,
    MEESTE_PUNTEN,
    VERHOUDING,
    Handtekening,
    Punt,
)

KRUIS = [[(0.4, 0.3), (0.6, 0.7)], [(0.6, 0.3), (0.4, 0.7)]]

PUNT = st.tuples(st.floats(-2, 3), st.floats(-2, 3))
STREPEN = st.lists(st.lists(PUNT, max_size=12), max_size=5)


@given(STREPEN)
def test_what_is_written_reads_back_the_same_and_lies_within_the_surface(
    strepen: list[list[Punt]],
) -> None:
    getekend = Handtekening.van_strepen(strepen)
    assert Handtekening.van_json(getekend.als_json()) == getekend
    assert all(0 <= w <= 1 for streep in getekend.strepen for punt in streep for w in punt)
    assert all(getekend.strepen)


@given(STREPEN)
def test_cleaning_what_is_clean_changes_nothing(strepen: list[list[Punt]]) -> None:
    eenmaal = Handtekening.van_strepen(strepen)
    assert Handtekening.van_strepen(eenmaal.strepen) == eenmaal


def test_points_on_top_of_each_other_are_left_out_but_the_end_of_a_stroke_stays() -> None:
    stap = DICHT / VERHOUDING / 10
    streep = [(0.5 + n * stap, 0.5) for n in range(100)]
    (dun,) = Handtekening.van_strepen([streep]).strepen
    assert len(dun) < 20
    assert dun[0] == (0.5, 0.5)
    assert dun[-1] == (round(streep[-1][0], 4), 0.5)


def test_what_is_no_number_is_no_point() -> None:
    nan, oneindig = math.nan, math.inf
    getekend = Handtekening.van_strepen([[(0.1, nan), (oneindig, 0.1)], [(0.1, 0.1), (0.3, 0.9)]])
    assert getekend.strepen == (((0.1, 0.1), (0.3, 0.9)),)


def test_somebody_who_keeps_drawing_does_not_fill_the_journal() -> None:
    streep = [(n % 100 / 100, n // 100 % 100 / 100) for n in range(MEESTE_PUNTEN + 500)]
    getekend = Handtekening.van_strepen([streep, streep])
    assert sum(map(len, getekend.strepen)) == MEESTE_PUNTEN
    assert Handtekening.van_json(getekend.als_json()) == getekend


def test_a_cross_counts_as_signed() -> None:
    kruis = Handtekening.van_strepen(KRUIS)
    assert not kruis.te_klein
    kruis.controleer()


@pytest.mark.parametrize(
    ("strepen", "woord"),
    [([], "nog geen"), ([[(0.5, 0.5)]], "te klein"), ([[(0.5, 0.5), (0.52, 0.52)]], "te klein")],
)
def test_nothing_or_a_dot_does_not_count_as_signed(strepen: list[list[Punt]], woord: str) -> None:
    with pytest.raises(Invoerfout, match=woord) as fout:
        Handtekening.van_strepen(strepen).controleer()
    assert fout.value.veld == "strepen"


def test_the_length_is_counted_in_heights_so_a_wide_stroke_is_longer() -> None:
    breed = Handtekening.van_strepen([[(0.0, 0.5), (0.1, 0.5)]])
    hoog = Handtekening.van_strepen([[(0.5, 0.0), (0.5, 0.1)]])
    assert breed.lengte == pytest.approx(VERHOUDING * 0.1)
    assert hoog.lengte == pytest.approx(0.1)
    assert hoog.lengte < KLEINST < breed.lengte


def test_curves_begin_and_end_where_the_stroke_does() -> None:
    streep = [(0.1, 0.1), (0.3, 0.8), (0.5, 0.2), (0.9, 0.9)]
    ((begin, stukken),) = Handtekening.van_strepen([streep]).krommen(200, 100)
    assert begin == pytest.approx((20, 10))
    assert stukken[-1][2] == pytest.approx((180, 90))
    # In between it goes through the middles, not through the corners.
    assert stukken[0][2] == pytest.approx((80, 50))


def test_a_curve_leaves_a_middle_in_the_direction_in_which_it_came() -> None:
    streep = [(0.1, 0.1), (0.3, 0.8), (0.5, 0.2), (0.9, 0.9)]
    ((_begin, stukken),) = Handtekening.van_strepen([streep]).krommen(200, 100)
    (_, naar, midden), (van, _, _) = stukken[0], stukken[1]
    aankomst = (midden[0] - naar[0], midden[1] - naar[1])
    vertrek = (van[0] - midden[0], van[1] - midden[1])
    assert aankomst[0] * vertrek[1] == pytest.approx(aankomst[1] * vertrek[0])


def test_empty_text_is_an_empty_signature() -> None:
    assert Handtekening.van_json("") == Handtekening()
    assert Handtekening.van_json("").leeg


@pytest.mark.parametrize(
    "tekst",
    [
        "geen json",
        "[]",
        "{}",
        '{"strepen": [[[0.1]]]}',
        '{"strepen": [[[0.1, 2]]]}',
        '{"strepen": [[[0.1, true]]]}',
        '{"strepen": [[[0.1, "0.2"]]]}',
        '{"strepen": [[[0.1, NaN]]]}',
        '{"strepen": [], "verhouding": 0}',
        '{"strepen": [], "verhouding": "2"}',
        '{"strepen": [5]}',
        json.dumps({"strepen": [[[0.1, 0.1]] * (MEESTE_PUNTEN + 1)]}),
    ],
)
def test_what_is_no_signature_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError):
        Handtekening.van_json(tekst)
