"""The heads in the encrypted file: reading them, and keeping them when changes come."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from desktop.models.samenvoegen import Kop

Rijsleutel = tuple[str, str]
"""(table name, row id)."""
Rijvelden = dict[str, list[Kop]]

_LEES = (
    "SELECT k.rij, k.veld, w.id, w.soort, w.waarde, w.klok, w.apparaat, w.volgnummer, w.auteur, "
    "w.ouders FROM kop k JOIN wijziging w ON w.id = k.wijziging_id "
    "WHERE k.entiteit = ? AND k.rij IN (SELECT value FROM json_each(?)) "
    "ORDER BY w.klok, w.apparaat, w.volgnummer"
)


def per_entiteit(rijen: Iterable[Rijsleutel]) -> dict[str, set[str]]:
    """Row ids by table name."""
    uit: dict[str, set[str]] = defaultdict(set)
    for entiteit, rij in rijen:
        uit[entiteit].add(rij)
    return uit


def lees_koppen(
    verbinding: sa.Connection, entiteit: str, rijen: Collection[str]
) -> dict[str, Rijvelden]:
    """Heads of these rows by row and field, the shown one last; a row without heads is absent."""
    uit: dict[str, Rijvelden] = {}
    lijst = json.dumps(list(rijen))
    for rij, veld, *kop, ouders in verbinding.exec_driver_sql(_LEES, (entiteit, lijst)):
        namen = tuple(json.loads(ouders)) if ouders != "[]" else ()
        uit.setdefault(rij, {}).setdefault(veld, []).append(Kop._make((*kop, namen)))
    return uit


def koppen_van(
    verbinding: sa.Connection, rijen: Iterable[Rijsleutel]
) -> dict[Rijsleutel, dict[str, tuple[str, ...]]]:
    """Ids of heads by row and field; every row asked for is there."""
    uit: dict[Rijsleutel, dict[str, tuple[str, ...]]] = {}
    for entiteit, rij in rijen:
        per_veld: dict[str, tuple[str, ...]] = {}
        for veld, kop in verbinding.exec_driver_sql(
            "SELECT veld, wijziging_id FROM kop WHERE entiteit = ? AND rij = ?", (entiteit, rij)
        ):
            per_veld[veld] = (*per_veld.get(veld, ()), kop)
        uit[entiteit, rij] = per_veld
    return uit


_RIJ_VAN_JOURNAAL = (
    "SELECT id, veld, ouders, id IN (SELECT id FROM geweigerd) FROM wijziging "
    "WHERE entiteit = ? AND rij = ? AND zout IS NOT NULL"
)


def herbereken(verbinding: sa.Connection, rijen: Collection[Rijsleutel]) -> None:
    """Finds the heads of these rows anew, from the journal; what was refused does not count.

    And which changes they name that are not here: when one comes, it is no head.
    """
    for entiteit, rij in rijen:
        velden: dict[str, str] = {}
        genoemd: set[tuple[str, str]] = set()
        niet_meer: set[tuple[str, str]] = set()
        for id_, veld, tekst, geweigerd in verbinding.exec_driver_sql(
            _RIJ_VAN_JOURNAAL, (entiteit, rij)
        ):
            ouders = {(ouder, veld) for ouder in json.loads(tekst)}
            if geweigerd:
                niet_meer |= ouders
            else:
                velden[id_] = veld
                genoemd |= ouders
        verbinding.exec_driver_sql(
            "DELETE FROM kop WHERE entiteit = ? AND rij = ?", (entiteit, rij)
        )
        _voer_uit(
            verbinding,
            "INSERT INTO kop (entiteit, rij, veld, wijziging_id) VALUES (?, ?, ?, ?)",
            [(entiteit, rij, v, i) for i, v in velden.items() if (i, v) not in genoemd],
        )
        _voer_uit(
            verbinding, "DELETE FROM wees WHERE id = ? AND veld = ?", [*(niet_meer - genoemd)]
        )
        onthoud_wezen(verbinding, [(id_, veld) for id_, veld in genoemd if id_ not in velden])


def onthoud_wezen(verbinding: sa.Connection, genoemd: Collection[tuple[str, str]]) -> None:
    """Remembers those of these (change, field of its child) of which the change is not here."""
    _voer_uit(
        verbinding,
        "INSERT OR IGNORE INTO wees (id, veld) SELECT ?, ? WHERE NOT EXISTS "
        "(SELECT 1 FROM wijziging WHERE id = ? AND zout IS NOT NULL)",
        [(id_, veld, id_) for id_, veld in genoemd],
    )


def _voer_uit(verbinding: sa.Connection, opdracht: str, rijen: list[tuple[str, ...]]) -> None:
    if rijen:
        verbinding.exec_driver_sql(opdracht, rijen)
