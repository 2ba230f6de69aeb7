"""The search field of the caseload: Esc empties it, a cross in it does the same."""

from __future__ import annotations

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.taal import _
from desktop.views import stijl


class Zoekveld(QLineEdit):
    """One line, larger than other fields: it is where every visit begins."""

    def __init__(self, hulptekst: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "zoek")
        self.setAccessibleName(_("Zoeken in dossiers"))
        self.setPlaceholderText(hulptekst)
        wis = self.addAction(_kruisje(), QLineEdit.ActionPosition.TrailingPosition)
        wis.setText(_("Zoekveld leegmaken"))
        wis.setToolTip(_("Zoekveld leegmaken (Esc)"))
        wis.triggered.connect(self.clear)
        wis.setVisible(False)
        self.textChanged.connect(lambda tekst: wis.setVisible(bool(tekst)))

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(gebeurtenis)


def _kruisje() -> QIcon:
    pixmap = QPixmap(32, 32)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    verf = QPainter(pixmap)
    verf.setRenderHint(QPainter.RenderHint.Antialiasing)
    verf.setPen(QPen(QColor(stijl.kleuren().inkt_zacht), 1.8, c=Qt.PenCapStyle.RoundCap))
    verf.drawLines([QLineF(3.5, 3.5, 12.5, 12.5), QLineF(12.5, 3.5, 3.5, 12.5)])
    verf.end()
    return QIcon(pixmap)
