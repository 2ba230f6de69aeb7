"""What a keyboard and a screen reader meet on a screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

INTERACTIEF = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
MEESTE_TABS = 150


def gesproken_naam(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def gesproken_toelichting(widget: QWidget) -> str:
    """What a screen reader says after the name: the hint, or what is wrong."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def bedienbaar(scherm: QWidget) -> list[QWidget]:
    """Everything on the screen now that a user can work with."""
    return [
        w
        for w in scherm.findChildren(QWidget)
        if isinstance(w, INTERACTIEF) and not isinstance(w, QHeaderView) and w.isVisible()
    ]


def zonder_naam(scherm: QWidget) -> list[str]:
    """What a screen reader has no name for."""
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in bedienbaar(scherm)
        if not gesproken_naam(w).strip()
    ]


def tabronde(qtbot: QtBot, begin: QWidget, *, terug: bool = False) -> list[QWidget]:
    """Everything that Tab (or Shift+Tab) reaches from here until it is here again."""
    begin.setFocus(Qt.FocusReason.TabFocusReason)
    rond: list[QWidget] = []
    while len(rond) < MEESTE_TABS:
        nu = QApplication.focusWidget()
        assert nu is not None, f"the focus got lost after {len(rond)} times Tab"
        if nu in rond:
            return rond
        rond.append(nu)
        qtbot.keyClick(nu, Qt.Key.Key_Backtab if terug else Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come round")


def niet_te_bereiken(qtbot: QtBot, scherm: QWidget, begin: QWidget) -> list[str]:
    """Names of what can be worked with, yet is never reached with Tab."""
    rond = tabronde(qtbot, begin)
    return [
        gesproken_naam(w)
        for w in bedienbaar(scherm)
        # The editor inside a combobox gives its focus to the combobox; the cross inside a
        # line edit is for the mouse, the keyboard has Esc.
        if w.isEnabled()
        and w.focusProxy() is None
        and not isinstance(w.parentWidget(), QLineEdit)
        and w not in rond
    ]
