"""Digits, scripts, and what runs the other way inside a text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import catalogi
from desktop.models.prompts import Catalogus, Prompts, Schrijfwijze, Vertaalstatus, Vertaling
from desktop.models.schrift import (
    apart,
    gewone_cijfers,
    isoleer_latijn,
    koerdisch_in_arabisch,
    zet_cijfers,
)

TALEN = catalogi.talen()
MERKEN = re.compile("[\u2066-\u2069]")


@pytest.mark.parametrize("tag", ["ar", "fa", "prs", "ckb", "ps"])
def test_own_digits_and_back(tag: str) -> None:
    cijfers = TALEN[tag].cijfers
    assert len(set(cijfers)) == 10
    assert [unicodedata.digit(c) for c in cijfers] == list(range(10))
    assert zet_cijfers("24-11-2026", cijfers) != "24-11-2026"
    assert gewone_cijfers(zet_cijfers("24-11-2026", cijfers)) == "24-11-2026"


def test_a_dutch_code_keeps_its_digits_and_a_number_does_not() -> None:
    """B1 is the name of a level: nobody knows it as B١."""
    tekst = zet_cijfers(isoleer_latijn("مستوى B1 و mbo 4 في 2027"), TALEN["ar"].cijfers)
    assert MERKEN.sub("", tekst) == "مستوى B1 و mbo 4 في ٢٠٢٧"


def test_without_own_digits_nothing_changes() -> None:
    assert zet_cijfers("24", TALEN["ti"].cijfers) == "24"


@pytest.mark.parametrize(
    ("tekst", "apart_gezet"),
    [
        ("خطتك (PIP) مع DUO", ["(PIP)", "DUO"]),
        ("رسالة من gemeente.", ["gemeente"]),
        ("في B1-route و Z-route", ["B1-route", "Z-route"]),
        ("(رسالة DUO)", ["DUO"]),
        ("الرقم 12,50 يورو", ["12,50"]),
        ("خطة", []),
    ],
)
def test_what_is_latin_is_set_apart(tekst: str, apart_gezet: list[str]) -> None:
    geschreven = isoleer_latijn(tekst)
    assert re.findall("\u2066([^\u2069]*)\u2069", geschreven) == apart_gezet
    assert MERKEN.sub("", geschreven) == tekst


@given(st.text(alphabet="ابتث PIDUO12.,()-{}%/ ", max_size=40))
def test_setting_apart_adds_only_marks_in_pairs(tekst: str) -> None:
    geschreven = isoleer_latijn(tekst)
    assert MERKEN.sub("", geschreven) == tekst
    assert geschreven.count("\u2066") == geschreven.count("\u2069")
    assert isoleer_latijn(geschreven) == geschreven or "\u2069" not in geschreven


def test_a_place_to_fill_in_stays_one() -> None:
    assert isoleer_latijn("حتى {aantal} صور").format(aantal=3) == "حتى 3 صور"


@pytest.mark.parametrize(
    ("latijn", "arabisch"),
    [
        ("Hûn li ku dijîn?", "هوون ل کو دژین؟"),
        ("av", "ئاڤ"),
        ("nan û av", "نان و ئاڤ"),
        ("êvar", "ئێڤار"),
        ("zarok", "زارۆک"),
        ("şîr", "شیر"),
        ("xwendin", "خوەندن"),
    ],
)
def test_kurmanji_for_who_reads_arabic_script(latijn: str, arabisch: str) -> None:
    assert koerdisch_in_arabisch(latijn) == arabisch


def test_every_kurmanji_text_can_be_written_in_the_other_script() -> None:
    over = set()
    for vertaling in catalogi.catalogus("kmr").vertalingen.values():
        for vorm in vertaling.vormen or (vertaling.tekst,):
            kaal = re.sub("\u2066[^\u2069]*\u2069|\\{[^}]*\\}", "", koerdisch_in_arabisch(vorm))
            over |= set(re.findall(r"[A-Za-zÇçÊêÎîŞşÛû]+", kaal))
    assert over == set(), "Latin letters that are not a name"


def _prompts(tag: str, vormen: tuple[str, ...], *, cijfers: str = "", schrift: str = "") -> Prompts:
    taal = TALEN[tag]
    bron = {"k": {"tekst": "Nog {aantal} dag", "meervoud": "Nog {aantal} dagen"}}
    regel = catalogi.catalogus(tag).meervoudsregel
    kaart = {"k": Vertaling("Nog {aantal} dag", vormen[0], False, Vertaalstatus.CONCEPT, vormen)}
    return Prompts(taal, Catalogus(kaart, regel), bron, Schrijfwijze(schrift, cijfers))


ARABISCH = (
    "لا أيام {aantal}",
    "يوم {aantal}",
    "يومان {aantal}",
    "أيام {aantal}",
    "يوماً {aantal}",
    "يوم/ {aantal}",
)


@pytest.mark.parametrize(
    ("aantal", "vorm"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5)]
)
def test_arabic_has_six_forms(aantal: int, vorm: int) -> None:
    tekst = _prompts("ar", ARABISCH).scherm("k", aantal=aantal)
    assert MERKEN.sub("", tekst.tekst) == ARABISCH[vorm].format(aantal=aantal)
    assert tekst.nederlands == f"Nog {aantal} {'dag' if aantal == 1 else 'dagen'}"


@pytest.mark.parametrize(("aantal", "vorm"), [(1, 0), (21, 0), (2, 1), (24, 1), (5, 2), (11, 2)])
def test_russian_has_three(aantal: int, vorm: int) -> None:
    vormen = ("день {aantal}", "дня {aantal}", "дней {aantal}")
    tekst = _prompts("ru", vormen).scherm("k", aantal=aantal).tekst
    assert tekst == vormen[vorm].format(aantal=aantal)


def test_a_number_is_set_apart_and_in_the_own_digits() -> None:
    prompts = _prompts("ar", ARABISCH, cijfers=TALEN["ar"].cijfers)
    assert prompts.scherm("k", aantal=12).tekst == "يوماً " + apart("١٢")
    assert prompts.getal(2026) == "٢٠٢٦"


def test_a_missing_plural_is_dutch_in_the_right_form() -> None:
    bron = {"k": {"tekst": "Nog {aantal} dag", "meervoud": "Nog {aantal} dagen"}}
    prompts = Prompts(TALEN["ti"], Catalogus({}), bron)
    een, twee = (prompts.scherm("k", aantal=n) for n in (1, 2))
    assert (een.tekst, twee.tekst) == ("Nog 1 dag", "Nog 2 dagen")
    assert een.status is Vertaalstatus.ONTBREEKT


def test_the_other_script_turns_the_direction_and_keeps_the_language() -> None:
    prompts = _prompts("kmr", ("roj {aantal}", "roj {aantal}"), schrift="Arabisch")
    assert prompts.taal.rechts_naar_links
    assert prompts.taal.tag == "kmr"
    assert MERKEN.sub("", prompts.scherm("k", aantal=1).tekst) == "رۆژ 1"
    assert not _prompts("kmr", ("roj {aantal}", "roj {aantal}")).taal.rechts_naar_links
    # A language without another script stays as it is.
    assert not _prompts("ru", ("д {aantal}",) * 3, schrift="Arabisch").taal.rechts_naar_links
