"""An answer in Dutch words, for every type of question of the list."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.bronnen import tomls
from desktop.models.antwoord import Antwoord, Antwoordstatus, Keuze
from desktop.models.antwoordtekst import STATUSWOORDEN, antwoordregels, antwoordzin, optiewoord
from desktop.models.vragen import Vraag, Vraagtype, Vragenlijst
from desktop.models.vragenlezer import vragenlijst_uit
from tests.documents.conftest import een_antwoord

LIJST = vragenlijst_uit(tomls("vragen"))


def antwoord(vraag: Vraag, keuze: Keuze) -> Antwoord:
    uit = Antwoord(dossier_id="d", vraag_code=vraag.code, klasse=vraag.stroomklasse)
    uit.zet(keuze, vraag)
    return uit


def regels(code: str, *opties: str, waarde: str | None = None, **delen: Any) -> tuple[str, ...]:
    """The lines of an answer; a part with a point in its code is written with two underscores."""
    keuze = Keuze(opties, waarde, {naam.replace("__", "."): w for naam, w in delen.items()})
    return antwoordregels(LIJST.vragen[code], antwoord(LIJST.vragen[code], keuze), kinderen=2)


def met_type(type_: Vraagtype) -> list[Vraag]:
    return [vraag for vraag in LIJST.vragen.values() if vraag.type is type_]


def test_a_choice_is_its_word() -> None:
    assert regels("FI02", "ja") == ("Ja",)
    assert regels("FI04", "slecht") == ("Niet goed",)
    assert regels("WO01", "azc") == (LIJST.vragen["WO01"].opties[0].tekst,)
    assert regels("FI13", "3") == ("Lukt met veel hulp",)
    assert regels("FI13", "nog-niet") == ("Nog niet te beoordelen",)


def test_more_choices_stand_in_the_order_in_which_they_were_made() -> None:
    opties = LIJST.vragen["RE03"].opties
    gekozen = (opties[4], opties[0])
    zin = regels("RE03", *(optie.code for optie in gekozen))
    assert zin == (f"{gekozen[0].tekst}, {gekozen[1].tekst}",)


def test_a_number_has_its_unit_and_a_date_is_dutch() -> None:
    assert regels("OP01", waarde="0")[0].startswith("0")
    eenheid = LIJST.vragen["FG11"].eenheid
    assert regels("FG11", waarde="12") == (f"12 {eenheid}" if eenheid else "12",)
    (datum,) = met_type(Vraagtype.DATE)
    assert regels(datum.code, waarde="2027-01-15") == ("15-01-2027",)
    assert regels(datum.code, waarde="2027-01") == ("januari 2027",)
    assert regels(datum.code, waarde="geen datum") == ("geen datum",)


def test_a_free_text_is_what_was_typed() -> None:
    (vraag,) = met_type(Vraagtype.TEXT)
    assert regels(vraag.code, waarde="<b>Kok</b> & bakker") == ("<b>Kok</b> & bakker",)


def test_a_part_stands_on_its_own_line_under_its_words() -> None:
    deel = LIJST.vragen["SP06"].deel("wat")
    eerste, tweede = regels("SP06", "ja", wat="Voetbal")
    assert eerste == "Ja"
    assert tweede.startswith(deel.tekst)
    assert tweede.endswith("Voetbal")
    assert regels("SP06", "nee", wat="Voetbal") == ("Nee",), "a part that no longer counts"


def test_the_choices_of_a_part_are_words() -> None:
    deel = LIJST.vragen["FI05"].deel("aan_wie")
    een, twee = deel.opties[0], deel.opties[1]
    uit = regels("FI05", "ja", **{f"aan_wie__{twee.code}": True, f"aan_wie__{een.code}": True})
    assert uit[1].endswith(f"{een.tekst}, {twee.tekst}")


def test_a_grid_has_a_line_for_every_row_with_something_in_it() -> None:
    for vraag in met_type(Vraagtype.GRID):
        raster = vraag.raster
        assert raster is not None
        rijen = [rij.code for rij in raster.rijen] or ["1", "2"]
        kolom = raster.kolommen[0]
        inhoud = kolom.opties[0].code if kolom.opties else True if kolom.type == "aan" else "7"
        uit = regels(vraag.code, **{f"{rijen[0]}__{kolom.code}": inhoud})
        assert len(uit) == 1, vraag.code
        titel = raster.rijen[0].tekst if raster.rijen else raster.rijtitel or "Rij"
        assert uit[0].startswith(titel), vraag.code
        woord = kolom.opties[0].tekst if kolom.opties else kolom.tekst if inhoud is True else "7"
        assert uit[0].lower().endswith(woord.lower()), vraag.code


@pytest.mark.parametrize("status", [s for s in Antwoordstatus if s != "beantwoord"])
def test_not_answering_has_words_too(status: Antwoordstatus) -> None:
    vraag = LIJST.vragen["SP01"]
    assert antwoordzin(vraag, status, (), None) == STATUSWOORDEN[status]
    geen = antwoord(vraag, Keuze())
    geen.zet_status(status)
    assert antwoordregels(vraag, geen) == (STATUSWOORDEN[status],)


def test_a_choice_that_the_list_no_longer_has_stays_readable() -> None:
    assert optiewoord(LIJST.vragen["WO01"], "woonboot") == "woonboot"
    assert optiewoord(LIJST.vragen["FI02"], "misschien") == "misschien"


def test_every_type_of_question_gives_lines(lijst: Vragenlijst) -> None:
    for vraag in lijst.vragen.values():
        uit = antwoordregels(vraag, antwoord(vraag, een_antwoord(vraag)), kinderen=1)
        assert uit, vraag.code
        for regel in uit:
            assert regel == regel.strip()
            assert regel
            assert regel[0].isupper() or regel[0].isdigit() or "zz" in regel, regel


def cellen(vraag: Vraag) -> list[str]:
    """Codes under which parts and cells of this question are kept."""
    uit = [deel.code for deel in vraag.delen]
    uit += [f"{deel.code}.{optie.code}" for deel in vraag.delen for optie in deel.opties]
    if vraag.raster is not None:
        rijen = [rij.code for rij in vraag.raster.rijen] or ["1", "2", "17"]
        uit += [f"{rij}.{kolom.code}" for rij in rijen for kolom in vraag.raster.kolommen]
    return uit


@st.composite
def antwoorden(teken: st.DrawFn) -> tuple[Vraag, Antwoord]:
    vraag = teken(st.sampled_from(list(LIJST.vragen.values())))
    opties = teken(st.lists(st.sampled_from(vraag.keuzecodes or ("x",)), unique=True, max_size=4))
    waarden = st.one_of(st.booleans(), st.integers(-5, 999), st.text(max_size=20), st.none())
    codes = st.sampled_from(cellen(vraag) or ["x"]) | st.text(max_size=8)
    keuze = Keuze(
        tuple(opties),
        teken(st.none() | st.text(max_size=20)),
        teken(st.dictionaries(codes, waarden, max_size=6)),
    )
    uit = antwoord(vraag, keuze)
    if teken(st.booleans()):
        uit.status = teken(st.sampled_from(Antwoordstatus))
    return vraag, uit


@settings(max_examples=300, deadline=None)
@given(antwoorden(), st.integers(0, 12))
def test_no_answer_is_too_strange_to_write_down(
    geval: tuple[Vraag, Antwoord], kinderen: int
) -> None:
    vraag, gegeven = geval
    uit = antwoordregels(vraag, gegeven, kinderen=kinderen)
    assert all(isinstance(regel, str) and regel for regel in uit)
    if gegeven.status is not Antwoordstatus.BEANTWOORD:
        assert uit[0] == STATUSWOORDEN[gegeven.status]
