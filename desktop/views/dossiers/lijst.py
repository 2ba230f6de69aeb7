"""The caseload: search as you type, the list, and a way to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.store.aankondiging import Gewijzigd
from desktop.taal import _, meervoud
from desktop.views.dossiers.lijstmodel import ONDERWERPEN, Dossiermodel, Kolom
from desktop.views.werkplek import Werkplek

RIJHOOGTE = 40
KOLOMBREEDTE = {
    Kolom.GEBOREN: 136,
    Kolom.GEMEENTE: 168,
    Kolom.TAAL: 136,
    Kolom.KLANTMANAGER: 184,
    Kolom.INTAKE: 160,
}


class Dossierscherm(QWidget):
    """The list of dossiers; with `oefening` that of the made-up clients.

    `open_dossier` carries a dossier's id, `nieuw_dossier` what was typed in search.
    """

    open_dossier = Signal(str)
    nieuw_dossier = Signal(str)
    oefenen = Signal()

    def __init__(
        self, werkplek: Werkplek, *, oefening: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._oefening = oefening
        self._verouderd = False
        self.model = Dossiermodel(werkplek, oefening=oefening, parent=self)
        self._bouw()
        werkplek.gewijzigd.connect(self._na_wijziging)
        QShortcut(QKeySequence.StandardKey.New, self, self._nieuw_met_tekst)
        QShortcut(QKeySequence.StandardKey.Find, self, self.zoekveld.setFocus)
        self._toon_stand()
        self.setFocusProxy(self.zoekveld)

    def _bouw(self) -> None:
        blad = QVBoxLayout(self)
        blad.setContentsMargins(32, 24, 32, 24)
        blad.setSpacing(16)
        blad.addLayout(self._kop())
        self.zoekveld = QLineEdit(self)
        self.zoekveld.setProperty("soort", "zoek")
        self.zoekveld.setAccessibleName(_("Zoeken in dossiers"))
        self.zoekveld.setPlaceholderText(_("Zoek op naam, BSN, V-nummer of dossiernummer"))
        self.zoekveld.setClearButtonEnabled(True)
        self.zoekveld.textChanged.connect(self._zoek)
        self.zoekveld.returnPressed.connect(self._open_uit_zoekveld)
        self.zoekveld.installEventFilter(self)
        blad.addWidget(self.zoekveld)
        self._stapel = QStackedWidget(self)
        blad.addWidget(self._stapel, 1)
        self.tabel = self._maak_tabel()
        self._stapel.addWidget(self.tabel)
        self._leeg = self._maak_leeg()
        self._stapel.addWidget(self._leeg)
        self.onderregel = QLabel(self)
        self.onderregel.setProperty("soort", "zacht")
        blad.addWidget(self.onderregel)

    def _kop(self) -> QHBoxLayout:
        kop = QHBoxLayout()
        kop.setSpacing(8)
        titel = QLabel(_("Oefenen") if self._oefening else _("Dossiers"), self)
        titel.setProperty("soort", "titel")
        kop.addWidget(titel)
        self.telling = QLabel(self)
        self.telling.setProperty("soort", "zacht")
        self.telling.setContentsMargins(8, 6, 0, 0)
        kop.addWidget(self.telling)
        kop.addStretch()
        self.knop_oefenen = _knop(_("Oefenen"), "gewoon", self)
        self.knop_oefenen.setToolTip(_("Voer een gesprek met een verzonnen cliënt"))
        self.knop_oefenen.clicked.connect(self.oefenen)
        self.knop_nieuw = _knop(_("Nieuw dossier"), "hoofd", self)
        self.knop_nieuw.clicked.connect(self._nieuw_met_tekst)
        kop.addWidget(self.knop_oefenen)
        kop.addWidget(self.knop_nieuw)
        self.knop_oefenen.setVisible(not self._oefening)
        self.knop_nieuw.setVisible(not self._oefening)
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
        for kolom, breed in KOLOMBREEDTE.items():
            liggend.resizeSection(kolom, breed)
        tabel.clicked.connect(self._open)
        tabel.installEventFilter(self)
        return tabel

    def _maak_leeg(self) -> QFrame:
        kader = QFrame(self)
        kader.setProperty("soort", "blad")
        blad = QVBoxLayout(kader)
        blad.setSpacing(8)
        blad.addStretch(2)
        self.leeg_kop = QLabel(kader)
        self.leeg_kop.setProperty("soort", "kop")
        self.leeg_tekst = QLabel(kader)
        self.leeg_tekst.setProperty("soort", "zacht")
        for label in (self.leeg_kop, self.leeg_tekst):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            blad.addWidget(label)
        blad.addSpacing(8)
        self.leeg_knop = _knop("", "hoofd", kader)
        self.leeg_knop.clicked.connect(self._nieuw_met_tekst)
        blad.addWidget(self.leeg_knop, 0, Qt.AlignmentFlag.AlignHCenter)
        blad.addStretch(3)
        return kader

    # What the user does

    def _zoek(self, tekst: str) -> None:
        self.model.zoek(tekst)
        self._toon_stand()
        if self.model.zoektekst and self.model.rowCount():
            # Enter opens the best match, so it shows as chosen.
            self.tabel.selectRow(0)

    def _open_uit_zoekveld(self) -> None:
        if self.model.zoektekst and self.model.rowCount():
            self._open(self.model.index(max(0, self.tabel.currentIndex().row()), 0))
        elif self.model.zoektekst and not self._oefening:
            self._nieuw_met_tekst()

    def _open(self, index: QModelIndex) -> None:
        regel = self.model.regel(index.row()) if index.isValid() else None
        if regel is not None:
            self.open_dossier.emit(regel.id)

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
        if toets == Qt.Key.Key_Escape and self.zoekveld.text():
            self.zoekveld.clear()
            return True
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

    # What the store announces

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
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
        regel = self.model.regel(rij) if rij >= 0 else None
        boven = self.tabel.verticalScrollBar().value()
        self.model.herlees()
        self._toon_stand()
        self.tabel.verticalScrollBar().setValue(boven)
        if regel is not None:
            nu = self.model.rij_van(regel.id, rij)
            if nu is not None:
                self.tabel.selectRow(nu)

    def _toon_stand(self) -> None:
        model = self.model
        self.telling.setText(meervoud("{aantal} dossier", "{aantal} dossiers", model.aantal))
        self.telling.setVisible(model.aantal > 0 and not self._oefening)
        self._stapel.setCurrentWidget(self.tabel if model.rowCount() else self._leeg)
        self.leeg_knop.setVisible(not self._oefening)
        if model.zoektekst:
            self.leeg_kop.setText(
                _("Geen dossier gevonden met ‘{gezocht}’").format(gezocht=model.zoektekst)
            )
            self.leeg_tekst.setText(
                _("Probeer een deel van de naam, of alleen het V-nummer. Is de cliënt nieuw?")
            )
            self.leeg_knop.setText(
                _("Nieuw dossier voor ‘{gezocht}’").format(gezocht=_kort(model.zoektekst))
            )
        else:
            self.leeg_kop.setText(_("Hier komen je dossiers"))
            self.leeg_tekst.setText(
                _("Begin met het dossier van je eerste cliënt. Een naam is genoeg.")
            )
            self.leeg_knop.setText(_("Nieuw dossier"))
        # An ampersand in a name is not a shortcut.
        self.leeg_knop.setText(self.leeg_knop.text().replace("&", "&&"))
        self.leeg_knop.setAccessibleName(self.leeg_knop.text())
        self._toon_onderregel()

    def _toon_onderregel(self) -> None:
        model = self.model
        if model.vol:
            tekst = _("Dit zijn de eerste {aantal}. Typ meer letters om verder te zoeken.").format(
                aantal=model.rowCount()
            )
        elif model.zoektekst and model.rowCount():
            tekst = meervoud("{aantal} gevonden", "{aantal} gevonden", model.rowCount())
        elif model.rowCount():
            tekst = _("Typ om te zoeken. Pijl omlaag gaat naar de lijst, Enter opent een dossier.")
        else:
            tekst = ""
        self.onderregel.setText(tekst)


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 32 else tekst[:31] + "…"


def _knop(tekst: str, soort: str, ouder: QWidget) -> QPushButton:
    knop = QPushButton(tekst, ouder)
    knop.setProperty("soort", soort)
    knop.setAccessibleName(tekst)
    knop.setAutoDefault(False)
    return knop
