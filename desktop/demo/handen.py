"""Hands and eyes of the demo: wait, press, type, and take a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

GEDULD_S = 40.0
PAUZE_S = 0.35
NIETS = Qt.KeyboardModifier.NoModifier
S = TypeVar("S", bound=QWidget)


def een(waarin: QWidget, soort: type[S]) -> S:
    """The widget of this kind that is shown there. Raises Vastgelopen."""
    for deel in waarin.findChildren(soort):
        if deel.isVisible():
            return deel
    raise Vastgelopen(f"no {soort.__name__} is shown")


class Vastgelopen(RuntimeError):
    """What the demo waited for did not come."""


class Handen:
    """Drives widgets with the events that a person makes, and numbers the pictures."""

    def __init__(self, doel: Path) -> None:
        self._doel = doel
        self._nummer = 0
        self._vorige: dict[int, float] = {}

    def wacht(self, ms: int = 30) -> None:
        """Lets the windows work for a while."""
        lus = QEventLoop()
        QTimer.singleShot(ms, lus.quit)
        lus.exec()

    def wacht_op(self, waar: Callable[[], bool], waarop: str) -> None:
        """Waits until something is so. Raises Vastgelopen."""
        tot = monotonic() + GEDULD_S
        while not waar():
            if monotonic() > tot:
                raise Vastgelopen(waarop)
            self.wacht(20)

    def druk(self, knop: QWidget) -> None:
        """A click in the middle of a widget that is there and can be pressed."""
        if not knop.isVisible() or not knop.isEnabled():
            raise Vastgelopen(f"{type(knop).__name__} cannot be pressed: {knop.accessibleName()}")
        # A person's pace: a second touch at the same place within a moment is a bounce.
        self.wacht(max(1, round((self._vorige.get(id(knop), 0.0) + PAUZE_S - monotonic()) * 1000)))
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton, pos=QPoint(knop.rect().center()))
        self._vorige[id(knop)] = monotonic()
        self.wacht(1)

    def knop(self, waarin: QWidget, naam: str) -> QAbstractButton:
        """The visible button whose text or accessible name begins like this."""
        for knop in waarin.findChildren(QAbstractButton):
            if knop.isVisible() and naam in (knop.text(), knop.accessibleName()):
                return knop
        raise Vastgelopen(f"no button '{naam}'")

    def typ(self, veld: QWidget, tekst: str, *, leeg: bool = True) -> None:
        """Types in a field, in the place of what stood there."""
        veld.activateWindow()
        veld.setFocus()
        if leeg:
            QTest.keyClick(veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._tekens(veld, tekst)
        self.wacht(1)

    def vul(self, veld: QWidget, tekst: str) -> None:
        """Fills a field of a form; in a list that takes no typing it steps to the word."""
        lijst = veld if isinstance(veld, QComboBox) else None
        if lijst is not None and not lijst.isEditable():
            lijst.setFocus()
            self.toets(lijst, Qt.Key.Key_Home)
            for _stap in range(lijst.findText(tekst)):
                self.toets(lijst, Qt.Key.Key_Down)
            return
        self.typ((lijst.lineEdit() or lijst) if lijst is not None else veld, tekst)
        self.toets(veld, Qt.Key.Key_Tab)

    def toets(self, waar: QWidget, toets: Qt.Key) -> None:
        """One key, where the keyboard is within this widget."""
        doel = waar.focusWidget() or waar
        QTest.keyClick(doel, toets)
        self.wacht(1)

    def letters(self, waar: QWidget, tekst: str) -> None:
        """Letters or digits, where the keyboard is within this widget."""
        self._tekens(waar.focusWidget() or waar, tekst)
        self.wacht(1)

    @staticmethod
    def _tekens(waar: QWidget, tekst: str) -> None:
        # QTest.keyClicks knows ASCII only; names have more letters than that.
        for teken in tekst:
            for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                toets = QKeyEvent(soort, ord(teken.upper()), NIETS, teken)
                QApplication.sendEvent(waar, toets)

    def foto(self, naam: str, **vensters: QWidget | None) -> None:
        """One picture of each window under one number, after everything was painted."""
        self.wacht(60)
        QApplication.sendPostedEvents()
        self._nummer += 1
        for wie, venster in vensters.items():
            if venster is not None:
                venster.grab().save(str(self._doel / f"{self._nummer:02d}-{naam}-{wie}.png"))
