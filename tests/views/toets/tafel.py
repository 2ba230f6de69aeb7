"""A sitting with candidates at the table, and a look at what is on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.models.dossier import Dossier, nieuw_nummer, sorteernaam
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetssessie import Sessiegegevens
from desktop.store import toetsmiddelen, toetsplanning, toetsuitslagen
from desktop.store.store import Store
from desktop.store.toetsen import Toetsdossier, sessie_met_kandidaten, toetsdossier
from tests.toetsplek import neem_af, zet_begeleider, zet_gemeentehuis, zet_zaal

NAMEN = (
    ("Tesfay", "Gebremedhin", "ti"),
    ("Layla", "Al-Hassan", "ar"),
    ("Oleksandr", "Kovalenko", "uk"),
    ("Fatima", "Warsame", "so"),
    ("Ali Reza", "Hosseini", "fa"),
    ("Meryem", "Yıldız", "tr"),
)


@dataclass(frozen=True)
class Tafel:
    """One planned sitting on the day of the test's clock."""

    store: Store
    sessie: str
    kandidaten: Sequence[str]
    dossiers: Sequence[str]

    def kandidaat(self, n: int = 0) -> Kandidaat:
        """As it is on disk."""
        with self.store.lees() as sessie:
            beeld = sessie_met_kandidaten(sessie, self.sessie)
        assert beeld is not None
        return next(r.kandidaat for r in beeld.kandidaten if r.kandidaat.id == self.kandidaten[n])

    def toets(self, n: int = 0) -> Toetsdossier:
        """All of the test in one dossier."""
        with self.store.lees() as sessie:
            return toetsdossier(sessie, self.dossiers[n], toetsmiddelen.beleid())

    def doe(self, gebaar: Callable[[Kandidaat, datetime], Any], n: int = 0) -> None:
        """A touch on another screen."""
        toetsuitslagen.op_de_dag(self.store, self.kandidaten[n], gebaar)

    def neem_af(self, n: int = 0) -> None:
        """The whole test of one candidate."""
        neem_af(self.store, self.kandidaten[n])


def zet_tafel(store: Store, aantal: int = 6, **dossier: Any) -> Tafel:
    """Plans it; nobody is invited or here yet."""
    zaal = zet_zaal(store, zet_gemeentehuis(store, "Stadhuis"), plekken=6)
    wie = zet_begeleider(store, "Dirk Postma")
    sessie, _zacht = toetsplanning.maak_sessie(
        store, Sessiegegevens(zaal, wie, store.vandaag(), "14:00", "15:30")
    )
    dossiers = [maak_client(store, *namen, **dossier) for namen in NAMEN[:aantal]]
    kandidaten = []
    for id_, (_voor, _achter, taal) in zip(dossiers, NAMEN, strict=False):
        wat = Aanpassingen(uitlegtaal=taal, audio=taal == "ti", bril=taal == "ti")
        kandidaten.append(toetsplanning.meld_aan(store, id_, wat))
        toetsplanning.zet_in(store, kandidaten[-1], sessie)
    return Tafel(store, sessie, kandidaten, dossiers)


def maak_client(store: Store, voor: str, achter: str, taal: str, **rest: Any) -> str:
    """A dossier; returns its id."""
    gegevens = {
        "gemeente": "0171",
        "datum_kennisgeving": date(2026, 11, 2),
        "klantmanager_id": store.gebruiker_id,
        "spreektaal": taal,
        **rest,
    }
    dossier = Dossier(
        nummer=nieuw_nummer("0171", store.vandaag()),
        voornamen=voor,
        achternaam=achter,
        sorteernaam=sorteernaam(voor, achter),
        **gegevens,
    )
    with store.work() as work:
        work.voeg_toe(dossier)
    return dossier.id
