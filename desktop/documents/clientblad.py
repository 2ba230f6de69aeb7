"""The client's own page: pictograms, wishes, dates and a person, in the client's language.

Laid out and painted by Qt, because ReportLab cannot set right-to-left text right
(design.md, "Parts we do not write"). All lengths are in points of an A4.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from desktop.documents.clientgegevens import Beeldwoord, Clientafspraak, Clientblad
from desktop.documents.huisstijl import BRONVERMELDING, INKT, LIJN, VLAK, ZACHT
from desktop.documents.pdfa import als_pdfa
from desktop.documents.pdfpapier import op_papier
from desktop.models.prompts import Tekst
from desktop.models.schrift import zet_cijfers

BREED, HOOG = 595.0, 842.0
MARGE = 42.0
FAMILIE = "Kurinto Sans"
VOET = HOOG - 60
"""Here begins what stands at the foot of every page."""
KLEINST = 5.0
"""What the klantmanager typed shrinks to this size before anything is cut off."""

Teken = Callable[[QPainter, QRectF, str], None]
"""Draws the pictogram with this name in a rectangle; the windows' register has it."""


def maak_clientblad(blad: Clientblad, teken: Teken) -> bytes:
    """The page as a PDF/A. Needs a QGuiApplication that knows Kurinto Sans."""
    with op_papier(blad.titel.tekst) as papier:
        teken_clientblad(papier.painter, blad, teken)
    return als_pdfa(papier.pdf, titel=blad.titel.tekst, taal=blad.taal)


