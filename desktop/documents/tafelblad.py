"""A Dutch list as rows and columns over as many pages as it needs, painted by Qt.

For lists with names of people: Qt shapes a name in any script, and reads no markup. Lengths are in
points. Needs a QGuiApplication that knows Kurinto Sans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.documents.huisstijl import ACCENT, INKT, LIJN, VLAK, ZACHT
from desktop.documents.pdfa import als_pdfa
from desktop.documents.pdfpapier import op_papier
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.documents.toetsbeelden import passend

A4 = (595.0, 842.0)
MARGE, BOVEN, ONDER = 40.0, 84.0, 46.0
CELRUIMTE = 8.0
HOOGSTE_CEL = 60.0


@dataclass(frozen=True)
class Kolom:
    """A column: its heading and its part of the width. `vakje`: a box to tick by hand."""

    kop: str
    deel: float
    vakje: bool = False
    vet: bool = False


@dataclass(frozen=True)
class Groep:
    """Rows under one heading. A row has a text for every column; of a box it is empty."""

    kop: str
    onderkop: str
    rijen: tuple[tuple[str, ...], ...]
    leeg: str = ""
    """What stands there when there are no rows."""


@dataclass(frozen=True)
class Tafelblad:
    """The whole list. `voet` says for whom it is, and what to do with it."""

    titel: str
    onder: str
    kolommen: tuple[Kolom, ...]
    groepen: tuple[Groep, ...]
    voet: str


def maak_tafelblad(blad: Tafelblad) -> bytes:
    """The list as a PDF/A, upright A4."""
    zetter = Zetter()
    opmaker = _Opmaker(blad, zetter)
    bladzijden = opmaker.bladzijden()
    with op_papier(blad.titel) as papier:
        for nummer, regels in enumerate(bladzijden, 1):
            if nummer > 1:
                papier.schrijver.newPage()
            opmaker.teken(papier.painter, regels, nummer, len(bladzijden))
    return als_pdfa(zetter.leesbaar(papier.pdf), titel=blad.titel)


@dataclass
class _Regel:
    """One line over the whole width, laid out. `stukken`: (x, text, ink)."""

    stukken: list[tuple[float, Gezet, str]]
    hoog: float
    vakjes: tuple[float, ...] = ()
    streep: bool = False
    vlak: bool = False
    boven: float = 0.0
    """Air above the text."""


class _Opmaker:
    """Lays rows out over pages; a heading never stands alone at the foot of one."""

    def __init__(self, blad: Tafelblad, zetter: Zetter) -> None:
        self._blad, self._zetter = blad, zetter
        self._breed, self._hoog = A4
        alle = sum(kolom.deel for kolom in blad.kolommen)
        ruim = self._breed - 2 * MARGE
        self._breedtes = [kolom.deel / alle * ruim for kolom in blad.kolommen]
        self._links = [MARGE + sum(self._breedtes[:n]) for n in range(len(self._breedtes))]

    def bladzijden(self) -> list[list[tuple[float, _Regel]]]:
        """Every page: lines with their top."""
        uit: list[list[tuple[float, _Regel]]] = [[]]
        y, onder = BOVEN, self._hoog - ONDER
        for groep in self._blad.groepen:
            koppen = list(self._koppen(groep))
            rijen = [self._rij(rij) for rij in groep.rijen] or [self._los(groep.leeg, 10, ZACHT)]
            nodig = sum(r.hoog for r in koppen) + rijen[0].hoog
            if y + nodig > onder and uit[-1]:
                uit.append([])
                y = BOVEN
            for regel in (*koppen, *rijen):
                if y + regel.hoog > onder and uit[-1]:
                    uit.append([])
                    y = BOVEN
                    kop = self._kolomkop()
                    uit[-1].append((y, kop))
                    y += kop.hoog
                uit[-1].append((y, regel))
                y += regel.hoog
            y += 12
        return uit

    def _koppen(self, groep: Groep) -> Iterator[_Regel]:
        if groep.kop:
            yield self._los(groep.kop, 13, INKT, vet=True)
        if groep.onderkop:
            yield self._los(groep.onderkop, 9.5, ZACHT)
        if groep.rijen:
            yield self._kolomkop()

    def _los(self, tekst: str, maat: float, kleur: str, *, vet: bool = False) -> _Regel:
        vak = QRectF(0, 0, self._breed - 2 * MARGE, HOOGSTE_CEL)
        gezet = passend(self._zetter, tekst, vak, maat, vet=vet)
        return _Regel([(MARGE, gezet, kleur)], gezet.hoog + 4)

    def _cel(self, n: int, tekst: str, maat: float, *, vet: bool) -> Gezet:
        vak = QRectF(0, 0, self._breedtes[n] - CELRUIMTE, HOOGSTE_CEL)
        return passend(self._zetter, tekst, vak, maat, vet=vet)

    def _kolomkop(self) -> _Regel:
        stukken = [
            (self._links[n] + 4, self._cel(n, kolom.kop, 8, vet=True), ZACHT)
            for n, kolom in enumerate(self._blad.kolommen)
        ]
        hoog = max((gezet.hoog for _x, gezet, _k in stukken), default=10)
        return _Regel(stukken, hoog + 8, vlak=True, boven=4)

    def _rij(self, rij: Sequence[str]) -> _Regel:
        stukken, vakjes = [], []
        for n, (kolom, tekst) in enumerate(zip(self._blad.kolommen, rij, strict=True)):
            if kolom.vakje:
                vakjes.append(self._links[n] + 4)
            elif tekst:
                gezet = self._cel(n, tekst, 10, vet=kolom.vet)
                stukken.append((self._links[n] + 4, gezet, INKT))
        hoog = max((gezet.hoog for _x, gezet, _k in stukken), default=12)
        return _Regel(stukken, max(hoog + 10, 26), tuple(vakjes), streep=True, boven=5)

    def teken(
        self, painter: QPainter, regels: list[tuple[float, _Regel]], nummer: int, alle: int
    ) -> None:
        """Paints one page with its head and foot."""
        breed = self._breed - 2 * MARGE
        self._tekst(painter, self._blad.titel, QRectF(MARGE, 34, breed, 26), 18, INKT, vet=True)
        self._tekst(painter, self._blad.onder, QRectF(MARGE, 60, breed, 14), 9.5, ZACHT)
        for y, regel in regels:
            vak = QRectF(MARGE, y, breed, regel.hoog)
            if regel.vlak:
                painter.fillRect(vak, QColor(VLAK))
            if regel.streep:
                painter.fillRect(QRectF(MARGE, y + regel.hoog - 0.6, breed, 0.6), QColor(LIJN))
            for x, gezet, kleur in regel.stukken:
                self._zetter.teken(painter, gezet, x, y + regel.boven, kleur)
            for x in regel.vakjes:
                painter.setPen(QColor(ACCENT))
                painter.drawRect(QRectF(x, y + 6, 12, 12))
        voet = QRectF(MARGE, self._hoog - 30, breed - 110, 12)
        self._tekst(painter, self._blad.voet, voet, 7.5, ZACHT)
        van = QRectF(self._breed - MARGE - 90, self._hoog - 30, 90, 12)
        self._tekst(painter, f"Bladzijde {nummer} van {alle}", van, 7.5, ZACHT)

    def _tekst(
        self,
        painter: QPainter,
        tekst: str,
        vak: QRectF,
        maat: float,
        kleur: str,
        *,
        vet: bool = False,
    ) -> None:
        gezet = passend(self._zetter, tekst, vak, maat, vet=vet)
        self._zetter.teken(painter, gezet, vak.x(), vak.y(), kleur)
