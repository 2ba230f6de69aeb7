"""What is typed with many line ends fits a paper of ReportLab: no row may be higher than a page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.platypus import Flowable

from desktop.documents.huisstijl import meld_letters_aan
from desktop.documents.papier import VRAAG, alinea, alinea_met_klein, raster, zet
from desktop.documents.papiertekst import MEESTE_REGELS, netjes, ruimte_van

pytestmark = pytest.mark.usefixtures("qapp")


def gezet(*cellen: Flowable) -> str:
    """The words of one row."""
    verhaal: list[Flowable] = [raster([[alinea("Vraag", VRAAG), cel] for cel in cellen], [80, 300])]
    pdf = zet(verhaal, titel="Proef", nummer="0171-26-ABC123")
    return "".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("aantal", [30, 150, 450, 5_000])
def test_many_short_lines_go_over_pages_and_none_is_lost(aantal: int) -> None:
    meld_letters_aan()
    tekst = "q\n" * aantal
    assert gezet(alinea(tekst)).count("q") == aantal
    assert gezet(alinea_met_klein(tekst, "klein")).count("q") == aantal


def test_small_words_are_words_and_no_markup() -> None:
    meld_letters_aan()
    gelezen = gezet(alinea_met_klein("<b>ja</b> & nee", "<i>laat</i>"))
    assert "<b>ja</b> & nee" in gelezen
    assert "<i>laat</i>" in gelezen


def test_lines_stay_lines_until_there_are_more_than_anybody_writes() -> None:
    assert netjes("a\nb") == "a\nb"
    assert netjes("a\n\n\n\n\nb") == "a\n\nb"
    assert netjes("a\n" * MEESTE_REGELS) == "\n".join("a" * MEESTE_REGELS)
    assert netjes("a\n" * (MEESTE_REGELS + 1)) == " ".join("a" * (MEESTE_REGELS + 1))
    assert ruimte_van("a\nb") > ruimte_van("a b")
