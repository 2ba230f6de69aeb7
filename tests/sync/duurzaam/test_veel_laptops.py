"""Twenty laptops at once, and places for eight; the benchmark does the same with two hundred."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from desktop.sync.fouten import CentraleBezig
from desktop.sync.verbinding import vertaal
from tests.benchmarks.veel_laptops import tegelijk
from tests.sync import waarborgen
from tests.sync.conftest import Centrum

AANTAL, PLEKKEN, RONDES = 20, 8, 2


def test_who_finds_no_place_comes_back_and_nothing_is_lost(
    centrum: Centrum, tmp_path: Path
) -> None:
    for n in range(AANTAL):
        centrum.voeg_toe(f"collega {n}", "klantmanager")
    with psycopg.connect(centrum.postgres.socket_uri(), autocommit=True) as verbinding:
        verbinding.execute(f"ALTER DATABASE {centrum.database} CONNECTION LIMIT {PLEKKEN}")
    mensen = [
        (centrum.verbinding(f"collega {n}"), centrum.medewerker(f"collega {n}"))
        for n in range(AANTAL)
    ]
    f = tegelijk(tmp_path / "laptops", mensen, centrum.uri, rondes=RONDES)
    assert f.kwijt == 0
    assert f.rondes == AANTAL * RONDES
    assert f.opnieuw > 0, "there was place for all"
    assert f.rijen > f.rondes * 30
    inzicht = waarborgen.Inzicht(centrum)
    waarborgen.tellers_zonder_gat(inzicht)
    waarborgen.centrum_voegt_ook_zo_samen(inzicht)
    inzicht.sluit()


@pytest.mark.parametrize(
    "tekst",
    [
        "FATAL:  sorry, too many clients already",
        "FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute",
        'FATAL:  too many connections for role "vg_1"',
        "FATAL:  the database system is starting up",
    ],
)
def test_a_full_centre_is_busy_and_not_away(tekst: str) -> None:
    """While a connection is made there is only text; these are two hundred laptops' texts."""
    assert isinstance(vertaal(psycopg.OperationalError(tekst)), CentraleBezig)
