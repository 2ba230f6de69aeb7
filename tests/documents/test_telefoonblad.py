"""The sheet for the telephone interpreter: every prompt with its code, right in every script, and
nothing about anybody."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextOption
from PySide6.QtWidgets import QApplication

from desktop import catalogi
from desktop.documents.pdftekst import Zetter
from desktop.documents.telefoonblad import maak_telefoonblad
from desktop.documents.telefoonbladgegevens import (
    Bladdeel,
    Bladregel,
    Telefoonblad,
    geplande_domeinen,
    telefoonblad_uit,
)
from desktop.models.intake import BredeIntake
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.schrift import isoleer_latijn
from desktop.models.tolkbeeld import AFSLUITEN, OPENING
from desktop.models.vragen import VOLGORDE, Vragenlijst
from desktop.store.store import Store
from desktop.views import stijl
from desktop.views.werkplek import Werkplek
from tests.pagina.papieren import Papier

SORANI = (
    "ئێستا لە کوێ دەژیت؟",
    "ڕۆژباش، من وەرگێڕم. هەموو شتێک وەردەگێڕم.",
    "خاڵ و پڵنگ و گوڵ (azc)",
)
"""Letters that stand in no table of shapes: ڕ ڵ ێ ۆ ە in the middle of a word."""

RTL = [tag for tag, taal in catalogi.talen().items() if taal.rechts_naar_links]


@pytest.fixture
def prompts(qapp: QApplication) -> Callable[[str], Prompts]:
    stijl.laad_letters()
    return lambda tag: Prompts(
        catalogi.talen()[tag], catalogi.catalogus(tag), catalogi.schermteksten()
    )


@pytest.fixture
def maak(lijst: Vragenlijst, prompts: Callable[[str], Prompts]) -> Callable[..., Telefoonblad]:
    """The sheet in a language."""

    def doe(tag: str, domeinen: Sequence[str] = VOLGORDE) -> Telefoonblad:
        return telefoonblad_uit(lijst, domeinen, prompts(tag), catalogi.ambtswoorden())

    return doe


def regels(blad: Telefoonblad) -> Iterator[Bladregel]:
    for deel in blad.delen:
        yield Bladregel("", deel.titel)
        for vraag in deel.vragen:
            yield from vraag
    yield from (Bladregel("", woord.uitleg) for woord in blad.woorden)


def letters(tekst: str) -> str:
    """Only what is a letter, a digit or a bracket; shapes taken back to their letters."""
    gewoon = unicodedata.normalize("NFKC", tekst)
    return "".join(t for t in gewoon if t.isalnum() or t in "()")


def woorden(tekst: str) -> list[str]:
    return [kaal for woord in re.split(r"[\s\u200c]+", tekst) if (kaal := letters(woord))]


def van_rechts(papier: Papier) -> str:
    """What a reader gets is each line as it stands on paper, from the left: here it is turned."""
    return papier.tekst[::-1]


def is_rtl(woord: str) -> bool:
    return any(unicodedata.bidirectional(t) in ("R", "AL") for t in woord)


def met(taal: str, teksten: Sequence[str]) -> Telefoonblad:
    """A sheet with only these texts in the own language."""
    vraag = tuple(
        Bladregel(f"X{n}", Tekst(tekst, f"Zin {n}", Vertaalstatus.CONCEPT))
        for n, tekst in enumerate(teksten)
    )
    kop = Tekst(teksten[0], "Kop", Vertaalstatus.CONCEPT)
    info = catalogi.talen()[taal]
    deel = Bladdeel(kop, (vraag,))
    return Telefoonblad(info.naam, info.eigen_naam, info.rechts_naar_links, True, (deel,), ())


# What is on it


def test_every_prompt_of_the_planned_domains_has_its_code(
    maak: Callable[..., Telefoonblad], lijst: Vragenlijst
) -> None:
    papier = Papier(maak_telefoonblad(maak("ti")))
    tekst = papier.tekst
    gezegd = [v for v in lijst.vragen.values() if not v.oordeel]
    assert len(gezegd) == 107
    for vraag in gezegd:
        assert vraag.code in tekst
        assert vraag.tekst in tekst
    for vraag in lijst.vragen.values():
        if vraag.oordeel:
            assert vraag.code not in tekst, "a judgement is nobody's to interpret"
    for code in ("O1", "O7", "T0", "T1", "T2", "P1", "S1", "S6", "X1"):
        assert re.search(rf"\b{code}\b", tekst)
    assert set(papier.maten) == {(595, 842)}


def test_options_stand_under_their_question(
    maak: Callable[..., Telefoonblad], lijst: Vragenlijst
) -> None:
    blad = maak("nl")
    per_code = {vraag[0].code: vraag for deel in blad.delen for vraag in deel.vragen}
    for vraag in lijst.vragen.values():
        if vraag.oordeel:
            continue
        onder = [regel.tekst.nederlands for regel in per_code[vraag.code]][1:]
        for optie in vraag.opties:
            assert optie.tekst in onder
        for deel in vraag.delen:
            if deel.scherm and vraag.voor_client:
                assert deel.tekst in onder
                plek = onder.index(deel.tekst)
                assert {o.tekst for o in deel.opties} <= set(onder[plek:])


def test_opening_closing_and_glossary_are_there_in_both_languages(
    maak: Callable[..., Telefoonblad], prompts: Callable[[str], Prompts]
) -> None:
    op_papier = Papier(maak_telefoonblad(maak("kmr", ["WO"]))).tekst
    eigen = prompts("kmr")
    for context in (*OPENING[2:], *AFSLUITEN, "taal.zin", "taal.vraag", "taal.andere-tolk"):
        tekst = eigen.scherm(context)
        assert tekst.vertaald
        assert tekst.tekst in op_papier
        assert tekst.nederlands in op_papier
    assert "huurtoeslag: Geld van de overheid" in op_papier
    assert "gemeente: Het bestuur" in op_papier, "words that are needed everywhere"
    assert "kinderbijslag" not in op_papier, "a word of another domain"


def test_only_the_planned_domains(
    maak: Callable[..., Telefoonblad], store: Store, maak_intake: Callable[..., str]
) -> None:
    id_ = maak_intake("ti")
    with store.work() as work:
        work.get(BredeIntake, id_).sla_domein_over("OP", "Er zijn geen kinderen.")
    with store.lees() as sessie:
        domeinen = geplande_domeinen(sessie.get_one(BredeIntake, id_))
    papier = Papier(maak_telefoonblad(maak("ti", domeinen)))
    assert "OP01" not in papier.tekst
    assert "geen kinderen" not in papier.tekst
    assert "WO05" in papier.tekst


def test_nothing_of_the_client_is_on_it(
    volle_intake: Callable[..., str], store: Store, werkplek: Werkplek, lijst: Vragenlijst
) -> None:
    id_ = volle_intake("ti")
    with store.lees() as sessie:
        intake = sessie.get_one(BredeIntake, id_)
        blad = telefoonblad_uit(
            lijst,
            geplande_domeinen(intake),
            werkplek.prompts_voor(intake.taalkeuze),
            catalogi.ambtswoorden(),
        )
        dossier = intake.dossier
        eigen = (dossier.nummer, dossier.achternaam, dossier.voornamen, str(dossier.bsn))
    papier = Papier(maak_telefoonblad(blad))
    op_papier = papier.tekst
    for woord in (*eigen, "Anneke", "de Boer", "zz"):
        assert woord not in op_papier, woord
        assert woord not in str(papier.gegevens)


def test_what_is_not_translated_is_said_to_be_so(maak: Callable[..., Telefoonblad]) -> None:
    blad = maak("ti", ["WO"])
    zonder = replace(
        blad.delen[1].vragen[0][0],
        tekst=Tekst("Waar woon je nu?", "Waar woon je nu?", Vertaalstatus.ONTBREEKT),
    )
    deel = replace(blad.delen[1], vragen=((zonder,),))
    papier = Papier(maak_telefoonblad(replace(blad, delen=(deel,), woorden=())))
    assert papier.tekst.count("Waar woon je nu?") == 1
    assert "(nog niet vertaald)" in papier.tekst


def test_a_question_is_not_torn_apart(maak: Callable[..., Telefoonblad]) -> None:
    blad = maak("kmr")
    tekst = "\f".join(Papier(maak_telefoonblad(blad)).bladzijden)
    vragen = [v for deel in blad.delen for v in deel.vragen if v[0].code]
    assert len(vragen) > 100
    codes, vanaf = [], 0
    for vraag in vragen:
        gevonden = re.search(rf"(?<!\S){vraag[0].code}(?!\S)", tekst[vanaf:])
        assert gevonden is not None, vraag[0].code
        codes.append(vanaf + gevonden.start())
        vanaf += gevonden.end()
    met_keuzes = 0
    for vraag, code, volgende in zip(vragen, codes, [*codes[1:], len(tekst)], strict=True):
        begin = tekst.rindex(vraag[0].tekst.nederlands, 0, code)
        einde = code
        for keuze in vraag[1:]:  # each after the one before it, and none of the next question
            einde = tekst.index(keuze.tekst.nederlands, einde, volgende)
        assert "\f" not in tekst[begin:einde], vraag[0].code
        met_keuzes += len(vraag) > 1
    assert met_keuzes > 50


# Right in every script


@pytest.mark.parametrize("tag", ["ti", "am", "kmr", "so", "tr", "ru", "uk", "fr", "es", "en"])
def test_left_to_right_reads_back_word_for_word(
    maak: Callable[..., Telefoonblad], tag: str
) -> None:
    blad = maak(tag)
    terug = letters(Papier(maak_telefoonblad(blad)).tekst)
    for regel in regels(blad):
        assert letters(regel.tekst.nederlands) in terug
    vertaald = [regel.tekst.tekst for regel in regels(blad) if regel.tekst.vertaald]
    assert len(vertaald) > 400
    for tekst in vertaald:
        assert letters(tekst) in terug


@pytest.mark.parametrize("tag", RTL)
def test_letters_keep_their_order_within_right_to_left_words(
    maak: Callable[..., Telefoonblad], tag: str
) -> None:
    blad = maak(tag)
    terug = letters(van_rechts(Papier(maak_telefoonblad(blad))))
    vertaald = [
        woord
        for regel in regels(blad)
        if regel.tekst.vertaald
        for woord in woorden(regel.tekst.tekst)
        if is_rtl(woord) and not re.search(r"[0-9A-Za-z()]", woord)
    ]
    assert len(vertaald) > 1000
    for woord in vertaald:
        assert woord in terug, woord


@pytest.mark.parametrize("tekst", SORANI)
def test_sorani_reads_back_with_every_letter(prompts: object, tekst: str) -> None:
    terug = letters(van_rechts(Papier(maak_telefoonblad(met("ckb", (tekst,))))))
    for woord in woorden(tekst):
        if is_rtl(woord):
            assert woord in terug


def test_words_stand_from_right_to_left(prompts: object) -> None:
    papier = Papier(maak_telefoonblad(met("ar", ("أين تسكن الآن؟",))))
    assert letters("أين تسكن الآن") in letters(van_rechts(papier))


@pytest.mark.parametrize(
    ("tag", "tekst", "op_papier"),
    [
        ("ar", "في مركز اللجوء (azc)", "(azc)"),
        ("ar", "البيت (الجديد) هنا", "(ديدجلا)"),
        ("fa", "کد (WO05) را بگویید", "(WO05)"),
        ("ckb", "شار (شوێن) و DUO", "(نێوش)"),
        ("ti", "gemeente (ምምሕዳር ከተማ)", "(ምምሕዳርከተማ)"),
    ],
)
def test_brackets_around_mixed_scripts_stay_around_their_words(
    prompts: Callable[[str], Prompts], tag: str, tekst: str, op_papier: str
) -> None:
    if catalogi.talen()[tag].rechts_naar_links:
        tekst = isoleer_latijn(tekst)
    papier = Papier(maak_telefoonblad(met(tag, (tekst,))))
    assert op_papier in letters(papier.tekst)


@pytest.mark.parametrize("tag", RTL)
def test_no_bracket_of_the_catalogue_is_turned_round(
    maak: Callable[..., Telefoonblad], tag: str
) -> None:
    tekst = Papier(maak_telefoonblad(maak(tag))).tekst
    assert not re.search(r"\)\w+\(", tekst)
    assert tekst.count("(") == tekst.count(")")


@pytest.mark.parametrize(
    ("tekst", "rtl"),
    [
        ("أين تسكن الآن؟ (\u2066azc\u2069)", True),
        (SORANI[1], True),
        ("ኣብ ገዛኹም ገና እንታይ ይጎድል?", False),
        ("Hûn niha li ku dijîn?", False),
        ("Где вы сейчас живёте?", False),
    ],
    ids=["ar", "ckb", "ti", "kmr", "ru"],
)
@pytest.mark.parametrize("vet", [False, True])
def test_it_is_painted_as_qt_itself_paints_it(
    prompts: object, tekst: str, rtl: bool, vet: bool
) -> None:
    def doek() -> QImage:
        beeld = QImage(700, 160, QImage.Format.Format_RGB32)
        beeld.fill(QColor("white"))
        return beeld

    onze, qt = doek(), doek()
    zetter = Zetter()
    painter = QPainter(onze)
    zetter.teken(painter, zetter.zet(tekst, 640, 24, vet=vet, rtl=rtl), 20, 20, "#000000")
    painter.end()
    painter = QPainter(qt)
    painter.translate(20, 20)
    painter.scale(0.24, 0.24)
    font = QFont("Kurinto Sans")
    font.setPixelSize(100)
    font.setBold(vet)
    painter.setFont(font)
    optie = QTextOption()
    optie.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    painter.drawText(QRectF(0, 0, 640 / 0.24, 600), tekst, optie)
    painter.end()
    inkt = sum(QColor(qt.pixel(x, y)).lightness() < 128 for x in range(700) for y in range(160))
    anders = sum(onze.pixel(x, y) != qt.pixel(x, y) for x in range(700) for y in range(160))
    assert inkt > 400
    assert anders <= inkt * 0.05


def test_it_can_be_made_beside_the_windows_thread(maak: Callable[..., Telefoonblad]) -> None:
    blad, uit = maak("ti", ["WO"]), []
    draad = threading.Thread(target=lambda: uit.append(maak_telefoonblad(blad)))
    draad.start()
    draad.join(60)
    assert "WO05" in Papier(uit[0]).tekst


def test_the_values_hold_no_place_for_a_person(maak: Callable[..., Telefoonblad]) -> None:
    namen = {veld.name for veld in fields(Telefoonblad)}
    assert namen == {"taal", "eigen_naam", "rechts_naar_links", "tweetalig", "delen", "woorden"}
    assert is_dataclass(maak("nl", ["WO"]).delen[0])
