"""A button that is a piece of text: it wraps, and grows with what it says."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QStaticText, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.views.stijl import GEWOON, KLEIN, kleuren, letter

TEKEN, SMALST = 24, 160
OMLIJND, LOS = (12, 8), (8, 5)
"""Room at the sides, and above and below."""


class Tekstknop(QAbstractButton):
    """Text, small text under it, and a sign before it. `omlijnd`: it looks like a field."""

    def __init__(self, parent: QWidget, *, omlijnd: bool = False) -> None:
        super().__init__(parent)
        self._omlijnd = omlijnd
        self._delen: tuple[str, str, str] = ("", "", "")
        self._let_op = self._plat = False
        self._groot, self._klein = _tekst(), _tekst()
        self._breed = -1
        self._rand_x, self._rand_y = OMLIJND if omlijnd else LOS
        self._hoogte: dict[int, int] = {}
        beleid = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def zet(self, tekst: str, onder: str = "", *, teken: str = "", let_op: bool = False) -> None:
        """What it says; `let_op` gives the sign and the small text the warm colour."""
        if (tekst, onder, teken) == self._delen and let_op == self._let_op:
            return
        self._delen, self._let_op = (tekst, onder, teken), let_op
        self._groot.setText(_regels(tekst))
        self._klein.setText(_regels(onder))
        self._breed = -1
        self._hoogte.clear()
        self.setAccessibleName(f"{tekst} {onder}".strip())
        self.updateGeometry()
        self.update()

    def zet_plat(self, plat: bool) -> None:
        """Text to read only: no field, no hand; it keeps its place for the keyboard."""
        self._plat = plat
        self.setCursor(Qt.CursorShape.ArrowCursor if plat else Qt.CursorShape.PointingHandCursor)
        self.update()

    @property
    def tekst(self) -> str:
        """The text, without what is under it."""
        return self._delen[0]

    @property
    def onder(self) -> str:
        """The small text."""
        return self._delen[1]

    @property
    def _links(self) -> int:
        return self._rand_x + (TEKEN if self._delen[2] else 0)

    def _leg(self, breed: int) -> None:
        if breed == self._breed:
            return
        self._breed = breed
        ruimte = max(16, breed - self._links - self._rand_x)
        for tekst, font in ((self._groot, letter(GEWOON)), (self._klein, letter(KLEIN))):
            tekst.setTextWidth(ruimte)
            tekst.prepare(font=font)

    def heightForWidth(self, breed: int) -> int:
        if breed not in self._hoogte:
            self._leg(breed)
            hoog = self._groot.size().height()
            if self._delen[1]:
                hoog += 2 + self._klein.size().height()
            self._hoogte[breed] = math.ceil(hoog) + 2 * self._rand_y
        return self._hoogte[breed]

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        breed = max(SMALST, self.width())
        return QSize(breed, self.heightForWidth(breed))

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALST, 2 * self._rand_y + self.fontMetrics().height())

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(toets)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._verf_vlak(verf)
        self._leg(self.width())
        verf.setFont(letter(GEWOON))
        links, y = self._links, float(self._rand_y)
        if self._delen[2]:
            verf.setFont(letter(GEWOON, vet=True))
            verf.setPen(QColor(k.aandacht if self._let_op else k.accent))
            vak = QRectF(self._rand_x - 6, y, TEKEN, verf.fontMetrics().height())
            verf.drawText(vak, Qt.AlignmentFlag.AlignCenter, self._delen[2])
            verf.setFont(letter(GEWOON))
        verf.setPen(QColor(k.inkt))
        verf.drawStaticText(QPointF(links, y), self._groot)
        if self._delen[1]:
            verf.setFont(letter(KLEIN))
            verf.setPen(QColor(k.aandacht if self._let_op else k.inkt_zacht))
            onder = y + self._groot.size().height() + 2
            verf.drawStaticText(QPointF(links, onder), self._klein)

    def _verf_vlak(self, verf: QPainter) -> None:
        k = kleuren()
        vlak = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        verf.setBrush(Qt.BrushStyle.NoBrush)
        verf.setPen(Qt.PenStyle.NoPen)
        if (self.underMouse() and not self._plat) or self.isDown():
            verf.setBrush(QColor(k.accent_vlak))
        if self.hasFocus():
            verf.setPen(QPen(QColor(k.accent), 3))
        elif self._omlijnd and not self._plat:
            verf.setPen(QPen(QColor(k.rand), 1))
        verf.drawRoundedRect(vlak, 6, 6)


def _regels(tekst: str) -> str:
    """A static text knows no newline, only a separator of lines."""
    return tekst.replace("\n", "\N{LINE SEPARATOR}")


def _tekst() -> QStaticText:
    """Plain text that breaks a word that is too long rather than leaving the window."""
    tekst = QStaticText()
    tekst.setTextFormat(Qt.TextFormat.PlainText)
    keuze = QTextOption()
    keuze.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    tekst.setTextOption(keuze)
    return tekst
