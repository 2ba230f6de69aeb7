"""PostgreSQL falls over in the middle, with the settings of a real server; laptops go on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from desktop.demo.postgres import Wegwerppostgres
from desktop.models.vragen import Vragenlijst
from desktop.store.inkomend import WAARDE
from desktop.sync import brengen, halen
from desktop.sync.fouten import GeenNetwerk
from tests.sync import waarborgen
from tests.sync.conftest import Centrum, richt_in
from tests.sync.laptop import Laptop

ECHT = {"scram_iterations": "64"}
"""PostgreSQL's own defaults (fsync, synchronous_commit, full_page_writes), but for quick logins."""


@pytest.fixture(scope="module")
def eigen_postgres() -> Iterator[Wegwerppostgres]:
    """One that nobody else uses, so that it may fall over."""
    with Wegwerppostgres(instellingen=ECHT) as postgres:
        yield postgres


@pytest.fixture(scope="module")
def centrum(eigen_postgres: Wegwerppostgres) -> Centrum:
    return Centrum(eigen_postgres, "centrum", richt_in(eigen_postgres, "centrum"))


def stroom_uit(postgres: Wegwerppostgres) -> None:
    """Every process of this cluster is killed at once."""
    baas = psutil.Process(int((postgres.map / "data" / "postmaster.pid").read_text().split()[0]))
    allen = [baas, *baas.children(recursive=True)]
    for proces in allen:
        with suppress(psutil.NoSuchProcess):  # its parent fell, and it went with it
            proces.kill()
    psutil.wait_procs(allen, timeout=30)


VALLEN: dict[str, Callable[[Wegwerppostgres], None]] = {
    "immediate": lambda postgres: postgres.stop("immediate"),
    "SIGKILL": stroom_uit,
}


@contextmanager
def vast_op(centrum: Centrum, tabel: str) -> Iterator[None]:
    """Nobody gets past this table."""
    with psycopg.connect(centrum.postgres.socket_uri(centrum.database)) as houder:
        houder.execute(f"LOCK TABLE viergesprek.{tabel} IN ACCESS EXCLUSIVE MODE")
        yield


def wacht_tot_hij_vastzit(centrum: Centrum, functie: str) -> None:
    """Until a push or pull stands before the lock, in the middle of its transaction."""
    einde = time.monotonic() + 60
    with centrum.beheer() as kijker:
        while not kijker.execute(
            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE %s",
            (f"%viergesprek.{functie}(%",),
        ).fetchall():
            assert time.monotonic() < einde, "the round never came there"
            time.sleep(0.01)


@pytest.fixture
def twee(
    centrum: Centrum,
    tmp_path: Path,
    lijst: Vragenlijst,
    leeg: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[Laptop, Laptop, str]]:
    """Anneke, Bram, and a client that they share."""
    monkeypatch.setattr(brengen, "PER_KEER", 10)
    monkeypatch.setattr(halen, "PER_KEER", 10)
    anneke, bram = (Laptop(centrum, n, tmp_path / n, lijst, leeg) for n in ("anneke", "bram"))
    for een in (anneke, bram, anneke):
        een.ronde()
    dossier = anneke.maak_dossier()
    anneke.deel(dossier, "bram")
    for een in (anneke, bram):
        een.ronde()
    yield anneke, bram, dossier
    for een in (anneke, bram):
        een.store.sluit()


def _werk(laptop: Laptop, dossier: str) -> None:
    for n in range(12):
        laptop.wijzig(dossier, adres=f"{laptop.naam} {n}", telefoon=f"{laptop.naam} {n}")


def _eis_alles(laptops: tuple[Laptop, ...], centrum: Centrum) -> None:
    waarborgen.tot_rust(laptops)
    inzicht = waarborgen.Inzicht(centrum)
    waarborgen.alles_klopt(laptops, inzicht)
    gezegd = {r[WAARDE] for r in inzicht.journaal().values()}
    inzicht.sluit()
    assert {f'"{laptop.naam} {n}"' for laptop in laptops for n in range(12)} <= gezegd


@pytest.mark.parametrize(("functie", "tabel"), [("breng", "kop"), ("haal", "wijziging")])
@pytest.mark.parametrize("val", VALLEN)
def test_the_centre_falls_over_in_the_middle_of_a_call(
    twee: tuple[Laptop, Laptop, str], centrum: Centrum, val: str, functie: str, tabel: str
) -> None:
    anneke, bram, dossier = twee
    _werk(bram, dossier)
    bram.ronde()
    _werk(anneke, dossier)
    if functie == "haal":
        anneke.ronde()
    wie = {"breng": anneke, "haal": bram}[functie]
    nummer = wie.ik.bevestigd
    with ThreadPoolExecutor(1) as draad:
        with pytest.raises(psycopg.OperationalError), vast_op(centrum, tabel):  # noqa: PT012
            bezig = draad.submit(wie.ronde)
            wacht_tot_hij_vastzit(centrum, functie)
            VALLEN[val](centrum.postgres)
        with pytest.raises(GeenNetwerk):
            bezig.result(60)
    with pytest.raises(GeenNetwerk):
        wie.ronde()
    centrum.postgres.start()
    assert wie.ik.bevestigd == nummer
    _eis_alles((anneke, bram), centrum)


@pytest.mark.parametrize("val", VALLEN)
def test_what_the_centre_confirmed_outlives_its_fall(
    twee: tuple[Laptop, Laptop, str], centrum: Centrum, val: str
) -> None:
    """It falls right after it confirmed a batch: that batch is there, and is not sent again."""
    anneke, bram, dossier = twee
    _werk(anneke, dossier)
    _werk(bram, dossier)
    with pytest.raises(GeenNetwerk):
        anneke.ronde_met(2, lambda: VALLEN[val](centrum.postgres))
    bevestigd = anneke.ik.bevestigd
    centrum.postgres.start()
    with centrum.beheer() as kijker:
        daar = kijker.execute(
            "SELECT volgnummer FROM viergesprek.apparaat WHERE id = %s", (anneke.ik.id,)
        ).fetchall()
    assert daar == [(bevestigd,)]
    assert bevestigd > 10
    _eis_alles((anneke, bram), centrum)
