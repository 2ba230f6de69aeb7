"""D1 to D20 of domain.md 2.7: the worked examples to the letter, and what holds for any date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.bewaren import Anker
from desktop.models.deeldatum import Deeldatum
from desktop.models.dossier import Indeling
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.models.termijn import (
    Feitnaam,
    Invoer,
    Onzeker,
    Regel,
    Soort,
    Stand,
    Status,
    Termijn,
)
from desktop.models.termijnbeleid import Duur, plus_maanden
from desktop.models.termijnen import Termijnen, bereken
from desktop.models.termijnfeiten import (
    Duotermijn,
    Feiten,
    Informatie,
    Pipversie,
    Uren,
    Verlenging,
    koppel_informatie,
)
from desktop.models.termijnrest import swi_levering, volgende_swi_levering
from desktop.models.toetstijd import vrije_dag
from tests.models.termijnbeleid import TERMIJNEN as BELEID

VANDAAG = date(2026, 11, 25)
AF = date(2026, 4, 30)
"""Something was finished on it."""
DAGEN = st.dates(date(2022, 1, 1), date(2040, 12, 31))
LOOP = (
    Regel.D5,
    Regel.D6,
    Regel.D7A,
    Regel.D7B,
    Regel.D8A,
    Regel.D8B,
    Regel.D9,
    Regel.D10,
    Regel.D11A,
    Regel.D11B,
    Regel.D12A,
    Regel.D12B,
)


def alle(feiten: Feiten, vandaag: date = VANDAAG) -> Termijnen:
    return Termijnen(bereken(feiten, BELEID, vandaag), vandaag, 14)


def een(feiten: Feiten, regel: Regel, nummer: int | None = None) -> Termijn:
    gevonden = alle(feiten).van(regel, nummer)
    assert gevonden is not None
    return gevonden


def op(dag: date) -> tuple[Pipversie, ...]:
    return (Pipversie(1, dag, dag),)


VOORBEELD_1 = Feiten(
    kennisgeving=date(2026, 3, 2),
    brp=date(2026, 4, 15),
    versies=op(date(2026, 6, 10)),
    uitkering=date(2026, 4, 15),
)


def test_example_1_from_notice_to_the_last_exam() -> None:
    def dag(regel: Regel) -> date:
        return een(VOORBEELD_1, regel).wettelijk

    termijn = een(VOORBEELD_1, Regel.D5)
    assert dag(Regel.D1) == date(2026, 6, 24)
    assert (termijn.start, termijn.einde) == (date(2026, 6, 11), date(2029, 6, 11))
    assert termijn.wettelijk == date(2029, 6, 10)
    assert dag(Regel.D6) == date(2027, 12, 10)
    assert dag(Regel.D9) == date(2028, 12, 11)
    assert dag(Regel.D10) == date(2029, 4, 11)
    assert dag(Regel.D4) == date(2026, 7, 22)
    assert dag(Regel.D11B) == date(2029, 2, 18)
    assert dag(Regel.D12B) == date(2028, 12, 31)
    assert dag(Regel.D13A) == date(2026, 10, 14)


def test_what_the_same_person_has_beside_the_worked_example() -> None:
    """The rules of 2.7 that example 1 does not name, by their formulas."""

    def dag(regel: Regel) -> date:
        return een(VOORBEELD_1, regel).wettelijk

    assert dag(Regel.D7A) == date(2027, 12, 10)
    assert dag(Regel.D7B) == dag(Regel.D8A) == dag(Regel.D8B) == date(2029, 6, 10)
    assert dag(Regel.D11A) == date(2029, 4, 15)
    assert dag(Regel.D12A) == date(2029, 2, 25)
    assert dag(Regel.D13B) == date(2026, 9, 2)


@pytest.mark.parametrize(
    ("klaar", "regels"),
    [
        ({"map_klaar": AF}, {Regel.D7A, Regel.D7B}),
        ({"pvt_klaar": AF}, {Regel.D8B}),
        ({"route_klaar": AF}, {Regel.D8A}),
    ],
)
def test_what_was_finished_is_done_and_says_when(
    klaar: dict[str, date], regels: set[Regel]
) -> None:
    alles = replace(VOORBEELD_1, **klaar)  # type: ignore[arg-type]
    for regel in (Regel.D7A, Regel.D7B, Regel.D8A, Regel.D8B):
        termijn = een(alles, regel)
        assert (termijn.status is Status.KLAAR) is (regel in regels)
        assert (AF in {i.dag for i in termijn.inputs}) is (regel in regels)


def test_example_2_waiting_for_information_moves_the_plan() -> None:
    feiten = Feiten(brp=date(2026, 1, 12), kennisgeving=date(2026, 2, 20))
    assert alle(feiten).pip == een(feiten, Regel.D1)
    assert een(feiten, Regel.D1).wettelijk == date(2026, 5, 1)
    gevraagd = date(2026, 4, 20)
    wacht = Feiten(
        brp=feiten.brp, kennisgeving=feiten.kennisgeving, informatie=(Informatie(gevraagd),)
    )
    assert een(wacht, Regel.D2).status is Status.WACHT_OP_DERDEN
    laat = alle(wacht, date(2026, 9, 1))
    assert laat.pip is not None
    assert laat.stand(laat.pip) is Stand.WACHT
    assert not laat.aandacht(laat.pip)
    klaar = Feiten(
        brp=feiten.brp,
        kennisgeving=feiten.kennisgeving,
        informatie=(Informatie(gevraagd, date(2026, 5, 6)),),
    )
    assert een(klaar, Regel.D2).wettelijk == date(2026, 5, 20)
    assert Regel.D1 not in {t.regel for t in alle(klaar).op_volgorde}


@pytest.mark.parametrize(
    ("begin", "ruw", "wettelijk"),
    [
        (date(2026, 3, 16), date(2026, 5, 25), date(2026, 5, 26)),
        (date(2026, 5, 16), date(2026, 7, 25), date(2026, 7, 27)),
        (date(2026, 10, 17), date(2026, 12, 26), date(2026, 12, 28)),
    ],
)
def test_example_3_a_free_day_moves_the_legal_day(begin: date, ruw: date, wettelijk: date) -> None:
    termijn = een(Feiten(kennisgeving=begin, brp=begin), Regel.D1)
    assert (termijn.ruw, termijn.wettelijk, termijn.verschoven) == (ruw, wettelijk, True)


def test_example_4_a_leap_day_is_clipped_and_provisional() -> None:
    termijn = een(Feiten(versies=op(date(2028, 2, 28))), Regel.D5)
    assert (termijn.start, termijn.einde) == (date(2028, 2, 29), date(2031, 2, 28))
    assert termijn.onzeker is Onzeker.DUO
    assert termijn.voorlopig


def test_example_5_a_revised_plan_moves_nothing_but_its_own_objection() -> None:
    herzien = Feiten(
        kennisgeving=VOORBEELD_1.kennisgeving,
        brp=VOORBEELD_1.brp,
        versies=(*VOORBEELD_1.versies, Pipversie(2, date(2027, 3, 1), date(2027, 3, 1))),
    )
    for regel in LOOP:
        assert een(herzien, regel) == een(VOORBEELD_1, regel)
    assert een(herzien, Regel.D4, 1) == een(VOORBEELD_1, Regel.D4, 1)
    assert een(herzien, Regel.D4, 2).wettelijk == date(2027, 4, 12)


@given(DAGEN, st.lists(DAGEN, max_size=4))
def test_no_later_version_ever_moves_the_term(eerste: date, later: list[date]) -> None:
    kaal = Feiten(versies=op(eerste))
    meer = Feiten(
        versies=(*op(eerste), *(Pipversie(n, dag, dag) for n, dag in enumerate(later, 2)))
    )
    for regel in LOOP:
        assert een(meer, regel) == een(kaal, regel)


@given(DAGEN, st.integers(0, 400))
def test_a_later_anchor_never_gives_an_earlier_day(dag: date, later: int) -> None:
    ander = dag + timedelta(days=later)
    for maak in (
        lambda d: Feiten(kennisgeving=d, brp=d, versies=op(d), uitkering=d),
        lambda d: Feiten(kennisgeving=date(2022, 1, 1), brp=d),
        lambda d: Feiten(duo=Duotermijn(d, plus_maanden(d, 36), d)),
    ):
        eerder, erna = alle(maak(dag)), alle(maak(ander))
        for termijn in eerder.alle:
            tegen = erna.van(termijn.regel, termijn.nummer)
            assert tegen is not None
            assert tegen.ruw >= termijn.ruw
            assert tegen.wettelijk >= termijn.wettelijk


@given(DAGEN)
def test_a_legal_day_of_the_short_terms_is_always_a_working_day(dag: date) -> None:
    feiten = Feiten(
        kennisgeving=dag, brp=dag, informatie=(Informatie(dag, dag + timedelta(days=64)),)
    )
    besluit = een(Feiten(versies=op(dag)), Regel.D4)
    for termijn in (een(feiten, Regel.D1), een(feiten, Regel.D2), besluit):
        assert termijn.wettelijk >= termijn.ruw
        assert termijn.wettelijk.weekday() < 5
        assert vrije_dag(termijn.wettelijk) is None
        tussen = (termijn.wettelijk - termijn.ruw).days
        for n in range(tussen):  # nothing but free days was passed over
            overgeslagen = termijn.ruw + timedelta(days=n)
            assert overgeslagen.weekday() >= 5 or vrije_dag(overgeslagen) is not None


@given(DAGEN)
def test_the_three_years_and_what_hangs_on_them_never_move_off_a_weekend(dag: date) -> None:
    feiten = Feiten(versies=op(dag), uitkering=dag)
    for regel in (*LOOP, Regel.D13A):
        assert not een(feiten, regel).verschoven


@given(DAGEN, st.integers(-60, 60))
def test_months_clip_to_the_last_day_and_never_spill_over(dag: date, maanden: int) -> None:
    later = plus_maanden(dag, maanden)
    maand = dag.year * 12 + dag.month + maanden
    assert later.year * 12 + later.month == maand
    assert later.day == dag.day or ((later + timedelta(days=1)).day == 1 and later.day < dag.day)


@pytest.mark.parametrize(
    ("dag", "maanden", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_month_ends_and_leap_days(dag: date, maanden: int, later: date) -> None:
    assert plus_maanden(dag, maanden) == later


@given(DAGEN)
def test_periods_are_half_open_and_end_the_day_after_the_last(dag: date) -> None:
    for termijn in alle(Feiten(versies=op(dag), uitkering=dag)).alle:
        if termijn.start is not None:
            assert termijn.einde is not None
            assert termijn.start < termijn.einde
            if termijn.soort is not Soort.VANAF:
                assert termijn.einde - timedelta(days=1) == termijn.wettelijk


@pytest.mark.parametrize(
    ("duur", "geldt"),
    [
        (Duur(dagen=90), True),
        (Duur(dagen=91), False),
        (Duur(weken=12), True),
        (Duur(weken=13), False),
        (Duur(maanden=3), True),
        (Duur(maanden=4), False),
        (Duur(jaren=1), False),
    ],
)
def test_the_termijnenwet_covers_only_short_terms(duur: Duur, geldt: bool) -> None:
    assert BELEID.termijnenwet.geldt_voor(duur) is geldt


def test_only_the_weeks_of_the_plan_and_of_objecting_move_off_a_free_day() -> None:
    schuift = {term.naam for term in BELEID.termen.values() if term.schuift}
    assert schuift == {"pip", "pip_informatie", "bezwaar"}


# What DUO says


def test_a_later_start_that_duo_announces_goes_before_ours() -> None:
    feiten = Feiten(kennisgeving=date(2026, 3, 2), brp=date(2026, 4, 15), ss139=date(2026, 5, 4))
    assert een(feiten, Regel.D1).ruw == date(2026, 7, 13)
    assert een(feiten, Regel.D1).door_duo
    eerder = Feiten(kennisgeving=date(2026, 3, 2), brp=date(2026, 4, 15), ss139=date(2026, 4, 1))
    assert een(eerder, Regel.D1).ruw == date(2026, 6, 24)
    assert een(Feiten(ss139=date(2026, 5, 4)), Regel.D1).onzeker is None
    zelfde = Feiten(kennisgeving=date(2026, 3, 2), ss139=date(2026, 3, 2))
    assert (een(zelfde, Regel.D1).voorlopig, een(zelfde, Regel.D1).door_duo) == (False, True)
    vroeg = Feiten(kennisgeving=date(2026, 3, 2), ss139=date(2026, 3, 1))
    assert een(vroeg, Regel.D1).onzeker is Onzeker.ANKER


def test_one_known_date_gives_a_provisional_day_and_none_gives_none() -> None:
    assert een(VOORBEELD_1, Regel.D1).onzeker is None
    assert een(VOORBEELD_1, Regel.D3A).onzeker is None
    assert een(Feiten(kennisgeving=date(2026, 3, 2)), Regel.D1).onzeker is Onzeker.ANKER
    assert alle(Feiten()).alle == ()


def test_duos_own_term_overrides_ours_and_is_no_longer_provisional() -> None:
    feiten = Feiten(
        versies=op(date(2028, 2, 28)),
        duo=Duotermijn(date(2028, 2, 29), date(2031, 3, 1), date(2028, 4, 1)),
    )
    termijn = een(feiten, Regel.D5)
    assert (termijn.wettelijk, termijn.door_duo, termijn.voorlopig) == (
        date(2031, 2, 28),
        True,
        False,
    )
    dagen = {i.naam: i.dag for i in termijn.inputs}
    assert dagen[Feitnaam.DUO_LAATSTE_DAG] == date(2031, 2, 28), "as a person reads it"
    assert een(feiten, Regel.D8A).inputs == (Invoer(Feitnaam.DUO_LAATSTE_DAG, date(2031, 2, 28)),)
    assert een(feiten, Regel.D6).inputs == (Invoer(Feitnaam.DUO_START, date(2028, 2, 29)),)
    assert een(feiten, Regel.D8A).wettelijk == date(2031, 2, 28)
    assert een(feiten, Regel.D10).wettelijk == date(2031, 1, 1)


def test_extra_time_moves_the_end_and_only_the_end() -> None:
    extra = Feiten(
        versies=op(date(2026, 6, 10)),
        verlengingen=(
            Verlenging(date(2029, 1, 10), duur=Duur(weken=16)),
            Verlenging(date(2029, 5, 10), tot=date(2030, 3, 1)),
        ),
    )
    assert een(extra, Regel.D5).einde == date(2030, 3, 1)
    assert (een(extra, Regel.D5).door_duo, een(extra, Regel.D5).voorlopig) == (True, False)
    # Where it begins is still what we counted: DUO did not say that.
    kaal = Feiten(versies=op(date(2026, 6, 10)))
    for regel in (Regel.D6, Regel.D7A, Regel.D18):
        assert een(extra, regel) == een(kaal, regel)
        assert een(extra, regel).voorlopig
    een_keer = Feiten(versies=extra.versies, verlengingen=extra.verlengingen[:1])
    assert een(een_keer, Regel.D5).einde == date(2029, 10, 1)
    assert een(een_keer, Regel.D5).voorlopig


def test_extra_time_that_duos_end_already_holds_is_not_counted_twice() -> None:
    feiten = Feiten(
        duo=Duotermijn(date(2026, 6, 11), date(2029, 12, 11), date(2029, 2, 1)),
        verlengingen=(
            Verlenging(date(2029, 1, 10), duur=Duur(maanden=6)),
            Verlenging(date(2029, 2, 1), duur=Duur(maanden=9)),
            Verlenging(date(2029, 9, 1), duur=Duur(maanden=3)),
        ),
    )
    assert een(feiten, Regel.D5).einde == date(2030, 3, 11)


def test_a_first_end_that_is_written_down_late_takes_no_extra_time_away() -> None:
    feiten = Feiten(
        duo=Duotermijn(date(2026, 6, 11), date(2029, 6, 11), date(2029, 6, 1)),
        verlengingen=(Verlenging(date(2029, 5, 1), duur=Duur(maanden=6)),),
    )
    assert een(feiten, Regel.D5).einde == date(2029, 12, 11)


def test_time_that_duo_gave_without_a_day_is_provisional_until_duo_names_the_day() -> None:
    feiten = Feiten(
        duo=Duotermijn(date(2026, 6, 11), date(2029, 6, 11), date(2026, 7, 1)),
        verlengingen=(Verlenging(date(2029, 5, 1), duur=Duur(maanden=6)),),
    )
    einde, wissel = een(feiten, Regel.D5), een(feiten, Regel.D6)
    assert (einde.einde, einde.door_duo, einde.voorlopig) == (date(2029, 12, 11), False, True)
    assert een(feiten, Regel.D8A).voorlopig
    assert (wissel.door_duo, wissel.voorlopig) == (True, False)


@pytest.mark.parametrize(
    ("genoteerd", "einde"),
    [
        (date(2029, 3, 1), date(2030, 6, 11)),
        (date(2029, 2, 1), date(2030, 6, 11)),
        (date(2029, 1, 25), date(2029, 12, 11)),
    ],
)
def test_an_end_that_duo_named_is_not_lost_for_being_decided_earlier(
    genoteerd: date, einde: date
) -> None:
    """The letter came after DUO's term was written down, and names a later day."""
    extra = Verlenging(date(2029, 1, 20), tot=date(2030, 6, 11), genoteerd=genoteerd)
    feiten = Feiten(
        duo=Duotermijn(date(2026, 6, 11), date(2029, 12, 11), date(2029, 2, 1)),
        verlengingen=(extra,),
    )
    assert een(feiten, Regel.D5).einde == einde


