"""The one decision: why, how many, and then it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.documents.bestand import NietBewaard, bewaar
from desktop.exchange.vernietiging import Vernietiging, verklaring
from desktop.models.bewaren import Onderdeel, Verlopen, controleer_grond
from desktop.models.fouten import Domeinfout
from desktop.models.tijdzone import AMSTERDAM
from desktop.store.bewaren import wis_hier
from desktop.store.fouten import ViergesprekFout
from desktop.store.store import Store
from desktop.sync.fouten import GeenNetwerk
from desktop.taal import _, meervoud
from desktop.views.beheer.recht import gekoppeld
from desktop.views.bewaren.lijst import tel
from desktop.views.documenten import ONTHOUDEN_MAP
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

if TYPE_CHECKING:
    from desktop.sync.dienst import Synchronisatie


ONBEREIKBAAR = (
    "De centrale opslag is nu niet bereikbaar. Probeer het later opnieuw: wat al gewist is, blijft "
    "gewist."
)


@dataclass(frozen=True)
class Uitslag:
    """What a decision did. `hier`: it is gone from this laptop as well."""

    vernietiging: Vernietiging
    hier: bool


class Besluitkaart(Sectie):
    """Reason, the number typed, and the button. `gewist`: it is done, read the list again."""

    gewist = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Wissen"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._gekozen: tuple[Verlopen, ...] = ()
        self._uitslag: Uitslag | None = None
        self.blad.setSpacing(8)
        self.telling = regel("", "groot", self)
        self.deeltelling = regel("", "groot", self)
        self.blad.addWidget(self.telling)
        self.blad.addWidget(self.deeltelling)
        self.gevolg = regel(self._gevolg(), "zacht", self)
        self.blad.addWidget(self.gevolg)
        self.blad.addSpacing(8)
        self.grond = self._veld(_("Waarom"), _("De bewaartermijn is voorbij."))
        self.grond.setAccessibleDescription(_("Noem geen namen."))
        self.aantal = self._veld(_("Typ het aantal om te bevestigen"), "")
        self.aantal.setMaximumWidth(96)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)
        self.blad.addSpacing(8)
        rij = QHBoxLayout()
        self.wis = knop(_("Wis"), "hoofd", self)
        self.wis.clicked.connect(self._wis)
        rij.addWidget(self.wis)
        rij.addStretch()
        self.blad.addLayout(rij)
        self.klaar = regel("", "zacht", self)
        self.bewaar = knop(_("Bewaar de verklaring van vernietiging"), "gewoon", self)
        self.bewaar.clicked.connect(self._bewaar_verklaring)
        for widget in (self.klaar, self.bewaar):
            widget.hide()
            self.blad.addWidget(widget)
        self.aantal.textChanged.connect(self._toon)
        self.aantal.returnPressed.connect(self._wis)
        self._toon()

    def _veld(self, naam: str, tekst: str) -> QLineEdit:
        label = regel(naam, "veldnaam", self)
        veld = QLineEdit(tekst, self)
        veld.setAccessibleName(naam)
        label.setBuddy(veld)
        self.blad.addWidget(label)
        self.blad.addWidget(veld)
        return veld

    def _gevolg(self) -> str:
        if gekoppeld(self._werkplek):
            return _(
                "Wat je wist, is meteen weg uit de centrale opslag. Van elke laptop gaat het weg "
                "zodra die contact heeft. Het komt niet terug."
            )
        return _("Wat je wist, is meteen weg van deze laptop. Het komt niet terug.")

    def kies(self, gekozen: Sequence[Verlopen]) -> None:
        """Other lines were chosen: the number has to be typed anew."""
        if tuple(gekozen) != self._gekozen:
            self._gekozen = tuple(gekozen)
            self.aantal.clear()
            self._toon()

    @property
    def bezig(self) -> bool:
        """True while something is being erased."""
        return self._taak is not None

    def _toon(self) -> None:
        n = len(self._gekozen)
        heel, delen = tel(self._gekozen)
        self.telling.setText(
            meervoud("{aantal} dossier gekozen", "{aantal} dossiers gekozen", heel)
            if n
            else _("Kies in de lijst wat weg mag.")
        )
        self.telling.setVisible(bool(heel) or not n)
        self.deeltelling.setText(
            meervoud(
                "{aantal} deel van een dossier gekozen",
                "{aantal} delen van dossiers gekozen",
                delen,
            )
        )
        self.deeltelling.setVisible(bool(delen))
        self.wis.setText(
            meervoud("Wis {aantal} regel", "Wis {aantal} regels", n) if n else _("Wis")
        )
        self.wis.setAccessibleName(self.wis.text())
        self.aantal.setEnabled(bool(n) and not self.bezig)
        self.wis.setEnabled(bool(n) and self.aantal.text().strip() == str(n) and not self.bezig)

    def _wis(self) -> None:
        if not self.wis.isEnabled():
            return
        try:
            controleer_grond(self.grond.text())
        except Domeinfout as fout:
            self._zeg(_(fout.zin))
            self.grond.setFocus()
            return
        werkplek = self._werkplek
        if gekoppeld(werkplek) and werkplek.sync is None:
            self._zeg(_(ONBEREIKBAAR))
            return
        self._zeg("")
        self.bewaar.hide()
        self.klaar.setText(_("Even wachten…"))
        self.klaar.show()
        self._taak = Achtergrondtaak(
            partial(
                voer_uit,
                werkplek.store,
                werkplek.sync if gekoppeld(werkplek) else None,
                self._gekozen,
                self.grond.text(),
                werkplek.collegas.get(werkplek.store.gebruiker_id or "", ""),
            ),
            self,
        )
        self._taak.klaar.connect(self._gelukt)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()
        self._toon()

    def _gelukt(self, uitslag: Uitslag) -> None:
        self._taak = None
        self._uitslag = uitslag
        n = len(uitslag.vernietiging.regels)
        if uitslag.hier:
            zin = meervoud("{aantal} regel is gewist.", "{aantal} regels zijn gewist.", n)
        else:
            zin = meervoud(
                "{aantal} regel is gewist in de centrale opslag. Van deze laptop gaat die weg bij "
                "het volgende contact.",
                "{aantal} regels zijn gewist in de centrale opslag. Van deze laptop gaan ze weg "
                "bij het volgende contact.",
                n,
            )
        self.klaar.setText(zin)
        self.bewaar.show()
        self.aantal.clear()
        self._toon()
        self.gewist.emit()

    def _mislukt(self, fout: Exception) -> None:
        self._taak = None
        self.klaar.hide()
        zin = fout.zin if isinstance(fout, ViergesprekFout | Domeinfout) else None
        if isinstance(fout, GeenNetwerk):
            zin = ONBEREIKBAAR  # nothing waits here to go along later
        self._zeg(_(zin or "Wissen lukt nu niet. Probeer het later opnieuw."))
        self._toon()
        self.gewist.emit()  # perhaps a part of it is done

    def _bewaar_verklaring(self) -> None:
        if self._uitslag is None:
            return
        store = self._werkplek.store
        map_ = Path(
            store.lokaal(ONTHOUDEN_MAP)
            or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        wat = self._uitslag.vernietiging
        naam = f"verklaring-vernietiging-{wat.op:%Y%m%d-%H%M}.txt"
        taak = Achtergrondtaak(lambda: bewaar(verklaring(wat), map_, naam), self)
        taak.klaar.connect(
            lambda pad: self.klaar.setText(
                _("Klaar: {bestand} in de map {map}").format(bestand=pad.name, map=pad.parent)
            )
        )
        taak.mislukt.connect(
            lambda fout: self._zeg(
                _(fout.zin if isinstance(fout, NietBewaard) else "Bewaren lukt nu niet.")
            )
        )
        taak.start()

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))


def mag_dit(werkplek: Werkplek) -> Callable[[Verlopen], bool]:
    """Which lines can be decided about here: the centre erases whole dossiers only."""
    return lambda v: v.onderdeel is Onderdeel.DOSSIER or not gekoppeld(werkplek)


# On a pool thread: values in, values out.


def voer_uit(
    store: Store,
    sync: Synchronisatie | None,
    regels: Sequence[Verlopen],
    grond: str,
    door: str,
) -> Uitslag:
    """Erases. With a centre there first; this laptop follows in the round after it."""
    grond = controleer_grond(grond)
    dossiers = [r.dossier_id for r in regels if r.onderdeel is Onderdeel.DOSSIER]
    vernietiging = Vernietiging(store.nu().astimezone(AMSTERDAM), door, grond, tuple(regels))
    if sync is None:
        wis_hier(store, dossiers, [d for r in regels for d in r.delen], grond)
        return Uitslag(vernietiging, hier=True)
    sync.wis(dossiers, grond)
    try:
        sync.ronde()
    except ViergesprekFout:
        return Uitslag(vernietiging, hier=False)
    return Uitslag(vernietiging, hier=True)
