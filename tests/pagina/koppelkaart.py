"""The card that couples a laptop, as a user fills it in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.instellingen.koppeling import Koppelkaart
from tests.pagina.toegankelijk import gesproken_toelichting


class Koppelpagina:
    """Page object over the card. A field goes by its name."""

    def __init__(self, qtbot: QtBot, kaart: Koppelkaart) -> None:
        self.qtbot = qtbot
        self.kaart = kaart

    def invoer(self, naam: str) -> QLineEdit:
        invoer = self.kaart.velden[naam].invoer
        assert isinstance(invoer, QLineEdit)
        return invoer

    def typ(self, naam: str, tekst: str) -> Koppelpagina:
        invoer = self.invoer(naam)
        assert invoer.isVisible(), f"{naam} is not to be seen"
        invoer.setFocus()
        invoer.selectAll()
        self.qtbot.keyClick(invoer, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(invoer, tekst)
        return self

    def plak(self, tekst: str) -> Koppelpagina:
        """Pastes in the field for the line."""
        QApplication.clipboard().setText(tekst)
        invoer = self.invoer("regel")
        invoer.setFocus()
        invoer.selectAll()
        self.qtbot.keyClick(invoer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        return self

    def klik(self, tekst: str) -> Koppelpagina:
        (knop,) = [
            k for k in self.kaart.findChildren(QPushButton) if k.text() == tekst and k.isVisible()
        ]
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
        return self

    @property
    def knoppen(self) -> list[str]:
        return [k.text() for k in self.kaart.findChildren(QPushButton) if k.isVisible()]

    @property
    def waarden(self) -> dict[str, str]:
        """What stands in every field that is to be seen."""
        return {
            naam: veld.tekst for naam, veld in self.kaart.velden.items() if veld.invoer.isVisible()
        }

    @property
    def zinnen(self) -> dict[str, str]:
        """Every field with a sentence; it must be spoken with the field too."""
        uit = {}
        for naam, veld in self.kaart.velden.items():
            if veld.fout.isVisible():
                assert gesproken_toelichting(veld.invoer) == veld.fout.text()
                uit[naam] = veld.fout.text()
        return uit

    @property
    def melding(self) -> str:
        return next((w.text() for w in (self.kaart.fout, self.kaart.klaar) if w.isVisible()), "")

    @property
    def veld_met_focus(self) -> str:
        nu = QApplication.focusWidget()
        return next((n for n, v in self.kaart.velden.items() if v.invoer is nu), "")
