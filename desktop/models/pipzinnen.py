"""The sentences that the plan is drafted from (`resources/pip/`), and what they need to be true."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.models.pipinhoud import Leerroute


@dataclass(frozen=True)
class Zin:
    """A sentence for one question; the file's head says what each field means."""

    code: str
    """Fixed: says which proposal it is, in whatever words."""
    vraag: str
    onderdeel: str
    tekst: str
    optie: frozenset[str] = frozenset()
    deel: str = ""
    kolom: str = ""
    is_: frozenset[str] = frozenset()
    behalve: Mapping[str, str] = field(default_factory=dict)
    minimaal: int | None = None
    woord: Mapping[str, str] = field(default_factory=dict)
    anders: str = ""
    doelcode: str = ""
    wie: str = ""
    hoe: str = ""


class Als(enum.StrEnum):
    """What a standard sentence may depend on."""

    UITKERING = "uitkering"
    ONTZORGEN = "ontzorgen"
    JONGE_KINDEREN = "jonge_kinderen"
    GESPREKKEN = "gesprekken"
    GEEN_GESPREKKEN = "geen_gesprekken"


@dataclass(frozen=True)
class Standaardzin:
    """A sentence that belongs to a route, a group or a benefit."""

    code: str
    onderdeel: str
    tekst: str
    routes: frozenset[Leerroute] = frozenset()
    asiel: bool | None = None
    """For whom; None: for everybody."""
    als: Als | None = None
    anders: str = ""
    wie: str = ""
    hoe: str = ""


@dataclass(frozen=True)
class Zinnen:
    """All that `resources/pip/voorstellen.toml` holds."""

    bij_vraag: tuple[Zin, ...]
    scores: Mapping[str, str]
    hoofddoel: Mapping[str, str]
    sterk_vooraan: tuple[str, ...]
    """Questions whose strengths matter for work and language, in order."""


def zinnen_uit(ruw: Mapping[str, Any], doelen: Mapping[str, str]) -> Zinnen:
    """Reads `voorstellen.toml`; `doelen` gives the text of each ready goal."""
    return Zinnen(
        bij_vraag=tuple(_zin(rij, doelen) for zinnen in ruw["zinnen"].values() for rij in zinnen),
        scores=ruw["score"],
        hoofddoel=ruw["hoofddoel"],
        sterk_vooraan=tuple(ruw["sterk_vooraan"]),
    )


def _zin(rij: Mapping[str, Any], doelen: Mapping[str, str]) -> Zin:
    doelcode = rij.get("doelcode", "")
    keuzes = rij.get("optie", rij.get("is", ()))
    return Zin(
        code=".".join(
            deel for deel in (rij["vraag"], rij["onderdeel"], doelcode, "+".join(keuzes)) if deel
        ),
        vraag=rij["vraag"],
        onderdeel=rij["onderdeel"],
        tekst=doelen[doelcode] if doelcode else rij["tekst"],
        optie=frozenset(rij.get("optie", ())),
        deel=rij.get("deel", ""),
        kolom=rij.get("kolom", ""),
        is_=frozenset(rij.get("is", ())),
        behalve=rij.get("behalve", {}),
        minimaal=rij.get("minimaal"),
        woord=rij.get("woord", {}),
        anders=rij.get("anders", ""),
        doelcode=doelcode,
        wie=rij.get("wie", ""),
        hoe=rij.get("hoe", ""),
    )


def standaard_uit(ruw: Mapping[str, Any]) -> tuple[Standaardzin, ...]:
    """Reads `resources/pip/standaard.toml`."""
    groepen = {"asiel": True, "gezin": False}
    return tuple(
        Standaardzin(
            code=rij["code"],
            onderdeel=rij["onderdeel"],
            tekst=rij["tekst"],
            routes=frozenset(Leerroute(r) for r in rij.get("routes", ())),
            asiel=groepen[rij["groep"]] if "groep" in rij else None,
            als=Als(rij["als"]) if "als" in rij else None,
            anders=rij.get("anders", ""),
            wie=rij.get("wie", ""),
            hoe=rij.get("hoe", ""),
        )
        for rij in ruw["zin"]
    )
