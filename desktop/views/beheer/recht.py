"""Who may look after laptops, people and terms: by role, or whoever works by themselves."""

from __future__ import annotations

from desktop.models import bewaren
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Rol
from desktop.models.rechten import mag_schrijven
from desktop.store import gemeentegegevens
from desktop.sync import gekoppeld as koppeling
from desktop.views.werkplek import Werkplek


def gekoppeld(werkplek: Werkplek) -> bool:
    """True when there is a centre, also while it cannot be reached."""
    if werkplek.sync is not None and werkplek.sync.verbinding is not None:
        return True
    return koppeling.gekoppeld(werkplek.store)


def rollen(werkplek: Werkplek) -> frozenset[Rol]:
    """The roles of the user, in whichever gemeente; none while the laptop is not coupled."""
    return frozenset(recht.rol for recht in werkplek.rechten)


def rollen_in(werkplek: Werkplek, gemeente: str) -> frozenset[Rol]:
    """The roles of the user in one gemeente."""
    return frozenset(recht.rol for recht in werkplek.rechten if recht.gemeente == gemeente)


def schrijf_gemeente(werkplek: Werkplek, gemeente: str, veld: str, waarde: object) -> None:
    """One field of the letter head, by the user's role in that gemeente.

    Raises Invoerfout, NogNietMogelijk.
    """
    gemeentegegevens.zet_gemeente(
        werkplek.store,
        gemeente,
        veld,
        waarde,
        rollen=rollen_in(werkplek, gemeente),
        gekoppeld=gekoppeld(werkplek),
    )


def mag_wissen(werkplek: Werkplek) -> bool:
    """True for who decides what may go."""
    return bewaren.mag_wissen(rollen(werkplek), gekoppeld=gekoppeld(werkplek))


def mag_vertalen(werkplek: Werkplek) -> bool:
    """True for who looks after translations and pictograms; on a laptop by itself its user."""
    return heeft_beheer(werkplek) or not gekoppeld(werkplek)


def mag_opnemen(werkplek: Werkplek) -> bool:
    """True for who may keep a speaker's voice: the interpreter sits beside a klantmanager."""
    mag = any(mag_schrijven(rol, Stroomklasse.GEMEENTE) for rol in rollen(werkplek))
    return mag or not gekoppeld(werkplek)


def is_beheerder(werkplek: Werkplek) -> bool:
    """True for who may mark a laptop as lost."""
    return Rol.BEHEERDER in rollen(werkplek)


def heeft_beheer(werkplek: Werkplek) -> bool:
    """True when there is a sheet with laptops and people for this user."""
    return bool(rollen(werkplek) & bewaren.BESLISSERS)
