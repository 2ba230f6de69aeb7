"""A PDF of A4 pages that Qt paints on, in points."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

RESOLUTIE = 300


@dataclass
class Papierwerk:
    """What is being painted, and afterwards the file."""

    schrijver: QPdfWriter
    painter: QPainter
    _inhoud: QByteArray = field(default_factory=QByteArray)

    @property
    def pdf(self) -> bytes:
        """The file; whole when the painting is over."""
        return bytes(self._inhoud.data())


@contextmanager
def op_papier(titel: str, *, liggend: bool = False) -> Iterator[Papierwerk]:
    """Paints within; the painter always ends before its paper goes, whatever went wrong."""
    inhoud = QByteArray()
    bak = QBuffer(inhoud)
    bak.open(QIODevice.OpenModeFlag.WriteOnly)
    schrijver = QPdfWriter(bak)
    schrijver.setResolution(RESOLUTIE)
    schrijver.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if liggend:
        schrijver.setPageOrientation(QPageLayout.Orientation.Landscape)
    schrijver.setPageMargins(QMarginsF(0, 0, 0, 0))
    schrijver.setTitle(titel)
    schrijver.setCreator("Viergesprek")
    painter = QPainter(schrijver)
    try:
        painter.scale(RESOLUTIE / 72, RESOLUTIE / 72)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield Papierwerk(schrijver, painter, inhoud)
    finally:
        painter.end()
        bak.close()
