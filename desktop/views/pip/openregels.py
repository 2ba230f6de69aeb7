"""Which lines of a plan stand open: they do so again after a kill."""

from __future__ import annotations

import json

from desktop.views.werkplek import Werkplek


class Openregels:
    """Remembered on this laptop for as long as a line is being written."""

    def __init__(self, werkplek: Werkplek, pip_id: str) -> None:
        self._werkplek, self._plek = werkplek, f"pip:open:{pip_id}"

    def alle(self) -> dict[str, dict[str, str]]:
        """Id of the row to its heading, and the key of one that is not in the plan yet."""
        uit: dict[str, dict[str, str]] = json.loads(self._werkplek.store.lokaal(self._plek) or "{}")
        return uit

    def onthoud(self, id_: str, onderdeel: str, sleutel: str) -> None:
        """This line stands open."""
        self._schrijf({**self.alle(), id_: {"onderdeel": onderdeel, "sleutel": sleutel}})

    def vergeet(self, id_: str) -> None:
        """This line is closed."""
        nu = self.alle()
        if nu.pop(id_, None) is not None:
            self._schrijf(nu)

    def _schrijf(self, nu: dict[str, dict[str, str]]) -> None:
        ruw = json.dumps(nu) if nu else None
        self._werkplek.probeer(lambda: self._werkplek.store.onthoud(self._plek, ruw))
