"""After the closing, if the client likes: what do you see in these three pictures (peers.md F2)?"""

from __future__ import annotations

import random
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.dossier import Dossier
from desktop.models.pictogramproef import Uitslag, te_proberen
from desktop.store.pictogramproeven import bewaar_proef
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.widgets.indeling import knop, regel
from desktop.views.widgets.pictogram import PictogramLabel

AANTAL = 3
_MAAT = 64
_WOORDEN = 2
"""Words for a picture that are named; some stand at many questions."""


class Plaatjeskaart(QFrame):
    """The pictures go one by one to the client's screen; the klantmanager marks what was said.

    The place says how far they are, so it survives a laptop that switches off. What is kept
    names no person; of a rehearsal nothing is kept.
    """

    def __init__(self, gesprek: Gesprek, parent: QWidget) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setProperty("soort", "blad")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(24, 12, 24, 12)
        rij.setSpacing(16)
        self.plaatje = PictogramLabel(gesprek.werkplek.pictogrammen, "", _MAAT, self)
        rij.addWidget(self.plaatje, 0, Qt.AlignmentFlag.AlignVCenter)
        midden = QVBoxLayout()
        midden.setSpacing(2)
        self.kop = regel("", "kop", self)
        self.uitleg = regel("", "zacht", self)
        midden.addStretch()
        midden.addWidget(self.kop)
        midden.addWidget(self.uitleg)
        midden.addStretch()
        rij.addLayout(midden, 1)
        self.begin = self._knop(_("Laat de uitleg zien"), "gewoon", self._begin)
        self.eerste = self._knop(_("Eerste plaatje"), "hoofd", partial(self._naar, 1))
        self.uitslagen: dict[Uitslag, QPushButton] = {
            uitslag: self._knop(tekst, "gewoon", partial(self._merk, uitslag))
            for uitslag, tekst in (
                (Uitslag.GOED, _("Goed")),
                (Uitslag.BIJNA, _("Bijna")),
                (Uitslag.FOUT, _("Fout")),
            )
        }
        self.geen = self._knop(_("Geen antwoord"), "stil", partial(self._merk, None))
        self.stop = self._knop(_("Stoppen"), "stil", self._stop)
        for widget in (self.begin, self.eerste, *self.uitslagen.values(), self.geen, self.stop):
            rij.addWidget(widget)
        self.hide()

    def _knop(self, tekst: str, soort: str, doe: object) -> QPushButton:
        nieuw = knop(tekst, soort, self)
        nieuw.clicked.connect(doe)
        return nieuw

    def ververs(self) -> None:
        """Shows how far they are; only after the closing."""
        plek = self._gesprek.plek
        self.setVisible(self._gesprek.stand.gesloten)
        nu, allen = plek.plaatje, len(plek.plaatjes)
        bezig = bool(plek.plaatjes)
        op_beeld = bezig and 0 < nu <= allen
        klaar = bezig and nu > allen
        register = self._gesprek.werkplek.pictogrammen
        naam = plek.plaatjes[nu - 1] if op_beeld else "klaar" if klaar else ""
        self.plaatje.toon(naam)
        self.plaatje.setVisible(op_beeld)
        if op_beeld:
            self.kop.setText(_("Plaatje {nu} van {allen}").format(nu=nu, allen=allen))
            wat = te_proberen(self._gesprek.lijst).get(naam) or (register.omschrijving(naam),)
            self.uitleg.setText(
                _("Wat zegt de cliënt? Bedoeld is: {wat}").format(wat=" / ".join(wat[:_WOORDEN]))
            )
        elif klaar:
            self.kop.setText(_("Drie plaatjes: klaar"))
            self.uitleg.setText(_("Bedank de cliënt. Er is geen naam bij bewaard."))
        else:
            self.kop.setText(_("Drie plaatjes"))
            self.uitleg.setText(
                _("Vraag of de cliënt nog drie plaatjes wil bekijken. Elk antwoord is goed.")
                if not bezig
                else _("De cliënt ziet nu de uitleg. Wil de cliënt meedoen?")
            )
        self.begin.setVisible(not bezig)
        self.eerste.setVisible(bezig and nu == 0)
        for widget in (*self.uitslagen.values(), self.geen):
            widget.setVisible(op_beeld)
        self.stop.setVisible(bezig and not klaar)

    # ---- gestures -------------------------------------------------------------------------

    def _begin(self) -> None:
        namen = tuple(te_proberen(self._gesprek.lijst))
        gekozen = tuple(random.sample(namen, min(AANTAL, len(namen))))
        self._gesprek.zet_plek(plaatjes=gekozen, plaatje=0)
        self.ververs()
        self.eerste.setFocus()

    def _naar(self, nummer: int) -> None:
        self._gesprek.zet_plek(plaatje=nummer)
        self.ververs()
        eerste = self.uitslagen[Uitslag.GOED]
        if eerste.isVisible():
            eerste.setFocus()

    def _merk(self, uitslag: Uitslag | None) -> None:
        """What was said; without an answer nothing is kept."""
        plek = self._gesprek.plek
        if uitslag is None or self._bewaar(plek.plaatjes[plek.plaatje - 1], uitslag):
            self._naar(plek.plaatje + 1)

    def _bewaar(self, naam: str, uitslag: Uitslag) -> bool:
        gesprek = self._gesprek
        if gesprek.stand.oefening:
            return True
        keuze = gesprek.stand.taalkeuze

        def doe() -> None:
            with gesprek.store.work() as work:
                leest = bool(work.get(Dossier, gesprek.stand.dossier_id).leestaal)
                taal = keuze.spraaktaal or keuze.taal
                bewaar_proef(work, naam, taal, uitslag, leest=leest)

        return gesprek.werkplek.probeer(doe)

    def _stop(self) -> None:
        self._gesprek.zet_plek(plaatjes=(), plaatje=0)
        self.ververs()
        self.begin.setFocus()
