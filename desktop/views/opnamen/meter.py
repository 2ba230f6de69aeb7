"""How loud the microphone hears it: a bar that moves with the voice."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.taal import _
from desktop.views.stijl import kleuren

STILSTE_DB = -50
GOED_DB = (-34.0, -6.0)
"""Between these a voice is neither too soft nor so loud that it cracks."""
_HOOG = 16


def decibel(niveau: float) -> float:
    """Loudness in dB under the loudest that fits."""
    return 20 * math.log10(niveau) if niveau > 0 else -math.inf


def deel(niveau: float) -> float:
    """How far the bar reaches, from 0 to 1: an ear hears in steps of decibels."""
    return min(1.0, max(0.0, 1 - decibel(niveau) / STILSTE_DB)) if niveau > 0 else 0.0


def raad(niveau: float) -> str:
    """What the speaker can do about a recording of this loudness; empty when it is good."""
    if decibel(niveau) < GOED_DB[0]:
        return _("De opname is zacht. Kom dichter bij de microfoon en neem hem opnieuw op.")
    if decibel(niveau) > GOED_DB[1]:
        return _("De opname is erg hard. Ga iets verder van de microfoon en neem hem opnieuw op.")
    return ""


class Meter(QWidget):
    """The bar; two marks say between which it should come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._niveau = 0.0
        self.setFixedHeight(_HOOG)
        self.setAccessibleName(_("Geluid van de microfoon"))

    def sizeHint(self) -> QSize:
        return QSize(240, _HOOG)

    @property
    def niveau(self) -> float:
        """What it shows, from 0 to 1."""
        return self._niveau

    def toon(self, niveau: float) -> None:
        """The loudness of the last moment."""
        self._niveau = niveau
        self.update()

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = kleuren()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        breed, straal = float(self.width()), _HOOG / 4
        baan = QRectF(0, _HOOG / 4, breed, _HOOG / 2)
        painter.setBrush(QColor(k.rand))
        painter.drawRoundedRect(baan, straal, straal)
        if self._niveau > 0:
            hard = decibel(self._niveau) > GOED_DB[1]
            painter.setBrush(QColor(k.aandacht if hard else k.goed))
            vol = QRectF(baan)
            vol.setWidth(breed * deel(self._niveau))
            painter.drawRoundedRect(vol, straal, straal)
        painter.setBrush(QColor(k.rand_sterk))
        for grens in GOED_DB:
            x = breed * (1 - grens / STILSTE_DB)
            painter.drawRect(QRectF(x - 1, 0, 2, _HOOG))
        painter.end()
