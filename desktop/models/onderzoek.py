"""What is looked at further before a route can be judged: a task with a day (domain.md 4.5)."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, Gejournaald, Stroomklasse, vaste_id
from desktop.models.fouten import Invoerfout
from desktop.models.pipinhoud import Leerroute

if TYPE_CHECKING:
    from desktop.models.weging import Weging


class Onderzoeksoort(enum.StrEnum):
    """What is looked at further."""

    PROEFLES = "proefles"
    MEDISCH_ADVIES = "medisch_advies"
    SCHOOLADVIES = "schooladvies"
    ANDERS = "anders"


class Onderzoek(Gejournaald, Base):
    """A task with a day; it may be finished after the decision too."""

    __tablename__ = "onderzoek"

    weging_id: Mapped[str] = mapped_column(ForeignKey("weging.id"), index=True)
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    route: Mapped[Leerroute]
    soort: Mapped[Onderzoeksoort] = mapped_column(default=Onderzoeksoort.ANDERS)
    wat: Mapped[str] = mapped_column(Text, default="")
    uiterlijk: Mapped[date]
    klaar_op: Mapped[date | None]
    uitkomst: Mapped[str] = mapped_column(Text, default="")

    SAMEN = (frozenset({"klaar_op", "uitkomst"}), frozenset({"soort", "wat", "uiterlijk"}))

    weging: Mapped[Weging] = relationship(back_populates="onderzoeken")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP

    def stroomklasse_van(self, veld: str) -> Stroomklasse:
        """What is asked of a doctor, and the answer, is about health (domain.md 7.5, 7.6)."""
        if self.soort is Onderzoeksoort.MEDISCH_ADVIES and veld in _MEDISCH:
            return Stroomklasse.GEZONDHEID
        return self.stroomklasse

    def kopie(self, weging_id: str) -> Onderzoek:
        """The same task in the next weighing, whichever laptop begins it."""
        return Onderzoek(
            id=vaste_id("onderzoek", weging_id, self.id),
            weging_id=weging_id,
            dossier_id=self.dossier_id,
            route=self.route,
            soort=self.soort,
            wat=self.wat,
            uiterlijk=self.uiterlijk,
            klaar_op=self.klaar_op,
            uitkomst=self.uitkomst,
        )

    def rond_af(self, uitkomst: str, *, vandaag: date) -> None:
        """What came out. Raises Invoerfout when nothing is said."""
        if not uitkomst.strip():
            raise Invoerfout("uitkomst", "Schrijf op wat eruit kwam.")
        self.klaar_op, self.uitkomst = vandaag, uitkomst.strip()

    def te_laat(self, vandaag: date) -> bool:
        """True when its day is past and it is not done."""
        return self.klaar_op is None and self.uiterlijk < vandaag


_MEDISCH = frozenset({"wat", "uitkomst"})
