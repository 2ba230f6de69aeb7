"""However large the batches are, and wherever they end: the same laptop comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from desktop.models.vragen import Vragenlijst
from desktop.store.bestanden import GEGEVENS
from desktop.store.inkomend import VELD
from desktop.store.store import Store
from tests.conftest import SLEUTEL
from tests.store.laptops import Rij, beeld, breng, rijen
from tests.sync.laptop import Laptop


@pytest.fixture
def lege_store(tmp_path: Path, lijst: Vragenlijst, leeg: Path) -> Callable[[str], Store]:
    def maak(naam: str) -> Store:
        map_ = tmp_path / naam
        map_.mkdir()
        shutil.copyfile(leeg, map_ / GEGEVENS)
        return Store(map_, SLEUTEL, lijst)

    return maak


def _na_elk(alles: Sequence[Rij], veld: str) -> Iterator[list[Rij]]:
    """Batches that end behind every change of this field."""
    deel: list[Rij] = []
    for rij in alles:
        deel.append(rij)
        if rij[VELD] == veld:
            yield deel
            deel = []
    if deel:
        yield deel


def test_a_batch_may_end_anywhere(
    laptop: Callable[..., Laptop], lege_store: Callable[[str], Store]
) -> None:
    """Also between two fields that say which answer it is, one batch after another."""
    anneke = laptop("anneke")
    intake = anneke.intake(anneke.maak_dossier())
    vragen = [v for v in anneke.store.lijst.gespreksvolgorde if v.keuzecodes][:6]
    for vraag in vragen:
        anneke.antwoord(intake, vraag.code, vraag.keuzecodes[0])
    alles = rijen(anneke.store)
    heel = lege_store("heel")
    breng(heel, alles)
    verwacht = beeld(heel)
    heel.sluit()
    assert len(verwacht["antwoord"]) == len(vragen)
    for veld in {str(rij[VELD]).split(":")[0] for rij in alles}:
        store = lege_store(veld)
        for deel in _na_elk(alles, veld):
            breng(store, deel)
        assert beeld(store) == verwacht, veld
        store.sluit()
