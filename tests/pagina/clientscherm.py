"""The second screen as a client meets it: pictures to touch, a few fixed places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.clientbeeld import Beeldsoort
from desktop.views.client.knop import Plaatjeknop
from desktop.views.client.kop import Kop
from desktop.views.client.venster import Clientvenster


class Clientscherm:
    """Page object over the client's window. A tile goes by its Dutch word.

    Touches follow one another faster than a hand can: set `knop.DUBBEL_S` to zero.
    """

    def __init__(self, qtbot: QtBot, venster: Clientvenster) -> None:
        self.qtbot = qtbot
        self.venster = venster

    # What is to be seen

    @property
    def soort(self) -> Beeldsoort:
        """What kind of screen it is."""
        return self.venster.beeld.soort

    @property
    def titel(self) -> str:
        """The large line, in the client's language."""
        (kop,) = self.venster.findChildren(Kop)
        return kop.accessibleName() if kop.isVisible() else ""

    @property
    def titel_nl(self) -> str:
        """The small Dutch line under it."""
        titel = self.venster.beeld.titel
        return titel.nederlands if titel is not None else ""

    @property
    def uitleg(self) -> str:
        """The second line, in Dutch."""
        uitleg = self.venster.beeld.uitleg
        return uitleg.nederlands if uitleg is not None else ""

    @property
    def tegels(self) -> list[str]:
        """Dutch words of the tiles."""
        return [t.accessibleDescription() for t in self.venster.tegels if t.isVisible()]

    @property
    def tegels_eigen(self) -> list[str]:
        """Words of the tiles in the client's language."""
        return [t.accessibleName() for t in self.venster.tegels if t.isVisible()]

    @property
    def gekozen(self) -> list[str]:
        """Dutch words of everything with the mark of being chosen."""
        return [
            k.accessibleDescription()
            for k in self.venster.findChildren(Plaatjeknop)
            if k.isVisible() and k.isChecked()
        ]

    @property
    def knoppen(self) -> list[str]:
        """Dutch words of everything that can be touched."""
        return [
            k.accessibleDescription()
            for k in self.venster.findChildren(Plaatjeknop)
            if k.isVisible() and k.isEnabled()
        ]

    @property
    def te_horen(self) -> list[str]:
        """Dutch words of what has a button to listen, the prompt first."""
        (kop,) = self.venster.findChildren(Kop)
        return [self.titel_nl] * kop.luister.isVisible() + [
            k.accessibleDescription()
            for k in self.venster.findChildren(Plaatjeknop)
            if k.luister.isVisible()
        ]

    @property
    def laatste(self) -> tuple[str, list[str]] | None:
        """The answer before this one: its question and its pictures, in Dutch."""
        laatste = self.venster.beeld.laatste
        if laatste is None or not self.venster.strook.knop.isVisible():
            return None
        return laatste.vraag.nederlands, [tegel.tekst.nederlands for tegel in laatste.tegels]

    @property
    def woorden(self) -> list[str]:
        """Every word that anything on the window says or shows."""
        uit = [self.titel, self.titel_nl, self.uitleg]
        for w in self.venster.findChildren(QWidget):
            if w.isVisible():
                uit += [w.accessibleName(), w.accessibleDescription(), w.toolTip()]
        return [tekst for tekst in uit if tekst]

    def foto(self) -> QImage:
        """The window, dot by dot."""
        return self.venster.grab().toImage()

    # Touches

    def knop(self, woord: str) -> Plaatjeknop:
        """What carries this Dutch word."""
        for knop in self.venster.findChildren(Plaatjeknop):
            if knop.isVisible() and knop.accessibleDescription() == woord:
                return knop
        raise AssertionError(f"{woord} is not on the client's screen: {self.knoppen}")

    def tik(self, knop: QAbstractButton) -> None:
        """A finger on it."""
        assert knop.isVisible(), "nobody can touch what is not shown"
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)

    def raak(self, *woorden: str) -> None:
        """Touches pictures one after another."""
        for woord in woorden:
            self.tik(self.knop(woord))

    def luister(self, woord: str = "") -> None:
        """The loudspeaker of the prompt, or of the choice with this word."""
        (kop,) = self.venster.findChildren(Kop)
        self.tik(self.knop(woord).luister if woord else kop.luister)

    def deze(self) -> None:
        """Yes, what was heard."""
        self.tik(self.venster.knop_deze)

    def weet_niet(self) -> None:
        self.tik(self.venster.knop_weet_niet)

    def zeg_niet(self) -> None:
        self.tik(self.venster.knop_zeg_niet)

    def stop(self) -> None:
        self.tik(self.venster.knop_stop)

    def klaar(self) -> None:
        self.tik(self.venster.knop_klaar)

    def neem_terug(self) -> None:
        self.tik(self.venster.strook.knop)

    def blader(self) -> None:
        self.tik(self.venster.knop_pagina)

    def meer(self, keer: int = 1) -> None:
        """The large plus of a number."""
        for _ in range(keer):
            self.tik(self.venster.getalblad.meer)

    def minder(self) -> None:
        self.tik(self.venster.getalblad.minder)

    @property
    def getal(self) -> str:
        """The number in the middle."""
        return self.venster.getalblad.accessibleName()