def teken_clientblad(painter: QPainter, blad: Clientblad, teken: Teken) -> None:
    """Paints the page, BREED by HOOG points; on paper and as an example on the screen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Zetter(painter, blad, teken).zet()


class _Zetter:
    """Sets the page from top to bottom; `_vak` mirrors it for right-to-left languages."""

    def __init__(self, painter: QPainter, blad: Clientblad, teken: Teken) -> None:
        self._p, self._blad, self._teken = painter, blad, teken
        self._y = MARGE

    def zet(self) -> None:
        blad = self._blad
        self._titel()
        if blad.besproken:
            self._kop(blad.besproken_kop, "gesprek")
            self._tegels(blad.besproken, kolommen=5, beeld=40, hoog=77)
        if blad.wensen:
            self._kop(blad.wensen_kop, "wens")
            self._wensen()
        if blad.afspraken:
            self._kop(blad.afspraken_kop, "agenda")
            self._afspraken(blad.afspraken)
        self._kop(blad.contact_kop, "klantmanager")
        self._contact()
        if blad.concept is not None:
            onder = self._vak(MARGE, VOET, BREED - 2 * MARGE, 12)
            self._schrijf(onder, blad.concept.tekst, 8, ltr=not blad.concept.vertaald)
            nl = self._vak(MARGE, VOET + 12, BREED - 2 * MARGE, 10)
            self._schrijf(nl, blad.concept.nederlands, 6.5, ZACHT, ltr=True)
        self._schrijf(
            QRectF(MARGE, HOOG - 34, BREED - 2 * MARGE, 12), BRONVERMELDING, 6.5, ZACHT, ltr=True
        )

    def _vak(self, x: float, y: float, breed: float, hoog: float) -> QRectF:
        """A rectangle `x` from the side where reading starts."""
        links = BREED - x - breed if self._blad.rechts_naar_links else x
        return QRectF(links, y, breed, hoog)

    def _schrijf(
        self,
        vak: QRectF,
        tekst: str,
        maat: float,
        kleur: str = INKT,
        *,
        vet: bool = False,
        midden: bool = False,
        ltr: bool = False,
        krimp: bool = False,
    ) -> float:
        """Writes a text; returns how high it became. With `krimp` smaller, rather than cut off."""
        font = QFont(FAMILIE)
        font.setFeature(QFont.Tag("ccmp"), 0)  # see stijl.letter
        font.setPixelSize(100)
        font.setBold(vet)
        rechts = self._blad.rechts_naar_links and not ltr
        optie = QTextOption()
        optie.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if krimp
            else QTextOption.WrapMode.WordWrap
        )
        optie.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rechts else Qt.LayoutDirection.LeftToRight
        )
        # Alignment is visual: Dutch words on an Arabic page stand at the right too.
        kant = Qt.AlignmentFlag.AlignLeft
        if self._blad.rechts_naar_links:
            kant = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        if midden:
            kant = Qt.AlignmentFlag.AlignHCenter
        optie.setAlignment(kant)
        p = self._p
        p.save()
        p.setPen(QColor(kleur))
        p.setFont(font)
        p.translate(vak.topLeft())
        # A size below a pixel is lost, so the letters are set large and scaled down.
        schaal = maat / 100
        binnen = QRectF(0, 0, vak.width() / schaal, vak.height() / schaal)
        hoog = p.boundingRect(binnen, tekst, optie).height() * schaal
        while krimp and hoog > vak.height() and maat > KLEINST:
            maat -= 0.5
            schaal = maat / 100
            binnen = QRectF(0, 0, vak.width() / schaal, vak.height() / schaal)
            hoog = p.boundingRect(binnen, tekst, optie).height() * schaal
        p.scale(schaal, schaal)
        # QPainter's own lines from right to left begin a space aside from each other.
        opmaak = QTextLayout(tekst.replace("\n", "\u2028"), font)
        opmaak.setTextOption(optie)
        opmaak.beginLayout()
        y = 0.0
        while (regel := opmaak.createLine()).isValid():
            regel.setLineWidth(binnen.width())
            regel.setPosition(QPointF(0, y))
            y += regel.height()
        opmaak.endLayout()
        opmaak.draw(p, QPointF(0, 0))
        p.restore()
        return hoog

    def _tweetalig(
        self, x: float, breed: float, tekst: Tekst, maat: float, *, vet: bool = False
    ) -> None:
        """The own language, and the Dutch small under it."""
        self._schrijf(
            self._vak(x, self._y, breed, maat * 1.7),
            tekst.tekst,
            maat,
            vet=vet,
            ltr=not tekst.vertaald,
        )
        if tekst.tekst != tekst.nederlands:
            onder = self._vak(x, self._y + maat * 1.55, breed, 12)
            self._schrijf(onder, tekst.nederlands, 8, ZACHT, ltr=True)

    def _titel(self) -> None:
        self._teken(self._p, self._vak(MARGE, self._y, 54, 54), "samen")
        self._y += 4
        self._tweetalig(MARGE + 68, BREED - 2 * MARGE - 68, self._blad.titel, 26, vet=True)
        self._y += 56

    def _kop(self, tekst: Tekst, beeld: str) -> None:
        pen = QPen(QColor(LIJN))
        pen.setWidthF(0.8)
        self._p.setPen(pen)
        y = int(self._y)
        self._p.drawLine(int(MARGE), y, int(BREED - MARGE), y)
        self._y += 10
        self._teken(self._p, self._vak(MARGE, self._y, 30, 30), beeld)
        self._tweetalig(MARGE + 40, BREED - 2 * MARGE - 40, tekst, 15, vet=True)
        self._y += 38

    def _tegel(self, beeldwoord: Beeldwoord, x: float, breed: float, beeld: float) -> None:
        """Picture, word, and the Dutch word under it."""
        vak = self._vak(x + (breed - beeld) / 2, self._y, beeld, beeld)
        self._teken(self._p, vak, beeldwoord.pictogram)
        tekst = beeldwoord.tekst
        y = self._y + beeld + 2
        onder = self._vak(x, y, breed, 28)
        hoog = self._schrijf(onder, tekst.tekst, 9.5, vet=True, midden=True, ltr=not tekst.vertaald)
        if tekst.tekst != tekst.nederlands:
            klein = self._vak(x, y + min(hoog, 28), breed, 18)
            self._schrijf(klein, tekst.nederlands, 6.5, ZACHT, midden=True, ltr=True)

    def _tegels(
        self, beelden: Sequence[Beeldwoord], *, kolommen: int, beeld: float, hoog: float
    ) -> None:
        breed = (BREED - 2 * MARGE) / kolommen
        for n, beeldwoord in enumerate(beelden):
            if n and n % kolommen == 0:
                self._y += hoog
            self._tegel(beeldwoord, MARGE + (n % kolommen) * breed, breed, beeld)
        self._y += hoog

    def _wensen(self) -> None:
        aantal = sum(len(wens.beelden) for wens in self._blad.wensen)
        breed = (BREED - 2 * MARGE) / max(aantal, 4)
        x, boven = MARGE, self._y
        for wens in self._blad.wensen:
            ruim = breed * max(len(wens.beelden), 1)
            self._y = boven
            vraag = self._vak(x, self._y, max(ruim, 118) - 6, 30)
            self._schrijf(vraag, wens.vraag.tekst, 9.5, ltr=not wens.vraag.vertaald)
            self._y += 30
            for n, beeldwoord in enumerate(wens.beelden):
                self._tegel(beeldwoord, x + n * breed, breed, 48)
            x += max(ruim, 118)
        self._y = boven + 30 + 88

    def _afspraken(self, afspraken: Sequence[Clientafspraak]) -> None:
        tussen = 12.0
        breed = (BREED - 2 * MARGE - 2 * tussen) / 3
        for n, afspraak in enumerate(afspraken):
            x = MARGE + n * (breed + tussen)
            vak = self._vak(x, self._y, breed, 118)
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.setBrush(QColor(VLAK))
            self._p.drawRoundedRect(vak, 8, 8)
            binnen = breed - 20
            if afspraak.datum is not None:
                dag, maand = _datum(afspraak.datum, self._blad.locale)
                boven = self._vak(x + 10, self._y + 6, binnen, 34)
                self._schrijf(boven, afspraak.dag, 26, vet=True)
                onder = self._vak(x + 10, self._y + 40, binnen, 30)
                maand = zet_cijfers(maand, afspraak.cijfers)
                self._schrijf(onder, f"{dag}\n{maand}", 10)
                self._bij_datum(afspraak, x + 10, binnen)
            wat = self._vak(x + 10, self._y + 82, binnen, 22)
            self._schrijf(wat, afspraak.wat, 8.5, ltr=True, krimp=True)
            wie = self._vak(x + 10, self._y + 104, binnen, 12)
            self._schrijf(wie, afspraak.wie, 7.5, ZACHT, ltr=True, krimp=True)
        self._y += 128

    def _bij_datum(self, afspraak: Clientafspraak, x: float, breed: float) -> None:
        """The day in the own calendar, and in how many days it is."""
        if afspraak.eigen_datum:
            vak = self._vak(x, self._y + 68, breed, 14)
            self._schrijf(vak, f"({afspraak.eigen_datum})", 8.5, ZACHT, krimp=True)
        if afspraak.over is not None:
            vak = self._vak(x + 46, self._y + 16, breed - 46, 14)
            over = afspraak.over
            self._schrijf(vak, over.tekst, 8.5, krimp=True, ltr=not over.vertaald)

    def _contact(self) -> None:
        blad = self._blad
        breed = BREED - 2 * MARGE
        naam = self._vak(MARGE, self._y, breed / 2, 24)
        self._schrijf(naam, blad.klantmanager, 15, vet=True, ltr=True, krimp=True)
        if blad.email:
            onder = self._vak(MARGE, self._y + 22, breed / 2, 16)
            self._schrijf(onder, blad.email, 10, ltr=True, krimp=True)
        if blad.telefoon:
            x = MARGE + breed / 2
            self._teken(self._p, self._vak(x, self._y, 30, 30), "bellen")
            nummer = self._vak(x + 38, self._y + 3, breed / 2 - 38, 26)
            self._schrijf(nummer, blad.telefoon, 18, vet=True, ltr=True, krimp=True)
        self._y += 44
        self._tweetalig(MARGE, breed, blad.bellen, 11)


def _datum(dag: date, locale: str) -> tuple[str, str]:
    """Weekday, and month with year, in the client's language."""
    from babel.dates import format_date

    return format_date(dag, "EEEE", locale=locale), format_date(dag, "LLLL y", locale=locale)
