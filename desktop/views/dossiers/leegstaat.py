"""What stands where the list would be, when there is nothing to list: what to do now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.widgets.indeling import knop, regel

LANGST = 32


class Leegstaat(QFrame):
    """A sentence and the button that goes on."""

    verder = Signal()

    def __init__(self, *, oefening: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "blad")
        self._oefening = oefening
        blad = QVBoxLayout(self)
        blad.setSpacing(8)
        blad.addStretch(2)
        self.kop = regel("", "kop", self)
        self.tekst = regel("", "zacht", self)
        for label in (self.kop, self.tekst):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            blad.addWidget(label)
        blad.addSpacing(8)
        self.knop = knop("", "hoofd", self)
        self.knop.clicked.connect(self.verder)
        blad.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignHCenter)
        blad.addStretch(3)

    def toon(self, gezocht: str) -> None:
        """For a search in vain, or (empty) for a list without any dossier."""
        if gezocht:
            self._zet(
                _("Geen dossier gevonden met ‘{gezocht}’").format(gezocht=gezocht),
                _("Probeer een deel van de naam, of alleen het V-nummer. Is de cliënt nieuw?"),
                _("Nieuw dossier voor ‘{gezocht}’").format(gezocht=_kort(gezocht)),
            )
        elif self._oefening:
            self._zet(
                _("Hier oefen je met een verzonnen cliënt"),
                _("Probeer het hele gesprek, op beide schermen. Niets telt mee."),
                _("Beginnen met oefenen"),
            )
        else:
            self._zet(
                _("Hier komen je dossiers"),
                _("Begin met het dossier van je eerste cliënt. Een naam is genoeg."),
                _("Nieuw dossier"),
            )
        # Nobody makes a made-up client by searching for one.
        self.tekst.setHidden(self._oefening and bool(gezocht))
        self.knop.setHidden(self._oefening and bool(gezocht))

    def _zet(self, kop: str, tekst: str, op_knop: str) -> None:
        self.kop.setText(kop)
        self.tekst.setText(tekst)
        # An ampersand in a name is not a shortcut.
        self.knop.setText(op_knop.replace("&", "&&"))
        self.knop.setAccessibleName(op_knop)


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= LANGST else tekst[: LANGST - 1] + "…"
