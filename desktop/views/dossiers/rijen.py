"""Rows of fields that can be added and taken away: household, doelgroep history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.formulier import Rij
from desktop.taal import _
from desktop.views.dossiers.velden import Veld


@dataclass(frozen=True)
class Rijvorm:
    """How one row is built.

    `maak` gives the fields of a row; `plekken` row, column and their spans of each field
    and, last, of the button that takes the row away; `rekken` the stretch of the columns.
    `weg` is the spoken name of that button, with {nummer}.
    """

    maak: Callable[[QWidget], Sequence[Veld]]
    plekken: Sequence[tuple[int, int, int, int]]
    rekken: Sequence[int]
    weg: str
    labels_eenmaal: bool = False


class Rijveld(QWidget):
    """One row; remembers the id of the stored row it shows."""

    weg = Signal(object)

    def __init__(self, vorm: Rijvorm, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = ""
        self._vorm = vorm
        self.velden = {veld.naam: veld for veld in vorm.maak(self)}
        self._gesproken = {naam: veld.label.text() for naam, veld in self.velden.items()}
        blad = QGridLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setHorizontalSpacing(8)
        blad.setVerticalSpacing(8)
        for veld, plek in zip(self.velden.values(), vorm.plekken, strict=False):
            blad.addWidget(veld, *plek, Qt.AlignmentFlag.AlignTop)
        for kolom, rek in enumerate(vorm.rekken):
            blad.setColumnStretch(kolom, rek)
        knopkolom = QVBoxLayout()
        knopkolom.setSpacing(4)
        # As high as the label of a field, so that the button stands beside the editor.
        self._boven = QLabel(self)
        self._boven.setProperty("soort", "veldnaam")
        knopkolom.addWidget(self._boven)
        self.knop_weg = QPushButton(_("Weghalen"), self)
        self.knop_weg.setProperty("soort", "stil")
        self.knop_weg.setAutoDefault(True)
        self.knop_weg.clicked.connect(lambda: self.weg.emit(self))
        knopkolom.addWidget(self.knop_weg)
        knopkolom.addStretch()
        blad.addLayout(knopkolom, *vorm.plekken[-1], Qt.AlignmentFlag.AlignRight)

    @property
    def waarden(self) -> Rij:
        """What stands in the row; `id` only for a row that is stored already."""
        uit = {naam: veld.tekst for naam, veld in self.velden.items()}
        return {"id": self.id, **uit} if self.id else uit

    def zet(self, rij: Rij) -> None:
        """Shows a stored or remembered row."""
        self.id = rij.get("id", "")
        for naam, veld in self.velden.items():
            veld.zet(rij.get(naam, ""))

    def nummer(self, n: int) -> None:
        """The place in the list, for the ear; labels only above the first row if so chosen."""
        for naam, veld in self.velden.items():
            gesproken = _("{veld}, rij {nummer}").format(veld=self._gesproken[naam], nummer=n)
            veld.invoer.setAccessibleName(gesproken)
            veld.label.setVisible(n == 1 or not self._vorm.labels_eenmaal)
        self._boven.setVisible(n == 1 or not self._vorm.labels_eenmaal)
        self.knop_weg.setAccessibleName(self._vorm.weg.format(nummer=n))


class Rijen(QWidget):
    """A list of rows with a button that adds one. A field's name outside: `naam.0.veld`."""

    gewijzigd = Signal()

    def __init__(self, naam: str, vorm: Rijvorm, parent: QWidget, *, leeg: str, knop: str) -> None:
        """`leeg` says what to do when there is no row yet."""
        super().__init__(parent)
        self.naam = naam
        self._vorm = vorm
        self.rijen: list[Rijveld] = []
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(16)
        self._leeg = QLabel(leeg, self)
        self._leeg.setProperty("soort", "zacht")
        self._leeg.setWordWrap(True)
        blad.addWidget(self._leeg)
        self._stapel = QVBoxLayout()
        self._stapel.setSpacing(8 if vorm.labels_eenmaal else 24)
        blad.addLayout(self._stapel)
        self.knop_erbij = QPushButton(knop, self)
        self.knop_erbij.setAccessibleName(knop)
        self.knop_erbij.setAutoDefault(True)
        self.knop_erbij.clicked.connect(self.voeg_toe)
        blad.addWidget(self.knop_erbij, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def waarden(self) -> tuple[Rij, ...]:
        """All rows as typed."""
        return tuple(rij.waarden for rij in self.rijen)

    def velden(self) -> dict[str, Veld]:
        """All fields by their name outside."""
        return {
            f"{self.naam}.{n}.{naam}": veld
            for n, rij in enumerate(self.rijen)
            for naam, veld in rij.velden.items()
        }

    def zet(self, rijen: Sequence[Rij]) -> None:
        """Shows these rows instead."""
        for oud in self.rijen:
            self._ruim_op(oud)
        self.rijen = []
        for rij in rijen:
            self._maak().zet(rij)
        self._nummer()

    def voeg_toe(self) -> Rijveld:
        """Adds an empty row and puts the cursor in it."""
        rij = self._maak()
        self._nummer()
        next(iter(rij.velden.values())).invoer.setFocus()
        self.gewijzigd.emit()
        return rij

    def _maak(self) -> Rijveld:
        voor = _voor(self.knop_erbij)
        rij = Rijveld(self._vorm, self)
        for veld in rij.velden.values():
            veld.gewijzigd.connect(self.gewijzigd)
            # Made later than the rest of the form, yet reached before the button below it.
            QWidget.setTabOrder(voor, veld.invoer)
            voor = veld.invoer
        QWidget.setTabOrder(voor, rij.knop_weg)
        QWidget.setTabOrder(rij.knop_weg, self.knop_erbij)
        rij.weg.connect(self._haal_weg)
        self.rijen.append(rij)
        self._stapel.addWidget(rij)
        return rij

    def _haal_weg(self, rij: Rijveld) -> None:
        self.rijen.remove(rij)
        self._ruim_op(rij)
        self._nummer()
        (self.rijen[-1].knop_weg if self.rijen else self.knop_erbij).setFocus()
        self.gewijzigd.emit()

    def _ruim_op(self, rij: Rijveld) -> None:
        self._stapel.removeWidget(rij)
        rij.hide()
        rij.deleteLater()

    def _nummer(self) -> None:
        self._leeg.setVisible(not self.rijen)
        for n, rij in enumerate(self.rijen, 1):
            rij.nummer(n)


def _voor(widget: QWidget) -> QWidget:
    """What the Tab key reaches just before this widget."""
    voor = widget.previousInFocusChain()
    while voor is not None and voor is not widget:
        if voor.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return voor
        voor = voor.previousInFocusChain()
    return widget
