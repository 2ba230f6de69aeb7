"""The third screen as an interpreter meets it: two columns, a code, a word list, one form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.tolk.rijen import Rij, Rijenblad
from desktop.views.tolk.venster import Tolkvenster
from tests.pagina.toetsen import tik


class Tolkscherm:
    """Page object over the interpreter's window."""

    def __init__(self, qtbot: QtBot, venster: Tolkvenster) -> None:
        self.qtbot = qtbot
        self.venster = venster

    # Eyes

    @staticmethod
    def _rijen(blad: Rijenblad) -> tuple[Rij, ...]:
        return blad.rijen if blad.isVisible() else ()

    @property
    def code(self) -> str:
        """The large code."""
        return self.venster.code.text() if self.venster.code.isVisible() else ""

    @property
    def nederlands(self) -> list[str]:
        """The left column of what is on the table."""
        return [rij.nederlands for rij in self._rijen(self.venster.blad)]

    @property
    def eigen(self) -> list[str]:
        """The right column."""
        return [rij.eigen for rij in self._rijen(self.venster.blad)]

    @property
    def gekozen(self) -> list[str]:
        """What the client chose or said, in Dutch."""
        return [rij.nederlands for rij in self._rijen(self.venster.blad) if rij.gekozen]

    @property
    def hierna(self) -> tuple[str, str, str]:
        """Code line, Dutch and own words of what comes next."""
        rijen = self._rijen(self.venster.hierna)
        return (rijen[0].kop, rijen[0].nederlands, rijen[0].eigen) if rijen else ("", "", "")

    @property
    def woordenlijst(self) -> list[str]:
        """The words that are explained."""
        return [rij.kop.rstrip(":") for rij in self._rijen(self.venster.woorden)]

    @property
    def alles(self) -> str:
        """Everything that can be read or is spoken, wherever it stands."""
        uit = []
        for w in self.venster.findChildren(QWidget):
            if w.isVisible():
                uit += [w.accessibleName(), w.accessibleDescription(), w.toolTip()]
                uit += [w.text()] if isinstance(w, QLabel | QPushButton) else []
        return "\n".join(tekst for tekst in (*uit, self.venster.windowTitle()) if tekst)

    def foto(self) -> QImage:
        """The window, dot by dot."""
        QApplication.processEvents()
        return self.venster.grab().toImage()

    # Hands

    def klik(self, knop: QPushButton) -> None:
        assert knop.isVisible()
        assert knop.isEnabled()
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def meld(self, notitie: str = "", beter: str = "", *, welke: str = "") -> None:
        """Flags a text that is wrong, by keyboard."""
        self.klik(self.venster.klopt_niet)
        self.vul(notitie, beter, welke=welke)
        self.stuur()

    def vul(self, notitie: str, beter: str, *, welke: str = "") -> None:
        formulier = self.venster.formulier
        assert formulier.isVisible()
        if welke:
            plek = formulier.welke.findText(welke)
            assert plek >= 0, f"{welke} cannot be chosen"
            while formulier.welke.currentIndex() != plek:
                self.qtbot.keyClick(formulier.welke, Qt.Key.Key_Down)
        for veld, tekst in ((formulier.notitie, notitie), (formulier.beter, beter)):
            veld.setFocus(Qt.FocusReason.TabFocusReason)
            tik(self.qtbot, veld, tekst)

    def stuur(self) -> None:
        self.qtbot.keyClick(self.venster.formulier.beter, Qt.Key.Key_Return)
