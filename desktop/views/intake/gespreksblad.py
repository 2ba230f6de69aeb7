"""The talk: rail, question, notes, and the four things to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.antwoord import Antwoordstatus
from desktop.taal import _
from desktop.views.intake.balken import hoofdknop
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.notities import Notitievak
from desktop.views.intake.oefenkaart import Oefenkaart
from desktop.views.intake.rail import Rail
from desktop.views.intake.vraagpaneel import Vraagpaneel
from desktop.views.widgets.kortknop import Kortknop

SMAL = 1180
"""Below this width there is no room for rail, question and notes side by side."""


class Gespreksblad(QWidget):
    """The sheet of the talk. Every key that a field does not need means something here."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesprek = gesprek
        self._vraag = ""
        self.rail = Rail(gesprek, self)
        self.paneel = Vraagpaneel(gesprek, self)
        self.notities = Notitievak(gesprek, self)
        self.oefenkaart = Oefenkaart(gesprek, self)
        self.oefenkaart.klaar.connect(lambda: gesprek.oefen(None))
        self.paneel.akkoord.connect(self.volgende)
        self._smal = True  # until the size is known: a wide layout would push a small window open
        self._notities_open = False
        self.notities.knop.toggled.connect(self._notities_dicht)
        midden = QHBoxLayout()
        midden.setContentsMargins(0, 0, 8, 0)
        midden.setSpacing(8)
        midden.addWidget(self.rail)
        midden.addWidget(self.oefenkaart, 1, Qt.AlignmentFlag.AlignTop)
        midden.addWidget(self.paneel, 1)
        midden.addWidget(self.notities)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 8, 0, 0)
        buiten.setSpacing(0)
        buiten.addLayout(midden, 1)
        buiten.addLayout(self._balk())
        self._schik()
        for toetsen, gebaar in (
            ("Alt+Left", self.vorige),
            ("Alt+Right", self._stap_verder),
            ("F8", self._wissel_notities),
            ("F2", self._richt_notities),
        ):
            sneltoets = QShortcut(QKeySequence(toetsen), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(gebaar)

    def _balk(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setContentsMargins(8, 8, 8, 8)
        rij.setSpacing(8)
        self.terug = Kortknop(_("Terug (Alt+←)"), self)
        self.overslaan = Kortknop(_("Leefdomein overslaan"), self)
        self.overslaan.setProperty("soort", "stil")
        self.overslaan.setAccessibleName(self.overslaan.text())
        self.oefenen = Kortknop(_("Oefenen met de cliënt"), self)
        self.oefenen.setProperty("soort", "stil")
        self.oefenen.setAccessibleName(self.oefenen.text())
        self.notitieknop = Kortknop(_("Notities (F8)"), self)
        self.notitieknop.setProperty("soort", "stil")
        self.notitieknop.clicked.connect(self._wissel_notities)
        self.later = Kortknop(_("Later (L)"), self)
        self.verder = hoofdknop(_("Akkoord en verder (Enter)"), self)
        self.terug.clicked.connect(self.vorige)
        self.overslaan.clicked.connect(self.paneel.overslaan.vraag)
        self.oefenen.clicked.connect(self._oefen)
        self.later.clicked.connect(self._later)
        self.verder.clicked.connect(self.volgende)
        rij.addWidget(self.terug)
        rij.addWidget(self.overslaan)
        rij.addWidget(self.oefenen)
        rij.addWidget(self.notitieknop)
        rij.addStretch()
        rij.addWidget(self.later)
        rij.addWidget(self.verder)
        return rij

    def _schik(self) -> None:
        """On a small laptop the notes take the place of the rail, and only when asked for."""
        open_ = not self._smal or self._notities_open
        self.notities.setVisible(open_)
        self.rail.setVisible(not self._smal or not self._notities_open)
        self.notitieknop.setVisible(not open_)
        self.verder.setMinimumWidth(0 if self._smal else 256)
        self.overslaan.setText(_("Overslaan") if self._smal else _("Leefdomein overslaan"))
        self.oefenen.setText(_("Oefenen") if self._smal else _("Oefenen met de cliënt"))

    def _wissel_notities(self) -> None:
        if not self._smal:
            self.notities.knop.toggle()
            return
        self._notities_open = not self._notities_open
        if self._notities_open:
            self.notities.knop.setChecked(False)
        self._schik()

    def _notities_dicht(self, aan: bool) -> None:
        if self._smal and aan:
            self._notities_open = False
            self._schik()

    def _richt_notities(self) -> None:
        self._notities_open = True
        self._schik()
        self.notities.richt()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._smal = gebeurtenis.size().width() < SMAL
        self._schik()

    def ververs(self) -> None:
        """Shows the place and the answer."""
        if self.gesprek.plek.vraag != self._vraag:
            # A field that vanishes hands its focus to the next one, which may be a note.
            self._vraag = self.gesprek.plek.vraag
            self.setFocus()
        self.rail.ververs()
        oefent = bool(self.gesprek.plek.oefenstap)
        geoefend = not oefent and not self.oefenkaart.isHidden()
        self.oefenkaart.setVisible(oefent)
        self.paneel.setVisible(not oefent)
        if oefent:
            self.oefenkaart.ververs()
        self.paneel.ververs()
        self.notities.ververs_bij(self.gesprek.plek.vraag)
        self.overslaan.setVisible(self.gesprek.vraag.domein not in self.gesprek.stand.overslagen)
        if geoefend:
            # Else Enter would press the button that began the practice.
            self.paneel.richt()

    def volgende(self) -> None:
        """Agrees and goes on; stays when something typed was refused."""
        if self.paneel.leg_vast():
            self.gesprek.volgende()

    def vorige(self) -> None:
        """To the question before."""
        self.paneel.leg_vast()
        self.gesprek.vorige()

    def _stap_verder(self) -> None:
        self.paneel.leg_vast()
        self.gesprek.stap(+1)

    def _later(self) -> None:
        self.paneel.leg_vast()
        self.gesprek.later()

    def _oefen(self) -> None:
        self.gesprek.oefen(None if self.gesprek.plek.oefenstap else "raak")

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        self.paneel.leg_vast()
        self.notities.leg_vast()

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        """The keys of the talk; a text field has eaten its own before they come here."""
        gesprek = self.gesprek
        los = not toets.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        teken = toets.text().upper()
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit) or not los or not teken:
            super().keyPressEvent(toets)
        elif teken.isdigit():
            self.paneel.kies_toets(teken)
        elif teken == "L":
            self._later()
        elif teken in "JN" and gesprek.eerst_alleen:
            (self.paneel.alleen.ja if teken == "J" else self.paneel.alleen.nee).click()
        elif teken == "W" and not gesprek.vraag.oordeel:
            gesprek.niet(Antwoordstatus.WEET_NIET)
        elif teken == "Z" and not gesprek.vraag.oordeel:
            gesprek.niet(Antwoordstatus.ZEG_NIET)
        elif teken == "P":
            gesprek.pauzeer(not gesprek.plek.pauze)
        elif teken == "A":
            self.paneel.vorig.geef_akkoord()
        else:
            super().keyPressEvent(toets)

    def _enter(self) -> None:
        """Enter on a button presses it, anywhere else it agrees."""
        knop = self.focusWidget()
        if self.gesprek.plek.oefenstap:
            self.oefenkaart.volgende()
        elif self.gesprek.eerst_alleen and not isinstance(knop, QPushButton):
            self.gesprek.fout.emit("", _("Kies eerst: is de cliënt alleen met jou en de tolk?"))
        elif isinstance(knop, QPushButton) and knop is not self.verder:
            knop.click()
        else:
            self.volgende()
