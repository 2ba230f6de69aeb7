"""What is known when routes are weighed: from which questions, and who may see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.antwoord import Keuze, Wijze
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Rol
from desktop.models.intake import BredeIntake
from desktop.models.rechten import RECHTEN
from desktop.models.vragen import Vragenlijst
from desktop.models.wegingbron import (
    Brongroep,
    Bronsoort,
    genoemd,
    uit_vraag_id,
    vraag_id,
)
from desktop.store.store import Store
from desktop.store.wegingbron import bronnen, factoren
from tests.views.pip.bouw import maak_klaar

Maak = Callable[..., str]


def groepen(store: Store, dossier_id: str, **rest: object) -> dict[str, Brongroep]:
    with store.lees() as sessie:
        return {g.factor.code: g for g in bronnen(store, sessie, dossier_id, **rest)}  # type: ignore[arg-type]


def test_every_question_is_in_the_list_and_none_is_shielded(lijst: Vragenlijst) -> None:
    codes = genoemd(factoren())
    assert codes <= lijst.vragen.keys()
    assert not any(lijst.vragen[c].afgeschermd or lijst.vragen[c].alleen for c in codes)


def test_what_the_fact_sheet_names_is_there() -> None:
    assert genoemd(factoren()) >= {"FG11", "RE04", "WK09", "RE06", "WK01", "WK02", "WK14"}


def test_health_stands_only_behind_the_door(lijst: Vragenlijst) -> None:
    for factor in factoren():
        assert {lijst.vragen[c].gezondheid for c in factor.vragen} <= {factor.besloten}


def test_no_question_stands_twice() -> None:
    alle = [code for factor in factoren() for code in factor.vragen]
    assert len(alle) == len(set(alle))


def test_a_factor_says_nothing_of_a_route() -> None:
    woorden = " ".join(f"{f.titel} {f.over}" for f in factoren()).casefold()
    assert not any(w in woorden for w in ("b1", "onderwijsroute", "z-route", "score", "punten"))


def test_each_line_says_from_which_answer_it_comes(store: Store) -> None:
    dossier = maak_klaar(store, weging=False)
    with store.lees() as sessie:
        intake = sessie.query(BredeIntake).filter_by(dossier_id=dossier).one()
        ids = {code: a.id for code, a in intake.antwoorden.items()}
        intake_id = intake.id
    punten = [p for g in groepen(store, dossier).values() for p in g.punten if p.code]
    assert len(punten) > 15
    for punt in punten:
        assert punt.soort is Bronsoort.VRAAG
        assert uit_vraag_id(punt.id) == (intake_id, punt.code)
        assert punt.antwoord_id == ids[punt.code]


def test_health_is_not_read_before_somebody_asks(store: Store) -> None:
    dossier = maak_klaar(store, weging=False)
    dicht = groepen(store, dossier)["belasting"]
    assert (dicht.dicht, dicht.punten) == (True, ())
    open_ = groepen(store, dossier, gezondheid=True)["belasting"]
    assert {p.code for p in open_.punten} >= {"FG07", "FG11", "MG03"}


@pytest.mark.parametrize("rol", list(Rol))
def test_nobody_reads_more_than_the_matrix_allows(store: Store, rol: Rol) -> None:
    dossier = maak_klaar(store, weging=False)
    mag = RECHTEN[rol].lezen
    alle = groepen(store, dossier, lezen=mag, gezondheid=True)
    for groep in alle.values():
        for punt in groep.punten:
            if punt.code:
                assert store.lijst.vragen[punt.code].stroomklasse in mag
    assert ("belasting" in alle) is (Stroomklasse.GEZONDHEID in mag)


def test_of_coa_nothing_about_health_and_nothing_shielded(store: Store, maak_intake: Maak) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        dossier = intake.dossier_id
        intake.meld_alleen(True, door=work.door, nu=work.nu)
        for code, keuze in (("MO06", "nee"), ("FG02", "ja"), ("MG10", "nee"), ("RE11", "nee")):
            intake.beantwoord(
                store.lijst.vragen[code],
                Keuze(opties=(keuze,)),
                wijze=Wijze.COA,
                door=work.door,
                nu=work.nu,
            )
        intake.beantwoord(
            store.lijst.vragen["SP01"],
            Keuze(opties=("buren",)),
            wijze=Wijze.TOLK,
            door=work.door,
            nu=work.nu,
        )
    coa = groepen(store, dossier, gezondheid=True)["coa"]
    assert [p.code for p in coa.punten] == ["MO06"]


def test_without_a_talk_there_are_only_the_facts_of_the_dossier(
    store: Store, maak_dossier: Maak
) -> None:
    dossier = maak_dossier()
    alle = groepen(store, dossier, gezondheid=True)
    assert list(alle) == ["toets", "leeftijd", "lezen"]
    assert all(p.tekst == "" for g in alle.values() for p in g.punten)


@given(st.uuids(), st.sampled_from(["RE06", "FG11"]))
def test_the_id_of_a_question_goes_both_ways(intake: object, code: str) -> None:
    assert uit_vraag_id(vraag_id(str(intake), code)) == (str(intake), code)
