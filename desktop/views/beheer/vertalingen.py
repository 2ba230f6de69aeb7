"""All languages at a glance: how much of each is missing, a draft, or confirmed by a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop import catalogi
from desktop.models.catalogus import Taal
from desktop.models.vertaaldekking import Dekking, Stand, meet
from desktop.store.aankondiging import Gewijzigd
from desktop.store.store import Store
from desktop.store.vertalingen import aantallen_meldingen, huidige_catalogus
from desktop.taal import _, meervoud
from desktop.views.beheer.standbalk import Legenda, Standbalk, standwoord
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel, schuifvlak
from desktop.views.widgets.kortlabel import Kortlabel

_SMAL = 860
ONDERWERPEN = frozenset({"promptvertaling", "promptmelding"})


@dataclass(frozen=True)
class Taalstand:
    """One language with its open remarks."""

    dekking: Dekking
    opmerkingen: int

    @property
    def aantallen(self) -> dict[Stand, int]:
        """Texts by standing."""
        return {stand: self.dekking.aantal(stand) for stand in Stand}


def meet_taal(store: Store, tag: str) -> Taalstand:
    """Measures one language; reads its catalogue, so it runs off the GUI thread."""
    with store.lees() as sessie:
        dekking = meet(
            catalogi.talen()[tag],
            catalogi.bronteksten(store.lijst),
            huidige_catalogus(sessie, tag),
            huidige_catalogus(sessie, "en"),
        )
        return Taalstand(dekking, aantallen_meldingen(sessie).get(tag, 0))


class Taalrij:
    """One language: its name leads to its texts; the numbers come when they are counted."""

    def __init__(self, taal: Taal, rooster: QGridLayout, rij: int, ouder: QWidget) -> None:
        self.taal = taal
        self.open: QPushButton = knop(taal.naam, "regel", ouder)
        self.balk = Standbalk(ouder)
        rooster.addWidget(self.open, rij, 0)
        rooster.addWidget(self.balk, rij, 1, Qt.AlignmentFlag.AlignVCenter)
        self.getallen = {stand: _getal("…", "", ouder) for stand in Stand}
        self.opmerkingen = _getal("…", "", ouder)
        for kolom, getal in enumerate((*self.getallen.values(), self.opmerkingen), 2):
            rooster.addWidget(getal, rij, kolom)

    def toon(self, stand: Taalstand) -> None:
        """The numbers."""
        self.balk.toon(stand.aantallen)
        for soort, aantal in stand.aantallen.items():
            self._zet(self.getallen[soort], aantal, let_op=soort is Stand.ONTBREEKT)
            self.getallen[soort].setAccessibleName(
                f"{self.taal.naam}, {standwoord(soort)}: {aantal}"
            )
        aantal = stand.opmerkingen
        self._zet(self.opmerkingen, aantal, let_op=True)
        self.opmerkingen.setAccessibleName(
            f"{self.taal.naam}: " + meervoud("{aantal} opmerking", "{aantal} opmerkingen", aantal)
        )

    @staticmethod
    def _zet(getal: QLabel, aantal: int, *, let_op: bool) -> None:
        getal.setText(str(aantal) if aantal else "–")
        getal.setProperty("soort", "fout" if let_op and aantal else "")
        getal.style().polish(getal)


class Vertaalscherm(Blad):
    """`taal`: the user opens one language, by tag."""

    taal = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Vertalingen"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._wacht: list[str] = []
        self.kaart = Sectie(_("Talen van de cliënt"), self)
        self.kaart.blad.addWidget(
            regel(
                _(
                    "Een vertaling blijft een concept tot een mens haar heeft nagekeken. Een tekst "
                    "in de verkeerde taal telt als ontbrekend. Dan ziet de cliënt Nederlands."
                ),
                "zacht",
                self.kaart,
            )
        )
        self.melding = regel("", "fout", self.kaart)
        self.melding.hide()
        self.kaart.blad.addWidget(self.melding)
        self.rijen = self._maak_rijen()
        self.kaart.blad.addStretch()
        self._buiten.addWidget(schuifvlak(self.kaart, self), 1)
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _maak_rijen(self) -> dict[str, Taalrij]:
        self._rooster = rooster = QGridLayout()
        rooster.setVerticalSpacing(4)
        rooster.setColumnStretch(1, 1)
        self._legenda = [Legenda(stand, self.kaart) for stand in Stand]
        for kolom, woord in enumerate(self._legenda, 2):
            rooster.addWidget(woord, 0, kolom)
        rooster.addWidget(_getal(_("Opmerkingen"), "klein", self.kaart), 0, len(Stand) + 2)
        self.kaart.blad.addLayout(rooster)
        rijen = {}
        for nr, (tag, taal) in enumerate(self._werkplek.talen.items()):
            if tag != "nl":
                rijen[tag] = Taalrij(taal, rooster, nr + 1, self.kaart)
                rijen[tag].open.clicked.connect(partial(self.taal.emit, tag))
        return rijen

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        """On a small screen the numbers stay, without the bars."""
        smal = gebeurtenis.size().width() < _SMAL
        self._rooster.setHorizontalSpacing(8 if smal else 20)
        for rij in self.rijen.values():
            rij.balk.setVisible(not smal)
        for woord in self._legenda:
            woord.vlekje.setVisible(not smal)
        super().resizeEvent(gebeurtenis)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self.lees()

    def lees(self) -> None:
        """Counts every language anew, one after the other; the old numbers stay until then."""
        self._wacht = list(self.rijen)
        if self._taak is None:
            self._volgende()

    def _volgende(self) -> None:
        self._taak = None
        if not self._wacht:
            return
        tag = self._wacht.pop(0)
        self._taak = Achtergrondtaak(partial(meet_taal, self._werkplek.store, tag), self)
        self._taak.klaar.connect(self._toon)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _toon(self, stand: Taalstand) -> None:
        self.melding.hide()
        self.rijen[stand.dekking.taal.tag].toon(stand)
        self._volgende()

    def _mislukt(self, _fout: Exception) -> None:
        self._taak, self._wacht = None, []
        self.melding.setText(_("Tellen lukt nu niet. Ga terug en probeer het opnieuw."))
        self.melding.show()

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self.lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())


def _getal(tekst: str, soort: str, ouder: QWidget) -> QLabel:
    label = Kortlabel(soort, ouder)
    label.setText(tekst)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
