"""What Qt asks a list view, answered for dates on a line: where each is, and which is next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.models.termijn import Termijn
from desktop.views.termijnen.tijdlijnmaat import Maat, Plek
from desktop.views.termijnen.tijdlijnverf import AS, PUNT, RIJ, vlag_y

Plaats = QModelIndex | QPersistentModelIndex


class Lijnweergave(QListView):
    """A list view whose items stand on a line: a screen reader finds each at its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Not in the model: Qt would make a list of a tuple.
        self._lijst: list[Termijn] = []
        self._plekken: list[Plek | None] = []
        self.maat = Maat(date(2026, 1, 1), date(2027, 1, 1), 1.0)
        self._model = QStandardItemModel(self)

    @property
    def huidig(self) -> Termijn | None:
        """The date that is the current one."""
        plek = self.currentIndex()
        return self._lijst[plek.row()] if plek.isValid() else None

    def _midden(self, x: float) -> None:
        self.horizontalScrollBar().setValue(round(x - self.viewport().width() / 2))

    def visualRect(self, plek: Plaats) -> QRect:
        """The flag, or else the point: where a screen reader puts its frame."""
        if not plek.isValid() or plek.row() >= len(self._plekken):
            return QRect()
        vlag = self._plekken[plek.row()]
        if vlag is not None:
            return self._vlag(vlag)
        x = self.maat.x(self._lijst[plek.row()].wettelijk) - self.horizontalOffset()
        return QRect(round(x) - PUNT, AS - PUNT, 2 * PUNT, 2 * PUNT)

    def _vlag(self, plek: Plek) -> QRect:
        links = round(plek.links - self.horizontalOffset())
        return QRect(links, vlag_y(plek), round(plek.rechts - plek.links), RIJ - 2)

    def indexAt(self, punt: QPoint) -> QModelIndex:
        """The date whose flag or point is here; of points on one day the first."""
        for n, vlag in enumerate(self._plekken):
            if vlag is not None and self._vlag(vlag).contains(punt):
                return self._model.index(n, 0)
        for n, termijn in enumerate(self._lijst):
            x = self.maat.x(termijn.wettelijk) - self.horizontalOffset()
            if abs(punt.x() - x) <= PUNT + 2 and abs(punt.y() - AS) <= PUNT + 2:
                return self._model.index(n, 0)
        return QModelIndex()

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return 0

    def updateGeometries(self) -> None:
        """The scroll bar is ours: a list view would set it for rows."""

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def scrollTo(
        self,
        plek: Plaats,
        _hoe: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        vak, breed = self.visualRect(plek), self.viewport().width()
        if vak.isValid() and (vak.left() < 0 or vak.right() > breed):
            self._midden(vak.center().x() + self.horizontalOffset())

    def isIndexHidden(self, _plek: Plaats) -> bool:
        return False

    def setSelection(self, vak: QRect, _hoe: object) -> None:
        """The current date is the chosen one; there is no rubber band."""

    def visualRegionForSelection(self, _keuze: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def moveCursor(
        self, actie: QAbstractItemView.CursorAction, _extra: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Left and right walk from date to date, by day."""
        ga = QAbstractItemView.CursorAction
        rij, laatste = self.currentIndex().row(), self._model.rowCount() - 1
        if actie in (ga.MoveLeft, ga.MoveUp, ga.MovePrevious):
            rij -= 1
        elif actie in (ga.MoveRight, ga.MoveDown, ga.MoveNext):
            rij += 1
        elif actie is ga.MoveHome:
            rij = 0
        elif actie is ga.MoveEnd:
            rij = laatste
        return self._model.index(min(max(rij, 0), laatste), 0)
