"""From a closed talk to a set plan with its papers, for the four clients of domain.md 0 and 2."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from desktop.documents.overtypblad import overtypvelden
from desktop.exchange.duo_pip import pip_bericht
from desktop.models.dossier import (
    Alfabetisering,
    DoelgroepPeriode,
    Dossier,
    Indeling,
    nieuw_nummer,
    sorteernaam,
)
from desktop.models.pipinhoud import Bezigheid, Dagdeel, Leerroute, Niveau, Oordeel, Pipinhoud
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.store import pip as plannen
from desktop.store import toetsuitslagen
from desktop.store.store import Store
from desktop.views.werkplek import Werkplek
from desktop.voorbeeld import _intake
from tests.models.duospec import PIP_YML, Duospec
from tests.pagina.planreis import Planpagina, Planreis
from tests.store import planwerk

BSN = "123456782"
B1, ONDERWIJS, Z = Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z
WEEK = {
    (1, Dagdeel.OCHTEND): Bezigheid.TAALLES,
    (2, Dagdeel.OCHTEND): Bezigheid.TAALLES,
    (2, Dagdeel.MIDDAG): Bezigheid.VRIJWILLIGERSWERK,
    (4, Dagdeel.MIDDAG): Bezigheid.WERK,
}
MISSEND = {
    "hoofddoel": "Ik werk in een keuken.",
    "pvt_uren": "12",
    "map_uren": "40",
    "intensiteit": "",
}
"""What is filled in from the list of what is missing, where it is missing."""
GEZONDHEID = "Bij lessen en werk houden wij rekening met lang zitten"
"""A proposal from an answer about health (FG05); the papers do not have it."""


@dataclass(frozen=True)
class Geval:
    """One client, and what is decided."""

    naam: str
    indeling: Indeling
    toets: Resultaat
    letters: Alfabetisering
    route: Leerroute
    redenen: dict[Leerroute, str]
    uitkering: bool = False
    uren: dict[str, str] = field(default_factory=dict)

    def maak(self, store: Store) -> str:
        """A dossier with a closed talk and a result of the test."""
        voor, _spatie, achter = self.naam.partition(" ")
        dossier = Dossier(
            nummer=nieuw_nummer("0171", store.vandaag()),
            voornamen=voor,
            achternaam=achter,
            sorteernaam=sorteernaam(voor, achter),
            geboortedatum="1991-04-12",
            bsn=BSN,
            gemeente="0171",
            spreektaal="ti",
            leestaal="ti",
            alfabetisering=self.letters,
            datum_kennisgeving=date(2026, 11, 2),
            datum_brp=date(2026, 11, 4),
            klantmanager_id=store.gebruiker_id,
            adres="Dorpsstraat 1, 8300 AA Emmeloord",
        )
        dossier.doelgroepen.append(DoelgroepPeriode(vanaf=date(2026, 9, 1), indeling=self.indeling))
        with store.work() as work:
            work.voeg_toe(dossier)
        _intake(store, dossier, store.vandaag() - timedelta(days=5), tot=999)
        score = "31,00" if self.toets is Resultaat.HAALBAAR else "12,00"
        toetsuitslagen.leg_vast(
            store,
            dossier.id,
            Uitslaggegevens(self.toets, score, "28,00", store.vandaag() - timedelta(days=2)),
            herkomst=Herkomst.HAND,
        )
        return dossier.id


ASIEL_B1 = Geval(
    "Tesfay Gebremedhin",
    Indeling.ASIELSTATUSHOUDER,
    Resultaat.HAALBAAR,
    Alfabetisering.AA,
    B1,
    {
        B1: "Hij leert snel en wil in een keuken werken.",
        ONDERWIJS: "Hij wil nu werken en geen opleiding van twee jaar.",
        Z: "De toets en het gesprek laten zien dat B1 lukt.",
    },
    uitkering=True,
    uren={"intensiteit": "600", "lesuren_per_week": "12"},
)
OPLEIDING = Geval(
    "Feven Tekle",
    Indeling.ASIELSTATUSHOUDER,
    Resultaat.HAALBAAR,
    Alfabetisering.NVT,
    ONDERWIJS,
    {
        B1: "Met de B1-route komt zij niet op de opleiding die zij wil.",
        ONDERWIJS: "Zij is jong en wil verpleegkundige worden.",
        Z: "Zij heeft de middelbare school afgemaakt.",
    },
    uren={"lesuren_per_week": "24"},
)
ZROUTE = Geval(
    "Omar Darwish",
    Indeling.ASIELSTATUSHOUDER,
    Resultaat.NIET_HAALBAAR,
    Alfabetisering.A,
    Z,
    {
        B1: "De toets zegt dat B1 nu niet haalbaar is.",
        ONDERWIJS: "Hij ging nooit naar school en leert eerst de letters.",
        Z: "Hij leert in zijn eigen tempo lezen en praten.",
    },
    uren={"lesuren_per_week": "9"},
)
GEZIN = Geval(
    "Elif Demir",
    Indeling.GEZINSMIGRANT,
    Resultaat.HAALBAAR,
    Alfabetisering.NVT,
    B1,
    {
        B1: "Zij leert snel en wil in een winkel werken.",
        ONDERWIJS: "Zij wil snel aan het werk en geen opleiding volgen.",
        Z: "De toets laat zien dat zij B1 kan halen.",
    },
    uren={"intensiteit": "600"},
)


@pytest.fixture
def reis(qtbot: QtBot, werkplek: Werkplek) -> Iterator[Planreis]:
    reis = Planreis(qtbot, werkplek)
    yield reis
    reis.sluit()


def weeg(reis: Planreis, g: Geval) -> Planpagina:
    """All three routes, and the decision."""
    weging = reis.weeg()
    assert weging.mist == {"oordeel:B", "oordeel:O", "oordeel:Z", "gekozen"}
    for route, reden in g.redenen.items():
        past = Oordeel.PASSEND if route is g.route else Oordeel.NIET_PASSEND
        weging.weeg(route, past, reden)
    assert weging.mist == {"gekozen"}
    weging.kies_route(g.route)
    if g.route is B1:
        weging.kies_niveau(Niveau.B1)
    assert weging.mist == {"motivering"}
    weging.motiveer(g.redenen[g.route])
    assert weging.mist == set()
    return reis.naar_plan(weging)


def loop(
    reis: Planreis, store: Store, g: Geval, map_: Path
) -> tuple[Pipinhoud, dict[str, str], set[str]]:
    """The whole way; what was set, each paper as text, and what was missing at the start."""
    dossier_id = g.maak(store)
    planwerk.mandaat(store)
    reis.open_dossier(g.naam)
    plan = weeg(reis, g)
    for veld, waarde in g.uren.items():
        plan.vul_getal(veld, waarde)
    gemist = plan.nodige_velden
    if g.uitkering:
        plan.geef_uitkering("1-10-2026", ontzorgen=True)
    plan.neem_alles_over()
    plan.neem_over("aandachtspunt", GEZONDHEID)
    plan.vul_week(WEEK)
    for veld, waarde in MISSEND.items():
        if veld in plan.nodige_velden:
            plan.los_op(veld, waarde)
    assert plan.nodig == []
    gezegd = reis.stel_vast(plan)
    assert "Teamleider, stelt het vast" in gezegd
    paden = reis.maak_papieren(map_)
    with store.lees() as sessie:
        pip = plannen.pipdossier(sessie, dossier_id).huidige
        assert pip is not None
        inhoud = plannen.inhoud_van(sessie, pip)
    return inhoud, {soort(pad): lees(pad) for pad in paden}, gemist


def soort(pad: Path) -> str:
    return pad.name.split("-0171-")[0]


def lees(pad: Path) -> str:
    return " ".join(" ".join(b.extract_text() for b in PdfReader(pad).pages).split())


def klopt_voor_iedereen(g: Geval, inhoud: Pipinhoud, papieren: dict[str, str]) -> None:
    """What holds for every client."""
    assert set(papieren) == {"beschikking", "pip", "mijn-plan", "overtypblad"}
    brief = papieren["beschikking"]
    for reden in g.redenen.values():
        assert reden in brief
        assert reden in papieren["pip"]
    assert "4 januari 2027" in brief  # six weeks after the 23rd of November
    for tekst in papieren.values():
        assert GEZONDHEID not in tekst
        assert "rolstoel" not in tekst
    assert any(r.gezondheid for r in inhoud.regels)  # else nothing was left out
    assert BSN not in papieren["mijn-plan"]


def klopt_voor_duo(inhoud: Pipinhoud, papieren: dict[str, str]) -> dict[str, object]:
    """The message, which says what is typed over."""
    bericht = pip_bericht(inhoud)
    if PIP_YML.exists():
        assert Duospec().fouten(bericht) == []
    blad = papieren["overtypblad"]
    velden = {v.naam: v.waarde for v in overtypvelden(inhoud, BSN)}
    verwacht = {
        "Burgerservicenummer (BSN)": "123 456 782",
        "Dagtekening PIP": f"{date.fromisoformat(str(bericht['dagtekeningPip'])):%d-%m-%Y}",
        "Leerroute": bericht["leerroute"],
        "Mag opleiding afmaken": "Ja" if bericht["indicatorMagOpleidingAfmaken"] else "Nee",
        "Alfabetiseringsonderwijs": bericht["indicatorAlfabetiseringsonderwijs"],
    }
    if "niveau" in bericht:
        verwacht["Niveau"] = bericht["niveau"]
    if "geschatteIntensiteitB1Route" in bericht:
        verwacht["Geschatte intensiteit B1-route"] = str(bericht["geschatteIntensiteitB1Route"])
    assert velden == verwacht
    for nummer, (naam, waarde) in enumerate(velden.items(), 1):
        assert f"{nummer}. {naam} {waarde}" in blad
    return bericht


def test_b1_route_of_an_asielstatushouder_with_a_benefit(
    reis: Planreis, store: Store, tmp_path: Path
) -> None:
    g = ASIEL_B1
    inhoud, papieren, gemist = loop(reis, store, g, tmp_path)
    assert {"hoofddoel", "pvt_uren", "map_uren", "participatie_reden"} <= gemist
    klopt_voor_iedereen(g, inhoud, papieren)
    bericht = klopt_voor_duo(inhoud, papieren)
    assert bericht["leerroute"] == "B"
    assert bericht["niveau"] == "B1"
    assert bericht["geschatteIntensiteitB1Route"] == 600
    assert inhoud.ontzorgen_tot_en_met is not None
    for papier in ("beschikking", "pip"):
        assert "Deel 2" in papieren[papier]
        assert "Artikel 56a van de Participatiewet" in papieren[papier]
        assert "U zoekt werk." in papieren[papier]


def test_onderwijsroute_has_no_map(reis: Planreis, store: Store, tmp_path: Path) -> None:
    g = OPLEIDING
    inhoud, papieren, gemist = loop(reis, store, g, tmp_path)
    assert "map_uren" not in gemist
    assert "regels.map" not in gemist
    klopt_voor_iedereen(g, inhoud, papieren)
    bericht = klopt_voor_duo(inhoud, papieren)
    assert bericht["leerroute"] == "O"
    assert bericht["niveau"] == "B1"
    assert "geschatteIntensiteitB1Route" not in bericht
    assert inhoud.map_uren is None
    assert "Module Arbeidsmarkt en Participatie" not in papieren["pip"]
    assert "die erkend is voor de onderwijsroute" in papieren["pip"]
    zonder_deel_2(papieren)


def test_z_route_of_a_client_who_learns_the_letters(
    reis: Planreis, store: Store, tmp_path: Path
) -> None:
    g = ZROUTE
    inhoud, papieren, _gemist = loop(reis, store, g, tmp_path)
    klopt_voor_iedereen(g, inhoud, papieren)
    bericht = klopt_voor_duo(inhoud, papieren)
    assert bericht["leerroute"] == "Z"
    assert bericht["indicatorAlfabetiseringsonderwijs"] == "A"
    assert "niveau" not in bericht
    assert "De uitslag is: B1-route niet haalbaar." in papieren["beschikking"]
    assert "U volgt 800 uur les in Nederlands en kennis van Nederland." in papieren["pip"]
    assert "U doet ook 800 uur mee" in papieren["pip"]
    zonder_deel_2(papieren)


def test_gezinsmigrant_without_a_benefit(reis: Planreis, store: Store, tmp_path: Path) -> None:
    g = GEZIN
    inhoud, papieren, gemist = loop(reis, store, g, tmp_path)
    assert "intensiteit" in gemist  # DUO (f): what was typed has to go
    assert not {"regels.aanbod", "regels.maatschappelijke_begeleiding"} & gemist
    klopt_voor_iedereen(g, inhoud, papieren)
    bericht = klopt_voor_duo(inhoud, papieren)
    assert bericht["leerroute"] == "B"
    assert "geschatteIntensiteitB1Route" not in bericht
    assert "U kiest zelf een cursus." in papieren["pip"]
    zonder_deel_2(papieren)


def zonder_deel_2(papieren: dict[str, str]) -> None:
    for tekst in papieren.values():
        assert "Participatiewet" not in tekst
        assert "Deel 2" not in tekst
