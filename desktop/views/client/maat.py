"""Sizes on the client's screen: touch targets in millimetres, letters that fit."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QScreen, QTextLayout, QTextOption

from desktop.views import stijl

DOEL_MM = 15
"""Smallest touch target, in millimetres of the real screen."""

WOORD = 27
"""A word under a picture is 20 points (in pixels) or larger, where that fits."""

_GEKEERD = {
    Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft,
}
_MM_PER_INCH = 25.4
_MINSTE_LETTER = 9

_WOORDGRENS = re.compile(r"[ \t\n]+|(?<=፡)")
"""Where a line may be broken: older Amharic print has a sign between words and no space; a space
that holds words together (French, before a question mark) is none."""


def minimum_doel(screen: QScreen | None) -> int:
    """Pixels of a target of 15 mm; an absurd report of the screen's size is not believed."""
    dpi = screen.physicalDotsPerInch() if screen is not None else 96.0
    return doel_pixels(dpi, screen.logicalDotsPerInch() if screen is not None else 96.0)


def doel_pixels(fysiek_dpi: float, logisch_dpi: float) -> int:
    """15 mm in pixels at this resolution (dots per inch)."""
    dpi = fysiek_dpi if 50 <= fysiek_dpi <= 400 else logisch_dpi
    return round(DOEL_MM / _MM_PER_INCH * dpi)


@lru_cache(maxsize=4096)
def passende_letter(
    tekst: str, breed: int, hoog: int, *, hoogst: int, vet: bool = False, regels: int = 3
) -> int:
    """The largest letter size in pixels at which the text fits, without breaking a word."""
    laag, top = _MINSTE_LETTER, max(_MINSTE_LETTER, hoogst)
    while laag < top:
        midden = (laag + top + 1) // 2
        if _past(tekst, breed, hoog, midden, vet, regels):
            laag = midden
        else:
            top = midden - 1
    return laag


def breekbaar(tekst: str) -> list[str]:
    """The pieces that stand whole on a line."""
    return _WOORDGRENS.split(tekst)


@lru_cache(maxsize=4096)
def past_klein(tekst: str, breed: int, hoog: int, *, regels: int = 3, vet: bool = False) -> bool:
    """Whether it fits at least in the smallest letters."""
    return _past(tekst, breed, hoog, _MINSTE_LETTER, vet, regels)


def _past(tekst: str, breed: int, hoog: int, pixels: int, vet: bool, regels: int) -> bool:
    maten = QFontMetrics(stijl.letter(pixels, vet=vet))
    if any(maten.horizontalAdvance(woord) > breed for woord in breekbaar(tekst)):
        return False
    vlak = maten.boundingRect(QRect(0, 0, breed, 10_000), int(Qt.TextFlag.TextWordWrap), tekst)
    return vlak.height() <= hoog and vlak.height() <= maten.lineSpacing() * regels + 1


def schrijf(
    painter: QPainter,
    vak: QRectF,
    tekst: str,
    pixels: int,
    *,
    vet: bool = False,
    rtl: bool = False,
    uitlijning: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    """Plain text in a box, in the direction of its language (never guessed from the text).

    Laid out here: a line from right to left that QPainter breaks itself is pushed out of its box
    by the width of the space where it was broken.
    """
    kant = uitlijning & Qt.AlignmentFlag.AlignHorizontal_Mask
    if rtl and kant in _GEKEERD:
        kant = _GEKEERD[kant]
    optie = QTextOption(kant | Qt.AlignmentFlag.AlignAbsolute)
    optie.setWrapMode(QTextOption.WrapMode.WordWrap)
    optie.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    opmaak = QTextLayout(tekst.replace("\n", "\u2028"), stijl.letter(pixels, vet=vet))
    opmaak.setTextOption(optie)
    hoog = 0.0
    opmaak.beginLayout()
    while (regel := opmaak.createLine()).isValid():
        regel.setLineWidth(vak.width())
        regel.setPosition(QPointF(0, hoog))
        hoog += regel.height()
    opmaak.endLayout()
    over = vak.height() - hoog
    if uitlijning & Qt.AlignmentFlag.AlignVCenter:
        over /= 2
    elif not uitlijning & Qt.AlignmentFlag.AlignBottom:
        over = 0
    opmaak.draw(painter, QPointF(vak.x(), vak.y() + over))
