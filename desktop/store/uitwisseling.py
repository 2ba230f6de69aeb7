"""What the encrypted file knows of the exchange: what still has to go, and how far it has come.

The exchange itself is in `desktop/sync`; here is its bookkeeping, which moves in
the same transaction as the rows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from desktop.models.basis import Stroomklasse
from desktop.store.inkomend import (
    DOSSIER,
    ID,
    KLOK,
    STROOM,
    VELD,
    VELDEN,
    WAARDE,
    ZOUT,
    Rij,
)
from desktop.store.ruimen import Stroom

EMMERS = 256
_KOLOMMEN = ", ".join(VELDEN)
# Scalars, no join: so that it is a look-up by (device, sequence) in a journal of any length.
_ONBEVESTIGD = (
    "apparaat = (SELECT id FROM apparaat) AND volgnummer > (SELECT bevestigd FROM apparaat)"
)
_TEKEN = 1 << 63
_BEREIK = 1 << 64


@dataclass(frozen=True)
class Plek:
    """How far this laptop is in a stream: last number, and the XOR of the ids up to it."""

    nr: int = 0
    merk: int = 0


@dataclass(frozen=True)
class Ik:
    """This laptop as a device."""

    id: str
    volgnummer: int
    bevestigd: int
    geheim: str
    klok: str


def ik(verbinding: sa.Connection) -> Ik:
    """This laptop as a device."""
    rij = verbinding.exec_driver_sql(
        "SELECT id, volgnummer, bevestigd, geheim, klok FROM apparaat"
    ).one()
    return Ik(*rij)


def merk_van(ids: Iterable[str], begin: int = 0) -> int:
    """XOR of the low 64 bits of identities, as a signed number (the centre computes the same)."""
    uit = begin % _BEREIK
    for id_ in ids:
        uit ^= int(id_.replace("-", "")[-16:], 16)
    return uit - _BEREIK if uit >= _TEKEN else uit


def emmer_van(dossier: str) -> int:
    """The bucket that a dossier's streams are compared in: the first two digits of its id."""
    try:
        return int(dossier[:2], 16) if dossier else 0
    except ValueError:
        return 0


def plekken(verbinding: sa.Connection) -> dict[Stroom, Plek]:
    """Place by stream, of every stream that something was received of."""
    return {
        (r[0], r[1], r[2]): Plek(r[3], r[4])
        for r in verbinding.exec_driver_sql(
            "SELECT gemeente, dossier, klasse, nr, merk FROM stroomplek"
        ).all()
    }


def _plek_in(verbinding: sa.Connection, stroom: Stroom) -> Plek:
    rij = verbinding.exec_driver_sql(
        "SELECT nr, merk FROM stroomplek WHERE gemeente = ? AND dossier = ? AND klasse = ?",
        tuple(stroom),
    ).one_or_none()
    return Plek(*rij) if rij is not None else Plek()


def emmers(plek: Mapping[Stroom, Plek]) -> list[int]:
    """Digest of each bucket: equal to the centre's when there is nothing new."""
    uit = [0] * EMMERS
    for (_gemeente, dossier, _klasse), waar in plek.items():
        uit[emmer_van(dossier)] ^= waar.merk
    return uit


def zet_plekken(verbinding: sa.Connection, plek: Mapping[Stroom, Plek]) -> None:
    """Moves the places in these streams, in the transaction of their rows."""
    if plek:
        verbinding.exec_driver_sql(
            "INSERT OR REPLACE INTO stroomplek (gemeente, dossier, klasse, nr, merk) "
            "VALUES (?, ?, ?, ?, ?)",
            [(*stroom, waar.nr, waar.merk) for stroom, waar in plek.items()],
        )


def wachtend(verbinding: sa.Connection) -> int:
    """Number of own changes that the centre has not confirmed; made-up clients do not count."""
    return int(
        verbinding.exec_driver_sql(
            f"SELECT count(*) FROM wijziging WHERE {_ONBEVESTIGD} AND stroom NOT LIKE '%:oefening'"
        ).scalar_one()
    )


def te_brengen(verbinding: sa.Connection, na: int, hoogstens: int) -> list[Rij]:
    """The next own rows in device order, as they go over the wire; no gesture in two pieces.

    A row about a made-up client, or of an erased dossier, goes without content:
    its number must not be missing, and that is all the centre learns.
    """
    rijen = verbinding.exec_driver_sql(
        f"SELECT {_KOLOMMEN} FROM wijziging WHERE apparaat = (SELECT id FROM apparaat) "
        "AND volgnummer > ? ORDER BY volgnummer LIMIT ?",
        (na, hoogstens),
    ).all()
    return [
        _op_de_lijn(tuple(rij))
        for rij in rijen[: _hele_gebaren([r.klok for r in rijen], hoogstens)]
    ]


def _hele_gebaren(klokken: Sequence[str], hoogstens: int) -> int:
    """How many of these rows to send: what was written at once is judged at once by the centre.

    The last gesture of a full batch may go on in the next one. One that fills it goes in pieces.
    """
    if len(klokken) < hoogstens:
        return len(klokken)
    return klokken.index(klokken[-1]) or len(klokken)


def _op_de_lijn(rij: Rij) -> Rij:
    if not str(rij[STROOM]).endswith(f":{Stroomklasse.OEFENING}"):
        return rij
    kaal = list(rij)
    kaal[VELD], kaal[WAARDE], kaal[ZOUT] = "", None, None
    return tuple(kaal)


def begin_opnieuw(verbinding: sa.Connection) -> None:
    """Everything is to be read again, tombstones too; what is here stays."""
    verbinding.exec_driver_sql("UPDATE stroomplek SET nr = 0, merk = 0")
    verbinding.exec_driver_sql("UPDATE gewist SET nr = 0")


