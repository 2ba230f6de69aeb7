"""The journal: one immutable row for each changed field (sync.md, "What is exchanged")."""

from __future__ import annotations

import enum

from sqlalchemy import Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base


class Soort(enum.StrEnum):
    """What a change does."""

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
    `zout`, so that the chain still verifies after an erasure.
    """

    __tablename__ = "wijziging"
    __table_args__ = (
        UniqueConstraint("apparaat", "volgnummer"),
        Index("ix_wijziging_rij", "entiteit", "rij", "veld"),
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


class Kop(Base):
    """A head: a change that no other change names as a parent. Local projection of the journal."""

    __tablename__ = "kop"

    entiteit: Mapped[str] = mapped_column(primary_key=True)
    rij: Mapped[str] = mapped_column(primary_key=True)
    veld: Mapped[str] = mapped_column(primary_key=True)
    wijziging_id: Mapped[str] = mapped_column(primary_key=True)


class Apparaat(Base):
    """This laptop: identity, last device sequence, clock value and row hash. Not journalled."""

    __tablename__ = "apparaat"

    id: Mapped[str] = mapped_column(primary_key=True)
    volgnummer: Mapped[int] = mapped_column(default=0)
    klok: Mapped[str] = mapped_column(default="0" * 20)
    vorige: Mapped[str] = mapped_column(default="")


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
