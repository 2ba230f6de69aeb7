"""The line in a dossier that says that something is to be chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.store import versies
from desktop.taal import _, meervoud
from desktop.views.conflicten.teken import MAAT, verschilteken
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel


class Verschilregel(QFrame):
    """Hidden while there is nothing to choose. `kies`: the button."""

    kies = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "aandachtblad")
        self._werkplek = werkplek
        rij = QHBoxLayout(self)
        rij.setContentsMargins(16, 8, 8, 8)
        rij.setSpacing(12)
        teken = QLabel(self)
        teken.setPixmap(verschilteken(2.0))
        teken.setFixedWidth(MAAT)
        self.zin = regel("", "waarde", self)
        self.knop = knop(_("Kies wat klopt"), "gewoon", self)
        self.knop.clicked.connect(self.kies)
        rij.addWidget(teken)
        rij.addWidget(self.zin, 1)
        rij.addWidget(self.knop)
        self.hide()

    def toon(self, dossier_id: str) -> None:
        """Reads how much there is to choose in this dossier."""
        with self._werkplek.store.lees() as sessie:
            aantal = versies.aantal(sessie, dossier_id)
        self.zin.setText(
            meervoud(
                "{aantal} veld is door twee mensen veranderd. Kies wat klopt.",
                "{aantal} velden zijn door twee mensen veranderd. Kies wat klopt.",
                aantal,
            )
        )
        self.setVisible(aantal > 0)
