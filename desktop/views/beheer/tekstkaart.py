"""One text of one language: Dutch, translation, who looked at it, and what was said of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from gettext import c2py

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.models.catalogus import Taal
from desktop.models.fouten import Invoerfout
from desktop.models.prompts import Catalogus
from desktop.models.vertaalwerk import Vertaalregel, keur, tekenfouten, vormen_van
from desktop.store.vertalingen import bevestig, handel_af, neem_op
from desktop.taal import _
from desktop.views.beheer.opmerkingkaart import Opmerkingkaart, eigen
from desktop.views.beheer.standbalk import gebrekzin, standwoord
from desktop.views.beheer.tekstmodel import Tekstregel
from desktop.views.intake.bewaring import Zinveld
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

_TELLEN_TOT = 120


class Tekstkaart(Sectie):
    """The text that is open; `bevestigd` carries the code of one that somebody confirmed."""

    bevestigd = Signal(str)

    def __init__(
        self, werkplek: Werkplek, taal: Taal, catalogus: Catalogus, parent: QWidget
    ) -> None:
        super().__init__("", parent)
        self._werkplek, self._taal = werkplek, taal
        self._regel, self._aantal = catalogus.meervoudsregel, catalogus.aantal_vormen
        self._tekst: Tekstregel | None = None
        self._laadt = False
        self.blad.setSpacing(8)
        self.kop = self.findChild(QLabel)
        self.nederlands = regel("", "groot", self)
        self.gebrek = regel("", "fout", self)
        self.blad.addWidget(self.nederlands)
        self.blad.addWidget(self.gebrek)
        self._opmerkingen = QVBoxLayout()
        self._opmerkingen.setSpacing(8)
        self.blad.addLayout(self._opmerkingen)
        self.opmerkingen: list[Opmerkingkaart] = []
        self._vormendoos = QVBoxLayout()
        self._vormendoos.setSpacing(4)
        self.blad.addLayout(self._vormendoos)
        self._kopjes: list[QLabel] = []
        self.vormen: list[Zinveld] = []
        self._uitspraak()
        self.stand = regel("", "zacht", self)
        self.fout = regel("", "fout", self)
        self.blad.addWidget(self.stand)
        self.blad.addWidget(self.fout)
        self._knoppen()
        self.blad.addStretch()

    def _uitspraak(self) -> None:
        self.blad.addWidget(regel(_("Uitspraak voor de computerstem"), "klein", self))
        self.uitspraak = QLineEdit(self)
        self.uitspraak.setAccessibleName(_("Uitspraak voor de computerstem"))
        self.uitspraak.setPlaceholderText(_("Leeg: de stem leest de vertaling"))
        self.uitspraak.setToolTip(self.uitspraak.placeholderText())  # it may not fit
        self.uitspraak.textChanged.connect(self._getypt)
        self.blad.addWidget(self.uitspraak)

    def _knoppen(self) -> None:
        self.bewaar = knop(_("Bewaar als concept"), "gewoon", self)
        self.bewaar.clicked.connect(self._bewaar)
        rij = QHBoxLayout()
        rij.addWidget(self.bewaar)
        rij.addStretch()
        self.blad.addLayout(rij)
        self.blad.addWidget(regel(_("Wie heeft dit nagekeken?"), "klein", self))
        self.wie = QLineEdit(self)
        self.wie.setAccessibleName(_("Wie heeft dit nagekeken?"))
        self.wie.setPlaceholderText(_("Voornaam en achternaam"))
        self.blad.addWidget(self.wie)
        self.nagekeken = knop(_("Nagekeken"), "hoofd", self, kort=True)
        self.nagekeken.clicked.connect(partial(self._bevestig, False))
        self.beedigd = knop(_("Beëdigd vertaald"), "gewoon", self, kort=True)
        self.beedigd.clicked.connect(partial(self._bevestig, True))
        self._onder = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._onder.addWidget(self.nagekeken)
        self._onder.addWidget(self.beedigd)
        self._onder.addStretch()
        self.blad.addLayout(self._onder)

    def maak_smal(self, smal: bool) -> None:
        """The buttons under one another, and less room at the sides."""
        richting = QBoxLayout.Direction
        self._onder.setDirection(richting.TopToBottom if smal else richting.LeftToRight)
        rand = 12 if smal else 24
        self.blad.setContentsMargins(rand, 16, rand, 24)

    # ---- showing --------------------------------------------------------------------------

    @property
    def context(self) -> str:
        """Code of the text that is open; empty for none."""
        return self._tekst.meting.bron.context if self._tekst is not None else ""

    def toon(self, tekst: Tekstregel) -> None:
        """Opens a text; what was typed and not kept comes back."""
        zelfde = tekst.meting.bron.context == self.context
        self._tekst = tekst
        bron = tekst.meting.bron
        self._laadt = True
        if self.kop is not None:
            self.kop.setText(f"{bron.context} · {_(bron.deel)}")
        delen = [bron.nederlands, bron.meervoud]
        self.nederlands.setText("\n".join(deel for deel in delen if deel))
        self.gebrek.setText(gebrekzin(tekst.meting.gebrek))
        self.gebrek.setVisible(bool(self.gebrek.text()))
        self.stand.setText(_standzin(tekst))
        if not zelfde or not self.fout.text():
            self._zeg("")
        self._vul(tekst)
        self._toon_opmerkingen(tekst)
        self._laadt = False

    def _vul(self, tekst: Tekstregel) -> None:
        bron, vertaling = tekst.meting.bron, tekst.vertaling
        aantal = self._aantal if bron.meervoud else 1
        self._maak_velden(aantal)
        vormen = vormen_van(vertaling) if vertaling is not None else ()
        uitspraak = vertaling.uitspraak if vertaling is not None else ""
        concept = self._werkplek.store.lokaal(self._sleutel)
        if concept is not None:
            ruw = json.loads(concept)
            vormen, uitspraak = tuple(ruw["vormen"]), ruw["uitspraak"]
        for nr, veld in enumerate(self.vormen):
            nieuw = vormen[nr] if nr < len(vormen) else ""
            if veld.toPlainText() != nieuw:
                veld.setPlainText(nieuw)
        if self.uitspraak.text() != uitspraak:
            self.uitspraak.setText(uitspraak)

    def _maak_velden(self, aantal: int) -> None:
        if len(self.vormen) == aantal:
            return
        for oud in (*self._kopjes, *self.vormen):
            self._vormendoos.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self._kopjes, self.vormen = [], []
        vorige: QWidget = self
        for nr in range(aantal):
            naam = self._vormnaam(nr) if aantal > 1 else self._taal.naam
            veld = Zinveld(2 if aantal == 1 else 1, self)
            veld.setAccessibleName(naam)
            eigen(veld, self._taal)
            veld.textChanged.connect(self._getypt)
            self._kopjes.append(regel(naam, "klein", self))
            self.vormen.append(veld)
            self._vormendoos.addWidget(self._kopjes[-1])
            self._vormendoos.addWidget(veld)
            if nr:
                QWidget.setTabOrder(vorige, veld)
            vorige = veld
        QWidget.setTabOrder(vorige, self.uitspraak)

    def _vormnaam(self, nr: int) -> str:
        vorm = c2py(self._regel)
        getallen = [str(n) for n in range(_TELLEN_TOT) if vorm(n) == nr][:3]
        return _("{taal}, bij {getallen}").format(
            taal=self._taal.naam, getallen=", ".join(getallen)
        )

    def _toon_opmerkingen(self, tekst: Tekstregel) -> None:
        for oud in self.opmerkingen:
            self._opmerkingen.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self.opmerkingen = []
        for opmerking in tekst.opmerkingen:
            kaart = Opmerkingkaart(opmerking, self._taal, self)
            kaart.overnemen.connect(self._neem_over)
            kaart.afgehandeld.connect(self._handel_af)
            self._opmerkingen.addWidget(kaart)
            self.opmerkingen.append(kaart)

    # ---- gestures -------------------------------------------------------------------------

    @property
    def _sleutel(self) -> str:
        return f"vertaalconcept:{self._taal.tag}:{self.context}"

    def _getypt(self) -> None:
        """What is being typed is on disk at every key."""
        if self._laadt or self._tekst is None:
            return
        inhoud = {"vormen": self._getypte_vormen(), "uitspraak": self.uitspraak.text()}
        waarde = json.dumps(inhoud, ensure_ascii=False)
        self._werkplek.probeer(lambda: self._werkplek.store.onthoud(self._sleutel, waarde))
        self._zeg("")

    def _getypte_vormen(self) -> tuple[str, ...]:
        return tuple(" ".join(veld.toPlainText().split()) for veld in self.vormen)

    def _neem_over(self, beter: str) -> None:
        if self.vormen:
            self.vormen[0].setPlainText(beter)
            self.vormen[0].setFocus()

    def _handel_af(self, melding: str) -> None:
        store = self._werkplek.store

        def doe() -> None:
            with store.work() as work:
                handel_af(work, melding, store.vandaag())

        if self._werkplek.probeer(doe) and self.vormen:
            self.vormen[0].setFocus()

    def _bewaar(self) -> None:
        regel_ = self._gekeurd()
        if regel_ is None:
            return
        store = self._werkplek.store
        wie = self._werkplek.collegas.get(store.gebruiker_id or "", "")

        def doe() -> None:
            with store.work() as work:
                neem_op(work, self._taal.tag, [regel_], wie, store.vandaag())
            store.onthoud(self._sleutel, None)

        self._leg_vast(doe)

    def _bevestig(self, beedigd: bool) -> None:
        regel_ = self._gekeurd()
        if regel_ is None:
            return
        store = self._werkplek.store

        def doe() -> None:
            with store.work() as work:
                bevestig(
                    work,
                    self._taal.tag,
                    regel_.context,
                    regel_.bron,
                    regel_.vormen,
                    self.wie.text(),
                    store.vandaag(),
                    beedigd,
                    regel_.uitspraak,
                )
            store.onthoud(self._sleutel, None)

        context = self.context
        if self._leg_vast(doe):
            self.bevestigd.emit(context)

    def _gekeurd(self) -> Vertaalregel | None:
        """What is typed, when nothing is wrong with it; else the sentence is shown."""
        if self._tekst is None:
            return None
        bron, vormen = self._tekst.meting.bron, self._getypte_vormen()
        uitspraak = self.uitspraak.text().strip()
        fouten = keur(bron, vormen, self._taal, self._aantal)
        if not any(vormen):
            fouten = [_("Schrijf eerst een vertaling.")]
        fouten += tekenfouten(uitspraak, self._taal)
        if fouten:
            self._zeg("\n".join(_(zin) for zin in fouten))
            self.vormen[0].setFocus()
            return None
        return Vertaalregel(bron.context, bron.nederlands, vormen, uitspraak)

    def _leg_vast(self, doe: Callable[[], None]) -> bool:
        gelukt = False

        def poging() -> None:
            nonlocal gelukt
            try:
                doe()
                gelukt = True
            except Invoerfout as fout:
                self._zeg(_(fout.zin))
                (self.wie if fout.veld == "door" else self.vormen[0]).setFocus()

        self._werkplek.probeer(poging)
        if gelukt:
            self._zeg("")
        return gelukt

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))


def _standzin(tekst: Tekstregel) -> str:
    stand = standwoord(tekst.meting.stand)
    if tekst.wie is None or tekst.wie.op is None:
        return stand
    return _("{stand}, door {wie} op {dag}").format(
        stand=stand, wie=tekst.wie.door, dag=f"{tekst.wie.op:%d-%m-%Y}"
    )
