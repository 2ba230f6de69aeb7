"""The invitation to the leerbaarheidstoets: Dutch and the client's language side by side.

One A4 for a window envelope, shaped and painted by Qt (design.md, "Parts we do not write"). Lengths
are in points. Needs a QGuiApplication that knows Kurinto Sans.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPicture

from desktop.documents.briefzetter import (
    BEELD,
    BREED,
    HOOG,
    INSPRING,
    MARGE,
    RUIM,
    Briefzetter,
    Paar,
    Teken,
)
from desktop.documents.huisstijl import ACCENT, BRONVERMELDING, INKT, LIJN, ZACHT
from desktop.documents.pdfa import als_pdfa
from desktop.documents.pdfpapier import op_papier
from desktop.documents.pdftekst import Zetter
from desktop.documents.toetsbeelden import (
    passend,
    teken_identiteit,
    teken_kalenderblad,
    teken_klok,
    vlak,
)
from desktop.documents.toetsbriefgegevens import IDENTITEIT, Toetsbrief, klokslag
from desktop.models.prompts import Tekst
from desktop.models.schrift import zet_cijfers

BOVEN, ONDER = 204.0, HOOG - 46
VENSTER = QRectF(62, 128, 250, 60)
"""Where the window of a Dutch envelope (C5 6/5, left) shows the address."""
BLIJ, BLIJ_RAND = "#E9F3EA", "#B9D6BD"
KLEINSTE_DEEL = 0.7
"""No text of the program is set smaller than this part of its size to make the page fit."""
RUIMSTE_LUCHT = 16.0
DELEN = ("_opening", "_geen_examen", "_kaarten", "_meenemen", "_hulp", "_bellen")
"""The parts of the letter from top to bottom."""


def maak_toetsbrief(brief: Toetsbrief, teken: Teken) -> bytes:
    """The letter as a PDF/A; the file itself says nothing of whom it is for."""
    zetter = Zetter()
    titel = brief.titel.nederlands
    with op_papier(titel) as papier:
        teken_toetsbrief(papier.painter, brief, teken, zetter)
    return als_pdfa(zetter.leesbaar(papier.pdf), titel=titel)  # Dutch first


def teken_toetsbrief(
    painter: QPainter, brief: Toetsbrief, teken: Teken, zetter: Zetter | None = None
) -> None:
    """Paints the letter, BREED by HOOG points; on paper and as an example on the screen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    maat, over = 1.0, _over(brief, 1.0)
    while over < 0 and maat > KLEINSTE_DEEL:  # a wordy language is set a little smaller
        maat -= 0.04
        over = _over(brief, maat)
    lucht = min(max(over, 0.0) / len(DELEN), RUIMSTE_LUCHT)
    _Brief(painter, brief, teken, zetter or Zetter(), maat).zet(lucht)


def _over(brief: Toetsbrief, maat: float) -> float:
    """How much room is left at the foot of the page; set on nothing, to know."""
    nergens = QPicture()
    painter = QPainter(nergens)
    try:
        return ONDER - _Brief(painter, brief, lambda *_: None, Zetter(), maat).zet(0)
    finally:
        painter.end()


