"""A speaker over a null device that the test steps, and what it said and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from desktop.catalogi import talen
from desktop.models.spraak import Uiting
from desktop.speech.apparaten import Apparaten
from desktop.speech.klank import Klank
from desktop.speech.spreker import Spreker
from desktop.speech.uitvoer import Stilte
from tests.speech.nep import Nepkast


class Luisteraar:
    """A Spreker with somebody who listens: keys in order, sentences, and samples."""

    def __init__(self, spreker: Spreker, stilte: Stilte, qtbot: Any) -> None:
        self.spreker, self.stilte, self.qtbot = spreker, stilte, qtbot
        self.sleutels: list[str] = []
        self.zinnen: list[str] = []
        spreker.spreekt.connect(self.sleutels.append)
        spreker.melding.connect(self.zinnen.append)

    @property
    def gehoord(self) -> list[Klank]:
        return list(self.stilte.gehoord)

    def hoor_alles(self, *uitingen: Uiting, vanzelf: bool = False) -> list[Klank]:
        """What came out, from the touch until it is quiet."""
        eerder = len(self.stilte.gehoord)
        self.spreker.lees(uitingen, vanzelf=vanzelf)
        self.qtbot.waitUntil(lambda: not self.spreker.bezig, timeout=20_000)
        return self.gehoord[eerder:]

    def wacht_op(self, sleutel: str) -> None:
        """Waits until this is being said."""
        self.qtbot.waitUntil(
            lambda: self.sleutels[-1:] == [sleutel] and self.stilte.bezig, timeout=20_000
        )


@pytest.fixture
def kast() -> Nepkast:
    return Nepkast()


@pytest.fixture
def maak_luisteraar(qtbot: Any, kast: Nepkast) -> Iterator[Callable[..., Luisteraar]]:
    """Makes a listener. Without `versnelling` the null device takes only what the test says."""
    sprekers: list[Spreker] = []

    def maak(versnelling: float | None = 200.0, **rest: Any) -> Luisteraar:
        stilte = Stilte(versnelling=versnelling, bewaar=2000)
        rest.setdefault("apparaten", Apparaten())
        rest.setdefault("kast", kast)
        spreker = Spreker(talen(), uitvoer=stilte, **rest)
        sprekers.append(spreker)
        return Luisteraar(spreker, stilte, qtbot)

    yield maak
    for spreker in sprekers:
        spreker.sluit()
        spreker.deleteLater()


@pytest.fixture
def luisteraar(maak_luisteraar: Callable[..., Luisteraar]) -> Luisteraar:
    return maak_luisteraar()
