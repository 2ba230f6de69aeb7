"""The list of who has to be tested: ticked ones, and a number that is typed in place."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.models.catalogus import Taal
from desktop.models.formulier import datum_nederlands
from desktop.store.toetsen import Tetoetsen
from desktop.taal import _
from desktop.views.stijl import kleuren
from desktop.views.termijnen.dagreden import Dagreden, reden_van
from desktop.views.toets.woorden import (
    nodig_in_woorden,
    over_in_woorden,
    stand_in_woorden,
    taal_in_woorden,
    voorlopig_in_woorden,
)


class Kolom(enum.IntEnum):
    """What is told of each person."""

    NAAM = 0
    TERMIJN = 1
    DAGEN = 2
    NODIG = 3
    TAAL = 4
    EXAMENNUMMER = 5
    STAND = 6


Plek = QModelIndex | QPersistentModelIndex
UITLEG = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)


class Planmodel(QAbstractTableModel):
    """Rows as the store gives them. `zet_nummer` keeps a number; it returns a sentence or ""."""

    def __init__(
        self,
        talen: Mapping[str, Taal],
        zet_nummer: Callable[[Tetoetsen, str], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._talen, self._zet_nummer = talen, zet_nummer
        self.regels: Sequence[Tetoetsen] = ()
        self.gekozen: set[str] = set()
        """Dossiers that are ticked."""
        self._getypt: dict[str, tuple[str, str]] = {}
        """Numbers that cannot be: what was typed, and the sentence."""

    def laad(self, regels: Sequence[Tetoetsen]) -> None:
        """Other people; ticks of who is still there stay."""
        self.beginResetModel()
        self.regels = regels
        hier = {r.dossier_id for r in regels}
        self.gekozen &= hier
        self._getypt = {k: v for k, v in self._getypt.items() if k in hier}
        self.endResetModel()

    def vink(self, dossiers: Collection[str]) -> None:
        """Exactly these are ticked."""
        self.gekozen = set(dossiers)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    @property
    def kiesbaar(self) -> list[str]:
        """Who can be ticked."""
        return [r.dossier_id for r in self.regels if r.kiesbaar]

    @property
    def fout(self) -> str:
        """The sentence about a number that was typed; empty when all are good."""
        for regel in self.regels:
            if regel.dossier_id in self._getypt:
                return f"{regel.naam}: {self._getypt[regel.dossier_id][1]}"
        return ""

    def rowCount(self, _ouder: Plek = QModelIndex()) -> int:  # noqa: B008
        return len(self.regels)

    def columnCount(self, _ouder: Plek = QModelIndex()) -> int:  # noqa: B008
        return len(Kolom)

    def headerData(
        self, plek: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if richting is not Qt.Orientation.Horizontal:
            return None
        if rol == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if rol != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Kolom.NAAM: _("Naam"),
            Kolom.TERMIJN: _("PIP klaar op"),
            Kolom.DAGEN: _("Nog"),
            Kolom.NODIG: _("Nodig"),
            Kolom.TAAL: _("Uitleg in"),
            Kolom.EXAMENNUMMER: _("Examennummer"),
            Kolom.STAND: _("Stand"),
        }[Kolom(plek)]

    def flags(self, plek: Plek) -> Qt.ItemFlag:
        vlaggen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        regel = self.regels[plek.row()]
        if plek.column() == Kolom.NAAM and regel.kiesbaar:
            vlaggen |= Qt.ItemFlag.ItemIsUserCheckable
        if plek.column() == Kolom.EXAMENNUMMER and regel.kandidaat_id is not None:
            vlaggen |= Qt.ItemFlag.ItemIsEditable
        return vlaggen

    def data(self, plek: Plek, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        regel, kolom = self.regels[plek.row()], Kolom(plek.column())
        getypt = self._getypt.get(regel.dossier_id)
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if kolom is Kolom.EXAMENNUMMER and getypt is not None:
                return getypt[0]
            return self._tekst(regel, kolom)
        if rol == Qt.ItemDataRole.CheckStateRole and kolom is Kolom.NAAM:
            if not regel.kiesbaar:
                return None
            aan = regel.dossier_id in self.gekozen
            return Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked
        if rol in UITLEG and kolom in (Kolom.TERMIJN, Kolom.DAGEN):
            reden = self.reden(plek.row())
            return reden.kort if reden is not None else None
        if rol == Qt.ItemDataRole.ToolTipRole:
            if kolom is Kolom.EXAMENNUMMER:
                return getypt[1] if getypt is not None else None
            return self._hoorbaar(regel, kolom) or None
        if rol == Qt.ItemDataRole.ForegroundRole:
            return self._kleur(regel, kolom, fout=getypt is not None)
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return self._hoorbaar(regel, kolom)
        return None

    def reden(self, rij: int) -> Dagreden | None:
        """Why the PIP of this person is due on that day."""
        termijn = self.regels[rij].termijn
        return reden_van(termijn.termijn) if termijn is not None else None

    def _hoorbaar(self, regel: Tetoetsen, kolom: Kolom) -> str:
        """What stands there, and what there is no room for."""
        tekst = self._tekst(regel, kolom)
        if kolom is Kolom.TERMIJN and regel.termijn is not None and regel.termijn.voorlopig:
            return f"{tekst}. {voorlopig_in_woorden()}"
        return tekst

    def _tekst(self, regel: Tetoetsen, kolom: Kolom) -> str:
        match kolom:
            case Kolom.NAAM:
                return regel.naam
            case Kolom.TERMIJN:
                if regel.termijn is None:
                    return _("Onbekend")
                dag = datum_nederlands(regel.termijn.uiterlijk)
                return f"{dag} ?" if regel.termijn.voorlopig else dag
            case Kolom.DAGEN:
                return over_in_woorden(regel.dagen_over)
            case Kolom.NODIG:
                return nodig_in_woorden(regel.aanpassingen)
            case Kolom.TAAL:
                return taal_in_woorden(regel.aanpassingen, regel.spreektaal, self._talen)
            case Kolom.EXAMENNUMMER:
                return regel.examennummer
            case Kolom.STAND:
                return stand_in_woorden(regel.status, regel.keer)

    def _kleur(self, regel: Tetoetsen, kolom: Kolom, *, fout: bool) -> QColor | None:
        if kolom is Kolom.DAGEN and regel.dagen_over is not None and regel.dagen_over < 0:
            return QColor(kleuren().aandacht)
        if kolom is Kolom.EXAMENNUMMER and fout:
            return QColor(kleuren().aandacht)
        if kolom in (Kolom.NODIG, Kolom.STAND):
            return QColor(kleuren().inkt_zacht)
        return None

    def setData(self, plek: Plek, waarde: Any, rol: int = Qt.ItemDataRole.EditRole) -> bool:
        regel = self.regels[plek.row()]
        if rol == Qt.ItemDataRole.CheckStateRole and regel.kiesbaar:
            if Qt.CheckState(waarde) is Qt.CheckState.Checked:
                self.gekozen.add(regel.dossier_id)
            else:
                self.gekozen.discard(regel.dossier_id)
            self.dataChanged.emit(plek, plek, [rol])
            return True
        if rol == Qt.ItemDataRole.EditRole and plek.column() == Kolom.EXAMENNUMMER:
            self._getypt.pop(regel.dossier_id, None)
            zin = self._zet_nummer(regel, str(waarde))
            if zin:
                self._getypt[regel.dossier_id] = (str(waarde), zin)
            if plek.row() < self.rowCount():
                self.dataChanged.emit(plek, plek)
            return not zin
        return False
