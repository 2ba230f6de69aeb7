"""Settings of this laptop: passphrase, lock, backup, and what Viergesprek is made of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.store.bestanden import SLEUTEL
from desktop.taal import _, meervoud
from desktop.views.instellingen.wachtzin import Sleutelboskaart, Wachtzinkaart
from desktop.views.slot.stilte import STANDAARD_MINUTEN
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

STILTE = "stilte_minuten"
MINUTEN = (2, 5, 10, 15, 30)


class Instellingenscherm(Blad):
    """`minuten_gekozen` carries after how many quiet minutes the program locks itself."""

    minuten_gekozen = Signal(int)

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Instellingen"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        sleutelpad = werkplek.store.map / SLEUTEL
        self.wachtzin = Wachtzinkaart(sleutelpad, self)
        self.sleutelbos = Sleutelboskaart(sleutelpad, self)
        self.leg(
            [self.wachtzin, self._slotkaart()],
            [self.sleutelbos, self._kopiekaart(), self._overkaart()],
        )

    def _slotkaart(self) -> Sectie:
        kaart = Sectie(_("Vanzelf op slot"), self)
        kaart.blad.addWidget(
            regel(_("Beide schermen worden leeg als er een tijd niets gebeurt."), "zacht", kaart)
        )
        self.minuten = QComboBox(kaart)
        self.minuten.setAccessibleName(_("Na hoeveel minuten op slot"))
        for aantal in MINUTEN:
            tekst = meervoud("Na {aantal} minuut", "Na {aantal} minuten", aantal)
            self.minuten.addItem(tekst, aantal)
        self.minuten.setCurrentIndex(self.minuten.findData(gekozen_minuten(self._werkplek)))
        self.minuten.activated.connect(self._kies_minuten)
        kaart.blad.addWidget(self.minuten)
        return kaart

    def _kopiekaart(self) -> Sectie:
        kaart = Sectie(_("Reservekopie"), self)
        kaart.blad.addWidget(
            regel(
                _(
                    "Een kopie van het gegevensbestand, versleuteld met dezelfde wachtzin. "
                    "Bewaar haar ook op een andere schijf, samen met het sleutelbestand."
                ),
                "zacht",
                kaart,
            )
        )
        self.kopie = knop(_("Maak een reservekopie"), "gewoon", kaart)
        self.kopie.clicked.connect(self._maak_kopie)
        self.kopieregel = regel("", "zacht", kaart)
        self.kopieregel.hide()
        kaart.blad.addWidget(self.kopie)
        kaart.blad.addWidget(self.kopieregel)
        return kaart

    def _overkaart(self) -> Sectie:
        from importlib.metadata import PackageNotFoundError, version

        try:
            versie = version("viergesprek")
        except PackageNotFoundError:
            versie = ""
        kaart = Sectie(_("Over Viergesprek"), self)
        kaart.blad.setSpacing(8)
        for tekst in (
            _("Versie {versie}. Vrije software onder de EUPL-1.2.").format(versie=versie),
            _(
                "Pictogrammen: OpenMoji (openmoji.org), CC BY-SA 4.0. Een deel is samengesteld uit "
                "meer beelden; die bewerkingen vallen onder dezelfde licentie."
            ),
            _("Letter: Kurinto Sans, SIL Open Font License."),
            _("De vertalingen zijn concepten: een mens moet ze nog nakijken."),
        ):
            kaart.blad.addWidget(regel(tekst, "zacht", kaart))
        return kaart

    def _kies_minuten(self) -> None:
        aantal = int(self.minuten.currentData())
        store = self._werkplek.store
        if self._werkplek.probeer(lambda: store.onthoud(STILTE, str(aantal))):
            self.minuten_gekozen.emit(aantal)

    def _maak_kopie(self) -> None:
        self.kopie.setEnabled(False)
        self._zeg_kopie(_("Even wachten…"))
        self._taak = Achtergrondtaak(self._werkplek.store.reservekopie, self)
        self._taak.klaar.connect(
            lambda pad: self._zeg_kopie(
                _("Klaar: {bestand} in de map {map}").format(bestand=pad.name, map=pad.parent)
            )
        )
        self._taak.mislukt.connect(
            lambda fout: self._zeg_kopie(
                _(getattr(fout, "zin", "De kopie maken lukt nu niet. Probeer het later opnieuw."))
            )
        )
        self._taak.start()

    def _zeg_kopie(self, tekst: str) -> None:
        self.kopieregel.setText(tekst)
        self.kopieregel.show()
        self.kopie.setEnabled(tekst != _("Even wachten…"))

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self.sleutelbos.kijk()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())


def gekozen_minuten(werkplek: Werkplek) -> int:
    """Quiet minutes before the lock, as chosen on this laptop."""
    bewaard = werkplek.store.lokaal(STILTE)
    return int(bewaard) if bewaard and bewaard.isdecimal() else round(STANDAARD_MINUTEN)
