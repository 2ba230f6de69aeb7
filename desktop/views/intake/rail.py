"""The rail: ten leefdomeinen with what was asked, and the statutory minimum."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.models.voortgang import Domeinstand
from desktop.models.vragen import BESLOTEN_DOMEINEN, Gespreksdeel, Leefdomein
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.plek import Blad
from desktop.views.stijl import GEWOON, KLEIN, TINTEN, kleuren, letter
from desktop.views.widgets.pictogram import PictogramRegister

BREED = 232


class Domeinknop(QAbstractButton):
    """One domain: pictogram, name, how far it is."""

    def __init__(self, domein: Leefdomein, register: PictogramRegister, parent: QWidget) -> None:
        super().__init__(parent)
        self.domein = domein
        self._register = register
        self._stand: Domeinstand | None = None
        self._bevestigen = 0
        self.setCheckable(True)
        self.setText(domein.titel)
        self.setToolTip(domein.kern)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def zet(self, stand: Domeinstand, bevestigen: int, *, hier: bool) -> None:
        """Shows how far the domain is."""
        if (stand, bevestigen, hier) == (self._stand, self._bevestigen, self.isChecked()):
            return
        self._stand, self._bevestigen = stand, bevestigen
        self.setChecked(hier)
        self.setAccessibleName(f"{self.domein.titel}: {self.zin()}")
        self.update()

    def zin(self) -> str:
        """How far it is, in words."""
        stand = self._stand
        if stand is None:
            return ""
        if stand.overgeslagen_omdat is not None:
            return _("overgeslagen")
        delen = [_("{gevraagd} van {telt}").format(gevraagd=stand.gevraagd, telt=stand.telt)]
        if stand.later:
            delen.append(_("{aantal} later").format(aantal=stand.later))
        if self._bevestigen:
            delen.append(_("{aantal} akkoord?").format(aantal=self._bevestigen))
        return " · ".join(delen)

    def nextCheckState(self) -> None:
        """Only the place in the talk decides where we are."""

    def sizeHint(self) -> QSize:
        return QSize(BREED - 16, 48)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        vlak = QRectF(self.rect()).adjusted(2, 1, -2, -1)
        tint = QColor(TINTEN.get(self.domein.code, k.accent))
        if self.isChecked() or self.underMouse():
            verf.setPen(Qt.PenStyle.NoPen)
            verf.setBrush(QColor(k.blad))
            verf.drawRoundedRect(vlak, 8, 8)
        if self.isChecked():
            verf.setPen(Qt.PenStyle.NoPen)
            verf.setBrush(tint)
            verf.drawRoundedRect(QRectF(vlak.x(), vlak.y() + 6, 5, vlak.height() - 12), 2.5, 2.5)
        if self.hasFocus():
            verf.setBrush(Qt.BrushStyle.NoBrush)
            verf.setPen(QPen(QColor(k.accent), 3))
            verf.drawRoundedRect(vlak, 8, 8)
        beeld = self._register.pixmap(self.domein.pictogram, 32, self.devicePixelRatioF())
        verf.drawPixmap(14, 8, beeld)
        verf.setPen(QColor(k.inkt))
        verf.setFont(letter(GEWOON, vet=self.isChecked()))
        breed = self.width() - 56 - 8
        links = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        titel = verf.fontMetrics().elidedText(self.domein.titel, Qt.TextElideMode.ElideRight, breed)
        verf.drawText(QRectF(56, 3, breed, 20), links, titel)
        verf.setFont(letter(KLEIN))
        verf.setPen(QColor(k.aandacht if self._bevestigen else k.inkt_zacht))
        verf.drawText(QRectF(56, 22, breed, 16), links, self.zin())
        self._balk(verf, QRectF(56, 40, breed, 4), tint)

    def _balk(self, verf: QPainter, vak: QRectF, tint: QColor) -> None:
        stand = self._stand
        if stand is None or stand.overgeslagen_omdat is not None or not stand.telt:
            return
        verf.setPen(Qt.PenStyle.NoPen)
        verf.setBrush(QColor(kleuren().rand))
        verf.drawRoundedRect(vak, 2, 2)
        vak.setWidth(vak.width() * stand.gevraagd / stand.telt)
        verf.setBrush(tint)
        verf.drawRoundedRect(vak, 2, 2)


class Minimumknop(QAbstractButton):
    """How much of the statutory minimum was asked; opens the closing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._zin = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def zet(self, gedekt: int, alle: int) -> None:
        """Shows the count."""
        self._zin = (
            _("Alles gevraagd")
            if gedekt == alle
            else _("{gedekt} van {alle} onderwerpen").format(gedekt=gedekt, alle=alle)
        )
        self.setAccessibleName(_("Wettelijk minimum: {zin}").format(zin=self._zin))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(BREED - 16, 44)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            verf.setPen(QPen(QColor(k.accent), 3))
            verf.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        verf.setFont(letter(KLEIN))
        verf.setPen(QColor(k.inkt_zacht))
        verf.drawText(QRectF(12, 4, self.width() - 16, 16), _("Wettelijk minimum"))
        verf.setPen(QColor(k.inkt))
        verf.drawText(QRectF(12, 22, self.width() - 16, 18), self._zin)


