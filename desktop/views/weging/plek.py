"""The weighing on the screen: what it says now, and each gesture as one call on the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier
from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel
from desktop.models.wegingbron import Brongroep
from desktop.store import weging as wegingstore
from desktop.store.aankondiging import Gewijzigd
from desktop.store.wegingbeeld import Wegingbeeld, wegingbeeld
from desktop.store.wegingbron import bronnen
from desktop.views.pip.woordbron import Woordbron
from desktop.views.toegang.recht import recht_in
from desktop.views.werkplek import Werkplek

WEGING = frozenset({"weging", "routeweging", "onderzoek", "medewerker"})
BRONNEN = frozenset(
    {
        "dossier",
        "brede_intake",
        "antwoord",
        "domeinoverslag",
        "huisgenoot",
        "onderzoek",
        "toetsuitslag",
        "toetsoverslag",
        "termijnfeit",
        "pip",
    }
)
"""What the left side is read from; the test bears on what is missing too."""


def mag_wegen(werkplek: Werkplek, gemeente: str) -> bool:
    """True for who writes the plan; without a centre that is everybody."""
    recht = recht_in(werkplek, gemeente)
    return recht is None or Stroomklasse.PIP in recht.schrijven


class Wegingplek(QObject):
    """One weighing. `ververst`: it says something else now; `weg`: there is none any more."""

    ververst = Signal()
    bronnen_ververst = Signal()
    weg = Signal()

    def __init__(self, werkplek: Werkplek, dossier_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.werkplek, self.store = werkplek, werkplek.store
        self.dossier_id = dossier_id
        self.bron = Woordbron(self)
        self.toont_gezondheid = False
        self._slaapt = False
        self._gemist: set[str] = set()
        with self.store.lees() as sessie:
            dossier = sessie.get(Dossier, dossier_id)
            recht = recht_in(werkplek, dossier.gemeente) if dossier is not None else None
        self._lezen = recht.lezen if recht is not None else None
        self.mag_schrijven = dossier is not None and mag_wegen(werkplek, dossier.gemeente)
        self.beeld: Wegingbeeld
        self.groepen: tuple[Brongroep, ...] = ()
        self.bestaat = False
        self._lees()
        self._lees_bronnen()
        werkplek.gewijzigd.connect(self._na_wijziging)

    # What it says

    def _lees(self) -> None:
        with self.store.lees() as sessie:
            beeld = wegingbeeld(sessie, self.dossier_id, self.store.vandaag())
        self.bestaat = beeld is not None
        if beeld is not None:
            self.beeld = beeld

    def _lees_bronnen(self) -> None:
        if not self.bestaat:
            return
        with self.store.lees() as sessie:
            self.groepen = bronnen(
                self.store,
                sessie,
                self.dossier_id,
                lezen=self._lezen,
                gezondheid=self.toont_gezondheid,
            )

    @property
    def vast(self) -> bool:
        """Only to be read: it was decided, or this role may not write."""
        return self.beeld.besloten or not self.mag_schrijven

    @property
    def ik(self) -> str:
        """Name of who uses this laptop."""
        return self.werkplek.collegas.get(self.store.gebruiker_id or "", "")

    def toon_gezondheid(self, aan: bool) -> None:
        """Reads what is about health, or forgets it."""
        if aan == self.toont_gezondheid:
            return
        self.toont_gezondheid = aan
        if aan:
            self._lees_bronnen()
        else:  # also while locked: nothing is read for it
            self.groepen = tuple(
                Brongroep(g.factor, dicht=True) if g.factor.besloten else g for g in self.groepen
            )
        self.bronnen_ververst.emit()

    def slaap(self, aan: bool) -> None:
        """Nobody looks: what changes is read when somebody does."""
        self._slaapt = aan
        if not aan and self._gemist:
            gemist, self._gemist = self._gemist, set()
            self._ververs(gemist)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        wat = set(gewijzigd) & (WEGING | BRONNEN)
        if self._slaapt:
            self._gemist |= wat
        elif wat:
            self._ververs(wat)

    def _ververs(self, wat: set[str]) -> None:
        self._lees()
        if not self.bestaat:
            self.weg.emit()
            return
        if not BRONNEN.isdisjoint(wat):
            self._lees_bronnen()
            self.bronnen_ververst.emit()
        self.ververst.emit()

    # Gestures: each gives the sentence of a refusal, empty when it was done

    def _zin(self, gebaar: Callable[[], Any]) -> str:
        def poging() -> None:
            try:
                gebaar()
            except LookupError:  # a colleague took the task away meanwhile
                self._ververs(set(WEGING))

        return self.werkplek.weigering(poging)

    def zet_oordeel(self, route: Leerroute, oordeel: Oordeel | None) -> str:
        """What is found of a route."""
        id_ = self.beeld.id
        return self._zin(lambda: wegingstore.zet_oordeel(self.store, id_, route, oordeel))

    def zet_reden(self, id_: str, route: Leerroute, tekst: str) -> str:
        """Why."""
        return self._zin(lambda: wegingstore.zet_reden(self.store, id_, route, tekst))

    def kies(self, route: Leerroute | None, niveau: Niveau | None = None) -> str:
        """The route that is meant."""
        id_ = self.beeld.id
        return self._zin(lambda: wegingstore.kies(self.store, id_, route, niveau))

    def zet_motivering(self, id_: str, tekst: str) -> str:
        """Why this route."""
        return self._zin(lambda: wegingstore.zet_motivering(self.store, id_, tekst))

    def zet_afwijking(self, id_: str, tekst: str) -> str:
        """Why another one than the test points at."""
        return self._zin(lambda: wegingstore.zet_afwijking(self.store, id_, tekst))

    def plan_onderzoek(
        self, route: Leerroute, soort: Onderzoeksoort, wat: str, uiterlijk: date
    ) -> None:
        """A task with a day. Raises Domeinfout, for its own fields."""
        wegingstore.plan_onderzoek(self.store, self.beeld.id, route, soort, wat, uiterlijk)

    def rond_af(self, taak_id: str, uitkomst: str) -> str:
        """What came out."""
        return self._zin(lambda: wegingstore.rond_onderzoek_af(self.store, taak_id, uitkomst))

    def verwijder_taak(self, taak_id: str) -> str:
        """It was a mistake."""
        return self._zin(lambda: wegingstore.verwijder_onderzoek(self.store, taak_id))

    def teken_mee(self, woorden: str) -> str:
        """The user of this laptop read along."""
        id_ = self.beeld.id
        return self._zin(lambda: wegingstore.teken_mee(self.store, id_, woorden))

    def besluit(self) -> str:
        """Decides."""
        id_ = self.beeld.id
        return self._zin(lambda: wegingstore.besluit(self.store, id_))

    def begin_nieuw(self) -> bool:
        """The next weighing, as a copy of the decided one."""
        return self.werkplek.probeer(lambda: wegingstore.begin(self.store, self.dossier_id))
