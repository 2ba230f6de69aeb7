"""A set version says the same for ever; the next one begins as a copy of it."""

from __future__ import annotations

import base64
import inspect
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.fouten import Domeinfout, Invoerfout, NogNietMogelijk, RedenNodig
from desktop.models.gemeentegegevens import (
    Mandaat,
    controleer_logo,
    eis_een_ander,
    mandaat_van,
)
from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipdelen import Pipafschaling, Pipdeel2, Pipregel
from desktop.models.pipinhoud import (
    Afkomst,
    Bezigheid,
    Data,
    Leerroute,
    Niveau,
    Pipinhoud,
    Regel,
    Wijzigreden,
)
from desktop.models.pipvelden import AFSCHAALVELDEN, CELLEN, GETALLEN, VELDEN
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.weging import Weging, Wegingstatus

DAG = date(2026, 6, 10)
NU = datetime(2026, 6, 10, 9, tzinfo=UTC)
UIT_ANTWOORD = Regel("v1", "doel", "Ik leer koken.", afkomst=Afkomst("antwoord", "a1", "WO05"))


def concept() -> Pip:
    pip = Pip.nieuw("d", None, auteur_id="anneke", alfabetisering="AA")
    pip.zet_route(Leerroute.B1, Niveau.B1)
    pip.zet("lesuren_per_week", "12")
    pip.zet_week({"1-ochtend": Bezigheid.TAALLES})
    pip.voeg_regel_toe(UIT_ANTWOORD)
    pip.zet_deel2(date(2026, 4, 15), ontzorgen=True)
    return pip


def vast(pip: Pip | None = None) -> Pip:
    pip = pip or concept()
    inhoud = pip.live(Pipinhoud(data=Data(dagtekening=DAG)))
    pip.leg_vast(inhoud, door="carla", nu=NU, bekendmaking=DAG)
    return pip


AANROEPEN: dict[str, Callable[[Pip], Any]] = {
    "neem_weging_over": lambda p: p.neem_weging_over(Weging(id="w", dossier_id="d")),
    "zet_route": lambda p: p.zet_route(Leerroute.Z, None),
    "zet": lambda p: p.zet("hoofddoel", "Anders"),
    "zet_week": lambda p: p.zet_week({}),
    "zet_cel": lambda p: p.zet_cel("1-ochtend", None),
    "zet_wijziging": lambda p: p.zet_wijziging(Wijzigreden.WERK, "Een baan."),
    "voeg_regel_toe": lambda p: p.voeg_regel_toe(Regel("x", "doel", "Ik fiets.")),
    "wijzig_regel": lambda p: p.wijzig_regel(p.regels[0].id, "tekst", "Anders"),
    "verwijder_regel": lambda p: p.verwijder_regel(p.regels[0].id),
    "verplaats": lambda p: p.verplaats(p.regels[0].id, 0),
    "zet_deel2": lambda p: p.zet_deel2(None, ontzorgen=False),
    "geen_deel2": lambda p: p.geen_deel2(),
    "eis_vaststellen": lambda p: p.eis_vaststellen(door="x", mandaat=None, vier_ogen=False),
    "leg_vast": lambda p: p.leg_vast(Pipinhoud(), door="x", nu=NU, bekendmaking=DAG),
    "eis_open": lambda p: p.eis_open(),
}
LEEST = {"id_van", "nieuw", "volgende", "regel", "live", "was_vast", "afgeleid", "tegenstrijdig"}
LEEST |= {"eis_lager", "klassen_per_veld", "stroomklasse_van", "mag_worden"}


def test_every_public_method_is_tried_or_only_reads() -> None:
    methoden = {
        naam
        for naam, _ in inspect.getmembers(Pip, callable)
        if not naam.startswith("_") and naam not in ("metadata", "registry", "type_annotation_map")
    }
    assert methoden - LEEST == AANROEPEN.keys()


@pytest.mark.parametrize("methode", AANROEPEN)
def test_a_set_version_refuses_every_gesture(methode: str) -> None:
    pip = vast()
    voor = (pip.inhoud, pip.live(Pipinhoud()))
    with pytest.raises(NogNietMogelijk, match=r"vastgesteld\. Maak een nieuwe versie"):
        AANROEPEN[methode](pip)
    assert (pip.inhoud, pip.live(Pipinhoud())) == voor


def _kolommen(klasse: type[Any]) -> list[str]:
    return [a.key for a in sa.inspect(klasse).column_attrs]


def _anders(oud: Any) -> Any:
    return "iets anders" if not isinstance(oud, bool) else not oud


