"""Where setting, versions, papers and the signature of a plan open, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.store import pip as pipstore
from desktop.views.pip.papieren import Papierenblad
from desktop.views.pip.pipwegen import Pipwegen
from desktop.views.pip.tekenen import Tekenblad
from desktop.views.pip.vaststellen import Vaststelblad
from desktop.views.pip.versies import Versiescherm
from desktop.views.wegen import Wegen
from desktop.views.werkplek import Werkplek


class Afrondwegen(Wegen):
    """What the plan or the dossier asks for."""

    def __init__(self, werkplek: Werkplek, plannen: Pipwegen, parent: QObject) -> None:
        super().__init__(werkplek, parent)
        self._plannen = plannen
        self._tekenblad: Tekenblad | None = None
        plannen.vaststellen_gevraagd.connect(self.vaststellen)
        plannen.versies_gevraagd.connect(self.versies)
        plannen.nieuwe_versie_gevraagd.connect(lambda id_: self.versies(id_, begin_nieuw=True))
        plannen.papieren_gevraagd.connect(self.papieren)
        plannen.tekenen_gevraagd.connect(self.tekenen)

    def vaststellen(self, dossier_id: str, pip_id: str) -> None:
        """The draft becomes a version that holds."""
        scherm = Vaststelblad(self._werkplek, pip_id)
        scherm.terug.connect(lambda: self._plannen.plan(dossier_id, pip_id))
        scherm.naar_veld.connect(lambda veld: self._naar_veld(dossier_id, pip_id, veld))
        scherm.klaar.connect(lambda: self.papieren(dossier_id, pip_id))
        self.toon.emit(scherm)

    def _naar_veld(self, dossier_id: str, pip_id: str, veld: str) -> None:
        self._plannen.plan(dossier_id, pip_id)
        if self._plannen.scherm is not None:
            self._plannen.scherm.ga_naar_veld(veld)

    def versies(self, dossier_id: str, *, begin_nieuw: bool = False) -> None:
        """All versions, and the next one."""
        scherm = Versiescherm(self._werkplek, dossier_id, begin_nieuw=begin_nieuw)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.open_pip.connect(lambda pip: self._plannen.plan(dossier_id, pip))
        scherm.papieren.connect(lambda pip: self.papieren(dossier_id, pip))
        scherm.tekenen.connect(lambda pip: self.tekenen(dossier_id, pip, naar_versies=True))
        scherm.nieuw.connect(lambda pip: self._plannen.plan(dossier_id, pip))
        self.toon.emit(scherm)

    def papieren(self, dossier_id: str, pip_id: str = "") -> None:
        """The papers of a version; of the one that holds, or the draft, when none is named."""
        pip_id = pip_id or self._gewone(dossier_id)
        if not pip_id:
            return
        scherm = Papierenblad(self._werkplek, pip_id)
        scherm.terug.connect(lambda: self.naar_dossier.emit(dossier_id))
        scherm.gezien.connect(lambda wat: self.gezien.emit(dossier_id, wat))
        self.toon.emit(scherm)

    def tekenen(self, dossier_id: str, pip_id: str, *, naar_versies: bool = False) -> None:
        """How the client signs, and what was signed; back goes where the user came from."""
        self._tekenblad = scherm = Tekenblad(self._werkplek, pip_id)
        if naar_versies:
            scherm.terug.connect(lambda: self.versies(dossier_id))
        else:
            scherm.terug.connect(lambda: self._plannen.plan(dossier_id, pip_id))
        scherm.destroyed.connect(lambda: self._vergeet(scherm))
        self.toon.emit(scherm)

    def _vergeet(self, scherm: Tekenblad) -> None:
        if self._tekenblad is scherm:
            self._tekenblad = None

    def _gewone(self, dossier_id: str) -> str:
        with self._werkplek.store.lees() as sessie:
            beeld = pipstore.pipdossier(sessie, dossier_id)
            versie = beeld.huidige or beeld.concept
            return versie.id if versie is not None else ""

    def blank(self) -> None:
        """Locked: nothing of a signature is left on the client's screen."""
        if self._tekenblad is not None:
            self._tekenblad.blank()
