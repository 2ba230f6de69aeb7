"""Migrations of the encrypted file, with a proven copy before each one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import sqlcipher3
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from desktop.store.bestanden import KOPIEEN
from desktop.store.fouten import BestandBeschadigd, BestandTeNieuw, OpSlot
from desktop.store.heel import als_zin
from desktop.store.motor import verbind, vertaal_fouten

HUIDIG = "0005"
"""The newest revision; a test holds it against Alembic's own head."""

BEWAAR_KOPIEEN = 7
BLADEN_PER_KEER = 1_000


def versie(motor: Engine) -> str | None:
    """Revision of the file; None for an empty one."""
    with vertaal_fouten(), motor.connect() as verbinding:
        bestaat = verbinding.scalar(
            text("SELECT count(*) FROM sqlite_master WHERE name='alembic_version'")
        )
        if not bestaat:
            return None
        return str(verbinding.scalar(text("SELECT version_num FROM alembic_version")))


def werk_bij(motor: Engine, pad: Path, sleutel: bytes, nu: datetime) -> bool:
    """Brings the file to the newest revision, after a copy. Raises BestandTeNieuw.

    True when there was an older one: what its program did not know is projected then.
    """
    oud = versie(motor)
    if oud == HUIDIG:
        return False
    if oud is not None and oud > HUIDIG:
        raise BestandTeNieuw(
            "Dit bestand is gemaakt met een nieuwere versie van Viergesprek. "
            "Installeer de nieuwe versie en start opnieuw. Er is niets veranderd."
        )
    if oud is not None:
        kopieer(pad, sleutel, pad.parent / KOPIEEN, f"voor-{HUIDIG}", nu)
    _upgrade(motor)
    return oud is not None


def _upgrade(motor: Engine) -> None:
    # Alembic is only imported when there is something to do: it is no part of a normal start.
    from alembic import command
    from alembic.config import Config

    instelling = Config()
    instelling.set_main_option(
        "script_location", str(Path(__file__).parent / "migraties").replace("%", "%%")
    )
    instelling.set_main_option(
        "version_locations", str(Path(__file__).parent / "migraties/versies")
    )
    instelling.set_main_option("path_separator", "newline")
    with vertaal_fouten(), motor.begin() as verbinding:
        instelling.attributes["verbinding"] = verbinding
        command.upgrade(instelling, "head")


def kopieer(
    pad: Path,
    sleutel: bytes,
    map_: Path,
    naam: str,
    nu: datetime,
    *,
    gestaakt: Callable[[], bool] = lambda: False,
) -> Path:
    """A copy of the encrypted file, encrypted with the same key, and opened once to prove it.

    It is there whole or not at all. Raises SchijfVol, MapAlleenLezen or BestandBeschadigd;
    OpSlot when `gestaakt` says to stop.
    """

    def kijk(_status: int, _nog: int, _alles: int) -> None:
        if gestaakt():
            raise OpSlot

    doel = map_ / f"{pad.stem}-{naam}-{nu:%Y%m%d-%H%M%S}.db"
    half = doel.with_suffix(".half")
    try:
        map_.mkdir(exist_ok=True)
        with (
            vertaal_fouten(),
            closing(verbind(pad, sleutel)) as van,
            closing(verbind(half, sleutel)) as naar,
        ):
            # One snapshot, so that somebody who writes meanwhile does not make it begin anew.
            van.execute("BEGIN")
            van.execute("SELECT count(*) FROM sqlite_master").fetchone()
            van.backup(naar, pages=BLADEN_PER_KEER, progress=kijk)
        if not heel(half, sleutel):
            raise BestandBeschadigd(
                "De reservekopie is niet goed gelukt. Er is niets veranderd. "
                "Controleer of er genoeg ruimte is op de schijf."
            )
        half.replace(doel)
        for oud in sorted(map_.glob(f"{pad.stem}-*.db"), key=lambda p: p.stat().st_mtime)[
            :-BEWAAR_KOPIEEN
        ]:
            oud.unlink()
    except OSError as fout:
        raise als_zin(fout) from None
    finally:
        with suppress(OSError):
            for rest in map_.glob(f"{half.name}*"):
                rest.unlink(missing_ok=True)
    return doel


def heel(pad: Path, sleutel: bytes) -> bool:
    """True when the file opens with this key and its structure is sound."""
    try:
        verbinding = verbind(pad, sleutel)
        try:
            return bool(verbinding.execute("PRAGMA quick_check").fetchone() == ("ok",))
        finally:
            verbinding.close()
    except (sqlcipher3.DatabaseError, DatabaseError):
        return False
