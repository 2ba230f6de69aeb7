"""How the client's page of the plan stands on paper, whatever was typed, and what comes back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from desktop import catalogi
from desktop.documents.mijnplan import BREED, HOOG, maak_mijnplan
from desktop.documents.mijnplangegevens import EIGEN_WOORDEN, mijnplan_uit
from desktop.documents.mijnplanwaarden import Helper, Mijnplan
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.models.pipinhoud import (
    Bezigheid,
    Contact,
    Regel,
)
from desktop.views import stijl
from desktop.views.widgets.pictogram import PictogramRegister
from tests.documents.mijnplanproef import (
    EIGEN_DOEL,
    INHOUD,
    LEESBAAR,
    TALEN,
    VANDAAG,
    VOL,
    WEEK,
    Plekken,
    letters,
    mijn_plan,
    plekken_van,
    prompts_van,
    teksten,
    zonder,
)
from tests.documents.naar import NAAR, NAMEN
from tests.pagina.papieren import Papier


@pytest.fixture
def teken(qapp: QApplication) -> Callable[[QPainter, QRectF, str], None]:
    stijl.laad_letters()
    return PictogramRegister().teken


@pytest.fixture
def maak(teken: Callable[[QPainter, QRectF, str], None]) -> Callable[[Mijnplan], Papier]:
    return lambda plan: Papier(maak_mijnplan(plan, teken))


@pytest.fixture
def gezet(teken: object, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mijnplan], Plekken]:
    return lambda plan: plekken_van(plan, monkeypatch)


# How it stands


SCHRIJFWIJZEN: list[tuple[str, dict[str, str]]] = [(tag, {}) for tag in TALEN] + [
    *((tag, {"cijfers": taal.cijfers}) for tag, taal in catalogi.talen().items() if taal.cijfers),
    ("kmr", {"schrift": "Arabisch"}),
]


@pytest.mark.parametrize(("tag", "wijze"), SCHRIJFWIJZEN)
@pytest.mark.parametrize("week", [WEEK, VOL, {}], ids=["usual", "full", "empty"])
def test_nothing_leaves_the_page_or_stands_over_something_else(
    gezet: Callable[[Mijnplan], Plekken],
    tag: str,
    wijze: dict[str, str],
    week: dict[str, Bezigheid],
) -> None:
    plekken = gezet(mijn_plan(tag, replace(INHOUD, week=week), **wijze))
    blad = QRectF(20, 25, BREED - 40, HOOG - 40)
    assert [tekst for tekst, vak in plekken.teksten if not blad.contains(vak)] == []
    assert [naam for naam, vak in plekken.beelden if not blad.contains(vak)] == []
    strak = [(tekst, vak.adjusted(1, 2, -1, -2)) for tekst, vak in plekken.teksten]
    over = [
        (een, ander)
        for n, (een, a) in enumerate(strak)
        for ander, b in strak[n + 1 :]
        if a.intersects(b)
    ]
    assert over == []
    assert plekken.gebroken == []
    # The mark that the last day has stands on its leaf; every other picture is free of words.
    beelden = [(n, v.adjusted(2, 2, -2, -2)) for n, v in plekken.beelden]
    assert [(n, t) for n, v in beelden for t, vak in strak if v.intersects(vak)] == []


@pytest.mark.parametrize(("tag", "wijze"), SCHRIJFWIJZEN)
def test_the_own_language_is_never_small_print(
    gezet: Callable[[Mijnplan], Plekken], tag: str, wijze: dict[str, str]
) -> None:
    plan = mijn_plan(tag, INHOUD, **wijze)
    maten = gezet(plan).maten
    assert plan.route is not None
    for tekst in (plan.uitleg, plan.route.tekst, plan.niet_eens, plan.wet):
        assert maten[tekst.tekst] >= 7.5, tekst.tekst
    for deel in (*plan.doelen, plan.geld):
        assert maten[deel.tekst.tekst] >= 6.8, deel.tekst.tekst
    for rij in plan.week:
        for cel in rij.cellen:
            assert cel is None or maten[cel.tekst.tekst] >= 6.5, cel
    assert not plan.ingekort
    assert plan.meer.tekst not in maten


@pytest.mark.parametrize(("tag", "schrift"), [(tag, "") for tag in TALEN] + [("kmr", "Arabisch")])
def test_every_letter_of_it_is_in_the_font(teken: object, tag: str, schrift: str) -> None:
    zetter = Zetter()
    for tekst in set(teksten(mijn_plan(tag, schrift=schrift))):
        opmaak = zetter.zet(tekst, 400, 10).opmaak
        for n in range(opmaak.lineCount()):
            for rij in opmaak.lineAt(n).glyphRuns():
                assert 0 not in rij.glyphIndexes(), tekst


def test_the_client_begins_to_read_in_the_own_language_at_the_own_side(
    gezet: Callable[[Mijnplan], Plekken],
) -> None:
    def plaatsen(tag: str) -> tuple[Plekken, Mijnplan]:
        plan = mijn_plan(tag)
        return gezet(plan), plan

    ar, plan_ar = plaatsen("ar")
    so, plan_so = plaatsen("so")
    for naam in ("titel", "uitleg", "niet_eens", "wet", "week_kop"):
        tekst = getattr(plan_ar, naam)
        assert ar.eerste(tekst.tekst).left() > ar.eerste(tekst.nederlands).right()
        tekst = getattr(plan_so, naam)
        assert so.eerste(tekst.tekst).right() < so.eerste(tekst.nederlands).left()
    # Monday comes first, and so do the first goal and the first day.
    for een, ander in ((plan_ar.dagen[0].tekst, plan_ar.dagen[4].tekst),):
        assert ar.eerste(een).left() > ar.eerste(ander).right()
    assert so.eerste(plan_so.dagen[0].tekst).right() < so.eerste(plan_so.dagen[4].tekst).left()
    assert ar.eerste(plan_ar.doelen[0].tekst.tekst).left() > ar.eerste(EIGEN_DOEL).right()
    for (naam, links), (zelfde, rechts) in zip(so.beelden, ar.beelden, strict=True):
        assert naam == zelfde
        assert naam != "klaar", "a tick says that it is done; it is a day to come"
        assert links.center().x() == pytest.approx(BREED - rechts.center().x(), abs=1)


def _waar(gezet: Gezet) -> dict[int, float]:
    """Where the glyph of each letter of a text on one line begins."""
    vlag = QTextLayout.GlyphRunRetrievalFlag
    rijen = gezet.opmaak.lineAt(0).glyphRuns(
        -1, -1, vlag.RetrieveGlyphPositions | vlag.RetrieveStringIndexes
    )
    return {
        plek: punt.x()
        for rij in rijen
        for plek, punt in zip(rij.stringIndexes(), rij.positions(), strict=True)
    }


@pytest.mark.parametrize("tag", ["ar", "fa", "ckb", "ps"])
def test_brackets_around_dutch_words_stay_around_them(teken: object, tag: str) -> None:
    """In a right-to-left sentence a bracket before a Latin word stands at its left."""
    gevonden = 0
    for tekst in set(teksten(mijn_plan(tag))):
        for stuk in re.finditer(r"\(([A-Za-z]{3,})\)", tekst):
            gevonden += 1
            plek = _waar(Zetter().zet(tekst, 10_000, 10, rtl=True))
            open_, woord, dicht = (
                plek[n] for n in (stuk.start(), stuk.start() + 1, stuk.end() - 1)
            )
            assert open_ < woord < dicht, tekst
    assert gevonden


def test_a_photograph_is_there_only_when_it_was_given(
    teken: Callable[[QPainter, QRectF, str], None], maak: Callable[[Mijnplan], Papier]
) -> None:
    beeld = QImage(80, 60, QImage.Format.Format_RGB32)
    beeld.fill(0xCC8844)
    inhoud = QByteArray()
    bak = QBuffer(inhoud)
    bak.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(bak, QByteArray(b"png")).write(beeld)

    def beelden(foto: bytes) -> int:
        helpers = (Helper("Yusuf Ahmed", foto=foto),)
        plan = mijnplan_uit(INHOUD, prompts_van("nl"), vandaag=VANDAAG, helpers=helpers)
        blad = PdfReader(BytesIO(maak_mijnplan(plan, teken))).pages[0]
        return len(blad.images)

    assert beelden(b"") == 0
    assert beelden(bytes(inhoud.data())) == 1
    assert beelden(b"geen foto") == 0


# What anybody types


@pytest.mark.parametrize("tag", ["nl", "ckb"])
@pytest.mark.parametrize("naar", NAAR, ids=NAMEN)
def test_no_typed_text_breaks_or_styles_it(
    maak: Callable[[Mijnplan], Papier],
    gezet: Callable[[Mijnplan], Plekken],
    tag: str,
    naar: str,
) -> None:
    inhoud = replace(
        INHOUD,
        contact=Contact(naar, naar, naar),
        regels=(
            *(Regel(f"d{n}", "doel", naar, wie=f"{n}{naar}") for n in range(4)),
            *(Regel(f"w{n}", "taal_en_werk", naar) for n in range(2)),
            *(Regel(f"a{n}", "afspraak", naar, wanneer=VANDAAG) for n in range(4)),
        ),
        participatie_reden=naar,
        hoofddoel=naar,
    )
    helpers = (Helper(naar, naar, naar), Helper(f"B{naar}", naar, naar))
    plan = mijnplan_uit(inhoud, prompts_van(tag), vandaag=VANDAAG, helpers=helpers)
    papier = maak(plan)
    assert papier.maten == [(595, 842)]
    for tekst in teksten((plan.doelen, plan.meedoen, plan.helpers, plan.data)):
        if "…" in tekst or any(regel.tekst == tekst for regel in inhoud.regels):
            assert len(tekst) <= EIGEN_WOORDEN
        assert not {"\u202e", "\x00", "\x1b", "\n"} & set(tekst)
    if naar.startswith("<b>"):
        assert "<b>vet</b> & <i>scheef</i>" in papier.tekst
    if len(naar) > EIGEN_WOORDEN:
        assert plan.ingekort
        assert letters(plan.meer.nederlands) in letters(papier.tekst), "cut without a word"
    plekken = gezet(plan)
    blad = QRectF(20, 25, BREED - 40, HOOG - 40)
    assert [tekst for tekst, vak in plekken.teksten if not blad.contains(vak)] == []


def test_a_fourth_goal_or_a_long_word_is_said_to_be_in_the_letter(
    gezet: Callable[[Mijnplan], Plekken],
) -> None:
    vier = zonder("doel", *(Regel(str(n), "doel", "", doelcode=f"doel.wk{n}") for n in range(1, 5)))
    plan = mijn_plan("uk", vier)
    assert len(plan.doelen) == 3
    assert plan.ingekort
    assert plan.meer.tekst in gezet(plan).maten
    lang = mijn_plan("uk", zonder("doel", Regel("1", "doel", "Ik wil graag " * 20)))
    assert lang.ingekort
    assert lang.doelen[0].tekst.tekst.endswith(" Ik…")


def test_what_does_not_fit_however_small_says_so_too(
    gezet: Callable[[Mijnplan], Plekken], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wide letters within the number that is allowed."""
    breed = mijn_plan("nl", zonder("taal_en_werk", Regel("1", "taal_en_werk", "W" * 109)))
    assert not breed.ingekort
    monkeypatch.setattr("desktop.documents.mijnplanzetter.KLEINST", 9.0)
    plekken = gezet(breed)
    assert any(tekst.startswith("WW") and tekst.endswith("…") for tekst, _vak in plekken.teksten)
    assert breed.meer.tekst in plekken.maten


