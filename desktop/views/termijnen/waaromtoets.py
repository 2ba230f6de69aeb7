"""F1 and the context menu say why it is this day: in a list, and where a click does other work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from desktop.taal import _
from desktop.views.termijnen.dagreden import Dagreden
from desktop.views.termijnen.waaromvenster import Waaromvenster

Vraag = Callable[[], Dagreden | None]


class Waaromtoets(QObject):
    """Asks `reden` only when somebody wants to know; a date without one has no menu."""

    def __init__(self, bij: QWidget, reden: Vraag) -> None:
        super().__init__(bij)
        self._bij, self._reden = bij, reden
        bij.installEventFilter(self)

    def plek(self) -> tuple[QWidget, QRect]:
        """Beside what the reason stands: a widget, and where in it."""
        return self._bij, self._bij.rect()

    def leg_uit(self) -> bool:
        """Shows it; False where there is nothing to say."""
        reden = self._reden()
        if reden is not None:
            Waaromvenster(reden, *self.plek())
        return reden is not None

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if isinstance(gebeurtenis, QKeyEvent) and gebeurtenis.type() == QEvent.Type.KeyPress:
            return gebeurtenis.key() == Qt.Key.Key_F1 and self.leg_uit()
        if isinstance(gebeurtenis, QContextMenuEvent):
            return self._menu(gebeurtenis)
        return super().eventFilter(wie, gebeurtenis)

    def _menu(self, vraag: QContextMenuEvent) -> bool:
        if self._reden() is None:
            return False
        menu = QMenu(self._bij)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keus = menu.addAction(_("Waarom deze dag?"), self.leg_uit)
        keus.setShortcut(QKeySequence(Qt.Key.Key_F1))
        menu.popup(vraag.globalPos())
        return True


class Lijstwaarom(Waaromtoets):
    """Of the row under the keyboard, or under the pointer; the reason stands at its date."""

    def __init__(
        self, lijst: QAbstractItemView, kolom: int, reden: Callable[[int], Dagreden | None]
    ) -> None:
        super().__init__(lijst, lambda: self._van_rij())
        self._lijst, self._kolom, self._per_rij = lijst, kolom, reden
        lijst.viewport().installEventFilter(self)

    def _van_rij(self) -> Dagreden | None:
        rij = self._lijst.currentIndex().row()
        return self._per_rij(rij) if rij >= 0 else None

    def plek(self) -> tuple[QWidget, QRect]:
        rij = self._lijst.currentIndex()
        return self._lijst.viewport(), self._lijst.visualRect(rij.siblingAtColumn(self._kolom))

    def _menu(self, vraag: QContextMenuEvent) -> bool:
        if vraag.reason() is QContextMenuEvent.Reason.Mouse:
            punt = self._lijst.viewport().mapFromGlobal(vraag.globalPos())
            onder = self._lijst.indexAt(punt)
            if not onder.isValid():
                return False
            self._lijst.setCurrentIndex(onder)
        return super()._menu(vraag)
