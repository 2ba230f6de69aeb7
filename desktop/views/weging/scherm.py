"""The weighing sheet: what is known on one side, three routes and a decision on the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.spoor import Inzagesoort
from desktop.models.wegingbron import Bronsoort
from desktop.models.wegingregels import ROUTES
from desktop.models.wegingwoorden import zin as zin_van
from desktop.taal import _
from desktop.views.weging.besluitkaart import Besluitkaart
from desktop.views.weging.nogtedoen import Nogtedoen
from desktop.views.weging.plek import Wegingplek
from desktop.views.weging.routekaart import Routekaart
from desktop.views.weging.weten import Weten
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, zet_soort
from desktop.views.widgets.kortlabel import Kortlabel
from desktop.views.widgets.werkblad import Werkblad

NAAST = 1180
"""From this width on, what is missing stands beside the sheet."""
HOOG = 720
"""From this height on, it stands unfolded under it."""


class Wegingscherm(Werkblad):
    """Of a dossier that has a weighing: the open one, or the one decided last. It keeps all."""

    open_pip = Signal()
    open_bron = Signal(str, str)
    """A `Bronsoort` and its id; a task of the weighing is on this sheet itself."""
    gezien = Signal(object)
    """Kinds for the trail."""

    def __init__(self, werkplek: Werkplek, dossier_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Weging van de leerroutes"), parent)
        self.plek = Wegingplek(werkplek, dossier_id, self)
        if not self.plek.bestaat:
            raise LookupError("dossier has no weighing")
        self._paar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._paar.setContentsMargins(24, 0, 24, 8)
        self._paar.setSpacing(8)
        blad = QHBoxLayout()
        blad.setSpacing(0)
        self.weten = Weten(self.plek, self)
        self.routes = {route: Routekaart(self.plek, route, self) for route in ROUTES}
        self.besluit = Besluitkaart(self.plek, self)
        self.werk = self._werkvlak()
        blad.addWidget(self.weten, 1)
        blad.addWidget(self.werk, 1)
        self.nog = Nogtedoen(self.plek, self)
        self._paar.addLayout(blad, 1)
        self._paar.addWidget(self.nog)
        self._buiten.addLayout(self._paar, 1)
        self._buiten.addWidget(self._voet())
        self._verbind()
        self._toon()

    def _verbind(self) -> None:
        self.plek.ververst.connect(self._toon)
        self.plek.bronnen_ververst.connect(self.weten.ververs)
        self.plek.weg.connect(self.terug)
        self.weten.open_bron.connect(self._open_bron)
        self.weten.toon_gezondheid.connect(self._toon_gezondheid)
        self.nog.naar.connect(self.ga_naar_veld)

    def _werkvlak(self) -> QScrollArea:
        vlak = QScrollArea(self)
        vlak.setWidgetResizable(True)
        vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drager = drager = QWidget(vlak)
        vak = QVBoxLayout(drager)
        vak.setContentsMargins(8, 0, 8, 24)
        vak.setSpacing(16)
        for kaart in (*self.routes.values(), self.besluit):
            vak.addWidget(kaart)
        vak.addStretch()
        vlak.setWidget(drager)
        return vlak

    def _voet(self) -> QWidget:
        voet = QWidget(self)
        voet.setProperty("soort", "voet")
        voet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rij = QHBoxLayout(voet)
        rij.setContentsMargins(24, 8, 24, 8)
        rij.setSpacing(8)
        self.stand = Kortlabel("zacht", voet)
        rij.addWidget(self.stand, 1)
        self.knop_nieuw = knop(_("Begin een nieuwe weging"), "gewoon", voet)
        self.knop_nieuw.clicked.connect(self._begin_nieuw)
        self.knop_plan = knop(_("Naar het plan"), "hoofd", voet)
        self.knop_plan.clicked.connect(self._naar_plan)
        self.knop_besluit = knop(_("Neem het besluit"), "gewoon", voet)
        self.knop_besluit.clicked.connect(self._besluit)
        for deel in (self.knop_nieuw, self.knop_plan, self.knop_besluit):
            rij.addWidget(deel)
        return voet

    # Showing

    def _toon(self) -> None:
        plek, beeld = self.plek, self.plek.beeld
        self.onder.setText(
            _("{naam}  ·  weging {nummer}").format(naam=beeld.client, nummer=beeld.volgnummer)
            if beeld.volgnummer > 1
            else beeld.client
        )
        for kaart in self.routes.values():
            kaart.ververs()
        self.besluit.ververs()
        self.nog.ververs()
        self.nog.setVisible(not beeld.besloten)
        if beeld.mist("toets") is None:
            self.weten.wis_fout()
        self.knop_besluit.setVisible(not plek.vast)
        # The one next thing only once nothing is missing.
        zet_soort(self.knop_besluit, "gewoon" if beeld.gemis else "hoofd")
        self.knop_nieuw.setVisible(beeld.besloten and plek.mag_schrijven)
        self.knop_plan.setVisible(beeld.besloten)
        if beeld.besloten:
            self.stand.setText(_("Over deze weging is besloten. Je kunt haar lezen."))
        elif plek.vast:
            self.stand.setText(_("Je kunt deze weging lezen. Je kunt haar niet wijzigen."))
        else:
            self.stand.setText(_("Alles wat je typt is meteen bewaard."))

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        naast = gebeurtenis.size().width() >= NAAST
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        self._paar.setDirection(richting)
        self.nog.zet_onder(not naast)
        if not gebeurtenis.oldSize().isValid():
            self.nog.zet_open(gebeurtenis.size().height() >= HOOG)
        super().resizeEvent(gebeurtenis)

    def _toon_gezondheid(self, aan: bool) -> None:
        if aan:
            self.gezien.emit((Inzagesoort.GEZONDHEID,))
        self.plek.toon_gezondheid(aan)

    def blank(self) -> None:
        """Locked: whoever opens it again asks anew for what is about health."""
        self.plek.toon_gezondheid(False)

    # Going

    def ga_naar_veld(self, veld: str) -> None:
        """To where something is missing, with its sentence beside it."""
        gemis = self.plek.beeld.mist(veld)
        if gemis is not None:
            self._richt(veld, zin_van(gemis))

    def _richt(self, veld: str, zin: str) -> None:
        wat, _punt, code = veld.partition(":")
        if wat == "toets":
            self.weten.richt_toets(zin)
        elif code:
            route = next(r for r in ROUTES if r.value == code)
            self.routes[route].richt(wat, zin)
        else:
            self.besluit.richt(veld, zin)

    def _besluit(self) -> None:
        """Decides; while something is missing it goes to the first of it."""
        if not self.leg_vast():
            return
        gemis = self.plek.beeld.gemis
        if gemis:
            self.ga_naar_veld(gemis[0].veld)
            return
        zin = self.plek.besluit()
        if zin:  # who read along cannot decide
            lezer = self.plek.beeld.lezer is not None
            self._richt("tweede_lezer" if lezer else "gekozen", zin)
            self.werk.ensureWidgetVisible(self.besluit.lezer if lezer else self.besluit, 0, 24)
            return
        self.knop_plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_nieuw(self) -> None:
        if self.plek.begin_nieuw():
            self.werk.verticalScrollBar().setValue(0)
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _begin(self) -> QWidget:
        """Where the keyboard starts: the first route, or what is next."""
        if self.plek.beeld.besloten:
            return self.knop_plan
        if self.plek.vast:
            return self.knop_terug
        return next(iter(self.routes[ROUTES[0]].oordeel.knoppen.values()))

    def _naar_plan(self) -> None:
        self.leg_vast()
        self.open_pip.emit()

    def _open_bron(self, soort: str, id_: str) -> None:
        self.leg_vast()
        if soort == Bronsoort.ONDERZOEK.value:
            for kaart in self.routes.values():
                if id_ in kaart.taken.rijen:
                    self.werk.ensureWidgetVisible(kaart.taken.rijen[id_], 0, 96)
                    kaart.oordeel.richt()
            return
        self.open_bron.emit(soort, id_)

    def houd_in_beeld(self, deel: QWidget) -> None:
        self.weten.houd_in_beeld(deel)
        if self._drager.isAncestorOf(deel):
            self.werk.ensureWidgetVisible(deel, 0, 96)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        gelukt = [kaart.leg_vast() for kaart in self.routes.values()]
        return self.besluit.leg_vast() and all(gelukt)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the screen gives it the focus: that is for the first thing to do.
        self._begin.setFocus(gebeurtenis.reason())

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        self.plek.slaap(False)
        super().showEvent(gebeurtenis)

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        self.plek.slaap(True)
        super().hideEvent(gebeurtenis)