@pytest.mark.parametrize("kolom", _kolommen(Pip))
def test_a_set_version_refuses_every_column(kolom: str) -> None:
    pip = vast()
    with pytest.raises(NogNietMogelijk):
        setattr(pip, kolom, _anders(getattr(pip, kolom)))


@pytest.mark.parametrize("kolom", _kolommen(Pipregel))
def test_so_do_its_sentences(kolom: str) -> None:
    (regel,) = vast().regels
    with pytest.raises(NogNietMogelijk):
        setattr(regel, kolom, _anders(getattr(regel, kolom)))


@pytest.mark.parametrize("kolom", _kolommen(Pipdeel2))
def test_and_part_two(kolom: str) -> None:
    deel2 = vast().deel2
    assert deel2 is not None
    with pytest.raises(NogNietMogelijk):
        setattr(deel2, kolom, _anders(getattr(deel2, kolom)))


@pytest.mark.parametrize("kolom", _kolommen(Pipafschaling))
def test_and_what_a_lower_level_rests_on(kolom: str) -> None:
    lager = vast().volgende(Wijzigreden.AFSCHALEN, "600 uur gevolgd", auteur_id="anneke")
    afschaling = vast(lager).afschaling
    assert afschaling is not None
    with pytest.raises(NogNietMogelijk):
        setattr(afschaling, kolom, _anders(getattr(afschaling, kolom)))


def test_it_reads_as_it_was_set() -> None:
    pip = concept()
    inhoud = pip.live(Pipinhoud(data=Data(dagtekening=DAG)))
    vast(pip)
    assert pip.vastgelegde_inhoud == inhoud
    assert concept().vastgelegde_inhoud is None


def test_a_plan_without_a_day_is_not_set() -> None:
    pip = concept()
    with pytest.raises(NogNietMogelijk, match="op welke dag"):
        pip.leg_vast(pip.live(Pipinhoud()), door="x", nu=NU, bekendmaking=DAG)
    assert pip.status is Pipstatus.CONCEPT


@pytest.mark.parametrize(
    "tekst", ["", "[]", "7", "{", '{"regels": [3]}', '{"regels": [{}]}', '{"leerroute": "X"}']
)
def test_a_text_that_is_no_plan_stops_no_merge(tekst: str) -> None:
    with pytest.raises(ValueError):
        Pipinhoud.van_json(tekst)
    waarden = {"status": '"vastgesteld"', "inhoud": json.dumps(tekst), "leerroute": '"B"'}
    assert not Pip.tegenstrijdig(waarden)


MANDAAT = Mandaat.nieuw("0171", "carla", functie="teamleider", vanaf=DAG, tot=DAG)


@pytest.mark.parametrize(
    ("door", "mandaat", "vier_ogen", "zin"),
    [
        ("anneke", None, False, "mandaatlijst"),
        ("carla", None, True, "mandaatlijst"),
        ("anneke", MANDAAT, True, "stelt een ander het vast"),
        ("anneke", MANDAAT, False, ""),
        ("carla", MANDAAT, True, ""),
    ],
)
def test_who_may_set_it(door: str, mandaat: Mandaat | None, vier_ogen: bool, zin: str) -> None:
    pip = concept()
    if zin:
        with pytest.raises(NogNietMogelijk, match=zin):
            pip.eis_vaststellen(door=door, mandaat=mandaat, vier_ogen=vier_ogen)
    else:
        pip.eis_vaststellen(door=door, mandaat=mandaat, vier_ogen=vier_ogen)


def test_a_mandate_holds_from_its_first_day_to_its_last() -> None:
    later = Mandaat.nieuw("0171", "carla", functie="wethouder", vanaf=DAG)
    voor, na = date(2026, 6, 9), date(2026, 6, 11)
    assert mandaat_van([MANDAAT], "0171", "carla", voor) is None
    assert mandaat_van([MANDAAT], "0171", "carla", DAG) is MANDAAT
    assert mandaat_van([MANDAAT], "0171", "carla", na) is None
    assert mandaat_van([later], "0171", "carla", na) is later
    assert mandaat_van([later], "0184", "carla", na) is None  # another municipality
    assert mandaat_van([MANDAAT, later], "0171", "anneke", DAG) is None
    assert mandaat_van([MANDAAT], "0171", None, DAG) is None
    with pytest.raises(Invoerfout, match="functie"):
        Mandaat.nieuw("0171", "carla", functie=" ", vanaf=DAG)
    with pytest.raises(Invoerfout, match="laatste dag"):
        Mandaat.nieuw("0171", "carla", functie="x", vanaf=na, tot=DAG)


