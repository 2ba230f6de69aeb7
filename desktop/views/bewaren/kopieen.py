"""Cards about copies of the file: the settings' own, and the ones that have to be destroyed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.tijdzone import AMSTERDAM
from desktop.store import kopieen
from desktop.store.kopieen import Kopie
from desktop.taal import _, meervoud
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

NAAR_MB = 1_000_000


class Kopiekaart(Sectie):
    """Backups: what is made by itself, one more on request, and the way to put one back."""

    terugzetten = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Reservekopie"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self.blad.addWidget(
            regel(
                _(
                    "Elke dag maakt Viergesprek vanzelf een kopie van het gegevensbestand, "
                    "versleuteld met dezelfde wachtzin. De laatste zeven blijven staan. Bewaar er "
                    "ook een op een andere schijf, samen met het sleutelbestand."
                ),
                "zacht",
                self,
            )
        )
        self.laatste = regel("", "zacht", self)
        self.blad.addWidget(self.laatste)
        rij = QHBoxLayout()
        self.maak = knop(_("Maak een reservekopie"), "gewoon", self)
        self.maak.clicked.connect(self._maak)
        self.zet_terug = knop(_("Zet een kopie terug"), "gewoon", self)
        self.zet_terug.clicked.connect(self.terugzetten)
        rij.addWidget(self.maak)
        rij.addWidget(self.zet_terug)
        rij.addStretch()
        self.blad.addLayout(rij)
        self.uitkomst = regel("", "zacht", self)
        self.uitkomst.hide()
        self.blad.addWidget(self.uitkomst)

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._toon_laatste()

    def _toon_laatste(self) -> None:
        lijst = kopieen.kopieen(self._werkplek.store.map)
        self.laatste.setText(
            _("De laatste is van {moment}.").format(moment=moment_in_woorden(lijst[0]))
            if lijst
            else _("Er is nog geen kopie.")
        )

    def _maak(self) -> None:
        self.maak.setEnabled(False)
        self._zeg(_("Even wachten…"))
        self._taak = Achtergrondtaak(self._werkplek.store.reservekopie, self)
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _gelukt(self, pad: Any) -> None:
        self.maak.setEnabled(True)
        self._zeg(_("Klaar: {bestand} in de map {map}").format(bestand=pad.name, map=pad.parent))
        self._toon_laatste()

    def _mislukt(self, fout: Exception) -> None:
        self.maak.setEnabled(True)
        self._zeg(
            _(getattr(fout, "zin", "De kopie maken lukt nu niet. Probeer het later opnieuw."))
        )

    def _zeg(self, tekst: str) -> None:
        self.uitkomst.setText(tekst)
        self.uitkomst.show()


class Wiskopiekaart(Sectie):
    """Copies that hold what was erased since: which, and a button that destroys them.

    Hidden while there are none. `leeg_tonen` says so instead of hiding.
    """

    vernietigd = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget, *, centraal: bool = False) -> None:
        super().__init__(_("Kopieën van vóór een wissing"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._lijst: tuple[Kopie, ...] = ()
        self.blad.setSpacing(8)
        self.uitleg = regel(
            _("In deze kopieën staat nog wat inmiddels is gewist. Vernietig ze."), "zacht", self
        )
        self.blad.addWidget(self.uitleg)
        self._rijen = QWidget(self)
        vak = QVBoxLayout(self._rijen)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(4)
        self.blad.addWidget(self._rijen)
        self.regels: list[QWidget] = []
        self.centraal = regel(
            _(
                "In de centrale opslag geldt hetzelfde: dumps van vóór de wissing vernietigt de "
                "beheerder. Met 'viergesprek central status' staat daar tot welke dag."
            ),
            "zacht",
            self,
        )
        self.centraal.setVisible(centraal)
        self.blad.addWidget(self.centraal)
        rij = QHBoxLayout()
        self.vernietig = knop(_("Vernietig"), "gewoon", self)
        self.vernietig.clicked.connect(self._vernietig)
        rij.addWidget(self.vernietig)
        rij.addStretch()
        self.blad.addLayout(rij)
        self.melding = regel("", "zacht", self)
        self.melding.hide()
        self.blad.addWidget(self.melding)
        self.hide()

    def kijk(self) -> None:
        """Looks again which copies there are."""
        self._doe(partial(kopieen.met_gewiste_inhoud, self._werkplek.store), self._toon)

    def _doe(self, werk: Callable[[], Any], daarna: Callable[[Any], None]) -> None:
        self._taak = Achtergrondtaak(werk, self)
        self._taak.klaar.connect(daarna)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _toon(self, lijst: Sequence[Kopie]) -> None:
        self._lijst = tuple(lijst)
        for oud in self.regels:
            oud.hide()
            oud.deleteLater()
        self.regels = []
        for kopie in self._lijst:
            label = regel(
                _("{bestand}, van {moment}").format(
                    bestand=kopie.pad.name
                    if kopie.soort != "opzij"
                    else f"{kopie.pad.parent.name}/{kopie.pad.name}",
                    moment=moment_in_woorden(kopie),
                ),
                "waarde",
                self,
            )
            self._rijen.layout().addWidget(label)  # type: ignore[union-attr]
            self.regels.append(label)
        self.vernietig.setText(
            meervoud("Vernietig deze kopie", "Vernietig deze {aantal} kopieën", len(self._lijst))
        )
        self.vernietig.setAccessibleName(self.vernietig.text())
        self.vernietig.setEnabled(bool(self._lijst))
        self.setVisible(bool(self._lijst) or self.melding.isVisibleTo(self))
        for widget in (self.uitleg, self.vernietig):
            widget.setVisible(bool(self._lijst))

    def _vernietig(self) -> None:
        self.vernietig.setEnabled(False)
        self._zeg(_("Even wachten…"))
        self._doe(
            partial(kopieen.vernietig, self._werkplek.store, self._lijst), self._na_vernietigen
        )

    def _na_vernietigen(self, _nieuw: object) -> None:
        self._zeg(_("De kopieën zijn vernietigd. Er is een nieuwe gemaakt."))
        self.vernietigd.emit()
        self.kijk()

    def _mislukt(self, fout: Exception) -> None:
        self.vernietig.setEnabled(bool(self._lijst))
        self._zeg(_(getattr(fout, "zin", "Dit lukt nu niet. Probeer het later opnieuw.")))

    def _zeg(self, tekst: str) -> None:
        self.melding.setText(tekst)
        self.melding.show()


def moment_in_woorden(kopie: Kopie) -> str:
    """Day and time in the Netherlands."""
    return f"{kopie.moment.astimezone(AMSTERDAM):%d-%m-%Y, %H:%M}"


def soort_in_woorden(kopie: Kopie) -> str:
    """What a copy was made for."""
    return {
        "dag": _("vanzelf gemaakt"),
        "kopie": _("zelf gemaakt"),
        "opzij": _("stond hier voordat er een kopie werd teruggezet"),
    }.get(kopie.soort, _("gemaakt voor een nieuwe versie"))
