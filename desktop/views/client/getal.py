"""A number for somebody who does not read: large digits, a row of dots, less and more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.models.clientbeeld import Clientbeeld
from desktop.models.prompts import Prompts
from desktop.views.client.knop import KLEUR, Plaatjeknop
from desktop.views.client.maat import schrijf
from desktop.views.widgets.pictogram import PictogramRegister

MEESTE_STIPPEN = 20


class Getalblad(QWidget):
    """Less, the number, more. `getal` carries the new number."""

    getal = Signal(int)

    def __init__(self, register: PictogramRegister, parent: QWidget) -> None:
        super().__init__(parent)
        self._getal: int | None = None
        self._tekst = ""
        self._laagst, self._hoogst = 0, 99
        self._rtl = False
        self.minder = Plaatjeknop(register, self)
        self.meer = Plaatjeknop(register, self)
        self.minder.clicked.connect(lambda: self._stap(-1))
        self.meer.clicked.connect(lambda: self._stap(+1))

    def toon(self, beeld: Clientbeeld, prompts: Prompts, *, rtl: bool, toon_nl: bool) -> None:
        """Shows the number of this screen."""
        self._getal, self._laagst, self._hoogst = beeld.getal, beeld.laagst, beeld.hoogst
        self._rtl = rtl
        for knop, code in ((self.minder, "getal.minder"), (self.meer, "getal.meer")):
            knop.toon(
                prompts.scherm(code), prompts.pictogram(code) or code, rtl=rtl, toon_nl=toon_nl
            )
        self.minder.setEnabled(self._getal is None or self._getal > self._laagst)
        self.meer.setEnabled(self._getal is None or self._getal < self._hoogst)
        self._tekst = "" if self._getal is None else prompts.getal(self._getal)
        self.setAccessibleName(self._tekst)
        self._plaats()
        self.update()

    def _stap(self, verschil: int) -> None:
        if self._getal is None:
            nieuw = self._laagst if verschil < 0 else max(self._laagst, 1)
        else:
            nieuw = self._getal + verschil
        self.getal.emit(max(self._laagst, min(self._hoogst, nieuw)))

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        self._plaats()

    def _plaats(self) -> None:
        h = self.height()
        zijde = int(min(h * 0.8, self.width() * 0.22))
        y = (h - zijde) // 2
        links, rechts = (self.meer, self.minder) if self._rtl else (self.minder, self.meer)
        links.setGeometry(int(self.width() * 0.06), y, zijde, zijde)
        rechts.setGeometry(int(self.width() * 0.94) - zijde, y, zijde, zijde)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        b, h = float(self.width()), float(self.height())
        vak = QRectF(b * 0.32, h * 0.04, b * 0.36, h * 0.60)
        painter.setPen(QPen(QColor(KLEUR.rand), 2))
        painter.setBrush(QColor(KLEUR.blad))
        painter.drawRoundedRect(vak, 16, 16)
        painter.setPen(QColor(KLEUR.inkt))
        schrijf(painter, vak, self._tekst, round(vak.height() * 0.7), vet=True)
        if self._getal and self._getal <= MEESTE_STIPPEN:
            self._teken_stippen(painter, QRectF(b * 0.3, h * 0.68, b * 0.4, h * 0.3))

    def _teken_stippen(self, painter: QPainter, vak: QRectF) -> None:
        """One dot for each, ten in a row."""
        assert self._getal is not None
        stap = min(vak.width() / 10, vak.height() / 2)
        painter.setPen(QPen(QColor(KLEUR.inkt), 2))
        painter.setBrush(QColor(KLEUR.accent))
        for n in range(self._getal):
            kolom = n % 10
            x = (
                vak.right() - stap * (kolom + 0.5)
                if self._rtl
                else vak.left() + stap * (kolom + 0.5)
            )
            painter.drawEllipse(
                QPointF(x, vak.top() + stap * (n // 10 + 0.5)), stap * 0.34, stap * 0.34
            )
