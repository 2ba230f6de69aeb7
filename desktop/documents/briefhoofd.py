"""The head of a letter: logo and sender, the addressee in the window, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.huisstijl import ACCENT
from desktop.documents.papiertekst import op_een_regel
from desktop.documents.pippapier import BIJ, BOVEN, BREED, LINKS, NAAM, RECHTS, STERK, STRAK, alinea
from desktop.documents.plandruk import Gemeente, Plandruk, dag, plaatje, versienaam
from desktop.models.pipinhoud import Pipinhoud

HOOG = 118 * mm - BOVEN
"""Where the text begins, under the frame of the first page."""
_LOGO = (60 * mm, 20 * mm)
_LANGST = 80
"""Letters of a line in the head; the whole name stands in the letter itself."""
_VENSTER = (LINKS, A4[1] - 48 * mm, 85 * mm)
"""Left, top and width of the window of a Dutch envelope (C5 6/5, left)."""


def teken_briefhoofd(doek: Canvas, inhoud: Pipinhoud, druk: Plandruk, onderwerp: str) -> None:
    """Draws all above the text of the first page."""
    top = A4[1] - 16 * mm
    _logo(doek, druk.gemeente, top)
    _kolom(doek, A4[0] - RECHTS - 58 * mm, top + 2, 58 * mm, _afzender(druk.gemeente))
    x, y, breed = _VENSTER
    wie = inhoud.wie
    _kolom(doek, x, y, breed, [(r, STRAK) for r in (wie.naam, *wie.adres.splitlines())][:6])
    _kenmerken(doek, inhoud, druk, A4[1] - 82 * mm)
    doek.setStrokeColor(HexColor(ACCENT))
    doek.setLineWidth(1.2)
    doek.line(LINKS, A4[1] - 103 * mm, A4[0] - RECHTS, A4[1] - 103 * mm)
    _kolom(doek, LINKS, A4[1] - 105 * mm, BREED, [(f"Onderwerp: {onderwerp}", STERK)])


def _logo(doek: Canvas, gemeente: Gemeente, top: float) -> None:
    beeld = plaatje(gemeente.logo)
    if beeld is None:
        _kolom(doek, LINKS, top, 90 * mm, [(f"Gemeente {gemeente.naam}", NAAM)])
        return
    inhoud, verhouding = beeld
    breed = min(_LOGO[0], _LOGO[1] * verhouding)
    hoog = breed / verhouding
    doek.drawImage(ImageReader(inhoud), LINKS, top - hoog + 4, breed, hoog)


def _afzender(gemeente: Gemeente) -> list[tuple[str, ParagraphStyle]]:
    regels = [
        f"Gemeente {gemeente.naam}",
        *gemeente.adres.splitlines(),
        gemeente.postcode_plaats,
        gemeente.telefoon and f"Telefoon {gemeente.telefoon}",
        gemeente.email,
        gemeente.website,
    ]
    return [(regel, BIJ) for regel in regels if regel.strip()][:8]


def _kenmerken(doek: Canvas, inhoud: Pipinhoud, druk: Plandruk, y: float) -> None:
    """Date, reference, citizen service number and contact, in columns with their names above."""
    contact = "\n".join(
        deel for deel in (inhoud.contact.naam, inhoud.contact.telefoon) if deel.strip()
    )
    data = inhoud.data
    delen = [("Datum", dag(data.dagtekening, "volgt bij het vaststellen"))]
    if data.bekendmaking is not None and data.bekendmaking != data.dagtekening:
        delen.append(("Verstuurd op", dag(data.bekendmaking)))
    delen.append(("Ons kenmerk", versienaam(inhoud)))
    if druk.bsn:
        delen.append(("Uw burgerservicenummer", druk.bsn))
    if contact:
        delen.append(("Uw contactpersoon", contact))
    breed = BREED / len(delen)
    for n, (naam, waarde) in enumerate(delen):
        regels = [(naam, BIJ), *((regel, STRAK) for regel in waarde.splitlines()[:2])]
        _kolom(doek, LINKS + n * breed, y, breed - 6, regels)


def _kolom(
    doek: Canvas, x: float, top: float, breed: float, regels: Sequence[tuple[str, ParagraphStyle]]
) -> None:
    """Lines under one another; a line that is too long takes two, never the place of another."""
    y = top
    for tekst, vorm in regels:
        kort = op_een_regel(tekst)
        if len(kort) > _LANGST:
            kort = kort[: _LANGST - 1].rstrip() + "…"
        deel = alinea(kort, vorm)
        _b, hoog = deel.wrap(breed, A4[1])
        y -= hoog
        deel.drawOn(doek, x, y)
