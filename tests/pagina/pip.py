"""The plan of one client, as a klantmanager works in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.pipinhoud import Bezigheid, Dagdeel
from desktop.models.weekwoorden import cel
from desktop.views.pip.deel2kaart import Deel2kaart
from desktop.views.pip.kaart import Pipkaart
from desktop.views.pip.kaarten import Hoofddoelkaart, Weekkaart
from desktop.views.pip.onderdeelkaart import Onderdeelkaart
from desktop.views.pip.regelrij import Regelrij
from desktop.views.pip.routekaart import Routekaart
from desktop.views.pip.scherm import Pipscherm
from desktop.views.pip.versiekaart import Versiekaart
from tests.pagina.toetskamer import druk, leesbaar, toon


class Pippagina:
    """Page object over the plan. Lines are named by what they say."""

    def __init__(self, qtbot: QtBot, scherm: Pipscherm, breed: int = 1366, hoog: int = 768) -> None:
        self.qtbot, self.scherm = qtbot, scherm
        toon(qtbot, scherm, breed, hoog)
        scherm.plan.bouw_alles()

    # Eyes

    def kaart(self, kop: str) -> Onderdeelkaart:
        return self.scherm.plan.onderdeel(kop)

    def zinnen(self, kop: str) -> list[str]:
        """The sentences under a heading, from top to bottom."""
        rijen = sorted(self.kaart(kop).rijen.values(), key=lambda rij: rij.y())
        return [rij.lees.tekst for rij in rijen]

    def rij(self, kop: str, zin: str) -> Regelrij:
        (gevonden,) = (r for r in self.kaart(kop).rijen.values() if r.lees.tekst == zin)
        return gevonden

    def herkomst(self, kop: str, zin: str) -> str:
        """What its chip says; empty where there is none."""
        chip = self.rij(kop, zin).chip
        return chip.text() if chip.isVisible() else ""

    def voorstellen(self, kop: str) -> list[str]:
        """What is proposed, in the order of the screen."""
        self.toon_voorstellen(kop)
        vak = self.kaart(kop).voorstellen
        if vak is None or not vak.isVisible():
            return []
        knoppen = [k for k in vak.knoppen.values() if k.isVisible()]
        return [k.tekst for k in sorted(knoppen, key=lambda k: k.y())]

    @property
    def stand(self) -> dict[str, str]:
        """The index: sign and words per heading."""
        return {
            k.kop.titel: f"{k.kop.teken} {k.kop.stand}" for k in self.scherm.inhoud.knoppen.values()
        }

    @property
    def nodig(self) -> list[str]:
        """What blocks."""
        return [k.tekst for b, k in self.scherm.nog.punten if b.blokkeert]

    @property
    def tips(self) -> list[str]:
        return [k.tekst for b, k in self.scherm.nog.punten if not b.blokkeert]

    @property
    def woorden(self) -> list[str]:
        return leesbaar(self.scherm)

    @property
    def route(self) -> Routekaart:
        kaart = self.scherm.plan.kaarten["route"]
        assert isinstance(kaart, Routekaart)
        return kaart

    @property
    def hoofddoel(self) -> Hoofddoelkaart:
        kaart = self.scherm.plan.kaarten["hoofddoel"]
        assert isinstance(kaart, Hoofddoelkaart)
        return kaart

    @property
    def week(self) -> Weekkaart:
        kaart = self.scherm.plan.kaarten["week"]
        assert isinstance(kaart, Weekkaart)
        return kaart

    @property
    def deel2(self) -> Deel2kaart:
        kaart = self.scherm.plan.kaarten["deel2"]
        assert isinstance(kaart, Deel2kaart)
        return kaart

    @property
    def versie(self) -> Versiekaart:
        kaart = self.scherm.plan.kaarten["versie"]
        assert isinstance(kaart, Versiekaart)
        return kaart

    @property
    def focus(self) -> QWidget:
        nu = QApplication.focusWidget()
        assert nu is not None
        return nu

    # Hands

    def toon_voorstellen(self, kop: str) -> None:
        knop = self.kaart(kop).knop_voorstel
        if knop.isVisible() and not knop.isChecked():
            druk(self.qtbot, knop)
        self.wacht()

    def neem_over(self, kop: str, begin: str) -> None:
        """Takes one proposal over, with the keyboard."""
        self.toon_voorstellen(kop)
        vak = self.kaart(kop).voorstellen
        assert vak is not None
        knop = next(k for k in vak.knoppen.values() if k.tekst.startswith(begin))
        knop.setFocus()
        self.qtbot.keyClick(knop, Qt.Key.Key_Return)
        self.wacht()

    def neem_alle(self, kop: str) -> None:
        self.toon_voorstellen(kop)
        vak = self.kaart(kop).voorstellen
        assert vak is not None
        druk(self.qtbot, vak.alle)
        self.wacht()

    def open(self, kop: str, zin: str) -> None:
        """Opens a line with Enter."""
        rij = self.rij(kop, zin)
        rij.lees.setFocus()
        self.qtbot.keyClick(rij.lees, Qt.Key.Key_Return)
        assert rij.editor is not None

    def typ_over(self, kop: str, zin: str, tekst: str) -> None:
        """Opens a line, types over what stands there, and Escape."""
        self.open(kop, zin)
        self.typ(tekst)
        self.escape()

    def typ(self, tekst: str) -> None:
        """In the field that has the keyboard, over what stood there."""
        veld = self.focus
        self.qtbot.keyClick(veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(veld, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(veld, tekst)

    def voeg_toe(self, kop: str, tekst: str) -> None:
        """A new sentence, and Escape."""
        druk(self.qtbot, self.kaart(kop).erbij)
        assert isinstance(self.focus, QPlainTextEdit)
        self.qtbot.keyClicks(self.focus, tekst)
        self.escape()

    def toets(self, kop: str, zin: str, toets: Qt.Key, *, alt: bool = False) -> None:
        """A key on a closed line."""
        lees = self.rij(kop, zin).lees
        lees.setFocus()
        mod = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(lees, toets, mod)
        self.wacht()

    def zet_terug(self) -> None:
        assert self.focus is self.scherm.zet_terug  # under the hands at once
        self.qtbot.keyClick(self.focus, Qt.Key.Key_Space)
        self.wacht()

    def escape(self) -> None:
        self.qtbot.keyClick(self.focus, Qt.Key.Key_Escape)
        self.wacht()

    def vink(self, vak: QCheckBox) -> None:
        vak.setFocus()
        self.qtbot.keyClick(vak, Qt.Key.Key_Space)
        self.wacht()

    def vul(self, veld: QWidget, tekst: str) -> None:
        """Types in a field and leaves it."""
        veld.setFocus()
        self.typ(tekst)
        self.scherm.knop_versies.setFocus()
        self.wacht()

    def kies_cel(self, dag: int, deel: Dagdeel, wat: Bezigheid | None) -> None:
        """Chooses in the week, from its menu."""
        rooster = self.week.rooster
        menu = rooster.keuzemenu(rooster.cellen[cel(dag, deel)])
        keuzes = list(Bezigheid)
        actie = menu.actions()[-1 if wat is None else keuzes.index(wat)]
        actie.trigger()
        self.wacht()

    def naar_punt(self, begin: str) -> None:
        """Presses a line of what is still to be done."""
        punt = next(k for _b, k in self.scherm.nog.punten if k.tekst.startswith(begin))
        punt.setFocus()
        self.qtbot.keyClick(punt, Qt.Key.Key_Return)
        self.wacht()

    def doelmenu(self) -> QMenu:
        from desktop.views.pip.doelmenu import doelmenu

        return doelmenu(self.scherm.plek, self.kaart("doel").knop_doel)

    def wacht(self) -> None:
        """What was put in a layout is shown in the next round."""
        self.scherm.plan.bouw_alles()
        QApplication.processEvents()


class Pipkaartpagina:
    """The card on the dossier sheet."""

    def __init__(self, qtbot: QtBot, kaart: Pipkaart, houder: QWidget | None = None) -> None:
        self.qtbot, self.kaart, self.houder = qtbot, kaart, houder

    @property
    def knoppen(self) -> list[str]:
        """The buttons there are, the accent one with an asterisk."""
        k = self.kaart
        alle = (k.knop_volgende, k.knop_tekenen, k.knop_plan, k.knop_weging, k.knop_versies)
        return [
            f"* {b.text()}" if b.property("soort") == "hoofd" else b.text()
            for b in alle
            if b.isVisibleTo(k)
        ]

    def druk(self) -> None:
        druk(self.qtbot, self.kaart.knop_volgende)