# --- versions


def test_nobody_gives_themselves_a_mandate_where_there_are_others() -> None:
    with pytest.raises(Invoerfout, match="Je zet jezelf niet") as fout:
        eis_een_ander("carla", "carla", gekoppeld=True)
    assert fout.value.veld == "wie"
    eis_een_ander("carla", "els", gekoppeld=True)
    eis_een_ander("carla", "carla", gekoppeld=False)


def test_the_next_version_is_a_copy_with_a_reason() -> None:
    een = vast()
    twee = een.volgende(Wijzigreden.WERK, " Ze heeft een baan. ", auteur_id="bram")
    assert (twee.versie, twee.auteur_id, twee.status) == (2, "bram", Pipstatus.CONCEPT)
    assert (twee.wijzigreden, twee.wijzigtoelichting) == (Wijzigreden.WERK, "Ze heeft een baan.")
    assert (twee.dagtekening, twee.inhoud, twee.vastgesteld_door) == (None, "", None)
    zelfde: dict[str, Any] = {
        "versie": 1,
        "wijzigreden": None,
        "wijzigtoelichting": "",
        "regels": (),
    }
    basis = Pipinhoud()
    assert replace(twee.live(basis), **zelfde) == replace(een.live(basis), **zelfde)
    assert [r.tekst for r in twee.regels] == ["Ik leer koken."]
    assert twee.regels[0].regel.afkomst == UIT_ANTWOORD.afkomst
    assert twee.regels[0].id != een.regels[0].id
    twee.wijzig_regel(twee.regels[0].id, "tekst", "Ik kook zelf.")
    assert een.regels[0].tekst == "Ik leer koken."


def test_two_laptops_that_begin_a_version_make_the_same_rows() -> None:
    een = vast()
    a, b = (een.volgende(Wijzigreden.WERK, "Een baan.", auteur_id=wie) for wie in "ab")
    assert (a.id, [r.id for r in a.regels]) == (b.id, [r.id for r in b.regels])
    assert a.deel2 is not None
    assert b.deel2 is not None
    assert a.deel2.id == b.deel2.id


def test_a_draft_has_no_next_version_and_a_version_has_a_reason() -> None:
    with pytest.raises(NogNietMogelijk, match="al een concept"):
        concept().volgende(Wijzigreden.WERK, "Een baan.", auteur_id=None)
    with pytest.raises(RedenNodig):
        vast().volgende(Wijzigreden.WERK, "  ", auteur_id=None)


def test_going_down_is_to_a2_and_rests_on_facts() -> None:
    lager = vast().volgende(Wijzigreden.AFSCHALEN, "600 uur gevolgd.", auteur_id=None)
    assert (lager.leerroute, lager.niveau) == (Leerroute.B1, Niveau.A2)
    assert lager.afschaling is not None
    lager.afschaling.zet("uren_gevolgd", "620")
    lager.afschaling.zet("onhaalbaar_tekst", " De school zegt het. ")
    assert (lager.afschaling.uren_gevolgd, lager.afschaling.onhaalbaar_tekst) == (
        620,
        "De school zegt het.",
    )
    with pytest.raises(Invoerfout, match="heel getal"):
        lager.afschaling.zet("uren_fysiek", "veel")
    assert all(hasattr(lager.afschaling, veld) for veld in AFSCHAALVELDEN)


@pytest.mark.parametrize(
    ("route", "niveau", "zin"),
    [
        (Leerroute.Z, None, "alleen in de B1-route"),
        (Leerroute.ONDERWIJS, Niveau.B1, "alleen in de B1-route"),
        (Leerroute.B1, Niveau.A2, "al A2"),
    ],
)
def test_going_down_begins_at_b1_in_the_b1_route(
    route: Leerroute, niveau: Niveau | None, zin: str
) -> None:
    """Else the copy would quietly be of another route than the plan that holds."""
    pip = concept()
    pip.zet_route(route, niveau)
    with pytest.raises(NogNietMogelijk, match=zin):
        vast(pip).volgende(Wijzigreden.AFSCHALEN, "600 uur gevolgd.", auteur_id=None)


