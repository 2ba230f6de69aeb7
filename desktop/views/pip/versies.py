"""All versions of one plan: which holds, what changed between two of them, and a next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.catalogi import pipkader
from desktop.models.formulier import datum_nederlands
from desktop.models.pip import Pip
from desktop.models.pipinhoud import Pipinhoud, Wijzigreden
from desktop.models.pipverschil import verschil
from desktop.models.woorden import woord
from desktop.store import pip as pipstore
from desktop.store.aankondiging import Gewijzigd
from desktop.store.pipbron import bezwaar_van
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.pip.verschillijst import Verschillijst
from desktop.views.pip.woorden import route_in_woorden
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toegang.velden import LANGSTE_REDEN, links, probeer_met
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import TEKSTRAND, Blad, Sectie, in_lijn, knop, regel

ONDERWERPEN = frozenset({"pip", "pipregel", "pipdeel2", "piphandtekening", "weging"})

_NOG_NIEMAND: dict[str, Any] = {"vastgesteld_door": "", "functie": "", "mandaat": ""}


class Versiescherm(Blad):
    """`open_pip`, `papieren` and `tekenen` carry the id of a version; `nieuw` that of a draft."""

    open_pip = Signal(str)
    papieren = Signal(str)
    tekenen = Signal(str)
    nieuw = Signal(str)

    def __init__(
        self,
        werkplek: Werkplek,
        dossier_id: str,
        parent: QWidget | None = None,
        *,
        begin_nieuw: bool = False,
    ) -> None:
        super().__init__(_("Versies van het plan"), parent)
        self._werkplek, self._dossier_id = werkplek, dossier_id
        self._inhouden: dict[str, Pipinhoud] = {}
        self._lijst = QWidget(self)
        self.leg([self._versiekaart(), self._nieuwkaart()], [self._verschilkaart()])
        self._lees()
        if begin_nieuw:
            self.reden.invoer.setFocus()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _versiekaart(self) -> Sectie:
        kaart = Sectie(_("Versies"), self)
        kaart.blad.addLayout(in_lijn(self._lijst))
        self._kaart = kaart
        return kaart

    def _nieuwkaart(self) -> Sectie:
        kaart = Sectie(_("Een nieuwe versie"), self)
        self._nieuw = kaart
        kaart.blad.addWidget(
            regel(
                _("De termijn blijft gelijk. Een nieuwe versie heeft een eigen bezwaartermijn."),
                "zacht",
                kaart,
            )
        )
        redenen = Keuzelijst(tuple((r.value, woord(r)) for r in Wijzigreden), kaart)
        redenen.setPlaceholderText(_("Kies…"))
        self.reden = Veld("wijzigreden", _("Waarom"), redenen, kaart, nodig=True)
        self.toelichting = tekstveld(
            "reden", _("Wat is er veranderd?"), kaart, nodig=True, lengte=LANGSTE_REDEN
        )
        kaart.blad.addWidget(self.reden)
        kaart.blad.addWidget(self.toelichting)
        self.maak = knop(_("Maak een nieuwe versie"), "hoofd", kaart)
        self.maak.clicked.connect(self._maak)
        kaart.blad.addLayout(links(self.maak))
        return kaart

    def _verschilkaart(self) -> Sectie:
        kaart = Sectie(_("Wat er veranderde"), self)
        self._verschil = kaart
        self.oud = Veld("oud", _("Van"), Keuzelijst((), kaart), kaart)
        self.nieuwer = Veld("nieuw", _("Naar"), Keuzelijst((), kaart), kaart)
        for veld in (self.oud, self.nieuwer):
            veld.gewijzigd.connect(self._toon_verschil)
        kaart.raster((self.oud, self.nieuwer))
        self.verschillen = Verschillijst(kaart)
        kaart.blad.addWidget(self.verschillen)
        return kaart

    # --- what there is

    def _lees(self) -> None:
        with self._werkplek.store.lees() as sessie:
            beeld = pipstore.pipdossier(sessie, self._dossier_id)
            versies = list(beeld.versies)
            self._inhouden = {v.id: pipstore.inhoud_van(sessie, v) for v in versies}
            self._nieuw.setVisible(beeld.kan_nieuwe_versie)
            vlak = self._maak_lijst(versies, beeld.huidige)
            keuzes = tuple((v.id, self._naam(v)) for v in versies)
        oud, self._lijst = self._lijst, vlak
        self._kaart.blad.replaceWidget(oud, vlak)
        oud.hide()
        oud.deleteLater()
        self._verschil.setVisible(len(keuzes) > 1)
        for veld, plek in ((self.oud, -2), (self.nieuwer, -1)):
            assert isinstance(veld.invoer, Keuzelijst)
            veld.invoer.zet_keuzes(keuzes)
            if not veld.tekst and len(keuzes) > 1:
                veld.zet(keuzes[plek][0])
        self._toon_verschil()

    @staticmethod
    def _naam(v: Pip) -> str:
        if v.dagtekening is None:
            return _("Versie {nummer}, concept").format(nummer=v.versie)
        dag = datum_nederlands(v.dagtekening)
        return _("Versie {nummer}, {dag}").format(nummer=v.versie, dag=dag)

    def _maak_lijst(self, versies: Sequence[Pip], huidige: Pip | None) -> QWidget:
        vlak = QWidget(self._kaart)
        blad = QVBoxLayout(vlak)
        blad.setContentsMargins(TEKSTRAND, 0, 0, 0)
        blad.setSpacing(16)
        for versie in reversed(versies):
            blad.addLayout(self._rij(versie, vlak, geldt=versie is huidige))
        return vlak

    def _rij(self, v: Pip, vlak: QWidget, *, geldt: bool) -> QVBoxLayout:
        inhoud, naam = self._inhouden[v.id], self._naam(v)
        blad = QVBoxLayout()
        blad.setSpacing(0)
        kop = QHBoxLayout()
        kop.setSpacing(8)
        kop.addWidget(regel(f"{naam}. {_('Geldt nu.')}" if geldt else naam, "veldnaam", vlak), 1)
        wegen = [(_("Open"), self.open_pip), (_("Papieren"), self.papieren)]
        if v.handtekeningen:
            wegen.append((_("Handtekening"), self.tekenen))
        for tekst, signaal in wegen:
            los = knop(tekst, "stil", vlak)
            los.setAccessibleName(f"{tekst}: {naam}")
            los.clicked.connect(lambda _aan=False, s=signaal, id_=v.id: s.emit(id_))
            kop.addWidget(los)
        blad.addLayout(kop)
        blad.addWidget(regel(route_in_woorden(inhoud), "gewoon", vlak))
        for tekst in self._bij(v, inhoud):
            blad.addWidget(regel(tekst, "klein", vlak))
        if v.is_vast and inhoud.data.bezwaar_tot_en_met is not None:
            blad.addLayout(in_lijn(_bezwaar(inhoud, naam, vlak)))
        if v.handtekeningen:
            hoe = _("Handtekening: {hoe}").format(hoe=woord(v.handtekeningen[-1].wijze))
            blad.addWidget(regel(hoe, "klein", vlak))
        return blad

    @staticmethod
    def _bij(v: Pip, inhoud: Pipinhoud) -> list[str]:
        uit = []
        if v.wijzigreden is not None:
            waarom = _("{reden}: {toelichting}")
            uit.append(waarom.format(reden=woord(v.wijzigreden), toelichting=v.wijzigtoelichting))
        if inhoud.vastgesteld_door:
            door = _("Vastgesteld door {naam}, {functie}")
            uit.append(door.format(naam=inhoud.vastgesteld_door, functie=inhoud.functie))
        return uit

    def _toon_verschil(self) -> None:
        oud, nieuw = (self._inhouden.get(v.tekst) for v in (self.oud, self.nieuwer))
        if oud is None or nieuw is None:
            return
        if not (oud.vastgesteld_door and nieuw.vastgesteld_door):
            # Of a draft it is still to come who sets it, and when.
            oud, nieuw = (replace(i, **_NOG_NIEMAND, data=oud.data) for i in (oud, nieuw))
        self.verschillen.toon(verschil(oud, nieuw, pipkader()))

    # --- a next one

    def _maak(self) -> None:
        gemaakt: list[str] = []

        def gebaar() -> None:
            if not self.reden.tekst:
                self.reden.toon_fout(_("Kies waarom er een nieuwe versie komt."))
                self.reden.invoer.setFocus()
                return
            gemaakt.append(
                pipstore.nieuwe_versie(
                    self._werkplek.store,
                    self._dossier_id,
                    Wijzigreden(self.reden.tekst),
                    self.toelichting.tekst,
                )
            )

        if probeer_met(self._werkplek, [self.reden, self.toelichting], gebaar) and gemaakt:
            self.nieuw.emit(gemaakt[0])

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())


def _bezwaar(inhoud: Pipinhoud, naam: str, ouder: QWidget) -> Datumknop:
    """Until when the client can object to this version, and why."""
    termijn = bezwaar_van(inhoud)
    dag = datum_nederlands(inhoud.data.bezwaar_tot_en_met)
    knop_ = Datumknop(ouder, "klein")
    knop_.zet(
        _("Bezwaar kan tot en met {dag}").format(dag=dag),
        reden_van(termijn) if termijn is not None else None,
    )
    knop_.setAccessibleName(f"{naam}: {knop_.text()}")
    return knop_
