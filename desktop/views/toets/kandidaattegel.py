"""The tile of one candidate on the day screen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.toetsstatus import Toetsstatus
from desktop.store.toetsen import Kandidaatregel
from desktop.taal import _
from desktop.views.toets.dagwoorden import klok_in_woorden, stand_in_woorden
from desktop.views.toets.raak import raakmaat
from desktop.views.widgets.kortlabel import Kortlabel


class Kandidaattegel(QPushButton):
    """Name, state and clock of one candidate; a touch opens the pane."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setMinimumWidth(raakmaat(parent))
        self._regel: Kandidaatregel | None = None
        rij = QHBoxLayout(self)
        rij.setContentsMargins(16, 8, 16, 8)
        woorden = QVBoxLayout()
        woorden.setSpacing(0)
        self.naam = _doorzichtig(Kortlabel("waarde", self))
        self.naam.setStyleSheet("font-weight: bold;")
        self.stand = _doorzichtig(Kortlabel("zacht", self))
        woorden.addWidget(self.naam)
        woorden.addWidget(self.stand)
        rij.addLayout(woorden, 1)
        self.klok = _doorzichtig(QLabel(self))
        self.klok.setProperty("soort", "groot")
        self.klok.setTextFormat(Qt.TextFormat.PlainText)
        rij.addWidget(self.klok)

    def toon(self, wie: Kandidaatregel, nu: datetime) -> None:
        """Shows this candidate."""
        self._regel = wie
        self.naam.setText(wie.naam)
        k, woord = wie.kandidaat, stand_in_woorden(wie.kandidaat)
        klaar = k.geeindigd_op is not None and k.status is not Toetsstatus.AFGEBROKEN
        self.stand.setText(f"✓ {woord}" if klaar else woord)
        self.tik(nu)

    def tik(self, nu: datetime) -> None:
        """A second went by; a screen reader is told of the minutes only by asking."""
        if self._regel is None:
            return
        k = self._regel.kandidaat
        self.klok.setText(klok_in_woorden(k.gewerkt(nu)) if k.begonnen_op else "")
        self.setAccessibleName(
            _("{naam}, {stand}").format(naam=self._regel.naam, stand=stand_in_woorden(k))
        )
        self.setAccessibleDescription(self.klok.text())


def _doorzichtig(label: QLabel) -> QLabel:
    """A label on a button: the touch is for the button."""
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
