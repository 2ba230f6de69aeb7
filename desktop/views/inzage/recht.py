"""What the user may see and write of a client, as far as requests and inzage go."""

from __future__ import annotations

from desktop.models.basis import Stroomklasse
from desktop.views.werkplek import Werkplek


def mag_lezen(werkplek: Werkplek) -> frozenset[Stroomklasse] | None:
    """What the user may see; None for all, on a laptop by itself."""
    if not werkplek.rechten:
        return None
    return frozenset().union(*(recht.lezen for recht in werkplek.rechten))


def mag_opschrijven(werkplek: Werkplek) -> bool:
    """True when the user may write down a request and its answer."""
    return not werkplek.rechten or any(
        Stroomklasse.GEWOON in recht.schrijven for recht in werkplek.rechten
    )
