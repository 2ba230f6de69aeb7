"""The sheet in the place of the workroom when this laptop was too long without contact."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.sync.gekoppeld import gekoppeld
from desktop.sync.stand import Lease, Stand, Voortgang
from desktop.taal import _, meervoud
from desktop.views.instellingen.koppeling import Koppelkaart
from desktop.views.sync.mislukking import Mislukking, Soort
from desktop.views.sync.woorden import voortgangszin
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel

BREEDTE = 560


class Leaseblad(QWidget):
    """Why, one button, and how far it is. `bijgewerkt`: a whole round was made, the room may open.

    A password that no longer fits must not shut somebody out for good: the
    coupling can be mended here too.
    """

    bijgewerkt = Signal()

    def __init__(self, werkplek: Werkplek, lease: Lease, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._draad = werkplek.draad
        self._open = False
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bouw(lease)
        self._draad.bezig.connect(self._zet_bezig)
        self._draad.voortgang.connect(self._voortgang)
        self._draad.fout.connect(self._mislukt)
        self._draad.stand.connect(self._stand)
        self._zet_bezig(self._draad.is_bezig)
        if self._draad.mislukking is not None:
            self._mislukt(self._draad.mislukking)
        self._toon_koppeling(open_=not gekoppeld(werkplek.store))

    def _bouw(self, lease: Lease) -> None:
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        vlak = QScrollArea(self)
        vlak.setWidgetResizable(True)
        vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buiten.addWidget(vlak)
        drager = QWidget(vlak)
        vlak.setWidget(drager)
        staand = QVBoxLayout(drager)
        staand.setContentsMargins(32, 32, 32, 32)
        staand.setSpacing(16)
        staand.addStretch(2)
        kaart = QFrame(drager)
        kaart.setProperty("soort", "blad")
        kaart.setFixedWidth(BREEDTE)
        blad = QVBoxLayout(kaart)
        blad.setContentsMargins(40, 40, 40, 40)
        blad.setSpacing(16)
        blad.addWidget(regel(_("Eerst even bijwerken"), "vitrine", kaart))
        self.waarom = regel(_waarom(lease), "gewoon", kaart)
        blad.addWidget(self.waarom)
        blad.addWidget(
            regel(
                _(
                    "Zo blijven de gegevens van je cliënten veilig, ook als een laptop kwijtraakt. "
                    "Wat jij hebt ingevuld, staat er nog en gaat mee."
                ),
                "zacht",
                kaart,
            )
        )
        self.balk = QProgressBar(kaart)
        self.balk.setFixedHeight(8)
        self.balk.setTextVisible(False)
        self.balk.setAccessibleName(_("Hoever het bijwerken is"))
        self.zin = regel("", "zacht", kaart)
        self.fout = regel("", "fout", kaart)
        for widget in (self.balk, self.zin, self.fout):
            widget.hide()
            blad.addWidget(widget)
        self.knop_nu = knop(_("Nu bijwerken"), "hoofd", kaart)
        self.knop_nu.clicked.connect(self._nu)
        blad.addWidget(self.knop_nu)
        self.knop_koppeling = knop(_("Kijk de koppeling na"), "stil", kaart)
        self.knop_koppeling.clicked.connect(lambda: self._toon_koppeling(open_=True))
        blad.addWidget(self.knop_koppeling)
        self.koppeling = Koppelkaart(self._werkplek, drager)
        self.koppeling.setFixedWidth(BREEDTE)
        for deel in (kaart, self.koppeling):
            rij = QHBoxLayout()
            rij.addStretch()
            rij.addWidget(deel)
            rij.addStretch()
            staand.addLayout(rij)
        staand.addStretch(3)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the one thing to do.
        if self.knop_nu.isVisibleTo(self):
            self.knop_nu.setFocus(gebeurtenis.reason())
        else:
            self.koppeling.regel.invoer.setFocus(gebeurtenis.reason())

    def _nu(self) -> None:
        self.fout.hide()
        self._draad.nu_bijwerken()

    def _toon_koppeling(self, *, open_: bool) -> None:
        self.koppeling.setVisible(open_)
        self.knop_koppeling.setVisible(not open_)
        self.knop_nu.setVisible(gekoppeld(self._werkplek.store))

    def _zet_bezig(self, bezig: bool) -> None:
        self.knop_nu.setEnabled(not bezig)
        if bezig:
            self.fout.hide()
            self.balk.setRange(0, 0)
            self.zin.setText(_("Verbinding zoeken…"))
        for widget in (self.balk, self.zin):
            widget.setVisible(bezig)
        if not bezig:
            self.knop_nu.setFocus()

    def _voortgang(self, voortgang: Voortgang) -> None:
        if voortgang.totaal:
            self.balk.setRange(0, voortgang.totaal)
            self.balk.setValue(min(voortgang.gedaan, voortgang.totaal))
        self.zin.setText(voortgangszin(voortgang))

    def _mislukt(self, mislukking: Mislukking) -> None:
        if mislukking.soort is Soort.NETWERK:
            zin = _("Er is nu geen verbinding. Zoek een netwerk en probeer het nog een keer.")
        elif mislukking.soort is Soort.AANMELDING:
            zin = _(
                "De centrale opslag herkent je aanmelding niet. Vraag je beheerder om een nieuw "
                "wachtwoord en kijk hieronder de koppeling na."
            )
        else:
            zin = _(mislukking.zin)
        self.fout.setText(zin)
        self.fout.show()

    def _stand(self, stand: Stand) -> None:
        self._toon_koppeling(open_=not self.koppeling.isHidden() or not stand.gekoppeld)
        if not self._open and stand.lease is not None and not stand.lease.verlopen:
            self._open = True
            self.bijgewerkt.emit()


def _waarom(lease: Lease) -> str:
    dagen = lease.dagen - lease.dagen_over
    return meervoud(
        "Deze laptop had {aantal} dag geen contact met de centrale opslag. Daarom haalt "
        "Viergesprek "
        "eerst op wat er veranderd is. Daarna ga je gewoon verder.",
        "Deze laptop had {aantal} dagen geen contact met de centrale opslag. Daarom haalt "
        "Viergesprek "
        "eerst op wat er veranderd is. Daarna ga je gewoon verder.",
        dagen,
    )
