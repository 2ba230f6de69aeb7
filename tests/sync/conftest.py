"""A real PostgreSQL for every worker, and a fresh central database for every test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from desktop.demo.postgres import Wegwerppostgres
from desktop.models.vragen import Vragenlijst
from desktop.store.bestanden import GEGEVENS
from desktop.store.store import Store
from desktop.sync.centraal import beheer, schema
from desktop.sync.verbinding import Verbinding
from tests.conftest import SLEUTEL
from tests.sync.bouw import GEMEENTE, Laptop, nieuw

if TYPE_CHECKING:
    from tests.sync.laptop import Laptop as Echte
    from tests.sync.waarborgen import Inzicht

ROLLEN = {
    "anneke": "klantmanager",
    "bram": "klantmanager",
    "carla": "leidinggevende",
    "dirk": "toetsbegeleider",
    "els": "beheerder",
    "vww": "vluchtelingenwerk",
    "coa": "coa",
    "taal": "taalaanbieder",
    "werk": "werkcorporatie",
    "zorg": "ontzorger",
}
"""The people of gemeente 0171 in every test, by name."""


class Centrum:
    """One central database, with people in it."""

    def __init__(
        self, postgres: Wegwerppostgres, database: str, mensen: dict[str, tuple[str, ...]]
    ) -> None:
        self.postgres = postgres
        self.database = database
        self.mensen = mensen

    @property
    def uri(self) -> str:
        """The administrator's URI."""
        return self.postgres.uri(self.database)

    def beheer(self) -> psycopg.Connection:
        """The administrator's connection; a superuser, for whom no policy holds."""
        return psycopg.connect(self.postgres.socket_uri(self.database), autocommit=True)

    def verbinding(self, naam: str) -> Verbinding:
        """How this person connects."""
        login, wachtwoord, _ = self.mensen[naam]
        return Verbinding(
            self.postgres.host, login, wachtwoord, self.postgres.poort, self.database, "disable"
        )

    def medewerker(self, naam: str) -> str:
        """This person's id."""
        return self.mensen[naam][2]

    def laptop(self, naam: str, *, groet: bool = True) -> Laptop:
        """A new laptop of this person, already known to the centre."""
        laptop = Laptop(self.verbinding(naam), self.medewerker(naam))
        if groet:
            laptop.groet()
        return laptop

    def psql(self, naam: str) -> psycopg.Connection:
        """This person with psql: a plain connection, to try things on."""
        return self.verbinding(naam).open()

    def weg(self) -> None:
        """The database is gone."""
        with psycopg.connect(self.postgres.socket_uri(), autocommit=True) as verbinding:
            verbinding.execute(f"DROP DATABASE {self.database} WITH (FORCE)")

    def voeg_toe(self, naam: str, rol: str, gemeente: str = GEMEENTE) -> None:
        """One more person, only for this test."""
        medewerker = nieuw()
        with beheer.beheerverbinding(self.uri) as verbinding:
            wie = beheer.voeg_toe(
                verbinding, gemeente=gemeente, rol=rol, naam=naam, medewerker=medewerker
            )
        self.mensen[naam] = (wie.login, wie.wachtwoord, medewerker)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Wegwerppostgres]:
    """A cluster for this worker, with a template database that has the schema and the people."""
    with Wegwerppostgres() as postgres:
        yield postgres


def richt_in(postgres: Wegwerppostgres, database: str) -> dict[str, tuple[str, ...]]:
    """Makes a central database; its people by name: login, password, id."""
    with psycopg.connect(postgres.socket_uri(), autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
    mensen: dict[str, tuple[str, ...]] = {}
    with psycopg.connect(postgres.socket_uri(database), autocommit=True) as verbinding:
        beheer.maak(verbinding)
        for naam, rol in ROLLEN.items():
            medewerker = nieuw()
            wie = beheer.voeg_toe(
                verbinding, gemeente=GEMEENTE, rol=rol, naam=naam, medewerker=medewerker
            )
            mensen[naam] = (wie.login, wie.wachtwoord, medewerker)
    return mensen


@pytest.fixture(scope="session")
def sjabloon(postgres: Wegwerppostgres) -> dict[str, tuple[str, ...]]:
    """Makes the template database; its people by name: login, password, id."""
    return richt_in(postgres, "sjabloon")


@pytest.fixture(scope="session")
def nieuwe_database(
    postgres: Wegwerppostgres, sjabloon: dict[str, tuple[str, ...]]
) -> Callable[..., Centrum]:
    """Makes one central database after another; about 30 ms each. `van`: as this one is now."""
    nummers = count(1)

    def maak(van: str = "sjabloon") -> Centrum:
        naam = f"vg{next(nummers)}"
        # A connection of its own: a test may have restarted the server.
        with psycopg.connect(postgres.socket_uri(), autocommit=True) as verbinding:
            verbinding.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                    sql.Identifier(naam), sql.Identifier(van)
                )
            )
            # A database's own rights are not copied with it.
            for opdracht in schema.DATABASERECHTEN:
                verbinding.execute(opdracht.format(naam))
        return Centrum(postgres, naam, dict(sjabloon))

    return maak


@pytest.fixture
def centrum(postgres: Wegwerppostgres, nieuwe_database: Callable[[], Centrum]) -> Iterator[Centrum]:
    """A fresh central database with the people of ROLLEN."""
    centrum = nieuwe_database()
    yield centrum
    centrum.weg()


@pytest.fixture(scope="session")
def leeg(tmp_path_factory: pytest.TempPathFactory, lijst: Vragenlijst) -> Path:
    """The encrypted file of a laptop on its first day: no migration for each one."""
    map_ = tmp_path_factory.mktemp("leeg")
    store = Store(map_, SLEUTEL, lijst)
    with store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql("DELETE FROM apparaat")
    store.sluit()
    return map_ / GEGEVENS


@pytest.fixture
def laptop(
    centrum: Centrum, tmp_path: Path, lijst: Vragenlijst, leeg: Path
) -> Iterator[Callable[..., Echte]]:
    """Gives people laptops, coupled with the centre; `laptop("anneke")` has made one round."""
    from tests.sync.laptop import Laptop as Echte

    gemaakt: list[Echte] = []

    def maak(naam: str, *, ronde: bool = True) -> Echte:
        nieuw = Echte(centrum, naam, tmp_path / f"{naam}{len(gemaakt)}", lijst, leeg)
        gemaakt.append(nieuw)
        if ronde:
            nieuw.ronde()
        return nieuw

    yield maak
    for een in gemaakt:
        een.sluit()


@pytest.fixture
def samen(laptop: Callable[..., Echte]) -> Callable[..., list[Echte]]:
    """Laptops of these people, who know of one another."""
    from tests.sync.waarborgen import tot_rust

    def maak(*namen: str) -> list[Echte]:
        allen = [laptop(naam) for naam in namen]
        tot_rust(allen)
        return allen

    return maak


@pytest.fixture
def inzicht(centrum: Centrum) -> Iterator[Inzicht]:
    """The centre as its owner sees it."""
    from tests.sync.waarborgen import Inzicht as Kijker

    kijker = Kijker(centrum)
    yield kijker
    kijker.sluit()
