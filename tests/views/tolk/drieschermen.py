"""The talk on three real screens; `test_drieschermen.py` runs this in a process of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek
from tests.views.tolk.conftest import tolk_van


@pytest.fixture
def schermen(qapp: QApplication) -> dict[str, QScreen]:
    return {scherm.name(): scherm for scherm in QGuiApplication.screens()}


@pytest.fixture
def tafel(
    qtbot: QtBot, dek: Dek, maak_intake: Callable[..., str], schermen: dict[str, QScreen]
) -> Tafel:
    """A talk on the klantmanager's screen, opened by the room itself."""
    ruimte = dek().ruimte
    ruimte.setGeometry(schermen["klantmanager"].geometry())
    qtbot.waitUntil(lambda: ruimte.screen() is schermen["klantmanager"])
    ruimte.toon_intake(maak_intake())
    QApplication.processEvents()
    return Tafel(qtbot, ruimte)


def test_each_has_a_screen_of_his_own(
    qtbot: QtBot, tafel: Tafel, schermen: dict[str, QScreen]
) -> None:
    tolk = tolk_van(qtbot, tafel)
    assert tolk.venster.isFullScreen()
    client, eigen = tafel.client.venster, tafel.ruimte
    plekken = [venster.geometry() for venster in (tolk.venster, client, eigen)]
    for n, plek in enumerate(plekken):
        assert not any(plek.intersects(ander) for ander in plekken[n + 1 :])
    assert tafel.ruimte.isActiveWindow(), "the keyboard stays with the klantmanager"


def test_alone_on_the_second_screen_when_the_client_does_not_use_it(
    qtbot: QtBot, tafel: Tafel, schermen: dict[str, QScreen]
) -> None:
    plek = tafel.client.venster.geometry()
    tafel.client.venster.hide()
    tolk = tolk_van(qtbot, tafel)
    assert tolk.venster.geometry() == plek
