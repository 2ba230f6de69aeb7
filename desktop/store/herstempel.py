"""Giving this laptop's own, not yet confirmed rows another stamp.

Needed when the device turns out to be a copy (another identity), when its clock
was ahead by years (another moment), or when the centre knows its user under
another identity. Confirmed rows never change.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from desktop.models.basis import tabel
from desktop.models.wijziging import Apparaat, Wijziging
from desktop.store.keten import afdruk, rijhash
from desktop.store.klok import TELLER_BITS
from desktop.store.projectie import projecteer

_NIEUW = ("apparaat", "volgnummer", "klok", "auteur", "vorige", "hash", "id")


def herstempel(
    verbinding: sa.Connection,
    *,
    apparaat: str | None = None,
    behoud: Collection[str] = (),
    hoogstens_ms: int | None = None,
    aangekomen: int = 0,
    auteur: str | None = None,
) -> int:
    """Stamps all unconfirmed rows anew and returns how many there were.

    `apparaat`: a new device identity; rows in `behoud` are known to the centre
    under the old one and stay. `hoogstens_ms`: no clock later than this moment
    (milliseconds since 1970). `aangekomen`: the centre has the rows up to this number,
    though its answer was lost; they stay too. `auteur`: the user's identity in the centre.
    """
    journaal, dit = tabel(Wijziging), tabel(Apparaat)
    staat = verbinding.execute(sa.select(dit)).one()
    eerste = 0 if apparaat is not None else max(staat.bevestigd, aangekomen)
    vanaf = staat.bevestigd if apparaat is not None else eerste
    rijen: list[dict[str, Any]] = [
        dict(rij._mapping)
        for rij in verbinding.execute(
            sa.select(journaal)
            .where(journaal.c.apparaat == staat.id, journaal.c.volgnummer > vanaf)
            .order_by(journaal.c.volgnummer)
        )
        if rij.id not in behoud
    ]
    vorige = ""
    if apparaat is None and eerste:
        vorige = verbinding.execute(
            sa.select(journaal.c.hash).where(
                journaal.c.apparaat == staat.id, journaal.c.volgnummer == eerste
            )
        ).scalar_one()
    klok = staat.klok
    klokken: dict[str, str] = {}
    if hoogstens_ms is not None:
        klok = _zet_terug(verbinding, staat.id, hoogstens_ms)
    for nummer, rij in enumerate(rijen, eerste + 1):
        if hoogstens_ms is not None and int(rij["klok"]) >> TELLER_BITS > hoogstens_ms:
            if rij["klok"] not in klokken:
                klok = f"{max(int(klok) + 1, hoogstens_ms << TELLER_BITS):020d}"
                klokken[rij["klok"]] = klok
            rij["klok"] = klokken[rij["klok"]]
        rij.update(apparaat=apparaat or staat.id, volgnummer=nummer, vorige=vorige)
        if auteur is not None:
            rij["auteur"] = auteur
        rij["hash"] = vorige = rijhash(rij)
    _schrijf(verbinding, rijen)
    verbinding.execute(
        dit.update().values(
            id=apparaat or staat.id,
            volgnummer=eerste + len(rijen),
            vorige=vorige,
            klok=klok if hoogstens_ms is not None else staat.klok,
            bevestigd=0 if apparaat is not None else staat.bevestigd,
            geheim=secrets.token_hex(32) if apparaat is not None else staat.geheim,
        )
    )
    projecteer(verbinding, {(rij["entiteit"], rij["rij"]) for rij in rijen})
    return len(rijen)


def noem_anders(verbinding: sa.Connection, oud: str, nieuw: str) -> None:
    """What this laptop wrote and nobody has yet names its user by another identity.

    Before `herstempel`, which seals the rows anew: whose client it is, who decided, who set it.
    """
    rijen = verbinding.exec_driver_sql(
        "SELECT id, zout FROM wijziging WHERE waarde = ? AND zout IS NOT NULL "
        "AND apparaat = (SELECT id FROM apparaat) "
        "AND volgnummer > (SELECT bevestigd FROM apparaat)",
        (json.dumps(oud),),
    ).all()
    if rijen:
        waarde = json.dumps(nieuw)
        verbinding.exec_driver_sql(
            "UPDATE wijziging SET waarde = ?, afdruk = ? WHERE id = ?",
            [(waarde, afdruk(zout, waarde), id_) for id_, zout in rijen],
        )


def hecht_aan(verbinding: sa.Connection, ids: Collection[str]) -> None:
    """Puts this person's rows from other devices at the end of this one's chain, to be brought."""
    journaal, dit = tabel(Wijziging), tabel(Apparaat)
    staat = verbinding.execute(sa.select(dit)).one()
    gekozen = sa.text("id IN (SELECT value FROM json_each(:ids))").bindparams(
        ids=json.dumps(list(ids))
    )
    rijen: list[dict[str, Any]] = [
        dict(rij._mapping)
        for rij in verbinding.execute(
            sa.select(journaal)
            .where(gekozen)
            .order_by(journaal.c.klok, journaal.c.apparaat, journaal.c.volgnummer)
        )
    ]
    vorige = staat.vorige
    for nummer, rij in enumerate(rijen, staat.volgnummer + 1):
        rij.update(apparaat=staat.id, volgnummer=nummer, vorige=vorige)
        rij["hash"] = vorige = rijhash(rij)
    _schrijf(verbinding, rijen)
    verbinding.execute(dit.update().values(volgnummer=staat.volgnummer + len(rijen), vorige=vorige))
    projecteer(verbinding, {(rij["entiteit"], rij["rij"]) for rij in rijen})


def _zet_terug(verbinding: sa.Connection, apparaat: str, hoogstens_ms: int) -> str:
    """The highest clock that may stay: of rows that are not too far ahead."""
    grens = f"{(hoogstens_ms + 1) << TELLER_BITS:020d}"
    hoogste = verbinding.exec_driver_sql(
        "SELECT max(klok) FROM wijziging WHERE klok < ?", (grens,)
    ).scalar()
    return hoogste or "0" * 20


def _schrijf(verbinding: sa.Connection, rijen: Collection[dict[str, Any]]) -> None:
    if not rijen:
        return
    # First out of the way: device and sequence together are unique.
    verbinding.exec_driver_sql(
        "UPDATE wijziging SET volgnummer = -volgnummer "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([rij["id"] for rij in rijen]),),
    )
    verbinding.exec_driver_sql(
        "UPDATE wijziging SET apparaat = ?, volgnummer = ?, klok = ?, auteur = ?, vorige = ?, "
        "hash = ? WHERE id = ?",
        [tuple(rij[naam] for naam in _NIEUW) for rij in rijen],
    )
