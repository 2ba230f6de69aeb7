"""What still has to be read, as a list: the mark says what was read since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from desktop.models.opnamewerk import Opnamestand, Zin
from desktop.taal import _
from desktop.views.stijl import kleuren

Index = QModelIndex | QPersistentModelIndex
_WORTEL = QModelIndex()
_TEKEN = 16


def standwoord(stand: Opnamestand) -> str:
    """How a mark is said."""
    return {
        Opnamestand.ONTBREEKT: _("nog niet opgenomen"),
        Opnamestand.VEROUDERD: _("verouderd"),
        Opnamestand.GOED: _("opgenomen"),
    }[stand]


def standteken(stand: Opnamestand, dpr: float) -> QIcon:
    """An empty ring, a ring with a dot, or a tick: never the colour alone."""
    k = kleuren()
    plaat = QPixmap(round(_TEKEN * dpr), round(_TEKEN * dpr))
    plaat.setDevicePixelRatio(dpr)
    plaat.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plaat)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    midden = QPointF(_TEKEN / 2, _TEKEN / 2)
    if stand is Opnamestand.GOED:
        painter.setPen(QPen(QColor(k.goed), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(3, 8.5), QPointF(6.5, 12), QPointF(13, 4.5)])
    else:
        kleur = QColor(k.aandacht if stand is Opnamestand.VEROUDERD else k.rand_sterk)
        painter.setPen(QPen(kleur, 1.8))
        painter.drawEllipse(midden, 5.5, 5.5)
        if stand is Opnamestand.VEROUDERD:
            painter.setBrush(kleur)
            painter.drawEllipse(midden, 2, 2)
    painter.end()
    return QIcon(plaat)


class Zinnenmodel(QAbstractListModel):
    """The sentences of one sitting, in the order of the talk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zinnen: Sequence[Zin] = ()
        self._standen: dict[Zin, Opnamestand] = {}
        self._tekens: dict[Opnamestand, QIcon] = {}

    def laad(self, standen: Mapping[Zin, Opnamestand]) -> None:
        """Shows these."""
        self.beginResetModel()
        self._zinnen, self._standen = tuple(standen), dict(standen)
        self.endResetModel()

    def zet(self, zin: Zin, stand: Opnamestand) -> None:
        """A sentence was read."""
        if zin in self._standen and self._standen[zin] is not stand:
            self._standen[zin] = stand
            plek = self.index(self._zinnen.index(zin))
            self.dataChanged.emit(plek, plek)

    def zin(self, rij: int) -> Zin | None:
        """The sentence in a row."""
        return self._zinnen[rij] if 0 <= rij < len(self._zinnen) else None

    def stand(self, zin: Zin) -> Opnamestand:
        """How far a sentence is."""
        return self._standen[zin]

    @property
    def nog_open(self) -> int:
        """How many still have to be read."""
        return sum(stand is not Opnamestand.GOED for stand in self._standen.values())

    def eerste_open(self, na: int) -> int:
        """The first row after this one that still has to be read, round the end; -1 for none."""
        aantal = len(self._zinnen)
        rijen = [(na + 1 + n) % aantal for n in range(aantal)] if aantal else []
        return next(
            (r for r in rijen if self._standen[self._zinnen[r]] is not Opnamestand.GOED), -1
        )

    def rowCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(self._zinnen)

    def data(self, plek: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        zin = self.zin(plek.row())
        if zin is None:
            return None
        stand = self._standen[zin]
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return zin.nederlands
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{zin.nederlands}, {standwoord(stand)}"
        if rol == Qt.ItemDataRole.DecorationRole:
            if stand not in self._tekens:
                ouder = self.parent()
                dpr = ouder.devicePixelRatioF() if isinstance(ouder, QWidget) else 1.0
                self._tekens[stand] = standteken(stand, dpr)
            return self._tekens[stand]
        return None


class Zinnenlijst(QListView):
    """The list; Space and Enter are for the screen, which records and goes on with them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.zinnen = Zinnenmodel(self)
        self.setModel(self.zinnen)
        self.setAccessibleName(_("Zinnen om voor te lezen"))
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            toets.ignore()
            return
        super().keyPressEvent(toets)
