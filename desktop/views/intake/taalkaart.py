"""In which language, script and voice this client gets the talk, and who will speak."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.geluidsbeeld import uiting_van
from desktop.models.prompts import Vertaalstatus
from desktop.models.spraak import Spraakbron
from desktop.models.woorden import woord
from desktop.taal import _, meervoud
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.velden import Keuzeveld, Tekstveld
from desktop.views.intake.wiespreekt import Sprekers, Wiespreektlijst, sprekers_van
from desktop.views.widgets.indeling import regel


class Taalkaart(QFrame):
    """Language, script, digits, reading aloud; under it who will say each question."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setProperty("soort", "blad")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(16, 12, 16, 16)
        vak.setSpacing(12)
        kop = QLabel(_("Taal en stem voor de cliënt"), self)
        kop.setProperty("soort", "kop")
        vak.addWidget(kop)
        vak.addLayout(self._velden())
        vak.addLayout(self._vinkjes())
        self.wie = regel("", "zacht", self)
        self.wie.setAccessibleName(_("Wie de vragen voorleest"))
        vak.addWidget(self.wie)
        vak.addLayout(self._onder())
        self.lijst = Wiespreektlijst(self)
        self.lijst.hide()
        vak.addWidget(self.lijst)
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(0)
        self._straks.timeout.connect(self._tel)
        gesprek.stand_gewijzigd.connect(self.ververs)
        gesprek.werkplek.spreker.melding.connect(self._meld)
        self.ververs()

    def _velden(self) -> QGridLayout:
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(8)
        talen = [(tag, taal.naam) for tag, taal in self._gesprek.werkplek.talen.items()]
        self.taal = Keuzeveld(_("De cliënt leest"), talen, self)
        self.spraaktaal = Keuzeveld(_("De cliënt hoort"), talen, self)
        self.dialect = Tekstveld(
            _("Dialect of streek"), self._gesprek.werkplek, self._zet_dialect, self
        )
        self.schrift = Keuzeveld(_("Schrift"), [("", "")], self)
        self.cijfers = Keuzeveld(_("Cijfers"), [("", "")], self)
        self.taal.gekozen.connect(self._zet_taal)
        self.spraaktaal.gekozen.connect(lambda tag: self._zet(spraaktaal=tag))
        self.schrift.gekozen.connect(lambda schrift: self._zet(schrift=schrift))
        self.cijfers.gekozen.connect(lambda eigen: self._zet(eigen_cijfers=bool(eigen)))
        for plek, veld in enumerate((self.taal, self.spraaktaal, self.dialect)):
            rooster.addWidget(veld, 0, plek)
            rooster.setColumnStretch(plek, 1)
        onder = QHBoxLayout()  # what is not there leaves no gap
        onder.setSpacing(16)
        for veld in (self.schrift, self.cijfers):
            onder.addWidget(veld, 1)
        onder.addStretch(1)
        rooster.addLayout(onder, 1, 0, 1, 3)
        return rooster

    def _vinkjes(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(24)
        self.nederlands = self._vinkje(
            _("Nederlands eronder"),
            _("Onder elke vraag staat klein het Nederlands"),
            "toon_nederlands",
        )
        self.voorlezen = self._vinkje(
            _("Vanzelf voorlezen"), _("Elke nieuwe vraag klinkt vanzelf"), "voorlezen"
        )
        self.eerst_horen = self._vinkje(
            _("Eerst horen, dan kiezen"),
            _("De eerste aanraking leest het antwoord voor, de tweede kiest het"),
            "eerst_horen",
        )
        for vinkje in (self.nederlands, self.voorlezen, self.eerst_horen):
            rij.addWidget(vinkje)
        rij.addStretch()
        return rij

    def _vinkje(self, tekst: str, uitleg: str, veld: str) -> QCheckBox:
        vinkje = QCheckBox(tekst, self)
        vinkje.setToolTip(uitleg)
        vinkje.setAccessibleDescription(uitleg)
        vinkje.clicked.connect(lambda aan: self._zet(**{veld: aan}))
        return vinkje

    def _onder(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(12)
        self.per_vraag = QPushButton(_("Toon per vraag"), self)
        self.per_vraag.setProperty("soort", "stil")
        self.per_vraag.setCheckable(True)
        self.per_vraag.toggled.connect(self._klap)
        self.proef = QPushButton(_("Laat een zin horen"), self)
        self.proef.setProperty("soort", "stil")
        self.proef.clicked.connect(self._laat_horen)
        self.uitgang = Keuzeveld("", [("", "")], self, naam=_("Waar het geluid uit komt"))
        self.uitgang.gekozen.connect(self._gesprek.werkplek.spreker.uitgang.kies)
        rij.addWidget(self.per_vraag, 0, Qt.AlignmentFlag.AlignTop)
        rij.addWidget(self.proef, 0, Qt.AlignmentFlag.AlignTop)
        rij.addWidget(self.uitgang, 1)
        self.melding = regel("", "fout", self)
        self.melding.hide()
        rij.addWidget(self.melding, 2)
        return rij

    # --- gestures

    def _zet(self, **velden: Any) -> bool:
        keuze = self._gesprek.stand.taalkeuze
        return self._gesprek.kies_taal(replace(keuze, **velden))

    def _zet_taal(self, tag: str) -> None:
        """Another language to read is heard too, unless the two were chosen apart."""
        nu = self._gesprek.stand.taalkeuze
        hoort = tag if nu.spraaktaal == nu.taal else nu.spraaktaal
        self._zet(taal=tag, spraaktaal=hoort, schrift="", eigen_cijfers=False)

    def _zet_dialect(self, tekst: str) -> bool:
        return self._zet(dialect=tekst.strip())

    def _laat_horen(self) -> None:
        self.melding.hide()
        keuze, werkplek = self._gesprek.stand.taalkeuze, self._gesprek.werkplek
        zin = werkplek.prompts_voor(keuze).scherm("welkom.tekst")
        uiting = uiting_van("proef", zin, werkplek.prompts(keuze.spraaktaal), keuze)
        if uiting is None or werkplek.spreker.bron(uiting) is Spraakbron.NIEMAND:
            self._meld(_("Voor deze taal is er geen stem. Laat de tolk voorlezen."))
        werkplek.spreker.lees([uiting] if uiting is not None else [])

    def _meld(self, zin: str) -> None:
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin) and self.isVisible())

    def _klap(self, open_: bool) -> None:
        self.per_vraag.setText(_("Verberg de lijst") if open_ else _("Toon per vraag"))
        self.lijst.setVisible(open_)

    # --- what is to be seen

    def ververs(self) -> None:
        """Shows the settings as they are; who speaks is counted a moment later."""
        keuze = self._gesprek.stand.taalkeuze
        taal = self._gesprek.werkplek.talen.get(keuze.taal)
        self.taal.laad(keuze.taal)
        self.spraaktaal.laad(keuze.spraaktaal)
        if not self.dialect.veld.hasFocus():
            self.dialect.laad(f"dialect:{self._gesprek.intake_id}", keuze.dialect)
        schriften = taal.schriften if taal else ()
        cijfers = taal.cijfers if taal else ""
        self.schrift.setVisible(bool(schriften))
        if taal is not None and schriften:
            self.schrift.lijst.zet_keuzes((("", taal.schrift), *((s, s) for s in schriften)))
            self.schrift.laad(keuze.schrift)
        self.cijfers.setVisible(bool(cijfers))
        if cijfers:
            self.cijfers.lijst.zet_keuzes((("", "0 1 2 3"), ("eigen", " ".join(cijfers[:4]))))
            self.cijfers.laad("eigen" if keuze.eigen_cijfers else "")
        for vinkje, aan in (
            (self.nederlands, keuze.toon_nederlands),
            (self.voorlezen, keuze.voorlezen),
            (self.eerst_horen, keuze.eerst_horen),
        ):
            vinkje.setChecked(aan)
        self.nederlands.setEnabled(keuze.taal != "nl")
        if self.isVisible():
            self._straks.start()

    def showEvent(self, gebeurtenis: Any) -> None:
        super().showEvent(gebeurtenis)
        uitgang = self._gesprek.werkplek.spreker.uitgang
        self.uitgang.lijst.zet_keuzes(
            (
                ("", _("Geluid: keuze van het systeem")),
                *((a.code, a.naam) for a in uitgang.keuzes() if a.code),
            )
        )
        self.uitgang.laad(uitgang.gekozen)
        self._straks.start()

    def _tel(self) -> None:
        sprekers = sprekers_van(self._gesprek)
        self.wie.setText(_samenvatting(sprekers, self._gesprek))
        self.lijst.toon(sprekers)


