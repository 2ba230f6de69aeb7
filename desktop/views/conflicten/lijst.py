"""The list on the left: what is to be chosen, by dossier."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.taal import _, meervoud
from desktop.views.conflicten.bron import Lijstregel
from desktop.views.stijl import GEWOON, KLEIN, kleuren, letter

Index = QModelIndex | QPersistentModelIndex
_WORTEL = QModelIndex()
KOPHOOGTE, RIJHOOGTE = 44, 64


class Rol(enum.IntEnum):
    """What the delegate asks for beside the text."""

    ONDERSCHRIFT = Qt.ItemDataRole.UserRole + 1
    KOP = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Kop:
    """The name of a dossier above its lines."""

    naam: str
    aantal: int


class Conflictmodel(QAbstractListModel):
    """Lines with the name of their dossier above them; a name cannot be chosen."""

    def __init__(self, *, met_koppen: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._met_koppen = met_koppen
        self._rijen: list[Kop | Lijstregel] = []

    def zet(self, regels: Sequence[Lijstregel]) -> None:
        """Shows these."""
        self.beginResetModel()
        self._rijen = []
        for _dossier, groep in groupby(regels, key=lambda regel: regel.punt.dossier):
            leden = list(groep)
            if self._met_koppen:
                naam = leden[0].punt.dossiernaam or _("Van de hele gemeente")
                self._rijen.append(Kop(naam, len(leden)))
            self._rijen += leden
        self.endResetModel()

    @property
    def regels(self) -> list[Lijstregel]:
        """All lines, from top to bottom."""
        return [rij for rij in self._rijen if isinstance(rij, Lijstregel)]

    def regel(self, index: Index) -> Lijstregel | None:
        """The line at this place; None for the name of a dossier."""
        if not index.isValid():
            return None
        rij = self._rijen[index.row()]
        return rij if isinstance(rij, Lijstregel) else None

    def index_van(self, sleutel: tuple[str, str, str]) -> QModelIndex:
        """Where a conflict stands; not valid when it is not there."""
        for n, rij in enumerate(self._rijen):
            if isinstance(rij, Lijstregel) and rij.punt.sleutel == sleutel:
                return self.index(n)
        return QModelIndex()

    def rowCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(self._rijen)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.regel(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        rij = self._rijen[index.row()]
        if isinstance(rij, Kop):
            return self._kop(rij, rol)
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return rij.titel
        if rol == Rol.ONDERSCHRIFT:
            return rij.onderwerp
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return _("{naam}, {onderwerp}, {titel}").format(
                naam=rij.punt.dossiernaam, onderwerp=rij.onderwerp, titel=rij.titel
            )
        return None

    def _kop(self, kop: Kop, rol: int) -> Any:
        if rol == Qt.ItemDataRole.DisplayRole:
            return kop.naam
        if rol == Rol.KOP:
            return str(kop.aantal)
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return _("{naam}: {telling}").format(
                naam=kop.naam,
                telling=meervoud("{aantal} verschil", "{aantal} verschillen", kop.aantal),
            )
        return None


class Conflictlijst(QListView):
    """Goes from line to line. `geopend`: the user went to a line; `naar_kaarten`: Enter."""

    geopend = Signal(object)
    naar_kaarten = Signal()

    def __init__(self, *, met_koppen: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._bezig = False
        self.conflicten = Conflictmodel(met_koppen=met_koppen, parent=self)
        self.setModel(self.conflicten)
        self.setItemDelegate(Conflicttekenaar(self))
        self.setAccessibleName(_("Wat er te kiezen is"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._naar)

    @property
    def regels(self) -> list[Lijstregel]:
        """All lines, from top to bottom."""
        return self.conflicten.regels

    def zet(self, regels: Sequence[Lijstregel]) -> None:
        """Shows these; no line is marked."""
        self._bezig = True
        try:
            self.conflicten.zet(regels)
        finally:
            self._bezig = False
        self.setVisible(bool(regels))

    def wijs_aan(self, sleutel: tuple[str, str, str]) -> bool:
        """Marks the line of a conflict, without announcing it. False when it is not there."""
        index = self.conflicten.index_van(sleutel)
        if not index.isValid():
            return False
        self._bezig = True
        try:
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        finally:
            self._bezig = False
        self.scrollTo(index)
        if sleutel == self.regels[0].punt.sleutel:
            self.scrollToTop()  # with the name above it
        return True

    def _naar(self, index: QModelIndex) -> None:
        gekozen = self.conflicten.regel(index)
        if gekozen is not None and not self._bezig:
            self.geopend.emit(gekozen)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.naar_kaarten.emit()
        elif gebeurtenis.text().isdecimal():
            gebeurtenis.ignore()  # the screen knows what a number means
        else:
            super().keyPressEvent(gebeurtenis)


class Conflicttekenaar(QStyledItemDelegate):
    """Two lines: what it is, and softly where it belongs."""

    def sizeHint(self, _optie: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, KOPHOOGTE if index.data(Rol.KOP) else RIJHOOGTE)

    def paint(self, verf: QPainter, optie: QStyleOptionViewItem, index: Index) -> None:
        verf.save()
        if aantal := index.data(Rol.KOP):
            self._teken_kop(verf, optie.rect, index.data(), aantal)
        else:
            self._teken_regel(verf, optie, index)
        verf.restore()

    def _teken_kop(self, verf: QPainter, vak: QRect, naam: str, aantal: str) -> None:
        k = kleuren()
        binnen = vak.adjusted(16, 8, -16, 0)
        verf.setPen(QColor(k.inkt_zacht))
        verf.setFont(letter(GEWOON))
        breed = QFontMetrics(verf.font()).horizontalAdvance(aantal)
        verf.drawText(binnen, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aantal)
        verf.setPen(QColor(k.inkt))
        verf.setFont(letter(GEWOON, vet=True))
        _schrijf(verf, binnen.adjusted(0, 0, -breed - 16, 0), naam)

    def _teken_regel(self, verf: QPainter, optie: QStyleOptionViewItem, index: Index) -> None:
        k = kleuren()
        vak = optie.rect
        gekozen = bool(optie.state & QStyle.StateFlag.State_Selected)
        if gekozen:
            verf.fillRect(vak, QColor(k.accent_vlak))
            verf.fillRect(QRect(vak.x(), vak.y(), 4, vak.height()), QColor(k.accent))
        verf.setPen(QColor(k.rand))
        verf.drawLine(vak.bottomLeft(), vak.bottomRight())
        binnen = vak.adjusted(16, 8, -16, -8)
        half = binnen.height() // 2
        verf.setPen(QColor(k.inkt))
        verf.setFont(letter(GEWOON, vet=gekozen))
        _schrijf(verf, QRect(binnen.x(), binnen.y(), binnen.width(), half), index.data())
        verf.setPen(QColor(k.inkt_zacht))
        verf.setFont(letter(KLEIN))
        onder = QRect(binnen.x(), binnen.y() + half, binnen.width(), half)
        _schrijf(verf, onder, index.data(Rol.ONDERSCHRIFT))


def _schrijf(verf: QPainter, vak: QRect, tekst: str) -> None:
    kort = QFontMetrics(verf.font()).elidedText(tekst, Qt.TextElideMode.ElideRight, vak.width())
    verf.drawText(vak, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kort)
