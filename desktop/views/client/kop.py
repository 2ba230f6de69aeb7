"""The prompt: what is asked, large, in the client's language; small Dutch under it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.models.clientbeeld import Beeldsoort, Clientbeeld
from desktop.models.prompts import Tekst
from desktop.views.client.knop import KLEUR
from desktop.views.client.luisterknop import Luisterknop
from desktop.views.client.maat import passende_letter, past_klein, schrijf
from desktop.views.widgets.pictogram import PictogramRegister

_GROOT_PLAATJE = frozenset({Beeldsoort.WACHT, Beeldsoort.PAUZE, Beeldsoort.TEKST})


_AANDELEN = ((0.56, 0.24, 0.20), (0.56, 0.24, 0.32), (0.40, 0.20, 0.40))
"""Title, explanation, Dutch: on a small screen a long Dutch line gets a second one."""


class Kop(QWidget):
    """Prompt with the pictogram of the domain; fills the window when there is nothing to choose."""

    def __init__(self, register: PictogramRegister, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._beeld: Clientbeeld | None = None
        self._rtl = False
        self._toon_nl = True
        self._getoond: tuple[object, ...] | None = None
        self._klinkt = False
        self.luister = Luisterknop(self)

    def toon(self, beeld: Clientbeeld, *, rtl: bool, toon_nl: bool) -> None:
        """Shows the prompt of this screen."""
        vast = (beeld.soort, beeld.titel, beeld.uitleg, beeld.pictogram, beeld.domein_pictogram)
        nieuw = (*vast, bool(beeld.tegels), rtl, toon_nl)
        self._beeld, self._rtl, self._toon_nl = beeld, rtl, toon_nl
        if nieuw == self._getoond:
            return
        self._getoond = nieuw
        self.setAccessibleName(beeld.titel.tekst if beeld.titel else "")
        self._plaats()
        self.update()

    def zet_geluid(self, luister: Tekst | None, *, klinkt: bool) -> None:
        """`luister`: the word of the button for hearing; None when nobody can say the prompt."""
        wissel = self.luister.isHidden() is (luister is not None)
        self.luister.setVisible(luister is not None)
        if luister is not None and self._beeld is not None and self._beeld.titel is not None:
            self.luister.toon(luister, self._beeld.titel.tekst, klinkt=klinkt)
        if wissel or klinkt != self._klinkt:
            self._klinkt = klinkt
            self.update()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        self._plaats()

    def _plaats(self) -> None:
        zijde = self.luister.zijde(self.height())
        y = 0 if self._groot else (self.height() - zijde) // 2
        self.luister.setGeometry(0 if self._rtl else self.width() - zijde, y, zijde, zijde)

    @property
    def _groot(self) -> bool:
        """One sentence that fills the window."""
        beeld = self._beeld
        return beeld is not None and (
            beeld.soort in _GROOT_PLAATJE
            or not (beeld.tegels or beeld.soort in (Beeldsoort.GETAL, Beeldsoort.TEKENEN))
        )

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        beeld = self._beeld
        if beeld is None or beeld.titel is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._groot:
            self._teken_groot(painter, beeld)
        else:
            self._teken_klein(painter, beeld)

    def _teken_groot(self, painter: QPainter, beeld: Clientbeeld) -> None:
        b, h = float(self.width()), float(self.height())
        naam = beeld.pictogram or beeld.domein_pictogram
        if naam:
            zijde = int(min(b * 0.5, h * 0.46))
            pixmap = self._register.pixmap(naam, zijde, self.devicePixelRatioF(), self._rtl)
            painter.drawPixmap(QPointF((b - zijde) / 2, h * 0.06), pixmap)
        self._teken_teksten(painter, beeld, QRectF(b * 0.08, h * 0.56, b * 0.84, h * 0.42), True)

    def _teken_klein(self, painter: QPainter, beeld: Clientbeeld) -> None:
        b, h = float(self.width()), float(self.height())
        zijde = int(h * 0.8)
        naam = beeld.pictogram or beeld.domein_pictogram
        begin = 0.0
        if naam:
            x = b - zijde if self._rtl else 0.0
            pixmap = self._register.pixmap(naam, zijde, self.devicePixelRatioF(), self._rtl)
            painter.drawPixmap(QPointF(x, h * 0.1), pixmap)
            begin = zijde + h * 0.16
        eind = 0.0 if self.luister.isHidden() else self.luister.width() + h * 0.1
        vak = QRectF(eind if self._rtl else begin, 0, b - begin - eind, h)
        self._teken_teksten(painter, beeld, vak, False)

    def _teken_teksten(
        self, painter: QPainter, beeld: Clientbeeld, vak: QRectF, midden: bool
    ) -> None:
        """Title, explanation and Dutch, one under the other in shares of the box."""
        assert beeld.titel is not None
        nl = self._toon_nl and beeld.titel.tekst != beeld.titel.nederlands
        nederlands = beeld.titel.nederlands
        if beeld.uitleg is not None:
            nederlands = f"{nederlands}  ·  {beeld.uitleg.nederlands}"
        for titel, uitleg, klein in _AANDELEN:
            delen = [
                ("titel", titel),
                ("uitleg", uitleg if beeld.uitleg else 0.0),
                ("nl", klein if nl else 0.0),
            ]
            deel = klein / sum(deel for _, deel in delen)
            if not nl or past_klein(nederlands, int(vak.width()), int(vak.height() * deel)):
                break
        totaal = sum(deel for _, deel in delen)
        y = vak.top()
        for naam, deel in delen:
            if not deel:
                continue
            hoog = vak.height() * deel / totaal
            regel = QRectF(vak.left(), y, vak.width(), hoog)
            y += hoog
            if naam == "titel":
                self._eigen(painter, regel, beeld.titel, 0.72, midden, vet=True)
            elif naam == "uitleg" and beeld.uitleg is not None:
                self._eigen(painter, regel, beeld.uitleg, 0.62, midden, vet=False)
            else:
                zacht = KLEUR.inkt_zacht
                self._regel(painter, regel, nederlands, 0.6, zacht, False, midden, nederlands=True)

    def _eigen(
        self, painter: QPainter, vak: QRectF, tekst: Tekst, deel: float, midden: bool, *, vet: bool
    ) -> None:
        """A line in the client's language; what is not translated yet runs as Dutch."""
        self._regel(
            painter, vak, tekst.tekst, deel, KLEUR.inkt, vet, midden, nederlands=not tekst.vertaald
        )

    def _regel(
        self,
        painter: QPainter,
        vak: QRectF,
        tekst: str,
        deel: float,
        kleur: str,
        vet: bool,
        midden: bool,
        *,
        nederlands: bool = False,
    ) -> None:
        hoogst = min(round(vak.height() * deel), round(self.window().height() * 0.075))
        maat = passende_letter(
            tekst, int(vak.width()), int(vak.height()), hoogst=max(12, hoogst), vet=vet, regels=3
        )
        painter.setPen(QColor(kleur))
        if midden:
            kant = Qt.AlignmentFlag.AlignHCenter
        elif self._rtl and nederlands:
            # Dutch reads left to right, yet it stands at the side where the eye is.
            kant = Qt.AlignmentFlag.AlignRight
        else:
            kant = Qt.AlignmentFlag.AlignLeft  # mirrored by the direction of the painter
        schrijf(
            painter,
            vak,
            tekst,
            maat,
            vet=vet,
            rtl=self._rtl and not nederlands,
            uitlijning=kant | Qt.AlignmentFlag.AlignVCenter,
        )
