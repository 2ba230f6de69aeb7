"""A paragraph in a ReportLab paper whose letters Qt has laid out: joined, and in their order.

The letters are drawn as outlines. Over them, invisible, stands the text itself, so that it can be
found, copied and read aloud.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPainterPath, QRawFont, QTextLine
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from desktop.documents.huisstijl import VET
from desktop.documents.papiertekst import begint_rechts
from desktop.documents.pdftekst import FAMILIE, Gezet, Zetter, stukken

_ONZICHTBAAR = 3
"""Text rendering mode of PDF 32000, 9.3.6."""
_SPIEGEL = str.maketrans("()[]{}<>«»", ")(][}{><»«")
"""A bracket that is read from the right is drawn the other way round."""


@cache
def _laad_letters() -> None:
    """Kurinto for Qt, where no window has loaded it."""
    if FAMILIE in QFontDatabase.families():
        return
    map_ = files("weblate_fonts") / "static" / "weblate_fonts" / "kurinto" / "ttf"
    for bestand in ("KurintoSans-Rg.ttf", "KurintoSans-Bd.ttf"):
        with as_file(map_ / bestand) as pad:
            QFontDatabase.addApplicationFont(str(pad))


def kan_zetten() -> bool:
    """Qt can lay out text only in a program that has started its graphics."""
    return isinstance(QCoreApplication.instance(), QGuiApplication)


class Qtalinea(Flowable):
    """Plain text; one paragraph for each line of it."""

    def __init__(self, tekst: str, vorm: ParagraphStyle, van: int = 0, tot: int = 0) -> None:
        super().__init__()
        _laad_letters()
        self._tekst, self._vorm, self._van, self._tot = tekst, vorm, van, tot
        self._regels: list[tuple[Gezet, QTextLine]] = []
        self.spaceBefore, self.spaceAfter = vorm.spaceBefore, vorm.spaceAfter
        self.keepWithNext = getattr(vorm, "keepWithNext", 0)

    def getPlainText(self) -> str:
        """As a Paragraph has it."""
        return self._tekst

    def wrap(self, breed: float, _hoog: float) -> tuple[float, float]:
        self.width = breed
        zetter, vorm = Zetter(), self._vorm
        self._regels = []
        for stuk in self._tekst.split("\n"):
            gezet = zetter.zet(
                stuk,
                breed,
                vorm.fontSize,
                vet=vorm.fontName == VET,
                rtl=begint_rechts(stuk),
            )
            lijnen = range(gezet.opmaak.lineCount())
            self._regels += [(gezet, gezet.opmaak.lineAt(n)) for n in lijnen]
        self._regels = self._regels[self._van : self._tot or None]
        self.height = len(self._regels) * vorm.leading
        return breed, self.height

    def split(self, breed: float, hoog: float) -> list[Flowable]:
        self.wrap(breed, hoog)
        # Always in two: a table asks with more width than it gives, and then it seems to fit.
        past = min(int(hoog // self._vorm.leading), len(self._regels) - 1)
        if past < 1:
            return []
        knip = self._van + past
        return [
            Qtalinea(self._tekst, self._vorm, self._van, knip),
            Qtalinea(self._tekst, self._vorm, knip, self._tot),
        ]

    def draw(self) -> None:
        doek: Canvas = self.canv
        vorm = self._vorm
        doek.saveState()
        doek.setFillColor(vorm.textColor)
        y = self.height - vorm.leading + (vorm.leading - vorm.fontSize) / 2 + vorm.fontSize * 0.2
        for gezet, regel in self._regels:
            _teken_letters(doek, gezet, regel, y)
            _leg_tekst(doek, gezet, regel, y, vorm)
            y -= vorm.leading
        doek.restoreState()


def _teken_letters(doek: Canvas, gezet: Gezet, regel: QTextLine, grondlijn: float) -> None:
    """Each glyph as an outline, with its foot on the base line.

    An outline stands once in the file, however often its letter comes: ten thousand letters of
    forty points each would take a minute.
    """
    boven = regel.y() + regel.ascent()
    for rij in regel.glyphRuns():
        letter = rij.rawFont()
        for glief, punt in zip(rij.glyphIndexes(), rij.positions(), strict=True):
            naam = _vorm_van(doek, letter, glief)
            if naam:
                x, y = punt.x() * gezet.schaal, grondlijn - (punt.y() - boven) * gezet.schaal
                doek.saveState()
                doek.transform(gezet.schaal, 0, 0, gezet.schaal, x, y)
                doek.doForm(naam)
                doek.restoreState()


def _vorm_van(doek: Canvas, letter: QRawFont, glief: int) -> str:
    """The name under which the outline of a glyph stands in the file; of a space, none."""
    naam = f"glief-{letter.familyName()}-{letter.styleName()}-{glief}".replace(" ", "")
    if doek.hasForm(naam):
        return naam
    vorm = letter.pathForGlyph(glief)
    if vorm.isEmpty():
        return ""
    vak = vorm.boundingRect()
    doek.beginForm(naam, vak.left() - 1, -vak.bottom() - 1, vak.right() + 1, -vak.top() + 1)
    pad = doek.beginPath()
    _omtrek(pad, vorm)
    doek.drawPath(pad, stroke=0, fill=1, fillMode=FILL_NON_ZERO)
    doek.endForm()
    return naam


def _omtrek(pad: PDFPathObject, vorm: QPainterPath) -> None:
    """One outline as Qt has it; there y runs down, on paper up."""
    n, aantal = 0, vorm.elementCount()
    while n < aantal:
        deel = vorm.elementAt(n)
        stap = 1 if deel.isMoveTo() or deel.isLineTo() else 3
        punten = [vorm.elementAt(n + k) for k in range(stap)]
        waar = [w for e in punten for w in (e.x, -e.y)]
        if deel.isMoveTo():
            pad.moveTo(*waar)
        elif deel.isLineTo():
            pad.lineTo(*waar)
        else:
            pad.curveTo(*waar)
        n += stap


def _leg_tekst(
    doek: Canvas, gezet: Gezet, regel: QTextLine, grondlijn: float, vorm: ParagraphStyle
) -> None:
    """The same words, invisible, each where its shape is and as wide."""
    blok = doek.beginText()
    blok.setTextRenderMode(_ONZICHTBAAR)
    blok.setFont(vorm.fontName, vorm.fontSize)
    for links, rechts, letters in _plekken(gezet, regel):
        breed = stringWidth(letters, vorm.fontName, vorm.fontSize)
        if breed > 0 and rechts > links:
            blok.setHorizScale(100 * (rechts - links) / breed)
            blok.setTextOrigin(links, grondlijn)
            blok.textOut(letters)
    doek.drawText(blok)


def _plekken(gezet: Gezet, regel: QTextLine) -> Iterator[tuple[float, float, str]]:
    """(left, right, letters) in the order of reading.

    What runs to the right stays together; what runs to the left goes letter by letter, for a
    reader of the file turns it round by the places where the letters are.
    """
    # Qt counts in halves of a character beyond the first plane.
    helften = gezet.tekst.encode("utf-16-le", "surrogatepass")
    rijen = list(stukken(helften, regel))
    begin = sorted({plek for _rij, plekken in rijen for plek in plekken})
    grens = [*begin[1:], regel.textStart() + regel.textLength()]
    einde = dict(zip(begin, grens, strict=True))
    for rij, plekken in rijen:
        breedtes = rij.rawFont().advancesForGlyphIndexes(rij.glyphIndexes())
        per_plek: dict[int, tuple[float, float]] = {}
        for plek, punt, breed in zip(plekken, rij.positions(), breedtes, strict=True):
            oud = per_plek.get(plek, (punt.x(), punt.x()))
            per_plek[plek] = min(oud[0], punt.x()), max(oud[1], punt.x() + breed.x())
        delen = [
            (van * gezet.schaal, tot * gezet.schaal, _zichtbaar(helften, plek, einde[plek]))
            for plek, (van, tot) in per_plek.items()
        ]
        if rij.isRightToLeft():
            for links, rechts, letters in delen:
                yield from _naar_links(links, rechts, letters.translate(_SPIEGEL))
        elif delen:
            yield delen[0][0], delen[-1][1], "".join(letters for _l, _r, letters in delen)


def _naar_links(links: float, rechts: float, letters: str) -> Iterator[tuple[float, float, str]]:
    """The letters of one shape beside each other, the first one right, with its marks."""
    los: list[str] = []
    for teken in letters:
        if los and unicodedata.combining(teken):
            los[-1] += teken
        else:
            los.append(teken)
    stap = (rechts - links) / max(len(los), 1)
    for n, deel in enumerate(los):
        yield rechts - (n + 1) * stap, rechts - n * stap, deel


def _zichtbaar(helften: bytes, van: int, tot: int) -> str:
    """Without what has no shape."""
    letters = helften[2 * van : 2 * tot].decode("utf-16-le", "ignore")
    return "".join(t for t in letters if unicodedata.category(t) != "Cf")
