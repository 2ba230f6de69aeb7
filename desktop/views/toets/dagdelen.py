"""Parts of one candidate's pane on the day screen; each tells the pane which gesture was made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.toets import Kandidaat
from desktop.models.toetsdag import VINKJES
from desktop.models.toetsdelen import Incidentsoort
from desktop.models.toetsstatus import ER_IS, Aanwezig, Afbreekreden, Toetsstatus
from desktop.store.store import AMSTERDAM
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst
from desktop.views.intake.bewaring import Tekstbewaarder, Zinveld
from desktop.views.toets.dagwoorden import (
    aanwezig_in_woorden,
    afbreekreden_in_woorden,
    incident_in_woorden,
    klok_in_woorden,
    vinkje_in_woorden,
)
from desktop.views.toets.raak import raakknop, schakelknop
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import regel

Gebaar = Callable[[Kandidaat, datetime], Any]
Doe = Callable[[Gebaar], bool]
"""Makes a gesture on the candidate of this pane; False when it was refused."""

_KEUZES = tuple(hoe for hoe in Aanwezig if hoe is not Aanwezig.ONBEKEND)


class Klokregel(QWidget):
    """The clock, and four buttons that never change place: a double tap does nothing twice."""

    def __init__(self, doe: Doe, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._k: Kandidaat | None = None
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(8)
        self.klok = regel("00:00", "vitrine", self)
        self.klok.setWordWrap(False)
        self.klok.setMinimumWidth(self.klok.fontMetrics().horizontalAdvance("0:00:00") * 2)
        rij.addWidget(self.klok, 1)
        self.start = self._knop(_("Start"), lambda k, nu: k.begin(nu), doe)
        self.pauze = self._knop(_("Pauze"), lambda k, nu: k.pauzeer(nu), doe)
        self.verder = self._knop(_("Ga verder"), _ga_verder, doe)
        self.stop = self._knop(_("Stop"), lambda k, nu: k.stop(nu), doe)
        for deel in (self.start, self.pauze, self.verder, self.stop):
            rij.addWidget(deel)

    def _knop(self, tekst: str, gebaar: Gebaar, doe: Doe) -> Any:
        deel = raakknop(tekst, self)
        deel.clicked.connect(lambda: doe(gebaar))
        return deel

    def toon(self, k: Kandidaat, nu: datetime) -> None:
        """Which buttons can be pressed now; the next thing to do is in the accent colour."""
        self._k = k
        begonnen, klaar = k.begonnen_op is not None, k.geeindigd_op is not None
        weg = k.aanwezigheid in (Aanwezig.MET_AFMELDING, Aanwezig.ZONDER_AFMELDING)
        uitslag = k.status is Toetsstatus.UITSLAG
        self.start.setEnabled(not begonnen and not weg and not uitslag)
        self.pauze.setEnabled(k.loopt and not k.in_pauze)
        self.verder.setEnabled((k.in_pauze or klaar) and not uitslag)
        self.stop.setEnabled(k.loopt)
        for deel, hoofd in ((self.start, not begonnen and not weg), (self.verder, k.in_pauze)):
            soort = "hoofd" if hoofd and deel.isEnabled() else "gewoon"
            if deel.property("soort") != soort:
                deel.setProperty("soort", soort)
                deel.style().unpolish(deel)
                deel.style().polish(deel)
        self.tik(nu)

    def tik(self, nu: datetime) -> None:
        """The clock as it is at this moment, counted from what is kept."""
        if self._k is not None:
            tijd = klok_in_woorden(self._k.gewerkt(nu))
            self.klok.setText(tijd)
            self.klok.setAccessibleName(_("Gewerkt: {tijd}").format(tijd=tijd))


def _ga_verder(k: Kandidaat, nu: datetime) -> None:
    if k.loopt:
        k.ga_verder(nu)
    else:
        k.hervat(nu)


class Aankomst(QWidget):
    """Who is here, and what is done before the start."""

    def __init__(self, werkplek: Werkplek, doe: Doe, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._doe = doe
        blad = stapel(self)
        blad.addWidget(regel(_("Wie is er?"), "veldnaam", self))
        rooster = _twee_aan_twee(blad)
        self.aanwezig = {}
        for n, hoe in enumerate(_KEUZES):
            deel = schakelknop(aanwezig_in_woorden(hoe), self, rond=True)
            deel.clicked.connect(partial(self._meld, hoe))
            self.aanwezig[hoe] = deel
            rooster.addWidget(deel, n // 2, n % 2)
        blad.addSpacing(8)
        blad.addWidget(regel(_("Voor het begin"), "veldnaam", self))
        talen = tuple((tag, t.naam) for tag, t in werkplek.talen.items())
        self.taal = Keuzelijst((("", _("Nog niet gekozen")), *talen), self)
        self.taal.setAccessibleName(_("Taal van de uitleg"))
        self.taal.activated.connect(self._kies_taal)
        rij = QHBoxLayout()
        rij.setSpacing(16)
        woord = regel(_("Taal van de uitleg"), "", self)
        woord.setWordWrap(False)
        rij.addWidget(woord)
        rij.addWidget(self.taal, 1)
        blad.addLayout(rij)
        rooster = _twee_aan_twee(blad)
        self.vinkjes = {}
        for n, veld in enumerate(VINKJES):
            deel = schakelknop(vinkje_in_woorden(veld), self)
            deel.clicked.connect(partial(self._vink, veld))
            self.vinkjes[veld] = deel
            rooster.addWidget(deel, n // 2, n % 2)
        blad.addStretch()

    def _meld(self, hoe: Aanwezig) -> None:
        self._doe(lambda k, _nu: k.meld_aanwezigheid(hoe))

    def _vink(self, veld: str) -> None:
        aan = self.vinkjes[veld].isChecked()
        self._doe(lambda k, _nu: k.vink(veld, aan))

    def _kies_taal(self) -> None:
        tag = self.taal.waarde() or None
        self._doe(lambda k, _nu: k.pas_aan(replace(k.aanpassingen, uitlegtaal=tag)))

    def toon(self, k: Kandidaat) -> None:
        """As it is kept; a refused touch goes back by this too."""
        for hoe, deel in self.aanwezig.items():
            deel.setChecked(k.aanwezigheid is hoe)
            deel.setEnabled(k.begonnen_op is None or hoe in ER_IS)
        for veld, deel in self.vinkjes.items():
            deel.setChecked(bool(getattr(k, veld)))
        self.taal.zet(k.uitlegtaal or "")


class Onderweg(QWidget):
    """What goes wrong: an incident with its time at one touch, or the end of it."""

    def __init__(self, werkplek: Werkplek, kandidaat_id: str, doe: Doe, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._werkplek, self._id, self._doe = werkplek, kandidaat_id, doe
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
        self.geen = regel(_("Nog niets. Tik wat er is; de tijd komt erbij."), "zacht", self)
        blad.addWidget(self.geen)
        blad.addSpacing(8)
        blad.addWidget(regel(_("Breek de toets af, want:"), "veldnaam", self))
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

    def toon(self, k: Kandidaat) -> None:
        """Incidents by time, each with room for a word."""
        bekend = {i.id for i in k.incidenten}
        for weg in self._notities.keys() - bekend:
            doos, _bewaarder = self._notities.pop(weg)
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
        self.geen.setVisible(not bekend)
        afgebroken = k.status is Toetsstatus.AFGEBROKEN
        kan = k.loopt or k.status is Toetsstatus.AFGENOMEN
        for reden, deel in self.breek.items():
            deel.setChecked(afgebroken and k.afgebroken_reden is reden)
            deel.setEnabled(kan)
        if afgebroken:
            self.na.setText(
                _("Afgebroken. Sluit de toets ook bij DUO. Toch verder? Tik op ‘Ga verder’.")
            )
        elif not k.loopt and not kan:
            self.na.setText(_("Afbreken kan als de toets loopt of net klaar is."))
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
        rij.addWidget(label)
        rij.addWidget(veld, 1)

        def schrijf(tekst: str) -> bool:
            return self._doe(lambda k, _nu: _licht_toe(k, id_, tekst))

        bewaarder = Tekstbewaarder(veld, self._werkplek, schrijf)
        bewaarder.laad(_sleutel(id_), notitie)
        self._lijst.addWidget(doos)
        doos.show()
        return doos, bewaarder

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        for _doos, bewaarder in list(self._notities.values()):
            bewaarder.leg_nu_vast()


def _sleutel(incident_id: str) -> str:
    return f"toetsincident:{incident_id}"


def _licht_toe(k: Kandidaat, incident_id: str, tekst: str) -> None:
    incident = next(i for i in k.incidenten if i.id == incident_id)
    if incident.notitie != tekst.strip():
        incident.notitie = tekst.strip()


def zoals_getypt(bewaarder: Tekstbewaarder, bewaard: str) -> str:
    """A space at the end is not kept, and must not vanish under the hands of who types on."""
    return bewaarder.tekst if bewaarder.tekst.strip() == bewaard else bewaard


def stapel(ouder: QWidget) -> QVBoxLayout:
    """The column of one leaf."""
    blad = QVBoxLayout(ouder)
    blad.setContentsMargins(0, 8, 8, 8)
    blad.setSpacing(8)
    return blad


def _twee_aan_twee(blad: QVBoxLayout) -> QGridLayout:
    rooster = QGridLayout()
    rooster.setSpacing(8)
    rooster.setColumnStretch(0, 1)
    rooster.setColumnStretch(1, 1)
    blad.addLayout(rooster)
    return rooster
