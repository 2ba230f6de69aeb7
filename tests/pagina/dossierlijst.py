"""The caseload as a user sees it: a search field, lines, or a sentence what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.dossiers.lijst import Dossierscherm
from tests.pagina.toetsen import tik


class Dossierlijst:
    """Page object over the list."""

    def __init__(self, qtbot: QtBot, scherm: Dossierscherm) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    def typ(self, tekst: str) -> Dossierlijst:
        """Goes to the search field and types on."""
        self.scherm.zoekveld.setFocus()
        tik(self.qtbot, self.scherm.zoekveld, tekst)
        return self

    def druk(self, toets: Qt.Key) -> None:
        """Presses a key wherever the focus is."""
        wie = QApplication.focusWidget()
        assert wie is not None
        self.qtbot.keyClick(wie, toets)

    @property
    def getypt(self) -> str:
        return self.scherm.zoekveld.text()

    @property
    def regels(self) -> list[str]:
        """Every visible line, its cells with ` | ` between."""
        if not self.scherm.tabel.isVisible():
            return []
        model = self.scherm.tabel.model()
        return [
            " | ".join(
                str(model.index(rij, kolom).data() or "") for kolom in range(model.columnCount())
            )
            for rij in range(model.rowCount())
        ]

    @property
    def namen(self) -> list[str]:
        return [regel.split(" | ")[0] for regel in self.regels]

    @property
    def gekozen(self) -> str:
        """Name in the chosen line; empty without one."""
        index = self.scherm.tabel.currentIndex()
        return str(index.siblingAtColumn(0).data() or "") if index.isValid() else ""

    @property
    def voorgelezen(self) -> list[str]:
        """What a screen reader says of each line."""
        model = self.scherm.tabel.model()
        return [
            str(model.index(rij, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for rij in range(model.rowCount())
        ]

    @property
    def leegstaat(self) -> tuple[str, str, str]:
        """Heading, sentence and button that stand where the list would be."""
        leeg = self.scherm.leeg
        assert leeg.isVisible()
        return leeg.kop.text(), leeg.tekst.text(), leeg.knop.text()

    @property
    def onderregel(self) -> str:
        return self.scherm.onderregel.text()

    @property
    def telling(self) -> str:
        return self.scherm.telling.text() if self.scherm.telling.isVisible() else ""

    @property
    def focus_in_zoekveld(self) -> bool:
        return self.scherm.zoekveld.hasFocus()

    @property
    def focus_in_lijst(self) -> bool:
        return self.scherm.tabel.hasFocus()

    def klik_op_regel(self, rij: int) -> None:
        """A mouse click on a line."""
        tabel = self.scherm.tabel
        plek = tabel.visualRect(tabel.model().index(rij, 0)).center()
        self.qtbot.mouseClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=plek)

    def klik(self, knop: QWidget) -> None:
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