# What a reader gets back


def volgorde(inhoud: bytes) -> str:
    """The letters in the order in which they stand in the file.

    pypdf turns every piece that runs right to left round, as if it were painted from the left.
    """
    stukken: list[str] = []
    PdfReader(BytesIO(inhoud)).pages[0].extract_text(
        visitor_text=lambda tekst, *_: stukken.append(tekst)
    )
    return "".join(
        letters(
            stuk[::-1] if any(unicodedata.bidirectional(t) in ("R", "AL") for t in stuk) else stuk
        )
        for stuk in stukken
    )


@pytest.mark.parametrize(("tag", "schrift"), LEESBAAR)
def test_sentences_come_back_in_the_order_of_reading(
    maak: Callable[[Mijnplan], Papier], tag: str, schrift: str
) -> None:
    """Also with two scripts in one, and letter by letter inside the words."""
    plan = mijn_plan(tag, schrift=schrift)
    gelezen = volgorde(maak(plan).inhoud)
    assert plan.route is not None
    for tekst in (plan.titel, plan.uitleg, plan.route.tekst, plan.niet_eens, plan.wet):
        assert letters(tekst.tekst) in gelezen, tekst.tekst
        assert letters(tekst.nederlands) in gelezen
    assert gelezen.index(letters(plan.uitleg.tekst)) < gelezen.index(letters(plan.wet.tekst))


