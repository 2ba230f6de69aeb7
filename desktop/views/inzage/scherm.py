"""The client's rights on one sheet: requests at the left, the papers that answer them right."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.models.dossierkaart import Dossierkaart
from desktop.store.aankondiging import Gewijzigd
from desktop.store.dossierkaart import kaart
from desktop.taal import _
from desktop.views.inzage.papieren import Apartkaart, Inzagekaart
from desktop.views.inzage.recht import mag_opschrijven
from desktop.views.inzage.verzoeken import Nieuwkaart, Verzoeklijst
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad

ONDERWERPEN = frozenset({"verzoek", "dossier", "rechten"})


class Inzagescherm(Blad):
    """Requests and inzage of one client."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Verzoeken en inzage"), parent)
        self._werkplek = werkplek
        self._id = ""
        self._verouderd = False
        self.kaart: Dossierkaart | None = None
        self.lijst = Verzoeklijst(werkplek, self)
        self.nieuw = Nieuwkaart(werkplek, self)
        self.inzage = Inzagekaart(werkplek, self)
        self.apart = Apartkaart(werkplek, self.inzage.map, self)
        self.leg([self.lijst, self.nieuw], [self.inzage, self.apart])
        werkplek.gewijzigd.connect(self._na_wijziging)

    def open(self, dossier_id: str) -> None:
        """Shows this client's requests."""
        self._id = dossier_id
        self.nieuw.begin(dossier_id)
        self.inzage.map.lees()
        self._lees()

    def _lees(self) -> None:
        self._verouderd = False
        store = self._werkplek.store
        with store.lees() as sessie:
            self.kaart = kaart(sessie, self._id, vandaag=store.vandaag())
        if self.kaart is None:
            self.terug.emit()
            return
        self.lijst.toon(self.kaart)
        self.inzage.toon(self.kaart)
        self.apart.toon(self.kaart)
        self.nieuw.setVisible(mag_opschrijven(self._werkplek))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not self._id or ONDERWERPEN.isdisjoint(gewijzigd):
            return
        if self.isVisible():
            self._lees()
        else:
            self._verouderd = True

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        if self._verouderd:
            self._lees()
        super().showEvent(gebeurtenis)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the one thing to do.
        self.inzage.maak.setFocus(gebeurtenis.reason())
