"""The journal: complete, chained, and enough to rebuild everything."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.antwoord import Antwoord, Antwoordstatus, Keuze, Notitiesoort, Wijze
from desktop.models.dossier import Dossier, Huisgenoot, Relatie
from desktop.models.intake import BredeIntake
from desktop.models.vragen import Vraagtype
from desktop.models.wijziging import Wijziging
from desktop.store.klok import tik
from desktop.store.store import Store
from desktop.voorbeeld import vul_demo
from tests.store.tabellen import tabellen


def rijen(store: Store, **waar: str) -> list[Wijziging]:
    with store.lees() as sessie:
        return list(
            sessie.scalars(sa.select(Wijziging).filter_by(**waar).order_by(Wijziging.volgnummer))
        )


def test_rebuilding_from_the_journal_gives_the_same_tables(store: Store) -> None:
    vul_demo(store)
    voor = tabellen(store)
    assert len(voor["antwoord"]) > 60
    assert store.herbouw()["dossier"] == len(voor["dossier"])
    assert tabellen(store) == voor


def test_device_sequence_has_no_gap_and_the_chain_verifies(store: Store) -> None:
    vul_demo(store)
    nummers = [rij.volgnummer for rij in rijen(store)]
    assert nummers == list(range(1, len(nummers) + 1))
    assert store.controleer_keten() == []


@pytest.mark.parametrize("veld", ["waarde", "auteur", "klok"])
def test_a_changed_journal_row_is_found(
    store: Store, maak_dossier: Callable[..., str], veld: str
) -> None:
    maak_dossier()
    with store._motor.begin() as verbinding:
        verbinding.exec_driver_sql(
            f"UPDATE wijziging SET {veld} = '\"vals\"' WHERE entiteit = 'dossier' "
            "AND veld = 'voornamen'"
        )
    assert store.controleer_keten() != []


def test_only_changed_fields_are_written_and_name_their_parents(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier()
    for plaats in ("Emmeloord", "Urk"):
        with store.work() as work:
            work.get(Dossier, id_).adres = plaats
            work.get(Dossier, id_).telefoon = None
    eerste, tweede = rijen(store, rij=id_, veld="adres")
    assert json.loads(tweede.ouders) == [eerste.id]
    assert json.loads(eerste.ouders) == []
    assert tweede.auteur == store.gebruiker_id
    assert rijen(store, rij=id_, veld="telefoon") == []
    assert tweede.stroom == "0171:identiteit"


def test_frozen_heads_keep_what_came_in_between_as_a_conflict(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        work.get(Dossier, id_).adres = "Emmeloord"
    gezien = store.koppen("dossier", id_)
    with store.work() as work:
        work.get(Dossier, id_).adres = "Urk"
    with store.work(gezien) as work:
        work.get(Dossier, id_).adres = "Nagele"
    koppen = store.koppen("dossier", id_).koppen["adres"]
    waarden = {json.loads(r.waarde or "") for r in rijen(store, rij=id_) if r.id in koppen}
    assert waarden == {"Urk", "Nagele"}


def test_a_multi_answer_changes_element_by_element(
    store: Store, maak_intake: Callable[..., str]
) -> None:
    id_ = maak_intake()
    vraag = store.lijst.vragen["SP01"]
    for opties in (("familie", "vrienden"), ("familie", "buren")):
        with store.work() as work:
            work.intake(id_, "SP01").beantwoord(
                vraag, Keuze(opties), door=work.door, wijze=Wijze.GEWEZEN, nu=work.nu
            )
    velden = [(r.veld, r.soort) for r in rijen(store, entiteit="antwoord")]
    assert velden.count(("keuzes:familie", "add")) == 1
    assert ("keuzes:vrienden", "remove") in velden
    assert ("keuzes:buren", "add") in velden


def test_a_deleted_household_member_is_a_change_and_stays_deleted_after_rebuilding(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        dossier = work.get(Dossier, id_)
        dossier.huisgenoten.append(Huisgenoot(dossier_id=id_, naam="Sami", relatie=Relatie.KIND))
    with store.work() as work:
        dossier = work.get(Dossier, id_)
        dossier.huisgenoten.clear()
    assert rijen(store, entiteit="huisgenoot")[-1].soort == "delete"
    assert rijen(store, entiteit="huisgenoot")[0].stroom == "0171:kinderen"
    assert store.herbouw()["huisgenoot"] == 0


def test_health_and_shielded_data_travel_in_streams_of_their_own(
    store: Store, maak_intake: Callable[..., str]
) -> None:
    id_ = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, id_)
        intake.meld_alleen(True, door=work.door, nu=work.nu)
        for code, keuze in (("FG01", "goed"), ("MG10", "ja"), ("SP10", "goed")):
            intake.beantwoord(
                store.lijst.vragen[code],
                Keuze((keuze,)),
                door=work.door,
                wijze=Wijze.TOLK,
                nu=work.nu,
            )
        intake.noteer(
            "WO", "stil", vraag=None, soort=Notitiesoort.AFGESCHERMD, door=None, nu=work.nu
        )
    per_vraag = {
        json.loads(r.waarde or ""): r.stroom for r in rijen(store, veld="vraag_code") if r.waarde
    }
    assert per_vraag["FG01"] == "0171:gezondheid"
    assert per_vraag["MG10"] == "0171:afgeschermd"
    assert per_vraag["SP10"] == "0171:sociaal"
    assert {r.stroom for r in rijen(store, entiteit="notitie")} == {"0171:afgeschermd"}


def test_bulk_changes_are_refused(store: Store, maak_dossier: Callable[..., str]) -> None:
    maak_dossier()
    with store.work() as work, pytest.raises(RuntimeError):
        work.session.execute(sa.update(Dossier).values(adres="x"))


def test_a_failing_unit_of_work_leaves_nothing(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier()
    voor = tabellen(store), len(rijen(store))

    def half() -> None:
        with store.work() as work:
            work.get(Dossier, id_).adres = "Urk"
            work.session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert (tabellen(store), len(rijen(store))) == voor


def test_the_announcement_names_what_changed_and_only_after_the_commit(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    gehoord: list[Any] = []

    def luister(wat: Any) -> None:
        with store.lees() as sessie:
            gehoord.append((wat, sessie.scalar(sa.select(Dossier.adres))))

    id_ = maak_dossier()
    store.gewijzigd.verbind(luister)
    with store.work() as work:
        work.get(Dossier, id_).adres = "Urk"
    assert gehoord == [({"dossier": frozenset({id_})}, "Urk")]


def test_history_tells_what_was_answered_before(
    store: Store, maak_intake: Callable[..., str]
) -> None:
    id_ = maak_intake()
    vraag = store.lijst.vragen["SP03"]
    for optie in vraag.keuzecodes[:2]:
        with store.work() as work:
            antwoord = work.intake(id_, "SP03").beantwoord(
                vraag, Keuze((optie,)), door=work.door, wijze=Wijze.GEWEZEN, nu=work.nu
            )
    gebeurd = store.historie("antwoord", antwoord.id)
    assert len(gebeurd) == 2
    assert gebeurd[0].door == "Anneke de Boer"
    assert [v.waarde for g in gebeurd for v in g.velden if v.veld == "enkel"] == list(
        vraag.keuzecodes[:2]
    )


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_series_of_gestures_rebuilds_to_the_same_state(
    store: Store, maak_intake: Callable[..., str], gebaren: list[int], data: st.DataObject
) -> None:
    id_ = maak_intake()
    vragen = [
        v
        for v in store.lijst.vragen.values()
        if v.type in (Vraagtype.SINGLE, Vraagtype.MULTI) and v.voor_client
    ][:5]
    for gebaar in gebaren:
        vraag = data.draw(st.sampled_from(vragen))
        with store.work() as work:
            intake = work.intake(id_, vraag.code)
            door, nu = work.door, work.nu
            if gebaar == 0:
                intake.antwoord_niet(
                    vraag, Antwoordstatus.ZEG_NIET, door=door, wijze=Wijze.TOLK, nu=nu
                )
            else:
                aantal = min(gebaar, vraag.max or 3) if vraag.type is Vraagtype.MULTI else 1
                codes = [code for code in vraag.keuzecodes if code != vraag.geen]
                opties = data.draw(st.permutations(codes))[:aantal]
                intake.beantwoord(
                    vraag, Keuze(tuple(opties)), door=door, wijze=Wijze.GEWEZEN, nu=nu
                )
    voor = tabellen(store)
    store.herbouw()
    assert tabellen(store) == voor


def test_the_clock_never_goes_back_and_carries(klok: Callable[[], Any]) -> None:
    nu = klok()
    vooruit = tik("0" * 20, nu.replace(year=2030))
    assert tik(vooruit, nu) > vooruit
    vol = f"{(int(vooruit) >> 16 << 16) + 0xFFFF:020d}"
    assert int(tik(vol, nu)) == int(vol) + 1


def test_dates_in_the_journal_are_text(store: Store, maak_dossier: Callable[..., str]) -> None:
    id_ = maak_dossier(datum_brp=date(2026, 3, 1))
    assert rijen(store, rij=id_, veld="datum_brp")[0].waarde == '"2026-03-01"'


def test_an_answer_keeps_its_unique_place(store: Store, maak_intake: Callable[..., str]) -> None:
    id_ = maak_intake()
    for _ in range(2):
        with store.work() as work:
            work.intake(id_, "SP03").antwoord_niet(
                store.lijst.vragen["SP03"],
                Antwoordstatus.LATER,
                door=None,
                wijze=Wijze.TOLK,
                nu=work.nu,
            )
    with store.lees() as sessie:
        assert sessie.scalar(sa.select(sa.func.count()).select_from(Antwoord)) == 1
