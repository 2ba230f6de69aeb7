"""What is still missing before a route can be decided (domain.md 0.9, 4.5).

No score and no ranking: only whether each of the three routes was looked at, and why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.models.pipbeleid import Pipbeleid
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel
from desktop.models.toetsuitslag import Overslagreden, Resultaat
from desktop.taal import N_

ROUTES = (Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z)
ROUTENAMEN: Mapping[Leerroute, str] = {
    Leerroute.B1: N_("B1-route"),
    Leerroute.ONDERWIJS: N_("onderwijsroute"),
    Leerroute.Z: N_("Z-route"),
}


@dataclass(frozen=True)
class Gemis:
    """One thing that is missing: which field, and the sentence that says what to do."""

    veld: str
    """`gekozen`, `niveau`, `motivering`, `afwijking`, `tweede_lezer`, `toets`,
    `oordeel:B`, `reden:B`, `onderzoek:B` (and O, Z)."""
    zin: str
    waarden: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.zin.format(**self.waarden)


@dataclass(frozen=True)
class Wegingfeiten:
    """What has to be known beside the weighing itself."""

    beleid: Pipbeleid
    """Says what a real sentence is."""
    toets: Resultaat | None = None
    """The result that counts."""
    overgeslagen: Overslagreden | None = None
    eerste_pip: bool = False
    """No plan was ever set for this person, here or elsewhere."""
    huidige: Leerroute | None = None
    """Route of the plan that holds."""


@dataclass(frozen=True)
class Routestand:
    """What was found of one route so far."""

    route: Leerroute
    oordeel: Oordeel | None
    reden: str
    onderzoeken: int = 0
    """Tasks with a date that are not done yet."""
    onderzocht: bool = False
    """One of its tasks is done, so there is something to judge by."""


def wijkt_af(gekozen: Leerroute | None, toets: Resultaat | None) -> bool:
    """True when the route is another one than the test points at."""
    if gekozen is None:
        return False
    if toets is Resultaat.HAALBAAR:
        return gekozen is Leerroute.Z
    if toets is Resultaat.NIET_HAALBAAR:
        return gekozen is not Leerroute.Z
    return False


def tweede_lezer_nodig(gekozen: Leerroute | None, toets: Resultaat | None) -> bool:
    """The Z-route, though the test says that B1 can be reached."""
    return gekozen is Leerroute.Z and toets is Resultaat.HAALBAAR


def ontbreekt(
    routes: Sequence[Routestand],
    *,
    gekozen: Leerroute | None,
    niveau: Niveau | None,
    motivering: str,
    afwijking: str,
    gelezen: bool,
    feiten: Wegingfeiten,
) -> list[Gemis]:
    """All that is missing, in the order of the sheet; empty when it can be decided."""
    uit = _toets(feiten)
    per_route = {r.route: r for r in routes}
    for route in ROUTES:
        uit += _route(per_route.get(route, Routestand(route, None, "")), feiten.beleid)
    if gekozen is None:
        uit.append(Gemis("gekozen", N_("Kies de leerroute.")))
        return uit
    stand = per_route.get(gekozen)
    if stand is not None and stand.oordeel not in (None, Oordeel.PASSEND):
        uit.append(
            Gemis(
                "gekozen",
                N_("Je kiest de {route}. Zeg dan ook dat die route passend is."),
                {"route": ROUTENAMEN[gekozen]},
            )
        )
    if gekozen is Leerroute.Z and niveau is Niveau.B1:
        uit.append(Gemis("niveau", N_("Niveau B1 hoort niet bij de Z-route.")))
    if gekozen is Leerroute.ONDERWIJS and niveau is Niveau.A2:
        uit.append(Gemis("niveau", N_("Niveau A2 hoort niet bij de onderwijsroute.")))
    if gekozen is Leerroute.B1 and niveau is Niveau.A2:
        uit += _a2(feiten)
    if not feiten.beleid.is_reden(motivering):
        uit.append(
            Gemis("motivering", N_("Schrijf in minstens één hele zin waarom je deze route kiest."))
        )
    if wijkt_af(gekozen, feiten.toets) and not feiten.beleid.is_reden(afwijking):
        uit.append(
            Gemis(
                "afwijking",
                N_("De uitslag van de toets wijst naar een andere route. Schrijf op waarom."),
            )
        )
    if tweede_lezer_nodig(gekozen, feiten.toets) and not gelezen:
        uit.append(
            Gemis(
                "tweede_lezer",
                N_(
                    "De toets zegt dat B1 haalbaar is. Voor de Z-route leest een collega mee. "
                    "Die tekent zelf."
                ),
            )
        )
    return uit


def _a2(feiten: Wegingfeiten) -> list[Gemis]:
    """The B1-route begins at B1; A2 is for who was in it (domain.md 2.2, 5.4 d)."""
    if feiten.eerste_pip:
        zin = N_("Dit is het eerste plan. De B1-route begint altijd met niveau B1.")
    elif feiten.huidige not in (None, Leerroute.B1):
        zin = N_("Na een routewissel begint de B1-route met niveau B1.")
    else:
        return []
    return [Gemis("niveau", zin)]


def _toets(feiten: Wegingfeiten) -> list[Gemis]:
    if feiten.overgeslagen is not None:
        return []
    if feiten.toets is None:
        return [
            Gemis(
                "toets",
                N_(
                    "Er is nog geen uitslag van de leerbaarheidstoets, en de toets is niet "
                    "overgeslagen."
                ),
            )
        ]
    if feiten.toets is Resultaat.ONBEKEND:
        return [Gemis("toets", N_("DUO kent de uitslag van de leerbaarheidstoets nog niet."))]
    return []


def _route(stand: Routestand, beleid: Pipbeleid) -> list[Gemis]:
    naam = {"route": ROUTENAMEN[stand.route]}
    code = stand.route.value
    if stand.oordeel is None:
        return [Gemis(f"oordeel:{code}", N_("Zeg of de {route} past."), naam)]
    uit = []
    if not beleid.is_reden(stand.reden):
        uit.append(
            Gemis(
                f"reden:{code}",
                N_("Schrijf bij de {route} in minstens één hele zin waarom."),
                naam,
            )
        )
    if stand.oordeel is Oordeel.NADER_ONDERZOEKEN and not stand.onderzoeken:
        zin = N_("Schrijf bij de {route} op wat je laat onderzoeken, en voor welke dag.")
        if stand.onderzocht:
            zin = N_(
                "Het onderzoek naar de {route} is klaar. Zeg nu of die route past, of schrijf op "
                "wat je nog laat onderzoeken."
            )
        uit.append(Gemis(f"onderzoek:{code}", zin, naam))
    return uit
