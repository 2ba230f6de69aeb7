"""One way through one window: from the list of dossiers to the papers of a set plan."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.pipinhoud import Bezigheid, Dagdeel
from desktop.models.weekwoorden import bezigheid_woord, cel
from desktop.views.pip.deel2kaart import Deel2kaart
from desktop.views.pip.papieren import Papierenblad
from desktop.views.pip.scherm import Pipscherm
from desktop.views.pip.vaststellen import Vaststelblad
from desktop.views.weging.scherm import Wegingscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.afronden import leesbaar, maak_papieren
from tests.pagina.dossierlijst import Dossierlijst
from tests.pagina.pip import Pipkaartpagina, Pippagina
from tests.pagina.toetskamer import druk, kies, toon
from tests.pagina.weging import Wegingpagina

S = TypeVar("S", bound=QWidget)


class Planpagina(Pippagina):
    """The plan inside the window that is open already."""

    def __init__(self, qtbot: QtBot, scherm: Pipscherm) -> None:
        self.qtbot, self.scherm = qtbot, scherm
        scherm.plan.bouw_alles()

    @property
    def nodige_velden(self) -> set[str]:
        """Fields of what blocks."""
        return {b.veld for b, _k in self.scherm.nog.punten if b.blokkeert}

    def los_op(self, veld: str, waarde: str) -> None:
        """Presses what is missing, and fills in the field that then has the keyboard."""
        punt = next(k for b, k in self.scherm.nog.punten if b.veld == veld)
        punt.setFocus()
        self.qtbot.keyClick(punt, Qt.Key.Key_Return)
        self.wacht()
        self.typ(waarde)
        self.verlaat()
        assert veld not in self.nodige_velden, veld

    def verlaat(self) -> None:
        """Leaves a field: what was typed is kept."""
        self.scherm.knop_versies.setFocus()
        self.wacht()

    def neem_alles_over(self) -> None:
        """All proposals that are not about health."""
        druk(self.qtbot, self.scherm.neem_alles)
        self.wacht()

    def vul_getal(self, veld: str, waarde: str) -> None:
        self.vul(self.route.getallen[veld].veld, waarde)

    def kies_alfabetisering(self, begin: str) -> None:
        kies(self.qtbot, self.route.alfabetisering.lijst, begin)
        self.wacht()

    def geef_uitkering(self, vanaf: str, *, ontzorgen: bool) -> None:
        """Ticks the benefit, its first day, and ontzorgen."""
        kaart: Deel2kaart = self.deel2
        self.vink(kaart.uitkering)
        assert self.focus is kaart.vanaf.veld  # the keyboard waits for the day
        self.typ(vanaf)
        self.verlaat()
        if ontzorgen:
            self.vink(kaart.ontzorgen)

    def vul_week(self, week: dict[tuple[int, Dagdeel], Bezigheid]) -> None:
        """Goes to each part of a day, and types the first letter of what is done."""
        for (dag, deel), wat in week.items():
            vak = self.week.rooster.cellen[cel(dag, deel)]
            vak.setFocus()
            self.qtbot.keyClicks(vak, bezigheid_woord(wat)[0].lower())
        self.wacht()


class Weegpagina(Wegingpagina):
    """The weighing sheet inside the window that is open already."""

    def __init__(self, qtbot: QtBot, scherm: Wegingscherm) -> None:
        self.qtbot, self.scherm = qtbot, scherm

    @property
    def mist(self) -> set[str]:
        """Fields of what is still to be done."""
        self.wacht()
        return {gemis.veld for gemis, _k in self.scherm.nog.punten}


class Planreis:
    """One window of the whole program."""

    def __init__(self, qtbot: QtBot, werkplek: Werkplek) -> None:
        self.qtbot = qtbot
        self.ruimte = Werkruimte(werkplek)
        toon(qtbot, self.ruimte)

    def scherm(self, soort: type[S]) -> S:
        """The screen of this kind that is shown."""
        QApplication.processEvents()
        (een,) = [s for s in self.ruimte.findChildren(soort) if s.isVisible()]
        return een

    def open_dossier(self, naam: str) -> None:
        """Types a name in the list, and Enter."""
        lijst = Dossierlijst(self.qtbot, self.ruimte.lijst)
        lijst.typ(naam)
        self.qtbot.waitUntil(lambda: lijst.namen == [naam])
        lijst.druk(Qt.Key.Key_Return)
        assert self.ruimte.blad.isVisible()

    @property
    def kaart(self) -> Pipkaartpagina:
        return Pipkaartpagina(self.qtbot, self.ruimte.blad.kaarten.pip, self.ruimte)

    def weeg(self) -> Weegpagina:
        """From the dossier's card to the weighing sheet."""
        assert self.kaart.knoppen[0] == "* Weeg de leerroutes"
        self.kaart.druk()
        return Weegpagina(self.qtbot, self.scherm(Wegingscherm))

    def naar_plan(self, weging: Weegpagina) -> Planpagina:
        """Decides, and goes on to the plan."""
        weging.besluit()
        druk(self.qtbot, weging.scherm.knop_plan)
        return Planpagina(self.qtbot, self.scherm(Pipscherm))

    def stel_vast(self, plan: Planpagina) -> str:
        """Sets the plan today; what the sheet said before."""
        druk(self.qtbot, plan.scherm.knop_vaststellen)
        blad = self.scherm(Vaststelblad)
        gezegd = leesbaar(blad)
        druk(self.qtbot, blad.stel_vast)
        return gezegd

    def maak_papieren(self, map_: Path) -> list[Path]:
        """All four, on the sheet that opens once the plan is set."""
        return maak_papieren(self.qtbot, self.scherm(Papierenblad), map_)

    def sluit(self) -> None:
        self.ruimte.sluit()
