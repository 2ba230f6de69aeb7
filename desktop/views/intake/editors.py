"""How the klantmanager gives or corrects an answer: one editor for each type of question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.models.antwoordtekst import optiewoord
from desktop.models.deeldatum import Deeldatum
from desktop.models.vragen import SCHAAL, Deel, Vraag, Vraagtype
from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder, Zinveld
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.knoppen import Keus, KeuzeRij

_GEZICHTEN = {"goed": "goed", "gaat": "gaat", "slecht": "slecht", "ja": "ja", "nee": "nee"}


class Editor(QWidget):
    """Shows the answer of the open question and turns input into gestures on the talk."""

    klaar = Signal()

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesprek = gesprek
        self.code = gesprek.plek.vraag
        self.vak = QVBoxLayout(self)
        self.vak.setContentsMargins(0, 0, 0, 0)
        self.vak.setSpacing(8)

    def laad(self) -> None:
        """Shows what stands in the intake now."""

    def kies_toets(self, toets: str) -> bool:
        """Chooses by number key."""
        return False

    def eerste(self) -> QWidget | None:
        """Where the keyboard starts."""
        return None

    def leg_vast(self) -> bool:
        """Keeps what is still being typed. False when it was refused."""
        return True

    def sleutel(self, veld: str) -> str:
        """The key of a draft in this question."""
        return f"concept:{self.gesprek.intake_id}:{self.code}:{veld}"

    @property
    def hier(self) -> bool:
        """False once another question is open; a draft then waits for the way back."""
        return self.gesprek.plek.vraag == self.code


def keuzes_van(
    vraag: Vraag | Deel, *, toetsen: bool = True, pictogrammen: bool = True
) -> list[Keus]:
    """The choices of a question or a part, with their keys."""
    codes: Sequence[str]
    beelden: dict[str, str | None]
    if vraag.type is Vraagtype.SCALE:
        codes, beelden = SCHAAL, {}
    elif vraag.type is Vraagtype.YN:
        codes, beelden = ("ja", "nee"), {"ja": "ja", "nee": "nee"}
    elif vraag.type is Vraagtype.FACE3:
        codes, beelden = ("goed", "gaat", "slecht"), dict(_GEZICHTEN)
    else:
        codes = [optie.code for optie in vraag.opties]
        beelden = {optie.code: optie.pictogram for optie in vraag.opties}
    uit = []
    for n, code in enumerate(codes):
        toets = str((n + 1) % 10) if n < 10 else ""
        if vraag.type is Vraagtype.SCALE and code == "nog-niet":
            toets = "0"
        uit.append(
            Keus(
                code,
                optiewoord(vraag, code),
                beelden.get(code) if pictogrammen else None,
                toets if toetsen else "",
            )
        )
    return uit


class Keuzeeditor(Editor):
    """Single, multi, yes/no and the three faces."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(gesprek, parent)
        self.rij = KeuzeRij(
            keuzes_van(gesprek.vraag),
            gesprek.werkplek.pictogrammen,
            self,
            kolommen=1 if gesprek.vraag.type is Vraagtype.SCALE else None,
        )
        self.rij.gekozen.connect(lambda code: self.gesprek.raak(code, client=False))
        self.vak.addWidget(self.rij)

    def laad(self) -> None:
        self.rij.zet(self.gesprek.keuze().opties, geordend=self.gesprek.vraag.geordend)

    def kies_toets(self, toets: str) -> bool:
        return self.rij.kies_toets(toets)

    def eerste(self) -> QWidget | None:
        return self.rij.eerste()


class Schaaleditor(Keuzeeditor):
    """The score of the klantmanager, with one sentence of reason."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(gesprek, parent)
        kop = QLabel(_("Waarom deze score? Eén zin is genoeg."), self)
        self.reden = Zinveld(2, self)
        self.reden.setAccessibleName(_("Reden van de score"))
        self.reden.setPlaceholderText(_("Wat heb je gezien of gehoord?"))
        kop.setBuddy(self.reden)
        self.reden.klaar.connect(self.klaar)
        self._bewaarder = Tekstbewaarder(self.reden, gesprek.werkplek, self._motiveer)
        self.vak.addSpacing(8)
        self.vak.addWidget(kop)
        self.vak.addWidget(self.reden)

    def laad(self) -> None:
        super().laad()
        antwoord = self.gesprek.antwoord
        self._bewaarder.laad(self.sleutel("reden"), (antwoord.reden if antwoord else "") or "")

    def _motiveer(self, tekst: str) -> bool:
        return self.gesprek.motiveer(tekst, code=self.code)

    def leg_vast(self) -> bool:
        return self._bewaarder.leg_nu_vast()


class Waardeeditor(Editor):
    """A typed value: number, date or text."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(gesprek, parent)
        self.veld = self._maak_veld()
        self._bewaarder = Tekstbewaarder(self.veld, gesprek.werkplek, self._zet)

    def _zet(self, tekst: str) -> bool:
        return self.hier and self.gesprek.zet_waarde(tekst)

    def _maak_veld(self) -> QLineEdit | Zinveld:
        veld = Zinveld(4, self)
        veld.klaar.connect(self.klaar)
        veld.setAccessibleName(_("Antwoord"))
        veld.setPlaceholderText(_("Schrijf kort op wat de cliënt zegt."))
        self.vak.addWidget(veld)
        return veld

    def _leesbaar(self, waarde: str) -> str:
        return waarde

    def laad(self) -> None:
        self._bewaarder.laad(
            self.sleutel("waarde"), self._leesbaar(self.gesprek.keuze().waarde or "")
        )

    def eerste(self) -> QWidget | None:
        return self.veld

    def leg_vast(self) -> bool:
        return self._bewaarder.leg_nu_vast()


class Datumeditor(Waardeeditor):
    """A date of which the day, or the month too, may be unknown."""

    def _maak_veld(self) -> QLineEdit | Zinveld:
        veld = QLineEdit(self)
        veld.setMaximumWidth(240)
        veld.setAccessibleName(_("Datum"))
        veld.setPlaceholderText(_("31-05-2026, 5-2026 of 2026"))
        self.vak.addWidget(veld)
        return veld

    def _leesbaar(self, waarde: str) -> str:
        return Deeldatum.van_iso(waarde).nederlands() if waarde else ""


class Getaleditor(Waardeeditor):
    """A whole number, typed or with plus and minus."""

    def _maak_veld(self) -> QLineEdit | Zinveld:
        rij = QHBoxLayout()
        rij.setSpacing(8)
        veld = QLineEdit(self)
        veld.setFixedWidth(96)
        veld.setAlignment(Qt.AlignmentFlag.AlignCenter)
        veld.setAccessibleName(_("Aantal"))
        for teken, stap, naam in (("−", -1, _("Eén minder")), ("+", 1, _("Eén meer"))):
            knop = QPushButton(teken, self)
            knop.setAccessibleName(naam)
            knop.setFixedWidth(56)
            knop.clicked.connect(lambda _aan=False, stap=stap: self._stap(stap))
            rij.addWidget(knop)
            if stap < 0:
                rij.addWidget(veld)
        if self.gesprek.vraag.eenheid:
            rij.addWidget(QLabel(self.gesprek.vraag.eenheid, self))
        rij.addStretch()
        self.vak.addLayout(rij)
        return veld

    def _stap(self, stap: int) -> None:
        self.leg_vast()
        nu = self.gesprek.keuze().waarde
        laagst = self.gesprek.vraag.minimaal or 0
        getal = laagst if nu is None else max(laagst, int(nu) + stap)
        self.gesprek.zet_getal(getal)
