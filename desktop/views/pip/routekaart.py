"""Route and hours: what DUO asks of the plan. The route itself is decided in the weighing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.models.dossier import Alfabetisering
from desktop.models.pipinhoud import Leerroute
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.velden import Keuzeveld, Tekstveld
from desktop.views.pip.plek import Planplek
from desktop.views.pip.woorden import route_in_woorden
from desktop.views.widgets.indeling import Sectie, knop, regel

GETALLEN = (
    "lesuren_per_week",
    "participatie_uren_per_week",
    "pvt_uren",
    "map_uren",
    "intensiteit",
)


class Routekaart(Sectie):
    """Each field keeps itself. `weging`: the user wants to see the weighing."""

    weging = Signal()

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(_("Leerroute en uren"), parent)
        self._plek = plek
        kop = QHBoxLayout()
        self.route = regel("", "groot", self)
        self.knop_weging = knop("", "stil", self)
        self.knop_weging.clicked.connect(self.weging)
        kop.addWidget(self.route, 1)
        kop.addWidget(self.knop_weging, 0, Qt.AlignmentFlag.AlignTop)
        self.blad.addLayout(kop)
        self.waarom = regel("", "zacht", self)
        self.blad.addWidget(self.waarom)
        titels = {
            "lesuren_per_week": _("Uren les per week"),
            "participatie_uren_per_week": _("Uren meedoen per week"),
            "pvt_uren": _("Uren PVT"),
            "map_uren": _("Uren MAP"),
            "intensiteit": _("Geschatte uren in de B1-route, samen"),
        }
        self.getallen = {
            veld: Tekstveld(titels[veld], plek.werkplek, partial(self._zet, veld), self)
            for veld in GETALLEN
        }
        self.alfabetisering = Keuzeveld(
            _("Leren lezen en schrijven"),
            (
                ("", _("Nog niet bekend")),
                *((a.value, woord(a)) for a in Alfabetisering if a is not Alfabetisering.ONBEKEND),
            ),
            self,
        )
        self.alfabetisering.gekozen.connect(lambda waarde: plek.kies("alfabetisering", waarde))
        self.afmaken = QCheckBox(_("Mag eerst een opleiding afmaken"), self)
        self.afmaken.clicked.connect(lambda aan: plek.kies("mag_opleiding_afmaken", aan))
        g = self.getallen
        self.raster(
            (g["lesuren_per_week"], g["participatie_uren_per_week"]),
            (g["pvt_uren"], g["map_uren"]),
            (self.alfabetisering, g["intensiteit"]),
            (self.afmaken,),
        )

    def ververs(self) -> None:
        """Shows what is kept; a field that does not belong to the route goes while it is empty."""
        plek, inhoud = self._plek, self._plek.beeld.inhoud
        self.route.setText(route_in_woorden(inhoud))
        self.waarom.setText(inhoud.motivering)
        self.waarom.setVisible(bool(inhoud.motivering))
        woorden = _("Bekijk de weging") if plek.beeld.weging_besloten else _("Weeg de leerroutes")
        self.knop_weging.setText(woorden)
        self.knop_weging.setAccessibleName(woorden)
        for veld, editor in self.getallen.items():
            waarde = getattr(inhoud, veld)
            editor.laad(f"{plek.pip_id}:{veld}", "" if waarde is None else str(waarde))
            editor.veld.setReadOnly(plek.vast)
        b1 = inhoud.leerroute in (None, Leerroute.B1)
        self.getallen["intensiteit"].setVisible(b1 or inhoud.intensiteit is not None)
        met_map = inhoud.leerroute is not Leerroute.ONDERWIJS
        self.getallen["map_uren"].setVisible(met_map or inhoud.map_uren is not None)
        self.alfabetisering.laad(inhoud.alfabetisering)
        self.alfabetisering.lijst.setEnabled(not plek.vast)
        self.afmaken.setChecked(inhoud.mag_opleiding_afmaken)
        self.afmaken.setEnabled(not plek.vast)

    def _zet(self, veld: str, tekst: str) -> bool:
        zin = self._plek.schrijf(veld, tekst)
        self.getallen[veld].toon_fout(zin)
        return not zin

    def richt(self, veld: str) -> None:
        """The keyboard in a field; what the weighing says is mended there."""
        if veld in self.getallen:
            self.getallen[veld].veld.setFocus(Qt.FocusReason.OtherFocusReason)
        elif veld == "alfabetisering":
            self.alfabetisering.lijst.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.knop_weging.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        gelukt = [veld.bewaarder.leg_nu_vast() for veld in self.getallen.values()]
        return all(gelukt)
