"""The invitation to the leerbaarheidstoets: one page in two languages, whatever anybody typed,
and nothing about anybody's health."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop import catalogi
from desktop.documents import toetsbrief as module
from desktop.documents.bestand import bestandsnaam
from desktop.documents.pdfpapier import op_papier
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.documents.toetsbeelden import passend, teken_klok
from desktop.documents.toetsbrief import BREED, HOOG, maak_toetsbrief, teken_toetsbrief
from desktop.documents.toetsbriefgegevens import (
    Afzender,
    Geadresseerde,
    Sms,
    Smssoort,
    Toetsafspraak,
    Toetsbrief,
    sms_uit,
    toetsbrief_uit,
)
from desktop.models.prompts import Catalogus, Prompts, Schrijfwijze
from desktop.models.schoontekst import schoon
from desktop.views import stijl
from desktop.views.widgets.pictogram import PictogramRegister
from tests.documents.naar import NAAR, NAMEN
from tests.pagina.papieren import Papier

VANDAAG = date(2026, 11, 25)
DAG = date(2026, 12, 8)
AFSPRAAK = Toetsafspraak(
    DAG,
    time(9, 30),
    time(11, 0),
    "Gemeentehuis Emmeloord",
    "Harmen Visserplein 1",
    "Kamer 2.14",
)
AAN = Geadresseerde("Tesfay Gebremedhin", "De Deel 12, 8302 EK Emmeloord")
VAN = Afzender("Noordoostpolder", "Anneke de Boer", "0527 63 39 11")
TALEN = list(catalogi.talen())
RTL = [tag for tag, taal in catalogi.talen().items() if taal.rechts_naar_links]


def prompts_van(tag: str, **schrijfwijze: str) -> Prompts:
    return Prompts(
        catalogi.talen()[tag],
        catalogi.catalogus(tag),
        catalogi.schermteksten(),
        Schrijfwijze(**schrijfwijze),
    )


def brief(tag: str, afspraak: Toetsafspraak = AFSPRAAK, **schrijfwijze: str) -> Toetsbrief:
    return toetsbrief_uit(afspraak, AAN, VAN, prompts_van(tag, **schrijfwijze), vandaag=VANDAAG)


@pytest.fixture
def teken(qapp: QApplication) -> Callable[[QPainter, QRectF, str], None]:
    stijl.laad_letters()
    return PictogramRegister().teken


@pytest.fixture
def maak(teken: Callable[[QPainter, QRectF, str], None]) -> Callable[[Toetsbrief], Papier]:
    return lambda gegevens: Papier(maak_toetsbrief(gegevens, teken))


@pytest.fixture
def gezet(
    teken: object, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Toetsbrief], list[tuple[str, QRectF]]]:
    """Every text with the rectangle that it covers on the page."""

    def plekken(gegevens: Toetsbrief) -> list[tuple[str, QRectF]]:
        uit: list[tuple[str, QRectF]] = []

        def onthoud(_z: Zetter, p: QPainter, g: Gezet, x: float, y: float, _k: str) -> None:
            if isinstance(p.device(), QImage):
                vlak = g.opmaak.boundingRect()
                uit.append(
                    (
                        g.tekst,
                        QRectF(
                            x + _begin(g) * g.schaal,
                            y,
                            g.breed,
                            vlak.height() * g.schaal,
                        ),
                    )
                )

        monkeypatch.setattr(Zetter, "teken", onthoud)
        beeld = QImage(595, 842, QImage.Format.Format_RGB32)
        painter = QPainter(beeld)
        teken_toetsbrief(painter, gegevens, lambda *_: None)
        painter.end()
        return uit

    return plekken


def _begin(g: Gezet) -> float:
    """Where the leftmost line begins."""
    regels = [g.opmaak.lineAt(n) for n in range(g.opmaak.lineCount())]
    return min((regel.position().x() for regel in regels), default=0.0)


def teksten(wat: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(wat, str):
        yield wat
    elif isinstance(wat, tuple):
        for deel in wat:
            yield from teksten(deel)
    elif is_dataclass(wat):
        for veld in fields(wat):
            yield from teksten(getattr(wat, veld.name))


def letters(tekst: str) -> str:
    """Letters and digits alone, shapes taken back to their letters."""
    return "".join(t for t in unicodedata.normalize("NFKC", tekst) if t.isalnum())


# The letter


@pytest.mark.parametrize("tag", TALEN)
def test_it_is_one_a4_with_both_languages_side_by_side(
    maak: Callable[[Toetsbrief], Papier], tag: str
) -> None:
    gegevens = brief(tag, replace(AFSPRAAK, tolk=True))
    papier = maak(gegevens)
    assert papier.maten == [(595, 842)]
    gelezen = papier.tekst
    for tekst in (gegevens.titel, gegevens.geen_examen, gegevens.kan_niet, gegevens.tolk):
        assert tekst is not None
        assert tekst.vertaald
        assert letters(tekst.nederlands) in letters(gelezen)
        if tag not in RTL:  # a reader gets each line of those as it stands, from the left
            assert letters(tekst.tekst) in letters(gelezen)
    for woord in ("Gemeentehuis Emmeloord", "Harmen Visserplein 1", "Kamer 2.14", "09:30"):
        assert woord in gelezen
    assert "0527 63 39 11" in gelezen
    assert "dinsdag 8 december 2026" in gelezen


@pytest.mark.parametrize("tag", TALEN)
@pytest.mark.parametrize("cijfers", ["", "eigen"])
def test_nothing_leaves_the_page_or_stands_over_something_else(
    gezet: Callable[[Toetsbrief], list[tuple[str, QRectF]]], tag: str, cijfers: str
) -> None:
    eigen = catalogi.talen()[tag].cijfers if cijfers else ""
    plekken = gezet(brief(tag, replace(AFSPRAAK, tolk=True), cijfers=eigen))
    blad = QRectF(30, 30, BREED - 60, HOOG - 50)
    assert [tekst for tekst, vak in plekken if not blad.contains(vak)] == []
    over = [
        (een, ander)
        for n, (een, a) in enumerate(plekken)
        for ander, b in plekken[n + 1 :]
        if a.adjusted(1, 2, -1, -2).intersects(b.adjusted(1, 2, -1, -2))
    ]
    assert over == []


@pytest.mark.parametrize("tag", TALEN)
def test_the_own_language_is_never_small_print(
    teken: object, monkeypatch: pytest.MonkeyPatch, tag: str
) -> None:
    maten: dict[str, float] = {}
    echt = Zetter.teken

    def onthoud(z: Zetter, p: QPainter, g: Gezet, x: float, y: float, kleur: str) -> None:
        maten[g.tekst] = g.schaal * 100
        echt(z, p, g, x, y, kleur)

    monkeypatch.setattr(Zetter, "teken", onthoud)
    gegevens = brief(tag, replace(AFSPRAAK, tolk=True))
    beeld = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = QPainter(beeld)
    teken_toetsbrief(painter, gegevens, lambda *_: None)
    painter.end()
    for tekst in (gegevens.wat, gegevens.geen_examen, gegevens.hulp, gegevens.kan_niet):
        assert maten[tekst.tekst] >= 9, tekst.tekst
        assert maten[tekst.nederlands] >= 9
    for ding in gegevens.meenemen:
        assert maten[ding.tekst.tekst] >= 8, ding.tekst.tekst
    assert maten[gegevens.duur.tekst] >= 7


def test_a_right_to_left_language_stands_at_the_right_and_its_cards_begin_there(
    gezet: Callable[[Toetsbrief], list[tuple[str, QRectF]]],
) -> None:
    def waar(tag: str) -> dict[str, QRectF]:
        gegevens = brief(tag)
        plekken = dict(gezet(gegevens))
        uit = {naam: plekken[getattr(gegevens, naam).tekst] for naam in ("dag", "wat", "kan_niet")}
        return {**uit, "nl": plekken[gegevens.wat.nederlands], "plek": plekken[AFSPRAAK.plaats]}

    ar, fr = waar("ar"), waar("fr")
    for vakken in (ar, fr):
        assert vakken["nl"].right() < vakken["wat"].left(), "Dutch at the left of the other"
    assert ar["wat"].right() == pytest.approx(BREED - module.MARGE, abs=1.5)
    assert ar["dag"].left() > ar["plek"].right(), "reading begins at the right"
    assert fr["dag"].right() < fr["plek"].left()


def test_the_day_stands_in_the_own_calendar_and_digits_too() -> None:
    assert brief("ti").datum.eigen == "29 ሕዳር 2019"
    assert brief("prs").datum.eigen == "17 قوس 1405"
    ar = brief("ar", cijfers=catalogi.talen()["ar"].cijfers)
    assert (ar.datum.weekdag, ar.datum.dag, ar.datum.maand) == ("الثلاثاء", "٨", "ديسمبر ٢٠٢٦")
    assert ar.datum.eigen == "٢٨ جمادى الآخرة ١٤٤٨"
    assert "٩٠" in ar.duur.tekst
    assert "90" in ar.duur.nederlands
    for tag in ("nl", "tr", "so"):
        assert brief(tag).datum.eigen == ""


def test_kurmanji_in_arabic_script_has_its_days_in_that_script_too() -> None:
    gegevens = brief("kmr", schrift="Arabisch")
    assert gegevens.rechts_naar_links
    for tekst in (gegevens.datum.weekdag, gegevens.datum.maand):
        assert not any("a" <= t <= "z" for t in tekst.lower()), tekst


def test_a_dutch_reader_gets_dutch_alone() -> None:
    gegevens = brief("nl")
    assert not gegevens.tweetalig
    assert gegevens.concept is None


def test_a_translation_that_nobody_checked_says_so(maak: Callable[[Toetsbrief], Papier]) -> None:
    gegevens = brief("so")
    assert gegevens.concept is not None
    papier = maak(gegevens)
    assert gegevens.concept.tekst in papier.tekst
    assert gegevens.concept.nederlands in papier.tekst


def test_without_a_translation_the_dutch_stands_there_once(
    maak: Callable[[Toetsbrief], Papier],
) -> None:
    leeg = Prompts(catalogi.talen()["ar"], Catalogus({}), catalogi.schermteksten())
    gegevens = toetsbrief_uit(AFSPRAAK, AAN, VAN, leeg, vandaag=VANDAAG)
    papier = maak(gegevens)
    assert papier.maten == [(595, 842)]
    assert papier.tekst.count("Het is geen examen.") == 1
    assert papier.tekst.count("Kun je niet komen?") == 1


def test_the_interpreter_is_named_when_one_comes(maak: Callable[[Toetsbrief], Papier]) -> None:
    assert "Er is een tolk bij." in maak(brief("fr", replace(AFSPRAAK, tolk=True))).tekst
    assert "Er is een tolk bij." not in maak(brief("fr")).tekst


@pytest.mark.parametrize(
    ("uur", "beeld"), [(time(8, 0), "ochtend"), (time(11, 59), "ochtend"), (time(12, 0), "middag")]
)
def test_a_clock_with_hands_has_the_sun_of_that_part_of_the_day(
    teken: object, uur: time, beeld: str
) -> None:
    gezien: list[str] = []
    doek = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = QPainter(doek)
    gegevens = brief("nl", replace(AFSPRAAK, begin=uur, einde=time(15, 0)))
    teken_toetsbrief(painter, gegevens, lambda _p, _vak, naam: gezien.append(naam))
    painter.end()
    assert [naam for naam in gezien if naam in ("ochtend", "middag")] == [beeld]
    for naam in ("computer", "klaar", "bril", "gehoorapparaat", "brief", "bellen", "gemeente"):
        assert gezien.count(naam) == 1


@pytest.mark.parametrize(
    ("tijd", "uurwijzer", "minuutwijzer"),
    [
        (time(9, 0), (-1, 0), (0, -1)),
        (time(15, 0), (1, 0), (0, -1)),
        (time(6, 30), (-0.26, 0.97), (0, 1)),
        (time(12, 15), (0.13, -0.99), (1, 0)),
    ],
)
def test_the_hands_point_at_the_time(
    teken: object,
    tijd: time,
    uurwijzer: tuple[float, float],
    minuutwijzer: tuple[float, float],
) -> None:
    doek = QImage(200, 200, QImage.Format.Format_RGB32)
    doek.fill(0xFFFFFF)
    painter = QPainter(doek)
    teken_klok(painter, Zetter(), QRectF(0, 0, 200, 200), tijd, "")
    painter.end()

    def kleur(richting: tuple[float, float], straal: float) -> tuple[int, int, int]:
        punt = doek.pixelColor(round(100 + richting[0] * straal), round(100 + richting[1] * straal))
        return punt.red(), punt.green(), punt.blue()

    assert kleur(uurwijzer, 28) == (0x1D, 0x1F, 0x24), "the hour hand"
    assert kleur(minuutwijzer, 50) == (0x1F, 0x5F, 0xA8), "the minute hand is longer"


def test_the_name_is_in_the_address_and_nowhere_else(maak: Callable[[Toetsbrief], Papier]) -> None:
    papier = maak(brief("ti"))
    assert papier.tekst.count("Gebremedhin") == 1
    assert "Gebremedhin" not in "".join(papier.gegevens.values())
    assert "Gebremedhin" not in bestandsnaam("uitnodiging-toets", "0171-26-ABC123")


def test_the_letter_says_the_same_of_everybodys_eyes_and_ears() -> None:
    velden = {veld.name for soort in (Toetsafspraak, Geadresseerde) for veld in fields(soort)}
    assert not velden & {"bril", "gehoor", "gezondheid", "muis", "hulpmiddel"}
    assert [d.tekst.nederlands for d in brief("nl").meenemen] == [
        "Je paspoort of verblijfskaart",
        "Je bril, als je die hebt",
        "Je gehoorapparaat, als je dat hebt",
        "Deze brief",
    ]


@pytest.mark.parametrize("tag", ["nl", "ckb"])
@pytest.mark.parametrize("naar", NAAR, ids=NAMEN)
def test_no_typed_text_breaks_or_styles_it(
    maak: Callable[[Toetsbrief], Papier],
    gezet: Callable[[Toetsbrief], list[tuple[str, QRectF]]],
    tag: str,
    naar: str,
) -> None:
    gegevens = toetsbrief_uit(
        Toetsafspraak(DAG, time(9, 30), time(11, 0), naar, naar, naar),
        Geadresseerde(naar, naar),
        Afzender(naar, naar, naar),
        prompts_van(tag),
        vandaag=VANDAAG,
    )
    papier = maak(gegevens)
    assert papier.maten == [(595, 842)]
    for tekst in teksten(gegevens.afspraak):
        assert not [t for t in tekst if unicodedata.bidirectional(t) in ("RLO", "RLI", "LRO")]
        assert len(tekst) <= 300
    if naar.startswith("<b>"):
        assert "<b>vet</b> & <i>scheef</i>" in papier.tekst
    blad = QRectF(30, 25, BREED - 60, HOOG - 45)
    assert [tekst for tekst, vak in gezet(gegevens) if not blad.contains(vak)] == []


def test_what_stands_after_an_emoji_is_read_back_right(teken: object) -> None:
    def gelezen(tekst: str) -> str:
        zetter = Zetter()
        with op_papier("proef") as papier:
            zetter.teken(papier.painter, zetter.zet(tekst, 500, 12), 40, 40, "#000000")
        return letters(Papier(zetter.leesbaar(papier.pdf)).tekst)

    sorani = "ڕۆژباش وەرگێڕم دەژیت"
    assert set("ڕۆێە") <= set(gelezen(sorani))
    assert gelezen(f"😀😀 {sorani}") == gelezen(sorani)


@pytest.mark.parametrize("hoog", [-5.0, 0.0, 3.0, 8.0])
@pytest.mark.parametrize("tekst", ["", "a", "abc", "…", "een lang verhaal " * 50])
def test_there_is_an_end_to_making_a_text_fit(teken: object, tekst: str, hoog: float) -> None:
    gezet = passend(Zetter(), tekst, QRectF(0, 0, 40, hoog), 12)
    assert gezet.tekst == tekst == "" or gezet.hoog <= max(hoog, 8.0) + 0.5


@given(st.text())
def test_a_cleaned_text_is_one_line_that_cannot_steer(tekst: str) -> None:
    uit = schoon(tekst)
    assert len(uit) <= 300
    assert uit == uit.strip()
    for teken in uit:
        assert unicodedata.category(teken) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
        assert unicodedata.category(teken) != "Cf" or teken in "\u200c\u200d"
    assert schoon(uit) == uit


def test_a_name_keeps_its_letters() -> None:
    for naam in ("Ö. Yıldız-d'Arc", "نوری‌زاده", "ተስፋይ", "Nguyễn Thị Hồng", "O’Neill"):
        assert schoon(f"  {naam}\n") == naam


# Text messages


@pytest.mark.parametrize("tag", TALEN)
@pytest.mark.parametrize("soort", list(Smssoort))
def test_a_message_is_plain_text_in_both_languages(soort: Smssoort, tag: str) -> None:
    sms = sms_uit(soort, AFSPRAAK, prompts_van(tag))
    for tekst in (sms.nederlands, sms.eigen):
        assert not [t for t in tekst if unicodedata.category(t) in ("Cc", "Cf") and t != "\u200c"]
        assert "{" not in tekst
    assert (sms.eigen == "") is (tag == "nl")
    if soort is not Smssoort.MORGEN:
        assert "dinsdag 8 december" in sms.nederlands
        assert "dinsdag" not in sms.eigen
    if soort is not Smssoort.AFGEZEGD:
        for tekst in filter(None, (sms.nederlands, sms.eigen)):
            assert "09:30" in tekst
            assert "Gemeentehuis Emmeloord, Harmen Visserplein 1" in tekst


def test_a_message_in_the_own_digits() -> None:
    sms = sms_uit(
        Smssoort.UITNODIGING, AFSPRAAK, prompts_van("ar", cijfers=catalogi.talen()["ar"].cijfers)
    )
    assert "٠٩:٣٠" in sms.eigen
    assert "٨ ديسمبر" in sms.eigen
    assert "09:30" in sms.nederlands


def test_a_message_without_a_translation_is_dutch_alone() -> None:
    leeg = Prompts(catalogi.talen()["ti"], Catalogus({}), catalogi.schermteksten())
    sms = sms_uit(Smssoort.MORGEN, AFSPRAAK, leeg)
    assert (sms.eigen, sms.concept) == ("", False)
    assert sms.nederlands.startswith("Morgen is je leerbaarheidstoets.")


@pytest.mark.parametrize("naar", NAAR, ids=NAMEN)
def test_a_message_with_an_odd_place_stays_a_message(naar: str) -> None:
    sms: Sms = sms_uit(Smssoort.ANDERS, replace(AFSPRAAK, plaats=naar), prompts_van("fa"))
    for tekst in (sms.nederlands, sms.eigen):
        assert "\n" not in tekst
        assert not {"\u202e", "\u2067", "\x00"} & set(tekst)
        assert len(tekst) < 700
