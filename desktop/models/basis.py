"""What every stored class of the domain shares: identity, journalling marks, frozen maps."""

from __future__ import annotations

import enum
import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, ClassVar, cast

from sqlalchemy import DateTime, Dialect, Enum, Table, Text, TypeDecorator
from sqlalchemy import inspect as sa_inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

LEEG: Mapping[str, Any] = MappingProxyType({})


def nieuw_id() -> str:
    """A random identity, made on this laptop, so that writing twice is writing once."""
    return str(uuid.uuid4())


class Kaart(TypeDecorator[Mapping[str, Any]]):
    """A JSON object that merges by element; read-only, so every change is an assignment.

    The journal writes one row for each element that comes, changes or goes
    (sync.md, "Sets"). A change in place would be unseen by it, hence read-only.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Any] | None, dialect: Dialect) -> str:
        return json.dumps(dict(value or {}), ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, Any]:
        return MappingProxyType(json.loads(value)) if value else LEEG


class Tijdstip(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Declarative base; column defaults are set at construction, not at flush.

    The journal reads objects before the flush, when SQLAlchemy's own defaults
    are still absent (sync.md, trap 10).
    """

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Tijdstip,
        Mapping[str, Any]: Kaart,
        enum.StrEnum: Enum(
            enum.StrEnum,
            native_enum=False,
            length=60,
            values_callable=lambda soort: [lid.value for lid in soort],
        ),
    }

    def __init__(self, **waarden: Any) -> None:
        mapper = sa_inspect(type(self))
        for kolom in mapper.column_attrs:
            standaard = kolom.columns[0].default
            if kolom.key not in waarden and standaard is not None and standaard.is_scalar:
                setattr(self, kolom.key, standaard.arg)
        for naam, waarde in waarden.items():
            if naam not in mapper.attrs:
                raise TypeError(f"{type(self).__name__} has no {naam}")
            setattr(self, naam, waarde)


def tabel(klasse: type[Base]) -> Table:
    """The table of a mapped class; its type in SQLAlchemy is wider than what it is."""
    return cast(Table, klasse.__table__)


class Stroomklasse(enum.StrEnum):
    """Class of data: a laptop receives only the streams that its user may see (sync.md, Rights)."""

    GEWOON = "gewoon"
    GEZONDHEID = "gezondheid"
    AFGESCHERMD = "afgeschermd"
    GELD = "geld"
    KINDEREN = "kinderen"


class Gejournaald:
    """Mixin: every change of a column is written to the journal, in the same transaction."""

    id: Mapped[str] = mapped_column(primary_key=True)

    def __init__(self, **waarden: Any) -> None:
        waarden.setdefault("id", nieuw_id())
        super().__init__(**waarden)

    @property
    def journaal_dossier(self) -> str | None:
        """Id of the dossier that this row belongs to; None for what belongs to nobody."""
        return getattr(self, "dossier_id", None)

    @property
    def stroomklasse(self) -> Stroomklasse:
        """Which stream the changes of this row travel in."""
        return Stroomklasse.GEWOON
