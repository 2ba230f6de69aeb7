"""A stand-in for the exchange with the centre: the test says how it stands and how a round goes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from desktop.models.dossier import Rol
from desktop.models.rechten import RECHTEN
from desktop.store.store import Store
from desktop.sync.gekoppeld import VERBINDING
from desktop.sync.stand import Fase, Lease, Rechten, Stand, Uitkomst, Voortgang

PORTIE = 1000
LANG_S = 10
"""No test waits this long unless it fails."""


def rechten(rol: Rol = Rol.KLANTMANAGER, gemeente: str = "0171") -> Rechten:
    recht = RECHTEN[rol]
    return Rechten(gemeente, "x", rol, recht.lezen, recht.schrijven)


class Nepsync:
    """Looks like `Synchronisatie`. `bij_portie` runs on the round's thread after each batch."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.nu_stand = Stand(
            gekoppeld=True,
            laatste_contact=datetime(2026, 11, 23, 8, 55, tzinfo=UTC),
            lease=Lease(14, 13),
            rechten=(rechten(),),
        )
        self.uitkomst = Uitkomst()
        self.fout: Exception | None = None
        self.koppelfout: Exception | None = None
        self.porties = 1
        self.bij_portie: Callable[[int], Any] = lambda _n: None
        self.luistert_naar_stop = True
        self.rondes = 0
        self.draden: list[int] = []
        self.verbinding: Any = None
        self.aanbod: list[Any] = []
        self.aanbodfout: Exception | None = None
        self.besloten: list[tuple[list[str], bool]] = []
        self._door = threading.Event()
        self._door.set()
        self.bezig = threading.Event()

    # What the program calls

    def stand(self) -> Stand:
        gekoppeld = self.store.lokaal(VERBINDING) is not None
        return replace(self.nu_stand, gekoppeld=gekoppeld)

    def ronde(
        self,
        meld: Callable[[Voortgang], None] = lambda _voortgang: None,
        stop: threading.Event | None = None,
    ) -> Uitkomst:
        self.rondes += 1
        self.draden.append(threading.get_ident())
        meld(Voortgang(Fase.GROETEN))
        for n in range(self.porties):
            if self._gestopt(stop):
                return Uitkomst(gestopt=True)
            meld(Voortgang(Fase.HALEN, n * PORTIE, self.porties * PORTIE))
            self.bezig.set()
            assert self._door.wait(LANG_S)
            self.bij_portie(n)
        if self.fout is not None:
            raise self.fout
        if self._gestopt(stop):
            return Uitkomst(gestopt=True)
        return self.uitkomst

    def _gestopt(self, stop: threading.Event | None) -> bool:
        return self.luistert_naar_stop and stop is not None and stop.is_set()

    def koppel(self, verbinding: Any) -> None:
        if self.koppelfout is not None:
            raise self.koppelfout
        self.verbinding = verbinding
        self.store.onthoud(VERBINDING, "{}")

    def ontkoppel(self) -> None:
        self.store.onthoud(VERBINDING, None)

    def aangeboden(self) -> list[Any]:
        if self.aanbodfout is not None:
            raise self.aanbodfout
        return list(self.aanbod)

    def neem_aan(self, aanbod: Sequence[Any], *, overnemen: bool) -> None:
        if self.aanbodfout is not None:
            raise self.aanbodfout
        self.besloten.append(([a.id for a in aanbod], overnemen))

    # What the test does

    def zet(self, **anders: Any) -> Stand:
        """From now on it stands so."""
        self.nu_stand = replace(self.nu_stand, **anders)
        return self.nu_stand

    def hou_vast(self) -> None:
        """A round gets no further than its first batch, until `laat_door`."""
        self.bezig.clear()
        self._door.clear()

    def laat_door(self) -> None:
        self._door.set()
