"""The parts of the plan's screens, each alone in a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.pip.woordbron import Woordbron
from desktop.views.widgets.pictogram import PictogramRegister


@pytest.fixture
def toon(qtbot: QtBot) -> Callable[..., None]:
    """Puts a widget in front, so that keys and focus go where a user's would."""

    def doe(scherm: QWidget, breed: int = 900, hoog: int = 500) -> None:
        qtbot.addWidget(scherm)
        scherm.resize(breed, hoog)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)

    return doe


@pytest.fixture
def bron(qtbot: QtBot) -> Woordbron:
    """The real lists, read as the screen reads them."""
    ouder = QObject()
    bron = Woordbron(ouder)
    bron.ouder = ouder  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bron.lijst is not None)
    return bron


@pytest.fixture(scope="session")
def register(qapp: object) -> PictogramRegister:
    return PictogramRegister()
