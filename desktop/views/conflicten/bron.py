"""What the screen shows, read in one go and kept as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.veldwoorden import Naslag
from desktop.store import versies
from desktop.store.conflict import Conflict, Strijdpunt
from desktop.store.conflictwoorden import Conflictbeeld, Conflictwoorden
from desktop.views.werkplek import Werkplek


@dataclass(frozen=True)
class Lijstregel:
    """One line of the list: where to choose. No value stands in it."""

    punt: Strijdpunt
    onderwerp: str
    titel: str


@dataclass(frozen=True)
class Open:
    """The conflict on the screen, and its words. A choice is about exactly this."""

    conflict: Conflict
    beeld: Conflictbeeld


class Conflictbron:
    """Reads conflicts and their words, of one dossier or of all."""

    def __init__(self, werkplek: Werkplek, dossier_id: str | None) -> None:
        self._werkplek = werkplek
        self._dossier = dossier_id
        self._naslag = Naslag(
            talen={tag: taal.naam for tag, taal in werkplek.talen.items()},
            gemeenten={g.code: g.naam for g in werkplek.gemeenten},
        )

    def regels(self) -> Sequence[Lijstregel]:
        """Everything that asks for a choice."""
        store = self._werkplek.store
        with store.lees() as sessie:
            woorden = Conflictwoorden(store, sessie, self._naslag)
            return [
                Lijstregel(punt, woorden.onderwerp(punt), woorden.titel(punt))
                for punt in versies.strijdpunten(sessie, self._dossier)
            ]

    def open(self, punt: Strijdpunt) -> Open | None:
        """One conflict as it is now; None when there is nothing left to choose."""
        store = self._werkplek.store
        with store.lees() as sessie:
            conflict = versies.lees(sessie, punt)
            if conflict is None:
                return None
            return Open(conflict, Conflictwoorden(store, sessie, self._naslag).beeld(conflict))
