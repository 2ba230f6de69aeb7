"""The client's page on the screen: exactly as it is printed, and read aloud."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.documents.mijnplan import BREED, HOOG, teken_mijnplan
from desktop.documents.mijnplanluisteren import te_horen
from desktop.documents.mijnplanwaarden import Mijnplan
from desktop.models.geluidsbeeld import uiting_van
from desktop.models.spraak import Spraakbron, Uiting
from desktop.models.taalkeuze import Taalkeuze
from desktop.taal import _
from desktop.views.toegang.velden import links
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

VOORBEELD_BREED = 472


class Voorbeeld(QWidget):
    """The page, small."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._teken = werkplek.pictogrammen.teken
        self._plan: Mijnplan | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Voorbeeld van het blad voor de cliënt"))

    def sizeHint(self) -> QSize:
        return QSize(VOORBEELD_BREED, round(VOORBEELD_BREED * HOOG / BREED))

    def toon(self, plan: Mijnplan) -> None:
        """Shows this page."""
        self._plan = plan
        self.update()

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)  # paper is white in every theme
        if self._plan is None:
            return
        painter.setPen(Qt.GlobalColor.lightGray)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.scale(self.width() / BREED, self.width() / BREED)
        teken_mijnplan(painter, self._plan, self._teken)


class Mijnplankaart(Sectie):
    """The page with a button to hear it."""

    def __init__(self, werkplek: Werkplek, keuze: Taalkeuze, parent: QWidget) -> None:
        super().__init__(_("Voor de cliënt"), parent)
        self._werkplek, self._keuze = werkplek, keuze
        self._uitingen: list[Uiting] = []
        self.uitleg = regel("", "zacht", self)
        self.blad.addWidget(self.uitleg)
        self.luister = knop(_("Laat horen"), "gewoon", self)
        self.luister.clicked.connect(self._lees)
        self.stil = knop(_("Stop"), "gewoon", self)
        self.stil.setAccessibleName(_("Stop met voorlezen"))
        self.stil.clicked.connect(self.zwijg)
        self.blad.addLayout(links(self.luister, self.stil))
        self.vel = Voorbeeld(werkplek, self)
        self.blad.addWidget(self.vel, 0, Qt.AlignmentFlag.AlignHCenter)

    def toon(self, plan: Mijnplan) -> None:
        """Shows the page, and whether somebody can read it."""
        self.zwijg()
        self.vel.toon(plan)
        gesproken = self._werkplek.prompts(self._keuze.spraaktaal)
        zinnen = (uiting_van(h.sleutel, h.tekst, gesproken, self._keuze) for h in te_horen(plan))
        self._uitingen = [zin for zin in zinnen if zin is not None]
        spreker = self._werkplek.spreker
        hoort = any(spreker.bron(zin) is not Spraakbron.NIEMAND for zin in self._uitingen)
        hoorbaar = hoort and spreker.hoorbaar
        for deel in (self.luister, self.stil):
            deel.setEnabled(hoorbaar)
            deel.setVisible(hoorbaar)  # two dead buttons say less than the sentence above them
        self.uitleg.setText(
            _("Dit krijgt de cliënt mee, in de eigen taal.")
            if hoorbaar
            else _("Dit krijgt de cliënt mee. Voorlezen kan hier niet: de tolk leest het voor.")
        )

    def _lees(self) -> None:
        self._werkplek.spreker.lees(self._uitingen)

    def zwijg(self) -> None:
        """Silence: the sheet closes, or the program locks."""
        self._werkplek.spreker.stop()