def test_how_duo_clips_a_leap_day_is_no_extra_time() -> None:
    """Example 4: DUO decides; an extension from before it was written down still counts."""
    feiten = Feiten(
        duo=Duotermijn(date(2028, 2, 29), date(2031, 3, 1), date(2030, 12, 1)),
        verlengingen=(Verlenging(date(2030, 11, 1), duur=Duur(maanden=6)),),
    )
    assert een(feiten, Regel.D5).einde == date(2031, 9, 1)


# Information from others


def test_information_asked_too_late_gives_no_extra_time() -> None:
    feiten = Feiten(
        kennisgeving=date(2026, 3, 2),
        brp=date(2026, 3, 2),
        informatie=(Informatie(date(2026, 5, 11)),),
    )
    assert een(feiten, Regel.D1).wettelijk == date(2026, 5, 11)
    assert alle(feiten).van(Regel.D2) is None


def test_information_that_comes_soon_takes_no_time_away() -> None:
    feiten = Feiten(
        kennisgeving=date(2026, 3, 2),
        brp=date(2026, 3, 2),
        informatie=(Informatie(date(2026, 3, 9), date(2026, 3, 10)),),
    )
    assert een(feiten, Regel.D2).wettelijk == een(feiten, Regel.D1).wettelijk


def test_every_answer_belongs_to_the_oldest_open_question() -> None:
    gevraagd = (date(2026, 4, 10), date(2026, 4, 1))
    assert koppel_informatie(gevraagd, [date(2026, 4, 5)]) == (
        Informatie(date(2026, 4, 1), date(2026, 4, 5)),
        Informatie(date(2026, 4, 10)),
    )
    assert koppel_informatie(gevraagd, [date(2026, 3, 1)]) == (
        Informatie(date(2026, 4, 1)),
        Informatie(date(2026, 4, 10)),
    )


