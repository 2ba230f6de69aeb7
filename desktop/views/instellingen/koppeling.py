"""Coupling this laptop with the centre: tried before it is kept, and the way out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.dossier import Rol
from desktop.store.store import Store
from desktop.sync.gekoppeld import gekoppeld
from desktop.sync.stand import Stand
from desktop.taal import _, meervoud
from desktop.views.instellingen.koppelvelden import Kiezer, Koppelvelden
from desktop.views.sync.draad import Syncdraad
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

if TYPE_CHECKING:
    from desktop.sync.dienst import Synchronisatie

log = logging.getLogger(__name__)


class Koppelkaart(Sectie):
    """Not coupled: fields and a try. Coupled: as what, and the way out.

    `gekoppeld` comes after a try that succeeded; the first round runs by then.
    """

    gekoppeld = Signal()

    def __init__(
        self, werkplek: Werkplek, parent: QWidget, *, kies_bestand: Kiezer | None = None
    ) -> None:
        super().__init__(_("Samen met collega's"), parent)
        self._werkplek = werkplek
        self._draad: Syncdraad = werkplek.draad
        self._taak: Achtergrondtaak | None = None
        self._wijzigt = False
        self.blad.setSpacing(12)
        self.uitleg = regel("", "zacht", self)
        self.blad.addWidget(self.uitleg)
        self._bouw_invullen(kies_bestand)
        self._bouw_gekoppeld()
        self.fout = regel("", "fout", self)
        self.klaar = regel("", "zacht", self)
        for melding in (self.fout, self.klaar):
            melding.hide()
            self.blad.addWidget(melding)
        self._draad.stand.connect(self._toon)
        self._toon(self._draad.laatste)

    def _bouw_invullen(self, kies_bestand: Kiezer | None) -> None:
        self._vak, vak = self._maak_vak(12)
        self.invullen = Koppelvelden(self._vak, kies_bestand)
        self.velden = self.invullen.velden
        self.regel, self.server = self.invullen.regel, self.invullen.server
        self.wachtwoord = self.invullen.wachtwoord
        self.invullen.klaar.connect(self._koppel)
        self.koppel = knop(_("Test en koppel"), "gewoon", self._vak)
        self.koppel.clicked.connect(self._koppel)
        self.laat = knop(_("Laat het zoals het was"), "stil", self._vak)
        self.laat.clicked.connect(self._laat)
        vak.addWidget(self.invullen)
        for los in (self.koppel, self.laat):
            vak.addWidget(los, 0, Qt.AlignmentFlag.AlignLeft)

    def _bouw_gekoppeld(self) -> None:
        self._gekoppeld_vak, vak = self._maak_vak(8)
        self.rol = regel("", "gewoon", self._gekoppeld_vak)
        self.verander = knop(_("Verander de koppeling"), "gewoon", self._gekoppeld_vak)
        self.verander.clicked.connect(self._verander)
        self.ontkoppel = knop(_("Ontkoppel"), "stil", self._gekoppeld_vak)
        self.ontkoppel.clicked.connect(lambda: self._vraag_ontkoppel(open_=True))
        self.gevolg = regel("", "gewoon", self._gekoppeld_vak)
        self.toch = knop(_("Ja, ontkoppel"), "gewoon", self._gekoppeld_vak)
        self.toch.clicked.connect(self._ontkoppel)
        self.toch_niet = knop(_("Laat gekoppeld"), "stil", self._gekoppeld_vak)
        self.toch_niet.clicked.connect(lambda: self._vraag_ontkoppel(open_=False))
        vak.addWidget(self.rol)
        for los in (self.verander, self.ontkoppel):
            vak.addWidget(los, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addWidget(self.gevolg)
        for los in (self.toch, self.toch_niet):
            vak.addWidget(los, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.gevolg, self.toch, self.toch_niet):
            widget.hide()

    def _maak_vak(self, ruimte: int) -> tuple[QWidget, QVBoxLayout]:
        vak = QWidget(self)
        blad = QVBoxLayout(vak)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(ruimte)
        self.blad.addWidget(vak)
        return vak, blad

    # --- which of the two

    def _toon(self, stand: Stand | None) -> None:
        aan = gekoppeld(self._werkplek.store)
        vult_in = not aan or self._wijzigt
        weg, daar = self._gekoppeld_vak, self._vak
        if not vult_in:
            weg, daar = daar, weg
        focus = self.focusWidget()
        hier = focus is not None and focus.hasFocus() and weg.isAncestorOf(focus)
        daar.show()
        if hier:  # else it would go to the next card, and the sheet with it
            (self.regel.invoer if vult_in else self.verander).setFocus()
        weg.hide()
        self.laat.setVisible(self._wijzigt)
        if aan:
            self.uitleg.setText(
                _(
                    "Deze laptop deelt zijn werk met de centrale opslag van de gemeente. Dat "
                    "gaat vanzelf."
                )
            )
        else:
            self.uitleg.setText(
                _(
                    "Deel je werk met collega's via de centrale opslag van je gemeente. Je "
                    "beheerder "
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
            self.invullen.vul(asdict(verbinding))
        self._toon(self._draad.laatste)
        self.invullen.klap_open()
        self.wachtwoord.invoer.setFocus()

    def _laat(self) -> None:
        self._wijzigt = False
        self._zeg()
        self._toon(self._draad.laatste)
        self.verander.setFocus()

    # --- trying

    def _koppel(self) -> None:
        if not self.koppel.isEnabled():
            return
        gegevens = self.invullen.gegevens()
        if gegevens is None:
            return
        self.wachtwoord.invoer.setFocus()  # a button that is switched off lets go of the cursor
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
        self.invullen.vergeet()
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
        self.invullen.toon_fout(veld, zin)

    # --- the way out

    def _vraag_ontkoppel(self, *, open_: bool) -> None:
        self._zeg()
        stand = self._draad.laatste
        zinnen = [_("Daarna werkt deze laptop alleen. Er gaat niets verloren.")]
        if stand is not None and stand.wachtend:
            zinnen.append(
                meervoud(
                    "{aantal} wijziging staat nog niet in de centrale opslag.",
                    "{aantal} wijzigingen staan nog niet in de centrale opslag.",
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
        for widget in (self.gevolg, self.toch, self.toch_niet):
            widget.setVisible(open_)
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
