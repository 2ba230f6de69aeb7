"""The recordings of one language as an item model."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.models.catalogus import Taal
from desktop.models.opnamewerk import Lijstregel
from desktop.taal import _
from desktop.views.stijl import kleuren

Index = QModelIndex | QPersistentModelIndex
_WORTEL = QModelIndex()


class Kolom(enum.IntEnum):
    """Columns of the list."""

    TEKST = 0
    SPREKER = 1
    DAG = 2
    STAND = 3


class Opnamemodel(QAbstractTableModel):
    """One line for each reading, wherever it is used."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._regels: Sequence[Lijstregel] = ()
        self._rtl = False

    def laad(self, regels: Sequence[Lijstregel], taal: Taal) -> None:
        """Shows these."""
        self.beginResetModel()
        self._regels, self._rtl = regels, taal.rechts_naar_links
        self.endResetModel()

    def regel(self, rij: int) -> Lijstregel | None:
        """The reading in a row."""
        return self._regels[rij] if 0 <= rij < len(self._regels) else None

    def rij_van(self, id_: str) -> int:
        """Where a recording stands; -1 when it is gone."""
        return next((n for n, r in enumerate(self._regels) if id_ in r.ids), -1)

    def rowCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(self._regels)

    def columnCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(Kolom)

    def headerData(
        self, sectie: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if richting is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return (_("Voorgelezen tekst"), _("Spreker"), _("Dag"), _("Stand"))[sectie]
        return None

    def data(self, plek: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        regel_ = self.regel(plek.row())
        if regel_ is None:
            return None
        kolom = Kolom(plek.column())
        if rol == Qt.ItemDataRole.DisplayRole:
            return self._cel(regel_, kolom)
        if rol == Qt.ItemDataRole.ToolTipRole and kolom is Kolom.TEKST:
            return regel_.eerste.tekst
        if rol == Qt.ItemDataRole.ForegroundRole and kolom is Kolom.STAND and regel_.verouderd:
            return QColor(kleuren().aandacht)
        if rol == Qt.ItemDataRole.TextAlignmentRole and kolom is Kolom.TEKST and self._rtl:
            return (
                Qt.AlignmentFlag.AlignRight
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.AlignmentFlag.AlignAbsolute
            )
        return None

    def _cel(self, regel_: Lijstregel, kolom: Kolom) -> str:
        o = regel_.eerste
        match kolom:
            case Kolom.TEKST:
                return o.tekst
            case Kolom.SPREKER:
                return f"{o.spreker} ({_(o.dialect)})" if o.dialect else o.spreker
            case Kolom.DAG:
                return f"{o.opgenomen_op:%d-%m-%Y}"
            case Kolom.STAND:
                return _("Verouderd") if regel_.verouderd else _("Goed")
