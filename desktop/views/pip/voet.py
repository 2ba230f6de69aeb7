"""The foot of the plan: that all is kept, what can be taken back, and the screens that follow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.taal import _
from desktop.views.widgets.indeling import knop, zet_soort
from desktop.views.widgets.kortlabel import Kortlabel


class Planvoet(QWidget):
    """One gesture at a time can be taken back; the button for it is under the hands at once."""

    teruggenomen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "voet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._terug: Callable[[], None] | None = None
        self._vast = False
        rij = QHBoxLayout(self)
        rij.setContentsMargins(24, 8, 24, 8)
        rij.setSpacing(8)
        self.stand = Kortlabel("zacht", self)
        self.stand.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.zet_terug = knop("", "stil", self)
        self.zet_terug.clicked.connect(self._neem_terug)
        self.zet_terug.hide()
        rij.addWidget(self.stand)
        rij.addWidget(self.zet_terug)
        rij.addStretch(1)
        self.knop_versies = knop(_("Versies"), "gewoon", self)
        self.knop_tekenen = knop(_("Handtekening"), "gewoon", self)
        self.knop_papieren = knop(_("Papieren"), "gewoon", self)
        self.knop_vaststellen = knop(_("Vaststellen…"), "gewoon", self)
        for deel in (
            self.knop_versies,
            self.knop_tekenen,
            self.knop_papieren,
            self.knop_vaststellen,
        ):
            rij.addWidget(deel)

    def toon(self, *, vast: bool, schrijft: bool, compleet: bool) -> None:
        """Of a plan that is only read there is nothing to set, and nothing to take back.

        Setting it is the one next thing only once the plan is complete.
        """
        self._vast = vast
        zet_soort(self.knop_vaststellen, "hoofd" if compleet else "gewoon")
        self.knop_vaststellen.setVisible(not vast)
        self.knop_tekenen.setVisible(schrijft)
        if vast:
            self._terug = None
        if self._terug is None:
            self._toon_stand()

    def _toon_stand(self) -> None:
        self.stand.setText("" if self._vast else _("Alles wat je typt is meteen bewaard."))
        self.zet_terug.hide()

    def bied_terug(self, zin: str, woord: str, functie: Callable[[], None]) -> None:
        """Says what was done, with the button that takes it back."""
        # First out of the field: keeping what was typed there is a gesture as well.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._terug = functie
        self.stand.setText(zin)
        self.zet_terug.setText(woord)
        self.zet_terug.setAccessibleName(f"{woord}: {zin}")
        self.zet_terug.show()
        self.zet_terug.setFocus(Qt.FocusReason.OtherFocusReason)

    def vergeet_terug(self) -> None:
        """Something else is done now: taking the gesture before back would undo part of both."""
        if self._terug is not None:
            self._terug = None
            self._toon_stand()

    def _neem_terug(self) -> None:
        functie, self._terug = self._terug, None
        self._toon_stand()
        if functie is not None:
            functie()
        self.teruggenomen.emit()
