"""Builds the question list from the parsed files, or from what an intake kept of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from desktop.models.vragen import (
    VOLGORDE,
    Deel,
    Kolom,
    Leefdomein,
    Optie,
    Raster,
    Rij,
    Voorwaarde,
    Vraag,
    Vraagtype,
    Vragenlijst,
    Wie,
)


def vragenlijst_uit(bestanden: Iterable[Mapping[str, Any]]) -> Vragenlijst:
    """Builds the list from the parsed domain files. Raises ValueError naming the question."""
    return _bouw({b["domein"]["code"]: b for b in bestanden if "domein" in b})


def _bouw(bron: Mapping[str, Any]) -> Vragenlijst:
    tekst = json.dumps(bron, ensure_ascii=False, sort_keys=True)
    versie = hashlib.sha256(tekst.encode()).hexdigest()[:12]
    volgorde = [code for code in VOLGORDE if code in bron]
    domeinen = tuple(_domein(bron[code]) for code in volgorde)
    return Vragenlijst(versie=versie, domeinen=domeinen, bron=bron)


def _domein(inhoud: Mapping[str, Any]) -> Leefdomein:
    kop = inhoud["domein"]
    return Leefdomein(
        code=kop["code"],
        titel=kop["titel"],
        titel_client=kop.get("titel_client", kop["titel"]),
        pictogram=kop["pictogram"],
        kern=kop.get("kern", ""),
        vragen=tuple(_vraag(kop["code"], ruw) for ruw in inhoud["vraag"]),
    )


def _opties(ruw: Iterable[Mapping[str, Any]], voorvoegsel: str) -> tuple[Optie, ...]:
    return tuple(
        Optie(
            code=optie["code"],
            tekst=optie["tekst"],
            pictogram=optie.get("pictogram"),
            context=f"{voorvoegsel}.{optie['code']}",
            exporteer=optie.get("exporteer"),
        )
        for optie in ruw
    )


def _vraag(domein: str, ruw: Mapping[str, Any]) -> Vraag:
    code = ruw["code"]
    try:
        return Vraag(
            code=code,
            domein=domein,
            tekst=ruw["tekst"],
            type=Vraagtype(ruw["type"]),
            wie=Wie(ruw["wie"]),
            bijzonder=frozenset(ruw.get("bijzonder", ())),
            doel=ruw.get("doel", ""),
            dekking=tuple(ruw.get("dekking", ())),
            alleen=ruw.get("alleen", False),
            afgeschermd=ruw.get("afgeschermd", False),
            hulp=ruw.get("hulp", ""),
            max=ruw.get("max"),
            geordend=ruw.get("geordend", False),
            geen=ruw.get("geen"),
            minimaal=ruw.get("minimaal"),
            maximaal=ruw.get("maximaal"),
            eenheid=ruw.get("eenheid"),
            voorwaarden=tuple(_voorwaarde(v) for v in ruw.get("voorwaarde", ())),
            opties=_opties(ruw.get("optie", ()), code),
            delen=tuple(_deel(code, deel) for deel in ruw.get("deel", ())),
            raster=_raster(code, ruw["raster"]) if "raster" in ruw else None,
        )
    except (KeyError, ValueError, TypeError) as fout:
        raise ValueError(f"question {code}: {fout}") from fout


def _voorwaarde(ruw: Mapping[str, Any]) -> Voorwaarde:
    bekend = {"vraag", "keuze", "niet", "minimaal", "feit"}
    if onbekend := set(ruw) - bekend:
        raise ValueError(f"unknown condition {sorted(onbekend)}")
    return Voorwaarde(
        vraag=ruw.get("vraag"),
        keuze=tuple(ruw.get("keuze", ())),
        niet=tuple(ruw.get("niet", ())),
        minimaal=ruw.get("minimaal"),
        feit=ruw.get("feit"),
    )


def _deel(code: str, ruw: Mapping[str, Any]) -> Deel:
    context = f"{code}/{ruw['code']}"
    return Deel(
        code=ruw["code"],
        tekst=ruw["tekst"],
        type=Vraagtype(ruw["type"]),
        context=context,
        scherm=ruw.get("scherm", False),
        als=tuple(ruw.get("als", ())),
        opties=_opties(ruw.get("optie", ()), context),
        eenheid=ruw.get("eenheid"),
        max=ruw.get("max"),
        geen=ruw.get("geen"),
    )


def _raster(code: str, ruw: Mapping[str, Any]) -> Raster:
    return Raster(
        soort=ruw["soort"],
        scherm=ruw.get("scherm", False),
        rijtitel=ruw.get("rijtitel", ""),
        rijen=tuple(
            Rij(rij["code"], rij["tekst"], rij.get("pictogram"), f"{code}/rij.{rij['code']}")
            for rij in ruw.get("rij", ())
        ),
        kolommen=tuple(
            Kolom(
                code=kolom["code"],
                tekst=kolom["tekst"],
                type=kolom["type"],
                pictogram=kolom.get("pictogram"),
                context=f"{code}/kolom.{kolom['code']}",
                opties=_opties(kolom.get("optie", ()), f"{code}/kolom.{kolom['code']}"),
                eenheid=kolom.get("eenheid"),
            )
            for kolom in ruw["kolom"]
        ),
    )


def vragenlijst_uit_json(tekst: str) -> Vragenlijst:
    """Reads what `Vragenlijst.als_json` wrote."""
    return _bouw(json.loads(tekst))
