"""All dates of one dossier as a table, for who reads better than looks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.models.termijn import Stand, Termijn
from desktop.models.termijnen import Termijnen
from desktop.models.termijnwoorden import dag_in_woorden, naam_van
from desktop.taal import _
from desktop.views import stijl
from desktop.views.termijnen.woorden import over_in_woorden, zekerheid_in_woorden

RIJ = 36


class Termijnlijst(QTableView):
    """By day; `gekozen` when another line is the current one."""

    gekozen = Signal(object)
    waarom = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "lijst")
        self.setAccessibleName(_("Alle datums"))
        self._model = QStandardItemModel(0, 4, self)
        self._model.setHorizontalHeaderLabels([_("Dag"), _("Wat"), _("Stand"), _("Zekerheid")])
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(RIJ)
        kop = self.horizontalHeader()
        kop.setHighlightSections(False)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for smal in (2, 3):
            kop.setSectionResizeMode(smal, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, 112)
        self.setColumnWidth(2, 160)
        self.setColumnWidth(3, 120)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lijst: list[Termijn] = []
        self.activated.connect(lambda plek: self.waarom.emit(self._lijst[plek.row()]))
        self.selectionModel().currentRowChanged.connect(self._na_keuze)

    def toon(self, termijnen: Termijnen) -> None:
        """Every date, also those that are too far away for the line."""
        self.selectionModel().blockSignals(True)
        self._model.removeRows(0, self._model.rowCount())
        self._lijst = list(termijnen.op_volgorde)
        k = stijl.kleuren()
        vet = QFont(self.font())
        vet.setBold(True)
        for termijn in self._lijst:
            stand = termijnen.stand(termijn)
            over = over_in_woorden(termijn, termijnen)
            zeker = zekerheid_in_woorden(termijn)
            delen = (dag_in_woorden(termijn.wettelijk), naam_van(termijn), over, zeker)
            rij = [QStandardItem(tekst) for tekst in delen]
            kleur = k.inkt
            if termijnen.aandacht(termijn):
                kleur = k.aandacht
                rij[2].setFont(vet)
            elif stand in (Stand.KLAAR, Stand.VOORBIJ):
                kleur = k.inkt_zacht
            for cel, tekst in zip(rij, delen, strict=True):
                cel.setForeground(QBrush(QColor(kleur)))
                cel.setToolTip(tekst)
            self._model.appendRow(rij)
        self.selectionModel().blockSignals(False)
        hoog = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(hoog + RIJ * max(1, len(self._lijst)) + 4)

    def wijs_aan(self, termijn: Termijn) -> None:
        """Shows which one is explained; tells nobody."""
        for n, t in enumerate(self._lijst):
            if t.sleutel == termijn.sleutel and self.currentIndex().row() != n:
                self.selectionModel().blockSignals(True)
                self.setCurrentIndex(self._model.index(n, 0))
                self.selectRow(n)
                self.selectionModel().blockSignals(False)
                self.viewport().update()

    def _na_keuze(self) -> None:
        rij = self.currentIndex().row()
        if 0 <= rij < len(self._lijst):
            self.gekozen.emit(self._lijst[rij])
