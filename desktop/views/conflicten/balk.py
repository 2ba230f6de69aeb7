"""A quiet line above the sheet: what was just chosen, or what came in meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.views.widgets.indeling import knop, regel


class Bericht(QFrame):
    """A sentence, and at most one button. `gedrukt`: the button."""

    gedrukt = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(32, 0, 32, 0)
        rij.setSpacing(8)
        self.zin = regel("", "zacht", self)
        self.knop = knop("", "stil", self)
        self.knop.clicked.connect(self.gedrukt)
        rij.addWidget(self.zin)
        rij.addWidget(self.knop)
        rij.addStretch(1)
        self.zin.setWordWrap(False)
        self.hide()

    def zeg(self, zin: str, op_knop: str = "") -> None:
        """Says this until something else is said."""
        self.zin.setText(zin)
        self.knop.setText(op_knop)
        self.knop.setAccessibleName(op_knop)
        self.knop.setVisible(bool(op_knop))
        self.show()
