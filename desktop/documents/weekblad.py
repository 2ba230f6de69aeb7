"""A week of sittings on one lying A4, by the clock; it names no client and may hang on a wall.

Lengths are in points. Needs a QGuiApplication that knows Kurinto Sans.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.documents.huisstijl import ACCENT, INKT, LIJN, VLAK, ZACHT
from desktop.documents.pdfa import als_pdfa
from desktop.documents.pdfpapier import op_papier
from desktop.documents.pdftekst import Zetter
from desktop.documents.toetsbeelden import midden_in, passend, vlak
from desktop.documents.toetsbriefgegevens import klokslag
from desktop.models.schoontekst import schoon
from desktop.models.toetstijd import banen_van, van_tot

TITEL = "Weekoverzicht leerbaarheidstoets"
BREED, HOOG = 842.0, 595.0
MARGE, BOVEN, ONDER = 36.0, 98.0, 40.0
KLOK = 40.0
WERKDAGEN, VROEG, LAAT = 5, 8, 17
"""Shown at least; a sitting outside them widens the page's days or hours."""
ZITTING, ZITTING_RAND = "#E4EEF8", "#9DBBDC"


@dataclass(frozen=True)
class Weekzitting:
    """One sitting as everybody may see it. `bezet` of `plekken` seats are taken."""

    datum: date
    begin: time
    einde: time
    plaats: str
    ruimte: str = ""
    begeleider: str = ""
    bezet: int = 0
    plekken: int = 0
    tolk: str = ""
    """Dutch name of the language of the interpreter who comes."""


@dataclass(frozen=True)
class Weekblad:
    """Seven days from a Monday. `gesloten`: a day with why, such as a public holiday."""

    maandag: date
    gemeente: str
    zittingen: tuple[Weekzitting, ...]
    gesloten: tuple[tuple[date, str], ...] = ()
    van: str = ""
    """The room or toetsbegeleider that it is of; empty for all."""


def maak_weekblad(blad: Weekblad) -> bytes:
    """The week as a PDF/A."""
    zetter = Zetter()
    with op_papier(TITEL, liggend=True) as papier:
        teken_weekblad(papier.painter, blad, zetter)
    return als_pdfa(zetter.leesbaar(papier.pdf), titel=TITEL)


