"""A kept scan, as somebody looks at it on the sheet of the signature."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.views.pip.scanbeeld import Scanbeeld, Scanvlak
from desktop.views.pip.tekenen import Tekenblad


def getekend_papier(pad: Path, *, breed: int = 1240, hoog: int = 1754) -> Path:
    """A sheet at 150 dots an inch with lines and a signature, as a scanner gives it."""
    beeld = QImage(breed, hoog, QImage.Format.Format_RGB32)
    beeld.fill(QColor("white"))
    verf = QPainter(beeld)
    for n in range(24):
        verf.fillRect(140, 160 + 44 * n, breed - 280 - 90 * (n % 4), 9, QColor("#55585F"))
    verf.setPen(QColor("#1F3F8F"))
    for n in range(60):
        verf.drawLine(700 + 6 * n, 1500 + (n % 9) * 7, 706 + 6 * n, 1500 + ((n + 4) % 9) * 7)
    verf.end()
    assert beeld.save(str(pad))
    return pad


class Scanpagina:
    """The last scan under "Vastgelegd"."""

    def __init__(self, qtbot: QtBot, scherm: Tekenblad) -> None:
        self._qtbot, self._scherm = qtbot, scherm

    @property
    def scan(self) -> Scanbeeld:
        return self._scherm.lijst.scans[0]

    @property
    def vlak(self) -> Scanvlak:
        self._qtbot.waitUntil(lambda: self.scan.vlak.isVisible())
        return self.scan.vlak

    def klik(self, breed: float = 0.1, hoog: float = 0.1) -> None:
        """On the paper itself, at this share of its width and height."""
        vel = self.vlak.vel
        plek = QPoint(round(vel.width() * breed), round(vel.height() * hoog))
        self._qtbot.mouseClick(vel, Qt.MouseButton.LeftButton, pos=plek)

    def toets(self, toets: Qt.Key) -> None:
        """A key, where the keyboard is now."""
        wie = self._scherm.focusWidget()
        assert wie is not None
        self._qtbot.keyClick(wie, toets)
