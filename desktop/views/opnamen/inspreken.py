"""Reading aloud in one go: a sentence large, Space to record and stop, Enter for the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop import catalogi
from desktop.models.opnamewerk import (
    Inspreekopdracht,
    Opnamestand,
    Zin,
    kies_deel,
    stand_van,
    zinnen,
)
from desktop.models.spraak import Uiting
from desktop.speech.klank import Klank, laad_soundfile
from desktop.speech.opnemen import Opnemer
from desktop.store.opnamebeheer import gelezen
from desktop.taal import _
from desktop.views.opnamen.meter import raad
from desktop.views.opnamen.vastleggen import Bewaard, kan_niet, leg_vast
from desktop.views.opnamen.zinkaart import Zinkaart
from desktop.views.opnamen.zinnenlijst import Zinnenlijst
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, midden, regel


class Inspreekscherm(Blad):
    """What was missing when it opened stands in the list; each reading is kept at once."""

    def __init__(
        self, werkplek: Werkplek, opdracht: Inspreekopdracht, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Opnemen"), parent)
        self._werkplek, self.opdracht = werkplek, opdracht
        self.taal = werkplek.talen[opdracht.taal]
        self._spreker = werkplek.spreker
        self.opnemer = Opnemer(self._spreker.apparaten, werkplek.store, self)
        self.opnemer.niveau.connect(self._meet)
        self.opnemer.klaar.connect(self._neem)
        self.opnemer.melding.connect(self._mislukt)
        self._spreker.apparaten.veranderd.connect(self._toon_microfoons)
        self._spreker.melding.connect(self._geluid_mislukt)
        self._zin: Zin | None = None
        self._onderweg: set[Zin] = set()
        self._kan = True
        self._alles = 0
        self._bouw()
        self._laad()
        self._keur_onderdelen()

    # ---- building -------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.lijst = Zinnenlijst(self)
        self.lijst.setFixedWidth(288)
        self.lijst.selectionModel().currentChanged.connect(self._kies)
        rechts = QVBoxLayout()
        rechts.setSpacing(16)
        rechts.addLayout(self._stand())
        self.kaart = Zinkaart(self.taal, self)
        self.kaart.neem_op.clicked.connect(self._wissel)
        self.kaart.luister.clicked.connect(self._luister)
        self.kaart.volgende.clicked.connect(self._ga_verder)
        self.kaart.microfoon.activated.connect(self._kies_microfoon)
        rechts.addWidget(self.kaart, 1)
        rij = QHBoxLayout()
        rij.setSpacing(16)
        rij.addWidget(self.lijst)
        rij.addLayout(rechts, 1)
        self._buiten.addLayout(midden(rij, onder=24), 1)

    def _stand(self) -> QVBoxLayout:
        vak = QVBoxLayout()
        vak.setSpacing(8)
        rij = QHBoxLayout()
        self.teller = regel("", "kop", self)
        self.teller.setWordWrap(False)
        self.wie = regel("", "zacht", self)
        self.wie.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        delen = (self.opdracht.spreker, self.taal.naam, _(self.opdracht.dialect))
        self.wie.setText(" · ".join(deel for deel in delen if deel))
        rij.addWidget(self.teller)
        rij.addWidget(self.wie, 1)
        vak.addLayout(rij)
        self.balk = QProgressBar(self)
        self.balk.setTextVisible(False)
        self.balk.setFixedHeight(8)
        vak.addWidget(self.balk)
        return vak

    # ---- what there is to read ------------------------------------------------------------

    def _laad(self) -> None:
        store, opdracht = self._werkplek.store, self.opdracht
        prompts = self._werkplek.prompts(opdracht.taal)
        alle = kies_deel(zinnen(catalogi.bronteksten(store.lijst), prompts), opdracht.deel)
        with store.lees() as sessie:
            er_is = gelezen(sessie, opdracht.taal, opdracht.dialect)
        standen = {zin: stand_van(zin, er_is) for zin in alle}
        open_ = {z: s for z, s in standen.items() if s is not Opnamestand.GOED}
        self._alles = len(alle)
        self.lijst.zinnen.laad(open_)
        self._tel()
        self._ga_naar(self.lijst.zinnen.eerste_open(-1))

    def _tel(self) -> None:
        klaar = self._alles - self.lijst.zinnen.nog_open
        self.teller.setText(
            _("{klaar} van {aantal} zinnen opgenomen").format(klaar=klaar, aantal=self._alles)
        )
        self.balk.setMaximum(max(1, self._alles))
        self.balk.setValue(klaar)

    def _ga_naar(self, rij: int) -> None:
        if rij >= 0:
            self.lijst.setCurrentIndex(self.lijst.zinnen.index(rij))
        else:
            self._toon(None)

    def _kies(self, plek: QModelIndex, _vorige: QModelIndex) -> None:
        self._toon(self.lijst.zinnen.zin(plek.row()))

    def _toon(self, zin: Zin | None) -> None:
        self.opnemer.annuleer()
        self._spreker.stop()
        self._zin = zin
        self._zeg("")
        if zin is not None:
            self.kaart.toon_zin(zin)
        else:
            self.kaart.toon_slot(self._slotzin())
        self._knoppen_bij()

    def _slotzin(self) -> str:
        if not self._alles:
            return _("In deze taal is nog niets vertaald. Er is dus nog niets om voor te lezen.")
        return _("Alles is opgenomen. Dank je wel!")

    # ---- recording ------------------------------------------------------------------------

    def _wissel(self) -> None:
        if self.opnemer.bezig:
            self.opnemer.stop()
        elif self._zin is not None and self._zin not in self._onderweg:
            self._spreker.stop()
            self._zeg("")
            self.opnemer.begin()
            self._knoppen_bij()

    def _meet(self, niveau: float) -> None:
        self.kaart.meter.toon(niveau)

    def _neem(self, klank: Klank) -> None:
        zin = self._zin
        if zin is None:
            return
        self._onderweg.add(zin)
        werk = partial(leg_vast, self._werkplek.store, self.opdracht, zin, klank)
        taak = Achtergrondtaak(werk, self._werkplek)  # it outlives the screen
        taak.klaar.connect(self._bewaard)
        taak.klaar.connect(taak.deleteLater)
        taak.start()
        self._knoppen_bij()

    def _bewaard(self, bewaard: Bewaard) -> None:
        zin, model = bewaard.zin, self.lijst.zinnen
        self._onderweg.discard(zin)
        if not bewaard.fout:
            model.zet(zin, Opnamestand.GOED)
            self._tel()
        if bewaard.fout or zin is self._zin:
            self._zeg(bewaard.fout or raad(bewaard.niveau))
        self._knoppen_bij(bewaard.duur_ms if zin is self._zin else 0)

    def _mislukt(self, zin: str) -> None:
        self._zeg(zin if self._spreker.apparaten.compleet else kan_niet())
        self._knoppen_bij()

    def _luister(self) -> None:
        zin, opdracht = self._zin, self.opdracht
        if zin is not None:
            uiting = Uiting("", zin.contexten[0], zin.tekst, "", opdracht.taal, opdracht.dialect)
            self._spreker.lees([uiting])
        self.kaart.neem_op.setFocus()

    def _ga_verder(self) -> None:
        """The next one that has to be read; what is being recorded is kept first."""
        if self.opnemer.bezig:
            self.opnemer.stop()
        self._ga_naar(self.lijst.zinnen.eerste_open(self.lijst.currentIndex().row()))
        self.kaart.neem_op.setFocus()

    # ---- showing --------------------------------------------------------------------------

    def _knoppen_bij(self, duur_ms: int = 0) -> None:
        zin, loopt = self._zin, self.opnemer.bezig
        self.kaart.toon_stand(
            self.lijst.zinnen.stand(zin) if zin is not None else None,
            loopt=loopt,
            bewaren=zin in self._onderweg,
            duur_ms=duur_ms,
            kan=self._kan,
        )
        self.lijst.setEnabled(not loopt)

    def _kies_microfoon(self) -> None:
        self.opnemer.kies(str(self.kaart.microfoon.currentData()))

    def _toon_microfoons(self) -> None:
        keuzes = self.opnemer.keuzes()
        self.kaart.toon_microfoons(keuzes, self.opnemer.gekozen)
        if not self._spreker.apparaten.compleet:
            self._zonder_onderdeel()
        elif not self.opnemer.bezig:
            geen = _("Er is geen microfoon gevonden. Sluit er een aan.")
            self._zeg("" if keuzes else geen)

    def _keur_onderdelen(self) -> None:
        """The library that presses sound: slow to load, so on a thread."""
        self._taak = Achtergrondtaak(laad_soundfile, self)
        self._taak.mislukt.connect(self._zonder_onderdeel)
        self._taak.start()

    def _zonder_onderdeel(self, _fout: object = None) -> None:
        self._kan = False
        self._zeg(kan_niet())
        self._knoppen_bij()

    def _zeg(self, zin: str) -> None:
        self.kaart.zeg(zin or ("" if self._kan else kan_niet()))

    def _geluid_mislukt(self, zin: str) -> None:
        """What was recorded could not be heard."""
        if self.isVisible():
            self._zeg(zin)

    # ---- keys and coming and going --------------------------------------------------------

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.isAutoRepeat():
            return
        if toets.key() == Qt.Key.Key_Space:
            self.kaart.neem_op.click()
        elif toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kaart.volgende.click()
        else:
            super().keyPressEvent(toets)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: the speaker can begin at once.
        self.kaart.neem_op.setFocus(gebeurtenis.reason())

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._toon_microfoons()
        self.kaart.neem_op.setFocus()

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        """Another screen, or the lock: nobody is recorded unseen."""
        super().hideEvent(gebeurtenis)
        self.opnemer.annuleer()
        self._spreker.stop()
        self._knoppen_bij()