# The talk, and objecting


@pytest.mark.parametrize(
    ("gedaan", "gepland", "gevoerd"),
    [
        ({}, Status.OPEN, Status.OPEN),
        ({"intake_gepland": AF}, Status.KLAAR, Status.OPEN),
        ({"intake_gevoerd": AF}, Status.KLAAR, Status.KLAAR),
        ({"versies": op(AF)}, Status.KLAAR, Status.KLAAR),
    ],
)
def test_the_talk_has_a_day_in_three_weeks_and_is_held_in_six(
    gedaan: dict[str, Any], gepland: Status, gevoerd: Status
) -> None:
    """D3, from the same day as the ten weeks; a wish of ours, so no weekend moves it."""
    feiten = Feiten(kennisgeving=date(2026, 3, 2), brp=date(2026, 4, 11), **gedaan)
    plannen, voeren = een(feiten, Regel.D3A), een(feiten, Regel.D3B)
    assert (plannen.ruw, plannen.wettelijk) == (date(2026, 5, 2), date(2026, 5, 2))
    assert (voeren.ruw, voeren.wettelijk) == (date(2026, 5, 23), date(2026, 5, 23))
    assert (plannen.status, voeren.status) == (gepland, gevoerd)
    dagen = {i.dag for t in (plannen, voeren) for i in t.inputs}
    assert (AF in dagen) is bool({"intake_gepland", "intake_gevoerd"} & gedaan.keys())


