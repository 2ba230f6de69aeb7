"""The page to type over at DUO: the portal's fields, in its order and words, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.documents.overtypblad import maak_overtypblad, overtypvelden
from desktop.exchange.duo_pip import pip_bericht
from desktop.models.fouten import Invoerfout
from desktop.models.pipinhoud import Leerroute, Niveau, Pipinhoud
from tests.documents.naar import NAAR, NAMEN
from tests.documents.plan import BSN, CONCEPT, NAAM, NUMMER, PLAN, ZONDER_UITKERING, vol_met
from tests.pagina.papieren import Papier

pytestmark = pytest.mark.usefixtures("qapp")

NAMEN_BIJ_DUO = {
    "Dagtekening PIP": "dagtekeningPip",
    "Leerroute": "leerroute",
    "Niveau": "niveau",
    "Geschatte intensiteit B1-route": "geschatteIntensiteitB1Route",
    "Mag opleiding afmaken": "indicatorMagOpleidingAfmaken",
    "Alfabetiseringsonderwijs": "indicatorAlfabetiseringsonderwijs",
}


def velden(inhoud: Pipinhoud) -> dict[str, str]:
    return {veld.naam: veld.waarde for veld in overtypvelden(inhoud, BSN)}


def blad(inhoud: Pipinhoud = PLAN) -> Papier:
    return Papier(maak_overtypblad(inhoud, bsn=BSN))


def test_the_values_in_duos_codes() -> None:
    assert velden(PLAN) == {
        "Burgerservicenummer (BSN)": "123 456 782",
        "Dagtekening PIP": "12-01-2027",
        "Leerroute": "B",
        "Niveau": "B1",
        "Geschatte intensiteit B1-route": "600",
        "Mag opleiding afmaken": "Nee",
        "Alfabetiseringsonderwijs": "AA",
    }


@pytest.mark.parametrize(
    "plan",
    [
        PLAN,
        ZONDER_UITKERING,
        replace(PLAN, leerroute=Leerroute.Z, niveau=None, alfabetisering="A"),
        replace(PLAN, leerroute=Leerroute.ONDERWIJS, niveau=None, mag_opleiding_afmaken=True),
        replace(PLAN, niveau=Niveau.A2, alfabetisering="NVT"),
    ],
    ids=["B1 asiel", "B1 gezin", "Z", "onderwijs", "A2"],
)
def test_it_asks_what_the_message_to_duo_holds_in_the_same_order(plan: Pipinhoud) -> None:
    blad_velden = [NAMEN_BIJ_DUO[naam] for naam in list(velden(plan))[1:]]
    assert blad_velden == list(pip_bericht(plan))


def test_all_stands_on_one_page_from_top_to_bottom() -> None:
    papier = blad()
    assert len(papier.bladzijden) == 1
    plekken = [papier.tekst.index(f"{n}. {naam}") for n, naam in enumerate(velden(PLAN), 1)]
    assert plekken == sorted(plekken)
    for waarde in ("123 456 782", "12-01-2027", "600", "Onderwijs voor anders-analfabeet"):
        assert waarde in papier.tekst


def test_what_duo_does_not_take_is_said_at_the_foot() -> None:
    z = blad(replace(PLAN, leerroute=Leerroute.Z, niveau=None)).tekst
    assert "Niveau: laat dit leeg bij deze route." in z
    assert "Geschatte intensiteit B1-route: laat dit leeg." in z
    assert "laat dit leeg" not in blad().tekst
    assert "laat dit leeg" in blad(ZONDER_UITKERING).tekst


def test_it_names_no_person_and_says_to_destroy_it() -> None:
    papier = blad()
    assert NAAM not in papier.tekst
    assert "Vernietig dit blad" in papier.tekst
    assert papier.gegevens["/Title"] == f"Overtypblad DUO, {NUMMER}-v1"
    assert BSN not in str(papier.gegevens)


def test_a_draft_and_a_gap_are_not_to_be_typed_over() -> None:
    assert "Vul het nog niet in bij DUO." in blad(CONCEPT).tekst
    assert "nog niet ingevuld" in blad(CONCEPT).tekst
    gat = blad(replace(PLAN, alfabetisering="")).tekst
    assert "Er missen gegevens." in gat
    assert "missen" not in blad().tekst


def test_what_duo_refuses_is_refused_here() -> None:
    with pytest.raises(Invoerfout) as fout:
        blad(replace(PLAN, leerroute=Leerroute.ONDERWIJS, niveau=Niveau.A2))
    assert fout.value.veld == "niveau"


@pytest.mark.parametrize("tekst", NAAR, ids=NAMEN)
def test_no_text_breaks_the_page(tekst: str) -> None:
    papier = Papier(maak_overtypblad(vol_met(tekst), bsn=tekst))
    assert len(papier.bladzijden) == 1
    assert "12-01-2027" in papier.tekst
