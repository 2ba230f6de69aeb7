"""The editor inside a `Schrijfveld`: grows with its text, Tab goes on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

HOOGSTE = 12
"""Lines that a field grows to; a longer text scrolls."""


class Schrijfvlak(QPlainTextEdit):
    """Its menu is made by who knows what stands at that place."""

    menu_gevraagd = Signal(QPoint)

    def __init__(self, regels: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._regels = regels
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._groei)
        self._groei()

    def _groei(self, *_rest: object) -> None:
        nodig = min(max(self.document().size().toSize().height(), self._regels), HOOGSTE)
        hoog = nodig * self.fontMetrics().lineSpacing() + 28
        if self.height() != hoog:
            self.setFixedHeight(hoog)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        """The height depends on the font, which is known only now."""
        super().showEvent(gebeurtenis)
        self._groei()

    def contextMenuEvent(self, gebeurtenis: QContextMenuEvent) -> None:
        self.menu_gevraagd.emit(gebeurtenis.pos())
