"""The room of the leerbaarheidstoets: who is to be planned, the calendar, and what it needs."""

from __future__ import annotations

import enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.toets.middelen import Middelenscherm
from desktop.views.toets.teplannen import Teplannenscherm
from desktop.views.toets.wie import mag_middelen
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, midden, regel


class Tabblad(enum.StrEnum):
    """The tabs."""

    TE_PLANNEN = "te plannen"
    AGENDA = "agenda"
    MIDDELEN = "middelen"


class Toetsscherm(QWidget):
    """`terug`: Escape where nothing is open, or back. A tab is made when it is first asked for."""

    terug = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek = werkplek
        self._dag: QWidget | None = None
        self.bladen: dict[Tabblad, QWidget] = {}
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(0)
        self._kop = QWidget(self)
        kop = QVBoxLayout(self._kop)
        kop.setContentsMargins(0, 0, 0, 0)
        kop.addLayout(midden(self._koprij(), boven=24, onder=16))
        blad.addWidget(self._kop)
        self._stapel = QStackedWidget(self)
        blad.addWidget(self._stapel, 1)
        self._weg = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)
        for n, welk in enumerate(self.tabs, 1):
            QShortcut(QKeySequence(f"Alt+{n}"), self, self.tabs[welk].click)
        self.toon(Tabblad.TE_PLANNEN)

    def _koprij(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.knop_terug = knop(_("Terug"), "gewoon", self)
        self.knop_terug.clicked.connect(self.terug)
        rij.addWidget(self.knop_terug)
        titel = regel(_("Toetsen"), "titel", self)
        titel.setWordWrap(False)
        titel.setContentsMargins(8, 0, 16, 0)
        rij.addWidget(titel)
        woorden = {
            Tabblad.TE_PLANNEN: _("Te plannen"),
            Tabblad.AGENDA: _("Agenda"),
            Tabblad.MIDDELEN: _("Middelen"),
        }
        if not mag_middelen(self._werkplek):
            del woorden[Tabblad.MIDDELEN]
        self._groep = QButtonGroup(self)
        self.tabs = {}
        for welk, woord in woorden.items():
            tab = knop(woord, "stap", self)
            tab.setCheckable(True)
            tab.clicked.connect(lambda _aan=False, welk=welk: self.toon(welk))
            self._groep.addButton(tab)
            self.tabs[welk] = tab
            rij.addWidget(tab)
        rij.addStretch()
        return rij

    def toon(self, welk: Tabblad) -> None:
        """Shows a tab."""
        if welk not in self.bladen:
            self.bladen[welk] = self._maak(welk)
            self._stapel.addWidget(self.bladen[welk])
        self.tabs[welk].setChecked(True)
        self._zet(self.bladen[welk])
        self._sluit_dag()
        if self.isVisible():
            self.bladen[welk].setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet(self, blad: QWidget) -> None:
        self._stapel.setCurrentWidget(blad)
        # The calendar and the day screen listen to Escape themselves, and say `terug`.
        self._weg.setEnabled(isinstance(blad, Teplannenscherm | Middelenscherm))

    def _maak(self, welk: Tabblad) -> QWidget:
        match welk:
            case Tabblad.TE_PLANNEN:
                return Teplannenscherm(self._werkplek, self)
            case Tabblad.AGENDA:
                return self._agenda()
            case Tabblad.MIDDELEN:
                return Middelenscherm(self._werkplek, self)

    def _agenda(self) -> QWidget:
        from desktop.views.toets.agenda import Agendascherm

        agenda = Agendascherm(self._werkplek, self)
        agenda.dag_gevraagd.connect(self.toon_dag)
        agenda.terug.connect(self.terug)
        agenda.in_een_kamer()
        return agenda

    @property
    def huidig(self) -> QWidget:
        """What stands here now."""
        huidig = self._stapel.currentWidget()
        assert huidig is not None
        return huidig

    def toon_dag(self, sessie_id: str) -> None:
        """The day screen of one sitting; the heading makes room for it."""
        from desktop.views.toets.dagscherm import Dagscherm

        self._sluit_dag()
        self._dag = scherm = Dagscherm(self._werkplek, sessie_id, self)
        scherm.terug.connect(self.toon_agenda)
        self._stapel.addWidget(scherm)
        self._kop.hide()
        self._zet(scherm)
        scherm.setFocus(Qt.FocusReason.OtherFocusReason)

    def toon_agenda(self) -> None:
        """Back from the day screen."""
        self.toon(Tabblad.AGENDA)

    def _sluit_dag(self) -> None:
        self._kop.show()
        if self._dag is not None:
            self._stapel.removeWidget(self._dag)
            self._dag.deleteLater()
            self._dag = None

    def _escape(self) -> None:
        binnen = self.huidig
        if not (isinstance(binnen, Teplannenscherm | Middelenscherm) and binnen.terug()):
            self.terug.emit()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the room gives it the focus: that is for the tab.
        self.huidig.setFocus(gebeurtenis.reason())
