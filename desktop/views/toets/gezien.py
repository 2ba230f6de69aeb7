"""What the toetsbegeleider saw of one candidate."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop import catalogi
from desktop.models.toets import Kandidaat
from desktop.models.toetsdelen import Observatiesoort
from desktop.models.toetsstatus import VERHINDERD
from desktop.models.woordkeus import gevoelig
from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder, Zinveld
from desktop.views.toets.dagdelen import Doe, stapel, zoals_getypt
from desktop.views.toets.dagwoorden import observatie_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import regel


class Gezien(QWidget):
    """What the toetsbegeleider saw, in four fields; a hint where an illness seems to be named."""

    def __init__(self, werkplek: Werkplek, kandidaat_id: str, doe: Doe, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._doe, self._id = doe, kandidaat_id
        blad = stapel(self)
        self.uitleg = regel("", "zacht", self)
        blad.addWidget(self.uitleg)
        self._vakken = QWidget(self)
        blad.addWidget(self._vakken)
        rooster = QGridLayout(self._vakken)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(8)
        self.velden: dict[Observatiesoort, Zinveld] = {}
        self.hints = {}
        self._bewaarders: dict[Observatiesoort, Tekstbewaarder] = {}
        for n, soort in enumerate(Observatiesoort):
            naam, voorbeeld = observatie_in_woorden(soort)
            vak = QVBoxLayout()
            vak.setSpacing(4)
            label = regel(naam, "veldnaam", self._vakken)
            veld = Zinveld(3, self._vakken)
            veld.setPlaceholderText(voorbeeld)
            veld.setAccessibleName(naam)
            label.setBuddy(veld)
            hint = regel("", "fout", self._vakken)
            hint.hide()
            for deel in (label, veld, hint):
                vak.addWidget(deel)
            vak.addStretch()
            rooster.addLayout(vak, n // 2, n % 2)
            bewaarder = Tekstbewaarder(veld, werkplek, partial(self._noteer, soort))
            veld.textChanged.connect(partial(self._let_op, soort))
            veld.klaar.connect(bewaarder.leg_nu_vast)
            self.velden[soort], self.hints[soort] = veld, hint
            self._bewaarders[soort] = bewaarder
        blad.addStretch()

    def _noteer(self, soort: Observatiesoort, tekst: str) -> bool:
        return self._doe(lambda k, _nu: k.noteer(soort, tekst))

    def _let_op(self, soort: Observatiesoort) -> None:
        zin = gevoelig(self.velden[soort].toPlainText(), catalogi.woordenlijst())
        self.hints[soort].setText(zin)
        self.hints[soort].setVisible(bool(zin))
        self.velden[soort].setAccessibleDescription(zin)

    def toon(self, k: Kandidaat, *, open_: bool) -> None:
        """What is kept, or what was being typed when the laptop stopped.

        Of who did not come there is nothing to write once the sitting is closed (`open_`: not yet).
        """
        teksten = {o.soort: o.tekst for o in k.observaties}
        for soort, bewaarder in self._bewaarders.items():
            tekst = zoals_getypt(bewaarder, teksten.get(soort, ""))
            bewaarder.laad(f"toetsobservatie:{self._id}:{soort}", tekst)
            self._let_op(soort)
        leeg = not any(veld.toPlainText() for veld in self.velden.values())
        was_er_niet = not open_ and leeg and k.status in VERHINDERD
        self._vakken.setVisible(not was_er_niet)
        self.uitleg.setText(
            _("Deze cliënt was er niet.")
            if was_er_niet
            else _("Schrijf op wat je zag. Schrijf geen opgaven en geen antwoorden op.")
        )

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        for bewaarder in self._bewaarders.values():
            bewaarder.leg_nu_vast()
