"""Where the dates of a dossier open, and the way back."""

from __future__ import annotations

from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.wegen import Wegen


class Termijnwegen(Wegen):
    """Makes the screen when it is asked for, always anew; `toon` carries it."""

    def verbind(self, blad: Dossierblad) -> None:
        """Opens what the dossier sheet asks for."""
        blad.kaarten.termijnen.open_data.connect(self.data)

    def data(self, dossier_id: str, sleutel: tuple[str, int] | None = None) -> None:
        """The line, opened at one date or at the next."""
        from desktop.views.termijnen.scherm import Termijnenscherm

        scherm = Termijnenscherm(self._werkplek, dossier_id, sleutel)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        self.toon.emit(scherm)
