"""The folder where papers go: typed or chosen, and remembered on this laptop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desktop.taal import _
from desktop.views.documenten import ONTHOUDEN_MAP
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop


class Mapkeuze(QWidget):
    """A line with the folder, and a button to choose another one."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        self.veld = QLineEdit(self)
        self.veld.setAccessibleName(_("Map waarin de papieren komen"))
        self.kies = knop(_("Andere map"), "gewoon", self)
        self.kies.clicked.connect(self._kies)
        rij.addWidget(self.veld, 1)
        rij.addWidget(self.kies)
        self.lees()

    def lees(self) -> None:
        """The folder that was used last, on whichever sheet."""
        standaard = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self.veld.setText(self._werkplek.store.lokaal(ONTHOUDEN_MAP) or standaard)

    @property
    def map(self) -> Path:
        """The folder; `~` is the home folder, `~nobody` a folder that is not there."""
        map_ = Path(self.veld.text().strip())
        try:
            return map_.expanduser()
        except RuntimeError:
            return map_

    def onthoud(self, map_: Path) -> None:
        """A paper was kept there; when the program locked meanwhile nobody remembers it."""
        if not self._werkplek.store.op_slot:
            self._werkplek.store.onthoud(ONTHOUDEN_MAP, str(map_))

    def _kies(self) -> None:
        gekozen = QFileDialog.getExistingDirectory(
            self, _("Kies een map voor de papieren"), self.veld.text()
        )
        if gekozen:
            self.veld.setText(gekozen)
