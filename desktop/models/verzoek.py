"""What the client asks about the own data: to see it, to correct it, or an objection (AVG)."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald
from desktop.models.fouten import Invoerfout, RedenNodig


class Verzoeksoort(enum.StrEnum):
    """AVG articles 15, 16 and 21."""

    INZAGE = "inzage"
    CORRECTIE = "correctie"
    BEZWAAR = "bezwaar"


class Verzoek(Gejournaald, Base):
    """A request of the client, from the day it came to the day it was answered."""

    __tablename__ = "verzoek"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    soort: Mapped[Verzoeksoort]
    ontvangen_op: Mapped[date]
    tekst: Mapped[str] = mapped_column(Text, default="")
    afgedaan_op: Mapped[date | None]
    uitkomst: Mapped[str] = mapped_column(Text, default="")

    @classmethod
    def nieuw(
        cls, dossier_id: str, soort: Verzoeksoort, tekst: str, *, op: date, vandaag: date
    ) -> Verzoek:
        """Raises RedenNodig when a correction or objection says nothing, Invoerfout for the day."""
        if soort is not Verzoeksoort.INZAGE and not tekst.strip():
            raise RedenNodig("Schrijf op wat de cliënt vraagt.")
        if op > vandaag:
            raise Invoerfout("ontvangen_op", "Deze dag moet nog komen. Kies vandaag of eerder.")
        return cls(dossier_id=dossier_id, soort=soort, tekst=tekst.strip(), ontvangen_op=op)

    def doe_af(self, uitkomst: str, *, op: date) -> None:
        """Answered. Raises RedenNodig without an outcome."""
        if not uitkomst.strip():
            raise RedenNodig("Schrijf op wat er met het verzoek is gedaan.")
        self.uitkomst, self.afgedaan_op = uitkomst.strip(), op
