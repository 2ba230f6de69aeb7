"""A button that shortens its text when there is no room; its hint then says all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

SMALST = 96


class Kortknop(QPushButton):
    """Takes the room of its text, and gives it back when the window is narrow."""

    def __init__(self, tekst: str, parent: QWidget) -> None:
        super().__init__(tekst, parent)
        self._hint = ""
        beleid = self.sizePolicy()
        beleid.setHorizontalPolicy(QSizePolicy.Policy.Preferred)  # a button does not shrink
        self.setSizePolicy(beleid)

    def setToolTip(self, hint: str) -> None:
        """A hint of its own goes before the one that only repeats the text."""
        self._hint = hint
        super().setToolTip(hint)

    def setText(self, tekst: str) -> None:
        super().setText(tekst)
        self._zeg_wat_niet_past()

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), SMALST), hint.height())

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._zeg_wat_niet_past()

    def _zeg_wat_niet_past(self) -> None:
        super().setToolTip(self._hint or ("" if self._past else self.text()))

    @property
    def _past(self) -> bool:
        return self.width() >= self.sizeHint().width()

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        optie = QStyleOptionButton()
        self.initStyleOption(optie)
        if not self._past:  # a border of the focus takes room too: it must not shorten a text
            vak = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, optie, self)
            optie.text = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, vak.width()
            )
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, optie)
