"""What a sitting of the leerbaarheidstoets needs: places, devices, toetsbegeleiders.

A beheerder keeps these. They belong to the gemeente and say nothing about a client.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald
from desktop.models.fouten import Invoerfout
from desktop.models.toetstijd import lees_tijd


class Apparaatsoort(enum.StrEnum):
    """What a candidate works with, or hears with."""

    LAPTOP = "laptop"
    TABLET = "tablet"
    KOPTELEFOON = "koptelefoon"


SCHERMEN = frozenset({Apparaatsoort.LAPTOP, Apparaatsoort.TABLET})
"""One of these for each candidate."""


class Middel(Gejournaald):
    """What they share: made and changed as a whole, and checked as a whole."""

    @classmethod
    def nieuw(cls, **waarden: Any) -> Self:
        """A new one. Raises Invoerfout."""
        middel = cls(**waarden)
        middel.controleer()
        return middel

    def zet(self, **waarden: Any) -> None:
        """Changes fields; what did not change is left alone. Raises Invoerfout."""
        for veld, waarde in waarden.items():
            if getattr(self, veld) != waarde:
                setattr(self, veld, waarde)
        self.controleer()

    def controleer(self) -> None:
        """Raises Invoerfout for what cannot be."""

    def _eis(self, veld: str, zin: str) -> None:
        schoon = " ".join(str(getattr(self, veld) or "").split())
        if not schoon:
            raise Invoerfout(veld, zin)
        if getattr(self, veld) != schoon:
            setattr(self, veld, schoon)


class Toetslocatie(Middel, Base):
    """A building. The town hall is where a sitting is, unless there is a reason."""

    __tablename__ = "toetslocatie"

    naam: Mapped[str]
    adres: Mapped[str] = mapped_column(default="")
    stadhuis: Mapped[bool] = mapped_column(default=False)

    def controleer(self) -> None:
        self._eis("naam", "Schrijf hoe deze plek heet.")


class Toetsruimte(Middel, Base):
    """A room with so many seats."""

    __tablename__ = "toetsruimte"

    locatie_id: Mapped[str] = mapped_column(index=True)
    naam: Mapped[str]
    plekken: Mapped[int] = mapped_column(default=1)

    def controleer(self) -> None:
        self._eis("naam", "Schrijf hoe deze ruimte heet.")
        if self.plekken < 1:
            raise Invoerfout("plekken", "Een ruimte heeft minstens 1 plek.")


class Openingstijd(Middel, Base):
    """On this weekday (Monday is 1) the building is open; two of a day make a lunch break."""

    __tablename__ = "openingstijd"

    locatie_id: Mapped[str] = mapped_column(index=True)
    weekdag: Mapped[int]
    van: Mapped[str] = mapped_column(default="09:00")
    tot: Mapped[str] = mapped_column(default="17:00")

    SAMEN = (frozenset({"weekdag", "van", "tot"}),)

    def controleer(self) -> None:
        if not 1 <= self.weekdag <= 7:
            raise Invoerfout("weekdag", "Kies een dag van de week.")
        for veld in ("van", "tot"):
            tijd = lees_tijd(veld, getattr(self, veld))
            if getattr(self, veld) != tijd:
                setattr(self, veld, tijd)
        if self.tot <= self.van:
            raise Invoerfout("tot", "De eindtijd ligt voor de begintijd. Kijk de tijden na.")


@dataclass(frozen=True)
class Dicht:
    """Days closed; without a place: everywhere."""

    locatie_id: str | None
    van: date
    tot: date
    reden: str = ""

    def geldt_op(self, dag: date) -> bool:
        """True from the first day until the last."""
        return self.van <= dag <= self.tot


class Sluiting(Middel, Base):
    """Days on which one building, or all, are closed."""

    __tablename__ = "sluiting"

    locatie_id: Mapped[str | None] = mapped_column(index=True)
    van: Mapped[date]
    tot: Mapped[date]
    reden: Mapped[str] = mapped_column(default="")

    SAMEN = (frozenset({"van", "tot"}),)

    def controleer(self) -> None:
        if self.tot < self.van:
            raise Invoerfout("tot", "De laatste dag ligt voor de eerste. Kijk de dagen na.")

    @property
    def dicht(self) -> Dicht:
        """As the rules see it."""
        return Dicht(self.locatie_id, self.van, self.tot, self.reden)


class Toetsapparaat(Middel, Base):
    """A laptop, tablet or headphones, by the name on its sticker."""

    __tablename__ = "toetsapparaat"

    soort: Mapped[Apparaatsoort]
    naam: Mapped[str]
    kapot: Mapped[bool] = mapped_column(default=False)

    def controleer(self) -> None:
        self._eis("naam", "Schrijf de naam of het nummer op het apparaat.")


class Toetsbegeleider(Middel, Base):
    """A certified person of any organisation (domain.md 0.7 and 4.2).

    `medewerker_id` names the colleague who signs in, so that the candidates of a sitting
    come to that laptop; somebody of outside may have none.
    """

    __tablename__ = "toetsbegeleider"

    medewerker_id: Mapped[str | None] = mapped_column(index=True)
    naam: Mapped[str]
    organisatie: Mapped[str] = mapped_column(default="")
    certificaat_op: Mapped[date | None]
    certificaat_tot: Mapped[date | None]
    duo_toestemming_op: Mapped[date | None]
    duo_toestemming_tot: Mapped[date | None]

    SAMEN = (
        frozenset({"certificaat_op", "certificaat_tot"}),
        frozenset({"duo_toestemming_op", "duo_toestemming_tot"}),
    )

    def controleer(self) -> None:
        self._eis("naam", "Schrijf de naam van de toetsbegeleider.")
        for van, tot in (
            ("certificaat_op", "certificaat_tot"),
            ("duo_toestemming_op", "duo_toestemming_tot"),
        ):
            begin, einde = getattr(self, van), getattr(self, tot)
            if einde is not None and (begin is None or einde < begin):
                raise Invoerfout(tot, "De laatste dag ligt voor de eerste. Kijk de dagen na.")