def test_objecting_counts_from_the_day_it_was_sent_and_else_from_its_date() -> None:
    def bezwaar(verstuurd: date | None) -> Termijn:
        return een(Feiten(versies=(Pipversie(1, date(2026, 6, 10), verstuurd),)), Regel.D4)

    bekend, onbekend = bezwaar(date(2026, 6, 12)), bezwaar(None)
    assert (bekend.start, bekend.einde) == (date(2026, 6, 13), date(2026, 7, 25))
    assert (bekend.wettelijk, bekend.onzeker) == (date(2026, 7, 24), None)
    assert (onbekend.wettelijk, onbekend.onzeker) == (date(2026, 7, 22), Onzeker.BEKENDMAKING)


# The rest


def test_the_route_says_what_applies() -> None:
    def regels(route: Leerroute, niveau: Niveau | None = None) -> set[Regel]:
        feiten = Feiten(versies=op(date(2026, 6, 10)), leerroute=route, niveau=niveau)
        return {t.regel for t in alle(feiten).alle}

    assert {Regel.D7A, Regel.D7B}.isdisjoint(regels(Leerroute.ONDERWIJS))
    assert {Regel.D11A, Regel.D12A}.isdisjoint(regels(Leerroute.Z))
    assert Regel.D11B not in regels(Leerroute.B1, Niveau.B1)
    assert {Regel.D11A, Regel.D11B} <= regels(Leerroute.B1, Niveau.A2)


