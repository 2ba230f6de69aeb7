"""What is kept about interpreting in one sitting: was it understood, and for how long."""

from __future__ import annotations

import enum
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, Gejournaald

if TYPE_CHECKING:
    from desktop.models.zitting import Zitting


class Verstaan(enum.StrEnum):
    """What the client pointed at after the interpreter's sentence (domain.md 3.2, 1)."""

    GOED = "goed"
    BEETJE = "beetje"
    NIET = "niet"


class Vervolg(enum.StrEnum):
    """What would help when it was not understood well."""

    ANDERE_TAAL = "andere-taal"
    ANDER_DIALECT = "ander-dialect"
    ANDERE_TOLK = "andere-tolk"
    LANGZAAM = "langzaam"


VERGETEN = timedelta(minutes=10)


def vergeten(laatst: datetime, nu: datetime) -> bool:
    """A clock that nobody saw run for so long was forgotten: it ends where it was last seen."""
    return nu - laatst > VERGETEN


def duur_kort(duur: timedelta) -> str:
    """Hours and minutes, whole ones: `1:05`."""
    minuten = int(duur.total_seconds()) // 60
    return f"{minuten // 60}:{minuten % 60:02d}"


class Taalcheck(Gejournaald, Base):
    """One language check. The last one of a sitting counts; the others stay as they were."""

    __tablename__ = "taalcheck"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    zitting_id: Mapped[str] = mapped_column(ForeignKey("zitting.id"), index=True)
    taal: Mapped[str]
    dialect: Mapped[str] = mapped_column(default="")
    uitkomst: Mapped[Verstaan]
    vervolg: Mapped[Vervolg | None]
    op: Mapped[datetime]
    door: Mapped[str | None]

    BIJZAAK = frozenset({"op", "door"})

    zitting: Mapped[Zitting] = relationship(back_populates="taalchecks")


class Tolktijd(Gejournaald, Base):
    """One stretch in which the interpreter worked; a pause ends one and begins the next."""

    __tablename__ = "tolktijd"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    zitting_id: Mapped[str] = mapped_column(ForeignKey("zitting.id"), index=True)
    begin: Mapped[datetime]
    einde: Mapped[datetime | None]

    zitting: Mapped[Zitting] = relationship(back_populates="tolktijden")

    def duur(self, nu: datetime) -> timedelta:
        """How long it took, or takes until now; never less than nothing."""
        return max(timedelta(0), (self.einde or nu) - self.begin)
