"""Where the room of the test opens, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.store.aankondiging import Gewijzigd
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.toets.wie import begint_bij_toetsen
from desktop.views.wegen import Wegen
from desktop.views.werkplek import Werkplek


class Toetswegen(Wegen):
    """To plan, calendar, resources: one room."""

    def __init__(self, werkplek: Werkplek, parent: QObject) -> None:
        super().__init__(werkplek, parent)
        self._geland = False
        self._lijst: Dossierscherm | None = None
        werkplek.gewijzigd.connect(self._na_wijziging)

    def verbind(self, lijst: Dossierscherm) -> None:
        """Opens what the caseload asks for."""
        self._lijst = lijst
        lijst.toetsen.connect(self.toetsen)

    def toetsen(self) -> None:
        """To plan, calendar, resources."""
        from desktop.views.toets.toetsscherm import Toetsscherm

        self._geland = True
        scherm = Toetsscherm(self._werkplek)
        scherm.terug.connect(self.naar_lijst)
        self.toon.emit(scherm)

    def land(self) -> None:
        """A toetsbegeleider begins here, once, unless something else is open already."""
        lijst = self._lijst
        if self._geland or lijst is None or not begint_bij_toetsen(self._werkplek):
            return
        if not lijst.isHidden():
            self.toetsen()

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if "rechten" in gewijzigd:
            self.land()
