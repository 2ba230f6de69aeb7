"""A row that goes on under itself when there is no room, as words do in a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Stroomrij(QLayout):
    """Widgets beside one another from the reading side; what does not fit begins a new line."""

    def __init__(self, parent: QWidget | None = None, *, tussen: int = 4) -> None:
        super().__init__(parent)
        self._delen: list[QLayoutItem] = []
        self._tussen = tussen
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._delen.append(item)

    def count(self) -> int:
        return len(self._delen)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._delen[index] if 0 <= index < len(self._delen) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._delen.pop(index) if 0 <= index < len(self._delen) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, breed: int) -> int:
        return self._leg(QRect(0, 0, breed, 0), plaats=False)

    def sizeHint(self) -> QSize:
        zichtbaar = [deel.sizeHint() for deel in self._delen if not deel.isEmpty()]
        breed = sum(maat.width() for maat in zichtbaar)
        breed += self._tussen * max(0, len(zichtbaar) - 1)
        return QSize(breed, max((maat.height() for maat in zichtbaar), default=0))

    def minimumSize(self) -> QSize:
        uit = QSize()
        for deel in self._delen:
            uit = uit.expandedTo(deel.minimumSize())
        return uit

    def setGeometry(self, vlak: QRect) -> None:
        super().setGeometry(vlak)
        self._leg(vlak, plaats=True)

    def _leg(self, vlak: QRect, *, plaats: bool) -> int:
        """Lays the widgets, or only counts; returns the height."""
        x, y, hoog = vlak.x(), vlak.y(), 0
        ouder = self.parentWidget()
        rechts = ouder is not None and ouder.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for deel in self._delen:
            if deel.isEmpty():
                continue
            maat = deel.sizeHint()
            groeit = deel.expandingDirections() & Qt.Orientation.Horizontal
            breed = min(maat.width(), vlak.width())
            if x > vlak.x() and x + breed > vlak.right() + 1:
                x, y, hoog = vlak.x(), y + hoog + self._tussen, 0
            if groeit:
                breed = vlak.right() + 1 - x
            if plaats:
                links = vlak.right() + 1 - (x - vlak.x()) - breed if rechts else x
                deel.setGeometry(QRect(QPoint(links, y), QSize(breed, maat.height())))
            x += breed + self._tussen
            hoog = max(hoog, maat.height())
        return y + hoog - vlak.y()


def stroom(ouder: QWidget, *, tussen: int = 4) -> Stroomrij:
    """Makes `ouder` a row that wraps; it takes the height that it then needs."""
    beleid = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    beleid.setHeightForWidth(True)
    ouder.setSizePolicy(beleid)
    return Stroomrij(ouder, tussen=tussen)
