"""SIGKILL while the file is made, or while its tables are rebuilt."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.models.dossier import Medewerker
from desktop.store import migratie
from desktop.store.store import Store
from desktop.views.werkruimte import Werkruimte
from desktop.voorbeeld import vul_demo
from tests.duurzaam.proces import SLEUTEL, draai
from tests.duurzaam.schijf import eis_gaaf, geopend, tabellen

ONBEKEND = ("Klantmanager", "0171")
"""The name was typed in the gesture in progress; it can be given in the settings of later."""


@pytest.fixture
def lege_map(tmp_path: Path) -> Path:
    map_ = tmp_path / "gegevens"
    map_.mkdir()
    return map_


@pytest.mark.parametrize(
    ("opdracht", "wie"),
    [
        pytest.param("sqlite_master", ONBEKEND, id="before anything"),
        pytest.param("CREATE TABLE antwoord", ONBEKEND, id="half the tables"),
        pytest.param("INTO alembic_version", ONBEKEND, id="made, not committed"),
        pytest.param("INSERT INTO apparaat", ONBEKEND, id="no device yet"),
        pytest.param("UPDATE apparaat", ONBEKEND, id="a user, not committed"),
        pytest.param("INTO lokaal", ("Anneke de Boer", "0363"), id="a user not yet chosen"),
    ],
)
def test_a_first_start_that_was_killed_is_finished_by_the_next_one(
    opdracht: str,
    wie: tuple[str, str],
    lege_map: Path,
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    verloop = draai(lege_map, "eerste_keer", opdracht)
    assert verloop.bezig is not None
    assert opdracht in verloop.bezig["wat"]
    store = start_opnieuw(lege_map).werkplek.store
    with store.lees() as sessie:
        (km,) = sessie.scalars(sa.select(Medewerker))
        assert km.id == store.gebruiker_id
        assert (km.naam, km.gemeente) == wie
    assert migratie.versie(store._motor) == migratie.HUIDIG
    eis_gaaf(store)


@pytest.mark.parametrize(
    "opdracht", ["DELETE FROM dossier", "INSERT INTO antwoord", "INSERT INTO zoeksleutel", "COMMIT"]
)
def test_a_kill_amid_a_rebuild_leaves_every_table_as_it_was(
    opdracht: str, store: Store, lege_map: Path
) -> None:
    vul_demo(store)
    voor = tabellen(store)
    store.sluit()
    for bestand in store.map.glob("viergesprek.db*"):
        shutil.copy(bestand, lege_map)
    verloop = draai(lege_map, "herbouw", opdracht)
    assert verloop.bezig is not None
    assert opdracht in verloop.bezig["wat"]
    assert migratie.heel(lege_map / "viergesprek.db", SLEUTEL)
    with geopend(lege_map) as opnieuw:
        assert tabellen(opnieuw) == voor
        eis_gaaf(opnieuw)
