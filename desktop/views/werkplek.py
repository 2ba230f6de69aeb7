"""What every screen is given: the store, its announcements as Qt signals, and the data files."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop import bronnen
from desktop.models.catalogus import Gemeente, Taal, gemeenten_uit, talen_uit
from desktop.models.fouten import Domeinfout
from desktop.models.prompts import Prompts, Vertaalstatus, Vertaling
from desktop.store.aankondiging import Gewijzigd
from desktop.store.fouten import ViergesprekFout
from desktop.store.gesprek import collegas
from desktop.store.spoor import Kijkboek
from desktop.store.store import Store
from desktop.taal import _
from desktop.views.widgets.pictogram import PictogramRegister

if TYPE_CHECKING:
    from desktop.sync.dienst import Synchronisatie
    from desktop.sync.stand import Rechten
    from desktop.views.sync.draad import Syncdraad

log = logging.getLogger(__name__)


class Werkplek(QObject):
    """One opened store as the windows see it.

    `gewijzigd` carries the store's announcement (table name to ids) on the GUI
    thread, whichever thread committed; `melding` a sentence for the user.
    """

    gewijzigd = Signal(object)
    melding = Signal(str)
    _van_elders = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.sync: Synchronisatie | None = None
        """The exchange with the centre; None before the program has made it."""
        self.rechten: tuple[Rechten, ...] = ()
        """Who the user is in each gemeente; empty while the laptop is not coupled."""
        self.kijkboek = Kijkboek(store)
        self._prompts: dict[str, Prompts] = {}
        self._collegas: Mapping[str, str] | None = None
        self._thuis = threading.get_ident()
        self._gemist: dict[str, frozenset[str]] = {}
        self._van_elders.connect(self._meld, Qt.ConnectionType.QueuedConnection)
        store.gewijzigd.verbind(self._kondig_aan)

    @cached_property
    def draad(self) -> Syncdraad:
        """Makes the rounds with the centre, from its `begin` to its `stop`."""
        from desktop.views.sync.draad import Syncdraad

        return Syncdraad(self)

    def los(self) -> None:
        """Stops listening to the store."""
        self.store.gewijzigd.verbreek(self._kondig_aan)

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

    @cached_property
    def talen(self) -> Mapping[str, Taal]:
        """Languages by tag, in the order of the file."""
        return {taal.tag: taal for taal in talen_uit(bronnen.toml("i18n", "talen.toml"))}

    @cached_property
    def gemeenten(self) -> tuple[Gemeente, ...]:
        """Municipalities to choose from."""
        return gemeenten_uit(bronnen.toml("gemeenten.toml"))

    @cached_property
    def _schermteksten(self) -> Mapping[str, Mapping[str, Any]]:
        return {tekst["code"]: tekst for tekst in bronnen.toml("vragen", "scherm.toml")["tekst"]}

    def prompts(self, tag: str) -> Prompts:
        """The client's texts in one language; an unknown language gives the Dutch, marked so."""
        if tag not in self._prompts:
            self._prompts[tag] = Prompts(
                self.talen.get(tag, self.talen["nl"]), _vertalingen(tag), self._schermteksten
            )
        return self._prompts[tag]

    def probeer(self, functie: Callable[[], Any]) -> bool:
        """Runs a gesture that has no field to stand beside; a refusal becomes a sentence.

        Returns True when it was done.
        """
        try:
            functie()
        except Domeinfout as fout:
            self.melding.emit(_(fout.zin).format(**fout.waarden))
            return False
        except ViergesprekFout as fout:
            log.error("store refused: %s", type(fout).__name__)
            self.melding.emit(_(fout.zin))
            return False
        return True


def _vertalingen(tag: str) -> dict[str, Vertaling]:
    if not bronnen.bron("i18n", tag, "LC_MESSAGES", "vragen.po").exists():
        return {}
    return {
        context: Vertaling(bron, tekst, onzeker, Vertaalstatus(status))
        for context, bron, tekst, onzeker, status in bronnen.po(
            "i18n", tag, "LC_MESSAGES", "vragen.po"
        )
    }
