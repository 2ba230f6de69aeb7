"""The surface to sign on, as it stands on the klantmanager's screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.handtekening import Handtekening
from desktop.taal import _
from desktop.views.pip.tekenvlak import Tekenvlak
from desktop.views.widgets.indeling import knop, regel


class Tekenkaart(QWidget):
    """The surface with what it is for, and a button to begin again."""

    gewijzigd = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        self.vlak = Tekenvlak(self)
        self.vlak.setMaximumWidth(720)
        vak.addWidget(self.vlak, 1)
        rij = QHBoxLayout()
        rij.setSpacing(16)
        self.uitleg = regel("", "klein", self)
        self.opnieuw = knop(_("Opnieuw"), "gewoon", self)
        self.opnieuw.setToolTip(_("Veegt het vlak schoon. Met Ctrl+Z gaat één streep weg."))
        self.opnieuw.clicked.connect(self.vlak.wis)
        rij.addWidget(self.uitleg, 1)
        rij.addWidget(self.opnieuw)
        vak.addLayout(rij)
        self.vlak.gewijzigd.connect(self._na_streep)
        self.vlak.gewijzigd.connect(self.gewijzigd)
        self._na_streep()

    @property
    def handtekening(self) -> Handtekening:
        """What stands on it now."""
        return self.vlak.handtekening

    def zet(self, handtekening: Handtekening) -> None:
        """Shows a signature that is kept."""
        self.vlak.zet(handtekening)
        self._na_streep()

    def alleen_lezen(self, vast: bool) -> None:
        """A signature that is set can only be looked at."""
        self.vlak.alleen_lezen(vast)
        self.opnieuw.setVisible(not vast)
        self.uitleg.setVisible(not vast)

    def _na_streep(self) -> None:
        nu = self.vlak.handtekening
        self.opnieuw.setEnabled(not nu.leeg)
        if nu.te_klein:
            self.uitleg.setText(_("Dit is nog te klein. Teken groter. Een kruis mag ook."))
        else:
            self.uitleg.setText(_("Teken op de lijn, met een pen, een vinger of de muis."))
