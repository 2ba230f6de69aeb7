"""The lock screen, and the first start. Imports no database: it has to be there at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.catalogus import Gemeente
from desktop.store.bestanden import GEGEVENS
from desktop.taal import TALEN, _, meervoud, taal
from desktop.views.slot.veld import wachtzinveld
from desktop.views.taken import Achtergrondtaak

BREEDTE = 480
NA_EERSTE_BEELD_MS = 150


class Slotscherm(QWidget):
    """Asks for the passphrase; at the first start lets somebody choose one.

    `open` carries the data key. `eerste_keer` carries key, name and gemeente code.
    `taal_gekozen`: whoever does not read Dutch chooses the language before anything else.
    """

    open = Signal(bytes)
    eerste_keer = Signal(bytes, str, str)
    taal_gekozen = Signal(str)

    def __init__(
        self,
        sleutelpad: Path,
        gemeenten: Callable[[], tuple[Gemeente, ...]],
        *,
        demo_wachtzin: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pad = sleutelpad
        self._demo = demo_wachtzin
        # With data but without a key file there is nothing to begin: that data needs its key.
        self._nieuw = not sleutelpad.exists() and not sleutelpad.with_name(GEGEVENS).is_file()
        self._vraagt_alles = self._nieuw and not demo_wachtzin
        self._taak: Achtergrondtaak | None = None
        self._wacht = QTimer(self)
        # A coarse timer may run ahead: the button would then open before the key file does.
        self._wacht.setTimerType(Qt.TimerType.PreciseTimer)
        self._wacht.setInterval(500)
        self._wacht.timeout.connect(self._tel_af)
        self._resterend = 0.0
        self._bouw(gemeenten() if self._vraagt_alles else ())
        if not self._nieuw and not self._demo:
            # After the first paint, and off this thread: the key store of the system is slow.
            QTimer.singleShot(NA_EERSTE_BEELD_MS, self._kijk_in_sleutelbos)

    def _bouw(self, gemeenten: tuple[Gemeente, ...]) -> None:
        drager = QWidget(self)
        vlak = QScrollArea(self)  # a small screen, long texts: then it scrolls
        vlak.setWidgetResizable(True)
        vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        vlak.setWidget(drager)
        heel = QVBoxLayout(self)
        heel.setContentsMargins(0, 0, 0, 0)
        heel.addWidget(vlak)
        buiten = QVBoxLayout(drager)
        buiten.addStretch(2)
        rij = QHBoxLayout()
        buiten.addLayout(rij)
        buiten.addStretch(3)
        kaart = QFrame(drager)
        kaart.setProperty("soort", "blad")
        kaart.setFixedWidth(BREEDTE)
        rij.addStretch()
        rij.addWidget(kaart)
        rij.addStretch()
        blad = QVBoxLayout(kaart)
        blad.setContentsMargins(40, 40, 40, 40)
        blad.setSpacing(16)
        titel = QLabel("Viergesprek", kaart)
        titel.setProperty("soort", "vitrine")
        blad.addWidget(titel)
        self._inleiding = QLabel(self._inleidingstekst(), kaart)
        self._inleiding.setWordWrap(True)
        self._inleiding.setProperty("soort", "zacht")
        blad.addWidget(self._inleiding)
        velden = QVBoxLayout()
        velden.setSpacing(8)
        blad.addLayout(velden)
        self._labels: dict[QWidget, QLabel] = {}

        def leg(veld: QWidget, label: str) -> None:
            self._labels[veld] = QLabel(label, kaart)
            self._labels[veld].setBuddy(veld)
            velden.addWidget(self._labels[veld])
            velden.addWidget(veld)

        self.naam = QLineEdit(kaart)
        self.naam.setAccessibleName(_("Jouw naam"))
        self.gemeente = QComboBox(kaart)
        self.gemeente.setAccessibleName(_("Gemeente"))
        for gemeente in gemeenten:
            self.gemeente.addItem(f"{gemeente.naam} ({gemeente.code})", gemeente.code)
        self.wachtzin = wachtzinveld(kaart, _("Wachtzin"))
        self.herhaling = wachtzinveld(kaart, _("Wachtzin, nog een keer"))
        self._sterkte = QLabel(kaart)
        self._sterkte.setWordWrap(True)
        self._sterkte.setProperty("soort", "klein")
        if self._vraagt_alles:
            leg(self.naam, _("Jouw naam"))
            leg(self.gemeente, _("Gemeente"))
        leg(self.wachtzin, _("Wachtzin"))
        if self._vraagt_alles:
            velden.addWidget(self._sterkte)
            leg(self.herhaling, _("Wachtzin, nog een keer"))
            self.wachtzin.textChanged.connect(self._toon_sterkte)
        else:
            for veld in (self.naam, self.gemeente, self.herhaling, self._sterkte):
                veld.hide()
        self.tonen = QCheckBox(_("Laat zien wat ik typ"), kaart)
        self.tonen.toggled.connect(self._laat_zien)
        blad.addWidget(self.tonen)
        self.fout = QLabel(kaart)
        self.fout.setWordWrap(True)
        self.fout.setProperty("soort", "fout")
        self.fout.setAccessibleName(_("Melding"))
        blad.addWidget(self.fout)
        self.knop = QPushButton(_("Beginnen") if self._nieuw else _("Openen"), kaart)
        self.knop.setProperty("soort", "hoofd")
        self.knop.setAutoDefault(True)
        self.knop.setAccessibleName(self.knop.text())
        self.knop.clicked.connect(self._probeer)
        blad.addWidget(self.knop)
        self.zonder = QPushButton(_("Openen zonder wachtzin"), kaart)
        self.zonder.setAutoDefault(True)
        self.zonder.setAccessibleName(self.zonder.text())
        self.zonder.clicked.connect(self._open_zonder)
        self.zonder.hide()
        blad.addWidget(self.zonder)
        blad.addWidget(self._taalknop(kaart), 0, Qt.AlignmentFlag.AlignHCenter)
        for veld in (self.naam, self.wachtzin, self.herhaling):
            veld.returnPressed.connect(self._probeer)
        if self._demo:
            self.wachtzin.setText(self._demo)
        (self.naam if self._vraagt_alles else self.wachtzin).setFocus()

    def _taalknop(self, kaart: QWidget) -> QPushButton:
        """The other language of the interface, in its own words."""
        tag = next(t for t in TALEN if t != taal())
        self.taal = QPushButton(TALEN[tag], kaart)
        self.taal.setProperty("soort", "voetknop")
        self.taal.setAccessibleName(TALEN[tag])
        self.taal.clicked.connect(lambda: self.taal_gekozen.emit(tag))
        return self.taal

    def _kijk_in_sleutelbos(self) -> None:
        self._kijktaak = Achtergrondtaak(partial(_in_sleutelbos, self._pad), self)
        self._kijktaak.klaar.connect(self.zonder.setVisible)
        self._kijktaak.start()

    def _open_zonder(self) -> None:
        self.fout.clear()
        self._zet_bezig(True)
        self._taak = Achtergrondtaak(partial(_sleutel_uit_bos, self._pad), self)
        self._taak.klaar.connect(self._uit_bos)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _uit_bos(self, sleutel: bytes | None) -> None:
        if sleutel is not None:
            self._gelukt(sleutel)
            return
        self._zet_bezig(False)
        self.zonder.hide()
        self.fout.setText(_("De computer geeft de sleutel niet. Typ je wachtzin."))
        self.wachtzin.setFocus()

    def _inleidingstekst(self) -> str:
        if self._demo:
            return _(
                "Dit is de demo, met verzonnen mensen. De wachtzin staat al ingevuld. "
                "Druk op Enter."
            )
        if self._nieuw:
            return _(
                "Welkom. Kies een wachtzin: een paar gewone woorden die je goed onthoudt. "
                "Zonder deze wachtzin kan niemand de gegevens lezen, ook de beheerder niet."
            )
        return _("Alles staat op slot. Typ je wachtzin om verder te gaan.")

    def vergrendel(self) -> None:
        """Made ready to be shown again: empty field, focus, no old message."""
        self.taal.hide()  # behind it stands a room in this language, with work in it
        self.fout.clear()
        if self._vraagt_alles:
            self._vraag_alleen_wachtzin()
        if not self._demo:
            self.wachtzin.clear()
        self._laat_zien(False)
        self.tonen.setChecked(False)
        self._zet_bezig(False)
        self.wachtzin.setFocus()
        if not self._demo:
            self._kijk_in_sleutelbos()

    def _vraag_alleen_wachtzin(self) -> None:
        """The first start is over: nothing of it stays on the screen, least the passphrase."""
        self._vraagt_alles = False
        self.herhaling.clear()
        for veld in (self.naam, self.gemeente, self.herhaling, self._sterkte):
            veld.hide()
            if veld in self._labels:
                self._labels[veld].hide()
        self._inleiding.setText(self._inleidingstekst())
        self.knop.setAccessibleName(_("Openen"))

    def _laat_zien(self, aan: bool) -> None:
        wijze = QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password
        self.wachtzin.setEchoMode(wijze)
        self.herhaling.setEchoMode(wijze)

    def _toon_sterkte(self, tekst: str) -> None:
        from desktop.store.sleutel import sterkte

        self._sterkte.setText(_(sterkte(tekst).hint) if tekst else "")

    def _probeer(self) -> None:
        if not self.knop.isEnabled():
            return
        wachtzin = self.wachtzin.text()
        if self._nieuw and not self._demo:
            zin = self._bezwaar(wachtzin)
            if zin:
                self.fout.setText(zin)
                return
        elif not wachtzin:
            self.fout.setText(_("Typ eerst je wachtzin."))
            return
        self.fout.clear()
        self._zet_bezig(True)
        self._taak = Achtergrondtaak(partial(_sleutel, self._pad, wachtzin, self._nieuw), self)
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _bezwaar(self, wachtzin: str) -> str:
        from desktop.store.sleutel import MINIMALE_LENGTE

        if not self.naam.text().strip():
            return _("Schrijf je naam op. Je collega's zien wie wat heeft gedaan.")
        if len(wachtzin) < MINIMALE_LENGTE:
            return _("Kies een langere wachtzin: minstens {aantal} tekens.").format(
                aantal=MINIMALE_LENGTE
            )
        if wachtzin != self.herhaling.text():
            return _("De twee wachtzinnen zijn niet gelijk. Typ ze nog een keer.")
        return ""

    def _gelukt(self, sleutel: bytes) -> None:
        # When the store then does not open, the next try still brings the name.
        eerste_keer = self._nieuw or self._vraagt_alles
        self._nieuw = False
        if eerste_keer:
            self.eerste_keer.emit(
                sleutel, self.naam.text().strip(), str(self.gemeente.currentData())
            )
        else:
            self.open.emit(sleutel)

    def _mislukt(self, fout: Exception) -> None:
        self._zet_bezig(False)
        self.toon_fout(fout)
        self._resterend = float(getattr(fout, "wacht_seconden", 0.0))
        if self._resterend > 0:
            self.knop.setEnabled(False)
            self._wacht.start()
        self.wachtzin.selectAll()
        self.wachtzin.setFocus()

    def toon_fout(self, fout: Exception) -> None:
        """Shows the sentence of an error under the field."""
        zin = getattr(fout, "zin", None)
        self.fout.setText(
            _(zin) if zin else _("Openen lukt nu niet. Probeer het opnieuw of bel je beheerder.")
        )
        self._zet_bezig(False)

    def _tel_af(self) -> None:
        self._resterend -= self._wacht.interval() / 1000
        if self._resterend <= 0:
            self._wacht.stop()
            self.knop.setEnabled(True)
            self.knop.setText(_("Openen"))
            return
        self.knop.setText(
            meervoud("Nog {aantal} seconde", "Nog {aantal} seconden", round(self._resterend + 0.5))
        )

    def _zet_bezig(self, bezig: bool) -> None:
        self.knop.setEnabled(not bezig)
        self.knop.setText(
            _("Even wachten…") if bezig else _("Beginnen") if self._nieuw else _("Openen")
        )


def _sleutel(pad: Path, wachtzin: str, nieuw: bool) -> bytes:
    # Imported here, on the pool thread: the first paint does not wait for it.
    from desktop.store.sleutel import Sleutelbestand

    bestand = Sleutelbestand(pad)
    return bestand.maak(wachtzin) if nieuw else bestand.open(wachtzin)


def _in_sleutelbos(pad: Path) -> bool:
    from desktop.store.sleutel import Sleutelbestand

    bestand = Sleutelbestand(pad)
    return bestand.bestaat() and bestand.onthouden_in_systeem()


def _sleutel_uit_bos(pad: Path) -> bytes | None:
    from desktop.store.sleutel import Sleutelbestand

    return Sleutelbestand(pad).open_met_systeem()
