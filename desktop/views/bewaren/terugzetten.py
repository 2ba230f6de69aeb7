"""Choosing a copy to put back, and making it ready; the swap itself is the program's."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.store import kopieen
from desktop.store.terugzetten import bereid_voor
from desktop.taal import _
from desktop.views.bewaren.kopieen import moment_in_woorden, soort_in_woorden
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel


class Terugzetscherm(Blad):
    """`klaargezet`: a copy stands ready; the program closes the file and puts it in place."""

    klaargezet = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Een kopie terugzetten"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self.groep = QButtonGroup(self)
        self._paden: dict[int, Path] = {}
        self.leg([self._keuzekaart()], [self._gevolgkaart()])
        self.groep.idToggled.connect(lambda *_alles: self._toon())

    def _keuzekaart(self) -> Sectie:
        kaart = Sectie(_("Welke kopie?"), self)
        kaart.blad.setSpacing(8)
        self.leeg = regel(_("Er staan geen kopieën in de map van deze laptop."), "zacht", kaart)
        kaart.blad.addWidget(self.leeg)
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(8)
        kaart.blad.addLayout(self._lijst)
        rij = QHBoxLayout()
        self.ander = knop(_("Kies een ander bestand"), "gewoon", kaart)
        self.ander.clicked.connect(self._kies_bestand)
        rij.addWidget(self.ander)
        rij.addStretch()
        kaart.blad.addLayout(rij)
        return kaart

    def _gevolgkaart(self) -> Sectie:
        kaart = Sectie(_("Wat er gebeurt"), self)
        kaart.blad.setSpacing(8)
        for zin in (
            _("Viergesprek gaat op slot en opent daarna met de kopie. Je wachtzin blijft gelijk."),
            _(
                "Wat er na de kopie is gedaan, staat dan niet meer in het programma. Wat al in de "
                "centrale opslag staat, komt bij het volgende contact terug."
            ),
            _("Het bestand van nu blijft bewaard, in de map 'opzij'."),
        ):
            kaart.blad.addWidget(regel(zin, "gewoon", kaart))
        kaart.blad.addSpacing(8)
        self.begrepen = QCheckBox(_("Ja, zet deze kopie terug"), kaart)
        self.begrepen.setAccessibleName(self.begrepen.text())
        self.begrepen.toggled.connect(lambda _aan: self._toon())
        kaart.blad.addWidget(self.begrepen)
        self.fout = regel("", "fout", kaart)
        self.fout.hide()
        kaart.blad.addWidget(self.fout)
        rij = QHBoxLayout()
        self.zet_terug = knop(_("Zet de kopie terug"), "hoofd", kaart)
        self.zet_terug.clicked.connect(self._zet_terug)
        rij.addWidget(self.zet_terug)
        rij.addStretch()
        kaart.blad.addLayout(rij)
        self.bezig = regel(_("Even wachten…"), "zacht", kaart)
        self.bezig.hide()
        kaart.blad.addWidget(self.bezig)
        return kaart

    @property
    def gekozen(self) -> Path | None:
        """The copy that was chosen."""
        return self._paden.get(self.groep.checkedId())

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._lees()

    def _lees(self) -> None:
        for knop_ in self.groep.buttons():
            self.groep.removeButton(knop_)
            knop_.hide()
            knop_.deleteLater()
        self._paden.clear()
        for kopie in kopieen.kopieen(self._werkplek.store.map):
            self._voeg_toe(
                kopie.pad,
                _("{moment}: {soort}").format(
                    moment=moment_in_woorden(kopie), soort=soort_in_woorden(kopie)
                ),
            )
        self.leeg.setVisible(not self._paden)
        self.begrepen.setChecked(False)
        self._zeg("")
        self._toon()

    def _voeg_toe(self, pad: Path, tekst: str) -> QRadioButton:
        nummer = len(self._paden)
        keuze = QRadioButton(tekst, self)
        keuze.setAccessibleName(tekst)
        keuze.setToolTip(pad.name)
        self._paden[nummer] = pad
        self.groep.addButton(keuze, nummer)
        self._lijst.addWidget(keuze)
        return keuze

    def _kies_bestand(self) -> None:
        naam, _soort = QFileDialog.getOpenFileName(
            self, _("Kies een kopie"), str(self._werkplek.store.map), "*.db"
        )
        if naam:
            pad = Path(naam)
            self._voeg_toe(pad, pad.name).setChecked(True)
            self.leeg.hide()

    def _toon(self) -> None:
        self.zet_terug.setEnabled(
            self.gekozen is not None and self.begrepen.isChecked() and self._taak is None
        )

    def _zet_terug(self) -> None:
        kopie = self.gekozen
        if kopie is None:
            return
        store = self._werkplek.store
        self._zeg("")
        self.bezig.show()
        self._taak = Achtergrondtaak(
            partial(bereid_voor, store.map, kopie, store.sleutel, store.lijst), self
        )
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()
        self._toon()

    def _gelukt(self, _niets: object) -> None:
        self._taak = None
        self.bezig.hide()
        self.klaargezet.emit()

    def _mislukt(self, fout: Exception) -> None:
        self._taak = None
        self.bezig.hide()
        zin = "Dit lukt nu niet. Er is niets veranderd. Probeer het later opnieuw."
        self._zeg(_(getattr(fout, "zin", zin)))
        self._toon()

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())
