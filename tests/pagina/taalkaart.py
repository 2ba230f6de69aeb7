"""The choice of the interface language in the settings, as a user meets it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Toepassing
from desktop.views.instellingen.scherm import Instellingenscherm


class Taalpagina:
    """Page object over the settings of a running program; opens them when needed."""

    def __init__(self, qtbot: QtBot, toepassing: Toepassing) -> None:
        self.qtbot, self._app = qtbot, toepassing

    @property
    def scherm(self) -> Instellingenscherm:
        """The settings of now: after a switch it is another one."""
        ruimte = self._app.werkruimte
        assert ruimte is not None
        if ruimte.instellingen is None or not ruimte.instellingen.isVisible():
            ruimte.toon_instellingen()
        assert ruimte.instellingen is not None
        return ruimte.instellingen

    @property
    def titel(self) -> str:
        return next(
            label.text()
            for label in self.scherm.findChildren(QLabel)
            if label.property("soort") == "titel"
        )

    @property
    def gekozen(self) -> str:
        return self.scherm.taalkaart.keuze.currentText()

    def kies(self, naam: str) -> None:
        """Chooses with the keyboard, and waits until the windows speak it."""
        oud = self._app.werkruimte
        keuze = self.scherm.taalkaart.keuze
        keuze.setFocus()
        stap = keuze.findText(naam) - keuze.currentIndex()
        self.qtbot.keyClick(keuze, Qt.Key.Key_Down if stap > 0 else Qt.Key.Key_Up)
        self.qtbot.waitUntil(lambda: self._app.werkruimte is not oud)
        self.qtbot.waitUntil(lambda: self.scherm.isVisible())

    def typ_wachtzin(self, tekst: str) -> None:
        """Types in the field of the new passphrase."""
        self.qtbot.keyClicks(self.scherm.wachtzin.nieuwe, tekst)

    @property
    def getypte_wachtzin(self) -> str:
        return self.scherm.wachtzin.nieuwe.text()

    def terug(self) -> None:
        self.qtbot.mouseClick(self.scherm.knop_terug, Qt.MouseButton.LeftButton)
