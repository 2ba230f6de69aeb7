"""`viergesprek central ...`: what a beheerder types, and what is answered, in Dutch."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

import psycopg

from desktop.store.fouten import ViergesprekFout
from desktop.sync.centraal import beheer
from desktop.sync.centraal.toestand import Toestand, toestand
from desktop.sync.fouten import BeheerFout
from desktop.sync.koppelregel import VEILIG, Koppelregel, is_deze_computer


def voer_uit(gekozen: argparse.Namespace) -> int:
    """Runs one of them; the exit code. 1 for a mistake, and for a centre that is not whole."""
    try:
        return _voer_uit(gekozen)
    except ViergesprekFout as fout:
        print(fout.zin, file=sys.stderr)
        return 1


def _voer_uit(gekozen: argparse.Namespace) -> int:
    with beheer.beheerverbinding(gekozen.url) as verbinding:
        match gekozen.wat:
            case "init":
                _zeg_gemaakt(beheer.maak(verbinding))
            case "upgrade":
                _zeg_gemaakt(beheer.werk_bij(verbinding, gekozen.minimum))
            case "add-user":
                wie = beheer.voeg_toe(
                    verbinding,
                    gemeente=gekozen.gemeente,
                    rol=gekozen.rol,
                    naam=gekozen.naam,
                    medewerker=gekozen.medewerker,
                    login=gekozen.login,
                )
                _zeg_aanmelding(wie, koppelregel(verbinding, wie.login, gekozen.gemeente))
            case "reopen-user":
                _zeg_aanmelding(
                    beheer.heropen(verbinding, gekozen.login),
                    koppelregel(verbinding, gekozen.login),
                )
            case "remove-user":
                aantal = beheer.verwijder(verbinding, gekozen.login)
                print(f"De aanmelding is dicht. Verbroken verbindingen: {aantal}.")
            case "hersteld":
                beheer.hersteld(verbinding, _lees_wissingen(gekozen.wissingen))
                print(
                    "De centrale opslag geldt nu als teruggezet. Elke laptop biedt bij zijn "
                    "volgende contact al zijn werk opnieuw aan."
                )
            case "wissingen":
                for gewist in beheer.wissingen(verbinding):
                    print("\t".join(" ".join(deel.split()) for deel in gewist))
            case _:
                return _zeg_toestand(toestand(verbinding, elke_rij=gekozen.rijen))
    return 0


def _zeg_gemaakt(gemaakt: list[str]) -> None:
    if gemaakt:
        print(f"Leesbare tabellen gemaakt: {', '.join(gemaakt)}.")
    print("De centrale opslag is klaar.")


def koppelregel(verbinding: psycopg.Connection, login: str, gemeente: str = "") -> str:
    """The line that couples a laptop with the centre at the other end of this connection.

    Empty when that is a socket: no laptop can follow.
    """
    daar = verbinding.info
    if not daar.host or daar.host.startswith(("/", "@")):
        return ""
    return Koppelregel(
        login=login,
        host=daar.host,
        poort=daar.port,
        database=daar.dbname,
        gemeente=gemeente,
        sslmode="prefer" if is_deze_computer(daar.host) else VEILIG,
    ).als_tekst()


def _zeg_aanmelding(wie: beheer.Aanmelding, regel: str) -> None:
    print(f"Aanmelding: {wie.login}")
    if regel:
        print(f"Koppelregel: {regel}")
    if wie.wachtwoord:
        print(f"Wachtwoord: {wie.wachtwoord}")
        print("Geef dit nu door. Het wachtwoord is nergens bewaard.")


def _lees_wissingen(bestand: Path | None) -> list[beheer.Gewist]:
    if bestand is None:
        return []
    try:
        regels = bestand.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BeheerFout("Het bestand met wissingen is niet te lezen. Kijk de naam na.") from None
    delen = [regel.split("\t") for regel in regels if regel.strip()]
    if any(len(deel) != 3 for deel in delen):
        raise BeheerFout(
            "Dit is geen bestand met wissingen. Maak het met viergesprek central wissingen."
        )
    return [beheer.Gewist(*deel) for deel in delen]


def _zeg_toestand(t: Toestand) -> int:
    for naam, waarde in (
        ("gemeenten", t.gemeenten),
        ("personen", f"{t.personen} ({t.gesloten} gesloten)"),
        ("laptops", f"{t.apparaten} ({t.verloren} verloren)"),
        ("oudste contact", _dag(t.langst_niet_gezien)),
        ("stromen", t.stromen),
        ("wijzigingen", t.wijzigingen),
        ("koppen", t.koppen),
        ("aangeboden, nog te bekijken", t.aangeboden),
        ("gewiste dossiers", t.gewist),
        ("versie", t.schema),
        ("periode", t.epoch),
    ):
        print(f"{naam}: {waarde}")
    if t.laatste_wissing is not None:
        print(
            f"Eerste wissing: {_dag(t.eerste_wissing)}. In kopieën van vóór "
            f"{_dag(t.laatste_wissing)} staan nog gewiste dossiers: vernietig ze op tijd."
        )
    if t.stromen_fout:
        print(f"Stromen waarvan de nummers niet kloppen: {t.stromen_fout}.")
    if t.ketens_fout:
        print(f"Laptops waarvan de keten niet klopt: {', '.join(t.ketens_fout)}.")
    if t.rijen_fout:
        print(f"Regels die niet kloppen: {t.rijen_fout}.")
    print("Alles is heel." if t.heel else "Niet alles is heel. Vraag hulp, en verander niets.")
    return 0 if t.heel else 1


def _dag(moment: datetime | None) -> str:
    return "nooit" if moment is None else f"{moment.astimezone():%Y-%m-%d %H:%M}"
