"""The lock screen and the first start as a user meets them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.store.bestanden import SLEUTEL as SLEUTELBESTAND
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.views.slot.scherm import Slotscherm
from tests.pagina.toetsen import tik

WACHTZIN = "vier paarden in de wei"


def sleutelbestand(map_: Path) -> Sleutelbestand:
    """The key file of a folder, with the cheapest Argon2 for a new one."""
    return Sleutelbestand(map_ / SLEUTELBESTAND, parameters=TEST_PARAMETERS)


class Slotpagina:
    """Page object over the lock screen."""

    def __init__(self, qtbot: QtBot, scherm: Slotscherm) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    def typ(self, veld: QLineEdit, tekst: str) -> Slotpagina:
        """Types over what stands in the field."""
        veld.setFocus()
        veld.selectAll()
        self.qtbot.keyClick(veld, Qt.Key.Key_Delete)
        tik(self.qtbot, veld, tekst)
        return self

    def naam(self, tekst: str) -> Slotpagina:
        return self.typ(self.scherm.naam, tekst)

    def wachtzin(self, tekst: str) -> Slotpagina:
        return self.typ(self.scherm.wachtzin, tekst)

    def herhaal(self, tekst: str) -> Slotpagina:
        return self.typ(self.scherm.herhaling, tekst)

    def enter(self) -> Slotpagina:
        """Presses Enter where the cursor is."""
        wie = QApplication.focusWidget()
        assert wie is not None
        self.qtbot.keyClick(wie, Qt.Key.Key_Return)
        return self

    def klik(self) -> Slotpagina:
        self.qtbot.mouseClick(self.scherm.knop, Qt.MouseButton.LeftButton)
        return self

    def probeer(self, tekst: str) -> str:
        """Tries this passphrase; gives the sentence that comes back."""
        self.wachtzin(tekst).enter()
        self.qtbot.waitUntil(lambda: bool(self.melding))
        return self.melding

    @property
    def melding(self) -> str:
        return self.scherm.fout.text() if self.scherm.fout.isVisible() else ""

    @property
    def op_knop(self) -> str:
        return self.scherm.knop.text()

    @property
    def kan_proberen(self) -> bool:
        return self.scherm.knop.isEnabled()

    @property
    def velden(self) -> list[str]:
        """Spoken names of the fields that are asked."""
        return [
            w.accessibleName()
            for w in (*self.scherm.findChildren(QLineEdit), *self.scherm.findChildren(QComboBox))
            if w.isVisible()
        ]

    @property
    def leesbaar(self) -> str:
        """All that stands on the screen, also in fields behind dots."""
        teksten = [w.text() for w in self.scherm.findChildren(QLabel) if w.isVisible()]
        teksten += [w.text() for w in self.scherm.findChildren(QLineEdit)]
        return "\n".join(teksten)