@pytest.mark.parametrize(
    ("geboren", "dag"),
    [
        (date(1960, 12, 31), date(2027, 12, 31)),
        (date(1961, 1, 1), date(2028, 4, 1)),
        (date(1970, 11, 30), date(2038, 2, 28)),
    ],
)
def test_the_aow_age_of_the_year_in_which_it_is_reached(geboren: date, dag: date) -> None:
    feiten = Feiten(geboren=Deeldatum(geboren.year, geboren.month, geboren.day))
    assert een(feiten, Regel.D15).ruw == dag


def test_an_aow_age_asks_attention_when_near_or_before_the_end_of_the_term() -> None:
    geboren = Deeldatum(1960, 12, 31)
    ver = Feiten(geboren=geboren)
    assert not alle(ver, date(2026, 6, 1)).alle[0].let_op
    assert alle(ver, date(2027, 8, 1)).alle[0].let_op
    binnen = Feiten(geboren=geboren, versies=op(date(2026, 6, 10)))
    assert een(binnen, Regel.D15).let_op
    assert not een(binnen, Regel.D15).stil
    assert een(Feiten(geboren=Deeldatum(1961)), Regel.D15).onzeker is Onzeker.GEBOORTE


@pytest.mark.parametrize(
    ("vandaag", "nabij"),
    [
        (date(2027, 6, 15), False),
        (date(2027, 6, 16), True),
        (date(2027, 12, 15), True),
        (date(2027, 12, 16), False),
    ],
)
def test_an_aow_age_is_near_when_it_is_less_than_six_months_away(
    vandaag: date, nabij: bool
) -> None:
    """As DUO warns (SS128): on the day itself still, and not once it is past."""
    (aow,) = alle(Feiten(geboren=Deeldatum(1960, 12, 15)), vandaag).alle
    assert aow.ruw == date(2027, 12, 15)
    assert (aow.let_op, aow.stil) == (nabij, not nabij)


