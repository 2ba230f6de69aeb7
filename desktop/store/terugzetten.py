"""Putting a copy back: in the place of the file, as another device, under the same key.

A restored laptop has rows that the centre may have had from its former self. It
goes on as another device: what the copy had not confirmed is stamped anew, and the
centre knows again what it has (sync.md trap 9). What was erased since stays erased.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import sqlcipher3
from sqlalchemy.exc import DatabaseError

from desktop.models.basis import nieuw_id
from desktop.models.vragen import Vragenlijst
from desktop.store import ruimen, wissel
from desktop.store.bestanden import GEGEVENS, KOPIEEN, TERUGZETTEN
from desktop.store.bewaren import gewiste_delen
from desktop.store.fouten import BestandBezet, MapAlleenLezen, SchijfVol, ViergesprekFout
from desktop.store.heel import als_zin
from desktop.store.herstempel import herstempel
from desktop.store.motor import als_zin as als_motorzin
from desktop.store.motor import maak_motor, verbind, vertaal_fouten
from desktop.store.store import Store

GEDULD_S = 5.0
WEINIG = 1 << 20
"""Bytes: with less than this free, SQLite may not even make its log."""


class KopieOnleesbaar(ViergesprekFout):
    """The copy does not open with this laptop's key, or is damaged."""

    STANDAARD = (
        "Deze kopie gaat niet open. Zij is beschadigd, of zij hoort bij een ander sleutelbestand. "
        "Er is niets veranderd. Kies een andere kopie."
    )


class GeenKopie(ViergesprekFout):
    """There is no such file, or it is no copy of Viergesprek."""

    STANDAARD = (
        "Dit is geen kopie van Viergesprek. Er is niets veranderd. Kies een bestand uit de map "
        "'reservekopieen'."
    )


def zet_terug(map_: Path, kopie: Path, sleutel: bytes, lijst: Vragenlijst, nu: datetime) -> Path:
    """Puts a copy back while no program is open; returns where the present file went.

    Raises ViergesprekFout with a sentence, and then nothing has changed.
    """
    bereid_voor(map_, kopie, sleutel, lijst)
    try:
        _eis_vrij(map_ / GEGEVENS, sleutel)
        return wissel.beslis(map_, nu)
    finally:
        wissel.ruim(map_)


def bereid_voor(map_: Path, kopie: Path, sleutel: bytes, lijst: Vragenlijst) -> None:
    """Makes a copy ready beside the file: proven, brought up to date, as another device.

    The file itself may be open meanwhile. Raises ViergesprekFout, and then nothing has
    changed; `wissel.beslis` then puts it in place.
    """
    klaar = map_ / TERUGZETTEN
    wissel.ruim(map_)
    try:
        _haal(kopie, klaar)
        _bewijs(klaar / GEGEVENS, sleutel)
        store = Store(klaar, sleutel, lijst)
        try:
            with store.neem_op() as inkomst:
                herstempel(inkomst.verbinding, apparaat=nieuw_id())
                _wis_opnieuw(map_ / GEGEVENS, sleutel, inkomst.verbinding)
            store.veeg_schoon()
        finally:
            store.sluit()
        with vertaal_fouten(), closing(verbind(klaar / GEGEVENS, sleutel)) as verbinding:
            # One file, so that one rename puts it in place.
            verbinding.execute("PRAGMA journal_mode=DELETE")
        shutil.rmtree(klaar / KOPIEEN, ignore_errors=True)  # from before an upgrade
    except MapAlleenLezen as fout:
        vol = _zonder_ruimte(fout, map_)
        wissel.ruim(map_)
        raise vol or fout from fout
    except BaseException:
        wissel.ruim(map_)
        raise


def _haal(kopie: Path, klaar: Path) -> None:
    if not kopie.is_file():
        raise GeenKopie
    try:
        klaar.mkdir()
        shutil.copyfile(kopie, klaar / GEGEVENS)
        wal = kopie.with_name(f"{kopie.name}-wal")  # of a file that was put aside as it stood
        if wal.exists():
            shutil.copyfile(wal, klaar / f"{GEGEVENS}-wal")
    except OSError as fout:
        raise als_zin(fout) from None


def _bewijs(pad: Path, sleutel: bytes) -> None:
    """Every page carries its own proof; then the structure."""
    try:
        with closing(verbind(pad, sleutel)) as verbinding:
            if verbinding.execute("PRAGMA cipher_integrity_check").fetchall():
                raise KopieOnleesbaar
            if verbinding.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise KopieOnleesbaar
            tabellen = verbinding.execute(
                "SELECT count(*) FROM sqlite_master WHERE name IN ('wijziging', 'apparaat')"
            ).fetchone()
    except sqlcipher3.DatabaseError as fout:
        raise (_zonder_ruimte(als_motorzin(fout), pad.parent) or KopieOnleesbaar()) from fout
    if tabellen != (2,):
        raise GeenKopie


def _zonder_ruimte(zin: ViergesprekFout | None, map_: Path) -> SchijfVol | None:
    """SchijfVol when that is what is the matter: SQLite often says only "disk I/O error"."""
    if isinstance(zin, SchijfVol):
        return zin
    vol = isinstance(zin, MapAlleenLezen) and shutil.disk_usage(map_).free < WEINIG
    return SchijfVol() if vol else None


def _wis_opnieuw(pad: Path, sleutel: bytes, naar: Any) -> None:
    """What was erased from the present file since the copy was made, from the copy too.

    A present file that is damaged cannot tell; with a centre the tombstones come again.
    """
    if not _leesbaar(pad, sleutel):
        return
    motor = maak_motor(pad, sleutel)
    try:
        with motor.connect() as nu:
            gewist = nu.exec_driver_sql("SELECT gemeente, dossier, nr, op FROM gewist").all()
            delen = gewiste_delen(nu)
    except (DatabaseError, sqlcipher3.DatabaseError):
        return  # that is why somebody puts a copy back
    finally:
        motor.dispose()
    for gemeente, dossier, nr, op in gewist:
        ruimen.wis_dossier(naar, gemeente, dossier, nr, op)
    for deel in delen:
        ruimen.wis_deel(naar, deel.entiteit, deel.rij, deel.velden)


def _leesbaar(pad: Path, sleutel: bytes) -> bool:
    """True when the present file opens.

    Reads only: SQLite may throw away the log of a damaged file that it is allowed to
    write, and of such a file every byte has to be kept.
    """
    if not pad.exists():
        return False
    try:
        verbinding = sqlcipher3.connect(f"{pad.absolute().as_uri()}?mode=ro", uri=True)
        with closing(verbinding):
            verbinding.execute(f"PRAGMA key = \"x'{sleutel.hex()}'\"")
            verbinding.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher3.DatabaseError as fout:
        return "locked" in str(fout).lower()
    return True


def _eis_vrij(pad: Path, sleutel: bytes) -> None:
    """Raises BestandBezet when a program has the file open.

    Leaving the write-ahead log needs the file for oneself. A damaged file cannot say.
    """
    if not _leesbaar(pad, sleutel):
        return
    tot = monotonic() + GEDULD_S
    while True:
        try:
            with closing(verbind(pad, sleutel)) as verbinding:
                verbinding.execute("PRAGMA journal_mode=DELETE")
            return
        except sqlcipher3.DatabaseError as fout:
            if "locked" not in str(fout).lower() and "busy" not in str(fout).lower():
                return
        if monotonic() > tot:
            raise BestandBezet(
                "Viergesprek staat nog open, of een ander programma gebruikt het bestand. Sluit "
                "het en probeer het opnieuw. Er is niets veranderd."
            )
        sleep(0.2)
