"""What the steps of one round share: both stores, the way there, what was counted."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import ParamSpec, TypeVar

from desktop.store.store import Store
from desktop.sync.centrale import Centrale
from desktop.sync.stand import Voortgang

P = ParamSpec("P")
T = TypeVar("T")


class Gestopt(Exception):
    """The user stopped the round; what was done is done."""


@dataclass
class Telling:
    """What a round did; rows, and calls to the centre."""

    gebracht: int = 0
    gehaald: int = 0
    geweigerd: int = 0
    rondreizen: int = 0
    meldingen: list[str] = field(default_factory=list)


@dataclass
class Gang:
    """One round on its way."""

    store: Store
    centrale: Centrale
    onderweg: ThreadPoolExecutor
    """Of one thread: at most one call is on its way."""
    meld: Callable[[Voortgang], None]
    stop: Event | None
    telling: Telling

    def tussendoor(self, voortgang: Voortgang) -> None:
        """Between two transactions: tells how far it is. Raises Gestopt when asked to stop."""
        if self.stop is not None and self.stop.is_set():
            raise Gestopt
        self.meld(voortgang)

    def vraag(self, roep: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One call to the centre, counted; waits for its answer."""
        self.telling.rondreizen += 1
        return roep(*args, **kwargs)

    def stuur(self, roep: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """One call to the centre, counted; this laptop goes on meanwhile."""
        self.telling.rondreizen += 1
        return self.onderweg.submit(roep, *args, **kwargs)
