"""Turns the client's window into a sheet to sign on, on the second screen when there is one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.models.clientbeeld import Beeldsoort, Clientbeeld, tekenbeeld
from desktop.models.prompts import Prompts
from desktop.views.client.venster import Clientvenster
from desktop.views.widgets.pictogram import PictogramRegister

GROOTTE = (1024, 600)


class Clienttekening(QObject):
    """One plan's window to sign on; there is none until it is asked for.

    `getekend`: the signature (`Handtekening`), which is to be kept at once; who kept it calls
    `bedank`, and the window stays until `sluit`. `gestopt`: the client wants no more now; nothing
    was kept.
    """

    getekend = Signal(object)
    gestopt = Signal()

    def __init__(self, register: PictogramRegister, ruimte: QWidget) -> None:
        super().__init__(ruimte)
        self._register, self._ruimte = register, ruimte
        self.venster: Clientvenster | None = None
        self._prompts: Prompts | None = None
        self._toon_nederlands = True

    def open(self, prompts: Prompts, *, toon_nederlands: bool = True) -> None:
        """In the client's language; full screen on another screen than ours, else as a window."""
        if self.venster is None:
            self.venster = Clientvenster(self._register)
            self.venster.getekend.connect(self.getekend)
            self.venster.stop.connect(self._stop)
        self._prompts, self._toon_nederlands = prompts, toon_nederlands
        self._toon(tekenbeeld(prompts))
        venster = self.venster
        eigen = self._ruimte.window().screen()
        vrij = [s for s in QGuiApplication.screens() if s is not eigen]
        if not vrij:
            venster.resize(*GROOTTE)
            venster.show()
            venster.raise_()
            return
        venster.setScreen(vrij[0])
        venster.setGeometry(vrij[0].geometry())
        venster.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        venster.showFullScreen()
        self._ruimte.activateWindow()

    def _toon(self, beeld: Clientbeeld) -> None:
        if self.venster is not None and self._prompts is not None:
            self.venster.toon(beeld, self._prompts, toon_nederlands=self._toon_nederlands)

    def bedank(self) -> None:
        """It was kept: nothing of it is left on the client's screen."""
        if self._prompts is not None:
            dank = self._prompts.scherm("afsluiting.dank")
            pictogram = self._prompts.pictogram("afsluiting.dank") or "klaar"
            self._toon(Clientbeeld(Beeldsoort.TEKST, titel=dank, pictogram=pictogram))

    def _stop(self) -> None:
        self.sluit()
        self.gestopt.emit()

    def sluit(self) -> None:
        """The window goes."""
        if self.venster is not None:
            self.venster.mag_sluiten = True
            self.venster.close()
            self.venster.deleteLater()
            self.venster = None
