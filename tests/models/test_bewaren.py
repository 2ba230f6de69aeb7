"""What was kept long enough, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bronnen import toml
from desktop.models.bewaren import (
    DOSSIERANKERS,
    Anker,
    Bewaarbeleid,
    Deel,
    Deelfeiten,
    Dossierfeiten,
    Graad,
    Onderdeel,
    Verlopen,
    beleid_uit,
    controleer_grond,
    mag_wissen,
    verlopen,
)
from desktop.models.dossier import Rol
from desktop.models.fouten import RedenNodig

BELEID = beleid_uit(toml("beleid", "bewaren.toml"))
DAG = date(2027, 3, 15)


def dossier(**rest: Any) -> Dossierfeiten:
    return Dossierfeiten(
        **{
            "dossier_id": "d1",
            "nummer": "0171-21-AAAAAA",
            "naam": "Amina Haddad",
            "laatste_handeling": date(2022, 3, 15),
            "intake_gesloten": date(2021, 9, 1),
            **rest,
        }
    )


def deel(
    onderdeel: Onderdeel, feiten: Mapping[Anker, date], rij: str = "r1", dossier_id: str = "d1"
) -> Deelfeiten:
    return Deelfeiten(
        onderdeel, dossier_id, "0171-21-AAAAAA", "Amina Haddad", Deel("tabel", rij), feiten
    )


def een(
    wat: Dossierfeiten | Deelfeiten, vandaag: date = DAG, beleid: Bewaarbeleid = BELEID
) -> Verlopen | None:
    dossiers = [wat] if isinstance(wat, Dossierfeiten) else []
    delen = [wat] if isinstance(wat, Deelfeiten) else []
    return next(iter(verlopen(dossiers, delen, beleid, vandaag=vandaag)), None)


def test_every_term_says_where_it_comes_from_how_sure_that_is_and_when_it_was_checked() -> None:
    assert {t.onderdeel for t in BELEID.termijnen} == set(Onderdeel)
    for termijn in BELEID.termijnen:
        assert termijn.bron
        assert termijn.jaren or termijn.weken
        assert date(2026, 1, 1) < termijn.gecontroleerd_op
    (heel,) = BELEID.van(Onderdeel.DOSSIER)
    assert (heel.jaren, heel.graad, heel.anker) == (5, Graad.GEVONDEN, Anker.LAATSTE_HANDELING)
    assert heel.anker_bron


def test_a_dossier_is_due_on_the_day_itself_and_not_a_day_sooner() -> None:
    gevonden = een(dossier())
    assert gevonden is not None
    assert (gevonden.feit, gevonden.sinds) == (date(2022, 3, 15), DAG)
    assert gevonden.waarom == (
        "Gesprek afgesloten, voor het laatst bijgewerkt op 15-03-2022; "
        "de 5 jaar waren om op 15-03-2027."
    )
    assert een(dossier(), DAG - timedelta(days=1)) is None


def test_the_municipality_may_let_the_term_begin_at_the_closing_of_the_talk() -> None:
    assert set(DOSSIERANKERS) == {Anker.LAATSTE_HANDELING, Anker.INTAKE_GESLOTEN}
    anders = BELEID.met_anker(Anker.INTAKE_GESLOTEN)
    gevonden = een(dossier(), date(2026, 9, 1), anders)
    assert gevonden is not None
    assert gevonden.waarom == "Gesprek afgesloten op 01-09-2021; de 5 jaar waren om op 01-09-2026."
    assert een(dossier(), date(2026, 9, 1)) is None
    assert anders.van(Onderdeel.TOLKCONTACT) == BELEID.van(Onderdeel.TOLKCONTACT)


@pytest.mark.parametrize(
    ("feiten", "begin"),
    [
        ({"intake_gesloten": None}, "Geen gesprek gevoerd"),
        ({"open_intake": True}, "Gesprek nooit afgesloten"),
    ],
)
@pytest.mark.parametrize("anker", DOSSIERANKERS)
def test_without_a_closed_talk_the_last_change_counts(
    feiten: dict[str, Any], begin: str, anker: Anker
) -> None:
    gevonden = een(dossier(**feiten), beleid=BELEID.met_anker(anker))
    assert gevonden is not None
    assert gevonden.waarom.startswith(begin)
    assert gevonden.feit == date(2022, 3, 15)


def test_a_request_of_the_client_without_an_answer_comes_first() -> None:
    gevonden = een(dossier(open_verzoek=True))
    assert gevonden is not None
    assert gevonden.wacht
    assert "verzoek van de cliënt" in gevonden.waarom


@pytest.mark.parametrize(
    ("onderdeel", "feiten", "sinds"),
    [
        (Onderdeel.TOETSLOGISTIEK, {Anker.TOETSUITSLAG: date(2026, 3, 15)}, DAG),
        (Onderdeel.TOLKCONTACT, {Anker.ZITTING: date(2025, 3, 15)}, DAG),
        (Onderdeel.WERKAANTEKENING, {Anker.PIP_VASTGESTELD: date(2027, 2, 1)}, DAG),
        (Onderdeel.WERKAANTEKENING, {Anker.INTAKE_GESLOTEN: date(2026, 11, 23)}, DAG),
    ],
)
def test_parts_go_sooner_each_by_its_own_term(
    onderdeel: Onderdeel, feiten: Mapping[Anker, date], sinds: date
) -> None:
    gevonden = een(deel(onderdeel, feiten))
    assert gevonden is not None
    assert gevonden.sinds == sinds
    assert "{" not in gevonden.waarom
    assert f"{sinds:%d-%m-%Y}" in gevonden.waarom
    assert een(deel(onderdeel, feiten), sinds - timedelta(days=1)) is None


def test_a_final_pip_counts_before_the_closing_of_the_talk() -> None:
    feiten = {Anker.INTAKE_GESLOTEN: date(2026, 1, 5), Anker.PIP_VASTGESTELD: date(2027, 3, 1)}
    assert een(deel(Onderdeel.WERKAANTEKENING, feiten)) is None


def test_a_part_of_which_no_fact_is_known_stays() -> None:
    assert een(deel(Onderdeel.TOETSLOGISTIEK, {})) is None


def test_parts_of_one_kind_are_one_line_and_none_beside_their_whole_dossier() -> None:
    delen = [
        deel(Onderdeel.TOLKCONTACT, {Anker.ZITTING: date(2020, 1, n)}, rij=f"r{n}", dossier_id=wie)
        for n in (2, 1)
        for wie in ("d1", "d2")
    ]
    (heel, rest) = verlopen([dossier()], delen, BELEID, vandaag=DAG)[::-1]
    assert (heel.onderdeel, heel.dossier_id) == (Onderdeel.DOSSIER, "d1")
    assert (rest.onderdeel, rest.dossier_id) == (Onderdeel.TOLKCONTACT, "d2")
    assert {d.rij for d in rest.delen} == {"r1", "r2"}
    assert rest.sinds == date(2022, 1, 1)


def test_what_is_over_longest_stands_first() -> None:
    dossiers = [
        dossier(dossier_id=f"d{jaar}", laatste_handeling=date(jaar, 5, 1))
        for jaar in (2021, 2019, 2020)
    ]
    lijst = verlopen(dossiers, [], BELEID, vandaag=DAG)
    assert [v.dossier_id for v in lijst] == ["d2019", "d2020", "d2021"]


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_a_term_is_never_shorter_than_it_says(feit: date) -> None:
    for termijn in BELEID.termijnen:
        einde = termijn.voorbij(feit)
        jaren = einde.year - feit.year
        if termijn.weken:
            assert einde == feit + timedelta(weeks=termijn.weken)
        else:
            assert jaren == termijn.jaren
            assert (einde.month, einde.day) >= (feit.month, feit.day)
            assert (einde - feit).days >= 365 * termijn.jaren


@pytest.mark.parametrize("rol", Rol)
def test_only_leidinggevende_and_beheerder_decide_and_whoever_has_no_centre(rol: Rol) -> None:
    assert mag_wissen([rol], gekoppeld=True) is (rol in (Rol.LEIDINGGEVENDE, Rol.BEHEERDER))
    assert mag_wissen([rol], gekoppeld=False)
    assert not mag_wissen([], gekoppeld=True)


def test_an_erasure_has_a_reason() -> None:
    assert controleer_grond("  Bewaartermijn   voorbij. ") == "Bewaartermijn voorbij."
    for niets in ("", "  ", "weg ermee"):
        with pytest.raises(RedenNodig):
            controleer_grond(niets)
