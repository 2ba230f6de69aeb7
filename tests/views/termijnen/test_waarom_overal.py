"""Every screen with a legal date says why it is that day (issue 6): each place, through its window.

The five places of the timeline have tests of their own (`test_scherm.py`, `test_kaart.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.pip import Pip
from desktop.models.pipinhoud import Niveau
from desktop.models.termijnfeit import Feitsoort
from desktop.models.verzoek import Verzoek, Verzoeksoort
from desktop.store import termijnen
from desktop.store.store import Store
from desktop.views.beheer.gemeente import Gemeentescherm
from desktop.views.inzage.scherm import Inzagescherm
from desktop.views.pip.scherm import Pipscherm
from desktop.views.pip.vaststellen import Vaststelblad
from desktop.views.pip.versies import Versiescherm
from desktop.views.termijnen import dagreden
from desktop.views.toets.planmodel import Kolom
from desktop.views.weging.scherm import Wegingscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.conftest import Klok
from tests.pagina.pip import Pippagina
from tests.pagina.toegankelijk import gesproken_naam, gesproken_toelichting, niet_te_bereiken
from tests.pagina.toetskamer import Toetspagina, leesbaar, toon, typ
from tests.pagina.waarom import datums, gehoord, menu, open_, stippels_van
from tests.store import planwerk
from tests.views.toets.stad import MORGEN, Stad, bouw

Maak = Callable[..., str]
KENNISGEVING, BRP = date(2026, 10, 3), date(2026, 10, 17)
"""Ten weeks after the later of the two is Boxing Day (domain.md 2.7, worked example 3)."""


@pytest.fixture
def dossier_id(maak_dossier: Maak) -> str:
    return maak_dossier(datum_kennisgeving=KENNISGEVING, datum_brp=BRP, geboortedatum="1999-05-01")


@pytest.fixture
def pip_id(store: Store, dossier_id: str) -> str:
    planwerk.besloten(store, dossier_id)
    planwerk.mandaat(store)
    return planwerk.compleet(store, dossier_id)


@pytest.fixture
def stad(store: Store, maak_dossier: Maak) -> Stad:
    return bouw(store, maak_dossier)


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, stad: Stad) -> Toetspagina:
    stad.client("Amina", "Haddad", datum_kennisgeving=KENNISGEVING, datum_brp=BRP)
    stad.client("Selam", "Tekle", datum_kennisgeving=date(2026, 11, 2))
    stad.client("Yusuf", "Ali", datum_kennisgeving=None)
    return Toetspagina(qtbot, werkplek)


@pytest.fixture
def ruimte(qtbot: QtBot, werkplek: Werkplek) -> Werkruimte:
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    return ruimte


# --- the test: to plan, registering, a proposal, the card in the dossier


def test_f1_in_the_list_says_why_the_plan_of_this_row_is_due_then(
    qtbot: QtBot, pagina: Toetspagina
) -> None:
    plannen = pagina.plannen
    plannen.ga_naar("Amina Haddad")
    tekst = gehoord(qtbot, plannen.scherm.tabel, Qt.Key.Key_F1)
    assert "17-10-2026" in tekst
    assert "Uiterste wettelijke dag: 28-12-2026" in tekst
    plannen.ga_naar("Selam Tekle")
    assert "voorlopig" in gehoord(qtbot, plannen.scherm.tabel, Qt.Key.Key_F1)
    plannen.ga_naar("Yusuf Ali")
    assert gehoord(qtbot, plannen.scherm.tabel, Qt.Key.Key_F1) == "", "no date, no reason"
    assert "F1" in plannen.scherm.onder.text()


def test_the_menu_of_a_row_asks_about_that_row(qtbot: QtBot, pagina: Toetspagina) -> None:
    plannen = pagina.plannen
    tabel, model = plannen.scherm.tabel, plannen.scherm.model
    plannen.ga_naar("Amina Haddad")

    def plek(naam: str) -> tuple[object, object]:
        rij = model.index(plannen.rij(naam), Kolom.TERMIJN)
        return menu(tabel.viewport(), tabel.visualRect(rij).center()), rij

    lijst, _rij = plek("Selam Tekle")
    assert lijst is not None
    (keus,) = lijst.actions()  # type: ignore[attr-defined]
    assert keus.text() == "Waarom deze dag?"
    keus.trigger()
    lijst.close()  # type: ignore[attr-defined]
    venster = open_()
    assert venster is not None
    assert "02-11-2026" in venster.blad.tekst, "the row under the pointer"
    venster.close()
    geen, _rij = plek("Yusuf Ali")
    assert geen is None


def test_the_cell_gives_the_sentence_to_a_screen_reader_and_as_hint(pagina: Toetspagina) -> None:
    plannen = pagina.plannen
    model = plannen.scherm.model
    cel = model.index(plannen.rij("Amina Haddad"), Kolom.TERMIJN)
    for rol in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert "10 weken na de laatste van twee dagen" in model.data(cel, rol)
    leeg = model.index(plannen.rij("Yusuf Ali"), Kolom.TERMIJN)
    assert model.data(leeg, Qt.ItemDataRole.ToolTipRole) is None


def test_the_list_explains_only_the_row_that_is_asked_for(
    qtbot: QtBot, pagina: Toetspagina, monkeypatch: pytest.MonkeyPatch
) -> None:
    gevraagd = []
    echt = dagreden.uitleg
    monkeypatch.setattr(dagreden, "uitleg", lambda t: (gevraagd.append(t), echt(t))[1])
    plannen = pagina.plannen
    plannen.scherm.lees()
    plannen.scherm.tabel.grab()
    assert gevraagd == [], "showing the list computes no sentence"
    plannen.ga_naar("Amina Haddad")
    gehoord(qtbot, plannen.scherm.tabel, Qt.Key.Key_F1)
    assert len(gevraagd) == 1


def test_the_list_follows_what_duo_reports(pagina: Toetspagina, store: Store) -> None:
    plannen = pagina.plannen
    assert plannen.cel("Selam Tekle", Kolom.TERMIJN) == "11-01-2027 ?"
    wie = plannen.scherm.model.regels[plannen.rij("Selam Tekle")].dossier_id
    termijnen.leg_vast(store, wie, Feitsoort.SS139_START, {"dag": "09-11-2026"})
    assert plannen.cel("Selam Tekle", Kolom.TERMIJN) == "18-01-2027"


def test_the_form_of_one_person_says_why(qtbot: QtBot, pagina: Toetspagina) -> None:
    plannen = pagina.plannen
    plannen.open("Amina Haddad")
    assert "26-12-2026" in plannen.scherm.aanmelding.stand.text()
    assert "17-10-2026" in gehoord(qtbot, plannen.scherm.aanmelding.stand)
    plannen.scherm.toon_lijst()
    plannen.open("Yusuf Ali")
    assert datums(plannen.scherm.aanmelding) == []


def test_a_proposal_says_why_of_each_person(qtbot: QtBot, pagina: Toetspagina, stad: Stad) -> None:
    plannen = pagina.plannen
    stad.sessie(MORGEN)
    for wie in list(plannen.scherm.model.regels)[:2]:
        stad.kandidaat(wie.dossier_id)
    plannen.vink("Amina Haddad", "Selam Tekle")
    plannen.zoek()
    bladen = datums(plannen.scherm.voorstel)
    assert [k.text() for k in bladen] == ["PIP klaar op 26-12-2026", "PIP klaar op 11-01-2027"]
    assert "Uiterste wettelijke dag: 28-12-2026" in gehoord(qtbot, bladen[0])


def test_the_test_in_the_dossier_says_why(
    qtbot: QtBot, ruimte: Werkruimte, dossier_id: str
) -> None:
    ruimte.toon_dossier(dossier_id)
    (knop,) = datums(ruimte.blad.kaarten.toets)
    assert "26-12-2026" in knop.text()
    assert "17-10-2026" in gehoord(qtbot, knop)


# --- the plan: setting it, its versions, the benefit


def test_setting_a_plan_says_why_of_each_of_its_dates(
    qtbot: QtBot, werkplek: Werkplek, pip_id: str
) -> None:
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    klaar, bezwaar, begin = datums(scherm)
    assert gesproken_naam(klaar) == "Klaar uiterlijk op: 28-12-2026"
    assert "Naartoe werken: 26-12-2026" in gehoord(qtbot, klaar)
    assert gesproken_naam(bezwaar) == "Bezwaar kan tot en met: 04-01-2027"
    assert "bekendmaking op 23-11-2026" in gehoord(qtbot, bezwaar)
    assert gesproken_naam(begin) == "De termijn begint: 24-11-2026"
    assert "duurt 3 jaar; de laatste dag is 23-11-2029" in gehoord(qtbot, begin)
    assert all(stippels_van(knop) for knop in (klaar, bezwaar, begin))
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []


def test_another_day_of_sending_gives_another_reason_and_leaves_the_keyboard(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    typ(qtbot, scherm.bekendmaking, "25-11-2026")
    scherm.bezwaar.setFocus(Qt.FocusReason.TabFocusReason)  # leaving the field reads it
    assert QApplication.focusWidget() is scherm.bezwaar
    assert scherm.bezwaar.text() == "06-01-2027"
    assert "25-11-2026" in gesproken_toelichting(scherm.bezwaar)
    with store.work() as work:  # a colleague changes the plan: the rows are made anew
        work.get(Pip, pip_id).niveau = Niveau.A2
    assert any("A2" in tekst for tekst in leesbaar(scherm))
    assert QApplication.focusWidget() is scherm.bezwaar
    assert len(datums(scherm)) == 3
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []


def test_a_set_version_says_why_bezwaar_ends_then(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier_id: str, pip_id: str
) -> None:
    planwerk.stel_vast(store, pip_id)
    scherm = Versiescherm(werkplek, dossier_id)
    toon(qtbot, scherm)
    (knop,) = datums(scherm)
    assert knop.text() == "Bezwaar kan tot en met 04-01-2027"
    assert "bekendmaking op 23-11-2026" in gehoord(qtbot, knop)


def test_the_end_of_ontzorgen_says_why(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier_id: str, pip_id: str
) -> None:
    pagina = Pippagina(qtbot, Pipscherm(werkplek, dossier_id))
    pagina.vink(pagina.deel2.uitkering)
    assert datums(pagina.scherm) == []
    pagina.vul(pagina.deel2.vanaf.veld, "1-12-2026")
    pagina.vink(pagina.deel2.ontzorgen)
    (knop,) = datums(pagina.scherm)
    assert knop.text() == "Het ontzorgen duurt tot en met 31-05-2027."
    assert "eerste dag van de uitkering, 01-12-2026" in gehoord(qtbot, knop)


# --- the weighing: age at the start of the term


def test_the_age_of_the_weighing_says_why_the_term_begins_then(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier_id: str, pip_id: str
) -> None:
    planwerk.stel_vast(store, pip_id)
    scherm = Wegingscherm(werkplek, dossier_id)
    toon(qtbot, scherm)
    punt = next(k for p, k in scherm.weten.punten if p.termijn is not None)
    assert "24-11-2026" in punt.tekst
    assert "eerste PIP op 23-11-2026" in gesproken_toelichting(punt)
    assert "eerste PIP op 23-11-2026" in gehoord(qtbot, punt, Qt.Key.Key_F1)


# --- what a client asks, and the figures of the municipality


@pytest.fixture
def gevraagd(store: Store, dossier_id: str) -> str:
    with store.work() as work:
        dag, vandaag = date(2026, 11, 20), store.vandaag()
        work.voeg_toe(Verzoek.nieuw(dossier_id, Verzoeksoort.INZAGE, "", op=dag, vandaag=vandaag))
    return dossier_id


def test_a_request_says_why_the_answer_is_due_then(
    qtbot: QtBot, werkplek: Werkplek, ruimte: Werkruimte, gevraagd: str
) -> None:
    ruimte.toon_dossier(gevraagd)
    (op_kaart,) = datums(ruimte.blad.kaarten.verzoeken)
    scherm = Inzagescherm(werkplek)
    scherm.open(gevraagd)
    toon(qtbot, scherm)
    (op_blad,) = datums(scherm)
    for venster, knop in ((scherm, op_blad), (ruimte, op_kaart)):
        venster.activateWindow()
        qtbot.waitUntil(venster.isActiveWindow)
        tekst = gehoord(qtbot, knop)
        assert "binnen een maand antwoord: gevraagd op 20-11-2026" in tekst
        assert "AVG artikel 12" in tekst


@pytest.mark.parametrize(
    ("vandaag", "dag", "kwartaal"),
    [
        (date(2026, 10, 28), "28-10-2026", "30-09-2026"),  # the day itself
        (date(2026, 10, 29), "28-01-2027", "31-12-2026"),
        (date(2027, 1, 1), "28-01-2027", "31-12-2026"),
        (date(2027, 3, 31), "28-04-2027", "31-03-2027"),
    ],
)
def test_the_sheet_of_the_municipality_says_when_the_figures_go_to_cbs(
    qtbot: QtBot, werkplek: Werkplek, klok: Klok, vandaag: date, dag: str, kwartaal: str
) -> None:
    klok.nu += timedelta(days=(vandaag - klok.nu.date()).days)
    scherm = Gemeentescherm(werkplek)
    toon(qtbot, scherm)
    (knop,) = datums(scherm)
    assert knop.text() == f"Uiterlijk op {dag}, over het kwartaal tot en met {kwartaal}"
    assert "Nummer van de regel: D14" in gehoord(qtbot, knop)
