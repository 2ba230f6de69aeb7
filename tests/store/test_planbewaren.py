"""How long weighing and plan are kept: working notes go after bezwaar, and a dossier goes whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from desktop.models.antwoord import Notitie, Notitiesoort
from desktop.models.basis import Base, tabel
from desktop.models.bewaren import Anker, Onderdeel, Verlopen
from desktop.models.intake import BredeIntake
from desktop.models.pipwoorden import PLANTABELLEN, WEGINGTABELLEN
from desktop.models.termijn import Regel
from desktop.models.termijnfeit import Feitsoort
from desktop.store import bewaren, pip, pipvaststellen, termijnen
from desktop.store.projectie import gejournaalde_klassen
from desktop.store.store import Store
from tests.conftest import Klok
from tests.store.planwerk import SPOREN, besloten, compleet, mandaat, volgeschreven
from tests.store.tabellen import tabellen
from tests.store.test_bewaren import GROND, staat_er

Maak = Callable[..., str]
VANDAAG = date(2026, 11, 23)
KLAD = "Kladblokvelletje"
TABELLEN = (*WEGINGTABELLEN, *PLANTABELLEN, "termijnfeit")


# --- working notes


@pytest.fixture
def dossier(store: Store, maak_dossier: Maak, maak_intake: Maak) -> str:
    """A talk with a working note, closed today."""
    dossier_id = maak_dossier()
    intake_id = maak_intake(dossier_id=dossier_id)
    mandaat(store)
    with store.work() as work:
        work.get(BredeIntake, intake_id).noteer(
            "WO", KLAD, vraag=None, soort=Notitiesoort.WERKAANTEKENING, door=work.door, nu=work.nu
        )
    with store.work() as work:
        work.get(BredeIntake, intake_id).sluit(store.lijst, op=VANDAAG, reden="Klaar.")
    return dossier_id


def plan(store: Store, dossier_id: str, *, verstuurd: date = VANDAAG) -> str:
    """Set today."""
    besloten(store, dossier_id)
    pip_id = compleet(store, dossier_id)
    pipvaststellen.stel_vast(store, pip_id, VANDAAG, bekendmaking=verstuurd)
    return pip_id


def op(store: Store, klok: Klok, dag: date) -> list[Verlopen]:
    """What may go on this day."""
    klok.nu = klok.nu.replace(year=dag.year, month=dag.month, day=dag.day)
    return bewaren.wat_weg_mag(store)


def eerste_dag(store: Store, klok: Klok) -> date:
    """The first day on which working notes may go."""
    for n in range(200):
        dag = VANDAAG + timedelta(n)
        if Onderdeel.WERKAANTEKENING in {v.onderdeel for v in op(store, klok, dag)}:
            return dag
    raise AssertionError("they are kept")


def bezwaar_tot_en_met(store: Store, dossier_id: str) -> date:
    with store.lees() as sessie:
        termijn = termijnen.termijnen_van(sessie, dossier_id, VANDAAG).van(Regel.D4, 1)
    assert termijn is not None
    assert termijn.wettelijk is not None
    return termijn.wettelijk


def test_a_note_stays_till_the_last_day_of_bezwaar_and_goes_after_it(
    store: Store, klok: Klok, dossier: str
) -> None:
    plan(store, dossier)
    assert bezwaar_tot_en_met(store, dossier) == date(2027, 1, 4)
    assert op(store, klok, date(2027, 1, 4)) == []
    (regel,) = op(store, klok, date(2027, 1, 5))
    assert (regel.onderdeel, regel.feit, regel.sinds) == (
        Onderdeel.WERKAANTEKENING,
        VANDAAG,
        date(2027, 1, 5),
    )
    assert regel.waarom == (
        "Het PIP is op 23-11-2026 verstuurd. De 6 weken voor bezwaar waren om op 05-01-2027."
    )
    voor = {naam: rijen for naam, rijen in tabellen(store).items() if naam in TABELLEN}
    bewaren.wis_hier(store, [], regel.delen, GROND)
    assert not staat_er(store, KLAD)
    with store.lees() as sessie:
        assert sessie.scalars(sa.select(Notitie)).all() == []
    assert {n: r for n, r in tabellen(store).items() if n in TABELLEN} == voor


def test_a_bezwaar_that_ends_in_a_weekend_keeps_it_longer(
    store: Store, klok: Klok, dossier: str
) -> None:
    plan(store, dossier, verstuurd=date(2026, 11, 28))  # a saturday; six weeks on is one too
    assert bezwaar_tot_en_met(store, dossier) == date(2027, 1, 11)
    assert eerste_dag(store, klok) == date(2027, 1, 12)


def test_it_was_sent_later_than_the_plan_says(store: Store, klok: Klok, dossier: str) -> None:
    plan(store, dossier)
    klok.nu += timedelta(days=9)
    dag = VANDAAG + timedelta(8)
    termijnen.leg_vast(
        store, dossier, Feitsoort.BEKENDMAKING, {"dag": f"{dag:%d-%m-%Y}", "waarde": "1"}
    )
    assert eerste_dag(store, klok) == bezwaar_tot_en_met(store, dossier) + timedelta(1)
    assert bezwaar_tot_en_met(store, dossier) == date(2027, 1, 12)


def test_a_draft_is_no_plan(store: Store, klok: Klok, dossier: str) -> None:
    besloten(store, dossier)
    compleet(store, dossier)
    assert eerste_dag(store, klok) == VANDAAG + timedelta(weeks=16)


def test_a_plan_of_before_the_talk_says_nothing_about_its_notes(
    store: Store, klok: Klok, dossier: str, maak_intake: Maak
) -> None:
    plan(store, dossier)
    klok.nu += timedelta(days=30)
    dag = store.vandaag()
    intake_id = maak_intake(dossier_id=dossier)
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        notitie = intake.noteer(
            "WO",
            "Nog een klad",
            vraag=None,
            soort=Notitiesoort.WERKAANTEKENING,
            door=work.door,
            nu=work.nu,
        )
        assert notitie is not None
        notitie_id = notitie.id
    with store.work() as work:
        work.get(BredeIntake, intake_id).sluit(store.lijst, op=dag, reden="Klaar.")
    (regel,) = op(store, klok, date(2027, 1, 5))
    assert notitie_id not in {deel.rij for deel in regel.delen}
    (regel,) = op(store, klok, dag + timedelta(weeks=16))
    assert notitie_id in {deel.rij for deel in regel.delen}


def test_the_anchor_is_one_of_the_policy_that_comes_with_the_program(store: Store) -> None:
    """The fact is read above; a policy that does not name it would make all of that silent."""
    ankers = [t.anker for t in bewaren.beleid(store).van(Onderdeel.WERKAANTEKENING)]
    assert ankers == [Anker.PIP_VASTGESTELD, Anker.INTAKE_GESLOTEN]


# --- the whole dossier


@pytest.fixture
def vol(store: Store, maak_dossier: Maak) -> str:
    """A dossier with every row of a plan; and another one, with the same tables."""
    mandaat(store)
    dossier_id = maak_dossier()
    volgeschreven(store, dossier_id)
    return dossier_id


def rijen(store: Store, dossier_id: str) -> dict[str, int]:
    """How many rows of this dossier each table of the plan has."""
    klassen = gejournaalde_klassen()
    with store.lees() as sessie:
        return {naam: _tel(sessie, klassen[naam], dossier_id) for naam in TABELLEN}


def _tel(sessie: sa.orm.Session, klasse: type[Base], dossier_id: str) -> int:
    t = tabel(klasse)
    vraag = sa.select(sa.func.count()).select_from(t).where(t.c.dossier_id == dossier_id)
    return sessie.scalar(vraag) or 0


def test_every_table_of_the_plan_is_named_here() -> None:
    van_het_plan = {
        "desktop.models." + m for m in ("weging", "onderzoek", "pip", "pipdelen", "termijnfeit")
    }
    gevonden = {n for n, k in gejournaalde_klassen().items() if k.__module__ in van_het_plan}
    assert gevonden == set(TABELLEN)


def test_nothing_of_the_plan_is_left_in_any_page_of_the_file(
    store: Store, vol: str, maak_dossier: Maak
) -> None:
    ander = maak_dossier()
    besloten(store, ander)
    compleet(store, ander)
    naast = rijen(store, ander)
    assert all(rijen(store, vol).values()), rijen(store, vol)
    store.veeg_schoon()
    for spoor in SPOREN:
        assert staat_er(store, spoor[:40]), spoor
    gehoord: set[str] = set()
    store.gewijzigd.verbind(gehoord.update)
    bewaren.wis_hier(store, [vol], [], GROND)
    for spoor in SPOREN:
        assert not staat_er(store, spoor[:40]), spoor
    assert not any(rijen(store, vol).values()), rijen(store, vol)
    assert set(TABELLEN) <= gehoord, "an open screen hears that its plan is gone"
    assert rijen(store, ander) == naast
    assert store.controleer_keten() == []
    nu = tabellen(store)
    store.herbouw()
    assert tabellen(store) == nu
    with store.lees() as sessie:
        assert pip.pipdossier(sessie, vol).versies == []
        assert sessie.scalars(sa.text("PRAGMA foreign_key_check")).all() == []
