"""Records what the user looks at, a moment after the screen has shown it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.models.spoor import Inzagesoort, inzage_bij
from desktop.store.spoor import toont_afgeschermd
from desktop.views.intake.gespreksplek import Gespreksplek
from desktop.views.intake.plek import Blad
from desktop.views.werkplek import Werkplek

RUST_MS = 200
"""First the screen: nobody waits for the trail, and a touch of the client least of all."""


class Kijker(QObject):
    """Hears which screen opens, and writes when that is done. `leg_vast` writes at once."""

    def __init__(self, werkplek: Werkplek, parent: QObject) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._gezien: dict[str, set[Inzagesoort]] = {}
        self._notities: dict[tuple[str, str, str], str] = {}
        """Places in a talk (intake, domain, question) with notes to look at, and their dossier."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RUST_MS)
        self._timer.timeout.connect(self.leg_vast)

    def zie(self, dossier_id: str, *soorten: Inzagesoort) -> None:
        """This of a dossier is on the screen now."""
        boek = self._werkplek.kijkboek
        nieuw = {soort for soort in soorten if not boek.bekend(dossier_id, soort)}
        if nieuw:
            self._gezien.setdefault(dossier_id, set()).update(nieuw)
            self._timer.start()

    def volg(self, gesprek: Gespreksplek) -> None:
        """From now on records what the talk shows; it ends with the talk."""
        gesprek.plek_gewijzigd.connect(partial(self._in_gesprek, gesprek))
        self.kijk_weer(gesprek)

    def kijk_weer(self, gesprek: Gespreksplek) -> None:
        """After unlocking: the talk that was open is seen anew."""
        self.zie(gesprek.stand.dossier_id, Inzagesoort.DOSSIER)
        self._in_gesprek(gesprek)

    def _in_gesprek(self, gesprek: Gespreksplek) -> None:
        if gesprek.plek.blad is not Blad.GESPREK:
            return
        dossier, vraag = gesprek.stand.dossier_id, gesprek.vraag
        self.zie(dossier, *inzage_bij(vraag))
        if not self._werkplek.kijkboek.bekend(dossier, Inzagesoort.AFGESCHERMD):
            # Also while the notes are folded away: one key shows them.
            self._notities[gesprek.intake_id, vraag.domein, vraag.code] = dossier
            self._timer.start()

    def leg_vast(self) -> None:
        """Writes what was seen; call before the store closes."""
        self._timer.stop()
        gezien, self._gezien = self._gezien, {}
        notities, self._notities = self._notities, {}
        werkplek = self._werkplek
        if werkplek.store.op_slot:
            return

        def schrijf() -> None:
            if notities:
                with werkplek.store.lees() as sessie:
                    for plek, dossier in notities.items():
                        if toont_afgeschermd(sessie, *plek):
                            gezien.setdefault(dossier, set()).add(Inzagesoort.AFGESCHERMD)
            for dossier, soorten in gezien.items():
                werkplek.kijkboek.noteer(dossier, *sorted(soorten))

        werkplek.probeer(schrijf)
