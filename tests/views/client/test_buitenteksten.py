"""Texts that nobody here wrote, on the client's window: the Universal Declaration of Human Rights
in every language, each sentence as a prompt with its longest words to choose from.

Sorani has none in that package (its file is Kurmanji): there it is our own catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from math import ceil

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop.models.clientbeeld import Beeldsoort, Clientbeeld, Tegel
from desktop.views.client import knop, kop
from desktop.views.client.maat import schrijf
from desktop.views.client.venster import Clientvenster
from desktop.views.stijl import letter
from desktop.views.widgets.pictogram import PictogramRegister
from tests.buitenteksten import WOORD, ZIN, Buitenboek
from tests.views.client.schermen import BADINI, TALEN
from tests.zetsel import Geschreven, Schrijver, Zetsel

RTL = {"ar", "fa", "prs", "ckb", "ps", BADINI}
MATEN = ((1024, 600), (1366, 768), (683, 400))
"""The last is a laptop of 1366 wide at 200 %, as low as the window goes."""
KLEINSTE = {(1024, 600): (16, 16), (1366, 768): (22, 20), (683, 400): (9, 10)}
"""Letters in pixels: of a prompt of 160 letters, and of a Russian word of 20."""

per_taal = pytest.mark.parametrize("taal", TALEN)


@dataclass(frozen=True)
class Oogst:
    """What was written on all screens of one language and size."""

    maat: tuple[int, int]
    zinnen: frozenset[Geschreven]
    woorden: frozenset[Geschreven]
    nederlands: frozenset[Geschreven]

    @property
    def eigen(self) -> frozenset[Geschreven]:
        return self.zinnen | self.woorden


def schermen(boek: Buitenboek, *, alle: bool) -> Iterator[Clientbeeld]:
    """A screen for each sentence, or only for the longest of each article."""
    nummer = 0
    for artikel in boek.artikelen:
        for zin in artikel.zinnen if alle else (max(artikel.zinnen, key=len),):
            nummer += 1
            yield Clientbeeld(
                Beeldsoort.VRAAG,
                titel=boek.zin(zin, nummer),
                uitleg=boek.prompts.scherm("kies.meer") if nummer % 2 else None,
                domein_pictogram="ja",
                tegels=tuple(
                    Tegel(str(n), boek.woord(woord, nummer + n), "ja")
                    for n, woord in enumerate(artikel.woorden(zin))
                ),
            )


def oogst(venster: Clientvenster, boek: Buitenboek, maat: tuple[int, int], pen: Schrijver) -> Oogst:
    venster.resize(*maat)
    zinnen: set[Geschreven] = set()
    woorden: set[Geschreven] = set()
    nederlands: set[Geschreven] = set()
    for beeld in schermen(boek, alle=maat == MATEN[0]):
        assert beeld.titel is not None
        venster.toon(beeld, boek.prompts)
        pen.geschreven.clear()
        punt = QRect(0, 0, 1, 1)  # all of it is written, little is painted
        venster._kop.grab(punt)
        for g in pen.geschreven:
            (zinnen if g.tekst == beeld.titel.tekst else nederlands).add(g)
        for deel, tegel in zip(venster.tegels, beeld.tegels, strict=False):
            pen.geschreven.clear()
            deel.grab(punt)
            for g in pen.geschreven:
                (woorden if g.tekst == tegel.tekst.tekst else nederlands).add(g)
    for deel in (venster.knop_weet_niet, venster.knop_zeg_niet, venster.knop_stop):
        pen.geschreven.clear()
        deel.grab(punt)
        nederlands.update(pen.geschreven)
    return Oogst(maat, frozenset(zinnen), frozenset(woorden), frozenset(nederlands))


@pytest.fixture(scope="module")
def oogsten(register: PictogramRegister, letters: None) -> Iterator[Callable[[str], list[Oogst]]]:
    """Everything that is written in a language, at each size; made once."""
    pen, leeg = Schrijver(), QPixmap(1, 1)
    venster = Clientvenster(register)
    venster.show()

    @cache
    def van(taal: str) -> list[Oogst]:
        boek = Buitenboek(taal)
        with pytest.MonkeyPatch.context() as vervang:
            for module in (kop, knop):
                vervang.setattr(module, "schrijf", pen)
            vervang.setattr(register, "pixmap", lambda *_wat: leeg)
            return [oogst(venster, boek, maat, pen) for maat in MATEN]

    yield van
    venster.mag_sluiten = True
    venster.close()
    venster.deleteLater()


@per_taal
def test_nothing_is_cut_off(oogsten: Callable[[str], list[Oogst]], taal: str) -> None:
    for stapel in oogsten(taal):
        assert len(stapel.zinnen) > 25
        assert len(stapel.woorden) > 60
        for g in stapel.eigen | stapel.nederlands:
            assert g.zetsel().past(g.hoog), f"{stapel.maat} {g}"


@per_taal
def test_letters_are_as_large_as_can_be_read(
    oogsten: Callable[[str], list[Oogst]], taal: str
) -> None:
    for stapel in oogsten(taal):
        zin, woord = KLEINSTE[stapel.maat]
        assert max(len(g.tekst) for g in stapel.zinnen) <= ZIN
        assert max(len(g.tekst) for g in stapel.woorden) <= WOORD
        for g in stapel.zinnen:
            assert g.pixels >= zin, f"{stapel.maat} {g}"
        for g in stapel.woorden:
            assert g.pixels >= woord, f"{stapel.maat} {g}"


@per_taal
def test_every_letter_comes_out_of_our_font(
    oogsten: Callable[[str], list[Oogst]], taal: str
) -> None:
    for g in oogsten(taal)[0].eigen:
        assert g.zetsel().vreemd() == [], g.tekst


@per_taal
def test_words_stand_in_the_order_in_which_they_are_read(
    oogsten: Callable[[str], list[Oogst]], taal: str
) -> None:
    for stapel in oogsten(taal)[:2]:
        for g in stapel.eigen:
            assert g.rtl is (taal in RTL)
            assert g.zetsel().fouten() == [], g.tekst


@per_taal
def test_a_prompt_begins_at_the_side_where_reading_begins(
    venster: Clientvenster, taal: str
) -> None:
    boek = Buitenboek(taal)
    kort = min((z for z in boek.zinnen if len(z) > 12), key=len)
    beeld = Clientbeeld(Beeldsoort.VRAAG, titel=boek.zin(kort), domein_pictogram="ja")
    tegel = Tegel("a", boek.woord(boek.artikelen[0].woorden(kort)[0]), "ja")
    venster.toon(Clientbeeld(beeld.soort, beeld.titel, tegels=(tegel,)), boek.prompts)
    plaat = venster._kop.grab().toImage()
    wit = plaat.pixelColor(plaat.width() // 2, 0)
    kolommen = [
        x
        for x in range(plaat.width())
        if any(plaat.pixelColor(x, y) != wit for y in range(0, plaat.height() * 2 // 3, 2))
    ]
    assert kolommen
    over_links, over_rechts = kolommen[0], plaat.width() - kolommen[-1]
    assert (over_rechts < over_links) is (taal in RTL)
    assert min(over_links, over_rechts) < 24


# Names, numbers and brackets among foreign words

INGEVOEGD = (
    "gemeente",
    "DUO.",
    "PIP,",
    "(azc)",
    "[MAP]",
    "«DUO»",
    "(WO05)",
    "B1-route",
    "A2 (taal)",
    "mbo 1-4",
    "2027",
    "(2027)",
    "12.500",
    "1/2",
    "09:30",
    "50%",
    "€ 450,50",
    "DUO/azc",
    "km/u",
    "info@duo.nl",
    "Werk & Inkomen",
    "'s-Hertogenbosch",
    "Jan de Vries (VWN)",
)
LINKS_GELEZEN = ("06-12345678", "1-3-2027", "2-3 (twee)")
"""From left to right in 0-9; a date in Arabic digits is read from the right (CLDR)."""
WAARDEN = ("Jan de Vries", "Anneke (VWN)", "'s-Hertogenbosch", "A. B. Jansen", "DUO?", "12:30", 3)
ROND = ("{}", "({}),", "{}:", "{} (3)")


def plaatsen(zin: str, wat: str) -> tuple[str, str, str]:
    """Put first, in the middle, and last."""
    woorden = zin.split(" ") if " " in zin else zin.split("፡")
    midden = len(woorden) // 2
    begin, einde = " ".join(woorden[:midden]), " ".join(woorden[midden:])
    return f"{wat} {begin} {einde}", f"{begin} {wat} {einde}", f"{begin} {einde} {wat}"


@per_taal
@pytest.mark.parametrize("eigen_cijfers", [False, True], ids=["0-9", "own"])
def test_what_is_put_in_stays_where_it_belongs(
    letters: None, taal: str, eigen_cijfers: bool
) -> None:
    boek = Buitenboek(taal, eigen_cijfers=eigen_cijfers)
    if eigen_cijfers and not boek.taal.cijfers:
        pytest.skip("this language has no digits of its own")
    zinnen = cycle(boek.zinnen)
    for wat in INGEVOEGD if eigen_cijfers else INGEVOEGD + LINKS_GELEZEN:
        for tekst in plaatsen(next(zinnen), wat):
            for breed in (5000, 500):
                zetsel = Zetsel(boek.zin(tekst).tekst, 24, breed, vet=True, rtl=boek.rtl)
                assert zetsel.fouten() == [], f"{wat}: {zetsel.tekst}"
                assert zetsel.vreemd() == []
    for waarde in WAARDEN:
        for rond in ROND:
            tekst = plaatsen(next(zinnen), rond.format("{naam}"))[1]
            gevuld = boek.gevuld(tekst, waarde).tekst
            for breed in (5000, 500):
                zetsel = Zetsel(gevuld, 24, breed, rtl=boek.rtl)
                assert zetsel.fouten() == [], f"{waarde} {rond}: {gevuld}"


def test_a_dutch_code_keeps_its_digits(letters: None) -> None:
    tekst = Buitenboek("ar", eigen_cijfers=True).zin("في B1-route أو mbo 4 حتى 2027").tekst
    assert "B1-route" in tekst
    assert "mbo 4" in tekst
    assert "٢٠٢٧" in tekst


@pytest.mark.parametrize(
    ("tekst", "rtl"),
    [
        ("هذا مركز (azc) كبير", False),
        ("Jan de Vries في المدينة", True),
        ("المدينة DUO (الجديدة) ٢", False),
        ("Dit is (שלום) 3", False),
    ],
)
def test_the_eye_for_order_sees_what_is_not_set_apart(letters: None, tekst: str, rtl: bool) -> None:
    """The check itself: each of these is wrong on purpose."""
    assert Zetsel(tekst, 24, 5000, rtl=rtl).fouten()


# What was measured above is what is painted


def doek() -> QImage:
    plaat = QImage(760, 600, QImage.Format.Format_RGB32)
    plaat.fill(QColor("white"))
    return plaat


BOVEN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@per_taal
def test_a_line_is_painted_as_qt_itself_paints_it(letters: None, taal: str) -> None:
    boek = Buitenboek(taal)
    tekst = boek.zin(f"{min(boek.zinnen, key=len)} (DUO) 2027").tekst
    onze, qt = doek(), doek()
    painter = QPainter(onze)
    schrijf(painter, QRectF(20, 10, 720, 400), tekst, 24, rtl=boek.rtl, uitlijning=BOVEN)
    painter.end()
    painter = QPainter(qt)
    painter.setFont(letter(24))
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if boek.rtl else Qt.LayoutDirection.LeftToRight
    )
    painter.drawText(QRectF(20, 10, 720, 400), int(BOVEN), tekst)
    painter.end()
    assert qt != doek()
    assert onze == qt


@per_taal
def test_broken_lines_stay_in_their_box_and_begin_below_each_other(
    letters: None, taal: str
) -> None:
    """QPainter pushes a line from right to left out of it, by the space where it is broken."""
    boek = Buitenboek(taal)
    lang = max(boek.zinnen, key=len)
    tekst = boek.zin(f"{lang} {lang}").tekst
    breed = ceil(Zetsel(tekst, 24, 420, rtl=boek.rtl).breedst)
    zetsel = Zetsel(tekst, 24, breed, rtl=boek.rtl)
    plaat = doek()
    painter = QPainter(plaat)
    schrijf(painter, QRectF(100, 0, breed, 600), tekst, 24, rtl=boek.rtl, uitlijning=BOVEN)
    painter.end()
    regels = zetsel.opmaak.lineCount()
    assert regels > 2
    hoog = zetsel.hoog / regels
    for nummer in range(regels):
        rijen = range(int(nummer * hoog), int((nummer + 1) * hoog))
        inkt = [x for x in range(760) if any(plaat.pixel(x, y) != WIT for y in rijen)]
        assert inkt[0] >= 100 - RANDLETTER
        assert inkt[-1] <= 100 + breed + RANDLETTER
        naast = 100 + breed - inkt[-1] if boek.rtl else inkt[0] - 100
        assert naast <= RANDLETTER, f"line {nummer} begins {naast} pixels from its side"


WIT = QColor("white").rgb()
RANDLETTER = 4
"""White beside a letter that belongs to it, in pixels; less than a space (7)."""
