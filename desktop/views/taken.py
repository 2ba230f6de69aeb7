"""Work off the GUI thread: values in, values out, never an ORM object or a widget."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

log = logging.getLogger(__name__)


class Achtergrondtaak(QObject):
    """Runs one function on a pool thread; tells `klaar(result)` or `mislukt(exception)`.

    Both arrive on the thread that made the task. Give it a parent that outlives
    the work, or keep a reference.
    """

    klaar = Signal(object)
    mislukt = Signal(object)
    _gelukt = Signal(object)
    _gefaald = Signal(object)

    def __init__(self, functie: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._functie = functie
        self._gelukt.connect(self.klaar)
        self._gefaald.connect(self.mislukt)

    def start(self) -> None:
        """Hands the work to the pool."""
        QThreadPool.globalInstance().start(_Loper(self._functie, self._gelukt, self._gefaald))


class _Loper(QRunnable):
    def __init__(self, functie: Callable[[], Any], gelukt: Any, gefaald: Any) -> None:
        super().__init__()
        self._functie, self._gelukt, self._gefaald = functie, gelukt, gefaald

    def run(self) -> None:
        try:
            uitkomst = self._functie()
        except Exception as fout:  # every failure has to reach the window that waits for it
            log.info("background task failed: %s", type(fout).__name__)
            self._meld(self._gefaald, fout)
        else:
            self._meld(self._gelukt, uitkomst)

    @staticmethod
    def _meld(signaal: Any, wat: object) -> None:
        try:
            signaal.emit(wat)
        except RuntimeError:  # Qt's word for a window that was closed meanwhile
            log.info("nobody waits for a background task any more")
