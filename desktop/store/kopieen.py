"""Copies of the encrypted file: one a day, and the ones that hold what was erased since."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3

from desktop.models.tijdzone import kalenderdag
from desktop.store.bestanden import GEGEVENS, KOPIEEN, OPZIJ
from desktop.store.bewaren import gewiste_delen
from desktop.store.heel import als_zin
from desktop.store.motor import verbind
from desktop.store.store import Store

DAG = "dag"
_TIJD = "%Y%m%d-%H%M%S"
_BEGIN = Path(GEGEVENS).stem
_HALF_S = 3600


@dataclass(frozen=True)
class Kopie:
    """One copy: what it was made for, and when. Its name says nothing of anybody."""

    pad: Path
    moment: datetime
    soort: str
    """`dag`, `kopie` (asked for), `voor-0002` (before an upgrade), `opzij` (before a restore)."""
    bytes: int


def kopieen(map_: Path) -> list[Kopie]:
    """All copies of the file in this folder, newest first."""
    paden = [*(map_ / KOPIEEN).glob("*.db"), *(map_ / OPZIJ).glob(f"*/{GEGEVENS}")]
    return sorted((_kopie(pad) for pad in paden), key=lambda k: k.moment, reverse=True)


def _kopie(pad: Path) -> Kopie:
    staat = pad.stat()
    opzij = pad.name == GEGEVENS
    naam = pad.parent.name if opzij else pad.stem.removeprefix(f"{_BEGIN}-")
    soort = "opzij" if opzij else naam[: -len("-20260101-000000")]
    try:
        moment = datetime.strptime(naam[-15:], _TIJD).replace(tzinfo=UTC)
    except ValueError:  # somebody gave it another name
        moment, soort = datetime.fromtimestamp(staat.st_mtime, UTC), "kopie"
    return Kopie(pad, moment, soort, staat.st_size)


def dagelijks(store: Store, *, gestaakt: Callable[[], bool] = lambda: False) -> Path | None:
    """A proven copy, once a day; None when today's is there. Call it off the GUI thread.

    When it is there, the older ones that hold what was erased since are of no more use.
    `gestaakt` is asked now and then whether to stop; then it raises OpSlot.
    """
    vandaag = store.vandaag()
    for kopie in kopieen(store.map):
        if kopie.soort == DAG and kalenderdag(kopie.moment) == vandaag:
            return None
    _ruim_halve(store.map / KOPIEEN)
    nieuw = store.reservekopie(DAG, gestaakt=gestaakt)
    _verwijder([k for k in met_gewiste_inhoud(store) if k.pad != nieuw])
    return nieuw


def _ruim_halve(map_: Path) -> None:
    """What was left of a copy when the program was killed; one that is being made stays."""
    oud = time.time() - _HALF_S
    with suppress(OSError):
        for pad in map_.glob("*.half*"):
            if pad.stat().st_mtime < oud:
                pad.unlink(missing_ok=True)


def met_gewiste_inhoud(store: Store) -> list[Kopie]:
    """Copies that still hold something that was erased since, newest first; looks inside each.

    One that does not open is among them when it is older than an erasure.
    """
    with store.lees() as sessie:
        verbinding = sessie.connection()
        gewist = verbinding.exec_driver_sql("SELECT dossier, op FROM gewist").all()
        dossiers = {rij[0]: rij[1] for rij in gewist}
        delen = gewiste_delen(verbinding)
    if not dossiers and not delen:
        return []
    laatste = max((datetime.fromisoformat(op) for op in dossiers.values()), default=None)
    uit = []
    for kopie in kopieen(store.map):
        try:
            with _geopend(kopie.pad, store.sleutel) as verbinding_:
                bevat = _bevat(verbinding_, dossiers, delen)
        except sqlcipher3.DatabaseError:
            bevat = laatste is None or kopie.moment <= laatste
        if bevat:
            uit.append(kopie)
    return uit


@contextmanager
def _geopend(pad: Path, sleutel: bytes) -> Iterator[Any]:
    verbinding = verbind(pad, sleutel)
    try:
        yield verbinding
    finally:
        verbinding.close()


def _bevat(verbinding: Any, dossiers: Collection[str], delen: Collection[Any]) -> bool:
    if verbinding.execute(
        "SELECT EXISTS (SELECT 1 FROM wijziging WHERE zout IS NOT NULL "
        "AND dossier IN (SELECT value FROM json_each(?)))",
        (json.dumps(list(dossiers)),),
    ).fetchone()[0]:
        return True
    for deel in delen:
        for (veld,) in verbinding.execute(
            "SELECT veld FROM wijziging WHERE entiteit = ? AND rij = ? AND zout IS NOT NULL",
            (deel.entiteit, deel.rij),
        ):
            if not deel.velden or veld.split(":", 1)[0] in deel.velden:
                return True
    return False


def vernietig(store: Store, weg: Collection[Kopie]) -> Path:
    """Destroys these copies, after a new one was made and proven. Returns the new one.

    Raises what making a copy raises, and then nothing was destroyed.
    """
    nieuw = store.reservekopie()
    _verwijder([k for k in weg if k.pad != nieuw])
    return nieuw


def _verwijder(weg: Iterable[Kopie]) -> None:
    try:
        for kopie in weg:
            for pad in (kopie.pad, *kopie.pad.parent.glob(f"{kopie.pad.name}-*")):
                pad.unlink(missing_ok=True)
            if kopie.soort == "opzij":
                kopie.pad.parent.rmdir()
    except OSError as fout:
        raise als_zin(fout) from None
