"""Rebuilds every state table from the journal: they are projections of its heads."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import Base, tabel
from desktop.models.dossier import Dossier
from desktop.models.wijziging import Kop, Soort, Wijziging
from desktop.store.dossiers import schrijf_zoeksleutels
from desktop.store.journaal import gejournaalde_klassen, kolommen
from desktop.store.waarden import is_kaart, van_json


def herbouw(sessie: Session) -> dict[str, int]:
    """Empties heads, search keys and state tables and fills them from `wijziging`.

    Returns the number of rows per table. Runs inside the caller's transaction,
    so a failure leaves everything as it was.
    """
    verbinding = sessie.connection()
    verbinding.execute(sa.text("PRAGMA defer_foreign_keys=ON"))
    for oud in reversed(Base.metadata.sorted_tables):
        if oud.name in gejournaalde_klassen() or oud.name in ("kop", "zoeksleutel"):
            verbinding.execute(oud.delete())
    koppen = _koppen(verbinding)
    aantallen = {}
    for naam, klasse in gejournaalde_klassen().items():
        gemaakt = (_rij(klasse, rij, velden) for rij, velden in koppen.get(naam, {}).items())
        rijen = [rij for rij in gemaakt if rij is not None]
        if rijen:
            verbinding.execute(sa.insert(tabel(klasse)), rijen)
        aantallen[naam] = len(rijen)
    _zoeksleutels(sessie)
    return aantallen


Heads = dict[str, dict[str, dict[str, list[sa.Row[Any]]]]]


def _koppen(verbinding: sa.Connection) -> Heads:
    journaal = tabel(Wijziging)
    vraag = sa.select(journaal).order_by(journaal.c.klok, journaal.c.volgnummer)
    rijen = list(verbinding.execute(vraag))
    genoemd = {ouder for rij in rijen for ouder in json.loads(rij.ouders)}
    uit: Heads = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    nieuw = []
    for rij in rijen:
        if rij.id in genoemd:
            continue
        uit[rij.entiteit][rij.rij][rij.veld].append(rij)
        nieuw.append(
            {"entiteit": rij.entiteit, "rij": rij.rij, "veld": rij.veld, "wijziging_id": rij.id}
        )
    if nieuw:
        verbinding.execute(sa.insert(tabel(Kop)), nieuw)
    return uit


def _rij(
    klasse: type[Base], rij_id: str, velden: dict[str, list[sa.Row[Any]]]
) -> dict[str, Any] | None:
    """One projected row; the head with the highest clock is shown. None when it was deleted."""
    if "" in velden and set(velden) == {""}:
        return None
    uit: dict[str, Any] = {"id": rij_id}
    for veld, kolom in kolommen(klasse):
        if is_kaart(kolom):
            kop = f"{veld}:"
            elementen = {}
            for naam, koppen in velden.items():
                if naam.startswith(kop) and koppen[-1].soort == Soort.ERBIJ:
                    elementen[naam[len(kop) :]] = json.loads(koppen[-1].waarde)
            uit[veld] = elementen
        else:
            koppen = velden.get(veld, [])
            uit[veld] = van_json(kolom, koppen[-1].waarde) if koppen else None
    return uit


def _zoeksleutels(sessie: Session) -> None:
    for dossier in sessie.scalars(sa.select(Dossier).execution_options(yield_per=500)):
        schrijf_zoeksleutels(sessie.connection(), dossier.id, dossier.zoeksleutels())