class Rail(QWidget):
    """Where we are, and how far; a click or Enter goes to the first open question."""

    domein_gekozen = Signal(str)

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setFixedWidth(BREED)
        self.setAccessibleName(_("Leefdomeinen"))
        self.knoppen: dict[str, Domeinknop] = {}
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 8)
        buiten.setSpacing(0)
        binnen = QWidget(self)
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(8, 4, 8, 4)
        vak.setSpacing(0)
        vorig: Gespreksdeel | None = None
        for domein in gesprek.lijst.domeinen:
            deel = _deel(domein.code)
            if deel is not vorig:
                kop = QLabel(_kop(deel), binnen)
                kop.setProperty("soort", "klein")
                kop.setContentsMargins(8, 6, 0, 2)
                vak.addWidget(kop)
                vorig = deel
            knop = Domeinknop(domein, gesprek.werkplek.pictogrammen, binnen)
            knop.clicked.connect(lambda _aan=False, code=domein.code: self._kies(code))
            knop.installEventFilter(self)
            self.knoppen[domein.code] = knop
            vak.addWidget(knop)
        vak.addStretch()
        rol = QScrollArea(self)
        rol.setWidgetResizable(True)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(binnen)
        buiten.addWidget(rol, 1)
        self.minimum = Minimumknop(self)
        self.minimum.clicked.connect(lambda: gesprek.naar_blad(Blad.AFSLUITEN))
        buiten.addWidget(self.minimum)

    def ververs(self) -> None:
        """Shows the state of the intake."""
        gesprek = self._gesprek
        stand = gesprek.stand
        for code, knop in self.knoppen.items():
            bevestigen = sum(c.startswith(code) for c in stand.te_bevestigen)
            hier = gesprek.vraag.domein == code
            knop.zet(stand.voortgang.domeinen[code], bevestigen, hier=hier)
        dekking = stand.voortgang.dekking
        self.minimum.zet(sum(dekking.values()), len(dekking))

    def _kies(self, code: str) -> None:
        self.domein_gekozen.emit(code)
        self._gesprek.naar_domein(code)

    def eventFilter(self, knop: QObject, gebeurtenis: QEvent) -> bool:
        """Up and down walk over the domains; Enter opens."""
        if gebeurtenis.type() == QEvent.Type.KeyPress and isinstance(gebeurtenis, QKeyEvent):
            rij = list(self.knoppen.values())
            stap = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(gebeurtenis.key()))
            if stap is not None:
                naar = max(0, min(len(rij) - 1, rij.index(knop) + stap))  # type: ignore[arg-type]
                rij[naar].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                assert isinstance(knop, Domeinknop)
                self._kies(knop.domein.code)
                return True
        return super().eventFilter(knop, gebeurtenis)


def _kop(deel: Gespreksdeel) -> str:
    return {
        Gespreksdeel.VIERGESPREK: _("Met z'n vieren"),
        Gespreksdeel.BESLOTEN: _("Besloten deel"),
        Gespreksdeel.WERK: _("Tot slot"),
    }[deel]


def _deel(domein: str) -> Gespreksdeel:
    if domein in BESLOTEN_DOMEINEN:
        return Gespreksdeel.BESLOTEN
    return Gespreksdeel.WERK if domein == "WK" else Gespreksdeel.VIERGESPREK


__all__ = ["Domeinknop", "Rail"]
