"""The trail as a table that grows when somebody scrolls."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.models.spoor import Spoorregel
from desktop.models.spoorwoorden import KORT, bijzonderheden, gedaan, laptop, waarvan
from desktop.models.tijdzone import AMSTERDAM
from desktop.taal import _
from desktop.views import stijl

_Plek = QModelIndex | QPersistentModelIndex
TUSSEN = "  ·  "


class Kolom(enum.IntEnum):
    """The columns, in order. `DOSSIER` only in the trail of a whole gemeente."""

    WANNEER = 0
    WIE = 1
    GEDAAN = 2
    WAARVAN = 3
    MEER = 4
    LAPTOP = 5
    DOSSIER = 6


class Spoormodel(QAbstractTableModel):
    """Shows what was fetched; `meer` is called when the end comes in sight and there is more."""

    def __init__(self, meer: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._meer = meer
        self.regels: list[Spoorregel] = []
        self.is_er_meer = False
        self.nummers: Mapping[str, str] = {}
        """Dossier numbers by id, as far as they are on this laptop."""

    def leeg(self) -> None:
        """Nothing any more."""
        self.beginResetModel()
        self.regels, self.is_er_meer = [], False
        self.endResetModel()

    def voeg_toe(self, regels: list[Spoorregel], *, is_er_meer: bool) -> None:
        """The next page."""
        begin = len(self.regels)
        if regels:
            self.beginInsertRows(QModelIndex(), begin, begin + len(regels) - 1)
            self.regels += regels
            self.endInsertRows()
        self.is_er_meer = is_er_meer

    def rowCount(self, parent: _Plek = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.regels)

    def columnCount(self, parent: _Plek = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Kolom)

    def canFetchMore(self, parent: _Plek) -> bool:
        return not parent.isValid() and self.is_er_meer

    def fetchMore(self, parent: _Plek) -> None:
        self._meer()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Kolom.WANNEER: _("Wanneer"),
            Kolom.WIE: _("Wie"),
            Kolom.GEDAAN: _("Gedaan"),
            Kolom.WAARVAN: _("Waarvan"),
            Kolom.MEER: _("Onderdeel of reden"),
            Kolom.LAPTOP: _("Laptop"),
            Kolom.DOSSIER: _("Dossier"),
        }[Kolom(section)]

    def data(self, index: _Plek, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        regel, kolom = self.regels[index.row()], Kolom(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tekst(regel, kolom)
        if role == Qt.ItemDataRole.ToolTipRole and kolom is Kolom.MEER and regel.reden:
            # A tool tip takes what looks like mark-up for mark-up.
            return f"<qt>{escape(regel.reden)}</qt>"
        if role == Qt.ItemDataRole.ForegroundRole and kolom in (Kolom.LAPTOP, Kolom.DOSSIER):
            return QColor(stijl.kleuren().inkt_zacht)
        return None

    def tekst(self, regel: Spoorregel, kolom: Kolom) -> str:
        """What stands in one cell."""
        match kolom:
            case Kolom.WANNEER:
                return f"{regel.moment.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
            case Kolom.WIE:
                return regel.wie or _("onbekend")
            case Kolom.GEDAAN:
                return gedaan(regel.soort)
            case Kolom.WAARVAN:
                return waarvan(regel)
            case Kolom.MEER:
                return TUSSEN.join((*bijzonderheden(regel), *filter(None, (regel.reden,))))
            case Kolom.LAPTOP:
                return laptop(regel)
            case Kolom.DOSSIER:
                kort = _("dossier {kenmerk}").format(kenmerk=regel.dossier[:KORT])
                return self.nummers.get(regel.dossier, kort) if regel.dossier else ""
