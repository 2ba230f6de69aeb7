"""Nothing to choose: a pleasant end."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.stijl import kleuren
from desktop.views.widgets.indeling import knop, regel


class Allesgoed(QWidget):
    """A sign, a sentence and the way on. `anders`: another version after all."""

    verder = Signal()
    anders = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        blad = QVBoxLayout(self)
        blad.setContentsMargins(32, 16, 32, 48)
        blad.setSpacing(8)
        blad.addStretch(2)
        blad.addWidget(_Vink(self), 0, Qt.AlignmentFlag.AlignHCenter)
        blad.addSpacing(16)
        self.kop = regel(_("Alles klopt met elkaar"), "kop", self)
        self.tekst = regel(
            _(
                "Vullen twee mensen op hun eigen laptop iets anders in? "
                "Dan staat het hier, en kies jij wat klopt."
            ),
            "zacht",
            self,
        )
        for label in (self.kop, self.tekst):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            blad.addWidget(label)
        blad.addSpacing(16)
        self.knop = knop(_("Klaar"), "hoofd", self)
        self.knop.clicked.connect(self.verder)
        blad.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignHCenter)
        blad.addSpacing(16)
        onder = QHBoxLayout()
        onder.setSpacing(8)
        self.gekozen = regel("", "zacht", self)
        self.gekozen.setWordWrap(False)
        self.knop_anders = knop(_("Toch iets anders"), "stil", self)
        self.knop_anders.clicked.connect(self.anders)
        onder.addStretch()
        onder.addWidget(self.gekozen)
        onder.addWidget(self.knop_anders)
        onder.addStretch()
        blad.addLayout(onder)
        blad.addStretch(3)

    def toon(self, zin: str, *, kan_anders: bool) -> None:
        """`zin`: what was chosen last; empty when there was nothing to choose."""
        self.gekozen.setText(zin)
        self.gekozen.setVisible(bool(zin))
        self.knop_anders.setVisible(kan_anders)


class _Vink(QWidget):
    """A large tick in a circle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(72, 72))

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        k = kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        verf.setPen(Qt.PenStyle.NoPen)
        verf.setBrush(QColor(k.goed))
        verf.drawEllipse(QRectF(4, 4, 64, 64))
        pen = QPen(QColor(k.blad), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        verf.setPen(pen)
        verf.drawPolyline([QPointF(23, 37), QPointF(32, 46), QPointF(50, 27)])
