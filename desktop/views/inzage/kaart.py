"""The card on a dossier's sheet: what the client asked, and the way to the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.store.verzoeken import verzoeken
from desktop.taal import _, meervoud
from desktop.views.inzage.woorden import reden_van, soort_in_woorden, stand_in_woorden
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, in_lijn, knop, regel

HOOGSTENS = 3


class Verzoekenkaart(Sectie):
    """Requests that wait first; `open` carries the dossier."""

    open = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Verzoeken van de cliënt"), parent)
        self._werkplek, self._dossier_id = werkplek, ""
        self._doos: QWidget | None = None
        self.blad.setSpacing(8)
        self._plek = QVBoxLayout()
        self.blad.addLayout(self._plek)
        rij = QHBoxLayout()
        self.knop = knop(_("Verzoeken en inzage"), "gewoon", self)
        self.knop.clicked.connect(lambda: self.open.emit(self._dossier_id))
        rij.addWidget(self.knop)
        rij.addStretch()
        self.blad.addLayout(rij)

    def toon(self, dossier_id: str) -> None:
        """Shows the requests of this dossier, built anew so that no old word stays behind."""
        self._dossier_id = dossier_id
        store = self._werkplek.store
        with store.lees() as sessie:
            lijst = verzoeken(sessie, dossier_id, vandaag=store.vandaag())
        if self._doos is not None:
            self._doos.hide()
            self._doos.deleteLater()
        self._doos = QWidget(self)
        vak = QVBoxLayout(self._doos)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(4)
        for n, verzoek in enumerate(lijst[:HOOGSTENS]):
            if n:
                vak.addSpacing(8)
            vak.addWidget(regel(soort_in_woorden(verzoek.soort), "waarde", self._doos))
            stand = Datumknop(self._doos, "fout" if verzoek.laat else "zacht")
            stand.zet(stand_in_woorden(verzoek), reden_van(verzoek))
            vak.addLayout(in_lijn(stand))
        if len(lijst) > HOOGSTENS:
            rest = meervoud("En nog {aantal}", "En nog {aantal}", len(lijst) - HOOGSTENS)
            vak.addWidget(regel(rest, "zacht", self._doos))
        if not lijst:
            zin = _("De cliënt mag de eigen gegevens zien, laten verbeteren, of bezwaar maken.")
            vak.addWidget(regel(zin, "zacht", self._doos))
        self._plek.addWidget(self._doos)
