"""The step in which a copy takes the place of the file: after a kill, the old one or the new one.

A copy stands ready in the folder `.terugzetten`. When it is decided, a marker is
written beside it; from then on every start goes forward: what stands in the data
folder goes aside, the copy takes its place, the marker goes. Each move is one
rename, and each can be done again. Knows no key and no database.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from desktop.store.bestanden import GEGEVENS, OPZIJ, TERUGZETTEN
from desktop.store.heel import als_zin, bewaar_map, schrijf_heel

MERK = "besloten"
_BESTANDEN = (f"{GEGEVENS}-wal", f"{GEGEVENS}-shm", GEGEVENS)


def beslis(map_: Path, nu: datetime) -> Path:
    """Swaps the prepared copy in, and returns the folder where the present file went.

    No program may have the file open. Raises what moving a file raises; when nothing
    was moved yet, everything is as it was.
    """
    klaar = map_ / TERUGZETTEN
    opzij = map_ / OPZIJ / f"{nu:%Y%m%d-%H%M%S}"
    schrijf_heel(klaar / MERK, json.dumps({"opzij": opzij.name}).encode())
    try:
        maak_af(map_)
    except BaseException:
        if not opzij.exists() or not any(opzij.iterdir()):
            (klaar / MERK).unlink(missing_ok=True)
        raise
    return opzij


def maak_af(map_: Path) -> bool:
    """Finishes a swap that was decided; True when there was one. Runs before a file is opened."""
    klaar = map_ / TERUGZETTEN
    merk = klaar / MERK
    if not merk.exists():
        return False
    try:
        opzij = map_ / OPZIJ / json.loads(merk.read_bytes())["opzij"]
        if (klaar / GEGEVENS).exists():
            opzij.mkdir(parents=True, exist_ok=True)
            for naam in _BESTANDEN:
                if (map_ / naam).exists():
                    verplaats(map_ / naam, opzij / naam)
            bewaar_map(opzij)
            verplaats(klaar / GEGEVENS, map_ / GEGEVENS)
            bewaar_map(map_)
        merk.unlink()
    except OSError as fout:
        raise als_zin(fout) from None
    ruim(map_)
    return True


def verplaats(van: Path, naar: Path) -> None:
    """One rename."""
    van.replace(naar)


def ruim(map_: Path) -> None:
    """Throws away a copy that was being made ready when the program ended."""
    if not (map_ / TERUGZETTEN / MERK).exists():
        with suppress(OSError):
            shutil.rmtree(map_ / TERUGZETTEN)
