"""The program over a folder of its own, with its window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop.app import Toepassing
from desktop.bronnen import toml
from desktop.models.catalogus import gemeenten_uit
from desktop.store.bestanden import SLEUTEL as SLEUTELBESTAND
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.views.slot.scherm import Slotscherm
from tests.pagina.slot import Slotpagina


@pytest.fixture(autouse=True)
def _goedkope_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    """A first start would take half a second; its cost is measured in tests/store."""
    standaard = (time.time, TEST_PARAMETERS)
    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", standaard)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The folder with the data."""
    map_ = tmp_path / "gegevens"
    map_.mkdir()
    return map_


@pytest.fixture
def slotscherm(qtbot: QtBot, map_: Path) -> Callable[[], Slotpagina]:
    """Shows a lock screen over the folder, without the program behind it."""

    def maak() -> Slotpagina:
        scherm = Slotscherm(map_ / SLEUTELBESTAND, lambda: gemeenten_uit(toml("gemeenten.toml")))
        qtbot.addWidget(scherm)
        scherm.resize(960, 720)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)
        return Slotpagina(qtbot, scherm)

    return maak


@pytest.fixture
def start(qtbot: QtBot, map_: Path) -> Iterator[Callable[[], Toepassing]]:
    """Starts the program; each call is a start."""
    gestart: list[Toepassing] = []

    def maak() -> Toepassing:
        toepassing = Toepassing(map_)
        gestart.append(toepassing)
        qtbot.addWidget(toepassing.venster)
        toepassing.toon()
        toepassing.venster.activateWindow()
        qtbot.waitUntil(toepassing.venster.isActiveWindow)
        return toepassing

    yield maak
    QThreadPool.globalInstance().waitForDone()
    for toepassing in gestart:
        toepassing.venster.close()
