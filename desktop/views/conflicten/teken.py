"""A small sign: two sheets that say something else. The words stand beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.views.stijl import kleuren

MAAT = 16


def verschilteken(dpr: float = 1.0) -> QPixmap:
    """Two sheets, one over the other, in the colour of what asks for attention."""
    k = kleuren()
    pixmap = QPixmap(round(MAAT * dpr), round(MAAT * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    verf = QPainter(pixmap)
    verf.setRenderHint(QPainter.RenderHint.Antialiasing)
    verf.setPen(QPen(QColor(k.aandacht), 1.6))
    verf.drawRoundedRect(QRectF(1.8, 1.8, 8.4, 8.4), 2, 2)
    verf.setBrush(QColor(k.aandacht))
    verf.drawRoundedRect(QRectF(5.8, 5.8, 8.4, 8.4), 2, 2)
    verf.end()
    return pixmap


class Tekenrechts(QStyledItemDelegate):
    """The sign stands after the text, so that all texts begin at one line."""

    def initStyleOption(
        self, optie: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(optie, index)
        optie.decorationPosition = QStyleOptionViewItem.Position.Right
