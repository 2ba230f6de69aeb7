"""Journal rows as text: what goes over the wire, and what a seal is computed over.

A row is its 18 values in the order of VELDEN; chr(31) stands between values and
chr(30) between rows; None is the empty text. Only fields of which the empty text
has no meaning of its own may be None.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from desktop.store.inkomend import VELDEN, Rij

TUSSEN_VELDEN = "\x1f"
TUSSEN_RIJEN = "\x1e"
TEGELIJK = 1000
"""Rows in one push; the centre refuses more."""


def als_regel(rij: Rij) -> str:
    """One row as text. Raises ValueError when a value holds one of the two separators."""
    regel = TUSSEN_VELDEN.join(["" if waarde is None else str(waarde) for waarde in rij])
    if regel.count(TUSSEN_VELDEN) != len(VELDEN) - 1 or TUSSEN_RIJEN in regel:
        raise ValueError("a journal row with a control character, or of another length")
    return regel


def als_regels(rijen: Sequence[Rij]) -> str:
    """Rows as text. Raises ValueError as `als_regel` does."""
    return TUSSEN_RIJEN.join([als_regel(rij) for rij in rijen])


def zegel(geheim: bytes, rij: Rij) -> str:
    """Proof that the device with this secret wrote this row; hexadecimal."""
    return hmac.new(geheim, als_regel(rij).encode(), hashlib.sha256).hexdigest()
