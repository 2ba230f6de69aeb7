"""The journal: one immutable row for each changed field (sync.md, "What is exchanged")."""

from __future__ import annotations

import enum

from sqlalchemy import Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base


class Soort(enum.StrEnum):
    """What a change does. `set` on the empty field brings a deleted row back."""

    ZET = "set"
    ERBIJ = "add"
    ERAF = "remove"
    WEG = "delete"


class Wijziging(Base):
    """One changed field. Written by the journal only, never changed afterwards.

    `waarde` is JSON text (`json`, not `jsonb`: sync.md trap 11); `ouders` is a
    JSON list of the changes that this one replaces, as its author saw them;
    `klok` is a hybrid logical clock (milliseconds << 16 | counter) as a
    20-digit text, so that it sorts; `afdruk` is an HMAC of the value with
    `zout`, so that the chain still verifies after an erasure; `hash` is that of
    the whole row without the value. An emptied row (`zout` is NULL) has lost its
    field and value, and keeps its place.
    """

    __tablename__ = "wijziging"
    __table_args__ = (
        UniqueConstraint("apparaat", "volgnummer"),
        Index("ix_wijziging_rij", "rij"),
        Index("ix_wijziging_dossier", "dossier"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    stroom: Mapped[str]
    dossier: Mapped[str | None]
    entiteit: Mapped[str]
    rij: Mapped[str]
    veld: Mapped[str]
    soort: Mapped[str]
    waarde: Mapped[str | None] = mapped_column(Text)
    ouders: Mapped[str]
    klok: Mapped[str]
    auteur: Mapped[str | None]
    apparaat: Mapped[str]
    volgnummer: Mapped[int]
    schemaversie: Mapped[int]
    zout: Mapped[str | None]
    afdruk: Mapped[str]
    vorige: Mapped[str]
    hash: Mapped[str] = mapped_column(default="")


class Kop(Base):
    """A head: a change that no other change of its field names as a parent. A projection."""

    __tablename__ = "kop"
    __table_args__ = {"sqlite_with_rowid": False}

    entiteit: Mapped[str] = mapped_column(primary_key=True)
    rij: Mapped[str] = mapped_column(primary_key=True)
    veld: Mapped[str] = mapped_column(primary_key=True)
    wijziging_id: Mapped[str] = mapped_column(primary_key=True)


class Wees(Base):
    """A change that was named as a parent before it came; when it comes it is no head.

    `veld` is the field of the child: a delete names heads of all fields, and replaces
    only those of the row itself.
    """

    __tablename__ = "wees"

    id: Mapped[str] = mapped_column(primary_key=True)
    veld: Mapped[str] = mapped_column(primary_key=True)


class Wachtend(Base):
    """A row of which a parent row is not here (yet): kept in the journal, not shown.

    One line for each of its parents, here or not: so it does not matter which of
    them came or went first.
    """

    __tablename__ = "wachtend"
    __table_args__ = (Index("ix_wachtend_op", "op_entiteit", "op_rij"),)

    entiteit: Mapped[str] = mapped_column(primary_key=True)
    rij: Mapped[str] = mapped_column(primary_key=True)
    op_entiteit: Mapped[str] = mapped_column(primary_key=True)
    op_rij: Mapped[str] = mapped_column(primary_key=True)


class Conflictrij(Base):
    """A row with a field that two people changed without knowing of each other."""

    __tablename__ = "conflict"
    __table_args__ = (Index("ix_conflict_dossier", "dossier"),)

    entiteit: Mapped[str] = mapped_column(primary_key=True)
    rij: Mapped[str] = mapped_column(primary_key=True)
    dossier: Mapped[str | None]


class Stroomplek(Base):
    """How far this laptop is in one stream: last number, and the XOR of all ids up to it."""

    __tablename__ = "stroomplek"

    gemeente: Mapped[str] = mapped_column(primary_key=True)
    dossier: Mapped[str] = mapped_column(primary_key=True)
    klasse: Mapped[str] = mapped_column(primary_key=True)
    nr: Mapped[int]
    merk: Mapped[int]


class Geweigerd(Base):
    """An own change that the centre did not accept; it stays here until somebody decides."""

    __tablename__ = "geweigerd"

    id: Mapped[str] = mapped_column(primary_key=True)
    reden: Mapped[str]
    op: Mapped[str]
    afgehandeld: Mapped[str | None]
    """How it ended: `opnieuw` (offered again), `gelezen` (left to whoever has the dossier)."""


class Gewist(Base):
    """The tombstone of an erased dossier: no content, only that it was."""

    __tablename__ = "gewist"

    gemeente: Mapped[str] = mapped_column(primary_key=True)
    dossier: Mapped[str] = mapped_column(primary_key=True)
    nr: Mapped[int]
    op: Mapped[str]


class Meegenomen(Base):
    """A colleague's change from a stick, on its way to the centre, sealed by its own laptop."""

    __tablename__ = "meegenomen"

    apparaat: Mapped[str] = mapped_column(primary_key=True)
    volgnummer: Mapped[int] = mapped_column(primary_key=True)
    rij: Mapped[str] = mapped_column(Text)
    zegel: Mapped[str]


class Apparaat(Base):
    """This laptop: identity, last device sequence, clock value and row hash. Not journalled.

    `bevestigd` is the highest device sequence that the centre has confirmed;
    `geheim` seals rows that travel on a stick.
    """

    __tablename__ = "apparaat"

    id: Mapped[str] = mapped_column(primary_key=True)
    volgnummer: Mapped[int] = mapped_column(default=0)
    klok: Mapped[str] = mapped_column(default="0" * 20)
    vorige: Mapped[str] = mapped_column(default="")
    bevestigd: Mapped[int] = mapped_column(default=0)
    geheim: Mapped[str] = mapped_column(default="")


class Lokaal(Base):
    """What only this laptop needs: the place on the screen, what is being typed. Not journalled."""

    __tablename__ = "lokaal"

    sleutel: Mapped[str] = mapped_column(primary_key=True)
    waarde: Mapped[str] = mapped_column(Text)


class Zoeksleutel(Base):
    """Search index over dossiers, kept by the store; a projection like `Kop`."""

    __tablename__ = "zoeksleutel"

    sleutel: Mapped[str] = mapped_column(primary_key=True)
    dossier_id: Mapped[str] = mapped_column(primary_key=True, index=True)
