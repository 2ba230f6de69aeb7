"""How the papers of a plan are set: text from people, headings with bookmarks, head and foot.

Everything that came from outside goes through `alinea`: it can be no markup, and what runs from
right to left is laid out by Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from desktop.documents.huisstijl import (
    AANDACHT,
    ACCENT,
    GEWOON,
    INKT,
    LIJN,
    VET,
    VLAK,
    ZACHT,
    meld_letters_aan,
)
from desktop.documents.papier import LANG, ruimte, stijl
from desktop.documents.papiertekst import loopt_anders, netjes, ruimte_van, zonder_verbinders
from desktop.documents.pdfa import PROGRAMMA, als_pdfa
from desktop.documents.qtalinea import Qtalinea, kan_zetten

LINKS, RECHTS, BOVEN, ONDER = 25 * mm, 22 * mm, 24 * mm, 24 * mm
BREED = A4[0] - LINKS - RECHTS
CONCEPT = "Concept, nog niet vastgesteld"
_MERK = "#F1EFEA"
"""The big word under a draft; so light that it hides nothing, and not transparent (PDF/A-1)."""
_BLADZIJDE = "bladzijde-"

TITEL = stijl("plan-titel", VET, 20, 27, textColor=HexColor(INKT), spaceAfter=3)
KOP = stijl("plan-kop", VET, 14, 20, textColor=HexColor(ACCENT), spaceBefore=16, spaceAfter=5)
TUSSENKOP = stijl(
    "plan-tussenkop", VET, 11, 16, textColor=HexColor(INKT), spaceBefore=11, spaceAfter=2
)
TEKST = stijl("plan-tekst", GEWOON, 10, 15, textColor=HexColor(INKT), spaceAfter=5)
NAAM = stijl("plan-naam", VET, 16, 21, textColor=HexColor(ACCENT))
STRAK = stijl("plan-strak", GEWOON, 10, 15, textColor=HexColor(INKT))
STERK = stijl("plan-sterk", VET, 10, 15, textColor=HexColor(INKT))
BIJ = stijl("plan-bij", GEWOON, 8.5, 12.5, textColor=HexColor(ZACHT))
OPVALLEND = stijl("plan-opvallend", GEWOON, 9.5, 14, textColor=HexColor(AANDACHT), spaceAfter=5)
CEL = stijl("plan-cel", GEWOON, 8.5, 12, textColor=HexColor(INKT))
CELKOP = stijl("plan-celkop", VET, 8.5, 12, textColor=HexColor(INKT))
for _midden in (CEL, CELKOP):
    _midden.alignment = TA_CENTER


def alinea(tekst: str, vorm: ParagraphStyle = TEKST) -> Flowable:
    """A paragraph of plain text, whoever typed it."""
    schoon = netjes(tekst)
    if loopt_anders(schoon) and kan_zetten():
        deel: Flowable = Qtalinea(schoon, vorm)
    else:
        deel = Paragraph(escape(zonder_verbinders(schoon)).replace("\n", "<br/>"), vorm)
    deel.ruimte = ruimte_van(schoon)
    return deel


class _Kop(Paragraph):
    """A heading that stands in the outline too."""

    def __init__(self, tekst: str, vorm: ParagraphStyle, niveau: int) -> None:
        super().__init__(escape(tekst), vorm)
        self._titel, self._niveau = tekst, niveau
        self.keepWithNext = True

    def draw(self) -> None:
        sleutel = f"kop-{id(self)}"
        self.canv.bookmarkHorizontal(sleutel, 0, self.height + 4)
        self.canv.addOutlineEntry(self._titel, sleutel, self._niveau, closed=False)
        super().draw()


def kop(tekst: str, vorm: ParagraphStyle = KOP, niveau: int = 0) -> Flowable:
    """A heading; `niveau` 0 is the outermost in the outline. The text is the program's own."""
    return _Kop(tekst, vorm, niveau)


def raster(
    rijen: Sequence[Sequence[Flowable]], breedtes: Sequence[float], *extra: tuple[Any, ...]
) -> Table:
    """Rows without lines; `extra` are commands of ReportLab's table style."""
    lang = any(ruimte(cel) > LANG for rij in rijen for cel in rij)
    tabel = Table(
        [list(rij) for rij in rijen],
        colWidths=list(breedtes),
        hAlign="LEFT",
        splitInRow=int(lang),
    )
    tabel.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), GEWOON),  # else it names one that is not there
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                *extra,
            ]
        )
    )
    return tabel


def feiten(paren: Sequence[tuple[str, str]], links: float = 52 * mm) -> Table:
    """Names and values in two columns, with a line between; what has no value is left out."""
    rijen = [[alinea(naam, BIJ), alinea(waarde, STRAK)] for naam, waarde in paren if waarde]
    return raster(
        rijen or [[alinea("")] * 2],
        [links, BREED - links],
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )


