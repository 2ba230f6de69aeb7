"""The practice page on the klantmanager's side: what the client tries now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.intake.balken import hoofdknop
from desktop.views.intake.beelden import OEFENSTAPPEN
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.vraagkop import regel


def zinnen() -> dict[str, str]:
    """What the klantmanager says at each step."""
    return {
        "raak": _("Vraag: wat drink je graag? Laat de cliënt een plaatje aanraken."),
        "anders": _("Zeg: je mag je bedenken. Kies een ander plaatje."),
        "weet-niet": _("Zeg: weet je het niet? Dan raak je dit plaatje aan."),
        "stop": _("Zeg: wil je even stoppen? Dan raak je ‘stop’ aan."),
    }


class Oefenkaart(QFrame):
    """Four steps, to be done again as often as one likes."""

    klaar = Signal()

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setProperty("soort", "blad")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(32, 24, 32, 24)
        vak.setSpacing(16)
        self.kop = regel("", "kop", self)
        self.zin = regel("", "titel", self)
        self.stand = regel("", "groot", self)
        vak.addWidget(self.kop)
        vak.addWidget(self.zin)
        vak.addWidget(self.stand)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.verder = hoofdknop("", self)
        self.opnieuw = QPushButton(_("Opnieuw oefenen"), self)
        self.klaar_knop = QPushButton("", self)
        self.klaar_knop.setProperty("soort", "stil")
        self.verder.clicked.connect(self.volgende)
        self.opnieuw.clicked.connect(self._begin_opnieuw)
        self.klaar_knop.clicked.connect(self.klaar)
        rij.addWidget(self.verder)
        rij.addWidget(self.opnieuw)
        rij.addStretch()
        rij.addWidget(self.klaar_knop)
        vak.addLayout(rij)

    def ververs(self) -> None:
        """Shows the step, and whether the client did it."""
        plek = self._gesprek.plek
        stap = plek.oefenstap
        self.klaar_knop.setVisible(bool(stap))
        self.klaar_knop.setText(_("Oefenen overslaan"))
        self.opnieuw.setVisible(stap != OEFENSTAPPEN[0])
        if not stap:
            self.kop.setText(_("Oefenen"))
            self.zin.setText(_("Klaar met oefenen. Je kunt nu beginnen."))
            self.stand.setText("")
            self.verder.setText(_("Naar de vragen (Enter)"))
            return
        nummer = OEFENSTAPPEN.index(stap) + 1
        self.kop.setText(
            _("Samen oefenen, stap {nu} van {alle}").format(nu=nummer, alle=len(OEFENSTAPPEN))
        )
        self.zin.setText(zinnen()[stap])
        gelukt = self._gesprek.beeld().beantwoord
        self.stand.setText(_("✓ Gelukt") if gelukt else _("Wacht tot de cliënt het doet."))
        self.verder.setText(_("Volgende stap (Enter)"))

    def _begin_opnieuw(self) -> None:
        self.verder.setFocus()  # this button vanishes at the first step
        self._gesprek.oefen(OEFENSTAPPEN[0])

    def volgende(self) -> None:
        """The next step, or ready."""
        stap = self._gesprek.plek.oefenstap
        if not stap:
            self.klaar.emit()
            return
        verder = OEFENSTAPPEN.index(stap) + 1
        self._gesprek.oefen(OEFENSTAPPEN[verder] if verder < len(OEFENSTAPPEN) else None)
