"""A sentence with a legal date in it: the date is dotted under, and says why it is that day."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.views import stijl
from desktop.views.termijnen.dagreden import Dagreden
from desktop.views.termijnen.waaromvenster import Waaromvenster
from desktop.views.widgets.indeling import TEKSTRAND


class Datumknop(QAbstractButton):
    """Looks like the label of its kind (`soort`), and opens the reason in place.

    Without a reason it is text only, and the keyboard passes it by.
    """

    def __init__(self, parent: QWidget, soort: str = "zacht") -> None:
        super().__init__(parent)
        self._soort = soort
        self._reden: Dagreden | None = None
        self._dag = ""
        self._vorm = QTextLayout()
        self._breed = -1
        beleid = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        self.zet("", None)

    def zet(self, zin: str, reden: Dagreden | None, *, dag: str = "") -> None:
        """What it says; `dag` stands in it, or else a day of `reden`."""
        self._reden, self._dag = reden, dag
        self.setText(zin)
        self.setShortcut(QKeySequence())  # an ampersand in a name is no key
        self.setAccessibleName(zin)
        self.setAccessibleDescription(reden.kort if reden is not None else "")
        self.setToolTip(reden.kort if reden is not None else "")
        met = reden is not None
        self.setEnabled(met)
        self.setCursor(Qt.CursorShape.PointingHandCursor if met else Qt.CursorShape.ArrowCursor)
        self._breed = -1
        self.updateGeometry()
        self.update()

    @property
    def reden(self) -> Dagreden | None:
        """Why; None where nobody can say."""
        return self._reden

    def _open(self) -> None:
        if self._reden is not None:
            Waaromvenster(self._reden, self, self.rect())

    # How it looks

    @property
    def _letter(self) -> QFont:
        return stijl.letter(stijl.KLEIN if self._soort == "klein" else stijl.GEWOON)

    def _dag_in(self, zin: str) -> tuple[int, str]:
        """Where the date stands in the sentence."""
        reden = self._reden
        for dag in (self._dag, reden.dag, reden.werkdag) if reden is not None else ():
            if dag and dag in zin:
                return zin.index(dag), dag
        return 0, ""

    def _leg(self, breed: int) -> float:
        """Breaks it into lines of this width; returns how high they are."""
        vorm = self._vorm
        if breed != self._breed:
            self._breed = breed
            zin = self.text()
            vorm.setText(zin)
            vorm.setFont(self._letter)
            keuze = QTextOption()
            keuze.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            vorm.setTextOption(keuze)
            stippel = QTextLayout.FormatRange()
            begin, dag = self._dag_in(zin)
            if dag:
                vak = QTextCharFormat()
                vak.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                vak.setUnderlineColor(QColor(stijl.kleuren().accent))
                stippel.start, stippel.length, stippel.format = begin, len(dag), vak
            vorm.setFormats([stippel] if dag else [])
            vorm.beginLayout()
            y = 0.0
            while (lijn := vorm.createLine()).isValid():
                lijn.setLineWidth(max(16, breed - 2 * TEKSTRAND))
                lijn.setPosition(QPointF(0, y))
                y += lijn.height()
            vorm.endLayout()
        return vorm.boundingRect().height()

    def heightForWidth(self, breed: int) -> int:
        return math.ceil(self._leg(breed))

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        self._breed = -1  # another direction or font
        super().changeEvent(gebeurtenis)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        self._leg(10_000)
        breed = math.ceil(self._vorm.maximumWidth()) + 2 * TEKSTRAND
        return QSize(breed, self.heightForWidth(breed))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1):
            self.click()
        else:
            super().keyPressEvent(toets)

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        k = stijl.kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        vlak = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        verf.setPen(QPen(QColor(k.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self._reden is not None and (self.underMouse() or self.isDown()):
            verf.setBrush(QColor(k.accent_vlak))
        verf.drawRoundedRect(vlak, 4, 4)
        hoog = self._leg(self.width())
        inkt = {"fout": k.aandacht, "zacht": k.inkt_zacht, "klein": k.inkt_zacht}
        verf.setPen(QColor(inkt.get(self._soort, k.inkt)))
        self._vorm.draw(verf, QPointF(TEKSTRAND, max(0, round(self.height() - hoog) // 2)))
