"""The status line as a user reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.sync.statusregel import Statusregel


class Statuspagina:
    """Page object over the line at the bottom of the workroom."""

    def __init__(self, qtbot: QtBot, regel: Statusregel) -> None:
        self.qtbot = qtbot
        self.regel = regel

    @property
    def te_zien(self) -> bool:
        return self.regel.isVisible()

    @property
    def teksten(self) -> list[str]:
        """What one reads, from left to right; nothing when there is no line."""
        return [
            w.text()
            for w in self.regel.findChildren(QWidget)
            if isinstance(w, QLabel | QPushButton) and w.isVisible() and w.text()
        ]

    @property
    def contact(self) -> str:
        return self.regel.contact.text()

    @property
    def zin(self) -> str:
        return self.regel.zin.text() if self.regel.zin.isVisible() else ""

    @property
    def lampje(self) -> str:
        """`goed`, `wacht` or `let-op`."""
        return str(self.regel._lampje.property("staat"))

    @property
    def warm(self) -> bool:
        """True when the sentence stands in the colour for attention."""
        return str(self.regel.zin.property("soort")) == "klein-let-op"

    @property
    def bezig(self) -> bool:
        """True while one sees how far it is, and can stop it."""
        return self.regel.balk.isVisible() and self.regel.knop_stop.isVisible()

    @property
    def knoppen(self) -> list[str]:
        return [
            k.text() for k in self.regel.findChildren(QPushButton) if k.isVisible() and k.text()
        ]

    def klik(self, tekst: str) -> None:
        """Presses what carries this text."""
        for knop in self.regel.findChildren(QPushButton):
            if knop.isVisible() and knop.text() == tekst:
                self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"{tekst} is not on the status line: {self.knoppen}")
