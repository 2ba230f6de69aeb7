"""A sheet to work in: a heading with the way back, and what is typed keeps itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.widgets.indeling import Vel, regel


class Werkblad(Vel):
    """Before `terug` all is kept. The rest goes into `_buiten`."""

    def __init__(self, titel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buiten.setSpacing(0)
        self._kop = QHBoxLayout()
        self._kop.setContentsMargins(24, 16, 24, 12)
        self._kop.setSpacing(16)
        self.knop_terug.clicked.connect(self._ga_terug)
        self._kop.addWidget(self.knop_terug, 0, Qt.AlignmentFlag.AlignTop)
        woorden = QVBoxLayout()
        woorden.setSpacing(0)
        woorden.addWidget(regel(titel, "titel", self))
        self.onder = regel("", "zacht", self)
        woorden.addWidget(self.onder)
        self._kop.addLayout(woorden, 1)
        self._buiten.addLayout(self._kop)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self._escape,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._na_focus)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed. False when something was refused."""
        return True

    def houd_in_beeld(self, deel: QWidget) -> None:
        """What has the keyboard is in sight."""

    def _escape(self) -> None:
        self._ga_terug()

    def _ga_terug(self) -> None:
        self.leg_vast()
        self.terug.emit()

    def _na_focus(self, _oud: QWidget | None, nieuw: QWidget | None) -> None:
        if nieuw is not None and self.isAncestorOf(nieuw):
            self.houd_in_beeld(nieuw)
