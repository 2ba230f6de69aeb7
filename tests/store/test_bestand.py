"""The encrypted file: what it gives away, and what happens when it is not well."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from desktop.models.basis import Base
from desktop.models.dossier import Dossier
from desktop.models.vragen import Vragenlijst
from desktop.store import migratie
from desktop.store.bestanden import GEGEVENS as BESTAND
from desktop.store.fouten import (
    BestandBeschadigd,
    BestandTeNieuw,
    MapAlleenLezen,
    OpSlot,
    SchijfVol,
)
from desktop.store.motor import maak_motor, verbind
from desktop.store.store import Store
from tests.sjabloon import Sjabloon

SLEUTEL = bytes(range(32))


def test_nothing_readable_is_on_disk(
    store: Store, maak_dossier: Callable[..., str], tmp_path: Path
) -> None:
    maak_dossier("Wolletjeskanarie", "Zonnebloempit")
    for pad in tmp_path.rglob("*"):
        if pad.is_file():
            inhoud = pad.read_bytes()
            assert b"Wolletjeskanarie" not in inhoud
            assert not inhoud.startswith(b"SQLite format 3")
    assert (tmp_path / BESTAND).exists()


def test_another_key_does_not_open_it(store: Store, tmp_path: Path, lijst: Vragenlijst) -> None:
    with pytest.raises(BestandBeschadigd):
        Store(tmp_path, bytes(32), lijst)


def test_a_locked_store_refuses_and_opens_again(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier()
    store.sluit()
    with pytest.raises(OpSlot), store.work():
        pass
    with pytest.raises(OpSlot):
        store.onthoud("a", "b")
    store.heropen(SLEUTEL)
    with store.lees() as sessie:
        assert sessie.get(Dossier, id_) is not None


def test_a_damaged_file_is_told_and_not_touched(
    store: Store, tmp_path: Path, lijst: Vragenlijst
) -> None:
    store.sluit()
    pad = tmp_path / BESTAND
    kapot = bytearray(pad.read_bytes())
    kapot[100:3000] = os.urandom(2900)
    pad.write_bytes(kapot)
    with pytest.raises(BestandBeschadigd) as gevangen:
        Store(tmp_path, SLEUTEL, lijst)
    assert "niets gewist" in gevangen.value.zin
    assert pad.read_bytes() == bytes(kapot)


def test_a_file_of_a_newer_version_is_left_alone(
    store: Store, tmp_path: Path, lijst: Vragenlijst
) -> None:
    with store._motor.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.sluit()
    with pytest.raises(BestandTeNieuw):
        Store(tmp_path, SLEUTEL, lijst)


def test_a_full_disk_loses_only_the_gesture(store: Store, maak_dossier: Callable[..., str]) -> None:
    id_ = maak_dossier()
    with store._motor.connect() as verbinding:
        bladen = verbinding.exec_driver_sql("PRAGMA page_count").scalar()
    # max_page_count is per connection; the pool hands the same one out again.
    with store._motor.connect() as verbinding:
        verbinding.exec_driver_sql(f"PRAGMA max_page_count = {bladen}")
    with pytest.raises(SchijfVol), store.work() as work:
        work.get(Dossier, id_).adres = "x" * 200_000
    with store._motor.connect() as verbinding:
        verbinding.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with store.work() as work:
        assert work.get(Dossier, id_).adres is None
        work.get(Dossier, id_).adres = "Urk"


def test_a_folder_that_is_not_there_gives_a_sentence(tmp_path: Path, lijst: Vragenlijst) -> None:
    with pytest.raises(MapAlleenLezen):
        Store(tmp_path / "weg", SLEUTEL, lijst)


def test_the_migrations_make_exactly_the_mapped_tables(store: Store) -> None:
    with store._motor.connect() as verbinding:
        verschil = compare_metadata(MigrationContext.configure(verbinding), Base.metadata)
    assert verschil == []


def test_the_stores_of_the_tests_are_what_the_migrations_make(
    store: Store, tmp_path: Path, sjabloon: Sjabloon
) -> None:
    echt = maak_motor(tmp_path / "echt.db", SLEUTEL)
    sjabloon.echt(echt)
    assert _schema(store._motor) == _schema(echt)
    echt.dispose()


def _schema(motor: sa.Engine) -> set[tuple[object, ...]]:
    with motor.connect() as verbinding:
        rijen = verbinding.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return {tuple(rij) for rij in rijen}


def test_the_newest_revision_is_known_without_alembic() -> None:
    map_ = Path(migratie.__file__).parent / "migraties"
    script = ScriptDirectory(str(map_), version_locations=[str(map_ / "versies")])
    assert script.get_current_head() == migratie.HUIDIG


def test_a_copy_is_made_before_a_migration(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migratie, "HUIDIG", "9999")
    monkeypatch.setattr(migratie, "_upgrade", lambda motor: None)
    migratie.werk_bij(store._motor, tmp_path / BESTAND, SLEUTEL, store.nu())
    (kopie,) = (tmp_path / "reservekopieen").glob("*.db")
    verbinding = verbind(kopie, SLEUTEL)
    assert verbinding.execute("SELECT count(*) FROM medewerker").fetchone() == (1,)
    verbinding.close()
    assert not kopie.read_bytes().startswith(b"SQLite format 3")


def test_copies_do_not_pile_up(store: Store, tmp_path: Path) -> None:
    for _ in range(migratie.BEWAAR_KOPIEEN + 3):
        store._klok.nu = store._klok.nu.replace(second=(store._klok.nu.second + 1) % 60)
        store.reservekopie()
    assert len(list((tmp_path / "reservekopieen").glob("*.db"))) <= migratie.BEWAAR_KOPIEEN


_SCHRIJVER = """
import sys
from pathlib import Path
from desktop.bronnen import tomls
from desktop.models.dossier import Dossier
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.store import Store
store = Store(Path(sys.argv[1]), bytes(range(32)), vragenlijst_uit(tomls("vragen")))
for n in range(1_000_000):
    with store.work() as work:
        work.get(Dossier, sys.argv[2]).adres = f"straat {n}"
    print(n, flush=True)
"""


def test_what_was_said_to_be_stored_survives_a_killed_process(
    store: Store, maak_dossier: Callable[..., str], tmp_path: Path
) -> None:
    id_ = maak_dossier()
    store.sluit()
    proces = subprocess.Popen(
        [sys.executable, "-c", _SCHRIJVER, str(tmp_path), id_],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert proces.stdout is not None
    while int(proces.stdout.readline()) < 20:
        time.sleep(0)
    proces.send_signal(signal.SIGKILL)
    laatste = 20
    for regel in proces.stdout:
        if regel.strip().isdigit():
            laatste = int(regel)
    proces.wait()
    store.heropen(SLEUTEL)
    with store.lees() as sessie:
        adres = sessie.scalar(sa.select(Dossier.adres).where(Dossier.id == id_))
    assert adres in (f"straat {laatste}", f"straat {laatste + 1}")
    assert store.controleer_keten() == []
