"""The code of the question, small in the far corner, for the interpreter on the telephone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.client.knop import KLEUR
from desktop.views.client.maat import schrijf


class Hoekcode(QWidget):
    """Four letters and digits, no more than needed, and never in the way of a finger."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._code = ""

    def toon(self, code: str) -> None:
        """Shows a code; an empty one leaves the corner empty."""
        if code != self._code:
            self._code = code
            self.setAccessibleName(code)
            self.update()
        self.setVisible(bool(code))

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(KLEUR.inkt_zacht))
        maat = max(11, round(self.height() * 0.8))
        links = self.x() + self.width() / 2 < self.window().width() / 2
        kant = Qt.AlignmentFlag.AlignLeft if links else Qt.AlignmentFlag.AlignRight
        # A code is Latin in every language.
        vak = QRectF(self.rect())
        schrijf(painter, vak, self._code, maat, uitlijning=kant | Qt.AlignmentFlag.AlignVCenter)
