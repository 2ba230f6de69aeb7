"""Everything on the client's screen that can be touched: a card with a picture and a word."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.models.prompts import Tekst
from desktop.views import stijl
from desktop.views.client.luisterknop import Luisterknop
from desktop.views.client.maat import WOORD, passende_letter, past_klein, schrijf
from desktop.views.widgets.pictogram import PictogramRegister

DUBBEL_S = 0.3
"""A second touch within this many seconds is a trembling hand, not a choice."""

MET_TOETSEN = "met_toetsen"
"""Property of the window: the last gesture was a key. A finger leaves no dashed frame."""

KLEUR = stijl.LICHT
"""Pictograms have black lines: the client's screen is always light."""


class Plaatjeknop(QAbstractButton):
    """A card: the picture takes at least half, the word stands under it, small Dutch below.

    Chosen shows by a thick frame and a tick, never by colour alone.
    """

    def __init__(self, register: PictogramRegister, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._tekst: Tekst | None = None
        self._pictogram = ""
        self._rang: int | None = None
        self._rtl = False
        self._toon_nl = True
        self._rustig = False
        self._vorige_druk = 0.0
        self._getoond: tuple[object, ...] | None = None
        self._klinkt = False
        self._gehoord = False
        self.luister = Luisterknop(self)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def toon(
        self,
        tekst: Tekst,
        pictogram: str,
        *,
        gekozen: bool = False,
        rang: int | None = None,
        rtl: bool = False,
        toon_nl: bool = True,
        rustig: bool = False,
    ) -> None:
        """Shows one choice; `rustig` is a card without a surface, for the bar."""
        nieuw = (tekst, pictogram, gekozen, rang, rtl, toon_nl, rustig)
        if nieuw == self._getoond:
            return  # a touch repaints what it changed, not the whole screen
        self._getoond = nieuw
        self._tekst, self._pictogram, self._rang = tekst, pictogram, rang
        gekeerd = rtl != self._rtl
        self._rtl, self._toon_nl, self._rustig = rtl, toon_nl, rustig
        if gekeerd:
            self._plaats_luisterknop()
        self.setChecked(gekozen)
        self.setAccessibleName(tekst.tekst)
        self.setAccessibleDescription(tekst.nederlands)
        self.update()

    def zet_geluid(self, luister: Tekst | None, *, klinkt: bool, gehoord: bool) -> None:
        """`luister`: the word of its own button for hearing, None when nobody can say it;
        `gehoord`: a next touch chooses it."""
        self.luister.setVisible(luister is not None)
        if luister is not None:
            wat = self._tekst.tekst if self._tekst else ""
            self.luister.toon(luister, wat, klinkt=klinkt)
        if (klinkt, gehoord) != (self._klinkt, self._gehoord):
            self._klinkt, self._gehoord = klinkt, gehoord
            self.update()

    @property
    def klinkt(self) -> bool:
        """True while its word is said."""
        return self._klinkt

    def nextCheckState(self) -> None:
        """The answer decides what is chosen, not the touch."""

    def event(self, gebeurtenis: QEvent) -> bool:
        """Remembers on the window whether keys or fingers are at work."""
        if gebeurtenis.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.window().setProperty(MET_TOETSEN, gebeurtenis.type() == QEvent.Type.KeyPress)
            self.update()
        return super().event(gebeurtenis)

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        nu = time.monotonic()
        if nu - self._vorige_druk < DUBBEL_S:
            gebeurtenis.accept()
            return
        self._vorige_druk = nu
        super().mousePressEvent(gebeurtenis)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        self._plaats_luisterknop()

    def _plaats_luisterknop(self) -> None:
        zijde = self.luister.zijde(min(self.width() // 3, self.height() // 3))
        x = self.width() - zijde - 4 if self._rtl else 4
        self.luister.setGeometry(x, 4, zijde, zijde)

    def mouseDoubleClickEvent(self, gebeurtenis: QMouseEvent) -> None:
        self.mousePressEvent(gebeurtenis)

    @property
    def woordvak(self) -> QRectF:
        """Where the word stands."""
        h = self.height()
        return QRectF(self.width() * 0.05, h * 0.60, self.width() * 0.90, h * self._woorddeel)

    @property
    def _woorddeel(self) -> float:
        return 0.22 if self._nl_zichtbaar else 0.38 if self._rustig else 0.34

    @property
    def _nl_zichtbaar(self) -> bool:
        """Not on the smallest window, where it would leave no room for the word."""
        tekst = self._tekst
        if tekst is None or not self._toon_nl or tekst.tekst == tekst.nederlands:
            return False
        breed, h, vet = int(self.width() * 0.90), self.height(), not self._rustig
        return past_klein(tekst.nederlands, breed, int(h * 0.14), regels=1) and past_klein(
            tekst.tekst, breed, int(h * 0.22), regels=2, vet=vet
        )

    def lettermaat(self) -> int:
        """Pixels of the word, as large as fits."""
        if self._tekst is None:
            return stijl.GEWOON
        vak = self.woordvak
        return passende_letter(
            self._tekst.tekst,
            int(vak.width()),
            int(vak.height()),
            hoogst=max(stijl.GEWOON if self._rustig else WOORD, round(self.height() * 0.13)),
            vet=not self._rustig,
            regels=2,
        )

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        if self._tekst is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        self._teken_kaart(painter)
        b, h = self.width(), self.height()
        zijde = int(min(b * 0.86, h * 0.52))
        pixmap = self._register.pixmap(
            self._pictogram, max(8, zijde), self.devicePixelRatioF(), self._rtl
        )
        painter.drawPixmap(QPointF((b - zijde) / 2, h * 0.06), pixmap)
        painter.setPen(QColor(KLEUR.inkt))
        schrijf(
            painter,
            self.woordvak,
            self._tekst.tekst,
            self.lettermaat(),
            vet=not self._rustig,
            rtl=self._rtl and self._tekst.vertaald,
        )
        if self._nl_zichtbaar:
            vak, nl = QRectF(b * 0.05, h * 0.82, b * 0.90, h * 0.14), self._tekst.nederlands
            hoogst = max(11, round(h * 0.07))
            maat = passende_letter(nl, int(vak.width()), int(vak.height()), hoogst=hoogst, regels=1)
            painter.setPen(QColor(KLEUR.inkt_zacht))
            schrijf(painter, vak, nl, maat)
        if self.isChecked():
            self._teken_merk(painter)

    def _teken_kaart(self, painter: QPainter) -> None:
        dik = max(2.0, self.height() * 0.022) * (1.6 if self.isChecked() else 0.7)
        vak = QRectF(self.rect()).adjusted(dik, dik, -dik, -dik)
        straal = min(vak.height(), vak.width()) * 0.08
        rand = KLEUR.accent if self.isChecked() else KLEUR.rand
        if self._klinkt or self._gehoord:
            self._teken_klank(painter, vak, straal)
        elif self._rustig and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(QPen(QColor(rand), dik if self.isChecked() else 2))
            painter.setBrush(QColor(KLEUR.accent_vlak if self.isDown() else KLEUR.blad))
        painter.drawRoundedRect(vak, straal, straal)
        if self.hasFocus() and self.window().property(MET_TOETSEN):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(KLEUR.inkt), 2, Qt.PenStyle.DashLine))
            binnen = dik + 3
            painter.drawRoundedRect(
                vak.adjusted(binnen, binnen, -binnen, -binnen), straal / 2, straal / 2
            )

    def _teken_klank(self, painter: QPainter, vak: QRectF, straal: float) -> None:
        """A tinted card with a double frame: this one is said, or a next touch chooses it."""
        painter.setPen(QPen(QColor(KLEUR.accent), 2))
        painter.setBrush(QColor(KLEUR.accent_vlak))
        painter.drawRoundedRect(vak, straal, straal)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(vak.adjusted(6, 6, -6, -6), straal * 0.8, straal * 0.8)
        painter.setPen(QPen(QColor(KLEUR.accent), 4 if self.isChecked() else 2))

    def _teken_merk(self, painter: QPainter) -> None:
        maat = max(22.0, min(self.width(), self.height()) * 0.17)
        x = 4.0 if self._rtl else self.width() - maat - 4.0
        vak = QRectF(x, 4.0, maat, maat)
        painter.setPen(QPen(QColor(KLEUR.blad), 2))
        painter.setBrush(QColor(KLEUR.accent))
        painter.drawEllipse(vak)
        if self._rang is not None:
            painter.setPen(QColor(KLEUR.accent_inkt))
            schrijf(painter, vak, str(self._rang), round(maat * 0.6), vet=True)
            return
        painter.setPen(
            QPen(
                QColor(KLEUR.accent_inkt),
                maat * 0.12,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(vak.x() + maat * 0.26, vak.y() + maat * 0.53),
                    QPointF(vak.x() + maat * 0.44, vak.y() + maat * 0.70),
                    QPointF(vak.x() + maat * 0.74, vak.y() + maat * 0.33),
                ]
            )
        )
