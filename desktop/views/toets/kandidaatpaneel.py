"""One candidate on the day screen: who it is, the clock, and three leaves below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.store import toetsuitslagen
from desktop.store.store import Store
from desktop.store.toetsen import Kandidaatregel
from desktop.taal import _
from desktop.views.toets.dagdelen import Aankomst, Gebaar, Klokregel
from desktop.views.toets.dagwoorden import hulp_in_woorden
from desktop.views.toets.gezien import Gezien
from desktop.views.toets.onderweg import Onderweg
from desktop.views.toets.raak import raakknop
from desktop.views.toets.woorden import fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import regel


class Kandidaatpaneel(QFrame):
    """Every touch here is one unit of work, on disk before the screen shows it."""

    blad_gekozen = Signal(int)

    def __init__(self, werkplek: Werkplek, kandidaat_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "blad")
        self._werkplek, self._id = werkplek, kandidaat_id
        self._regel: Kandidaatregel | None = None
        self._open = True
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(16, 12, 16, 8)
        buiten.setSpacing(8)
        self.naam = regel("", "titel", self)
        self.bijschrift = regel("", "zacht", self)
        namen = QVBoxLayout()
        namen.setSpacing(0)
        namen.addWidget(self.naam)
        namen.addWidget(self.bijschrift)
        buiten.addLayout(namen)
        self.klok = Klokregel(self.doe, self)
        buiten.addWidget(self.klok)
        self.zin = regel("", "melding", self)
        self.zin.hide()
        buiten.addWidget(self.zin)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.stappen = []
        for n, tekst in enumerate((_("Aankomst"), _("Onderweg"), _("Wat ik zag"))):
            stap = raakknop(tekst, self, soort="stap")
            stap.setCheckable(True)
            stap.clicked.connect(partial(self._kies, n))
            self.stappen.append(stap)
            rij.addWidget(stap, 1)
        buiten.addLayout(rij)
        self.aankomst = Aankomst(werkplek, self.doe, self)
        self.onderweg = Onderweg(werkplek, kandidaat_id, self.doe, self._doe_in_store, self)
        self.gezien = Gezien(werkplek, kandidaat_id, self.doe, self)
        self._bladen = QStackedWidget(self)
        for deel in (self.aankomst, self.onderweg, self.gezien):
            self._bladen.addWidget(_rol(deel, self))
        buiten.addWidget(self._bladen, 1)
        self.toon_blad(0)

    def toon_blad(self, n: int) -> None:
        """Arrival, on the way, or what was seen."""
        n = n if 0 <= n < len(self.stappen) else 0
        for plek, stap in enumerate(self.stappen):
            stap.setChecked(plek == n)
        self._bladen.setCurrentIndex(n)

    def _kies(self, n: int) -> None:
        self.leg_vast()
        self.toon_blad(n)
        self.blad_gekozen.emit(n)

    def doe(self, gebaar: Gebaar) -> bool:
        """One touch. A refusal stands in this pane, and what is shown goes back to what is kept."""
        return self._doe_in_store(lambda store: toetsuitslagen.op_de_dag(store, self._id, gebaar))

    def _doe_in_store(self, gebaar: Callable[[Store], object]) -> bool:
        self._zeg("")
        gelukt = self._werkplek.probeer(
            lambda: gebaar(self._werkplek.store),
            lambda fout: self._zeg(fout_in_woorden(fout)),
        )
        if self._regel is not None:  # also when nothing changed: the button is up or down by itself
            self.toon(self._regel, self._werkplek.store.nu(), open_=self._open)
        return gelukt

    def _zeg(self, zin: str) -> None:
        self.zin.setText(zin)
        self.zin.setVisible(bool(zin))

    def toon(self, wie: Kandidaatregel, nu: datetime, *, open_: bool) -> None:
        """Shows this candidate as it is kept; `open_`: the sitting is not closed."""
        self._regel, self._open, k = wie, open_, wie.kandidaat
        self.naam.setText(wie.naam)
        talen = self._werkplek.talen
        tag = k.uitlegtaal or ""
        taal = talen[tag].naam if tag in talen else ""
        delen = [
            _("Examennummer {nummer}").format(nummer=k.examennummer) if k.examennummer else "",
            taal,
            _("Audio") if k.audio else "",
            *hulp_in_woorden(k.aanpassingen),
            k.hulpmiddel_notitie,
        ]
        self.bijschrift.setText("  ·  ".join(deel for deel in delen if deel))
        self.klok.toon(k, nu, open_=open_)
        self.aankomst.toon(k, open_=open_)
        self.onderweg.toon(k, open_=open_)
        self.gezien.toon(k, open_=open_)

    def tik(self, nu: datetime) -> None:
        """A second went by."""
        self.klok.tik(nu)

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        self.onderweg.leg_vast()
        self.gezien.leg_vast()

    def hideEvent(self, gebeurtenis: QEvent) -> None:
        if not self._werkplek.store.op_slot:
            self.leg_vast()
        super().hideEvent(gebeurtenis)  # type: ignore[arg-type]


def _rol(deel: QWidget, ouder: QWidget) -> QScrollArea:
    vlak = QScrollArea(ouder)
    vlak.setWidgetResizable(True)
    vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    vlak.setWidget(deel)
    return vlak
