"""The SQLCipher file under SQLAlchemy: connection, pragmas, and errors as Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import sqlcipher3
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError as SaDatabaseFout
from sqlalchemy.pool import QueuePool

from desktop.store.fouten import (
    BestandBeschadigd,
    BestandBezet,
    MapAlleenLezen,
    SchijfVol,
    ViergesprekFout,
)

WACHT_OP_SLOT_S = 5
LEZEN = "viergesprek_lezen"


def verbind(pad: Path, sleutel: bytes) -> Any:
    """A keyed DB-API connection. The key is raw, so opening takes milliseconds."""
    verbinding = sqlcipher3.connect(
        str(pad), timeout=WACHT_OP_SLOT_S, check_same_thread=False, isolation_level=None
    )
    cursor = verbinding.cursor()
    cursor.execute(f"PRAGMA key = \"x'{sleutel.hex()}'\"")
    for pragma in (
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "temp_store=MEMORY",  # no plain text in a temporary file
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    return verbinding


def maak_motor(pad: Path, sleutel: bytes) -> Engine:
    """An engine over the file.

    The dialect is plain pysqlite over the module sqlcipher3, not pysqlcipher:
    that one sends `PRAGMA key` itself and keeps the key in the URL.
    """
    motor = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher3,
        creator=lambda: verbind(pad, sleutel),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
        hide_parameters=True,
    )

    draaihek = Lock()

    @event.listens_for(motor, "begin")
    def _begin(verbinding: Any) -> None:
        if verbinding.get_execution_options().get(LEZEN, False):
            verbinding.exec_driver_sql("BEGIN")
            return
        # A writer takes the lock at once, so that it never finds it taken halfway. Whoever
        # waits for it stands in the turnstile: a round that fetches batch after batch must
        # not be back before a gesture at the table had its turn.
        with draaihek:
            verbinding.exec_driver_sql("BEGIN IMMEDIATE")

    return motor


def als_zin(fout: BaseException) -> ViergesprekFout | None:
    """The sentence for a database error; None when it is an error of our own making."""
    tekst = str(getattr(fout, "orig", fout)).lower()
    if "full" in tekst:
        return SchijfVol(
            "De schijf is vol. Maak ruimte vrij en probeer het opnieuw. "
            "Wat al bewaard was, staat er nog."
        )
    if "malformed" in tekst or "not a database" in tekst or "file is encrypted" in tekst:
        return BestandBeschadigd(
            "Het gegevensbestand is beschadigd. Er is niets gewist. Zet een kopie terug uit de "
            "map 'reservekopieen', of vraag je beheerder."
        )
    if "readonly" in tekst or "unable to open" in tekst or "disk i/o" in tekst:
        return MapAlleenLezen(
            "Viergesprek mag niet schrijven in de map met gegevens. Vraag je beheerder om "
            "schrijfrechten en start daarna opnieuw."
        )
    if "locked" in tekst or "busy" in tekst:
        return BestandBezet(
            "Een ander programma gebruikt het gegevensbestand. Wacht even en probeer het opnieuw."
        )
    return None


@contextmanager
def vertaal_fouten() -> Iterator[None]:
    """Turns database errors inside the block into a ViergesprekFout."""
    try:
        yield
    except (SaDatabaseFout, sqlcipher3.DatabaseError) as fout:
        zin = als_zin(fout)
        if zin is None:
            raise
        raise zin from fout