def _samenvatting(sprekers: Sprekers, gesprek: Gesprek) -> str:
    """Before the talk starts: who speaks, and how good the translation is."""
    aantal = Counter(rij.bron for rij in sprekers)
    delen = [f"{woord(bron)}: {aantal[bron]}" for bron in Spraakbron if aantal[bron]]
    zinnen = [_("Wie leest de vragen voor? {delen}.").format(delen=", ".join(delen))]
    if aantal[Spraakbron.NIEMAND]:
        zinnen.append(
            meervoud(
                "Voor {aantal} vraag is er geen stem: laat de tolk die voorlezen.",
                "Voor {aantal} vragen is er geen stem: laat de tolk die voorlezen.",
                aantal[Spraakbron.NIEMAND],
            )
        )
    status = Counter(rij.vertaling for rij in sprekers)
    if status[Vertaalstatus.CONCEPT]:
        zinnen.append(
            _("De vertaling is een concept: nog niemand die de taal spreekt, keek haar na.")
        )
    if status[Vertaalstatus.ONTBREEKT]:
        zinnen.append(
            meervoud(
                "{aantal} vraag staat er alleen in het Nederlands.",
                "{aantal} vragen staan er alleen in het Nederlands.",
                status[Vertaalstatus.ONTBREEKT],
            )
        )
    if not gesprek.werkplek.spreker.hoorbaar:
        zinnen.append(
            _("Deze computer heeft nu geen geluid. Sluit een luidspreker of headset aan.")
        )
    return " ".join(zinnen)
