"""The talk on two real screens; `test_tweeschermen.py` runs this in a process of its own.

Qt reads its screens when the application is made, and the rest of the suite has one.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.clientbeeld import Beeldsoort
from desktop.store.store import Store
from desktop.views.werkruimte import Werkruimte
from tests.conftest import SLEUTEL
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek


@pytest.fixture
def schermen(qapp: QApplication) -> tuple[QScreen, QScreen]:
    """The klantmanager's and the client's."""
    per_naam = {scherm.name(): scherm for scherm in QGuiApplication.screens()}
    return per_naam["klantmanager"], per_naam["client"]


@pytest.fixture
def ruimte(qtbot: QtBot, dek: Dek, schermen: tuple[QScreen, QScreen]) -> Werkruimte:
    """The room on the first screen, as the active window."""
    ruimte = dek().ruimte
    ruimte.setGeometry(schermen[0].geometry())
    qtbot.waitUntil(lambda: ruimte.screen() is schermen[0])
    return ruimte


@pytest.fixture
def tafel(qtbot: QtBot, ruimte: Werkruimte, maak_intake: Callable[..., str]) -> Tafel:
    """A talk, opened by the room itself."""
    ruimte.toon_intake(maak_intake())
    QApplication.processEvents()
    return Tafel(qtbot, ruimte)


def test_the_client_gets_the_whole_second_screen_and_not_the_keyboard(
    tafel: Tafel, schermen: tuple[QScreen, QScreen]
) -> None:
    venster = tafel.client.venster
    assert venster.isFullScreen()
    assert venster.geometry() == schermen[1].geometry()
    assert not venster.geometry().intersects(tafel.ruimte.geometry())
    assert tafel.ruimte.isActiveWindow()
    assert tafel.hier is tafel.paneel.editors[0].eerste()
    tafel.letters("1")
    tafel.enter()
    assert tafel.vraag == "SP02"


def test_touch_and_agreement_go_to_and_fro(tafel: Tafel, store: Store) -> None:
    tafel.client.raak("Vrienden")
    assert tafel.gekozen == ["Vrienden"]
    tafel.enter()
    assert tafel.client.laatste == ("Wie ken je in Nederland?", ["Vrienden"])
    tafel.ga_naar("SP12")
    assert tafel.client.soort is Beeldsoort.WACHT


def test_the_button_shows_the_client_the_second_screen_again(
    tafel: Tafel, schermen: tuple[QScreen, QScreen]
) -> None:
    tafel.client.venster.showMinimized()
    tafel.klik_op("Scherm cliënt")
    assert tafel.client.venster.isFullScreen()
    assert tafel.client.venster.geometry() == schermen[1].geometry()
    assert tafel.ruimte.isActiveWindow()


def test_lock_and_leaving_leave_nothing_on_the_second_screen(tafel: Tafel, store: Store) -> None:
    venster = tafel.client.venster
    tafel.client.raak("Vrienden")
    tafel.ruimte.vergrendel()
    store.sluit()
    assert tafel.client.woorden == []
    store.heropen(SLEUTEL)
    tafel.ruimte.ontgrendel()
    assert tafel.client.gekozen == ["Vrienden"]
    tafel.klik_op("← Dossier")
    assert not venster.isVisible()