@pytest.mark.parametrize(("dag", "eerder"), [(10, True), (11, False)])
def test_an_aow_age_on_the_first_day_after_the_term_is_not_before_its_end(
    dag: int, eerder: bool
) -> None:
    feiten = Feiten(geboren=Deeldatum(1962, 3, dag), versies=op(date(2026, 6, 10)))
    assert een(feiten, Regel.D15).ruw == date(2029, 6, dag)
    assert een(feiten, Regel.D15).let_op is eerder


def test_the_pace_says_when_the_hours_are_made() -> None:
    def b1(gevolgd: int, per_week: int) -> Termijn | None:
        uren = Uren(date(2026, 9, 1), gevolgd, per_week)
        feiten = Feiten(leerroute=Leerroute.B1, niveau=Niveau.B1, lesuren=uren)
        return alle(feiten).van(Regel.D16)

    assert (t := b1(480, 12)) is not None
    assert t.ruw == date(2026, 9, 1) + timedelta(weeks=10)
    assert (t := b1(599, 12)) is not None
    assert t.ruw == date(2026, 9, 2)
    assert (t := b1(599, 1)) is not None
    assert t.ruw == date(2026, 9, 8)
    assert (t := b1(600, 0)) is not None
    assert t.ruw == date(2026, 9, 1)
    assert not t.voorlopig
    assert b1(0, 0) is None


@pytest.mark.parametrize(
    ("route", "niveau", "kan"),
    [
        (Leerroute.B1, Niveau.B1, True),
        (Leerroute.B1, None, True),
        (Leerroute.B1, Niveau.A2, False),
        (Leerroute.ONDERWIJS, Niveau.B1, False),
        (Leerroute.Z, None, False),
        (None, None, False),
    ],
)
def test_going_down_is_for_who_is_at_b1_in_the_b1_route(
    route: Leerroute | None, niveau: Niveau | None, kan: bool
) -> None:
    uren = Uren(date(2026, 9, 1), 480, 12)
    feiten = Feiten(leerroute=route, niveau=niveau, lesuren=uren)
    assert (alle(feiten).van(Regel.D16) is not None) is kan


def test_who_finished_the_route_has_no_exam_and_no_hours_before_them() -> None:
    feiten = Feiten(
        versies=op(date(2026, 6, 10)),
        leerroute=Leerroute.B1,
        lesuren=Uren(date(2028, 9, 1), 590, 10),
        participatie=Uren(date(2028, 9, 1), 0, 1),
    )
    klaar = replace(feiten, route_klaar=date(2028, 11, 1))
    vandaag = date(2028, 12, 24)  # a week before the last day to register
    for regel in (Regel.D11A, Regel.D11B, Regel.D12A, Regel.D12B):
        assert een(feiten, regel).status is Status.OPEN
        assert een(klaar, regel).status is Status.KLAAR
        assert een(klaar, regel).ruw == een(feiten, regel).ruw
    assert alle(feiten, vandaag).aandacht(een(feiten, Regel.D12B))
    assert not alle(klaar, vandaag).aandacht(een(klaar, Regel.D12B))
    assert alle(feiten).van(Regel.D16) is not None
    assert alle(klaar).van(Regel.D16) is None
    z = replace(feiten, leerroute=Leerroute.Z)
    assert alle(z).van(Regel.D17A) is not None
    assert alle(replace(klaar, leerroute=Leerroute.Z)).van(Regel.D17A) is None


