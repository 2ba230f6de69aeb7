"""A plan that may be set, and the facts that go with it; each test changes one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.catalogi import pipkader
from desktop.models.pipfeiten import Bevinding, Pipfeiten, Verklaring
from desktop.models.pipinhoud import (
    Bezigheid,
    Contact,
    Data,
    Leerroute,
    Niveau,
    Oordeel,
    Pipinhoud,
    Regel,
    Routeoordeel,
    Toetsstand,
    Wie,
    Wijzigreden,
)

KADER = pipkader()
DAG = date(2026, 6, 10)
"""Worked example 1 of domain.md 2.7."""

REDEN = "Dit past goed bij de wensen van de cliënt."
FEITEN = Pipfeiten(
    vandaag=DAG,
    begin_plicht=date(2026, 2, 20),
    vestiging=date(2026, 4, 15),
    asiel=True,
    uitkering=True,
    pip_uiterlijk=date(2026, 6, 24),
)
LATER = replace(
    FEITEN,
    vandaag=date(2027, 3, 1),
    vorige_dagtekening=DAG,
    eerste_pip=False,
    termijn_start=date(2026, 6, 11),
    wisselen_tot_en_met=date(2027, 12, 10),
)
"""The facts of a second version."""


def regel(onderdeel: str, tekst: str = "Een zin.", **rest: Any) -> Regel:
    deel = KADER.onderdeel(onderdeel).deel if KADER.heeft(onderdeel) else 1
    return Regel(
        **{"id": f"{onderdeel}-{tekst}", "deel": deel, **rest}, onderdeel=onderdeel, tekst=tekst
    )


DOEL = regel("doel", "Ik leer fietsen.", wie="Buur", wanneer=date(2027, 1, 1), hoe="Ik fiets.")

PLAN = Pipinhoud(
    wie=Wie(
        nummer="0171-26-ABC123", naam="Tesfay", adres="Straat 1", doelgroep="Asielstatushouder"
    ),
    contact=Contact("Anneke de Boer", "0527 63 39 11", ""),
    toets=Toetsstand("B1-route haalbaar", "31,00", "28,00", date(2026, 5, 20)),
    data=Data(
        dagtekening=DAG,
        bekendmaking=DAG,
        bezwaar_tot_en_met=date(2026, 7, 22),
        termijn_start=date(2026, 6, 11),
        termijn_einde=date(2029, 6, 11),
    ),
    leerroute=Leerroute.B1,
    niveau=Niveau.B1,
    oordelen=(
        Routeoordeel(Leerroute.B1, Oordeel.PASSEND, REDEN),
        Routeoordeel(Leerroute.ONDERWIJS, Oordeel.NIET_PASSEND, REDEN),
        Routeoordeel(Leerroute.Z, Oordeel.NIET_PASSEND, REDEN),
    ),
    motivering=REDEN,
    intensiteit=600,
    alfabetisering="AA",
    lesuren_per_week=12,
    pvt_uren=12,
    map_uren=40,
    hoofddoel="Betaald werken",
    week={"1-ochtend": Bezigheid.TAALLES, "2-middag": Bezigheid.WERK},
    regels=(
        DOEL,
        *(
            regel(o.code)
            for o in KADER.onderdelen
            if o.code not in ("doel", "vve", "ontzorgen", "financieel_plan", "taal_en_werk")
        ),
    ),
    uitkering=True,
    uitkering_vanaf=date(2026, 4, 15),
)

TWEEDE = replace(
    PLAN,
    versie=2,
    wijzigreden=Wijzigreden.WERK,
    wijzigtoelichting="De cliënt heeft nu een baan gevonden.",
    data=replace(PLAN.data, dagtekening=date(2027, 3, 1), bekendmaking=date(2027, 3, 1)),
)
"""A second version for which nothing stands in the way."""

VERKLARING = Verklaring(
    "De cliënt was bij bijna alle lessen.", "Overzicht van de school", "Docent", date(2027, 2, 1)
)


def zonder(inhoud: Pipinhoud, onderdeel: str) -> Pipinhoud:
    return replace(inhoud, regels=tuple(r for r in inhoud.regels if r.onderdeel != onderdeel))


def met(inhoud: Pipinhoud, *regels: Regel) -> Pipinhoud:
    return replace(inhoud, regels=(*inhoud.regels, *regels))


def kies(inhoud: Pipinhoud, route: Leerroute, niveau: Niveau | None = None) -> Pipinhoud:
    """The same plan with another route, found passend."""
    return replace(
        inhoud,
        leerroute=route,
        niveau=niveau,
        intensiteit=None,
        oordelen=tuple(
            replace(o, oordeel=Oordeel.PASSEND if o.route is route else Oordeel.NIET_PASSEND)
            for o in inhoud.oordelen
        ),
    )


def kort(bevindingen: tuple[Bevinding, ...], *, hard: bool = True) -> list[tuple[str, str]]:
    """Rule and field of what blocks, or of the hints."""
    return [(b.regel, b.veld) for b in bevindingen if b.blokkeert is hard]
