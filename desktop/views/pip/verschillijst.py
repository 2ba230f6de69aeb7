"""What changed between two versions: under each heading the old words and the new ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.pipverschil import Soort, Verschil
from desktop.taal import _
from desktop.views.widgets.indeling import regel

BREED = 72
"""Of the column that says what kind of change it is."""


def soort_in_woorden(soort: Soort) -> str:
    """A sign and a word: never by colour alone."""
    return {
        Soort.ERBIJ: _("+ Erbij"),
        Soort.WEG: _("− Weg"),
        Soort.ANDERS: _("≠ Anders"),
    }[soort]


class Verschillijst(QWidget):
    """Made anew for each pair."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._blad = QVBoxLayout(self)
        self._blad.setContentsMargins(0, 0, 0, 0)
        self._blad.setSpacing(4)

    def toon(self, verschillen: Sequence[Verschil]) -> None:
        """Shows them in the order of the plan."""
        while self._blad.count():
            deel = self._blad.takeAt(0)
            if deel is not None and (oud := deel.widget()) is not None:
                oud.hide()
                oud.deleteLater()
        if not verschillen:
            self._blad.addWidget(regel(_("Deze twee versies zeggen hetzelfde."), "zacht", self))
        kop = ""
        for een in verschillen:
            if een.kop != kop:
                titel = regel(een.kop, "veldnaam", self)
                titel.setContentsMargins(0, 12 if kop else 0, 0, 0)
                kop = een.kop
                self._blad.addWidget(titel)
            self._blad.addWidget(self._een(een))

    def _een(self, een: Verschil) -> QWidget:
        vlak = QWidget(self)
        rij = QHBoxLayout(vlak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(8)
        soort = regel(soort_in_woorden(een.soort), "klein", vlak)
        soort.setFixedWidth(BREED)
        rij.addWidget(soort, 0, Qt.AlignmentFlag.AlignTop)
        woorden = QVBoxLayout()
        woorden.setSpacing(0)
        if een.oud:
            oud = regel(een.oud, "zacht", vlak)
            letter = oud.font()
            letter.setStrikeOut(True)
            oud.setFont(letter)
            oud.setAccessibleName(_("Eerst: {tekst}").format(tekst=een.oud))
            woorden.addWidget(oud)
        if een.nieuw:
            nieuw = regel(een.nieuw, "gewoon", vlak)
            nieuw.setAccessibleName(_("Nu: {tekst}").format(tekst=een.nieuw))
            woorden.addWidget(nieuw)
        rij.addLayout(woorden, 1)
        return vlak
