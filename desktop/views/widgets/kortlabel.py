"""A label that shortens its text when there is no room; its hint then says all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class Kortlabel(QLabel):
    """One line that shortens itself with an ellipsis when there is no room."""

    def __init__(self, soort: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", soort)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def setText(self, tekst: str) -> None:
        super().setText(tekst)
        self._zeg_wat_niet_past()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._zeg_wat_niet_past()

    def _zeg_wat_niet_past(self) -> None:
        past = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if past else self.text())

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        kort = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        verf = QPainter(self)
        self.style().drawItemText(
            verf, self.rect(), self.alignment(), self.palette(), self.isEnabled(), kort
        )
