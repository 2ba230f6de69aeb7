"""The grid of a question: rows by columns, with fixed, added or child rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.models.antwoord import rasterrijen
from desktop.models.deeldatum import Deeldatum, lees_deeldatum
from desktop.models.fouten import Invoerfout
from desktop.models.vragen import Kolom, Raster
from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.intake.editors import Editor
from desktop.views.intake.gesprek import Gesprek


class Roostereditor(Editor):
    """One small field for each cell; each cell is kept by itself."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(gesprek, parent)
        assert gesprek.vraag.raster is not None
        self.raster: Raster = gesprek.vraag.raster
        self._rijen: tuple[tuple[str, str], ...] = ()
        # An added row with a draft in it must be there again after a crash.
        bewaard = gesprek.store.lokaal(self.sleutel("rijen"))
        self._bewaarde_rijen: set[int] = set(json.loads(bewaard)) if bewaard else set()
        self._erbij: set[int] = set(self._bewaarde_rijen)
        self.cellen: dict[str, QWidget] = {}
        self._laders: list[Callable[[], None]] = []
        self._bewaarders: list[Tekstbewaarder] = []
        self._houder: QWidget | None = None
        if self.raster.soort == "rijen":
            self.erbij = QPushButton(
                _("+ {wat} erbij").format(wat=self.raster.rijtitel or _("Rij")), self
            )
            self.erbij.clicked.connect(self._voeg_rij_toe)
            self.vak.addWidget(self.erbij, 0, Qt.AlignmentFlag.AlignLeft)

    def _nieuwe_rijen(self) -> tuple[tuple[str, str], ...]:
        return rasterrijen(
            self.raster,
            self.gesprek.keuze().delen,
            kinderen=self.gesprek.stand.kinderen,
            erbij=self._erbij,
        )

    def laad(self) -> None:
        rijen = self._nieuwe_rijen()
        if rijen != self._rijen or self._houder is None:
            self._rijen = rijen
            self._bouw()
        for lader in self._laders:
            lader()

    def _bouw(self) -> None:
        if self._houder is not None:
            self._houder.hide()
            self._houder.deleteLater()
        self.cellen, self._laders, self._bewaarders = {}, [], []
        self._houder = QWidget(self)
        rooster = QGridLayout(self._houder)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(8)
        rooster.setVerticalSpacing(8)
        if self._rijen:
            for n, kolom in enumerate(self.raster.kolommen, 1):
                kop = QLabel(kolom.tekst, self._houder)
                kop.setProperty("soort", "klein")
                kop.setWordWrap(True)
                rooster.addWidget(kop, 0, n)
        for r, (code, titel) in enumerate(self._rijen, 1):
            rooster.addWidget(QLabel(titel, self._houder), r, 0)
            for n, kolom in enumerate(self.raster.kolommen, 1):
                rooster.addWidget(self._cel(code, titel, kolom), r, n)
            if self.raster.soort == "rijen":
                rooster.addWidget(self._wegknop(code, titel), r, len(self.raster.kolommen) + 1)
        rooster.setColumnStretch(0, 0)
        self.vak.insertWidget(0, self._houder)

    def _cel(self, rij: str, titel: str, kolom: Kolom) -> QWidget:
        sleutel = f"{rij}.{kolom.code}"
        maker = {"keuze": self._keuzecel, "aan": self._aancel}.get(kolom.type, self._tekstcel)
        cel = maker(sleutel, kolom)
        cel.setAccessibleName(f"{titel}: {kolom.tekst}")
        self.cellen[sleutel] = cel
        return cel

    def _waarde(self, sleutel: str) -> Any:
        return self.gesprek.keuze().delen.get(sleutel)

    def _keuzecel(self, sleutel: str, kolom: Kolom) -> QWidget:
        lijst = QComboBox(self._houder)
        lijst.addItem(_("Kies"), None)
        for optie in kolom.opties:
            lijst.addItem(optie.tekst, optie.code)
        lijst.activated.connect(
            lambda _n: self.gesprek.zet_deel(sleutel, lijst.currentData() or None)
        )
        self._laders.append(
            lambda: lijst.setCurrentIndex(max(0, lijst.findData(self._waarde(sleutel))))
        )
        return lijst

    def _aancel(self, sleutel: str, kolom: Kolom) -> QWidget:
        vinkje = QCheckBox(self._houder)
        vinkje.clicked.connect(lambda aan: self.gesprek.zet_deel(sleutel, True if aan else None))
        self._laders.append(lambda: vinkje.setChecked(bool(self._waarde(sleutel))))
        return vinkje

    def _tekstcel(self, sleutel: str, kolom: Kolom) -> QWidget:
        veld = QLineEdit(self._houder)
        if kolom.type in ("getal", "maand"):
            veld.setMaximumWidth(120)
        if kolom.eenheid:
            veld.setPlaceholderText(kolom.eenheid)
        elif kolom.type == "maand":
            veld.setPlaceholderText(_("5-2026"))
        bewaarder = Tekstbewaarder(
            veld, self.gesprek.werkplek, lambda tekst: self._zet_tekst(sleutel, kolom, tekst)
        )
        bewaarder.gewijzigd.connect(lambda _tekst: self._bewaar_rijen(self._erbij))
        self._bewaarders.append(bewaarder)
        self._laders.append(
            lambda: bewaarder.laad(self.sleutel(sleutel), _leesbaar(kolom, self._waarde(sleutel)))
        )
        return veld

    def _zet_tekst(self, sleutel: str, kolom: Kolom, tekst: str) -> bool:
        if not self.hier:
            return False
        try:
            waarde = _lees(kolom, tekst, veld=sleutel)
        except Invoerfout as fout:
            self.gesprek.meld(sleutel, fout)
            return False
        return self.gesprek.zet_deel(sleutel, waarde)

    def _bewaar_rijen(self, rijen: set[int]) -> None:
        if rijen == self._bewaarde_rijen:
            return
        self._bewaarde_rijen = set(rijen)
        tekst = json.dumps(sorted(rijen)) if rijen else None
        werkplek, sleutel = self.gesprek.werkplek, self.sleutel("rijen")
        werkplek.probeer(lambda: werkplek.store.onthoud(sleutel, tekst))

    def _wegknop(self, rij: str, titel: str) -> QWidget:
        knop = QPushButton(_("Weg"), self._houder)
        knop.setProperty("soort", "stil")
        knop.setAccessibleName(_("{rij} weghalen").format(rij=titel))
        knop.clicked.connect(lambda: self._haal_weg(rij))
        return knop

    def _voeg_rij_toe(self) -> None:
        self.leg_vast()
        self._erbij.add(max((int(code) for code, _titel in self._rijen), default=0) + 1)
        self._bewaar_rijen(self._erbij)
        self.laad()
        laatste = f"{self._rijen[-1][0]}.{self.raster.kolommen[0].code}"
        self.cellen[laatste].setFocus()

    def _haal_weg(self, rij: str) -> None:
        for bewaarder in self._bewaarders:
            bewaarder.leg_nu_vast()
        delen = {s: None for s in self.gesprek.keuze().delen if s.startswith(f"{rij}.")}
        self._erbij.discard(int(rij))
        self.gesprek.zet_delen(delen)
        self.laad()

    def eerste(self) -> QWidget | None:
        return next(iter(self.cellen.values()), getattr(self, "erbij", None))

    def leg_vast(self) -> bool:
        gelukt = [bewaarder.leg_nu_vast() for bewaarder in self._bewaarders]
        if all(gelukt):
            self._bewaar_rijen(set())
        return all(gelukt)


def _leesbaar(kolom: Kolom, waarde: Any) -> str:
    if waarde is None:
        return ""
    if kolom.type == "maand":
        return Deeldatum.van_iso(str(waarde)).nederlands()
    return str(waarde)


def _lees(kolom: Kolom, tekst: str, *, veld: str) -> str | int | None:
    schoon = tekst.strip()
    if not schoon:
        return None
    if kolom.type == "getal":
        if not schoon.isdigit() or int(schoon) > 999:
            raise Invoerfout(veld, "Schrijf een heel getal, zoals 3.")
        return int(schoon)
    if kolom.type == "maand":
        return str(lees_deeldatum(schoon, veld=veld))
    return schoon