def test_the_level_follows_the_reason_that_is_chosen_later() -> None:
    """No screen asks for the level of a plan: it would stand there and block."""
    een = vast()
    pip = een.volgende(Wijzigreden.WERK, "Een baan.", auteur_id=None)
    pip.zet_wijziging(Wijzigreden.AFSCHALEN, "600 uur gevolgd.", vorige=een)
    assert (pip.niveau, pip.afschaling is not None) == (Niveau.A2, True)
    pip.zet_wijziging(Wijzigreden.AFSCHALEN, "620 uur gevolgd.", vorige=een)
    assert pip.niveau is Niveau.A2
    pip.zet_wijziging(Wijzigreden.GEZIN, "Een kind.", vorige=een)
    assert pip.niveau is Niveau.B1


def test_the_version_before_says_whether_one_can_go_down() -> None:
    laag = concept()
    laag.zet_route(Leerroute.B1, Niveau.A2)
    vast(laag)
    na = laag.volgende(Wijzigreden.WERK, "Een baan.", auteur_id=None)
    with pytest.raises(NogNietMogelijk, match="al A2"):
        na.zet_wijziging(Wijzigreden.AFSCHALEN, "600 uur gevolgd.", vorige=laag)
    na.zet_wijziging(Wijzigreden.GEZIN, "Een kind.", vorige=laag)
    assert (na.niveau, na.wijzigreden) == (Niveau.A2, Wijzigreden.GEZIN)
    # Weighed at A2 already, from B1: the reason may still be said.
    een = vast()
    weer = een.volgende(Wijzigreden.WERK, "Een baan.", auteur_id=None)
    weer.zet_route(Leerroute.B1, Niveau.A2)
    weer.zet_wijziging(Wijzigreden.AFSCHALEN, "600 uur gevolgd.", vorige=een)
    assert (weer.niveau, weer.wijzigreden) == (Niveau.A2, Wijzigreden.AFSCHALEN)


def test_weighing_once_more_does_not_undo_going_down() -> None:
    weging = Weging(id="w2", dossier_id="d", gekozen=Leerroute.B1, niveau=Niveau.B1)
    weging.status = Wegingstatus.BESLOTEN
    lager = vast().volgende(Wijzigreden.AFSCHALEN, "600 uur gevolgd.", auteur_id=None)
    lager.neem_weging_over(weging)
    assert (lager.weging_id, lager.niveau) == ("w2", Niveau.A2)
    anders = vast().volgende(Wijzigreden.WERK, "Een baan.", auteur_id=None)
    anders.neem_weging_over(weging)
    assert anders.niveau is Niveau.B1


# --- sentences


def test_a_proposal_is_taken_once_and_comes_back_after_it_went() -> None:
    pip = concept()
    (regel,) = pip.regels
    assert pip.voeg_regel_toe(UIT_ANTWOORD) is regel
    assert len(pip.regels) == 1
    weg = pip.verwijder_regel(regel.id)
    assert pip.regels == []
    assert weg.tekst == "Ik leer koken."
    assert pip.voeg_regel_toe(UIT_ANTWOORD).id == regel.id


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-2, 7)), max_size=12))
def test_moving_keeps_every_sentence_and_puts_it_where_it_was_put(
    zetten: list[tuple[int, int]],
) -> None:
    pip = Pip.nieuw("d", None, auteur_id=None, alfabetisering="")
    for n in range(5):
        pip.voeg_regel_toe(Regel(str(n), "doel", f"Ik leer {n}."))
    pip.voeg_regel_toe(Regel("ander", "vve", "De peuter gaat naar school."))
    verwacht = [f"Ik leer {n}." for n in range(5)]
    for welke, naar in zetten:
        tekst = verwacht.pop(welke)
        verwacht.insert(max(0, min(naar, 4)), tekst)
        pip.verplaats(next(r.id for r in pip.regels if r.tekst == tekst), naar)
    inhoud = pip.live(Pipinhoud())
    assert [r.tekst for r in inhoud.doelen] == verwacht
    assert len(inhoud.regels) == 6


def test_without_a_benefit_there_is_no_part_two() -> None:
    pip = concept()
    pip.voeg_regel_toe(Regel("p", "plicht_pw", "Ik zoek werk.", deel=2))
    assert pip.live(Pipinhoud()).uitkering
    pip.geen_deel2()
    inhoud = pip.live(Pipinhoud())
    assert (inhoud.uitkering, inhoud.ontzorgen, inhoud.uitkering_vanaf) == (False, False, None)
    assert [r.deel for r in inhoud.regels] == [1]


