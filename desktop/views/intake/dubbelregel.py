"""A quiet line near an answer that a colleague filled in too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.taal import _
from desktop.views.intake.gespreksplek import Gespreksplek
from desktop.views.widgets.indeling import knop, regel


class Dubbelregel(QWidget):
    """Nothing to do about it now: the talk goes on, and choosing can wait."""

    def __init__(self, gesprek: Gespreksplek, parent: QWidget) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(4)
        self.zin = regel(_("Een collega vulde dit ook in. Kies later wat klopt."), "klein", self)
        self.zin.setWordWrap(False)
        self.knop = knop(_("Nu kiezen"), "regel", self)
        # A click leaves the keyboard where it is: Enter goes on to mean agreed.
        self.knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.knop.clicked.connect(gesprek.verschil_gevraagd)
        rij.addWidget(self.zin)
        rij.addWidget(self.knop)
        rij.addStretch(1)
        self.hide()
