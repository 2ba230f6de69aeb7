"""One route: what it is, what is found of it, and why. The three cards are alike."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.models.pipinhoud import Leerroute, Oordeel
from desktop.models.wegingwoorden import zin as zin_van
from desktop.models.woorden import woord
from desktop.taal import N_, _
from desktop.views.weging.plek import Wegingplek
from desktop.views.weging.taakblad import Taakblad
from desktop.views.weging.velden import Keuzestrook, Redenveld
from desktop.views.widgets.indeling import Sectie, regel

UITLEG: Mapping[Leerroute, str] = {
    Leerroute.B1: N_("Nederlands leren tot niveau B1, met werk of meedoen ernaast."),
    Leerroute.ONDERWIJS: N_("Nederlands leren op school, voor een diploma in Nederland."),
    Leerroute.Z: N_("Nederlands leren in eigen tempo, en meedoen in Nederland."),
}
"""Equally long and equally friendly: nothing here pulls."""


class Routekaart(Sectie):
    """Each gesture keeps itself."""

    def __init__(self, plek: Wegingplek, route: Leerroute, parent: QWidget) -> None:
        super().__init__(woord(route), parent)
        self._plek, self.route = plek, route
        self.blad.setContentsMargins(16, 12, 16, 16)
        self.blad.setSpacing(8)
        naam = woord(route)
        self.blad.addWidget(regel(_(UITLEG[route]), "zacht", self))
        self.oordeel = Keuzestrook(naam, [(o.value, woord(o)) for o in Oordeel], self)
        self.oordeel.gekozen.connect(self._oordeel)
        self.blad.addWidget(self.oordeel)
        self.reden = Redenveld(
            plek,
            _("Waarom?"),
            f"reden:{route.value}",
            lambda id_, tekst: plek.zet_reden(id_, route, tekst),
            self,
            hint=_("Dit staat ook in de brief. Schrijf aan de cliënt, met ‘u’."),
        )
        self.reden.veld.setAccessibleName(f"{naam}: {_('Waarom?')}")
        self.blad.addWidget(self.reden)
        self.taken = Taakblad(plek, route, self)
        self.blad.addWidget(self.taken)

    def ververs(self) -> None:
        """Shows what was found."""
        beeld = self._plek.beeld
        stand = next(o for o in beeld.oordelen if o.route is self.route)
        self.oordeel.ververs(stand.oordeel.value if stand.oordeel else "", vast=self._plek.vast)
        self.reden.ververs(stand.reden, self._reden_mist(stand.reden), vast=self._plek.vast)
        self.taken.ververs()

    def _reden_mist(self, reden: str) -> str:
        """Also before the route is judged: who typed `n.v.t.` should hear it now."""
        gemis = self._plek.beeld.mist(f"reden:{self.route.value}")
        if gemis is not None:
            return zin_van(gemis)
        if self._plek.beeld.beleid.is_reden(reden):
            return ""
        return _("Schrijf in minstens één hele zin waarom.")

    def _oordeel(self, code: str) -> None:
        self.oordeel.toon_fout(self._plek.zet_oordeel(self.route, Oordeel(code) if code else None))

    def richt(self, wat: str, zin: str) -> None:
        """The keyboard where something is missing, with its sentence beside it."""
        if wat == "oordeel":
            self.oordeel.toon_fout(zin)
            self.oordeel.richt()
        elif wat == "onderzoek":
            self.taken.richt()
            self.taken.toon_fout(zin)
        else:
            self.reden.toon_fout(zin)
            self.reden.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        return self.reden.bewaarder.leg_nu_vast()
