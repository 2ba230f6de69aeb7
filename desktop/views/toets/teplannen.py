"""Who has to be tested before which day; register them, and find places for many at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.store import toetsplanning
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toetsen import Tetoetsen, te_plannen
from desktop.store.toetsmiddelen import beleid
from desktop.taal import _, meervoud
from desktop.views.termijnen.waaromtoets import Lijstwaarom
from desktop.views.toets.aanmelding import Aanmelding
from desktop.views.toets.planmodel import Kolom, Planmodel
from desktop.views.toets.uitnodigen import Uitnodigscherm
from desktop.views.toets.voorstelblad import Voorstelblad
from desktop.views.toets.woorden import fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, midden, regel

ONDERWERPEN = frozenset(
    {
        "dossier",
        "termijnfeit",
        "kandidaat",
        "toetssessie",
        "toetsuitslag",
        "toetsoverslag",
        "antwoord",
    }
)
RIJHOOGTE = 40
KOLOMBREEDTE = {
    Kolom.TERMIJN: (128, 104),
    Kolom.DAGEN: (112, 96),
    Kolom.TAAL: (152, 120),
    Kolom.EXAMENNUMMER: (152, 136),
    Kolom.STAND: (176, 112),
}
"""Widths in a wide and in a narrow window; name and needs take what is left."""
SMAL = 1200


class Teplannenscherm(QWidget):
    """The list; the form of one person, a proposal or the letters open in its place."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._verouderd = True
        self._stapel = QStackedWidget(self)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(self._stapel)
        self.lijst = QWidget(self)
        self._bouw_lijst()
        self._stapel.addWidget(self.lijst)
        self.aanmelding = Aanmelding(werkplek, self)
        self.voorstel = Voorstelblad(werkplek, self)
        self.uitnodigen = Uitnodigscherm(werkplek, self)
        for blad in (self.aanmelding, self.voorstel, self.uitnodigen):
            blad.terug.connect(self.toon_lijst)
            self._stapel.addWidget(blad)
        for kaart in (self.aanmelding, self.voorstel):
            kaart.klaar.connect(self._klaar)
        self.voorstel.let_op.connect(self._let_op)
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _bouw_lijst(self) -> None:
        binnen = QWidget(self.lijst)
        self.lijst.setLayout(midden(binnen, onder=24))
        blad = QVBoxLayout(binnen)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.telling = regel("", "zacht", self)
        rij.addWidget(self.telling, 1)
        self.alles = knop(_("Kies iedereen"), "stil", self, kort=True)
        self.alles.clicked.connect(self._kies_alles)
        self.meld_aan = knop(_("Meld aan"), "gewoon", self, kort=True)
        self.meld_aan.clicked.connect(self._meld_aan)
        self.zoek = knop(_("Zoek plekken"), "hoofd", self, kort=True)
        self.zoek.clicked.connect(self._zoek)
        self.naar_uitnodigen = knop(_("Uitnodigen"), "gewoon", self, kort=True)
        self.naar_uitnodigen.clicked.connect(self.toon_uitnodigen)
        for los in (self.alles, self.meld_aan, self.naar_uitnodigen, self.zoek):
            rij.addWidget(los)
        blad.addLayout(rij)
        self.model = Planmodel(self._werkplek.talen, self._zet_nummer, self)
        self.model.dataChanged.connect(self._toon_keuze)
        self.tabel = self._maak_tabel()
        self.tabel.installEventFilter(self)
        blad.addWidget(self.tabel, 1)
        self.leeg = regel(
            _("Iedereen heeft een plek, een uitslag of een vrijstelling. Er is niets te plannen."),
            "zacht",
            self,
        )
        self.leeg.setAlignment(Qt.AlignmentFlag.AlignCenter)
        blad.addWidget(self.leeg, 1)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        blad.addWidget(self.fout)
        self.let_op = regel("", "fout", self)
        self.let_op.hide()
        blad.addWidget(self.let_op)
        self.onder = regel("", "zacht", self)
        blad.addWidget(self.onder)

    def _maak_tabel(self) -> QTableView:
        tabel = QTableView(self)
        tabel.setModel(self.model)
        tabel.setAccessibleName(_("Te plannen voor de toets"))
        tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabel.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        tabel.setShowGrid(False)
        tabel.setWordWrap(False)
        tabel.setTabKeyNavigation(False)
        tabel.setProperty("soort", "lijst")
        staand = tabel.verticalHeader()
        staand.hide()
        staand.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        staand.setDefaultSectionSize(RIJHOOGTE)
        liggend = tabel.horizontalHeader()
        liggend.setHighlightSections(False)
        liggend.setSectionsClickable(False)
        liggend.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for kolom in (Kolom.NAAM, Kolom.NODIG):
            liggend.setSectionResizeMode(kolom, QHeaderView.ResizeMode.Stretch)
        tabel.doubleClicked.connect(self._dubbel)
        Lijstwaarom(tabel, Kolom.TERMIJN, self.model.reden)
        return tabel

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        smal = gebeurtenis.size().width() < SMAL
        for kolom, (breed, krap) in KOLOMBREEDTE.items():
            kop = self.tabel.horizontalHeader()
            kop.resizeSection(kolom, max(krap if smal else breed, kop.sectionSizeHint(kolom)))

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the tab gives it the focus: that is for the list, or what stands there.
        huidig = self._stapel.currentWidget()
        doel = self.tabel if huidig is self.lijst else huidig
        if doel is not None:
            doel.setFocus(gebeurtenis.reason())

    # --- reading

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        if self._verouderd:
            self.lees()

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if ONDERWERPEN.isdisjoint(gewijzigd):
            return
        if self.isVisible():
            self.lees()
        else:
            self._verouderd = True

    def lees(self) -> None:
        """Asks again who is to be planned; the same person stays chosen."""
        self._verouderd = False
        huidig = self.tabel.currentIndex()
        rij, kolom = huidig.row(), max(0, huidig.column())
        wie = self.model.regels[rij].dossier_id if 0 <= rij < len(self.model.regels) else ""
        store = self._werkplek.store
        with store.lees() as sessie:
            regels = te_plannen(sessie, beleid(), vandaag=store.vandaag())
        self.model.laad(regels)
        plek = next(
            (n for n, r in enumerate(regels) if r.dossier_id == wie), min(rij, len(regels) - 1)
        )
        if regels:
            self.tabel.setCurrentIndex(self.model.index(max(0, plek), kolom))
        self.tabel.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
        self.telling.setText(
            meervoud("{aantal} cliënt te plannen", "{aantal} cliënten te plannen", len(regels))
            if regels
            else ""
        )
        self._toon_keuze()

    @property
    def gekozen(self) -> list[Tetoetsen]:
        """Who is ticked."""
        return [r for r in self.model.regels if r.dossier_id in self.model.gekozen]

    def _toon_keuze(self) -> None:
        nieuw = [r for r in self.gekozen if r.status is None]
        klaar = [r for r in self.gekozen if r.status is not None]
        self.meld_aan.setVisible(bool(nieuw))
        self._zet(self.meld_aan, meervoud("Meld {aantal} aan", "Meld {aantal} aan", len(nieuw)))
        tekst = _("Zoek plekken")
        if klaar:
            tekst = meervoud("Zoek {aantal} plek", "Zoek {aantal} plekken", len(klaar))
        self._zet(self.zoek, tekst)
        self.zoek.setEnabled(bool(klaar))
        vol = bool(self.gekozen) and len(self.gekozen) == len(self.model.kiesbaar)
        self._zet(self.alles, _("Kies niemand") if vol else _("Kies iedereen"))
        self.alles.setEnabled(bool(self.model.kiesbaar))
        self.fout.setText(self.model.fout)
        self.fout.setVisible(bool(self.model.fout))
        if nieuw and not klaar:
            zin = _("Meld ze eerst aan. Daarna zoek je plekken.")
        elif self.model.regels:
            zin = _(
                "Spatie kiest, Enter opent, F1 zegt waarom het PIP dan klaar moet zijn. "
                "Typ het examennummer in zijn kolom."
            )
        else:
            zin = ""
        self.onder.setText(zin)

    @staticmethod
    def _zet(los: QWidget, tekst: str) -> None:
        los.setText(tekst)  # type: ignore[attr-defined]
        los.setAccessibleName(tekst)

    # --- what the user does

    def _zet_nummer(self, wie: Tetoetsen, tekst: str) -> str:
        kandidaat_id, zinnen = wie.kandidaat_id, [""]
        if kandidaat_id is not None:
            self._werkplek.probeer(
                lambda: toetsplanning.zet_examennummer(self._werkplek.store, kandidaat_id, tekst),
                lambda fout: zinnen.append(fout_in_woorden(fout)),
            )
        return zinnen[-1]

    def _kies_alles(self) -> None:
        vol = len(self.gekozen) == len(self.model.kiesbaar)
        self.model.vink(() if vol else self.model.kiesbaar)

    def _meld_aan(self) -> None:
        """Those who are ticked, each as the intake proposes."""
        wie = {r.dossier_id: r.aanpassingen for r in self.gekozen if r.status is None}
        gelukt: list[str] = []
        self._werkplek.probeer(
            lambda: gelukt.extend(toetsplanning.meld_allen_aan(self._werkplek.store, wie))
        )
        if gelukt:
            zin = meervoud("{aantal} aangemeld.", "{aantal} aangemeld.", len(gelukt))
            self._werkplek.gelukt.emit(zin)
            self.zoek.setFocus()

    def _zoek(self) -> None:
        ids = [r.kandidaat_id for r in self.gekozen if r.status is not None]
        self._naar(self.voorstel)
        self.voorstel.zoek([i for i in ids if i is not None])

    def toon_uitnodigen(self) -> None:
        """Letters, text messages and whom to remind."""
        self.uitnodigen.lees()
        self._naar(self.uitnodigen)

    def open(self, rij: int) -> None:
        """The form of one person."""
        if 0 <= rij < len(self.model.regels):
            self.aanmelding.open(self.model.regels[rij])
            self._naar(self.aanmelding)

    def toon_lijst(self) -> None:
        """Back to the list."""
        if self._verouderd:
            self.lees()
        self._stapel.setCurrentWidget(self.lijst)
        self.tabel.setFocus()

    def terug(self) -> bool:
        """Escape: back to the list; False when that is what stands here already."""
        if self._stapel.currentWidget() is self.lijst:
            return False
        self.toon_lijst()
        return True

    def _klaar(self, zin: str) -> None:
        self.model.vink(())
        self.toon_lijst()
        self._werkplek.gelukt.emit(zin)

    def _let_op(self, zin: str) -> None:
        """About the plan that was accepted; it stands until something else is opened."""
        self.let_op.setText(zin)
        self.let_op.setVisible(bool(zin))

    def _naar(self, blad: QWidget) -> None:
        self._let_op("")
        self._stapel.setCurrentWidget(blad)
        blad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dubbel(self, plek: QModelIndex) -> None:
        if plek.column() != Kolom.EXAMENNUMMER:
            self.open(plek.row())

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if (
            wie is self.tabel
            and isinstance(gebeurtenis, QKeyEvent)
            and gebeurtenis.type() == QEvent.Type.KeyPress
            # What a number that is being typed does not use itself comes by here too.
            and self.tabel.state() is not QAbstractItemView.State.EditingState
        ):
            if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open(self.tabel.currentIndex().row())
                return True
            if gebeurtenis.key() == Qt.Key.Key_Space:
                return self._vink(self.tabel.currentIndex())
        return super().eventFilter(wie, gebeurtenis)

    def _vink(self, plek: QModelIndex) -> bool:
        """Space ticks the row, whichever cell is the current one."""
        if not plek.isValid():
            return False
        naam = self.model.index(plek.row(), Kolom.NAAM)
        aan = self.model.data(naam, Qt.ItemDataRole.CheckStateRole)
        anders = Qt.CheckState.Unchecked if aan is Qt.CheckState.Checked else Qt.CheckState.Checked
        self.model.setData(naam, anders, Qt.ItemDataRole.CheckStateRole)
        return True
