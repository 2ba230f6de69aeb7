"""Recordings of prompts by a person, and which synthetic voices were tried with a speaker."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, vaste_id


class Opname(Gejournaald, Base):
    """One prompt read by a person. Belongs to no dossier: it reaches all laptops.

    `geluid` is Ogg Opus in base64. A later recording of the same prompt in the same
    language and dialect takes the place of the one before.
    """

    __tablename__ = "opname"

    taal: Mapped[str] = mapped_column(index=True)
    dialect: Mapped[str] = mapped_column(default="")
    context: Mapped[str]
    tekst: Mapped[str] = mapped_column(Text)
    """What was read: the text as it then was."""
    spreker: Mapped[str]
    toestemming_op: Mapped[date]
    opgenomen_op: Mapped[date]
    duur_ms: Mapped[int]
    geluid: Mapped[str] = mapped_column(Text)

    SAMEN = (
        frozenset({"tekst", "spreker", "toestemming_op", "opgenomen_op", "duur_ms", "geluid"}),
    )

    @classmethod
    def id_van(cls, taal: str, dialect: str, context: str) -> str:
        """The one row for this prompt in this language and dialect."""
        return vaste_id("opname", taal, dialect, context)


class Stemproef(Gejournaald, Base):
    """A synthetic voice that was tried with a speaker of the language (peers.md F5)."""

    __tablename__ = "stemproef"

    taal: Mapped[str]
    stem: Mapped[str]
    """Engine and voice, such as `espeak:ti`."""
    goed: Mapped[bool] = mapped_column(default=False)
    spreker: Mapped[str] = mapped_column(default="")
    op: Mapped[date | None]

    SAMEN = (frozenset({"goed", "spreker", "op"}),)

    @classmethod
    def id_van(cls, taal: str, stem: str) -> str:
        """The one row for this voice in this language."""
        return vaste_id("stemproef", taal, stem)
