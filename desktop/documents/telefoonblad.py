"""The sheet for the interpreter on the telephone: every question with its code, in two languages.

Shaped and painted by Qt, which sets every script right (design.md, "Parts we do not write").
Lengths are in points of an A4. Needs a QGuiApplication that knows Kurinto Sans; may run on any
thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.documents.huisstijl import INKT, LIJN, VLAK, ZACHT
from desktop.documents.pdfa import Bladwijzer, als_pdfa
from desktop.documents.pdfpapier import op_papier
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.documents.telefoonbladgegevens import Bladdeel, Bladregel, Telefoonblad
from desktop.models.prompts import Tekst

BREED, HOOG = 595.0, 842.0
MARGE, BOVEN, ONDER = 34.0, 52.0, 40.0
CODE = 46.0
TUSSEN = 14.0
VRAAG_MAAT, OPTIE_MAAT, KOP_MAAT, KLEIN_MAAT = 10.0, 8.5, 13.0, 7.5


@dataclass
class _Regel:
    """One line of both columns, laid out."""

    cellen: tuple[tuple[float, Gezet, str], ...]
    """(x, text, ink)."""
    hoog: float
    vlak: bool = False
    streep: bool = False


@dataclass
class _Blok:
    """Lines that stay on one page, unless they are longer than that."""

    regels: list[_Regel] = field(default_factory=list)
    kop: bool = False

    @property
    def hoog(self) -> float:
        return sum(regel.hoog for regel in self.regels)


def maak_telefoonblad(blad: Telefoonblad) -> bytes:
    """The sheet as a PDF/A."""
    zetter = Zetter()
    opmaker = _Opmaker(blad, zetter)
    bladzijden = opmaker.bladzijden()
    titel = f"Blad voor de tolk: {blad.taal}"
    with op_papier(titel) as papier:
        for nummer, regels in enumerate(bladzijden, 1):
            if nummer > 1:
                papier.schrijver.newPage()
            opmaker.teken(papier.painter, regels, nummer, len(bladzijden))
    koppen = [
        Bladwijzer(regel.cellen[0][1].tekst, nummer)
        for nummer, regels in enumerate(bladzijden)
        for _y, regel in regels
        if regel.vlak
    ]
    return als_pdfa(zetter.leesbaar(papier.pdf), titel=titel, bladwijzers=koppen)


class _Opmaker:
    """Lays the lines out over pages; the own language always stands in the right column."""

    def __init__(self, blad: Telefoonblad, zetter: Zetter) -> None:
        self._blad, self._zetter = blad, zetter
        ruim = BREED - 2 * MARGE - CODE
        self._kolom = (ruim - TUSSEN) / 2 if blad.tweetalig else ruim
        self._rechts = MARGE + CODE + self._kolom + TUSSEN

    def bladzijden(self) -> list[list[tuple[float, _Regel]]]:
        """Every page: lines with their top."""
        uit: list[list[tuple[float, _Regel]]] = [[]]
        y, onder = BOVEN, HOOG - ONDER
        blokken = list(self._blokken())
        for n, blok in enumerate(blokken):
            nodig = blok.hoog
            if blok.kop and n + 1 < len(blokken):
                nodig += min(blokken[n + 1].hoog, 120.0)  # a heading never ends a page
            if y + nodig > onder and y > BOVEN:
                uit.append([])
                y = BOVEN
            for regel in blok.regels:
                if y + regel.hoog > onder and y > BOVEN:
                    uit.append([])
                    y = BOVEN
                uit[-1].append((y, regel))
                y += regel.hoog
        return uit

    def _blokken(self) -> Iterator[_Blok]:
        yield _Blok([self._uitleg()])
        for deel in self._blad.delen:
            yield from self._deel(deel)
        if self._blad.woorden:
            titel = Tekst("Woordenlijst", "Woordenlijst", self._blad.delen[0].titel.status)
            yield _Blok([self._kop(titel, een=True)], kop=True)
            for woord in self._blad.woorden:
                yield _Blok([self._woord(woord.woord, woord.uitleg)])

    def _uitleg(self) -> _Regel:
        tekst = (
            "De klantmanager noemt een code, bijvoorbeeld WO05. Die code staat ook op het scherm "
            "van de cliënt. Lees de vraag en de antwoorden voor zoals ze er staan. Wat u hoort, is "
            "geheim. Op dit blad staat niets over de cliënt."
        )
        gezet = self._zetter.zet(tekst, BREED - 2 * MARGE, OPTIE_MAAT)
        return _Regel(((MARGE, gezet, ZACHT),), gezet.hoog + 6)

    def _deel(self, deel: Bladdeel) -> Iterator[_Blok]:
        yield _Blok([self._kop(deel.titel)], kop=True)
        for vraag in deel.vragen:
            yield _Blok([self._regel(regel, n == 0) for n, regel in enumerate(vraag)])

    def _kop(self, titel: Tekst, *, een: bool = False) -> _Regel:
        return self._rij("", titel, KOP_MAAT, vet=True, vlak=True, lucht=14, een=een)

    def _regel(self, regel: Bladregel, eerste: bool) -> _Regel:
        if regel.optie:
            return self._rij("", regel.tekst, OPTIE_MAAT, inspring=12, lucht=1)
        return self._rij(regel.code, regel.tekst, VRAAG_MAAT, vet=True, streep=eerste, lucht=4)

    def _woord(self, woord: str, uitleg: Tekst) -> _Regel:
        """The word before its explanation; it stays Dutch in both columns."""
        samen = Tekst(uitleg.tekst, f"{woord}: {uitleg.nederlands}", uitleg.status)
        return self._rij("", samen, OPTIE_MAAT, streep=True, lucht=4)

    def _rij(
        self,
        code: str,
        tekst: Tekst,
        maat: float,
        *,
        vet: bool = False,
        vlak: bool = False,
        streep: bool = False,
        inspring: float = 0,
        lucht: float = 2,
        een: bool = False,
    ) -> _Regel:
        breed = self._kolom - inspring
        links = self._zetter.zet(tekst.nederlands, breed, maat, vet=vet)
        cellen = [(MARGE + CODE + inspring, links, INKT)]
        if code:
            cellen.append((MARGE, self._zetter.zet(code, CODE, maat, vet=True), INKT))
        if self._blad.tweetalig and not een:
            rtl = self._blad.rechts_naar_links and tekst.vertaald
            woorden = tekst.tekst if tekst.vertaald else "(nog niet vertaald)"
            rechts = self._zetter.zet(woorden, breed, maat, vet=vet and tekst.vertaald, rtl=rtl)
            # Indented from the side where reading begins.
            x = self._rechts + (0 if rtl else inspring)
            cellen.append((x, rechts, INKT if tekst.vertaald else ZACHT))
        hoog = max(gezet.hoog for _x, gezet, _kleur in cellen)
        return _Regel(tuple(cellen), hoog + lucht, vlak, streep)

    def teken(
        self, painter: QPainter, regels: list[tuple[float, _Regel]], nummer: int, alle: int
    ) -> None:
        """Paints one page with its head and foot."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, regel in regels:
            vak = QRectF(MARGE - 6, y, BREED - 2 * MARGE + 12, regel.hoog)
            if regel.vlak:
                painter.fillRect(vak.adjusted(0, 6, 0, -2), QColor(VLAK))
            elif regel.streep:
                painter.fillRect(QRectF(vak.x(), y, vak.width(), 0.5), QColor(LIJN))
            for x, gezet, kleur in regel.cellen:
                naar_onder = 9 if regel.vlak else 1.5 if regel.streep else 0
                self._zetter.teken(painter, gezet, x, y + naar_onder, kleur)
        blad = self._blad
        self._klein(painter, f"Blad voor de tolk: {blad.taal}", MARGE, 24, 15.0, vet=True)
        eigen = self._zetter.zet(blad.eigen_naam, 200, 15.0, vet=True, rtl=blad.rechts_naar_links)
        # Of a right-to-left language the column begins at its right side.
        self._zetter.teken(painter, eigen, self._eigen_x(eigen), 24, INKT)
        self._klein(
            painter, "Viergesprek. Letter: Kurinto Sans, OFL.", MARGE, HOOG - 28, KLEIN_MAAT
        )
        self._klein(
            painter, f"Bladzijde {nummer} van {alle}", BREED - MARGE - 80, HOOG - 28, KLEIN_MAAT
        )

    def _eigen_x(self, eigen: Gezet) -> float:
        return BREED - MARGE - 200 if self._blad.rechts_naar_links else self._rechts

    def _klein(
        self, painter: QPainter, tekst: str, x: float, y: float, maat: float, *, vet: bool = False
    ) -> None:
        gezet = self._zetter.zet(tekst, BREED - x - 10, maat, vet=vet)
        self._zetter.teken(painter, gezet, x, y, INKT if vet else ZACHT)
