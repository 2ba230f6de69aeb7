"""Opens and closes the interpreter's window beside a running talk, and keeps it in step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.models.tolkbeeld import LEEG, Tolkbeeld
from desktop.views.intake.gesprek import Gesprek
from desktop.views.tolk.venster import Tolkvenster

GROOTTE = (1024, 600)


class Tolktoegang(QObject):
    """One talk's window for the interpreter; there is none until it is asked for."""

    def __init__(self, gesprek: Gesprek, ruimte: QWidget) -> None:
        super().__init__(ruimte)
        self._gesprek, self._ruimte = gesprek, ruimte
        self.venster: Tolkvenster | None = None
        gesprek.tolkbeeld_gewijzigd.connect(self._toon_beeld)

    def open(self, bezet: QScreen | None) -> None:
        """Full screen on a screen that nobody uses (`bezet`: the client's); else as a window."""
        if self.venster is None:
            self.venster = Tolkvenster()
            self.venster.gemeld.connect(self._meld)
        self._toon_beeld(self._gesprek.tolkbeeld())
        eigen = self._ruimte.window().screen()
        vrij = [s for s in QGuiApplication.screens() if s is not eigen and s is not bezet]
        if not vrij:
            self.venster.resize(*GROOTTE)
            self.venster.show()
            self.venster.raise_()
            return
        self.venster.setScreen(vrij[0])
        self.venster.setGeometry(vrij[0].geometry())
        self.venster.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.venster.showFullScreen()
        self._ruimte.activateWindow()

    def _toon_beeld(self, beeld: Tolkbeeld) -> None:
        if self.venster is not None and not self._gesprek.store.op_slot:
            keuze = self._gesprek.stand.taalkeuze
            self.venster.toon(beeld, self._gesprek.werkplek.prompts_voor(keuze))

    def _meld(self, context: str, notitie: str, beter: str) -> None:
        assert self.venster is not None
        weigering = self._gesprek.tolk.meld(context, notitie, beter, door_tolk=True)
        self.venster.bevestig_melding(weigering)

    def blank(self) -> None:
        """Locked: nothing of the talk is left on the screen."""
        if self.venster is not None:
            self.venster.toon(LEEG, self._gesprek.werkplek.prompts("nl"))

    def toon_weer(self) -> None:
        """After unlocking."""
        self._toon_beeld(self._gesprek.tolkbeeld())

    def sluit(self) -> None:
        """The talk closes."""
        if self.venster is not None:
            self.venster.close()
            self.venster.deleteLater()
            self.venster = None
