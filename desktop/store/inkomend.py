"""Taking in changes from elsewhere: the centre, or a colleague's stick.

Journal, heads, state tables and conflicts move in the caller's transaction, so
a kill leaves the whole batch or nothing. Order, duplicates and grouping do not
matter: `models/samenvoegen.py` says why.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import sqlalchemy as sa

from desktop.models.basis import tabel
from desktop.models.samenvoegen import Kop
from desktop.models.wijziging import Wijziging
from desktop.store.koppen import Rijsleutel, Rijvelden, per_entiteit
from desktop.store.projectie import projecteer

Rij = tuple[str | int | None, ...]
"""One journal row, its values in the order of VELDEN."""

VELDEN = tuple(kolom.name for kolom in tabel(Wijziging).columns)
ID, STROOM, DOSSIER, ENTITEIT, RIJ, VELD, SOORT, WAARDE, OUDERS, KLOK, AUTEUR, APPARAAT = range(12)
VOLGNUMMER, SCHEMA, ZOUT, AFDRUK, VORIGE, HASH = range(12, 18)
assert VELDEN[HASH] == "hash"

_VOEG_TOE = (
    f"INSERT INTO wijziging ({', '.join(VELDEN)}) VALUES ({', '.join('?' * len(VELDEN))}) "
    # An emptied row that comes back whole: rights that were lost and given again.
    "ON CONFLICT (id) DO UPDATE SET veld = excluded.veld, waarde = excluded.waarde, "
    "zout = excluded.zout WHERE wijziging.zout IS NULL"
)


@dataclass
class Opgenomen:
    """What a batch brought: ids of new rows, and what the windows have to read again."""

    nieuw: int = 0
    geraakt: Mapping[str, set[str]] = field(default_factory=dict)


def neem_op(verbinding: sa.Connection, rijen: Sequence[Rij]) -> Opgenomen:
    """Takes in a batch; what is known already changes nothing."""
    nieuw = _onbekend(verbinding, rijen)
    if not nieuw:
        return Opgenomen()
    verbinding.exec_driver_sql(_VOEG_TOE, list(nieuw.values()))
    leesbaar = [rij for rij in nieuw.values() if rij[ZOUT] is not None]
    groepen = per_rij(leesbaar)
    bekend = _met_koppen(verbinding, groepen)
    koppen = _zet_koppen(verbinding, leesbaar)
    _zet_klok(verbinding, max(str(rij[KLOK]) for rij in nieuw.values()))
    geraakt = projecteer(verbinding, groepen, _verse_koppen(groepen, bekend, koppen))
    return Opgenomen(len(nieuw), geraakt)


def _onbekend(verbinding: sa.Connection, rijen: Sequence[Rij]) -> dict[str, Rij]:
    """The rows that are not here, by id. One that is here but emptied counts as not here."""
    gewist = gewiste(verbinding, {str(rij[DOSSIER]) for rij in rijen if rij[DOSSIER]})
    # Of a row that comes twice, whole and emptied, the whole one counts.
    op_volgorde = sorted(rijen, key=lambda rij: rij[ZOUT] is not None)
    per_id = {str(r[ID]): geleegd(r) if r[DOSSIER] in gewist else r for r in op_volgorde}
    bekend = verbinding.exec_driver_sql(
        "SELECT id, zout IS NULL FROM wijziging WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(per_id)),),
    )
    for id_, leeg in bekend:
        if not leeg or per_id[id_][ZOUT] is None:
            del per_id[id_]
    return per_id


def gewiste(verbinding: sa.Connection, dossiers: Collection[str]) -> set[str]:
    """What was erased stays erased, from whichever laptop or stick it comes."""
    rijen = verbinding.exec_driver_sql(
        "SELECT dossier FROM gewist WHERE dossier IN (SELECT value FROM json_each(?))",
        (json.dumps(list(dossiers)),),
    )
    return {rij[0] for rij in rijen}


def geleegd(rij: Rij) -> Rij:
    """The row without its content: it keeps its place, its number and its hash."""
    return (*rij[:VELD], "", rij[SOORT], None, *rij[OUDERS:ZOUT], None, *rij[AFDRUK:])


def _met_koppen(verbinding: sa.Connection, rijen: Iterable[Rijsleutel]) -> set[Rijsleutel]:
    """The rows of the domain that something is known of already."""
    return {
        (entiteit, rij[0])
        for entiteit, ids in per_entiteit(rijen).items()
        for rij in verbinding.exec_driver_sql(
            "SELECT DISTINCT rij FROM kop WHERE entiteit = ? "
            "AND rij IN (SELECT value FROM json_each(?))",
            (entiteit, json.dumps(list(ids))),
        )
    }


def _verse_koppen(
    groepen: Mapping[Rijsleutel, Sequence[Rij]], bekend: set[Rijsleutel], koppen: set[str]
) -> dict[str, dict[str, Rijvelden]]:
    """Heads of rows that nothing was known of, by table and row, the shown one last."""
    uit: dict[str, dict[str, Rijvelden]] = {}
    for sleutel, rijen in groepen.items():
        if sleutel in bekend:
            continue
        velden: Rijvelden = {}
        for rij in rijen:
            if rij[ID] in koppen:
                velden.setdefault(str(rij[VELD]), []).append(_als_kop(rij))
        for lijst in velden.values():
            if len(lijst) > 1:
                lijst.sort(key=lambda kop: kop.plaats)
        uit.setdefault(sleutel[0], {})[sleutel[1]] = velden
    return uit


def _als_kop(rij: Rij) -> Kop:
    ouders = () if rij[OUDERS] == "[]" else tuple(json.loads(str(rij[OUDERS])))
    return Kop._make((*_KOP(rij), ouders))


_KOP = itemgetter(ID, SOORT, WAARDE, KLOK, APPARAAT, VOLGNUMMER, AUTEUR)


def _zet_koppen(verbinding: sa.Connection, rijen: Collection[Rij]) -> set[str]:
    """Heads after these rows came: each replaces the parents of its own field.

    Returns the ids of those that are heads.
    """
    vervangen = {
        (str(ouder), str(rij[VELD])): rij
        for rij in rijen
        if rij[OUDERS] != "[]"
        for ouder in json.loads(str(rij[OUDERS]))
    }
    hier = {str(rij[ID]) for rij in rijen}
    buiten = [sleutel for sleutel in vervangen if sleutel[0] not in hier]
    if buiten:
        verbinding.exec_driver_sql(
            "DELETE FROM kop WHERE entiteit = ? AND rij = ? AND veld = ? AND wijziging_id = ?",
            [(vervangen[s][ENTITEIT], vervangen[s][RIJ], s[1], s[0]) for s in buiten],
        )
        bekend = _leesbaar(verbinding, [ouder for ouder, _veld in buiten])
        if nog_niet := [sleutel for sleutel in buiten if sleutel[0] not in bekend]:
            verbinding.exec_driver_sql(
                "INSERT OR IGNORE INTO wees (id, veld) VALUES (?, ?)", nog_niet
            )
    wezen = {
        (rij[0], rij[1])
        for rij in verbinding.exec_driver_sql(
            "DELETE FROM wees WHERE id IN (SELECT value FROM json_each(?)) RETURNING id, veld",
            (json.dumps(list(hier)),),
        )
    }
    koppen = [
        (rij[ENTITEIT], rij[RIJ], rij[VELD], rij[ID])
        for rij in rijen
        if (rij[ID], rij[VELD]) not in vervangen and (rij[ID], rij[VELD]) not in wezen
    ]
    if koppen:
        verbinding.exec_driver_sql(
            "INSERT OR IGNORE INTO kop (entiteit, rij, veld, wijziging_id) VALUES (?, ?, ?, ?)",
            koppen,
        )
    return {str(kop[3]) for kop in koppen}


def _leesbaar(verbinding: sa.Connection, ids: Sequence[str]) -> set[str]:
    """Which of these changes are here; an emptied one may still come, and is no head then."""
    rijen = verbinding.exec_driver_sql(
        "SELECT id FROM wijziging "
        "WHERE id IN (SELECT value FROM json_each(?)) AND zout IS NOT NULL",
        (json.dumps(ids),),
    )
    return {rij[0] for rij in rijen}


def _zet_klok(verbinding: sa.Connection, klok: str) -> None:
    """What this laptop writes next sorts after what it has seen."""
    verbinding.exec_driver_sql("UPDATE apparaat SET klok = max(klok, ?)", (klok,))


def per_rij(rijen: Sequence[Rij]) -> dict[Rijsleutel, list[Rij]]:
    """Changes by the row of the domain that they are about."""
    uit: dict[Rijsleutel, list[Rij]] = {}
    for rij in rijen:
        uit.setdefault((str(rij[ENTITEIT]), str(rij[RIJ])), []).append(rij)
    return uit
