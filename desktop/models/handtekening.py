"""A signature as strokes: numbers between 0 and 1, so that it is drawn sharp at any size.

Strokes and nothing else: no pressure and no times, which would be a biometric pattern
(AVG art. 9) and which nobody needs to know that somebody signed.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models.fouten import Invoerfout

Punt = tuple[float, float]
Streep = tuple[Punt, ...]
Kromme = tuple[Punt, tuple[tuple[Punt, Punt, Punt], ...]]
"""Where a stroke begins, and its cubic segments: two handles and an end."""

VERHOUDING = 2.5
"""Width of the surface divided by its height, everywhere: so a resize changes nothing."""
DICHT = 0.004
"""A point that is nearer to the one before it (share of the height) adds nothing to see."""
KLEINST = 0.2
"""Ink shorter than this (share of the height) is a slip of the pen. A cross is long enough."""
MEESTE_PUNTEN = 8000
"""More is no signature: a journal line has to stay small."""


@dataclass(frozen=True)
class Handtekening:
    """What was drawn. x is a share of the width, y of the height, from the top."""

    strepen: tuple[Streep, ...] = ()
    verhouding: float = VERHOUDING

    @classmethod
    def van_strepen(
        cls, strepen: Iterable[Sequence[Punt]], verhouding: float = VERHOUDING
    ) -> Handtekening:
        """From raw points: kept inside the surface, and without points that add nothing."""
        schoon: list[Streep] = []
        over = MEESTE_PUNTEN
        for ruw in strepen:
            streep = _dun(ruw, verhouding)[:over]
            over -= len(streep)
            if streep:
                schoon.append(streep)
        return cls(tuple(schoon), verhouding)

    def als_json(self) -> str:
        """Canonical: the same signature gives the same text."""
        inhoud = {"strepen": self.strepen, "verhouding": self.verhouding}
        return json.dumps(inhoud, sort_keys=True, separators=(",", ":"))

    @classmethod
    def van_json(cls, tekst: str) -> Handtekening:
        """Reads what `als_json` wrote; empty text is an empty signature. Raises ValueError."""
        if not tekst.strip():
            return cls()
        ruw = json.loads(tekst)
        if not isinstance(ruw, dict) or not isinstance(ruw.get("strepen"), list):
            raise ValueError("no strokes in this text")
        verhouding = ruw.get("verhouding", VERHOUDING)
        if not _getal(verhouding) or not 0.1 <= verhouding <= 10:
            raise ValueError("a surface of this shape does not exist")
        if not all(isinstance(streep, list) for streep in ruw["strepen"]):
            raise ValueError("a stroke is a list of points")
        strepen = tuple(tuple(_punt(p) for p in streep) for streep in ruw["strepen"])
        if sum(map(len, strepen)) > MEESTE_PUNTEN:
            raise ValueError("too many points for a signature")
        return cls(tuple(s for s in strepen if s), float(verhouding))

    @property
    def leeg(self) -> bool:
        """Nothing was drawn."""
        return not self.strepen

    @property
    def lengte(self) -> float:
        """Length of the ink, in heights of the surface."""
        return sum(
            math.hypot((x2 - x1) * self.verhouding, y2 - y1)
            for streep in self.strepen
            for (x1, y1), (x2, y2) in itertools.pairwise(streep)
        )

    @property
    def te_klein(self) -> bool:
        """A dot or a slip, not a signature. Empty is another matter."""
        return not self.leeg and self.lengte < KLEINST

    def controleer(self) -> None:
        """Raises Invoerfout when this can not count as signed."""
        if self.leeg:
            raise Invoerfout("strepen", "Er staat nog geen handtekening.")
        if self.te_klein:
            raise Invoerfout(
                "strepen",
                "Dit is te klein voor een handtekening. Kies Opnieuw en teken groter. "
                "Een kruis mag ook.",
            )

    def krommen(self, breed: float, hoog: float) -> Iterator[Kromme]:
        """The strokes as smooth curves in a box of this size, y down from the top.

        The curve goes through the middles between points, so it has no corners. A stroke of one
        point has one segment that ends where it begins: a round pen makes a dot of it.
        """
        for streep in self.strepen:
            punten = [(x * breed, y * hoog) for x, y in streep]
            yield punten[0], tuple(_segmenten(punten))


def _segmenten(punten: Sequence[Punt]) -> Iterator[tuple[Punt, Punt, Punt]]:
    van = punten[0]
    for n in range(1, len(punten) - 1):
        knik, volgende = punten[n], punten[n + 1]
        naar = ((knik[0] + volgende[0]) / 2, (knik[1] + volgende[1]) / 2)
        yield _naar_knik(van, knik), _naar_knik(naar, knik), naar
        van = naar
    yield van, punten[-1], punten[-1]


def _naar_knik(van: Punt, knik: Punt) -> Punt:
    """The handle of a cubic that draws the quadratic with this corner."""
    return van[0] + (knik[0] - van[0]) * 2 / 3, van[1] + (knik[1] - van[1]) * 2 / 3


def _dun(ruw: Sequence[Punt], verhouding: float) -> Streep:
    uit: list[Punt] = []
    for n, (x, y) in enumerate(ruw):
        if not (math.isfinite(x) and math.isfinite(y)):
            continue
        punt = (round(min(1.0, max(0.0, x)), 4), round(min(1.0, max(0.0, y)), 4))
        laatste = n == len(ruw) - 1
        if uit and not (laatste and punt != uit[-1]):
            ver = math.hypot((punt[0] - uit[-1][0]) * verhouding, punt[1] - uit[-1][1])
            if ver < DICHT:
                continue
        uit.append(punt)
    return tuple(uit)


def _getal(waarde: Any) -> bool:
    return isinstance(waarde, int | float) and not isinstance(waarde, bool)


def _punt(ruw: Any) -> Punt:
    if not (isinstance(ruw, list) and len(ruw) == 2 and all(_getal(w) for w in ruw)):
        raise ValueError("a point is two numbers")
    x, y = ruw
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise ValueError("a point lies outside the surface")
    return float(x), float(y)
