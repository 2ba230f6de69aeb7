"""Three colleagues, each with a laptop of their own, who know one another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.vragen import Vragenlijst
from tests.conftest import Klok
from tests.store.laptops import Laptop, wissel

Drie = tuple[Laptop, Laptop, Laptop]


@pytest.fixture
def drie(tmp_path: Path, lijst: Vragenlijst) -> Iterator[Drie]:
    """Anneke, Piet and Samira."""
    namen = ("Anneke de Boer", "Piet Jansen", "Samira Haddad")
    anneke, piet, samira = (
        Laptop(tmp_path / naam.split()[0], lijst, naam, Klok()) for naam in namen
    )
    anneke.begin()
    ids = [anneke.nieuwe_collega(laptop.naam) for laptop in (piet, samira)]
    wissel(anneke, piet, samira)
    for laptop, id_ in zip((piet, samira), ids, strict=True):
        laptop.store.word(id_)
    yield anneke, piet, samira
    for laptop in (anneke, piet, samira):
        laptop.store.sluit()
