"""Work on a stick, for a place without a network: writing a file, and reading a colleague's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.models.tijdzone import kalenderdag
from desktop.store.store import Store
from desktop.sync.stand import Stand
from desktop.taal import _, meervoud
from desktop.views.slot.veld import wachtzinveld
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

if TYPE_CHECKING:
    from desktop.sync.transport import Ingelezen

UITGANG = ".vgtransport"
Kiezer = Callable[[QWidget, str], str]
"""Asks for a file; gives its path, or an empty text."""


class Stickkaart(Sectie):
    """Two gestures, one unfolded at a time. Shown while the laptop is coupled."""

    def __init__(
        self,
        werkplek: Werkplek,
        parent: QWidget,
        *,
        kies_doel: Kiezer | None = None,
        kies_bestand: Kiezer | None = None,
    ) -> None:
        super().__init__(_("Zonder netwerk: een stick"), parent)
        self._werkplek = werkplek
        self._kies_doel = kies_doel or _kies_doel
        self._kies_bestand = kies_bestand or _kies_bestand
        self._taak: Achtergrondtaak | None = None
        self._bestand: Path | None = None
        self.blad.setSpacing(8)
        self.blad.addWidget(
            regel(
                _(
                    "Is er in het azc geen netwerk? Zet je werk versleuteld op een stick. "
                    "Een collega leest het in en neemt het mee naar de centrale opslag."
                ),
                "zacht",
                self,
            )
        )
        self.neem_mee = knop(_("Neem mee op een stick"), "gewoon", self)
        self.neem_mee.clicked.connect(self._open_schrijven)
        self.blad.addWidget(self.neem_mee, 0, Qt.AlignmentFlag.AlignLeft)
        self._schrijfvak, vak = _vak(self)
        self.wachtzin = self._veld(vak, _("Wachtzin voor de stick"))
        self.hint = regel("", "klein", self)
        self.hint.hide()
        vak.addWidget(self.hint)
        self.herhaling = self._veld(vak, _("Wachtzin voor de stick, nog een keer"))
        self.schrijf = knop(_("Kies waar het bestand komt"), "gewoon", self)
        self.schrijf.clicked.connect(self._schrijf)
        vak.addWidget(self.schrijf, 0, Qt.AlignmentFlag.AlignLeft)
        self.lees_in = knop(_("Lees een bestand in"), "gewoon", self)
        self.lees_in.clicked.connect(self._open_lezen)
        self.blad.addWidget(self.lees_in, 0, Qt.AlignmentFlag.AlignLeft)
        self._leesvak, vak = _vak(self)
        self.bestandsnaam = regel("", "klein", self)
        vak.addWidget(self.bestandsnaam)
        self.leeswachtzin = self._veld(vak, _("Wachtzin van je collega"))
        self.lees = knop(_("Lees in"), "gewoon", self)
        self.lees.clicked.connect(self._lees)
        vak.addWidget(self.lees, 0, Qt.AlignmentFlag.AlignLeft)
        self.fout = regel("", "fout", self)
        self.klaar = regel("", "zacht", self)
        for melding in (self.fout, self.klaar):
            melding.hide()
            self.blad.addWidget(melding)
        self.wachtzin.textChanged.connect(self._toon_hint)
        for veld in (self.wachtzin, self.herhaling):
            veld.returnPressed.connect(self._schrijf)
        self.leeswachtzin.returnPressed.connect(self._lees)
        werkplek.draad.stand.connect(self._toon)
        self._toon(werkplek.draad.laatste)

    def _veld(self, vak: QVBoxLayout, naam: str) -> QLineEdit:
        label = regel(naam, "veldnaam", self)
        veld = wachtzinveld(self, naam)
        label.setBuddy(veld)
        vak.addWidget(label)
        vak.addWidget(veld)
        return veld

    def _toon(self, stand: Stand | None) -> None:
        self.setVisible(stand is not None and stand.gekoppeld)

    # --- writing

    def _open_schrijven(self) -> None:
        self._zeg()
        self._leesvak.hide()
        self._schrijfvak.show()
        self.wachtzin.setFocus()

    def _toon_hint(self, tekst: str) -> None:
        from desktop.store.wachtzin import sterkte

        self.hint.setText(_(sterkte(tekst).hint) if tekst else "")
        self.hint.setVisible(bool(tekst))

    def _schrijf(self) -> None:
        from desktop.store.fouten import WachtzinTeKort
        from desktop.store.wachtzin import lang_genoeg

        if not self.schrijf.isEnabled():
            return
        if not lang_genoeg(self.wachtzin.text()):
            self._zeg(fout=_(WachtzinTeKort.STANDAARD))
            self.wachtzin.setFocus()
            return
        if self.wachtzin.text() != self.herhaling.text():
            self._zeg(fout=_("De twee wachtzinnen zijn niet gelijk. Typ ze nog een keer."))
            self.herhaling.setFocus()
            return
        store = self._werkplek.store
        vandaag = kalenderdag(store.nu())
        gekozen = self._kies_doel(self, f"viergesprek-{vandaag:%Y-%m-%d}{UITGANG}")
        if not gekozen:
            return
        pad = Path(gekozen)
        if not pad.suffix:
            pad = pad.with_suffix(UITGANG)
        self._doe(partial(_schrijf, store, pad, self.wachtzin.text()), self._geschreven)

    def _geschreven(self, aantal: int) -> None:
        self._klaar_met(self._schrijfvak, self.wachtzin, self.herhaling)
        self._zeg(
            klaar=meervoud(
                "{aantal} wijziging staat in het bestand. Geef de stick aan je collega en spreek "
                "de wachtzin af, niet op papier bij de stick.",
                "{aantal} wijzigingen staan in het bestand. Geef de stick aan je collega en spreek "
                "de wachtzin af, niet op papier bij de stick.",
                aantal,
            )
        )
        self.neem_mee.setFocus()

    # --- reading

    def _open_lezen(self) -> None:
        self._zeg()
        gekozen = self._kies_bestand(self, "")
        if not gekozen:
            return
        self._bestand = Path(gekozen)
        self.bestandsnaam.setText(self._bestand.name)
        self._schrijfvak.hide()
        self._leesvak.show()
        self.leeswachtzin.clear()
        self.leeswachtzin.setFocus()

    def _lees(self) -> None:
        if self._bestand is None or not self.lees.isEnabled():
            return
        if not self.leeswachtzin.text():
            self._zeg(fout=_("Typ eerst de wachtzin die je met je collega hebt afgesproken."))
            self.leeswachtzin.setFocus()
            return
        werk = partial(_lees, self._werkplek.store, self._bestand, self.leeswachtzin.text())
        self._doe(werk, self._gelezen)

    def _gelezen(self, ingelezen: Ingelezen) -> None:
        self._klaar_met(self._leesvak, self.leeswachtzin)
        zinnen = [
            meervoud(
                "Ingelezen: {aantal} wijziging gaat mee naar de centrale opslag.",
                "Ingelezen: {aantal} wijzigingen gaan mee naar de centrale opslag.",
                ingelezen.meegenomen,
            ),
            meervoud(
                "Op deze laptop is {aantal} wijziging nieuw.",
                "Op deze laptop zijn {aantal} wijzigingen nieuw.",
                ingelezen.nieuw,
            ),
        ]
        self._zeg(klaar="\n".join(zinnen))
        self.lees_in.setFocus()

    # --- both

    def _doe(self, werk: Callable[[], Any], daarna: Callable[[Any], None]) -> None:
        self._zeg(klaar=_("Even wachten…"))
        self._zet_bezig(True)
        self._taak = Achtergrondtaak(werk, self)
        self._taak.klaar.connect(daarna)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _mislukt(self, fout: Exception) -> None:
        self._zet_bezig(False)
        self._zeg(fout=_(getattr(fout, "zin", "Dit lukt nu niet. Probeer het later opnieuw.")))

    def _klaar_met(self, vak: QWidget, *velden: QLineEdit) -> None:
        self._zet_bezig(False)
        for veld in velden:
            veld.clear()
        vak.hide()

    def _zet_bezig(self, bezig: bool) -> None:
        for k in (self.neem_mee, self.schrijf, self.lees_in, self.lees):
            k.setEnabled(not bezig)

    def _zeg(self, *, fout: str = "", klaar: str = "") -> None:
        for melding, tekst in ((self.fout, fout), (self.klaar, klaar)):
            melding.setText(tekst)
            melding.setVisible(bool(tekst))


def _vak(kaart: Sectie) -> tuple[QWidget, QVBoxLayout]:
    vak = QWidget(kaart)
    blad = QVBoxLayout(vak)
    blad.setContentsMargins(0, 0, 0, 8)
    blad.setSpacing(8)
    vak.hide()
    kaart.blad.addWidget(vak)
    return vak, blad


def _kies_doel(ouder: QWidget, naam: str) -> str:
    pad, _soort = QFileDialog.getSaveFileName(
        ouder,
        _("Waar komt het bestand?"),
        naam,
        _("Transportbestand (*{uitgang})").format(uitgang=UITGANG),
    )
    return pad


def _kies_bestand(ouder: QWidget, naam: str) -> str:
    pad, _soort = QFileDialog.getOpenFileName(
        ouder,
        _("Het bestand van je collega"),
        naam,
        _("Transportbestand (*{uitgang});;Alle bestanden (*)").format(uitgang=UITGANG),
    )
    return pad


# On a pool thread: Argon2 takes a moment, and a stick may be slow.


def _schrijf(store: Store, pad: Path, wachtzin: str) -> int:
    from desktop.sync.transport import schrijf_bestand

    return schrijf_bestand(store, pad, wachtzin)


def _lees(store: Store, pad: Path, wachtzin: str) -> Ingelezen:
    from desktop.sync.transport import lees_bestand

    return lees_bestand(store, pad, wachtzin)
