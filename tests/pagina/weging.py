"""The weighing sheet, as a klantmanager and a second reader work in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel
from desktop.models.woorden import woord
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.weging.routekaart import Routekaart
from desktop.views.weging.scherm import Wegingscherm
from desktop.views.weging.taakrij import Taakrij
from desktop.views.weging.velden import Keuzestrook, Redenveld
from tests.pagina.toetskamer import druk, kies, leesbaar, toon


class Wegingpagina:
    """Page object over the sheet."""

    def __init__(
        self, qtbot: QtBot, scherm: Wegingscherm, breed: int = 1366, hoog: int = 768
    ) -> None:
        self.qtbot, self.scherm = qtbot, scherm
        toon(qtbot, scherm, breed, hoog)

    # Eyes

    def kaart(self, route: Leerroute) -> Routekaart:
        return self.scherm.routes[route]

    @property
    def nog(self) -> list[str]:
        """What is still to be done."""
        return [k.tekst for _g, k in self.scherm.nog.punten]

    @property
    def koppen(self) -> list[str]:
        """Headings of what is known."""
        return [g.factor.titel for g in self.scherm.plek.groepen]

    def weet(self, code: str) -> str:
        """The answer that stands with a question; empty when the question is not shown."""
        return next((k.tekst for p, k in self.scherm.weten.punten if p.code == code), "")

    def punt(self, naam: str) -> Tekstknop:
        """A line of what is known, by question code or by name."""
        return next(k for p, k in self.scherm.weten.punten if naam in (p.code, p.naam))

    @property
    def woorden(self) -> list[str]:
        """All that can be read, also in buttons and fields."""
        knoppen = [k.text() for k in self.scherm.findChildren(QPushButton) if k.isVisible()]
        teksten = [k.tekst for k in self.scherm.findChildren(Tekstknop) if k.isVisible()]
        velden = [
            v.toPlainText() for v in self.scherm.findChildren(QPlainTextEdit) if v.isVisible()
        ]
        return [*leesbaar(self.scherm), *knoppen, *teksten, *velden]

    @staticmethod
    def gekozen(strook: Keuzestrook) -> list[str]:
        """Codes that stand as chosen."""
        return [code for code, k in strook.knoppen.items() if k.isChecked()]

    @staticmethod
    def fout(deel: Redenveld | Keuzestrook) -> str:
        """The sentence beside a field."""
        return deel.fout.text() if deel.fout.isVisible() else ""

    def taken(self, route: Leerroute) -> list[str]:
        """The tasks of a route: what, and how it stands."""
        rijen = self.kaart(route).taken.rijen.values()
        return [f"{r.wat.text()} | {r.stand.text()}" for r in rijen]

    @property
    def focus(self) -> QWidget:
        nu = QApplication.focusWidget()
        assert nu is not None
        return nu

    # Hands

    def oordeel(self, route: Leerroute, oordeel: Oordeel) -> None:
        druk(self.qtbot, self.kaart(route).oordeel.knoppen[oordeel.value])
        self.wacht()

    def typ(self, veld: Redenveld, tekst: str) -> None:
        """Types over what stood there, and leaves the field."""
        veld.veld.setFocus()
        self.qtbot.keyClick(veld.veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(veld.veld, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(veld.veld, tekst)
        self.scherm.knop_terug.setFocus()
        self.wacht()

    def reden(self, route: Leerroute, tekst: str) -> None:
        self.typ(self.kaart(route).reden, tekst)

    def weeg(self, route: Leerroute, oordeel: Oordeel, reden: str) -> None:
        self.oordeel(route, oordeel)
        self.reden(route, reden)

    def kies_route(self, route: Leerroute) -> None:
        druk(self.qtbot, self.scherm.besluit.route.knoppen[route.value])
        self.wacht()

    def kies_niveau(self, niveau: Niveau) -> None:
        druk(self.qtbot, self.scherm.besluit.niveau.knoppen[niveau.value])
        self.wacht()

    def motiveer(self, tekst: str) -> None:
        self.typ(self.scherm.besluit.motivering, tekst)

    def besluit(self) -> None:
        druk(self.qtbot, self.scherm.knop_besluit)
        self.wacht()

    def naar_punt(self, begin: str) -> None:
        """Presses a line of what is still to be done."""
        punt = next(k for _g, k in self.scherm.nog.punten if k.tekst.startswith(begin))
        punt.setFocus()
        self.qtbot.keyClick(punt, Qt.Key.Key_Return)
        self.wacht()

    def open_bron(self, naam: str) -> None:
        """One click on a line of what is known."""
        self.qtbot.mouseClick(self.punt(naam), Qt.MouseButton.LeftButton)

    def vul_onderzoek(
        self, route: Leerroute, soort: Onderzoeksoort | None, wat: str, dag: str
    ) -> None:
        """Fills the form in and puts it there."""
        blad = self.kaart(route).taken
        if blad.knop_erbij.isVisible():
            druk(self.qtbot, blad.knop_erbij)
        if soort is not None:
            kies(self.qtbot, blad.soort.lijst, woord(soort))
            blad.soort.gekozen.emit(blad.soort.lijst.waarde())
        for veld, tekst in ((blad.dag.veld, dag), (blad.wat.veld, wat)):
            veld.setFocus()
            self.qtbot.keyClick(veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self.qtbot.keyClick(veld, Qt.Key.Key_Delete)
            self.qtbot.keyClicks(veld, tekst)
        druk(self.qtbot, blad.knop_zet)
        self.wacht()

    def rond_af(self, route: Leerroute, uitkomst: str) -> Taakrij:
        """The outcome of the one task of a route."""
        (rij,) = self.kaart(route).taken.rijen.values()
        druk(self.qtbot, rij.knop_klaar)
        self.qtbot.keyClicks(self.focus, uitkomst)
        druk(self.qtbot, rij.knop_klaar)
        self.wacht()
        return rij

    def teken_mee(self, woorden: str) -> None:
        """The second reader signs."""
        vak = self.scherm.besluit.lezer
        vak.woorden.veld.setFocus()
        self.qtbot.keyClicks(vak.woorden.veld, woorden)
        druk(self.qtbot, vak.knop)
        self.wacht()

    def toon_gezondheid(self) -> None:
        druk(self.qtbot, self.scherm.weten.knop_gezondheid)
        self.wacht()

    def wacht(self) -> None:
        """What was put in a layout is shown in the next round."""
        QApplication.processEvents()
