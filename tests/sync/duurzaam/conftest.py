"""Days, each made once, and copies of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from desktop.models.vragen import Vragenlijst
from tests.sync.conftest import Centrum
from tests.sync.duurzaam import werkdag
from tests.sync.duurzaam.werkdag import Beeld, Dag, Kopieen
from tests.sync.laptop import Laptop


@dataclass(frozen=True)
class Tweeling:
    """Copies of one day, and how it looks after its rounds in peace."""

    kopieen: Kopieen
    rustig: Beeld
    bekend: frozenset[str]
    """Rows and devices that there were before that."""
    rondes: int
    """How many rounds there was something to do in: one, or two when rows of a stick
    were brought, which the round after sees come by."""


@pytest.fixture(scope="session")
def dagen(
    nieuwe_database: Callable[[], Centrum],
    tmp_path_factory: pytest.TempPathFactory,
    lijst: Vragenlijst,
    leeg: Path,
) -> Callable[[str], Tweeling]:
    """Gives the day of a kind (see `soorten`), made once for all tests of this process."""

    @cache
    def geef(soort: str) -> Tweeling:
        map_ = tmp_path_factory.mktemp(soort)
        centrum = nieuwe_database()
        laptops: list[Laptop] = []

        def maak(naam: str, *, van: Path = leeg, ronde: bool = True) -> Laptop:
            laptops.append(Laptop(centrum, naam, map_ / f"{naam}{len(laptops)}", lijst, van))
            if ronde and van is leeg:
                laptops[-1].ronde()
            return laptops[-1]

        anneke = werkdag.SOORTEN[soort](maak, map_ / "stick")
        for laptop in laptops:
            laptop.store.sluit()
        kopieen = Kopieen(Dag(anneke.map, centrum), map_ / "kopieen")
        with kopieen.kopie() as rustig:
            bekend = werkdag.ids(rustig)
            rondes = 0
            while werkdag.ronde(rustig) != werkdag.STIL:
                rondes += 1
            return Tweeling(kopieen, werkdag.beeld(rustig), bekend, rondes)

    return geef
