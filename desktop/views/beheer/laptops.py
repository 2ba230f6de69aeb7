"""The laptops of the gemeente: whose, when last seen, and the way to mark one as lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.tijdzone import AMSTERDAM
from desktop.store.uitwisseling import ik
from desktop.taal import _
from desktop.views.beheer.recht import is_beheerder
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

if TYPE_CHECKING:
    from desktop.sync.stand import Apparaatregel

KENMERK = 4
"""Letters of a device's identity: enough to tell a few laptops of one person apart."""


class Laptoprij(QFrame):
    """One laptop; marking it as lost takes a second step that says what happens."""

    def __init__(
        self,
        laptop: Apparaatregel,
        *,
        eigen: bool,
        mag: bool,
        meld: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.laptop = laptop
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 8)
        vak.setSpacing(4)
        boven = QHBoxLayout()
        links = QVBoxLayout()
        links.setSpacing(0)
        links.addWidget(regel(laptop.naam or _("Naam onbekend"), "veldnaam", self))
        self.stand = regel(
            stand_in_woorden(laptop, eigen=eigen),
            "fout" if laptop.verloren and not laptop.leeggemaakt else "zacht",
            self,
        )
        links.addWidget(self.stand)
        boven.addLayout(links, 1)
        self.verloren = knop(_("Meld als verloren"), "gewoon", self)
        self.verloren.setAccessibleName(
            _("Meld de laptop van {naam} als verloren").format(naam=laptop.naam)
        )
        self.verloren.clicked.connect(self._vraag)
        self.verloren.setVisible(mag and not eigen and not laptop.verloren)
        boven.addWidget(self.verloren)
        vak.addLayout(boven)
        self.zeker = self._bevestiging(lambda: meld(laptop.id))
        vak.addWidget(self.zeker)

    def _bevestiging(self, doe: Callable[[], None]) -> QFrame:
        doos = QFrame(self)
        doos.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(doos)
        vak.setContentsMargins(16, 12, 16, 12)
        vak.setSpacing(8)
        self.gevolg = regel(
            _(
                "{naam} kan meteen niet meer bij de centrale opslag, op geen enkele laptop. Zodra "
                "deze laptop contact zoekt, wist die zichzelf. Wat nog niet was verstuurd, is dan "
                "weg. Je kunt dit hier niet terugdraaien."
            ).format(naam=self.laptop.naam or _("De eigenaar")),
            "gewoon",
            doos,
        )
        vak.addWidget(self.gevolg)
        rij = QHBoxLayout()
        self.ja: QPushButton = knop(_("Ja, de laptop is verloren"), "gewoon", doos)
        self.nee: QPushButton = knop(_("Nee, terug"), "gewoon", doos)
        self.ja.clicked.connect(doe)
        self.nee.clicked.connect(self._terug)
        rij.addWidget(self.ja)
        rij.addWidget(self.nee)
        rij.addStretch()
        vak.addLayout(rij)
        doos.hide()
        return doos

    def _vraag(self) -> None:
        self.zeker.show()
        self.verloren.hide()
        self.nee.setFocus()  # the safe answer is under Enter

    def _terug(self) -> None:
        self.zeker.hide()
        self.verloren.show()
        self.verloren.setFocus()


class Laptopkaart(Sectie):
    """Asks the centre, off the GUI thread; without a network it says so and can try again."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Laptops"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self.rijen: list[Laptoprij] = []
        self.blad.setSpacing(8)
        self.melding = regel("", "zacht", self)
        self.blad.addWidget(self.melding)
        rij = QHBoxLayout()
        self.opnieuw = knop(_("Probeer opnieuw"), "gewoon", self)
        self.opnieuw.clicked.connect(self.kijk)
        self.opnieuw.hide()
        rij.addWidget(self.opnieuw)
        rij.addStretch()
        self.blad.addLayout(rij)

    def kijk(self) -> None:
        """Asks the centre which laptops there are."""
        if self._werkplek.sync is None:
            self._mislukt(None)
        else:
            self._doe(self._werkplek.sync.apparaten, self._toon)

    def _doe(self, werk: Callable[[], Any], daarna: Callable[[Any], None]) -> None:
        if self._taak is not None:
            return
        self._zeg(_("Even kijken…"))
        self.opnieuw.hide()
        self._taak = Achtergrondtaak(werk, self)
        self._taak.klaar.connect(partial(self._klaar, daarna))
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _klaar(self, daarna: Callable[[Any], None], uitkomst: Any) -> None:
        self._taak = None
        daarna(uitkomst)

    def _toon(self, laptops: Sequence[Apparaatregel]) -> None:
        for oud in self.rijen:
            self.blad.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        with self._werkplek.store.lees() as sessie:
            eigen = ik(sessie.connection()).id
        mag = is_beheerder(self._werkplek)
        volgorde = sorted(laptops, key=lambda a: (a.leeggemaakt, a.naam.casefold(), a.id))
        self.rijen = [
            Laptoprij(a, eigen=a.id == eigen, mag=mag, meld=self._meld_verloren, parent=self)
            for a in volgorde
        ]
        for rij in self.rijen:
            self.blad.addWidget(rij)
        self._zeg("" if self.rijen else _("Er heeft nog geen laptop contact gezocht."))

    def _meld_verloren(self, laptop: str) -> None:
        sync = self._werkplek.sync
        if sync is not None:
            self._doe(partial(sync.meld_verloren, laptop), lambda _niets: self.kijk())

    def _mislukt(self, fout: Exception | None) -> None:
        self._taak = None
        zin = "De centrale opslag is nu niet bereikbaar. Probeer het later opnieuw."
        self._zeg(_(getattr(fout, "zin", zin)))
        self.opnieuw.show()

    def _zeg(self, zin: str) -> None:
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))


def stand_in_woorden(laptop: Apparaatregel, *, eigen: bool) -> str:
    """When a laptop was last seen, or what became of it."""
    kenmerk = laptop.id[:KENMERK]
    if laptop.laatst_gezien is None:
        return _("Laptop {kenmerk}, nog geen contact").format(kenmerk=kenmerk)
    gezien = f"{laptop.laatst_gezien.astimezone(AMSTERDAM):%d-%m-%Y, %H:%M}"
    if laptop.leeggemaakt:
        zin = _("Laptop {kenmerk}, verloren gemeld. Heeft zichzelf gewist.")
    elif laptop.verloren:
        zin = _(
            "Laptop {kenmerk}, verloren gemeld. Wist zichzelf bij het volgende contact; het "
            "laatste was {gezien}."
        )
    elif eigen:
        zin = _("Laptop {kenmerk}, deze laptop, laatste contact {gezien}")
    else:
        zin = _("Laptop {kenmerk}, laatste contact {gezien}")
    return zin.format(kenmerk=kenmerk, gezien=gezien)
