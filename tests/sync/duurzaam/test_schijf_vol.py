"""The disk is full, on the laptop or in the centre: a sentence, nothing half, and then it goes on.

Both disks are really full: a small file system in memory, under the laptop's folder or
under the tablespace of the centre. Where a test may not mount one, a trigger that fails
as a full disk does stands in for the centre's.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from desktop.models.dossier import Huisgenoot, Relatie
from desktop.models.vragen import Vragenlijst
from desktop.store.fouten import SchijfVol
from desktop.sync import brengen, halen
from desktop.sync.fouten import CentraleVol
from tests.store.kleineschijf import kleine_schijf
from tests.sync import waarborgen
from tests.sync.conftest import Centrum
from tests.sync.duurzaam.halve_batch import eis_geen_halve_batch
from tests.sync.laptop import Laptop

Laptops = Callable[..., Laptop]


def _werk(laptop: Laptop, dossier: str, hoeveel: int = 40) -> None:
    """A household, of four rows each."""
    with laptop.store.work() as work:
        for n in range(hoeveel):
            naam = f"{laptop.naam} {n} {'x' * 200}"
            work.voeg_toe(Huisgenoot(dossier_id=dossier, naam=naam, relatie=Relatie.KIND))


def vul_schijf(plek: Path) -> Callable[[], None]:
    """Leaves no byte free; returns what makes room again."""
    vulling = plek / "vulling"
    with vulling.open("wb", buffering=0) as bestand:
        for brok in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    bestand.write(b"\0" * brok)
            except OSError:
                continue
    assert shutil.disk_usage(plek).free == 0
    return vulling.unlink


# --- the laptop


@pytest.fixture
def klein(
    laptop: Laptops, centrum: Centrum, tmp_path: Path, lijst: Vragenlijst, leeg: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[Laptop, Laptop, str, Path]]:  # fmt: skip
    """Anneke, Bram on a laptop with a small disk, and a client that they share."""
    monkeypatch.setattr(brengen, "PER_KEER", 20)
    monkeypatch.setattr(halen, "PER_KEER", 20)
    anneke = laptop("anneke")
    with kleine_schijf(tmp_path / "klein", 8000) as plek:
        bram = Laptop(centrum, "bram", plek / "bram", lijst, leeg)
        bram.ronde()
        anneke.ronde()
        dossier = anneke.maak_dossier()
        anneke.deel(dossier, "bram")
        anneke.ronde()
        bram.ronde()
        yield anneke, bram, dossier, plek
        bram.store.sluit()


@pytest.mark.parametrize("call", [1, 2, 3])
@pytest.mark.parametrize("wat", ["breng", "haal"])
def test_a_laptop_without_room_says_so_and_goes_on_when_there_is(
    klein: tuple[Laptop, Laptop, str, Path], centrum: Centrum, wat: str, call: int
) -> None:
    """It fills up just before the n-th call: what that brings cannot be written down."""
    anneke, bram, dossier, plek = klein
    if wat == "breng":
        _werk(bram, dossier)
    else:
        _werk(anneke, dossier)
        anneke.ronde()
    ruimte: list[Callable[[], None]] = []

    def vol() -> None:
        bram.store.veeg_schoon()
        ruimte.append(vul_schijf(plek))

    with pytest.raises(SchijfVol) as fout:
        bram.ronde_met(call, vol)
    assert fout.value.zin.startswith("De schijf is vol.")
    (maak_ruimte,) = ruimte
    inzicht = waarborgen.Inzicht(centrum)
    eis_geen_halve_batch(bram, inzicht)
    wachtend = bram.stand.wachtend
    with pytest.raises(SchijfVol):
        bram.ronde()
    assert bram.stand.wachtend == wachtend
    maak_ruimte()
    waarborgen.tot_rust([bram, anneke])
    waarborgen.alles_klopt([anneke, bram], inzicht)
    inzicht.sluit()


# --- the centre


@contextmanager
def op_kleine_schijf(centrum: Centrum) -> Iterator[Callable[[], Callable[[], None]]]:
    """Moves the centre to a small disk; gives what fills that up."""
    with ExitStack() as stapel:
        plek = stapel.enter_context(kleine_schijf(centrum.postgres.map / "klein", 40_000))
        data = plek / "data"
        data.mkdir()
        shutil.chown(data, *_eigenaar(centrum))
        with psycopg.connect(centrum.postgres.socket_uri(), autocommit=True) as verbinding:
            naam = sql.Identifier(centrum.database)
            verbinding.execute(
                sql.SQL("CREATE TABLESPACE klein LOCATION {}").format(sql.Literal(str(data)))
            )
            verbinding.execute(sql.SQL("ALTER DATABASE {} SET TABLESPACE klein").format(naam))
            yield lambda: vul_schijf(plek)
            verbinding.execute(sql.SQL("ALTER DATABASE {} SET TABLESPACE pg_default").format(naam))
            verbinding.execute("DROP TABLESPACE klein")


def _eigenaar(centrum: Centrum) -> tuple[int, int]:
    stand = centrum.postgres.map.stat()
    return stand.st_uid, stand.st_gid


@contextmanager
def met_trigger(centrum: Centrum) -> Iterator[Callable[[], Callable[[], None]]]:
    """Gives what makes the journal fail as a full disk does."""

    def doe(*opdrachten: str) -> None:
        with centrum.beheer() as verbinding:
            for opdracht in opdrachten:
                verbinding.execute(opdracht)

    def vul() -> Callable[[], None]:
        doe(
            "CREATE FUNCTION vol() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE 'could not extend file: No space left on device' "
            "USING ERRCODE = '53100'; END $$",
            "CREATE TRIGGER vol BEFORE INSERT ON viergesprek.kop EXECUTE FUNCTION vol()",
        )
        return lambda: doe("DROP FUNCTION vol CASCADE")

    yield vul


@pytest.mark.parametrize("schijf", [op_kleine_schijf, met_trigger])
def test_a_centre_without_room_says_so_and_takes_it_all_when_there_is(
    laptop: Laptops, centrum: Centrum, schijf: Callable[[Centrum], Any]
) -> None:
    anneke, bram = laptop("anneke"), laptop("bram")
    anneke.ronde()
    dossier = anneke.maak_dossier()
    anneke.deel(dossier, "bram")
    with schijf(centrum) as vul:
        anneke.ronde()
        _werk(anneke, dossier, 700)
        for een in (anneke, bram):
            een.dienst.koppel(centrum.verbinding(een.naam))
        inzicht = waarborgen.Inzicht(centrum)
        maak_ruimte = vul()
        wachtend = anneke.stand.wachtend
        with pytest.raises(CentraleVol) as fout:
            anneke.ronde()
        assert fout.value.zin == CentraleVol.STANDAARD
        waarborgen.tellers_zonder_gat(inzicht)
        over = anneke.stand.wachtend
        daar = inzicht.alle("SELECT FROM viergesprek.wijziging WHERE apparaat = %s", anneke.ik.id)
        assert 1000 < over <= wachtend
        assert len(daar) == anneke.ik.volgnummer - over
        maak_ruimte()
        waarborgen.tot_rust([anneke, bram])
        waarborgen.alles_klopt([anneke, bram], inzicht)
        inzicht.sluit()
