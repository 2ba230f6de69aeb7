"""Whether a laptop is coupled with a centre, without loading anything that talks to one."""

from __future__ import annotations

from desktop.store.store import Store

VERBINDING = "sync.verbinding"
"""Kept in the encrypted file, password included: nowhere else on this laptop."""


def gekoppeld(store: Store) -> bool:
    """True when this laptop exchanges its work with a centre."""
    return store.lokaal(VERBINDING) is not None
