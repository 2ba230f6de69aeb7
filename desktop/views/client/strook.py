"""The answer before this one, in sight; one touch takes it back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.models.clientbeeld import LaatsteAntwoord
from desktop.models.prompts import Prompts
from desktop.views.client.knop import KLEUR, Plaatjeknop
from desktop.views.client.maat import passende_letter, schrijf
from desktop.views.widgets.pictogram import PictogramRegister

MEESTE_PLAATJES = 3


class Terugstrook(QWidget):
    """Pictures of the last answer and the button to take it back."""

    terugnemen = Signal()

    def __init__(self, register: PictogramRegister, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._laatste: LaatsteAntwoord | None = None
        self._kop = ""
        self._rtl = False
        self.knop = Plaatjeknop(register, self)
        self.knop.clicked.connect(self.terugnemen)

    def toon(
        self, laatste: LaatsteAntwoord | None, prompts: Prompts, *, rtl: bool, toon_nl: bool
    ) -> None:
        """Shows the last answer; None leaves the place empty."""
        kop = prompts.scherm("laatste.antwoord").tekst
        if (laatste, rtl, kop) != (self._laatste, self._rtl, self._kop):
            self.update()
        self._laatste, self._rtl, self._kop = laatste, rtl, kop
        self.knop.toon(
            prompts.scherm("laatste.terugnemen"),
            prompts.pictogram("laatste.terugnemen") or "herhaal",
            rtl=rtl,
            toon_nl=toon_nl,
            rustig=True,
        )
        self.knop.setVisible(laatste is not None)
        self._plaats()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        self._plaats()

    def _plaats(self) -> None:
        zijde = min(self.height(), int(self.width() * 0.4))
        x = 0 if self._rtl else self.width() - zijde
        self.knop.setGeometry(x, 0, zijde, self.height())

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        if self._laatste is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        b, h = float(self.width()), float(self.height())
        painter.setPen(QPen(QColor(KLEUR.rand), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(KLEUR.blad))
        painter.drawRoundedRect(QRectF(1, 1, b - 2, h - 2), 14, 14)
        vrij = b - self.knop.width()
        links = self.knop.width() if self._rtl else 0.0
        vak = QRectF(links + 8, h * 0.05, vrij - 16, h * 0.22)
        painter.setPen(QColor(KLEUR.inkt_zacht))
        maat = passende_letter(
            self._kop, int(vak.width()), int(vak.height()), hoogst=round(h * 0.15), regels=1
        )
        schrijf(painter, vak, self._kop, maat, rtl=self._rtl)
        tegels = self._laatste.tegels[:MEESTE_PLAATJES]
        zijde = int(min(h * 0.62, (vrij - 16) / max(1, len(tegels)) * 0.94))
        breed = zijde * len(tegels)
        x = links + (vrij - breed) / 2
        for tegel in reversed(tegels) if self._rtl else tegels:
            pixmap = self._register.pixmap(
                tegel.pictogram, zijde, self.devicePixelRatioF(), self._rtl
            )
            painter.drawPixmap(QPointF(x, h * 0.3 + (h * 0.64 - zijde) / 2), pixmap)
            x += zijde
