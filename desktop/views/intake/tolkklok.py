"""The interpreter's working time in the bar above the talk: start, pause, end."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.models.tolk import duur_kort
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek


class Tolkklok(QWidget):
    """One button to begin and to pause, one to end; hidden when there is no interpreter."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(4)
        self._kort = True
        self.wissel = QPushButton("", self)
        self.einde = QPushButton("■", self)
        for knop in (self.wissel, self.einde):
            knop.setProperty("soort", "chip")
            rij.addWidget(knop)
        self.einde.setFixedWidth(32)
        self.einde.setAccessibleName(_("Tolktijd: einde"))
        self.einde.setToolTip(_("De tolk is klaar"))
        self.wissel.clicked.connect(self._wissel)
        self.einde.clicked.connect(self._einde)
        gesprek.tolk.tik.connect(self.ververs)
        gesprek.plek_gewijzigd.connect(self.ververs)
        self.ververs()

    def ververs(self) -> None:
        """Shows the time, and what can be done."""
        tolk, stand = self._gesprek.tolk, self._gesprek.stand
        self.setVisible(stand.tolk.er_is_tolk and not stand.gesloten)
        gedaan, loopt = tolk.getolkt, tolk.loopt
        wacht = self._gesprek.plek.tolk_wacht
        tijd = duur_kort(gedaan) if self._kort else _("Tolk {tijd}").format(tijd=duur_kort(gedaan))
        self.wissel.setText(f"{'❚❚' if loopt else '▶'} {tijd}")
        self.wissel.setAccessibleName(_("Tolktijd: pauze") if loopt else _("Tolktijd: start"))
        self.wissel.setAccessibleDescription(_stand(loopt, wacht, gedaan))
        self.wissel.setToolTip(_stand(loopt, wacht, gedaan))
        # While the talk pauses the time waits for it.
        self.wissel.setEnabled(not wacht)
        self.einde.setVisible(loopt or wacht)

    def zet_kort(self, kort: bool) -> None:
        """Only the time, where there is little room."""
        if kort is not self._kort:
            self._kort = kort
            self.ververs()

    def _wissel(self) -> None:
        tolk = self._gesprek.tolk
        (tolk.stop if tolk.loopt else tolk.begin)()

    def _einde(self) -> None:
        self.wissel.setFocus()  # this button vanishes
        self._gesprek.tolk.stop()


def _stand(loopt: bool, wacht: bool, gedaan: timedelta) -> str:
    if loopt:
        return _("Tolktijd loopt: {tijd}").format(tijd=duur_kort(gedaan))
    if wacht:
        return _("Tolktijd wacht tot de pauze voorbij is: {tijd}").format(tijd=duur_kort(gedaan))
    return _("Tolktijd staat stil: {tijd}").format(tijd=duur_kort(gedaan))
