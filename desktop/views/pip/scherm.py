"""The plan of one client: its headings, the plan itself, and beside it what is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.spoor import Inzagesoort
from desktop.taal import _
from desktop.views.pip.inhoudsopgave import Inhoudsopgave
from desktop.views.pip.nogtedoen import Nogtedoen
from desktop.views.pip.plan import Plan
from desktop.views.pip.plek import Planplek
from desktop.views.pip.voet import Planvoet
from desktop.views.pip.woorden import plek_van
from desktop.views.stijl import RASTER
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel
from desktop.views.widgets.werkblad import Werkblad

NAAST = 1180
"""From this width on, what is missing stands beside the plan."""


class Pipscherm(Werkblad):
    """`pip_id`: another version than the draft, or the one that holds. It keeps all by itself."""

    open_weging = Signal()
    wijzig_dossier = Signal()
    gezien = Signal(object)
    """A tuple of `Inzagesoort`."""
    vaststellen = Signal(str)
    """The id of the draft."""
    papieren = Signal(str)
    versies = Signal()
    nieuwe_versie = Signal()
    tekenen = Signal(str)

    def __init__(
        self,
        werkplek: Werkplek,
        dossier_id: str,
        parent: QWidget | None = None,
        *,
        pip_id: str = "",
    ) -> None:
        super().__init__(_("Plan (PIP)"), parent)
        self.plek = Planplek(werkplek, dossier_id, pip_id, self)
        if not self.plek.bestaat:
            raise LookupError("dossier has no plan")
        self.neem_alles = knop("", "gewoon", self)
        self.neem_alles.clicked.connect(self._neem_alles)
        self._kop.addWidget(self.neem_alles, 0, Qt.AlignmentFlag.AlignTop)
        self._buiten.addWidget(self._vastbalk())
        self._midden = QHBoxLayout()
        self._midden.setSpacing(8)
        self._midden.setContentsMargins(0, 0, 16, 0)
        self.inhoud = Inhoudsopgave(self)
        self.plan = Plan(self.plek, self)
        self.nog = Nogtedoen(self.plek, self)
        self._paar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._paar.setSpacing(8)
        self._paar.addWidget(self.plan, 1)
        self._nogvak = QVBoxLayout()
        self._nogvak.addWidget(self.nog)
        self._paar.addLayout(self._nogvak)
        self._midden.addWidget(self.inhoud)
        self._midden.addLayout(self._paar, 1)
        self._buiten.addLayout(self._midden, 1)
        self.voet = Planvoet(self)
        self._buiten.addWidget(self.voet)
        self.knop_versies, self.knop_tekenen = self.voet.knop_versies, self.voet.knop_tekenen
        self.knop_papieren = self.voet.knop_papieren
        self.knop_vaststellen, self.zet_terug = self.voet.knop_vaststellen, self.voet.zet_terug
        self._verbind()
        self._toon()
        self.inhoud.wijs(next(iter(self.inhoud.knoppen)))

    def _verbind(self) -> None:
        self.plek.ververst.connect(self._toon)
        self.plek.weg.connect(self.terug)
        self.plek.bron.gereed.connect(self._toon)
        self.plek.terug_te_nemen.connect(self.voet.bied_terug)
        self.plek.gebaar.connect(self.voet.vergeet_terug)
        self.voet.teruggenomen.connect(self._na_terugnemen)
        self.knop_versies.clicked.connect(self._vraag_versies)
        for knop_, signaal in (
            (self.knop_tekenen, self.tekenen),
            (self.knop_papieren, self.papieren),
            (self.knop_vaststellen, self.vaststellen),
        ):
            knop_.clicked.connect(partial(self._met_vast, signaal))
        self.inhoud.gekozen.connect(self.ga_naar)
        self.plan.hier.connect(self.inhoud.wijs)
        self.plan.weging.connect(self._naar_weging)
        self.plan.dossier.connect(self._naar_dossier)
        self.plek.gezondheid_gezien.connect(
            lambda: self.gezien.emit((Inzagesoort.DOSSIER, Inzagesoort.GEZONDHEID))
        )
        self.nog.naar.connect(self.ga_naar_veld)

    def _vastbalk(self) -> QWidget:
        self.vastbalk = QWidget(self)
        rij = QHBoxLayout(self.vastbalk)
        rij.setContentsMargins(24, 0, 24, 12)
        rij.setSpacing(16)
        self.vastzin = regel("", "groot", self.vastbalk)
        self.knop_nieuwe_versie = knop(_("Maak een nieuwe versie"), "gewoon", self.vastbalk)
        self.knop_nieuwe_versie.clicked.connect(self.nieuwe_versie)
        rij.addWidget(self.vastzin, 1)
        rij.addWidget(self.knop_nieuwe_versie)
        return self.vastbalk

    # Showing

    def _toon(self) -> None:
        plek, beeld = self.plek, self.plek.beeld
        inhoud = beeld.inhoud
        soort = _("vastgesteld") if beeld.vast else _("concept")
        self.onder.setText(
            _("{naam}  ·  versie {versie}, {soort}").format(
                naam=inhoud.wie.naam, versie=inhoud.versie, soort=soort
            )
        )
        self._toon_vast()
        self.plan.ververs()
        self.inhoud.toon(self.plan.koppen())
        self.nog.ververs()
        self.nog.setVisible(not beeld.vast)
        aantal = len(plek.over_te_nemen())
        tekst = _("Neem de voorstellen over ({aantal})").format(aantal=aantal)
        self.neem_alles.setText(tekst)
        self.neem_alles.setAccessibleName(tekst)
        # Once a few are left, they are a choice per heading.
        self.neem_alles.setVisible(not plek.vast and aantal > len(inhoud.regels))
        self.voet.toon(vast=plek.vast, schrijft=plek.mag_schrijven, compleet=not beeld.blokkerend)

    def _toon_vast(self) -> None:
        beeld = self.plek.beeld
        self.vastbalk.setVisible(self.plek.vast)
        self.knop_nieuwe_versie.setVisible(
            beeld.vast and beeld.nieuwste and self.plek.mag_schrijven
        )
        if beeld.vast:
            dag = datum_nederlands(beeld.inhoud.data.dagtekening)
            zin = _("Vastgesteld op {dag}.").format(dag=dag)
            if not beeld.nieuwste:
                zin = _("Vastgesteld op {dag}. Er is een latere versie.").format(dag=dag)
            self.vastzin.setText(zin)
        else:
            self.vastzin.setText(_("Je kunt dit plan lezen. Je kunt het niet wijzigen."))

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        naast = gebeurtenis.size().width() >= NAAST
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        self._paar.setDirection(richting)
        # Under the plan it stands in line with the cards; never against the foot.
        self._nogvak.setContentsMargins(0 if naast else RASTER, 0, 0, RASTER)
        self.nog.zet_onder(not naast)
        super().resizeEvent(gebeurtenis)

    # Going

    def ga_naar(self, plek: str) -> None:
        """To a heading."""
        self.plan.ga_naar(plek)
        self.inhoud.wijs(plek)

    def ga_naar_veld(self, veld: str) -> None:
        """To where a finding is mended; the day of the plan is chosen when it is set."""
        plek = plek_van(veld)
        if veld.startswith("data.") or plek not in {k.plek for k in self.plan.koppen()}:
            self.knop_vaststellen.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.plan.ga_naar(plek, veld)
        self.inhoud.wijs(plek)

    def houd_in_beeld(self, deel: QWidget) -> None:
        self.plan.houd_in_beeld(deel)

    def _escape(self) -> None:
        """Closes the line that is being written; else goes back."""
        hier = QApplication.focusWidget()
        for rij in self.plan.open_rijen:
            if hier is not None and rij.isAncestorOf(hier):
                rij.sluit_met_focus()
                return
        self._ga_terug()

    def _ga_terug(self) -> None:
        self.leg_vast()
        for rij in self.plan.open_rijen:
            rij.sluit()
        super()._ga_terug()

    def _naar_weging(self) -> None:
        self.leg_vast()
        self.open_weging.emit()

    def _naar_dossier(self) -> None:
        self.leg_vast()
        self.wijzig_dossier.emit()

    def _vraag_versies(self) -> None:
        self.leg_vast()
        self.versies.emit()

    def _met_vast(self, signaal: SignalInstance, _aan: bool = False) -> None:
        self.leg_vast()
        signaal.emit(self.plek.pip_id)

    # Taking over, and taking back

    def _neem_alles(self) -> None:
        self.plek.neem_over(*self.plek.over_te_nemen())

    def _na_terugnemen(self) -> None:
        """The button goes: the keyboard back to where the plan is."""
        hier = self.inhoud.plek or next(iter(self.inhoud.knoppen))
        self.inhoud.knoppen[hier].setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        return self.plan.leg_vast()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the screen gives it the focus: that is for the first heading.
        next(iter(self.inhoud.knoppen.values())).setFocus(gebeurtenis.reason())

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        self.plek.word_wakker()
        self.plan.hervat()
        super().showEvent(gebeurtenis)
        self.gezien.emit((Inzagesoort.DOSSIER,))

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        self.plek.slaapt = True
        super().hideEvent(gebeurtenis)
