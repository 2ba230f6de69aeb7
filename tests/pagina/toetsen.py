"""Typing. QTest knows no key for a letter such as ı or ş; a keyboard does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def tik(qtbot: QtBot, widget: QWidget, tekst: str) -> None:
    """Types a text letter by letter."""
    for teken in tekst:
        if teken.isascii():
            qtbot.keyClicks(widget, teken)
            continue
        for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            gebeurtenis = QKeyEvent(
                soort, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, teken
            )
            QApplication.sendEvent(widget, gebeurtenis)