def teken_weekblad(painter: QPainter, blad: Weekblad, zetter: Zetter | None = None) -> None:
    """Paints the week, BREED by HOOG points."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Week(painter, blad, zetter or Zetter()).zet()


class _Week:
    def __init__(self, painter: QPainter, blad: Weekblad, zetter: Zetter) -> None:
        self._p, self._blad, self._zetter = painter, blad, zetter
        week = [blad.maandag + timedelta(days=n) for n in range(7)]
        self._zittingen = [z for z in blad.zittingen if z.datum in week]
        laatste = max((week.index(z.datum) + 1 for z in self._zittingen), default=0)
        self._dagen = week[: max(WERKDAGEN, laatste)]
        self._van = min([VROEG, *(z.begin.hour for z in self._zittingen)])
        eindes = (z.einde.hour + (z.einde.minute > 0) for z in self._zittingen)
        self._tot = max([LAAT, *eindes])
        self._kolom = (BREED - 2 * MARGE - KLOK) / len(self._dagen)

    def zet(self) -> None:
        self._hoofd()
        self._raster()
        gesloten = dict(self._blad.gesloten)
        for n, dag in enumerate(self._dagen):
            if dag in gesloten:
                self._dicht(n, gesloten[dag])
            van_de_dag = sorted(
                (z for z in self._zittingen if z.datum == dag), key=lambda z: z.ruimte
            )
            for zitting, baan, banen in banen_van(van_de_dag):
                self._zitting(n, zitting, baan, banen)

    def _tekst(
        self, vak: QRectF, tekst: str, maat: float, kleur: str = INKT, *, vet: bool = False
    ) -> float:
        gezet = passend(self._zetter, tekst, vak, maat, vet=vet)
        self._zetter.teken(self._p, gezet, vak.x(), vak.y(), kleur)
        return gezet.hoog

    def _hoofd(self) -> None:
        from babel.dates import format_date

        week = self._blad.maandag.isocalendar()
        titel = f"Leerbaarheidstoets, week {week.week} van {week.year}"
        self._tekst(QRectF(MARGE, 28, BREED - 2 * MARGE, 26), titel, 18, vet=True)
        delen = (schoon(self._blad.gemeente), schoon(self._blad.van))
        onder = ". ".join(deel for deel in delen if deel)
        self._tekst(QRectF(MARGE, 54, BREED - 2 * MARGE, 14), onder, 9.5, ZACHT)
        for n, dag in enumerate(self._dagen):
            vak = QRectF(self._x(n), BOVEN - 22, self._kolom, 18)
            kop = format_date(dag, "EEEE d MMMM", locale="nl")
            midden_in(self._p, self._zetter, vak, kop, 10.5, INKT, vet=True)
        voet = QRectF(MARGE, HOOG - 28, BREED - 2 * MARGE, 11)
        self._tekst(voet, "Op dit blad staan geen namen van cliënten.", 7.5, ZACHT)

    def _x(self, dag: int) -> float:
        return MARGE + KLOK + dag * self._kolom

    def _y(self, uur: int, minuut: int = 0) -> float:
        deel = (uur - self._van + minuut / 60) / (self._tot - self._van)
        return BOVEN + deel * (HOOG - ONDER - BOVEN)

    def _raster(self) -> None:
        for uur in range(self._van, self._tot + 1):
            y = self._y(uur)
            self._p.fillRect(QRectF(MARGE + KLOK, y, BREED - 2 * MARGE - KLOK, 0.6), QColor(LIJN))
            if uur < self._tot:
                self._tekst(QRectF(MARGE, y - 1, KLOK - 6, 12), f"{uur:02d}:00", 8.5, ZACHT)
        for n in range(len(self._dagen) + 1):
            self._p.fillRect(QRectF(self._x(n), BOVEN, 0.6, HOOG - ONDER - BOVEN), QColor(LIJN))

    def _dicht(self, dag: int, reden: str) -> None:
        vak = QRectF(self._x(dag), BOVEN, self._kolom, HOOG - ONDER - BOVEN)
        self._p.fillRect(vak.adjusted(1, 1, -1, -1), QColor(VLAK))
        kop = QRectF(vak.x() + 6, BOVEN + 4, self._kolom - 12, 30)
        midden_in(self._p, self._zetter, kop, schoon(reden), 9.5, ZACHT)

    def _zitting(self, dag: int, zitting: Weekzitting, baan: int, banen: int) -> None:
        breed = (self._kolom - 4) / banen
        boven = self._y(zitting.begin.hour, zitting.begin.minute)
        onder = self._y(zitting.einde.hour, zitting.einde.minute)
        x = self._x(dag) + 2 + baan * breed
        vak = QRectF(x + 1, boven + 1, breed - 2, max(onder - boven - 2, 12))
        vlak(self._p, vak, ZITTING, ZITTING_RAND)
        regels = [
            (van_tot(klokslag(zitting.begin), klokslag(zitting.einde)), 9.0, ACCENT, True),
            (f"{zitting.bezet} van {zitting.plekken} plekken", 8.0, INKT, False),
            (schoon(zitting.ruimte) or schoon(zitting.plaats), 8.0, INKT, False),
            (schoon(zitting.begeleider), 8.0, ZACHT, False),
            (f"Tolk {schoon(zitting.tolk)}" if zitting.tolk else "", 8.0, ZACHT, False),
        ]
        y = vak.y() + 2
        for tekst, maat, kleur, vet in regels:
            ruim = min(vak.bottom() - y - 1, 22.0 if not vet else 14.0)
            if tekst and ruim >= 7:
                y += self._tekst(
                    QRectF(vak.x() + 5, y, vak.width() - 8, ruim), tekst, maat, kleur, vet=vet
                )
