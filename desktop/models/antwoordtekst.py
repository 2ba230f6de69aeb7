"""An answer in Dutch words, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.antwoord import Antwoord, Antwoordstatus, rasterrijen
from desktop.models.deeldatum import Deeldatum
from desktop.models.vragen import SCHAAL_WOORDEN, Deel, Kolom, Raster, Vraag, Vraagtype
from desktop.taal import N_, _

STATUSWOORDEN = {
    Antwoordstatus.WEET_NIET: N_("Weet ik niet"),
    Antwoordstatus.ZEG_NIET: N_("Wil ik niet zeggen"),
    Antwoordstatus.LATER: N_("Later"),
    Antwoordstatus.OPEN: N_("Teruggenomen"),
    Antwoordstatus.BEANTWOORD: N_("Beantwoord"),
}
_VAST: Mapping[Vraagtype, Mapping[str, str]] = {
    Vraagtype.YN: {"ja": N_("Ja"), "nee": N_("Nee")},
    Vraagtype.FACE3: {"goed": N_("Goed"), "gaat": N_("Het gaat"), "slecht": N_("Niet goed")},
    Vraagtype.SCALE: SCHAAL_WOORDEN,
}


def optiewoord(vraag: Vraag | Deel, code: str) -> str:
    """The Dutch word of one choice."""
    if (vast := _VAST.get(vraag.type)) is not None:
        return _(vast[code]) if code in vast else code
    return next((optie.tekst for optie in vraag.opties if optie.code == code), code)


def antwoordzin(
    vraag: Vraag, status: Antwoordstatus, opties: tuple[str, ...], waarde: str | None
) -> str:
    """An answer in one line: the choices, the value, or the way of not answering."""
    if status is not Antwoordstatus.BEANTWOORD:
        return _(STATUSWOORDEN[status])
    delen = [optiewoord(vraag, code) for code in opties]
    if waarde:
        delen.append(_met_eenheid(_waarde(vraag.type, waarde), vraag.eenheid))
    return ", ".join(delen) or _("Ingevuld")


def antwoordregels(vraag: Vraag, antwoord: Antwoord, *, kinderen: int = 0) -> tuple[str, ...]:
    """The whole answer: the main line, then a line for each part and each row of its grid."""
    regels = []
    if (
        antwoord.status is not Antwoordstatus.BEANTWOORD
        or antwoord.opties
        or antwoord.waarde
        or not antwoord.delen
    ):
        regels.append(antwoordzin(vraag, antwoord.status, antwoord.opties, antwoord.waarde))
    for deel in vraag.delen:
        if deel.als and not set(deel.als) & set(antwoord.opties):
            continue
        if tekst := _deeltekst(deel, antwoord.delen):
            regels.append(_met_kop(deel.tekst, tekst))
    if vraag.raster is not None:
        regels += _rasterregels(vraag.raster, antwoord.delen, kinderen)
    return tuple(regels)


def _met_kop(kop: str, tekst: str) -> str:
    scheiding = " " if kop.endswith(("?", ":")) else ": "
    return f"{kop}{scheiding}{tekst}"


def _waarde(type_: Vraagtype, waarde: str) -> str:
    if type_ is Vraagtype.DATE:
        try:
            return Deeldatum.van_iso(waarde).nederlands()
        except ValueError:
            return waarde
    return waarde


def _met_eenheid(tekst: str, eenheid: str | None) -> str:
    return f"{tekst} {eenheid}" if eenheid else tekst


def _deeltekst(deel: Deel, delen: Mapping[str, Any]) -> str:
    kop = f"{deel.code}."
    rangen = {sleutel[len(kop) :]: w for sleutel, w in delen.items() if sleutel.startswith(kop)}
    if rangen:
        volgorde = {optie.code: n for n, optie in enumerate(deel.opties)}
        codes = sorted(rangen, key=lambda code: volgorde.get(code, len(volgorde)))
        return ", ".join(optiewoord(deel, code) for code in codes)
    if deel.code not in delen:
        return ""
    waarde = str(delen[deel.code])
    if deel.opties or deel.type is Vraagtype.YN:
        return optiewoord(deel, waarde)
    return _met_eenheid(_waarde(deel.type, waarde), deel.eenheid)


def _rasterregels(raster: Raster, delen: Mapping[str, Any], kinderen: int) -> list[str]:
    regels = []
    alleen = sum(kolom.type == "keuze" for kolom in raster.kolommen) == 1
    for code, titel in rasterrijen(raster, delen, kinderen=kinderen):
        cellen = [
            tekst
            for kolom in raster.kolommen
            if (tekst := _celtekst(kolom, delen.get(f"{code}.{kolom.code}"), alleen=alleen))
        ]
        if cellen:
            regels.append(_met_kop(titel, ", ".join(cellen)))
    return regels


def _celtekst(kolom: Kolom, waarde: Any, *, alleen: bool) -> str:
    """One cell; where several columns hold a choice, each says which one it is."""
    if waarde is None or waarde == "" or waarde is False:
        return ""
    if kolom.type == "aan":
        return kolom.tekst.lower()
    if kolom.type == "keuze":
        gekozen = next((o.tekst.lower() for o in kolom.opties if o.code == waarde), str(waarde))
        return gekozen if alleen else _met_kop(kolom.tekst.lower(), gekozen)
    if kolom.type == "maand":
        return f"{kolom.tekst.lower()} {_waarde(Vraagtype.DATE, str(waarde))}"
    if kolom.type == "getal":
        return f"{kolom.tekst.lower()} {_met_eenheid(str(waarde), kolom.eenheid)}"
    return str(waarde)
