"""The sheet of one dossier as a user reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.dossiers.dossierblad import Dossierblad


class Dossierbladpagina:
    """Page object over the sheet."""

    def __init__(self, qtbot: QtBot, scherm: Dossierblad) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    @property
    def naam(self) -> str:
        return self.scherm.naam.text()

    @property
    def onder_naam(self) -> str:
        return self.scherm.onder_naam.text()

    @property
    def woorden(self) -> list[str]:
        """Every text on the sheet, and every spoken name."""
        uit = []
        for w in self.scherm.findChildren(QWidget):
            if not w.isVisibleTo(self.scherm):
                continue
            if isinstance(w, QLabel | QPushButton) and w.text():
                uit.append(w.text())
            uit += [t for t in (w.accessibleName(), w.accessibleDescription(), w.toolTip()) if t]
        return uit

    def _labels(self, tekst: str) -> list[QLabel]:
        return [
            w
            for w in self.scherm.kaarten.findChildren(QLabel)
            if w.isVisibleTo(self.scherm) and w.text() == tekst
        ]

    def feit(self, wat: str) -> str:
        """What the sheet says beside this word."""
        # A card that was built anew shows when the event loop has laid it out.
        self.qtbot.waitUntil(lambda: len(self._labels(wat)) == 1)
        (links,) = self._labels(wat)
        rooster = links.parentWidget().layout()
        plek = rooster.getItemPosition(rooster.indexOf(links))
        rechts = rooster.itemAtPosition(plek[0], plek[1] + 1).widget()
        assert isinstance(rechts, QLabel)
        return rechts.text()

    @property
    def volgende(self) -> str:
        """The button with the next step."""
        return self.scherm.knop_volgende.text()

    def druk_op_volgende(self) -> None:
        self.qtbot.mouseClick(self.scherm.knop_volgende, Qt.MouseButton.LeftButton)

    def wijzig(self) -> None:
        self.qtbot.mouseClick(self.scherm.knop_wijzig, Qt.MouseButton.LeftButton)