def zie(verbinding: sa.Connection, stromen: Iterable[Stroom]) -> None:
    """Something of these streams is here that did not come in order: the place is before it.

    So that it leaves with the rest when the right to it ends.
    """
    verbinding.exec_driver_sql(
        "INSERT OR IGNORE INTO stroomplek (gemeente, dossier, klasse, nr, merk) "
        "VALUES (?, ?, ?, 0, 0)",
        list(stromen),
    )


def bevestig(
    verbinding: sa.Connection,
    rijen: Sequence[Rij],
    hoogste: int,
    genummerd: Iterable[tuple[Stroom, int, int]],
    geweigerd: Iterable[str],
) -> None:
    """The centre has taken these rows; the place moves over own rows where nothing lies between."""
    verbinding.exec_driver_sql("UPDATE apparaat SET bevestigd = max(bevestigd, ?)", (hoogste,))
    weg = set(geweigerd)
    per_stroom: dict[Stroom, list[str]] = defaultdict(list)
    for rij in rijen:
        if rij[ID] not in weg:
            per_stroom[stroom_van(rij)].append(str(rij[ID]))
    verder: dict[Stroom, Plek] = {}
    for stroom, eerste, laatste in genummerd:
        nu = _plek_in(verbinding, stroom)
        ids = per_stroom.get(stroom, [])
        if nu.nr == eerste - 1 and len(ids) == laatste - eerste + 1:
            verder[stroom] = Plek(laatste, merk_van(ids, nu.merk))
    zet_plekken(verbinding, verder)


def stroom_van(rij: Rij) -> Stroom:
    """The stream that a row travels in."""
    gemeente, klasse = str(rij[STROOM]).split(":", 1)
    return (gemeente, str(rij[DOSSIER] or ""), klasse)


def onbevestigde_ids(verbinding: sa.Connection) -> Iterator[str]:
    """Ids of own rows that this laptop believes unconfirmed, in device order."""
    for rij in verbinding.exec_driver_sql(
        f"SELECT id FROM wijziging WHERE {_ONBEVESTIGD} ORDER BY volgnummer"
    ):
        yield rij[0]


def eigen_elders(verbinding: sa.Connection, wie: str) -> list[str]:
    """Ids of this person's rows from other devices, such as this one under a former identity."""
    return [
        rij[0]
        for rij in verbinding.exec_driver_sql(
            "SELECT id FROM wijziging WHERE apparaat <> (SELECT id FROM apparaat) "
            "AND zout IS NOT NULL AND (auteur = ? OR auteur IS NULL AND rij = ?) "
            "AND id NOT IN (SELECT id FROM geweigerd)",
            (wie, wie),
        )
    ]


def eigen_hash(verbinding: sa.Connection, volgnummer: int) -> str | None:
    """Hash of the own row with this device sequence; None when this laptop has no such row."""
    if volgnummer == 0:
        return ""
    hash_: str | None = verbinding.exec_driver_sql(
        "SELECT hash FROM wijziging WHERE apparaat = (SELECT id FROM apparaat) AND volgnummer = ?",
        (volgnummer,),
    ).scalar()
    return hash_


def wissingen_tot(verbinding: sa.Connection) -> dict[str, int]:
    """Number of the last tombstone that was applied, by gemeente."""
    return {
        r[0]: r[1]
        for r in verbinding.exec_driver_sql(
            "SELECT gemeente, max(nr) FROM gewist GROUP BY gemeente"
        )
    }


def meegenomen(
    verbinding: sa.Connection, hoogstens: int, na: str = ""
) -> list[tuple[str, Rij, str]]:
    """Colleagues' rows on their way to the centre: (device, row, seal), one device at a time.

    `na`: of the next device after this one.
    """
    rijen = verbinding.exec_driver_sql(
        "SELECT apparaat, rij, zegel FROM meegenomen "
        "WHERE apparaat = (SELECT min(apparaat) FROM meegenomen WHERE apparaat > ?) "
        "ORDER BY volgnummer LIMIT ?",
        (na, hoogstens),
    )
    pakket = [(r[0], tuple(json.loads(r[1])), r[2]) for r in rijen]
    return pakket[: _hele_gebaren([str(rij[KLOK]) for _a, rij, _z in pakket], hoogstens)]


def leg_neer(verbinding: sa.Connection, apparaat: str, van: int, tot: int | None) -> set[str]:
    """Carries these numbers of a colleague's laptop no further; ids of what it were."""
    rijen = verbinding.exec_driver_sql(
        "DELETE FROM meegenomen WHERE apparaat = ? AND volgnummer >= ? "
        "AND (? IS NULL OR volgnummer <= ?) RETURNING json_extract(rij, '$[0]')",
        (apparaat, van, tot, tot),
    )
    return {rij[0] for rij in rijen}


def aantal_meegenomen(verbinding: sa.Connection) -> int:
    """Number of colleagues' rows on their way to the centre."""
    return int(verbinding.exec_driver_sql("SELECT count(*) FROM meegenomen").scalar_one())


def thuis(verbinding: sa.Connection, dossiers: Sequence[str]) -> dict[str, str]:
    """Gemeente of the streams of these dossiers; one without rows is absent."""
    rijen = verbinding.exec_driver_sql(
        "SELECT dossier, min(stroom) FROM wijziging "
        "WHERE dossier IN (SELECT value FROM json_each(?)) GROUP BY dossier",
        (json.dumps(list(dossiers)),),
    )
    return {rij[0]: rij[1].split(":", 1)[0] for rij in rijen}
