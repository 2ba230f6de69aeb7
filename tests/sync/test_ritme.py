"""When a laptop looks for the centre by itself, on a clock that the test holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bronnen import toml
from desktop.sync.ritme import Ritme, Ritmebeleid, ritmebeleid_uit, terugval

BELEID = Ritmebeleid(
    elke=300,
    na_openen=4,
    na_wijziging=5,
    na_stop=900,
    eerste_terugval=30,
    langste_terugval=900,
    spreiding=0.5,
)


def ritme(toeval: float = 0.0) -> Ritme:
    return Ritme(BELEID, lambda: toeval)


def test_the_policy_file_gives_sound_values() -> None:
    beleid = ritmebeleid_uit(toml("beleid", "uitwisseling.toml"))
    assert 0 < beleid.na_openen < beleid.elke
    assert 0 < beleid.na_wijziging < beleid.elke
    assert 0 < beleid.eerste_terugval < beleid.langste_terugval
    assert 0 <= beleid.spreiding < 1


# The rule of falling back


@pytest.mark.parametrize(
    ("mislukt", "seconden"), [(1, 30), (2, 60), (3, 120), (5, 480), (6, 900), (7, 900), (9999, 900)]
)
def test_each_failure_doubles_the_wait_up_to_the_longest(mislukt: int, seconden: float) -> None:
    assert terugval(BELEID, mislukt, 0.0) == seconden


def test_chance_takes_off_a_part() -> None:
    assert terugval(BELEID, 2, 0.5) == 45
    assert terugval(BELEID, 9, 0.999) == pytest.approx(900 * 0.5005)


@given(mislukt=st.integers(1, 10**6), toeval=st.floats(0, 1, exclude_max=True))
def test_no_wait_is_too_short_or_too_long(mislukt: int, toeval: float) -> None:
    assert 15 <= terugval(BELEID, mislukt, toeval) <= 900


# Opening, working, being quiet


def test_nothing_is_due_before_the_store_is_open() -> None:
    r = ritme()
    assert r.volgende is None
    assert not r.is_tijd(10**9)


def test_soon_after_opening_and_then_every_few_minutes() -> None:
    r = ritme()
    r.begin(100)
    assert not r.is_tijd(103.9)
    assert r.is_tijd(104)
    r.begonnen()
    assert not r.is_tijd(10**9), "one at a time"
    r.gelukt(110)
    assert r.volgende == 410


def test_a_change_brings_the_round_near_and_further_changes_move_it() -> None:
    r = ritme()
    r.gelukt(0)
    r.gewijzigd(50)
    assert r.volgende == 55
    r.gewijzigd(53)
    assert r.volgende == 58


def test_who_never_stops_typing_is_not_waited_for() -> None:
    r = ritme()
    r.gelukt(0)
    for seconde in range(0, 299, 2):
        r.gewijzigd(seconde)
    assert r.volgende == 300


def test_a_change_during_a_round_is_for_the_next_one() -> None:
    r = ritme()
    r.gelukt(0)
    r.gewijzigd(1)
    r.begonnen()
    r.gewijzigd(7)
    r.gelukt(8)
    assert r.volgende == 12


# When it does not work


def test_without_a_network_changes_hurry_nothing() -> None:
    r = ritme()
    r.gelukt(0)
    r.begonnen()
    r.mislukte(10)
    r.gewijzigd(11)
    assert r.volgende == 40
    r.begonnen()
    r.mislukte(40)
    assert r.volgende == 100


def test_one_good_round_and_all_is_as_before() -> None:
    r = ritme()
    for nu in (0, 50, 200):
        r.mislukte(nu)
    r.gelukt(300)
    r.gewijzigd(301)
    assert r.volgende == 306
    r.mislukte(310)
    assert r.volgende == 340, "the count began anew"


def test_a_wrong_password_is_not_tried_again_and_again() -> None:
    r = ritme()
    r.mislukte(0, blijvend=True)
    assert r.volgende == 900


def test_another_program_at_work_is_no_failure() -> None:
    r = ritme()
    r.gelukt(0)
    r.begonnen()
    r.gewijzigd(1)
    r.bezet(2)
    assert r.volgende == 6, "the change still goes soon"
    r.begonnen()
    r.bezet(6)
    r.mislukte(40)
    assert r.volgende == 70, "the first failure"


def test_who_pressed_stop_has_some_rest() -> None:
    r = ritme()
    r.gelukt(0)
    r.begonnen()
    r.gewijzigd(5)
    r.gestopt(10)
    r.gewijzigd(11)
    assert r.volgende == 910


def test_locked_means_nothing_is_due_and_opening_begins_anew() -> None:
    r = ritme()
    r.mislukte(0)
    r.mislukte(50)
    r.rust()
    r.gewijzigd(60)
    assert r.volgende is None
    r.begin(1000)
    assert r.volgende == 1004
    r.gewijzigd(1000)
    r.mislukte(1010)
    assert r.volgende == 1040


def test_laptops_that_failed_together_come_back_apart() -> None:
    tijden = set()
    for n in range(10):
        r = ritme(n / 10)
        r.mislukte(0)
        tijden.add(r.volgende)
    assert len(tijden) == 10
