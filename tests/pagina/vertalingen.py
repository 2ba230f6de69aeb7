"""The screens of the beheerder for translations and pictograms, as their user meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.vertaaldekking import Stand
from desktop.views.beheer.pictogrammen import Kolom as Plaatjeskolom
from desktop.views.beheer.pictogrammen import Pictogramscherm
from desktop.views.beheer.taalscherm import Taalscherm
from desktop.views.beheer.tekstmodel import Filter, Kolom
from desktop.views.beheer.vertalingen import Vertaalscherm
from desktop.views.werkplek import Werkplek


def toon(qtbot: QtBot, scherm: QWidget, breed: int = 1366, hoog: int = 768) -> None:
    """Shows a screen as the main window would."""
    qtbot.addWidget(scherm)
    scherm.resize(breed, hoog)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)


def druk(qtbot: QtBot, knop: QAbstractButton) -> None:
    """Presses a button that is there."""
    QApplication.processEvents()
    assert knop.isVisible(), f"not shown: {knop.text()}"
    assert knop.isEnabled(), f"cannot be used now: {knop.text()}"
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)


def cel(tabel: QTableView, rij: int, kolom: int) -> str:
    """What stands in a cell."""
    model = tabel.model()
    return str(model.data(model.index(rij, kolom)) or "")


class Talenpagina:
    """All languages."""

    def __init__(self, qtbot: QtBot, werkplek: Werkplek) -> None:
        self.qtbot = qtbot
        self.scherm = Vertaalscherm(werkplek)
        toon(qtbot, self.scherm)
        qtbot.waitUntil(self.geteld, timeout=20_000)

    def geteld(self) -> bool:
        return all(rij.opmerkingen.text() != "…" for rij in self.scherm.rijen.values())

    def getal(self, tag: str, stand: Stand) -> str:
        return self.scherm.rijen[tag].getallen[stand].text()

    def opmerkingen(self, tag: str) -> str:
        return self.scherm.rijen[tag].opmerkingen.text()


class Taalpagina:
    """One language."""

    def __init__(
        self, qtbot: QtBot, werkplek: Werkplek, tag: str, breed: int = 1366, hoog: int = 768
    ) -> None:
        self.qtbot = qtbot
        self.scherm = Taalscherm(werkplek, tag)
        toon(qtbot, self.scherm, breed, hoog)

    # Hands

    def filter(self, welke: Filter) -> None:
        """Walks through the list of filters with the keyboard."""
        keuze = self.scherm.filter
        keuze.setFocus(Qt.FocusReason.TabFocusReason)
        doel = keuze.findData(welke)
        toets = Qt.Key.Key_Down if doel > keuze.currentIndex() else Qt.Key.Key_Up
        while keuze.currentIndex() != doel:
            self.qtbot.keyClick(keuze, toets)

    def zoek(self, tekst: str) -> None:
        self.scherm.zoek.setFocus()
        self.scherm.zoek.selectAll()
        self.qtbot.keyClick(self.scherm.zoek, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(self.scherm.zoek, tekst)

    def open(self, context: str) -> None:
        """Clicks on a text in the list."""
        tabel = self.scherm.tabel
        plek = tabel.model().index(self.contexten.index(context), Kolom.NEDERLANDS)
        tabel.scrollTo(plek)
        self.qtbot.mouseClick(
            tabel.viewport(), Qt.MouseButton.LeftButton, pos=tabel.visualRect(plek).center()
        )
        assert self.open_tekst == context

    def schrijf(self, tekst: str, vorm: int = 0) -> None:
        veld = self.scherm.kaart.vormen[vorm]
        veld.setFocus()
        veld.selectAll()
        self.qtbot.keyClick(veld, Qt.Key.Key_Delete)
        veld.insertPlainText(tekst)  # no keyboard of a test has Ethiopic

    def schrijf_uitspraak(self, tekst: str) -> None:
        self.scherm.kaart.uitspraak.clear()
        self.qtbot.keyClicks(self.scherm.kaart.uitspraak, tekst)

    def bewaar(self) -> None:
        druk(self.qtbot, self.scherm.kaart.bewaar)

    def nagekeken(self, wie: str, *, beedigd: bool = False) -> None:
        kaart = self.scherm.kaart
        kaart.wie.clear()
        self.qtbot.keyClicks(kaart.wie, wie)
        druk(self.qtbot, kaart.beedigd if beedigd else kaart.nagekeken)

    def maak_bestand(self, pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pad), ""))
        druk(self.qtbot, self.scherm.maak)

    def lees_in(self, pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pad), ""))
        druk(self.qtbot, self.scherm.lees_in)

    # Eyes

    @property
    def contexten(self) -> list[str]:
        """Codes in the list."""
        tabel = self.scherm.tabel
        return [cel(tabel, rij, Kolom.CODE) for rij in range(tabel.model().rowCount())]

    def stand(self, context: str) -> str:
        return cel(self.scherm.tabel, self.contexten.index(context), Kolom.STAND)

    @property
    def open_tekst(self) -> str:
        """Code of the text that is open, as the heading says."""
        kop = self.scherm.kaart.kop
        assert kop is not None
        return kop.text().split(" · ")[0]

    @property
    def tekst(self) -> str:
        return self.scherm.kaart.vormen[0].toPlainText()

    @property
    def fout(self) -> str:
        fout = self.scherm.kaart.fout
        return fout.text() if fout.isVisible() else ""

    @property
    def melding(self) -> str:
        """What came of the last file."""
        bestand = self.scherm.bestand
        return bestand.zin.text() if bestand.isVisible() else ""

    @property
    def fouten(self) -> list[str]:
        """The faults of the last file, one a line."""
        lijst = self.scherm.bestand.lijst
        return lijst.toPlainText().splitlines() if lijst.isVisible() else []


class Plaatjespagina:
    """The table of pictograms."""

    def __init__(self, qtbot: QtBot, werkplek: Werkplek) -> None:
        self.qtbot = qtbot
        self.scherm = Pictogramscherm(werkplek)
        toon(qtbot, self.scherm)

    def kies(self, groep: str) -> None:
        keuze = self.scherm.groep
        keuze.setFocus(Qt.FocusReason.TabFocusReason)
        doel = keuze.findText(groep)
        assert doel >= 0
        toets = Qt.Key.Key_Down if doel > keuze.currentIndex() else Qt.Key.Key_Up
        while keuze.currentIndex() != doel:
            self.qtbot.keyClick(keuze, toets)

    @property
    def rijen(self) -> list[tuple[str, str, str, str]]:
        """Name, answers, share, what to do."""
        tabel = self.scherm.tabel
        kolommen = (
            Plaatjeskolom.WAT,
            Plaatjeskolom.ANTWOORDEN,
            Plaatjeskolom.DEEL,
            Plaatjeskolom.OORDEEL,
        )
        return [
            (cel(tabel, rij, a), cel(tabel, rij, b), cel(tabel, rij, c), cel(tabel, rij, d))
            for rij in range(tabel.model().rowCount())
            for a, b, c, d in [kolommen]
        ]
