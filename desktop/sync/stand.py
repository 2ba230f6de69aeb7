"""Where the exchange with the centre stands, as values for whoever shows it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Rol
from desktop.store.inkomend import Rij


class Fase(enum.StrEnum):
    """What a round is doing."""

    RUST = "rust"
    GROETEN = "groeten"
    BRENGEN = "brengen"
    HALEN = "halen"


@dataclass(frozen=True)
class Voortgang:
    """How far a round is: rows done, and rows in all as far as known."""

    fase: Fase
    gedaan: int = 0
    totaal: int = 0


@dataclass(frozen=True)
class Rechten:
    """Who the user is in one gemeente, as the centre said at the last contact."""

    gemeente: str
    medewerker: str
    rol: Rol
    lezen: frozenset[Stroomklasse]
    schrijven: frozenset[Stroomklasse]


@dataclass(frozen=True)
class Lease:
    """How long this laptop may go on without contact. `dagen_over` is negative when it is over."""

    dagen: int
    dagen_over: int

    @property
    def verlopen(self) -> bool:
        """True when nothing opens before the next contact."""
        return self.dagen_over < 0


@dataclass(frozen=True)
class Stand:
    """What the status line shows. Counts are of this moment; nothing here is personal."""

    gekoppeld: bool
    laatste_contact: datetime | None = None
    """When the centre last confirmed everything that there was."""
    wachtend: int = 0
    """Own changes that the centre has not confirmed."""
    conflicten: int = 0
    geweigerd: int = 0
    aangeboden: int = 0
    """Changes of others that the centre refused, in dossiers that this user may write."""
    meegenomen: int = 0
    """Colleagues' changes from a stick, on their way to the centre."""
    lease: Lease | None = None
    rechten: tuple[Rechten, ...] = ()

    @property
    def alles_bevestigd(self) -> bool:
        """True when "synchronised" may be said: nothing waits, stayed behind or travels along."""
        onderweg = self.wachtend or self.geweigerd or self.meegenomen
        return self.gekoppeld and self.laatste_contact is not None and not onderweg


@dataclass(frozen=True)
class Uitkomst:
    """What one round did. `meldingen` are Dutch sentences for the user, such as a clock put right.

    `gestopt`: the user stopped it halfway; what is done is done, the next round goes on.
    `leeggemaakt`: this laptop was marked as lost and has wiped itself.
    """

    gebracht: int = 0
    gehaald: int = 0
    geweigerd: int = 0
    rondreizen: int = 0
    gestopt: bool = False
    leeggemaakt: bool = False
    meldingen: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Apparaatregel:
    """A laptop of the gemeente, as its beheerder sees it."""

    id: str
    gemeente: str
    medewerker: str | None
    naam: str
    laatst_gezien: datetime | None
    volgnummer: int
    verloren: bool
    leeggemaakt: bool


@dataclass(frozen=True)
class Aanbod:
    """A colleague's change that the centre refused; `rij` is the journal row."""

    id: str
    gemeente: str
    door: str | None
    op: datetime
    rij: Rij
