"""The list under a field: what was found, in a sentence, and a button to take the proposal over."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.woordkeus import Vondst, Vondstsoort
from desktop.taal import _, meervoud
from desktop.views import stijl
from desktop.views.widgets.indeling import knop, regel

_STREEP = {
    Vondstsoort.GEVOELIG: Qt.PenStyle.SolidLine,
    Vondstsoort.DREIGEND: Qt.PenStyle.SolidLine,
    Vondstsoort.MOEILIJK: Qt.PenStyle.DashLine,
    Vondstsoort.ZELDZAAM: Qt.PenStyle.DashLine,
    Vondstsoort.LANG: Qt.PenStyle.DotLine,
}


class _Eenmaal(QPushButton):
    """A second click that comes too fast is not one for the line that moved up."""

    def mouseDoubleClickEvent(self, gebeurtenis: QMouseEvent) -> None:
        gebeurtenis.accept()


class _Merk(QWidget):
    """A small sign for the kind, drawn as the line in the text is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.soort = Vondstsoort.LANG
        self.setFixedSize(20, 20)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = stijl.kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        let_op = self.soort in (Vondstsoort.GEVOELIG, Vondstsoort.DREIGEND)
        kleur = QColor(
            k.aandacht if let_op else k.inkt_zacht if self.soort is Vondstsoort.LANG else k.accent
        )
        verf.setPen(QPen(kleur, 2, _STREEP[self.soort]))
        if let_op:
            punten = [(n * 4 + 2, 8 if n % 2 else 12) for n in range(5)]
            for (x1, y1), (x2, y2) in itertools.pairwise(punten):
                verf.drawLine(x1, y1, x2, y2)
        else:
            verf.drawLine(1, 11, 19, 11)


class Vondstregel(QWidget):
    """One place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.vondst: Vondst | None = None
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(8)
        self._merk = _Merk(self)
        self.zin = regel("", "", self)
        self.neem_over = _Eenmaal(_("Neem over"), self)
        self.neem_over.setProperty("soort", "chip")
        self.neem_over.setAutoDefault(True)
        rij.addWidget(self._merk, 0, Qt.AlignmentFlag.AlignVCenter)
        rij.addWidget(self.zin, 1)
        rij.addWidget(self.neem_over, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, max(32, super().minimumSizeHint().height()))

    def toon(self, vondst: Vondst, woord: str, *, hier: bool) -> None:
        """`hier`: the caret stands at this one."""
        if vondst != self.vondst:
            self.vondst = vondst
            self._merk.soort = vondst.soort
            self._merk.update()
            self.zin.setText(vondst.zin)
            self.neem_over.setVisible(bool(vondst.voorstel))
            self.neem_over.setAccessibleName(
                _("Neem over: {voorstel}, in plaats van {woord}").format(
                    voorstel=vondst.voorstel, woord=woord
                )
            )
        letter = self.zin.font()
        if letter.bold() != hier:
            letter.setBold(hier)
            self.zin.setFont(letter)


class Vondstlijst(QWidget):
    """A few lines at a time; the rest comes when it is asked for."""

    overgenomen = Signal(object)

    def __init__(self, meeste: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.meeste = meeste
        self._alles = False
        self._vondsten: tuple[Vondst, ...] = ()
        self._tekst: Sequence[str] = ()
        self._hier: Vondst | None = None
        self.regels: list[Vondstregel] = []
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(4)
        kop = QHBoxLayout()
        self.telling = regel("", "klein", self)
        self.alles = knop("", "voetknop", self)
        self.alles.clicked.connect(self._toon_alles)
        kop.addWidget(self.telling, 1)
        kop.addWidget(self.alles)
        blad.addLayout(kop)
        self._blad = QVBoxLayout()
        self._blad.setSpacing(4)
        blad.addLayout(self._blad)
        self.hide()

    def toon(
        self, vondsten: tuple[Vondst, ...], woorden: Sequence[str], hier: Vondst | None
    ) -> None:
        """The places with the words that stand there; `hier` is where the caret is."""
        self._vondsten, self._tekst, self._hier = vondsten, woorden, hier
        if not vondsten:
            self._alles = False
        zichtbaar = self._welke()
        while len(self.regels) < len(zichtbaar):
            self._maak_regel()
        for n, lijn in enumerate(self.regels):
            if n < len(zichtbaar):
                plek = zichtbaar[n]
                lijn.toon(vondsten[plek], woorden[plek], hier=vondsten[plek] == hier)
            lijn.setVisible(n < len(zichtbaar))
        self.telling.setText(telzin(len(vondsten)) if vondsten else "")
        meer = len(vondsten) > self.meeste
        self.alles.setVisible(meer)
        if meer:
            tekst = (
                _("Toon minder")
                if self._alles
                else _("Toon alle {aantal}").format(aantal=len(vondsten))
            )
            self.alles.setText(tekst)
            self.alles.setAccessibleName(tekst)
        self.setVisible(bool(vondsten))

    def _welke(self) -> Sequence[int]:
        """Which ones are seen: all, else the one at the caret and the weightiest."""
        alle = range(len(self._vondsten))
        if self._alles or len(alle) <= self.meeste:
            return alle
        ernst = tuple(Vondstsoort)

        def weegt(n: int) -> tuple[bool, int, int]:
            vondst = self._vondsten[n]
            return vondst != self._hier, ernst.index(vondst.soort), n

        return sorted(sorted(alle, key=weegt)[: self.meeste])

    def _maak_regel(self) -> None:
        lijn = Vondstregel(self)
        lijn.neem_over.clicked.connect(lambda _aan=False: self.overgenomen.emit(lijn.vondst))
        if self.regels:
            QWidget.setTabOrder(self.regels[-1].neem_over, lijn.neem_over)
        self.regels.append(lijn)
        self._blad.addWidget(lijn)

    def _toon_alles(self) -> None:
        self._alles = not self._alles
        self.toon(self._vondsten, self._tekst, self._hier)


def telzin(aantal: int) -> str:
    """How many places, and the key that walks them."""
    return meervoud(
        "{aantal} plek om nog eens te lezen. F7 gaat erheen.",
        "{aantal} plekken om nog eens te lezen. F7 gaat erlangs.",
        aantal,
    )
