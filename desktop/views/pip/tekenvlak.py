"""A surface to sign on with a pen, a finger or the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.models.handtekening import VERHOUDING, Handtekening, Punt
from desktop.taal import _
from desktop.views import stijl

DIKTE = 0.016
"""Thickness of the pen as a share of the height."""
LIJN = 0.74
"""Where the line to sign on stands, as a share of the height."""
RAND = 4.0
"""Room around the sheet for the ring of the keyboard."""

_BEGIN = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


class Tekenvlak(QWidget):
    """Strokes of one hand at a time; always black on white, like the paper it will stand on.

    A pen goes before a finger (the palm of the hand lies on the glass), and of several fingers
    only the first one draws. The surface keeps its shape, so a resize only scales it.
    """

    gewijzigd = Signal()
    """A stroke was finished, taken back or wiped."""

    def __init__(self, parent: QWidget | None = None, *, rustig: bool = False) -> None:
        """`rustig`: on the client's screen, which is always light and has no focus ring."""
        super().__init__(parent)
        self._rustig = rustig
        self._strepen: list[list[Punt]] = []
        self._nu: list[Punt] | None = None
        self._vinger: int | None = None
        self._pen = False
        self._verhouding = VERHOUDING
        self._vast = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if rustig else Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        beleid = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)
        self.setMinimumSize(200, 80)
        self._zeg()

    # What it holds

    @property
    def handtekening(self) -> Handtekening:
        """What stands on it now."""
        strepen = self._strepen if self._nu is None else [*self._strepen, self._nu]
        return Handtekening.van_strepen(strepen, self._verhouding)

    def zet(self, handtekening: Handtekening) -> None:
        """Shows a signature that is kept; tells nobody."""
        self._breek_af()
        self._strepen = [list(streep) for streep in handtekening.strepen]
        self._verhouding = handtekening.verhouding
        self._zeg()
        self.update()

    def wis(self) -> None:
        """A clean sheet."""
        had = bool(self._strepen) or self._nu is not None
        self.zet(Handtekening())
        if had:
            self.gewijzigd.emit()

    def neem_terug(self) -> None:
        """Takes the last stroke away."""
        if self._nu is None and self._strepen and not self._vast:
            self._strepen.pop()
            self._na_streep()

    def alleen_lezen(self, vast: bool) -> None:
        """A signature that is set can only be looked at."""
        self._breek_af()
        self._vast = vast
        self.setCursor(Qt.CursorShape.ArrowCursor if vast else Qt.CursorShape.CrossCursor)
        self._zeg()
        self.update()

    # Sizes

    def sizeHint(self) -> QSize:
        return QSize(560, round(560 / VERHOUDING))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, breed: int) -> int:
        return round((min(breed, self.maximumWidth()) - RAND) / VERHOUDING + RAND)

    @property
    def papier(self) -> QRectF:
        """The white sheet: as large as fits, in the middle, in its own shape."""
        b, h = self.width() - RAND, self.height() - RAND
        breed = min(b, h * self._verhouding)
        hoog = breed / self._verhouding
        return QRectF((self.width() - breed) / 2, (self.height() - hoog) / 2, breed, hoog)

    def _punt(self, plek: QPointF) -> Punt:
        vak = self.papier
        return (
            (plek.x() - vak.x()) / max(1.0, vak.width()),
            (plek.y() - vak.y()) / max(1.0, vak.height()),
        )

    # Strokes

    def _begin(self, plek: QPointF) -> bool:
        if self._vast or not self.papier.contains(plek):
            return False
        self._nu = [self._punt(plek)]
        self._vuil(plek, plek)
        return True

    def _verder(self, plek: QPointF) -> None:
        if self._nu is None:
            return
        vorige = self._plek(self._nu[-1])
        voor = self._plek(self._nu[-2]) if len(self._nu) > 1 else vorige
        self._nu.append(self._punt(plek))
        self._vuil(voor, plek, vorige)

    def _einde(self) -> None:
        if self._nu is None:
            return
        streep = Handtekening.van_strepen([self._nu], self._verhouding).strepen
        self._nu = None
        self._strepen += [list(s) for s in streep]
        self._na_streep()

    def _na_streep(self) -> None:
        self._zeg()
        self.update()
        self.gewijzigd.emit()

    def _breek_af(self) -> None:
        self._nu, self._vinger, self._pen = None, None, False

    def _plek(self, punt: Punt) -> QPointF:
        vak = self.papier
        return QPointF(vak.x() + punt[0] * vak.width(), vak.y() + punt[1] * vak.height())

    def _vuil(self, *plekken: QPointF) -> None:
        """Only what the last piece touches is painted anew: a pen tells 200 points a second."""
        rand = max(4.0, self.papier.height() * DIKTE) + 2
        xs, ys = [p.x() for p in plekken], [p.y() for p in plekken]
        vak = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        self.update(vak.adjusted(-rand, -rand, rand, rand).toAlignedRect())

    # Hands

    def event(self, gebeurtenis: QEvent) -> bool:
        """Touch comes here, before Qt would make a mouse of it."""
        if isinstance(gebeurtenis, QTouchEvent):
            if gebeurtenis.type() == QEvent.Type.TouchCancel:
                self._vinger, self._nu = None, None  # the system took the gesture: no ink
                self.update()
                return True
            if gebeurtenis.type() in _BEGIN:
                return self._raak(gebeurtenis)
        return super().event(gebeurtenis)

    def _raak(self, gebeurtenis: QTouchEvent) -> bool:
        if self._pen:
            gebeurtenis.accept()  # the palm beside the pen
            return True
        for punt in gebeurtenis.points():
            if self._vinger is None and punt.state() == QEventPoint.State.Pressed:
                if self._nu is None and self._begin(punt.position()):
                    self._vinger = punt.id()
            elif punt.id() == self._vinger:
                if punt.state() == QEventPoint.State.Updated:
                    self._verder(punt.position())
                elif punt.state() == QEventPoint.State.Released:
                    self._verder(punt.position())
                    self._vinger = None
                    self._einde()
        gebeurtenis.accept()
        return True

    def tabletEvent(self, gebeurtenis: QTabletEvent) -> None:
        soort = gebeurtenis.type()
        if soort == QEvent.Type.TabletPress:
            if self._vinger is not None:  # a palm was down first: what it drew is no ink
                self._vinger, self._nu = None, None
                self.update()
            self._pen = self._nu is None and self._begin(gebeurtenis.position())
        elif self._pen and soort == QEvent.Type.TabletMove:
            self._verder(gebeurtenis.position())
        elif self._pen and soort == QEvent.Type.TabletRelease:
            self._verder(gebeurtenis.position())
            self._pen = False
            self._einde()
        gebeurtenis.accept()

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        if gebeurtenis.button() == Qt.MouseButton.LeftButton and self._nu is None:
            self._begin(gebeurtenis.position())

    def mouseMoveEvent(self, gebeurtenis: QMouseEvent) -> None:
        if self._van_muis and gebeurtenis.buttons() & Qt.MouseButton.LeftButton:
            self._verder(gebeurtenis.position())

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        if self._van_muis and gebeurtenis.button() == Qt.MouseButton.LeftButton:
            self._einde()

    @property
    def _van_muis(self) -> bool:
        return self._vinger is None and not self._pen

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        """Ctrl+Z takes the last stroke back."""
        if toets.matches(QKeySequence.StandardKey.Undo):
            self.neem_terug()
            return
        super().keyPressEvent(toets)

    # Seen and heard

    def _zeg(self) -> None:
        self.setAccessibleName(_("Handtekening van de cliënt"))
        self.setAccessibleDescription(
            _("Er staat een handtekening.")
            if self._strepen
            else _(
                "Hier tekent de cliënt met een pen, een vinger of de muis. "
                "Kan dat niet? Kies dan: gezien, tekent niet."
            )
        )

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = stijl.LICHT
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        vak = self.papier
        if self.hasFocus():
            verf.setPen(QPen(QColor(stijl.kleuren().accent), 3))
        else:
            verf.setPen(QPen(QColor(k.rand_sterk), 1))
        verf.setBrush(QColor("#FFFFFF"))
        verf.drawRoundedRect(vak, 8, 8)
        y = vak.y() + vak.height() * LIJN
        verf.setPen(QPen(QColor(k.rand_sterk), max(1.0, vak.height() / 200)))
        in_ = vak.width() * 0.06
        verf.drawLine(QPointF(vak.x() + in_, y), QPointF(vak.right() - in_, y))
        pen = QPen(QColor("#000000"), max(1.5, vak.height() * DIKTE))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        verf.setPen(pen)
        verf.setBrush(Qt.BrushStyle.NoBrush)
        verf.setClipRect(vak)
        verf.translate(vak.topLeft())
        strepen = tuple(tuple(s) for s in self._strepen)
        if self._nu is not None:
            strepen = (*strepen, tuple(self._nu))
        krommen = Handtekening(strepen, self._verhouding).krommen(vak.width(), vak.height())
        for begin, stukken in krommen:
            pad = QPainterPath(QPointF(*begin))
            for greep1, greep2, naar in stukken:
                pad.cubicTo(QPointF(*greep1), QPointF(*greep2), QPointF(*naar))
            if pad.length() < 0.5:
                verf.drawPoint(QPointF(*begin))
            else:
                verf.drawPath(pad)
