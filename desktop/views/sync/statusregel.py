"""The status line at the bottom of the workroom: quiet unless somebody has to choose something."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import bronnen
from desktop.models.tijdzone import AMSTERDAM
from desktop.sync.contact import Ernst, contact, waarschuwbeleid_uit
from desktop.sync.stand import Stand, Uitkomst, Voortgang
from desktop.taal import _, meervoud
from desktop.views.sync.mislukking import Mislukking
from desktop.views.sync.woorden import (
    contactzin,
    hoe_het_gaat,
    meeneemzin,
    voortgangszin,
    wachtzin,
)
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel, zet_soort

LANG_MS = 1000
"""A round that is done sooner leaves the line as it was."""
VERVERS_MS = 60_000
"""Today becomes yesterday."""


class Statusregel(QWidget):
    """Last contact, what waits, what asks for a choice, and a button.

    Hidden while the laptop is not coupled, and by `verberg` during a talk: there
    nothing may compete with the client. Nothing personal stands in it.
    """

    conflicten = Signal()
    lijst = Signal()
    instellingen = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._draad = werkplek.draad
        self._beleid = waarschuwbeleid_uit(bronnen.toml("beleid", "uitwisseling.toml"))
        self._stand: Stand | None = None
        self._gevraagd = False
        self._gestopt = False
        self._in_gesprek = False
        self.setProperty("soort", "voet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bouw()
        self._lang = QTimer(self)
        self._lang.setSingleShot(True)
        self._lang.setInterval(LANG_MS)
        self._lang.timeout.connect(self._toon_voortgang)
        ververs = QTimer(self)
        ververs.setInterval(VERVERS_MS)
        ververs.timeout.connect(self._toon)
        ververs.start()
        self._draad.stand.connect(self._neem_stand)
        self._draad.bezig.connect(self._zet_bezig)
        self._draad.voortgang.connect(self._neem_voortgang)
        self._draad.klaar.connect(self._klaar)
        self._draad.fout.connect(self._mislukt)
        self._neem_stand(self._draad.laatste)

    def _bouw(self) -> None:
        self._buiten = QVBoxLayout(self)
        self._buiten.setContentsMargins(32, 4, 24, 4)
        self._buiten.setSpacing(0)
        rij = self._rij = QHBoxLayout()
        rij.setSpacing(12)
        self._buiten.addLayout(rij)
        self._onder = QHBoxLayout()
        self._onder.setSpacing(12)
        self._buiten.addLayout(self._onder)
        self._lampje = QFrame(self)
        self._lampje.setProperty("soort", "lampje")
        self._lampje.setFixedSize(10, 10)
        self.contact = self._kort()
        self.wachtend = self._kort()
        self.meegenomen = self._kort()
        self.zin = self._kort()
        self.zin.setMinimumWidth(1)  # a long sentence never makes the window wider
        self.knop_conflicten = self._let_op(self.conflicten)
        self.knop_geweigerd = self._let_op(self.lijst)
        self.knop_aangeboden = self._let_op(self.lijst)
        self.knop_koppeling = knop(_("Kijk de koppeling na"), "voetknop", self)
        self.knop_koppeling.clicked.connect(self.instellingen)
        self.balk = QProgressBar(self)
        self.balk.setFixedSize(160, 8)
        self.balk.setTextVisible(False)
        self.balk.setAccessibleName(_("Hoever het bijwerken is"))
        self.knop_stop = knop(_("Stop"), "voetknop", self)
        self.knop_stop.setToolTip(_("Wat binnen is, blijft. De rest komt later vanzelf."))
        self.knop_stop.clicked.connect(self._stop)
        self.knop_nu = knop(_("Nu bijwerken"), "voetknop", self)
        self.knop_nu.setToolTip(_("Haal het werk van collega's op en verstuur het jouwe (F5)"))
        self.knop_nu.clicked.connect(self.nu)
        self._wijkt: tuple[QWidget, ...] = (
            self.wachtend,
            self.meegenomen,
            self.zin,
            self.knop_koppeling,
            self.balk,
        )
        for widget in (self._lampje, self.contact, *self._wijkt):
            rij.addWidget(widget)
        rij.addStretch()
        for rechts in (
            self.knop_conflicten,
            self.knop_geweigerd,
            self.knop_aangeboden,
            self.knop_stop,
            self.knop_nu,
        ):
            rij.addWidget(rechts)
        for weg in (self.balk, self.knop_stop):
            weg.hide()
        self._naast = True

    def _kort(self) -> QLabel:
        label = regel("", "klein", self)
        label.setWordWrap(False)
        return label

    def _let_op(self, signaal: object) -> QPushButton:
        nieuw = knop("", "let-op", self)
        nieuw.clicked.connect(signaal)
        nieuw.hide()
        return nieuw

    def verberg(self, in_gesprek: bool) -> None:
        """True while a talk is on the screen: the line then makes room."""
        self._in_gesprek = in_gesprek
        self._zet_zichtbaar()

    def nu(self) -> None:
        """A round right now, because somebody asked."""
        self._gevraagd = True
        if self._draad.is_bezig:
            self._toon_voortgang()
        else:
            self._draad.nu_bijwerken()

    def _stop(self) -> None:
        self.knop_stop.setEnabled(False)
        self._draad.pauzeer()

    # --- what the thread tells

    def _neem_stand(self, stand: Stand | None) -> None:
        self._stand = stand
        self._toon()

    def _zet_bezig(self, bezig: bool) -> None:
        if bezig:
            self._gestopt = False
            self.balk.setRange(0, 0)
            if self._gevraagd:
                self._toon_voortgang()
            else:
                self._lang.start()
            return
        self._lang.stop()
        self._gevraagd = False
        self._wissel(bezig=False)
        self._toon()

    def _toon_voortgang(self) -> None:
        self.knop_stop.setEnabled(True)
        self._wissel(bezig=True)
        self._zeg(_("Verbinding zoeken…"))

    def _wissel(self, *, bezig: bool) -> None:
        had_focus = self.knop_stop.hasFocus() or self.knop_nu.hasFocus()
        for widget in (self.balk, self.knop_stop):
            widget.setVisible(bezig)
        self.knop_nu.setVisible(not bezig)
        if had_focus:
            (self.knop_stop if bezig else self.knop_nu).setFocus()

    def _neem_voortgang(self, voortgang: Voortgang) -> None:
        if voortgang.totaal:
            self.balk.setRange(0, voortgang.totaal)
            self.balk.setValue(min(voortgang.gedaan, voortgang.totaal))
        if not self.balk.isHidden():
            self._zeg(voortgangszin(voortgang))

    def _klaar(self, uitkomst: Uitkomst) -> None:
        self._gestopt = uitkomst.gestopt
        self._toon()

    def _mislukt(self, _mislukking: Mislukking) -> None:
        self._toon()

    # --- what is to be seen

    def _zet_zichtbaar(self) -> None:
        gekoppeld = self._stand is not None and self._stand.gekoppeld
        self.setVisible(gekoppeld and not self._in_gesprek)

    def _toon(self) -> None:
        self._zet_zichtbaar()
        stand = self._stand
        if stand is None or not stand.gekoppeld:
            return
        mislukking = self._draad.mislukking
        nu = self._werkplek.store.nu().astimezone(AMSTERDAM)
        hoe = contact(stand, nu, self._beleid)
        self.contact.setText(contactzin(hoe))
        for label, tekst in (
            (self.wachtend, wachtzin(stand)),
            (self.meegenomen, meeneemzin(stand)),
        ):
            label.setText(tekst)
            label.setVisible(bool(tekst))
        self._kleur(stand, hoe.ernst)
        self._vul(
            self.knop_conflicten,
            stand.conflicten,
            meervoud("{aantal} verschil", "{aantal} verschillen", stand.conflicten),
            _("Bekijk de verschillen en kies wat klopt"),
        )
        self._vul(
            self.knop_geweigerd,
            stand.geweigerd,
            meervoud("{aantal} bleef liggen", "{aantal} bleven liggen", stand.geweigerd),
            _("Bekijk welke wijzigingen van jou bleven liggen"),
        )
        self._vul(
            self.knop_aangeboden,
            stand.aangeboden,
            meervoud("{aantal} voorstel", "{aantal} voorstellen", stand.aangeboden),
            _("Bekijk wat collega's in jouw dossiers willen veranderen"),
        )
        self.knop_koppeling.setVisible(mislukking is not None and mislukking.in_instellingen)
        if self.balk.isHidden():
            zin = self._rust_zin() or hoe_het_gaat(stand, hoe, mislukking)
            self._zeg(zin, warm=hoe.ernst is Ernst.BIJNA_OM)

    def _rust_zin(self) -> str:
        if not self._gestopt:
            return ""
        return _("Gestopt. Wat binnen is, blijft. Straks gaat het vanzelf verder.")

    def _vul(self, knop_: QPushButton, aantal: int, tekst: str, uitleg: str) -> None:
        knop_.setText(tekst)
        knop_.setAccessibleName(tekst)
        knop_.setAccessibleDescription(uitleg)
        knop_.setToolTip(uitleg)
        knop_.setVisible(aantal > 0)

    def _kleur(self, stand: Stand, ernst: Ernst) -> None:
        if ernst is not Ernst.RUSTIG:
            staat = "let-op"
        elif self._draad.mislukking is None and stand.alles_bevestigd:
            staat = "goed"
        else:
            staat = "wacht"
        zet_soort(self._lampje, staat, "staat")

    def _zeg(self, zin: str, *, warm: bool = False) -> None:
        self.zin.setText(zin)
        self.zin.setVisible(bool(zin))
        zet_soort(self.zin, "klein-let-op" if warm else "klein")
        self._schik()

    def _schik(self) -> None:
        """What is not a button stands beside the rest where all fits, else on a line of its own."""
        rest = [
            w
            for w in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if w is not self.zin and not w.isHidden()
        ]
        nodig = sum(w.sizeHint().width() + self._rij.spacing() for w in rest)
        nodig += self.zin.fontMetrics().horizontalAdvance(self.zin.text()) + 72
        naast = nodig <= self.width()
        if naast == self._naast:
            return
        self._naast = naast
        self.zin.setWordWrap(not naast)
        links = 0 if naast else self._lampje.width() + self._rij.spacing()
        self._onder.setContentsMargins(links, 0, 0, 0)
        van, naar = (self._onder, self._rij) if naast else (self._rij, self._onder)
        for plek, widget in enumerate(self._wijkt):
            van.removeWidget(widget)
            naar.insertWidget(2 + plek if naast else plek, widget)
        self._onder.setStretchFactor(self.zin, 0 if naast else 1)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._schik()
