"""What every Dutch paper is set with: sizes, letters, tables, and the foot of each page.

ReportLab reads markup in a paragraph, so every text that a person typed goes through `alinea`.
Call `meld_letters_aan` before the first one.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from desktop.documents.huisstijl import AANDACHT, GEWOON, INKT, VET, ZACHT
from desktop.documents.papiertekst import in_regels, ruimte_van
from desktop.documents.pdfa import als_pdfa

MARGE = 20 * mm
BREEDTE = A4[0] - 2 * MARGE
MEESTE_REGELS = 200
"""An answer has a line for each thing that was chosen."""
LANG = 1_000
"""Letters; a text that is longer may be broken over pages within its row."""


def stijl(naam: str, font: str, maat: float, regel: float, **rest: Any) -> ParagraphStyle:
    """A paragraph style: name, font, size and line height in points."""
    return ParagraphStyle(
        naam, fontName=font, fontSize=maat, leading=regel, alignment=TA_LEFT, **rest
    )


TITEL = stijl("titel", VET, 20, 26, textColor=HexColor(INKT))
KOP = stijl("kop", VET, 13, 18, textColor=HexColor(INKT), spaceBefore=10, spaceAfter=4)
DOMEIN = stijl("domein", VET, 12, 16, textColor=HexColor(INKT))
LOPEND = stijl("gewoon", GEWOON, 9.5, 13.5, textColor=HexColor(INKT))
VRAAG = stijl("vraag", GEWOON, 9, 13, textColor=HexColor(ZACHT))
KLEIN = stijl("klein", GEWOON, 8, 11, textColor=HexColor(ZACHT))
LET_OP = stijl("let-op", GEWOON, 9, 13, textColor=HexColor(AANDACHT))


def alinea(woorden: str, vorm: ParagraphStyle = LOPEND) -> Paragraph:
    """A paragraph of plain text; what was typed can be no markup."""
    return _met_ruimte(woorden, escape(woorden), vorm)


def alinea_met_klein(woorden: str, klein: str) -> Paragraph:
    """The same with small words under it, in one: a page never ends between the two."""
    onder = f'\n<font size="8" color="{ZACHT}">{escape(klein)}</font>' if klein else ""
    return _met_ruimte(f"{woorden}\n{klein}", f"{escape(woorden)}{onder}", LOPEND)


def _met_ruimte(kaal: str, opgemaakt: str, vorm: ParagraphStyle) -> Paragraph:
    deel = Paragraph(in_regels(opgemaakt, MEESTE_REGELS).replace("\n", "<br/>"), vorm)
    deel.ruimte = ruimte_van(in_regels(kaal, MEESTE_REGELS))
    return deel


def raster(rijen: list[list[Flowable]], breedtes: list[float], *extra: tuple[Any, ...]) -> Table:
    """Rows without lines; `extra` are commands of ReportLab's table style."""
    # A row may be longer than a page: somebody told a whole story. Any other stays together.
    lang = any(ruimte(cel) > LANG for rij in rijen for cel in rij)
    nieuw = Table(rijen, colWidths=breedtes, hAlign="LEFT", splitInRow=int(lang))
    nieuw.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), GEWOON),  # else it names one that is not there
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                *extra,
            ]
        )
    )
    return nieuw


def ruimte(cel: Flowable) -> int:
    """How much room the text in a cell takes, in letters; of what is no text, none."""
    return int(getattr(cel, "ruimte", 0))


def zet(verhaal: list[Flowable], *, titel: str, nummer: str) -> bytes:
    """The PDF/A; each page names the dossier number and which page it is."""
    bak = BytesIO()
    document = SimpleDocTemplate(
        bak,
        pagesize=A4,
        leftMargin=MARGE,
        rightMargin=MARGE,
        topMargin=18 * mm,
        bottomMargin=22 * mm,
        title=titel,
        author="Viergesprek",
        lang="nl",
    )
    document.build(verhaal, canvasmaker=_canvas_met_voet(nummer))
    return als_pdfa(bak.getvalue(), titel=titel)


def _canvas_met_voet(nummer: str) -> type[Canvas]:
    """A canvas that knows the number of pages when it writes the feet."""

    class MetVoet(Canvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            # ReportLab names its own letter on each page, which is not in the file.
            super().__init__(*args, **{**kwargs, "initialFontName": GEWOON})
            self._bladen: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._bladen.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for n, blad in enumerate(self._bladen, 1):
                self.__dict__.update(blad)
                self.setFont(GEWOON, 8)
                self.setFillColor(HexColor(ZACHT))
                self.drawString(MARGE, 12 * mm, f"Dossier {nummer}, vertrouwelijk")
                self.drawRightString(
                    A4[0] - MARGE, 12 * mm, f"Bladzijde {n} van {len(self._bladen)}"
                )
                super().showPage()
            super().save()

    return MetVoet
