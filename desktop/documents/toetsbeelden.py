"""The pictures of the invitation that say something: a day, a time, and a card with a face."""

from __future__ import annotations

import math
from datetime import time

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.documents.huisstijl import ACCENT, INKT, LIJN, VLAK, ZACHT
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.documents.toetsbriefgegevens import Datumbeeld
from desktop.models.schrift import zet_cijfers

WIT = "#FFFFFF"


def passend(
    zetter: Zetter,
    tekst: str,
    vak: QRectF,
    maat: float,
    *,
    kleinst: float = 5.0,
    vet: bool = False,
    rtl: bool = False,
    midden: bool = False,
) -> Gezet:
    """Lays a text out so that it fits: smaller if need be, cut off when even that is too big."""
    rest, einde = tekst, ""
    while True:
        gezet = zetter.zet(rest + einde, vak.width(), maat, vet=vet, rtl=rtl, midden=midden)
        if gezet.hoog <= vak.height() + 0.5 or not rest:
            return gezet
        if maat > kleinst:
            maat = max(kleinst, maat - 0.5)
        else:
            rest, einde = rest[: int(len(rest) * 0.85)].rstrip(" …"), "…"


def teken_kalenderblad(
    painter: QPainter, zetter: Zetter, vak: QRectF, datum: Datumbeeld, *, rtl: bool
) -> None:
    """A leaf of a calendar: the weekday in a coloured band, the number large, month and year."""
    rond = 7.0
    vorm = QPainterPath()
    vorm.addRoundedRect(vak, rond, rond)
    painter.fillPath(vorm, QColor(WIT))
    band = QRectF(vak.x(), vak.y(), vak.width(), vak.height() * 0.27)
    painter.save()
    painter.setClipPath(vorm)
    painter.fillRect(band, QColor(ACCENT))
    painter.restore()
    _omtrek(painter, vorm, INKT, 1.4)
    for deel in (0.27, 0.73):  # the two rings
        ring = QRectF(vak.x() + vak.width() * deel - 2.2, vak.y() - 5, 4.4, 11)
        oog = QPainterPath()
        oog.addRoundedRect(ring, 2.2, 2.2)
        painter.fillPath(oog, QColor(WIT))
        _omtrek(painter, oog, INKT, 1.2)
    binnen = band.adjusted(5, 6, -5, -1)
    midden_in(painter, zetter, binnen, datum.weekdag, 13, WIT, vet=True, rtl=rtl)
    cijfer = QRectF(vak.x(), band.bottom(), vak.width(), vak.height() * 0.46)
    midden_in(painter, zetter, cijfer, datum.dag, 36, INKT, vet=True, rtl=rtl)
    maand = QRectF(vak.x() + 5, cijfer.bottom(), vak.width() - 10, vak.bottom() - cijfer.bottom())
    midden_in(painter, zetter, maand.adjusted(0, 0, 0, -4), datum.maand, 11.5, INKT, rtl=rtl)


def teken_klok(painter: QPainter, zetter: Zetter, vak: QRectF, tijd: time, cijfers: str) -> None:
    """A clock face with hands, as it hangs on the wall. The same way round in every language."""
    m, straal = vak.center(), min(vak.width(), vak.height()) / 2
    rand = QPainterPath()
    rand.addEllipse(m, straal - 1, straal - 1)
    painter.fillPath(rand, QColor(WIT))
    _omtrek(painter, rand, INKT, 2.2)
    for n in range(60):
        lang = n % 5 == 0
        van = _op(m, straal * (0.86 if lang else 0.90), n / 60)
        _lijn(
            painter,
            van,
            _op(m, straal * 0.93, n / 60),
            INKT if lang else ZACHT,
            1.3 if lang else 0.5,
        )
    half = straal * 0.2
    for uur in range(1, 13):
        plek = _op(m, straal * 0.72, uur / 12)
        hok = QRectF(plek.x() - half, plek.y() - half, 2 * half, 2 * half)
        getal = zet_cijfers(str(uur), cijfers)
        midden_in(painter, zetter, hok, getal, straal * 0.19, INKT, vet=uur % 3 == 0)
    minuut = tijd.minute / 60
    uurdeel = (tijd.hour % 12 + minuut) / 12
    _lijn(painter, _op(m, -straal * 0.1, uurdeel), _op(m, straal * 0.38, uurdeel), INKT, 4)
    _lijn(painter, _op(m, -straal * 0.1, minuut), _op(m, straal * 0.59, minuut), ACCENT, 2.6)
    as_ = QPainterPath()
    as_.addEllipse(m, 3, 3)
    painter.fillPath(as_, QColor(INKT))


