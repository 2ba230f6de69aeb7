"""The reason of one day, in place: a small window beside the date, away with Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.termijnen.dagreden import Dagreden
from desktop.views.termijnen.waaromblad import Waaromblad

BREED = 480
RAND, DIK = 8, 2
SLUIT = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F1)


class Waaromvenster(QFrame):
    """Beside `bij`; `vak` is the date in it. A click elsewhere closes it too.

    It goes when `bij` goes out of sight: behind the lock nothing of a dossier stays.
    """

    def __init__(self, reden: Dagreden, bij: QWidget, vak: QRect) -> None:
        super().__init__(bij, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(bij.layoutDirection())
        self.setProperty("soort", "uitleg")
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)  # its style has the frame
        rol = QScrollArea(self)
        rol.setWidgetResizable(True)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.blad = Waaromblad(rol)
        self.blad.toon(reden)
        self.blad.setProperty("soort", "")  # this window is its frame
        self.blad.blad.setContentsMargins(16, 12, 16, 16)
        self.blad.blad.setSpacing(8)
        rol.setWidget(self.blad)
        buiten.addWidget(rol)
        bij.installEventFilter(self)
        self._plaats(bij, vak)
        self.show()
        self.blad.setFocus(Qt.FocusReason.PopupFocusReason)

    def _plaats(self, bij: QWidget, vak: QRect) -> None:
        """Under the date, or above it where that has more room; never off the screen."""
        scherm = bij.screen() or QGuiApplication.primaryScreen()
        ruimte = scherm.availableGeometry().adjusted(RAND, RAND, -RAND, -RAND)
        begin = bij.mapToGlobal(vak.topLeft())
        breed = min(BREED, ruimte.width())
        for deel in (self.blad, *self.blad.findChildren(QWidget)):
            deel.ensurePolished()  # before it is shown: the letters say how high it is
        onder, boven = begin.y() + vak.height(), begin.y()
        hoog = self.blad.heightForWidth(breed - 2 * DIK) + 2 * DIK
        onder_past = onder + hoog <= ruimte.bottom()
        naar_boven = not onder_past and boven - ruimte.top() > ruimte.bottom() - onder
        hoog = min(hoog, boven - ruimte.top() if naar_boven else ruimte.bottom() - onder)
        x = begin.x()
        if bij.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            x += vak.width() - breed
        x = min(max(x, ruimte.left()), ruimte.right() - breed)
        self.setGeometry(QRect(QPoint(x, boven - hoog if naar_boven else onder), QPoint(0, 0)))
        self.setFixedSize(breed, hoog)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in SLUIT:
            self.close()
        else:
            super().keyPressEvent(gebeurtenis)

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() == QEvent.Type.Hide:
            self.close()
        return super().eventFilter(wie, gebeurtenis)
