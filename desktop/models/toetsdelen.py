"""What happened while somebody was at the test: breaks, incidents, what was seen.

No answers, no items and no pictures of the test: it is secret (domain.md 4.4).
"""

from __future__ import annotations

import enum
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, Gejournaald, Stroomklasse

if TYPE_CHECKING:
    from desktop.models.toets import Kandidaat


class Incidentsoort(enum.StrEnum):
    """What went wrong."""

    TECHNISCH = "technisch"
    ZIEK = "ziek"
    STRESS = "stress"


class Observatiesoort(enum.StrEnum):
    """What is worth weighing (domain.md 4.4)."""

    CONCENTRATIE = "concentratie"
    VERMOEIDHEID = "vermoeidheid"
    HANDEN = "handen"
    BEGRIP = "begrip"


class VanToets(Gejournaald):
    """Of the test in one dossier, and seen by who leads it."""

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.TOETS


class _Toetsdeel(VanToets):
    kandidaat_id: Mapped[str] = mapped_column(ForeignKey("kandidaat.id"), index=True)


class Toetspauze(_Toetsdeel, Base):
    """One break; its moments are kept, so that the clock is right after a kill."""

    __tablename__ = "toetspauze"

    begin: Mapped[datetime]
    einde: Mapped[datetime | None]

    kandidaat: Mapped[Kandidaat] = relationship(back_populates="pauzes")

    def duur(self, nu: datetime) -> timedelta:
        """How long it took, or takes until now; never less than nothing."""
        return max(timedelta(0), (self.einde or nu) - self.begin)


class Toetsincident(_Toetsdeel, Base):
    """Something went wrong, at a time."""

    __tablename__ = "toetsincident"

    op: Mapped[datetime]
    soort: Mapped[Incidentsoort]
    notitie: Mapped[str] = mapped_column(Text, default="")

    SAMEN = (frozenset({"soort", "notitie"}),)
    BIJZAAK = frozenset({"op"})
    TWEEVOUD = True

    kandidaat: Mapped[Kandidaat] = relationship(back_populates="incidenten")


class Toetsobservatie(_Toetsdeel, Base):
    """What the toetsbegeleider saw: one text for each kind, and no diagnosis."""

    __tablename__ = "toetsobservatie"

    soort: Mapped[Observatiesoort]
    tekst: Mapped[str] = mapped_column(Text, default="")

    kandidaat: Mapped[Kandidaat] = relationship(back_populates="observaties")
