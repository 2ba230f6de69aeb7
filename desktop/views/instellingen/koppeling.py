"""Coupling this laptop with the centre: one pasted line and a password, tried before it is kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.dossier import Rol
from desktop.store.store import Store
from desktop.sync.gekoppeld import gekoppeld
from desktop.sync.koppelregel import (
    DATABASE,
    POORT,
    VEILIG,
    KoppelregelOnleesbaar,
    is_deze_computer,
    lees_koppelregel,
)
from desktop.sync.stand import Stand
from desktop.taal import _, meervoud
from desktop.views.dossiers.velden import Veld, tekstveld
from desktop.views.sync.draad import Syncdraad
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

if TYPE_CHECKING:
    from desktop.sync.dienst import Synchronisatie

log = logging.getLogger(__name__)

SYSTEEM = "system"
Kiezer = Callable[[QWidget, str], str]
"""Asks for a file; gives its path, or an empty text."""


class Koppelkaart(Sectie):
    """Not coupled: fields and a try. Coupled: with what, and the way out.

    `gekoppeld` comes after a try that succeeded; the first round runs by then.
    """

    gekoppeld = Signal()

    def __init__(
        self, werkplek: Werkplek, parent: QWidget, *, kies_bestand: Kiezer | None = None
    ) -> None:
        super().__init__(_("Samen met collega's"), parent)
        self._werkplek = werkplek
        self._draad: Syncdraad = werkplek.draad
        self._kies_bestand = kies_bestand or _kies_certificaat
        self._taak: Achtergrondtaak | None = None
        self._wijzigt = False
        self._sslmode = VEILIG
        self.blad.setSpacing(12)
        self.uitleg = regel("", "zacht", self)
        self.blad.addWidget(self.uitleg)
        self._bouw_velden()
        self._bouw_gekoppeld()
        self.fout = regel("", "fout", self)
        self.klaar = regel("", "zacht", self)
        for melding in (self.fout, self.klaar):
            melding.hide()
            self.blad.addWidget(melding)
        self._draad.stand.connect(self._toon)
        self._toon(self._draad.laatste)

    def _bouw_velden(self) -> None:
        self._vak = QWidget(self)
        vak = QVBoxLayout(self._vak)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(12)
        self.regel = tekstveld(
            "regel",
            _("Koppelregel van je beheerder"),
            self._vak,
            hint=_("Plak de hele regel. De velden vullen zich dan vanzelf."),
            voorbeeld="viergesprek://…",
            lengte=2000,
        )
        self.server = tekstveld("server", _("Server"), self._vak)
        self.poort = tekstveld("poort", _("Poort"), self._vak, lengte=5)
        self.database = tekstveld("database", _("Database"), self._vak)
        self.login = tekstveld("login", _("Aanmeldnaam"), self._vak)
        self.wachtwoord = tekstveld("wachtwoord", _("Wachtwoord"), self._vak)
        assert isinstance(self.wachtwoord.invoer, QLineEdit)
        self.wachtwoord.invoer.setEchoMode(QLineEdit.EchoMode.Password)
        self.certificaat = tekstveld(
            "certificaat",
            _("Certificaat van de gemeente"),
            self._vak,
            hint=_("Laat dit leeg als de computer het certificaat al kent."),
            lengte=2000,
        )
        self.knop_certificaat = knop(_("Kies een bestand"), "gewoon", self._vak)
        self.knop_certificaat.clicked.connect(self._kies)
        self.knop_zelf = knop(_("Zelf invullen"), "regel", self._vak)
        self.knop_zelf.clicked.connect(lambda: self._toon_zelf(focus=True))
        self._zelf = QWidget(self._vak)
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
        self.koppel = knop(_("Test en koppel"), "gewoon", self._vak)
        self.koppel.clicked.connect(self._koppel)
        self.laat = knop(_("Laat het zoals het was"), "stil", self._vak)
        self.laat.clicked.connect(self._laat)
        for widget in (self.regel, self.knop_zelf, self._zelf, self.wachtwoord):
            vak.addWidget(widget)
        vak.addWidget(self.koppel)
        vak.addWidget(self.laat)
        self.blad.addWidget(self._vak)
        self.velden: Mapping[str, Veld] = {
            v.naam: v
            for v in (
                self.regel,
                self.server,
                self.poort,
                self.database,
                self.login,
                self.wachtwoord,
                self.certificaat,
            )
        }
        self.poort.zet(str(POORT))
        self.database.zet(DATABASE)
        self.regel.gewijzigd.connect(self._lees_regel)
        self.regel.klaar.connect(self._keur_regel)
        for veld in self.velden.values():
            assert isinstance(veld.invoer, QLineEdit)
            veld.invoer.returnPressed.connect(self._koppel)

    def _bouw_gekoppeld(self) -> None:
        self._gekoppeld_vak = QWidget(self)
        vak = QVBoxLayout(self._gekoppeld_vak)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        self.rol = regel("", "gewoon", self._gekoppeld_vak)
        vak.addWidget(self.rol)
        self.verander = knop(_("Verander de koppeling"), "gewoon", self._gekoppeld_vak)
        self.verander.clicked.connect(self._verander)
        self.ontkoppel = knop(_("Ontkoppel"), "stil", self._gekoppeld_vak)
        self.ontkoppel.clicked.connect(lambda: self._vraag_ontkoppel(open_=True))
        vak.addWidget(self.verander)
        vak.addWidget(self.ontkoppel)
        self._vraag = QWidget(self._gekoppeld_vak)
        vraag = QVBoxLayout(self._vraag)
        vraag.setContentsMargins(0, 0, 0, 0)
        vraag.setSpacing(8)
        self.gevolg = regel("", "gewoon", self._vraag)
        self.toch = knop(_("Ja, ontkoppel"), "gewoon", self._vraag)
        self.toch.clicked.connect(self._ontkoppel)
        self.toch_niet = knop(_("Laat gekoppeld"), "stil", self._vraag)
        self.toch_niet.clicked.connect(lambda: self._vraag_ontkoppel(open_=False))
        for widget in (self.gevolg, self.toch, self.toch_niet):
            vraag.addWidget(widget)
        self._vraag.hide()
        vak.addWidget(self._vraag)
        self.blad.addWidget(self._gekoppeld_vak)

    # --- which of the two

    def _toon(self, stand: Stand | None) -> None:
        aan = gekoppeld(self._werkplek.store)
        vult_in = not aan or self._wijzigt
        self._vak.setVisible(vult_in)
        self._gekoppeld_vak.setVisible(not vult_in)
        self.laat.setVisible(self._wijzigt)
        if aan:
            self.uitleg.setText(
                _("Deze laptop deelt zijn werk met het centrum van de gemeente. Dat gaat vanzelf.")
            )
        else:
            self.uitleg.setText(
                _(
                    "Deel je werk met collega's via het centrum van je gemeente. Je beheerder "
                    "geeft je een koppelregel en een wachtwoord."
                )
            )
        rechten = stand.rechten if aan and stand is not None else ()
        self.rol.setText(
            "\n".join(
                _("Je bent {rol} in {gemeente}.").format(
                    rol=rolwoord(r.rol), gemeente=self._gemeente(r.gemeente)
                )
                for r in rechten
            )
        )
        self.rol.setVisible(bool(rechten))

    def _gemeente(self, code: str) -> str:
        return next((g.naam for g in self._werkplek.gemeenten if g.code == code), code)

    def _verander(self) -> None:
        self._wijzigt = True
        self._zeg()
        sync = self._werkplek.sync
        verbinding = sync.verbinding if sync is not None else None
        if verbinding is not None:
            nu = asdict(verbinding)
            self.server.zet(nu["host"])
            self.poort.zet(str(nu["poort"]))
            self.database.zet(nu["database"])
            self.login.zet(nu["login"])
            self.certificaat.zet("" if nu["wortel"] == SYSTEEM else nu["wortel"])
            self._sslmode = nu["sslmode"]
        self._toon(self._draad.laatste)
        self._toon_zelf(focus=False)
        self.wachtwoord.invoer.setFocus()

    def _laat(self) -> None:
        self._wijzigt = False
        self._zeg()
        self._toon(self._draad.laatste)
        self.verander.setFocus()

    # --- filling in

    def _toon_zelf(self, *, focus: bool) -> None:
        had_focus = self.knop_zelf.hasFocus()
        self._zelf.show()
        self.knop_zelf.hide()
        if focus or had_focus:
            self.server.invoer.setFocus()

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
        self._toon_zelf(focus=False)

    def _keur_regel(self) -> bool:
        if not self.regel.tekst.strip():
            return True
        try:
            lees_koppelregel(self.regel.tekst)
        except KoppelregelOnleesbaar as fout:
            self.regel.toon_fout(_(fout.zin))
            return False
        return True

    def _kies(self) -> None:
        pad = self._kies_bestand(self, self.certificaat.tekst)
        if pad:
            self.certificaat.zet(pad)

    def _bezwaren(self) -> dict[str, str]:
        """Field to sentence, of what cannot be tried."""
        uit = {}
        for naam, zin in (
            ("server", _("Vul in waar het centrum staat, of plak de koppelregel.")),
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

    def _koppel(self) -> None:
        if not self.koppel.isEnabled() or not self._keur_regel():
            return
        bezwaren = self._bezwaren()
        for naam, veld in self.velden.items():
            veld.toon_fout(bezwaren.get(naam, ""))
        if bezwaren:
            if set(bezwaren) - {"wachtwoord"}:
                self._toon_zelf(focus=False)
            _naar(self.velden[next(n for n in self.velden if n in bezwaren)])
            return
        host = self.server.tekst.strip()
        gegevens = {
            "host": host,
            "login": self.login.tekst.strip(),
            "wachtwoord": self.wachtwoord.tekst,
            "poort": int(self.poort.tekst),
            "database": self.database.tekst.strip(),
            # Only a line for this very computer can ask for less.
            "sslmode": self._sslmode if is_deze_computer(host) else VEILIG,
            "wortel": self.certificaat.tekst.strip() or SYSTEEM,
        }
        self.koppel.setEnabled(False)
        self._zeg(klaar=_("Even proberen…"))
        self._taak = Achtergrondtaak(
            partial(_koppel, self._draad.maak, self._werkplek.store, gegevens), self
        )
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _gelukt(self, _uitkomst: object) -> None:
        self.koppel.setEnabled(True)
        self._wijzigt = False
        self.wachtwoord.zet("")
        self.regel.zet("")
        self._zeg(klaar=_("Gekoppeld. Viergesprek wisselt nu voor het eerst gegevens uit."))
        self._toon(self._draad.laatste)
        self._draad.begin(meteen=True)
        self.gekoppeld.emit()

    def _mislukt(self, fout: Exception) -> None:
        log.info("coupling: %s", type(fout).__name__)
        self.koppel.setEnabled(True)
        zin = _(getattr(fout, "zin", "Dit lukt nu niet. Probeer het later opnieuw."))
        veld = _veld_bij(fout)
        if veld is None:
            self._zeg(fout=zin)
            return
        self._zeg()
        if veld == "server":
            zin = _("Deze server is nu niet te bereiken. Kijk de naam en je netwerk na.")
        if veld != "wachtwoord":
            self._toon_zelf(focus=False)
        self.velden[veld].toon_fout(zin)
        _naar(self.velden[veld])

    # --- the way out

    def _vraag_ontkoppel(self, *, open_: bool) -> None:
        self._zeg()
        stand = self._draad.laatste
        zinnen = [_("Daarna werkt deze laptop alleen. Er gaat niets verloren.")]
        if stand is not None and stand.wachtend:
            zinnen.append(
                meervoud(
                    "{aantal} wijziging staat nog niet in het centrum.",
                    "{aantal} wijzigingen staan nog niet in het centrum.",
                    stand.wachtend,
                )
            )
        if stand is not None and stand.lease is not None and not stand.lease.verlopen:
            zinnen.append(
                meervoud(
                    "Na {aantal} dag vraagt Viergesprek om opnieuw te koppelen.",
                    "Na {aantal} dagen vraagt Viergesprek om opnieuw te koppelen.",
                    max(stand.lease.dagen_over, 1),
                )
            )
        self.gevolg.setText("\n".join(zinnen))
        self._vraag.setVisible(open_)
        self.ontkoppel.setVisible(not open_)
        (self.toch_niet if open_ else self.ontkoppel).setFocus()

    def _ontkoppel(self) -> None:
        sync = self._werkplek.sync
        self._draad.stop_straks()
        if sync is not None and self._werkplek.probeer(sync.ontkoppel):
            self._vraag_ontkoppel(open_=False)
            self._zeg(klaar=_("Ontkoppeld. Deze laptop werkt nu alleen."))
        self._draad.begin()

    def _zeg(self, *, fout: str = "", klaar: str = "") -> None:
        for melding, tekst in ((self.fout, fout), (self.klaar, klaar)):
            melding.setText(tekst)
            melding.setVisible(bool(tekst))


def rolwoord(rol: Rol) -> str:
    """A role as one says it."""
    return {
        Rol.KLANTMANAGER: _("klantmanager"),
        Rol.LEIDINGGEVENDE: _("leidinggevende"),
        Rol.TOETSBEGELEIDER: _("toetsbegeleider"),
        Rol.BEHEERDER: _("beheerder"),
        Rol.VLUCHTELINGENWERK: _("lezer voor VluchtelingenWerk"),
        Rol.COA: _("lezer voor COA"),
        Rol.TAALAANBIEDER: _("lezer voor de taalaanbieder"),
        Rol.WERKCORPORATIE: _("lezer voor de WerkCorporatie"),
        Rol.ONTZORGER: _("lezer voor de ontzorger"),
    }[rol]


def _naar(veld: Veld) -> None:
    """The cursor goes to a field, and the sheet with it, once everything has its place."""
    veld.invoer.setFocus()
    ouder = veld.parentWidget()
    while ouder is not None and not isinstance(ouder, QScrollArea):
        ouder = ouder.parentWidget()
    if isinstance(ouder, QScrollArea):
        QTimer.singleShot(0, veld, partial(ouder.ensureWidgetVisible, veld, 0, 48))


def _kies_certificaat(ouder: QWidget, nu: str) -> str:
    pad, _soort = QFileDialog.getOpenFileName(
        ouder,
        _("Certificaat van de gemeente"),
        nu,
        _("Certificaten (*.crt *.pem *.cer);;Alle bestanden (*)"),
    )
    return pad


# On a pool thread: this goes over the network.


def _koppel(
    maak: Callable[[Store], Synchronisatie], store: Store, gegevens: Mapping[str, Any]
) -> None:
    from desktop.sync.verbinding import Verbinding

    maak(store).koppel(Verbinding(**gegevens))


def _veld_bij(fout: Exception) -> str | None:
    """The field that an error is about; None when it is about none of them."""
    from desktop.sync import fouten

    match fout:
        case fouten.GeenNetwerk():
            return "server"
        case fouten.AanmeldingGeweigerd():
            return "wachtwoord"
        case fouten.CertificaatOnjuist():
            return "certificaat"
        case fouten.CentraleTeOud():
            return "database"
    return None
