"""The command line. Imports nothing heavy before it knows what is asked."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def gegevensmap(*, demo: bool = False) -> Path:
    """Where the encrypted file lives: the user's own data folder; the demo has one beside it."""
    from platformdirs import user_data_path

    return user_data_path("viergesprek", appauthor=False) / ("demo" if demo else "gegevens")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    lezer = argparse.ArgumentParser(
        prog="viergesprek", description="De brede intake, van begin tot samenvatting."
    )
    delen = lezer.add_subparsers(dest="opdracht")
    run = delen.add_parser("run", help="open het programma (ook zonder opdracht)")
    run.add_argument("--demo", action="store_true", help="met verzonnen mensen, in een eigen map")
    run.add_argument("--map", type=Path, help="een andere map met gegevens")
    demo = delen.add_parser("demo", help="speel een hele intake af en bewaar de schermen")
    demo.add_argument("--out", type=Path, required=True, metavar="MAP")
    demo.add_argument("--taal", default="ar", help="taal van de cliënt: nl, en, ar of ti")
    demo.add_argument("--maat", default="1366x768", help="grootte van beide schermen")
    demo.add_argument("--schaal", type=float, default=1.0, help="2 voor een scherm op 200 %%")
    for naam, hulp in (
        ("herbouw", "bouw alle tabellen opnieuw uit het journaal"),
        ("controleer", "kijk of het bestand en het journaal heel zijn"),
        ("kopie", "maak een reservekopie"),
    ):
        deel = delen.add_parser(naam, help=hulp)
        deel.add_argument("--map", type=Path)
    gekozen = lezer.parse_args(argv)
    match gekozen.opdracht:
        case None:
            return _run(gegevensmap(), demo=False)
        case "run":
            return _run(gekozen.map or gegevensmap(demo=gekozen.demo), demo=gekozen.demo)
        case "demo":
            return _demo(gekozen.out, gekozen.taal, gekozen.maat, gekozen.schaal)
        case _:
            return _beheer(gekozen.opdracht, gekozen.map or gegevensmap())


def heeft_scherm() -> bool:
    """True when a window can be shown here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(map_: Path, *, demo: bool) -> int:
    if not heeft_scherm():
        doel = Path.cwd() / "viergesprek-demo"
        print(
            "Deze computer heeft geen beeldscherm. Daarom speelt Viergesprek de demo af; "
            f"de schermen komen in {doel}."
        )
        return _demo(doel, "ar", "1366x768")
    from desktop.app import start

    return start(map_, demo=demo)


def _demo(doel: Path, taal: str, maat: str, schaal: float = 1.0) -> int:
    breed, _, hoog = maat.partition("x")
    if not (breed.isdigit() and hoog.isdigit()):
        print("Schrijf de maat zo: --maat 1366x768", file=sys.stderr)
        return 2
    from desktop.demo import speel

    return speel(doel, taal, (int(breed), int(hoog)), schaal)


def _beheer(opdracht: str, map_: Path) -> int:
    from desktop.app import lees_lijst
    from desktop.store.bestanden import SLEUTEL
    from desktop.store.fouten import ViergesprekFout
    from desktop.store.sleutel import Sleutelbestand
    from desktop.store.store import Store

    bestand = Sleutelbestand(map_ / SLEUTEL)
    if not bestand.bestaat():
        print(f"In {map_} staan geen gegevens van Viergesprek.", file=sys.stderr)
        return 1
    try:
        wachtzin = os.environ.get("VIERGESPREK_WACHTZIN") or getpass.getpass("Wachtzin: ")
        store = Store(map_, bestand.open(wachtzin), lees_lijst())
        try:
            if opdracht == "herbouw":
                print(f"Reservekopie: {store.reservekopie().name}")
                for tabel, aantal in store.herbouw().items():
                    print(f"{tabel}: {aantal}")
            elif opdracht == "controleer":
                fout = store.controleer_keten()
                print("Het journaal klopt." if not fout else f"{len(fout)} regels kloppen niet.")
                return 1 if fout else 0
            else:
                print(f"Reservekopie: {store.reservekopie()}")
        finally:
            store.sluit()
    except ViergesprekFout as fout:
        print(fout.zin, file=sys.stderr)
        return 1
    return 0
