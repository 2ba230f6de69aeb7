"""Words of the plan's screen, and under which heading of it a finding is mended."""

from __future__ import annotations

import re

from desktop.models.formulier import datum_nederlands
from desktop.models.pipduoregels import VOLLEDIG
from desktop.models.pipfeiten import Bevinding
from desktop.models.pipinhoud import Afkomst, Niveau, Pipinhoud, Regel
from desktop.models.woorden import woord
from desktop.taal import _

VERSIE, CONTACT, ROUTE, HOOFDDOEL, WEEK, DEEL2 = (
    "versie",
    "contact",
    "route",
    "hoofddoel",
    "week",
    "deel2",
)
"""Places of the screen that are no heading of `onderdelen.toml`."""

DOEL = "doel"
"""The heading of the client's own goals (`Pipinhoud.doelen`)."""
MET_WIE = frozenset({DOEL, "afspraak"})
"""Headings where who, when and how belong to every line; elsewhere they are one click away."""

_PLEK = {
    "contact": CONTACT,
    "wie": CONTACT,
    "hoofddoel": HOOFDDOEL,
    "participatie_reden": WEEK,
    "week": WEEK,
    "uitkering": DEEL2,
    "uitkering_vanaf": DEEL2,
    "ontzorgen": DEEL2,
    "ontzorgen_tot_en_met": DEEL2,
    "wijzigreden": VERSIE,
    "wijzigtoelichting": VERSIE,
    "uren_gevolgd": VERSIE,
    "uren_fysiek": VERSIE,
    "inzet": VERSIE,
    "onhaalbaar": VERSIE,
    "data": "",
}

_AFKORTING = re.compile(r"\(([A-Z]{2,4})\)$")
_KORT = {
    "maatschappelijke_begeleiding": "Praktische hulp",
    "financieel_plan": "Plan voor geld",
    "vve": "Kind en opvang",
    "verwachting": "Verwachtingen",
    "voortgang": "Hoe het gaat",
    "niet_nakomen": "Lukt het niet",
    "ontzorgen": "Ontzorgen",
    "plicht_pw": "Afspraken",
}
"""What would be cut off in the list of headings; Dutch, as those of `onderdelen.toml` are."""


def plek_van(veld: str) -> str:
    """The place on the screen where a field of `Pipinhoud` is mended."""
    eerste, _punt, rest = veld.partition(".")
    if eerste == "regels":
        return rest
    return _PLEK.get(eerste, ROUTE)


def bevinding_in_woorden(bevinding: Bevinding) -> str:
    """The sentence, translated and filled."""
    waarden = {
        naam: _(waarde) if isinstance(waarde, str) else waarde
        for naam, waarde in bevinding.waarden.items()
    }
    if isinstance(kop := waarden.get("kop"), str):
        waarden["kop"] = _afgekort(kop)
    return _(bevinding.zin).format(**waarden)


def _afgekort(kop: str) -> str:
    """`PVT` for `Participatieverklaringstraject (PVT)`: no list is wide enough for that word."""
    return gevonden.group(1) if (gevonden := _AFKORTING.search(kop)) else kop


def korte_kop(plek: str, kop: str) -> str:
    """A heading as it fits beside the plan."""
    return _KORT.get(plek) or _afgekort(kop)


def regel_in_woorden(bevinding: Bevinding) -> str:
    """The rule under the sentence; not that a plan is to be complete, which each line says."""
    return "" if bevinding.regel == VOLLEDIG else _(bevinding.regel)


def afkomst_in_woorden(afkomst: Afkomst) -> str:
    """Where a sentence comes from, in one line; empty for what was typed."""
    if afkomst.soort in ("antwoord", "score") and not afkomst.tekst:
        return _("Uit antwoord {code}").format(code=afkomst.code)
    if afkomst.soort == "antwoord":
        return _("Uit antwoord {code}: {tekst}").format(code=afkomst.code, tekst=afkomst.tekst)
    if afkomst.soort == "score":
        return _("Uit score {code}: {tekst}").format(code=afkomst.code, tekst=afkomst.tekst)
    vast = {
        "sterk_punt": _("Uit de sterke punten: {tekst}"),
        "wens": _("Uit de wensen: {tekst}"),
        "afspraak": _("Uit de afspraken: {tekst}"),
        "toets": _("Uit de toets: {tekst}"),
        "vorige": _("Uit het vorige plan"),
        "standaard": _("Vaste zin"),
    }
    return vast.get(afkomst.soort, "").format(tekst=afkomst.tekst)


def bij_regel_in_woorden(regel: Regel) -> str:
    """Who, when, how and whether it is about health, in one line."""
    delen = [
        _("Gezondheid") if regel.gezondheid else "",
        _("Wie helpt: {wie}").format(wie=regel.wie) if regel.wie else "",
        datum_nederlands(regel.wanneer) if regel.wanneer else "",
        regel.hoe,
    ]
    return "  ·  ".join(deel for deel in delen if deel)


def route_in_woorden(inhoud: Pipinhoud) -> str:
    """The route with its level."""
    if inhoud.leerroute is None:
        return _("De leerroute is nog niet gekozen")
    naam = woord(inhoud.leerroute)
    if inhoud.niveau is None:
        return naam
    niveau = woord(inhoud.niveau) if isinstance(inhoud.niveau, Niveau) else str(inhoud.niveau)
    return _("{route}, tot niveau {niveau}").format(route=naam, niveau=niveau)
