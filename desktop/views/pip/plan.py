"""The plan itself: its cards in the order of the paper, built as they come into view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.piponderdelen import Onderdeel
from desktop.taal import _
from desktop.views.pip.deel2kaart import Deel2kaart
from desktop.views.pip.inhoudsopgave import Kop
from desktop.views.pip.kaarten import Contactkaart, Hoofddoelkaart, Weekkaart
from desktop.views.pip.onderdeelkaart import Onderdeelkaart
from desktop.views.pip.plek import Planplek
from desktop.views.pip.regelrij import Regelrij
from desktop.views.pip.routekaart import Routekaart
from desktop.views.pip.versiekaart import Versiekaart
from desktop.views.pip.woorden import (
    CONTACT,
    DEEL2,
    HOOFDDOEL,
    ROUTE,
    VERSIE,
    WEEK,
    korte_kop,
    plek_van,
)
from desktop.views.widgets.indeling import Sectie

BREEDST = 880
EERST = 4
"""Cards that are there when the screen shows; the rest follows before anybody has scrolled."""


class Plan(QWidget):
    """`hier`: another heading is on top now."""

    hier = Signal(str)
    weging = Signal()
    dossier = Signal()

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek = plek
        self.kaarten: dict[str, Sectie] = {}
        self._klaar: set[str] = set()
        self._onderdelen = {o.code: o for o in plek.kader.onderdelen}
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        self.rol = QScrollArea(self)
        self.rol.setWidgetResizable(True)
        self.rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buiten.addWidget(self.rol)
        self._drager = drager = QWidget(self.rol)
        rij = QHBoxLayout(drager)
        rij.setContentsMargins(8, 0, 16, 32)
        self._binnen = QWidget(drager)
        self._binnen.setMaximumWidth(BREEDST)
        self._blad = QVBoxLayout(self._binnen)
        self._blad.setContentsMargins(0, 0, 0, 0)
        self._blad.setSpacing(16)
        self._blad.addStretch()
        rij.addWidget(self._binnen)
        self.rol.setWidget(drager)
        self.rol.verticalScrollBar().valueChanged.connect(lambda _w: self._meld_hier())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._bouw_een)
        self._wacht: list[str] = []

    # What there is

    def _orde(self) -> list[str]:
        """The places of this plan, in order."""
        inhoud = self._plek.beeld.inhoud
        deel1 = [c for c, o in self._onderdelen.items() if o.deel == 1]
        deel2 = [c for c, o in self._onderdelen.items() if o.deel == 2]
        uit = [VERSIE] if inhoud.versie > 1 else []
        uit += [CONTACT, ROUTE, HOOFDDOEL, WEEK, *deel1, DEEL2]
        return uit + deel2 if inhoud.uitkering else uit

    def koppen(self) -> list[Kop]:
        """For the index: how far each heading is."""
        beeld = self._plek.beeld
        mist: dict[str, int] = {}
        for bevinding in beeld.bevindingen:
            if bevinding.blokkeert:
                plek = plek_van(bevinding.veld)
                mist[plek] = mist.get(plek, 0) + 1
        return [
            Kop(
                plek,
                *(titel := self._titel(plek)),
                mist.get(plek, 0),
                self._leeg(plek),
                kort=korte_kop(plek, titel[0]),
            )
            for plek in self._orde()
        ]

    def _titel(self, plek: str) -> tuple[str, int]:
        if plek in self._onderdelen:
            return self._onderdelen[plek].kop, self._onderdelen[plek].deel
        vast = {
            VERSIE: _("Waarom deze versie"),
            CONTACT: _("Contactpersoon"),
            ROUTE: _("Route en uren"),
            HOOFDDOEL: _("Hoofddoel"),
            WEEK: _("De week"),
            DEEL2: _("Uitkering"),
        }
        return vast[plek], 2 if plek == DEEL2 else 1

    def _leeg(self, plek: str) -> bool:
        inhoud = self._plek.beeld.inhoud
        if plek == DEEL2:
            return not inhoud.uitkering
        if plek == WEEK:
            return not inhoud.week
        return plek in self._onderdelen and not inhoud.bij(plek)

    # Building

    def ververs(self) -> None:
        """Shows the plan as it stands; new cards are filled when it is their turn."""
        orde = self._orde()
        for plek in [p for p in self.kaarten if p not in orde]:
            weg = self.kaarten.pop(plek)
            self._klaar.discard(plek)
            self._blad.removeWidget(weg)
            weg.hide()
            weg.deleteLater()
        for plek in self._klaar:
            self._ververs(plek)
        self._wacht = [p for p in orde if p not in self.kaarten]
        eerst, self._wacht = (
            (self._wacht[:EERST], self._wacht[EERST:]) if not self.kaarten else ([], self._wacht)
        )
        for plek in eerst:
            self._bouw(plek)
        if self._wacht:
            self._later.start()

    def _bouw_een(self) -> None:
        if self._plek.store.op_slot:
            return  # `hervat` goes on
        if self._wacht:
            plek = self._wacht.pop(0)
            self._bouw(plek)
            self._geef_plaats(self.kaarten[plek])
        if self._wacht:
            self._later.start()

    def _geef_plaats(self, kaart: Sectie) -> None:
        # Before anything is painted: else the rows that are there are pressed together for it.
        kaart.show()
        QApplication.sendPostedEvents(self.rol.viewport(), QEvent.Type.LayoutRequest)

    def hervat(self) -> None:
        """Builds on, after a lock."""
        if self._wacht:
            self._later.start()

    def bouw_alles(self) -> None:
        """For who does not wait: a jump, or a test."""
        while self._wacht:
            self._bouw(self._wacht.pop(0))

    def _bouw(self, plek: str) -> None:
        kaart = self._maak(plek)
        self.kaarten[plek] = kaart
        self._klaar.add(plek)
        orde = [p for p in self._orde() if p in self.kaarten]
        self._blad.insertWidget(orde.index(plek), kaart)
        self._ververs(plek)
        if isinstance(kaart, Onderdeelkaart):
            for id_, open_ in self._plek.open.alle().items():
                if open_["onderdeel"] == plek and not self._plek.vast:
                    kaart.heropen(id_, open_["sleutel"])

    def _maak(self, plek: str) -> Sectie:
        ouder = self._binnen
        if plek in self._onderdelen:
            return Onderdeelkaart(self._plek, self._onderdelen[plek], ouder)
        if plek == ROUTE:
            route = Routekaart(self._plek, ouder)
            route.weging.connect(self.weging)
            return route
        if plek == CONTACT:
            contact = Contactkaart(self._plek, ouder)
            contact.wijzig.connect(self.dossier)
            return contact
        soort = {
            VERSIE: Versiekaart,
            HOOFDDOEL: Hoofddoelkaart,
            WEEK: Weekkaart,
            DEEL2: Deel2kaart,
        }[plek]
        return soort(self._plek, ouder)

    def _ververs(self, plek: str) -> None:
        self.kaarten[plek].ververs()  # type: ignore[attr-defined]

    # Going somewhere

    def ga_naar(self, plek: str, veld: str = "", *, richt: bool = True) -> None:
        """Brings a heading to the top, and the keyboard into the field."""
        self.bouw_alles()
        kaart = self.kaarten.get(plek)
        if kaart is None:
            return
        self._zet_bovenaan(kaart)
        if richt:
            if isinstance(kaart, Onderdeelkaart):
                kaart.richt()
            else:
                kaart.richt(veld)  # type: ignore[attr-defined]

    def _zet_bovenaan(self, kaart: Sectie) -> None:
        buiten = self._drager.layout()
        assert buiten is not None
        buiten.activate()
        self._blad.activate()
        hoogte = kaart.mapTo(self._drager, QPoint(0, 0)).y()
        self.rol.verticalScrollBar().setValue(max(0, hoogte - 8))

    def _meld_hier(self) -> None:
        top = self.rol.verticalScrollBar().value() + 48
        gevonden = ""
        for plek in self._orde():
            kaart = self.kaarten.get(plek)
            if kaart is not None and kaart.mapTo(self._drager, QPoint(0, 0)).y() <= top:
                gevonden = plek
        if gevonden:
            self.hier.emit(gevonden)

    def houd_in_beeld(self, deel: QWidget | None) -> None:
        """What has the keyboard is in sight."""
        if deel is not None and self._drager.isAncestorOf(deel):
            self.rol.ensureWidgetVisible(deel, 0, 24)

    # Lines that stand open

    @property
    def open_rijen(self) -> list[Regelrij]:
        """Sentences whose fields are shown."""
        kaarten = (k for k in self.kaarten.values() if isinstance(k, Onderdeelkaart))
        return [rij for kaart in kaarten for rij in kaart.open_rijen]

    def leg_vast(self) -> bool:
        """Keeps what is still being typed, everywhere."""
        gelukt = [r.editor.leg_vast() for r in self.open_rijen if r.editor is not None]
        gelukt += [
            kaart.leg_vast()  # type: ignore[attr-defined]
            for kaart in self.kaarten.values()
            if not isinstance(kaart, Onderdeelkaart)
        ]
        return all(gelukt)

    def onderdeel(self, code: str) -> Onderdeelkaart:
        """The card of a heading."""
        self.bouw_alles()
        kaart = self.kaarten[code]
        assert isinstance(kaart, Onderdeelkaart)
        return kaart


__all__ = ["Onderdeel", "Plan"]
