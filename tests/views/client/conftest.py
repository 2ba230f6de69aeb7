"""The client's window alone, with the real questions and the real translations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import bronnen
from desktop.models.catalogus import Taal, talen_uit
from desktop.models.prompts import Prompts, Vertaalstatus, Vertaling
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
    return {taal.tag: taal for taal in talen_uit(bronnen.toml("i18n", "talen.toml"))}


@pytest.fixture(scope="session")
def schermteksten() -> dict[str, dict[str, str]]:
    return {tekst["code"]: tekst for tekst in bronnen.toml("vragen", "scherm.toml")["tekst"]}


@pytest.fixture(scope="session")
def prompts(talen: dict[str, Taal], schermteksten: dict[str, dict[str, str]]) -> dict[str, Prompts]:
    """The prompts of the four languages, from the real catalogues."""

    def maak(tag: str) -> Prompts:
        po = [] if tag == "nl" else bronnen.po("i18n", tag, "LC_MESSAGES", "vragen.po")
        vertalingen = {
            context: Vertaling(bron, tekst, onzeker, Vertaalstatus(status))
            for context, bron, tekst, onzeker, status in po
        }
        return Prompts(talen[tag], vertalingen, schermteksten)

    return {tag: maak(tag) for tag in TALEN}


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
