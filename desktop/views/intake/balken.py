"""Inline panels that ask one thing: a reason, whether the client is alone, an agreement."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.antwoordtekst import antwoordzin
from desktop.taal import _
from desktop.views.intake.bewaring import Zinveld
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.vraagkop import regel


def hoofdknop(tekst: str, parent: QWidget) -> QPushButton:
    """The one thing to do next."""
    knop = QPushButton(tekst, parent)
    knop.setProperty("soort", "hoofd")
    return knop


class Redenpaneel(QFrame):
    """Asks for one sentence; Enter gives it."""

    gegeven = Signal(str)
    gesloten = Signal()

    def __init__(
        self, vraag: str, knop: str, parent: QWidget | None = None, *, voorstel: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(16, 12, 16, 12)
        vak.setSpacing(8)
        self.kop = regel(vraag, "", self)
        self.veld = Zinveld(1, self)
        self.veld.setAccessibleName(vraag)
        self.kop.setBuddy(self.veld)
        self.melding = regel("", "fout", self)
        self.melding.hide()
        self.ja = hoofdknop(knop, self)
        self.nee = QPushButton(_("Niet doen"), self)
        if voorstel:
            self.veld.setPlainText(voorstel)
        rij = QHBoxLayout()
        rij.addWidget(self.ja)
        rij.addWidget(self.nee)
        rij.addStretch()
        vak.addWidget(self.kop)
        vak.addWidget(self.veld)
        vak.addWidget(self.melding)
        vak.addLayout(rij)
        self.veld.klaar.connect(self._geef)
        self.ja.clicked.connect(self._geef)
        self.nee.clicked.connect(self._sluit)

    def vraag(self, voorstel: str | None = None) -> None:
        """Opens, with the keyboard in the field."""
        if voorstel is not None:
            self.veld.setPlainText(voorstel)
        self.melding.hide()
        self.show()
        self.veld.setFocus()

    def _geef(self) -> None:
        tekst = self.veld.toPlainText().strip()
        if len(tekst) < 3:
            self.melding.setText(_("Schrijf één korte zin."))
            self.melding.show()
            self.veld.setFocus()
            return
        self.hide()
        self.gegeven.emit(tekst)

    def _sluit(self) -> None:
        self.hide()
        self.gesloten.emit()


class Alleenpaneel(QFrame):
    """Before a question that is asked alone: is the client alone with you and the interpreter?"""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(24, 24, 24, 24)
        vak.setSpacing(16)
        self.kop = regel(_("Is de cliënt alleen met jou en de tolk?"), "titel", self)
        self.uitleg = regel(
            _(
                "Deze vraag stel je zonder partner, kinderen of andere mensen erbij. "
                "Je antwoord wordt bewaard."
            ),
            "zacht",
            self,
        )
        self.ja = hoofdknop(_("Ja, alleen (J)"), self)
        self.nee = QPushButton(_("Nee, later vragen (N)"), self)
        rij = QHBoxLayout()
        rij.addWidget(self.ja)
        rij.addWidget(self.nee)
        rij.addStretch()
        vak.addWidget(self.kop)
        vak.addWidget(self.uitleg)
        vak.addLayout(rij)
        self.ja.clicked.connect(lambda: gesprek.meld_alleen(True))
        self.nee.clicked.connect(self._niet_alleen)

    def _niet_alleen(self) -> None:
        if self._gesprek.meld_alleen(False):
            self._gesprek.later()


class Akkoordbalk(QFrame):
    """What the client pointed at on the question before, not agreed with yet."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self._code = ""
        self.setProperty("soort", "vraagbalk")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(16, 4, 8, 4)
        rij.setSpacing(8)
        self.tekst = regel("", "", self)
        self.akkoord = QPushButton(_("Akkoord (A)"), self)
        self.kijk = QPushButton(_("Bekijk"), self)
        self.kijk.setProperty("soort", "stil")
        rij.addWidget(self.tekst, 1)
        rij.addWidget(self.akkoord)
        rij.addWidget(self.kijk)
        self.akkoord.clicked.connect(self.geef_akkoord)
        self.kijk.clicked.connect(lambda: gesprek.ga_naar(self._code))

    def geef_akkoord(self) -> None:
        """Agrees with the answer that is shown."""
        if self.isVisible() and self._code:
            self._gesprek.bevestig(self._code)

    def ververs(self) -> None:
        """Shows the newest answer of another question that waits."""
        gesprek = self._gesprek
        wacht = [c for c in gesprek.stand.te_bevestigen if c != gesprek.plek.vraag]
        self._code = gesprek.plek.laatste if gesprek.plek.laatste in wacht else ""
        self.setVisible(bool(self._code))
        if not self._code:
            return
        vraag, antwoord = gesprek.lijst.vragen[self._code], gesprek.stand.antwoorden[self._code]
        zin = antwoordzin(vraag, antwoord.status, antwoord.opties, antwoord.waarde)
        self.tekst.setText(
            _("Cliënt wees aan bij {vraag}: {antwoord}").format(vraag=vraag.tekst, antwoord=zin)
        )


class Pauzebalk(QFrame):
    """The pause screen stands, perhaps because the client wants to stop."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self.setProperty("soort", "vraagbalk")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(16, 8, 8, 8)
        self.tekst = regel("", "", self)
        self.verder = QPushButton(_("Verder (P)"), self)
        self.verder.clicked.connect(lambda: gesprek.pauzeer(False))
        rij.addWidget(self.tekst, 1)
        rij.addWidget(self.verder, 0, Qt.AlignmentFlag.AlignVCenter)

    def ververs(self) -> None:
        """Says who asked for the pause."""
        plek = self._gesprek.plek
        self.setVisible(plek.pauze)
        self.tekst.setText(
            _("De cliënt wil stoppen. Vraag wat er is, en ga verder als de cliënt dat wil.")
            if plek.client_stopt
            else _("Pauze. De cliënt ziet het pauzescherm; alles is bewaard.")
        )


__all__ = ["Akkoordbalk", "Alleenpaneel", "Pauzebalk", "Redenpaneel", "hoofdknop"]
