"""Rows that go the same way as a deleted one: what waits for it, and what went with it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import sqlalchemy as sa

from desktop.models.samenvoegen import RIJ, Kop, Velden, getoond
from desktop.models.wijziging import Soort
from desktop.store.koppen import Rijsleutel, lees_koppen, per_entiteit
from desktop.store.projectie import gejournaalde_klassen, verwijzingen

GEBAAR = 5_000
"""How far apart the changes of one gesture can be in a laptop's own numbering."""


def wachtenden(verbinding: sa.Connection, sleutel: Rijsleutel) -> dict[Rijsleutel, Velden]:
    """What is kept out of sight because this row is gone, with its heads; in turn what waits
    for that too."""
    uit: dict[Rijsleutel, Velden] = {}
    te_gaan = [sleutel]
    while te_gaan:
        op = te_gaan.pop()
        gevonden = {
            (rij[0], rij[1])
            for rij in verbinding.exec_driver_sql(
                "SELECT entiteit, rij FROM wachtend WHERE op_entiteit = ? AND op_rij = ?", op
            )
        }
        for naam, ids in per_entiteit(gevonden - uit.keys()).items():
            for id_, velden in lees_koppen(verbinding, naam, ids).items():
                uit[naam, id_] = velden
                te_gaan.append((naam, id_))
    return uit


def samen_weggehaald(
    verbinding: sa.Connection, sleutel: Rijsleutel, weg: Sequence[Kop]
) -> dict[Rijsleutel, Velden]:
    """What belongs to a row and was deleted in the same gesture, unless that was settled since."""
    kandidaten: dict[Rijsleutel, Velden] = {}
    for kop in weg:
        if kop.soort != Soort.WEG:
            continue
        gebaar = {(kop.apparaat, kop.klok)}
        rijen = verbinding.exec_driver_sql(
            "SELECT entiteit, rij FROM wijziging WHERE apparaat = ? AND volgnummer BETWEEN ? AND ? "
            "AND klok = ? AND soort = 'delete' AND zout IS NOT NULL",
            (kop.apparaat, kop.volgnummer - GEBAAR, kop.volgnummer + GEBAAR, kop.klok),
        )
        gevonden = {(rij[0], rij[1]) for rij in rijen} - {sleutel}
        for naam, ids in per_entiteit(gevonden).items():
            for id_, velden in lees_koppen(verbinding, naam, ids).items():
                if weghaalgebaren(velden) & gebaar:
                    kandidaten[naam, id_] = velden
    uit: dict[Rijsleutel, Velden] = {}
    erbij = {sleutel}
    while erbij:
        erbij = {
            kind
            for kind, velden in kandidaten.items()
            if kind not in uit and not erbij.isdisjoint(ouders_van(kind[0], velden))
        }
        uit |= {kind: kandidaten[kind] for kind in erbij}
    return uit


def levende_delen(verbinding: sa.Connection, sleutel: Rijsleutel) -> dict[Rijsleutel, Velden]:
    """What is a part of this row and is there now, in turn with its parts: who takes the row
    away takes these away too."""
    uit: dict[Rijsleutel, Velden] = {}
    te_gaan = [sleutel]
    while te_gaan:
        naam, id_ = te_gaan.pop()
        for relatie in sa.inspect(gejournaalde_klassen()[naam]).relationships:
            if not relatie.cascade.delete_orphan:
                continue
            ((_hier, wijst),) = relatie.local_remote_pairs
            deel = wijst.table
            gevonden = verbinding.execute(sa.select(deel.c.id).where(wijst == id_)).scalars().all()
            for kind, velden in lees_koppen(verbinding, deel.name, gevonden).items():
                if (deel.name, kind) not in uit:
                    uit[deel.name, kind] = velden
                    te_gaan.append((deel.name, kind))
    return uit


def weghaalgebaren(velden: Velden) -> set[tuple[str, str]]:
    """The gestures (laptop, clock) that took this row away."""
    return {(kop.apparaat, kop.klok) for kop in velden.get(RIJ, ()) if kop.soort == Soort.WEG}


def ouders_van(entiteit: str, velden: Velden) -> set[Rijsleutel]:
    """The rows that this one belongs to."""
    klasse = gejournaalde_klassen().get(entiteit)
    if klasse is None:
        return set()
    return {
        (ouder, json.loads(waarde))
        for veld, ouder in verwijzingen(klasse)
        if veld in velden and (waarde := getoond(velden[veld]).waarde) is not None
    }
