"""Waiting until windows are painted, in a running event loop.

Not with QTest.qWait: it holds Python's lock, and what reads ahead on a thread starves.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget

RUST_S = 0.04
"""A gesture is painted when nothing was painted for so long after it."""


class EersteVerf(QObject):
    """Calls `klaar` when a window that is about to be shown was painted for the first time."""

    def __init__(self, venster: QWidget, klaar: Callable[[], None]) -> None:
        super().__init__(venster)
        self._klaar: Callable[[], None] | None = klaar
        # A window that its children cover is not painted itself.
        for deel in (venster, *venster.findChildren(QWidget)):
            deel.installEventFilter(self)

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if self._klaar is not None and gebeurtenis.type() == QEvent.Type.Paint:
            # The timer comes after the whole window.
            QTimer.singleShot(0, self._klaar)
            self._klaar = None
        return False


class Verfteller(QObject):
    """Counts how often each of some windows was painted."""

    def __init__(self, *vensters: QWidget) -> None:
        super().__init__()
        self._vensters = vensters
        self.keren = dict.fromkeys(vensters, 0)
        for venster in vensters:
            venster.installEventFilter(self)

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() == QEvent.Type.UpdateRequest and wie in self.keren:
            self.keren[wie] += 1
        return False

    def meet(self, gebaar: Callable[[], object], *, hoogstens: float = 3.0) -> float:
        """Milliseconds from a gesture until all windows were painted and came to rest."""
        verwerk(RUST_S)
        voor = dict(self.keren)
        totaal = sum(voor.values())
        begin = laatst = time.perf_counter()
        gebaar()
        while True:
            QCoreApplication.processEvents()
            nu = time.perf_counter()
            if (som := sum(self.keren.values())) != totaal:
                totaal, laatst = som, nu
            alle = all(self.keren[v] > voor[v] for v in self._vensters)
            if alle and nu - laatst > RUST_S:
                return (laatst - begin) * 1000
            if nu - begin > hoogstens:
                raise TimeoutError("a window was not painted")


def verwerk(seconden: float) -> None:
    """Lets the program do what it has to do for a while."""
    einde = time.perf_counter() + seconden
    while time.perf_counter() < einde:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.001)


def wacht_op_achtergrond() -> None:
    """Until nothing is read ahead any more."""
    verwerk(0.1)
    while QThreadPool.globalInstance().activeThreadCount():
        verwerk(0.01)


def tot(waar: Callable[[], bool], *, hoogstens: float = 20.0) -> None:
    """Runs events until something is true."""
    einde = time.perf_counter() + hoogstens
    while not waar():
        QCoreApplication.processEvents()
        if time.perf_counter() > einde:
            raise TimeoutError("it did not come")
