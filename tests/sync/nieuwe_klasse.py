"""Tomorrow's version of the program, in a process of its own: it has one mapped class more.

All that a later part has to say is here: its columns, its stream and its class of
data. Nothing in `desktop/sync` or `desktop/store` knows of it. Run by
`test_nieuwe_klasse.py` with the name of a day and where everything is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.bronnen import tomls
from desktop.models.basis import LEEG, Base, Gejournaald, Stroomklasse, tabel
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store import migratie, samen
from desktop.store.motor import vertaal_fouten
from desktop.store.spoor import spoor
from desktop.sync.centraal import beheer
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, gewist_is_nergens, tot_rust


class Leerpad(Gejournaald, Base):
    """The path to B1: a class of a later part."""

    __tablename__ = "leerpad"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    titel: Mapped[str] = mapped_column(default="")
    uren: Mapped[int | None]
    begint: Mapped[date | None]
    vakken: Mapped[Mapping[str, Any]] = mapped_column(default=LEEG)

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.WERK


def _upgrade(motor: sa.Engine) -> None:
    """Tomorrow's migration."""
    with vertaal_fouten(), motor.begin() as verbinding:
        tabel(Leerpad).create(verbinding)
        verbinding.exec_driver_sql("UPDATE alembic_version SET version_num = '0006'")


migratie.HUIDIG = "0006"
migratie._upgrade = _upgrade
LEERPAD = "5b2f0a9c-0000-4000-8000-000000000001"
MERK = "Leerpadwoord"


class Dag:
    """One of the two days on which the new program runs."""

    def __init__(self, waar: Mapping[str, Any]) -> None:
        postgres = SimpleNamespace(
            host=waar["host"],
            poort=waar["poort"],
            uri=lambda _database: waar["uri"],
            socket_uri=lambda _database: waar["socket"],
        )
        self.centrum = Centrum(postgres, waar["database"], waar["mensen"])  # type: ignore[arg-type]
        self._mappen = waar["mappen"]
        self._lijst = vragenlijst_uit(tomls("vragen"))
        self.dossier: str = waar["dossier"]

    def laptop(self, naam: str) -> Laptop:
        """Somebody's laptop, with the new program on it."""
        return Laptop(self.centrum, naam, Path(self._mappen[naam]), self._lijst)

    def begin(self) -> None:
        """Anneke has the new version; the centre and everybody else have not."""
        anneke = self.laptop("anneke")
        nieuw = Leerpad(
            id=LEERPAD,
            dossier_id=self.dossier,
            titel=MERK,
            uren=12,
            begint=date(2026, 9, 1),
            vakken={"taal": 1, "kns": 2},
        )
        with anneke.store.work() as work:
            work.voeg_toe(nieuw)
        anneke.ronde()
        assert anneke.stand.alles_bevestigd, anneke.weigeringen()
        anneke.sluit()

    def later(self) -> None:
        """Everybody has it, and the centre was brought up to date."""
        with beheer.beheerverbinding(self.centrum.uri) as verbinding:
            assert "leerpad" in beheer.werk_bij(verbinding)
        inzicht = Inzicht(self.centrum)
        self._leest(inzicht)
        allen = [self.laptop(naam) for naam in ("anneke", "bram", "carla", "werk")]
        anneke, bram, carla, partner = allen
        assert bram.lees(Leerpad, LEERPAD, "titel") == MERK, "projected after the upgrade"
        tot_rust(allen)
        alles_klopt(allen, inzicht)
        self._voegt_samen(anneke, bram)
        tot_rust(allen)
        alles_klopt(allen, inzicht)
        assert partner.lees(Leerpad, LEERPAD, "uren") == 20, "the role that reads this class"
        self._staat_in_het_spoor(anneke, carla)
        carla.dienst.wis([self.dossier], "de termijn is om")
        tot_rust(allen)
        assert not any(laptop.is_er(Leerpad, LEERPAD) for laptop in allen)
        gewist_is_nergens([MERK], allen, inzicht)
        alles_klopt(allen, inzicht)
        for laptop in allen:
            laptop.sluit()
        inzicht.sluit()

    def _leest(self, inzicht: Inzicht) -> None:
        """The municipality's own reports find it under its name, each what it may see."""
        vraag = "SELECT titel, uren, begint, vakken FROM viergesprek_rapport.leerpad"
        for naam, aantal in (("anneke", 1), ("werk", 1), ("vww", 0), ("els", 0)):
            with self.centrum.psql(naam) as verbinding:
                rijen = verbinding.execute(vraag).fetchall()
            assert len(rijen) == aantal, naam
        with self.centrum.psql("anneke") as verbinding:
            rij = verbinding.execute(vraag).fetchone()
        assert rij == (MERK, 12, date(2026, 9, 1), {"kns": 2, "taal": 1})
        assert inzicht.alle("SELECT count(*) FROM viergesprek_lees.leerpad") == [(1,)]

    def _voegt_samen(self, anneke: Laptop, bram: Laptop) -> None:
        """By element where it is a set; by a person where it is one thing."""
        anneke.zet(Leerpad, LEERPAD, uren=16, vakken={"taal": 1, "kns": 2, "orientatie": 3})
        bram.zet(Leerpad, LEERPAD, uren=20, vakken={"taal": 1})
        tot_rust([anneke, bram])
        assert dict(anneke.lees(Leerpad, LEERPAD, "vakken")) == {"taal": 1, "orientatie": 3}
        (conflict,) = anneke.conflicten()
        assert conflict.entiteit == "leerpad"
        versie = next(v for v in conflict.versies if 20 in v.waarden.values())
        samen.kies(anneke.store, conflict, versie)

    def _staat_in_het_spoor(self, anneke: Laptop, carla: Laptop) -> None:
        with anneke.store.lees() as sessie:
            hier = [r for r in spoor(sessie, self.dossier) if r.entiteit == "leerpad"]
        assert {r.wie for r in hier} == {"anneke", "bram"}
        daar = [r for r in carla.dienst.spoor(self.dossier, None, 500) if r.entiteit == "leerpad"]
        assert len(daar) >= 5
        assert MERK not in str(daar)


if __name__ == "__main__":
    getattr(Dag(json.loads(Path(sys.argv[2]).read_text())), sys.argv[1])()
