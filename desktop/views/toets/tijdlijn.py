"""The states of the test in one dossier, as a small painted line that can be walked and heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.tijdzone import AMSTERDAM
from desktop.models.toetsstatus import Toetsstatus
from desktop.store.toetsen import Tijdlijnstap
from desktop.taal import _
from desktop.views import stijl
from desktop.views.toets.dagwoorden import status_in_woorden

RIJ = 32
MEESTE = 8
"""Lines that are seen at once; more are walked or scrolled to."""
AANDACHT = frozenset(
    {Toetsstatus.VERHINDERD_MET, Toetsstatus.VERHINDERD_ZONDER, Toetsstatus.AFGEBROKEN}
)
STAP = Qt.ItemDataRole.UserRole
BIJ = Qt.ItemDataRole.UserRole + 1


class Tijdlijn(QListWidget):
    """One line for each state: arrow keys walk it, a screen reader says it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Verloop van de toets"))
        self.setItemDelegate(_Stapverf(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.setStyleSheet("QListView { border: 0; } QListView::item { padding: 0; }")

    def toon(self, stappen: Sequence[Tijdlijnstap], namen: Mapping[str, str]) -> None:
        """The oldest first; the last one is where it stands now."""
        self.clear()
        for stap in stappen:
            wat = status_in_woorden(stap.status)
            if stap.keer > 1:
                wat = _("{stand}, poging {keer}").format(stand=wat, keer=stap.keer)
            bij = f"{stap.op.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
            wie = namen.get(stap.door or "", "")
            item = QListWidgetItem(wat, self)
            item.setData(STAP, stap.status)
            item.setData(BIJ, f"{bij}  ·  {wie}" if wie else bij)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{wat}, {bij}, {wie}".rstrip(", "))
        self.setVisible(bool(stappen))
        self.setFixedHeight(min(max(len(stappen), 1), MEESTE) * RIJ + 4)
        if stappen:
            self.setCurrentRow(len(stappen) - 1)
            self.scrollToBottom()


class _Stapverf(QStyledItemDelegate):
    def sizeHint(
        self, _optie: QStyleOptionViewItem, _plek: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, RIJ)

    def paint(
        self,
        verf: QPainter,
        optie: QStyleOptionViewItem,
        plek: QModelIndex | QPersistentModelIndex,
    ) -> None:
        k, vak = stijl.kleuren(), QRect(optie.rect)
        laatste = plek.row() == plek.model().rowCount() - 1
        verf.save()
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        lijst = optie.widget
        gekozen = optie.state & QStyle.StateFlag.State_Selected
        if gekozen and lijst is not None and lijst.hasFocus():
            verf.setPen(QPen(QColor(k.accent), 2))
            verf.setBrush(QColor(k.accent_vlak))
            verf.drawRoundedRect(vak.adjusted(2, 2, -2, -2), 6, 6)
        x, y = vak.left() + 16, vak.center().y()
        verf.setPen(QPen(QColor(k.rand_sterk), 2))
        if plek.row():
            verf.drawLine(x, vak.top(), x, y - 8)
        if not laatste:
            verf.drawLine(x, y + 8, x, vak.bottom() + 1)
        self._stip(verf, x, y, Toetsstatus(plek.data(STAP)), laatste=laatste)
        letter = stijl.letter(stijl.GEWOON, vet=laatste)
        verf.setFont(letter)
        verf.setPen(QColor(k.inkt))
        rest = vak.adjusted(36, 0, -8, 0)
        midden = Qt.AlignmentFlag.AlignVCenter
        tekst = str(plek.data())
        verf.drawText(rest, midden | Qt.AlignmentFlag.AlignLeft, tekst)
        breed = verf.fontMetrics().horizontalAdvance(tekst)
        verf.setFont(stijl.letter(stijl.KLEIN))
        verf.setPen(QColor(k.inkt_zacht))
        over = rest.adjusted(breed + 16, 0, 0, 0)
        bij = verf.fontMetrics().elidedText(
            str(plek.data(BIJ)), Qt.TextElideMode.ElideRight, max(0, over.width())
        )
        verf.drawText(over, midden | Qt.AlignmentFlag.AlignRight, bij)
        verf.restore()

    def _stip(self, verf: QPainter, x: int, y: int, stap: Toetsstatus, *, laatste: bool) -> None:
        """Filled where it stands now; a square where something went otherwise: not colour alone."""
        k = stijl.kleuren()
        kleur = QColor(k.aandacht if stap in AANDACHT else k.accent)
        verf.setPen(QPen(kleur, 2))
        verf.setBrush(kleur if laatste else QColor(k.blad))
        if stap in AANDACHT:
            verf.drawRect(x - 5, y - 5, 10, 10)
        else:
            verf.drawEllipse(x - 5, y - 5, 10, 10)
