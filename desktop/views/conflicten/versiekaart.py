"""One version as a card that is chosen as a whole: what was said, who, when, and how."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.store.conflictwoorden import Versiebeeld
from desktop.taal import _
from desktop.views.stijl import KLEIN, kleuren, letter
from desktop.views.widgets.indeling import regel

KORT = 60
"""A first line of so many letters is shown large."""
KOPBREEDTE = (72, 120)
"""Of the names before the values, on a narrow and on a wide card."""


class Versiekaart(QAbstractButton):
    """All cards are equal: which value stands there now is said in words."""

    def __init__(
        self,
        nummer: int,
        beeld: Versiebeeld,
        *,
        gekozen: bool,
        heropend: bool,
        smal: bool,
        parent: QWidget,
    ) -> None:
        """`heropend`: a version was chosen a moment ago, so what is shown has changed."""
        super().__init__(parent)
        self._heropend = heropend
        self._kopbreedte = KOPBREEDTE[not smal]
        self.nummer = nummer
        self.beeld = beeld
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(20, 16, 20, 16)
        self._vak.setSpacing(8)
        self._bouw_kop(gekozen)
        self._bouw_inhoud()
        self._vak.addStretch(1)
        self._bouw_herkomst()
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(_("Dit klopt"))
        self.setAccessibleName(self._gesproken(gekozen))
        self.setAccessibleDescription(_("Enter kiest deze versie"))

    def _bouw_kop(self, gekozen: bool) -> None:
        kop = QHBoxLayout()
        kop.setSpacing(8)
        cijfer = regel(str(self.nummer), "toets", self)
        cijfer.setWordWrap(False)
        cijfer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cijfer.setFixedSize(24, 24)
        kop.addWidget(cijfer)
        self.merk = regel(self._merk(gekozen), "klein", self)
        self.merk.setWordWrap(False)
        kop.addWidget(self.merk, 1)
        self._vak.addLayout(kop)

    def _merk(self, gekozen: bool) -> str:
        if gekozen:
            return _("Door jou gekozen")
        if self._heropend or not self.beeld.getoond:
            return ""
        return _("Nu weggehaald") if self.beeld.verwijderd else _("Dit staat er nu")

    def _bouw_inhoud(self) -> None:
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(4)
        rooster.setColumnStretch(1, 1)
        for n, zegt in enumerate(self.beeld.regels):
            if not zegt.kop:
                groot = n == 0 and len(zegt.tekst) <= KORT
                label = regel(zegt.tekst, "kop" if groot else "waarde", self)
                rooster.addWidget(label, n, 0, 1, 2)
                continue
            kop = regel(zegt.kop, "klein", self)
            breed = kop.fontMetrics().horizontalAdvance(zegt.kop) + 8
            kop.setFixedWidth(min(breed, self._kopbreedte))
            kop.setContentsMargins(0, 2, 0, 0)
            rooster.addWidget(kop, n, 0, Qt.AlignmentFlag.AlignTop)
            waarde = regel(zegt.tekst, "verschil" if zegt.anders else "waarde", self)
            rooster.addWidget(waarde, n, 1, Qt.AlignmentFlag.AlignTop)
        self._vak.addLayout(rooster)

    def _bouw_herkomst(self) -> None:
        b = self.beeld
        self._vak.addSpacing(8)
        doos = QVBoxLayout()
        doos.setSpacing(2)
        for naam in b.wie:
            doos.addWidget(regel(naam, "veldnaam", self))
        for tekst in (b.wanneer, b.hoe, b.waar):
            if tekst:
                doos.addWidget(regel(tekst, "klein", self))
        self._vak.addLayout(doos)
        self._vak.addSpacing(40)  # room for the words at the bottom

    def _gesproken(self, gekozen: bool) -> str:
        b = self.beeld
        zegt = [
            _("{kop}: {tekst}").format(kop=r.kop, tekst=r.tekst) if r.kop else r.tekst
            for r in b.regels
        ]
        merk = self._merk(gekozen)
        delen = (*zegt, *b.wie, b.wanneer, b.hoe, b.waar, merk)
        return _("Versie {nummer}: {inhoud}").format(
            nummer=self.nummer, inhoud=", ".join(deel for deel in delen if deel)
        )

    def zegt(self, tekst: str) -> bool:
        """True when this version says exactly this somewhere."""
        return any(regel_.tekst == tekst for regel_ in self.beeld.regels)

    def sizeHint(self) -> QSize:
        return self._vak.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(176, self._vak.totalMinimumSize().height())

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        if gebeurtenis.type() == QEvent.Type.EnabledChange:
            self.setCursor(
                Qt.CursorShape.PointingHandCursor
                if self.isEnabled()
                else Qt.CursorShape.ArrowCursor
            )
        super().changeEvent(gebeurtenis)

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        k = kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.isEnabled() and (self.underMouse() or self.hasFocus())
        verf.setBrush(QColor(k.accent_vlak if over else k.blad))
        if self.hasFocus():
            verf.setPen(QPen(QColor(k.accent), 3))
        else:
            verf.setPen(QPen(QColor(k.rand_sterk), 1))
        verf.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        if not self.isEnabled():
            return
        onder = QRectF(20, self.height() - 44, self.width() - 40, 43)
        verf.setPen(QPen(QColor(k.accent if over else k.rand), 1))
        verf.drawLine(onder.topLeft(), onder.topRight())
        verf.setPen(QColor(k.accent))
        verf.setFont(letter(KLEIN, vet=True))
        verf.drawText(onder, Qt.AlignmentFlag.AlignVCenter, self.text())
