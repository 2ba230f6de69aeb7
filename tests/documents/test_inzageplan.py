"""Weighing, plan, signatures and dates in the inzage: complete, by version, in plain Dutch."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.bronnen import toml
from desktop.catalogi import pipkader
from desktop.documents.inzage import maak_inzage
from desktop.documents.inzagewoorden import Inzagecontext
from desktop.exchange.inzage import inzage_json, scans_in
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Rol
from desktop.models.inzage import Gegeven, Inzage
from desktop.models.pipwoorden import PLANTABELLEN, WEGINGTABELLEN
from desktop.models.rechten import RECHTEN
from desktop.models.toegang import beleid_uit
from desktop.store.inzage import lees_inzage
from desktop.store.store import Store
from tests.pagina.papieren import Papier
from tests.store.planwerk import MERK, SCAN, STREPEN, mandaat, volgeschreven

TABELLEN = (*WEGINGTABELLEN, *PLANTABELLEN, "termijnfeit")
CONTEXT = Inzagecontext(
    gemeente="Noordoostpolder",
    klantmanager="Anneke de Boer",
    telefoon="0527 63 39 11",
    email="",
    bewaarjaren=5,
    onderdelen={o.code: o.kop for o in pipkader().onderdelen},
)


@pytest.fixture
def inzage(store: Store, maak_dossier: Callable[..., str]) -> Inzage:
    """Of a client with every row that a plan has."""
    mandaat(store)
    dossier_id = maak_dossier()
    volgeschreven(store, dossier_id)
    return lees(store, dossier_id)


def lees(store: Store, dossier_id: str, **rest: Any) -> Inzage:
    heel = lees_inzage(store, dossier_id, beleid_uit(toml("beleid", "toegang.toml")), **rest)
    return heel.deel(afgeschermd=False)


def papier(inzage: Inzage, **anders: Any) -> str:
    return Papier(maak_inzage(inzage, replace(CONTEXT, **anders))).tekst


def test_the_file_for_a_machine_has_every_row_and_every_change(inzage: Inzage) -> None:
    inhoud = json.loads(inzage_json(inzage))
    assert set(TABELLEN) <= inhoud["gegevens"].keys()
    assert set(TABELLEN) <= {v["tabel"] for v in inhoud["veranderingen"]}
    handtekeningen = [rij["velden"] for rij in inhoud["gegevens"]["piphandtekening"]]
    assert STREPEN in [h["strepen"] for h in handtekeningen]
    assert SCAN in [h["scan"] for h in handtekeningen]
    vast, concept = sorted(
        (rij["velden"] for rij in inhoud["gegevens"]["pip"]), key=lambda v: v["versie"]
    )
    assert json.loads(vast["inhoud"])["hoofddoel"] == f"Ik werk in de zorg, {MERK}."
    assert concept["inhoud"] == ""
    deel2 = [r["velden"] for r in inhoud["gegevens"]["pipregel"] if r["velden"]["participatiewet"]]
    assert len(deel2) == 4, "two sentences, in two versions"


def test_everything_that_was_typed_about_it_is_on_paper(inzage: Inzage) -> None:
    tekst = papier(inzage)
    for g in inzage.gegevens:
        if g.tabel not in TABELLEN:
            continue
        for veld, waarde in g.velden.items():
            if isinstance(waarde, str) and MERK in waarde and veld != "inhoud":
                assert waarde in tekst, (g.tabel, veld)


def test_a_version_has_its_own_sentences_under_the_headings_of_the_plan(inzage: Inzage) -> None:
    tekst = papier(inzage)
    een, twee = tekst.index("Je plan (PIP), versie 1"), tekst.index("Je plan (PIP), versie 2")
    assert tekst.index("Welke leerroute bij je past") < een < twee
    koppen = [o.kop for o in pipkader().onderdelen if o.deel == 1]
    for stuk in (tekst[een:twee], tekst[twee:]):
        zinnen = stuk[stuk.index("Wat er in het plan staat") :]
        plekken = [zinnen.index(f"Wij spreken af: {kop.lower()}.") for kop in koppen]
        assert plekken == sorted(plekken), "in the order of the plan"
        assert all(kop in zinnen for kop in koppen)
        assert zinnen.count("(deel 2, je") == 2
    assert "Je handtekening" in tekst[een:twee]
    assert "Je handtekening" not in tekst[twee : tekst.index("Datum voor je termijn")]


def test_it_is_plain_dutch(inzage: Inzage) -> None:
    tekst = papier(inzage)
    for stuk in (
        "Je leest ons schrift",
        "maandag ochtend: taalles",
        "Bezwaar kon tot en met 04-01-2027",
        "Je termijn begint 24-11-2026",
        "Laatste dag van je termijn 23-11-2029",
        "Wie tolkte",
        "Proefles",
        "Waarom het niveau lager werd",
        "De gemeente betaalt je vaste lasten",
        "Lager niveau (afschalen)",
    ):
        assert stuk in tekst, stuk
    plan = tekst[tekst.index("Welke leerroute") : tekst.index("Wie je gegevens mag zien")]
    for code in (
        *(o.code for o in pipkader().onderdelen if "_" in o.code),
        *("vastgesteld_op", "NVT", "None", "True", "{", "1-ochtend", "pip_id", STREPEN, SCAN[:20]),
    ):
        assert code not in plan, code


def test_how_the_client_signed_is_told_and_the_scan_is_a_file(inzage: Inzage) -> None:
    (scan,) = scans_in(inzage)
    assert (scan.inhoud, scan.uitgang) == (b"%PDF-1.4 " + MERK.encode() * 3, ".pdf")
    tekst = papier(inzage, scans={scan.rij: "inzage-1-handtekening-1.pdf"})
    assert "Getekend op het scherm" in tekst
    assert "Staat in het bestand inzage-1-handtekening-1.pdf" in tekst
    assert f"Ziek, belde {MERK}." in tekst
    assert "Die staat in het bestand (JSON)" in papier(inzage), "nobody wrote it as a file"


def test_what_holds_is_told_apart_from_what_was_written_later(inzage: Inzage) -> None:
    """Another laptop may still have written in a plan that was set here."""
    vast = next(g for g in inzage.gegevens if g.tabel == "pip" and g.velden["versie"] == 1)
    rij = next(
        g for g in inzage.gegevens if g.tabel == "pipregel" and g.velden["pip_id"] == vast.rij
    )
    velden = {**rij.velden, "tekst": "Ik zing in een koor."}
    laat = replace(
        inzage, gegevens=(*inzage.gegevens, Gegeven("pipregel", "x", velden, rij.klassen))
    )
    tekst = papier(laat)
    assert "staat niet in dit plan" not in papier(inzage)
    assert tekst.index("staat niet in dit plan") < tekst.index("Ik zing in een koor.")


def test_rows_whose_plan_is_not_in_this_part_are_on_paper_too(inzage: Inzage) -> None:
    zonder = tuple(g for g in inzage.gegevens if g.tabel not in ("pip", "weging"))
    tekst = papier(replace(inzage, gegevens=zonder))
    for stuk in ("Zin in je plan", "Je handtekening", "Wat we van een leerroute vonden"):
        assert stuk in tekst, stuk


def test_who_may_not_see_the_plan_says_so(store: Store, maak_dossier: Callable[..., str]) -> None:
    lezen = RECHTEN[Rol.KLANTMANAGER].lezen - {Stroomklasse.PIP, Stroomklasse.PIP2}
    tekst = papier(lees(store, maak_dossier(), lezen=lezen))
    assert "Dit is niet alles." in tekst
    assert "je plan, deel 2 van je plan" in tekst


def test_a_code_of_a_later_version_is_made_readable(inzage: Inzage) -> None:
    tekst = papier(inzage, onderdelen={})
    assert "Plicht pw" in tekst
