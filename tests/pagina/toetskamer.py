"""The room of the leerbaarheidstoets, as its users work in it: plan, propose, invite, keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.views.dossiers.velden import Veld
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toets.middelen import Middelenscherm
from desktop.views.toets.middelkaart import Middelkaart
from desktop.views.toets.planmodel import Kolom
from desktop.views.toets.teplannen import Teplannenscherm
from desktop.views.toets.toetsscherm import Tabblad, Toetsscherm
from desktop.views.toets.uitnodigen import Filter
from desktop.views.werkplek import Werkplek


def toon(qtbot: QtBot, scherm: QWidget, breed: int = 1366, hoog: int = 768) -> None:
    """Shows a screen as the main window would."""
    qtbot.addWidget(scherm)
    scherm.resize(breed, hoog)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)
    scherm.setFocus(Qt.FocusReason.OtherFocusReason)


def druk(qtbot: QtBot, knop: QPushButton) -> None:
    """Presses a button that is there, with the keyboard."""
    QApplication.processEvents()
    assert knop.isVisible(), f"not shown: {knop.text()}"
    assert knop.isEnabled(), f"cannot be used now: {knop.text()}"
    knop.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(knop, Qt.Key.Key_Space)


def typ(qtbot: QtBot, veld: Veld, tekst: str) -> None:
    """Types over what stood in a field."""
    assert isinstance(veld.invoer, QLineEdit)
    veld.invoer.setFocus()
    veld.invoer.selectAll()
    qtbot.keyClick(veld.invoer, Qt.Key.Key_Delete)
    qtbot.keyClicks(veld.invoer, tekst)


def kies(qtbot: QtBot, lijst: QComboBox, begin: str) -> None:
    """Walks to the line that begins so, with the arrows."""
    doel = next(n for n in range(lijst.count()) if lijst.itemText(n).startswith(begin))
    lijst.setFocus(Qt.FocusReason.TabFocusReason)
    if lijst.currentIndex() < 0:
        qtbot.keyClick(lijst, Qt.Key.Key_Down)
    while lijst.currentIndex() != doel:
        omlaag = doel > lijst.currentIndex()
        qtbot.keyClick(lijst, Qt.Key.Key_Down if omlaag else Qt.Key.Key_Up)


def leesbaar(vlak: QWidget) -> list[str]:
    """What can be read here now."""
    delen = [*vlak.findChildren(QLabel), *vlak.findChildren(Datumknop)]
    return [w.text() for w in delen if w.isVisible() and w.text()]


class Toetspagina:
    """The room with its tabs."""

    def __init__(
        self, qtbot: QtBot, werkplek: Werkplek, breed: int = 1366, hoog: int = 768
    ) -> None:
        self.qtbot = qtbot
        self.scherm = Toetsscherm(werkplek)
        toon(qtbot, self.scherm, breed, hoog)

    @property
    def tabs(self) -> list[str]:
        return [tab.text() for tab in self.scherm.tabs.values()]

    def tab(self, welk: Tabblad) -> None:
        druk(self.qtbot, self.scherm.tabs[welk])

    def escape(self) -> None:
        self.qtbot.keyClick(self.scherm, Qt.Key.Key_Escape)

    @property
    def plannen(self) -> Planpagina:
        blad = self.scherm.bladen[Tabblad.TE_PLANNEN]
        assert isinstance(blad, Teplannenscherm)
        return Planpagina(self.qtbot, blad)

    @property
    def middelen(self) -> Middelenpagina:
        self.tab(Tabblad.MIDDELEN)
        blad = self.scherm.bladen[Tabblad.MIDDELEN]
        assert isinstance(blad, Middelenscherm)
        return Middelenpagina(self.qtbot, blad)


class Planpagina:
    """The list of who is to be planned, and what opens in its place."""

    def __init__(self, qtbot: QtBot, scherm: Teplannenscherm) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    # Eyes

    def rij(self, naam: str) -> int:
        return self.kolom(Kolom.NAAM).index(naam)

    def kolom(self, kolom: Kolom) -> list[str]:
        """One column from top to bottom."""
        model = self.scherm.model
        return [str(model.data(model.index(n, kolom)) or "") for n in range(model.rowCount())]

    def cel(self, naam: str, kolom: Kolom) -> str:
        return self.kolom(kolom)[self.rij(naam)]

    @property
    def namen(self) -> list[str]:
        return self.kolom(Kolom.NAAM)

    @property
    def fout(self) -> str:
        return self.scherm.fout.text() if self.scherm.fout.isVisible() else ""

    @property
    def plan(self) -> dict[str, str]:
        """In a proposal: who, and the words of the place."""
        return {
            keuze.accessibleName().removeprefix("Plek voor "): keuze.currentText()
            for keuze in self.scherm.voorstel.keuzes.values()
        }

    # Hands

    def ga_naar(self, naam: str, kolom: Kolom = Kolom.NAAM) -> None:
        """Walks with the arrows."""
        tabel = self.scherm.tabel
        tabel.setFocus()
        doel = self.rij(naam)
        while tabel.currentIndex().row() != doel:
            omlaag = doel > tabel.currentIndex().row()
            self.qtbot.keyClick(tabel, Qt.Key.Key_Down if omlaag else Qt.Key.Key_Up)
        while tabel.currentIndex().column() != kolom:
            rechts = kolom > tabel.currentIndex().column()
            self.qtbot.keyClick(tabel, Qt.Key.Key_Right if rechts else Qt.Key.Key_Left)

    def vink(self, *namen: str) -> None:
        for naam in namen:
            self.ga_naar(naam)
            self.qtbot.keyClick(self.scherm.tabel, Qt.Key.Key_Space)

    def open(self, naam: str) -> None:
        """The form of one person."""
        self.ga_naar(naam)
        self.qtbot.keyClick(self.scherm.tabel, Qt.Key.Key_Return)
        self.qtbot.waitUntil(self.scherm.aanmelding.isVisible)

    def typ_nummer(self, naam: str, tekst: str) -> None:
        """Types in the column of the examennummer, and Enter."""
        self.ga_naar(naam, Kolom.EXAMENNUMMER)
        tabel = self.scherm.tabel
        self.qtbot.keyClick(tabel, Qt.Key.Key_F2)

        def editor() -> QLineEdit | None:
            return next((w for w in tabel.findChildren(QLineEdit) if w.isVisible()), None)

        self.qtbot.waitUntil(lambda: editor() is not None)
        vak = editor()
        assert vak is not None
        vak.selectAll()
        self.qtbot.keyClicks(vak, tekst)
        self.qtbot.keyClick(vak, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: editor() is None)

    def druk(self, knop: QPushButton) -> None:
        druk(self.qtbot, knop)

    def zet(self, vink: QCheckBox) -> None:
        vink.setFocus()
        self.qtbot.keyClick(vink, Qt.Key.Key_Space)

    def zoek(self) -> None:
        """Searches for places and waits for the plan."""
        self.druk(self.scherm.zoek)
        self.qtbot.waitUntil(lambda: not self.scherm.voorstel.bezig, timeout=20_000)
        self.qtbot.wait(1)  # what was put in the layout is shown in the next round

    def verander(self, naam: str, begin: str) -> None:
        """Another place for one person in the proposal."""
        keuze = next(
            k
            for k in self.scherm.voorstel.keuzes.values()
            if k.accessibleName() == f"Plek voor {naam}"
        )
        kies(self.qtbot, keuze, begin)

    def neem(self) -> None:
        self.druk(self.scherm.voorstel.neem)

    # Inviting

    def uitnodigen(self) -> None:
        self.druk(self.scherm.naar_uitnodigen)

    @property
    def genodigden(self) -> list[str]:
        """The lines of the list, ticked ones with an x."""
        lijst = self.scherm.uitnodigen.lijst
        uit = []
        for n in range(lijst.count()):
            naam = lijst.item(n).text().replace("\n", ", ")
            aan = lijst.item(n).checkState() is Qt.CheckState.Checked
            uit.append(f"x {naam}" if aan else naam)
        return uit

    def filter(self, welk: Filter) -> None:
        blad = self.scherm.uitnodigen
        kies(self.qtbot, blad.filter, blad.filter.itemText(blad.filter.findData(welk)))

    def map(self, pad: Path) -> None:
        veld = self.scherm.uitnodigen.papieren.map.veld
        veld.setFocus()
        veld.selectAll()
        self.qtbot.keyClicks(veld, str(pad))

    def maak(self) -> None:
        """Makes the papers and waits for them."""
        blad = self.scherm.uitnodigen.papieren
        self.druk(blad.maak)
        self.qtbot.waitUntil(lambda: blad._taak is None, timeout=60_000)


class Middelenpagina:
    """What sittings need."""

    def __init__(self, qtbot: QtBot, scherm: Middelenscherm) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    def regels(self, kaart: Middelkaart) -> list[str]:
        return [kaart.lijst.item(n).text() for n in range(kaart.lijst.count())]

    def nieuw(self, kaart: Middelkaart, **velden: str) -> None:
        """Opens an empty form and fills it in."""
        druk(self.qtbot, kaart.toevoegen)
        self.vul(kaart, **velden)

    def vul(self, kaart: Middelkaart, **velden: str) -> None:
        """Fills in fields and keeps them."""
        for naam, waarde in velden.items():
            veld = kaart.velden[naam]
            if isinstance(veld.invoer, QComboBox):
                kies(self.qtbot, veld.invoer, waarde)
            else:
                typ(self.qtbot, veld, waarde)
        druk(self.qtbot, kaart.bewaar)

    def open(self, kaart: Middelkaart, begin: str) -> None:
        """Opens a line with Enter."""
        doel = next(n for n, tekst in enumerate(self.regels(kaart)) if tekst.startswith(begin))
        kaart.lijst.setFocus()
        while kaart.lijst.currentRow() != doel:
            omlaag = doel > kaart.lijst.currentRow()
            self.qtbot.keyClick(kaart.lijst, Qt.Key.Key_Down if omlaag else Qt.Key.Key_Up)
        self.qtbot.keyClick(kaart.lijst, Qt.Key.Key_Return)

    def fouten(self, kaart: Middelkaart) -> dict[str, str]:
        """Sentences beside fields."""
        return {n: v.fout.text() for n, v in kaart.velden.items() if v.fout.isVisible()}