def opsomming(
    regels: Sequence[str], vorm: ParagraphStyle = STRAK, *, genummerd: bool = False
) -> list[Flowable]:
    """A list, each line with a dash or its number."""
    merk = 6 * mm
    return [
        raster(
            [
                [alinea(f"{n}." if genummerd else "–", vorm), alinea(regel, vorm)]
                for n, regel in enumerate(regels, 1)
            ],
            [merk, BREED - merk],
            ("TOPPADDING", (0, 0), (-1, -1), 0.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
            ("RIGHTPADDING", (0, 0), (0, -1), 0),
            ("LEFTPADDING", (0, 0), (0, -1), 4),
        ),
        Spacer(1, 6),
    ]


def kader(inhoud: Sequence[Flowable]) -> Table:
    """A quiet ground under what matters most."""
    return raster(
        [[deel] for deel in inhoud],
        [BREED],
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(VLAK)),
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, HexColor(ACCENT)),
        ("LEFTPADDING", (0, 0), (-1, -1), 11),
        ("TOPPADDING", (0, 0), (-1, 0), 8),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 9),
    )


@dataclass(frozen=True)
class Blad:
    """What stands around the text of a paper."""

    titel: str
    """Of the file; no name of a person."""
    voet: str
    kop: str = ""
    """Above every page but the first."""
    concept: bool = False
    eerste: Callable[[Canvas], None] | None = None
    """Draws the letterhead."""


def zet(verhaal: list[Flowable], blad: Blad) -> bytes:
    """The PDF/A."""
    meld_letters_aan()
    bak = BytesIO()

    def eerste(doek: Canvas, _document: Any) -> None:
        _rand(doek, blad)
        if blad.eerste is not None:
            doek.saveState()
            blad.eerste(doek)
            doek.restoreState()

    def volgende(doek: Canvas, _document: Any) -> None:
        _rand(doek, blad)
        _tekst(doek, LINKS, A4[1] - 13 * mm, blad.kop)

    vak = (LINKS, ONDER, BREED, A4[1] - BOVEN - ONDER)
    document = BaseDocTemplate(bak, pagesize=A4, title=blad.titel, author=PROGRAMMA, lang="nl")
    document.addPageTemplates(
        [
            PageTemplate("eerste", [_vak(vak)], onPage=eerste, autoNextPageTemplate="volgende"),
            PageTemplate("volgende", [_vak(vak)], onPage=volgende),
        ]
    )
    document.build(verhaal, canvasmaker=_MetTotaal)
    return als_pdfa(bak.getvalue(), titel=blad.titel)


def _vak(plek: tuple[float, float, float, float]) -> Frame:
    """Where the text goes; without padding, so that it stands right under the head."""
    return Frame(*plek, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


class _MetTotaal(Canvas):
    """Writes how many pages there are at the end, where each foot shows it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initialFontName": GEWOON})

    def save(self) -> None:
        totaal = self._pageNumber - 1
        for n in range(1, totaal + 1):
            self.beginForm(f"{_BLADZIJDE}{n}", -160, -4, 0, 12)
            self.setFont(GEWOON, 8)
            self.setFillColor(HexColor(ZACHT))
            self.drawRightString(0, 0, f"Bladzijde {n} van {totaal}")
            self.endForm()
        super().save()


def _rand(doek: Canvas, blad: Blad) -> None:
    doek.saveState()
    if blad.concept:
        doek.setFillColor(HexColor(_MERK))
        doek.setFont(VET, 96)
        doek.translate(A4[0] / 2, A4[1] / 2)
        doek.rotate(52)
        doek.drawCentredString(0, -34, "CONCEPT")
        doek.restoreState()
        doek.saveState()
        doek.setFillColor(HexColor(AANDACHT))
        doek.setFont(VET, 9)
        doek.drawRightString(A4[0] - RECHTS, A4[1] - 10 * mm, CONCEPT)
    doek.setStrokeColor(HexColor(LIJN))
    doek.setLineWidth(0.6)
    doek.line(LINKS, 17 * mm, A4[0] - RECHTS, 17 * mm)
    _tekst(doek, LINKS, 12 * mm, blad.voet)
    doek.translate(A4[0] - RECHTS, 12 * mm)
    doek.doForm(f"{_BLADZIJDE}{doek.getPageNumber()}")
    doek.restoreState()


def _tekst(doek: Canvas, x: float, y: float, tekst: str) -> None:
    doek.setFont(GEWOON, 8)
    doek.setFillColor(HexColor(ZACHT))
    doek.drawString(x, y, zonder_verbinders(netjes(tekst)).replace("\n", " ")[:90])
