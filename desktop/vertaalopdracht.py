"""`viergesprek vertaling`: measures the languages, exchanges files with a translation office."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import catalogi
from desktop.bronnen import tomls
from desktop.documents.bestand import schrijf
from desktop.exchange.vertaalbestand import (
    Bestandgeweigerd,
    lees_vertaalbestand,
    vertaalbestand,
)
from desktop.models.catalogus import Taal
from desktop.models.vertaaldekking import Dekking, Stand, meet
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.bestanden import SLEUTEL
from desktop.store.fouten import ViergesprekFout
from desktop.store.sleutel import Sleutelbestand
from desktop.store.store import Store
from desktop.store.vertalingen import (
    aantallen_meldingen,
    herkomsten,
    huidige_catalogus,
    meldingen,
    neem_op,
)
from desktop.taal import meervoud

GOED, FOUT, GEBRUIK, GEWEIGERD = 0, 1, 2, 4
"""Exit codes: done; it could not be done; asked wrongly; the file has faults, nothing changed."""

_KOPPEN = ("teksten", "ontbreekt", "fuzzy", "concept", "nagekeken", "beëdigd")


def voer_uit(gekozen: argparse.Namespace, map_: Path) -> int:
    """Runs one of `status`, `uit` and `in`; returns the exit code."""
    taal = None
    if getattr(gekozen, "taal", None):
        taal = catalogi.talen().get(gekozen.taal)
        if taal is None or taal.tag == "nl":
            talen = ", ".join(tag for tag in catalogi.talen() if tag != "nl")
            return _zeg(f"Deze taal is er niet. Kies uit: {talen}.", GEBRUIK)
    bestand = Sleutelbestand(map_ / SLEUTEL)
    if not bestand.bestaat():
        return _zeg(f"In {map_} staan geen gegevens van Viergesprek.")
    try:
        wachtzin = os.environ.get("VIERGESPREK_WACHTZIN")
        if not wachtzin and not sys.stdin.isatty():
            return _zeg("Zet de wachtzin in VIERGESPREK_WACHTZIN.")
        wachtzin = wachtzin or getpass.getpass("Wachtzin: ")
        store = Store(map_, bestand.open(wachtzin), vragenlijst_uit(tomls("vragen")))
        try:
            if gekozen.wat == "status":
                return _status(store, taal)
            if gekozen.wat == "uit":
                assert taal is not None
                return _uit(store, taal, gekozen.bestand)
            return _in(store, gekozen.bestand)
        finally:
            store.sluit()
    except ViergesprekFout as fout:
        return _zeg(fout.zin)


def _status(store: Store, taal: Taal | None) -> int:
    bronnen = catalogi.bronteksten(store.lijst)
    talen = [taal] if taal else [t for t in catalogi.talen().values() if t.tag != "nl"]
    with store.lees() as sessie:
        open_ = aantallen_meldingen(sessie)
        engels = huidige_catalogus(sessie, "en")
        dekkingen = [meet(t, bronnen, huidige_catalogus(sessie, t.tag), engels) for t in talen]
    if taal is None:
        rijen = [
            (d.taal.tag, d.taal.naam, *_tellingen(d), open_.get(d.taal.tag, 0)) for d in dekkingen
        ]
        _tabel(("code", "taal", *_KOPPEN, "opmerkingen"), rijen, links=2)
    else:
        (dekking,) = dekkingen
        per_deel = [(deel, *_tellingen(dekking, deel)) for deel in dekking.delen]
        per_deel.append(("samen", *_tellingen(dekking)))
        _tabel((taal.naam, *_KOPPEN), per_deel, links=1)
        print(f"Opmerkingen uit gesprekken: {open_.get(taal.tag, 0)}")
    return GOED


def _tellingen(dekking: Dekking, deel: str | None = None) -> tuple[int, ...]:
    totaal = dekking.totaal if deel is None else dekking.totaal_van(deel)
    return (totaal, *(dekking.aantal(stand, deel) for stand in Stand))


def _tabel(koppen: Sequence[str], rijen: Sequence[Sequence[object]], *, links: int) -> None:
    """Prints columns; the first `links` are words, the others numbers."""
    alles = [[str(cel) for cel in rij] for rij in (koppen, *rijen)]
    breed = [max(len(rij[n]) for rij in alles) for n in range(len(koppen))]
    for rij in alles:
        cellen = [
            cel.ljust(breed[n]) if n < links else cel.rjust(breed[n]) for n, cel in enumerate(rij)
        ]
        print("  ".join(cellen).rstrip())


def _uit(store: Store, taal: Taal, pad: Path) -> int:
    with store.lees() as sessie:
        inhoud = vertaalbestand(
            taal,
            catalogi.bronteksten(store.lijst),
            huidige_catalogus(sessie, taal.tag),
            meldingen(sessie, taal.tag),
            herkomsten(sessie, taal.tag),
        )
    try:
        schrijf(inhoud, pad)
    except OSError:
        return _zeg(f"{pad} kan niet worden geschreven. Kies een andere plek.")
    print(f"{taal.naam} staat in {pad}")
    return GOED


def _in(store: Store, pad: Path) -> int:
    try:
        inhoud = pad.read_bytes()
    except OSError:
        return _zeg(f"{pad} kan niet worden gelezen.")
    try:
        inlezing = lees_vertaalbestand(inhoud, catalogi.talen(), catalogi.bronteksten(store.lijst))
    except Bestandgeweigerd as geweigerd:
        for fout in geweigerd.fouten:
            print(fout, file=sys.stderr)
        return _zeg(str(geweigerd), GEWEIGERD)
    with store.work() as work:
        aantal = neem_op(
            work,
            inlezing.taal.tag,
            inlezing.regels,
            inlezing.vertaler or pad.name,
            store.vandaag(),
        )
    for oud in inlezing.verouderd:
        print(oud)
    if inlezing.onzeker:
        print(f"Overgeslagen, want nog fuzzy: {inlezing.onzeker}")
    if inlezing.leeg:
        print(f"Nog leeg: {inlezing.leeg}")
    wat = meervoud("{aantal} tekst opgenomen", "{aantal} teksten opgenomen", aantal)
    print(f"{inlezing.taal.naam}: {wat}, als concept.")
    return GOED


def _zeg(zin: str, code: int = FOUT) -> int:
    print(zin, file=sys.stderr)
    return code
