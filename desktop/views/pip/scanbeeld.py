"""A signed paper that is kept, seen again: a picture here, a pdf as a copy to look at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.documents.bestand import NietBewaard
from desktop.taal import _
from desktop.views.pip.scanlezer import Onleesbaar, rauw_uit, scan_uit
from desktop.views.taken import Achtergrondtaak
from desktop.views.toegang.velden import links
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel

PASSEND_BREED, KLEIN_BREED = 640, 160
"""Pixels: the letters of an A4 can be read; and of what was only chosen, which paper it is."""
KEER = 2
"""How much larger than what can be read the large one is; it moves within a window of its own."""
GROOT_HOOG = 440


class _Vel(QWidget):
    """The paper itself, white in every theme. A click makes it larger or smaller."""

    geklikt = Signal(QPointF)
    """Where, as a share of width and height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.beeld = QImage()
        self.setToolTip(_("Klik om de scan groter of kleiner te zien."))

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        verf.fillRect(self.rect(), Qt.GlobalColor.white)
        verf.drawImage(self.rect(), self.beeld)

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        if gebeurtenis.button() == Qt.MouseButton.LeftButton:
            plek = gebeurtenis.position()
            self.geklikt.emit(QPointF(plek.x() / self.width(), plek.y() / self.height()))


class Scanvlak(QScrollArea):
    """As wide as there is room; when large it scrolls within itself, with the arrows too."""

    def __init__(self, naam: str, passend: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._passend = passend
        self.vel = _Vel(self)
        self.groot = False
        self.setProperty("soort", "scan")
        self.setAccessibleName(_("Scan: {naam}").format(naam=naam))
        self.setWidget(self.vel)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def toon(self, beeld: QImage) -> None:
        """Shows this paper, in its whole."""
        self.vel.beeld = beeld
        self.zet_groot(False)
        self.show()

    def zet_groot(self, groot: bool, bij: QPointF | None = None) -> None:
        """Large, with this place (shares of width and height) in the middle; or in its whole."""
        self.groot = groot
        # Only what moves has something to do for the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if groot else Qt.FocusPolicy.NoFocus)
        self._leg()
        if groot and bij is not None:
            for balk, plek, lengte, venster in (
                (self.horizontalScrollBar(), bij.x(), self.vel.width(), self.viewport().width()),
                (self.verticalScrollBar(), bij.y(), self.vel.height(), self.viewport().height()),
            ):
                balk.setValue(round(plek * lengte - venster / 2))

    def _leg(self) -> None:
        soort = Qt.ScrollBarPolicy
        balk = soort.ScrollBarAsNeeded if self.groot else soort.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(balk)
        self.setVerticalScrollBarPolicy(balk)
        rand = 2 * self.frameWidth()
        self.setMaximumWidth(rand + (PASSEND_BREED if self.groot else self._passend))
        ouder = self.parentWidget()
        ruim = max(ouder.width() if ouder is not None else self.width(), 1) - rand
        maat = self.vel.beeld.size()
        breed = min(ruim, PASSEND_BREED) * KEER if self.groot else min(ruim, self._passend)
        if not self.groot:
            breed = min(breed, max(maat.width(), 1))  # never blown up
        hoog = max(round(breed * maat.height() / max(maat.width(), 1)), 1)
        self.vel.resize(breed, hoog)
        self.setFixedHeight(min(hoog, GROOT_HOOG if self.groot else hoog) + rand)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.height())

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        if gebeurtenis.oldSize().width() != gebeurtenis.size().width():
            self._leg()


class Scanbeeld(QWidget):
    """One kept scan. `gelezen`: whether it can be shown; read on another thread, so it comes later.

    `naam` says of which signature it is; `bestand` is the name of a copy, without a person's.
    """

    gelezen = Signal(bool)

    def __init__(
        self,
        werkplek: Werkplek,
        scan: tuple[str, str],
        parent: QWidget,
        *,
        naam: str,
        bestand: str,
        passend: int = PASSEND_BREED,
    ) -> None:
        """`scan`: base64, and the kind of file."""
        super().__init__(parent)
        self._werkplek, self._bestand, self._naam = werkplek, bestand, naam
        self._scan = scan[0]
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 8, 0, 0)
        blad.setSpacing(8)
        self.zin = regel(_("Even wachten…"), "klein", self)
        blad.addWidget(self.zin)
        self.groter = knop("", "gewoon", self)
        self.groter.clicked.connect(lambda: self._wissel())
        self.open = knop(_("Bekijk de scan"), "gewoon", self)
        self.open.setAccessibleName(_("Bekijk de scan: {naam}").format(naam=naam))
        self.open.setToolTip(
            _("Een kopie om te bekijken. Die gaat weg als het programma op slot gaat.")
        )
        self.open.clicked.connect(self._open)
        blad.addLayout(links(self.groter, self.open))
        self.vlak = Scanvlak(naam, passend, self)
        self.vlak.vel.geklikt.connect(self._wissel)
        blad.addWidget(self.vlak)
        for deel in (self.groter, self.open, self.vlak):
            deel.hide()
        self._taak = Achtergrondtaak(lambda: scan_uit(*scan), self)
        self._taak.klaar.connect(self._toon)
        self._taak.mislukt.connect(self._zeg_onleesbaar)
        self._taak.start()

    def _toon(self, beeld: object) -> None:
        self.zin.hide()
        if isinstance(beeld, QImage):
            self.vlak.toon(beeld)
            self._noem_knop()
            self.groter.show()
        else:
            self.open.show()
        self.gelezen.emit(True)

    def _zeg_onleesbaar(self, _fout: object = None) -> None:
        self._zeg(
            _("Deze scan is niet te lezen. Scan het papier opnieuw, en leg het nog een keer vast.")
        )
        self.gelezen.emit(False)

    def _zeg(self, zin: str) -> None:
        self.zin.setText(zin)
        self.zin.setVisible(bool(zin))

    def _wissel(self, bij: QPointF | None = None) -> None:
        self.vlak.zet_groot(not self.vlak.groot, bij)
        self._noem_knop()

    def _noem_knop(self) -> None:
        tekst = _("Kleiner") if self.vlak.groot else _("Groter")
        self.groter.setText(tekst)
        self.groter.setAccessibleName(f"{tekst}: {self._naam}")

    def _open(self) -> None:
        self._zeg("")
        try:
            self._werkplek.kijkkopieen.open(rauw_uit(self._scan), self._bestand)
        except NietBewaard as fout:
            self._zeg(_(fout.zin))
        except Onleesbaar:
            self._zeg_onleesbaar()
