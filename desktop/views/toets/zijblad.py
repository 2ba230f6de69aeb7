"""A page beside the calendar: what the forms, the sitting and the papers there share."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.widgets.indeling import knop, regel
from desktop.views.widgets.stroom import stroom


class Zijblad(QWidget):
    """A heading, content that scrolls, two buttons."""

    terug = Signal()
    klaar = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(8)
        self.titel = regel("", "kop", self)
        buiten.addWidget(self.titel)
        self.binnen = QWidget(self)
        self.vak = QVBoxLayout(self.binnen)
        self.vak.setContentsMargins(0, 0, 0, 0)
        self.vak.setSpacing(8)
        rol = QScrollArea(self)
        rol.setWidgetResizable(True)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(self.binnen)
        rol.verticalScrollBar().rangeChanged.connect(
            lambda _laag, hoog: self.vak.setContentsMargins(0, 0, 8 if hoog else 0, 0)
        )
        buiten.addWidget(rol, 1)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        buiten.addWidget(self.fout)
        voet = QWidget(self)
        self.knoppen = stroom(voet, tussen=8)
        buiten.addWidget(voet)

    def zet_knoppen(self, bewaar: str) -> None:
        """The one thing to do, and the way back."""
        self.bewaar = knop(bewaar, "hoofd", self)
        self.bewaar.clicked.connect(self.klaar)
        self.weg = knop(_("Terug"), "gewoon", self)
        self.weg.clicked.connect(self.terug)
        self.knoppen.addWidget(self.bewaar)
        self.knoppen.addWidget(self.weg)

    def zeg(self, zin: str) -> None:
        """What belongs to no field."""
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
