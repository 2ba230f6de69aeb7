"""A dossier that is ready for a plan: a closed talk, a test result, and a decided weighing."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.models.dossier import (
    Alfabetisering,
    DoelgroepPeriode,
    Dossier,
    Indeling,
    nieuw_nummer,
    sorteernaam,
)
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.store import pip as pipstore
from desktop.store import toetsuitslagen
from desktop.store import weging as wegingstore
from desktop.store.store import Store
from desktop.voorbeeld import _intake

REDEN = "Dit past bij wat zij al kan en wil."


def maak_klaar(store: Store, *, weging: bool = True, antwoorden: int = 999) -> str:
    """A dossier with all of it; its id."""
    dossier = Dossier(
        nummer=nieuw_nummer("0171", store.vandaag()),
        voornamen="Amina",
        achternaam="Haddad",
        sorteernaam=sorteernaam("Amina", "Haddad"),
        geboortedatum="1991-04-12",
        gemeente="0171",
        spreektaal="ar",
        leestaal="ar",
        alfabetisering=Alfabetisering.AA,
        datum_kennisgeving=date(2026, 11, 2),
        datum_brp=date(2026, 11, 4),
        klantmanager_id=store.gebruiker_id,
        adres="Dorpsstraat 1, 8300 AA Emmeloord",
    )
    dossier.doelgroepen.append(
        DoelgroepPeriode(vanaf=date(2026, 9, 1), indeling=Indeling.ASIELSTATUSHOUDER)
    )
    with store.work() as work:
        work.voeg_toe(dossier)
    _intake(store, dossier, store.vandaag() - timedelta(days=5), tot=antwoorden)
    toetsuitslagen.leg_vast(
        store,
        dossier.id,
        Uitslaggegevens(
            resultaat=Resultaat.HAALBAAR,
            behaalde_score="31,00",
            benodigde_score="28,00",
            datum_afname=store.vandaag() - timedelta(days=2),
        ),
        herkomst=Herkomst.HAND,
    )
    if weging:
        weeg(store, dossier.id)
    return dossier.id


def weeg(store: Store, dossier_id: str) -> str:
    """Decides for the B1-route."""
    id_ = wegingstore.begin(store, dossier_id)
    for route in Leerroute:
        past = Oordeel.PASSEND if route is Leerroute.B1 else Oordeel.NIET_PASSEND
        wegingstore.zet_oordeel(store, id_, route, past)
        wegingstore.zet_reden(store, id_, route, REDEN)
    wegingstore.kies(store, id_, Leerroute.B1, Niveau.B1)
    wegingstore.zet_motivering(store, id_, "Zij leert snel en wil binnen twee jaar werken.")
    wegingstore.besluit(store, id_)
    return id_


def maak_plan(store: Store, *, antwoorden: int = 999) -> tuple[str, str]:
    """The dossier, and an empty draft."""
    dossier_id = maak_klaar(store, antwoorden=antwoorden)
    return dossier_id, pipstore.begin(store, dossier_id)
