"""One line for the klantmanager: who says this question, and what the voice has to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.models.spraak import Spraakbron
from desktop.taal import _
from desktop.views.widgets.indeling import regel, zet_soort

if TYPE_CHECKING:
    from desktop.views.intake.stem import Stem

MELDING_MS = 12_000
"""A sentence of the voice stays this long; then it says who speaks again."""


class Stemregel(QWidget):
    """Follows the client's screen from `volg` on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stem: Stem | None = None
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        self.zin: QLabel = regel("", "klein", self)
        self.zin.setAccessibleName(_("Wie de vraag voorleest"))
        vak.addWidget(self.zin)
        self._even = QTimer(self)
        self._even.setSingleShot(True)
        self._even.setInterval(MELDING_MS)
        self._even.timeout.connect(self._toon)
        self.hide()

    def volg(self, stem: Stem) -> None:
        """Shows who speaks in this talk."""
        self._stem = stem
        stem.bron_gewijzigd.connect(self._toon)
        stem.melding.connect(self._meld)
        self._toon()

    def _meld(self, zin: str) -> None:
        self.zin.setText(zin)
        zet_soort(self.zin, "klein-let-op")
        self._even.start()
        self.show()

    def _toon(self) -> None:
        stem = self._stem
        if stem is None:
            return
        self._even.stop()
        niemand = stem.bron is Spraakbron.NIEMAND
        zet_soort(self.zin, "klein-let-op" if niemand else "klein")
        self.zin.setText(_zin(stem.bron))
        self.setVisible(stem.iets_te_zeggen)


def _zin(bron: Spraakbron) -> str:
    return {
        Spraakbron.MENS: _("Stem: een mens las deze vraag in."),
        Spraakbron.SYSTEEM: _("Stem: die van deze computer."),
        Spraakbron.SYNTHETISCH: _("Stem: een computerstem, niet altijd goed te verstaan."),
        Spraakbron.NIEMAND: _("Geen stem: laat de tolk de vraag voorlezen."),
    }[bron]
