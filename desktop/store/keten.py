"""The hash chain of the journal: each row of a device names the hash of the one before it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from desktop.models.basis import tabel
from desktop.models.wijziging import Apparaat, Wijziging

_KETEN = (
    "id",
    "stroom",
    "dossier",
    "entiteit",
    "rij",
    "veld",
    "soort",
    "ouders",
    "klok",
    "auteur",
    "apparaat",
    "volgnummer",
    "schemaversie",
    "afdruk",
    "vorige",
)


def afdruk(zout: str, waarde: str | None) -> str:
    """Keyed digest of a value; it stays when the value is erased."""
    return hmac.new(bytes.fromhex(zout), (waarde or "").encode(), hashlib.sha256).hexdigest()


def rijhash(rij: Mapping[str, Any]) -> str:
    """Hash of one journal row, without the value itself; the next row of the device names it."""
    tekst = json.dumps([rij[naam] for naam in _KETEN], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


def klopt(rij: Mapping[str, Any]) -> bool:
    """True when the row is what its author wrote. An emptied row keeps its hash, unproven."""
    if rij["zout"] is None:
        return rij["waarde"] is None
    return bool(rij["hash"] == rijhash(rij) and afdruk(rij["zout"], rij["waarde"]) == rij["afdruk"])


def controleer_keten(verbinding: sa.Connection) -> list[str]:
    """Ids of rows that do not verify; empty when all is well.

    Every row is checked by itself. The links are checked for this laptop's own
    device: of another one a laptop has only the streams that it may see, and
    the central store checks those links (`central status`).
    """
    fout: list[str] = []
    journaal = tabel(Wijziging)
    eigen = verbinding.scalar(sa.select(Apparaat.id))
    vorige = ""
    vraag = sa.select(journaal).order_by(journaal.c.apparaat, journaal.c.volgnummer)
    for rij in verbinding.execute(vraag):
        gegevens = dict(rij._mapping)
        goed = klopt(gegevens)
        if rij.apparaat == eigen:
            goed = goed and gegevens["vorige"] == vorige
            vorige = gegevens["hash"]
        if not goed:
            fout.append(gegevens["id"])
    return fout
