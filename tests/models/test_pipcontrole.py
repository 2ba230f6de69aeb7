"""What stops a plan, what is only a hint, and what a later version may change. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.duo_pip import pip_bericht
from desktop.models.pipcontrole import controleer
from desktop.models.pipduoregels import voorgesteld_niveau
from desktop.models.pipfeiten import Bevinding, Pipfeiten, Verklaring
from desktop.models.pipinhoud import (
    Bezigheid,
    Contact,
    Data,
    Leerroute,
    Niveau,
    Oordeel,
    Pipinhoud,
    Regel,
    Routeoordeel,
    Toetsstand,
    Wie,
    Wijzigreden,
)
from desktop.models.pipversie import versie_mag
from tests.models.duospec import Duospec
from tests.models.pipgevallen import (
    DAG,
    DOEL,
    FEITEN,
    KADER,
    LATER,
    PLAN,
    REDEN,
    TWEEDE,
    VERKLARING,
    kies,
    kort,
    met,
    regel,
    zonder,
)

B, O, Z = Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z  # noqa: E741  DUO's own letter
DAG_NA = timedelta(days=1)
Verander = Callable[[Pipinhoud], Pipinhoud]


def zet(**velden: Any) -> Verander:
    return lambda plan: replace(plan, **velden)


def data(**velden: Any) -> Verander:
    return lambda plan: replace(plan, data=replace(plan.data, **velden))


def oordeel(route: Leerroute, **velden: Any) -> Verander:
    return lambda plan: replace(
        plan,
        oordelen=tuple(replace(o, **velden) if o.route is route else o for o in plan.oordelen),
    )


def gelijk(plan: Pipinhoud) -> Pipinhoud:
    return plan


def hard(plan: Pipinhoud, feiten: Pipfeiten = FEITEN) -> list[tuple[str, str]]:
    return kort(controleer(plan, feiten, KADER))


def zacht(plan: Pipinhoud, feiten: Pipfeiten = FEITEN) -> list[tuple[str, str]]:
    return kort(controleer(plan, feiten, KADER), hard=False)


def test_a_whole_plan_has_nothing_to_say() -> None:
    assert controleer(PLAN, FEITEN, KADER) == ()


@pytest.mark.parametrize(
    ("verander", "feiten", "regel_", "veld"),
    [
        # DUO
        (gelijk, {"begin_plicht": DAG + DAG_NA}, "DUO (a)", "data.dagtekening"),
        (gelijk, {"vorige_dagtekening": DAG + DAG_NA}, "DUO (a)", "data.dagtekening"),
        (lambda p: kies(p, O, Niveau.A2), {}, "DUO (b)", "niveau"),
        (lambda p: kies(p, Z, Niveau.B1), {}, "DUO (c)", "niveau"),
        (zet(niveau=Niveau.A2), {}, "DUO (d)", "niveau"),
        (zet(intensiteit=0), {}, "DUO (f)", "intensiteit"),
        (zet(intensiteit=10_000), {}, "DUO (f)", "intensiteit"),
        (gelijk, {"asiel": False}, "DUO (f)", "intensiteit"),
        (lambda p: replace(kies(p, Z), intensiteit=600), {}, "DUO (f)", "intensiteit"),
        (zet(alfabetisering=""), {}, "DUO (code)", "alfabetisering"),
        (zet(alfabetisering="B"), {}, "DUO (code)", "alfabetisering"),
        # Term
        (data(dagtekening=None), {}, "Volledig", "data.dagtekening"),
        (data(bekendmaking=DAG - DAG_NA), {}, "Termijn", "data.bekendmaking"),
        (data(termijn_start=DAG), {}, "Termijn", "data.termijn_start"),
        (data(termijn_einde=date(2026, 6, 11)), {}, "Termijn", "data.termijn_einde"),
        # Routes
        (zet(leerroute=None, intensiteit=None), {}, "Leerroute", "leerroute"),
        (oordeel(O, oordeel=None), {}, "Leerroute", "oordelen.O"),
        (oordeel(Z, reden="n.v.t."), {}, "Leerroute", "oordelen.Z"),
        (oordeel(B, oordeel=Oordeel.NADER_ONDERZOEKEN), {}, "Leerroute", "oordelen.B"),
        (zet(oordelen=PLAN.oordelen[:1]), {}, "Leerroute", "oordelen.O"),
        (zet(motivering="Zo is het"), {}, "Leerroute", "motivering"),
        # Test
        (zet(toets=Toetsstand()), {}, "Leerbaarheidstoets", "toets"),
        (zet(toets=Toetsstand("Onbekend")), {}, "Leerbaarheidstoets", "toets"),
        (zet(toets=Toetsstand("B1-route niet haalbaar")), {}, "Leerbaarheidstoets", "afwijking"),
        (lambda p: kies(p, Z), {}, "Leerbaarheidstoets", "tweede_lezer"),
        # Completeness
        (gelijk, {"asiel": None}, "Volledig", "wie.doelgroep"),
        (zet(hoofddoel=" "), {}, "Volledig", "hoofddoel"),
        (zet(contact=Contact("", "0527 63 39 11")), {}, "Volledig", "contact.naam"),
        (zet(contact=Contact("Anneke")), {}, "Volledig", "contact.telefoon"),
        (zet(pvt_uren=11), {}, "Volledig", "pvt_uren"),
        (zet(pvt_uren=None), {}, "Volledig", "pvt_uren"),
        (zet(map_uren=39), {}, "Volledig", "map_uren"),
        (zet(map_uren=None), {}, "Volledig", "map_uren"),
        (lambda p: met(p, regel("doel", "  ")), {}, "Volledig", "regels.doel"),
        (lambda p: met(p, regel("kopje-van-later")), {}, "Volledig", "regels"),
        (gelijk, {"jonge_kinderen": True}, "Volledig", "regels.vve"),
        # Taking part
        (zet(week={"1-ochtend": Bezigheid.TAALLES}), {}, "Taal en meedoen", "participatie_reden"),
        # Part 2
        (gelijk, {"uitkering": False}, "Deel 2", "uitkering"),
        (zet(uitkering=False), {}, "Deel 2", "uitkering"),
        (zet(uitkering=False), {"uitkering": False}, "Deel 2", "regels.plicht_pw"),
        (zet(uitkering=False, ontzorgen=True), {"uitkering": False}, "Deel 2", "ontzorgen"),
        (zet(uitkering_vanaf=None), {}, "Deel 2", "uitkering_vanaf"),
        (zet(ontzorgen=True), {}, "Deel 2", "ontzorgen_tot_en_met"),
        (
            zet(ontzorgen=True, ontzorgen_tot_en_met=date(2026, 4, 14)),
            {},
            "Deel 2",
            "ontzorgen_tot_en_met",
        ),
        (zet(ontzorgen=True), {}, "Volledig", "regels.ontzorgen"),
        (zet(ontzorgen=True), {}, "Volledig", "regels.financieel_plan"),
        (lambda p: met(p, regel("doel", "Ik fiets.", deel=2)), {}, "Deel 2", "regels.doel"),
        (lambda p: met(p, regel("ontzorgen")), {}, "Deel 2", "regels.ontzorgen"),
    ],
)
def test_a_rule_that_is_broken_names_itself_and_the_field(
    verander: Verander, feiten: dict[str, Any], regel_: str, veld: str
) -> None:
    assert (regel_, veld) in hard(verander(PLAN), replace(FEITEN, **feiten))


@pytest.mark.parametrize(
    ("verander", "feiten"),
    [
        (gelijk, {"begin_plicht": DAG, "vestiging": DAG, "vorige_dagtekening": DAG}),
        (zet(niveau=Niveau.A2), {"eerste_pip": False}),
        (zet(intensiteit=1), {}),
        (zet(intensiteit=9999), {}),
        (zet(intensiteit=None), {"asiel": False}),
        (zet(alfabetisering="NVT"), {}),
        (data(termijn_start=DAG, voorlopig=False), {}),
        (data(termijn_start=None, termijn_einde=None), {}),
        (zet(toets=Toetsstand(overgeslagen="visueel")), {}),
        (zet(toets=Toetsstand("B1-route niet haalbaar"), afwijking=REDEN), {}),
        (lambda p: replace(kies(p, Z), afwijking=REDEN, tweede_lezer="Bram"), {}),
        (lambda p: replace(kies(p, O, Niveau.B1), map_uren=None), {}),
        (lambda p: zonder(replace(kies(p, O), map_uren=None), "map"), {}),
        (lambda p: zonder(zonder(zonder(p, "aandachtspunt"), "werkstap"), "afspraak"), {}),
        (lambda p: zonder(zonder(p, "maatschappelijke_begeleiding"), "aanbod"), {"asiel": False}),
        (lambda p: met(p, regel("vve")), {"jonge_kinderen": True}),
        (zet(week={}, participatie_uren_per_week=8), {}),
        (zet(week={}, participatie_reden=REDEN), {}),
        (lambda p: met(replace(p, week={}), regel("taal_en_werk")), {}),
        (
            lambda p: zonder(replace(p, uitkering=False, uitkering_vanaf=None), "plicht_pw"),
            {"uitkering": False},
        ),
        (
            lambda p: met(
                replace(p, ontzorgen=True, ontzorgen_tot_en_met=date(2026, 10, 14)),
                regel("ontzorgen"),
                regel("financieel_plan"),
            ),
            {},
        ),
    ],
)
def test_what_is_right_stops_nothing(verander: Verander, feiten: dict[str, Any]) -> None:
    velden = {f for f in feiten if f == "asiel"}
    fouten = hard(verander(PLAN), replace(FEITEN, **feiten))
    # Without asylum the plan of the case above would have no intensity: not what is tried here.
    assert [f for f in fouten if not (velden and f == ("DUO (f)", "intensiteit"))] == []


@pytest.mark.parametrize("code", [o.code for o in KADER.onderdelen if o.eis == "altijd"])
def test_each_heading_that_is_always_needed_is_missed(code: str) -> None:
    assert hard(zonder(PLAN, code)) == [("Volledig", f"regels.{code}")]


def test_map_is_not_missed_in_the_onderwijsroute_only() -> None:
    assert hard(zonder(PLAN, "map")) == [("Volledig", "regels.map")]
    z = replace(kies(PLAN, Z), afwijking=REDEN, tweede_lezer="Bram")
    assert hard(zonder(z, "map")) == [("Volledig", "regels.map")]


@pytest.mark.parametrize(
    ("verander", "feiten", "regel_", "veld"),
    [
        (gelijk, {"vestiging": DAG + DAG_NA}, "DUO (a)", "data.dagtekening"),
        (zet(niveau=None), {}, "DUO (e)", "niveau"),
        (gelijk, {"pip_uiterlijk": DAG - DAG_NA}, "Termijn", "data.dagtekening"),
        (
            lambda p: met(p, regel("afspraak", wanneer=date(2029, 6, 11))),
            {},
            "Termijn",
            "regels.afspraak",
        ),
        (oordeel(O, oordeel=Oordeel.NADER_ONDERZOEKEN), {}, "Leerroute", "oordelen.O"),
        (zet(intensiteit=None), {}, "Volledig", "intensiteit"),
        (zet(lesuren_per_week=None), {}, "Volledig", "lesuren_per_week"),
        (zet(wie=Wie(naam="Tesfay")), {}, "Volledig", "wie.adres"),
        (lambda p: kies(p, O, Niveau.B1), {}, "Volledig", "map_uren"),
        (gelijk, {"ontzorgen_hoort": True}, "Deel 2", "ontzorgen"),
        (lambda p: met(p, replace(DOEL, id="2", wie="")), {}, "Volledig", "regels.doel"),
        (lambda p: met(p, replace(DOEL, id="2", wanneer=None)), {}, "Volledig", "regels.doel"),
        (lambda p: met(p, replace(DOEL, id="2", hoe="")), {}, "Volledig", "regels.doel"),
    ],
)
def test_a_hint_stops_nothing(
    verander: Verander, feiten: dict[str, Any], regel_: str, veld: str
) -> None:
    plan, weten = verander(PLAN), replace(FEITEN, **feiten)
    assert (hard(plan, weten), zacht(plan, weten)) == ([], [(regel_, veld)])


@pytest.mark.parametrize("feiten", [{"pip_uiterlijk": DAG}, {"vestiging": DAG}])
def test_on_the_day_itself_there_is_no_hint(feiten: dict[str, Any]) -> None:
    assert zacht(PLAN, replace(FEITEN, **feiten)) == []


def test_a_last_day_within_the_term_is_no_hint() -> None:
    assert zacht(met(PLAN, regel("afspraak", wanneer=date(2029, 6, 10)))) == []


@pytest.mark.parametrize(
    ("route", "niveau", "uit"),
    [(B, None, Niveau.B1), (O, None, Niveau.B1), (Z, None, None), (B, Niveau.A2, None)],
)
def test_a_level_left_out_becomes_b1(
    route: Leerroute, niveau: Niveau | None, uit: Niveau | None
) -> None:
    assert voorgesteld_niveau(kies(PLAN, route, niveau)) is uit


def test_a_later_plan_keeps_the_term() -> None:
    assert hard(TWEEDE, LATER) == []
    verschoven = replace(TWEEDE, data=replace(TWEEDE.data, termijn_start=TWEEDE.data.dagtekening))
    assert hard(verschoven, LATER) == [("Termijn", "data.termijn_start")]
    bevestigd = replace(verschoven, data=replace(verschoven.data, voorlopig=False))
    assert hard(bevestigd, LATER) == []


def test_after_a_move_the_first_plan_here_does_not_move_the_term_either() -> None:
    elders = replace(FEITEN, eerste_pip=False, termijn_start=date(2026, 1, 2))
    assert hard(PLAN, elders) == [("Termijn", "data.termijn_start")]
    zelfde = replace(PLAN, data=replace(PLAN.data, termijn_start=date(2026, 1, 2)))
    assert hard(zelfde, elders) == []


# Later versions


def nieuw(reden: Wijzigreden | None, **velden: Any) -> Pipinhoud:
    return replace(TWEEDE, wijzigreden=reden, **velden)


def naar(route: Leerroute, van: Leerroute = B) -> tuple[Pipinhoud, Pipinhoud]:
    na = replace(
        kies(TWEEDE, route, Niveau.B1 if route is B else None),
        wijzigreden=Wijzigreden.ROUTEWISSEL,
    )
    return kies(PLAN, van, Niveau.B1 if van is B else None), na


def mag(vorige: Pipinhoud, na: Pipinhoud, feiten: Pipfeiten = LATER) -> list[tuple[str, str]]:
    return kort(versie_mag(vorige, na, feiten, KADER))


def test_a_second_version_with_a_reason_may_be() -> None:
    assert versie_mag(PLAN, TWEEDE, LATER, KADER) == ()


@pytest.mark.parametrize(
    ("na", "regel_", "veld"),
    [
        (nieuw(None), "Versie", "wijzigreden"),
        (nieuw(Wijzigreden.WERK, wijzigtoelichting="Baan."), "Versie", "wijzigtoelichting"),
        (nieuw(Wijzigreden.WERK, versie=3), "Versie", "versie"),
        (nieuw(Wijzigreden.ROUTEWISSEL), "Routewissel", "wijzigreden"),
        (kies(nieuw(Wijzigreden.WERK), Z), "Routewissel", "wijzigreden"),
        (nieuw(Wijzigreden.AFSCHALEN), "Afschalen", "niveau"),
        (nieuw(Wijzigreden.WERK, niveau=Niveau.A2), "Afschalen", "wijzigreden"),
        (kies(nieuw(Wijzigreden.AFSCHALEN), Z), "Afschalen", "leerroute"),
    ],
)
def test_a_version_says_why_and_keeps_to_it(na: Pipinhoud, regel_: str, veld: str) -> None:
    assert (regel_, veld) in mag(PLAN, na)


def test_days_do_not_go_back_or_move_when_only_the_last_plan_knows_them() -> None:
    onwetend = replace(LATER, vorige_dagtekening=None, termijn_start=None)
    vroeger = replace(
        TWEEDE,
        data=replace(TWEEDE.data, dagtekening=DAG - DAG_NA, bekendmaking=None, termijn_start=DAG),
    )
    assert mag(PLAN, vroeger, onwetend) == [
        ("Versie", "data.dagtekening"),
        ("Versie", "data.termijn_start"),
    ]


def test_a_version_that_is_left_out_is_said_by_its_number() -> None:
    (sprong,) = versie_mag(PLAN, nieuw(Wijzigreden.WERK, versie=3), LATER, KADER)
    assert str(sprong) == "Na versie 1 komt versie 2."


def test_the_same_day_and_a_term_that_was_not_known_stand_in_no_way() -> None:
    onwetend = replace(LATER, vorige_dagtekening=None, termijn_start=None)
    zelfde_dag = replace(TWEEDE, data=replace(TWEEDE.data, dagtekening=DAG))
    assert mag(PLAN, zelfde_dag, onwetend) == []
    zonder_begin = replace(PLAN, data=replace(PLAN.data, termijn_start=None))
    assert mag(zonder_begin, TWEEDE, onwetend) == []


def test_a_route_that_is_not_chosen_is_no_switch() -> None:
    assert mag(PLAN, replace(TWEEDE, leerroute=None)) == []
    assert mag(replace(PLAN, leerroute=None), TWEEDE) == []


def test_a_switch_is_in_time_by_the_day_of_the_plan_and_else_by_today() -> None:
    vorige, na = naar(Z)
    laatste = date(2027, 2, 28)
    vroeg = replace(LATER, vandaag=date(2027, 1, 1), wisselen_tot_en_met=laatste)
    assert na.data.dagtekening == date(2027, 3, 1)
    assert mag(vorige, na, vroeg) == [("Routewissel", "leerroute")]
    zonder_dag = replace(na, data=replace(na.data, dagtekening=None))
    assert mag(vorige, zonder_dag, vroeg) == []
    assert mag(vorige, zonder_dag, replace(vroeg, vandaag=date(2027, 3, 1))) == [
        ("Routewissel", "leerroute")
    ]


@pytest.mark.parametrize(("van", "route"), [(B, O), (B, Z), (O, Z), (Z, B), (Z, O)])
def test_a_route_is_switched_within_a_year_and_a_half(van: Leerroute, route: Leerroute) -> None:
    vorige, na = naar(route, van)
    laatste = replace(LATER, wisselen_tot_en_met=na.data.dagtekening)
    assert mag(vorige, na, laatste) == []
    te_laat = replace(LATER, wisselen_tot_en_met=date(2027, 2, 28))
    assert mag(vorige, na, te_laat) == [("Routewissel", "leerroute")]


def test_from_the_onderwijsroute_to_b1_at_any_time() -> None:
    vorige, na = naar(B, O)
    assert versie_mag(vorige, na, replace(LATER, wisselen_tot_en_met=DAG), KADER) == ()


def test_a_term_that_is_not_known_is_a_hint_and_a_decision_put_right_is_not_too_late() -> None:
    vorige, na = naar(Z)
    weet_niet = versie_mag(vorige, na, replace(LATER, wisselen_tot_en_met=None), KADER)
    assert kort(weet_niet, hard=False) == [("Routewissel", "leerroute")]
    te_laat = replace(LATER, wisselen_tot_en_met=DAG)
    hersteld = versie_mag(vorige, replace(na, wijzigreden=Wijzigreden.BEZWAAR), te_laat, KADER)
    assert (kort(hersteld), kort(hersteld, hard=False)) == ([], [("Routewissel", "leerroute")])


A2 = nieuw(Wijzigreden.AFSCHALEN, niveau=Niveau.A2)
GENOEG = replace(LATER, uren_gevolgd=600, uren_fysiek=300, inzet=VERKLARING, onhaalbaar=VERKLARING)


def test_down_to_a2_with_hours_effort_and_unattainability() -> None:
    assert versie_mag(PLAN, A2, GENOEG, KADER) == ()
    te_laat = replace(GENOEG, wisselen_tot_en_met=DAG)
    assert versie_mag(PLAN, A2, te_laat, KADER) == (), "it is no route switch"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"uren_gevolgd": 599}, "uren_gevolgd"),
        ({"uren_gevolgd": None}, "uren_gevolgd"),
        ({"uren_fysiek": 299}, "uren_fysiek"),
        ({"uren_fysiek": None}, "uren_fysiek"),
        ({"uren_fysiek": 601}, "uren_fysiek"),
        ({"inzet": None}, "inzet"),
        ({"inzet": replace(VERKLARING, tekst="Goed.")}, "inzet"),
        ({"inzet": replace(VERKLARING, bewijs="")}, "inzet"),
        ({"onhaalbaar": None}, "onhaalbaar"),
        ({"onhaalbaar": replace(VERKLARING, door=" ")}, "onhaalbaar"),
        ({"onhaalbaar": replace(VERKLARING, op=None)}, "onhaalbaar"),
    ],
)
def test_each_ground_for_a2_is_needed(anders: dict[str, Any], veld: str) -> None:
    assert mag(PLAN, A2, replace(GENOEG, **anders)) == [("Afschalen", veld)]


def test_hours_that_nobody_filled_in_are_not_said_to_be_none() -> None:
    def zegt(uren: int | None) -> str:
        return str(versie_mag(PLAN, A2, replace(GENOEG, uren_gevolgd=uren), KADER)[0])

    assert zegt(None) == "Vul in hoeveel uur les er gevolgd is: minstens 600."
    assert "Nu zijn het er 0." in zegt(0)


def test_half_of_the_hours_that_are_needed_is_in_the_classroom() -> None:
    """Who followed more hours online does not need more in the classroom for it."""
    assert mag(PLAN, A2, replace(GENOEG, uren_gevolgd=800, uren_fysiek=300)) == []
    assert mag(PLAN, A2, replace(GENOEG, uren_gevolgd=600, uren_fysiek=600)) == []


def test_a2_is_not_reached_by_way_of_another_route() -> None:
    vorige, na = naar(B, Z)
    assert mag(vorige, replace(na, niveau=Niveau.A2), GENOEG) == [("Afschalen", "niveau")]


@pytest.mark.parametrize("reden", [Wijzigreden.CORRECTIE, Wijzigreden.BEZWAAR])
def test_putting_a_level_right_shows_what_it_rests_on(reden: Wijzigreden) -> None:
    hersteld = replace(A2, wijzigreden=reden)
    kaal = versie_mag(PLAN, hersteld, LATER, KADER)
    assert kort(kaal) == []
    assert {veld for _, veld in kort(kaal, hard=False)} == {
        "uren_gevolgd",
        "uren_fysiek",
        "inzet",
        "onhaalbaar",
    }
    assert versie_mag(PLAN, hersteld, GENOEG, KADER) == ()


def test_back_up_to_b1_is_free() -> None:
    assert mag(replace(PLAN, niveau=Niveau.A2), TWEEDE) == []


# Sentences


def alle_bevindingen() -> list[Bevinding]:
    leeg = Pipinhoud()
    wild = replace(
        PLAN,
        leerroute=Z,
        niveau=Niveau.B1,
        ontzorgen=True,
        uitkering=False,
        alfabetisering="?",
        data=Data(dagtekening=DAG, bekendmaking=DAG - DAG_NA, termijn_start=DAG, termijn_einde=DAG),
    )
    return [
        *controleer(leeg, FEITEN, KADER),
        *controleer(wild, replace(FEITEN, begin_plicht=date(2027, 1, 1), asiel=None), KADER),
        *versie_mag(PLAN, replace(A2, versie=9), LATER, KADER),
        *versie_mag(*naar(Z), replace(LATER, wisselen_tot_en_met=DAG), KADER),
    ]


def test_each_finding_is_a_filled_dutch_sentence_about_a_field_that_there_is() -> None:
    velden = {f.name for f in fields(Pipinhoud)}
    afschalen = {"uren_gevolgd", "uren_fysiek", "inzet", "onhaalbaar"}
    bevindingen = alle_bevindingen()
    assert len({b.zin for b in bevindingen}) > 30
    for b in bevindingen:
        assert re.fullmatch(r"‘?[A-ZÉ][^{}]*[.]", str(b)), b
        assert b.veld.split(".")[0] in velden | afschalen, b
        assert b.regel


# Any plan

dagen = st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.sampled_from(
    [date.min, date.max, DAG, DAG + DAG_NA]
)
teksten = st.text(max_size=20) | st.sampled_from([REDEN, "n.v.t.", "{dag}", "A", "AA", "NVT", "\0"])
getallen = st.none() | st.integers(-5, 12_000)
codes = st.sampled_from([o.code for o in KADER.onderdelen]) | teksten
regels = st.builds(
    Regel,
    id=teksten,
    onderdeel=codes,
    tekst=teksten,
    deel=st.integers(0, 3),
    wie=teksten,
    wanneer=st.none() | dagen,
)
oordelen = st.builds(
    Routeoordeel,
    st.sampled_from(Leerroute),
    st.none() | st.sampled_from(Oordeel),
    teksten,
)
inhouden = st.builds(
    Pipinhoud,
    versie=st.integers(-1, 3),
    wijzigreden=st.none() | st.sampled_from(Wijzigreden),
    wijzigtoelichting=teksten,
    contact=st.builds(Contact, teksten, teksten, teksten),
    toets=st.builds(
        Toetsstand,
        teksten | st.sampled_from(["B1-route haalbaar", "B1-route niet haalbaar"]),
        overgeslagen=st.sampled_from(["", "visueel"]),
    ),
    data=st.builds(
        Data, *[st.none() | dagen] * 5, st.booleans(), st.none() | dagen, st.none() | dagen
    ),
    leerroute=st.none() | st.sampled_from(Leerroute),
    niveau=st.none() | st.sampled_from(Niveau),
    oordelen=st.lists(oordelen, max_size=4).map(tuple),
    motivering=teksten,
    intensiteit=getallen,
    alfabetisering=teksten,
    lesuren_per_week=getallen,
    pvt_uren=getallen,
    map_uren=getallen,
    week=st.dictionaries(teksten, st.sampled_from(Bezigheid), max_size=3),
    regels=st.lists(regels, max_size=5).map(tuple),
    uitkering=st.booleans(),
    uitkering_vanaf=st.none() | dagen,
    ontzorgen=st.booleans(),
    ontzorgen_tot_en_met=st.none() | dagen,
)
feiten_ = st.builds(
    Pipfeiten,
    vandaag=dagen,
    begin_plicht=st.none() | dagen,
    vestiging=st.none() | dagen,
    vorige_dagtekening=st.none() | dagen,
    eerste_pip=st.booleans(),
    asiel=st.none() | st.booleans(),
    uitkering=st.booleans(),
    jonge_kinderen=st.booleans(),
    termijn_start=st.none() | dagen,
    wisselen_tot_en_met=st.none() | dagen,
    pip_uiterlijk=st.none() | dagen,
    uren_gevolgd=getallen,
    uren_fysiek=getallen,
    inzet=st.none() | st.builds(Verklaring, teksten, teksten, teksten, st.none() | dagen),
)


@given(inhouden, inhouden, feiten_)
def test_no_plan_makes_the_rules_fall_over(
    inhoud: Pipinhoud, ander: Pipinhoud, feiten: Pipfeiten
) -> None:
    for b in (*controleer(inhoud, feiten, KADER), *versie_mag(ander, inhoud, feiten, KADER)):
        assert str(b)


@settings(max_examples=300)
@given(
    route=st.sampled_from(Leerroute),
    niveau=st.none() | st.sampled_from(Niveau),
    intensiteit=getallen,
    alfabetisering=st.sampled_from(["", "A", "AA", "NVT", "X"]),
    afmaken=st.booleans(),
    asiel=st.booleans(),
    eerste=st.booleans(),
    dagtekening=st.none() | dagen,
)
def test_what_passes_is_what_duo_takes(
    route: Leerroute,
    niveau: Niveau | None,
    intensiteit: int | None,
    alfabetisering: str,
    afmaken: bool,
    asiel: bool,
    eerste: bool,
    dagtekening: date | None,
) -> None:
    plan = replace(
        kies(PLAN, route, niveau),
        intensiteit=intensiteit,
        alfabetisering=alfabetisering,
        mag_opleiding_afmaken=afmaken,
        data=replace(PLAN.data, dagtekening=dagtekening),
    )
    duo = [r for r, veld in hard(plan, replace(FEITEN, asiel=asiel, eerste_pip=eerste))]
    if any(r.startswith("DUO") or r == "Volledig" for r in duo):
        return
    heel: dict[str, Any] = {
        "dagtekeningPip": dagtekening.isoformat() if dagtekening else None,
        "leerroute": route.value,
        "niveau": niveau.value if niveau else None,
        "geschatteIntensiteitB1Route": intensiteit,
        "indicatorMagOpleidingAfmaken": afmaken,
        "indicatorAlfabetiseringsonderwijs": alfabetisering,
    }
    assert Duospec().fouten({n: w for n, w in heel.items() if w is not None}) == []
    assert Duospec().fouten(pip_bericht(plan)) == []


def test_the_reader_of_duos_schema_sees_what_is_wrong() -> None:
    goed = pip_bericht(PLAN)
    spec = Duospec()
    assert set(goed) == set(spec.velden)
    assert spec.fouten(goed) == []
    for anders in (
        {"leerroute": "X"},
        {"niveau": "A1"},
        {"geschatteIntensiteitB1Route": 0},
        {"geschatteIntensiteitB1Route": "600"},
        {"indicatorMagOpleidingAfmaken": "ja"},
        {"bsn": "123456782"},
    ):
        assert spec.fouten({**goed, **anders})
    assert spec.fouten({"leerroute": "B"}) == ["dagtekeningPip ontbreekt"]
