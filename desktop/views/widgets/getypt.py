"""What stands in the fields of a screen, to put it in the same screen when that is made anew."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

Getypt = dict[type[QWidget], list[str | bool | int]]


def getypt(scherm: QWidget) -> Getypt:
    """The contents of all fields, by kind, in the order in which they were made."""
    return {
        QLineEdit: [veld.text() for veld in _regels(scherm)],
        QPlainTextEdit: [veld.toPlainText() for veld in scherm.findChildren(QPlainTextEdit)],
        QCheckBox: [vak.isChecked() for vak in scherm.findChildren(QCheckBox)],
        QComboBox: [lijst.currentIndex() for lijst in scherm.findChildren(QComboBox)],
    }


def zet_terug(scherm: QWidget, wat: Getypt) -> None:
    """Fills the fields again; a kind of which there are now more or fewer is left alone."""
    regels = _regels(scherm)
    if len(regels) == len(wat[QLineEdit]):
        for regel, tekst in zip(regels, wat[QLineEdit], strict=True):
            if regel.text() != tekst:
                regel.setText(str(tekst))
    vlakken = scherm.findChildren(QPlainTextEdit)
    if len(vlakken) == len(wat[QPlainTextEdit]):
        for vlak, tekst in zip(vlakken, wat[QPlainTextEdit], strict=True):
            if vlak.toPlainText() != tekst:
                vlak.setPlainText(str(tekst))
    vakken = scherm.findChildren(QCheckBox)
    if len(vakken) == len(wat[QCheckBox]):
        for vak, aan in zip(vakken, wat[QCheckBox], strict=True):
            vak.setChecked(bool(aan))
    lijsten = scherm.findChildren(QComboBox)
    if len(lijsten) == len(wat[QComboBox]):
        for lijst, plek in zip(lijsten, wat[QComboBox], strict=True):
            lijst.setCurrentIndex(int(plek))


def _regels(scherm: QWidget) -> list[QLineEdit]:
    """Lines of their own; the one inside a combo box goes with it."""
    return [
        regel
        for regel in scherm.findChildren(QLineEdit)
        if not isinstance(regel.parentWidget(), QComboBox)
    ]
