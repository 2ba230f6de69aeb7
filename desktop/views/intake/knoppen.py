"""Choices as buttons: number key, pictogram, word, and a mark that is not colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from desktop.taal import _
from desktop.views.stijl import GEWOON, KLEIN, kleuren, letter
from desktop.views.widgets.pictogram import PictogramRegister


@dataclass(frozen=True)
class Keus:
    """One thing to choose from."""

    code: str
    tekst: str
    pictogram: str | None = None
    toets: str = ""


class Keuzeknop(QAbstractButton):
    """One choice. Chosen: a thick frame and a tick, or its place in the order."""

    def __init__(
        self, keus: Keus, register: PictogramRegister, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.keus = keus
        self._register = register
        self.rang: int | None = None
        # A row without a picture may be lower: six scores then fit on a small laptop.
        self._hoog = 48 if keus.pictogram or not keus.toets else 40
        self.setText(keus.tekst)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keus.tekst)

    def zet(self, gekozen: bool, rang: int | None = None) -> None:
        """Shows whether it is chosen, and in which place."""
        if (gekozen, rang) == (self.isChecked(), self.rang):
            return
        self.rang = rang
        self.setChecked(gekozen)
        self.setAccessibleDescription(_("gekozen") if gekozen else "")
        self.update()

    def nextCheckState(self) -> None:
        """Only the store decides what is chosen."""

    def sizeHint(self) -> QSize:
        """Room for key, picture, word and tick."""
        breed = self.fontMetrics().horizontalAdvance(self.text()) + 104
        return QSize(min(max(breed, 112), 360), self._hoog)

    def minimumSizeHint(self) -> QSize:
        """May be squeezed; the word then takes two lines."""
        return QSize(112, self._hoog)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        """Frame, key, picture, word, tick."""
        k = kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        vlak = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        aan = self.isChecked()
        over = self.underMouse() and self.isEnabled()
        verf.setBrush(QColor(k.accent_vlak if aan or over else k.blad))
        dik = 2.0 if aan else 1.0
        verf.setPen(QPen(QColor(k.accent if aan else k.rand_sterk), dik))
        verf.drawRoundedRect(vlak, 8, 8)
        if self.hasFocus():
            verf.setBrush(Qt.BrushStyle.NoBrush)
            verf.setPen(QPen(QColor(k.inkt), 2))
            verf.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, 0), 9, 9)
        inkt = QColor(k.inkt if self.isEnabled() else k.inkt_zacht)
        links = 12
        if self.keus.toets:
            verf.setFont(letter(KLEIN))
            verf.setPen(QColor(k.inkt_zacht))
            verf.drawText(
                QRect(links, 0, 16, self.height()), Qt.AlignmentFlag.AlignCenter, self.keus.toets
            )
            links += 24
        if self.keus.pictogram:
            beeld = self._register.pixmap(self.keus.pictogram, 36, self.devicePixelRatioF())
            verf.drawPixmap(links, (self.height() - 36) // 2, beeld)
            links += 44
        verf.setFont(letter(GEWOON, vet=aan))
        verf.setPen(inkt)
        rechts = 36 if aan else 8
        verf.drawText(
            QRect(links, 2, self.width() - links - rechts, self.height() - 4),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap,
            self.text(),
        )
        if aan:
            self._merk(verf)

    def _merk(self, verf: QPainter) -> None:
        k = kleuren()
        vak = QRectF(self.width() - 36, (self.height() - 24) / 2, 24, 24)
        verf.setPen(Qt.PenStyle.NoPen)
        verf.setBrush(QColor(k.accent))
        verf.drawEllipse(vak)
        verf.setPen(QPen(QColor(k.accent_inkt), 2.4, c=Qt.PenCapStyle.RoundCap))
        if self.rang is not None:
            verf.setFont(letter(KLEIN, vet=True))
            verf.drawText(vak, Qt.AlignmentFlag.AlignCenter, str(self.rang))
            return
        x, y = vak.x(), vak.y()
        verf.drawPolyline(
            [vak.center().__class__(x + a, y + b) for a, b in ((7, 12.5), (10.5, 16), (17, 8.5))]
        )


class KeuzeRij(QWidget):
    """Choices in columns; arrows move, Space or the number chooses."""

    gekozen = Signal(str)

    def __init__(
        self,
        keuzes: Sequence[Keus],
        register: PictogramRegister,
        parent: QWidget | None = None,
        *,
        kolommen: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._vast = kolommen
        self._kolommen = 0
        self._rooster = QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setSpacing(8)
        self.knoppen = [Keuzeknop(keus, register, self) for keus in keuzes]
        for knop in self.knoppen:
            knop.clicked.connect(lambda _aan=False, code=knop.keus.code: self.gekozen.emit(code))
            knop.installEventFilter(self)
        self._schik(kolommen or min(len(self.knoppen), 2))

    def zet(self, gekozen: Sequence[str], *, geordend: bool = False) -> None:
        """Shows what is chosen."""
        for knop in self.knoppen:
            code = knop.keus.code
            aan = code in gekozen
            knop.zet(aan, gekozen.index(code) + 1 if aan and geordend else None)

    def kies_toets(self, toets: str) -> bool:
        """The choice with this key, if there is one."""
        for knop in self.knoppen:
            if toets and knop.keus.toets == toets:
                knop.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.gekozen.emit(knop.keus.code)
                return True
        return False

    def eerste(self) -> QWidget:
        """Where the keyboard starts: what is chosen, else the first."""
        return next((k for k in self.knoppen if k.isChecked()), self.knoppen[0])

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        """More columns when there is room."""
        super().resizeEvent(gebeurtenis)
        if self._vast is None:
            aantal = len(self.knoppen)
            past = max(1, self.width() // 248)
            self._schik(aantal if aantal <= min(3, past) else min(past, 3 if aantal > 4 else 2))

    def _schik(self, kolommen: int) -> None:
        if kolommen == self._kolommen:
            return
        for kolom in range(self._kolommen):
            self._rooster.setColumnStretch(kolom, 0)
        self._kolommen = kolommen
        for n, knop in enumerate(self.knoppen):
            self._rooster.addWidget(knop, n // kolommen, n % kolommen)
        for kolom in range(kolommen):
            self._rooster.setColumnStretch(kolom, 1)

    def eventFilter(self, knop: QObject, gebeurtenis: QEvent) -> bool:
        """Arrows walk over the grid."""
        if gebeurtenis.type() == QEvent.Type.KeyPress and isinstance(gebeurtenis, QKeyEvent):
            stappen = {
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Up: -self._kolommen,
                Qt.Key.Key_Down: self._kolommen,
            }
            stap = stappen.get(Qt.Key(gebeurtenis.key()))
            if stap is not None and not gebeurtenis.modifiers() & Qt.KeyboardModifier.AltModifier:
                naar = self.knoppen.index(knop) + stap  # type: ignore[arg-type]
                if 0 <= naar < len(self.knoppen):
                    self.knoppen[naar].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(knop, gebeurtenis)