# --- fields


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("intensiteit", "0", "1 tot en met 9999"),
        ("intensiteit", "10000", "1 tot en met 9999"),
        ("lesuren_per_week", "-3", "heel getal"),
        ("lesuren_per_week", "٣", "heel getal"),
        ("lesuren_per_week", "169", "0 tot en met 168"),
        ("hoofddoel", "a\0b", "kan worden"),
        ("hoofddoel", "a\ud800", "kan worden"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(veld: str, waarde: str, zin: str) -> None:
    pip = concept()
    with pytest.raises(Invoerfout, match=zin) as fout:
        pip.zet(veld, waarde)
    assert fout.value.veld == veld


@given(st.sampled_from(sorted(GETALLEN)), st.integers(-5, 10_100))
def test_a_number_is_kept_or_refused(veld: str, getal: int) -> None:
    pip = Pip.nieuw("d", None, auteur_id=None, alfabetisering="")
    laagst, hoogst = GETALLEN[veld]
    if laagst <= getal <= hoogst:
        pip.zet(veld, str(getal))
        assert getattr(pip, veld) == getal
        pip.zet(veld, "")
        assert getattr(pip, veld) is None
    else:
        with pytest.raises(Invoerfout):
            pip.zet(veld, str(getal))


@given(st.dictionaries(st.sampled_from(sorted(CELLEN)), st.sampled_from(Bezigheid)))
def test_the_week_comes_back_as_it_was_put(week: dict[str, Bezigheid]) -> None:
    pip = Pip.nieuw("d", None, auteur_id=None, alfabetisering="")
    for cel, bezigheid in week.items():
        pip.zet_cel(cel, bezigheid)
    assert pip.live(Pipinhoud()).week == week
    inhoud = Pipinhoud.van_json(pip.live(Pipinhoud()).als_json())
    assert inhoud.week == week


def test_a_cell_or_field_that_is_not_there_is_no_cell() -> None:
    pip = concept()
    for week in ({"6-ochtend": "werk"}, {"1-nacht": "werk"}, {"1-avond": "slapen"}):
        with pytest.raises(Invoerfout, match="bestaat niet"):
            pip.zet_week(week)
    for veld in ("status", "inhoud", "dagtekening", "versie"):
        with pytest.raises(ValueError, match="no field"):
            pip.zet(veld, "x")
    assert "status" not in VELDEN


# --- facts and letter head


@pytest.mark.parametrize(
    ("soort", "waarden", "veld"),
    [
        (Feitsoort.DUO_TERMIJN, {}, "tot"),
        (Feitsoort.DUO_TERMIJN, {"tot": DAG}, "tot"),
        (Feitsoort.VERLENGING, {}, "tot"),
        (Feitsoort.UREN, {"waarde": "veel"}, "waarde"),
    ],
)
def test_a_fact_that_cannot_be(soort: Feitsoort, waarden: dict[str, Any], veld: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        Termijnfeit.nieuw("d", soort, DAG, op=DAG, door=None, **waarden)
    assert fout.value.veld == veld


@pytest.mark.parametrize(
    ("logo", "goed"),
    [
        ("", True),
        ("iVBORw0KGgo=", True),
        ("PHN2ZyB4bWxucz0iIi8+", True),
        ("bm8gcGljdHVyZQ==", False),
        ("not base64!", False),
    ],
)
def test_a_logo_is_a_picture(logo: str, goed: bool) -> None:
    if goed:
        assert controleer_logo(logo) == logo
    else:
        with pytest.raises(Domeinfout, match="png of svg"):
            controleer_logo(logo)


@pytest.mark.parametrize(
    "binnenin",
    [
        '<image href="file:///etc/hostname"/>',
        "<image xlink:href='http://voorbeeld.nl/logo.png'/>",
        '<style>@import "https://voorbeeld.nl/letter.css";</style>',
        "<style>path { fill: url(https://voorbeeld.nl/verloop.svg#a); }</style>",
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<path style="fill:url(&quot;http://voorbeeld.nl/a.svg#a&quot;)"/>',
        """<image href="'../logo.png"/>""",
    ],
)
def test_a_logo_asks_for_nothing_beside_itself(binnenin: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{binnenin}</svg>'
    with pytest.raises(Invoerfout, match="Bewaar het als png"):
        controleer_logo(base64.b64encode(svg.encode()).decode())


@pytest.mark.parametrize(
    "binnenin",
    [
        '<path fill="url(#a)"/><use href="#b"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        # As drawing programs write it too.
        '<use xlink:href=" #b"/><linearGradient xlink:href=""/>',
        '<path style="fill:url(&quot;#a&quot;)"/><path clip-path="url( &apos;#a&apos; )"/>',
    ],
)
def test_a_logo_may_point_at_its_own_parts(binnenin: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{binnenin}</svg>'
    logo = base64.b64encode(svg.encode()).decode()
    assert controleer_logo(logo) == logo
