"""How Qt sets a text: whether it fits, in which font, and in which order it stands to the eye.

The order is judged by what a reader expects, not by Unicode's algorithm, so that a flaw in what
is set apart (`models/schrift.py`) shows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QRawFont, QTextLayout, QTextOption

from desktop.views import stijl

FAMILIE = "Kurinto Sans"
EERST_STERK, LINKS, EINDE = "\u2068", "\u2066", "\u2069"
_ALLES = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_HAAKJES = {"(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«"}
_GETAL = re.compile(r"[\d٠-٩۰-۹]+(?:[.,:/٫][\d٠-٩۰-۹]+)*")


@dataclass(frozen=True)
class Plek:
    """Where a letter stands: on which line, how far from the left; and its glyph."""

    regel: int
    x: float
    glief: int


class Zetsel:
    """A text laid out as the windows do it; lengths in pixels."""

    def __init__(
        self, tekst: str, pixels: int, breed: float, *, vet: bool = False, rtl: bool = False
    ) -> None:
        self.tekst, self.rtl, self._vet = tekst, rtl, vet
        optie = QTextOption()
        optie.setWrapMode(QTextOption.WrapMode.WordWrap)
        optie.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        if rtl:
            optie.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.opmaak = QTextLayout(tekst, stijl.letter(pixels, vet=vet))
        self.opmaak.setTextOption(optie)
        self.breed, self.hoog, self.breedst = breed, 0.0, 0.0
        self.opmaak.beginLayout()
        while (regel := self.opmaak.createLine()).isValid():
            regel.setLineWidth(breed)
            regel.setPosition(QPointF(0, self.hoog))
            self.hoog += regel.height()
            self.breedst = max(self.breedst, regel.naturalTextWidth())
        self.opmaak.endLayout()

    def past(self, hoog: float) -> bool:
        """No line is wider than the box, and all lines together are not higher."""
        return self.breedst <= self.breed + 1 and self.hoog <= hoog + 1

    def vreemd(self) -> list[str]:
        """Letters that do not come out of Kurinto, or come out as a box."""
        uit = []
        for rij in self.opmaak.glyphRuns(-1, -1, _ALLES):
            buiten = rij.rawFont().familyName() != FAMILIE
            for glief, plek in zip(rij.glyphIndexes(), rij.stringIndexes(), strict=True):
                if buiten or (not glief and unicodedata.category(self.tekst[plek])[0] in "LNPS"):
                    uit.append(self.tekst[plek])
        return uit

    def plekken(self) -> dict[int, Plek]:
        """Where the first glyph of each letter stands; marks go with their letter."""
        uit: dict[int, Plek] = {}
        for nummer in range(self.opmaak.lineCount()):
            for rij in self.opmaak.lineAt(nummer).glyphRuns(-1, -1, _ALLES):
                gliefen = zip(rij.stringIndexes(), rij.positions(), rij.glyphIndexes(), strict=True)
                for plek, punt, glief in gliefen:
                    uit.setdefault(plek, Plek(nummer, punt.x(), glief))
        return uit

    def fouten(self) -> list[str]:
        """What does not stand where a reader of this direction looks for it."""
        plekken = self.plekken()
        stukken = list(_stukken(self.tekst, 0, len(self.tekst)))
        return [
            *_op_een_rij(self.tekst, stukken, plekken, self.rtl),
            *self._regelorde(plekken),
            *self._haakjes(plekken),
        ]

    def _regelorde(self, plekken: dict[int, Plek]) -> Iterator[str]:
        op_volgorde = [plekken[plek].regel for plek in sorted(plekken)]
        if op_volgorde != sorted(op_volgorde):
            yield "a word stands on a line before its time"

    def _haakjes(self, plekken: dict[int, Plek]) -> Iterator[str]:
        """A bracket opens towards its words: mirrored where it is read from the right."""
        letter = QRawFont.fromFont(self.opmaak.font())
        for plek, teken in enumerate(self.tekst):
            if teken in _HAAKJES and plek in plekken:
                gezien = _HAAKJES[teken] if _richting(self.tekst, plek, self.rtl) else teken
                if plekken[plek].glief != letter.glyphIndexesForString(gezien)[0]:
                    yield f"{teken} at {plek} faces the wrong side"


@dataclass(frozen=True)
class Geschreven:
    """A text as the window put it: with its letters, in its box."""

    tekst: str
    pixels: int
    breed: float
    hoog: float
    vet: bool
    rtl: bool

    def zetsel(self) -> Zetsel:
        return Zetsel(self.tekst, self.pixels, self.breed, vet=self.vet, rtl=self.rtl)


class Schrijver:
    """Stands where the window's own pen is, and remembers."""

    def __init__(self) -> None:
        self.geschreven: list[Geschreven] = []

    def __call__(
        self,
        painter: QPainter,
        vak: QRectF,
        tekst: str,
        pixels: int,
        *,
        vet: bool = False,
        rtl: bool = False,
        uitlijning: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        self.geschreven.append(Geschreven(tekst, pixels, vak.width(), vak.height(), vet, rtl))


def _richting(tekst: str, plek: int, rtl: bool) -> bool:
    """Whether the reader goes from right to left here: the paragraph, or what is set apart."""
    open_: list[bool] = []
    for n, teken in enumerate(tekst[:plek]):
        if teken == LINKS:
            open_.append(False)
        elif teken == EERST_STERK:
            open_.append(_eerst_sterk(tekst[n + 1 :]))
        elif teken == EINDE:
            open_.pop()
    return open_[-1] if open_ else rtl


def _eerst_sterk(tekst: str) -> bool:
    for teken in tekst.split(EINDE)[0]:
        if (soort := unicodedata.bidirectional(teken)) in ("L", "R", "AL"):
            return soort != "L"
    return False


@dataclass(frozen=True)
class _Stuk:
    """Something that is read in one go: a letter, a whole number, or what is set apart."""

    van: int
    tot: int
    rtl: bool | None = None
    """Direction inside; None for a single letter."""


def _stukken(tekst: str, van: int, tot: int) -> Iterator[_Stuk]:
    n = van
    while n < tot:
        if tekst[n] in (LINKS, EERST_STERK):
            einde = tekst.index(EINDE, n)
            yield _Stuk(n + 1, einde, tekst[n] == EERST_STERK and _eerst_sterk(tekst[n + 1 :]))
            n = einde + 1
        elif getal := _GETAL.match(tekst, n, tot):
            yield _Stuk(n, getal.end(), False)
            n = getal.end()
        else:
            yield _Stuk(n, n + 1)
            n += 1


def _staat_ergens(teken: str) -> bool:
    """Not a mark on a letter, nor a joiner, nor a space: that may end a line on either side."""
    return unicodedata.category(teken) not in ("Mn", "Cf", "Zs")


def _op_een_rij(
    tekst: str, stukken: Sequence[_Stuk], plekken: dict[int, Plek], rtl: bool
) -> Iterator[str]:
    """Every piece stands wholly past the one before it, in the direction of reading."""
    vakken: list[tuple[_Stuk, int, float, float]] = []
    for stuk in stukken:
        per_regel: dict[int, list[float]] = {}
        for n in range(stuk.van, stuk.tot):
            if n in plekken and _staat_ergens(tekst[n]):
                per_regel.setdefault(plekken[n].regel, []).append(plekken[n].x)
        vakken += [(stuk, regel, min(x), max(x)) for regel, x in per_regel.items()]
        if stuk.rtl is not None and stuk.tot - stuk.van > 1:
            binnen = [_Stuk(n, n + 1) for n in range(stuk.van, stuk.tot)]
            yield from _op_een_rij(tekst, binnen, plekken, stuk.rtl)
    for (een, regel, links, rechts), (ander, regel_na, links_na, rechts_na) in pairwise(vakken):
        if regel == regel_na and not (rechts_na < links if rtl else links_na > rechts):
            yield f"{tekst[ander.van : ander.tot]!r} stands before {tekst[een.van : een.tot]!r}"
