"""What all ways to screens share: a screen that opens, and the way back from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.werkplek import Werkplek


class Wegen(QObject):
    """Makes each screen when it is asked for, always anew; `toon` carries it."""

    toon = Signal(QWidget)
    naar_dossier = Signal(str)
    naar_lijst = Signal()
    gezien = Signal(str, object)
    """For the trail: the dossier, and a tuple of `Inzagesoort`."""

    def __init__(self, werkplek: Werkplek, parent: QObject) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
