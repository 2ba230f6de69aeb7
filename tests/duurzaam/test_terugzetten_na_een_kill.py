"""SIGKILL while a copy is put back: the next start has the old file or the new one, whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.models.dossier import Dossier
from desktop.models.wijziging import Apparaat
from desktop.store.bestanden import GEGEVENS, KOPIEEN, OPZIJ, TERUGZETTEN
from desktop.store.store import Store
from tests.duurzaam.proces import draai
from tests.duurzaam.schijf import eis_gaaf, geopend

OUD, NIEUW = ["Amina", "Yonas"], ["Amina"]


@pytest.fixture
def map_(store: Store, maak_dossier: Callable[..., str]) -> Path:
    """A folder with a copy; the store went on and is closed."""
    maak_dossier("Amina")
    store.reservekopie()
    maak_dossier("Yonas")
    store.sluit()
    return store.map


@pytest.mark.parametrize(
    ("moment", "wie"),
    [
        ("half a copy", OUD),
        ("UPDATE wijziging SET apparaat", OUD),
        ("UPDATE apparaat", OUD),
        ("COMMIT", OUD),
        ("ready", OUD),
        ("decided", NIEUW),
        ("move 1", NIEUW),
        ("moved 1", NIEUW),
        ("move 2", NIEUW),
        ("moved 2", NIEUW),
    ],
)
def test_after_a_kill_the_old_file_is_there_or_the_new_one(
    moment: str, wie: list[str], map_: Path
) -> None:
    with geopend(map_) as store:
        oud = _apparaat(store)
    verloop = draai(map_, "terugzetten", moment)
    assert verloop.bezig is not None
    assert moment in verloop.bezig["wat"]
    with geopend(map_) as store:
        with store.lees() as sessie:
            namen = sessie.scalars(sa.select(Dossier.voornamen).order_by(Dossier.voornamen)).all()
        assert namen == wie
        assert (_apparaat(store) == oud) is (wie is OUD)
        eis_gaaf(store)
    assert not (map_ / TERUGZETTEN).exists()
    assert len(list((map_ / KOPIEEN).glob("*.db"))) == 1
    opzij = list((map_ / OPZIJ).glob(f"*/{GEGEVENS}"))
    assert len(opzij) == (0 if wie is OUD else 1)
    if opzij:
        with geopend(opzij[0].parent) as store, store.lees() as sessie:
            assert sessie.scalar(sa.select(sa.func.count()).select_from(Dossier)) == len(OUD)


def _apparaat(store: Store) -> str:
    with store.lees() as sessie:
        return sessie.scalars(sa.select(Apparaat.id)).one()
