"""A small town with rooms, people and devices, for the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.models.toets import Aanpassingen
from desktop.models.toetsmiddelen import Apparaatsoort, Toetsapparaat, Toetslocatie
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetstijd import plus_minuten
from desktop.store import toetsplanning
from desktop.store.store import Store
from desktop.store.toetsmiddelen import voeg_middel_toe
from tests.toetsplek import zet_begeleider, zet_gemeentehuis, zet_zaal


@dataclass
class Stad:
    """Identities by a short name."""

    store: Store
    maak_dossier: Callable[..., str]
    stadhuis: str
    zaal: str
    kamer: str
    wijk: str
    dirk: str
    els: str
    laptop: str

    def toets(
        self,
        dag: date,
        begin: str = "09:30",
        *,
        ruimte: str = "",
        begeleider: str = "",
        minuten: int = 90,
        tolk: str | None = None,
    ) -> str:
        """A sitting."""
        ruimte = ruimte or self.zaal
        gegevens = Sessiegegevens(
            ruimte_id=ruimte,
            begeleider_id=begeleider or self.dirk,
            datum=dag,
            begin=begin,
            einde=plus_minuten(begin, minuten),
            tolk_taal=tolk,
            plaats_reden="De lift van het gemeentehuis is stuk" if ruimte == self.wijk else "",
        )
        return toetsplanning.maak_sessie(self.store, gegevens)[0]

    def kandidaat(
        self, voornamen: str = "Tesfay", achternaam: str = "Gebremedhin", tolk: bool = False
    ) -> str:
        """Somebody who is registered."""
        dossier = self.maak_dossier(voornamen, achternaam)
        return toetsplanning.meld_aan(self.store, dossier, Aanpassingen(uitlegtaal="ti", tolk=tolk))


def bouw(store: Store, maak_dossier: Callable[..., str]) -> Stad:
    """Two rooms in the town hall, one elsewhere, two toetsbegeleiders and a laptop."""
    stadhuis = zet_gemeentehuis(store)
    wijk = voeg_middel_toe(store, Toetslocatie, naam="Wijkcentrum De Toren")
    return Stad(
        store=store,
        maak_dossier=maak_dossier,
        stadhuis=stadhuis,
        zaal=zet_zaal(store, stadhuis, plekken=6),
        kamer=zet_zaal(store, stadhuis, "Kamer 2", 1),
        wijk=zet_zaal(store, wijk, "Leslokaal", 4),
        dirk=zet_begeleider(store, "Dirk Jansen"),
        els=zet_begeleider(store, "Els Vos"),
        laptop=voeg_middel_toe(store, Toetsapparaat, soort=Apparaatsoort.LAPTOP, naam="Laptop 1"),
    )
