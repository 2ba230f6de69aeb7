"""How well each pictogram works: counted in use, without a person (peers.md F2)."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.pictogramproef import GENOEG, Oordeel, Telling, te_proberen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.pictogramproeven import tellingen
from desktop.taal import _, meervoud
from desktop.views.stijl import kleuren
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, midden, regel
from desktop.views.widgets.pictogram import PictogramRegister

PLAATJE = 48
_SMAL = 860
_WOORDEN = 2
"""Words for a picture that are named; some stand at many questions."""
_VOLGORDE = (Oordeel.NIET_ALLEEN, Oordeel.LET_OP, Oordeel.GOED, Oordeel.TE_WEINIG_BEKEND)
Index = QModelIndex | QPersistentModelIndex
_WORTEL = QModelIndex()


class Kolom(enum.IntEnum):
    """Columns of the table."""

    PLAATJE = 0
    WAT = 1
    ANTWOORDEN = 2
    GOED = 3
    BIJNA = 4
    FOUT = 5
    DEEL = 6
    OORDEEL = 7


def oordeelzin(telling: Telling) -> str:
    """What to do with it."""
    match telling.oordeel:
        case Oordeel.NIET_ALLEEN:
            return _("Niet alleen gebruiken: toon het woord")
        case Oordeel.LET_OP:
            return _("Let op: minder dan twee op de drie kent dit")
        case Oordeel.GOED:
            return _("Goed herkend")
        case Oordeel.TE_WEINIG_BEKEND:
            return meervoud(
                "Nog {aantal} antwoord nodig",
                "Nog {aantal} antwoorden nodig",
                GENOEG - telling.aantal,
            )


class Plaatjesmodel(QAbstractTableModel):
    """Pictograms in one language group, the ones that need attention first."""

    def __init__(
        self,
        register: PictogramRegister,
        betekenis: Mapping[str, tuple[str, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._register, self._betekenis = register, betekenis
        self.dpr = 1.0
        self._rijen: list[Telling] = []

    def laad(self, rijen: Sequence[Telling]) -> None:
        """Shows these counts."""
        self.beginResetModel()
        self._rijen = sorted(
            rijen,
            key=lambda t: (
                _VOLGORDE.index(t.oordeel),
                t.deel if t.deel is not None else -t.aantal,
                t.pictogram,
            ),
        )
        self.endResetModel()

    def rowCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(self._rijen)

    def columnCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(Kolom)

    def headerData(
        self, sectie: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if richting is not Qt.Orientation.Horizontal:
            return None
        if rol == Qt.ItemDataRole.TextAlignmentRole:
            return self._kant(Kolom(sectie))
        if rol != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            "",
            _("Bedoeld is"),
            _("Antwoorden"),
            _("Goed"),
            _("Bijna"),
            _("Fout"),
            _("Deel goed"),
            _("Wat nu"),
        )[sectie]

    @staticmethod
    def _kant(kolom: Kolom) -> Qt.AlignmentFlag:
        getal = Kolom.ANTWOORDEN <= kolom <= Kolom.DEEL
        kant = Qt.AlignmentFlag.AlignRight if getal else Qt.AlignmentFlag.AlignLeft
        return kant | Qt.AlignmentFlag.AlignVCenter

    def data(self, plek: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= plek.row() < len(self._rijen):
            return None
        telling, kolom = self._rijen[plek.row()], Kolom(plek.column())
        if rol == Qt.ItemDataRole.DecorationRole and kolom is Kolom.PLAATJE:
            return self._register.pixmap(telling.pictogram, PLAATJE, self.dpr)
        if rol == Qt.ItemDataRole.AccessibleTextRole and kolom is Kolom.PLAATJE:
            return self._register.omschrijving(telling.pictogram)
        if rol == Qt.ItemDataRole.TextAlignmentRole:
            return self._kant(kolom)
        if rol == Qt.ItemDataRole.ForegroundRole and kolom is Kolom.OORDEEL:
            zorg = telling.oordeel in (Oordeel.NIET_ALLEEN, Oordeel.LET_OP)
            return QColor(kleuren().aandacht) if zorg else None
        if rol == Qt.ItemDataRole.DisplayRole:
            return self._cel(telling, kolom)
        return None

    def _cel(self, telling: Telling, kolom: Kolom) -> str:
        match kolom:
            case Kolom.PLAATJE:
                return ""
            case Kolom.WAT:
                woorden = self._betekenis.get(telling.pictogram, ())[:_WOORDEN]
                return " / ".join(woorden) or self._register.omschrijving(telling.pictogram)
            case Kolom.ANTWOORDEN:
                return str(telling.aantal)
            case Kolom.GOED:
                return str(telling.goed)
            case Kolom.BIJNA:
                return str(telling.bijna)
            case Kolom.FOUT:
                return str(telling.fout)
            case Kolom.DEEL:
                return "–" if telling.deel is None else f"{telling.deel:.0%}".replace("%", " %")
            case Kolom.OORDEEL:
                return oordeelzin(telling)


class Pictogramscherm(Blad):
    """A table of pictograms, of all languages or of one."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Pictogrammen"), parent)
        self._werkplek = werkplek
        self._per_taal: Mapping[str, list[Telling]] = {}
        vak = QVBoxLayout()
        vak.setSpacing(8)
        vak.addWidget(
            regel(
                _(
                    "Na een gesprek kan de cliënt zeggen wat drie plaatjes voorstellen. Er staat "
                    "niet bij wie dat was. Een deel is te zien vanaf {aantal} antwoorden."
                ).format(aantal=GENOEG),
                "zacht",
                self,
            )
        )
        rij = QHBoxLayout()
        rij.setSpacing(16)
        self.groep = QComboBox(self)
        self.groep.setAccessibleName(_("Taal van de cliënt"))
        self.groep.setMinimumWidth(200)
        self.groep.currentIndexChanged.connect(self._toon)
        self.samen = regel("", "", self)
        rij.addWidget(self.groep)
        rij.addWidget(self.samen, 1)
        vak.addLayout(rij)
        self._buiten.addLayout(midden(vak, onder=8))
        self._buiten.addLayout(midden(self._maak_tabel(), onder=24), 1)
        self.leeg = regel(
            _(
                "Er zijn nog geen plaatjes bekeken. Dat kan na het afsluiten van een gesprek, bij "
                "'Drie plaatjes'."
            ),
            "zacht",
            self,
        )
        self._buiten.addLayout(midden(self.leeg, onder=24))
        self._ruimte = QWidget(self)
        self._buiten.addWidget(self._ruimte, 1)
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _maak_tabel(self) -> QTableView:
        betekenis = te_proberen(self._werkplek.store.lijst)
        self.model = Plaatjesmodel(self._werkplek.pictogrammen, betekenis, self)
        self.tabel = QTableView(self)
        self.tabel.setProperty("soort", "lijst")
        self.tabel.setAccessibleName(_("Pictogrammen"))
        self.tabel.setModel(self.model)
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setShowGrid(False)
        self.tabel.setIconSize(QSize(PLAATJE, PLAATJE))
        self.tabel.verticalHeader().hide()
        self.tabel.verticalHeader().setDefaultSectionSize(PLAATJE + 16)
        kop = self.tabel.horizontalHeader()
        kop.setHighlightSections(False)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(Kolom.PLAATJE, QHeaderView.ResizeMode.Fixed)
        kop.resizeSection(Kolom.PLAATJE, PLAATJE + 24)
        for kolom in (Kolom.WAT, Kolom.OORDEEL):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.Stretch)
        return self.tabel

    def lees(self) -> None:
        """Counts anew."""
        with self._werkplek.store.lees() as sessie:
            alle = tellingen(sessie)
        per_taal: dict[str, list[Telling]] = {"": []}
        for telling in alle:
            per_taal.setdefault(telling.taal, []).append(telling)
        self._per_taal = per_taal
        gekozen = self.groep.currentData() or ""
        talen = self._werkplek.talen
        self.groep.blockSignals(True)
        self.groep.clear()
        for tag in sorted(per_taal, key=lambda t: talen[t].naam if t in talen else ""):
            self.groep.addItem(
                _("Alle talen samen") if not tag else talen[tag].naam if tag in talen else tag, tag
            )
        self.groep.setCurrentIndex(max(0, self.groep.findData(gekozen)))
        self.groep.blockSignals(False)
        self._toon()

    def _toon(self) -> None:
        rijen = self._per_taal.get(self.groep.currentData() or "", [])
        self.model.dpr = self.devicePixelRatioF()
        self.model.laad(rijen)
        for deel in (self.tabel, self.groep, self.samen):
            deel.setVisible(bool(rijen))
        self.leeg.setVisible(not rijen)
        self._ruimte.setVisible(not rijen)
        zorg = sum(t.oordeel in (Oordeel.NIET_ALLEEN, Oordeel.LET_OP) for t in rijen)
        self.samen.setText(
            meervoud(
                "{aantal} plaatje vraagt aandacht.", "{aantal} plaatjes vragen aandacht.", zorg
            )
            if zorg
            else _("Geen plaatje vraagt nu aandacht.")
        )
        self.samen.setProperty("soort", "fout" if zorg else "zacht")
        self.samen.style().polish(self.samen)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and "pictogramproef" in gewijzigd:
            self.lees()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        """On a small screen the share and what to do stay."""
        for kolom in (Kolom.GOED, Kolom.BIJNA, Kolom.FOUT):
            self.tabel.setColumnHidden(kolom, gebeurtenis.size().width() < _SMAL)
        super().resizeEvent(gebeurtenis)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self.lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())
