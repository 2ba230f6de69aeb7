"""The hybrid logical clock that orders changes for display (sync.md, "Clocks")."""

from __future__ import annotations

from datetime import UTC, datetime

TELLER_BITS = 16


def tik(vorige: str, nu: datetime) -> str:
    """The next clock value after `vorige`: 20 digits, milliseconds << 16 | counter.

    Never goes back: with a wall clock behind the last value only the counter
    moves, and a full counter carries into the milliseconds.
    """
    fysiek = int(nu.timestamp() * 1000) << TELLER_BITS
    return f"{max(fysiek, int(vorige) + 1):020d}"


def milliseconden(klok: str) -> int:
    """The wall-clock part, in milliseconds since 1970."""
    return int(klok) >> TELLER_BITS


def moment(klok: str) -> datetime:
    """The wall-clock part, as a moment in UTC."""
    return datetime.fromtimestamp(milliseconden(klok) / 1000, UTC)
