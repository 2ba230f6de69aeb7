"""The button that reads aloud, small in a corner of what it reads."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.models.prompts import Tekst
from desktop.views.client.maat import minimum_doel
from desktop.views.stijl import LICHT as KLEUR


class Luisterknop(QAbstractButton):
    """A loudspeaker; filled while what it reads sounds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._klinkt = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def toon(self, luister: Tekst, wat: str, *, klinkt: bool) -> None:
        """`luister` is its word in the client's language, `wat` the text that it reads."""
        self.setAccessibleName(f"{luister.tekst}: {wat}")
        self.setAccessibleDescription(luister.nederlands)
        if klinkt != self._klinkt:
            self._klinkt = klinkt
            self.update()

    @property
    def klinkt(self) -> bool:
        """True while what it reads sounds."""
        return self._klinkt

    def zijde(self, meest: int) -> int:
        """Its size in pixels: 15 mm, or what there is room for."""
        return min(minimum_doel(self.screen()), meest)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        z = float(min(self.width(), self.height()))
        vak = QRectF((self.width() - z) / 2, (self.height() - z) / 2, z, z)
        rond = vak.adjusted(z * 0.12, z * 0.12, -z * 0.12, -z * 0.12)
        inkt = QColor(KLEUR.accent_inkt if self._klinkt else KLEUR.accent)
        painter.setPen(QPen(QColor(KLEUR.accent), 2))
        painter.setBrush(QColor(KLEUR.accent if self._klinkt else KLEUR.blad))
        painter.drawEllipse(rond)
        if self.hasFocus() and self.window().property("met_toetsen"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(KLEUR.inkt), 2, Qt.PenStyle.DashLine))
            painter.drawEllipse(vak.adjusted(2, 2, -2, -2))
        self._teken_luidspreker(painter, rond, inkt)

    def _teken_luidspreker(self, painter: QPainter, vak: QRectF, inkt: QColor) -> None:
        def punt(x: float, y: float) -> QPointF:
            return QPointF(vak.x() + x * vak.width(), vak.y() + y * vak.height())

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inkt)
        hoorn = [(0.22, 0.41), (0.34, 0.41), (0.50, 0.27), (0.50, 0.73), (0.34, 0.59), (0.22, 0.59)]
        painter.drawPolygon(QPolygonF([punt(x, y) for x, y in hoorn]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(inkt, max(2.0, vak.width() * 0.055))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for straal in (0.13, 0.25):
            r = straal * vak.width()
            midden = punt(0.54, 0.5)
            boog = QRectF(midden.x() - r, midden.y() - r, 2 * r, 2 * r)
            painter.drawArc(boog, -50 * 16, 100 * 16)

    def hitButton(self, plek: object) -> bool:
        """Round, as it looks."""
        x, y = plek.x() - self.width() / 2, plek.y() - self.height() / 2  # type: ignore[attr-defined]
        return math.hypot(x, y) <= min(self.width(), self.height()) / 2
