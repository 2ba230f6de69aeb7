"""Rebuilds every state table from the journal: they are projections of its heads."""

from __future__ import annotations

import json
from collections import defaultdict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import Base
from desktop.store.koppen import Rijsleutel
from desktop.store.projectie import gejournaalde_klassen, projecteer

_PER_KEER = 2_000
_PROJECTIES = ("kop", "wees", "wachtend", "conflict", "zoeksleutel")


def herbouw(sessie: Session) -> dict[str, int]:
    """Empties heads, search keys and state tables and fills them from `wijziging`.

    Returns the number of rows per table. Runs inside the caller's transaction,
    so a failure leaves everything as it was.
    """
    verbinding = sessie.connection()
    verbinding.execute(sa.text("PRAGMA defer_foreign_keys=ON"))
    for oud in reversed(Base.metadata.sorted_tables):
        if oud.name in gejournaalde_klassen() or oud.name in _PROJECTIES:
            verbinding.execute(oud.delete())
    rijen = _zet_koppen(verbinding)
    for naam in gejournaalde_klassen():
        ids = rijen.get(naam, [])
        for begin in range(0, len(ids), _PER_KEER):
            projecteer(verbinding, ((naam, rij) for rij in ids[begin : begin + _PER_KEER]))
    return {naam: _aantal(verbinding, naam) for naam in gejournaalde_klassen()}


def _zet_koppen(verbinding: sa.Connection) -> dict[str, list[str]]:
    """Finds all heads and the parents that are not here; row ids by table name."""
    velden: dict[str, tuple[Rijsleutel, str]] = {}
    genoemd: set[tuple[str, str]] = set()
    geweigerd = {r[0] for r in verbinding.exec_driver_sql("SELECT id FROM geweigerd")}
    for id_, entiteit, rij, veld, ouders in verbinding.exec_driver_sql(
        "SELECT id, entiteit, rij, veld, ouders FROM wijziging WHERE zout IS NOT NULL"
    ).yield_per(10_000):
        if id_ in geweigerd:
            continue
        velden[id_] = ((entiteit, rij), veld)
        if ouders != "[]":
            genoemd |= {(ouder, veld) for ouder in json.loads(ouders)}
    uit: dict[str, dict[str, None]] = defaultdict(dict)
    koppen = []
    for id_, ((entiteit, rij), veld) in velden.items():
        uit[entiteit][rij] = None
        if (id_, veld) not in genoemd:
            koppen.append((entiteit, rij, veld, id_))
    if koppen:
        verbinding.exec_driver_sql(
            "INSERT INTO kop (entiteit, rij, veld, wijziging_id) VALUES (?, ?, ?, ?)", koppen
        )
    bekend = {
        r[0] for r in verbinding.exec_driver_sql("SELECT id FROM wijziging WHERE zout IS NOT NULL")
    }
    if wezen := [sleutel for sleutel in genoemd if sleutel[0] not in bekend]:
        verbinding.exec_driver_sql("INSERT INTO wees (id, veld) VALUES (?, ?)", wezen)
    return {naam: list(rijen) for naam, rijen in uit.items()}


def _aantal(verbinding: sa.Connection, naam: str) -> int:
    return int(verbinding.exec_driver_sql(f"SELECT count(*) FROM {naam}").scalar_one())
