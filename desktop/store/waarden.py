"""Between column values and the journal's JSON text."""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sa

from desktop.models.basis import Kaart, Tijdstip

T = TypeVar("T")


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


def lezer(kolom: sa.Column[Any]) -> Callable[[Any], Any]:
    """What makes a value of this column out of what JSON gives.

    It raises ValueError for anything that no column like this ever holds: what a
    colleague's laptop wrote must not get in the way of all that comes after it.
    """
    soort = kolom.type
    if isinstance(soort, sa.Enum) and soort.enum_class is not None:
        return soort.enum_class
    if isinstance(soort, Tijdstip):
        return lambda waarde: datetime.fromisoformat(_eis(str, waarde))
    if isinstance(soort, sa.Date):
        return lambda waarde: date.fromisoformat(_eis(str, waarde))
    return partial(_eis, soort.python_type)


def _eis(soort: type[T], waarde: Any) -> T:
    if type(waarde) is not soort:
        raise ValueError(f"no {soort.__name__}")
    return waarde


def van_json(tekst: str) -> Any:
    """The plain value of the journal's JSON text. Raises ValueError for what is none."""
    try:
        return json.loads(tekst)
    except RecursionError:
        raise ValueError("nested too deep") from None


def is_kaart(kolom: sa.Column[Any]) -> bool:
    """True for a column that merges by element."""
    return isinstance(kolom.type, Kaart)
