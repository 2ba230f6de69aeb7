"""Texts that nobody here wrote, in the interpreter's window: the Universal Declaration of Human
Rights beside its Dutch, as question, options, answer, what comes next, and official words.

Sorani has none in that package (its file is Kurmanji): there it is our own catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop import catalogi
from desktop.models.tolkbeeld import Daarna, Tolkbeeld, Tolkoptie, Tolksoort, Tolkwoord
from desktop.views import stijl
from desktop.views.tolk import rijen
from desktop.views.tolk.rijen import TUSSEN, Rijenblad
from desktop.views.tolk.venster import Tolkvenster
from tests.buitenteksten import Buitenboek
from tests.zetsel import Geschreven, Schrijver

BADINI = "kmr/Arabisch"
TALEN = (*(tag for tag in catalogi.talen() if tag != "nl"), BADINI)
RTL = {"ar", "fa", "prs", "ckb", "ps", BADINI}
MATEN = ((1024, 600), (1366, 768), (683, 384))
"""The last is a laptop of 1366 wide at 200 %."""
KLEINSTE = 13

per_taal = pytest.mark.parametrize("taal", TALEN)
Oogst = dict[tuple[int, int], tuple[frozenset[Geschreven], frozenset[Geschreven]]]
"""For each size: what stands in the own language, and in Dutch."""


def beelden(boek: Buitenboek) -> Iterator[Tolkbeeld]:
    """A view for every other article, with its longest and its shortest sentence."""
    for nummer, artikel in enumerate(boek.artikelen[::2]):
        zin = max(artikel.zinnen, key=len)
        kort = min(artikel.zinnen, key=len)
        yield Tolkbeeld(
            Tolksoort.VRAAG,
            code=f"WO{nummer:02}",
            domein="WO",
            domeintitel=boek.woord(min(artikel.woorden(zin), key=len)),
            zinnen=(boek.zin(zin, nummer),),
            opties=tuple(
                Tolkoptie(boek.woord(woord, n), gekozen=n == 1)
                for n, woord in enumerate(artikel.woorden(zin))
            ),
            antwoord=(boek.woord(artikel.woorden(zin)[-1], 9),),
            daarna=Daarna("WO99", boek.zin(kort, nummer + 1)),
            woorden=(Tolkwoord("gemeente", boek.zin(zin, nummer + 2)),),
        )


def bladen(venster: Tolkvenster) -> Iterator[tuple[Rijenblad, QScrollArea | None]]:
    """What is in sight now, with what scrolls it."""
    for blad, rol in ((venster.blad, venster.rol), (venster.woorden, venster.woordenrol)):
        if rol.isVisible():
            yield blad, rol
    yield venster.hierna, None


def oogst(venster: Tolkvenster, boek: Buitenboek, pen: Schrijver) -> Oogst:
    uit: Oogst = {}
    for maat in MATEN:
        eigen: set[Geschreven] = set()
        nederlands: set[Geschreven] = set()
        venster.resize(*maat)
        for nummer, beeld in enumerate(beelden(boek)):
            venster.lijstknop.setChecked(nummer % 3 == 2)
            venster.toon(beeld, boek.prompts)
            QApplication.processEvents()
            for deel in (venster.code, venster.lijstknop, venster.klopt_niet, venster.status):
                assert deel.width() >= deel.sizeHint().width(), f"{maat}: the head is too narrow"
            assert venster.domein.height() >= venster.domein.heightForWidth(venster.domein.width())
            for blad, rol in bladen(venster):
                nodig = blad.hoogte_bij(blad.width() if rol is None else blad._breed, blad.maat)
                assert blad.height() >= nodig, f"{maat} {beeld.code}: lines under the edge"
                if rol is not None:
                    over = blad.height() - rol.viewport().height()
                    assert rol.verticalScrollBar().maximum() >= over, "cannot be scrolled to"
                    assert blad._breed <= rol.viewport().width()
                pen.geschreven.clear()
                blad.grab(QRect(0, 0, 1, blad.height()))  # all is written, little is painted
                van_ons = {rij.eigen for rij in blad.rijen}
                for g in pen.geschreven:
                    (eigen if g.tekst in van_ons else nederlands).add(g)
        uit[maat] = (frozenset(eigen), frozenset(nederlands))
    return uit


@pytest.fixture(scope="module")
def oogsten(qapp: QApplication) -> Iterator[Callable[[str], Oogst]]:
    """Everything that is written in a language, at each size; made once."""
    stijl.laad_letters()
    pen = Schrijver()
    venster = Tolkvenster()
    venster.show()

    @cache
    def van(taal: str) -> Oogst:
        boek = Buitenboek(taal)
        with pytest.MonkeyPatch.context() as vervang:
            vervang.setattr(rijen, "schrijf", pen)
            return oogst(venster, boek, pen)

    yield van
    venster.close()
    venster.deleteLater()


@per_taal
def test_nothing_is_cut_off_and_nothing_is_small(
    oogsten: Callable[[str], Oogst], taal: str
) -> None:
    for maat, (eigen, nederlands) in oogsten(taal).items():
        assert len(eigen) > 50
        assert len(nederlands) > 25
        for g in eigen | nederlands:
            assert g.zetsel().past(g.hoog), f"{maat} {g}"
            assert g.pixels >= KLEINSTE


@per_taal
def test_both_languages_have_half_of_the_width(oogsten: Callable[[str], Oogst], taal: str) -> None:
    for (breed, _hoog), (eigen, _nederlands) in oogsten(taal).items():
        assert all(g.breed <= (breed - TUSSEN) / 2 for g in eigen)


@per_taal
def test_every_letter_comes_out_of_our_font(oogsten: Callable[[str], Oogst], taal: str) -> None:
    for g in oogsten(taal)[MATEN[0]][0]:
        assert g.zetsel().vreemd() == [], g.tekst


@per_taal
def test_both_columns_are_read_in_their_own_order(
    oogsten: Callable[[str], Oogst], taal: str
) -> None:
    for eigen, nederlands in oogsten(taal).values():
        assert {g.rtl for g in eigen} == {taal in RTL}
        assert {g.rtl for g in nederlands} == {False}
        for g in eigen:
            assert g.zetsel().fouten() == [], g.tekst


@pytest.mark.parametrize("taal", ["ar", "ti"])
def test_the_own_column_begins_where_reading_begins(qapp: QApplication, taal: str) -> None:
    """Painted, at the right side of the right column for Arabic."""
    venster = Tolkvenster()
    venster.resize(1366, 768)
    boek = Buitenboek(taal)
    kort = min(boek.zinnen, key=len)
    venster.toon(Tolkbeeld(Tolksoort.VRAAG, code="WO01", zinnen=(boek.zin(kort),)), boek.prompts)
    venster.show()
    QApplication.processEvents()
    plaat = venster.blad.grab().toImage()
    leeg = plaat.pixelColor(venster.blad._breed // 2 + 40, 0)
    begin = (venster.blad._breed + TUSSEN) // 2
    hoog = venster.blad.hoogte_bij(venster.blad._breed, venster.blad.maat)
    inkt = [
        x
        for x in range(begin, venster.blad._breed)
        if any(plaat.pixelColor(x, y) != leeg for y in range(hoog))
    ]
    naast_links, naast_rechts = inkt[0] - begin, venster.blad._breed - inkt[-1]
    assert (naast_rechts < naast_links) is (taal == "ar")
    assert min(naast_links, naast_rechts) < 16
    venster.close()
    venster.deleteLater()
