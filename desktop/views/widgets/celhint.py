"""A cell or a heading of a table that is too narrow for its text says all of it in a hint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QToolTip

RAND = 16
"""Room left and right of the text in a cell."""


class Celhint(QObject):
    """Shows the hints of one table; a hint of the model itself goes before them."""

    def __init__(self, tabel: QTableView) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        tabel.setProperty("celhint", True)
        tabel.viewport().installEventFilter(self)
        tabel.horizontalHeader().viewport().installEventFilter(self)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() != QEvent.Type.ToolTip or not isinstance(gebeurtenis, QHelpEvent):
            return False
        if doel is self._tabel.viewport():
            tekst, past = self._cel(self._tabel.indexAt(gebeurtenis.pos()))
        else:
            tekst, past = self._kop(self._tabel.horizontalHeader().logicalIndexAt(gebeurtenis.x()))
        if past:
            return False
        QToolTip.showText(gebeurtenis.globalPos(), tekst, self._tabel)
        return True

    def _cel(self, plek: QModelIndex) -> tuple[str, bool]:
        if not plek.isValid() or plek.data(Qt.ItemDataRole.ToolTipRole):
            return "", True
        tekst, nodig = str(plek.data() or ""), RAND
        if plek.data(Qt.ItemDataRole.DecorationRole):
            optie = QStyleOptionViewItem()
            self._tabel.initViewItemOption(optie)
            nodig += optie.decorationSize.width() + RAND // 2
        nodig += self._tabel.fontMetrics().horizontalAdvance(tekst)
        return tekst, nodig <= self._tabel.visualRect(plek).width()

    def _kop(self, kolom: int) -> tuple[str, bool]:
        kop = self._tabel.horizontalHeader()
        tekst = str(self._tabel.model().headerData(kolom, Qt.Orientation.Horizontal) or "")
        return tekst, kop.fontMetrics().horizontalAdvance(tekst) + RAND <= kop.sectionSize(kolom)
