"""The lists of the wording help, read once off the GUI thread and shared by all fields."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop import catalogi
from desktop.models.woordkeus import Woordenlijst
from desktop.views.taken import Achtergrondtaak


class Woordbron(QObject):
    """One for a screen. Until the lists are there, nothing is pointed out and nothing waits."""

    gereed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lijst: Woordenlijst | None = None
        self._taak = Achtergrondtaak(catalogi.woordenlijst_met_frequentie, self)
        self._taak.klaar.connect(self._neem)
        self._taak.start()

    def _neem(self, lijst: Woordenlijst) -> None:
        self.lijst = lijst
        self.gereed.emit()