class _Brief(Briefzetter):
    """Sets the letter from top to bottom.

    Dutch stands left and the own language right. The cards, which one reads one after the other,
    begin at the side where the client begins to read.
    """

    def zet(self, lucht: float) -> float:
        """Sets all with this much air between the parts; gives where it ends."""
        self._briefhoofd()
        self._voet()
        y = BOVEN
        for n, deel in enumerate(DELEN):
            y = getattr(self, deel)(y + (lucht if n else 0.0))
        return y

    def _briefhoofd(self) -> None:
        brief, van = self._brief, self._brief.afzender
        kop = f"Gemeente {van.gemeente}" if van.gemeente else ""
        self._schrijf(QRectF(MARGE, 42, RUIM, 24), kop, 15, ACCENT, vet=True)
        self._p.fillRect(QRectF(MARGE, 70, RUIM, 1.6), QColor(ACCENT))
        regel = VENSTER.height() / max(len(brief.aan), 3)
        for n, tekst in enumerate(brief.aan):
            hok = QRectF(VENSTER.x(), VENSTER.y() + n * regel, VENSTER.width(), regel)
            self._schrijf(hok, tekst, 11.5)
        rechts = QRectF(BREED - MARGE - 160, VENSTER.y(), 160, 16)
        self._schrijf(rechts, "Datum van deze brief", 8, ZACHT)
        self._schrijf(rechts.translated(0, 11), brief.geschreven_op, 10)
        if van.naam:
            self._schrijf(rechts.translated(0, 31), "Je contactpersoon", 8, ZACHT)
            self._schrijf(rechts.translated(0, 42), van.naam, 10)

    def _opening(self, y: float) -> float:
        """What this is, and what it is for."""
        titel = self._paar(self._brief.titel, 16, vet=True)
        wat = self._paar(self._brief.wat, 11)
        self._beeld(y, titel.hoog + wat.hoog, "computer")
        return self._zet_paar(wat, self._zet_paar(titel, y) + 2) + 8

    def _geen_examen(self, y: float) -> float:
        """The sentence that matters most, on a ground of its own."""
        paar = self._paar(self._brief.geen_examen, 12, vet=True)
        hoog = max(paar.hoog, BEELD) + 14
        vlak(self._p, QRectF(MARGE - 8, y, RUIM + 16, hoog), BLIJ, BLIJ_RAND)
        self._beeld(y, hoog, "klaar")
        self._zet_paar(paar, y + (hoog - paar.hoog) / 2)
        return y + hoog + 9

    def _kaarten(self, y: float) -> float:
        """Day, time and place, each with its picture."""
        tussen, hoog = 11.0, 178.0
        breed = (RUIM + 16 - 2 * tussen) / 3
        tekenaars = (self._dag, self._tijd, self._plaats)
        koppen = (self._brief.dag, self._brief.tijd, self._brief.plaats)
        for n, (tekenaar, kop) in enumerate(zip(tekenaars, koppen, strict=True)):
            plek = 2 - n if self._brief.rechts_naar_links else n
            vak = QRectF(MARGE - 8 + plek * (breed + tussen), y, breed, hoog)
            vlak(self._p, vak)
            binnen = vak.adjusted(10, 5, -10, -6)
            self._kaartkop(binnen, kop)
            tekenaar(binnen.adjusted(0, 22, 0, 0))
        return y + hoog + 8

    def _kaartkop(self, vak: QRectF, kop: Tekst) -> None:
        """The word in both languages: Dutch at the left, the own at the right."""
        half = vak.width() / 2
        if not (self._brief.tweetalig and kop.vertaald):
            self._schrijf(QRectF(vak.x(), vak.y(), vak.width(), 18), kop.nederlands, 12, vet=True)
            return
        self._schrijf(QRectF(vak.x(), vak.y(), half, 18), kop.nederlands, 11, ZACHT)
        eigen = QRectF(vak.x() + half, vak.y(), half, 18)
        gezet = passend(self._zetter, kop.tekst, eigen, 12, vet=True, rtl=self._rtl(kop))
        # At the right side whichever way it is written.
        over = 0.0 if self._rtl(kop) else half - gezet.breed
        self._zetter.teken(self._p, gezet, eigen.x() + over, eigen.y(), INKT)

    def _dag(self, vak: QRectF) -> None:
        brief, rtl = self._brief, self._brief.rechts_naar_links
        blad = QRectF(vak.center().x() - 52, vak.y() + 5, 104, 96)
        teken_kalenderblad(self._p, self._zetter, blad, brief.datum, rtl=rtl)
        onder = QRectF(vak.x(), blad.bottom() + 5, vak.width(), 15)
        self._midden(onder, brief.datum_nederlands, 9.5)
        if brief.datum.eigen:
            eigen = f"({brief.datum.eigen})"
            self._midden(onder.translated(0, 17), eigen, 10, ZACHT, rtl=rtl)

    def _tijd(self, vak: QRectF) -> None:
        brief = self._brief
        klok = QRectF(vak.center().x() - 48, vak.y(), 96, 96)
        teken_klok(self._p, self._zetter, klok, brief.afspraak.begin, brief.cijfers)
        dagdeel = "ochtend" if brief.afspraak.begin.hour < 12 else "middag"
        self._teken(self._p, QRectF(vak.right() - 22, klok.bottom() - 22, 22, 22), dagdeel)
        tijd = klokslag(brief.afspraak.begin)
        eigen = zet_cijfers(tijd, brief.cijfers)
        onder = QRectF(vak.x(), klok.bottom() - 1, vak.width(), 23)
        self._midden(onder, eigen if eigen == tijd else f"{eigen}  ({tijd})", 16, vet=True)
        rest = QRectF(vak.x() - 5, onder.bottom(), vak.width() + 10, vak.bottom() - onder.bottom())
        duur = brief.duur
        if not (brief.tweetalig and duur.vertaald):
            self._midden(rest.adjusted(0, 0, 0, -10), duur.nederlands, 9)
            return
        deel = rest.height() * 0.64  # a long sentence takes two lines
        boven = QRectF(rest.x(), rest.y(), rest.width(), deel)
        self._midden(boven, duur.tekst, 8.5, rtl=self._rtl(duur))
        onderste = QRectF(rest.x(), boven.bottom(), rest.width(), rest.height() - deel)
        self._midden(onderste, duur.nederlands, 8, ZACHT)

    def _plaats(self, vak: QRectF) -> None:
        waar = self._brief.afspraak
        beeld = "gemeente" if waar.stadhuis else "buurthuis"
        self._teken(self._p, QRectF(vak.center().x() - 40, vak.y() - 4, 80, 80), beeld)
        regels = [
            (tekst, maat, vet)
            for tekst, maat, vet in (
                (waar.plaats, 12.0, True),
                (waar.adres, 10.0, False),
                (waar.ruimte, 10.0, False),
            )
            if tekst
        ]
        y, ruim = vak.y() + 78, vak.height() - 78
        hoogstens = ruim / max(len(regels), 2)
        gezet = [
            passend(
                self._zetter,
                tekst,
                QRectF(0, 0, vak.width(), hoogstens),
                maat,
                vet=vet,
                midden=True,
            )
            for tekst, maat, vet in regels
        ]
        y += min(6.0, (ruim - sum(g.hoog for g in gezet)) / 2)
        for g in gezet:
            self._zetter.teken(self._p, g, vak.x(), y, INKT)
            y += g.hoog + 1

    def _meenemen(self, y: float) -> float:
        """What to bring: picture, own word, Dutch word."""
        brief = self._brief
        y = self._zet_paar(self._paar(brief.meenemen_kop, 12, vet=True, inspring=0), y) + 2
        breed = RUIM / len(brief.meenemen)
        tweetalig = brief.tweetalig and any(d.tekst.vertaald for d in brief.meenemen)
        eigen = self._even_groot(
            breed - 6, 25, 9.5, [d.tekst.tekst for d in brief.meenemen], vet=True
        )
        klein = self._even_groot(breed - 6, 11, 8, [d.tekst.nederlands for d in brief.meenemen])
        for n, ding in enumerate(brief.meenemen):
            plek = len(brief.meenemen) - 1 - n if brief.rechts_naar_links else n
            x = MARGE + plek * breed
            beeld = QRectF(x + breed / 2 - 21, y, 42, 42)
            if ding.pictogram == IDENTITEIT:
                teken_identiteit(self._p, beeld)
            else:
                self._teken(self._p, beeld, ding.pictogram)
            woord = QRectF(x + 3, beeld.bottom() + 1, breed - 6, 25)
            tekst = ding.tekst
            self._midden(woord, tekst.tekst, eigen, vet=True, rtl=self._rtl(tekst))
            if tweetalig and tekst.vertaald:
                onder = QRectF(x + 3, woord.bottom() + 1, breed - 6, 11)
                self._midden(onder, tekst.nederlands, klein, ZACHT)
        return y + (82 if tweetalig else 70)

    def _hulp(self, y: float) -> float:
        """Help at the table, and an interpreter when one was asked for."""
        brief = self._brief
        self._p.fillRect(QRectF(MARGE, y, RUIM, 0.8), QColor(LIJN))
        y += 6
        hulp = self._paar(brief.hulp, 10.5)
        tolk = self._paar(brief.tolk, 10.5, vet=True) if brief.tolk is not None else Paar([])
        hoog = max(hulp.hoog + tolk.hoog, BEELD)
        self._beeld(y, hoog, "uitleg")
        boven = y + (hoog - hulp.hoog - tolk.hoog) / 2
        self._zet_paar(tolk, self._zet_paar(hulp, boven))
        return y + hoog + 4

    def _bellen(self, y: float) -> float:
        """Whom to call, and a friendly end."""
        brief = self._brief
        self._p.fillRect(QRectF(MARGE, y, RUIM, 0.8), QColor(LIJN))
        y += 6
        zin = self._paar(brief.kan_niet, 10.5)
        nl, eigen = self._kolommen(INSPRING)
        nummer = passend(
            self._zetter, brief.afzender.telefoon, QRectF(0, 0, nl[1], 24), 16, vet=True
        )
        hoog = max(zin.hoog + nummer.hoog, BEELD)
        self._beeld(y, hoog, "bellen")
        onder = self._zet_paar(zin, y)
        if brief.afzender.telefoon:
            self._zetter.teken(self._p, nummer, nl[0], onder, INKT)
        groet = self._paar(brief.tot_ziens, 12, vet=True)
        if eigen is not None and len(groet.delen) > 1:  # beside the number, in the own column
            x, woorden = groet.delen[1]
            self._zetter.teken(self._p, woorden, x, onder + 4, ACCENT)
        else:
            x = BREED - MARGE - groet.delen[0][1].breed
            self._zetter.teken(self._p, groet.delen[0][1], x, onder + 4, ACCENT)
        return y + hoog

    def _voet(self) -> None:
        brief = self._brief
        if brief.concept is not None:
            paar = self._paar(brief.concept, 7.5, inspring=0, hoogstens=11)
            self._zet_paar(paar, HOOG - 42, ZACHT)
        self._schrijf(QRectF(MARGE, HOOG - 30, RUIM, 10), BRONVERMELDING, 6.5, ZACHT)
