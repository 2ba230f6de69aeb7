"""The language check on the klantmanager's side: a sentence to say, and what the client said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.prompts import Tekst
from desktop.models.tolk import Verstaan, Vervolg
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.widgets.indeling import regel
from desktop.views.widgets.stroom import stroom


def adviezen() -> dict[Vervolg | None, str]:
    """What to do now, for each thing that would help."""
    return {
        None: _(
            "Zoek eerst een tolk of een taal die de cliënt wel goed verstaat. "
            "Daarna ga je hier verder."
        ),
        Vervolg.ANDERE_TAAL: _("Kies samen een andere taal. Doe daarna de vraag opnieuw."),
        Vervolg.ANDER_DIALECT: _(
            "Vraag de tolk naar een ander dialect, of bel een tolk die het spreekt."
        ),
        Vervolg.ANDERE_TOLK: _("Vraag het tolkenbureau om een andere tolk."),
        Vervolg.LANGZAAM: _("Vraag de tolk om langzaam te praten, in korte zinnen."),
    }


class Taalcheckkaart(QWidget):
    """The sentence in Dutch and in the own language, the outcome, and what would help.

    The client points, or the klantmanager fills it in with the same words.
    """

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        self.zin_nl = regel("", "groot", self)
        self.zin_eigen = regel("", "zacht", self)
        vak.addWidget(self.zin_nl)
        vak.addWidget(self.zin_eigen)
        self.uitkomst = regel("", "", self)
        self.opnieuw = QPushButton(_("Vraag opnieuw"), self)
        self.opnieuw.setProperty("soort", "regel")
        self.opnieuw.clicked.connect(gesprek.tolk.vraag_opnieuw)
        boven = QHBoxLayout()
        boven.setSpacing(8)
        boven.addWidget(self.uitkomst, 1)
        boven.addWidget(self.opnieuw)
        vak.addLayout(boven)
        self._rij = QWidget(self)
        rij = stroom(self._rij, tussen=8)
        self._groep = QButtonGroup(self)
        self._groep.setExclusive(False)
        self.wat: dict[Vervolg, QPushButton] = {}
        for vervolg in Vervolg:
            knop = QPushButton(woord(vervolg), self._rij)
            knop.setProperty("soort", "chip")
            knop.setCheckable(True)
            knop.setAccessibleName(_("Wat helpt: {wat}").format(wat=woord(vervolg)))
            knop.clicked.connect(lambda _aan=False, v=vervolg: self._helpt(v))
            self._groep.addButton(knop)
            self.wat[vervolg] = knop
            rij.addWidget(knop)
        vak.addWidget(self._rij)
        self.advies = regel("", "melding", self)
        vak.addWidget(self.advies)

    def ververs(self) -> None:
        """Shows the sentence and how the check stands."""
        gesprek = self._gesprek
        prompts = gesprek.werkplek.prompts_voor(gesprek.stand.taalkeuze)
        zin: Tekst = prompts.scherm("taal.zin")
        self.zin_nl.setText(f"“{zin.nederlands}”")
        eigen = zin.vertaald and zin.tekst != zin.nederlands
        self.zin_eigen.setVisible(eigen)
        rechts = prompts.taal.rechts_naar_links
        self.zin_eigen.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rechts else Qt.LayoutDirection.LeftToRight
        )
        self.zin_eigen.setText(zin.tekst if eigen else "")
        stand = gesprek.stand.tolk
        wacht = stand.uitkomst is None or gesprek.plek.taal_opnieuw
        niet_goed = not wacht and stand.uitkomst is not Verstaan.GOED
        if wacht or stand.uitkomst is None:
            self.uitkomst.setText(_("De cliënt kan nu aanwijzen: goed, een beetje, of niet."))
        else:
            self.uitkomst.setText(_("Verstaan: {hoe}").format(hoe=woord(stand.uitkomst).lower()))
        self.opnieuw.setVisible(not wacht)
        self._rij.setVisible(niet_goed)
        for vervolg, knop in self.wat.items():
            knop.setChecked(vervolg is stand.vervolg)
        # A "no" that was filled in without a check counts too.
        nee = niet_goed or (stand.verstaan is False and stand.uitkomst is None)
        self.advies.setVisible(nee)
        self.advies.setText(adviezen()[stand.vervolg] if nee else "")

    def _helpt(self, vervolg: Vervolg) -> None:
        self._gesprek.tolk.wijs_aan(vervolg)
        self.ververs()
