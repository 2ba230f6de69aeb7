"""What every stored class of the domain shares: identity, journalling marks, frozen maps."""

from __future__ import annotations

import enum
import json
import secrets
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


_EIGEN_BITS = 80


def volgend_id(milliseconden: int) -> str:
    """A random identity that sorts by time (UUID version 7, RFC 9562).

    For rows that come in large numbers: in order, an index grows at its end.
    """
    toeval = secrets.randbits(74)
    waarde = (milliseconden & 0xFFFF_FFFF_FFFF) << 80 | 7 << 76 | (toeval >> 62) << 64
    waarde |= 2 << 62 | toeval & ((1 << 62) - 1)
    return str(uuid.UUID(int=waarde))


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
    """Class of data: a laptop receives only the streams that its user may see.

    A stream is one dossier and one class, so a right always covers whole streams
    (ARCHITECTURE, "Sync"). Who reads and writes which class: `models/rechten.py`.
    """

    GEMEENTE = "gemeente"
    """What belongs to no dossier: colleagues, question lists."""
    IDENTITEIT = "identiteit"
    BSN = "bsn"
    VNUMMER = "vnummer"
    GEWOON = "gewoon"
    SOCIAAL = "sociaal"
    WONEN = "wonen"
    DAGELIJKS = "dagelijks"
    MOBILITEIT = "mobiliteit"
    REGIE = "regie"
    WERK = "werk"
    SCORE = "score"
    GEZONDHEID = "gezondheid"
    AFGESCHERMD = "afgeschermd"
    GELD = "geld"
    KINDEREN = "kinderen"
    TOETS = "toets"
    ROOSTER = "rooster"
    """Sittings of the leerbaarheidstoets without names: belongs to no dossier."""
    PIP = "pip"
    """The plan, the weighing before it, and the dates that its terms rest on."""
    PIP2 = "pip2"
    """Part 2 of the plan: what rests on the Participatiewet."""
    TOEGANG = "toegang"
    SPOOR = "spoor"
    OEFENING = "oefening"
    """Made-up clients: never leaves the laptop."""


LOKAAL = "lokaal"
"""`info` key of a column that only this laptop computes; it is not journalled."""
RANG = "rang"
"""`info` key of a `Kaart` whose values only order its elements: they never conflict."""


class Gejournaald:
    """Mixin: every change of a column is written to the journal, in the same transaction."""

    id: Mapped[str] = mapped_column(primary_key=True)

    SAMEN: ClassVar[tuple[frozenset[str], ...]] = ()
    """Groups of fields that are one thing to decide about, such as all of an answer."""
    BIJZAAK: ClassVar[frozenset[str]] = frozenset()
    """Fields that follow from others (who, when): two values of these are no conflict."""
    TWEEVOUD: ClassVar[bool] = False
    """True where a conflict may also be solved by keeping both, as two rows: notes and lists.

    Only for a group of `SAMEN`; of a single field there is always one.
    """
    TELLER: ClassVar[str] = ""
    """A number that a choice in a conflict raises too: others were told what stood there."""

    def __init__(self, **waarden: Any) -> None:
        waarden.setdefault("id", nieuw_id())
        super().__init__(**waarden)

    BEGINT_STIL: ClassVar[bool] = False
    """For rows whose identity follows from what they are about, so that two laptops make the same:
    what is only the default of its column is then not said when the row is made. Else making it
    on one laptop would contradict what was filled in on the other.
    """

    @property
    def journaal_dossier(self) -> str | None:
        """Id of the dossier that this row belongs to; None for what belongs to nobody."""
        return getattr(self, "dossier_id", None)

    @property
    def journaal_gemeente(self) -> str | None:
        """Gemeente whose stream it travels in, where the row itself says so; else the user's."""
        return None

    @property
    def stroomklasse(self) -> Stroomklasse:
        """Which stream the changes of this row travel in."""
        return Stroomklasse.GEWOON if self.journaal_dossier else Stroomklasse.GEMEENTE

    @classmethod
    def klassen_per_veld(cls) -> Mapping[str, Stroomklasse] | None:
        """Class of data of each field where that differs; None when the whole row has one."""
        return None

    def stroomklasse_van(self, veld: str) -> Stroomklasse:
        """Which stream a change of this field travels in; `""` is the row as a whole."""
        per_veld = self.klassen_per_veld()
        return per_veld.get(veld, self.stroomklasse) if per_veld else self.stroomklasse

    SPREKEND: ClassVar[frozenset[str]] = frozenset()
    """The columns that `tegenstrijdig` weighs."""

    @classmethod
    def tegenstrijdig(cls, waarden: Mapping[str, Any]) -> bool:
        """True when fields that merged well by themselves contradict one another.

        `waarden` are the shown values as JSON text, maps by element.
        """
        return False

    @classmethod
    def mag_worden(cls, waarden: Mapping[str, Any], ander: Mapping[str, Any]) -> bool:
        """Whether a conflict may be decided for `waarden` where somebody else said `ander`.

        Plain values by field; none at all is a row that goes.
        """
        return True

    @classmethod
    def afgeleid(cls, waarden: dict[str, Any]) -> dict[str, Any]:
        """Values of the local columns, from a merged row."""
        return {}


def vaste_id(soort: str, van: str, *rest: str) -> str:
    """An identity that follows from what the row is about, so that two laptops make the same.

    It begins as that of the row it belongs to (`van`): rows that are read and written
    together then lie together in every index, on the laptop and in the centre.
    """
    eigen = uuid.uuid5(uuid.NAMESPACE_OID, "|".join((soort, van, *rest)))
    try:
        begin = uuid.UUID(van).int >> _EIGEN_BITS << _EIGEN_BITS
    except ValueError:
        return str(eigen)
    return str(uuid.UUID(int=begin | eigen.int & ((1 << _EIGEN_BITS) - 1)))
