"""Under the answer: not answering, how it was answered, by whom and when, and before that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.antwoord import Antwoordstatus, Wijze
from desktop.models.antwoordtekst import antwoordzin
from desktop.models.wijziging import Soort
from desktop.models.woorden import woord
from desktop.store.geschiedenis import Gebeurtenis
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.knoppen import Keus, Keuzeknop
from desktop.views.intake.tijd import tijd
from desktop.views.intake.vraagkop import regel
from desktop.views.widgets.stroom import stroom

NIET = (
    (Antwoordstatus.WEET_NIET, "weet-niet", "W"),
    (Antwoordstatus.ZEG_NIET, "zeg-niet", "Z"),
)
_WIJZEN = (Wijze.TOLK, Wijze.NEDERLANDS, Wijze.INGEVULD, Wijze.GEWEZEN, Wijze.COA)


class NietRij(QWidget):
    """*Weet ik niet* and *wil ik niet zeggen*, always at the same place."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(8)
        self.knoppen: dict[Antwoordstatus, Keuzeknop] = {}
        for status, beeld, toets in NIET:
            keus = Keus(beeld, woord(status), beeld, toets)
            knop = Keuzeknop(keus, gesprek.werkplek.pictogrammen, self)
            knop.setMaximumWidth(280)
            knop.clicked.connect(lambda _aan=False, status=status: gesprek.niet(status))
            self.knoppen[status] = knop
            rij.addWidget(knop, 1)
        rij.addStretch()

    def ververs(self) -> None:
        """Shows whether the question was not answered."""
        antwoord = self._gesprek.antwoord
        for status, knop in self.knoppen.items():
            knop.zet(antwoord is not None and antwoord.status is status)
        self.setVisible(not self._gesprek.vraag.oordeel)


class Herkomst(QWidget):
    """How the answer came, who kept it, when, and what stood there before."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(4)
        self._wijzerij = QWidget(self)
        rij = stroom(self._wijzerij)
        kop = QLabel(_("Hoe beantwoord?"), self)
        kop.setProperty("soort", "klein")
        rij.addWidget(kop)
        self.wijzen: dict[Wijze, QPushButton] = {}
        groep = QButtonGroup(self)
        for wijze in _WIJZEN:
            knop = QPushButton(woord(wijze), self)
            knop.setCheckable(True)
            knop.setProperty("soort", "chip")
            # A click leaves the keyboard where it is: Enter goes on to mean agreed.
            knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            knop.clicked.connect(lambda _aan=False, wijze=wijze: gesprek.zet_wijze(wijze))
            groep.addButton(knop)
            self.wijzen[wijze] = knop
            rij.addWidget(knop)
        vak.addWidget(self._wijzerij)
        onder = QHBoxLayout()
        self.wie = regel("", "klein", self)
        self.eerder = QPushButton(_("Eerdere antwoorden"), self)
        self.eerder.setProperty("soort", "stil")
        self.eerder.setCheckable(True)
        self.eerder.toggled.connect(self._toon_eerder)
        onder.addWidget(self.wie, 1)
        onder.addWidget(self.eerder)
        vak.addLayout(onder)
        self.lijst = regel("", "klein", self)
        self.lijst.hide()
        vak.addWidget(self.lijst)

    def ververs(self) -> None:
        """Shows the way and the moment of the answer."""
        gesprek = self._gesprek
        antwoord = gesprek.antwoord
        staat = antwoord is not None and antwoord.gegeven
        wijze = antwoord.wijze if antwoord is not None and staat else gesprek.plek.wijze
        self._wijzerij.setVisible(not gesprek.vraag.oordeel)
        for soort, knop in self.wijzen.items():
            knop.setChecked(soort is wijze)
        self.wie.setText("")
        self.eerder.setVisible(antwoord is not None)
        if self.eerder.isChecked():
            self.eerder.setChecked(False)
        if antwoord is None or antwoord.op is None:
            return
        moment = tijd(antwoord.op)
        if antwoord.bevestigd:
            zin = _("{wie}, {moment}").format(wie=antwoord.door or _("Onbekend"), moment=moment)
        else:
            zin = _("Cliënt, {moment}, nog niet akkoord").format(moment=moment)
        if not antwoord.gegeven:
            zin = f"{woord(antwoord.status)} · {zin}"
        self.wie.setText(zin)

    def _toon_eerder(self, aan: bool) -> None:
        antwoord = self._gesprek.antwoord
        self.lijst.setVisible(aan and antwoord is not None)
        if not aan or antwoord is None:
            return
        historie = self._gesprek.store.historie("antwoord", antwoord.id)
        self.lijst.setText("\n".join(verhaal(self._gesprek, historie)) or _("Niets eerder."))


def verhaal(gesprek: Gesprek, historie: list[Gebeurtenis]) -> list[str]:
    """The history of an answer, newest first, a line an event."""
    regels: list[str] = []
    opties: dict[str, int] = {}
    status, waarde = Antwoordstatus.OPEN, None
    for gebeurtenis in historie:
        for v in gebeurtenis.velden:
            if v.veld == "status" and v.waarde:
                status = Antwoordstatus(v.waarde)
            elif v.veld == "waarde":
                waarde = v.waarde
            elif v.veld == "enkel":
                opties = {v.waarde: 0} if v.waarde else {}
            elif v.veld.startswith("keuzes:"):
                code = v.veld.split(":", 1)[1]
                if v.soort is Soort.ERAF:
                    opties.pop(code, None)
                else:
                    opties[code] = v.waarde
        op_rang = tuple(sorted(opties, key=lambda code: (opties[code], code)))
        zin = antwoordzin(gesprek.vraag, status, op_rang, waarde)
        regels.append(f"{tijd(gebeurtenis.moment)}  {zin}  ({gebeurtenis.door})")
    return list(reversed(regels))


__all__ = ["Herkomst", "NietRij", "verhaal"]
