"""The questions of one domain as a strip of small buttons, to jump freely."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop.models.voortgang import Stand
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.stijl import KLEIN, kleuren, letter

_TEKENS = {
    Stand.GEVRAAGD: "✓",
    Stand.LATER: "…",
    Stand.NIET_NODIG: "–",
    Stand.OVERGESLAGEN: "–",
}


class Vraagknop(QAbstractButton):
    """One question: its number, and a sign for how it stands."""

    def __init__(self, code: str, nummer: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = code
        self._nummer = nummer
        self._stand = Stand.OPEN
        self._wacht = False
        self._getoond: tuple[Stand, bool, bool] | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(36, 36)

    def zet(self, stand: Stand, *, hier: bool, bevestigen: bool) -> None:
        """Shows how the question stands."""
        if (stand, bevestigen, hier) == self._getoond:
            return
        self._getoond = (stand, bevestigen, hier)
        self._stand, self._wacht = stand, bevestigen
        self.setChecked(hier)
        # One stop for the Tab key; the arrows walk from there.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if hier else Qt.FocusPolicy.ClickFocus)
        wat = _("wacht op jouw akkoord") if bevestigen else woord(stand)
        self.setAccessibleName(f"{self.code}: {wat}")
        self.setToolTip(f"{self.code}: {wat}")
        self.update()

    def nextCheckState(self) -> None:
        """Only the place in the talk decides where we are."""

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        k = kleuren()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        vlak = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        hier = self.isChecked()
        vol = self._stand is Stand.GEVRAAGD
        verf.setBrush(QColor(k.accent if hier else (k.accent_vlak if vol else k.blad)))
        rand = k.accent if hier else (k.aandacht if self._wacht else k.rand_sterk)
        uit = self._stand in (Stand.NIET_NODIG, Stand.OVERGESLAGEN)
        verf.setPen(QPen(QColor(rand), 1.4, Qt.PenStyle.DashLine if uit else Qt.PenStyle.SolidLine))
        verf.drawRoundedRect(vlak, 7, 7)
        if self.hasFocus():
            verf.setBrush(Qt.BrushStyle.NoBrush)
            verf.setPen(QPen(QColor(k.inkt), 2))
            verf.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        verf.setPen(QColor(k.accent_inkt if hier else (k.inkt_zacht if uit else k.inkt)))
        verf.setFont(letter(KLEIN, vet=hier))
        teken = "?" if self._wacht else _TEKENS.get(self._stand, "")
        boven = vlak.adjusted(0, 2, 0, -14 if teken else -2)
        verf.drawText(boven, Qt.AlignmentFlag.AlignCenter, str(self._nummer))
        if teken:
            verf.setFont(letter(11, vet=True))
            verf.drawText(vlak.adjusted(0, 15, 0, -1), Qt.AlignmentFlag.AlignCenter, teken)


class Vragenstrip(QWidget):
    """All questions of the domain that is open."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self._domein = ""
        self.knoppen: list[Vraagknop] = []
        self._rij = QHBoxLayout(self)
        self._rij.setContentsMargins(0, 0, 0, 0)
        self._rij.setSpacing(4)
        self.setAccessibleName(_("Vragen van dit leefdomein"))

    def ververs(self) -> None:
        """Shows the questions and how they stand."""
        gesprek = self._gesprek
        if gesprek.vraag.domein != self._domein:
            self._bouw()
        standen = gesprek.stand.voortgang.standen
        for knop in self.knoppen:
            knop.zet(
                standen[knop.code],
                hier=knop.code == gesprek.plek.vraag,
                bevestigen=knop.code in gesprek.stand.te_bevestigen,
            )

    def _bouw(self) -> None:
        while plek := self._rij.takeAt(0):
            if (oud := plek.widget()) is not None:
                oud.hide()
                oud.deleteLater()
        self._domein = self._gesprek.vraag.domein
        self.knoppen = []
        for n, vraag in enumerate(self._gesprek.domein.vragen, 1):
            knop = Vraagknop(vraag.code, n, self)
            knop.clicked.connect(lambda _aan=False, code=vraag.code: self._gesprek.ga_naar(code))
            knop.installEventFilter(self)
            self.knoppen.append(knop)
            self._rij.addWidget(knop)
        self._rij.addStretch()

    def eventFilter(self, knop: QObject, gebeurtenis: QEvent) -> bool:
        """Left and right walk over the questions; Enter opens."""
        if gebeurtenis.type() == QEvent.Type.KeyPress and isinstance(gebeurtenis, QKeyEvent):
            if not isinstance(knop, Vraagknop) or knop not in self.knoppen:
                return False
            stap = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(gebeurtenis.key()))
            if stap is not None:
                naar = self.knoppen.index(knop) + stap
                if 0 <= naar < len(self.knoppen):
                    self.knoppen[naar].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
                knop.code != self._gesprek.plek.vraag
            ):
                self._gesprek.ga_naar(knop.code)
                return True
        return super().eventFilter(knop, gebeurtenis)
