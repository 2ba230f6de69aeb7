"""The decision: the route, why, why against the test, and who read along."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.models.wegingregels import ROUTES
from desktop.models.wegingwoorden import zin as zin_van
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.weging.lezervak import Lezervak
from desktop.views.weging.plek import Wegingplek
from desktop.views.weging.velden import Keuzestrook, Redenveld
from desktop.views.widgets.indeling import Sectie, regel


class Besluitkaart(Sectie):
    """What is chosen here is not yet decided: that is the button below the sheet."""

    def __init__(self, plek: Wegingplek, parent: QWidget) -> None:
        super().__init__(_("Het besluit"), parent)
        self._plek = plek
        self.blad.setContentsMargins(16, 12, 16, 16)
        self.blad.setSpacing(8)
        self.besloten = regel("", "groot", self)
        self.blad.addWidget(self.besloten)
        self.route = Keuzestrook(_("Leerroute"), [(r.value, woord(r)) for r in ROUTES], self)
        self.route.gekozen.connect(self._kies)
        self.blad.addWidget(self.route)
        self.niveaunaam = regel(_("Niveau"), "veldnaam", self)
        self.niveau = Keuzestrook(
            _("Niveau"), [(n.value, woord(n)) for n in reversed(Niveau)], self
        )
        self.niveau.gekozen.connect(self._kies_niveau)
        self.blad.addWidget(self.niveaunaam)
        self.blad.addWidget(self.niveau)
        self.motivering = Redenveld(
            plek, _("Waarom deze route?"), "motivering", plek.zet_motivering, self, regels=3
        )
        self.afwijking = Redenveld(
            plek,
            _("Waarom een andere route dan de toets aanwijst?"),
            "afwijking",
            plek.zet_afwijking,
            self,
        )
        self.lezer = Lezervak(plek, self)
        for deel in (self.motivering, self.afwijking, self.lezer):
            self.blad.addWidget(deel)

    def ververs(self) -> None:
        """Shows what is meant, or was decided."""
        beeld, vast = self._plek.beeld, self._plek.vast
        self.besloten.setVisible(beeld.besloten)
        if beeld.besloten:
            self.besloten.setText(
                _("Besloten op {dag} door {naam}").format(
                    dag=datum_nederlands(beeld.besloten_op),
                    naam=beeld.besloten_door or _("een collega"),
                )
            )
        self.route.ververs(beeld.gekozen.value if beeld.gekozen else "", vast=vast)
        met_niveau = beeld.gekozen is Leerroute.B1 or beeld.mist("niveau") is not None
        self.niveaunaam.setVisible(met_niveau)
        self.niveau.setVisible(met_niveau)
        self.niveau.ververs(beeld.niveau.value if beeld.niveau else "", vast=vast)
        self.motivering.ververs(beeld.motivering, self._mist("motivering"), vast=vast)
        self.afwijking.ververs(beeld.afwijking, self._mist("afwijking"), vast=vast)
        self.afwijking.setVisible(beeld.wijkt_af or bool(beeld.afwijking))
        self.lezer.ververs()

    def _mist(self, veld: str) -> str:
        gemis = self._plek.beeld.mist(veld)
        return zin_van(gemis) if gemis is not None else ""

    def _kies(self, code: str) -> None:
        self.leg_vast()
        route = Leerroute(code) if code else None
        self.route.toon_fout(self._plek.kies(route))

    def _kies_niveau(self, code: str) -> None:
        niveau = Niveau(code) if code else None
        self.niveau.toon_fout(self._plek.kies(self._plek.beeld.gekozen, niveau))

    def richt(self, veld: str, zin: str) -> None:
        """The keyboard where something is missing, with its sentence beside it."""
        if veld == "gekozen":
            self.route.toon_fout(zin)
            self.route.richt()
        elif veld == "niveau":
            self.niveau.toon_fout(zin)
            self.niveau.richt()
        elif veld == "tweede_lezer":
            self.lezer.richt(zin)
        else:
            doel = self.afwijking if veld == "afwijking" else self.motivering
            doel.toon_fout(zin)
            doel.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed; words of who reads along wait for the signature."""
        gelukt = [v.bewaarder.leg_nu_vast() for v in (self.motivering, self.afwijking)]
        return all(gelukt)
