"""The room: its tabs, the day screen within it, and the way out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.store import toetsplanning
from desktop.views.toets.agenda import Agendascherm
from desktop.views.toets.agendabeeld import lees_beeld
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.toets.toetsscherm import Tabblad
from tests.pagina.toetskamer import Toetspagina, druk
from tests.views.toets.stad import MORGEN, Stad


def test_the_tabs_are_there(pagina: Toetspagina) -> None:
    assert pagina.tabs == ["Te plannen", "Agenda", "Middelen"]
    pagina.tab(Tabblad.AGENDA)
    assert isinstance(pagina.scherm.huidig, Agendascherm)
    pagina.tab(Tabblad.TE_PLANNEN)
    assert pagina.plannen.scherm.isVisible()


def test_a_sitting_opens_its_day_screen_and_comes_back(
    qtbot: QtBot, pagina: Toetspagina, stad: Stad
) -> None:
    sessie = stad.sessie(MORGEN)
    pagina.tab(Tabblad.AGENDA)
    agenda = pagina.scherm.huidig
    assert isinstance(agenda, Agendascherm)
    for weg in ("knop", "Escape"):
        agenda.kies(MORGEN, sessie)
        agenda.open(sessie)
        druk(qtbot, agenda.kaart.bewaar)
        dag = pagina.scherm.huidig
        assert isinstance(dag, Dagscherm)
        assert not pagina.scherm.knop_terug.isVisible()
        if weg == "knop":
            druk(qtbot, dag.knop_terug)
        else:
            qtbot.keyClick(dag, Qt.Key.Key_Escape)
        assert pagina.scherm.huidig is agenda
        assert pagina.scherm.knop_terug.isVisible()


def test_the_calendar_behind_the_day_screen_reads_again_when_it_comes_back(
    qtbot: QtBot, pagina: Toetspagina, stad: Stad, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessie, wie = stad.sessie(MORGEN), stad.kandidaat(stad.client("Amina", "Haddad"))
    pagina.tab(Tabblad.AGENDA)
    agenda = pagina.scherm.huidig
    assert isinstance(agenda, Agendascherm)
    pagina.scherm.toon_dag(sessie)
    gelezen: list[None] = []
    monkeypatch.setattr(
        "desktop.views.toets.agenda.lees_beeld",
        lambda *een, **twee: gelezen.append(None) or lees_beeld(*een, **twee),
    )
    toetsplanning.zet_in(stad.store, wie, sessie)
    assert gelezen == []
    qtbot.keyClick(pagina.scherm.huidig, Qt.Key.Key_Escape)
    assert agenda.isVisible()
    assert [regel.bezet for regel in agenda.beeld.regels] == [1]


def test_escape_leaves_from_every_tab(pagina: Toetspagina, qtbot: QtBot) -> None:
    for welk in (Tabblad.TE_PLANNEN, Tabblad.AGENDA, Tabblad.MIDDELEN):
        pagina.tab(welk)
        with qtbot.waitSignal(pagina.scherm.terug, timeout=2000):
            pagina.escape()
