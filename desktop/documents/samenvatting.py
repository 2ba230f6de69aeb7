"""The summary of an intake as a PDF, in Dutch, for the file."""

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
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    Image,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from desktop.documents.gegevens import Domeinblok, Keus, Samenvatting
from desktop.documents.huisstijl import (
    AANDACHT,
    BRONVERMELDING,
    GEWOON,
    INKT,
    LIJN,
    VET,
    VLAK,
    ZACHT,
    Huisstijl,
    meld_letters_aan,
)
from desktop.documents.radar import radar

MARGE = 20 * mm
BREEDTE = A4[0] - 2 * MARGE


def _stijl(naam: str, font: str, maat: float, regel: float, **rest: Any) -> ParagraphStyle:
    return ParagraphStyle(
        naam, fontName=font, fontSize=maat, leading=regel, alignment=TA_LEFT, **rest
    )


_TITEL = _stijl("titel", VET, 20, 26, textColor=HexColor(INKT))
_KOP = _stijl("kop", VET, 13, 18, textColor=HexColor(INKT), spaceBefore=10, spaceAfter=4)
_DOMEIN = _stijl("domein", VET, 12, 16, textColor=HexColor(INKT))
_GEWOON = _stijl("gewoon", GEWOON, 9.5, 13.5, textColor=HexColor(INKT))
_VRAAG = _stijl("vraag", GEWOON, 9, 13, textColor=HexColor(ZACHT))
_KLEIN = _stijl("klein", GEWOON, 8, 11, textColor=HexColor(ZACHT))
_LET_OP = _stijl("let-op", GEWOON, 9, 13, textColor=HexColor(AANDACHT))


def maak_samenvatting(gegevens: Samenvatting, stijl: Huisstijl) -> bytes:
    """The PDF as bytes. Every typed text is escaped before it meets ReportLab's markup."""
    meld_letters_aan()
    bak = BytesIO()
    document = SimpleDocTemplate(
        bak,
        pagesize=A4,
        leftMargin=MARGE,
        rightMargin=MARGE,
        topMargin=18 * mm,
        bottomMargin=22 * mm,
        title=f"Samenvatting brede intake {gegevens.nummer}",
        author="Viergesprek",
        lang="nl",
    )
    verhaal: list[Flowable] = [
        *_hoofd(gegevens),
        *_sterk(gegevens),
        *_wensen(gegevens),
        *_afspraken(gegevens),
        *_beeld(gegevens, stijl),
    ]
    for blok in gegevens.domeinen:
        verhaal += _domein(blok, stijl)
    verhaal += _slot(gegevens)
    document.build(verhaal, canvasmaker=_canvas_met_voet(gegevens))
    return bak.getvalue()


def _tekst(tekst: str, stijl: ParagraphStyle = _GEWOON) -> Paragraph:
    return Paragraph(escape(tekst).replace("\n", "<br/>"), stijl)


def _tabel(rijen: list[list[Flowable]], breedtes: list[float], *extra: tuple[Any, ...]) -> Table:
    # A row may be longer than a page: somebody told a whole story.
    tabel = Table(rijen, colWidths=breedtes, hAlign="LEFT", splitInRow=1)
    tabel.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                *extra,
            ]
        )
    )
    return tabel


def _wat_staat_erin(keus: Keus) -> str:
    if keus.gezondheid and keus.afgeschermd:
        return "Met gezondheid en met afgeschermde notities."
    if keus.gezondheid:
        return "Met gezondheid, zonder afgeschermde notities."
    if keus.afgeschermd:
        return "Zonder gezondheid, met afgeschermde notities."
    return "Zonder gezondheid en zonder afgeschermde notities."


def _hoofd(g: Samenvatting) -> list[Flowable]:
    feiten = [
        ("Cliënt", g.naam),
        ("Geboren", g.geboren),
        ("Dossier", g.nummer),
        ("Gemeente", g.gemeente),
        ("Taal van het gesprek", g.taal),
        ("Klantmanager", g.klantmanager),
        ("Afgesloten", f"{g.gesloten_op:%d-%m-%Y}" if g.gesloten_op else "Nog niet afgesloten"),
        ("Deze afdruk", f"{g.gemaakt_op:%d-%m-%Y}. {_wat_staat_erin(g.keus)}"),
    ]
    rijen: list[list[Flowable]] = [
        [_tekst(naam, _VRAAG), _tekst(waarde)] for naam, waarde in feiten if waarde
    ]
    uit: list[Flowable] = [
        _tekst("Samenvatting brede intake", _TITEL),
        Spacer(1, 6),
        _tabel(rijen, [38 * mm, BREEDTE - 38 * mm]),
        _tekst("Wie er waren", _KOP),
    ]
    for zitting in g.zittingen:
        regels = [_tekst(f"{zitting.wanneer}, {zitting.waar}")]
        regels += [_tekst(f"• {wie}") for wie in zitting.aan_tafel]
        regels.append(_tekst(f"• Tolk: {zitting.tolk}"))
        uit.append(KeepTogether([*regels, Spacer(1, 4)]))
    if not g.zittingen:
        uit.append(_tekst("Er is nog geen zitting gepland."))
    return uit


def _sterk(g: Samenvatting) -> list[Flowable]:
    if not g.sterke_punten:
        return []
    tabel = _tabel(
        [[_tekst("Wat goed gaat", _DOMEIN)], [_tekst(g.sterke_punten)]],
        [BREEDTE],
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(VLAK)),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (0, 0), 8),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 10),
    )
    return [Spacer(1, 8), KeepTogether(tabel)]


