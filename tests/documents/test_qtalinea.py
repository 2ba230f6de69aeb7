"""What runs from right to left in a Dutch paper: also when it is long, and split over pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.platypus import Flowable, Spacer

from desktop.documents.pippapier import BREED, STRAK, Blad, alinea, raster, zet
from desktop.documents.qtalinea import Qtalinea
from desktop.views import stijl

pytestmark = pytest.mark.usefixtures("qapp")

WOORD = "سؤال "


@pytest.fixture(autouse=True)
def _letters(qapp: object) -> None:
    stijl.laad_letters()


def vormen(pdf: bytes) -> int:
    """How many outlines stand in the file."""
    gezien = set()
    for blad in PdfReader(BytesIO(pdf)).pages:
        bronnen = blad["/Resources"].get("/XObject", {})  # type: ignore[union-attr]
        gezien |= {naam for naam in bronnen if "glief" in naam}
    return len(gezien)


def test_an_outline_stands_once_however_often_its_letter_comes() -> None:
    kort = zet([alinea(WOORD * 20)], Blad("Proef", "Proef"))
    lang = zet([alinea(WOORD * 400)], Blad("Proef", "Proef"))
    assert vormen(kort) == vormen(lang) > 2
    assert len(lang) < 3 * len(kort)


@pytest.mark.parametrize("boven", [570, 610, 650, 690])
def test_a_cell_is_split_wherever_its_page_ends(boven: int) -> None:
    """A table asks for a part of its cell with more width than the cell has."""
    rij = [[alinea("–"), alinea(WOORD * 220, STRAK), alinea("x")]]
    smal = raster(rij, [20, 150, BREED - 170], ("RIGHTPADDING", (1, 0), (1, -1), 40))
    verhaal: list[Flowable] = [Spacer(1, boven), smal]
    pdf = zet(verhaal, Blad("Proef", "Proef"))
    tekst = "".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages)
    assert tekst.count("س") + tekst.count("ﺱ") + tekst.count("ﺳ") == 220


def test_it_splits_when_that_is_asked() -> None:
    heel = Qtalinea(WOORD * 60, STRAK)
    heel.wrap(150, 1000)
    delen = heel.split(300, 10_000)
    assert len(delen) == 2
    assert Qtalinea("سؤال", STRAK).split(150, 100) == []
