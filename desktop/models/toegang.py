"""Access to a dossier beside its klantmanager's: sharing, absence, breaking the glass.

The central store reads these rows to decide whose laptop gets which streams
(domain.md 7.6; sync.md, Rights).
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, Stroomklasse, vaste_id
from desktop.models.fouten import Invoerfout, RedenNodig


class Deling(Gejournaald, Base):
    """A dossier shared with a colleague or a partner; taken back by removing it."""

    __tablename__ = "deling"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    medewerker_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    tot: Mapped[date | None]
    reden: Mapped[str] = mapped_column(Text, default="")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.TOEGANG

    @classmethod
    def nieuw(
        cls, dossier_id: str, medewerker_id: str, reden: str, *, tot: date | None, vandaag: date
    ) -> Deling:
        """Shares a dossier. Raises RedenNodig without a reason, Invoerfout for a day gone by."""
        if not reden.strip():
            raise RedenNodig("Schrijf op waarom je dit dossier deelt.")
        if tot is not None and tot < vandaag:
            raise Invoerfout("tot", "Deze dag is voorbij. Kies een dag die nog komt.")
        return cls(
            id=vaste_id("deling", dossier_id, medewerker_id),
            dossier_id=dossier_id,
            medewerker_id=medewerker_id,
            tot=tot,
            reden=reden.strip(),
        )


class Vervanging(Gejournaald, Base):
    """During an absence a colleague sees and does what the absent klantmanager would."""

    __tablename__ = "vervanging"

    afwezige_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    vervanger_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    vanaf: Mapped[date]
    tot: Mapped[date]

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.TOEGANG

    @classmethod
    def nieuw(
        cls, afwezige_id: str, vervanger_id: str, *, vanaf: date, tot: date, vandaag: date
    ) -> Vervanging:
        """Plans an absence. Raises Invoerfout when the days cannot be right."""
        if afwezige_id == vervanger_id:
            raise Invoerfout("vervanger_id", "Kies iemand anders dan degene die afwezig is.")
        if tot < vanaf:
            raise Invoerfout("tot", "De laatste dag ligt voor de eerste. Kijk de dagen na.")
        if tot < vandaag:
            raise Invoerfout("tot", "Deze dag is voorbij. Kies een dag die nog komt.")
        return cls(afwezige_id=afwezige_id, vervanger_id=vervanger_id, vanaf=vanaf, tot=tot)

    def geldt_op(self, dag: date) -> bool:
        """True on the first day, the last day, and between."""
        return self.vanaf <= dag <= self.tot


class Noodtoegang(Gejournaald, Base):
    """The glass was broken: a dossier outside one's caseload, with a reason, for some days."""

    __tablename__ = "noodtoegang"

    dossier_id: Mapped[str] = mapped_column(index=True)
    """No foreign key: it is written before the dossier itself may come."""
    medewerker_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    tot: Mapped[date]
    reden: Mapped[str] = mapped_column(Text)

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.TOEGANG

    @classmethod
    def nieuw(cls, dossier_id: str, medewerker_id: str, reden: str, *, tot: date) -> Noodtoegang:
        """Raises RedenNodig when the reason says nothing."""
        if len(reden.strip()) < 10:
            raise RedenNodig(
                "Schrijf in een hele zin waarom je dit dossier nodig hebt. "
                "De klantmanager van het dossier leest dit."
            )
        return cls(dossier_id=dossier_id, medewerker_id=medewerker_id, tot=tot, reden=reden.strip())
