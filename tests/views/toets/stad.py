"""A gemeente with a town hall, rooms, people and some clients, to plan with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.models.toets import Aanpassingen
from desktop.models.toetssessie import Sessiegegevens
from desktop.store import toetsplanning
from desktop.store.store import Store
from tests.toetsplek import zet_begeleider, zet_gemeentehuis, zet_zaal

MORGEN = date(2026, 11, 24)
"""The tests begin on Monday 23 November 2026."""


@dataclass
class Stad:
    """Ids of what is there."""

    store: Store
    maak_dossier: Callable[..., str]
    locatie: str
    ruimte: str
    begeleider: str

    def sessie(self, dag: date, begin: str = "09:30", einde: str = "11:00") -> str:
        gegevens = Sessiegegevens(self.ruimte, self.begeleider, dag, begin, einde)
        return toetsplanning.maak_sessie(self.store, gegevens)[0]

    def client(self, voornamen: str, achternaam: str, **rest: object) -> str:
        return self.maak_dossier(voornamen, achternaam, **rest)

    def kandidaat(self, dossier: str, **rest: object) -> str:
        wat = Aanpassingen(**{"uitlegtaal": "ti", **rest})  # type: ignore[arg-type]
        return toetsplanning.meld_aan(self.store, dossier, wat)


def bouw(store: Store, maak_dossier: Callable[..., str], *, plekken: int = 2) -> Stad:
    """A town hall with one room, and somebody who may lead a sitting."""
    locatie = zet_gemeentehuis(store, adres="Harmen Visserplein 1")
    ruimte = zet_zaal(store, locatie, plekken=plekken)
    return Stad(store, maak_dossier, locatie, ruimte, zet_begeleider(store, "Dirk Smit"))
