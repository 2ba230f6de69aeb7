"""The language of the interface: of the klantmanager's screens, never of the client's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.taal import BRON, TALEN, _, taal
from desktop.views.widgets.indeling import Sectie, regel

IN_HET_ENGELS = "Interface language"
"""Beside the Dutch heading: whoever does not read Dutch looks for this."""


class Taalkaart(Sectie):
    """`gekozen` carries the tag of another language; the windows are then made anew."""

    gekozen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        titel = _("Taal van het programma")
        super().__init__(f"{titel} / {IN_HET_ENGELS}" if taal() == BRON else titel, parent)
        uitleg = _("Dit gaat over jouw schermen. De taal van de cliënt kies je bij het gesprek.")
        self.blad.addWidget(regel(uitleg, "zacht", self))
        self.keuze = QComboBox(self)
        self.keuze.setAccessibleName(titel)
        for tag, naam in TALEN.items():
            self.keuze.addItem(naam, tag)
        self.keuze.setCurrentIndex(self.keuze.findData(taal()))
        self.keuze.activated.connect(self._kies)
        self.blad.addWidget(self.keuze)

    def _kies(self) -> None:
        tag = str(self.keuze.currentData())
        if tag != taal():
            self.gekozen.emit(tag)
