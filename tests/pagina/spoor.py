"""The trail as a user reads it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.spoor import Spoorfilter
from desktop.views.spoor.model import Kolom
from desktop.views.spoor.scherm import Spoorscherm


class Spoorpagina:
    """Page object over the trail."""

    def __init__(self, qtbot: QtBot, scherm: Spoorscherm) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    def gereed(self) -> Spoorpagina:
        """Waits until what was asked for is there."""
        self.qtbot.waitUntil(lambda: self.onderregel != "Even wachten…")
        return self

    @property
    def regels(self) -> list[tuple[str, ...]]:
        """(who, what was done, to what, more) for each line."""
        kolommen = (Kolom.WIE, Kolom.GEDAAN, Kolom.WAARVAN, Kolom.MEER)
        return [
            tuple(self.cel(n, kolom) for kolom in kolommen)
            for n in range(self.scherm.model.rowCount())
        ]

    def cel(self, rij: int, kolom: Kolom) -> str:
        model = self.scherm.model
        return str(model.data(model.index(rij, kolom)))

    @property
    def onderregel(self) -> str:
        return self.scherm.onderregel.text()

    def filter(self, soort: Spoorfilter) -> None:
        """Presses a filter, and waits for its lines."""
        self.qtbot.mouseClick(self.scherm.filters[soort], Qt.MouseButton.LeftButton)
        self.gereed()

    def kies(self, rij: int) -> None:
        """Puts the cursor on a line."""
        self.scherm.tabel.setCurrentIndex(self.scherm.model.index(rij, 0))
