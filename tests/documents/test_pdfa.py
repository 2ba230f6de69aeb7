"""Papers that an archive may keep: asked of another's checker, and looked into by ourselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument

from desktop.documents import clientblad, tafelblad, telefoonblad, toetsbrief, weekblad
from desktop.documents.beschikking import maak_beschikking
from desktop.documents.kleurprofiel import srgb
from desktop.documents.overtypblad import maak_overtypblad
from desktop.documents.pdfa import Bladwijzer, als_pdfa
from desktop.documents.pdfpapier import op_papier
from desktop.documents.pdftekst import Zetter
from desktop.documents.pipstuk import maak_pipstuk
from desktop.views import stijl
from tests import pdfkeuring
from tests.documents import qtpapieren
from tests.documents.naar import NAAR
from tests.documents.plan import (
    BSN,
    CONCEPT,
    GEMEENTE,
    GETEKEND,
    PLAN,
    VERSIES,
    druk,
    vol_met,
)

pytestmark = pytest.mark.usefixtures("qapp")

ALLES_DOOR_ELKAAR = " ".join(tekst[:200] for tekst in NAAR)


def _logo() -> bytes:
    bak = BytesIO()
    Image.new("RGBA", (200, 80), (31, 95, 168, 120)).save(bak, "PNG")
    return bak.getvalue()


def van_qt(*, doorzichtig: bool = False) -> bytes:
    """A page as the client's papers are made, in three scripts."""
    stijl.laad_letters()
    zetter = Zetter()
    with op_papier("Mijn plan") as papier:
        for n, tekst in enumerate(("Mijn plan", "خطتي (PIP) ١٢", "ውጥነይ 😀", "پلانەکەم لێرەیە")):
            gezet = zetter.zet(tekst, 400, 14, rtl=n in (1, 3))
            zetter.teken(papier.painter, gezet, 50, 50 + 40 * n, "#1D1F24")
        papier.painter.fillRect(QRectF(50, 300, 80, 40), QColor("#F6F5F1"))
        if doorzichtig:
            beeld = QImage(20, 20, QImage.Format.Format_ARGB32)
            beeld.fill(QColor(255, 0, 0, 90))
            papier.painter.drawImage(QRectF(50, 400, 40, 40), beeld)
    return zetter.leesbaar(papier.pdf)


STUKKEN: dict[str, Callable[[], bytes]] = {
    "beschikking": lambda: maak_beschikking(PLAN, druk(gemeente=replace(GEMEENTE, logo=_logo()))),
    "concept": lambda: maak_beschikking(CONCEPT, druk()),
    "pip": lambda: maak_pipstuk(vol_met(ALLES_DOOR_ELKAAR), druk(), [GETEKEND], VERSIES),
    "overtypblad": lambda: maak_overtypblad(PLAN, bsn=BSN),
    "qt": lambda: als_pdfa(
        van_qt(), titel="Mijn plan", taal="ti", bladwijzers=[Bladwijzer("Mijn plan", 0)]
    ),
    **qtpapieren.PAPIEREN,
}
ANDERS = {"qt": "ti", "clientblad": "ar"}
"""In which language the most of it is, where that is not Dutch."""
EEN_BLAD = ("toetsbrief", "clientblad", "weekblad", "dagblad")
"""These have no headings that a reader would look for in an outline."""
elk = pytest.mark.parametrize("soort", STUKKEN)


@cache
def stuk(soort: str) -> bytes:
    """One of each in a run."""
    return STUKKEN[soort]()


@elk
def test_a_checker_of_others_finds_nothing_against_it(soort: str) -> None:
    assert pdfkeuring.fouten(stuk(soort)) == []


def test_that_checker_does_find_what_is_wrong() -> None:
    assert pdfkeuring.fouten(van_qt())


