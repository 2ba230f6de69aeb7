"""A small sign that shows by its shape where an intake stands; the words stand beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop.models.intake import Fase
from desktop.views import stijl

MAAT = 16


def standteken(fase: str | None, dpr: float = 1.0) -> QPixmap:
    """Dashed ring: nothing yet. Clock: planned. Half full: running. Full with tick: closed."""
    k = stijl.kleuren()
    pixmap = QPixmap(round(MAAT * dpr), round(MAAT * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    verf = QPainter(pixmap)
    verf.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QRectF(2, 2, MAAT - 4, MAAT - 4)
    if fase == Fase.GESLOTEN:
        verf.setBrush(QColor(k.goed))
        verf.setPen(Qt.PenStyle.NoPen)
        verf.drawEllipse(ring.adjusted(-1, -1, 1, 1))
        verf.setPen(_pen(k.blad, 1.8))
        verf.drawPolyline([QPointF(4.8, 8.2), QPointF(7.2, 10.6), QPointF(11.4, 5.8)])
    elif fase in (Fase.OPENING, Fase.GESPREK):
        verf.setPen(_pen(k.accent))
        verf.drawEllipse(ring)
        verf.setPen(Qt.PenStyle.NoPen)
        verf.setBrush(QColor(k.accent))
        verf.drawPie(ring, 90 * 16, -180 * 16)
    elif fase == Fase.GEPLAND:
        verf.setPen(_pen(k.accent))
        verf.drawEllipse(ring)
        verf.drawPolyline([QPointF(8, 4.6), QPointF(8, 8), QPointF(10.4, 9.4)])
    else:
        pen = _pen(k.inkt_zacht)
        pen.setDashPattern([1.6, 2.2])
        verf.setPen(pen)
        verf.drawEllipse(ring)
    verf.end()
    return pixmap


def _pen(kleur: str, dikte: float = 1.6) -> QPen:
    pen = QPen(QColor(kleur), dikte)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
