"""When a laptop looks for the centre by itself. Pure: time and chance come from outside."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ritmebeleid:
    """Seconds between rounds (`resources/beleid/uitwisseling.toml`).

    `spreiding` is the part of every waiting time that chance may take off, so that
    laptops that failed together do not come back together.
    """

    elke: float
    na_openen: float
    na_wijziging: float
    na_stop: float
    eerste_terugval: float
    langste_terugval: float
    spreiding: float


def ritmebeleid_uit(bestand: Mapping[str, Any]) -> Ritmebeleid:
    """From the policy file."""
    ronde, terugval = bestand["ronde"], bestand["terugval"]
    return Ritmebeleid(
        elke=float(ronde["elke_s"]),
        na_openen=float(ronde["na_openen_s"]),
        na_wijziging=float(ronde["na_wijziging_s"]),
        na_stop=float(ronde["na_stop_s"]),
        eerste_terugval=float(terugval["eerste_s"]),
        langste_terugval=float(terugval["langste_s"]),
        spreiding=float(terugval["spreiding"]),
    )


def terugval(beleid: Ritmebeleid, mislukt: int, toeval: float) -> float:
    """Seconds to wait after this many failed rounds in a row; `toeval` is from 0 up to 1.

    Doubles each time up to the longest. Never shorter than the first, less its
    chance; never longer than the longest.
    """
    keer = min(max(mislukt, 1) - 1, 30)  # 2**30 is far beyond any longest wait
    return _gespreid(
        min(beleid.langste_terugval, beleid.eerste_terugval * 2.0**keer), beleid, toeval
    )


def _gespreid(seconden: float, beleid: Ritmebeleid, toeval: float) -> float:
    return seconden * (1.0 - beleid.spreiding * toeval)


class Ritme:
    """Says when the next round is due, on whatever clock `nu` is read from.

    A change brings the next round near, and every further change moves that a
    little; the round that was due anyway stays due, so that somebody who never
    stops typing is not waited for. After a failure or a stop changes hurry
    nothing: without a network that would be a try at every gesture.
    """

    def __init__(self, beleid: Ritmebeleid, toeval: Callable[[], float] = random.random) -> None:
        self._beleid = beleid
        self._toeval = toeval
        self._gepland: float | None = None
        self._straks: float | None = None
        self._mislukt = 0
        self._geduld = False

    @property
    def volgende(self) -> float | None:
        """When the next round is due; None while nothing is planned."""
        tijden = [t for t in (self._gepland, self._straks) if t is not None]
        return min(tijden, default=None)

    def is_tijd(self, nu: float) -> bool:
        """True when a round is due."""
        return self.volgende is not None and self.volgende <= nu

    def begin(self, nu: float) -> None:
        """The store was opened: soon, and with a clean slate."""
        self._mislukt, self._geduld, self._straks = 0, False, None
        self._gepland = nu + _gespreid(self._beleid.na_openen, self._beleid, self._toeval())

    def rust(self) -> None:
        """Nothing is due until `begin`."""
        self._gepland = self._straks = None
        self._geduld = True

    def gewijzigd(self, nu: float) -> None:
        """Something was changed on this laptop."""
        if not self._geduld:
            self._straks = nu + self._beleid.na_wijziging

    def begonnen(self) -> None:
        """A round runs; what changes from here on is for the next one."""
        self._gepland = self._straks = None

    def gelukt(self, nu: float) -> None:
        """A whole round was made."""
        self._mislukt, self._geduld = 0, False
        self._gepland = nu + _gespreid(self._beleid.elke, self._beleid, self._toeval())

    def gestopt(self, nu: float) -> None:
        """Somebody stopped a round: some rest, then it goes on by itself."""
        self._geduld, self._straks = True, None
        self._gepland = nu + self._beleid.na_stop

    def mislukte(self, nu: float, *, blijvend: bool = False) -> None:
        """A round failed. `blijvend`: trying soon again helps nobody (a wrong password)."""
        self._mislukt += 1
        self._geduld, self._straks = True, None
        if blijvend:
            self._gepland = nu + self._beleid.langste_terugval
        else:
            self._gepland = nu + terugval(self._beleid, self._mislukt, self._toeval())

    def bezet(self, nu: float) -> None:
        """Another program makes a round just now: that is no failure, only a while to wait."""
        self._gepland = nu + terugval(self._beleid, 1, self._toeval())
