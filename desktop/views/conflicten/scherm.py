"""The conflict screen: what is to be chosen on the left, the versions on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.store import samen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.conflict import Strijdpunt
from desktop.store.conflictwoorden import inzagen
from desktop.taal import _, meervoud
from desktop.views.conflicten.balk import Bericht
from desktop.views.conflicten.bron import Conflictbron, Lijstregel, Open
from desktop.views.conflicten.keuzeblad import Keuzeblad
from desktop.views.conflicten.leeg import Allesgoed
from desktop.views.conflicten.lijst import Conflictlijst
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, regel

LIJSTBREEDTE = (272, 344)
"""In a narrow and in a wide window."""
RUIM = 1200


@dataclass(frozen=True)
class Gekozen:
    """What the user chose last, so that another version can be chosen after all."""

    open: Open
    plek: int


class Conflictscherm(QWidget):
    """Conflicts of one dossier, or of all when `dossier_id` is None.

    The sheet on the right stays as it is while somebody reads it: what comes in
    meanwhile is announced, and never moves a card under a finger. `gezien`: dossier
    and kinds of what was shown.
    """

    terug = Signal()
    gezien = Signal(str, object)

    def __init__(
        self, werkplek: Werkplek, dossier_id: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek = werkplek
        self._bron = Conflictbron(werkplek, dossier_id)
        self._een_dossier = dossier_id is not None
        self._open: Open | None = None
        self._laatste: Gekozen | None = None
        self._verouderd = False
        self._bezig = False
        self._bouw()
        werkplek.gewijzigd.connect(self._na_wijziging)
        self.herlees()

    # Building

    def _bouw(self) -> None:
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addLayout(self._kop())
        self._stapel = QStackedWidget(self)
        self._werk = QWidget(self)
        rij = QHBoxLayout(self._werk)
        rij.setContentsMargins(32, 0, 0, 0)
        rij.setSpacing(0)
        self.lijst = Conflictlijst(met_koppen=not self._een_dossier, parent=self)
        self.lijst.setFixedWidth(LIJSTBREEDTE[0])
        self.lijst.geopend.connect(self._naar)
        kolom = QVBoxLayout()
        kolom.setContentsMargins(0, 0, 0, 24)
        kolom.addWidget(self.lijst)
        rij.addLayout(kolom)
        rechts = QVBoxLayout()
        rechts.setSpacing(8)
        self.bericht = Bericht(self)
        self.bericht.gedrukt.connect(self._na_bericht)
        rechts.addWidget(self.bericht)
        self.blad = Keuzeblad(self)
        self.blad.gekozen.connect(self._kies)
        self.blad.beide.connect(self._houd_beide)
        self.lijst.naar_kaarten.connect(self.blad.richt)
        self.vlak = QScrollArea(self)
        self.vlak.setWidgetResizable(True)
        self.vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.vlak.setWidget(self.blad)
        self.blad.in_beeld.connect(self.vlak.ensureWidgetVisible)
        rechts.addWidget(self.vlak, 1)
        rij.addLayout(rechts, 1)
        self.goed = Allesgoed(self)
        self.goed.verder.connect(self.terug)
        self.goed.anders.connect(self._na_bericht)
        self._stapel.addWidget(self._werk)
        self._stapel.addWidget(self.goed)
        buiten.addWidget(self._stapel, 1)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.terug.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _kop(self) -> QHBoxLayout:
        kop = QHBoxLayout()
        kop.setContentsMargins(32, 24, 32, 16)
        kop.setSpacing(16)
        self.knop_terug = knop(_("Terug"), "gewoon", self)
        self.knop_terug.clicked.connect(self.terug)
        titel = regel(_("Kies wat klopt"), "titel", self)
        titel.setWordWrap(False)
        self.telling = regel("", "zacht", self)
        self.telling.setWordWrap(False)
        self.telling.setContentsMargins(0, 6, 0, 0)
        kop.addWidget(self.knop_terug)
        kop.addWidget(titel)
        kop.addWidget(self.telling, 1)
        return kop

    # Reading

    def herlees(self, plek: int | None = None) -> None:
        """Reads the list again; the open sheet stays as long as there is something to choose.

        `plek`: which line comes next when nothing is open.
        """
        self._verouderd = False
        regels = self._bron.regels()
        plek = self._plek() if plek is None else plek
        self.lijst.zet(regels)
        self.telling.setText(
            meervoud("{aantal} verschil", "{aantal} verschillen", len(regels)) if regels else ""
        )
        open_ = self._open
        if self._laatste is not None and open_ is self._laatste.open:
            return  # chosen already, and looked at once more
        if not regels:
            self._toon_leeg()
            return
        self._stapel.setCurrentWidget(self._werk)
        if open_ is not None:
            if self.lijst.wijs_aan(open_.conflict.sleutel):
                self._meld_nieuw(open_)
                return
            self.bericht.zeg(_("Een collega heeft hier al gekozen."))
        volgende = regels[min(plek, len(regels) - 1)]
        self.lijst.wijs_aan(volgende.punt.sleutel)
        self._lees(volgende.punt)

    def _meld_nieuw(self, open_: Open) -> None:
        nu = self._bron.open(open_.conflict)
        if nu is not None and nu.conflict.gezien != open_.conflict.gezien:
            self._laatste = None
            self.bericht.zeg(_("Hier kwam net iets bij."), _("Bekijk het"))

    def _plek(self) -> int:
        """Which line is open, counted without the names of dossiers."""
        if self._open is None:
            return 0
        sleutels = [regel_.punt.sleutel for regel_ in self.lijst.regels]
        sleutel = self._open.conflict.sleutel
        return sleutels.index(sleutel) if sleutel in sleutels else 0

    def _naar(self, gekozen: Lijstregel) -> None:
        self._laatste = None
        self.bericht.hide()
        self._lees(gekozen.punt)

    def _lees(self, punt: Strijdpunt) -> None:
        open_ = self._bron.open(punt)
        if open_ is None:
            self.herlees()
        else:
            self._toon(open_)

    def _toon(self, open_: Open, *, eerder: int | None = None) -> None:
        had = self.blad.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._open = open_
        self.blad.toon(open_.beeld, naam=open_.conflict.dossiernaam, eerder=eerder)
        self.vlak.verticalScrollBar().setValue(0)
        if had:
            self.blad.richt()
        if self.isVisible():
            self._meld_gezien()

    def _meld_gezien(self) -> None:
        if self._open is not None and self._open.conflict.dossier:
            conflict = self._open.conflict
            self.gezien.emit(conflict.dossier, inzagen(conflict.klassen))

    def _toon_leeg(self) -> None:
        zin = _gekozen_zin(self._laatste) if self._laatste else ""
        if self._open is not None:
            zin = _("Een collega heeft hier al gekozen.")
        self._open = None
        self.goed.toon(zin, kan_anders=self._laatste is not None)
        self._stapel.setCurrentWidget(self.goed)
        if self.isVisible():
            self.goed.knop.setFocus()

    # Choosing

    def _kies(self, plek: int) -> None:
        open_ = self._open
        if open_ is None:
            return
        conflict = open_.conflict

        def doe() -> None:
            nu = samen.kies(self._werkplek.store, conflict, conflict.versies[plek])
            self._laatste = Gekozen(replace(open_, conflict=nu), plek)

        self._beslis(doe)

    def kies_met(self, tekst: str) -> None:
        """Presses the card that says this. Raises LookupError when none does."""
        kaart = next((k for k in self.blad.kaarten if k.zegt(tekst)), None)
        if kaart is None:
            raise LookupError("no version says this")
        kaart.click()

    def _houd_beide(self) -> None:
        open_ = self._open
        if open_ is None:
            return

        def doe() -> None:
            samen.houd_beide(self._werkplek.store, open_.conflict)
            self._laatste = None

        if self._beslis(doe) and self._open is not None:
            self.bericht.zeg(_("Bewaard: ze staan er nu allemaal."))

    def _beslis(self, doe: Callable[[], None]) -> bool:
        """One choice; then on to the next one, without being told of one's own change."""
        self._bezig = True
        plek = self._plek()
        try:
            gelukt = self._werkplek.probeer(doe)
        finally:
            self._bezig = False
        if not gelukt:
            self.herlees()
            return False
        self._open = None
        self._na_keuze(plek)
        return True

    def _na_keuze(self, plek: int) -> None:
        self.herlees(plek)
        if self._open is None:
            return
        self.blad.richt()
        laatste = self._laatste
        if laatste is None:
            return
        if laatste.open.conflict.sleutel == self._open.conflict.sleutel:
            # What came in since the sheet was opened is now to be weighed against the choice.
            self._laatste = None
            self.bericht.zeg(_("Hier kwam net iets bij."))
        else:
            self.bericht.zeg(_gekozen_zin(laatste), _("Toch iets anders"))

    def _na_bericht(self) -> None:
        """The button of the line above the sheet: look again, or choose otherwise after all."""
        if self._laatste is not None:
            laatste = self._laatste
            self.bericht.hide()
            self._stapel.setCurrentWidget(self._werk)
            self.lijst.clearSelection()
            self._toon(laatste.open, eerder=laatste.plek)
        elif self._open is not None:
            self.bericht.hide()
            self._lees(self._open.conflict)
        self.blad.richt()

    # What the store announces

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self._bezig or "conflict" not in gewijzigd:
            return
        if self.isVisible():
            self._werkplek.probeer(self.herlees)
        else:
            self._verouderd = True

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        if self._verouderd:
            self._werkplek.probeer(self.herlees)
        super().showEvent(gebeurtenis)
        self._meld_gezien()

    # Keyboard and size

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        tekst = gebeurtenis.text()
        werkt = self._stapel.currentWidget() is self._werk
        if not (werkt and tekst.isdecimal() and self.blad.kies_nummer(int(tekst))):
            super().keyPressEvent(gebeurtenis)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the screen gives it the focus: that is for the first choice.
        if self._stapel.currentWidget() is self.goed:
            self.goed.knop.setFocus(gebeurtenis.reason())
        else:
            self.blad.richt()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.lijst.setFixedWidth(LIJSTBREEDTE[gebeurtenis.size().width() >= RUIM])


def _gekozen_zin(gekozen: Gekozen) -> str:
    return _("Bewaard bij ‘{titel}’.").format(titel=_kort(gekozen.open.beeld.titel))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 40 else tekst[:39] + "…"
