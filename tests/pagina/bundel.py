"""A card of changes that wait for a decision, as a user reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.sync.bundel import Bundelkaart


class Bundelpagina:
    """Page object over one card."""

    def __init__(self, qtbot: QtBot, kaart: Bundelkaart) -> None:
        self.qtbot = qtbot
        self.kaart = kaart

    @property
    def titel(self) -> str:
        return self.kaart.titel

    @property
    def waarom(self) -> str:
        return self.kaart.waarom.text()

    @property
    def regels(self) -> list[tuple[str, ...]]:
        """What was changed, and what it became, of each gesture that is shown."""
        return [(r.onderwerp.text(), *(w.text() for w in r.waarden)) for r in self.kaart.regels]

    @property
    def knoppen(self) -> list[str]:
        return [k.text() for k in self.kaart.knoppen if k.isVisible()]

    @property
    def fout(self) -> str:
        return self.kaart.fout.text() if self.kaart.fout.isVisible() else ""

    def vink(self, n: int) -> None:
        """A click on the words of a gesture, which are its tick's."""
        self.qtbot.mouseClick(self.kaart.regels[n].onderwerp, Qt.MouseButton.LeftButton)

    def klik(self, tekst: str) -> None:
        (knop,) = [k for k in self.kaart.findChildren(QPushButton) if k.text() == tekst]
        self.qtbot.waitUntil(knop.isVisible)
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
