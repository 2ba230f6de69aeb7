"""The client's page of the plan: one A4 in the own language and Dutch (domain.md 5.5).

For on the wall and on the screen. Shaped and painted by Qt (design.md, "Parts we do not write"),
lengths in points. Needs a QGuiApplication that knows Kurinto Sans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.documents.briefzetter import BREED, HOOG, Teken
from desktop.documents.huisstijl import BRONVERMELDING, LIJN, ZACHT
from desktop.documents.mijnplankaarten import KALM, KALM_RAND, Kaartzetter
from desktop.documents.mijnplanwaarden import Mijnplan, Planbeeld
from desktop.documents.mijnplanzetter import MARGE, RUIM, Blok
from desktop.documents.pdfa import als_pdfa
from desktop.documents.pdfpapier import op_papier
from desktop.documents.pdftekst import Zetter
from desktop.documents.toetsbeelden import vlak

__all__ = ["BREED", "HOOG", "maak_mijnplan", "teken_mijnplan"]

BOVEN, ONDER = 26.0, HOOG - 32
BRON_Y = HOOG - 27
RUIMSTE_DEEL, KLEINSTE_DEEL = 1.12, 0.62
"""A page with little on it is set larger; no text of the program smaller than this part."""
RUIMSTE_LUCHT = 15.0
KRAP = 3.0
"""Air between the parts that there always is."""


def maak_mijnplan(plan: Mijnplan, teken: Teken) -> bytes:
    """The page as a PDF/A; the file itself says nothing of whom it is for."""
    zetter = Zetter()
    with op_papier(plan.titel.nederlands) as papier:
        teken_mijnplan(papier.painter, plan, teken, zetter)
    titel = plan.titel
    tweetalig = plan.tweetalig and titel.tekst != titel.nederlands
    naam = f"{titel.nederlands} - {titel.tekst}" if tweetalig else titel.nederlands
    return als_pdfa(zetter.leesbaar(papier.pdf), titel=naam, taal=plan.taal)


def teken_mijnplan(
    painter: QPainter, plan: Mijnplan, teken: Teken, zetter: Zetter | None = None
) -> None:
    """Paints the page, BREED by HOOG points; on paper and as an example on the screen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    maat = RUIMSTE_DEEL
    while True:  # a wordy language is set a little smaller
        blad = _Blad(painter, plan, teken, zetter or Zetter(), maat)
        blokken = list(blad.blokken())
        if blad.gekort and not plan.ingekort:
            plan = replace(plan, ingekort=True)  # never cut off without saying so
            continue
        over = ONDER - BOVEN - sum(blok.hoog + KRAP for blok in blokken)
        if over >= 0 or maat <= KLEINSTE_DEEL:
            break
        maat -= 0.03
    lucht = min(max(over, 0.0) / max(len(blokken) - 1, 1), RUIMSTE_LUCHT)
    y = BOVEN
    for blok in blokken:
        blok.teken(y)
        y += blok.hoog + KRAP + lucht
    blad.bron()


class _Blad(Kaartzetter):
    """The parts of the page from top to bottom."""

    def blokken(self) -> Iterator[Blok]:
        """All parts that have something to say."""
        plan = self._plan
        yield self._titel()
        if plan.route is not None:
            yield self._route(plan.route)
        yield self._week()
        if plan.doelen:
            yield self._doelen()
        yield self._kaarten()
        if plan.data or plan.klaar is not None:
            yield self._data()
        yield self._niet_eens()
        yield self._wet()

    def bron(self) -> None:
        """Where the pictures come from."""
        gezet = self._zetter.zet(BRONVERMELDING, RUIM, 6)
        self._zet(gezet, QRectF(MARGE, BRON_Y, RUIM, 10), ZACHT)

    def _titel(self) -> Blok:
        plan, beeld = self._plan, 44.0
        titel = self._paar(plan.titel, 23, vet=True, inspring=beeld + 10, klein=0.6)
        uitleg = self._paar(plan.uitleg, 10, inspring=beeld + 10)
        hoog = max(titel.hoog + uitleg.hoog, beeld)

        def teken(y: float) -> None:
            self._teken(self._p, self._vak(0, y, beeld, beeld), "wens")
            titel.teken(y)
            uitleg.teken(y + titel.hoog)

        return Blok(hoog, teken)

    def _route(self, route: Planbeeld) -> Blok:
        kop = self._paar(self._plan.route_kop, 9.5, kleur=ZACHT)
        zin = self._paar(route.tekst, 11.5, vet=True)
        beeld = 38.0
        hoog = max(kop.hoog + zin.hoog, beeld) + 10

        def teken(y: float) -> None:
            vlak(self._p, QRectF(MARGE - 8, y, RUIM + 16, hoog), KALM, KALM_RAND)
            self._teken(
                self._p, self._vak(0, y + (hoog - beeld) / 2, beeld, beeld), route.pictogram
            )
            boven = y + (hoog - kop.hoog - zin.hoog) / 2
            kop.teken(boven)
            zin.teken(boven + kop.hoog)

        return Blok(hoog, teken)

    # The foot

    def _niet_eens(self) -> Blok:
        return self._met_plaatje(self._paar(self._plan.niet_eens, 10), "gesprek", 34)

    def _met_plaatje(self, zin: Blok, pictogram: str, beeld: float) -> Blok:
        hoog = max(zin.hoog, beeld)

        def teken(y: float) -> None:
            self._teken(self._p, self._vak(2, y + (hoog - beeld) / 2, beeld, beeld), pictogram)
            zin.teken(y + (hoog - zin.hoog) / 2)

        return Blok(hoog, teken)

    def _wet(self) -> Blok:
        """What the page is worth, what its mark means, and that it is a draft."""
        plan = self._plan
        zinnen = [self._paar(plan.wet, 10, vet=True)]
        if plan.ingekort:
            zinnen.append(self._paar(plan.meer, 10))
        wet = self._met_plaatje(_onder_elkaar(zinnen), "brief", 28)
        klein = []
        if plan.alleen_nederlands is not None:
            zin = self._paar(plan.alleen_nederlands, 8)

            def uitleg(y: float) -> None:
                self._merk(self._vak(10, y + 1, 18, 11))
                zin.teken(y)

            klein.append(Blok(zin.hoog, uitleg))
        if plan.concept is not None:
            klein.append(self._paar(plan.concept, 8, kleur=ZACHT))
        onder = _onder_elkaar(klein)

        def teken(y: float) -> None:
            self._p.fillRect(QRectF(MARGE, y, RUIM, 0.8), QColor(LIJN))
            wet.teken(y + 5)
            onder.teken(y + wet.hoog + 7)

        return Blok(wet.hoog + onder.hoog + 7, teken)


def _onder_elkaar(blokken: list[Blok]) -> Blok:
    def teken(y: float) -> None:
        for blok in blokken:
            blok.teken(y)
            y += blok.hoog

    return Blok(sum(blok.hoog for blok in blokken), teken)
