"""The caseload: search as you type, the list, and a way to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.store.aankondiging import Gewijzigd
from desktop.taal import _, meervoud
from desktop.views.beheer.recht import heeft_beheer
from desktop.views.conflicten.teken import Tekenrechts
from desktop.views.dossiers.leegstaat import Leegstaat
from desktop.views.dossiers.lijstmodel import ONDERWERPEN, Dossiermodel, Kolom
from desktop.views.dossiers.zoekveld import Zoekveld
from desktop.views.toegang.noodbericht import Noodbericht
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.celhint import Celhint
from desktop.views.widgets.indeling import knop, regel

RIJHOOGTE = 40
KOLOMBREEDTE = {
    Kolom.GEBOREN: (152, 144),
    Kolom.GEMEENTE: (168, 144),
    Kolom.TAAL: (136, 104),
    Kolom.KLANTMANAGER: (184, 136),
    Kolom.INTAKE: (168, 152),
}
"""Widths in a wide and in a narrow window; the name takes what is left."""

SMAL = 1200


class Dossierscherm(QWidget):
    """The list of dossiers; with `oefening` that of the made-up clients.

    `open_dossier` carries a dossier's id, `nieuw_dossier` what was typed in search.
    """

    open_dossier = Signal(str)
    nieuw_dossier = Signal(str)
    oefenen = Signal()
    instellingen = Signal()
    collegas = Signal()
    beheer = Signal()
    toetsen = Signal()
    terug = Signal()

    def __init__(
        self, werkplek: Werkplek, *, oefening: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek = werkplek
        self._oefening = oefening
        self._verouderd = False
        self.model = Dossiermodel(werkplek, oefening=oefening, parent=self)
        self._bouw()
        werkplek.gewijzigd.connect(self._na_wijziging)
        QShortcut(QKeySequence.StandardKey.New, self, self._nieuw_met_tekst)
        QShortcut(QKeySequence.StandardKey.Find, self, self.zoekveld.setFocus)
        self._toon_stand()

    def _bouw(self) -> None:
        blad = QVBoxLayout(self)
        blad.setContentsMargins(32, 24, 32, 24)
        blad.setSpacing(16)
        blad.addLayout(self._kop())
        self.zoekveld = Zoekveld(
            _("Zoek op naam")
            if self._oefening
            else _("Zoek op naam, BSN, V-nummer of dossiernummer"),
            self,
        )
        self.zoekveld.textChanged.connect(self._zoek)
        self.zoekveld.returnPressed.connect(self._open_uit_zoekveld)
        self.zoekveld.installEventFilter(self)
        blad.addWidget(self.zoekveld)
        if not self._oefening:
            self.noodbericht = Noodbericht(self._werkplek, self)
            self.noodbericht.open.connect(self.open_dossier)
            blad.addWidget(self.noodbericht)
        self._stapel = QStackedWidget(self)
        blad.addWidget(self._stapel, 1)
        self.tabel = self._maak_tabel()
        self._stapel.addWidget(self.tabel)
        self.leeg = Leegstaat(oefening=self._oefening, parent=self)
        self.leeg.verder.connect(self.oefenen if self._oefening else self._nieuw_met_tekst)
        self._stapel.addWidget(self.leeg)
        self.onderregel = regel("", "zacht", self)
        blad.addWidget(self.onderregel)

    def _kop(self) -> QHBoxLayout:
        kop = QHBoxLayout()
        kop.setSpacing(8)
        titel = regel(_("Oefenen") if self._oefening else _("Dossiers"), "titel", self)
        titel.setWordWrap(False)
        self.telling = regel("", "zacht", self)
        self.telling.setWordWrap(False)
        self.telling.setContentsMargins(8, 6, 0, 0)
        kop.addWidget(titel)
        kop.addWidget(self.telling)
        kop.addStretch()
        if self._oefening:
            self.knop_terug = knop(_("Terug naar de dossiers"), "gewoon", self)
            self.knop_terug.clicked.connect(self.terug)
            kop.addWidget(self.knop_terug)
            return kop
        self.knop_toetsen = knop(_("Toetsen"), "stil", self, kort=True)
        self.knop_toetsen.clicked.connect(self.toetsen)
        kop.addWidget(self.knop_toetsen)
        self.knop_collegas = knop(_("Collega's"), "stil", self, kort=True)
        self.knop_collegas.clicked.connect(self.collegas)
        self.knop_collegas.setVisible(bool(self._werkplek.rechten))
        kop.addWidget(self.knop_collegas)
        self.knop_beheer = knop(_("Beheer"), "stil", self, kort=True)
        self.knop_beheer.clicked.connect(self.beheer)
        self.knop_beheer.setVisible(heeft_beheer(self._werkplek))
        kop.addWidget(self.knop_beheer)
        self.knop_instellingen = knop(_("Instellingen"), "stil", self, kort=True)
        self.knop_instellingen.clicked.connect(self.instellingen)
        kop.addWidget(self.knop_instellingen)
        self.knop_oefenen = knop(_("Oefenen"), "gewoon", self, kort=True)
        self.knop_oefenen.setToolTip(_("Voer een gesprek met een verzonnen cliënt"))
        self.knop_oefenen.clicked.connect(self.oefenen)
        self.knop_nieuw = knop(_("Nieuw dossier"), "hoofd", self, kort=True)
        self.knop_nieuw.clicked.connect(self._nieuw_met_tekst)
        kop.addWidget(self.knop_oefenen)
        kop.addWidget(self.knop_nieuw)
        return kop

    def _maak_tabel(self) -> QTableView:
        tabel = QTableView(self)
        tabel.setModel(self.model)
        tabel.setAccessibleName(_("Dossiers"))
        tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tabel.setShowGrid(False)
        tabel.setTabKeyNavigation(False)
        tabel.setIconSize(QSize(16, 16))
        tabel.setWordWrap(False)
        tabel.setProperty("soort", "lijst")
        tabel.setItemDelegateForColumn(Kolom.NAAM, Tekenrechts(tabel))
        tabel.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        staand = tabel.verticalHeader()
        staand.hide()
        # Fixed heights: the view then never asks a row outside the window for its size.
        staand.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        staand.setDefaultSectionSize(RIJHOOGTE)
        liggend = tabel.horizontalHeader()
        liggend.setHighlightSections(False)
        liggend.setSectionsClickable(False)
        liggend.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        liggend.setSectionResizeMode(Kolom.NAAM, QHeaderView.ResizeMode.Stretch)
        tabel.clicked.connect(self._open)
        tabel.installEventFilter(self)
        Celhint(tabel)
        return tabel

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        smal = gebeurtenis.size().width() < SMAL
        for kolom, (breed, krap) in KOLOMBREEDTE.items():
            self.tabel.horizontalHeader().resizeSection(kolom, krap if smal else breed)

    # What the user does

    def _zoek(self, tekst: str) -> None:
        if not self._werkplek.probeer(lambda: self.model.zoek(tekst)):
            return
        self._toon_stand()
        if self.model.zoektekst and self.model.rowCount():
            # Enter opens the best match, so it shows as chosen.
            self.tabel.selectRow(0)

    def _open_uit_zoekveld(self) -> None:
        if self.model.zoektekst and self.model.rowCount():
            self._open(self.model.index(max(0, self.tabel.currentIndex().row()), 0))
        elif self.leeg.isVisible():
            # A second Enter makes the dossier; one alone is too easily a slip.
            self.leeg.knop.setFocus()

    def _open(self, index: QModelIndex) -> None:
        wie = self.model.regel(index.row()) if index.isValid() else None
        if wie is not None:
            self.open_dossier.emit(wie.id)

    def _nieuw_met_tekst(self) -> None:
        if not self._oefening:
            gevonden = self.model.rowCount() > 0
            self.nieuw_dossier.emit("" if gevonden else self.zoekveld.text().strip())

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if isinstance(gebeurtenis, QKeyEvent) and gebeurtenis.type() == QEvent.Type.KeyPress:
            toets = gebeurtenis.key()
            if wie is self.zoekveld:
                return self._toets_in_zoekveld(toets)
            if wie is self.tabel:
                return self._toets_in_tabel(toets, gebeurtenis.text())
        return super().eventFilter(wie, gebeurtenis)

    def _toets_in_zoekveld(self, toets: int) -> bool:
        if toets == Qt.Key.Key_Down and self.model.rowCount():
            self.tabel.setFocus()
            if not self.tabel.currentIndex().isValid():
                self.tabel.selectRow(0)
            return True
        return False

    def _toets_in_tabel(self, toets: int, tekst: str) -> bool:
        huidig = self.tabel.currentIndex()
        if toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(huidig)
            return True
        if toets == Qt.Key.Key_Escape or (toets == Qt.Key.Key_Up and huidig.row() <= 0):
            self.zoekveld.setFocus()
            return True
        if tekst.isalnum():
            # Typing on goes on searching, wherever the focus is.
            self.zoekveld.setFocus()
            self.zoekveld.insert(tekst)
            return True
        return False

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # No focus proxy: with one, Tab would pass over the buttons in the heading.
        self.zoekveld.setFocus(gebeurtenis.reason())

    # What the store announces

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if "rechten" in gewijzigd and not self._oefening:
            self.knop_collegas.setVisible(bool(self._werkplek.rechten))
            self.knop_beheer.setVisible(heeft_beheer(self._werkplek))
        if ONDERWERPEN.isdisjoint(gewijzigd):
            return
        if self.isVisible():
            self._herlees()
        else:
            self._verouderd = True

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        if self._verouderd:
            self._herlees()
        super().showEvent(gebeurtenis)

    def _herlees(self) -> None:
        self._verouderd = False
        rij = self.tabel.currentIndex().row()
        wie = self.model.regel(rij) if rij >= 0 else None
        boven = self.tabel.verticalScrollBar().value()
        if not self._werkplek.probeer(self.model.herlees):
            return
        self._toon_stand()
        self.tabel.verticalScrollBar().setValue(boven)
        if wie is not None:
            nu = self.model.rij_van(wie.id, rij)
            if nu is not None:
                self.tabel.selectRow(nu)

    def _toon_stand(self) -> None:
        model = self.model
        telt = meervoud("{aantal} dossier", "{aantal} dossiers", model.aantal)
        self.telling.setText(_("Verzonnen cliënten. Niets telt mee.") if self._oefening else telt)
        self.telling.setVisible(self._oefening or model.aantal > 0)
        self._stapel.setCurrentWidget(self.tabel if model.rowCount() else self.leeg)
        self.leeg.toon(model.zoektekst)
        self.onderregel.setText(self._onderregel())

    def _onderregel(self) -> str:
        rijen = self.model.rowCount()
        if not rijen:
            return ""
        if self.model.vol:
            return _("Dit zijn de eerste {aantal}. Typ meer letters om verder te zoeken.").format(
                aantal=rijen
            )
        if self.model.zoektekst:
            return meervoud(
                "{aantal} gevonden. Enter opent het dossier.",
                "{aantal} gevonden. Enter opent het gekozen dossier.",
                rijen,
            )
        return _("Typ om te zoeken. Pijl omlaag gaat naar de lijst, Enter opent een dossier.")
