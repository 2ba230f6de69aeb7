"""Taking data off this laptop: streams that its user may no longer see, and erased dossiers.

A row of another device goes; a row of this device is emptied in place, for the
next row names its hash (sync.md, trap 12).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from desktop.models.basis import Stroomklasse
from desktop.store.koppen import Rijsleutel, herbereken
from desktop.store.projectie import projecteer

Stroom = tuple[str, str, str]
"""(gemeente, dossier or "", class of data)."""

_LEEG = "UPDATE wijziging SET veld = '', waarde = NULL, zout = NULL WHERE "

GEWIST_DEEL = "gewist.deel:"
"""Key in `lokaal` of a part that was erased here: table and row; the fields are its value."""


def ruim_stromen(verbinding: sa.Connection, stromen: Iterable[Stroom]) -> dict[str, set[str]]:
    """Removes everything of these streams, but for own rows that the centre has not seen yet.

    Those are refused at the next push, and stay in the list of refusals; or they are
    taken after all, when the right comes back before. Returns what changed, for the
    announcement.
    """
    rijen: set[Rijsleutel] = set()
    (apparaat, bevestigd) = verbinding.exec_driver_sql("SELECT id, bevestigd FROM apparaat").one()
    for gemeente, dossier, klasse in stromen:
        plek = "stroom = ? AND " + ("dossier = ?" if dossier else "dossier IS NULL AND '' = ?")
        wat = (f"{gemeente}:{klasse}", dossier)
        deze: set[Rijsleutel] = {
            (rij[0], rij[1])
            for rij in verbinding.exec_driver_sql(
                f"SELECT DISTINCT entiteit, rij FROM wijziging WHERE {plek}", wat
            )
        }
        rijen |= deze
        blijft = "id IN (SELECT id FROM geweigerd WHERE afgehandeld IS NULL)"
        verbinding.exec_driver_sql(
            f"DELETE FROM wijziging WHERE {plek} AND apparaat <> ? AND NOT {blijft}",
            (*wat, apparaat),
        )
        verbinding.exec_driver_sql(
            f"{_LEEG} {plek} AND apparaat = ? AND volgnummer <= ? AND NOT {blijft}",
            (*wat, apparaat, bevestigd),
        )
        # The form of the client is of many classes: it goes with who the client is.
        zelf = {("dossier", dossier)}
        heel = klasse == Stroomklasse.IDENTITEIT
        _vergeet_getypt(verbinding, deze | zelf if heel else deze - zelf)
        verbinding.exec_driver_sql(
            "DELETE FROM stroomplek WHERE gemeente = ? AND dossier = ? AND klasse = ?",
            (gemeente, dossier, klasse),
        )
    herbereken(verbinding, rijen)
    return projecteer(verbinding, rijen)


def vergeet(verbinding: sa.Connection, ids: Collection[str]) -> dict[str, set[str]]:
    """Removes changes of others that the centre did not take: a stick had brought them.

    Their own laptop has them, and shows them to who wrote them. Returns what changed.
    """
    rijen = {
        (rij[0], rij[1])
        for rij in verbinding.exec_driver_sql(
            "DELETE FROM wijziging WHERE apparaat <> (SELECT id FROM apparaat) "
            "AND id IN (SELECT value FROM json_each(?)) RETURNING entiteit, rij",
            (json.dumps(list(ids)),),
        )
    }
    herbereken(verbinding, rijen)
    return projecteer(verbinding, rijen)


def wis_dossier(
    verbinding: sa.Connection, gemeente: str, dossier: str, nr: int, op: str
) -> dict[str, set[str]]:
    """Applies a tombstone: nothing of the dossier's content stays, in journal or tables.

    What was being typed about it goes too. Returns what changed.
    """
    rijen: set[Rijsleutel] = {
        (rij[0], rij[1])
        for rij in verbinding.exec_driver_sql(
            "SELECT DISTINCT entiteit, rij FROM wijziging WHERE dossier = ?", (dossier,)
        )
    }
    verbinding.exec_driver_sql(
        "DELETE FROM kop WHERE wijziging_id IN (SELECT id FROM wijziging WHERE dossier = ?)",
        (dossier,),
    )
    verbinding.exec_driver_sql(f"{_LEEG} dossier = ?", (dossier,))
    verbinding.exec_driver_sql(
        "DELETE FROM geweigerd WHERE id IN (SELECT id FROM wijziging WHERE dossier = ?)",
        (dossier,),
    )
    # What a colleague gave along on a stick would be refused by the centre, content and all.
    verbinding.exec_driver_sql(
        "DELETE FROM meegenomen WHERE json_extract(rij, '$[2]') = ?", (dossier,)
    )
    _vergeet_getypt(verbinding, {("dossier", dossier), *rijen})
    verbinding.exec_driver_sql(
        "INSERT INTO gewist (gemeente, dossier, nr, op) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET nr = excluded.nr",
        (gemeente, dossier, nr, op),
    )
    return projecteer(verbinding, rijen)


def wis_deel(
    verbinding: sa.Connection, entiteit: str, rij: str, velden: Collection[str] = ()
) -> dict[str, set[str]]:
    """Empties some fields of a row, or the whole row: a part of a dossier may go sooner.

    All that a field ever held goes at once, so that no older value comes back
    (sync.md, trap 12). A name with an element (`bezet:` and an identity) is that element
    of a set. Returns what changed.
    """
    waar, wat = "entiteit = ? AND rij = ?", [entiteit, rij]
    if velden:
        waar += (
            " AND (substr(veld, 1, instr(veld || ':', ':') - 1) IN (SELECT value FROM json_each(?))"
            " OR veld IN (SELECT value FROM json_each(?)))"
        )
        wat += [json.dumps(list(velden))] * 2
    waarden = tuple(wat)
    verbinding.exec_driver_sql(
        f"DELETE FROM geweigerd WHERE id IN (SELECT id FROM wijziging WHERE {waar})", waarden
    )
    verbinding.exec_driver_sql(f"DELETE FROM kop WHERE {waar}", waarden)
    verbinding.exec_driver_sql(f"{_LEEG} {waar}", waarden)
    if velden:
        for veld in velden:
            verbinding.exec_driver_sql(
                "DELETE FROM lokaal WHERE instr(sleutel, ?) > 0", (f"{rij}:{veld}",)
            )
    else:
        _vergeet_getypt(verbinding, {(entiteit, rij)})
    verbinding.exec_driver_sql(
        "INSERT OR REPLACE INTO lokaal (sleutel, waarde) VALUES (?, ?)",
        (f"{GEWIST_DEEL}{entiteit}:{rij}", json.dumps(_ook(verbinding, entiteit, rij, velden))),
    )
    return projecteer(verbinding, {(entiteit, rij)})


def _ook(verbinding: sa.Connection, entiteit: str, rij: str, velden: Collection[str]) -> list[str]:
    """These fields and those that went before; none is the whole row."""
    eerder = verbinding.exec_driver_sql(
        "SELECT waarde FROM lokaal WHERE sleutel = ?", (f"{GEWIST_DEEL}{entiteit}:{rij}",)
    ).scalar()
    if eerder is None:
        return list(velden)
    al = json.loads(eerder)
    return sorted({*al, *velden}) if al and velden else []


def _vergeet_getypt(verbinding: sa.Connection, rijen: Iterable[Rijsleutel]) -> None:
    """Drafts and places on the screen that are about these rows."""
    for _entiteit, rij in rijen:
        verbinding.exec_driver_sql(
            "DELETE FROM lokaal WHERE instr(sleutel, ?) > 0 OR waarde = ?", (rij, rij)
        )
