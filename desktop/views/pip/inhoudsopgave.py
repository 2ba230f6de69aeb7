"""The headings of the plan with how far each is, as a narrow index beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.stijl import GEWOON, KLEIN, kleuren, letter
from desktop.views.widgets.indeling import regel

BREED = 232


@dataclass(frozen=True)
class Kop:
    """One heading: its place, what it is called, and how far it is."""

    plek: str
    titel: str
    deel: int
    mist: int = 0
    leeg: bool = False
    kort: str = ""
    """The title where there is little room; what is heard is the whole of it."""

    @property
    def stand(self) -> str:
        """How far it is, in words."""
        if self.mist:
            return _("nog {aantal}").format(aantal=self.mist)
        return _("leeg, dat mag") if self.leeg else _("compleet")

    @property
    def teken(self) -> str:
        """The same as a sign."""
        return "!" if self.mist else "○" if self.leeg else "✓"


class Kopknop(QAbstractButton):
    """Sign, heading, and how much is missing."""

    loop = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kop = Kop("", "", 1)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def zet(self, kop: Kop) -> None:
        """Shows a heading."""
        if kop == self.kop:
            return
        self.kop = kop
        self.setText(kop.titel)
        self.setAccessibleName(f"{kop.titel}: {kop.stand}")
        self.setToolTip(f"{kop.titel}: {kop.stand}")
        self.update()

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        stap = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(toets.key()))
        if stap is not None:
            self.loop.emit(stap)
        elif toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(toets)

    def nextCheckState(self) -> None:
        """Only the place in the plan decides where we are."""

    def sizeHint(self) -> QSize:
        return QSize(BREED - 20, 32)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k, kop = kleuren(), self.kop
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        vlak = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        verf.setPen(QPen(QColor(k.accent), 3) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            verf.setBrush(QColor(k.blad if self.isChecked() else k.accent_vlak))
        verf.drawRoundedRect(vlak, 6, 6)
        if self.isChecked():
            verf.setPen(Qt.PenStyle.NoPen)
            verf.setBrush(QColor(k.accent))
            verf.drawRoundedRect(QRectF(2, 7, 4, self.height() - 14), 2, 2)
        links = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        rechts = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        hoog = self.height()
        verf.setFont(letter(GEWOON, vet=bool(kop.mist)))
        verf.setPen(QColor(k.aandacht if kop.mist else k.inkt_zacht if kop.leeg else k.goed))
        verf.drawText(QRectF(10, 0, 20, hoog), Qt.AlignmentFlag.AlignCenter, kop.teken)
        breed = self.width() - 36 - 10
        if kop.mist:
            verf.setFont(letter(KLEIN))
            verf.drawText(QRectF(36, 0, breed, hoog), rechts, kop.stand)
            breed -= verf.fontMetrics().horizontalAdvance(kop.stand) + 8
        verf.setFont(letter(GEWOON, vet=self.isChecked()))
        verf.setPen(QColor(k.inkt))
        titel = verf.fontMetrics().elidedText(
            kop.kort or kop.titel, Qt.TextElideMode.ElideRight, breed
        )
        verf.drawText(QRectF(36, 0, breed, hoog), links, titel)


class Inhoudsopgave(QWidget):
    """A click or Enter goes to the heading; up and down walk over them."""

    gekozen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(BREED)
        self.setAccessibleName(_("Inhoud van het plan"))
        self.knoppen: dict[str, Kopknop] = {}
        self._plekken: tuple[tuple[str, int], ...] = ()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(8, 0, 0, 0)
        self._rol = QScrollArea(self)
        self._rol.setWidgetResizable(True)
        self._rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buiten.addWidget(self._rol)

    def toon(self, koppen: Sequence[Kop]) -> None:
        """Shows the headings; they are built anew only when there are others."""
        plekken = tuple((k.plek, k.deel) for k in koppen)
        if plekken != self._plekken:
            self._bouw(koppen)
            self._plekken = plekken
        for kop in koppen:
            self.knoppen[kop.plek].zet(kop)

    def _bouw(self, koppen: Sequence[Kop]) -> None:
        hier = next((p for p, k in self.knoppen.items() if k.hasFocus()), "")
        aan = self.plek
        binnen = QWidget()
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 8, 8)
        vak.setSpacing(0)
        self.knoppen, deel = {}, 0
        for kop in koppen:
            if kop.deel != deel:
                deel = kop.deel
                titel = regel(_deel(deel), "klein", binnen)
                titel.setContentsMargins(10, 8 if deel > 1 else 0, 0, 4)
                vak.addWidget(titel)
            knop = Kopknop(binnen)
            knop.clicked.connect(lambda _aan=False, plek=kop.plek: self.gekozen.emit(plek))
            knop.loop.connect(lambda stap, knop=knop: self._loop(knop, stap))
            self.knoppen[kop.plek] = knop
            vak.addWidget(knop)
        vak.addStretch()
        self._rol.setWidget(binnen)
        self.wijs(aan)
        if hier in self.knoppen:
            self.knoppen[hier].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def plek(self) -> str:
        """Where the plan is scrolled to."""
        return next((p for p, k in self.knoppen.items() if k.isChecked()), "")

    def wijs(self, plek: str) -> None:
        """Marks the heading that is on top in the plan."""
        for welk, knop in self.knoppen.items():
            knop.setChecked(welk == plek)
        if plek == next(iter(self.knoppen), ""):
            self._rol.verticalScrollBar().setValue(0)
        elif plek in self.knoppen:
            self._rol.ensureWidgetVisible(self.knoppen[plek], 0, 32)

    def _loop(self, van: Kopknop, stap: int) -> None:
        rij = list(self.knoppen.values())
        naar = max(0, min(len(rij) - 1, rij.index(van) + stap))
        rij[naar].setFocus(Qt.FocusReason.OtherFocusReason)
        self._rol.ensureWidgetVisible(rij[naar], 0, 32)


def _deel(deel: int) -> str:
    return _("Deel 1: inburgering") if deel == 1 else _("Deel 2: uitkering")
