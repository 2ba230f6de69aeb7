"""A conflict as a person decides about it: what each one said, who, when, and how.

One conflict is one unit of decision: all of an answer, a note with its kind, a
single field (`Gejournaald.SAMEN`), or a whole row that one took away and another kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.models.basis import Stroomklasse
from desktop.models.samenvoegen import RIJ
from desktop.store.journaal import Gezien
from desktop.store.verleden import Inhoud

HELE_RIJ = frozenset({RIJ})
"""The unit of a conflict about whether the row is there at all."""


@dataclass(frozen=True)
class Versie:
    """What somebody said about the unit. `waarden` are plain JSON values by field.

    A field that is absent from `waarden` was empty; an element of a map is named
    `column:element`. `verwijderd`: this person took the whole row away. `ook` are
    others who said the same.
    """

    apparaat: str
    auteur: str
    auteur_id: str | None
    moment: datetime
    waarden: Mapping[str, Any]
    verwijderd: bool
    getoond: bool
    inhoud: Mapping[str, Inhoud]
    ook: tuple[str, ...] = ()


@dataclass(frozen=True)
class Toevoeging:
    """A row that belongs to a deleted one, and that somebody made or changed meanwhile."""

    entiteit: str
    waarden: Mapping[str, Any]
    auteur: str
    moment: datetime


@dataclass(frozen=True)
class Strijdpunt:
    """Where several people said something else: what a list shows of a conflict."""

    entiteit: str
    rij: str
    dossier: str | None
    dossiernaam: str
    eenheid: frozenset[str]
    velden: frozenset[str]
    gedeeld: Mapping[str, Any]
    """What else the row says and nobody disputes, such as which question an answer is to."""

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """Names it, also after somebody added one more version: table, row, unit."""
        return (self.entiteit, self.rij, min(self.eenheid))

    @property
    def hele_rij(self) -> bool:
        """True when it is about whether the row is there at all."""
        return self.eenheid == HELE_RIJ


@dataclass(frozen=True)
class Conflict(Strijdpunt):
    """Several values where one belongs. `versies`: the newest one first."""

    versies: tuple[Versie, ...]
    nu: Mapping[str, Any]
    """What stands there now; a mixture, when no version is `getoond`."""
    erbij: tuple[Toevoeging, ...]
    """What comes back with a row that was deleted."""
    klassen: frozenset[Stroomklasse]
    """Classes of data that a choice writes."""
    beide_kan: bool
    gezien: Gezien
    """The heads that this was read from: a choice replaces these, and none that came since."""
    mee: tuple[Gezien, ...] = ()
    """Rows that go the same way as a deleted one: what waits for it, what went with it."""
