"""Settings of this laptop: passphrase, lock, backup, and what Viergesprek is made of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.store.bestanden import SLEUTEL
from desktop.taal import _, meervoud
from desktop.views.beheer.recht import heeft_beheer, mag_opnemen, mag_vertalen, mag_wissen
from desktop.views.beheer.wijzer import (
    Bewaarwijzer,
    Gemeentewijzer,
    Plaatjeswijzer,
    Stemwijzer,
    Vertaalwijzer,
)
from desktop.views.bewaren.kopieen import Kopiekaart, Wiskopiekaart
from desktop.views.instellingen.koppeling import Koppelkaart
from desktop.views.instellingen.stick import Stickkaart
from desktop.views.instellingen.taalkaart import Taalkaart
from desktop.views.instellingen.wachtzin import Sleutelboskaart, Wachtzinkaart
from desktop.views.slot.stilte import STANDAARD_MINUTEN
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, regel

STILTE = "stilte_minuten"
MINUTEN = (2, 5, 10, 15, 30)


class Instellingenscherm(Blad):
    """`minuten_gekozen` carries after how many quiet minutes the program locks itself.

    `taal_gekozen`: the interface in another language. `bewaren` and `terugzetten`: the user wants
    the list of what may go, or to put a copy back.
    """

    minuten_gekozen = Signal(int)
    taal_gekozen = Signal(str)
    bewaren = Signal()
    terugzetten = Signal()
    vertalingen = Signal()
    pictogrammen = Signal()
    stemmen = Signal()
    gemeente = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Instellingen"), parent)
        self._werkplek = werkplek
        sleutelpad = werkplek.store.map / SLEUTEL
        self.taalkaart = Taalkaart(self)
        self.taalkaart.gekozen.connect(self.taal_gekozen)
        self.wachtzin = Wachtzinkaart(sleutelpad, self)
        self.sleutelbos = Sleutelboskaart(sleutelpad, self)
        self.leg(
            [
                self.taalkaart,
                self.wachtzin,
                self._slotkaart(),
                self.sleutelbos,
                *self._taalwijzers(),
            ],
            [*self._samen(), *self._bewaren(), self._overkaart()],
        )

    def _samen(self) -> tuple[Sectie, Sectie]:
        self.koppeling = Koppelkaart(self._werkplek, self)
        self.stick = Stickkaart(self._werkplek, self)
        return self.koppeling, self.stick

    def _taalwijzers(self) -> tuple[Sectie, ...]:
        """For a laptop by itself, which has no sheet of beheer."""
        self.vertaalwijzer, self.plaatjeswijzer = Vertaalwijzer(self), Plaatjeswijzer(self)
        self.vertaalwijzer.knop.clicked.connect(self.vertalingen)
        self.plaatjeswijzer.knop.clicked.connect(self.pictogrammen)
        self.stemwijzer = Stemwijzer(self)
        self.stemwijzer.knop.clicked.connect(self.stemmen)
        self.gemeentewijzer = Gemeentewijzer(self)
        self.gemeentewijzer.knop.clicked.connect(self.gemeente)
        return self.gemeentewijzer, self.vertaalwijzer, self.stemwijzer, self.plaatjeswijzer

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

    def _bewaren(self) -> tuple[Sectie, ...]:
        """Backups, the ones to destroy, and what may go."""
        self.kopieen = Kopiekaart(self._werkplek, self)
        self.kopieen.terugzetten.connect(self.terugzetten)
        self.wiskopieen = Wiskopiekaart(self._werkplek, self)
        self.bewaarwijzer = Bewaarwijzer(self)
        self.bewaarwijzer.knop.clicked.connect(self.bewaren)
        return self.kopieen, self.wiskopieen, self.bewaarwijzer

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

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self.sleutelbos.kijk()
        self.wiskopieen.kijk()
        self.bewaarwijzer.setVisible(mag_wissen(self._werkplek))
        for wijzer in (self.vertaalwijzer, self.plaatjeswijzer):
            wijzer.setVisible(mag_vertalen(self._werkplek))
        # Whoever has the sheet of beheer finds it there.
        beheer = heeft_beheer(self._werkplek)
        self.stemwijzer.setVisible(mag_opnemen(self._werkplek) and not beheer)
        self.gemeentewijzer.setVisible(not beheer)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())


def gekozen_minuten(werkplek: Werkplek) -> int:
    """Quiet minutes before the lock, as chosen on this laptop."""
    bewaard = werkplek.store.lokaal(STILTE)
    return int(bewaard) if bewaard and bewaard.isdecimal() else round(STANDAARD_MINUTEN)
