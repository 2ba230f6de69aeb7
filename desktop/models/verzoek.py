"""What the client asks about the own data: to see it, to correct it, or an objection (AVG)."""

from __future__ import annotations

import enum
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald
from desktop.models.bewaren import Graad
from desktop.models.fouten import Invoerfout, RedenNodig


class Verzoeksoort(enum.StrEnum):
    """AVG articles 15, 16 and 21."""

    INZAGE = "inzage"
    CORRECTIE = "correctie"
    BEZWAAR = "bezwaar"


@dataclass(frozen=True)
class Verzoekbeleid:
    """Within how many months a request is answered, and where that stands."""

    maanden: int
    bron: str
    graad: Graad
    gecontroleerd_op: date

    def uiterlijk(self, ontvangen: date) -> date:
        """Last day for the answer: the same day a month later, or the last of that month."""
        maand = ontvangen.month - 1 + self.maanden
        jaar, maand = ontvangen.year + maand // 12, maand % 12 + 1
        return date(jaar, maand, min(ontvangen.day, monthrange(jaar, maand)[1]))


def beleid_uit(ruw: Mapping[str, Any]) -> Verzoekbeleid:
    """Reads `resources/beleid/verzoeken.toml`."""
    antwoord = ruw["antwoord"]
    return Verzoekbeleid(
        maanden=antwoord["maanden"],
        bron=antwoord["bron"],
        graad=Graad(antwoord["graad"]),
        gecontroleerd_op=antwoord["gecontroleerd_op"],
    )


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

    @property
    def open(self) -> bool:
        """True while it has no answer."""
        return self.afgedaan_op is None
