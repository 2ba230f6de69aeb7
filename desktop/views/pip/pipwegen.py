"""Where the screens of one dossier's plan open, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.store import pip as pipstore
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.pip.scherm import Pipscherm
from desktop.views.wegen import Wegen
from desktop.views.werkplek import Werkplek


class Pipwegen(Wegen):
    """What ends in `_gevraagd` is for the screens of weighing, setting, versions, papers and
    signature: id of the dossier, and of the version where one is meant.
    """

    weging_gevraagd = Signal(str)
    vaststellen_gevraagd = Signal(str, str)
    versies_gevraagd = Signal(str)
    nieuwe_versie_gevraagd = Signal(str)
    papieren_gevraagd = Signal(str, str)
    """The version may be empty: the one that holds."""
    tekenen_gevraagd = Signal(str, str)
    wijzig_dossier = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QObject) -> None:
        super().__init__(werkplek, parent)
        self.scherm: Pipscherm | None = None

    def verbind(self, blad: Dossierblad) -> None:
        """Opens what the dossier sheet asks for."""
        kaart = blad.kaarten.pip
        kaart.open_weging.connect(self.weging_gevraagd)
        kaart.open_pip.connect(self.plan)
        kaart.open_versies.connect(self.versies_gevraagd)
        kaart.open_documenten.connect(lambda dossier: self.papieren_gevraagd.emit(dossier, ""))
        kaart.open_tekenen.connect(self._teken)

    def _teken(self, dossier_id: str) -> None:
        with self._werkplek.store.lees() as sessie:
            vast = pipstore.pipdossier(sessie, dossier_id).huidige
            pip_id = vast.id if vast is not None else ""
        if pip_id:
            self.tekenen_gevraagd.emit(dossier_id, pip_id)

    def plan(self, dossier_id: str, pip_id: str = "") -> None:
        """The plan: this version, or the draft, or what holds. The first time it begins."""
        with self._werkplek.store.lees() as sessie:
            er_is = not pipstore.pipdossier(sessie, dossier_id).kan_beginnen
        store = self._werkplek.store
        if not er_is and not self._werkplek.probeer(lambda: pipstore.begin(store, dossier_id)):
            return
        self.scherm = scherm = Pipscherm(self._werkplek, dossier_id, pip_id=pip_id)
        scherm.destroyed.connect(lambda: self._vergeet(scherm))
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.open_weging.connect(lambda: self.weging_gevraagd.emit(dossier_id))
        scherm.wijzig_dossier.connect(lambda: self.wijzig_dossier.emit(dossier_id))
        scherm.gezien.connect(lambda wat: self.gezien.emit(dossier_id, wat))
        scherm.versies.connect(lambda: self.versies_gevraagd.emit(dossier_id))
        scherm.nieuwe_versie.connect(lambda: self.nieuwe_versie_gevraagd.emit(dossier_id))
        for van, naar in (
            (scherm.vaststellen, self.vaststellen_gevraagd),
            (scherm.papieren, self.papieren_gevraagd),
            (scherm.tekenen, self.tekenen_gevraagd),
        ):
            van.connect(lambda pip, naar=naar: naar.emit(dossier_id, pip))
        self.toon.emit(scherm)

    def _vergeet(self, scherm: Pipscherm) -> None:
        if self.scherm is scherm:
            self.scherm = None

    def leg_vast(self) -> None:
        """Keeps what is still being typed: before the lock, and at the end."""
        if self.scherm is not None:
            self.scherm.leg_vast()
