"""Reads what DUO knows of a leerbaarheidstoets from a JSON file (Leerbaarheidstoets.yml, 1.2.0).

DUO answers two questions: `Examennummer`, and a list of `Resultaat`. A file may be either, a single
`Resultaat`, or both under `examennummer` and `resultaten` with the `bsn` of the question they
answer. Only what is named here is taken; whatever else a file holds is forgotten.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.models.nummers import elfproef
from desktop.models.toets import lees_examennummer
from desktop.models.toetsuitslag import Resultaat, Uitslaggegevens

GROOTST = 1_000_000
"""Bytes. An answer of DUO is some hundreds."""
_SCORE = re.compile(r"[0-9]{1,3},[0-9]{2}")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RESULTAATVELDEN = ("resultaat", "behaaldeScore", "benodigdeScore", "datumAfname")


class Duofout(Domeinfout):
    """The file is not taken. `zin` says why; nothing of it is kept."""


@dataclass(frozen=True)
class Duobestand:
    """What stood in a file. `bsn` is empty when the file does not say whose it is."""

    resultaten: tuple[Uitslaggegevens, ...] = ()
    """By the day DUO registered them, the last one last."""
    examennummer: str = ""
    bsn: str = ""


def lees_lbt(inhoud: bytes, *, vandaag: date, hoogste_score: Decimal | None = None) -> Duobestand:
    """Reads a file whole or not at all. Raises Duofout with a sentence.

    `hoogste_score`: as many as there are items (policy, not of this format); None does not look.
    """
    ruw = _json(inhoud)
    if isinstance(ruw, list):
        return Duobestand(_resultaten(ruw, vandaag, hoogste_score))
    if not isinstance(ruw, dict):
        _geen_duo()
    if any(veld in ruw for veld in _RESULTAATVELDEN):
        return Duobestand(_resultaten([ruw], vandaag, hoogste_score), bsn=_bsn(ruw))
    if "resultaten" not in ruw and "examennummer" not in ruw:
        _geen_duo()
    resultaten = ruw.get("resultaten", [])
    if not isinstance(resultaten, list):
        raise Duofout("Bij resultaten hoort een lijst te staan. Vraag DUO om een nieuw bestand.")
    if not resultaten and "examennummer" not in ruw:
        _nog_niets()
    return Duobestand(
        _resultaten(resultaten, vandaag, hoogste_score) if resultaten else (),
        _examennummer(ruw["examennummer"]) if "examennummer" in ruw else "",
        _bsn(ruw),
    )


def _geen_duo() -> NoReturn:
    raise Duofout(
        "In dit bestand staat geen resultaat en geen examennummer van DUO. Kies een ander bestand."
    )


def _nog_niets() -> NoReturn:
    raise Duofout("DUO heeft nog geen resultaat voor deze persoon. Probeer het later opnieuw.")


def _json(inhoud: bytes) -> Any:
    if len(inhoud) > GROOTST:
        raise Duofout("Dit bestand is te groot voor een resultaat van DUO. Kies een ander bestand.")
    try:
        return json.loads(
            inhoud.decode("utf-8-sig"), object_pairs_hook=_eenmaal, parse_constant=_geen_getal
        )
    except (ValueError, RecursionError) as fout:
        raise Duofout(
            "Dit is geen JSON-bestand, of het is beschadigd. Vraag DUO om een nieuw bestand."
        ) from fout


def _geen_getal(woord: str) -> NoReturn:
    raise ValueError(woord)


def _eenmaal(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    """A field that stands there twice has no one value."""
    uit = dict(paren)
    if len(uit) != len(paren):
        namen = [naam for naam, _waarde in paren]
        dubbel = next(naam for naam in namen if namen.count(naam) > 1)
        raise Duofout(
            "Het veld {veld} staat twee keer in het bestand. Vraag DUO om een nieuw bestand.",
            veld=_kort(dubbel),
        )
    return uit


def _resultaten(
    lijst: list[Any], vandaag: date, hoogste: Decimal | None
) -> tuple[Uitslaggegevens, ...]:
    if not lijst:
        _nog_niets()
    gelezen = [_resultaat(ruw, vandaag, hoogste) for ruw in lijst]
    return tuple(sorted(gelezen, key=lambda r: r.datum_afname))


def _resultaat(ruw: Any, vandaag: date, hoogste: Decimal | None) -> Uitslaggegevens:
    if not isinstance(ruw, dict):
        _geen_duo()
    for veld in _RESULTAATVELDEN:
        if veld not in ruw:
            raise Duofout(
                "In het bestand ontbreekt het veld {veld}. Vraag DUO om een nieuw bestand.",
                veld=veld,
            )
    return Uitslaggegevens(
        _soort(ruw["resultaat"]),
        _score("behaaldeScore", ruw["behaaldeScore"], hoogste),
        _score("benodigdeScore", ruw["benodigdeScore"], hoogste),
        _datum(ruw["datumAfname"], vandaag),
    )


def _soort(waarde: Any) -> Resultaat:
    if isinstance(waarde, str) and waarde in set(Resultaat):
        return Resultaat(waarde)
    raise Duofout(
        "Dit resultaat kent DUO niet: {waarde}. Het kan zijn: B1-route haalbaar, B1-route niet "
        "haalbaar, of Onbekend.",
        waarde=_kort(waarde),
    )


def _score(veld: str, waarde: Any, hoogste: Decimal | None) -> str:
    if not isinstance(waarde, str) or not _SCORE.fullmatch(waarde):
        raise Duofout(
            "{veld} is {waarde}. DUO schrijft een score als 28,00: cijfers, een komma, en twee "
            "cijfers.",
            veld=veld,
            waarde=_kort(waarde),
        )
    if hoogste is not None and Decimal(waarde.replace(",", ".")) > hoogste:
        raise Duofout(
            "{veld} is {waarde}. Dat is hoger dan de toets punten heeft. Vraag het na bij DUO.",
            veld=veld,
            waarde=waarde,
        )
    return waarde


def _datum(waarde: Any, vandaag: date) -> date:
    try:
        if not isinstance(waarde, str) or not _DATUM.fullmatch(waarde):
            raise ValueError
        dag = date.fromisoformat(waarde)
    except ValueError as fout:
        raise Duofout(
            "datumAfname is {waarde}. Daar hoort een datum te staan zoals 2026-12-31.",
            waarde=_kort(waarde),
        ) from fout
    if dag > vandaag:
        raise Duofout(
            "datumAfname is {waarde}. Die dag moet nog komen. Vraag het na bij DUO.",
            waarde=f"{dag:%d-%m-%Y}",
        )
    return dag


def _examennummer(waarde: Any) -> str:
    """As a dossier keeps it, so that the two can be compared."""
    try:
        nummer = lees_examennummer(waarde) if isinstance(waarde, str) else ""
    except Invoerfout as fout:
        raise _geen_nummer(waarde) from fout
    if not nummer:
        raise _geen_nummer(waarde)
    return nummer


def _geen_nummer(waarde: Any) -> Duofout:
    return Duofout(
        "Het examennummer is {waarde}. Het hoort 1 tot 12 letters en cijfers te zijn.",
        waarde=_kort(waarde),
    )


def _bsn(ruw: dict[str, Any]) -> str:
    """Whose it is, if the file says so; the caller compares. Never repeated in a sentence."""
    waarde = ruw.get("bsn")
    if waarde is None:
        return ""
    if not isinstance(waarde, str) or not waarde.isascii() or not elfproef(waarde):
        raise Duofout("Het BSN in dit bestand kan niet kloppen. Vraag DUO om een nieuw bestand.")
    return waarde


def _kort(waarde: Any) -> str:
    """A wrong value as it may stand in a sentence: printable, and not longer than a line."""
    tekst = waarde if isinstance(waarde, str) else json.dumps(waarde, ensure_ascii=False)
    tekst = "".join(teken if teken.isprintable() else "?" for teken in tekst)
    if not tekst.strip():
        return "leeg"
    return tekst if len(tekst) <= 30 else tekst[:29] + "…"
