"""Where the weighing of a dossier opens, the way back, and the way to its origins."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.models.dossier import Dossier
from desktop.models.wegingbron import Bronsoort, uit_vraag_id
from desktop.store import weging as wegingstore
from desktop.store.wegingbeeld import wegingbeeld
from desktop.views.pip.pipwegen import Pipwegen
from desktop.views.wegen import Wegen
from desktop.views.weging.plek import mag_wegen
from desktop.views.weging.scherm import Wegingscherm
from desktop.views.werkplek import Werkplek


class Wegingwegen(Wegen):
    """The sheet, when the plan or the dossier asks for it."""

    naar_toets = Signal(str)
    naar_gegevens = Signal(str)
    naar_vraag = Signal(str, str)
    """A talk, and the code of its question; the way back is `weeg`."""

    def __init__(self, werkplek: Werkplek, plannen: Pipwegen, parent: QObject) -> None:
        super().__init__(werkplek, parent)
        self._plannen = plannen
        self.scherm: Wegingscherm | None = None
        plannen.weging_gevraagd.connect(self.weeg)

    def weeg(self, dossier_id: str) -> None:
        """The weighing: the open one, or what was decided. The first time it begins."""
        store = self._werkplek.store
        with store.lees() as sessie:
            er_is = wegingbeeld(sessie, dossier_id, store.vandaag()) is not None
            mag = mag_wegen(self._werkplek, sessie.get_one(Dossier, dossier_id).gemeente)
        if not er_is and not (mag and self._begin(dossier_id)):
            return
        self.scherm = scherm = Wegingscherm(self._werkplek, dossier_id)
        scherm.destroyed.connect(lambda: self._vergeet(scherm))
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.open_pip.connect(lambda: self._plannen.plan(dossier_id))
        scherm.open_bron.connect(self._bron)
        scherm.gezien.connect(lambda wat: self.gezien.emit(dossier_id, wat))
        self.toon.emit(scherm)

    def _begin(self, dossier_id: str) -> bool:
        store = self._werkplek.store
        return self._werkplek.probeer(lambda: wegingstore.begin(store, dossier_id))

    def _bron(self, soort: str, id_: str) -> None:
        match Bronsoort(soort):
            case Bronsoort.VRAAG:
                self.naar_vraag.emit(*uit_vraag_id(id_))
            case Bronsoort.TOETS:
                self.naar_toets.emit(id_)
            case Bronsoort.GEGEVENS:
                self.naar_gegevens.emit(id_)

    def _vergeet(self, scherm: Wegingscherm) -> None:
        if self.scherm is scherm:
            self.scherm = None

    def leg_vast(self) -> None:
        """Keeps what is still being typed: before the lock, and at the end."""
        if self.scherm is not None:
            self.scherm.leg_vast()

    def blank(self) -> None:
        """Locked: nothing about health stays in sight."""
        if self.scherm is not None:
            self.scherm.blank()
