"""Texts that nobody here wrote, on the sheet for the telephone: the Universal Declaration of Human
Rights, read back from the PDF word for word in the order of reading, and seen as Qt draws it.

What went wrong for others (peers.md B6): brackets around mixed scripts, two scripts in one
paragraph, letters within words out of order. Sorani has our own catalogue, for that package has
Kurmanji in its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import cycle

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import catalogi
from desktop.documents.telefoonblad import (
    BREED,
    CODE,
    HOOG,
    MARGE,
    ONDER,
    TUSSEN,
    VRAAG_MAAT,
    maak_telefoonblad,
)
from desktop.documents.telefoonbladgegevens import Bladdeel, Bladregel, Telefoonblad
from desktop.models.prompts import Tekst, Vertaalstatus
from tests.buitenteksten import Buitenboek
from tests.zetsel import Zetsel

BADINI = "kmr/Arabisch"
TALEN = (*(tag for tag in catalogi.talen() if tag != "nl"), BADINI)
KOLOM = (BREED - 2 * MARGE - CODE - TUSSEN) / 2
RECHTS = MARGE + CODE + KOLOM + TUSSEN
KOP = 112.0
"""Here the heading is over and the first sentence begins, in points."""
ZINNEN = 14
"""So many of each language: pypdf takes a second for six pages."""

per_taal = pytest.mark.parametrize("taal", TALEN)
pytestmark = pytest.mark.usefixtures("qapp")


def telefoonblad(boek: Buitenboek, zinnen: Sequence[str]) -> Telefoonblad:
    """A sheet with these sentences in the own language, each with a code."""
    vragen = tuple(
        (Bladregel(f"X{n}", Tekst(boek.zin(zin).tekst, f"Zin {n}", Vertaalstatus.CONCEPT)),)
        for n, zin in enumerate(zinnen)
    )
    kop = Tekst(boek.taal.eigen_naam, "Kop", Vertaalstatus.CONCEPT)
    taal = boek.prompts.taal
    return Telefoonblad(taal.naam, "Taal", boek.rtl, True, (Bladdeel(kop, vragen),), ())


def gelezen(pdf: bytes, aantal: int) -> Iterator[list[str]]:
    """The lines of each sentence, as they stand on paper from left to right."""
    tekst = "\n".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages)
    for n in range(aantal):
        cel = re.search(
            rf"Zin {n}\nX{n}\n(.*?)\s*(?:Zin {n + 1}\n|Blad voor de tolk|\Z)", tekst, re.S
        )
        assert cel is not None, f"Zin {n} is not on the sheet"
        yield cel[1].split("\n")


_SPIEGEL = str.maketrans("()[]«»", ")(][»«")


def van_rechts(regel: str) -> str:
    """A line as it is read by who begins at the right."""
    return regel[::-1].translate(_SPIEGEL)


def woorden(tekst: str) -> list[str]:
    """The words with their points and brackets; without what has no shape."""
    gewoon = unicodedata.normalize("NFKC", tekst)
    kaal = "".join(t for t in gewoon if unicodedata.category(t) != "Cf")
    return kaal.replace("፡", "፡ ").split()


def verspreid(alle: Sequence[str], aantal: int) -> list[str]:
    """So many, from the first to the last."""
    return [alle[n * len(alle) // aantal] for n in range(aantal)]


@per_taal
def test_every_word_is_read_back_in_the_order_of_reading(taal: str) -> None:
    boek = Buitenboek(taal)
    zinnen = verspreid(een_schrift(boek), ZINNEN)
    pdf = maak_telefoonblad(telefoonblad(boek, zinnen))
    for zin, regels in zip(zinnen, gelezen(pdf, ZINNEN), strict=True):
        terug = [van_rechts(regel) if boek.rtl else regel for regel in regels]
        assert woorden(" ".join(terug)) == woorden(boek.zin(zin).tekst)


INGEVOEGD = (
    "(azc)",
    "B1-route",
    "(B1-route)",
    "[MAP]",
    "«DUO»",
    "2027",
    "(2027)",
    "12.500",
    "09:30",
    "06-12345678",
    "(WO05)",
    "COA (VWN)",
    "DUO/azc",
)


@per_taal
@pytest.mark.parametrize("vooraan", [True, False])
def test_another_script_in_a_paragraph_stays_whole_and_in_its_place(
    taal: str, vooraan: bool
) -> None:
    boek = Buitenboek(taal)
    # pypdf loses its way at a mark on the last letter before another script.
    kort = sorted((z for z in een_schrift(boek) if re.match(r"[^\s\u064b]+[ ፡]", z)), key=len)
    zinnen = []
    for wat, zin in zip(INGEVOEGD, cycle(kort), strict=False):
        eerste, rest = re.split(r" |(?<=፡)", zin, maxsplit=1)
        zinnen.append(f"{wat} {zin}" if vooraan else f"{eerste} {wat} {rest}")
    pdf = maak_telefoonblad(telefoonblad(boek, zinnen))
    for wat, zin, stukken in zip(INGEVOEGD, zinnen, gelezen(pdf, len(zinnen)), strict=True):
        gelezen_ = "".join(van_rechts(stuk) if is_rtl(stuk) else stuk for stuk in stukken)
        assert letters(wat) in letters(gelezen_)
        assert letters(gelezen_) == letters(boek.zin(zin).tekst), wat


def is_rtl(tekst: str) -> bool:
    return any(unicodedata.bidirectional(teken) in ("R", "AL") for teken in tekst)


def letters(tekst: str) -> str:
    """Without spaces; and without brackets, for pypdf tells not which way they were read."""
    return re.sub(r"[()\[\]«»]", "", "".join(woorden(tekst)))


def een_schrift(boek: Buitenboek) -> list[str]:
    """From right to left: only sentences without a Dutch word or a number in them."""
    return [
        z for z in boek.zinnen if not (boek.rtl and re.search("[0-9A-Za-z]", boek.zin(z).tekst))
    ]


@per_taal
def test_all_letters_are_of_our_own_font(taal: str) -> None:
    boek = Buitenboek(taal)
    pdf = maak_telefoonblad(telefoonblad(boek, verspreid(boek.zinnen, ZINNEN)))
    namen = set()
    for blad in PdfReader(BytesIO(pdf)).pages:
        bronnen = blad["/Resources"].get_object()
        assert isinstance(bronnen, DictionaryObject)
        letters_ = bronnen["/Font"].get_object()
        assert isinstance(letters_, DictionaryObject)
        namen |= {str(letter.get_object()["/BaseFont"]) for letter in letters_.values()}
    assert namen
    assert all("Kurinto" in naam for naam in namen), namen


# As it is seen

SCHAAL = 3
DONKER = bytes(49 if waarde < 128 else 48 for waarde in range(256))


def gezien(pdf: bytes, bladzijde: int = 0) -> QImage:
    """A page as somebody sees it in a reader that is not ours (PDFium)."""
    qtpdf = pytest.importorskip("PySide6.QtPdf")
    bak = QBuffer()
    bak.setData(pdf)
    bak.open(QIODevice.OpenModeFlag.ReadOnly)
    document = qtpdf.QPdfDocument()
    document.load(bak)
    plaat = document.render(bladzijde, QSize(round(BREED * SCHAAL), round(HOOG * SCHAAL)))
    uit = QImage(plaat.size(), QImage.Format.Format_RGB32)
    uit.fill(QColor("white"))
    painter = QPainter(uit)
    painter.drawImage(0, 0, plaat)
    painter.end()
    document.close()
    return uit


def rijen(plaat: QImage, x: float, y: float, breed: float, hoog: float) -> list[int]:
    """Dark places of a part, in points: a bit for each pixel, a number for each row."""
    deel = plaat.copy(*(round(maat * SCHAAL) for maat in (x, y, breed, hoog)))
    grijs = deel.convertToFormat(QImage.Format.Format_Grayscale8)
    per_rij, inhoud = grijs.bytesPerLine(), bytes(grijs.constBits())
    return [
        int(inhoud[n * per_rij : n * per_rij + grijs.width()].translate(DONKER), 2)
        for n in range(grijs.height())
    ]


def links_boven(inkt: list[int]) -> list[int]:
    """Without the white above, under and at the right of it."""
    vol = [n for n, rij in enumerate(inkt) if rij]
    if not vol:
        return []
    smal = inkt[vol[0] : vol[-1] + 1]
    samen = 0
    for rij in smal:
        samen |= rij
    nul = (samen & -samen).bit_length() - 1
    return [rij >> nul for rij in smal]


def per_regel(inkt: list[int], aantal: int, hoog: float) -> list[list[int]]:
    """Line by line: where a space stands at the end of one, it may be set a little aside."""
    begin = next(n for n, rij in enumerate(inkt) if rij)
    return [
        links_boven(inkt[begin + round(n * hoog) : begin + round((n + 1) * hoog)])
        for n in range(aantal)
    ]


def dikker(inkt: list[int]) -> list[int]:
    """With a pixel more at every side."""
    breed = [rij | rij << 1 | rij >> 1 for rij in inkt]
    rond = [0, *breed, 0]
    return [rond[n] | rond[n + 1] | rond[n + 2] for n in range(len(breed))]


def tel(inkt: list[int]) -> int:
    return sum(rij.bit_count() for rij in inkt)


def verschil(een: list[int], ander: list[int]) -> float:
    """Which share of the ink of one has none of the other within a pixel."""
    lang = max(len(een), len(ander))
    een, ander = ([*r, *[0] * (lang - len(r))] for r in (een, ander))
    los = tel([a & ~b for a, b in zip(een, dikker(ander), strict=True)])
    los += tel([b & ~a for a, b in zip(dikker(een), ander, strict=True)])
    return los / tel(ander)


def getekend(zetsel: Zetsel) -> QImage:
    """The same text, drawn by Qt."""
    plaat = QImage(round(KOLOM * SCHAAL) + 40, 400, QImage.Format.Format_RGB32)
    plaat.fill(QColor("white"))
    painter = QPainter(plaat)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(VRAAG_MAAT * SCHAAL / 100, VRAAG_MAAT * SCHAAL / 100)
    zetsel.opmaak.draw(painter, QPointF(60, 60))
    painter.end()
    return plaat


@per_taal
def test_a_reader_sees_what_qt_draws(taal: str) -> None:
    boek = Buitenboek(taal)
    zin = f"(DUO) {max(boek.zinnen, key=len)} 2027"
    plaat = gezien(maak_telefoonblad(telefoonblad(boek, [zin])))
    tekst = boek.zin(zin).tekst
    zetsel = Zetsel(tekst, 100, KOLOM * 100 / VRAAG_MAAT, vet=True, rtl=boek.rtl)
    doek = getekend(zetsel)
    aantal = zetsel.opmaak.lineCount()
    hoog = zetsel.hoog / aantal * VRAAG_MAAT * SCHAAL / 100
    paren = zip(
        per_regel(rijen(plaat, RECHTS - 4, KOP, KOLOM + 8, 140), aantal, hoog),
        per_regel(rijen(doek, 0, 0, doek.width() / SCHAAL, doek.height() / SCHAAL), aantal, hoog),
        strict=True,
    )
    for nummer, (op_papier, zelf) in enumerate(paren):
        assert tel(zelf) > 100
        assert verschil(op_papier, zelf) < 0.05, f"line {nummer}"
        assert verschil(op_papier, zelf[::-1]) > 0.1, "the measure can tell"


@per_taal
def test_nothing_stands_outside_the_column_or_under_the_page(taal: str) -> None:
    boek = Buitenboek(taal)
    pdf = maak_telefoonblad(telefoonblad(boek, sorted(boek.zinnen, key=len)[-20:]))
    plaat = gezien(pdf)
    midden = HOOG - ONDER - KOP
    assert tel(rijen(plaat, RECHTS, KOP, KOLOM, midden)) > 2000
    assert tel(rijen(plaat, RECHTS - TUSSEN + 2, KOP, TUSSEN - 4, midden)) == 0
    assert tel(rijen(plaat, BREED - MARGE + 2, 0, MARGE - 2, HOOG)) == 0
    assert tel(rijen(plaat, 0, HOOG - ONDER + 1, BREED, 8)) == 0
