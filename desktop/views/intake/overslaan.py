"""Leaving a whole leefdomein out, with the reason; and asking it after all."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.intake.balken import Redenpaneel
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.vraagkop import regel


class Overslaan(QWidget):
    """Says that a domain is skipped, or asks why it should be."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        self._stand = QWidget(self)
        rij = QHBoxLayout(self._stand)
        rij.setContentsMargins(0, 0, 0, 0)
        self.zin = regel("", "melding", self._stand)
        self.toch = QPushButton(_("Toch vragen"), self._stand)
        self.toch.clicked.connect(lambda: gesprek.vraag_domein_toch(gesprek.vraag.domein))
        rij.addWidget(self.zin, 1)
        rij.addWidget(self.toch)
        self.paneel = Redenpaneel(
            _("Waarom is dit leefdomein niet nodig?"), _("Leefdomein overslaan"), self
        )
        self.paneel.gegeven.connect(self._sla_over)
        # Until the reason is given, what is typed of it stays a draft.
        self._bewaarder = Tekstbewaarder(self.paneel.veld, gesprek.werkplek, lambda _tekst: False)
        self.paneel.gesloten.connect(self._bewaarder.vergeet)
        vak.addWidget(self._stand)
        vak.addWidget(self.paneel)
        self.paneel.hide()
        self._domein = ""

    def vraag(self) -> None:
        """Asks for the reason; for opvoeden the usual one stands ready."""
        self.show()
        self.paneel.vraag(None if self._bewaarder.vuil else voorstel(self._gesprek.vraag.domein))

    def ververs(self) -> None:
        """Shows whether the domain is skipped."""
        domein = self._gesprek.vraag.domein
        reden = self._gesprek.stand.overslagen.get(domein)
        if domein != self._domein:
            self._domein = domein
            self._bewaarder.laad(f"concept:{self._gesprek.intake_id}:overslaan:{domein}", "")
            self.paneel.setVisible(self._bewaarder.vuil and reden is None)
        self._stand.setVisible(reden is not None)
        if reden is not None:
            self.zin.setText(_("Dit leefdomein is overgeslagen: {reden}").format(reden=reden))
        self.setVisible(reden is not None or not self.paneel.isHidden())

    def _sla_over(self, reden: str) -> None:
        gesprek = self._gesprek
        domein = gesprek.vraag.domein
        if gesprek.sla_domein_over(domein, reden):
            self._bewaarder.vergeet()
            gesprek.stap(+1)


def voorstel(domein: str) -> str:
    """The sentence that stands ready."""
    if domein == "OP":
        return _("Er zijn geen kinderen en er is geen zwangerschap.")
    return ""
