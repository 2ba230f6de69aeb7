"""The words of the weighing, the same on the screen, in a refusal and on paper."""

from __future__ import annotations

from desktop.models.wegingregels import Gemis
from desktop.taal import _


def zin(gemis: Gemis) -> str:
    """What is missing, with the route by its name."""
    waarden = {
        naam: _(waarde) if isinstance(waarde, str) else waarde
        for naam, waarde in gemis.waarden.items()
    }
    return _(gemis.zin).format(**waarden)
