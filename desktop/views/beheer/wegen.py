"""Where the screens of beheer, keeping and the client's rights open, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.models.opnamewerk import Inspreekopdracht
from desktop.views.beheer.gemeente import Gemeentescherm
from desktop.views.beheer.pictogrammen import Pictogramscherm
from desktop.views.beheer.scherm import Beheerscherm
from desktop.views.beheer.taalscherm import Taalscherm
from desktop.views.beheer.vertalingen import Vertaalscherm
from desktop.views.bewaren.scherm import Bewaarscherm
from desktop.views.bewaren.terugzetten import Terugzetscherm
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.instellingen.scherm import Instellingenscherm
from desktop.views.inzage.scherm import Inzagescherm
from desktop.views.opnamen.inspreken import Inspreekscherm
from desktop.views.opnamen.scherm import Opnamescherm
from desktop.views.spoor.scherm import Spoorscherm
from desktop.views.wegen import Wegen


class Beheerwegen(Wegen):
    """`terugzetten`: a copy stands ready, and the program has to close the file."""

    naar_instellingen = Signal()
    terugzetten = Signal()

    def verbind(self, lijst: Dossierscherm, blad: Dossierblad) -> None:
        """Opens what the caseload and the dossier sheet ask for."""
        lijst.beheer.connect(self.beheer)
        blad.kaarten.verzoeken.open.connect(self.inzage)

    def verbind_instellingen(self, scherm: Instellingenscherm) -> None:
        """Opens what the settings ask for."""
        scherm.bewaren.connect(self.bewaren_uit_instellingen)
        scherm.terugzetten.connect(self.kies_kopie)
        naar = self.naar_instellingen.emit
        scherm.vertalingen.connect(lambda: self.vertalingen(naar))
        scherm.pictogrammen.connect(lambda: self.pictogrammen(naar))
        scherm.stemmen.connect(lambda: self.stemmen(naar))
        scherm.gemeente.connect(lambda: self.gemeente(naar))

    def beheer(self) -> None:
        """Laptops, people, what may go, the trail."""
        scherm = Beheerscherm(self._werkplek)
        scherm.terug.connect(self.naar_lijst)
        scherm.bewaren.connect(self.bewaren)
        scherm.spoor.connect(self.spoor)
        scherm.vertalingen.connect(lambda: self.vertalingen(self.beheer))
        scherm.pictogrammen.connect(lambda: self.pictogrammen(self.beheer))
        scherm.stemmen.connect(lambda: self.stemmen(self.beheer))
        scherm.gemeente.connect(lambda: self.gemeente(self.beheer))
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

    def vertalingen(self, terug: Callable[[], None]) -> None:
        """All languages; `terug` is where the user came from."""
        scherm = Vertaalscherm(self._werkplek)
        scherm.terug.connect(terug)
        scherm.taal.connect(lambda tag: self.taal(tag, terug))
        self.toon.emit(scherm)

    def taal(self, tag: str, terug: Callable[[], None]) -> None:
        """The texts of one language."""
        scherm = Taalscherm(self._werkplek, tag)
        scherm.terug.connect(lambda: self.vertalingen(terug))
        self.toon.emit(scherm)

    def pictogrammen(self, terug: Callable[[], None]) -> None:
        """How well the pictograms work."""
        scherm = Pictogramscherm(self._werkplek)
        scherm.terug.connect(terug)
        self.toon.emit(scherm)

    def stemmen(self, terug: Callable[[], None]) -> None:
        """Recordings of speakers, and the voices of the computer."""
        scherm = Opnamescherm(self._werkplek)
        scherm.terug.connect(terug)
        scherm.inspreken.connect(lambda opdracht: self.inspreken(opdracht, terug))
        self.toon.emit(scherm)

    def gemeente(self, terug: Callable[[], None]) -> None:
        """Letter head and mandate list."""
        scherm = Gemeentescherm(self._werkplek)
        scherm.terug.connect(terug)
        self.toon.emit(scherm)

    def inspreken(self, opdracht: Inspreekopdracht, terug: Callable[[], None]) -> None:
        """A speaker reads aloud."""
        scherm = Inspreekscherm(self._werkplek, opdracht)
        scherm.terug.connect(lambda: self.stemmen(terug))
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