def test_participation_hours_are_only_for_an_asielstatushouder() -> None:
    def z(indeling: Indeling, per_week: int = 10) -> Termijnen:
        uren = Uren(date(2026, 9, 1), 0, per_week)
        return alle(
            Feiten(
                leerroute=Leerroute.Z,
                indeling=indeling,
                lesuren=uren,
                participatie=uren,
                versies=op(date(2026, 6, 10)),
            )
        )

    assert z(Indeling.GEZINSMIGRANT).van(Regel.D17B) is None
    mee = z(Indeling.ASIELSTATUSHOUDER).van(Regel.D17B)
    assert mee is not None
    assert mee.ruw == date(2028, 3, 14)
    assert not mee.let_op
    traag = z(Indeling.ASIELSTATUSHOUDER, 5).van(Regel.D17A)
    assert traag is not None
    assert traag.ruw > date(2029, 6, 10)
    assert traag.let_op


def test_hours_that_are_made_are_not_late_however_late_they_were_counted() -> None:
    feiten = Feiten(
        leerroute=Leerroute.Z, versies=op(date(2026, 6, 10)), lesuren=Uren(date(2029, 7, 1), 800, 9)
    )
    assert not een(feiten, Regel.D17A).let_op
    assert een(replace(feiten, lesuren=Uren(date(2029, 7, 1), 799, 9)), Regel.D17A).let_op


def test_hours_that_reach_the_first_day_after_the_term_are_late() -> None:
    def klaar_op(dagen: int) -> Termijn:
        uren = Uren(date(2029, 6, 11) - timedelta(days=dagen), 793, 7)
        feiten = Feiten(leerroute=Leerroute.Z, versies=op(date(2026, 6, 10)), lesuren=uren)
        return een(feiten, Regel.D17A)

    assert (klaar_op(7).ruw, klaar_op(7).let_op) == (date(2029, 6, 11), True)
    assert (klaar_op(8).ruw, klaar_op(8).let_op) == (date(2029, 6, 10), False)


def test_ontzorgen_follows_the_benefit_and_the_plan() -> None:
    dag = date(2026, 8, 31)
    assert een(Feiten(uitkering=dag), Regel.D13A).wettelijk == date(2027, 2, 27)
    assert een(Feiten(uitkering=dag), Regel.D13B).ruw == date(2027, 1, 16)
    geen = Feiten(uitkering=dag, ontzorgen=False)
    gezin = Feiten(uitkering=dag, indeling=Indeling.GEZINSMIGRANT)
    for feiten in (geen, gezin, Feiten()):
        assert alle(feiten).van(Regel.D13A) is None
    toch = Feiten(uitkering=dag, indeling=Indeling.GEZINSMIGRANT, ontzorgen=True)
    assert een(toch, Regel.D13A).einde == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("dag", "levering"),
    [
        (date(2026, 4, 1), date(2026, 4, 28)),
        (date(2026, 7, 9), date(2026, 7, 28)),
        (date(2026, 12, 31), date(2026, 10, 28)),
        (date(2027, 1, 1), date(2027, 1, 28)),
    ],
)
def test_the_figures_go_to_cbs_four_weeks_after_the_quarter(dag: date, levering: date) -> None:
    assert swi_levering(dag, BELEID).wettelijk == levering


@pytest.mark.parametrize(
    ("vandaag", "levering"),
    [
        (date(2026, 4, 28), date(2026, 4, 28)),
        (date(2026, 4, 29), date(2026, 7, 28)),
        (date(2026, 6, 30), date(2026, 7, 28)),
        (date(2026, 10, 29), date(2027, 1, 28)),
    ],
)
def test_the_next_delivery_is_the_one_whose_day_is_not_over(vandaag: date, levering: date) -> None:
    assert volgende_swi_levering(vandaag, BELEID).wettelijk == levering


def test_progress_talks_lie_before_the_switch_and_before_extra_time() -> None:
    feiten = Feiten(versies=op(date(2026, 6, 10)))
    dagen = {t.nummer: t.ruw for t in alle(feiten).alle if t.regel is Regel.D18}
    assert list(dagen) == [3, 6, 12, 16, 24, 29, 34]
    assert dagen[16] < een(feiten, Regel.D6).ruw
    assert dagen[29] < een(feiten, Regel.D9).ruw
    kort = Feiten(duo=Duotermijn(date(2026, 6, 11), date(2027, 6, 11), date(2026, 7, 1)))
    assert [t.nummer for t in alle(kort).alle if t.regel is Regel.D18] == [3, 6]
    vraag = een(kort, Regel.D9)
    assert (vraag.start, vraag.einde) == (date(2028, 12, 11), date(2028, 12, 12)), "never empty"


def test_the_age_hint_is_for_who_is_young_when_the_term_starts() -> None:
    jong = Feiten(versies=op(date(2026, 6, 10)), geboren=Deeldatum(1998, 6, 12))
    assert een(jong, Regel.D19).ruw == date(2026, 6, 12)
    assert Regel.D19 not in {t.regel for t in alle(jong).zichtbaar}, "nobody has to do anything"
    oud = Feiten(versies=op(date(2026, 6, 10)), geboren=Deeldatum(1998, 6, 11))
    assert alle(oud).van(Regel.D19) is None


