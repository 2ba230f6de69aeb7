"""A small town with rooms, people and devices, for the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.models.toets import Aanpassingen
from desktop.models.toetsmiddelen import (
    Apparaatsoort,
    Toetsapparaat,
    Toetsbegeleider,
    Toetslocatie,
    Toetsruimte,
)
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetstijd import plus_minuten
from desktop.store import toetsplanning
from desktop.store.store import Store
from desktop.store.toetsmiddelen import voeg_middel_toe


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
    stadhuis = voeg_middel_toe(store, Toetslocatie, naam="Gemeentehuis", stadhuis=True)
    wijk = voeg_middel_toe(store, Toetslocatie, naam="Wijkcentrum De Toren")

    def ruimte(naam: str, plekken: int, waar: str) -> str:
        return voeg_middel_toe(store, Toetsruimte, naam=naam, plekken=plekken, locatie_id=waar)

    def wie(naam: str) -> str:
        return voeg_middel_toe(
            store, Toetsbegeleider, naam=naam,
            certificaat_op=date(2025, 1, 6), duo_toestemming_op=date(2025, 2, 3),
        )  # fmt: skip

    return Stad(
        store=store,
        maak_dossier=maak_dossier,
        stadhuis=stadhuis,
        zaal=ruimte("Zaal 1", 6, stadhuis),
        kamer=ruimte("Kamer 2", 1, stadhuis),
        wijk=ruimte("Leslokaal", 4, wijk),
        dirk=wie("Dirk Jansen"),
        els=wie("Els Vos"),
        laptop=voeg_middel_toe(store, Toetsapparaat, soort=Apparaatsoort.LAPTOP, naam="Laptop 1"),
    )
