"""Changing the passphrase, and keeping the key in the system's key store."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.taal import _
from desktop.views.slot.veld import wachtzinveld
from desktop.views.taken import Achtergrondtaak
from desktop.views.widgets.indeling import Sectie, knop, regel

log = logging.getLogger(__name__)


class _Sleutelkaart(Sectie):
    """A card with passphrase fields whose button works off the GUI thread."""

    def __init__(self, titel: str, pad: Path, parent: QWidget) -> None:
        super().__init__(titel, parent)
        self._pad = pad
        self._taak: Achtergrondtaak | None = None
        self.blad.setSpacing(8)

    def _veld(self, naam: str) -> QLineEdit:
        return self._veld_met_label(naam)[0]

    def _veld_met_label(self, naam: str) -> tuple[QLineEdit, QLabel]:
        label = regel(naam, "veldnaam", self)
        veld = wachtzinveld(self, naam)
        label.setBuddy(veld)
        self.blad.addWidget(label)
        self.blad.addWidget(veld)
        return veld, label

    def _meldingen(self) -> None:
        self.fout = regel("", "fout", self)
        self.klaar = regel("", "zacht", self)
        for melding in (self.fout, self.klaar):
            melding.hide()
            self.blad.addWidget(melding)

    def _zeg(self, *, fout: str = "", klaar: str = "") -> None:
        for melding, tekst in ((self.fout, fout), (self.klaar, klaar)):
            melding.setText(tekst)
            melding.setVisible(bool(tekst))

    def _doe(self, werk: Callable[[], Any], daarna: Callable[[Any], None]) -> None:
        self._zeg(klaar=_("Even wachten…"))
        self._taak = Achtergrondtaak(werk, self)
        self._taak.klaar.connect(daarna)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _mislukt(self, fout: Exception) -> None:
        log.info("passphrase: %s", type(fout).__name__)
        zin = getattr(fout, "zin", None)
        self._zeg(fout=_(zin) if zin else _("Dit lukt nu niet. Probeer het later opnieuw."))


class Wachtzinkaart(_Sleutelkaart):
    """Old passphrase, new one, and the new one again. The data is not encrypted anew."""

    def __init__(self, pad: Path, parent: QWidget) -> None:
        super().__init__(_("Wachtzin veranderen"), pad, parent)
        self.oude = self._veld(_("De wachtzin van nu"))
        self.nieuwe = self._veld(_("De nieuwe wachtzin"))
        self.hint = regel("", "klein", self)
        self.hint.hide()
        self.blad.addWidget(self.hint)
        self.herhaling = self._veld(_("De nieuwe wachtzin, nog een keer"))
        self._meldingen()
        self.wijzig = knop(_("Verander de wachtzin"), "gewoon", self)
        self.wijzig.clicked.connect(self._wijzig)
        self.blad.addWidget(self.wijzig, 0, Qt.AlignmentFlag.AlignLeft)
        self.nieuwe.textChanged.connect(self._toon_hint)
        for veld in (self.oude, self.nieuwe, self.herhaling):
            veld.returnPressed.connect(self._wijzig)

    def _toon_hint(self, tekst: str) -> None:
        from desktop.store.sleutel import sterkte

        self.hint.setText(_(sterkte(tekst).hint) if tekst else "")
        self.hint.setVisible(bool(tekst))

    def _wijzig(self) -> None:
        if not self.oude.text():
            self._zeg(fout=_("Typ eerst de wachtzin van nu."))
            self.oude.setFocus()
        elif self.nieuwe.text() != self.herhaling.text():
            self._zeg(fout=_("De twee nieuwe wachtzinnen zijn niet gelijk. Typ ze nog een keer."))
            self.herhaling.setFocus()
        else:
            self._doe(
                partial(_wijzig, self._pad, self.oude.text(), self.nieuwe.text()), self._gelukt
            )

    def _gelukt(self, _uitkomst: object) -> None:
        for veld in (self.oude, self.nieuwe, self.herhaling):
            veld.clear()
        self._zeg(klaar=_("De wachtzin is veranderd. De oude werkt niet meer."))


class Sleutelboskaart(_Sleutelkaart):
    """Open without a passphrase on this computer, if its user wants that."""

    def __init__(self, pad: Path, parent: QWidget) -> None:
        super().__init__(_("Openen zonder wachtzin"), pad, parent)
        self.uitleg = regel(
            _(
                "Deze computer kan de sleutel bewaren in het sleutelbos van jouw account. "
                "Wie op dit account inlogt, opent dan Viergesprek zonder wachtzin."
            ),
            "zacht",
            self,
        )
        self.blad.addWidget(self.uitleg)
        self.wachtzin, self._label = self._veld_met_label(_("Je wachtzin"))
        self._meldingen()
        self.aan = knop(_("Bewaar de sleutel op deze computer"), "gewoon", self)
        self.uit = knop(_("Vraag weer om de wachtzin"), "gewoon", self)
        self.aan.clicked.connect(self._zet_aan)
        self.wachtzin.returnPressed.connect(self._zet_aan)
        self.uit.clicked.connect(lambda: self._doe(partial(_vergeet, self._pad), self._na_uit))
        for widget in (self.aan, self.uit):
            self.blad.addWidget(widget)
        self._toon((False, False))

    def kijk(self) -> None:
        """Asks the system, off the GUI thread, what is possible and how it stands."""
        self._taak = Achtergrondtaak(partial(_stand, self._pad), self)
        self._taak.klaar.connect(self._toon)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _toon(self, stand: tuple[bool, bool]) -> None:
        kan, onthouden = stand
        self.aan.setVisible(kan and not onthouden)
        for widget in (self.wachtzin, self._label):
            widget.setVisible(kan and not onthouden)
        self.uit.setVisible(onthouden)
        self._zeg(
            klaar=_("De sleutel staat in het sleutelbos van deze computer.")
            if onthouden
            else ""
            if kan
            else _("Deze computer heeft geen sleutelbos dat veilig genoeg is.")
        )

    def _zet_aan(self) -> None:
        if not self.wachtzin.text():
            self._zeg(fout=_("Typ eerst je wachtzin."))
            self.wachtzin.setFocus()
            return
        self._doe(partial(_onthoud, self._pad, self.wachtzin.text()), self._na_aan)

    def _na_aan(self, _uitkomst: object) -> None:
        self.wachtzin.clear()
        self._toon((True, True))

    def _na_uit(self, _uitkomst: object) -> None:
        self._toon((True, False))


# On a pool thread: Argon2 takes a moment, and a key store may ask its user something.


def _wijzig(pad: Path, oude: str, nieuwe: str) -> None:
    from desktop.store.sleutel import Sleutelbestand

    Sleutelbestand(pad).wijzig(oude, nieuwe)


def _onthoud(pad: Path, wachtzin: str) -> None:
    from desktop.store.sleutel import Sleutelbestand

    bestand = Sleutelbestand(pad)
    bestand.onthoud_in_systeem(bestand.open(wachtzin))


def _vergeet(pad: Path) -> None:
    from desktop.store.sleutel import Sleutelbestand

    Sleutelbestand(pad).vergeet_in_systeem()


def _stand(pad: Path) -> tuple[bool, bool]:
    from desktop.store.sleutel import Sleutelbestand

    bestand = Sleutelbestand(pad)
    return bestand.systeem_beschikbaar(), bestand.onthouden_in_systeem()
