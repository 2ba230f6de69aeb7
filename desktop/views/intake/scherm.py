"""The intake in the klantmanager's window: a bar above four sheets."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.taal import _
from desktop.views.intake.afsluiting import Afsluitscherm
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.gespreksblad import SMAL, Gespreksblad
from desktop.views.intake.opening import Openingscherm
from desktop.views.intake.planning import Planscherm
from desktop.views.intake.plek import Blad
from desktop.views.intake.tolkklok import Tolkklok
from desktop.views.intake.vraagkop import client_ziet
from desktop.views.widgets.kortknop import Kortknop
from desktop.views.widgets.kortlabel import Kortlabel

RUIM = 1560
"""From this width on the bar has room for every word in full."""


class Intakescherm(QWidget):
    """Plan, opening, talk, closing. `terug`: back to the dossier; `naar_client`: show the client
    the second window."""

    terug = Signal()
    naar_client = Signal()
    naar_tolk = Signal()
    """Open the interpreter's window."""
    naar_papieren = Signal()

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesprek = gesprek
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addWidget(self._bovenbalk())
        self.plan = Planscherm(gesprek, self)
        self.opening = Openingscherm(gesprek, self)
        self.gespreksblad = Gespreksblad(gesprek, self)
        self.afsluiting = Afsluitscherm(gesprek, self)
        self._stapel = QStackedWidget(self)
        self._bladen: dict[Blad, QWidget] = {
            Blad.PLAN: self.plan,
            Blad.OPENING: self.opening,
            Blad.GESPREK: self.gespreksblad,
            Blad.AFSLUITEN: self.afsluiting,
        }
        self.plan.naar_papieren.connect(self.naar_papieren)
        for blad in self._bladen.values():
            self._stapel.addWidget(blad)
        buiten.addWidget(self._stapel, 1)
        gesprek.vertrek.connect(self.leg_vast)
        gesprek.plek_gewijzigd.connect(self.ververs)
        gesprek.stand_gewijzigd.connect(self.ververs)
        self._blad: Blad | None = None
        self._ruim = False  # until the size is known, as on the sheet of the talk
        self.ververs()

    def _bovenbalk(self) -> QWidget:
        balk = QWidget(self)
        balk.setProperty("soort", "bovenbalk")
        balk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        balk.setFixedHeight(56)
        rij = self._balk = QHBoxLayout(balk)
        rij.setContentsMargins(8, 0, 16, 0)
        rij.setSpacing(8)
        terug = Kortknop(_("← Dossier"), balk)
        terug.setProperty("soort", "stil")
        terug.clicked.connect(self._ga_terug)
        self.naam = Kortlabel("kop", balk)
        self.nummer = Kortlabel("klein", balk)
        self.oefening = QLabel(_("Oefening"), balk)
        self.oefening.setProperty("soort", "oefening")
        self.oefening.setAccessibleName(_("Dit is een oefening met een verzonnen cliënt"))
        rij.addWidget(terug)
        rij.addWidget(self.naam)
        rij.addWidget(self.nummer)
        rij.addWidget(self.oefening)
        rij.addStretch(1)
        groep = QButtonGroup(balk)
        self.stappen: dict[Blad, QPushButton] = {}
        for blad, woord in (
            (Blad.PLAN, _("Plan")),
            (Blad.OPENING, _("Opening")),
            (Blad.GESPREK, _("Gesprek")),
            (Blad.AFSLUITEN, _("Afsluiten")),
        ):
            knop = Kortknop(woord, balk)
            knop.setCheckable(True)
            knop.setProperty("soort", "stap")
            knop.clicked.connect(lambda _aan=False, blad=blad: self._naar(blad))
            groep.addButton(knop)
            self.stappen[blad] = knop
            rij.addWidget(knop)
        rij.addStretch(1)
        self.ziet = Kortlabel("klein", balk)
        self.pauze = Kortknop(_("Pauze scherm"), balk)
        self.pauze.setCheckable(True)
        self.pauze.clicked.connect(self._pauzeer)
        self.client = Kortknop(_("Scherm cliënt"), balk)
        self.client.clicked.connect(self.naar_client)
        rij.addWidget(self.ziet)
        self.tolkscherm = Kortknop(_("Tolk"), balk)
        self.tolkscherm.clicked.connect(self.naar_tolk)
        self.tolkklok = Tolkklok(self.gesprek, balk)
        rij.addWidget(self.tolkklok)
        rij.addWidget(self.pauze)
        rij.addWidget(self.client)
        rij.addWidget(self.tolkscherm)
        return balk

    def ververs(self) -> None:
        """Shows the sheet of this moment; only that one is read anew."""
        gesprek = self.gesprek
        blad = gesprek.plek.blad
        stand = gesprek.stand
        self.naam.setText(stand.naam)
        self.naam.setMaximumWidth(self.naam.sizeHint().width())
        taal = gesprek.werkplek.talen.get(stand.taal)
        self.nummer.setText(f"{stand.nummer} · {taal.naam if taal else stand.taal}")
        self.oefening.setVisible(stand.oefening)
        for soort, knop in self.stappen.items():
            knop.setChecked(soort is blad)
        kan = stand.fase.value in ("gesprek", "gesloten")
        self.stappen[Blad.GESPREK].setEnabled(kan)
        self.stappen[Blad.AFSLUITEN].setEnabled(kan)
        self.pauze.setChecked(gesprek.plek.pauze)
        self._toon_knopwoorden()
        self.ziet.setText(client_ziet(gesprek) if blad is not Blad.GESPREK else "")
        nieuw = blad is not self._blad
        self._blad = blad
        huidig = self._bladen[blad]
        if nieuw and blad is Blad.AFSLUITEN:
            self.afsluiting.open()
        huidig.ververs()  # type: ignore[attr-defined]
        self._stapel.setCurrentWidget(huidig)
        if nieuw:
            self.richt()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        ruim = gebeurtenis.size().width() >= SMAL
        self.nummer.setVisible(ruim)
        self.ziet.setVisible(ruim)
        self._ruim = gebeurtenis.size().width() >= RUIM
        self.tolkklok.zet_kort(not ruim)
        # Where there is little room the name gives way first, not the words on the buttons.
        breed = QSizePolicy.Policy.Preferred if self._ruim else QSizePolicy.Policy.Ignored
        self.naam.setSizePolicy(breed, QSizePolicy.Policy.Preferred)
        self._balk.setStretchFactor(self.naam, 0 if self._ruim else 10)
        self._toon_knopwoorden()

    def _toon_knopwoorden(self) -> None:
        """Shorter words where there is little room; spoken they are the same."""
        pauze = self.gesprek.plek.pauze
        for knop, lang, kort in (
            (self.pauze, _("Einde pauze") if pauze else _("Pauze scherm"), _("Pauze")),
            (self.client, _("Scherm cliënt"), _("Cliënt")),
            (self.tolkscherm, _("Scherm tolk"), _("Tolk")),
        ):
            knop.setText(lang if self._ruim or (pauze and knop is self.pauze) else kort)
            knop.setAccessibleName(lang)

    def richt(self) -> None:
        """Puts the keyboard where the work is."""
        huidig = self._stapel.currentWidget()
        if huidig is self.gespreksblad:
            self.gespreksblad.paneel.richt()
        elif huidig is self.opening:
            self.opening.richt()
        elif huidig is self.afsluiting:
            self.afsluiting.richt()
        elif huidig is self.plan:
            self.plan.begin.setFocus()

    def _naar(self, blad: Blad) -> None:
        if blad is Blad.GESPREK:
            self.gesprek.ga_naar(self.gesprek.plek.vraag)
        else:
            self.gesprek.naar_blad(blad)
        self.ververs()

    def _pauzeer(self) -> None:
        self.gesprek.pauzeer(not self.gesprek.plek.pauze)

    def _ga_terug(self) -> None:
        self.leg_vast()
        self.terug.emit()

    def leg_vast(self) -> None:
        """Keeps what is still being typed; call before the store closes."""
        if self._blad is not None:
            self._bladen[self._blad].leg_vast()  # type: ignore[attr-defined]
