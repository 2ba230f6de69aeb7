"""What has to be known to reach the centre: one pasted line fills it, or somebody types it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.sync.koppelregel import (
    DATABASE,
    POORT,
    VEILIG,
    KoppelregelOnleesbaar,
    is_deze_computer,
    lees_koppelregel,
)
from desktop.taal import _
from desktop.views.dossiers.velden import Veld, tekstveld
from desktop.views.widgets.indeling import knop

SYSTEEM = "system"
Kiezer = Callable[[QWidget, str], str]
"""Asks for a file; gives its path, or an empty text."""


class Koppelvelden(QWidget):
    """The fields, of which only the line and the password show at first. `klaar`: Enter."""

    klaar = Signal()

    def __init__(self, parent: QWidget, kies_bestand: Kiezer | None = None) -> None:
        super().__init__(parent)
        # A field takes what is left of a column, and so would the card: no gaps between these.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._kies_bestand = kies_bestand or _kies_certificaat
        self._sslmode = VEILIG
        self.regel = tekstveld(
            "regel",
            _("Koppelregel van je beheerder"),
            self,
            hint=_("Plak de hele regel. De velden vullen zich dan vanzelf."),
            voorbeeld="viergesprek://…",
            lengte=2000,
        )
        self.knop_zelf = knop(_("Zelf invullen"), "regel", self)
        self.knop_zelf.clicked.connect(lambda: self.klap_open(focus=True))
        self.server = tekstveld("server", _("Server"), self)
        self.poort = tekstveld("poort", _("Poort"), self, lengte=5)
        self.database = tekstveld("database", _("Database"), self)
        self.login = tekstveld("login", _("Aanmeldnaam"), self)
        self.certificaat = tekstveld(
            "certificaat",
            _("Certificaat van de gemeente"),
            self,
            hint=_("Laat dit leeg als de computer het certificaat al kent."),
            lengte=2000,
        )
        self.knop_certificaat = knop(_("Kies een bestand"), "gewoon", self)
        self.knop_certificaat.clicked.connect(self._kies)
        self.wachtwoord = tekstveld("wachtwoord", _("Wachtwoord"), self)
        assert isinstance(self.wachtwoord.invoer, QLineEdit)
        self.wachtwoord.invoer.setEchoMode(QLineEdit.EchoMode.Password)
        self.velden: Mapping[str, Veld] = {
            veld.naam: veld
            for veld in (
                self.regel,
                self.server,
                self.poort,
                self.database,
                self.login,
                self.certificaat,
                self.wachtwoord,
            )
        }
        self._leg()
        self.poort.zet(str(POORT))
        self.database.zet(DATABASE)
        self.regel.gewijzigd.connect(self._lees_regel)
        self.regel.klaar.connect(self.keur_regel)
        for veld in self.velden.values():
            assert isinstance(veld.invoer, QLineEdit)
            veld.invoer.returnPressed.connect(self.klaar)

    def _leg(self) -> None:
        self._zelf = QWidget(self)
        zelf = QVBoxLayout(self._zelf)
        zelf.setContentsMargins(0, 0, 0, 0)
        zelf.setSpacing(12)
        for links, rechts, breed in ((self.server, self.poort, 3), (self.database, self.login, 1)):
            rij = QHBoxLayout()
            rij.setSpacing(16)
            rij.addWidget(links, breed)
            rij.addWidget(rechts, 1)
            zelf.addLayout(rij)
        zelf.addWidget(self.certificaat)
        zelf.addWidget(self.knop_certificaat)
        self._zelf.hide()
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(12)
        for widget in (self.regel, self.knop_zelf, self._zelf, self.wachtwoord):
            blad.addWidget(widget)

    def klap_open(self, *, focus: bool = False) -> None:
        """Shows all fields."""
        had_focus = self.knop_zelf.hasFocus()
        self._zelf.show()
        self.knop_zelf.hide()
        if focus or had_focus:
            self.server.invoer.setFocus()

    def vul(self, verbinding: Mapping[str, Any]) -> None:
        """Shows what holds now, but for the password."""
        self.server.zet(verbinding["host"])
        self.poort.zet(str(verbinding["poort"]))
        self.database.zet(verbinding["database"])
        self.login.zet(verbinding["login"])
        self.certificaat.zet("" if verbinding["wortel"] == SYSTEEM else verbinding["wortel"])
        self._sslmode = verbinding["sslmode"]

    def vergeet(self) -> None:
        """The password is not left behind on the screen."""
        self.wachtwoord.zet("")
        self.regel.zet("")

    def gegevens(self) -> dict[str, Any] | None:
        """What a Verbinding is made of; None when a sentence now stands beside some field."""
        if not self.keur_regel():
            return None
        bezwaren = self._bezwaren()
        for naam, veld in self.velden.items():
            veld.toon_fout(bezwaren.get(naam, ""))
        if bezwaren:
            self.toon_fout(*next((n, bezwaren[n]) for n in self.velden if n in bezwaren))
            return None
        host = self.server.tekst.strip()
        return {
            "host": host,
            "login": self.login.tekst.strip(),
            "wachtwoord": self.wachtwoord.tekst,
            "poort": int(self.poort.tekst),
            "database": self.database.tekst.strip(),
            # Only a line for this very computer can ask for less.
            "sslmode": self._sslmode if is_deze_computer(host) else VEILIG,
            "wortel": self.certificaat.tekst.strip() or SYSTEEM,
        }

    def toon_fout(self, naam: str, zin: str) -> None:
        """A sentence beside a field; the cursor goes there, and the sheet with it."""
        veld = self.velden[naam]
        if veld not in (self.regel, self.wachtwoord):
            self.klap_open()
        veld.toon_fout(zin)
        veld.invoer.setFocus()
        vlak: QWidget | None = self
        while vlak is not None and not isinstance(vlak, QScrollArea):
            vlak = vlak.parentWidget()
        if isinstance(vlak, QScrollArea):  # once everything has its place
            QTimer.singleShot(0, veld, partial(vlak.ensureWidgetVisible, veld, 0, 48))

    def keur_regel(self) -> bool:
        """False, and a sentence beside it, when what was pasted is no line."""
        if not self.regel.tekst.strip():
            return True
        try:
            lees_koppelregel(self.regel.tekst)
        except KoppelregelOnleesbaar as fout:
            self.regel.toon_fout(_(fout.zin))
            return False
        return True

    def _lees_regel(self) -> None:
        """As soon as a whole line stands there, it fills the fields; until then it is silent."""
        try:
            gelezen = lees_koppelregel(self.regel.tekst)
        except KoppelregelOnleesbaar:
            return
        self.server.zet(gelezen.host)
        self.poort.zet(str(gelezen.poort))
        self.database.zet(gelezen.database)
        self.login.zet(gelezen.login)
        self._sslmode = gelezen.sslmode
        self.klap_open()

    def _kies(self) -> None:
        pad = self._kies_bestand(self, self.certificaat.tekst)
        if pad:
            self.certificaat.zet(pad)

    def _bezwaren(self) -> dict[str, str]:
        """Field to sentence, of what cannot be tried."""
        uit = {}
        for naam, zin in (
            ("server", _("Vul in waar de centrale opslag staat, of plak de koppelregel.")),
            ("database", _("Vul de naam van de database in.")),
            ("login", _("Vul je aanmeldnaam in.")),
            ("wachtwoord", _("Typ het wachtwoord dat je van je beheerder kreeg.")),
        ):
            if not self.velden[naam].tekst.strip():
                uit[naam] = zin
        poort = self.poort.tekst.strip()
        if not (poort.isascii() and poort.isdecimal() and 0 < int(poort) < 65536):
            uit["poort"] = _("Een poort is een getal, meestal 5432.")
        bestand = self.certificaat.tekst.strip()
        if bestand and not Path(bestand).is_file():
            uit["certificaat"] = _("Dit bestand is er niet. Kies het bestand nog een keer.")
        return uit


def _kies_certificaat(ouder: QWidget, nu: str) -> str:
    pad, _soort = QFileDialog.getOpenFileName(
        ouder,
        _("Certificaat van de gemeente"),
        nu,
        _("Certificaten (*.crt *.pem *.cer);;Alle bestanden (*)"),
    )
    return pad
