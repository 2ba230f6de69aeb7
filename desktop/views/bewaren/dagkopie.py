"""The copy of the day: made after each unlocking, on a pool thread; no lock waits for it."""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QObject, Signal

from desktop.store.fouten import OpSlot, ViergesprekFout
from desktop.store.store import Store
from desktop.views.taken import Achtergrondtaak

log = logging.getLogger(__name__)

WACHT_S = 10.0


class Dagkopie(QObject):
    """`melding`: a sentence, when there is no room for a copy or the folder may not be written."""

    melding = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._klaar = threading.Event()
        self._klaar.set()

    def begin(self, store: Store) -> None:
        """Makes today's copy if there is none; does nothing while one is being made."""
        if not self._klaar.is_set():
            return
        self._stop = stop = threading.Event()
        self._klaar = klaar = threading.Event()

        def maak() -> None:
            from desktop.store.kopieen import dagelijks  # no part of unlocking

            try:
                dagelijks(store, gestaakt=stop.is_set)
            finally:
                klaar.set()

        taak = Achtergrondtaak(maak, self)
        taak.mislukt.connect(self._mislukt)
        taak.start()

    def staak(self) -> None:
        """The store closes: a copy that is being made is dropped, and holds no key any more."""
        self._stop.set()
        self._klaar.wait(WACHT_S)

    def _mislukt(self, fout: Exception) -> None:
        if isinstance(fout, OpSlot):  # locked at once: the next time will do
            return
        log.error("no copy of the day: %s", type(fout).__name__)
        if isinstance(fout, ViergesprekFout):
            self.melding.emit(fout.zin)