def teken_identiteit(painter: QPainter, vak: QRectF) -> None:
    """A passport with a residence card before it: no flag, no country, nobody's face."""
    zijde = min(vak.width(), vak.height())
    x, y = vak.center().x() - zijde / 2, vak.center().y() - zijde / 2

    def rechthoek(
        links: float, boven: float, breed: float, hoog: float, rond: float
    ) -> QPainterPath:
        vorm = QPainterPath()
        vorm.addRoundedRect(
            QRectF(x + links * zijde, y + boven * zijde, breed * zijde, hoog * zijde),
            rond * zijde,
            rond * zijde,
        )
        return vorm

    boekje = rechthoek(0.10, 0.06, 0.50, 0.70, 0.06)
    painter.fillPath(boekje, QColor("#8C2F39"))
    _omtrek(painter, boekje, INKT, zijde * 0.028)
    wereld = QPainterPath()
    midden = QPointF(x + 0.35 * zijde, y + 0.27 * zijde)
    wereld.addEllipse(midden, 0.12 * zijde, 0.12 * zijde)
    wereld.addEllipse(midden, 0.05 * zijde, 0.12 * zijde)
    wereld.moveTo(midden.x() - 0.12 * zijde, midden.y())
    wereld.lineTo(midden.x() + 0.12 * zijde, midden.y())
    _omtrek(painter, wereld, "#F3D27A", zijde * 0.022)
    kaart = rechthoek(0.28, 0.46, 0.66, 0.44, 0.05)
    painter.fillPath(kaart, QColor("#E4EEF8"))
    _omtrek(painter, kaart, INKT, zijde * 0.028)
    foto = rechthoek(0.34, 0.54, 0.20, 0.28, 0.02)
    painter.fillPath(foto, QColor(WIT))
    hoofd = QPainterPath()
    hoofd.addEllipse(QPointF(x + 0.44 * zijde, y + 0.63 * zijde), 0.05 * zijde, 0.06 * zijde)
    schouders = QPainterPath()
    schouders.addRoundedRect(
        QRectF(x + 0.37 * zijde, y + 0.71 * zijde, 0.14 * zijde, 0.11 * zijde),
        0.05 * zijde,
        0.05 * zijde,
    )
    painter.fillPath(hoofd, QColor(ZACHT))
    painter.fillPath(schouders, QColor(ZACHT))
    for boven, breed in ((0.57, 0.28), (0.66, 0.28), (0.75, 0.18)):
        painter.fillPath(rechthoek(0.60, boven, breed, 0.035, 0.015), QColor(ACCENT))


def midden_in(
    painter: QPainter,
    zetter: Zetter,
    vak: QRectF,
    tekst: str,
    maat: float,
    kleur: str,
    *,
    vet: bool = False,
    rtl: bool = False,
) -> None:
    """A text in the middle of a rectangle, both ways."""
    gezet = passend(zetter, tekst, vak, maat, vet=vet, rtl=rtl, midden=True)
    zetter.teken(painter, gezet, vak.x(), vak.y() + (vak.height() - gezet.hoog) / 2, kleur)


def vlak(
    painter: QPainter, vak: QRectF, kleur: str = VLAK, rand: str = LIJN, rond: float = 8
) -> None:
    """A rounded ground for what belongs together."""
    vorm = QPainterPath()
    vorm.addRoundedRect(vak, rond, rond)
    painter.fillPath(vorm, QColor(kleur))
    _omtrek(painter, vorm, rand, 0.8)


def _omtrek(painter: QPainter, vorm: QPainterPath, kleur: str, dik: float) -> None:
    pen = QPen(QColor(kleur))
    pen.setWidthF(dik)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(vorm, pen)


def _lijn(painter: QPainter, van: QPointF, tot: QPointF, kleur: str, dik: float) -> None:
    lijn = QPainterPath(van)
    lijn.lineTo(tot)
    pen = QPen(QColor(kleur))
    pen.setWidthF(dik)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(lijn, pen)


def _op(midden: QPointF, straal: float, deel: float) -> QPointF:
    """A point on a circle; `deel` of a turn from twelve o'clock, with the clock."""
    hoek = 2 * math.pi * deel
    return QPointF(midden.x() + straal * math.sin(hoek), midden.y() - straal * math.cos(hoek))
