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
from desktop.models.toetsstatus import ER_IS, VERHINDERD, Aanwezig, Toetsstatus
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.toets.dagwoorden import (
    aanwezig_in_woorden,
    klok_in_woorden,
    vinkje_in_woorden,
)
from desktop.views.toets.raak import raakknop, schakelknop
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import regel, zet_soort

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

    def toon(self, k: Kandidaat, nu: datetime, *, open_: bool) -> None:
        """Which buttons can be pressed now; the next thing to do is in the accent colour.

        Nobody begins or goes on in a sitting that is closed: what is no use there is not shown.
        """
        self._k = k
        begonnen = k.begonnen_op is not None
        weg = k.aanwezigheid in (Aanwezig.MET_AFMELDING, Aanwezig.ZONDER_AFMELDING)
        voorbij = k.status in (Toetsstatus.UITSLAG, Toetsstatus.AFGEBROKEN)
        self.klok.setVisible(open_ or begonnen)
        self.start.setEnabled(open_ and not begonnen and not weg and not voorbij)
        self.pauze.setEnabled(k.loopt and not k.in_pauze)
        self.verder.setEnabled(k.in_pauze or (open_ and k.kan_hervatten))
        self.stop.setEnabled(k.loopt)
        for deel in (self.start, self.pauze, self.verder, self.stop):
            deel.setVisible(open_ or deel.isEnabled())
        for deel, hoofd in ((self.start, self.start.isEnabled()), (self.verder, k.in_pauze)):
            zet_soort(deel, "hoofd" if hoofd and deel.isEnabled() else "gewoon")
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
        self.voor = QWidget(self)
        blad.addWidget(self.voor)
        vooraf = QVBoxLayout(self.voor)
        vooraf.setContentsMargins(0, 8, 0, 0)
        vooraf.setSpacing(8)
        vooraf.addWidget(regel(_("Voor het begin"), "veldnaam", self.voor))
        talen = tuple((tag, t.naam) for tag, t in werkplek.talen.items())
        self.taal = Keuzelijst((("", _("Nog niet gekozen")), *talen), self.voor)
        self.taal.setAccessibleName(_("Taal van de uitleg"))
        self.taal.activated.connect(self._kies_taal)
        rij = QHBoxLayout()
        rij.setSpacing(16)
        woord = regel(_("Taal van de uitleg"), "", self.voor)
        woord.setWordWrap(False)
        rij.addWidget(woord)
        rij.addWidget(self.taal, 1)
        vooraf.addLayout(rij)
        rooster = _twee_aan_twee(vooraf)
        self.vinkjes = {}
        for n, veld in enumerate(VINKJES):
            deel = schakelknop(vinkje_in_woorden(veld), self.voor)
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

    def toon(self, k: Kandidaat, *, open_: bool) -> None:
        """As it is kept; a refused touch goes back by this too. `open_`: not closed."""
        te_laat = not open_ and k.status in VERHINDERD
        for hoe, deel in self.aanwezig.items():
            deel.setChecked(k.aanwezigheid is hoe)
            deel.setEnabled(not te_laat if hoe in ER_IS else not k.was_er)
        for veld, deel in self.vinkjes.items():
            deel.setChecked(bool(getattr(k, veld)))
        self.voor.setVisible(not te_laat)  # for who did not come nothing began
        self.taal.zet(k.uitlegtaal or "")


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
