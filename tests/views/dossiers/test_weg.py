"""The way through the screens: search, make, see, change, find again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.werkruimte import Werkruimte
from tests.pagina.dossierblad import Dossierbladpagina
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.dossierlijst import Dossierlijst


@pytest.fixture
def lijst_(qtbot: QtBot, werkruimte: Werkruimte) -> Dossierlijst:
    return Dossierlijst(qtbot, werkruimte.lijst)


@pytest.fixture
def form(qtbot: QtBot, werkruimte: Werkruimte) -> Formulierpagina:
    return Formulierpagina(qtbot, werkruimte.formulier)


@pytest.fixture
def sheet(qtbot: QtBot, werkruimte: Werkruimte) -> Dossierbladpagina:
    return Dossierbladpagina(qtbot, werkruimte.blad)


def druk(qtbot: QtBot, toets: Qt.Key) -> None:
    """A key where the focus is now."""
    wie = QApplication.focusWidget()
    assert wie is not None
    qtbot.keyClick(wie, toets)


def te_zien(*schermen: QWidget) -> list[bool]:
    return [scherm.isVisible() for scherm in schermen]


def test_from_a_search_in_vain_to_a_dossier_that_is_found(
    qtbot: QtBot,
    werkruimte: Werkruimte,
    lijst_: Dossierlijst,
    form: Formulierpagina,
    sheet: Dossierbladpagina,
) -> None:
    lijst_.typ("rahel tekle")
    druk(qtbot, Qt.Key.Key_Return)
    druk(qtbot, Qt.Key.Key_Return)
    assert te_zien(form.scherm, lijst_.scherm) == [True, False]
    assert form.staat_in("voornamen") == "Rahel"
    assert form.veld_met_focus == "geboortedatum", "the cursor is where typing goes on"
    qtbot.keyClicks(form.veld("geboortedatum").invoer, "mei 1990")
    form.bewaar()
    assert te_zien(sheet.scherm, form.scherm) == [True, False]
    assert sheet.naam == "Rahel Tekle"

    sheet.wijzig()
    assert form.veld_met_focus == "voornamen"
    form.typ("achternaam", "Teklè").bewaar()
    assert sheet.naam == "Rahel Teklè"
    assert sheet.scherm.knop_volgende.hasFocus()

    druk(qtbot, Qt.Key.Key_Escape)
    assert te_zien(lijst_.scherm, sheet.scherm) == [True, False]
    assert lijst_.focus_in_zoekveld
    assert lijst_.namen == ["Rahel Teklè"], "the search stands there still"


def test_a_duplicate_leads_to_the_existing_dossier(
    werkruimte: Werkruimte,
    maak_dossier: Callable[..., str],
    form: Formulierpagina,
    sheet: Dossierbladpagina,
) -> None:
    maak_dossier("Mohammed", "Al-Hassan", geboortedatum="1990", adres="Urk")
    werkruimte.toon_formulier_nieuw("")
    form.typ("voornamen", "Muhammad").typ("achternaam", "Hassan Al").bewaar()
    form.ga_naar_dubbel()
    assert te_zien(sheet.scherm) == [True]
    assert sheet.naam == "Mohammed Al-Hassan"
    werkruimte.toon_formulier_nieuw("")
    assert form.staat_in("voornamen") == "Muhammad", "what was typed is not lost"


def test_back_from_the_form_leads_to_where_one_came_from(
    qtbot: QtBot,
    werkruimte: Werkruimte,
    maak_dossier: Callable[..., str],
    lijst_: Dossierlijst,
    form: Formulierpagina,
    sheet: Dossierbladpagina,
) -> None:
    lijst_.klik(lijst_.scherm.knop_nieuw)
    druk(qtbot, Qt.Key.Key_Escape)
    assert te_zien(lijst_.scherm) == [True]
    maak_dossier()
    lijst_.klik_op_regel(0)
    sheet.wijzig()
    druk(qtbot, Qt.Key.Key_Escape)
    assert te_zien(sheet.scherm) == [True]
    assert sheet.naam == "Tesfay Gebremedhin"


def test_the_list_opens_with_arrow_down_and_enter(
    qtbot: QtBot,
    werkruimte: Werkruimte,
    maak_dossier: Callable[..., str],
    lijst_: Dossierlijst,
    sheet: Dossierbladpagina,
) -> None:
    maak_dossier("Amina", "Abdi")
    maak_dossier("Tesfay", "Gebremedhin")
    lijst_.typ("tesfai")
    druk(qtbot, Qt.Key.Key_Down)
    druk(qtbot, Qt.Key.Key_Return)
    assert te_zien(sheet.scherm, lijst_.scherm) == [True, False]
    assert sheet.naam == "Tesfay Gebremedhin"
    assert sheet.scherm.knop_volgende.hasFocus()
