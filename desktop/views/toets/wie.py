"""Who keeps what sittings need, and who begins in the room of the test."""

from __future__ import annotations

from desktop.models.dossier import Rol
from desktop.views.beheer.recht import gekoppeld, heeft_beheer, rollen
from desktop.views.werkplek import Werkplek


def mag_middelen(werkplek: Werkplek) -> bool:
    """The beheerder; on a laptop by itself its user."""
    return heeft_beheer(werkplek) or not gekoppeld(werkplek)


def begint_bij_toetsen(werkplek: Werkplek) -> bool:
    """True for who has no other work here than the test."""
    return rollen(werkplek) == frozenset({Rol.TOETSBEGELEIDER})
