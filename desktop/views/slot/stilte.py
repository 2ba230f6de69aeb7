"""Notices that nobody has touched anything for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

STANDAARD_MINUTEN = 10

_GEBAREN = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class Stiltewacht(QObject):
    """Emits `stil` after `minuten` without a key, a mouse or a touch, in any window."""

    stil = Signal()

    def __init__(self, app: QApplication, minuten: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.stil)
        self.zet_minuten(minuten)
        app.installEventFilter(self)

    def zet_minuten(self, minuten: float) -> None:
        """Changes the time and begins counting anew."""
        self._timer.setInterval(int(minuten * 60_000))
        self._timer.start()

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() in _GEBAREN:
            self._timer.start()
        return False
