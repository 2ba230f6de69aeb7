"""The centre was put back from a dump: rows are missing there and counters went back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql

from desktop.sync.centraal import beheer, schema
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


@contextmanager
def _postgres(centrum: Centrum) -> Iterator[psycopg.Connection]:
    with psycopg.connect(centrum.postgres.socket_uri(), autocommit=True) as verbinding:
        yield verbinding


def dump(centrum: Centrum) -> str:
    """The whole database as it is now."""
    return centrum.postgres.draai("pg_dump", "--format=plain", centrum.database)


def zet_terug(centrum: Centrum, kopie: str) -> None:
    """The database as the dump has it, and `viergesprek central hersteld`."""
    naam = sql.Identifier(centrum.database)
    with _postgres(centrum) as verbinding:
        verbinding.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(naam))
        verbinding.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(naam))
        for opdracht in schema.DATABASERECHTEN:
            verbinding.execute(opdracht.format(centrum.database))
    pad = centrum.postgres.map / "dump.sql"
    pad.write_text(kopie, encoding="utf-8")
    centrum.postgres.draai(
        "psql", "--quiet", "--set=ON_ERROR_STOP=1", f"--file={pad}", centrum.database
    )
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        beheer.hersteld(verbinding)


@pytest.fixture
def kijk(centrum: Centrum) -> Iterator[Callable[[], Inzicht]]:
    """The centre as its owner sees it; a new look after every restore."""
    open_: list[Inzicht] = []

    def maak() -> Inzicht:
        open_.append(Inzicht(centrum))
        return open_[-1]

    yield maak
    for inzicht in open_:
        inzicht.sluit()


def test_laptops_bring_what_the_dump_does_not_have(
    samen: Samen, centrum: Centrum, kijk: Callable[[], Inzicht]
) -> None:
    anneke, bram = samen("anneke", "bram")
    oud = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(oud, "bram")
    tot_rust([anneke, bram])
    gisteren = dump(centrum)
    anneke.wijzig(oud, adres="Urk")
    bram.wijzig(oud, telefoon="0527")
    nieuw = anneke.maak_dossier(achternaam="Van na de dump")
    tot_rust([anneke, bram])
    zet_terug(centrum, gisteren)
    anneke.ronde()
    assert anneke.heeft(nieuw), "never off the laptop because the centre lost it"
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], kijk())
    assert (bram.veld(oud, "adres"), anneke.veld(oud, "telefoon")) == ("Urk", "0527")
    assert anneke.stand.conflicten == 0


def test_numbers_that_are_given_twice_are_noticed_and_read_anew(
    samen: Samen, centrum: Centrum, kijk: Callable[[], Inzicht]
) -> None:
    """As many rows again, but others: only the marks of the streams tell."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    gisteren = dump(centrum)
    anneke.wijzig(dossier, adres="van voor de brand")
    tot_rust([anneke, bram])
    zet_terug(centrum, gisteren)
    bram.wijzig(dossier, telefoon="van na de brand")
    bram.ronde()
    tot_rust([bram, anneke])
    alles_klopt([anneke, bram], kijk())
    assert bram.veld(dossier, "adres") == "van voor de brand"
    assert anneke.veld(dossier, "telefoon") == "van na de brand"


def test_a_laptop_offers_also_what_it_brought_under_a_former_identity(
    samen: Samen, centrum: Centrum, kijk: Callable[[], Inzicht]
) -> None:
    """Put back itself between the dump and the restore, it counts under another number now."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    gisteren = dump(centrum)
    anneke.wijzig(dossier, adres="onder de oude naam")
    anneke.ronde()
    tweede = anneke.bewaar(anneke.map / "kopie.db")
    anneke.wijzig(dossier, telefoon="0527")
    anneke.ronde()
    anneke.zet_terug(tweede)
    anneke.ronde()
    anneke.wijzig(dossier, nationaliteit="ER")
    tot_rust([anneke, bram])
    zet_terug(centrum, gisteren)
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], kijk())
    assert [bram.veld(dossier, v) for v in ("adres", "telefoon", "nationaliteit")] == [
        "onder de oude naam", "0527", "ER",
    ]  # fmt: skip


def test_what_was_erased_after_the_dump_is_erased_again_by_nobody_but_a_person(
    samen: Samen, centrum: Centrum, kijk: Callable[[], Inzicht]
) -> None:
    """A dump brings an erased client back into the centre: the laptops keep their tombstone.

    So `central status` names dumps from before an erasure for destruction.
    """
    anneke, carla = samen("anneke", "carla")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    tot_rust([anneke, carla])
    gisteren = dump(centrum)
    carla.dienst.wis([dossier], "de termijn is om")
    tot_rust([anneke, carla])
    assert not anneke.heeft(dossier)
    zet_terug(centrum, gisteren)
    tot_rust([anneke, carla])
    assert not anneke.heeft(dossier)
    assert not carla.heeft(dossier)
    carla.dienst.wis([dossier], "de termijn is om")
    assert dossier in kijk().gewist()
    tot_rust([anneke, carla])
    alles_klopt([anneke, carla], kijk())


def test_an_erasure_after_the_restore_reaches_laptops_that_knew_higher_numbers(
    samen: Samen, centrum: Centrum, kijk: Callable[[], Inzicht]
) -> None:
    """Tombstones are numbered too: without the new epoch this one would count as heard."""
    anneke, carla = samen("anneke", "carla")
    eerst, daarna = (anneke.maak_dossier(achternaam=naam) for naam in ("Eerst", "Daarna"))
    tot_rust([anneke, carla])
    gisteren = dump(centrum)
    carla.dienst.wis([eerst], "de termijn is om")
    tot_rust([anneke, carla])
    zet_terug(centrum, gisteren)
    carla.ronde()
    carla.dienst.wis([daarna], "de termijn is om")
    tot_rust([anneke, carla])
    assert kijk().gewist() == {daarna}
    assert anneke.dossiers() == []
