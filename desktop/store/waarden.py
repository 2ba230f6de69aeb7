"""Between column values and the journal's JSON text."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from desktop.models.basis import Kaart, Tijdstip


def naar_json(waarde: Any) -> str:
    """Canonical JSON text of one value. Refuses floats: the journal has none (sync.md trap 11)."""
    if isinstance(waarde, float):
        raise TypeError("no floats in the journal")
    if isinstance(waarde, enum.Enum):
        waarde = waarde.value
    elif isinstance(waarde, datetime | date):
        waarde = waarde.isoformat()
    elif isinstance(waarde, Mapping):
        waarde = dict(waarde)
    return json.dumps(waarde, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def van_json(kolom: sa.Column[Any], tekst: str | None) -> Any:
    """The value of a column from the journal's JSON text."""
    waarde = json.loads(tekst) if tekst is not None else None
    if waarde is None:
        return None
    soort = kolom.type
    if isinstance(soort, Tijdstip):
        return datetime.fromisoformat(waarde)
    if isinstance(soort, sa.Date):
        return date.fromisoformat(waarde)
    if isinstance(soort, sa.Enum) and soort.enum_class is not None:
        return soort.enum_class(waarde)
    return waarde


def is_kaart(kolom: sa.Column[Any]) -> bool:
    """True for a column that merges by element."""
    return isinstance(kolom.type, Kaart)
