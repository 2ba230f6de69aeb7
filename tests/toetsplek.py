"""Where and with whom a test can be, and how it is taken: said once, for all tests about it."""

from __future__ import annotations

from datetime import date

from desktop.models.toetsmiddelen import Toetsbegeleider, Toetslocatie, Toetsruimte
from desktop.store.store import Store
from desktop.store.toetsmiddelen import voeg_middel_toe
from desktop.store.toetsuitslagen import op_de_dag


def zet_gemeentehuis(store: Store, naam: str = "Gemeentehuis", adres: str = "") -> str:
    """Where a sitting is, unless there is a reason."""
    return voeg_middel_toe(store, Toetslocatie, naam=naam, adres=adres, stadhuis=True)


def zet_zaal(store: Store, locatie: str, naam: str = "Zaal 1", plekken: int = 2) -> str:
    """A room in a building."""
    return voeg_middel_toe(store, Toetsruimte, naam=naam, locatie_id=locatie, plekken=plekken)


def zet_begeleider(store: Store, naam: str, medewerker_id: str | None = None) -> str:
    """Somebody with a certificate and DUO's permission, without an end."""
    return voeg_middel_toe(
        store,
        Toetsbegeleider,
        naam=naam,
        medewerker_id=medewerker_id,
        certificaat_op=date(2025, 1, 6),
        duo_toestemming_op=date(2025, 2, 3),
    )


def neem_af(store: Store, kandidaat_id: str) -> None:
    """The whole test of one candidate."""
    for gebaar in (
        lambda k, _nu: k.vink("identiteit_gezien", True),
        lambda k, nu: k.begin(nu),
        lambda k, nu: k.stop(nu),
    ):
        op_de_dag(store, kandidaat_id, gebaar)
