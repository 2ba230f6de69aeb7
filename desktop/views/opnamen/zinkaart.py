"""The sentence that is read, large, with the Dutch beside it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.catalogus import Taal
from desktop.models.opnamewerk import Opnamestand, Zin
from desktop.speech.apparaten import Apparaat
from desktop.taal import _
from desktop.views.opnamen.meter import Meter
from desktop.views.opnamen.opneemknop import Opneemknop
from desktop.views.widgets.indeling import knop, regel, zet_soort

_LANG = 64
"""Texts of more letters stand a size smaller."""


class Zinkaart(QFrame):
    """Shows; the screen around it records."""

    def __init__(self, taal: Taal, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "blad")
        self._taal = taal
        vak = QVBoxLayout(self)
        vak.setContentsMargins(24, 16, 24, 24)
        vak.setSpacing(12)
        self.code = regel("", "klein", self)
        self.uitleg = regel("", "zacht", self)
        self.melding = regel("", "melding", self)
        self.melding.hide()
        self.meter = Meter(self)
        vak.addWidget(self.code)
        vak.addLayout(self._teksten(), 1)
        for deel in (self.melding, self.uitleg, self.meter):
            vak.addWidget(deel)
        vak.addLayout(self._knoppen())
        vak.addLayout(self._microfoon())

    def _teksten(self) -> QHBoxLayout:
        self.tekst = regel("", "vitrine", self)
        self.tekst.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if self._taal.rechts_naar_links
            else Qt.LayoutDirection.LeftToRight
        )
        self.nederlands = regel("", "groot", self)
        self.nederlands.setContentsMargins(0, 8, 0, 0)  # on the line of the larger letters
        naast = QHBoxLayout()
        naast.setSpacing(32)
        for label, breed in ((self.tekst, 3), (self.nederlands, 2)):
            label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            naast.addWidget(label, breed)
        return naast

    def _knoppen(self) -> QHBoxLayout:
        self.neem_op = Opneemknop(self)
        self.luister = knop(_("Luister"), "gewoon", self, kort=True)
        self.volgende = knop(_("Volgende (Enter)"), "gewoon", self, kort=True)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        for k in (self.neem_op, self.luister, self.volgende):
            rij.addWidget(k)
        rij.addStretch()
        return rij

    def _microfoon(self) -> QHBoxLayout:
        self.microfoonnaam = regel(_("Microfoon"), "klein", self)
        self.microfoonnaam.setWordWrap(False)
        self.microfoon = QComboBox(self)
        self.microfoon.setAccessibleName(_("Microfoon"))
        rij = QHBoxLayout()
        rij.addWidget(self.microfoonnaam)
        rij.addWidget(self.microfoon)
        rij.addStretch()
        return rij

    def toon_zin(self, zin: Zin) -> None:
        """The sentence to read now."""
        self.code.setText(" · ".join((zin.contexten[0], *sorted(zin.delen)[:2])))
        zet_soort(self.tekst, "vitrine" if len(zin.tekst) <= _LANG else "titel")
        self.tekst.setText(zin.tekst)
        self.nederlands.setText(zin.nederlands if self._taal.tag != "nl" else "")

    def toon_slot(self, woord: str) -> None:
        """There is no sentence."""
        self.code.clear()
        self.nederlands.clear()
        zet_soort(self.tekst, "titel")
        self.tekst.setText(woord)

    def toon_stand(
        self, stand: Opnamestand | None, *, loopt: bool, bewaren: bool, duur_ms: int, kan: bool
    ) -> None:
        """How far the sentence is (None: there is none), and what can be done with it now."""
        gelukt = stand is Opnamestand.GOED and not bewaren
        self.neem_op.toon(loopt=loopt, opnieuw=gelukt, hoofd=loopt or not gelukt)
        self.neem_op.setEnabled(kan and stand is not None)
        self.luister.setEnabled(gelukt and not loopt)
        self.volgende.setEnabled(stand is not None)
        zet_soort(self.volgende, "hoofd" if gelukt and not loopt else "gewoon")
        if stand is None:
            self.uitleg.clear()
        elif loopt:
            self.uitleg.setText(_("Lees nu voor. Druk daarna weer op de spatiebalk."))
        elif bewaren:
            self.uitleg.setText(_("Bewaren…"))
        elif duur_ms:
            lang = f"{duur_ms / 1000:.1f}".replace(".", ",")
            self.uitleg.setText(_("Bewaard: {lang} seconden.").format(lang=lang))
        else:
            self.uitleg.setText(_standzin(stand))

    def toon_microfoons(self, keuzes: Sequence[Apparaat], gekozen: str) -> None:
        """Only where there is something to choose."""
        self.microfoon.clear()
        for apparaat in keuzes:
            self.microfoon.addItem(apparaat.naam, apparaat.code)
        self.microfoon.setCurrentIndex(max(0, self.microfoon.findData(gekozen)))
        for deel in (self.microfoonnaam, self.microfoon):
            deel.setVisible(len(keuzes) > 1)

    def zeg(self, zin: str) -> None:
        """What went wrong, or advice; empty takes it away."""
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))


def _standzin(stand: Opnamestand) -> str:
    return {
        Opnamestand.ONTBREEKT: _("Deze zin is nog niet opgenomen."),
        Opnamestand.VEROUDERD: _("De tekst is veranderd. De oude opname past er niet meer bij."),
        Opnamestand.GOED: _("Deze zin is opgenomen."),
    }[stand]
