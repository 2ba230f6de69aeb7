"""The merge once more, written from its definition and not from the code: what tests hold both to.

Everything here follows from a *set* of journal rows. Slow, plain, and without any
of the program's own merge: a mistake there must not be made here too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from desktop.store.inkomend import (
    APPARAAT,
    ENTITEIT,
    ID,
    KLOK,
    OUDERS,
    RIJ,
    SOORT,
    VELD,
    VOLGNUMMER,
    WAARDE,
    ZOUT,
    Rij,
)

Plaats = tuple[str, str, str]
"""(table, row, field)."""
Koppen = Mapping[Plaats, list[Rij]]


def koppen(rijen: Iterable[Rij]) -> dict[Plaats, list[Rij]]:
    """Heads by field: what no other change of that field names as a parent. The shown one last."""
    per_veld: dict[Plaats, list[Rij]] = defaultdict(list)
    for rij in rijen:
        if rij[ZOUT] is not None:  # an emptied row says nothing any more
            per_veld[str(rij[ENTITEIT]), str(rij[RIJ]), str(rij[VELD])].append(rij)
    uit: dict[Plaats, list[Rij]] = {}
    for plaats, alle in per_veld.items():
        genoemd = {ouder for rij in alle for ouder in json.loads(str(rij[OUDERS]))}
        over = [rij for rij in alle if rij[ID] not in genoemd]
        uit[plaats] = sorted(over, key=lambda r: (r[KLOK], r[APPARAAT], r[VOLGNUMMER]))
    return {plaats: over for plaats, over in uit.items() if over}


def kop_ids(alle: Koppen) -> set[tuple[str, ...]]:
    """(table, row, field, change) of every head."""
    return {(*plaats, str(rij[ID])) for plaats, over in alle.items() for rij in over}


def per_rij(alle: Koppen) -> dict[tuple[str, str], dict[str, list[Rij]]]:
    """Heads by row and field."""
    uit: dict[tuple[str, str], dict[str, list[Rij]]] = defaultdict(dict)
    for (entiteit, rij, veld), over in alle.items():
        uit[entiteit, rij][veld] = over
    return dict(uit)


def is_weg(velden: Mapping[str, list[Rij]]) -> bool:
    """The highest word about the row is that it goes; nobody changed what that one did not see."""
    over_de_rij = velden.get("", [])
    if not over_de_rij or over_de_rij[-1][SOORT] != "delete":
        return False
    gezien = {
        ouder
        for rij in over_de_rij
        if rij[SOORT] == "delete"
        for ouder in json.loads(str(rij[OUDERS]))
    }
    return all(rij[ID] in gezien for veld, alle in velden.items() if veld for rij in alle)


def waarde(velden: Mapping[str, list[Rij]], kolom: str, *, kaart: bool) -> Any:
    """What a column shows, as plain JSON; the elements of a map by their name."""
    if not kaart:
        alle = velden.get(kolom)
        return json.loads(str(alle[-1][WAARDE])) if alle else None
    return {
        veld.split(":", 1)[1]: json.loads(str(alle[-1][WAARDE]))
        for veld, alle in velden.items()
        if veld.startswith(f"{kolom}:") and alle[-1][SOORT] == "add"
    }
