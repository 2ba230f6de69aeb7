"""Laptops, people and roles, what may go, and the trail: for beheerder and leidinggevende."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.store.aankondiging import Gewijzigd
from desktop.store.mensen import mensen
from desktop.taal import _
from desktop.views.beheer.laptops import Laptopkaart
from desktop.views.beheer.recht import mag_wissen
from desktop.views.beheer.wijzer import (
    Bewaarwijzer,
    Gemeentewijzer,
    Plaatjeswijzer,
    Stemwijzer,
    Vertaalwijzer,
    Wijzer,
)
from desktop.views.toegang.recht import rol_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, regel

ONDERWERPEN = frozenset({"medewerker", "rechten"})


class Beheerscherm(Blad):
    """`bewaren` and `spoor`: the user wants the list of what may go, or the trail; `vertalingen`,
    `stemmen` and `pictogrammen`: how good those are; `gemeente`: letter head and mandates."""

    bewaren = Signal()
    spoor = Signal()
    vertalingen = Signal()
    pictogrammen = Signal()
    stemmen = Signal()
    gemeente = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Beheer"), parent)
        self._werkplek = werkplek
        self.laptops = Laptopkaart(werkplek, self)
        self.mensen = Mensenkaart(werkplek, self)
        self.leg(
            [self.laptops, *self._taalkaarten()],
            [self._gemeentekaart(), self._bewaarkaart(), self._spoorkaart(), self.mensen],
        )
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _gemeentekaart(self) -> Sectie:
        kaart = Gemeentewijzer(self)
        self.naar_gemeente = kaart.knop
        self.naar_gemeente.clicked.connect(self.gemeente)
        return kaart

    def _bewaarkaart(self) -> Sectie:
        self.bewaarkaart = Bewaarwijzer(self)
        self.naar_bewaren = self.bewaarkaart.knop
        self.naar_bewaren.clicked.connect(self.bewaren)
        return self.bewaarkaart

    def _taalkaarten(self) -> tuple[Sectie, ...]:
        vertalingen, plaatjes = Vertaalwijzer(self), Plaatjeswijzer(self)
        self.naar_vertalingen, self.naar_pictogrammen = vertalingen.knop, plaatjes.knop
        self.naar_vertalingen.clicked.connect(self.vertalingen)
        self.naar_pictogrammen.clicked.connect(self.pictogrammen)
        stemmen = Stemwijzer(self)
        self.naar_stemmen = stemmen.knop
        self.naar_stemmen.clicked.connect(self.stemmen)
        return vertalingen, stemmen, plaatjes

    def _spoorkaart(self) -> Sectie:
        uitleg = _("Wie wat bekeek en veranderde, wanneer, en op welke laptop.")
        kaart = Wijzer(_("Spoor"), uitleg, _("Bekijk het spoor"), self)
        self.naar_spoor = kaart.knop
        self.naar_spoor.clicked.connect(self.spoor)
        return kaart

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._lees()
        self.laptops.kijk()

    def _lees(self) -> None:
        self.mensen.lees()
        self.bewaarkaart.setVisible(mag_wissen(self._werkplek))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())


class Mensenkaart(Sectie):
    """Who there are, and their roles. Read only: the centre says who comes and goes."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Mensen en rollen"), parent)
        self._werkplek = werkplek
        self._doos: QWidget | None = None
        self.blad.addWidget(
            regel(
                _(
                    "Iemand erbij of eraf: dat doet de beheerder van de server, met 'viergesprek "
                    "central add-user' en 'remove-user'."
                ),
                "zacht",
                self,
            )
        )

    def lees(self) -> None:
        """Reads who there are."""
        with self._werkplek.store.lees() as sessie:
            allen = mensen(sessie)
        if self._doos is not None:
            self._doos.hide()
            self._doos.deleteLater()
        gemeenten = {g.code: g.naam for g in self._werkplek.gemeenten}
        self._doos = QWidget(self)
        rooster = QGridLayout(self._doos)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(24)
        rooster.setVerticalSpacing(8)
        rooster.setColumnStretch(0, 1)
        for n, mens in enumerate(allen):
            rooster.addWidget(regel(mens.naam, "waarde", self._doos), n, 0)
            for kolom, tekst in (
                (1, rol_in_woorden(mens.rol)),
                (2, gemeenten.get(mens.gemeente, mens.gemeente)),
            ):
                cel = regel(tekst, "zacht", self._doos)
                cel.setWordWrap(False)
                rooster.addWidget(cel, n, kolom)
        self.blad.addWidget(self._doos)
