"""Where the screens about colleagues and the trail open, and the way back from each."""

from __future__ import annotations

from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.spoor.scherm import Spoorscherm
from desktop.views.toegang.collegas import Collegascherm
from desktop.views.toegang.delen import Deelscherm
from desktop.views.toegang.nood import Noodscherm
from desktop.views.wegen import Wegen


class Toegangwegen(Wegen):
    """Sharing, the trail, and a dossier outside one's caseload."""

    def verbind(self, lijst: Dossierscherm, blad: Dossierblad) -> None:
        """Opens what the caseload and the dossier sheet ask for."""
        lijst.collegas.connect(self.collegas)
        kaart = blad.kaarten.toegang
        kaart.delen.connect(self.delen)
        kaart.afgeschermd.connect(self.afgeschermd)
        kaart.spoor.connect(self.spoor)

    def collegas(self) -> None:
        """Absence, handing over, and somebody else's dossier."""
        scherm = Collegascherm(self._werkplek)
        scherm.terug.connect(self.naar_lijst)
        scherm.nood.connect(self.nood)
        scherm.spoor.connect(self.heel_spoor)
        self.toon.emit(scherm)

    def nood(self) -> None:
        """A dossier outside one's caseload."""
        scherm = Noodscherm(self._werkplek)
        scherm.terug.connect(self.collegas)
        scherm.open_dossier.connect(self.naar_dossier)
        self.toon.emit(scherm)

    def afgeschermd(self, dossier_id: str) -> None:
        """The shielded parts of a dossier that the user sees already."""
        scherm = Noodscherm(self._werkplek, dossier_id=dossier_id)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.open_dossier.connect(self.naar_dossier)
        self.toon.emit(scherm)

    def delen(self, dossier_id: str) -> None:
        """Share one dossier, or hand it over."""
        scherm = Deelscherm(self._werkplek, dossier_id)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.overgedragen.connect(self.naar_lijst)
        self.toon.emit(scherm)

    def spoor(self, dossier_id: str) -> None:
        """The trail of one dossier."""
        scherm = Spoorscherm(self._werkplek, dossier_id)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        self.toon.emit(scherm)

    def heel_spoor(self) -> None:
        """The trail of the whole gemeente."""
        scherm = Spoorscherm(self._werkplek)
        scherm.terug.connect(self.collegas)
        self.toon.emit(scherm)
