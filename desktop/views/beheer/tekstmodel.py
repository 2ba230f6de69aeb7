"""The texts of one language as an item model: Dutch beside the translation."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.catalogus import Taal
from desktop.models.prompts import Vertaling
from desktop.models.vertaaldekking import Meting, Stand
from desktop.models.vertaalwerk import Nagekeken, Promptopmerking
from desktop.taal import _, meervoud
from desktop.views.beheer.standbalk import gebrekzin, standwoord

Index = QModelIndex | QPersistentModelIndex
_WORTEL = QModelIndex()


class Kolom(enum.IntEnum):
    """Columns of the list."""

    CODE = 0
    NEDERLANDS = 1
    VERTALING = 2
    STAND = 3
    OPMERKINGEN = 4


class Filter(enum.StrEnum):
    """Which texts are listed."""

    ALLES = "alles"
    ONTBREEKT = "ontbreekt"
    ONZEKER = "onzeker"
    CONCEPT = "concept"
    BEVESTIGD = "bevestigd"
    OPMERKING = "opmerking"


_STANDEN = {
    Filter.ALLES: frozenset(Stand),
    Filter.OPMERKING: frozenset(Stand),
    Filter.ONTBREEKT: frozenset({Stand.ONTBREEKT}),
    Filter.ONZEKER: frozenset({Stand.ONZEKER}),
    Filter.CONCEPT: frozenset({Stand.CONCEPT}),
    Filter.BEVESTIGD: frozenset({Stand.NAGEKEKEN, Stand.BEEDIGD}),
}


@dataclass(frozen=True)
class Tekstregel:
    """One text: its measure, what stands there, and who said what about it."""

    meting: Meting
    vertaling: Vertaling | None
    opmerkingen: tuple[Promptopmerking, ...] = ()
    wie: Nagekeken | None = None

    @property
    def tekst(self) -> str:
        """The translation as it stands, good or not."""
        return self.vertaling.tekst if self.vertaling is not None else ""

    def past(self, zoek: str) -> bool:
        """True when the code or one of the texts holds these words."""
        hooi = f"{self.meting.bron.context} {self.meting.bron.nederlands} {self.tekst}"
        return zoek.casefold() in hooi.casefold()


class Tekstmodel(QAbstractTableModel):
    """What the filter leaves of one language."""

    def __init__(self, taal: Taal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taal = taal
        self._alle: Sequence[Tekstregel] = ()
        self._regels: list[Tekstregel] = []
        self._filter, self._deel, self._zoek = Filter.ALLES, "", ""

    def laad(self, regels: Sequence[Tekstregel]) -> None:
        """Shows these texts, through the same filter."""
        self._alle = regels
        self._herlees()

    def zeef(self, filter_: Filter, deel: str = "", zoek: str = "") -> None:
        """Shows only these."""
        if (filter_, deel, zoek) != (self._filter, self._deel, self._zoek):
            self._filter, self._deel, self._zoek = filter_, deel, zoek.strip()
            self._herlees()

    def _herlees(self) -> None:
        self.beginResetModel()
        self._regels = [r for r in self._alle if self._past(r)]
        self.endResetModel()

    def _past(self, regel: Tekstregel) -> bool:
        if regel.meting.stand not in _STANDEN[self._filter]:
            return False
        if self._filter is Filter.OPMERKING and not regel.opmerkingen:
            return False
        return self._deel in ("", regel.meting.bron.deel) and regel.past(self._zoek)

    def regel(self, rij: int) -> Tekstregel | None:
        """The text in a row."""
        return self._regels[rij] if 0 <= rij < len(self._regels) else None

    def rij_van(self, context: str) -> int:
        """Where a text stands; -1 when the filter leaves it out."""
        per = {r.meting.bron.context: nr for nr, r in enumerate(self._regels)}
        return per.get(context, -1)

    def rowCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(self._regels)

    def columnCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(Kolom)

    def headerData(
        self, sectie: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if richting is not Qt.Orientation.Horizontal:
            return None
        if rol == Qt.ItemDataRole.TextAlignmentRole and sectie == Kolom.VERTALING:
            rtl = self._taal.rechts_naar_links
            kant = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            return kant | Qt.AlignmentFlag.AlignVCenter
        if rol == Qt.ItemDataRole.DisplayRole:
            koppen = (_("Code"), _("Nederlands"), self._taal.naam, _("Stand"), _("Opm."))
            return koppen[sectie]
        return None

    def data(self, plek: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        regel = self.regel(plek.row())
        if regel is None:
            return None
        kolom = Kolom(plek.column())
        if rol == Qt.ItemDataRole.DisplayRole:
            return self._cel(regel, kolom)
        if rol == Qt.ItemDataRole.ToolTipRole:
            return (
                gebrekzin(regel.meting.gebrek) if kolom is Kolom.STAND else self._cel(regel, kolom)
            )
        if rol == Qt.ItemDataRole.AccessibleTextRole and kolom is Kolom.OPMERKINGEN:
            aantal = len(regel.opmerkingen)
            return meervoud("{aantal} opmerking", "{aantal} opmerkingen", aantal)
        return None

    def _cel(self, regel: Tekstregel, kolom: Kolom) -> str:
        match kolom:
            case Kolom.CODE:
                return regel.meting.bron.context
            case Kolom.NEDERLANDS:
                return regel.meting.bron.nederlands
            case Kolom.VERTALING:
                return regel.tekst
            case Kolom.STAND:
                return standwoord(regel.meting.stand)
            case Kolom.OPMERKINGEN:
                return str(len(regel.opmerkingen) or "")


class Taalkolom(QStyledItemDelegate):
    """Writes a column in the direction of the language: the view's own is that of the Dutch."""

    def __init__(self, taal: Taal, parent: QObject) -> None:
        super().__init__(parent)
        self._richting = (
            Qt.LayoutDirection.RightToLeft
            if taal.rechts_naar_links
            else Qt.LayoutDirection.LeftToRight
        )

    def initStyleOption(self, optie: QStyleOptionViewItem, plek: Index) -> None:
        super().initStyleOption(optie, plek)
        optie.direction = self._richting
