"""The declaration of destruction: what was erased, when, by whom and why, without a name.

Plain text, for the municipality's archive (Archiefwet: destruction is written down).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.models.bewaarwoorden import onderdeelwoord
from desktop.models.bewaren import Verlopen
from desktop.taal import in_het_nederlands


@dataclass(frozen=True)
class Vernietiging:
    """One decision. `op` in the time of the Netherlands; `door` is a colleague."""

    op: datetime
    door: str
    grond: str
    regels: Sequence[Verlopen]


@in_het_nederlands()
def verklaring(v: Vernietiging) -> bytes:
    """The text, UTF-8. Names of clients are not in it: the dossier number says which it was."""
    kop = [
        "Verklaring van vernietiging",
        "",
        f"Gewist op {v.op:%d-%m-%Y} om {v.op:%H:%M} door {v.door}.",
        f"Reden: {v.grond}",
        "",
    ]
    rijen = [
        f"{regel.nummer}  {onderdeelwoord(regel.onderdeel)}. {regel.waarom}" for regel in v.regels
    ]
    slot = [
        "",
        f"Aantal: {len(v.regels)}",
        "",
        "Reservekopieën en databasedumps van vóór dit moment bevatten deze gegevens nog, en "
        "moeten ook worden vernietigd.",
        "",
    ]
    return "\n".join([*kop, *rijen, *slot]).encode()
