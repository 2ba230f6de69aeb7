"""Run by test_verhalen in a process of its own, after a class `toetssessie` was mapped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.models.basis import Base, tabel
from desktop.store import spoor, versies
from desktop.store.koppen import koppen_van
from desktop.sync.centraal import beheer
from tests.sync.conftest import Centrum


def _klasse() -> Any:
    return next(m.class_ for m in Base.registry.mappers if m.class_.__tablename__ == "toetssessie")


def test_the_new_class_goes_all_the_way(
    centrum: Centrum, laptop: Callable[..., Any], tmp_path: Path
) -> None:
    sessie = _klasse()
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        beheer.werk_bij(verbinding)

    def met_tabel(naam: str) -> Any:
        """A laptop with the migration that a later part brings."""
        nieuw = laptop(naam, ronde=False)
        with nieuw.store._motor.begin() as los:
            Base.metadata.create_all(los, tables=[tabel(sessie)])
        nieuw.ronde()
        return nieuw

    anneke, bram = met_tabel("anneke"), met_tabel("bram")
    dossier = anneke.maak_dossier()
    bram.ronde()
    anneke.ronde()
    anneke.deel(dossier, "bram")
    rij = sessie(dossier_id=dossier, lokaal="1")
    with anneke.store.work() as work:
        work.voeg_toe(rij)
    assert anneke.ronde().geweigerd == 0
    bram.ronde()
    for wie, lokaal in ((anneke, "2"), (bram, "3")):
        with wie.store.work() as work:
            work.get(sessie, rij.id).lokaal = lokaal
    for wie in (anneke, bram, anneke):
        wie.ronde()
    assert anneke.stand.conflicten == 1
    anneke.kies("3")
    anneke.ronde()
    with centrum.beheer() as los:
        stand = los.execute("SELECT lokaal FROM viergesprek_lees.toetssessie").fetchall()
    assert stand == [("3",)]
    with anneke.store.lees() as lezen:
        assert koppen_van(lezen.connection(), [("toetssessie", rij.id)])
        regels = spoor.spoor(lezen, dossier)
        assert any(regel.entiteit == "toetssessie" for regel in regels)
        assert versies.aantal(lezen) == 0
    carla = met_tabel("carla")
    carla.dienst.wis([dossier], "De bewaartermijn is voorbij")
    for wie in (anneke, bram):
        wie.ronde()
        with wie.store.lees() as lezen:
            assert lezen.scalar(sa.select(sa.func.count()).select_from(sessie)) == 0
    with centrum.beheer() as los:
        assert los.execute("SELECT count(*) FROM viergesprek_lees.toetssessie").fetchone() == (0,)
