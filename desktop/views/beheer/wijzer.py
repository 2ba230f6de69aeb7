"""Cards that only lead somewhere: a line of explanation and a button."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.taal import _
from desktop.views.widgets.indeling import Sectie, knop, regel


class Wijzer(Sectie):
    """A line of explanation and a button."""

    def __init__(self, titel: str, uitleg: str, tekst: str, parent: QWidget) -> None:
        super().__init__(titel, parent)
        self.blad.addWidget(regel(uitleg, "zacht", self))
        rij = QHBoxLayout()
        self.knop = knop(tekst, "gewoon", self)
        rij.addWidget(self.knop)
        rij.addStretch()
        self.blad.addLayout(rij)


class Bewaarwijzer(Wijzer):
    """The way to what may go: on the sheet of beheer, and in the settings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Bewaren en wissen"),
            _("Wat lang genoeg is bewaard, mag weg. Het programma laat zien wat; jij beslist."),
            _("Bekijk wat weg mag"),
            parent,
        )
