"""The caseload as an item model: a window over the query, never the whole table."""

from __future__ import annotations

import enum
from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.deeldatum import Deeldatum
from desktop.store import dossiers, versies
from desktop.store.dossiers import Dossierregel
from desktop.store.fouten import ViergesprekFout
from desktop.taal import _, meervoud
from desktop.views.conflicten.teken import verschilteken
from desktop.views.dossiers.keuzes import fase_in_woorden
from desktop.views.dossiers.standteken import standteken
from desktop.views.werkplek import Werkplek

PER_PAGINA = 100
PAGINAS = 20
GRENS = 50
ONDERWERPEN = frozenset({"dossier", "brede_intake", "medewerker", "conflict"})
"""Tables whose changes can alter a line of the list."""

Index = QModelIndex | QPersistentModelIndex
_WORTEL = QModelIndex()


class Kolom(enum.IntEnum):
    """Columns of the list. No BSN, no health."""

    NAAM = 0
    GEBOREN = 1
    GEMEENTE = 2
    TAAL = 3
    KLANTMANAGER = 4
    INTAKE = 5


class Dossiermodel(QAbstractTableModel):
    """All dossiers by name, in pages of a hundred; or what a search finds.

    Holds at most `PAGINAS` pages, and of every page it passed the key of its last
    row, from which a neighbouring page is read without counting from the start.
    """

    def __init__(
        self, werkplek: Werkplek, *, oefening: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._oefening = oefening
        self._gemeenten = {g.code: g.naam for g in werkplek.gemeenten}
        self._talen = {tag: taal.naam for tag, taal in werkplek.talen.items()}
        self._tekens: dict[str | None, Any] = {}
        self._verschillen: dict[str, int] = {}
        self._paginas: OrderedDict[int, list[Dossierregel]] = OrderedDict()
        self._ankers: dict[int, tuple[str, str]] = {}
        self._aantal = 0
        self._zoektekst = ""
        self._gevonden: list[Dossierregel] = []
        self.herlees()

    @property
    def zoektekst(self) -> str:
        """What is searched for; empty shows all."""
        return self._zoektekst

    @property
    def vol(self) -> bool:
        """True when a search found more than is shown."""
        return bool(self._zoektekst) and len(self._gevonden) > GRENS

    @property
    def aantal(self) -> int:
        """Number of dossiers in all."""
        return self._aantal

    @property
    def geladen(self) -> int:
        """Number of lines held in memory."""
        return len(self._gevonden) + sum(len(pagina) for pagina in self._paginas.values())

    def zoek(self, tekst: str) -> None:
        """Shows what matches; an empty text shows all again."""
        schoon = tekst.strip()
        if schoon != self._zoektekst:
            self._zoektekst = schoon
            self.herlees()

    def herlees(self) -> None:
        """Asks again: after a search, and after what the store announced."""
        gevonden: list[Dossierregel] = []
        with self._werkplek.store.lees() as sessie:
            aantal = dossiers.aantal(sessie, oefening=self._oefening)
            verschillen = versies.per_dossier(sessie)
            if self._zoektekst:
                # One more than is shown, to know whether there is more.
                gevonden = dossiers.zoek(
                    sessie, self._zoektekst, oefening=self._oefening, grens=GRENS + 1
                )
        self.beginResetModel()
        self._paginas.clear()
        self._ankers.clear()
        self._tekens.clear()
        self._aantal, self._gevonden, self._verschillen = aantal, gevonden, verschillen
        self.endResetModel()

    def regel(self, rij: int) -> Dossierregel | None:
        """The line in a row; None when it went away since it was counted."""
        if self._zoektekst:
            return self._gevonden[rij] if 0 <= rij < min(len(self._gevonden), GRENS) else None
        if not 0 <= rij < self._aantal:
            return None
        nummer, plek = divmod(rij, PER_PAGINA)
        pagina = self._pagina(nummer)
        return pagina[plek] if plek < len(pagina) else None

    def rij_van(self, dossier_id: str, bij: int) -> int | None:
        """The row of a dossier that stood about there."""
        for rij in sorted(range(max(0, bij - 3), bij + 4), key=lambda r: abs(r - bij)):
            regel = self.regel(rij)
            if regel is not None and regel.id == dossier_id:
                return rij
        return None

    def _pagina(self, nummer: int) -> list[Dossierregel]:
        if nummer in self._paginas:
            self._paginas.move_to_end(nummer)
            return self._paginas[nummer]
        # Page n ends at anchor n; reading starts after the nearest anchor before it.
        vorige = max((n for n in self._ankers if n < nummer), default=-1)
        try:
            pagina = self._lees_na(vorige, nummer)
        except ViergesprekFout as fout:
            # Qt asks for cells while painting; the sentence is said once, the page stays empty.
            self._werkplek.melding.emit(_(fout.zin))
            pagina = []
        self._paginas[nummer] = pagina
        if len(pagina) == PER_PAGINA:
            self._ankers[nummer] = (pagina[-1].sorteernaam, pagina[-1].id)
        if len(self._paginas) > PAGINAS:
            self._paginas.popitem(last=False)
        return pagina

    def _lees_na(self, vorige: int, nummer: int) -> list[Dossierregel]:
        with self._werkplek.store.lees() as sessie:
            return dossiers.pagina(
                sessie,
                oefening=self._oefening,
                na=self._ankers.get(vorige),
                aantal=PER_PAGINA,
                sla_over=(nummer - vorige - 1) * PER_PAGINA,
            )

    def rowCount(self, ouder: Index = _WORTEL) -> int:
        if ouder.isValid():
            return 0
        return min(len(self._gevonden), GRENS) if self._zoektekst else self._aantal

    def columnCount(self, ouder: Index = _WORTEL) -> int:
        return 0 if ouder.isValid() else len(Kolom)

    def headerData(
        self, nummer: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if richting is not Qt.Orientation.Horizontal:
            return None
        if rol == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if rol != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Kolom.NAAM: _("Naam"),
            Kolom.GEBOREN: _("Geboren"),
            Kolom.GEMEENTE: _("Gemeente"),
            Kolom.TAAL: _("Taal"),
            Kolom.KLANTMANAGER: _("Klantmanager"),
            Kolom.INTAKE: _("Brede intake"),
        }[Kolom(nummer)]

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        kolom = Kolom(index.column())
        if rol == Qt.ItemDataRole.DisplayRole:
            regel = self.regel(index.row())
            return self._tekst(regel, kolom) if regel else ""
        if rol == Qt.ItemDataRole.DecorationRole and kolom is Kolom.INTAKE:
            regel = self.regel(index.row())
            return self._teken(regel.intake_fase) if regel else None
        if kolom is Kolom.NAAM:
            regel = self.regel(index.row())
            return self._bij_naam(regel, rol) if regel else None
        return None

    def _bij_naam(self, regel: Dossierregel, rol: int) -> Any:
        aantal = self._verschillen.get(regel.id, 0)
        zin = (
            meervoud(
                "{aantal} verschil: kies wat klopt", "{aantal} verschillen: kies wat klopt", aantal
            )
            if aantal
            else ""
        )
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            delen = (*(self._tekst(regel, kolom) for kolom in Kolom), zin)
            return ", ".join(deel for deel in delen if deel)
        if rol == Qt.ItemDataRole.ToolTipRole:
            return zin or None
        if rol == Qt.ItemDataRole.DecorationRole and aantal:
            return verschilteken(2.0)
        return None

    def _tekst(self, regel: Dossierregel, kolom: Kolom) -> str:
        if kolom is Kolom.NAAM:
            return regel.naam
        if kolom is Kolom.GEBOREN:
            return (
                Deeldatum.van_iso(regel.geboortedatum).nederlands() if regel.geboortedatum else ""
            )
        if kolom is Kolom.GEMEENTE:
            return self._gemeenten.get(regel.gemeente, regel.gemeente)
        if kolom is Kolom.TAAL:
            return self._talen.get(regel.taal or "", regel.taal or "")
        if kolom is Kolom.KLANTMANAGER:
            return regel.klantmanager
        return fase_in_woorden(regel.intake_fase)

    def _teken(self, fase: str | None) -> Any:
        if fase not in self._tekens:
            self._tekens[fase] = standteken(fase, 2.0)
        return self._tekens[fase]
