"""The command line. Imports nothing heavy before it knows what is asked."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.store.store import Store


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
    demo.add_argument("--taal", default="ar", help="taal van de cliënt, zoals ar, ti, so of kmr")
    demo.add_argument("--maat", default="1366x768", help="grootte van beide schermen")
    demo.add_argument("--schaal", type=float, default=1.0, help="2 voor een scherm op 200 %%")
    for naam, hulp in (
        ("herbouw", "bouw alle tabellen opnieuw uit het journaal"),
        ("kopie", "maak een reservekopie"),
    ):
        deel = delen.add_parser(naam, help=hulp)
        deel.add_argument("--map", type=Path)
    controle = delen.add_parser(
        "controle",
        aliases=["controleer"],
        help="kijk of het journaal heel is, hier en in de centrale opslag",
    )
    controle.add_argument("--map", type=Path)
    terug = delen.add_parser("terugzetten", help="zet een reservekopie terug")
    terug.add_argument("kopie", type=Path, metavar="KOPIE")
    terug.add_argument("--map", type=Path)
    sync = delen.add_parser("sync", help="wissel één keer gegevens uit met de centrale opslag")
    sync.add_argument("--map", type=Path)
    _vertaling(delen.add_parser("vertaling", help="meet, stuur en lees vertalingen"))
    _central(delen.add_parser("central", help="beheer de centrale opslag van de gemeente"))
    gekozen = lezer.parse_args(argv)
    match gekozen.opdracht:
        case None:
            return _run(gegevensmap(), demo=False)
        case "run":
            return _run(gekozen.map or gegevensmap(demo=gekozen.demo), demo=gekozen.demo)
        case "demo":
            return _demo(gekozen.out, gekozen.taal, gekozen.maat, gekozen.schaal)
        case "terugzetten":
            return _zet_terug(gekozen.map or gegevensmap(), gekozen.kopie)
        case "vertaling":
            from desktop.vertaalopdracht import voer_uit as vertaling

            return vertaling(gekozen, gekozen.map or gegevensmap())
        case "central":
            from desktop.sync.centraal.opdrachten import voer_uit

            return voer_uit(gekozen)
        case "sync":
            from desktop.sync.opdracht import ronde_zonder_venster

            return ronde_zonder_venster(gekozen.map or gegevensmap())
        case _:
            return _beheer(gekozen.opdracht, gekozen.map or gegevensmap())


def _vertaling(lezer: argparse.ArgumentParser) -> None:
    """Arguments of `vertaling`; what they do stands in `desktop/vertaalopdracht.py`."""
    soorten = lezer.add_subparsers(dest="wat", required=True)
    status = soorten.add_parser("status", help="tel per taal wat ontbreekt en wat is nagekeken")
    status.add_argument("--taal", help="alleen deze taal, per onderwerp")
    uit = soorten.add_parser("uit", help="maak het bestand voor een vertaalbureau")
    uit.add_argument("--taal", required=True)
    uit.add_argument("bestand", type=Path, metavar="BESTAND.po")
    in_ = soorten.add_parser("in", help="lees het bestand van een vertaalbureau in")
    in_.add_argument("bestand", type=Path, metavar="BESTAND.po")
    for soort in (status, uit, in_):
        soort.add_argument("--map", type=Path)


def _central(lezer: argparse.ArgumentParser) -> None:
    """Arguments of `central`; what they do stands in `desktop/sync/centraal/opdrachten.py`."""
    url = argparse.ArgumentParser(add_help=False)
    url.add_argument("url", metavar="URL", help="postgresql://beheerder@server/viergesprek")
    soorten = lezer.add_subparsers(dest="wat", required=True)

    def soort(naam: str, hulp: str) -> argparse.ArgumentParser:
        return soorten.add_parser(naam, help=hulp, parents=[url])

    soort("init", "maak schema, rollen en rechten; mag ook nog een keer")
    upgrade = soort("upgrade", "breng een bestaande centrale opslag op deze versie")
    upgrade.add_argument("--minimum", type=int, help="oudere laptops kunnen niet meer brengen")
    nieuw = soort("add-user", "geef iemand een aanmelding; het wachtwoord is één keer te zien")
    nieuw.add_argument("--gemeente", required=True, help="vier cijfers, zoals 0171")
    nieuw.add_argument("--rol", required=True)
    nieuw.add_argument("--naam", required=True)
    nieuw.add_argument("--medewerker", help="kenmerk van wie al op een laptop werkt")
    nieuw.add_argument("--login", help="een bestaande aanmelding, voor nog een gemeente")
    for naam, hulp in (
        ("remove-user", "sluit een aanmelding, ook als iemand nu bezig is"),
        ("reopen-user", "open een gesloten aanmelding, met een nieuw wachtwoord"),
    ):
        soort(naam, hulp).add_argument("login", metavar="AANMELDING")
    status = soort("status", "tel wat er is en kijk of alles heel is")
    status.add_argument("--rijen", action="store_true", help="reken ook elke regel na")
    hersteld = soort("hersteld", "na het terugzetten van een kopie van de database")
    hersteld.add_argument("--wissingen", type=Path, help="wis deze dossiers opnieuw")
    soort("wissingen", "toon wat gewist is, om buiten de database te bewaren")


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
            elif opdracht in ("controle", "controleer"):
                return _controle(store)
            else:
                print(f"Reservekopie: {store.reservekopie()}")
        finally:
            store.sluit()
    except ViergesprekFout as fout:
        print(fout.zin, file=sys.stderr)
        return 1
    return 0


def _controle(store: Store) -> int:
    """The chain on this laptop; the centre's too, for whoever looks after the trail."""
    from desktop.store.fouten import ViergesprekFout
    from desktop.sync.gekoppeld import gekoppeld

    fout = store.controleer_keten()
    print("Het journaal klopt." if not fout else _aantal_fout(len(fout)))
    if not gekoppeld(store):
        return 1 if fout else 0
    from desktop.sync.controle import controleer_centrale

    try:
        oordeel = controleer_centrale(store)
    except ViergesprekFout as geen:
        print(geen.zin, file=sys.stderr)
        return 1
    if oordeel is None:
        print("De centrale opslag nakijken kan een leidinggevende of beheerder.")
        return 1 if fout else 0
    if oordeel.fout:
        print(f"In de centrale opslag kloppen {len(oordeel.fout)} van {oordeel.rijen} regels niet.")
    else:
        print(f"In de centrale opslag kloppen alle {oordeel.rijen} regels die je mag zien.")
    return 1 if fout or oordeel.fout else 0


def _aantal_fout(aantal: int) -> str:
    return "1 regel klopt niet." if aantal == 1 else f"{aantal} regels kloppen niet."


def _zet_terug(map_: Path, kopie: Path) -> int:
    from datetime import UTC, datetime

    from desktop.app import lees_lijst
    from desktop.store.bestanden import SLEUTEL
    from desktop.store.fouten import ViergesprekFout
    from desktop.store.sleutel import Sleutelbestand
    from desktop.store.terugzetten import zet_terug

    bestand = Sleutelbestand(map_ / SLEUTEL)
    try:
        wachtzin = os.environ.get("VIERGESPREK_WACHTZIN") or getpass.getpass("Wachtzin: ")
        opzij = zet_terug(map_, kopie, bestand.open(wachtzin), lees_lijst(), datetime.now(UTC))
    except ViergesprekFout as fout:
        print(fout.zin, file=sys.stderr)
        return 1
    print("De kopie staat terug. Deze laptop doet voortaan mee onder een eigen nummer.")
    print(f"Wat er stond, is bewaard in {opzij}")
    return 0
