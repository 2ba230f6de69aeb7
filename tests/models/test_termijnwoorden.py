"""Each date says why it is that day, in one sentence with what it was counted from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.bewaren import Anker
from desktop.models.deeldatum import Deeldatum
from desktop.models.dossier import Indeling
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.models.termijn import Regel, Termijn
from desktop.models.termijnbeleid import Duur
from desktop.models.termijnen import bereken
from desktop.models.termijnfeiten import (
    Duotermijn,
    Feiten,
    Informatie,
    Pipversie,
    Uren,
    Verlenging,
)
from desktop.models.termijnrest import swi_levering
from desktop.models.termijnwoorden import (
    invoer_in_woorden,
    kort_van,
    naam_van,
    uitleg,
    verschoven,
    waarom,
)
from desktop.models.termijnzinnen import ZINNEN
from tests.models.termijnbeleid import TERMIJNEN as BELEID

VANDAAG = date(2026, 11, 25)
EERSTE = Pipversie(1, date(2026, 6, 10), date(2026, 6, 10))
UREN = Uren(date(2026, 9, 1), 100, 10)
GENOEG = Uren(date(2026, 9, 1), 800, 0)
VOL = Feiten(
    kennisgeving=date(2026, 3, 2),
    brp=date(2026, 4, 15),
    versies=(EERSTE,),
    uitkering=date(2026, 4, 15),
    indeling=Indeling.ASIELSTATUSHOUDER,
    leerroute=Leerroute.B1,
    geboren=Deeldatum(2000, 5, 3),
    lesuren=UREN,
    participatie=UREN,
    bewaren_vanaf=date(2026, 11, 25),
)
INFO = (Informatie(date(2026, 4, 20)),)
GEVALLEN = (
    VOL,
    replace(VOL, leerroute=Leerroute.Z, geboren=Deeldatum(1961)),
    replace(VOL, leerroute=Leerroute.Z, lesuren=GENOEG),
    replace(
        VOL, lesuren=Uren(date(2026, 9, 1), 600, 0), versies=(Pipversie(1, date(2026, 6, 10)),)
    ),
    replace(VOL, participatie=GENOEG, leerroute=Leerroute.Z, geboren=Deeldatum(1999)),
    replace(VOL, brp=None, versies=(), bewaaranker=Anker.INTAKE_GESLOTEN),
    replace(VOL, kennisgeving=None, versies=()),
    replace(VOL, ss139=date(2026, 5, 1), versies=()),
    replace(VOL, informatie=INFO, versies=()),
    replace(VOL, informatie=(Informatie(date(2026, 4, 20), date(2026, 6, 16)),), versies=()),
    replace(VOL, duo=Duotermijn(date(2026, 6, 11), date(2029, 6, 11), date(2026, 7, 1))),
    replace(VOL, verlengingen=(Verlenging(date(2029, 1, 5), duur=Duur(weken=16)),)),
)
ALLE = [
    *(t for feiten in GEVALLEN for t in bereken(feiten, BELEID, VANDAAG)),
    swi_levering(VANDAAG, BELEID),
]


def termijn(feiten: Feiten, regel: Regel) -> Termijn:
    return next(t for t in bereken(feiten, BELEID, VANDAAG) if t.regel is regel)


def test_every_sentence_of_every_rule_is_reached_and_filled() -> None:
    gezien = {waarom(t).zin for t in ALLE}
    assert gezien == set(ZINNEN.values())
    assert {t.regel for t in ALLE} == set(Regel)


@pytest.mark.parametrize("t", ALLE, ids=lambda t: f"{t.regel_id}-{t.nummer}")
def test_a_sentence_names_its_day_and_what_it_was_counted_from(t: Termijn) -> None:
    zin = str(waarom(t))
    assert zin.endswith(".")
    assert "{" not in zin
    assert zin.count(".") - len(re.findall(r"\.(?=\S)", zin)) == 1  # one sentence
    if t.status.value != "wacht op derden":
        assert f"{t.ruw:%d-%m-%Y}" in zin
    assert invoer_in_woorden(t)
    assert all(naam and waarde for naam, waarde in invoer_in_woorden(t))
    assert naam_van(t)
    assert len(kort_van(t)) <= len(naam_van(t))


def test_a_moved_day_says_from_where_and_why() -> None:
    pinksteren = termijn(Feiten(kennisgeving=date(2026, 3, 16), brp=date(2026, 3, 16)), Regel.D1)
    assert str(verschoven(pinksteren)) == (
        "Op 25-05-2026 is het een feestdag (Tweede pinksterdag); volgens de Algemene termijnenwet "
        "is de uiterste dag dan de eerste werkdag erna, 26-05-2026."
    )
    kerst = termijn(Feiten(kennisgeving=date(2026, 10, 17), brp=date(2026, 10, 17)), Regel.D1)
    assert "26-12-2026 is een zaterdag" in str(verschoven(kerst))
    assert "28-12-2026" in str(verschoven(kerst))
    assert verschoven(termijn(VOL, Regel.D1)) is None


@given(st.dates(date(2022, 1, 1), date(2040, 1, 1)))
def test_whatever_moved_says_so_and_nothing_else_does(dag: date) -> None:
    for t in bereken(
        Feiten(kennisgeving=dag, brp=dag, versies=(Pipversie(1, dag, dag),)), BELEID, dag
    ):
        zinnen = [str(z) for z in uitleg(t)]
        assert any("Algemene termijnenwet" in z for z in zinnen) is t.verschoven
        assert any("voorlopig" in z for z in zinnen) is t.voorlopig


def test_what_duo_confirmed_no_longer_says_provisional() -> None:
    assert any("voorlopig" in str(z) for z in uitleg(termijn(VOL, Regel.D5)))
    vast = termijn(GEVALLEN[10], Regel.D5)
    assert str(waarom(vast)).startswith("DUO heeft de termijn vastgesteld")
    assert len(uitleg(vast)) == 1


def test_the_sentence_of_information_names_the_answer_that_came_last() -> None:
    feiten = replace(
        VOL,
        versies=(),
        informatie=(
            Informatie(date(2026, 4, 20), date(2026, 6, 22)),
            Informatie(date(2026, 5, 1), date(2026, 6, 16)),
        ),
    )
    zin = str(waarom(termijn(feiten, Regel.D2)))
    assert "22-06-2026" in zin
    assert "06-07-2026" in zin
    wacht = replace(feiten, informatie=(*feiten.informatie, Informatie(date(2026, 4, 30))))
    assert "Op 30-04-2026" in str(waarom(termijn(wacht, Regel.D2)))


def test_the_sentence_of_information_counts_on_from_the_day_that_it_names() -> None:
    """Ten weeks from 16 May 2026 end on a Saturday; what comes early takes nothing away."""
    begin = date(2026, 5, 16)
    gevraagd = Informatie(date(2026, 7, 26))  # on the Sunday before the legal day
    wacht = Feiten(kennisgeving=begin, brp=begin, informatie=(gevraagd,))
    assert "op tijd voor 27-07-2026" in str(waarom(termijn(wacht, Regel.D2)))
    vroeg = Informatie(date(2026, 6, 1), date(2026, 7, 3))
    beide = replace(wacht, informatie=(vroeg, gevraagd))
    assert "op tijd voor 27-07-2026" in str(waarom(termijn(beide, Regel.D2)))
    zin = str(waarom(termijn(replace(wacht, informatie=(vroeg,)), Regel.D2)))
    assert "25-07-2026 zonder wachten" in zin
    assert zin.endswith("dat is 25-07-2026.")


def test_of_a_partial_day_of_birth_only_what_is_known_is_said() -> None:
    jaar, maand = replace(VOL, geboren=Deeldatum(1999)), replace(VOL, geboren=Deeldatum(1961, 5))
    for feiten, regel, zegt in (
        (jaar, Regel.D19, "geboren is in 1999,"),
        (maand, Regel.D15, "geboren is in mei 1961,"),
    ):
        t = termijn(feiten, regel)
        assert zegt in str(waarom(t))
        assert "01-0" not in str(dict(invoer_in_woorden(t))["Geboortedatum"])
    heel = termijn(VOL, Regel.D19)
    assert heel.inputs[0].dag == date(2000, 5, 3)


def test_a_late_pace_and_an_early_pension_ask_attention() -> None:
    traag = replace(VOL, leerroute=Leerroute.Z, lesuren=Uren(date(2026, 9, 1), 0, 3))
    assert "te laat" in str(uitleg(termijn(traag, Regel.D17A))[-1])
    oud = replace(VOL, geboren=Deeldatum(1960, 5, 3), niveau=Niveau.B1)
    assert str(uitleg(termijn(oud, Regel.D15))[-1]).startswith("Let op")
