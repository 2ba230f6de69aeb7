"""The client's window alone, with the real questions and the real translations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import catalogi
from desktop.models.catalogus import Taal
from desktop.models.prompts import Prompts, Schrijfwijze
from desktop.models.vragen import Vragenlijst
from desktop.views import stijl
from desktop.views.client import knop
from desktop.views.client.venster import Clientvenster
from desktop.views.widgets.pictogram import PictogramRegister
from tests.views.client.schermen import TALEN, Scherm, alle_schermen


class Handklok:
    """What the bounce guard looks at; the test moves it."""

    def __init__(self) -> None:
        self.nu = 1000.0

    def monotonic(self) -> float:
        return self.nu

    def wacht(self, seconden: float = 1.0) -> None:
        """So long passes before the next touch."""
        self.nu += seconden


@pytest.fixture(scope="session")
def letters(qapp: QApplication) -> None:
    """Kurinto Sans, as every window has it."""
    stijl.laad_letters()


@pytest.fixture(scope="session")
def talen() -> dict[str, Taal]:
    return dict(catalogi.talen())


@pytest.fixture(scope="session")
def schermteksten() -> Mapping[str, Mapping[str, Any]]:
    return catalogi.schermteksten()


@pytest.fixture(scope="session")
def prompts(talen: dict[str, Taal]) -> dict[str, Prompts]:
    """The prompts of all languages, from the real catalogues."""

    def maak(naam: str) -> Prompts:
        tag, _, schrift = naam.partition("/")
        return Prompts(
            talen[tag],
            catalogi.catalogus(tag),
            catalogi.schermteksten(),
            Schrijfwijze(schrift),
        )

    return {naam: maak(naam) for naam in TALEN}


@pytest.fixture(scope="session")
def schermen(lijst: Vragenlijst, prompts: dict[str, Prompts]) -> dict[str, tuple[Scherm, ...]]:
    """Every page of every question, in each language."""
    return {tag: tuple(alle_schermen(lijst, prompts[tag])) for tag in TALEN}


@pytest.fixture(scope="session")
def register(qapp: QApplication) -> PictogramRegister:
    return PictogramRegister()


@pytest.fixture
def klok_van_de_hand(monkeypatch: pytest.MonkeyPatch) -> Handklok:
    """Touches are as far apart as the test says."""
    klok = Handklok()
    monkeypatch.setattr(knop, "time", SimpleNamespace(monotonic=klok.monotonic))
    return klok


@pytest.fixture
def venster(qtbot: QtBot, register: PictogramRegister, letters: None) -> Iterator[Clientvenster]:
    """The window, on the screen and in front."""
    venster = Clientvenster(register)
    qtbot.addWidget(venster)
    venster.resize(1366, 768)
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    yield venster
    venster.mag_sluiten = True


@pytest.fixture
def toon(
    venster: Clientvenster,
    prompts: dict[str, Prompts],
    schermen: dict[str, tuple[Scherm, ...]],
) -> Callable[..., Scherm]:
    """Shows the page whose name begins like this."""

    def doe(naam: str, taal: str = "nl") -> Scherm:
        scherm = next(s for s in schermen[taal] if s.naam.startswith(naam))
        venster.toon(scherm.beeld, prompts[taal])
        return scherm

    return doe
