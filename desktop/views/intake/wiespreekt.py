"""Per question: who will say it to the client, and how good its translation is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.models.geluidsbeeld import uiting_van
from desktop.models.prompts import Vertaalstatus
from desktop.models.spraak import Spraakbron
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek

_Plek = QModelIndex | QPersistentModelIndex
HOOG = 240
RUIM, BREED = 72, 208
"""Pixels: the narrowest column, and that of a sentence."""


@dataclass(frozen=True)
class Spreekregel:
    """One question that the client sees."""

    code: str
    vraag: str
    bron: Spraakbron
    vertaling: Vertaalstatus


Sprekers = Sequence[Spreekregel]


def sprekers_van(gesprek: Gesprek) -> Sprekers:
    """Who speaks, for every question that is put on the client's screen in this talk."""
    keuze, werkplek = gesprek.stand.taalkeuze, gesprek.werkplek
    gelezen, gehoord = werkplek.prompts_voor(keuze), werkplek.prompts(keuze.spraaktaal)
    uit = []
    for code in gesprek.stand.gang:
        vraag = gesprek.lijst.vragen[code]
        if not vraag.voor_client:
            continue
        tekst = gelezen.tekst(vraag.context, vraag.tekst)
        uiting = uiting_van(code, tekst, gehoord, keuze)
        bron = werkplek.spreker.bron(uiting) if uiting is not None else Spraakbron.NIEMAND
        uit.append(Spreekregel(code, vraag.tekst, bron, tekst.status))
    return uit


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rijen: Sprekers = ()

    def zet(self, rijen: Sprekers) -> None:
        self.beginResetModel()
        self._rijen = rijen
        self.endResetModel()

    def rowCount(self, parent: _Plek = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rijen)

    def columnCount(self, parent: _Plek = QModelIndex()) -> int:  # noqa: B008
        return 4

    def data(self, plek: _Plek, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if rol not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        rij = self._rijen[plek.row()]
        return (rij.code, rij.vraag, woord(rij.bron), woord(rij.vertaling))[plek.column()]

    def headerData(
        self, sectie: int, kant: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if kant is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return (_("Code"), _("Vraag"), _("Wie leest voor"), _("Vertaling"))[sectie]
        return None


class Wiespreektlijst(QTableView):
    """The list; read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setAccessibleName(_("Per vraag wie haar voorleest"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setMinimumHeight(HOOG)
        self.setTabKeyNavigation(False)
        kop = self.horizontalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        kop.setHighlightSections(False)
        kop.setMinimumSectionSize(RUIM)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for kolom in (2, 3):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.Interactive)
            kop.resizeSection(kolom, BREED)

    def toon(self, rijen: Sprekers) -> None:
        """Shows these questions."""
        self._model.zet(rijen)
