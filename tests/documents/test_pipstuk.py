"""The whole plan on paper: both parts, the week, the weighing, signatures and versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.documents.gegevens import Keus
from desktop.documents.pipstuk import maak_pipstuk
from desktop.documents.plandruk import Getekend, Versieregel
from desktop.models.handtekening import Handtekening
from desktop.models.pipinhoud import Pipinhoud
from desktop.models.weekwoorden import tellingzin
from tests.documents.naar import NAAR, NAMEN, STUREND
from tests.documents.plan import (
    BSN,
    CONCEPT,
    GETEKEND,
    NAAM,
    NUMMER,
    PLAN,
    VERSIES,
    ZONDER_UITKERING,
    druk,
    gemeente_met,
    vol_met,
)
from tests.pagina.papieren import Papier
from tests.pdflezer import gelezen

pytestmark = pytest.mark.usefixtures("qapp")


def stuk(
    inhoud: Pipinhoud = PLAN,
    getekend: Sequence[Getekend] = (GETEKEND,),
    versies: Sequence[Versieregel] = VERSIES,
    **anders: object,
) -> Papier:
    return Papier(maak_pipstuk(inhoud, druk(**anders), getekend, versies))


def test_every_sentence_that_may_be_printed_is_there() -> None:
    tekst = stuk(keus=Keus(gezondheid=True)).tekst
    for regel in PLAN.regels:
        assert regel.tekst in tekst
    for waarde in (PLAN.hoofddoel, PLAN.motivering, *(o.reden for o in PLAN.oordelen)):
        assert waarde in tekst


def test_health_and_how_many_were_left_out() -> None:
    twee = replace(
        PLAN, regels=(*PLAN.regels, replace(PLAN.regels[3], id="n", tekst="U heeft pijn."))
    )
    tekst = stuk(twee).tekst
    assert "slaapt slecht" not in tekst
    assert "pijn" not in tekst
    assert "2 zinnen uit het plan staan niet in deze afdruk." in tekst


def test_the_two_parts_each_with_their_law() -> None:
    tekst = stuk().tekst
    een, twee = tekst.index("Deel 1: uw inburgering"), tekst.index("Deel 2: afspraken bij")
    assert een < tekst.index("Ik maak zelf een afspraak") < twee < tekst.index("Artikel 56a")
    assert "Dit deel rust op de Wet inburgering 2021." in tekst
    assert "Deel 2" not in stuk(ZONDER_UITKERING).tekst
    assert "Participatiewet" not in stuk(ZONDER_UITKERING).tekst


def test_the_numbers_of_the_plan() -> None:
    tekst = stuk().tekst
    for paar in (
        "Lessen per week 9 uur",
        "Meedoen per week 12 uur",
        "Lessen in totaal, geschat 600 uur",
        "Participatieverklaring (PVT) 12 uur",
        "Arbeidsmarkt en participatie (MAP) 40 uur",
    ):
        assert paar in tekst
    assert "geschat" not in stuk(replace(PLAN, intensiteit=None)).tekst


def test_the_week_has_its_days_and_what_is_done() -> None:
    tekst = stuk().tekst
    rooster = tekst[tekst.index("Uw week") : tekst.index(tellingzin(PLAN.week))]
    assert "Maandag Dinsdag Woensdag Donderdag Vrijdag" in rooster
    assert re.search("Ochtend Taalles Middag Werk Avond Vrijwilligerswerk", rooster)
    assert "Uw week" not in stuk(replace(PLAN, week={})).tekst


@pytest.mark.parametrize(
    ("geboren", "zin"), [("12-05-1991", "12 mei 1991"), ("mei 1991", "mei 1991"), ("1991", "1991")]
)
def test_the_day_of_birth_is_written_as_the_other_dates(geboren: str, zin: str) -> None:
    tekst = stuk(replace(PLAN, wie=replace(PLAN.wie, geboren=geboren))).tekst
    assert f"Geboren {zin} Adres" in " ".join(tekst.split())


def test_the_dates() -> None:
    tekst = stuk().tekst
    assert "Dagtekening van dit plan 12 januari 2027" in tekst
    assert "Bezwaar maken kan tot en met 23 februari 2027" in tekst
    assert "Laatste dag van de termijn 12 januari 2030" in tekst
    assert "De termijn is voorlopig, tot DUO hem bevestigt." in tekst


def test_who_set_it_and_how_the_client_signed() -> None:
    tekst = stuk().tekst
    for deel in (
        "M. van den Berg",
        "Mandaat: Mandaatbesluit 2026, nummer 14.3",
        "Getekend op het scherm, 12 januari 2027",
        "Ik ben het eens met dit plan.",
        "Tolk: S. Haile",
    ):
        assert deel in tekst


def test_a_signature_is_drawn_as_lines() -> None:
    met, zonder = stuk(), stuk(getekend=[replace(GETEKEND, handtekening=Handtekening())])

    def bochten(papier: Papier) -> int:
        inhouden = [blad.get_contents() for blad in PdfReader(BytesIO(papier.inhoud)).pages]
        return sum(
            len(re.findall(rb" c\s", deel.get_data())) for deel in inhouden if deel is not None
        )

    assert bochten(met) - bochten(zonder) == 61, "60 for the wave and 1 for the line"


@pytest.mark.parametrize(
    ("getekend", "zin"),
    [
        ((), "Nog niet getekend. Het plan geldt ook zonder handtekening."),
        ((Getekend("gezien"),), "Heeft het plan gezien en tekent niet"),
        ((Getekend("papier"),), "Getekend op papier"),
        ((Getekend("geen"),), "Geen handtekening"),
    ],
)
def test_no_signature_does_not_stop_the_plan(getekend: Sequence[Getekend], zin: str) -> None:
    assert zin in stuk(getekend=getekend).tekst


def test_many_signatures_run_over_pages_and_none_is_lost() -> None:
    dagen = [date(2027, 1, n) for n in range(1, 25)]
    tekst = stuk(getekend=[replace(GETEKEND, op=dag) for dag in dagen]).tekst
    for n in range(1, 25):
        assert f"Getekend op het scherm, {n} januari 2027" in tekst


def test_the_versions() -> None:
    tekst = stuk().tekst
    assert "Versie 1 12 januari 2027 Eerste plan M. van den Berg" in tekst
    assert "Versie 2 1 maart 2028 Routewissel J. Prins" in tekst
    assert "Versies van dit plan" not in stuk(versies=()).tekst


def test_a_draft_is_marked_on_every_page() -> None:
    papier = stuk(CONCEPT)
    assert all("Concept, nog niet vastgesteld" in blad for blad in papier.bladzijden)
    assert "Nog niet vastgesteld" in papier.tekst
    assert "oncept" not in stuk().tekst


def test_the_outline_leads_to_the_page_of_each_heading() -> None:
    papier = stuk()
    lezer = PdfReader(BytesIO(papier.inhoud))
    gezien = []

    def loop(lijst: list[object]) -> None:
        for punt in lijst:
            if isinstance(punt, list):
                loop(punt)
            else:
                blad = lezer.get_destination_page_number(punt)  # type: ignore[arg-type]
                titel = str(punt.title)  # type: ignore[attr-defined]
                assert blad is not None
                assert titel in papier.bladzijden[blad]
                gezien.append((titel, blad))

    loop(lezer.outline)  # type: ignore[arg-type]
    titels = [titel for titel, _blad in gezien]
    assert {"Deel 1: uw inburgering", "Doelen", "Handtekeningen"} <= set(titels)
    assert len({blad for _titel, blad in gezien}) > 2


def test_the_file_says_nothing_of_the_person() -> None:
    gegevens = stuk().gegevens
    assert gegevens["/Title"] == f"Plan inburgering en participatie, {NUMMER}-v1"
    assert not any(NAAM in waarde or BSN in waarde for waarde in gegevens.values())


@pytest.mark.parametrize("tekst", NAAR, ids=NAMEN)
def test_no_text_breaks_the_plan(tekst: str) -> None:
    papier = stuk(
        vol_met(tekst),
        [replace(GETEKEND, tolk=tekst)],
        [Versieregel(1, None, tekst, tekst)],
        gemeente=gemeente_met(tekst),
        bsn=tekst,
    )
    woorden = gelezen(papier.inhoud)
    assert "Handtekeningen" in woorden
    assert not re.search(STUREND, woorden)


def test_an_empty_plan_is_a_paper_too() -> None:
    assert "route nog niet gekozen" in stuk(Pipinhoud(), (), ()).tekst
