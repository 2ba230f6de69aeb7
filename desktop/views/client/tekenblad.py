"""Where the client signs: a large white sheet, one card to begin again and one for ready."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.models.handtekening import Handtekening
from desktop.models.prompts import Prompts
from desktop.views.client.knop import Plaatjeknop
from desktop.views.pip.tekenvlak import Tekenvlak
from desktop.views.widgets.pictogram import PictogramRegister

OPNIEUW, KLAAR = "teken.opnieuw", "antwoord.klaar"


class Tekenblad(QWidget):
    """`getekend` carries a signature that is large enough, when the client says it is ready."""

    getekend = Signal(object)

    def __init__(self, register: PictogramRegister, parent: QWidget) -> None:
        super().__init__(parent)
        self._rtl = False
        self.vlak = Tekenvlak(self, rustig=True)
        self.opnieuw = Plaatjeknop(register, self)
        self.klaar = Plaatjeknop(register, self)
        self.vlak.gewijzigd.connect(self._na_streep)
        self.opnieuw.clicked.connect(self.vlak.wis)
        self.klaar.clicked.connect(self._klaar)
        self._na_streep()

    def toon(self, titel: str, prompts: Prompts, *, rtl: bool, toon_nl: bool) -> None:
        """The words in the client's language; what is drawn stays."""
        self._rtl = rtl
        self.vlak.setAccessibleName(titel)
        for knop, code in ((self.opnieuw, OPNIEUW), (self.klaar, KLAAR)):
            knop.toon(
                prompts.scherm(code), prompts.pictogram(code) or code, rtl=rtl, toon_nl=toon_nl
            )
        self._plaats()

    def maak_leeg(self) -> None:
        """Nothing of a signature is left."""
        self.vlak.zet(Handtekening())
        self._na_streep()

    def _na_streep(self) -> None:
        nu = self.vlak.handtekening
        self.opnieuw.setEnabled(not nu.leeg)
        self.klaar.setEnabled(not nu.leeg and not nu.te_klein)

    def _klaar(self) -> None:
        nu = self.vlak.handtekening
        if not nu.leeg and not nu.te_klein:
            self.getekend.emit(nu)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        self._plaats()

    def _plaats(self) -> None:
        b, h = self.width(), self.height()
        rand = max(12, h // 24)
        breed = max(96, min(round(b * 0.2), round((h - rand) / 2 * 1.3)))
        hoog = (h - rand) // 2
        x = 0 if self._rtl else b - breed
        self.opnieuw.setGeometry(x, 0, breed, hoog)
        self.klaar.setGeometry(x, h - hoog, breed, hoog)
        self.vlak.setGeometry(breed + rand if self._rtl else 0, 0, b - breed - rand, h)
