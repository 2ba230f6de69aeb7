"""Voices and recordings: who reads aloud what a client cannot read."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop import catalogi
from desktop.models.opnamewerk import lijstregels, zinnen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.opnamebeheer import ingetrokken_op, opgenomen, sprekers, stemproeven
from desktop.store.store import Store
from desktop.taal import _
from desktop.views.opnamen.keuzekaart import Keuzekaart
from desktop.views.opnamen.lijst import Opnamenkaart
from desktop.views.opnamen.pakket import Pakketkaart
from desktop.views.opnamen.stemmen import Stemmenkaart
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad

ONDERWERPEN = frozenset({"opname", "stemproef", "promptvertaling"})


class Opnamescherm(Blad):
    """`inspreken` carries who is going to read what."""

    inspreken = Signal(object)

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Stemmen en opnamen"), parent)
        self._werkplek = werkplek
        self.keuze = Keuzekaart(werkplek, self)
        self.keuze.veranderd.connect(self._lees)
        self.keuze.begin.connect(self.inspreken)
        self.stemmen = Stemmenkaart(werkplek, self)
        self.opnamen = Opnamenkaart(werkplek, self)
        self.pakket = Pakketkaart(werkplek, self)
        self.leg([self.keuze, self.pakket], [self.opnamen, self.stemmen])
        self._luistert = False
        self.opnamen.geluid.connect(self._luister_opname)
        self.stemmen.geluid.connect(self._luister_stem)
        werkplek.spreker.melding.connect(self._meld)
        werkplek.gewijzigd.connect(self._na_wijziging)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._lees()
        self._keur_toestemming()

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        super().hideEvent(gebeurtenis)
        self._werkplek.spreker.stop()

    def _lees(self) -> None:
        store, werkplek, tag = self._werkplek.store, self._werkplek, self.keuze.tag
        prompts = werkplek.prompts(tag)
        bronnen = catalogi.bronteksten(store.lijst)
        alle = zinnen(bronnen, prompts)
        with store.lees() as sessie:
            er_is = opgenomen(sessie, tag)
            proeven = stemproeven(sessie, tag)
            namen = sprekers(sessie)
        dialect = self.keuze.dialect.tekst
        gelezen = {o.context: o.tekst for o in er_is if o.dialect == dialect}
        onvertaald = sum(not prompts.tekst(b.context, b.nederlands).vertaald for b in bronnen)
        self.keuze.toon(alle, gelezen, onvertaald)
        self.keuze.namen.setStringList(namen)
        nu = {context: zin.tekst for zin in alle for context in zin.contexten}
        taal = werkplek.talen[tag]
        self.opnamen.toon(lijstregels(er_is, nu), taal)
        self.stemmen.toon(taal, werkplek.spreker.stemmen(tag), proeven, alle)
        self.pakket.toon(tag, len(er_is))

    def _meld(self, zin: str) -> None:
        """A sound that could not be heard, said where somebody asked for it."""
        if self.isVisible():
            (self.opnamen if self._luistert else self.stemmen).zeg(zin)

    def _luister_opname(self) -> None:
        self._luistert = True

    def _luister_stem(self) -> None:
        self._luistert = False

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()
            if "opname" in gewijzigd:
                self._keur_toestemming()

    def _keur_toestemming(self) -> None:
        """Asks the journal, on a thread: the withdrawal may be of another laptop."""
        spreker = self.keuze.van_eerder
        if spreker:
            taak = Achtergrondtaak(partial(_ingetrokken, self._werkplek.store, spreker), self)
            taak.klaar.connect(self._toestemming_gekeurd)
            taak.start()

    def _toestemming_gekeurd(self, uitkomst: tuple[str, date | None]) -> None:
        self.keuze.vervalt(*uitkomst)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())


def _ingetrokken(store: Store, spreker: str) -> tuple[str, date | None]:
    with store.lees() as sessie:
        return spreker, ingetrokken_op(sessie, spreker)
