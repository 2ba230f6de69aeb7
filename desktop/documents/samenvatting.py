"""The summary of an intake as a PDF, in Dutch, for the file."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    Image,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
)

from desktop.documents.gegevens import Domeinblok, Keus, Samenvatting
from desktop.documents.huisstijl import (
    BRONVERMELDING,
    INKT,
    LIJN,
    VLAK,
    Huisstijl,
    meld_letters_aan,
)
from desktop.documents.papier import (
    BREEDTE,
    DOMEIN,
    KLEIN,
    KOP,
    LET_OP,
    LOPEND,
    TITEL,
    VRAAG,
    alinea,
    raster,
    zet,
)
from desktop.documents.radar import radar
from desktop.taal import in_het_nederlands


@in_het_nederlands()
def maak_samenvatting(gegevens: Samenvatting, stijl: Huisstijl) -> bytes:
    """The PDF as bytes. Every typed text is escaped before it meets ReportLab's markup."""
    meld_letters_aan()
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
    return zet(
        verhaal, titel=f"Samenvatting brede intake {gegevens.nummer}", nummer=gegevens.nummer
    )


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
        [alinea(naam, VRAAG), alinea(waarde)] for naam, waarde in feiten if waarde
    ]
    uit: list[Flowable] = [
        alinea("Samenvatting brede intake", TITEL),
        Spacer(1, 6),
        raster(rijen, [38 * mm, BREEDTE - 38 * mm]),
        alinea("Wie er waren", KOP),
    ]
    for zitting in g.zittingen:
        regels = [alinea(f"{zitting.wanneer}, {zitting.waar}")]
        regels += [alinea(f"• {wie}") for wie in zitting.aan_tafel]
        regels.append(alinea(f"• Tolk: {zitting.tolk}"))
        if zitting.tolktijd:
            regels.append(alinea(f"• Tolktijd: {zitting.tolktijd}"))
        uit.append(KeepTogether([*regels, Spacer(1, 4)]))
    if not g.zittingen:
        uit.append(alinea("Er is nog geen zitting gepland."))
    return uit


def _sterk(g: Samenvatting) -> list[Flowable]:
    if not g.sterke_punten:
        return []
    tabel = raster(
        [[alinea("Wat goed gaat", DOMEIN)], [alinea(g.sterke_punten)]],
        [BREEDTE],
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(VLAK)),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (0, 0), 8),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 10),
    )
    return [Spacer(1, 8), KeepTogether(tabel)]


def _wensen(g: Samenvatting) -> list[Flowable]:
    rijen: list[list[Flowable]] = [
        [alinea(kop, VRAAG), alinea(tekst)]
        for kop, tekst in (
            ("Over één jaar", g.wens_een_jaar),
            ("Over drie jaar", g.wens_drie_jaar),
            ("Teruggezegd door de cliënt", g.teach_back),
        )
        if tekst
    ]
    if not rijen:
        return []
    tabel = raster(rijen, [38 * mm, BREEDTE - 38 * mm])
    return [KeepTogether([alinea("Wensen", KOP), tabel])]


def _afspraken(g: Samenvatting) -> list[Flowable]:
    if not g.afspraken:
        return []
    rijen: list[list[Flowable]] = [
        [
            alinea(f"{a.datum:%d-%m-%Y}" if a.datum else "Datum volgt", VRAAG),
            alinea(a.wat),
            alinea(a.wie),
        ]
        for a in g.afspraken
    ]
    tabel = raster(
        rijen,
        [38 * mm, BREEDTE - 88 * mm, 50 * mm],
        ("LINEBELOW", (0, 0), (-1, -2), 0.5, HexColor(LIJN)),
    )
    return [KeepTogether([alinea("Afspraken", KOP), tabel])]


def _beeld(g: Samenvatting, stijl: Huisstijl) -> list[Flowable]:
    if all(s.klantmanager is None and s.client is None for s in g.scores):
        return []
    return [
        KeepTogether(
            [
                alinea("De tien leefdomeinen in één beeld", KOP),
                radar(g.scores, stijl.tinten),
            ]
        )
    ]


def _domein(blok: Domeinblok, stijl: Huisstijl) -> list[Flowable]:
    kop = _domeinkop(blok, stijl)
    regels: list[Flowable] = []
    if blok.overgeslagen is not None:
        zin = f"Niet gevraagd: {blok.overgeslagen}" if blok.overgeslagen else "Niet gevraagd."
        regels.append(alinea(zin))
    if blok.score:
        regels.append(Paragraph(f"<b>Score {escape(blok.score)}</b>", LOPEND))
        if blok.reden:
            regels.append(alinea(blok.reden))
        regels.append(Spacer(1, 4))
    if blok.antwoorden:
        regels.append(_antwoorden(blok))
    regels += [alinea(f"Notitie: {tekst}") for tekst in blok.notities]
    if blok.weggelaten:
        regels.append(
            alinea(
                "Eén antwoord of notitie staat niet in deze afdruk."
                if blok.weggelaten == 1
                else f"{blok.weggelaten} antwoorden en notities staan niet in deze afdruk.",
                KLEIN,
            )
        )
    if not regels:
        regels = [alinea("Nog niet besproken.", KLEIN)]
    return [CondPageBreak(40 * mm), kop, *regels]


def _domeinkop(blok: Domeinblok, stijl: Huisstijl) -> Flowable:
    """A bar in the domain's tint, its pictogram and its name."""
    tint = HexColor(stijl.tinten.get(blok.code, INKT))
    beeld: Flowable = Spacer(1, 1)
    if png := stijl.beelden.get(blok.code):
        beeld = Image(BytesIO(png), width=7 * mm, height=7 * mm)
    tabel = raster(
        [[beeld, alinea(blok.titel, DOMEIN)]],
        [10 * mm, BREEDTE - 10 * mm],
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, -1), 1.6, tint),
    )
    tabel.spaceBefore, tabel.spaceAfter = 14, 5
    tabel.keepWithNext = True
    return tabel


def _antwoorden(blok: Domeinblok) -> Table:
    rijen: list[list[Flowable]] = [
        [alinea(antwoord.vraag, VRAAG), alinea("\n".join(antwoord.regels))]
        for antwoord in blok.antwoorden
    ]
    return raster(
        rijen,
        [BREEDTE * 0.46, BREEDTE * 0.54],
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )


def _slot(g: Samenvatting) -> list[Flowable]:
    uit: list[Flowable] = [Spacer(1, 14)]
    if g.open_vragen or g.sluitreden:
        uit.append(alinea(f"Niet gevraagd: {g.open_vragen} vragen. {g.sluitreden}".strip()))
    if g.weggelaten:
        uit.append(alinea(f"{_wat_staat_erin(g.keus)} Weggelaten: {g.weggelaten}.", LET_OP))
    uit += [Spacer(1, 6), alinea(BRONVERMELDING, KLEIN)]
    return [KeepTogether(uit)]
