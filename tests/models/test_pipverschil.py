"""The comparison of two versions: nothing is left out, and what only moved is no difference."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import taal
from desktop.models.pipinhoud import (
    Afkomst,
    Bezigheid,
    Leerroute,
    Oordeel,
    Pipinhoud,
    Regel,
    Routeoordeel,
    Wijzigreden,
)
from desktop.models.pipveldnamen import BLOKKEN, VELDEN
from desktop.models.pipverschil import STIL, STIL_REGEL, Soort, Verschil, verschil
from tests.models.pipgevallen import DOEL, KADER, PLAN, TWEEDE, met, regel, zonder


@pytest.fixture(autouse=True)
def _weer_dutch() -> Iterator[None]:
    yield
    taal.kies(taal.BRON)


def tussen(oud: Pipinhoud, nieuw: Pipinhoud) -> tuple[Verschil, ...]:
    return verschil(oud, nieuw, KADER)


def een(oud: Pipinhoud, nieuw: Pipinhoud) -> Verschil:
    (gevonden,) = tussen(oud, nieuw)
    return gevonden


def ander(waarde: Any, veld: str) -> Any:
    """Another value of the same kind."""
    if veld in ("leerroute", "niveau", "wijzigreden", "oordeel", "route"):
        soort = {
            "leerroute": Leerroute,
            "niveau": type(PLAN.niveau),
            "wijzigreden": Wijzigreden,
            "oordeel": Oordeel,
        }[veld]
        return next(w for w in soort if w is not waarde)
    if isinstance(waarde, enum.Enum):
        return next(w for w in type(waarde) if w is not waarde)
    if isinstance(waarde, bool):
        return not waarde
    if isinstance(waarde, int):
        return waarde + 1
    if isinstance(waarde, date):
        return waarde + timedelta(days=1)
    if isinstance(waarde, str):
        return f"{waarde} anders"
    if waarde is None:
        return 7 if veld.endswith("uren") or "uren_" in veld else date(2027, 5, 5)
    raise AssertionError(f"{veld}: give `ander` a value for {waarde!r}")


def platte_velden() -> list[str]:
    """Every field that a plan is made of, whatever is added to it."""
    uit = []
    for veld in fields(Pipinhoud):
        waarde = getattr(PLAN, veld.name)
        if is_dataclass(waarde):
            uit += [f"{veld.name}.{onder.name}" for onder in fields(waarde)]
        elif veld.name not in ("oordelen", "week", "regels"):
            uit.append(veld.name)
    return uit


@pytest.mark.parametrize("veld", [v for v in platte_velden() if v not in STIL])
def test_a_field_that_changes_is_seen_whichever_it_is(veld: str) -> None:
    blok, punt, naam = veld.partition(".")
    if punt:
        oud = getattr(PLAN, blok)
        nieuw = replace(PLAN, **{blok: replace(oud, **{naam: ander(getattr(oud, naam), naam)})})
    else:
        nieuw = replace(PLAN, **{veld: ander(getattr(PLAN, veld), veld)})
    gevonden = een(PLAN, nieuw)
    assert gevonden.veld == veld
    assert gevonden.kop == VELDEN[veld].kop
    assert gevonden.oud != gevonden.nieuw
    terug = een(nieuw, PLAN)
    assert (terug.oud, terug.nieuw) == (gevonden.nieuw, gevonden.oud)


def test_no_name_is_for_a_field_that_is_gone() -> None:
    assert set(VELDEN) == set(platte_velden()) - STIL
    assert {f.name for f in fields(Pipinhoud)} >= BLOKKEN | STIL


@pytest.mark.parametrize("veld", [f.name for f in fields(Regel) if f.name not in STIL_REGEL])
def test_each_field_of_a_sentence_is_seen(veld: str) -> None:
    nieuw = ander(getattr(DOEL, veld), veld) if veld != "onderdeel" else "afspraak"
    gevonden = tussen(
        PLAN, replace(PLAN, regels=(replace(DOEL, **{veld: nieuw}), *PLAN.regels[1:]))
    )
    assert len(gevonden) == (2 if veld == "onderdeel" else 1)
    assert all(v.oud != v.nieuw for v in gevonden)


@pytest.mark.parametrize("veld", [f.name for f in fields(Routeoordeel) if f.name != "route"])
def test_each_field_of_a_route_is_seen(veld: str) -> None:
    oud = PLAN.oordelen[1]
    nieuw = replace(oud, **{veld: ander(getattr(oud, veld), veld)})
    gevonden = een(PLAN, replace(PLAN, oordelen=(PLAN.oordelen[0], nieuw, PLAN.oordelen[2])))
    assert (gevonden.veld, gevonden.kop) == ("oordelen.O", "Onderwijsroute")


def test_id_and_origin_of_a_sentence_are_none() -> None:
    assert {"id", "afkomst"} == STIL_REGEL
    kopie = tuple(
        replace(r, id=f"nieuw-{n}", afkomst=Afkomst("vorige", r.id))
        for n, r in enumerate(PLAN.regels)
    )
    assert tussen(PLAN, replace(PLAN, versie=2, regels=kopie)) == ()


# Words


def test_values_are_said_in_dutch_words() -> None:
    gevonden = een(PLAN, replace(PLAN, leerroute=Leerroute.Z))
    assert (gevonden.oud, gevonden.nieuw) == ("B1-route", "Z-route")
    data = replace(PLAN.data, termijn_einde=date(2029, 12, 11))
    gevonden = een(PLAN, replace(PLAN, data=data))
    assert (gevonden.kop, gevonden.oud, gevonden.nieuw) == (
        "Laatste dag van de termijn",
        "10-06-2029",
        "10-12-2029",
    )
    gevonden = een(PLAN, replace(PLAN, mag_opleiding_afmaken=True))
    assert (gevonden.soort, gevonden.oud, gevonden.nieuw) == (Soort.ANDERS, "Nee", "Ja")


def test_something_where_nothing_was() -> None:
    gevonden = een(replace(PLAN, intensiteit=None), PLAN)
    assert (gevonden.soort, gevonden.oud, gevonden.nieuw) == (Soort.ERBIJ, "", "600")
    gevonden = een(PLAN, replace(PLAN, hoofddoel=""))
    assert (gevonden.soort, gevonden.oud) == (Soort.WEG, "Betaald werken")


def test_benefit_and_its_sentences_stand_in_part_2() -> None:
    oud = zonder(replace(PLAN, uitkering=False, uitkering_vanaf=None), "plicht_pw")
    gevonden = tussen(oud, PLAN)
    assert [(v.deel, v.veld) for v in gevonden] == [
        (2, "uitkering"),
        (2, "uitkering_vanaf"),
        (2, "regels.plicht_pw"),
    ]


def test_a_cell_of_the_week() -> None:
    week = {"1-ochtend": Bezigheid.TAALLES, "2-middag": Bezigheid.STAGE, "5-avond": Bezigheid.ZORG}
    gevonden = tussen(PLAN, replace(PLAN, week=week))
    assert [(v.kop, v.soort, v.oud, v.nieuw) for v in gevonden] == [
        ("Dinsdag, middag", Soort.ANDERS, "Werk", "Stage"),
        ("Vrijdag, avond", Soort.ERBIJ, "", "Zorg"),
    ]
    vreemd = replace(PLAN, week={**PLAN.week, "6-nacht": Bezigheid.WERK})
    assert een(PLAN, vreemd).kop == "6-nacht", "what a newer program wrote is not hidden"


def test_it_is_dutch_on_an_english_screen() -> None:
    taal.kies("en")
    assert een(PLAN, replace(PLAN, leerroute=Leerroute.ONDERWIJS)).nieuw == "Onderwijsroute"
    assert een(PLAN, replace(PLAN, hoofddoel="")).kop == "Hoofddoel"


# Sentences


def met_regels(*regels: Regel) -> Pipinhoud:
    return replace(PLAN, regels=regels)


def test_a_new_sentence_and_one_that_went() -> None:
    extra = regel("afspraak", "Wij bellen elke maand.", wie="Klantmanager")
    gevonden = een(PLAN, met(PLAN, extra))
    assert (gevonden.kop, gevonden.soort) == ("Afspraken", Soort.ERBIJ)
    assert gevonden.nieuw == "Wij bellen elke maand.\nwie helpt: Klantmanager"
    assert een(met(PLAN, extra), PLAN).soort is Soort.WEG


def test_a_sentence_that_was_rewritten_is_one_difference() -> None:
    oud = met_regels(regel("afspraak", "Wij bellen elke maand over de lessen."))
    nieuw = met_regels(regel("afspraak", "Wij bellen elke week over de lessen."))
    gevonden = een(oud, nieuw)
    assert (gevonden.soort, gevonden.oud, gevonden.nieuw) == (
        Soort.ANDERS,
        "Wij bellen elke maand over de lessen.",
        "Wij bellen elke week over de lessen.",
    )
    heel_anders = met_regels(regel("afspraak", "Een kopie van het diploma."))
    assert {v.soort for v in tussen(oud, heel_anders)} == {Soort.WEG, Soort.ERBIJ}


def test_the_same_row_or_goal_or_answer_is_one_sentence_however_it_reads() -> None:
    bron = Afkomst("antwoord", "a1", "SP05", "Taalmaatje")
    for velden in ({"id": "r1"}, {"doelcode": "doel.sp2"}, {"afkomst": bron}):
        oud = met_regels(regel("doel", "Ik oefen elke week.", **velden))
        nieuw = met_regels(replace(oud.regels[0], tekst="Bel de buurvrouw!"))
        if "id" not in velden:
            nieuw = met_regels(replace(nieuw.regels[0], id="r2"))
        assert een(oud, nieuw).soort is Soort.ANDERS, velden


def test_only_what_changed_is_said_behind_the_sentence() -> None:
    later = replace(DOEL, wanneer=date(2027, 6, 1))
    gevonden = een(PLAN, replace(PLAN, regels=(later, *PLAN.regels[1:])))
    assert gevonden.oud == "Ik leer fietsen.\nwanneer: 01-01-2027"
    assert gevonden.nieuw == "Ik leer fietsen.\nwanneer: 01-06-2027"
    open_ = een(PLAN, replace(PLAN, regels=(replace(DOEL, wanneer=None), *PLAN.regels[1:])))
    assert open_.nieuw == "Ik leer fietsen."


def test_health_is_marked_so_that_paper_can_leave_it_out() -> None:
    gewoon = regel("aandachtspunt", "Korte lessen.")
    assert een(PLAN, met(PLAN, replace(gewoon, gezondheid=True))).gezondheid
    assert not een(PLAN, met(PLAN, gewoon)).gezondheid
    assert een(met(PLAN, replace(gewoon, gezondheid=True)), met(PLAN, gewoon)).gezondheid


def test_a_heading_of_a_newer_program_is_not_hidden() -> None:
    assert een(PLAN, met(PLAN, regel("later", "Iets nieuws."))).kop == "later"


def test_the_order_is_that_of_the_plan() -> None:
    nieuw = met(
        replace(PLAN, hoofddoel="Ondernemen", week={}),
        regel("niet_nakomen", "Bel ons."),
        regel("begeleiding", "Wij helpen."),
    )
    assert [v.veld for v in tussen(PLAN, nieuw)] == [
        "hoofddoel",
        "week.1-ochtend",
        "week.2-middag",
        "regels.begeleiding",
        "regels.niet_nakomen",
    ]


def test_any_two_versions_can_be_compared() -> None:
    derde = replace(TWEEDE, versie=3, hoofddoel="Ondernemen")
    velden = [v.veld for v in tussen(PLAN, derde)]
    assert velden == [
        "wijzigreden",
        "wijzigtoelichting",
        "data.dagtekening",
        "data.bekendmaking",
        "hoofddoel",
    ]
    assert tussen(PLAN, Pipinhoud())


@given(st.permutations(PLAN.regels))
def test_what_moved_is_no_difference(regels: list[Regel]) -> None:
    assert tussen(PLAN, replace(PLAN, regels=tuple(regels))) == ()


KORT = st.sampled_from(["Ik leer fietsen.", "Ik leer zwemmen.", "Wij bellen.", "Iets anders."])


@given(st.lists(KORT, max_size=6), st.lists(KORT, max_size=6))
def test_no_sentence_is_lost_or_counted_twice(oud: list[str], nieuw: list[str]) -> None:
    a = met_regels(*(regel("afspraak", t, id=f"a{n}") for n, t in enumerate(oud)))
    b = met_regels(*(regel("afspraak", t, id=f"b{n}") for n, t in enumerate(nieuw)))
    over, rest = list(oud), list(nieuw)
    for v in tussen(a, b):
        if v.oud:
            over.remove(v.oud)
        if v.nieuw:
            rest.remove(v.nieuw)
    assert sorted(over) == sorted(rest), "what is left on both sides did not change"
