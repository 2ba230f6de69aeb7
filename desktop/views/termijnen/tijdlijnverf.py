"""Paints the timeline. Late and near are a square and a warm colour; never colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.models.termijn import Stand, Termijn
from desktop.taal import _
from desktop.views import stijl
from desktop.views.termijnen.tijdlijnmaat import Maat, Plek
from desktop.views.termijnen.woorden import maand_kort

RIJ, RIJEN = 24, 4
"""Height of a row of flags, and rows above and below the line."""
KOP, VOET = 24, 24
"""Room for the word of today, and for years and months."""
AFSTAND = 16
AS = KOP + RIJ * RIJEN + AFSTAND
ONDER = AS + AFSTAND + RIJ * RIJEN
HOOG = ONDER + VOET + 16
PUNT = 7
VLAGRAND = 8


class Punt(NamedTuple):
    """One date as it is drawn."""

    x: float
    naam: str
    dag: str
    stand: Stand
    aandacht: bool
    plek: Plek | None
    huidig: bool


def vlag_y(plek: Plek) -> int:
    """Top of a flag."""
    if plek.boven:
        return AS - AFSTAND - RIJ * (plek.rij + 1)
    return AS + AFSTAND + RIJ * plek.rij


class Tijdlijnverf:
    """Paints once; `links` is how far the line is scrolled."""

    def __init__(self, verf: QPainter, maat: Maat, links: float, breed: float) -> None:
        self.verf, self.maat, self.links, self.breed = verf, maat, links, breed
        self.k = stijl.kleuren()
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)

    def teken(
        self, punten: Sequence[Punt], vandaag: date, duur: Termijn | None, *, focus: bool
    ) -> None:
        """All of it, what matters most on top."""
        self._tikken()
        self._as(duur)
        for punt in punten:
            if punt.plek is not None:
                self._steel(punt)
        self._vandaag(self.maat.x(vandaag) - self.links)
        for punt in sorted(punten, key=lambda p: (p.huidig, p.aandacht)):
            self._punt(punt, focus=focus)
            if punt.plek is not None:
                self._vlag(punt, punt.plek, focus=focus)

    def _tikken(self) -> None:
        self.verf.setFont(stijl.letter(stijl.KLEIN))
        vrij_vanaf = -100.0
        for tik in sorted(self.maat.tikken()):
            x = self.maat.x(tik.dag) - self.links
            if not -80 <= x <= self.breed:
                continue
            self.verf.setPen(QPen(QColor(self.k.rand), 1))
            self.verf.drawLine(QPointF(x, KOP), QPointF(x, ONDER + 4))
            woord = {
                "jaar": str(tik.dag.year),
                "maand": f"{maand_kort(tik.dag)} {tik.dag.year}",
                "week": f"{tik.dag.day} {maand_kort(tik.dag)}",
            }[tik.soort]
            breed = self.verf.fontMetrics().horizontalAdvance(woord)
            if x + 4 < vrij_vanaf or (tik.soort == "week" and x + breed + 4 > self.breed):
                continue
            sterk = tik.soort == "jaar"
            self.verf.setPen(QColor(self.k.inkt if sterk else self.k.inkt_zacht))
            self.verf.drawText(QPointF(x + 4, ONDER + VOET - 6), woord)
            vrij_vanaf = x + 4 + breed + 8

    def _as(self, duur: Termijn | None) -> None:
        self.verf.setPen(QPen(QColor(self.k.rand_sterk), 2))
        self.verf.drawLine(QPointF(0, AS), QPointF(self.breed, AS))
        if duur is not None and duur.start is not None and duur.einde is not None:
            van, tot = self.maat.x(duur.start) - self.links, self.maat.x(duur.einde) - self.links
            self.verf.setPen(QPen(QColor(self.k.accent), 4))
            self.verf.drawLine(QPointF(max(van, -8), AS), QPointF(min(tot, self.breed + 8), AS))

    def _vandaag(self, x: float) -> None:
        if not -40 <= x <= self.breed + 40:
            return
        self.verf.setPen(QPen(QColor(self.k.inkt), 2))
        self.verf.drawLine(QPointF(x, KOP - 4), QPointF(x, ONDER))
        self.verf.setFont(stijl.letter(stijl.KLEIN, vet=True))
        woord = _("Vandaag")
        wijd = self.verf.fontMetrics().horizontalAdvance(woord)
        links = min(max(x - wijd / 2, 4), self.breed - wijd - 4)
        self.verf.drawText(QPointF(links, KOP - 9), woord)

    def _steel(self, punt: Punt) -> None:
        assert punt.plek is not None
        x, y = punt.x - self.links, vlag_y(punt.plek)
        ver = y if punt.plek.boven else y + RIJ - 2
        self.verf.setPen(QPen(QColor(self.k.rand_sterk), 1))
        self.verf.drawLine(QPointF(x, AS), QPointF(x, ver))

    def _punt(self, punt: Punt, *, focus: bool) -> None:
        x = punt.x - self.links
        if punt.huidig and focus:
            self.verf.setPen(QPen(QColor(self.k.accent), 3))
            self.verf.setBrush(Qt.BrushStyle.NoBrush)
            self.verf.drawEllipse(QPointF(x, AS), PUNT + 5, PUNT + 5)
        if punt.aandacht:
            self.verf.setPen(QPen(QColor(self.k.aandacht), 2))
            self.verf.setBrush(QColor(self.k.aandacht))
            self.verf.drawRect(QRectF(x - PUNT + 1, AS - PUNT + 1, 2 * PUNT - 2, 2 * PUNT - 2))
            return
        voorbij = punt.stand in (Stand.KLAAR, Stand.VOORBIJ)
        kleur = QColor(self.k.rand_sterk if voorbij else self.k.accent)
        pen = QPen(kleur, 2)
        if punt.stand is Stand.WACHT:
            pen.setStyle(Qt.PenStyle.DotLine)
        self.verf.setPen(pen)
        vol = punt.stand is Stand.KOMEND
        self.verf.setBrush(kleur if vol else QColor(self.k.blad))
        self.verf.drawEllipse(QPointF(x, AS), PUNT - 1, PUNT - 1)
        if punt.stand is Stand.KLAAR:
            self.verf.drawPolyline(
                [QPointF(x - 3, AS), QPointF(x - 0.5, AS + 2.5), QPointF(x + 3.5, AS - 2.5)]
            )

    def _vlag(self, punt: Punt, plek: Plek, *, focus: bool) -> None:
        k = self.k
        vak = QRectF(plek.links - self.links, vlag_y(plek), plek.rechts - plek.links, RIJ - 2)
        rand = k.aandacht if punt.aandacht else k.rand
        vlak = k.aandacht_vlak if punt.aandacht else k.blad
        dik = 1
        if punt.huidig:
            rand, dik = k.accent, 3 if focus else 2
            vlak = vlak if punt.aandacht else k.accent_vlak
        self.verf.setPen(QPen(QColor(rand), dik))
        self.verf.setBrush(QColor(vlak))
        self.verf.drawRoundedRect(vak.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        letter = stijl.letter(stijl.KLEIN)
        self.verf.setFont(letter)
        binnen = vak.adjusted(VLAGRAND, 0, 0, 0)
        voorbij = punt.stand in (Stand.KLAAR, Stand.VOORBIJ) and not punt.huidig
        inkt = k.aandacht if punt.aandacht else k.inkt_zacht if voorbij else k.inkt
        midden = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.verf.setPen(QColor(inkt))
        self.verf.drawText(binnen, midden, punt.naam)
        weg = self.verf.fontMetrics().horizontalAdvance(f"{punt.naam} ")
        self.verf.setPen(QColor(k.aandacht if punt.aandacht else k.inkt_zacht))
        self.verf.drawText(binnen.adjusted(weg, 0, 0, 0), midden, punt.dag)
