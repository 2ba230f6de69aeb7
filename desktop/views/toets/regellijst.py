"""A list of lines that wrap, as high as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QSizePolicy, QWidget


class Regellijst(QListWidget):
    """It scrolls only where there is no room for all lines."""

    def __init__(self, naam: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(naam)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setProperty("soort", "vinken")  # the rows with room around their words
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.updateGeometry()  # only now is it known how the lines wrap

    def sizeHint(self) -> QSize:
        hoog = self.contentsSize().height() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), hoog))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
