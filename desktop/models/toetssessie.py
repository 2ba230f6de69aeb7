"""A sitting of the leerbaarheidstoets: where, when, with whom and on what.

It names no client. Who sits there stands in their own dossiers (`models/toets.py`); here
is only how many seats are taken, by identities without a name, because a laptop need
not have the dossier of everybody in the room.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import LEEG, Base, Gejournaald, Stroomklasse, nieuw_id
from desktop.models.fouten import Invoerfout, NogNietMogelijk
from desktop.models.toetstijd import lees_tijd, moment


class Sessiestatus(enum.StrEnum):
    """Planned, over, or called off."""

    GEPLAND = "gepland"
    AFGELOPEN = "afgelopen"
    AFGEZEGD = "afgezegd"


@dataclass(frozen=True)
class Sessiegegevens:
    """The form of a sitting, as it was filled in."""

    ruimte_id: str
    begeleider_id: str
    datum: date
    begin: str
    einde: str
    apparaten: frozenset[str] = frozenset()
    tolk_taal: str | None = None
    plaats_reden: str = ""

    def nagekeken(self) -> Sessiegegevens:
        """The same as it is kept. Raises Invoerfout for what can never be a sitting."""
        begin, einde = lees_tijd("begin", self.begin), lees_tijd("einde", self.einde)
        van, tot = moment("begin", self.datum, begin), moment("einde", self.datum, einde)
        if tot <= van:
            raise Invoerfout("einde", "De eindtijd ligt voor de begintijd. Kijk de tijden na.")
        return Sessiegegevens(
            ruimte_id=self.ruimte_id,
            begeleider_id=self.begeleider_id,
            datum=self.datum,
            begin=begin,
            einde=einde,
            apparaten=self.apparaten,
            tolk_taal=self.tolk_taal or None,
            plaats_reden=" ".join(self.plaats_reden.split()),
        )


class Toetssessie(Gejournaald, Base):
    """One sitting. `begin` and `einde` are the clock on the wall in the Netherlands."""

    __tablename__ = "toetssessie"

    ruimte_id: Mapped[str] = mapped_column(index=True)
    begeleider_id: Mapped[str] = mapped_column(index=True)
    datum: Mapped[date] = mapped_column(index=True)
    begin: Mapped[str]
    einde: Mapped[str]
    plaats_reden: Mapped[str] = mapped_column(default="")
    status: Mapped[Sessiestatus] = mapped_column(default=Sessiestatus.GEPLAND)
    afzegreden: Mapped[str] = mapped_column(default="")
    tolk_taal: Mapped[str | None]
    apparaten: Mapped[Mapping[str, Any]] = mapped_column(default=LEEG)
    """Identities of devices; each an element, so that two laptops can add one each."""
    bezet: Mapped[Mapping[str, Any]] = mapped_column(default=LEEG)
    """Identities of candidates with a seat; no name and no dossier."""
    uid: Mapped[str] = mapped_column(default="")
    """Of the appointment in a calendar: the same for as long as it exists (RFC 5545)."""
    volgnummer: Mapped[int] = mapped_column(default=0)
    """SEQUENCE of the appointment: higher at each change that a guest must know."""
    begonnen_op: Mapped[datetime | None]
    geeindigd_op: Mapped[datetime | None]

    SAMEN = (
        frozenset({"datum", "begin", "einde", "ruimte_id", "plaats_reden"}),
        frozenset({"status", "afzegreden"}),
    )
    BIJZAAK = frozenset({"uid", "volgnummer", "begonnen_op", "geeindigd_op"})
    TELLER = "volgnummer"

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.ROOSTER

    @classmethod
    def nieuw(cls, gegevens: Sessiegegevens) -> Toetssessie:
        """Plans a sitting; whether it clashes is for `roosterregels`. Raises Invoerfout."""
        id_ = nieuw_id()
        sessie = cls(id=id_, uid=f"{id_}@viergesprek", **_velden(gegevens.nagekeken()))
        return sessie

    @property
    def gegevens(self) -> Sessiegegevens:
        """As a form shows it."""
        return Sessiegegevens(
            ruimte_id=self.ruimte_id,
            begeleider_id=self.begeleider_id,
            datum=self.datum,
            begin=self.begin,
            einde=self.einde,
            apparaten=frozenset(self.apparaten),
            tolk_taal=self.tolk_taal,
            plaats_reden=self.plaats_reden,
        )

    def eis_gepland(self) -> None:
        """Raises NogNietMogelijk for a sitting that is over or called off."""
        if self.status is Sessiestatus.AFGEZEGD:
            raise NogNietMogelijk("Deze toets is afgezegd. Plan een nieuwe.")
        if self.status is Sessiestatus.AFGELOPEN:
            raise NogNietMogelijk("Deze toets is voorbij. Plan een nieuwe.")

    def wijzig(self, gegevens: Sessiegegevens) -> bool:
        """Takes over a form; True when guests must hear of it. Raises as `nieuw` does."""
        self.eis_gepland()
        velden = _velden(gegevens.nagekeken())
        anders = {veld for veld, waarde in velden.items() if getattr(self, veld) != waarde}
        for veld in anders:
            setattr(self, veld, velden[veld])
        merkbaar = not anders.isdisjoint({"ruimte_id", "datum", "begin", "einde"})
        if merkbaar:
            self.volgnummer += 1
        return merkbaar

    def zeg_af(self, reden: str) -> None:
        """Calls it off. Raises Invoerfout without a reason."""
        self.eis_gepland()
        schoon = " ".join(reden.split())
        if not schoon:
            raise Invoerfout("afzegreden", "Schrijf op waarom de toets niet doorgaat.")
        self.status, self.afzegreden = Sessiestatus.AFGEZEGD, schoon
        self.volgnummer += 1

    def begint(self, nu: datetime) -> None:
        """The first candidate is received; a second time changes nothing."""
        if self.begonnen_op is None:
            self.begonnen_op = nu

    def eindigt(self, nu: datetime) -> None:
        """Everybody has gone."""
        self.eis_gepland()
        self.begint(nu)
        self.geeindigd_op = nu
        self.status = Sessiestatus.AFGELOPEN

    def neem_plek(self, kandidaat_id: str) -> None:
        """A seat is taken; whether there is one is for `roosterregels`."""
        if kandidaat_id not in self.bezet:
            self.bezet = {**self.bezet, kandidaat_id: True}

    def geef_plek_vrij(self, kandidaat_id: str) -> None:
        """A seat is free again."""
        if kandidaat_id in self.bezet:
            self.bezet = {k: v for k, v in self.bezet.items() if k != kandidaat_id}


def _velden(gegevens: Sessiegegevens) -> dict[str, Any]:
    return {
        "ruimte_id": gegevens.ruimte_id,
        "begeleider_id": gegevens.begeleider_id,
        "datum": gegevens.datum,
        "begin": gegevens.begin,
        "einde": gegevens.einde,
        "apparaten": dict.fromkeys(sorted(gegevens.apparaten), True),
        "tolk_taal": gegevens.tolk_taal,
        "plaats_reden": gegevens.plaats_reden,
    }
