"""The announcement after a commit: what changed, for whoever listens."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Gewijzigd = Mapping[str, frozenset[str]]
"""Table name to ids of rows."""


class Aankondiging:
    """A list of listeners, called in order on the thread that committed."""

    def __init__(self) -> None:
        self._luisteraars: list[Callable[[Gewijzigd], None]] = []

    def verbind(self, luisteraar: Callable[[Gewijzigd], None]) -> None:
        """From now on `luisteraar` hears every commit."""
        self._luisteraars.append(luisteraar)

    def verbreek(self, luisteraar: Callable[[Gewijzigd], None]) -> None:
        """It hears nothing more."""
        self._luisteraars.remove(luisteraar)

    def meld(self, gewijzigd: Gewijzigd) -> None:
        """Tells all listeners."""
        for luisteraar in tuple(self._luisteraars):
            luisteraar(gewijzigd)
