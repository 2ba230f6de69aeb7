"""The closing: strengths first, wishes, agreements, told back; then what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.afsluitvoorstel import neem_over
from desktop.models.intake import AFSLUITTEKSTEN, BredeIntake
from desktop.taal import _
from desktop.views.intake.afspraken import Afspraakbeeld, Afsprakenlijst
from desktop.views.intake.balken import Pauzebalk, hoofdknop
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.ontbreekt import Ontbreekt
from desktop.views.intake.plaatjes import Plaatjeskaart
from desktop.views.intake.plek import Blad
from desktop.views.intake.velden import Tekstveld
from desktop.views.intake.vraagkop import regel

_STAP = {
    "sterke_punten": "sterk",
    "wens_een_jaar": "wens1",
    "wens_drie_jaar": "wens3",
    "teach_back": "vertel",
}


@dataclass(frozen=True)
class Afsluitbeeld:
    """The texts of the closing as they stand."""

    teksten: dict[str, str]
    afspraken: tuple[Afspraakbeeld, ...]
    sluitreden: str


class Afsluitscherm(QWidget):
    """Left what is said together, right what is still missing."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesprek = gesprek
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(24, 8, 24, 8)
        buiten.setSpacing(8)
        self.pauze = Pauzebalk(gesprek, self)
        buiten.addWidget(self.pauze)
        self.plaatjes = Plaatjeskaart(gesprek, self)
        buiten.addWidget(self.plaatjes)
        midden = QHBoxLayout()
        midden.setSpacing(16)
        links = self._links()
        self.ontbreekt = Ontbreekt(gesprek, self)
        midden.addWidget(self._rol(links), 3)
        midden.addWidget(self._rol(self.ontbreekt), 2)
        buiten.addLayout(midden, 1)
        buiten.addLayout(self._onder())
        gesprek.fout.connect(self._toon_fout)

    def _rol(self, binnen: QWidget) -> QScrollArea:
        rol = QScrollArea(self)
        rol.setWidgetResizable(True)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(binnen)
        return rol

    def _links(self) -> QWidget:
        blad = QFrame(self)
        blad.setProperty("soort", "blad")
        vak = QVBoxLayout(blad)
        vak.setContentsMargins(24, 16, 24, 16)
        vak.setSpacing(12)
        self.teksten: dict[str, Tekstveld] = {}
        titels = {
            "sterke_punten": (_("Dit kan de cliënt goed"), _("Begin hiermee. Zeg het hardop.")),
            "wens_een_jaar": (_("Wens voor over één jaar"), ""),
            "wens_drie_jaar": (_("Wens voor over drie jaar"), ""),
            "teach_back": (
                _("Terugverteld"),
                _("Wat zegt de cliënt zelf over de afspraken?"),
            ),
        }
        for veld in AFSLUITTEKSTEN:
            titel, tip = titels[veld]
            if veld == "teach_back":
                vak.addWidget(regel(_("Wat er nu gaat gebeuren"), "kop", blad))
                self.afspraken = Afsprakenlijst(self.gesprek, blad)
                self.afspraken.bezig.connect(lambda: self._laat_zien("straks"))
                vak.addWidget(self.afspraken)
            vak.addWidget(regel(titel, "kop", blad))
            tekst = Tekstveld(
                "",
                self.gesprek.werkplek,
                self._zetter(veld),
                blad,
                regels=2,
                naam=titel,
                tip=tip,
            )
            tekst.veld.setProperty("stap", _STAP[veld])
            tekst.veld.installEventFilter(self)
            self.teksten[veld] = tekst
            vak.addWidget(tekst)
        vak.addStretch()
        return blad

    def _onder(self) -> QVBoxLayout:
        vak = QVBoxLayout()
        vak.setSpacing(8)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        vak.addWidget(self.fout)
        rij = QHBoxLayout()
        rij.setSpacing(16)
        self.stand = regel("", "zacht", self)
        self.reden = Tekstveld(
            "",
            self.gesprek.werkplek,
            lambda _tekst: False,
            self,
            naam=_("Waarom sluit je nu af?"),
            tip=_("Er staat nog iets open. Waarom sluit je toch af?"),
        )
        self.sluit = hoofdknop(_("Gesprek afsluiten"), self)
        self.sluit.clicked.connect(self._sluit)
        rij.addWidget(self.stand, 2)
        rij.addWidget(self.reden, 3)
        rij.addWidget(self.sluit)
        vak.addLayout(rij)
        return vak

    def _zetter(self, veld: str) -> Callable[[str], bool]:
        def zet(tekst: str) -> bool:
            return self.gesprek.doe(lambda intake, _work: intake.schrijf_afsluiting(veld, tekst))

        return zet

    def open(self) -> None:
        """The first time, the client's own answers stand ready as first sentences."""
        sleutel = f"voorstel:{self.gesprek.intake_id}"
        if self.gesprek.stand.gesloten or self.gesprek.store.lokaal(sleutel):
            return
        lijst = self.gesprek.lijst
        if self.gesprek.doe(lambda intake, _work: neem_over(intake, lijst), ververs=False):
            self.gesprek.werkplek.probeer(lambda: self.gesprek.store.onthoud(sleutel, "ja"))

    def _lees(self) -> Afsluitbeeld:
        with self.gesprek.store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, self.gesprek.intake_id)
            return Afsluitbeeld(
                {veld: getattr(intake, veld) for veld in AFSLUITTEKSTEN},
                tuple(Afspraakbeeld(a.id, a.wat, a.wie, a.datum) for a in intake.afspraken),
                intake.sluitreden or "",
            )

    def ververs(self) -> None:
        """Shows the closing as it stands."""
        beeld, stand = self._lees(), self.gesprek.stand
        id_ = self.gesprek.intake_id
        for veld, tekst in self.teksten.items():
            tekst.laad(f"{id_}:afsluiting:{veld}", beeld.teksten[veld])
            tekst.veld.setReadOnly(stand.gesloten)
        self.afspraken.laad(beeld.afspraken, vast=stand.gesloten)
        self.ontbreekt.ververs()
        self.pauze.ververs()
        self.plaatjes.ververs()
        self.fout.hide()
        voortgang = stand.voortgang
        mist = bool(voortgang.ontbreekt) or not voortgang.minimum_gedekt
        self.reden.laad(f"{id_}:sluitreden", beeld.sluitreden)
        self.reden.setVisible(mist and not stand.gesloten)
        self.sluit.setVisible(not stand.gesloten)
        if stand.gesloten and stand.gesloten_op is not None:
            zin = _("Afgesloten op {datum}.").format(datum=stand.gesloten_op.strftime("%d-%m-%Y"))
            self.stand.setText(f"{zin} {beeld.sluitreden}".strip())
        elif mist:
            self.stand.setText(
                _("{aantal} vragen staan nog open.").format(aantal=len(voortgang.ontbreekt))
            )
        else:
            self.stand.setText(_("Alles is gevraagd. Je kunt afsluiten."))

    def _laat_zien(self, stap: str) -> None:
        gesprek = self.gesprek
        if gesprek.plek.blad is Blad.AFSLUITEN and not gesprek.stand.gesloten:
            gesprek.zet_plek(punt=stap)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        """The client's screen follows the part that is being talked about."""
        if gebeurtenis.type() == QEvent.Type.FocusIn and doel.property("stap"):
            self._laat_zien(doel.property("stap"))
        return super().eventFilter(doel, gebeurtenis)

    def _sluit(self) -> None:
        self.leg_vast()
        if self.gesprek.sluit(self.reden.bewaarder.tekst):
            self.reden.bewaarder.vergeet()

    def _toon_fout(self, _veld: str, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.show()
        if self.isVisible() and not self.reden.isHidden():
            self.reden.veld.setFocus()

    def richt(self) -> None:
        """Puts the keyboard at the strengths: they come first."""
        self.teksten["sterke_punten"].veld.setFocus()

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        for tekst in self.teksten.values():
            tekst.bewaarder.leg_nu_vast()
        self.afspraken.leg_vast()
