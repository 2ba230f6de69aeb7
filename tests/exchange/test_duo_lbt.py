"""DUO's answer about a leerbaarheidstoets: taken as it is, or refused with a sentence."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.duo_lbt import Duobestand, Duofout, lees_lbt
from desktop.models.toets import lees_examennummer
from desktop.models.toetsuitslag import Resultaat, Uitslaggegevens

VANDAAG = date(2026, 11, 25)
BSN = "012345672"
RESULTAAT = {
    "resultaat": "B1-route haalbaar",
    "behaaldeScore": "31,00",
    "benodigdeScore": "28,00",
    "datumAfname": "2026-11-20",
}
GELEZEN = Uitslaggegevens(Resultaat.HAALBAAR, "31,00", "28,00", date(2026, 11, 20))


def lees(ruw: object, **rest: Any) -> Duobestand:
    inhoud = ruw if isinstance(ruw, bytes) else json.dumps(ruw).encode()
    return lees_lbt(inhoud, vandaag=VANDAAG, **rest)


def zin(ruw: object, **rest: Any) -> str:
    """Why it is refused: a Dutch sentence, filled in."""
    with pytest.raises(Duofout) as fout:
        lees(ruw, **rest)
    tekst = str(fout.value)
    assert re.fullmatch(r"[A-Za-z].*\.", tekst), tekst
    return tekst


def met(**velden: object) -> list[dict[str, object]]:
    return [{**RESULTAAT, **velden}]


def test_duos_list_of_results() -> None:
    assert lees([RESULTAAT]) == Duobestand((GELEZEN,))


def test_one_result_and_a_file_with_a_mark_at_its_beginning() -> None:
    assert lees(RESULTAAT).resultaten == (GELEZEN,)
    assert lees(b"\xef\xbb\xbf" + json.dumps([RESULTAAT]).encode()).resultaten == (GELEZEN,)


@pytest.mark.parametrize("nummer", ["ab-12 34", " AB1234", "AB1234\n"])
def test_an_examennummer_is_read_as_a_dossier_keeps_it(nummer: str) -> None:
    assert lees({"examennummer": nummer}).examennummer == lees_examennummer("ab-12 34") == "AB1234"


def test_duos_examennummer() -> None:
    assert lees({"examennummer": "A12345678901"}) == Duobestand((), "A12345678901")


def test_both_with_the_person_they_are_of() -> None:
    uit = lees({"bsn": BSN, "examennummer": "123", "resultaten": [RESULTAAT]})
    assert uit == Duobestand((GELEZEN,), "123", BSN)
    assert lees({"bsn": BSN, "examennummer": "123", "resultaten": []}).resultaten == ()


def test_more_results_stand_by_the_day_that_duo_registered_them() -> None:
    eerder = {**RESULTAAT, "resultaat": "Onbekend", "datumAfname": "2025-01-31"}
    assert [r.datum_afname for r in lees([RESULTAAT, eerder]).resultaten] == [
        date(2025, 1, 31),
        date(2026, 11, 20),
    ]


@pytest.mark.parametrize("woord", ["B1-route haalbaar", "B1-route niet haalbaar", "Onbekend"])
def test_the_outcomes_are_duos_own_words(woord: str) -> None:
    assert lees(met(resultaat=woord)).resultaten[0].resultaat == woord


def test_nothing_else_of_the_file_is_kept() -> None:
    uit = lees({"bsn": BSN, "naam": "Geheim", "resultaten": met(antwoorden=["Geheim"])})
    assert "Geheim" not in repr(asdict(uit))
    assert uit.resultaten == (GELEZEN,)


@pytest.mark.parametrize("veld", ["behaaldeScore", "benodigdeScore"])
@pytest.mark.parametrize(
    "score",
    [
        *("31.5", "31.50", "-1", "-1,00", "31", "31,0", "31,000", "1310,00", "", " 31,00"),
        *("31,00\n", "٣١,٠٠", "1e1,00", 31, 31.5, None, True, ["31,00"]),
    ],
)
def test_a_score_that_duo_would_not_write(veld: str, score: object) -> None:
    gezegd = zin(met(**{veld: score}))
    assert veld in gezegd
    assert "28,00" in gezegd, "it says how DUO writes one"


def test_a_score_above_what_the_test_has() -> None:
    assert lees(met(behaaldeScore="131,00")).resultaten, "DUO's pattern allows it"
    assert "131,00" in zin(met(behaaldeScore="131,00"), hoogste_score=Decimal(40))
    assert lees(met(behaaldeScore="40,00"), hoogste_score=Decimal(40)).resultaten


@pytest.mark.parametrize("soort", ["haalbaar", "b1-route haalbaar", "Geslaagd", "", None, 1, []])
def test_an_outcome_that_does_not_exist(soort: object) -> None:
    assert "B1-route niet haalbaar" in zin(met(resultaat=soort))


@pytest.mark.parametrize(
    "dag",
    ["20-11-2026", "20261120", "2026-11-31", "2026-W47-5", "2026-11-20T10:00:00", "", None, 2026],
)
def test_a_day_that_is_none(dag: object) -> None:
    assert "datumAfname" in zin(met(datumAfname=dag))


def test_a_day_that_is_still_to_come() -> None:
    assert "26-11-2026" in zin(met(datumAfname="2026-11-26"))
    assert lees(met(datumAfname="2026-11-25")).resultaten


@pytest.mark.parametrize("veld", list(RESULTAAT))
def test_a_field_that_is_not_there(veld: str) -> None:
    half = {naam: waarde for naam, waarde in RESULTAAT.items() if naam != veld}
    assert veld in zin([half])


@pytest.mark.parametrize("nummer", ["", " ", "1234567890123", "12é", "-", "a\x00", 12, None, []])
def test_an_examennummer_that_is_none(nummer: object) -> None:
    assert "examennummer" in zin({"examennummer": nummer})


@pytest.mark.parametrize("bsn", ["012345678", "12345672", 12345672, "", "٠١٢٣٤٥٦٧٢", []])
def test_a_bsn_that_cannot_be_is_refused_and_not_repeated(bsn: object) -> None:
    gezegd = zin({"bsn": bsn, "resultaten": [RESULTAAT]})
    assert "BSN" in gezegd
    assert not re.search(r"\d", gezegd)


@pytest.mark.parametrize(
    ("ruw", "woord"),
    [
        (b"", "JSON"),
        (b"\xff\xfe{\x00}\x00", "JSON"),
        (b"{", "JSON"),
        (b'{"examennummer": NaN}', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[" + b"1" * 5000 + b"]", "JSON"),
        (b" " * 1_000_001, "groot"),
        ([], "nog geen resultaat"),
        ({"bsn": BSN, "resultaten": []}, "nog geen resultaat"),
        ({}, "geen resultaat"),
        ("tekst", "geen resultaat"),
        (None, "geen resultaat"),
        ([["x"]], "geen resultaat"),
        ({"resultaten": {}}, "lijst"),
        (b'{"examennummer": "1", "examennummer": "2"}', "twee keer"),
    ],
)
def test_a_file_of_another_shape(ruw: object, woord: str) -> None:
    assert woord in zin(ruw)


def test_one_wrong_result_refuses_the_whole_file() -> None:
    assert "behaaldeScore" in zin([RESULTAAT, *met(behaaldeScore="31.5")])


def test_a_wrong_value_does_not_spill_over_the_sentence() -> None:
    gezegd = zin(met(resultaat="{veld}\u202e" + "x" * 10_000))
    assert len(gezegd) < 200
    assert "\u202e" not in gezegd
    assert "{veld}" in gezegd


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda binnen: (
        st.lists(binnen, max_size=3)
        | st.dictionaries(
            st.sampled_from([*RESULTAAT, "bsn", "examennummer", "resultaten"]) | st.text(), binnen
        )
    ),
)


def gelezen_of_gezegd(ruw: object) -> str:
    """A full stop when the file is taken, else why not. Any other error is the test's."""
    try:
        lees(ruw)
    except Duofout as fout:
        return str(fout)
    return "."


@given(_JSON)
def test_any_file_is_read_or_refused_with_a_sentence(ruw: object) -> None:
    assert gelezen_of_gezegd(ruw).endswith(".")


@given(st.binary())
def test_any_bytes_are_read_or_refused(inhoud: bytes) -> None:
    assert gelezen_of_gezegd(inhoud).endswith(".")
