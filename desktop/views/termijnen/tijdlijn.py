"""The dates of one dossier on one drawn line, to zoom, to walk and to hear.

A list view that paints itself: so every date is an item that Qt gives to a screen reader with its
name, its value and its place, without a second list behind it.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.models.termijn import Regel
from desktop.models.termijnen import Termijnen
from desktop.models.termijnwoorden import dag_in_woorden, kort_van, naam_van
from desktop.taal import _
from desktop.views import stijl
from desktop.views.termijnen.lijnweergave import Lijnweergave, Plaats
from desktop.views.termijnen.tijdlijnmaat import Maat, Schaal, Vlag, leg
from desktop.views.termijnen.tijdlijnverf import (
    HOOG,
    RIJEN,
    VLAGRAND,
    Punt,
    Tijdlijnverf,
)
from desktop.views.termijnen.woorden import waarde_in_woorden

STAP = 1.5
DICHTST = 40.0
"""Pixels a day; closer says nothing more."""
RAND = timedelta(days=14)


class Tijdlijn(Lijnweergave):
    """`aangewezen` when another date is the current one; `waarom` on Enter or a click."""

    aangewezen = Signal(object)
    waarom = Signal(object)
    geschaald = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tijdlijn"))
        self.setAccessibleDescription(
            _("Pijl links en rechts lopen langs de datums. Enter zegt waarom. Plus en min zoomen.")
        )
        self.setProperty("soort", "tijdlijn")
        self.setFixedHeight(HOOG)
        self.setMinimumWidth(320)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.termijnen: Termijnen | None = None
        self.schaal: Schaal | None = Schaal.ALLES
        self._sleep: tuple[float, int] | None = None
        self.setModel(self._model)

    # What it shows

    def toon(self, termijnen: Termijnen) -> None:
        """The dates as they stand today; the same date stays the current one."""
        vorige = self.huidig
        self.termijnen = termijnen
        self._model.clear()
        self._lijst = list(termijnen.zichtbaar)
        for termijn in self._lijst:
            item = QStandardItem(kort_van(termijn))
            waarde = waarde_in_woorden(termijn, termijnen)
            item.setData(f"{naam_van(termijn)}, {waarde}", Qt.ItemDataRole.AccessibleTextRole)
            item.setData(waarde, Qt.ItemDataRole.AccessibleDescriptionRole)
            self._model.appendRow(item)
        self._pas()
        self.wijs_aan(vorige.sleutel if vorige is not None else None)

    def wijs_aan(self, sleutel: tuple[str, int] | None) -> None:
        """Makes this date the current one; without one the first that is still to be done.

        One that is not on the line (`Termijn.stil`) leaves it where it is.
        """
        sleutels = [termijn.sleutel for termijn in self._lijst]
        if sleutel not in sleutels:
            if self.currentIndex().isValid() or self.termijnen is None:
                return
            sleutel = next((t.sleutel for t in self.termijnen.eerstvolgende(1)), None)
        rij = sleutels.index(sleutel) if sleutel in sleutels else 0
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(rij, 0))

    # Zoom and place

    def zet_schaal(self, schaal: Schaal) -> None:
        """Shows so much at once, around the current date or today."""
        self.schaal = schaal
        self._pas()
        self._naar_huidig()
        self.geschaald.emit()

    def zoom(self, factor: float, bij: float | None = None) -> None:
        """Closer (> 1) or further; what is at `bij` (pixels in view) stays there."""
        bij = self.viewport().width() / 2 if bij is None else bij
        dagen = (bij + self.horizontalOffset()) / self.maat.per_dag
        per_dag = min(max(self.maat.per_dag * factor, self._ruimst()), DICHTST)
        self.schaal = Schaal.ALLES if per_dag == self._ruimst() else None
        self.maat = Maat(self.maat.van, self.maat.tot, per_dag)
        self._herleg()
        self.horizontalScrollBar().setValue(round(dagen * per_dag - bij))
        self.geschaald.emit()

    def naar_vandaag(self) -> None:
        """Today in the middle."""
        if self.termijnen is not None:
            self._midden(self.maat.x(self.termijnen.vandaag))

    def _naar_huidig(self) -> None:
        nu = self.huidig
        if nu is not None:
            self._midden(self.maat.x(nu.ruw))

    def _ruimst(self) -> float:
        """Pixels a day at which everything is seen at once."""
        return max(1, self.viewport().width()) / max(1, (self.maat.tot - self.maat.van).days)

    def _pas(self) -> None:
        """The line from before the first date to after the last, at the chosen scale."""
        if self.termijnen is None:
            return
        dagen = [self.termijnen.vandaag]
        for termijn in self._lijst:
            dagen += [d for d in (termijn.ruw, termijn.wettelijk, termijn.start) if d is not None]
        van, tot = min(dagen) - RAND, max(dagen) + RAND
        per_dag = self.maat.per_dag
        self.maat = Maat(van, tot, per_dag)
        ruimst = self._ruimst()
        if self.schaal is Schaal.ALLES:
            per_dag = ruimst
        elif self.schaal is not None:
            per_dag = max(ruimst, self.viewport().width() / self.schaal.value)
        self.maat = Maat(van, tot, max(per_dag, ruimst))
        self._herleg()

    def _herleg(self) -> None:
        """Flags anew: the current one first, then what asks attention, then by day."""
        balk = self.horizontalScrollBar()
        breed = self.viewport().width()
        balk.setPageStep(breed)
        balk.setSingleStep(32)
        balk.setRange(0, max(0, round(self.maat.breed) - breed))
        letter = QFontMetrics(stijl.letter(stijl.KLEIN))
        nu = self.currentIndex().row()
        vlaggen = []
        for n, termijn in enumerate(self._lijst):
            aandacht = self.termijnen is not None and self.termijnen.aandacht(termijn)
            rang = 0 if n == nu else 1 if aandacht else 2 + termijn.soort.value
            tekst = f"{kort_van(termijn)} {dag_in_woorden(termijn.wettelijk)}"
            wijd = letter.horizontalAdvance(tekst) + 2 * VLAGRAND
            vlaggen.append(Vlag(self.maat.x(termijn.wettelijk), wijd, rang))
        self._plekken = leg(vlaggen, max(self.maat.breed, breed) - 4, RIJEN)
        self.viewport().update()

    def currentChanged(self, nu: Plaats, vorige: Plaats) -> None:
        super().currentChanged(nu, vorige)
        self._herleg()
        if nu.isValid():
            self.scrollTo(nu)
            self.aangewezen.emit(self._lijst[nu.row()])

    # Hands

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        toets = gebeurtenis.key()
        if toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.huidig is not None:
                self.waarom.emit(self.huidig)
        elif toets in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STAP)
            self._naar_huidig()
        elif toets == Qt.Key.Key_Minus:
            self.zoom(1 / STAP)
            self._naar_huidig()
        elif toets in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            balk = self.horizontalScrollBar()
            weg = 1 if toets == Qt.Key.Key_PageDown else -1
            balk.setValue(balk.value() + weg * balk.pageStep() // 2)
        else:
            super().keyPressEvent(gebeurtenis)

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        """Zooms once the line has the focus; else the page scrolls on under the pointer."""
        draai = gebeurtenis.angleDelta()
        schuif = gebeurtenis.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if draai.x() or schuif:
            balk = self.horizontalScrollBar()
            balk.setValue(balk.value() - (draai.x() or draai.y()))
            gebeurtenis.accept()
        elif self.hasFocus() or gebeurtenis.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STAP ** (draai.y() / 120), gebeurtenis.position().x())
            gebeurtenis.accept()
        else:
            gebeurtenis.ignore()

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        plek = self.indexAt(gebeurtenis.position().toPoint())
        if plek.isValid():
            self.setCurrentIndex(plek)
            self.waarom.emit(self._lijst[plek.row()])
        elif gebeurtenis.button() is Qt.MouseButton.LeftButton:
            self._sleep = (gebeurtenis.position().x(), self.horizontalOffset())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, gebeurtenis: QMouseEvent) -> None:
        if self._sleep is not None:
            begin, stond = self._sleep
            self.horizontalScrollBar().setValue(round(stond + begin - gebeurtenis.position().x()))

    def mouseReleaseEvent(self, _gebeurtenis: QMouseEvent) -> None:
        self._sleep = None
        self.viewport().unsetCursor()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._pas()

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if self.termijnen is None:
            return
        nu, termijnen = self.currentIndex().row(), self.termijnen
        punten = [
            Punt(
                self.maat.x(t.wettelijk),
                kort_van(t),
                dag_in_woorden(t.wettelijk),
                termijnen.stand(t),
                termijnen.aandacht(t),
                self._plekken[n] if n < len(self._plekken) else None,
                n == nu,
            )
            for n, t in enumerate(self._lijst)
        ]
        duur = termijnen.van(Regel.D5)
        with QPainter(self.viewport()) as verf:
            Tijdlijnverf(verf, self.maat, self.horizontalOffset(), self.viewport().width()).teken(
                punten, termijnen.vandaag, duur, focus=self.hasFocus()
            )
