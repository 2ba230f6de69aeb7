"""The dossier form as a user fills it in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop.views.dossiers.formulier import Dossierformulier
from desktop.views.dossiers.velden import Veld
from tests.pagina.toegankelijk import gesproken_toelichting
from tests.pagina.toetsen import tik


class Formulierpagina:
    """Page object over the form. A field goes by its name; one in a row by `huisgenoten.0.naam`."""

    def __init__(self, qtbot: QtBot, scherm: Dossierformulier) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    def veld(self, naam: str) -> Veld:
        return self.scherm.blad.veld(naam)

    def typ(self, naam: str, tekst: str) -> Formulierpagina:
        """Goes to the field and types over what stands there."""
        invoer = self.veld(naam).invoer
        invoer.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.keyClick(invoer, Qt.Key.Key_Delete)
        tik(self.qtbot, invoer, tekst)
        return self

    def kies(self, naam: str, woord: str) -> Formulierpagina:
        """Walks through a list with the arrow keys until this word is chosen."""
        lijst = self.veld(naam).invoer
        assert isinstance(lijst, QComboBox)
        lijst.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.keyClick(lijst, Qt.Key.Key_Home)
        for _ in range(lijst.count()):
            if lijst.currentText() == woord:
                return self
            self.qtbot.keyClick(lijst, Qt.Key.Key_Down)
        raise AssertionError(f"{woord} is not in the list")

    def verlaat(self) -> Formulierpagina:
        """Leaves the field with Tab."""
        wie = QApplication.focusWidget()
        assert wie is not None
        self.qtbot.keyClick(wie, Qt.Key.Key_Tab)
        return self

    def staat_in(self, naam: str) -> str:
        """What the user sees in the field."""
        invoer = self.veld(naam).invoer
        return invoer.currentText() if isinstance(invoer, QComboBox) else invoer.text()

    @property
    def alles(self) -> dict[str, str]:
        """What stands in every field."""
        return {naam: self.staat_in(naam) for naam in self.scherm.blad._alle()}

    def keuzes(self, naam: str) -> list[str]:
        """The words that a list offers."""
        lijst = self.veld(naam).invoer
        assert isinstance(lijst, QComboBox)
        return [lijst.itemText(n) for n in range(lijst.count())]

    def zin_bij(self, naam: str) -> str:
        """The sentence right under the field; it must be spoken with the field too."""
        veld = self.veld(naam)
        if not veld.fout.isVisible():
            return ""
        zin = veld.fout.text()

        def ernaast() -> None:
            onder_invoer = veld.invoer.mapTo(veld, QPoint(0, veld.invoer.height())).y()
            assert 0 <= veld.fout.y() - onder_invoer < 24, "the sentence is not beside its field"

        self.qtbot.waitUntil(ernaast)  # the layout makes room at the next event
        assert gesproken_toelichting(veld.invoer) == zin, "the sentence is not spoken"
        return zin

    @property
    def zinnen(self) -> dict[str, str]:
        """Every field with a sentence."""
        paren = {naam: self.zin_bij(naam) for naam in self.scherm.blad._alle()}
        return {naam: zin for naam, zin in paren.items() if zin}

    @property
    def voetregel(self) -> str:
        return self.scherm.voetregel.text()

    @property
    def veld_met_focus(self) -> str:
        """Name of the field where the cursor is."""
        nu = QApplication.focusWidget()
        return next((n for n, v in self.scherm.blad._alle().items() if v.invoer is nu), "")

    def bewaar(self) -> Formulierpagina:
        self.qtbot.mouseClick(self.scherm.knop_bewaar, Qt.MouseButton.LeftButton)
        return self

    # Rows

    def doelgroep_erbij(self) -> Formulierpagina:
        return self._rij_erbij(self.scherm.blad.doelgroepen)

    def huisgenoot_erbij(self) -> Formulierpagina:
        return self._rij_erbij(self.scherm.blad.huisgenoten)

    def _rij_erbij(self, rijen: object) -> Formulierpagina:
        self.qtbot.mouseClick(rijen.knop_erbij, Qt.MouseButton.LeftButton)
        nieuw = rijen.rijen[-1]
        self.qtbot.waitUntil(nieuw.isVisible)
        return self

    def huisgenoot_weg(self, n: int) -> Formulierpagina:
        knop = self.scherm.blad.huisgenoten.rijen[n].knop_weg
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
        return self

    # Likely duplicates

    @property
    def dubbelen(self) -> list[str]:
        """Names that stand in the question whether this is the same person."""
        paneel = self.scherm.dubbel
        return [wie.naam for wie in paneel.regels] if paneel.isVisible() else []

    @property
    def knop_anders(self) -> str:
        return self.scherm.dubbel.knop_anders.text()

    def is_iemand_anders(self) -> None:
        self.qtbot.mouseClick(self.scherm.dubbel.knop_anders, Qt.MouseButton.LeftButton)

    def ga_naar_dubbel(self, n: int = 0) -> None:
        self.qtbot.mouseClick(self.scherm.dubbel.knoppen[n], Qt.MouseButton.LeftButton)

    # The draft

    @property
    def zegt_concept(self) -> bool:
        """True when the form says that it still holds what was typed before."""
        return self.scherm.conceptregel.isVisible()

    def begin_opnieuw(self) -> None:
        self.qtbot.mouseClick(self.scherm.knop_opnieuw, Qt.MouseButton.LeftButton)
