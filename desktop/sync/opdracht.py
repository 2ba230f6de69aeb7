"""`viergesprek sync`: one round without a window, for a scheduled task."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.bronnen import tomls
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.bestanden import SLEUTEL
from desktop.store.fouten import ViergesprekFout
from desktop.store.kopieen import dagelijks
from desktop.store.sleutel import Sleutelbestand
from desktop.store.store import Store
from desktop.sync.dienst import Synchronisatie
from desktop.sync.fouten import GeenNetwerk
from desktop.sync.stand import Stand, Uitkomst

GOED, FOUT, GEEN_NETWERK = 0, 1, 3
"""Exit codes: the centre has confirmed everything; something was refused or went wrong; offline."""


def ronde_zonder_venster(
    map_: Path, maak: Callable[[Store], Synchronisatie] = Synchronisatie
) -> int:
    """Opens the store in `map_`, makes one round and tells in sentences how it went.

    The key comes by the passphrase in VIERGESPREK_WACHTZIN, else from the system's
    key store, else somebody types the passphrase. Returns the exit code.
    """
    bestand = Sleutelbestand(map_ / SLEUTEL)
    if not bestand.bestaat():
        return _zeg(f"In {map_} staan geen gegevens van Viergesprek.")
    try:
        sleutel = _sleutel(bestand)
        if sleutel is None:
            return _zeg(
                "Zet de wachtzin in VIERGESPREK_WACHTZIN, of bewaar de sleutel op deze computer "
                "(in Viergesprek: Instellingen)."
            )
        store = Store(map_, sleutel, vragenlijst_uit(tomls("vragen")))
        try:
            sync = maak(store)
            uitkomst = sync.ronde()
            stand = None if uitkomst.leeggemaakt else sync.stand()
            if stand is not None:
                dagelijks(store)
        finally:
            store.sluit()
    except GeenNetwerk as fout:
        _zeg(fout.zin)
        return GEEN_NETWERK
    except ViergesprekFout as fout:
        return _zeg(fout.zin)
    return _vertel(uitkomst, stand)


def _vertel(uitkomst: Uitkomst, stand: Stand | None) -> int:
    for zin in uitkomst.meldingen:
        print(zin)
    if stand is None:
        return _zeg("Deze laptop is als verloren gemeld. De gegevens zijn gewist.")
    print(f"Verstuurd: {uitkomst.gebracht}. Opgehaald: {uitkomst.gehaald}.")
    if stand.conflicten:
        print(f"Verschillen om te bekijken: {stand.conflicten}.")
    if stand.geweigerd:
        return _zeg(f"Niet aangenomen: {stand.geweigerd}. Kijk in Viergesprek wat er bleef liggen.")
    if not stand.alles_bevestigd:
        return _zeg(f"Nog niet bevestigd: {stand.wachtend}.")
    print("Alles is centraal bewaard.")
    return GOED


def _sleutel(bestand: Sleutelbestand) -> bytes | None:
    wachtzin = os.environ.get("VIERGESPREK_WACHTZIN")
    if wachtzin:
        return bestand.open(wachtzin)
    if (sleutel := bestand.open_met_systeem()) is not None:
        return sleutel
    if not sys.stdin.isatty():
        return None
    return bestand.open(getpass.getpass("Wachtzin: "))


def _zeg(zin: str) -> int:
    print(zin, file=sys.stderr)
    return FOUT
