"""Where the screens of beheer, keeping and the client's rights open, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.beheer.scherm import Beheerscherm
from desktop.views.bewaren.scherm import Bewaarscherm
from desktop.views.bewaren.terugzetten import Terugzetscherm
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.instellingen.scherm import Instellingenscherm
from desktop.views.inzage.scherm import Inzagescherm
from desktop.views.spoor.scherm import Spoorscherm
from desktop.views.werkplek import Werkplek


class Beheerwegen(QObject):
    """Makes each screen when it is asked for, always anew; `toon` carries it.

    `terugzetten`: a copy stands ready, and the program has to close the file.
    """

    toon = Signal(QWidget)
    naar_dossier = Signal(str)
    naar_lijst = Signal()
    naar_instellingen = Signal()
    terugzetten = Signal()

    def __init__(self, werkplek: Werkplek, parent: QObject) -> None:
        super().__init__(parent)
        self._werkplek = werkplek

    def verbind(self, lijst: Dossierscherm, blad: Dossierblad) -> None:
        """Opens what the caseload and the dossier sheet ask for."""
        lijst.beheer.connect(self.beheer)
        blad.kaarten.verzoeken.open.connect(self.inzage)

    def verbind_instellingen(self, scherm: Instellingenscherm) -> None:
        """Opens what the settings ask for."""
        scherm.bewaren.connect(self.bewaren_uit_instellingen)
        scherm.terugzetten.connect(self.kies_kopie)

    def beheer(self) -> None:
        """Laptops, people, what may go, the trail."""
        scherm = Beheerscherm(self._werkplek)
        scherm.terug.connect(self.naar_lijst)
        scherm.bewaren.connect(self.bewaren)
        scherm.spoor.connect(self.spoor)
        self.toon.emit(scherm)

    def bewaren(self) -> None:
        """What may go."""
        scherm = Bewaarscherm(self._werkplek)
        scherm.terug.connect(self.beheer)
        self.toon.emit(scherm)

    def bewaren_uit_instellingen(self) -> None:
        """What may go, on a laptop by itself."""
        scherm = Bewaarscherm(self._werkplek)
        scherm.terug.connect(self.naar_instellingen)
        self.toon.emit(scherm)

    def spoor(self) -> None:
        """The trail of the whole gemeente."""
        scherm = Spoorscherm(self._werkplek)
        scherm.terug.connect(self.beheer)
        self.toon.emit(scherm)

    def kies_kopie(self) -> None:
        """Which copy is put back."""
        scherm = Terugzetscherm(self._werkplek)
        scherm.terug.connect(self.naar_instellingen)
        scherm.klaargezet.connect(self.terugzetten)
        self.toon.emit(scherm)

    def inzage(self, dossier_id: str) -> None:
        """What one client asked, and the papers that answer it."""
        scherm = Inzagescherm(self._werkplek)
        scherm.open(dossier_id)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        self.toon.emit(scherm)
