"""Text that Qt shapes and paints, and that a reader gets back out of the PDF letter by letter.

Qt writes for each glyph which character it is, but only knows that for glyphs that are in the
font's own table. A letter in the middle of a Kurdish or Pashto word is not, and comes out as
nothing. Who shapes the text knows which letters a glyph stands for: that is written over Qt's
table, as an update at the end of the file (PDF 32000, 7.5.6 and 9.10.3).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QTextLayout, QTextLine, QTextOption

FAMILIE = "Kurinto Sans"
_VORM = 100
"""Letters are shaped at this size and scaled down: a size below a pixel is lost."""

_ALLES = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_SPIEGEL = str.maketrans("()[]{}<>«»", ")(][}{><»«")


@dataclass
class Gezet:
    """A text that was laid out: its height, and the scale at which it is painted."""

    tekst: str
    opmaak: QTextLayout
    hoog: float
    schaal: float

    @property
    def maat(self) -> float:
        """Size of the letters in points."""
        return self.schaal * _VORM

    @property
    def breed(self) -> float:
        """Width of the widest line."""
        regels = (self.opmaak.lineAt(n) for n in range(self.opmaak.lineCount()))
        return max((regel.naturalTextWidth() for regel in regels), default=0.0) * self.schaal


class Zetter:
    """Lays out and paints plain text, and remembers which letters each glyph stood for."""

    def __init__(self) -> None:
        self._letters: dict[str, dict[int, str]] = {}
        self._alleen: set[tuple[str, int]] = set()

    def zet(
        self,
        tekst: str,
        breed: float,
        maat: float,
        *,
        vet: bool = False,
        rtl: bool = False,
        midden: bool = False,
    ) -> Gezet:
        """Lays out a text in a column; lengths in points. `midden` sets each line in the middle."""
        font = QFont(FAMILIE)
        font.setFeature(QFont.Tag("ccmp"), 0)  # see stijl.letter
        font.setPixelSize(_VORM)
        font.setBold(vet)
        optie = QTextOption()
        optie.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        optie.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        optie.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        opmaak = QTextLayout(tekst, font)
        opmaak.setTextOption(optie)
        schaal, y = maat / _VORM, 0.0
        opmaak.beginLayout()
        while (regel := opmaak.createLine()).isValid():
            regel.setLineWidth(breed / schaal)
            # The glyphs come without Qt's alignment: right to left begins at the right side.
            rest = breed / schaal - regel.naturalTextWidth()
            regel.setPosition(QPointF(rest / 2 if midden else rest if rtl else 0, y))
            y += regel.height()
        opmaak.endLayout()
        return Gezet(tekst, opmaak, y * schaal, schaal)

    def teken(self, painter: QPainter, gezet: Gezet, x: float, y: float, kleur: str) -> None:
        """Paints it with its top left corner here."""
        painter.save()
        painter.translate(x, y)
        painter.scale(gezet.schaal, gezet.schaal)
        painter.setPen(QColor(kleur))
        regels = [gezet.opmaak.lineAt(n) for n in range(gezet.opmaak.lineCount())]
        # Qt counts in halves of a character beyond the first plane: an emoji is two.
        helften = gezet.tekst.encode("utf-16-le", "surrogatepass")
        delen = [deel for regel in regels for deel in stukken(helften, regel)]
        begin = sorted({plek for _stuk, plekken in delen for plek in plekken})
        for stuk, plekken in delen:
            painter.drawGlyphRun(QPointF(0, 0), stuk)
            self._onthoud(helften, stuk, plekken, begin)
        painter.restore()

    def _onthoud(
        self, helften: bytes, rij: QGlyphRun, plekken: list[int], begin: list[int]
    ) -> None:
        letter = rij.rawFont()
        naam = f"{letter.familyName()} {letter.styleName()}"
        bekend = self._letters.setdefault(naam, {0: ""})
        groepen: dict[int, list[int]] = {}
        for glief, plek in zip(rij.glyphIndexes(), plekken, strict=True):
            bekend.setdefault(glief, "")  # the order of first use is the order of Qt's table
            groepen.setdefault(plek, []).append(glief)
        for plek, gliefen in groepen.items():
            na = bisect_right(begin, plek)
            einde = 2 * begin[na] if na < len(begin) else len(helften)
            # One letter for one shape: two would come back the wrong way round.
            tekst = helften[2 * plek : einde].decode("utf-16-le", "ignore")
            deel = _zichtbaar(unicodedata.normalize("NFC", tekst))
            if rij.isRightToLeft():
                deel = deel.translate(_SPIEGEL)  # the glyph is the bracket that is seen
            if len(gliefen) == 1:
                self._zeker(naam, gliefen[0], deel)
                continue
            # A letter with its marks, each a glyph of its own; the letter comes first.
            kaal = "".join(teken for teken in deel if not unicodedata.combining(teken))
            delen = [kaal, *(teken for teken in deel if unicodedata.combining(teken))]
            for glief, letters in zip(gliefen, delen, strict=False):
                bekend[glief] = bekend[glief] or _ligaturen().get(letters, letters)

    def _zeker(self, naam: str, glief: int, letters: str) -> None:
        """A glyph alone in its place says most surely what it is."""
        if (naam, glief) not in self._alleen:
            self._alleen.add((naam, glief))
            self._letters[naam][glief] = _ligaturen().get(letters, letters)

    def leesbaar(self, pdf: bytes) -> bytes:
        """The PDF with a right table of letters for each font; else the PDF as it was."""
        nieuw: dict[int, bytes] = {}
        over = dict(self._letters)
        for treffer in re.finditer(rb"/ToUnicode (\d+) 0 R", pdf):
            nummer = int(treffer[1])
            oud = re.search(rb"\n%d 0 obj(.*?)endobj" % nummer, pdf, re.DOTALL)
            if oud is None or nummer in nieuw:
                continue
            van_qt = _lees_tabel(oud[1].decode("latin-1"))
            for naam, letters in over.items():
                if _past(van_qt, list(letters.values())):
                    nieuw[nummer] = _tabel(list(letters.values()))
                    del over[naam]
                    break
        return _werk_bij(pdf, nieuw) if nieuw else pdf


def stukken(helften: bytes, regel: QTextLine) -> Iterator[tuple[QGlyphRun, list[int]]]:
    """The glyphs of a line in the order of reading, with the place of each in the text.

    Qt gives all that runs one way together, wherever it stands in the line: who reads by the order
    in the file would read a name after the words that follow it. And it draws an isolate or a
    joiner as a space without width, which comes back as a space in the middle of a word.
    """
    rijen = regel.glyphRuns(-1, -1, _ALLES)
    per_plek: dict[int, tuple[int, list[tuple[int, QPointF]]]] = {}
    for nummer, rij in enumerate(rijen):
        leeg = rij.rawFont().glyphIndexesForString(" ")[0]
        for glief, punt, plek in zip(
            rij.glyphIndexes(), rij.positions(), rij.stringIndexes(), strict=True
        ):
            teken = helften[2 * plek : 2 * plek + 2].decode("utf-16-le", "replace")
            if glief != leeg or teken.isspace():
                per_plek.setdefault(plek, (nummer, []))[1].append((glief, punt))
    for nummer, groep in groupby(sorted(per_plek), key=lambda plek: per_plek[plek][0]):
        plekken = [plek for plek in groep for _paar in per_plek[plek][1]]
        wat = [paar for plek in dict.fromkeys(plekken) for paar in per_plek[plek][1]]
        stuk = QGlyphRun()
        stuk.setRawFont(rijen[nummer].rawFont())
        stuk.setRightToLeft(rijen[nummer].isRightToLeft())
        stuk.setGlyphIndexes([glief for glief, _punt in wat])
        stuk.setPositions([punt for _glief, punt in wat])
        yield stuk, plekken


@cache
def _ligaturen() -> dict[str, str]:
    """Arabic letters that are one glyph together, as the one character for that.

    Two letters for a glyph come out of some readers the wrong way round; this one cannot, and
    every search takes it apart again.
    """
    uit: dict[str, str] = {}
    for nummer in (*range(0xFB50, 0xFDF0), *range(0xFE70, 0xFEFD)):
        letters = unicodedata.normalize("NFKC", chr(nummer))
        if len(letters) > 1 and letters.isalpha():
            uit.setdefault(letters, chr(nummer))
    return uit


def _zichtbaar(deel: str) -> str:
    """Without what has no shape: isolates, joiners, and the space at which a line was broken."""
    kaal = "".join(teken for teken in deel if unicodedata.category(teken) != "Cf")
    return kaal.strip() or kaal[:1]


def _lees_tabel(tekst: str) -> dict[int, str]:
    """What Qt wrote: number of the glyph in the file to character."""
    uit: dict[int, str] = {}
    for van, _tot, lijst, een in re.findall(
        r"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:\[([^\]]*)\]|<([0-9A-F]{4})>)", tekst
    ):
        codes = re.findall(r"<([0-9A-F]+)>", lijst) if lijst else [een]
        for n, code in enumerate(codes):
            uit[int(van, 16) + n] = chr(int(code[:4], 16))
    return uit


def _past(van_qt: dict[int, str], letters: list[str]) -> bool:
    """Whether this is the same font: as many glyphs, and the same characters where Qt knew them."""
    if not van_qt or max(van_qt) >= len(letters):
        return False
    gelijk = telt = 0
    for n, teken in van_qt.items():
        gewoon = unicodedata.normalize("NFKC", teken)
        if n and gewoon.isalnum() and letters[n]:
            telt += 1
            gelijk += gewoon == unicodedata.normalize("NFKC", letters[n])
    return telt > 0 and gelijk >= 0.8 * telt


def _tabel(letters: list[str]) -> bytes:
    regels = [
        f"<{n:04X}> <{tekst.encode('utf-16-be').hex().upper()}>"
        for n, tekst in enumerate(letters)
        if tekst
    ]
    blokken = [regels[n : n + 100] for n in range(0, len(regels), 100)]
    inhoud = "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *("\n".join((f"{len(blok)} beginbfchar", *blok, "endbfchar")) for blok in blokken),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
    return inhoud.encode("ascii")


def _werk_bij(pdf: bytes, nieuw: dict[int, bytes]) -> bytes:
    """Appends new versions of these objects; the file before it stays as it is."""
    einde = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", pdf, re.DOTALL)
    if einde is None:
        return pdf
    uit = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    plekken: dict[int, int] = {}
    for nummer, inhoud in sorted(nieuw.items()):
        plekken[nummer] = len(uit)
        uit += b"%d 0 obj\n<< /Length %d >>\nstream\n" % (nummer, len(inhoud))
        uit += inhoud + b"\nendstream\nendobj\n"
    begin = len(uit)
    uit += b"xref\n"
    for nummer, plek in plekken.items():
        uit += b"%d 1\n%010d 00000 n \n" % (nummer, plek)
    uit += b"trailer\n<<%s/Prev %d\n>>\n" % (einde[1], int(einde[2]))
    uit += b"startxref\n%d\n%%%%EOF\n" % begin
    return bytes(uit)
