"""The second reader, who signs in own words and under own name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.taal import _
from desktop.views.weging.plek import Wegingplek
from desktop.views.weging.velden import Redenveld
from desktop.views.widgets.indeling import knop, regel


class Lezervak(QWidget):
    """There only when one is needed, or there was one."""

    def __init__(self, plek: Wegingplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek = plek
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 8, 0, 0)
        vak.setSpacing(4)
        vak.addWidget(regel(_("Tweede lezer"), "veldnaam", self))
        self.uitleg = regel(
            _("Een collega leest mee en tekent onder eigen naam. Wie meeleest, besluit niet."),
            "klein",
            self,
        )
        self.stand = regel("", "", self)
        self.woorden = Redenveld(
            plek,
            _("Wat vind je ervan, in je eigen woorden?"),
            f"tweede_lezer:{plek.store.gebruiker_id}",  # own words
            None,  # nothing is signed by typing
            self,
        )
        rij = QHBoxLayout()
        self.knop = knop("", "gewoon", self)
        self.knop.clicked.connect(self._teken)
        rij.addWidget(self.knop)
        rij.addStretch()
        self.fout = regel("", "fout", self)
        self.fout.hide()
        for deel in (self.uitleg, self.stand, self.woorden):
            vak.addWidget(deel)
        vak.addLayout(rij)
        vak.addWidget(self.fout)

    def ververs(self) -> None:
        """Shows who read along, or asks for it."""
        beeld, plek = self._plek.beeld, self._plek
        lezer = beeld.lezer
        self.setVisible(beeld.lezer_nodig or lezer is not None)
        vraagt = lezer is None and not plek.vast
        self.woorden.setVisible(vraagt)
        self.knop.setVisible(vraagt)
        self.uitleg.setVisible(vraagt)
        self.woorden.ververs("", "", vast=plek.vast)
        tekst = _("Teken mee als {naam}").format(naam=plek.ik)
        self.knop.setText(tekst)
        self.knop.setAccessibleName(tekst)
        self.stand.setVisible(lezer is not None)
        if lezer is not None:
            self.stand.setText(
                _("{naam} las mee op {dag}: {woorden}").format(
                    naam=lezer.naam or _("Een collega"),
                    dag=datum_nederlands(lezer.op),
                    woorden=lezer.woorden,
                )
            )
        if not beeld.lezer_nodig or lezer is not None:
            self.toon_fout("")

    def toon_fout(self, zin: str) -> None:
        """The sentence beside it."""
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def richt(self, zin: str) -> None:
        """The keyboard here, with what is missing."""
        self.toon_fout(zin)
        if self.woorden.isVisible():
            self.woorden.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _teken(self) -> None:
        bewaarder = self.woorden.bewaarder
        zin = self._plek.teken_mee(bewaarder.tekst)
        if zin:
            self.woorden.toon_fout(zin)
            self.woorden.veld.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        bewaarder.vergeet()
        self.woorden.ververs("", "", vast=self._plek.vast)
