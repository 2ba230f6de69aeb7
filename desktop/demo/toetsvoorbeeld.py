"""Made-up sittings of the leerbaarheidstoets, for the people of the demo."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.models.toetsmiddelen import (
    Apparaatsoort,
    Toetsapparaat,
    Toetsbegeleider,
    Toetslocatie,
    Toetsruimte,
)
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetstijd import plus_minuten, werkdag_vanaf
from desktop.store import toetsen, toetsplanning
from desktop.store.store import Store
from desktop.store.toetsmiddelen import beleid, voeg_middel_toe

_ZITTINGEN = (
    # working days from now, begin, room, who leads it
    (2, "09:30", 0, 0),
    (4, "13:00", 0, 1),
    (6, "09:30", 0, 0),
    (6, "11:15", 1, 1),
    (9, "09:30", 0, 1),
    (11, "13:00", 1, 0),
)
AANGEMELD, ZONDER_PLEK = 14, 5
"""People who are registered; and those of them who have no place yet."""


def vul_toetsen(store: Store) -> None:
    """Rooms, people who may lead a sitting, laptops, sittings, and who sits there."""
    stadhuis = voeg_middel_toe(
        store,
        Toetslocatie,
        naam="Gemeentehuis",
        adres="Harmen Visserplein 1, Emmeloord",
        stadhuis=True,
    )
    ruimten = [
        voeg_middel_toe(store, Toetsruimte, naam=naam, locatie_id=stadhuis, plekken=plekken)
        for naam, plekken in (("Zaal 1", 6), ("Kamer 2", 3))
    ]
    vandaag = store.vandaag()
    begeleiders = [
        voeg_middel_toe(
            store,
            Toetsbegeleider,
            naam=naam,
            organisatie=organisatie,
            certificaat_op=vandaag - timedelta(days=400),
            duo_toestemming_op=vandaag - timedelta(days=380),
        )
        for naam, organisatie in (("Dirk Postma", "Gemeente"), ("Els Vos", "COA"))
    ]
    for n in range(1, 7):
        voeg_middel_toe(store, Toetsapparaat, soort=Apparaatsoort.LAPTOP, naam=f"Laptop {n}")
    for over, begin, ruimte, wie in _ZITTINGEN:
        dag = _werkdag(vandaag, over)
        einde = plus_minuten(begin, beleid().duur_minuten)
        toetsplanning.maak_sessie(
            store, Sessiegegevens(ruimten[ruimte], begeleiders[wie], dag, begin, einde)
        )
    _plaats(store, vandaag)


def _plaats(store: Store, vandaag: date) -> None:
    """Registers some, and takes the proposal for most of them."""
    with store.lees() as sessie:
        mensen = toetsen.te_plannen(sessie, beleid(), vandaag=vandaag)[:AANGEMELD]
    ids = [toetsplanning.meld_aan(store, m.dossier_id, m.aanpassingen) for m in mensen]
    with store.lees() as sessie:
        plan = toetsplanning.voorstel(
            sessie, ids[:-ZONDER_PLEK], nu=store.nu(), van=vandaag, tot=vandaag + beleid().vooruit
        )
    paren = [(p.klant.kandidaat_id, p.sessie_id) for p in plan.plaatsingen]
    toetsplanning.verdeel(store, paren, plan.tolken)


def _werkdag(vanaf: date, over: int) -> date:
    dag = vanaf
    for _n in range(over):
        dag = werkdag_vanaf(dag + timedelta(days=1))
    return dag
