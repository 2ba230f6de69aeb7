"""The screens about access to dossiers, as a user works with them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.dossiers.velden import Veld
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toegang.collegas import Collegascherm
from desktop.views.toegang.delen import Deelscherm
from desktop.views.toegang.kaart import Toegangkaart
from desktop.views.toegang.nood import Noodscherm
from desktop.views.toegang.noodbericht import Noodbericht


def teksten(vlak: QWidget) -> list[str]:
    """What can be read here now."""
    delen = [*vlak.findChildren(QLabel), *vlak.findChildren(Datumknop)]
    return [w.text() for w in delen if w.isVisibleTo(vlak.window()) and w.text()]


def knoppen(vlak: QWidget) -> dict[str, QPushButton]:
    """The buttons here now, by what a screen reader says."""
    return {
        w.accessibleName(): w
        for w in vlak.findChildren(QPushButton)
        if w.isVisibleTo(vlak.window())
    }


class Vlak:
    """A part of a screen."""

    def __init__(self, qtbot: QtBot, vlak: QWidget) -> None:
        self.qtbot = qtbot
        self.vlak = vlak

    @property
    def teksten(self) -> list[str]:
        return teksten(self.vlak)

    @property
    def knoppen(self) -> list[str]:
        return list(knoppen(self.vlak))

    def druk(self, naam: str) -> None:
        """Presses a button."""
        self.qtbot.mouseClick(knoppen(self.vlak)[naam], Qt.MouseButton.LeftButton)

    def typ(self, veld: Veld, tekst: str) -> None:
        """Types over what stood in a field."""
        assert isinstance(veld.invoer, QLineEdit)
        veld.invoer.selectAll()
        self.qtbot.keyClick(veld.invoer, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(veld.invoer, tekst)

    def kies(self, veld: Veld, begin: str) -> None:
        """Chooses the line that begins so."""
        lijst = veld.invoer
        assert isinstance(lijst, QComboBox)
        plek = next(n for n in range(lijst.count()) if lijst.itemText(n).startswith(begin))
        lijst.setCurrentIndex(plek)
        lijst.activated.emit(plek)

    @staticmethod
    def keuzes(veld: Veld) -> list[str]:
        """What can be chosen."""
        lijst = veld.invoer
        assert isinstance(lijst, QComboBox)
        return [lijst.itemText(n) for n in range(lijst.count())]


class Kaartpagina(Vlak):
    """The card on the dossier sheet."""

    def __init__(self, qtbot: QtBot, kaart: Toegangkaart) -> None:
        super().__init__(qtbot, kaart)
        self.kaart = kaart


class Deelpagina(Vlak):
    """Sharing one dossier."""

    def __init__(self, qtbot: QtBot, scherm: Deelscherm) -> None:
        super().__init__(qtbot, scherm)
        self.scherm = scherm

    def deel(self, met: str, waarom: str, tot: str | None = None) -> None:
        """Fills in the form and shares."""
        self.kies(self.scherm.met, met)
        if tot is not None:
            self.typ(self.scherm.tot, tot)
        self.typ(self.scherm.reden, waarom)
        self.druk("Deel dit dossier")


class Collegapagina(Vlak):
    """Working with colleagues."""

    def __init__(self, qtbot: QtBot, scherm: Collegascherm) -> None:
        super().__init__(qtbot, scherm)
        self.scherm = scherm

    def plan(self, vervanger: str, vanaf: str, tot: str) -> None:
        """Fills in an absence."""
        if vervanger:
            self.kies(self.scherm.vervanger, vervanger)
        self.typ(self.scherm.vanaf, vanaf)
        self.typ(self.scherm.tot, tot)
        self.druk("Zet de vervanging klaar")

    @property
    def dossiers(self) -> list[str]:
        """The names in the list, ticked ones with an x."""
        model = self.scherm.caseload.model
        uit = []
        for n in range(model.rowCount()):
            aan = model.data(model.index(n), Qt.ItemDataRole.CheckStateRole)
            naam = model.data(model.index(n)).split("  ·  ")[0]
            uit.append(f"x {naam}" if aan is Qt.CheckState.Checked else naam)
        return uit

    def vink(self, rij: int) -> None:
        """Ticks a line with the space bar."""
        lijst = self.scherm.caseload.lijst
        lijst.setCurrentIndex(self.scherm.caseload.model.index(rij))
        self.qtbot.keyClick(lijst, Qt.Key.Key_Space)

    def klik(self, rij: int) -> None:
        """Ticks a line with the mouse, somewhere on its name."""
        lijst = self.scherm.caseload.lijst
        vak = lijst.visualRect(self.scherm.caseload.model.index(rij))
        self.qtbot.mouseClick(lijst.viewport(), Qt.MouseButton.LeftButton, pos=vak.center())


class Noodpagina(Vlak):
    """Breaking the glass."""

    def __init__(self, qtbot: QtBot, scherm: Noodscherm) -> None:
        super().__init__(qtbot, scherm)
        self.scherm = scherm

    def vraag(self, nummer: str, reden: str) -> None:
        """Fills in the sheet and asks."""
        if nummer:
            self.typ(self.scherm.nummer, nummer)
        self.typ(self.scherm.reden, reden)
        self.qtbot.mouseClick(self.scherm.doe, Qt.MouseButton.LeftButton)


class Berichtpagina(Vlak):
    """What the owner is told."""

    def __init__(self, qtbot: QtBot, bericht: Noodbericht) -> None:
        super().__init__(qtbot, bericht)
        self.bericht = bericht

    @property
    def zichtbaar(self) -> bool:
        return self.bericht.isVisibleTo(self.bericht.window())