def _lezer(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


@elk
def test_the_file_says_its_title_language_and_colours(soort: str) -> None:
    lezer = _lezer(stuk(soort))
    wortel = _wortel(lezer)
    assert wortel["/Lang"] == ANDERS.get(soort, "nl")
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert qtpapieren.NAAM.split()[0] not in _titel(lezer)
    if soort not in EEN_BLAD:
        assert wortel["/PageMode"] == "/UseOutlines"
        assert lezer.outline
    (uitvoer,) = wortel["/OutputIntents"]
    profiel = uitvoer.get_object()["/DestOutputProfile"].get_object()
    assert profiel.get_data() == srgb()
    assert "/ID" in lezer.trailer


@elk
def test_what_it_says_twice_it_says_alike(soort: str) -> None:
    lezer = _lezer(stuk(soort))
    xmp, gegevens = lezer.xmp_metadata, lezer.metadata
    assert xmp is not None
    assert gegevens is not None
    assert _titel(lezer) == gegevens.title
    assert xmp.dc_creator == [gegevens.author]
    assert xmp.pdf_producer == gegevens.producer
    assert xmp.xmp_create_date == gegevens.creation_date.replace(tzinfo=None)  # type: ignore[union-attr]
    ruw = _wortel(lezer)["/Metadata"].get_object()
    assert "/Filter" not in ruw
    assert b"<pdfaid:part>1</pdfaid:part>" in ruw.get_data()


def _wortel(lezer: PdfReader) -> Any:
    return lezer.trailer["/Root"]


def _titel(lezer: PdfReader) -> str:
    xmp = lezer.xmp_metadata
    assert xmp is not None
    assert xmp.dc_title is not None
    return xmp.dc_title["x-default"]


def _letters(lezer: PdfReader) -> Iterator[DictionaryObject]:
    for blad in lezer.pages:
        bronnen: Any = blad["/Resources"]
        for font in bronnen.get("/Font", {}).values():
            letter = font.get_object()
            for kind in letter.get("/DescendantFonts", [letter]):
                yield kind.get_object()["/FontDescriptor"].get_object()


@elk
def test_every_letter_is_in_the_file(soort: str) -> None:
    gevonden = list(_letters(_lezer(stuk(soort))))
    assert gevonden
    assert all("/FontFile2" in letter for letter in gevonden)


def test_what_is_drawn_through_is_part_two_and_says_so() -> None:
    pdf = als_pdfa(van_qt(doorzichtig=True), titel="Door")
    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert als_pdfa(van_qt(), titel="Door").startswith(b"%PDF-1.4")


@elk
def test_nothing_that_runs_or_looks_outside_is_left(soort: str) -> None:
    lezer = _lezer(stuk(soort))
    assert not lezer.attachments
    wortel = _wortel(lezer)
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(wortel)
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(wortel.get("/Names", {}))
    for blad in lezer.pages:
        assert not list(blad.annotations or [])
        assert "/AA" not in blad


def test_the_words_stay_what_they_were() -> None:
    voor = van_qt()
    na = als_pdfa(voor, titel="Mijn plan")
    assert _lezer(na).pages[0].extract_text() == _lezer(voor).pages[0].extract_text()
    assert "Mijn plan" in _lezer(na).pages[0].extract_text()


def test_a_title_can_be_no_markup() -> None:
    lezer = _lezer(als_pdfa(van_qt(), titel="<a> & \u202eb\x00 \ud800 ]]>"))
    assert _titel(lezer) == "<a> & b ]]>"
    assert lezer.metadata is not None
    assert lezer.metadata.title == "<a> & b ]]>"


def test_the_profile_is_srgb_of_version_two() -> None:
    profiel = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    assert profiel.profile.version == pytest.approx(2.1)
    assert profiel.profile.xcolor_space.strip() == "RGB"
    gewoon = ImageCms.createProfile("sRGB")
    plaat = Image.new("RGB", (256, 1))
    plaat.putdata([(n, 255 - n, n // 2) for n in range(256)])
    anders = ImageCms.profileToProfile(plaat, profiel, gewoon)
    assert anders is not None
    voor, na = plaat.tobytes(), anders.tobytes()
    assert max(abs(a - b) for a, b in zip(voor, na, strict=True)) <= 1


def _bladen(pdf: bytes) -> list[QImage]:
    """Each page as another program shows it (pdfium)."""
    bak = QBuffer()
    bak.setData(QByteArray(pdf))
    bak.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(bak)
    try:
        return [
            document.render(n, (document.pagePointSize(n) * 1.5).toSize())
            for n in range(document.pageCount())
        ]
    finally:
        document.close()


def _aantal_kleuren(blad: QImage) -> int:
    """Of a grid of points: a page that was not painted has one."""
    punten = ((x, y) for x in range(0, blad.width(), 3) for y in range(0, blad.height(), 3))
    return len({blad.pixel(x, y) for x, y in punten})


@pytest.mark.parametrize("soort", qtpapieren.PAPIEREN)
def test_for_an_archive_a_page_looks_as_it_was_painted(
    soort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No picture is lost or turned black when what is drawn through has to go."""
    na = _bladen(stuk(soort))
    assert len(na) == len(_lezer(stuk(soort)).pages)
    assert all(_aantal_kleuren(blad) > 4 for blad in na)
    kaal: list[bytes] = []

    def niets(pdf: bytes, **_wat: object) -> bytes:
        kaal.append(pdf)
        return pdf

    for module in (clientblad, tafelblad, telefoonblad, toetsbrief, weekblad):
        monkeypatch.setattr(module, "als_pdfa", niets)
    voor = _bladen(STUKKEN[soort]())
    assert kaal
    assert len(voor) == len(na)
    assert all(a == b for a, b in zip(voor, na, strict=True))
