"""What the municipality itself adds to the translations: imports, confirmations, and remarks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, vaste_id
from desktop.models.prompts import Vertaalstatus, Vertaling


class Promptvertaling(Gejournaald, Base):
    """One text of the municipality's own, over that of the package, which stays untouched.

    Belongs to no dossier: it reaches all laptops of the municipality.
    """

    __tablename__ = "promptvertaling"

    taal: Mapped[str] = mapped_column(index=True)
    context: Mapped[str]
    bron: Mapped[str] = mapped_column(Text)
    """The Dutch that it translates; when that changes, it counts no longer."""
    vormen: Mapped[str] = mapped_column(Text, default="[]")
    """JSON list: the text, or its plural forms in gettext's order."""
    uitspraak: Mapped[str] = mapped_column(Text, default="")
    """What a synthetic voice reads instead; empty when it reads the text."""
    status: Mapped[Vertaalstatus] = mapped_column(default=Vertaalstatus.CONCEPT)
    herkomst: Mapped[str] = mapped_column(default="")
    """Who translated or confirmed it."""
    op: Mapped[date | None]

    SAMEN = (frozenset({"bron", "vormen", "uitspraak", "status", "herkomst", "op"}),)

    @classmethod
    def id_van(cls, taal: str, context: str) -> str:
        """The one row for this text, whichever laptop makes it."""
        return vaste_id("promptvertaling", taal, context)

    def zet_vormen(self, vormen: Sequence[str]) -> None:
        """The text, or its plural forms."""
        self.vormen = json.dumps(list(vormen), ensure_ascii=False)

    def als_vertaling(self) -> Vertaling:
        """As an entry of a catalogue."""
        vormen = tuple(json.loads(self.vormen)) or ("",)
        meer = vormen if len(vormen) > 1 else ()
        return Vertaling(
            self.bron, vormen[0], not vormen[0], self.status, meer or vormen, self.uitspraak
        )


class Promptmelding(Gejournaald, Base):
    """ "This is not what it should say": a remark from the talk for the translator."""

    __tablename__ = "promptmelding"

    taal: Mapped[str] = mapped_column(index=True)
    context: Mapped[str]
    tekst: Mapped[str] = mapped_column(Text)
    """What stood on the screen."""
    notitie: Mapped[str] = mapped_column(Text, default="")
    beter: Mapped[str] = mapped_column(Text, default="")
    door_tolk: Mapped[bool] = mapped_column(default=False)
    op: Mapped[datetime]
    afgedaan_op: Mapped[date | None]
