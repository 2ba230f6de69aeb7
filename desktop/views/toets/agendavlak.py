"""The painted calendar: choose, drag, and the same with the keyboard.

It knows no rule: what was asked goes out as a signal. A drag is followed here and not with
Qt's own drag and drop, so that a finger on a touch screen can do it too.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.models.toetssessie import Sessiestatus
from desktop.store.toetsen import Sessieregel
from desktop.taal import _
from desktop.views import stijl
from desktop.views.toets.agendabeeld import (
    Agendabeeld,
    Indeling,
    Weergave,
    dagwoord,
    groep_van,
    sessiezin,
)
from desktop.views.toets.agendamaat import Blok, Maat, Vak, klokmaat, maandmaat
from desktop.views.toets.agendaverf import Staat, Verf, chip

CHIP = 176.0


class Agendavlak(QWidget):
    """`gekozen`: a day and perhaps a sitting; `verplaatst`: a sitting to a day, time and group
    (empty when it stays); `nieuw`: a day and perhaps a time."""

    gekozen = Signal(object, str)
    geopend = Signal(str)
    verplaatst = Signal(str, object, str, str)
    nieuw = Signal(object, str)
    verzetten = Signal()
    inzetten = Signal()
    bladeren = Signal(int)
    vandaag = Signal()

    def __init__(self, talen: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(False)
        self.setMinimumSize(400, 320)
        self.setAccessibleName(_("Agenda van toetsen"))
        self.beeld = Agendabeeld(date.min, date.min, date.min)
        self.weergave, self.indeling = Weergave.WEEK, Indeling.RUIMTE
        self.groepen: tuple[tuple[str, str], ...] = ()
        self.staat = Staat(date.min, talen=talen)
        self.maat = Maat((), ())
        self._druk: tuple[QPointF, Blok] | None = None

    def toon(
        self,
        beeld: Agendabeeld,
        weergave: Weergave,
        indeling: Indeling,
        groepen: tuple[tuple[str, str], ...],
    ) -> None:
        """Another period, or what changed in it."""
        self.beeld, self.weergave, self.indeling, self.groepen = beeld, weergave, indeling, groepen
        self._druk = None
        self._meet()

    def kies(self, dag: date, sessie_id: str | None) -> None:
        """Shows what is chosen; tells nobody but the screen reader."""
        self.staat.dag, self.staat.sessie_id = dag, sessie_id
        regel = self.beeld.regel(sessie_id)
        zin = dagwoord(dag)
        if (vrij := self.beeld.vrij.get(dag)) is not None:
            zin = f"{zin}, {vrij.tekst}"
        if regel is not None:
            zin = f"{zin}: {self.zin(regel)}"
        self.setAccessibleDescription(zin)
        if self.hasFocus():
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )
        self.update()

    def zin(self, regel: Sessieregel) -> str:
        """A sitting in words."""
        return sessiezin(regel, self.staat.talen.get(regel.tolk_taal or "", ""))

    def wijs(self, sessies: frozenset[str]) -> None:
        """Marks the bookings that are in the way."""
        if self.staat.in_de_weg != sessies:
            self.staat.in_de_weg = sessies
            self.update()

    def plaats_van(self, sessie_id: str | None) -> QRectF:
        """Where something is said about a sitting: at its block, else at its day."""
        if (blok := self.maat.blok_van(sessie_id)) is not None:
            return blok.rect
        vak = next((v for v in self.maat.vakken if v.dag == self.staat.dag), None)
        return vak.rect if vak is not None else QRectF(self.rect())

    def _meet(self) -> None:
        breed, hoog = float(self.width()), float(self.height())
        if self.weergave is Weergave.MAAND:
            self.maat = maandmaat(self.beeld, breed, hoog)
        else:
            self.maat = klokmaat(self.beeld, self.groepen, self.indeling, breed, hoog)
        self.update()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        self._meet()
        super().resizeEvent(gebeurtenis)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        p = QPainter(self)
        Verf(p, self.beeld, self.maat, self.staat, self.indeling).teken(QRectF(self.rect()))
        k = stijl.kleuren()
        p.setBrush(Qt.BrushStyle.NoBrush)
        dik = 2.0 if self.hasFocus() else 1.0
        p.setPen(QPen(QColor(k.accent if self.hasFocus() else k.rand), dik))
        p.drawRect(QRectF(self.rect()).adjusted(dik / 2, dik / 2, -dik / 2, -dik / 2))
        p.end()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusInEvent(gebeurtenis)
        self.update()

    def focusOutEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusOutEvent(gebeurtenis)
        self.update()

    # --- the mouse

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        if gebeurtenis.button() is not Qt.MouseButton.LeftButton:
            return
        punt = gebeurtenis.position()
        blok, vak = self.maat.blok_op(punt), self._dag_op(punt)
        if blok is not None:
            self._druk = (punt, blok)
            self.gekozen.emit(blok.regel.datum, blok.regel.id)
        elif vak is not None:
            self.gekozen.emit(vak.dag, "")

    def _dag_op(self, punt: QPointF) -> Vak | None:
        """Also in the heading of a day."""
        if (vak := self.maat.vak_op(punt)) is not None:
            return vak
        return next(
            (v for v in self.maat.vakken if v.rect.left() <= punt.x() < v.rect.right()
             and punt.y() < v.rect.top() and self.maat.uren is not None),
            None,
        )  # fmt: skip

    def mouseMoveEvent(self, gebeurtenis: QMouseEvent) -> None:
        if self._druk is None:
            return
        begin, blok = self._druk
        punt = gebeurtenis.position()
        ver = (punt - begin).manhattanLength() >= QApplication.startDragDistance()
        if blok.regel.status is not Sessiestatus.GEPLAND or not (ver or self.staat.sleep):
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.staat.sleep, self.staat.sleeptekst = self._landing(punt)
        self.update()

    def _landing(self, punt: QPointF) -> tuple[QRectF, str]:
        """Where the sitting would come, and in words when that is."""
        assert self._druk is not None
        _begin, blok = self._druk
        vak = self.maat.vak_op(punt)
        if vak is None:
            return chip(punt, CHIP, QRectF(self.rect())), _("Hier kan het niet")
        if self.maat.uren is None:
            rect = QRectF(vak.rect).adjusted(4, 24, -4, -4)
            return rect, dagwoord(vak.dag, "EEE d MMM")
        tijd = self._tijd(punt) or blok.regel.begin
        rect = QRectF(vak.rect.left() + 3, self.maat.y_van(tijd), vak.rect.width() - 8,
                      blok.rect.height())  # fmt: skip
        return rect, tijd

    def _tijd(self, punt: QPointF) -> str | None:
        begin, blok = self._druk or (punt, None)
        vastgepakt = begin.y() - blok.rect.top() if blok is not None else 0.0
        return self.maat.tijd_op(punt.y() - vastgepakt)

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        sleepte, druk = self.staat.sleep is not None, self._druk
        punt = gebeurtenis.position()
        vak, tijd = self.maat.vak_op(punt), self._tijd(punt)
        self.laat_los()
        if not sleepte or druk is None or vak is None:
            return
        regel = druk[1].regel
        groep = vak.groep if vak.groep != groep_van(regel, self.indeling) else ""
        tijd = tijd or regel.begin
        if (vak.dag, tijd) != (regel.datum, regel.begin) or groep:
            self.verplaatst.emit(regel.id, vak.dag, tijd, groep)

    def laat_los(self) -> bool:
        """Ends a drag where it began; True when there was one."""
        bezig = self.staat.sleep is not None
        self._druk, self.staat.sleep, self.staat.doel = None, None, None
        self.unsetCursor()
        self.update()
        return bezig

    def mouseDoubleClickEvent(self, gebeurtenis: QMouseEvent) -> None:
        punt = gebeurtenis.position()
        self._druk = None
        if (blok := self.maat.blok_op(punt)) is not None:
            self.geopend.emit(blok.regel.id)
        elif (vak := self.maat.vak_op(punt)) is not None:
            self.nieuw.emit(vak.dag, self.maat.tijd_op(punt.y()) or "")

    # --- somebody from the list, dragged over it

    def sleep_over(self, punt: QPointF, naam: str) -> None:
        """Somebody hangs above this place."""
        blok = self.maat.blok_op(punt)
        self.staat.doel = blok.regel.id if blok is not None else None
        binnen = QRectF(self.rect())
        self.staat.sleep = chip(punt, CHIP, binnen) if binnen.contains(punt) else None
        self.staat.sleeptekst = naam
        self.update()

    def sessie_op(self, punt: QPointF) -> str | None:
        """The sitting at this place."""
        blok = self.maat.blok_op(punt)
        return blok.regel.id if blok is not None else None

    # --- the keyboard

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        toets = gebeurtenis.key()
        per_week = 7 if self.weergave is Weergave.MAAND else 0
        if toets in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._dag_verder(1 if toets == Qt.Key.Key_Right else -1)
        elif toets in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            richting = 1 if toets == Qt.Key.Key_Down else -1
            if not self._sessie_verder(richting) and per_week:
                self._dag_verder(per_week * richting)
        elif toets in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.bladeren.emit(1 if toets == Qt.Key.Key_PageDown else -1)
        elif toets == Qt.Key.Key_Home:
            self.vandaag.emit()
        elif toets == Qt.Key.Key_N:
            self.nieuw.emit(self.staat.dag, "")
        elif self.staat.sessie_id is None:
            super().keyPressEvent(gebeurtenis)
        elif toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.geopend.emit(self.staat.sessie_id)
        elif toets == Qt.Key.Key_M:
            self.verzetten.emit()
        elif toets == Qt.Key.Key_P:
            self.inzetten.emit()
        else:
            super().keyPressEvent(gebeurtenis)

    def _dag_verder(self, dagen: int) -> None:
        """To a day that is seen: an empty weekend is not."""
        dag = self.staat.dag + timedelta(days=dagen)
        te_zien = {v.dag for v in self.maat.vakken}
        while self.beeld.van <= dag <= self.beeld.tot and dag not in te_zien:
            dag += timedelta(days=1 if dagen > 0 else -1)
        eerste = next(iter(self.beeld.van_dag(dag)), None)
        self.gekozen.emit(dag, eerste.id if eerste is not None else "")

    def _sessie_verder(self, richting: int) -> bool:
        """To the next of the day; False at its end."""
        ids = [r.id for r in self.beeld.van_dag(self.staat.dag)]
        if not ids:
            return False
        nu = ids.index(self.staat.sessie_id) if self.staat.sessie_id in ids else -1
        naar = nu + richting if nu >= 0 else 0
        if not 0 <= naar < len(ids):
            return False
        self.gekozen.emit(self.staat.dag, ids[naar])
        return True

    def event(self, gebeurtenis: QEvent) -> bool:
        if isinstance(gebeurtenis, QHelpEvent):
            blok = self.maat.blok_op(QPointF(gebeurtenis.pos()))
            QToolTip.showText(gebeurtenis.globalPos(), self.zin(blok.regel) if blok else "", self)
            return True
        return super().event(gebeurtenis)
