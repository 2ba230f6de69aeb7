"""On the way: what goes wrong with one candidate, and the end of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.tijdzone import AMSTERDAM
from desktop.models.toets import Kandidaat
from desktop.models.toetsdelen import Incidentsoort
from desktop.models.toetsstatus import Afbreekreden, Toetsstatus
from desktop.store import toetsuitslagen
from desktop.store.store import Store
from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder, Zinveld
from desktop.views.toets.dagdelen import Doe, stapel, zoals_getypt
from desktop.views.toets.dagwoorden import afbreekreden_in_woorden, incident_in_woorden
from desktop.views.toets.raak import raakknop, schakelknop
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import regel

DUBBELTIK = 600
"""Milliseconds in which a second touch at the same place was no touch of its own."""


class Onderweg(QWidget):
    """What goes wrong: an incident with its time at one touch, or the end of it."""

    def __init__(
        self,
        werkplek: Werkplek,
        kandidaat_id: str,
        doe: Doe,
        doe_in_store: Callable[[Callable[[Store], None]], bool],
        ouder: QWidget,
    ) -> None:
        super().__init__(ouder)
        self._werkplek, self._id, self._doe = werkplek, kandidaat_id, doe
        self._doe_in_store = doe_in_store
        blad = stapel(self)
        blad.addWidget(regel(_("Er ging iets mis"), "veldnaam", self))
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.incident = {}
        for soort in Incidentsoort:
            deel = raakknop(incident_in_woorden(soort), self)
            deel.setAccessibleName(
                _("Meld nu: {soort}").format(soort=incident_in_woorden(soort).lower())
            )
            deel.clicked.connect(partial(self._meld, soort))
            self.incident[soort] = deel
            rij.addWidget(deel, 1)
        blad.addLayout(rij)
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(8)
        blad.addLayout(self._lijst)
        self._notities: dict[str, tuple[QWidget, Tekstbewaarder]] = {}
        self.terug: dict[str, QPushButton] = {}
        self._rust = QTimer(self, singleShot=True, interval=DUBBELTIK)
        self.geen = regel("", "zacht", self)
        blad.addWidget(self.geen)
        blad.addSpacing(8)
        self.kop_breek = regel("", "veldnaam", self)
        blad.addWidget(self.kop_breek)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.breek = {}
        for reden in Afbreekreden:
            deel = schakelknop(afbreekreden_in_woorden(reden), self, rond=True)
            deel.setAccessibleName(
                _("Breek af: {reden}").format(reden=afbreekreden_in_woorden(reden).lower())
            )
            deel.clicked.connect(partial(self._breek_af, reden))
            self.breek[reden] = deel
            rij.addWidget(deel, 1)
        blad.addLayout(rij)
        self.na = regel("", "zacht", self)
        blad.addWidget(self.na)
        blad.addStretch()

    def _meld(self, soort: Incidentsoort) -> None:
        self._doe(lambda k, nu: k.meld_incident(soort, "", nu))

    def _breek_af(self, reden: Afbreekreden) -> None:
        self._doe(lambda k, nu: k.breek_af(reden, nu))

    def _neem_terug(self, incident_id: str) -> None:
        if self._rust.isActive():
            return  # the row below has come up under the finger
        self._notities[incident_id][1].leg_nu_vast()
        if self._doe_in_store(
            lambda store: toetsuitslagen.neem_incident_terug(store, self._id, incident_id)
        ):
            self._rust.start()

    def toon(self, k: Kandidaat, *, open_: bool) -> None:
        """Incidents by time, each with room for a word; `open_`: the sitting is not closed."""
        bekend = {i.id for i in k.incidenten}
        for weg in self._notities.keys() - bekend:
            doos, _bewaarder = self._notities.pop(weg)
            del self.terug[weg]
            doos.hide()
            doos.deleteLater()
        for incident in k.incidenten:
            if incident.id not in self._notities:
                self._notities[incident.id] = self._maak(
                    incident.id, incident.soort, incident.op, incident.notitie
                )
            else:
                bewaarder = self._notities[incident.id][1]
                bewaarder.laad(_sleutel(incident.id), zoals_getypt(bewaarder, incident.notitie))
        for terug in self.terug.values():
            terug.setVisible(open_)
        for meld in self.incident.values():
            meld.setVisible(open_)
        self.geen.setText(
            _("Nog niets. Tik wat er is; de tijd komt erbij.")
            if open_
            else _("Er is niets opgeschreven.")
        )
        self.geen.setVisible(not bekend)
        afgebroken = k.status is Toetsstatus.AFGEBROKEN
        kan = k.kan_afbreken and not afgebroken
        for reden, deel in self.breek.items():
            deel.setChecked(afgebroken and k.afgebroken_reden is reden)
            deel.setEnabled(kan)
            deel.setVisible(open_ or kan or deel.isChecked())
        self.kop_breek.setText(_("Breek de toets af, want:") if open_ or kan else _("Afgebroken"))
        self.kop_breek.setVisible(open_ or kan or afgebroken)
        self.na.setVisible(open_ or kan or afgebroken)
        if afgebroken:
            self.na.setText(
                _("Afgebroken. Sluit de toets ook bij DUO. Toch verder? Tik op ‘Ga verder’.")
                if open_
                else _("Afgebroken. Sluit de toets ook bij DUO.")
            )
        elif not kan:
            self.na.setText(_("Afbreken kan als deze cliënt er is en er nog geen uitslag is."))
        else:
            self.na.setText("")

    def _maak(
        self, id_: str, soort: Incidentsoort, op: datetime, notitie: str
    ) -> tuple[QWidget, Tekstbewaarder]:
        doos = QWidget(self)
        rij = QHBoxLayout(doos)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(16)
        tijd = f"{op.astimezone(AMSTERDAM):%H:%M}"
        wat = _("{tijd}  {soort}").format(tijd=tijd, soort=incident_in_woorden(soort))
        label = regel(wat, "waarde", doos)
        label.setFixedWidth(128)
        veld = Zinveld(2, doos)
        veld.setPlaceholderText(_("Wat gebeurde er?"))
        veld.setAccessibleName(_("Wat gebeurde er om {tijd}?").format(tijd=tijd))
        terug = self.terug[id_] = raakknop(_("Neem terug"), doos)
        terug.setAccessibleName(
            _("Neem terug: {soort} om {tijd}").format(
                soort=incident_in_woorden(soort).lower(), tijd=tijd
            )
        )
        terug.clicked.connect(partial(self._neem_terug, id_))
        rij.addWidget(label)
        rij.addWidget(veld, 1)
        rij.addWidget(terug)

        def schrijf(tekst: str) -> bool:
            return self._doe(lambda k, _nu: k.licht_toe(id_, tekst))

        bewaarder = Tekstbewaarder(veld, self._werkplek, schrijf)
        bewaarder.laad(_sleutel(id_), notitie)
        self._lijst.addWidget(doos)
        doos.show()
        return doos, bewaarder

    @property
    def notities(self) -> list[Zinveld]:
        """The fields beside the incidents, by time."""
        return [veld for doos, _b in self._notities.values() for veld in doos.findChildren(Zinveld)]

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        for _doos, bewaarder in list(self._notities.values()):
            bewaarder.leg_nu_vast()


def _sleutel(incident_id: str) -> str:
    return f"toetsincident:{incident_id}"
