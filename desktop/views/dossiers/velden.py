"""One field of a form: label above, editor, hint, and the sentence when it cannot be right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.taal import _
from desktop.views.dossiers.keuzes import Keuzes

PIJL = 36
"""Room that the arrow and the borders of a combobox take."""


def zeg_wat_niet_past(lijst: QComboBox) -> None:
    """A choice that does not fit in a narrow box stands in its hint."""
    tekst = lijst.currentText()
    past = lijst.fontMetrics().horizontalAdvance(tekst) + PIJL <= lijst.width()
    lijst.setToolTip("" if past else tekst)


class Keuzelijst(QComboBox):
    """A combobox that leaves the wheel to the page it stands on.

    Scrolling a form must never change what stands in it.
    """

    def __init__(self, keuzes: Keuzes, parent: QWidget, *, vrij: bool = False) -> None:
        """`vrij`: another value than those in the list may be typed."""
        super().__init__(parent)
        self._vrij = vrij
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        # Long words must not make a narrow window wider than it is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if vrij:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.currentTextChanged.connect(self._zeg_wat_niet_past)
        self.zet_keuzes(keuzes)

    def _zeg_wat_niet_past(self) -> None:
        zeg_wat_niet_past(self)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        zeg_wat_niet_past(self)

    def zet_keuzes(self, keuzes: Keuzes) -> None:
        """Other choices; what stands in the field stays."""
        nu = self.waarde()
        self.blockSignals(True)
        self.clear()
        for waarde, woord in keuzes:
            self.addItem(woord, waarde)
        if self._vrij:
            aanvuller = QCompleter(self.model(), self)
            aanvuller.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            aanvuller.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(aanvuller)
        self.zet(nu)
        self.blockSignals(False)

    def waarde(self) -> str:
        """The stored value: of the chosen line, or the text itself when it is in no line."""
        if not self._vrij:
            return self.currentData() or ""
        tekst = " ".join(self.currentText().split())
        for n in range(self.count()):
            if self.itemText(n).casefold() == tekst.casefold():
                return self.itemData(n)
        return tekst

    def zet(self, waarde: str) -> None:
        """Shows a stored value."""
        plek = self.findData(waarde)
        self.setCurrentIndex(plek)
        if self._vrij and plek < 0:
            self.setEditText(waarde)

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        gebeurtenis.ignore()


class Veld(QWidget):
    """Label, editor, hint and sentence of one field. `gewijzigd`: the user typed or chose."""

    gewijzigd = Signal()
    klaar = Signal()

    def __init__(
        self,
        naam: str,
        label: str,
        invoer: QLineEdit | Keuzelijst,
        parent: QWidget,
        *,
        hint: str = "",
        nodig: bool = False,
        zichtbaar_label: bool = True,
    ) -> None:
        super().__init__(parent)
        self.naam = naam
        self.invoer = invoer
        self._hint = hint
        invoer.setParent(self)
        invoer.setAccessibleName(label)
        invoer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(4)
        tekst = _("{veld} (nodig)").format(veld=label) if nodig else label
        self.label = QLabel(tekst, self)
        self.label.setProperty("soort", "veldnaam")
        self.label.setWordWrap(True)
        self.label.setBuddy(invoer)
        self.label.setVisible(zichtbaar_label)
        blad.addWidget(self.label)
        blad.addWidget(invoer)
        self.hint = _regel(hint, "klein", self)
        blad.addWidget(self.hint)
        self.fout = _regel("", "fout", self)
        blad.addWidget(self.fout)
        blad.addStretch()
        invoer.setAccessibleDescription(hint)
        if isinstance(invoer, QLineEdit):
            invoer.textEdited.connect(self._getypt)
            invoer.editingFinished.connect(self.klaar)
        else:
            invoer.activated.connect(self._getypt)
            regel = invoer.lineEdit()
            if regel is not None:
                regel.setAccessibleName(label)
                regel.textEdited.connect(self._getypt)
                regel.editingFinished.connect(self._getypt)

    @property
    def tekst(self) -> str:
        """What stands in the field, as the form's check reads it."""
        return self.invoer.waarde() if isinstance(self.invoer, Keuzelijst) else self.invoer.text()

    def zet(self, tekst: str) -> None:
        """Shows a value; no `gewijzigd`, and an old sentence goes."""
        if isinstance(self.invoer, Keuzelijst):
            self.invoer.zet(tekst)
        else:
            self.invoer.setText(tekst)
            self.invoer.setCursorPosition(0)
        self.toon_fout("")

    def toon_fout(self, zin: str) -> None:
        """The sentence beside the field; empty takes it away."""
        if zin == self.fout.text():
            return
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
        self.hint.setVisible(bool(self._hint) and not zin)
        self.invoer.setAccessibleDescription(zin or self._hint)
        self.invoer.setProperty("fout", "true" if zin else "false")
        self.invoer.style().unpolish(self.invoer)
        self.invoer.style().polish(self.invoer)

    def _getypt(self) -> None:
        self.toon_fout("")
        self.gewijzigd.emit()


def tekstveld(
    naam: str,
    label: str,
    parent: QWidget,
    *,
    hint: str = "",
    nodig: bool = False,
    voorbeeld: str = "",
    lengte: int = 200,
) -> Veld:
    """A field of one line."""
    invoer = QLineEdit()
    invoer.setMaxLength(lengte)
    invoer.setPlaceholderText(voorbeeld)
    return Veld(naam, label, invoer, parent, hint=hint, nodig=nodig)


def _regel(tekst: str, soort: str, ouder: QWidget) -> QLabel:
    regel = QLabel(tekst, ouder)
    regel.setProperty("soort", soort)
    regel.setTextFormat(Qt.TextFormat.PlainText)
    regel.setWordWrap(True)
    regel.setVisible(bool(tekst))
    return regel
