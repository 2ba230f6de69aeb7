"""What every screen is given: the store, its announcements as Qt signals, and the data files."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop import bronnen, catalogi
from desktop.models.catalogus import Gemeente, Taal, gemeenten_uit
from desktop.models.fouten import Domeinfout
from desktop.models.prompts import GEWOON, Prompts, Schrijfwijze
from desktop.models.taalkeuze import Taalkeuze
from desktop.store.aankondiging import Gewijzigd
from desktop.store.fouten import ViergesprekFout
from desktop.store.gesprek import collegas
from desktop.store.opnamen import Opnamen
from desktop.store.spoor import Kijkboek
from desktop.store.store import Store
from desktop.store.vertalingen import huidige_catalogus
from desktop.taal import BRON, _, taal
from desktop.views.kijkkopieen import Kijkkopieen
from desktop.views.widgets.pictogram import PictogramRegister

if TYPE_CHECKING:
    from desktop.speech.spreker import Spreker
    from desktop.sync.dienst import Synchronisatie
    from desktop.sync.stand import Rechten
    from desktop.views.sync.draad import Syncdraad

log = logging.getLogger(__name__)


class Werkplek(QObject):
    """One opened store as the windows see it.

    `gewijzigd` carries the store's announcement (table name to ids) on the GUI
    thread, whichever thread committed; `melding` a sentence for the user, `gelukt` one of what
    went well.
    """

    gewijzigd = Signal(object)
    melding = Signal(str)
    gelukt = Signal(str)
    _van_elders = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.sync: Synchronisatie | None = None
        """The exchange with the centre; None before the program has made it."""
        self.rechten: tuple[Rechten, ...] = ()
        """Who the user is in each gemeente; empty while the laptop is not coupled."""
        self.kijkboek = Kijkboek(store)
        self._prompts: dict[tuple[str, Schrijfwijze], Prompts] = {}
        self._collegas: Mapping[str, str] | None = None
        self._thuis = threading.get_ident()
        self._gezegd = ""
        self._gemist: dict[str, frozenset[str]] = {}
        self._van_elders.connect(self._meld, Qt.ConnectionType.QueuedConnection)
        self.opnamen = Opnamen(store)
        """Recordings of prompts, and which synthetic voices were tried.

        Hears of a change before the windows do, which then ask it again.
        """
        store.gewijzigd.verbind(self._kondig_aan)
        self.kijkkopieen = Kijkkopieen(store.map, lambda: store.op_slot)
        """Papers that are looked at and not kept; gone at the lock."""
        self.kijkkopieen.ruim()

    @cached_property
    def draad(self) -> Syncdraad:
        """Makes the rounds with the centre, from its `begin` to its `stop`."""
        from desktop.views.sync.draad import Syncdraad

        return Syncdraad(self)

    @cached_property
    def spreker(self) -> Spreker:
        """Reads aloud; made when first asked for, because Qt's sound is slow to load.

        What it has to say to the klantmanager comes out of `melding` here, once: it stands
        beside the question too, and a toast at every touch would cover the screen.
        """
        from desktop.speech.spreker import Spreker

        spreker = Spreker(self.talen, self.opnamen, self.store, parent=self)
        spreker.melding.connect(self._zeg_eens)
        spreker.apparaten.veranderd.connect(self._vergeet_gezegd)
        spreker.verwarm()
        return spreker

    def _zeg_eens(self, zin: str) -> None:
        if zin != self._gezegd:
            self._gezegd = zin
            self.melding.emit(zin)

    def _vergeet_gezegd(self) -> None:
        """A loudspeaker came or went: what was said of it is news again."""
        self._gezegd = ""

    def los(self) -> None:
        """Stops listening to the store, and speaking."""
        self.store.gewijzigd.verbreek(self._kondig_aan)
        if "spreker" in self.__dict__:
            self.spreker.sluit()
        self.opnamen.los()

    def haal_in(self) -> None:
        """After unlocking: announces what still came in while nobody could read it."""
        gemist, self._gemist = self._gemist, {}
        if gemist:
            self._meld(gemist)

    def _kondig_aan(self, gewijzigd: Gewijzigd) -> None:
        if threading.get_ident() == self._thuis:
            self._meld(gewijzigd)
        else:
            self._van_elders.emit(gewijzigd)

    def _meld(self, gewijzigd: Gewijzigd) -> None:
        if self.store.op_slot:  # on its way here while the program was locked
            for naam, ids in gewijzigd.items():
                self._gemist[naam] = self._gemist.get(naam, frozenset()) | ids
            return
        if "medewerker" in gewijzigd:
            self._collegas = None
        if "promptvertaling" in gewijzigd:
            self._prompts.clear()
        self.gewijzigd.emit(gewijzigd)

    @property
    def collegas(self) -> Mapping[str, str]:
        """Names of colleagues by id; read again when one of them changes."""
        if self._collegas is None:
            with self.store.lees() as sessie:
                self._collegas = collegas(sessie)
        return self._collegas

    @cached_property
    def pictogrammen(self) -> PictogramRegister:
        """The register of pictograms."""
        return PictogramRegister()

    @property
    def talen(self) -> Mapping[str, Taal]:
        """Languages by tag, in the order of the file; their names in the user's language."""
        talen = catalogi.talen()
        if taal() == BRON:
            return talen
        return {tag: replace(t, naam=_(t.naam)) for tag, t in talen.items()}

    @cached_property
    def gemeenten(self) -> tuple[Gemeente, ...]:
        """Municipalities to choose from."""
        return gemeenten_uit(bronnen.toml("gemeenten.toml"))

    def prompts(self, tag: str, schrijfwijze: Schrijfwijze = GEWOON) -> Prompts:
        """The client's texts in one language; an unknown language gives the Dutch, marked so."""
        sleutel = (tag, schrijfwijze)
        if sleutel not in self._prompts:
            with self.store.lees() as sessie:
                catalogus = huidige_catalogus(sessie, tag)
            self._prompts[sleutel] = Prompts(
                catalogi.talen().get(tag, catalogi.talen()["nl"]),
                catalogus,
                catalogi.schermteksten(),
                schrijfwijze,
            )
        return self._prompts[sleutel]

    def prompts_voor(self, keuze: Taalkeuze) -> Prompts:
        """What this client reads, in the script and the digits that were chosen."""
        taal = self.talen.get(keuze.taal)
        cijfers = taal.cijfers if taal is not None and keuze.eigen_cijfers else ""
        return self.prompts(keuze.taal, Schrijfwijze(keuze.schrift, cijfers))

    def probeer(
        self,
        functie: Callable[[], Any],
        weiger: Callable[[Domeinfout], None] | None = None,
    ) -> bool:
        """Runs a gesture; a refusal becomes a sentence, or goes to `weiger` to be said nearby.

        What goes wrong outside the user's hands is always a `melding`. True when it was done.
        """
        try:
            functie()
        except Domeinfout as fout:
            if weiger is None:
                self.melding.emit(_(fout.zin).format(**fout.waarden))
            else:
                weiger(fout)
            return False
        except ViergesprekFout as fout:
            log.error("store refused: %s", type(fout).__name__)
            self.melding.emit(_(fout.zin))
            return False
        return True

    def weigering(self, functie: Callable[[], Any]) -> str:
        """Runs a gesture that has a place for the sentence; empty when it was done."""
        try:
            functie()
        except Domeinfout as fout:
            return _(fout.zin).format(**fout.waarden)
        except ViergesprekFout as fout:
            log.error("store refused: %s", type(fout).__name__)
            return _(fout.zin)
        return ""
