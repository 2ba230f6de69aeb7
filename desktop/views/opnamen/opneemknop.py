"""The button that records: large, with the signs that everybody knows from a recorder."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.taal import _
from desktop.views.stijl import GROOT, kleuren
from desktop.views.widgets.indeling import zet_soort

_TEKEN = 20
_BREED = 260


class Opneemknop(QPushButton):
    """Large, with the sign that everybody knows from a recorder. Enter is not for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        # The style sheet of the program sets a height; only another rule goes above it.
        self.setStyleSheet(f"min-height: 48px; font-size: {GROOT}px;")
        self.setIconSize(QSize(_TEKEN, _TEKEN))
        self.toon(loopt=False, opnieuw=False, hoofd=True)

    def toon(self, *, loopt: bool, opnieuw: bool, hoofd: bool) -> None:
        """What a press does now; `hoofd`: it is the one thing to do next."""
        if loopt:
            woord = _("Stop (spatie)")
        elif opnieuw:
            woord = _("Opnieuw (spatie)")
        else:
            woord = _("Neem op (spatie)")
        self.setText(woord)
        self.setAccessibleName(woord)
        zet_soort(self, "hoofd" if hoofd else "gewoon")
        self.setIcon(_opneemteken(self, loopt=loopt, hoofd=hoofd))

    def sizeHint(self) -> QSize:
        """As wide for every word; a longer one makes it wider."""
        return super().sizeHint().expandedTo(QSize(_BREED, 0))

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            toets.ignore()
            return
        super().keyPressEvent(toets)


def _opneemteken(ouder: QWidget, *, loopt: bool, hoofd: bool) -> QIcon:
    dpr = ouder.devicePixelRatioF()
    plaat = QPixmap(round(_TEKEN * dpr), round(_TEKEN * dpr))
    plaat.setDevicePixelRatio(dpr)
    plaat.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plaat)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kleuren().accent_inkt if hoofd else kleuren().inkt))
    vak = QRectF(2, 2, _TEKEN - 4, _TEKEN - 4)
    if loopt:
        painter.drawRoundedRect(vak.adjusted(1, 1, -1, -1), 2, 2)
    else:
        painter.drawEllipse(vak)
    painter.end()
    return QIcon(plaat)
