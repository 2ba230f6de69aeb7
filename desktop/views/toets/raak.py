"""Targets for a finger: at least 15 mm, on whatever screen this is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.views import stijl

MILLIMETERS = 15
DUIM = 25.4
GROOTST = 88
"""Pixels. A screen that tells a wrong size must not fill itself with one button."""
TEKEN = 20


def raakmaat(widget: QWidget) -> int:
    """Height and least width of a target in pixels; never under 15 mm at the usual 96 dots."""
    scherm = widget.screen()
    punten = max(scherm.logicalDotsPerInch(), scherm.physicalDotsPerInch(), 96.0)
    minst = -(-MILLIMETERS * 96 // DUIM)  # rounded up
    return max(round(minst), min(round(MILLIMETERS * punten / DUIM + 0.5), GROOTST))


def raakstijl(widget: QWidget) -> str:
    """Sheet for a screen that is worked with a finger; a chosen button keeps its size."""
    maat = raakmaat(widget)
    return f"""
QPushButton {{ min-height: {maat - 18}px; padding: 8px 12px; }}
QPushButton:focus {{ padding: 6px 10px; }}
QPushButton:checked {{ padding: 7px 11px; }}
QPushButton:checked:focus {{ padding: 6px 10px; border: 3px solid {stijl.kleuren().accent}; }}
QPushButton[soort="stap"]:checked {{ padding: 8px 12px 6px 12px; }}
QPushButton[soort="stap"]:focus {{ padding: 6px 10px; }}
QComboBox {{ min-height: {maat - 8}px; }}
QComboBox QAbstractItemView::item {{ min-height: {maat}px; }}
"""


class Raakknop(QPushButton):
    """As wide as its text, and never smaller than a finger needs."""

    def sizeHint(self) -> QSize:
        maat = raakmaat(self)
        return super().sizeHint().expandedTo(QSize(maat, maat))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def raakknop(tekst: str, ouder: QWidget, *, soort: str = "gewoon") -> QPushButton:
    """A button for a finger."""
    nieuw = Raakknop(tekst, ouder)
    nieuw.setProperty("soort", soort)
    nieuw.setAccessibleName(tekst)
    nieuw.setAutoDefault(True)  # Enter presses it too
    return nieuw


def schakelknop(tekst: str, ouder: QWidget, *, rond: bool = False) -> QPushButton:
    """A button that stays down; a tick in a box, or in a ring when it is one of several."""
    nieuw = raakknop(tekst, ouder)
    nieuw.setCheckable(True)
    nieuw.setText(f"  {tekst}")  # room between the sign and the word
    nieuw.setIcon(_teken(rond))
    nieuw.setIconSize(QSize(TEKEN, TEKEN))
    return nieuw


def _teken(rond: bool) -> QIcon:
    teken = QIcon()
    for stand, aan in ((QIcon.State.Off, False), (QIcon.State.On, True)):
        teken.addPixmap(_plaatje(rond, aan), QIcon.Mode.Normal, stand)
        teken.addPixmap(_plaatje(rond, aan), QIcon.Mode.Disabled, stand)
    return teken


def _plaatje(rond: bool, aan: bool) -> QPixmap:
    k, dpr = stijl.kleuren(), 2.0
    plaatje = QPixmap(round(TEKEN * dpr), round(TEKEN * dpr))
    plaatje.setDevicePixelRatio(dpr)
    plaatje.fill(Qt.GlobalColor.transparent)
    verf = QPainter(plaatje)
    verf.setRenderHint(QPainter.RenderHint.Antialiasing)
    vak, straal = QRectF(1.5, 1.5, TEKEN - 3, TEKEN - 3), (TEKEN / 2 if rond else 5)
    verf.setPen(QPen(QColor(k.accent if aan else k.rand_sterk), 2))
    verf.setBrush(QColor(k.accent if aan else k.blad))
    verf.drawRoundedRect(vak, straal, straal)
    if aan:
        pen = QPen(QColor(k.accent_inkt), 2.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        verf.setPen(pen)
        verf.drawPolyline([QPointF(5.6, 10.4), QPointF(8.8, 13.4), QPointF(14.6, 7)])
    verf.end()
    return plaatje
