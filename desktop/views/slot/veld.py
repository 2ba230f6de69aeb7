"""A field for a passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


def wachtzinveld(parent: QWidget, naam: str) -> QLineEdit:
    """Shows dots, and keeps what is typed out of suggestions."""
    veld = QLineEdit(parent)
    veld.setEchoMode(QLineEdit.EchoMode.Password)
    veld.setAccessibleName(naam)
    veld.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    )
    return veld
