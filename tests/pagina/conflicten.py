"""The conflict screen as a user reads and works it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.conflicten.scherm import Conflictscherm
from desktop.views.conflicten.versiekaart import Versiekaart


class Conflictpagina:
    """Page object over the screen."""

    def __init__(self, qtbot: QtBot, scherm: Conflictscherm) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    @property
    def telling(self) -> str:
        return self.scherm.telling.text()

    @property
    def lijst(self) -> list[str]:
        """Everything in the list on the left, names of dossiers too."""
        model = self.scherm.lijst.conflicten
        return [model.index(n).data() for n in range(model.rowCount())]

    @property
    def gesproken_lijst(self) -> list[str]:
        model = self.scherm.lijst.conflicten
        rol = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(n).data(rol) for n in range(model.rowCount())]

    @property
    def aangewezen(self) -> str | None:
        """Which line of the list is marked."""
        gekozen = self.scherm.lijst.selectedIndexes()
        return gekozen[0].data() if gekozen else None

    def open(self, titel: str) -> None:
        """Clicks a line of the list."""
        (n,) = [k for k, tekst in enumerate(self.lijst) if tekst == titel]
        lijst = self.scherm.lijst
        plek = lijst.visualRect(self.scherm.lijst.conflicten.index(n)).center()
        self.qtbot.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=plek)

    @property
    def titel(self) -> str:
        return self.scherm.blad.titel.text()

    @property
    def boven(self) -> str:
        """Above the title: whose dossier, which part."""
        return self.scherm.blad.onderwerp.text()

    @property
    def kaarten(self) -> list[Versiekaart]:
        return self.scherm.blad.kaarten

    def woorden(self, nummer: int) -> list[str]:
        """All words on a card."""
        return [w.text() for w in self.kaarten[nummer - 1].findChildren(QLabel) if w.text()]

    @property
    def merken(self) -> list[str]:
        """Of each card: what says that it is shown now, or was chosen."""
        return [kaart.merk.text() for kaart in self.kaarten]

    @property
    def gevolgen(self) -> list[str]:
        blad = self.scherm.blad.gevolgen
        return blad.zinnen if blad.isVisible() else []

    def kies(self, nummer: int) -> None:
        """Clicks a card."""
        self.qtbot.mouseClick(self.kaarten[nummer - 1], Qt.MouseButton.LeftButton)

    def kies_van(self, naam: str) -> None:
        """Clicks the card of this colleague."""
        (kaart,) = [k for k in self.kaarten if naam in k.beeld.wie]
        self.qtbot.mouseClick(kaart, Qt.MouseButton.LeftButton)

    def toets(self, toets: Qt.Key) -> None:
        """A key, wherever the keyboard is."""
        self.qtbot.keyClick(self.met_focus, toets)

    @property
    def met_focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def beide_kan(self) -> bool:
        return self.scherm.blad.knop_beide.isVisible()

    def houd_beide(self) -> None:
        self.qtbot.mouseClick(self.scherm.blad.knop_beide, Qt.MouseButton.LeftButton)

    @property
    def bericht(self) -> str:
        """The quiet line above the sheet."""
        return self.scherm.bericht.zin.text() if self.scherm.bericht.isVisible() else ""

    def druk_op_bericht(self) -> None:
        self.qtbot.mouseClick(self.scherm.bericht.knop, Qt.MouseButton.LeftButton)

    @property
    def leeg(self) -> bool:
        """True when nothing is left to choose."""
        return self.scherm.goed.isVisible()

    @property
    def alle_woorden(self) -> list[str]:
        """Every text that can be read on the screen now."""
        return [
            w.text()
            for w in self.scherm.findChildren(QLabel)
            if w.isVisibleTo(self.scherm) and w.text()
        ]
