"""The calendar of the test as a user works with it: dragging, keys, forms."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.dossiers.velden import Keuzelijst
from desktop.views.toets.agenda import Agendascherm
from desktop.views.toets.agendaformulier import Sessieformulier, Verzetformulier

LINKS = Qt.MouseButton.LeftButton


class Agendapagina:
    """One calendar on the screen."""

    def __init__(self, qtbot: QtBot, scherm: Agendascherm) -> None:
        self._bot, self.scherm, self.vlak = qtbot, scherm, scherm.vlak

    def midden_van(self, sessie_id: str) -> QPoint:
        blok = self.vlak.maat.blok_van(sessie_id)
        assert blok is not None, "the sitting is not in sight"
        return blok.rect.center().toPoint()

    def punt_van(self, dag: date, tijd: str, groep: str = "") -> QPoint:
        """A place in the calendar."""
        vak = next(v for v in self.vlak.maat.vakken if v.dag == dag and v.groep == groep)
        if self.vlak.maat.uren is None:
            return vak.rect.center().toPoint()
        return QPoint(int(vak.rect.center().x()), int(self.vlak.maat.y_van(tijd)))

    def _trek(self, widget: QWidget, van: QPoint, naar: QPoint) -> None:
        QTest.mousePress(widget, LINKS, Qt.KeyboardModifier.NoModifier, van)
        for deel in (0.3, 0.7, 1.0):
            QTest.mouseMove(widget, van + (naar - van) * deel)
        QTest.mouseRelease(widget, LINKS, Qt.KeyboardModifier.NoModifier, naar)

    def sleep(self, sessie_id: str, dag: date, tijd: str, groep: str = "") -> None:
        """Takes a sitting at its top and lets it go at this time."""
        blok = self.vlak.maat.blok_van(sessie_id)
        assert blok is not None
        van = QPoint(int(blok.rect.center().x()), int(blok.rect.top()) + 4)
        self._trek(self.vlak, van, self.punt_van(dag, tijd, groep) + QPoint(0, 4))

    def sleep_kandidaat(self, naam: str, sessie_id: str) -> None:
        """Takes somebody from the list and lets go above a sitting."""
        lijst = self.scherm.paneel.mensen
        item = next(i for n in range(lijst.count()) if naam in (i := lijst.item(n)).text())
        van = lijst.visualItemRect(item).center()
        overal = self.vlak.mapToGlobal(self.midden_van(sessie_id))
        self._trek(lijst.viewport(), van, lijst.viewport().mapFromGlobal(overal))

    def toets(self, *toetsen: Qt.Key) -> None:
        """Keys, wherever the focus is."""
        for toets in toetsen:
            wie = QApplication.focusWidget()
            assert wie is not None
            self._bot.keyClick(wie, toets)

    def tab_naar(self, doel: QWidget) -> None:
        """Tab, until the focus is there."""
        for _keer in range(40):
            if doel.hasFocus():
                return
            self.toets(Qt.Key.Key_Tab)
        raise AssertionError("not reached with Tab")

    @property
    def wachtend(self) -> list[str]:
        lijst = self.scherm.paneel.mensen
        return [lijst.item(n).text().splitlines()[0] for n in range(lijst.count())]

    @property
    def dagregels(self) -> list[str]:
        lijst = self.scherm.paneel.sessies
        return [lijst.item(n).text() for n in range(lijst.count())]

    @property
    def bel(self) -> str:
        """What is said over the calendar; empty for nothing."""
        return self.scherm.bel.zin if self.scherm.bel.isVisible() else ""

    def vul(self, form: Sessieformulier | Verzetformulier, **waarden: str) -> None:
        """Types in the fields and chooses in the lists."""
        for naam, waarde in waarden.items():
            invoer = form.velden[naam].invoer
            if isinstance(invoer, Keuzelijst):
                invoer.zet(waarde)
            else:
                invoer.selectAll()
                self._bot.keyClicks(invoer, waarde)

    def klik(self, knop: QWidget) -> None:
        self._bot.mouseClick(knop, LINKS)
