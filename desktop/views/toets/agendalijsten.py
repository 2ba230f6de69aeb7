"""Beside the calendar: the sittings of the chosen day, and who still has no place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.store.toetsen import Sessieregel, Tetoetsen
from desktop.taal import _
from desktop.views.toets.agendabeeld import dagwoord
from desktop.views.toets.regellijst import Regellijst
from desktop.views.toets.woorden import dagen_in_woorden
from desktop.views.widgets.indeling import regel

ID = Qt.ItemDataRole.UserRole
RIJ = 56
NAAM = 256
"""Room for a name, in pixels: a longer one would push the days until the PIP out of sight."""


class Sessielijst(Regellijst):
    """The sittings of one day in words; the same keys as in the calendar."""

    gekozen = Signal(str)
    geopend = Signal(str)
    verzetten = Signal()
    inzetten = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Toetsen op deze dag"), parent)
        self.currentItemChanged.connect(self._gekozen)
        self.itemActivated.connect(lambda item: self.geopend.emit(item.data(ID)))

    def toon(self, regels: list[tuple[Sessieregel, str]], gekozen: str | None) -> None:
        """Fills it anew; the chosen one stays chosen."""
        self.blockSignals(True)
        self.clear()
        for sessie, zin in regels:
            item = QListWidgetItem(zin, self)
            item.setData(ID, sessie.id)
            if sessie.id == gekozen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def kies(self, sessie_id: str | None) -> None:
        """Shows which one is chosen."""
        self.blockSignals(True)
        rij = next((n for n in range(self.count()) if self.item(n).data(ID) == sessie_id), -1)
        self.setCurrentRow(rij)
        self.blockSignals(False)

    def _gekozen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.gekozen.emit(item.data(ID))

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.geopend.emit(item.data(ID))
        elif item is not None and gebeurtenis.key() == Qt.Key.Key_M:
            self.verzetten.emit()
        elif item is not None and gebeurtenis.key() == Qt.Key.Key_P:
            self.inzetten.emit()
        else:
            super().keyPressEvent(gebeurtenis)


class Plaatslijst(Regellijst):
    """Who has no place yet. A row is dragged to a sitting; `boven` and `los` say where it is.

    `inzetten`: Enter, for the sitting that is chosen.
    """

    boven = Signal(QPoint, str)
    los = Signal(QPoint, str)
    inzetten = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Nog te plaatsen"), parent)
        self._druk: QPoint | None = None
        self._sleept = False

    @property
    def kandidaat_id(self) -> str | None:
        """Who is chosen."""
        item = self.currentItem()
        return item.data(ID) if item is not None else None

    @property
    def naam(self) -> str:
        """Of whom is chosen."""
        item = self.currentItem()
        return str(item.data(ID + 1)) if item is not None else ""

    def toon(self, mensen: list[Tetoetsen], taalnamen: dict[str, str]) -> None:
        """Fills it anew, the first due first; the chosen one stays chosen."""
        nu = self.kandidaat_id
        self.clear()
        for mens in mensen:
            onder = onderregel(mens, taalnamen)
            kort = self.fontMetrics().elidedText(mens.naam, Qt.TextElideMode.ElideRight, NAAM)
            item = QListWidgetItem(f"{kort}\n{onder}", self)
            item.setToolTip(mens.naam if kort != mens.naam else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{mens.naam}, {onder}")
            item.setData(ID, mens.kandidaat_id)
            item.setData(ID + 1, mens.naam)
            if mens.kandidaat_id == nu:
                self.setCurrentItem(item)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        # Not P, as in the calendar: here a letter walks to a name.
        if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.kandidaat_id:
            self.inzetten.emit()
        else:
            super().keyPressEvent(gebeurtenis)

    def viewportEvent(self, gebeurtenis: QEvent) -> bool:
        if isinstance(gebeurtenis, QMouseEvent) and self._volg(gebeurtenis):
            return True
        return super().viewportEvent(gebeurtenis)

    def _volg(self, gebeurtenis: QMouseEvent) -> bool:
        """True when it was part of a drag."""
        punt, soort = gebeurtenis.position().toPoint(), gebeurtenis.type()
        if soort == QEvent.Type.MouseButtonPress:
            self._druk = punt if self.itemAt(punt) is not None else None
            self._sleept = False
        elif soort == QEvent.Type.MouseMove and self._druk is not None:
            ver = (punt - self._druk).manhattanLength() >= QApplication.startDragDistance()
            self._sleept = self._sleept or ver
            if self._sleept:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.boven.emit(gebeurtenis.globalPosition().toPoint(), self.naam)
            return True
        elif soort == QEvent.Type.MouseButtonRelease:
            sleepte, self._druk, self._sleept = self._sleept, None, False
            self.viewport().unsetCursor()
            if sleepte and self.kandidaat_id:
                self.los.emit(gebeurtenis.globalPosition().toPoint(), self.kandidaat_id)
            return sleepte
        return False

    def laat_los(self) -> None:
        """Ends a drag where it began."""
        self._druk, self._sleept = None, False
        self.viewport().unsetCursor()


def onderregel(mens: Tetoetsen, taalnamen: dict[str, str]) -> str:
    """Until when, the language, and whether an interpreter is wanted."""
    delen = [woord] if (woord := dagen_in_woorden(mens.dagen_over)) else []
    wat = mens.aanpassingen
    taal = wat.tolktaal(mens.spreektaal) or wat.uitlegtaal or mens.spreektaal
    if taal:
        delen.append(taalnamen.get(taal, taal))
    if wat.tolk:
        delen.append(_("tolk"))
    return ", ".join(delen)


class Dagpaneel(QWidget):
    """Both lists under each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        self.dag = regel("", "kop", self)
        self.vrij = regel("", "fout", self)
        self.sessies = Sessielijst(self)
        self.leeg = regel(_("Op deze dag is er nog geen toets."), "zacht", self)
        self.kop = regel(_("Nog te plaatsen"), "kop", self)
        self.uitleg = regel("", "klein", self)
        self.mensen = Plaatslijst(self)
        for lijst in (self.sessies, self.mensen):
            lijst.setMinimumHeight(RIJ)
        for deel in (self.dag, self.vrij, self.leeg):
            blad.addWidget(deel)
        blad.addWidget(self.sessies, 2)
        blad.addSpacing(8)
        blad.addWidget(self.kop)
        blad.addWidget(self.uitleg)
        blad.addWidget(self.mensen, 3)
        blad.addStretch()

    def toon_dag(
        self, dag: date, vrij: str, regels: list[tuple[Sessieregel, str]], gekozen: str | None
    ) -> None:
        """The sittings of a day."""
        self.dag.setText(dagwoord(dag))
        self.vrij.setText(vrij)
        self.vrij.setVisible(bool(vrij))
        self.sessies.toon(regels, gekozen)
        self.leeg.setVisible(not regels)
        self.sessies.setVisible(bool(regels))

    def toon_mensen(self, mensen: list[Tetoetsen], taalnamen: dict[str, str]) -> None:
        """Who waits for a place."""
        hier = [mens for mens in mensen if mens.te_plaatsen]
        self.mensen.toon(hier, taalnamen)
        self.mensen.setVisible(bool(hier))
        if not hier:
            zin = _("Iedereen die is aangemeld, heeft een plek.")
        else:
            zin = _(
                "Sleep iemand naar een toets. Of kies eerst de toets, en dan hier iemand met Enter."
            )
        self.uitleg.setText(zin)
