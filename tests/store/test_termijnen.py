"""The dates of a dossier, from the tables; and facts that somebody writes down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
import sqlalchemy as sa

from desktop.models.dossier import DoelgroepPeriode, Indeling
from desktop.models.fouten import Invoerfouten
from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipdelen import Pipdeel2
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.models.termijn import Regel, Stand, Status
from desktop.models.termijnen import Termijnen
from desktop.models.termijnfeit import Feitsoort
from desktop.models.termijnfeiten import Feiten
from desktop.store import termijnen, toetsen, toetsmiddelen
from desktop.store.store import Store
from desktop.store.toetsdossier import toetsdossier

Maak = Callable[..., str]
VERSIE = {"leerroute": Leerroute.B1, "niveau": Niveau.B1, "lesuren_per_week": 12}


@pytest.fixture
def dossier(maak_dossier: Maak) -> str:
    return maak_dossier(datum_kennisgeving=date(2026, 3, 2), datum_brp=date(2026, 4, 15))


def lees(store: Store, dossier_id: str) -> Termijnen:
    with store.lees() as sessie:
        return termijnen.termijnen_van(sessie, dossier_id, store.vandaag())


def feiten(store: Store, dossier_id: str) -> Feiten:
    with store.lees() as sessie:
        return termijnen.feiten_van(sessie, dossier_id, store.vandaag())


def zet_pip(
    store: Store,
    dossier_id: str,
    versie: int,
    dag: date,
    *,
    status: Pipstatus = Pipstatus.VASTGESTELD,
    **rest: object,
) -> str:
    id_ = Pip.id_van(dossier_id, versie)
    velden = {**VERSIE, "dagtekening": dag, "bekendmaking": dag, **rest}
    with store.work() as work:
        work.voeg_toe(Pip(id=id_, dossier_id=dossier_id, versie=versie, **velden, status=status))
    return id_


@contextmanager
def tel_vragen(store: Store) -> Iterator[list[str]]:
    vragen: list[str] = []
    with store.lees() as sessie:
        motor = sessie.get_bind()

    def hoor(*args: object) -> None:
        vragen.append(str(args[2]))

    sa.event.listen(motor, "before_cursor_execute", hoor)
    try:
        yield vragen
    finally:
        sa.event.remove(motor, "before_cursor_execute", hoor)


def test_the_worked_example_from_a_dossier_and_its_set_plan(store: Store, dossier: str) -> None:
    assert lees(store, dossier).van(Regel.D5) is None
    zet_pip(store, dossier, 1, date(2026, 6, 10))
    termijnen.leg_vast(store, dossier, Feitsoort.UITKERING, {"dag": "15-04-2026"})
    alle = lees(store, dossier)
    dagen = {t.regel: t.wettelijk for t in alle.alle if t.regel is not Regel.D18}
    assert dagen[Regel.D1] == date(2026, 6, 24)
    assert dagen[Regel.D8A] == date(2029, 6, 10)
    assert dagen[Regel.D4] == date(2026, 7, 22)
    assert dagen[Regel.D13A] == date(2026, 10, 14)
    assert alle.pip is not None
    assert alle.stand(alle.pip) is Stand.KLAAR


def test_a_draft_fixes_nothing(store: Store, dossier: str) -> None:
    zet_pip(store, dossier, 1, date(2026, 6, 10), status=Pipstatus.CONCEPT)
    alle = lees(store, dossier)
    assert alle.van(Regel.D5) is None
    assert alle.pip is not None
    assert alle.pip.status is Status.OPEN


def test_a_later_version_has_its_own_objection_and_the_route_that_holds(
    store: Store, dossier: str
) -> None:
    zet_pip(store, dossier, 1, date(2026, 6, 10))
    voor = lees(store, dossier).van(Regel.D5)
    id_ = zet_pip(
        store, dossier, 2, date(2026, 11, 2), leerroute=Leerroute.Z, niveau=None,
        status=Pipstatus.CONCEPT,
    )  # fmt: skip
    with store.work() as work:
        deel2 = Pipdeel2.nieuw(id_, dossier)
        deel2.zet(date(2026, 5, 1), ontzorgen=True)
        work.voeg_toe(deel2)
    with store.work() as work:
        work.get(Pip, id_).status = Pipstatus.VASTGESTELD
    alle = lees(store, dossier)
    assert alle.van(Regel.D5) == voor
    tweede = alle.van(Regel.D4, 2)
    assert tweede is not None
    assert tweede.wettelijk == date(2026, 12, 14)
    assert alle.van(Regel.D11A) is None
    ontzorgen = alle.van(Regel.D13A)
    assert ontzorgen is not None
    assert ontzorgen.wettelijk == date(2026, 10, 31)


def test_facts_that_are_written_down_count_at_once(store: Store, dossier: str) -> None:
    termijnen.leg_vast(store, dossier, Feitsoort.SS139_START, {"dag": "1-10-2026"})
    termijnen.leg_vast(store, dossier, Feitsoort.INFO_GEVRAAGD, {"dag": "20-11-2026"})
    alle = lees(store, dossier)
    assert alle.pip is not None
    assert alle.pip.regel is Regel.D2
    assert alle.pip.status is Status.WACHT_OP_DERDEN
    assert alle.pip.ruw == date(2026, 12, 10)
    termijnen.leg_vast(store, dossier, Feitsoort.INFO_ONTVANGEN, {"dag": "23-11-2026"})
    alle = lees(store, dossier)
    assert alle.pip is not None
    assert alle.pip.status is Status.OPEN


def test_what_duo_confirmed_is_newer_than_what_the_plan_gives(store: Store, dossier: str) -> None:
    zet_pip(store, dossier, 1, date(2026, 6, 10))
    velden = {"dag": "11-06-2026", "tot": "11-06-2029"}
    id_ = termijnen.leg_vast(store, dossier, Feitsoort.DUO_TERMIJN, velden)
    duo = lees(store, dossier).van(Regel.D5)
    assert duo is not None
    assert (duo.wettelijk, duo.door_duo) == (date(2029, 6, 11), True)
    with store.lees() as sessie:
        (regel,) = termijnen.feitregels(sessie, dossier)
    assert (regel.id, regel.laatste_dag) == (id_, date(2029, 6, 11))
    termijnen.verwijder(store, id_)
    weer = lees(store, dossier).van(Regel.D5)
    assert weer is not None
    assert (weer.wettelijk, weer.door_duo) == (date(2029, 6, 10), False)


def test_extra_time_by_length_survives_the_table(store: Store, dossier: str) -> None:
    zet_pip(store, dossier, 1, date(2026, 6, 10))
    velden = {"dag": "2-11-2026", "waarde": "16 weken"}
    termijnen.leg_vast(store, dossier, Feitsoort.VERLENGING, velden)
    einde = lees(store, dossier).van(Regel.D5)
    assert einde is not None
    assert einde.einde == date(2029, 10, 1)


def test_a_refused_fact_is_not_kept(store: Store, dossier: str) -> None:
    with pytest.raises(Invoerfouten):
        termijnen.leg_vast(store, dossier, Feitsoort.INFO_GEVRAAGD, {"dag": "1-9-2026"})
    with store.lees() as sessie:
        assert termijnen.feitregels(sessie, dossier) == []


def test_hours_and_the_group_of_today_are_read(store: Store, dossier: str) -> None:
    zet_pip(store, dossier, 1, date(2026, 6, 10))
    termijnen.leg_vast(store, dossier, Feitsoort.UREN, {"dag": "1-10-2026", "waarde": "100"})
    termijnen.leg_vast(store, dossier, Feitsoort.UREN, {"dag": "1-11-2026", "waarde": "140"})
    with store.work() as work:
        for vanaf, indeling in (
            (date(2026, 1, 1), Indeling.GEZINSMIGRANT),
            (date(2026, 6, 1), Indeling.ASIELSTATUSHOUDER),
            (date(2027, 6, 1), Indeling.GEZINSMIGRANT),
        ):
            work.voeg_toe(DoelgroepPeriode(dossier_id=dossier, vanaf=vanaf, indeling=indeling))
    gelezen = feiten(store, dossier)
    assert gelezen.indeling is Indeling.ASIELSTATUSHOUDER
    assert gelezen.lesuren is not None
    assert (gelezen.lesuren.gevolgd, gelezen.lesuren.per_week) == (140, 12)


def test_a_published_day_that_was_written_down_goes_before_the_one_of_the_plan(
    store: Store, dossier: str
) -> None:
    zet_pip(store, dossier, 1, date(2026, 6, 10), bekendmaking=None)
    eerst = lees(store, dossier).van(Regel.D4)
    assert eerst is not None
    assert eerst.voorlopig
    termijnen.leg_vast(store, dossier, Feitsoort.BEKENDMAKING, {"dag": "12-6-2026"})
    dan = lees(store, dossier).van(Regel.D4)
    assert dan is not None
    assert (dan.wettelijk, dan.voorlopig) == (date(2026, 7, 24), False)


def test_the_dates_that_a_version_prints(store: Store, dossier: str) -> None:
    leeg = feiten(store, dossier)
    data = termijnen.data_van(date(2026, 6, 10), date(2026, 6, 10), leeg, 1)
    assert data.termijn_start == date(2026, 6, 11)
    assert data.termijn_einde == date(2029, 6, 11)
    assert data.wisselen_tot_en_met == date(2027, 12, 10)
    assert data.bezwaar_tot_en_met == date(2026, 7, 22)
    assert data.voorlopig
    zet_pip(store, dossier, 1, date(2026, 6, 10))
    later = termijnen.data_van(date(2026, 11, 24), None, feiten(store, dossier), 2)
    assert later.termijn_einde == date(2029, 6, 11)
    assert later.bezwaar_tot_en_met == date(2027, 1, 5)
    assert termijnen.data_van(None, None, leeg, 1).termijn_start is None


def test_few_questions_to_the_tables_however_much_there_is(store: Store, dossier: str) -> None:
    def gevraagd() -> int:
        with tel_vragen(store) as vragen:
            lees(store, dossier)
        return len(vragen)

    zet_pip(store, dossier, 1, date(2026, 6, 11))
    een = gevraagd()
    for versie in range(2, 6):
        zet_pip(store, dossier, versie, date(2026, 6, 10 + versie))
    assert gevraagd() == een <= 8


def test_the_test_is_planned_against_the_same_day_as_the_plan(
    store: Store, maak_dossier: Maak
) -> None:
    later = maak_dossier(datum_kennisgeving=date(2026, 9, 20), datum_brp=date(2026, 9, 24))
    eerder = maak_dossier("Sara", "Haddad", datum_kennisgeving=date(2026, 9, 22), datum_brp=None)
    termijnen.leg_vast(store, later, Feitsoort.SS139_START, {"dag": "1-10-2026"})
    termijnen.leg_vast(store, later, Feitsoort.INFO_GEVRAAGD, {"dag": "20-11-2026"})
    termijnen.leg_vast(store, later, Feitsoort.INFO_ONTVANGEN, {"dag": "23-11-2026"})
    with store.lees() as sessie:
        rijen = toetsen.te_plannen(sessie, toetsmiddelen.beleid(), vandaag=store.vandaag())
        toets = toetsdossier(sessie, later, toetsmiddelen.beleid())
    pip = lees(store, later).pip
    assert pip is not None
    assert [r.dossier_id for r in rijen] == [eerder, later]
    assert rijen[1].termijn == toets.termijn
    assert toets.termijn is not None
    assert toets.termijn.termijn == pip
    assert toets.termijn.uiterlijk == pip.ruw
    assert pip.ruw == date(2026, 12, 10)


@pytest.mark.parametrize(("laatste", "klaar"), [("13-10-2026", True), ("14-10-2026", False)])
def test_a_benefit_that_ended_pays_no_ontzorgen(
    store: Store, dossier: str, laatste: str, klaar: bool
) -> None:
    zet_pip(store, dossier, 1, date(2026, 6, 10))
    velden = {"dag": "15-04-2026", "tot": laatste}
    termijnen.leg_vast(store, dossier, Feitsoort.UITKERING, velden)
    assert (lees(store, dossier).van(Regel.D13A) is None) is klaar
    termijnen.leg_vast(store, dossier, Feitsoort.UITKERING, {"dag": "01-11-2026"})
    weer = lees(store, dossier).van(Regel.D13A)
    assert weer is not None
    assert weer.start == date(2026, 11, 1)
