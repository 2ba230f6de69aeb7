"""The state tables follow from the heads: one row of a table is what its heads say.

Used by everything that changes heads without changing objects: what comes from
the centre or from a stick, a refusal, a choice in a conflict, a rebuild.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, cast

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from desktop.models.basis import LOKAAL, Base, Gejournaald, tabel
from desktop.models.dossier import Dossier
from desktop.models.klassen import MODULES
from desktop.models.samenvoegen import (
    Velden,
    getoonde_waarden,
    is_weg,
    journaalklasse,
    strijdige_velden,
    verwijderd,
)
from desktop.store.dossiers import schrijf_zoeksleutels
from desktop.store.koppen import Rijsleutel, Rijvelden, lees_koppen, per_entiteit
from desktop.store.waarden import is_kaart, lezer, van_json

assert MODULES  # imported, so that every mapped class is known below


@cache
def gejournaalde_klassen() -> dict[str, type[Base]]:
    """All journalled classes by table name, parents before children."""
    klassen = (m.class_ for m in Base.registry.mappers if issubclass(m.class_, Gejournaald))
    per_tabel: dict[str, type[Base]] = {tabel(k).name: k for k in klassen if issubclass(k, Base)}
    return {t.name: per_tabel[t.name] for t in Base.metadata.sorted_tables if t.name in per_tabel}


@cache
def kolommen(klasse: type[Base]) -> list[tuple[str, sa.Column[Any]]]:
    """(attribute, column) of everything that is journalled; the id is the row itself."""
    mapper = sa.inspect(klasse)
    paren = [(a.key, cast("sa.Column[Any]", a.columns[0])) for a in mapper.column_attrs]
    return [(naam, kolom) for naam, kolom in paren if naam != "id" and LOKAAL not in kolom.info]


@cache
def verwijzingen(klasse: type[Base]) -> list[tuple[str, str]]:
    """(attribute, table it points at) of the foreign keys."""
    return [
        (naam, next(iter(kolom.foreign_keys)).column.table.name)
        for naam, kolom in kolommen(klasse)
        if kolom.foreign_keys
    ]


@cache
def _kinderen(naam: str) -> list[tuple[str, str]]:
    """(table, column) of everything that points at this table."""
    return [
        (kind, veld)
        for kind, klasse in gejournaalde_klassen().items()
        for veld, ouder in verwijzingen(klasse)
        if ouder == naam
    ]


def rij_uit(klasse: type[Base], rij_id: str, velden: Velden) -> dict[str, Any] | None:
    """One row as column values; None when it is deleted, or when too little of it is here.

    A laptop gets only the streams that its user may see, so a field may be
    missing; then its default stands there, and without one the row is not shown.
    """
    if not velden or is_weg(velden):
        return None
    waarden = getoonde_waarden(journaalklasse(klasse), velden)
    uit: dict[str, Any] = {"id": rij_id}
    try:
        for veld in _velden(klasse):
            uit[veld.naam] = _waarde(veld, waarden.get(veld.naam))
    except ValueError:  # a word that only a newer version knows, or too little
        return None
    uit.update(journaalklasse(klasse).afgeleid(uit))
    return uit


class _Veld(NamedTuple):
    """What has to be known of a column to fill it."""

    naam: str
    is_kaart: bool
    lees: Callable[[Any], Any]
    mag_leeg: bool
    standaard: Any


@cache
def _velden(klasse: type[Base]) -> list[_Veld]:
    return [
        _Veld(naam, is_kaart(kolom), lezer(kolom), bool(kolom.nullable), _standaard(kolom))
        for naam, kolom in kolommen(klasse)
    ]


def _waarde(veld: _Veld, ruw: object) -> Any:
    """What stands in a column. Raises ValueError when nothing can."""
    if veld.is_kaart:
        elementen = ruw if isinstance(ruw, dict) else {}
        return {code: van_json(tekst) for code, tekst in elementen.items()}
    kaal = van_json(ruw) if isinstance(ruw, str) else None
    waarde = None if kaal is None else veld.lees(kaal)
    if waarde is None and not veld.mag_leeg:
        if veld.standaard is None:
            raise ValueError("missing")
        return veld.standaard
    return waarde


def _standaard(kolom: sa.Column[Any]) -> Any:
    if _kenmerkt(kolom):
        return None
    if kolom.default is not None and kolom.default.is_scalar:
        return kolom.default.arg  # type: ignore[attr-defined]  # is_scalar says that it is there
    tekst = isinstance(kolom.type, sa.String) and not isinstance(kolom.type, sa.Enum)
    return "" if tekst and not kolom.foreign_keys else None


def _kenmerkt(kolom: sa.Column[Any]) -> bool:
    """True for what tells rows apart: two that it is still to come of are not the same."""
    return any(
        kolom.name in beperking.columns
        for beperking in kolom.table.constraints
        if isinstance(beperking, sa.UniqueConstraint)
    )


def projecteer(
    verbinding: sa.Connection,
    rijen: Iterable[Rijsleutel],
    vers: Mapping[str, Mapping[str, Rijvelden]] | None = None,
) -> dict[str, set[str]]:
    """Brings the state tables, search keys and list of conflicts up to date for these rows.

    Returns what changed, for the announcement. Rows of tables that this version
    does not know stay in the journal only. `vers` are the heads of rows that have
    just come and that nothing was known of, so that they need not be read back.
    """
    werk = _Werk(verbinding, per_entiteit(rijen), vers or {})
    for naam, klasse in gejournaalde_klassen().items():
        if werk.te_doen.get(naam):
            werk.tabel(naam, klasse)
    werk.conflicten()
    return {naam: ids for naam, ids in werk.geraakt.items() if ids}


class _Werk:
    """One projection, parents before children."""

    def __init__(
        self,
        verbinding: sa.Connection,
        te_doen: dict[str, set[str]],
        vers: Mapping[str, Mapping[str, Rijvelden]],
    ) -> None:
        self._verbinding = verbinding
        self._vers = vers
        self.te_doen: dict[str, set[str]] = defaultdict(set, te_doen)
        self.geraakt: dict[str, set[str]] = defaultdict(set)
        self._strijdig: dict[str, set[str]] = defaultdict(set)
        self._ouders: dict[str, set[str]] = defaultdict(set)
        """Rows that others wait or waited for: are they deleted while somebody adds to them?"""

    def tabel(self, naam: str, klasse: type[Base]) -> None:
        """Projects the rows of one table that are to be done."""
        ids = self.te_doen[naam]
        koppen = {rij: v for rij, v in self._vers.get(naam, {}).items() if rij in ids}
        if oud := ids - koppen.keys():
            koppen |= lees_koppen(self._verbinding, naam, oud)
        hier: dict[str, dict[str, Any]] = {}
        for rij_id in ids:
            velden = koppen.get(rij_id, {})
            if (rij := rij_uit(klasse, rij_id, velden)) is not None:
                hier[rij_id] = rij
            if velden and strijdige_velden(journaalklasse(klasse), velden):
                self._strijdig[naam].add(rij_id)
        self._laat_wachten(naam, klasse, hier, ids)
        self._zet(naam, klasse, hier)
        self._haal_weg(naam, ids - hier.keys())
        self.geraakt[naam] |= ids

    def _laat_wachten(
        self, naam: str, klasse: type[Base], hier: dict[str, dict[str, Any]], ids: Collection[str]
    ) -> None:
        """Takes out rows whose parent row is not here; they come when it does."""
        niet_meer = self._verbinding.exec_driver_sql(
            "DELETE FROM wachtend WHERE entiteit = ? AND rij IN (SELECT value FROM json_each(?)) "
            "RETURNING op_entiteit, op_rij",
            (naam, json.dumps(list(ids))),
        )
        for ouder, op in niet_meer.all():
            self._ouders[ouder].add(op)
        mist: set[str] = set()
        for veld, ouder in verwijzingen(klasse):
            gevraagd = {rij[veld] for rij in hier.values() if rij[veld] is not None}
            weg = gevraagd - self._bestaand(ouder, gevraagd) if gevraagd else set()
            if weg:
                mist |= {i for i, rij in hier.items() if rij[veld] in weg}
        if mist:
            self._wacht(naam, klasse, {i: hier.pop(i) for i in mist})

    def _wacht(self, naam: str, klasse: type[Base], rijen: Mapping[str, Mapping[str, Any]]) -> None:
        waarden = [
            (naam, id_, ouder, rij[veld])
            for id_, rij in rijen.items()
            for veld, ouder in verwijzingen(klasse)
            if rij[veld] is not None
        ]
        self._verbinding.exec_driver_sql(
            "INSERT OR REPLACE INTO wachtend (entiteit, rij, op_entiteit, op_rij) "
            "VALUES (?, ?, ?, ?)",
            waarden,
        )
        for _naam, _rij, ouder, op in waarden:
            self._ouders[ouder].add(op)

    def _bestaand(self, naam: str, ids: Collection[str]) -> set[str]:
        rijen = self._verbinding.exec_driver_sql(
            f"SELECT id FROM {naam} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {rij[0] for rij in rijen}

    def _zet(self, naam: str, klasse: type[Base], hier: Mapping[str, dict[str, Any]]) -> None:
        if not hier:
            return
        opdracht, velden = _opdracht(klasse)
        rijen = [
            tuple([maak(rij[veld]) if maak else rij[veld] for veld, maak in velden])
            for rij in hier.values()
        ]
        self._verbinding.exec_driver_sql(opdracht, rijen)
        wachtten = self._verbinding.exec_driver_sql(
            "SELECT entiteit, rij FROM wachtend "
            "WHERE op_entiteit = ? AND op_rij IN (SELECT value FROM json_each(?))",
            (naam, json.dumps(list(hier))),
        )
        for entiteit, rij in wachtten:
            self.te_doen[entiteit].add(rij)
        if klasse is Dossier:
            for rij_id, rij in hier.items():
                schrijf_zoeksleutels(self._verbinding, rij_id, Dossier(**rij).zoeksleutels())

    def _haal_weg(self, naam: str, weg: Collection[str]) -> None:
        """Removes rows from their table, and sets aside what points at them."""
        if not weg:
            return
        lijst = json.dumps(list(weg))
        for kind, veld in _kinderen(naam):
            klasse = gejournaalde_klassen()[kind]
            velden = [v for v, _ouder in verwijzingen(klasse)]
            wezen = {
                rij[0]: dict(zip(velden, rij[1:], strict=True))
                for rij in self._verbinding.exec_driver_sql(
                    f"SELECT id, {', '.join(velden)} FROM {kind} "
                    f"WHERE {veld} IN (SELECT value FROM json_each(?))",
                    (lijst,),
                )
            }
            if wezen:
                self._haal_weg(kind, wezen.keys())
                self._wacht(kind, klasse, wezen)
                self.geraakt[kind] |= wezen.keys()
        self._verbinding.exec_driver_sql(
            f"DELETE FROM {naam} WHERE id IN (SELECT value FROM json_each(?))", (lijst,)
        )
        if naam == tabel(Dossier).name:
            for rij_id in weg:
                schrijf_zoeksleutels(self._verbinding, rij_id, None)
        self._ouders[naam] |= set(weg)

    def conflicten(self) -> None:
        """Keeps the list of conflicts. Last: only now is it known who waits for whom."""
        for naam, ids in self._ouders.items():
            klasse = journaalklasse(gejournaalde_klassen()[naam])
            gewacht = {
                rij[0]
                for rij in self._verbinding.exec_driver_sql(
                    "SELECT DISTINCT op_rij FROM wachtend "
                    "WHERE op_entiteit = ? AND op_rij IN (SELECT value FROM json_each(?))",
                    (naam, json.dumps(list(ids))),
                )
            }
            nog = (ids - self.te_doen[naam]) | gewacht
            koppen = lees_koppen(self._verbinding, naam, nog) if nog else {}
            self._strijdig[naam] |= {
                rij
                for rij, velden in koppen.items()
                # Deleted, and somebody added something to it: that waits for it now.
                if strijdige_velden(klasse, velden) or (rij in gewacht and verwijderd(velden))
            }
        for naam in {*self.te_doen, *self._ouders} & gejournaalde_klassen().keys():
            self._zet_conflicten(naam, self.te_doen[naam] | self._ouders[naam])

    def _zet_conflicten(self, naam: str, ids: Collection[str]) -> None:
        strijdig = self._strijdig[naam]
        oud = self._verbinding.exec_driver_sql(
            "DELETE FROM conflict WHERE entiteit = ? "
            "AND rij IN (SELECT value FROM json_each(?)) RETURNING rij",
            (naam, json.dumps(list(ids))),
        ).all()
        if strijdig:
            self._verbinding.exec_driver_sql(
                "INSERT INTO conflict (entiteit, rij, dossier) "
                "SELECT entiteit, rij, max(dossier) FROM wijziging WHERE entiteit = ? "
                "AND rij IN (SELECT value FROM json_each(?)) GROUP BY entiteit, rij",
                (naam, json.dumps(list(strijdig))),
            )
        if oud or strijdig:
            self.geraakt["conflict"] |= {rij[0] for rij in oud} | strijdig


@cache
def _opdracht(klasse: type[Base]) -> tuple[str, list[tuple[str, Callable[[Any], Any] | None]]]:
    """Writes a row, new or known; and its columns with what makes each one's value for SQLite.

    The driver's own statement: SQLAlchemy does the same for each row anew.
    """
    dialect = SQLiteDialect()
    kolommen_ = tabel(klasse).columns
    namen = [kolom.name for kolom in kolommen_]
    zet = ", ".join(f"{naam} = excluded.{naam}" for naam in namen if naam != "id")
    opdracht = (
        f"INSERT INTO {tabel(klasse).name} ({', '.join(namen)}) "
        f"VALUES ({', '.join('?' * len(namen))}) ON CONFLICT (id) DO UPDATE SET {zet}"
    )
    return opdracht, [
        (kolom.name, kolom.type.dialect_impl(dialect).bind_processor(dialect))
        for kolom in kolommen_
    ]
