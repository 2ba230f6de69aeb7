"""Rows that belong to one intake: skipped domains, moments alone, agreements, and its list."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, Gejournaald, vaste_id

if TYPE_CHECKING:
    from desktop.models.intake import BredeIntake


class Vragenlijstversie(Gejournaald, Base):
    """A question list as it was when an intake began; kept once for each version."""

    __tablename__ = "vragenlijstversie"

    versie: Mapped[str] = mapped_column(unique=True)
    inhoud: Mapped[str] = mapped_column(Text)


class Domeinoverslag(Gejournaald, Base):
    """A domain that is not asked, with the reason."""

    __tablename__ = "domeinoverslag"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    intake_id: Mapped[str] = mapped_column(ForeignKey("brede_intake.id"), index=True)
    domein: Mapped[str]
    reden: Mapped[str] = mapped_column(Text)

    intake: Mapped[BredeIntake] = relationship(back_populates="overslagen")

    @classmethod
    def nieuw(cls, intake_id: str, dossier_id: str, domein: str, reden: str) -> Domeinoverslag:
        """The one skip of this domain in this intake, whichever laptop makes it."""
        return cls(
            id=vaste_id("domeinoverslag", intake_id, domein),
            intake_id=intake_id,
            dossier_id=dossier_id,
            domein=domein,
            reden=reden,
        )


class Alleenmoment(Gejournaald, Base):
    """The answer to "is the client alone with you and the interpreter?", each time it is asked."""

    __tablename__ = "alleenmoment"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    intake_id: Mapped[str] = mapped_column(ForeignKey("brede_intake.id"), index=True)
    alleen: Mapped[bool]
    door: Mapped[str | None]
    op: Mapped[datetime]

    intake: Mapped[BredeIntake] = relationship(back_populates="alleenmomenten")


class Afspraak(Gejournaald, Base):
    """What happens next: who does what, on which day."""

    __tablename__ = "afspraak"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    intake_id: Mapped[str] = mapped_column(ForeignKey("brede_intake.id"), index=True)
    wat: Mapped[str] = mapped_column(default="")
    wie: Mapped[str] = mapped_column(default="")
    datum: Mapped[date | None]
    volgorde: Mapped[int] = mapped_column(default=0)

    SAMEN = (frozenset({"wat", "wie", "datum"}),)
    BIJZAAK = frozenset({"volgorde"})
    TWEEVOUD = True

    intake: Mapped[BredeIntake] = relationship(back_populates="afspraken")

    def zet(self, veld: str, waarde: Any) -> None:
        """Changes what, who or when; what did not change is left alone."""
        if getattr(self, veld) != waarde:
            self.intake.eis_open()
            setattr(self, veld, waarde)