@pytest.mark.parametrize(
    ("geboren", "dag"),
    [
        (Deeldatum(1998), date(2026, 12, 31)),
        (Deeldatum(1998, 6), date(2026, 6, 30)),
        (Deeldatum(1998, 5), None),
        (Deeldatum(1997), None),
    ],
)
def test_who_may_be_young_enough_is_hinted_at_too(geboren: Deeldatum, dag: date | None) -> None:
    """1 January is common where only the year is known: it says nothing of who is under 28."""
    hint = alle(Feiten(versies=op(date(2026, 6, 10)), geboren=geboren)).van(Regel.D19)
    assert (hint.ruw if hint is not None else None) == dag
    assert hint is None or hint.onzeker is Onzeker.GEBOORTE


def test_a_dossier_is_kept_five_years_after_the_last_change_and_never_a_day_short() -> None:
    feiten = Feiten(bewaren_vanaf=date(2028, 2, 29))
    assert een(feiten, Regel.D20).ruw == date(2033, 3, 1)
    assert alle(feiten).zichtbaar == [], "nobody has to do anything"
    assert een(feiten, Regel.D20).inputs == (Invoer(Feitnaam.HANDELING, date(2028, 2, 29)),)
    gesloten = replace(feiten, bewaaranker=Anker.INTAKE_GESLOTEN)
    assert een(gesloten, Regel.D20).inputs == (Invoer(Feitnaam.GESLOTEN, date(2028, 2, 29)),)


# Where it stands today


@pytest.mark.parametrize(
    ("vandaag", "stand"),
    [
        (date(2026, 6, 9), Stand.KOMEND),
        (date(2026, 6, 10), Stand.NABIJ),
        (date(2026, 6, 24), Stand.NABIJ),
        (date(2026, 6, 25), Stand.LAAT),
    ],
)
def test_a_duty_is_near_two_weeks_before_and_late_the_day_after(
    vandaag: date, stand: Stand
) -> None:
    feiten = Feiten(kennisgeving=date(2026, 3, 2), brp=date(2026, 4, 15))
    termijnen = alle(feiten, vandaag)
    assert termijnen.pip is not None
    assert termijnen.stand(termijnen.pip) is stand
    assert termijnen.aandacht(termijnen.pip) is (stand is not Stand.KOMEND)


@pytest.mark.parametrize(
    ("vandaag", "stand"),
    [
        (date(2028, 12, 10), Stand.KOMEND),
        (date(2028, 12, 11), Stand.KAN),
        (date(2029, 6, 10), Stand.KAN),
        (date(2029, 6, 11), Stand.VOORBIJ),
    ],
)
def test_what_is_possible_from_a_day_on_is_not_over_on_that_day(
    vandaag: date, stand: Stand
) -> None:
    termijnen = alle(VOORBEELD_1, vandaag)
    assert termijnen.stand(een(VOORBEELD_1, Regel.D9)) is stand
    uren = Uren(date(2026, 9, 1), 600, 0)
    lager = een(Feiten(leerroute=Leerroute.B1, niveau=Niveau.B1, lesuren=uren), Regel.D16)
    assert termijnen.stand(lager) is Stand.KAN


def test_on_the_moved_last_day_the_plan_is_not_late_yet() -> None:
    begin = date(2026, 5, 16)
    termijnen = alle(Feiten(kennisgeving=begin, brp=begin), date(2026, 7, 27))
    assert termijnen.pip is not None
    assert termijnen.stand(termijnen.pip) is Stand.NABIJ


def test_a_set_plan_is_done_and_a_right_that_is_over_is_not_late() -> None:
    termijnen = alle(VOORBEELD_1)
    assert termijnen.stand(een(VOORBEELD_1, Regel.D1)) is Stand.KLAAR
    assert termijnen.stand(een(VOORBEELD_1, Regel.D4)) is Stand.VOORBIJ
    assert not any(termijnen.aandacht(t) for t in termijnen.alle if t.ruw < VANDAAG)


def test_what_comes_next_leaves_out_what_is_done() -> None:
    eerst = alle(VOORBEELD_1).eerstvolgende(3)
    assert [t.ruw for t in eerst] == sorted(t.ruw for t in eerst)
    assert eerst[0].regel is Regel.D18
    assert eerst[0].ruw == date(2026, 12, 11)


def test_every_value_says_where_it_was_found_and_when_it_was_checked() -> None:
    for term in BELEID.termen.values():
        assert term.bron.endswith(".")
        assert term.gecontroleerd_op >= date(2026, 11, 1)
