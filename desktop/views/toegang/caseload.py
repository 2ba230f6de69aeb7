"""Which dossiers to hand over: a list with a tick for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.store.toegang import Caseloadregel
from desktop.taal import _, meervoud
from desktop.views.widgets.indeling import regel

_Plek = QModelIndex | QPersistentModelIndex
RIJEN = 8
RIJHOOGTE = 40


class Caseloadmodel(QAbstractListModel):
    """The dossiers of one klantmanager, with a tick."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.regels: list[Caseloadregel] = []
        self.gekozen: set[str] = set()

    def zet(self, regels: Sequence[Caseloadregel]) -> None:
        """Shows these; ticks of dossiers that are still there stay."""
        self.beginResetModel()
        self.regels = list(regels)
        self.gekozen &= {r.id for r in regels}
        self.endResetModel()

    def kies_alles(self, aan: bool) -> None:
        """Ticks all, or none."""
        self.gekozen = {r.id for r in self.regels} if aan else set()
        if self.regels:
            self.dataChanged.emit(self.index(0), self.index(len(self.regels) - 1))

    def rowCount(self, parent: _Plek = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.regels)

    def data(self, index: _Plek, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wie = self.regels[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _("{naam}  ·  {nummer}").format(naam=wie.naam, nummer=wie.nummer)
        if role == Qt.ItemDataRole.CheckStateRole:
            aan = wie.id in self.gekozen
            return Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked
        return None

    def wissel(self, index: _Plek) -> None:
        """Ticks a dossier, or takes the tick away."""
        self.gekozen ^= {self.regels[index.row()].id}
        self.dataChanged.emit(index, index)


class _Vinklijst(QListView):
    """A click anywhere on a line, or the space bar, changes its tick."""

    gewisseld = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clicked.connect(self.gewisseld)

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.gewisseld.emit(self.currentIndex())
            return
        super().keyPressEvent(toets)


class Caseloadlijst(QWidget):
    """Space or a click ticks a dossier. `gekozen`: other ones are ticked now."""

    gekozen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        boven = QHBoxLayout()
        self.alles = QCheckBox(_("Alle dossiers"), self)
        self.alles.clicked.connect(self._kies_alles)
        self.telling = regel("", "zacht", self)
        self.telling.setWordWrap(False)
        boven.addWidget(self.alles)
        boven.addStretch()
        boven.addWidget(self.telling)
        blad.addLayout(boven)
        self.model = Caseloadmodel(self)
        self.model.dataChanged.connect(self._na_keuze)
        self.lijst = _Vinklijst(self)
        self.lijst.setModel(self.model)
        self.lijst.setAccessibleName(_("Dossiers om over te dragen"))
        self.lijst.setProperty("soort", "vinken")
        self.lijst.setUniformItemSizes(True)
        self.lijst.setFixedHeight(RIJEN * RIJHOOGTE)
        self.lijst.gewisseld.connect(self.model.wissel)
        blad.addWidget(self.lijst)
        self.leeg = regel(_("Hier staan nog geen dossiers."), "zacht", self)
        blad.addWidget(self.leeg)

    @property
    def gekozen_ids(self) -> list[str]:
        """The ticked dossiers, by name."""
        return [r.id for r in self.model.regels if r.id in self.model.gekozen]

    def toon(self, regels: Sequence[Caseloadregel]) -> None:
        """Shows the dossiers of one klantmanager."""
        self.model.zet(regels)
        for widget in (self.alles, self.lijst, self.telling):
            widget.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
        self._na_keuze()

    def _kies_alles(self, aan: bool) -> None:
        self.model.kies_alles(aan)

    def _na_keuze(self) -> None:
        n, totaal = len(self.model.gekozen), len(self.model.regels)
        self.alles.setChecked(totaal > 0 and n == totaal)
        self.telling.setText(meervoud("{aantal} gekozen", "{aantal} gekozen", n))
        self.gekozen.emit()
