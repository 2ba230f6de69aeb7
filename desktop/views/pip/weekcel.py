"""One part of a day in the week grid: a button with the pictogram and word of what is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from desktop.models.pipinhoud import Bezigheid, Dagdeel
from desktop.models.weekwoorden import PICTOGRAM, bezigheid_woord, dag_woord, dagdeel_woord
from desktop.taal import _
from desktop.views import stijl
from desktop.views.widgets.pictogram import PictogramRegister

BEELD = 32
HOOG = 64
SMALST = 96
NAAST = 168
"""From this width on the word stands beside the picture, else under it."""

PIJLEN = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Weekcel(QAbstractButton):
    """A click or Enter asks for a choice, a letter chooses at once, Delete empties.

    `gesleept` tells where the mouse is while it is dragged from this cell.
    """

    keuze_gevraagd = Signal()
    gekozen = Signal(object)
    loop = Signal(int, int)
    gesleept = Signal(QPointF)

    def __init__(
        self, dag: int, dagdeel: Dagdeel, register: PictogramRegister, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.dag, self.dagdeel = dag, dagdeel
        self._register = register
        self.bezigheid: Bezigheid | None = None
        self.vast = False
        self._druk: QPointF | None = None
        self._sleept = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HOOG)
        self.setMinimumWidth(SMALST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._vraag)
        self._zeg()

    def toon(self, bezigheid: Bezigheid | None) -> None:
        """Shows what is done; tells nobody."""
        if bezigheid is not self.bezigheid:
            self.bezigheid = bezigheid
            self._zeg()
            self.update()

    def alleen_lezen(self, vast: bool) -> None:
        """In a set version it can be walked and heard, not changed."""
        self.vast = vast
        self._zeg()
        self.update()

    @property
    def woord(self) -> str:
        """What is done, in a word; `leeg` when nothing is."""
        return bezigheid_woord(self.bezigheid) if self.bezigheid is not None else _("leeg")

    def _zeg(self) -> None:
        self.setText("" if self.bezigheid is None else self.woord)
        self.setAccessibleName(
            _("{dag} {dagdeel}: {bezigheid}").format(
                dag=dag_woord(self.dag),
                dagdeel=dagdeel_woord(self.dagdeel).lower(),
                bezigheid=self.woord.lower(),
            )
        )
        self.setAccessibleDescription(
            ""
            if self.vast
            else _("Enter: kies. Pijltjes: ander vakje. Delete: leeg. Letter: kies meteen.")
        )

    def _vraag(self) -> None:
        if not self.vast:
            self.keuze_gevraagd.emit()

    def sizeHint(self) -> QSize:
        return QSize(NAAST, HOOG)

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALST, HOOG)

    # Keys

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() in PIJLEN and not toets.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.loop.emit(*PIJLEN[Qt.Key(toets.key())])
            return
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._vraag()
            return
        los = toets.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if not self.vast and los:
            if toets.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.gekozen.emit(None)
                return
            letter = toets.text().casefold()
            for bezigheid in Bezigheid:
                if letter and bezigheid_woord(bezigheid).casefold().startswith(letter):
                    self.gekozen.emit(bezigheid)
                    return
        super().keyPressEvent(toets)

    # Mouse

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        self._sleept = False
        if gebeurtenis.button() == Qt.MouseButton.LeftButton:
            self._druk = gebeurtenis.position()
        super().mousePressEvent(gebeurtenis)

    def mouseMoveEvent(self, gebeurtenis: QMouseEvent) -> None:
        if self._druk is None or self.vast:
            return
        ver = (gebeurtenis.position() - self._druk).manhattanLength()
        if self._sleept or ver >= QApplication.startDragDistance():
            self._sleept = True
            self.setDown(False)
            self.gesleept.emit(gebeurtenis.position())

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        self._druk = None
        if self._sleept:
            self._sleept = False
            self.setDown(False)
            return  # a drag that comes back asks for nothing
        super().mouseReleaseEvent(gebeurtenis)

    def event(self, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(gebeurtenis)

    # Seen

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = stijl.kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        vol = self.bezigheid is not None
        boven = self.underMouse() and not self.vast
        verf.setBrush(
            QColor(k.accent_vlak if boven or self.isDown() else k.blad if vol else k.vlak)
        )
        if self.hasFocus():
            verf.setPen(QPen(QColor(k.accent), 3))
        else:
            verf.setPen(QPen(QColor(k.rand_sterk if vol else k.rand), 1))
        verf.drawRoundedRect(vak, 8, 8)
        if self.bezigheid is None:
            if not self.vast and (boven or self.hasFocus()):
                verf.setPen(QColor(k.inkt_zacht))
                verf.setFont(stijl.letter(stijl.KLEIN))
                verf.drawText(vak, Qt.AlignmentFlag.AlignCenter, _("Kies"))
            return
        naast = self.width() >= NAAST
        x = vak.x() + 14 if naast else vak.center().x() - BEELD / 2
        y = vak.center().y() - BEELD / 2 if naast else vak.y() + 5
        if k is not stijl.LICHT:
            # Pictograms have black lines: they stand on something light.
            verf.setPen(Qt.PenStyle.NoPen)
            verf.setBrush(QColor(stijl.LICHT.vlak))
            verf.drawRoundedRect(QRectF(x - 4, y - 3, BEELD + 8, BEELD + 6), 6, 6)
        beeld = self._register.pixmap(PICTOGRAM[self.bezigheid], BEELD, self.devicePixelRatioF())
        verf.drawPixmap(QPointF(x, y), beeld)
        verf.setPen(QColor(k.inkt))
        verf.setFont(stijl.letter(stijl.GEWOON if naast else stijl.KLEIN))
        if naast:
            plek = QRectF(x + BEELD + 10, vak.y(), vak.right() - x - BEELD - 16, vak.height())
            hoe = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        else:
            plek = QRectF(vak.x() + 3, vak.bottom() - 22, vak.width() - 6, 20)
            hoe = Qt.AlignmentFlag.AlignCenter
        tekst = self.woord
        kort = verf.fontMetrics().elidedText(tekst, Qt.TextElideMode.ElideRight, int(plek.width()))
        verf.drawText(plek, hoe, kort)
        if kort != tekst and self.toolTip() != tekst:
            self.setToolTip(tekst)
        elif kort == tekst and self.toolTip():
            self.setToolTip("")
