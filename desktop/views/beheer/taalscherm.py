"""One language: its texts with a filter, and the text that is open beside them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import catalogi
from desktop.models.vertaaldekking import Stand, meet
from desktop.models.vertaalwerk import Promptopmerking
from desktop.store.aankondiging import Gewijzigd
from desktop.store.vertalingen import herkomsten, huidige_catalogus, meldingen
from desktop.taal import _
from desktop.views.beheer.bestandkaart import Bestandkaart
from desktop.views.beheer.standbalk import Standbalk, standwoord
from desktop.views.beheer.tekstkaart import Tekstkaart
from desktop.views.beheer.tekstmodel import Filter, Kolom, Taalkolom, Tekstmodel, Tekstregel
from desktop.views.beheer.vertalingen import ONDERWERPEN
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.celhint import Celhint
from desktop.views.widgets.indeling import Blad, knop, midden, regel

_SMAL = 900


class Taalscherm(Blad):
    """Left the list, right the text; above them the file for the translation office."""

    def __init__(self, werkplek: Werkplek, tag: str, parent: QWidget | None = None) -> None:
        self._taal = werkplek.talen[tag]
        super().__init__(_("Vertaling: {taal}").format(taal=self._taal.naam), parent)
        self._werkplek = werkplek
        self._bronnen = catalogi.bronteksten(werkplek.store.lijst)
        self._open = ""
        self._rij = 0
        boven = QVBoxLayout()
        boven.setSpacing(8)
        boven.addLayout(self._samenvatting())
        self.bestand = Bestandkaart(werkplek, self._taal, self)
        boven.addWidget(self.bestand)
        self.bestand.gesloten.connect(self.lees_in.setFocus)
        self.maak.clicked.connect(self.bestand.maak)
        self.lees_in.clicked.connect(self.bestand.lees_in)
        self._buiten.addLayout(midden(boven, onder=8))
        self._naast = naast = QHBoxLayout()
        naast.setSpacing(16)
        naast.addLayout(self._lijst(), 3)
        naast.addWidget(self._kaart(), 2)
        self._buiten.addLayout(midden(naast, onder=16), 1)
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _samenvatting(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(16)
        links = QVBoxLayout()
        links.setSpacing(4)
        self.balk = Standbalk(self)
        self.tellingen = regel("", "zacht", self)
        links.addWidget(self.balk)
        links.addWidget(self.tellingen)
        rij.addLayout(links, 1)
        self.maak = knop(_("Maak vertaalbestand"), "gewoon", self)
        self.lees_in = knop(_("Lees vertaalbestand in"), "gewoon", self)
        rij.addWidget(self.maak)
        rij.addWidget(self.lees_in)
        return rij

    def _lijst(self) -> QVBoxLayout:
        vak = QVBoxLayout()
        vak.setSpacing(8)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.filter = QComboBox(self)
        self.filter.setAccessibleName(_("Welke teksten"))
        for waarde, woord in (
            (Filter.ALLES, _("Alle teksten")),
            (Filter.ONTBREEKT, _("Ontbreekt")),
            (Filter.ONZEKER, _("Onzeker")),
            (Filter.CONCEPT, _("Concept")),
            (Filter.BEVESTIGD, _("Nagekeken of beëdigd")),
            (Filter.OPMERKING, _("Met een opmerking")),
        ):
            self.filter.addItem(woord, waarde)
        self.deel = QComboBox(self)
        self.deel.setAccessibleName(_("Onderwerp"))
        self.deel.addItem(_("Alle onderwerpen"), "")
        for deel in dict.fromkeys(b.deel for b in self._bronnen):
            self.deel.addItem(_(deel), deel)
        self.zoek = QLineEdit(self)
        self.zoek.setAccessibleName(_("Zoek op code of woord"))
        self.zoek.setPlaceholderText(_("Zoek: WO05, bed"))
        self.zoek.setToolTip(_("Zoek op code of woord"))
        for keuze in (self.filter, self.deel):
            keuze.setMinimumContentsLength(8)
            keuze.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            keuze.currentIndexChanged.connect(self._zeef)
            keuze.currentTextChanged.connect(keuze.setToolTip)  # the words may not fit
            keuze.setToolTip(keuze.currentText())
            rij.addWidget(keuze, 1)
        self.zoek.textChanged.connect(self._zeef)
        rij.addWidget(self.zoek, 1)
        vak.addLayout(rij)
        self.model = Tekstmodel(self._taal, self)
        self.tabel = QTableView(self)
        self.tabel.setProperty("soort", "lijst")
        self.tabel.setAccessibleName(_("Teksten"))
        self.tabel.setModel(self.model)
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setShowGrid(False)
        self.tabel.setWordWrap(False)
        self.tabel.verticalHeader().hide()
        self.tabel.verticalHeader().setDefaultSectionSize(36)
        kop = self.tabel.horizontalHeader()
        kop.setHighlightSections(False)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for kolom in (Kolom.NEDERLANDS, Kolom.VERTALING):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.Stretch)
        self.tabel.setItemDelegateForColumn(Kolom.VERTALING, Taalkolom(self._taal, self))
        for kolom, breed in ((Kolom.CODE, 128), (Kolom.STAND, 104), (Kolom.OPMERKINGEN, 56)):
            kop.resizeSection(kolom, breed)
        self.tabel.selectionModel().currentRowChanged.connect(self._kies)
        Celhint(self.tabel)
        vak.addWidget(self.tabel, 1)
        self.leeg = regel(_("Geen teksten bij deze keuze."), "zacht", self)
        vak.addWidget(self.leeg)
        return vak

    def _kaart(self) -> QScrollArea:
        rol = QScrollArea(self)
        rol.setWidgetResizable(True)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        catalogus = catalogi.catalogus(self._taal.tag)
        self.kaart = Tekstkaart(self._werkplek, self._taal, catalogus, rol)
        self.kaart.bevestigd.connect(self._volgende)
        rol.setWidget(self.kaart)
        return rol

    # ---- reading --------------------------------------------------------------------------

    def lees(self) -> None:
        """Reads and measures the language anew; the open text stays open."""
        tag = self._taal.tag
        with self._werkplek.store.lees() as sessie:
            catalogus = huidige_catalogus(sessie, tag)
            engels = huidige_catalogus(sessie, "en")
            wie = herkomsten(sessie, tag)
            per_tekst: dict[str, list[Promptopmerking]] = {}
            for opmerking in meldingen(sessie, tag):
                per_tekst.setdefault(opmerking.context, []).append(opmerking)
        dekking = meet(self._taal, self._bronnen, catalogus, engels)
        aantallen = {stand: dekking.aantal(stand) for stand in Stand}
        self.balk.toon(aantallen)
        self.tellingen.setText(
            "  ·  ".join(f"{standwoord(stand)} {aantal}" for stand, aantal in aantallen.items())
        )
        regels = [
            Tekstregel(
                meting,
                catalogus.vertalingen.get(meting.bron.context),
                tuple(per_tekst.get(meting.bron.context, ())),
                wie.get(meting.bron.context),
            )
            for meting in dekking.metingen
        ]
        self.model.laad(regels)
        self._herstel()

    def _zeef(self) -> None:
        self.model.zeef(
            Filter(self.filter.currentData()), self.deel.currentData(), self.zoek.text()
        )
        self._herstel()

    def _herstel(self) -> None:
        """The same text again; where the filter no longer shows it, the one in its place."""
        aantal = self.model.rowCount()
        self.leeg.setVisible(not aantal)
        self.kaart.setVisible(bool(aantal))
        rij = self.model.rij_van(self._open)
        if rij < 0:
            rij = min(self._rij, aantal - 1)
        if rij >= 0:
            self.tabel.selectRow(rij)
            self._toon(rij)

    def _kies(self, nu: QModelIndex, _vorige: QModelIndex) -> None:
        if nu.isValid():
            self._toon(nu.row())

    def _toon(self, rij: int) -> None:
        tekst = self.model.regel(rij)
        if tekst is not None:
            self._rij, self._open = rij, tekst.meting.bron.context
            self.kaart.toon(tekst)

    def _volgende(self, context: str) -> None:
        """After a confirmation: the next text, unless the filter put one in its place already."""
        if self._open == context:
            self.tabel.selectRow(min(self._rij + 1, self.model.rowCount() - 1))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self.lees()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        """On a small screen the list keeps what one looks for; the rest stands beside it."""
        smal = gebeurtenis.size().width() < _SMAL
        for kolom in (Kolom.CODE, Kolom.VERTALING, Kolom.OPMERKINGEN):
            self.tabel.setColumnHidden(kolom, smal)
        self.tellingen.setVisible(not smal)
        self.zoek.setVisible(not smal)
        self._naast.setStretch(0, 1 if smal else 3)
        self._naast.setStretch(1, 1 if smal else 2)
        self.kaart.maak_smal(smal)
        super().resizeEvent(gebeurtenis)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self.lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())
