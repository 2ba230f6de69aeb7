"""The klantmanager's window: lock screen, caseload, dossier, talk; one at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QWidget

from desktop.models.catalogus import Gemeente
from desktop.taal import _
from desktop.views import stijl
from desktop.views.slot.scherm import Slotscherm
from desktop.views.slot.stilte import STANDAARD_MINUTEN, Stiltewacht
from desktop.views.widgets.getypt import getypt, zet_terug

log = logging.getLogger(__name__)

MELDING_MS = 8000
BOVEN_DE_VOET = 56
"""The sentence stands above the status line, which must stay readable."""


class Hoofdvenster(QMainWindow):
    """Holds the lock screen and, once opened, the workroom behind it.

    `sleutel_gegeven` carries the data key, `eerste_keer` key, name and gemeente;
    the application answers with `toon_werkruimte` or `toon_fout`.
    """

    sleutel_gegeven = Signal(bytes)
    eerste_keer = Signal(bytes, str, str)
    taal_gekozen = Signal(str)
    vergrendeld = Signal()
    gesloten = Signal()

    def __init__(
        self,
        sleutelpad: Path,
        gemeenten: Callable[[], tuple[Gemeente, ...]],
        *,
        demo_wachtzin: str | None = None,
    ) -> None:
        super().__init__()
        # No name of a client, ever: the title shows in task bars and screenshots.
        self._demo = demo_wachtzin is not None
        self._zet_titel()
        self.setMinimumSize(960, 560)
        self._stapel = QStackedWidget(self)
        self.setCentralWidget(self._stapel)
        self._maak_slot = partial(
            Slotscherm, sleutelpad, gemeenten, demo_wachtzin=demo_wachtzin, parent=self._stapel
        )
        self._zet_slot()
        self.werkruimte: QWidget | None = None
        self._vooraf: QWidget | None = None
        self._melding = QLabel(self)
        self._melding.setProperty("soort", "melding")
        self._melding.setWordWrap(True)
        self._melding.setTextFormat(Qt.TextFormat.PlainText)
        self._melding.hide()
        self._melding_weg = QTimer(self)
        self._melding_weg.setSingleShot(True)
        self._melding_weg.setInterval(MELDING_MS)
        self._melding_weg.timeout.connect(self._melding.hide)
        QShortcut(QKeySequence("Ctrl+L"), self, self.vergrendel)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.stilte = Stiltewacht(app, STANDAARD_MINUTEN, self)
        self.stilte.stil.connect(self.vergrendel)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda: stijl.pas_toe(app))

    @property
    def op_slot(self) -> bool:
        """True while the lock screen is shown."""
        return self._stapel.currentWidget() is self.slot_

    def _zet_titel(self) -> None:
        self.setWindowTitle(_("Viergesprek (demo)") if self._demo else "Viergesprek")

    def _zet_slot(self) -> None:
        self.slot_ = self._maak_slot()
        self._stapel.addWidget(self.slot_)
        self.slot_.open.connect(self.sleutel_gegeven)
        self.slot_.eerste_keer.connect(self.eerste_keer)
        self.slot_.taal_gekozen.connect(self.taal_gekozen)

    def wissel_taal(self) -> None:
        """The lock screen and the title in the language that was just chosen."""
        self._melding.hide()
        self._zet_titel()
        oud, was_voor = self.slot_, self.op_slot
        self._zet_slot()
        zet_terug(self.slot_, getypt(oud))
        if was_voor:
            self._stapel.setCurrentWidget(self.slot_)
            self.slot_.taal.setFocus()
        self._doe_weg(oud)

    def toon_vooraf(self, blad: QWidget) -> None:
        """A sheet in the place of the workroom, until that one is shown."""
        self._doe_weg(self._vooraf)
        self._vooraf = blad
        self._stapel.addWidget(blad)
        self._stapel.setCurrentWidget(blad)
        blad.setFocus()

    def begin_opnieuw(self, zin: str) -> None:
        """The data of this laptop is gone: the first start again, and a sentence that says why."""
        self._melding.hide()
        weg = (self.slot_, self._vooraf, self.werkruimte)
        self._vooraf = self.werkruimte = None
        self._zet_slot()
        self._stapel.setCurrentWidget(self.slot_)
        for widget in weg:
            self._doe_weg(widget)
        self.slot_.fout.setText(zin)

    def _doe_weg(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._stapel.removeWidget(widget)
            widget.deleteLater()

    def toon_werkruimte(self, werkruimte: QWidget) -> None:
        """Shows the workroom; the same one again after unlocking, with its place kept."""
        self._doe_weg(self._vooraf)
        self._vooraf = None
        oud = self.werkruimte
        if werkruimte is not oud:
            self.werkruimte = werkruimte
            self._stapel.addWidget(werkruimte)
        laatste = werkruimte.focusWidget()
        self._stapel.setCurrentWidget(werkruimte)
        (laatste or werkruimte).setFocus()
        if oud is not werkruimte:
            self._doe_weg(oud)

    def toon_fout(self, fout: Exception) -> None:
        """A store that does not open: the sentence stands on the lock screen."""
        self.slot_.toon_fout(fout)

    def vergrendel(self) -> None:
        """Blanks this window; the application blanks the client's and forgets the key."""
        if self.op_slot:
            return
        self._melding.hide()
        self.vergrendeld.emit()
        self.slot_.vergrendel()
        self._stapel.setCurrentWidget(self.slot_)
        self.slot_.wachtzin.setFocus()

    def meld(self, zin: str) -> None:
        """A sentence at the bottom of the window, for a while: something asks for attention."""
        self._zeg(zin, "melding")

    def meld_gelukt(self, zin: str) -> None:
        """The same for what went well."""
        self._zeg(zin, "gelukt")

    def _zeg(self, zin: str, soort: str) -> None:
        self._melding.setProperty("soort", soort)
        self._melding.style().polish(self._melding)
        self._melding.setText(zin)
        self._plaats_melding()
        self._melding.show()
        self._melding.raise_()
        self._melding_weg.start()

    @property
    def meldt(self) -> bool:
        """True while a sentence stands at the bottom."""
        return self._melding.isVisible()

    def haal_naar_voren(self) -> None:
        """A second start of the program brings this one to the front."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def _plaats_melding(self) -> None:
        breed = min(720, self.width() - 48)
        self._melding.setFixedWidth(breed)
        self._melding.adjustSize()
        self._melding.move(
            (self.width() - self._melding.width()) // 2,
            self.height() - self._melding.height() - BOVEN_DE_VOET,
        )

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        if self._melding.isVisible():
            self._plaats_melding()

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        self.gesloten.emit()
        super().closeEvent(gebeurtenis)
