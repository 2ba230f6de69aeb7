"""A coupled workplace with a stand-in for the centre, and a clock for the rhythm."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop.app import Toepassing
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.store.store import Store
from desktop.sync.aanmelding import lease
from desktop.sync.gekoppeld import VERBINDING
from desktop.sync.ritme import Ritme, Ritmebeleid
from desktop.views.sync import draad as draadmodule
from desktop.views.sync.draad import NAAM, Syncdraad
from desktop.views.werkplek import Werkplek
from tests.views.sync.nep import Nepsync

BELEID = Ritmebeleid(
    elke=300,
    na_openen=4,
    na_wijziging=5,
    na_stop=900,
    eerste_terugval=30,
    langste_terugval=900,
    spreiding=0.0,
)


class Tijd:
    """The clock of the rhythm, in seconds."""

    def __init__(self) -> None:
        self.nu = 1000.0

    def __call__(self) -> float:
        return self.nu


def draden() -> list[threading.Thread]:
    """Threads of rounds that are alive."""
    return [d for d in threading.enumerate() if d.name == NAAM]


@pytest.fixture(autouse=True)
def _geen_draad_over() -> Iterator[None]:
    """Whatever a test does, no thread stays behind."""
    yield
    for d in draden():
        d.join(5)
    assert draden() == []


@pytest.fixture
def tijd() -> Tijd:
    return Tijd()


@pytest.fixture
def nep(store: Store) -> Iterator[Nepsync]:
    """The stand-in, of a laptop that is coupled."""
    store.onthoud(VERBINDING, "{}")
    nep = Nepsync(store)
    yield nep
    nep.laat_door()


@pytest.fixture
def draad(werkplek: Werkplek, nep: Nepsync, tijd: Tijd) -> Iterator[Syncdraad]:
    """The maker of rounds, not yet begun."""
    draad = Syncdraad(werkplek, maak=lambda _store: nep, ritme=Ritme(BELEID), klok=tijd)
    werkplek.draad = draad
    yield draad
    nep.laat_door()
    draad.los()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def begonnen(qtbot: QtBot, draad: Syncdraad) -> Syncdraad:
    """The same, begun; no round was made yet."""
    with qtbot.waitSignal(draad.stand):
        draad.begin()
    return draad


# The whole program


@pytest.fixture
def _goedkope_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", (time.time, TEST_PARAMETERS))


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    map_ = tmp_path / "programma"
    map_.mkdir()
    return map_


@pytest.fixture
def nepjes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Nepsync]]:
    """Every stand-in that the program made, the last one last."""
    gemaakt: list[Nepsync] = []

    def maak(store: Store) -> Nepsync:
        if not gemaakt or gemaakt[-1].store is not store:
            gemaakt.append(Nepsync(store))
            gemaakt[-1].zet(lease=lease(store))
        return gemaakt[-1]

    monkeypatch.setattr(draadmodule, "_maak", maak)
    yield gemaakt
    for nep in gemaakt:
        nep.laat_door()


@pytest.fixture
def start(
    qtbot: QtBot, map_: Path, nepjes: list[Nepsync], _goedkope_argon2: None
) -> Iterator[Callable[[], Toepassing]]:
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
    for nep in nepjes:
        nep.laat_door()
    QThreadPool.globalInstance().waitForDone()
    for toepassing in gestart:
        toepassing.venster.close()