@pytest.mark.parametrize(("tag", "schrift"), LEESBAAR)
def test_every_word_is_found_by_a_reader_that_orders_the_page_itself(
    maak: Callable[[Mijnplan], Papier], tag: str, schrift: str
) -> None:
    qtpdf = pytest.importorskip("PySide6.QtPdf")
    plan = mijn_plan(tag, schrift=schrift)
    inhoud = maak(plan).inhoud
    bak = QBuffer()
    bak.setData(QByteArray(inhoud))
    bak.open(QIODevice.OpenModeFlag.ReadOnly)
    document = qtpdf.QPdfDocument()
    document.load(bak)
    gelezen = letters(document.getAllText(0).text())
    document.close()
    for tekst in (plan.uitleg, plan.niet_eens, plan.wet, plan.geld.tekst):
        for woord in re.findall(r"[^\s()\u2066-\u2069]+", tekst.tekst):
            assert letters(woord) in gelezen, woord


@pytest.mark.parametrize("tag", ["nl", "ar", "ti"])
def test_the_file_is_for_an_archive_and_says_its_title_and_language(
    maak: Callable[[Mijnplan], Papier], tag: str
) -> None:
    plan = mijn_plan(tag)
    papier = maak(plan)
    lezer = PdfReader(BytesIO(papier.inhoud))
    wortel: Any = lezer.root_object
    assert wortel["/Lang"] == tag
    titel = papier.gegevens["/Title"]
    assert plan.titel.nederlands in titel
    assert plan.titel.tekst in titel
    assert "<pdfaid:part>1</pdfaid:part>" in wortel["/Metadata"].get_object().get_data().decode()
    assert lezer.trailer["/ID"]
    bronnen: Any = lezer.pages[0]["/Resources"]
    for letter in bronnen["/Font"].values():
        nakomeling = letter.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in nakomeling["/FontDescriptor"]
    for staat in bronnen.get("/ExtGState", {}).values():
        waarden = staat.get_object()
        assert (waarden.get("/ca", 1), waarden.get("/CA", 1)) == (1, 1)
        assert waarden.get("/SMask", "/None") == "/None"
