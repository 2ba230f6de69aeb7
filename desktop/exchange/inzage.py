"""The inzage as JSON that a machine can read; docs/inzage.md describes the shape.

The shape is stable: a new version of the program adds tables and columns, which
are data here; what stands in VERSIE changes only when a name below changes.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.inzage import Inzage

SOORT = "viergesprek-inzage"
VERSIE = 1


def inzage_json(inzage: Inzage) -> bytes:
    """One part of an inzage: UTF-8, moments in UTC, days as YYYY-MM-DD, readable by eye too."""
    gegevens: dict[str, list[dict[str, Any]]] = {}
    for g in inzage.gegevens:
        gegevens.setdefault(g.tabel, []).append({"id": g.rij, "velden": dict(g.velden)})
    inhoud = {
        "soort": SOORT,
        "versie": VERSIE,
        "deel": "afgeschermd" if inzage.afgeschermd else "gewoon",
        "gemaakt_op": inzage.gemaakt_op.isoformat(timespec="seconds"),
        "gemaakt_door": inzage.gemaakt_door,
        "dossier": {"id": inzage.dossier, "nummer": inzage.nummer},
        "ontbreekt": sorted(inzage.ontbreekt),
        "personen": dict(inzage.personen),
        "gegevens": gegevens,
        "veranderingen": [
            {
                "moment": v.moment.isoformat(),
                "wie": v.wie,
                "laptop": v.laptop,
                "tabel": v.tabel,
                "rij": v.rij,
                "veld": v.veld,
                "soort": v.soort,
                "waarde": v.waarde,
            }
            for v in inzage.veranderingen
        ],
        "ingezien": [
            {"moment": b.moment.isoformat(), "wie": b.wie, "wat": b.wat, "reden": b.reden}
            for b in inzage.bekeken
        ],
        "toegang": [
            {
                "wie": t.wie,
                "rol": t.rol,
                "grond": t.grond,
                "tot": t.tot.isoformat() if t.tot else None,
                "reden": t.reden,
                "voor": t.voor,
            }
            for t in inzage.toegang
        ],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True)
class Scan:
    """A paper that somebody signed, as the file that it was."""

    rij: str
    """Id of the row of the signature."""
    inhoud: bytes
    uitgang: str


_UITGANG: Mapping[str, str] = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
}


def scans_in(inzage: Inzage) -> Iterator[Scan]:
    """The signed papers in this part: nobody reads them from text in a JSON file."""
    rijen = [g for g in inzage.gegevens if g.velden.get("scan")]
    for g in sorted(rijen, key=lambda g: (str(g.velden.get("op")), g.rij)):
        uitgang = _UITGANG.get(str(g.velden.get("scan_naam_soort")), ".bin")
        try:
            inhoud = base64.b64decode(str(g.velden["scan"]))
        except binascii.Error:  # no file can be made of it; it stands in the JSON as it is
            continue
        yield Scan(g.rij, inhoud, uitgang)
