"""The dates of one dossier as a user works with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.termijn import Regel, Termijn
from desktop.models.termijnfeit import Feitsoort
from desktop.views.termijnen.scherm import Termijnenscherm
from desktop.views.termijnen.tijdlijn import Tijdlijn
from desktop.views.termijnen.tijdlijnmaat import Schaal


class Tijdlijnpagina:
    """Page object over the drawn line."""

    def __init__(self, qtbot: QtBot, lijn: Tijdlijn) -> None:
        self.qtbot, self.lijn = qtbot, lijn

    @property
    def huidig(self) -> Termijn:
        nu = self.lijn.huidig
        assert nu is not None
        return nu

    def toets(self, toets: Qt.Key, keer: int = 1) -> None:
        for _n in range(keer):
            self.qtbot.keyClick(self.lijn, toets)

    @property
    def gesproken(self) -> list[tuple[str, str]]:
        """(name, description) of every date as a screen reader gets it."""
        kern = QAccessible.queryAccessibleInterface(self.lijn)
        kinderen = [kern.child(n) for n in range(kern.childCount())]
        return [
            (k.text(QAccessible.Text.Name), k.text(QAccessible.Text.Description))
            for k in kinderen
            if k.role() is QAccessible.Role.ListItem
        ]

    @property
    def gesproken_nu(self) -> str:
        """The date that a screen reader says is the one with the focus."""
        kern = QAccessible.queryAccessibleInterface(self.lijn)
        kind = kern.focusChild()
        return kind.text(QAccessible.Text.Name) if kind is not None else ""

    def wiel(self, tikken: int, bij: int = 300) -> bool:
        """Turns the wheel over the line; True when the line took it."""
        plek = QPointF(bij, 100)
        draai = QWheelEvent(
            plek,
            self.lijn.viewport().mapToGlobal(plek),
            QPoint(),
            QPoint(0, 120 * tikken),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.lijn.viewport(), draai)
        return draai.isAccepted()

    def klik(self, regel: Regel, nummer: int = 0) -> None:
        """Clicks on the point of a date."""
        (rij,) = (
            n for n, t in enumerate(self.lijn._lijst) if (t.regel, t.nummer) == (regel, nummer)
        )
        vak = self.lijn.visualRect(self.lijn.model().index(rij, 0))
        self.qtbot.mouseClick(self.lijn.viewport(), Qt.MouseButton.LeftButton, pos=vak.center())

    def sleep(self, van: int, tot: int) -> None:
        """Drags the line itself, on a place where nothing stands."""
        y = 4
        vlak = self.lijn.viewport()
        self.qtbot.mousePress(vlak, Qt.MouseButton.LeftButton, pos=QPoint(van, y))
        self.qtbot.mouseMove(vlak, QPoint(tot, y))
        self.qtbot.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=QPoint(tot, y))

    def kleuren(self) -> set[str]:
        """Every colour that is on it now."""
        beeld = self.lijn.viewport().grab().toImage()
        return {
            QColor(beeld.pixel(x, y)).name().upper()
            for x in range(beeld.width())
            for y in range(0, beeld.height(), 2)
        }


class Termijnenpagina:
    """Page object over the whole screen."""

    def __init__(self, qtbot: QtBot, scherm: Termijnenscherm) -> None:
        self.qtbot, self.scherm = qtbot, scherm
        self.tijdlijn = Tijdlijnpagina(qtbot, scherm.tijdlijn)

    @property
    def waarom(self) -> str:
        """The explanation, as a screen reader says it."""
        return self.scherm.waarom.tekst

    @property
    def uitgelegd(self) -> str:
        return self.scherm.waarom.naam.text()

    def schaal(self, schaal: Schaal) -> None:
        self.qtbot.mouseClick(self.scherm.schalen[schaal], Qt.MouseButton.LeftButton)

    @property
    def schalen_aan(self) -> list[Schaal]:
        return [s for s, k in self.scherm.schalen.items() if k.isChecked()]

    def rijen(self) -> list[tuple[str, ...]]:
        """The list, line by line."""
        model = self.scherm.lijst.model()
        return [
            tuple(model.index(r, k).data() for k in range(model.columnCount()))
            for r in range(model.rowCount())
        ]

    def leg_vast(self, soort: Feitsoort, **velden: str) -> None:
        """Fills in the form as a user does, and presses the button."""
        kaart = self.scherm.feiten
        keuze = kaart.soort.invoer
        assert isinstance(keuze, QComboBox)
        keuze.setCurrentIndex(keuze.findData(soort.value))
        keuze.activated.emit(keuze.currentIndex())
        for veld in kaart._velden:
            if veld.naam in velden:
                assert veld.isVisibleTo(kaart), f"{veld.naam} is not asked for {soort}"
                veld.invoer.clear()
                self.qtbot.keyClicks(veld.invoer, velden[veld.naam])
        self.qtbot.mouseClick(kaart.doe, Qt.MouseButton.LeftButton)

    @property
    def gevraagd(self) -> list[str]:
        """Fields that the form shows now."""
        kaart = self.scherm.feiten
        return [v.naam for v in kaart._velden if v.isVisibleTo(kaart)]

    @property
    def fouten(self) -> dict[str, str]:
        """The sentence beside each field."""
        return {v.naam: v.fout.text() for v in self.scherm.feiten._velden if v.fout.text()}

    def haal_weg(self) -> None:
        """Takes the first fact away."""
        kaart = self.scherm.feiten
        knop = next(k for k in kaart.findChildren(QPushButton) if k.text() == "Haal weg")
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
