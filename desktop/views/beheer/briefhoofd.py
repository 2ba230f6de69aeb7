"""The letter head of the municipality: name, addresses, how to reach it, and its logo."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.models.fouten import Domeinfout
from desktop.models.gemeentegegevens import Gemeentegegevens, controleer_logo
from desktop.taal import _
from desktop.views.beheer.recht import schrijf_gemeente
from desktop.views.dossiers.velden import Veld, tekstveld
from desktop.views.toegang.velden import links
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

LOGOHOOGTE, LOGOBREEDTE = 72, 320
REGELS = 4
"""An address with the name of who gets it."""


class Regelsveld(QWidget):
    """A few lines, such as an address. `klaar`: the field was left."""

    klaar = Signal()

    def __init__(self, naam: str, label: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.naam = naam
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(4)
        kop = QLabel(label, self)
        kop.setProperty("soort", "veldnaam")
        blad.addWidget(kop)
        self.invoer = QPlainTextEdit(self)
        self.invoer.setAccessibleName(label)
        self.invoer.setAccessibleDescription(hint)
        self.invoer.setTabChangesFocus(True)
        self.invoer.setFixedHeight(self.invoer.fontMetrics().lineSpacing() * REGELS + 24)
        self.invoer.installEventFilter(self)
        kop.setBuddy(self.invoer)
        blad.addWidget(self.invoer)
        blad.addWidget(regel(hint, "klein", self))

    def zet(self, tekst: str) -> None:
        """Shows what is kept."""
        if self.invoer.toPlainText() != tekst:
            self.invoer.setPlainText(tekst)

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        if wie is self.invoer and gebeurtenis.type() == QEvent.Type.FocusOut:
            self.klaar.emit()
        return super().eventFilter(wie, gebeurtenis)


class Briefhoofdkaart(Sectie):
    """One row of the store, field by field."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Briefhoofd"), parent)
        self._werkplek, self._code = werkplek, ""
        self._geweigerd: set[str] = set()
        """Fields of which what was typed is not kept; it stays, with its sentence."""
        self.blad.addWidget(
            regel(_("Dit staat op de brieven en op het blad van de cliënt."), "zacht", self)
        )
        self.velden: dict[str, Veld] = {
            veld.naam: veld
            for veld in (
                tekstveld("naam", _("Naam"), self, hint=_("Zoals: gemeente Noordoostpolder")),
                tekstveld("adres", _("Straat of postbus"), self),
                tekstveld("postcode_plaats", _("Postcode en plaats"), self),
                tekstveld("telefoon", _("Telefoon"), self),
                tekstveld("email", _("E-mail"), self),
                tekstveld("website", _("Website"), self),
            )
        }
        v = self.velden
        self.raster(
            (v["naam"],),
            (v["adres"], v["postcode_plaats"]),
            (v["telefoon"], v["email"]),
            (v["website"],),
        )
        self.regels = {
            veld.naam: veld
            for veld in (
                Regelsveld(
                    "bezwaaradres",
                    _("Adres voor bezwaar"),
                    _("Waar de brief van een cliënt naartoe gaat die het er niet mee eens is."),
                    self,
                ),
                Regelsveld(
                    "ondertekenaar_slot",
                    _("Boven de naam onder de brief"),
                    _("Leeg: namens het college van burgemeester en wethouders."),
                    self,
                ),
            )
        }
        for lang in self.regels.values():
            self.blad.addWidget(lang)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)
        for veld in self.velden.values():
            veld.klaar.connect(lambda veld=veld: self._bewaar(veld))
        for lang in self.regels.values():
            lang.klaar.connect(lambda lang=lang: self._bewaar_regels(lang))

    def toon(self, code: str, rij: Gemeentegegevens | None, *, anders: bool) -> None:
        """What is kept; a field that is being typed in stays, unless it is another gemeente."""
        self._code = code
        if anders:
            self._geweigerd.clear()
            self.fout.hide()
        alle: dict[str, Veld | Regelsveld] = {**self.velden, **self.regels}
        for naam, veld in alle.items():
            if anders or not (veld.invoer.hasFocus() or naam in self._geweigerd):
                veld.zet(getattr(rij, naam) if rij is not None else "")

    def leg_vast(self) -> None:
        """Keeps what is being typed: before the lock."""
        for veld in self.velden.values():
            if veld.invoer.hasFocus():
                self._bewaar(veld)
        for lang in self.regels.values():
            if lang.invoer.hasFocus():
                self._bewaar_regels(lang)

    def _onthoud(self, naam: str, *, geweigerd: bool) -> None:
        (self._geweigerd.add if geweigerd else self._geweigerd.discard)(naam)

    def _bewaar(self, veld: Veld) -> None:
        wp, code = self._werkplek, self._code
        if code:
            # Not back into the field: whoever goes on may go on.
            zin = wp.weigering(lambda: schrijf_gemeente(wp, code, veld.naam, veld.tekst))
            veld.toon_fout(zin)
            self._onthoud(veld.naam, geweigerd=bool(zin))

    def _bewaar_regels(self, lang: Regelsveld) -> None:
        wp, code = self._werkplek, self._code
        if not code:
            return
        zin = wp.weigering(lambda: schrijf_gemeente(wp, code, lang.naam, lang.invoer.toPlainText()))
        self._onthoud(lang.naam, geweigerd=bool(zin))
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))


