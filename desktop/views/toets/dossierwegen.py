"""Where the screens of one dossier's test open, and the day of a sitting; the way back."""

from __future__ import annotations

from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.wegen import Wegen


class Toetsdossierwegen(Wegen):
    """The result, and leaving the test out."""

    def verbind(self, blad: Dossierblad) -> None:
        """Opens what the dossier sheet asks for."""
        kaart = blad.kaarten.toets
        kaart.uitslag.connect(self.uitslag)
        kaart.overslaan.connect(self.overslaan)

    def uitslag(self, dossier_id: str) -> None:
        """The result, or a correction."""
        from desktop.views.toets.uitslag import Uitslagscherm

        scherm = Uitslagscherm(self._werkplek, dossier_id)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.vastgelegd.connect(lambda: self.naar_dossier.emit(dossier_id))
        self.toon.emit(scherm)

    def overslaan(self, dossier_id: str) -> None:
        """The decision to leave the test out."""
        from desktop.views.toets.overslag import Overslagscherm

        scherm = Overslagscherm(self._werkplek, dossier_id)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.besloten.connect(lambda: self.naar_dossier.emit(dossier_id))
        self.toon.emit(scherm)
