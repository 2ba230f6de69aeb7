"""Gestures that belong together, each to tick, with one decision under them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.models.vragen import Vragenlijst
from desktop.sync.achtergebleven import Gebaar
from desktop.taal import _, meervoud
from desktop.views.intake.tijd import tijd
from desktop.views.sync.omschrijving import hoe, wat
from desktop.views.taken import Achtergrondtaak
from desktop.views.widgets.indeling import Sectie, knop, regel

EERSTE = 5
"""Gestures that are shown before somebody asks for all."""


class Gebaarregel(QWidget):
    """One gesture with its tick: what it was about, what it became, and when."""

    def __init__(
        self, gebaar: Gebaar, lijst: Vragenlijst, mensen: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.gebaar = gebaar
        onderwerp, waarden = wat(gebaar, lijst), hoe(gebaar, lijst, mensen)
        rooster = QGridLayout(self)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(8)
        rooster.setVerticalSpacing(2)
        rooster.setColumnStretch(1, 1)
        self.vink = QCheckBox(self)
        self.vink.setChecked(True)
        self.vink.setAccessibleName(onderwerp)
        self.vink.setAccessibleDescription("\n".join(waarden))
        boven = Qt.AlignmentFlag.AlignTop
        rooster.addWidget(self.vink, 0, 0, boven)
        self.onderwerp = regel(onderwerp, "veldnaam", self)
        rooster.addWidget(self.onderwerp, 0, 1)
        moment = regel(tijd(gebaar.moment), "klein", self)
        moment.setWordWrap(False)
        rooster.addWidget(moment, 0, 2, boven)
        self.waarden: list[QLabel] = []
        for rij, tekst in enumerate(waarden, 1):
            label = regel(tekst, "gewoon", self)
            self.waarden.append(label)
            rooster.addWidget(label, rij, 1, 1, 2)

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        # The words belong to the tick, as those of any checkbox.
        if self.rect().contains(gebeurtenis.position().toPoint()):
            self.vink.toggle()


class Bundelkaart(Sectie):
    """A card of gestures. `besloten` carries those that were decided about.

    `ja` and `nee` run on the pool, with the ticked gestures; an error stands in the
    card as a sentence and leaves everything as it was.
    """

    besloten = Signal(object)

    def __init__(
        self,
        titel: str,
        waarom: str,
        gebaren: Sequence[Gebaar],
        lijst: Vragenlijst,
        parent: QWidget,
        *,
        mensen: Mapping[str, str],
        ja: tuple[str, Callable[[Sequence[Gebaar]], Any]] | None,
        nee: tuple[str, Callable[[Sequence[Gebaar]], Any]],
    ) -> None:
        super().__init__(titel, parent)
        self._taak: Achtergrondtaak | None = None
        self._lijst, self._mensen = lijst, mensen
        self.titel = titel
        self.blad.setSpacing(12)
        self.waarom = regel(waarom, "zacht", self)
        self.blad.addWidget(self.waarom)
        self.regels: list[Gebaarregel] = []
        for gebaar in gebaren[:EERSTE]:
            self._erbij(gebaar)
        self._rest = list(gebaren[EERSTE:])
        self.knop_meer = knop(
            meervoud("Nog {aantal} wijziging", "Nog {aantal} wijzigingen", len(self._rest)),
            "regel",
            self,
        )
        self.knop_meer.clicked.connect(self._toon_rest)
        self.knop_meer.setVisible(bool(self._rest))
        self.blad.addWidget(self.knop_meer)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(8)
        self.knoppen = []
        for keuze, soort in ((ja, "gewoon"), (nee, "stil")):
            if keuze is None:
                continue
            tekst, werk = keuze
            nieuw = knop(tekst, soort, self)
            nieuw.setAccessibleDescription(titel)
            nieuw.clicked.connect(lambda _aan=False, werk=werk: self._doe(werk))
            knoppen.addWidget(nieuw)
            self.knoppen.append(nieuw)
        knoppen.addStretch()
        self.blad.addLayout(knoppen)
        self._tel()

    def _erbij(self, gebaar: Gebaar) -> None:
        nieuw = Gebaarregel(gebaar, self._lijst, self._mensen, self)
        nieuw.vink.toggled.connect(self._tel)
        self.regels.append(nieuw)
        self.blad.insertWidget(1 + len(self.regels), nieuw)

    def _toon_rest(self) -> None:
        rest, self._rest = self._rest, []
        for gebaar in rest:
            self._erbij(gebaar)
        self.knop_meer.hide()
        self.regels[EERSTE].vink.setFocus()

    @property
    def gekozen(self) -> list[Gebaar]:
        """The ticked ones; what was not unfolded counts as ticked."""
        return [r.gebaar for r in self.regels if r.vink.isChecked()] + self._rest

    def _tel(self) -> None:
        alleen = len(self.regels) + len(self._rest) == 1
        for r in self.regels:
            r.vink.setVisible(not alleen)
        for k in self.knoppen:
            k.setEnabled(bool(self.gekozen))

    def _doe(self, werk: Callable[[Sequence[Gebaar]], Any]) -> None:
        gekozen = self.gekozen
        self.fout.hide()
        self._zet_bezig(True)
        self._taak = Achtergrondtaak(lambda: werk(gekozen), self)
        self._taak.klaar.connect(lambda _uit: self.besloten.emit(gekozen))
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _mislukt(self, fout: Exception) -> None:
        self._zet_bezig(False)
        self.fout.setText(_(getattr(fout, "zin", "Dit lukt nu niet. Probeer het later opnieuw.")))
        self.fout.show()

    def _zet_bezig(self, bezig: bool) -> None:
        for widget in (*self.knoppen, *(r.vink for r in self.regels)):
            widget.setEnabled(not bezig)