class Logokaart(Sectie):
    """A picture from a file, or none."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Logo"), parent)
        self._werkplek, self._code = werkplek, ""
        self.beeld = QLabel(self)
        self.beeld.setFixedHeight(LOGOHOOGTE)
        self.beeld.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.blad.addWidget(self.beeld)
        self.leeg = regel(_("Er is nog geen logo. Een png of svg is goed."), "zacht", self)
        self.blad.addWidget(self.leeg)
        self.kies = knop(_("Kies een logo"), "gewoon", self)
        self.kies.clicked.connect(self._kies)
        self.weg = knop(_("Haal weg"), "stil", self)
        self.weg.clicked.connect(lambda: self.zet(""))
        self.blad.addLayout(links(self.kies, self.weg))
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)

    def toon(self, code: str, rij: Gemeentegegevens | None) -> None:
        """The logo as it will stand on a letter, or the sentence that there is none."""
        self._code = code
        beeld = QPixmap()
        if rij is not None and rij.logo:
            beeld.loadFromData(base64.b64decode(rij.logo))
        er_is = not beeld.isNull()
        if er_is:
            glad, heel = (
                Qt.TransformationMode.SmoothTransformation,
                Qt.AspectRatioMode.KeepAspectRatio,
            )
            self.beeld.setPixmap(beeld.scaled(LOGOBREEDTE, LOGOHOOGTE, heel, glad))
        self.beeld.setAccessibleName(_("Logo van de gemeente") if er_is else "")
        self.beeld.setVisible(er_is)
        self.weg.setVisible(er_is)
        self.leeg.setVisible(not er_is)

    def lees_bestand(self, pad: Path) -> None:
        """Takes the picture in this file; a sentence when that cannot be."""
        try:
            rauw = pad.read_bytes()
        except OSError:
            self._zeg(_("Dit bestand is niet te lezen. Kies een ander."))
            return
        tekst = base64.b64encode(rauw).decode("ascii")
        try:
            controleer_logo(tekst)
        except Domeinfout as fout:
            self._zeg(_(fout.zin).format(**fout.waarden))
            return
        if not QPixmap().loadFromData(rauw):
            self._zeg(_("Dit plaatje is beschadigd. Kies een ander."))
            return
        self.zet(tekst)

    def zet(self, logo: str) -> None:
        """Keeps it."""
        wp, code = self._werkplek, self._code
        self._zeg(wp.weigering(lambda: schrijf_gemeente(wp, code, "logo", logo)))

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def _kies(self) -> None:
        pad, _soort = QFileDialog.getOpenFileName(
            self, _("Kies een logo"), "", _("Plaatjes (*.png *.svg)")
        )
        if pad:
            self.lees_bestand(Path(pad))