def _wensen(g: Samenvatting) -> list[Flowable]:
    rijen: list[list[Flowable]] = [
        [_tekst(kop, _VRAAG), _tekst(tekst)]
        for kop, tekst in (
            ("Over één jaar", g.wens_een_jaar),
            ("Over drie jaar", g.wens_drie_jaar),
            ("Teruggezegd door de cliënt", g.teach_back),
        )
        if tekst
    ]
    if not rijen:
        return []
    tabel = _tabel(rijen, [38 * mm, BREEDTE - 38 * mm])
    return [KeepTogether([_tekst("Wensen", _KOP), tabel])]


def _afspraken(g: Samenvatting) -> list[Flowable]:
    if not g.afspraken:
        return []
    rijen: list[list[Flowable]] = [
        [
            _tekst(f"{a.datum:%d-%m-%Y}" if a.datum else "Datum volgt", _VRAAG),
            _tekst(a.wat),
            _tekst(a.wie),
        ]
        for a in g.afspraken
    ]
    tabel = _tabel(
        rijen,
        [38 * mm, BREEDTE - 88 * mm, 50 * mm],
        ("LINEBELOW", (0, 0), (-1, -2), 0.5, HexColor(LIJN)),
    )
    return [KeepTogether([_tekst("Afspraken", _KOP), tabel])]


def _beeld(g: Samenvatting, stijl: Huisstijl) -> list[Flowable]:
    if all(s.klantmanager is None and s.client is None for s in g.scores):
        return []
    return [
        KeepTogether(
            [
                _tekst("De tien leefdomeinen in één beeld", _KOP),
                radar(g.scores, stijl.tinten),
            ]
        )
    ]


def _domein(blok: Domeinblok, stijl: Huisstijl) -> list[Flowable]:
    kop = _domeinkop(blok, stijl)
    regels: list[Flowable] = []
    if blok.overgeslagen is not None:
        zin = f"Niet gevraagd: {blok.overgeslagen}" if blok.overgeslagen else "Niet gevraagd."
        regels.append(_tekst(zin))
    if blok.score:
        regels.append(Paragraph(f"<b>Score {escape(blok.score)}</b>", _GEWOON))
        if blok.reden:
            regels.append(_tekst(blok.reden))
        regels.append(Spacer(1, 4))
    if blok.antwoorden:
        regels.append(_antwoorden(blok))
    regels += [_tekst(f"Notitie: {tekst}") for tekst in blok.notities]
    if blok.weggelaten:
        regels.append(
            _tekst(
                "Eén antwoord of notitie staat niet in deze afdruk."
                if blok.weggelaten == 1
                else f"{blok.weggelaten} antwoorden en notities staan niet in deze afdruk.",
                _KLEIN,
            )
        )
    if not regels:
        regels = [_tekst("Nog niet besproken.", _KLEIN)]
    return [CondPageBreak(40 * mm), kop, *regels]


def _domeinkop(blok: Domeinblok, stijl: Huisstijl) -> Flowable:
    """A bar in the domain's tint, its pictogram and its name."""
    tint = HexColor(stijl.tinten.get(blok.code, INKT))
    beeld: Flowable = Spacer(1, 1)
    if png := stijl.beelden.get(blok.code):
        beeld = Image(BytesIO(png), width=7 * mm, height=7 * mm)
    tabel = _tabel(
        [[beeld, _tekst(blok.titel, _DOMEIN)]],
        [10 * mm, BREEDTE - 10 * mm],
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, -1), 1.6, tint),
    )
    tabel.spaceBefore, tabel.spaceAfter = 14, 5
    tabel.keepWithNext = True
    return tabel


def _antwoorden(blok: Domeinblok) -> Table:
    rijen: list[list[Flowable]] = [
        [_tekst(antwoord.vraag, _VRAAG), _tekst("\n".join(antwoord.regels))]
        for antwoord in blok.antwoorden
    ]
    return _tabel(
        rijen,
        [BREEDTE * 0.46, BREEDTE * 0.54],
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )


def _slot(g: Samenvatting) -> list[Flowable]:
    uit: list[Flowable] = [Spacer(1, 14)]
    if g.open_vragen or g.sluitreden:
        uit.append(_tekst(f"Niet gevraagd: {g.open_vragen} vragen. {g.sluitreden}".strip()))
    if g.weggelaten:
        uit.append(_tekst(f"{_wat_staat_erin(g.keus)} Weggelaten: {g.weggelaten}.", _LET_OP))
    uit += [Spacer(1, 6), _tekst(BRONVERMELDING, _KLEIN)]
    return [KeepTogether(uit)]


def _canvas_met_voet(g: Samenvatting) -> type[Canvas]:
    """A canvas that knows the number of pages when it writes the feet."""

    class MetVoet(Canvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._bladen: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._bladen.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for n, blad in enumerate(self._bladen, 1):
                self.__dict__.update(blad)
                self.setFont(GEWOON, 8)
                self.setFillColor(HexColor(ZACHT))
                self.drawString(MARGE, 12 * mm, f"Dossier {g.nummer}, vertrouwelijk")
                self.drawRightString(
                    A4[0] - MARGE, 12 * mm, f"Bladzijde {n} van {len(self._bladen)}"
                )
                super().showPage()
            super().save()

    return MetVoet
