"""Texts in two languages side by side: Dutch left, the client's language right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.models.prompts import Tekst
from desktop.taal import _
from desktop.views import stijl
from desktop.views.client.maat import breekbaar, schrijf

MATEN = tuple(range(40, 14, -2))
"""Letters of the question in pixels, largest first; the rest follows from them."""

TUSSEN = 32
"""Between the two columns."""

_DEEL = {"zin": 1.0, "optie": 0.78, "antwoord": 0.86, "daarna": 0.62, "woord": 0.6}


@dataclass(frozen=True)
class Rij:
    """One line: what it is, and its text in both languages."""

    soort: str
    nederlands: str
    eigen: str
    vertaald: bool = True
    gekozen: bool = False
    kop: str = ""
    """A word or a code before the Dutch."""


def rij_van(soort: str, tekst: Tekst, *, gekozen: bool = False, kop: str = "") -> Rij:
    """A text as a line."""
    return Rij(soort, tekst.nederlands, tekst.tekst, tekst.vertaald, gekozen, kop)


@lru_cache(maxsize=8192)
def _hoogte(tekst: str, breed: int, pixels: int, vet: bool) -> int:
    maten = QFontMetrics(stijl.letter(pixels, vet=vet))
    vak = QRect(0, 0, max(40, breed), 100_000)
    return maten.boundingRect(vak, int(Qt.TextFlag.TextWordWrap), tekst or " ").height()


@lru_cache(maxsize=8192)
def _breedste(tekst: str, pixels: int, vet: bool) -> int:
    """Width of the widest word: a word is never broken."""
    maten = QFontMetrics(stijl.letter(pixels, vet=vet))
    return max((maten.horizontalAdvance(woord) for woord in breekbaar(tekst)), default=0)


class Rijenblad(QWidget):
    """Paints the lines; `een` when there is only Dutch. Knows its height at each letter size."""

    def __init__(
        self, parent: QWidget, *, grootst: int = MATEN[0], kleinst: int = MATEN[-1]
    ) -> None:
        super().__init__(parent)
        self._rijen: tuple[Rij, ...] = ()
        self._rtl = self._een = False
        self._maten = tuple(m for m in MATEN if kleinst <= m <= grootst)
        self.maat = self._maten[-1]
        self._breed = 0

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """The lines that are painted."""
        return self._rijen

    def toon(self, rijen: Sequence[Rij], *, rtl: bool, een: bool) -> None:
        """Shows these lines."""
        nieuw = (tuple(rijen), rtl, een)
        if nieuw == (self._rijen, self._rtl, self._een):
            return
        self._rijen, self._rtl, self._een = nieuw
        regels = [
            f"{r.kop} {r.nederlands}" if een else f"{r.kop} {r.nederlands} – {r.eigen}"
            for r in self._rijen
        ]
        self.setAccessibleName("\n".join(regel.strip() for regel in regels))
        self.updateGeometry()
        self.update()

    def pas_in(self, breed: int, hoog: int) -> int:
        """Takes the largest letters that fit this room; returns the height that they need."""
        nodig, self._breed = 0, breed
        for maat in self._maten:
            self.maat = maat
            nodig = self.hoogte_bij(breed, maat)
            if nodig <= hoog and self._woorden_passen(breed, maat):
                break
        self.update()
        return nodig

    def _woorden_passen(self, breed: int, maat: int) -> bool:
        for rij in self._rijen:
            pixels, vet = self._letter(rij, maat)
            kolom = self._kolommen(breed, maat, rij)[1]
            eigen = "" if self._een else self._rechts(rij)
            if _breedste(f"{self._links(rij)} {eigen}", pixels, vet) > kolom:
                return False
        return True

    def hoogte_bij(self, breed: int, maat: int) -> int:
        """Height of all lines in letters of this size."""
        return sum(hoog for _rij, _y, hoog in self._verdeel(breed, maat)) + maat // 2

    def sizeHint(self) -> QSize:
        return QSize(400, self.hoogte_bij(max(200, self.width()), self.maat))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 24)

    def _letter(self, rij: Rij, maat: int) -> tuple[int, bool]:
        return max(13, round(maat * _DEEL[rij.soort])), rij.soort == "zin" or rij.gekozen

    def _kolommen(self, breed: int, maat: int, rij: Rij) -> tuple[int, int, int]:
        """Indent for a mark, width of the Dutch, where the other column begins."""
        inspring = round(maat * 0.95) if rij.soort == "optie" else 4
        if self._een:
            return inspring, breed - 2 * inspring, breed
        helft = (breed - TUSSEN) // 2
        return inspring, helft - inspring, helft + TUSSEN

    def _verdeel(self, breed: int, maat: int) -> list[tuple[Rij, int, int]]:
        """Every line with its top and its height."""
        uit, y = [], 0
        for rij in self._rijen:
            pixels, vet = self._letter(rij, maat)
            _inspring, kolom, _begin = self._kolommen(breed, maat, rij)
            hoog = _hoogte(self._links(rij), kolom, pixels, vet)
            if not self._een:
                hoog = max(hoog, _hoogte(self._rechts(rij), kolom, pixels, vet))
            lucht = round(maat * (0.4 if rij.soort in ("optie", "zin") else 0.3))
            uit.append((rij, y, hoog + lucht))
            y += hoog + lucht
        return uit

    def _links(self, rij: Rij) -> str:
        return f"{rij.kop}  {rij.nederlands}" if rij.kop else rij.nederlands

    def _rechts(self, rij: Rij) -> str:
        return rij.eigen if rij.vertaald else _("(nog niet vertaald)")

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kleur, breed = stijl.kleuren(), self._breed or self.width()
        for rij, y, hoog in self._verdeel(breed, self.maat):
            pixels, vet = self._letter(rij, self.maat)
            inspring, kolom, begin = self._kolommen(breed, self.maat, rij)
            vak = QRectF(0, y + 2, breed, hoog - 4)
            if not vak.intersects(QRectF(gebeurtenis.rect())):
                continue  # scrolled out of sight
            if rij.gekozen:
                painter.setPen(QPen(QColor(kleur.accent), 2))
                painter.setBrush(QColor(kleur.accent_vlak))
                painter.drawRoundedRect(vak.adjusted(1, 0, -1, 0), 8, 8)
            if rij.soort == "optie":
                self._merk(painter, QPointF(inspring * 0.5, vak.center().y()), rij.gekozen)
            zacht = rij.soort in ("daarna", "woord")
            painter.setPen(QColor(kleur.inkt_zacht if zacht else kleur.inkt))
            links = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            woorden = QRectF(inspring, vak.y(), kolom, vak.height())
            schrijf(painter, woorden, self._links(rij), pixels, vet=vet, uitlijning=links)
            if self._een:
                continue
            painter.setPen(QColor(kleur.inkt if rij.vertaald else kleur.inkt_zacht))
            woorden = QRectF(begin, vak.y(), kolom, vak.height())
            schrijf(
                painter,
                woorden,
                self._rechts(rij),
                pixels,
                vet=vet and rij.vertaald,
                rtl=self._rtl and rij.vertaald,
                uitlijning=links,
            )
        if not self._een and self._rijen:
            painter.setPen(QPen(QColor(kleur.rand), 1))
            midden = (breed - TUSSEN) // 2 + TUSSEN // 2
            painter.drawLine(midden, 4, midden, self.height() - 4)

    def _merk(self, painter: QPainter, midden: QPointF, gekozen: bool) -> None:
        """A ring; a tick in it when the client chose this."""
        kleur, straal = stijl.kleuren(), self.maat * 0.26
        painter.setPen(QPen(QColor(kleur.accent if gekozen else kleur.rand_sterk), 2))
        painter.setBrush(QColor(kleur.accent if gekozen else kleur.blad))
        painter.drawEllipse(midden, straal, straal)
        if not gekozen:
            return
        painter.setPen(QPen(QColor(kleur.accent_inkt), max(2.0, straal * 0.3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = midden.x(), midden.y()
        punten = ((-0.45, 0.05), (-0.1, 0.4), (0.5, -0.35))
        painter.drawPolyline(
            QPolygonF([QPointF(x + dx * straal, y + dy * straal) for dx, dy in punten])
        )
