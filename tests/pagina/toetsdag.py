"""The day of a sitting, the result, and the card, as a user works with them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.dossiers.velden import Veld
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.toets.dossierkaart import Toetskaart
from desktop.views.toets.kandidaatpaneel import Kandidaatpaneel
from desktop.views.toets.overslag import Overslagscherm
from desktop.views.toets.uitslag import Uitslagscherm
from tests.pagina.toegang import Vlak


class Dagpagina(Vlak):
    """Six people at the table."""

    def __init__(self, qtbot: QtBot, scherm: Dagscherm) -> None:
        super().__init__(qtbot, scherm)
        self.scherm = scherm

    def open(self, kandidaat_id: str) -> Kandidaatpaneel:
        """Touches the tile of this candidate."""
        self.raak(self.scherm.tegels[kandidaat_id])
        return self.paneel

    @property
    def paneel(self) -> Kandidaatpaneel:
        gekozen = self.scherm.gekozen
        assert gekozen is not None
        return self.scherm.panelen[gekozen]

    def raak(self, deel: QWidget) -> None:
        """One touch, on something that a finger can find."""
        assert deel.isVisible()
        self.qtbot.mouseClick(deel, Qt.MouseButton.LeftButton)

    def tik_op(self, *namen: str) -> None:
        """Touches these one after another."""
        for naam in namen:
            self.druk(naam)

    def blad(self, naam: str) -> None:
        """Turns to another leaf of the pane."""
        self.raak(next(s for s in self.paneel.stappen if s.text() == naam))

    @property
    def tegels(self) -> dict[str, tuple[str, str]]:
        """State and clock by name."""
        return {t.naam.text(): (t.stand.text(), t.klok.text()) for t in self.scherm.tegels.values()}

    @property
    def kan(self) -> list[str]:
        """The buttons of the clock that can be pressed."""
        k = self.paneel.klok
        return [d.text() for d in (k.start, k.pauze, k.verder, k.stop) if d.isEnabled()]

    def kies_taal(self, naam: str) -> None:
        """Chooses the language of the explanation."""
        lijst: QComboBox = self.paneel.aankomst.taal
        plek = lijst.findText(naam)
        lijst.setCurrentIndex(plek)
        lijst.activated.emit(plek)

    def schrijf(self, veld: QWidget, tekst: str) -> None:
        """Types in a field."""
        veld.setFocus()
        self.qtbot.keyClicks(veld, tekst)

    @property
    def knopmaten(self) -> dict[str, tuple[int, int]]:
        """Width and height of everything that can be touched now."""
        return {
            w.accessibleName(): (w.width(), w.height())
            for soort in (QPushButton, QComboBox)
            for w in self.scherm.findChildren(soort)
            if w.isVisible()
        }


class Uitslagpagina(Vlak):
    """Entering the result."""

    def __init__(self, qtbot: QtBot, scherm: Uitslagscherm) -> None:
        super().__init__(qtbot, scherm)
        self.scherm = scherm

    def vul(self, resultaat: str, behaald: str, benodigd: str, datum: str) -> None:
        """Fills in DUO's four fields."""
        if resultaat:
            self.kies(self.scherm.resultaat, resultaat)
        self.typ(self.scherm.behaald, behaald)
        self.typ(self.scherm.benodigd, benodigd)
        self.typ(self.scherm.datum, datum)

    @property
    def fouten(self) -> dict[str, str]:
        """The sentence beside each field that has one."""
        s = self.scherm
        velden: tuple[Veld, ...] = (s.resultaat, s.behaald, s.benodigd, s.datum, s.reden)
        return {v.naam: v.fout.text() for v in velden if v.fout.text()}

    @property
    def vraagt_na(self) -> bool:
        """True while the second look is on the screen."""
        return "Klopt, leg vast" in self.knoppen

    @property
    def opvallend(self) -> str:
        return self.scherm.opvallend.text() if self.scherm.opvallend.isVisible() else ""


class Overslagpagina(Vlak):
    """Leaving the test out."""

    def __init__(self, qtbot: QtBot, scherm: Overslagscherm) -> None:
        super().__init__(qtbot, scherm)
        self.scherm = scherm


class Toetskaartpagina(Vlak):
    """The card on the dossier sheet."""

    def __init__(self, qtbot: QtBot, kaart: Toetskaart) -> None:
        super().__init__(qtbot, kaart)
        self.kaart = kaart

    @property
    def verloop(self) -> list[str]:
        """The states of the timeline, as they are said."""
        lijn = self.kaart.tijdlijn
        return [lijn.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(lijn.count())]
