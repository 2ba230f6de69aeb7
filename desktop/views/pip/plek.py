"""The plan on the screen: what it says now, and each gesture as one call on the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.catalogi import pipkader
from desktop.models.basis import Stroomklasse, nieuw_id
from desktop.models.dossier import Dossier
from desktop.models.pipinhoud import Afkomst, Regel
from desktop.models.pipkader import Pipkader
from desktop.models.pipvoorstel import over_te_nemen
from desktop.models.pipwoorden import PLANTABELLEN, WEGINGTABELLEN
from desktop.store import pip as pipstore
from desktop.store.aankondiging import Gewijzigd
from desktop.store.pipbeeld import (
    Planbeeld,
    Uitgesprek,
    nog_niet_overgenomen,
    planbeeld,
    regel_id,
    uit_gesprek,
)
from desktop.taal import _
from desktop.views.pip.openregels import Openregels
from desktop.views.pip.woordbron import Woordbron
from desktop.views.pip.woorden import afkomst_in_woorden
from desktop.views.toegang.recht import recht_in
from desktop.views.werkplek import Werkplek

PLAN = frozenset({*PLANTABELLEN, *WEGINGTABELLEN}) | {
    "dossier",
    "doelgroep_periode",
    "huisgenoot",
    "medewerker",
    "termijnfeit",
    "toetsuitslag",
    "toetsoverslag",
}
GESPREK = frozenset({"brede_intake", "antwoord", "afspraak"})
"""What the proposals are made of: reading all of a talk again is not for every gesture."""


class Planplek(QObject):
    """One plan. `ververst`: it says something else now; `weg`: there is no plan any more.

    `gezondheid_gezien`: something about health is on the screen (domain.md 7.2).
    `terug_te_nemen`: a sentence, the word for taking it back, and what does so.
    `gebaar`: a gesture begins, so that the one before cannot be taken back any more.
    """

    ververst = Signal()
    weg = Signal()
    gezondheid_gezien = Signal()
    terug_te_nemen = Signal(str, str, object)
    gebaar = Signal()

    def __init__(
        self, werkplek: Werkplek, dossier_id: str, pip_id: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.werkplek, self.store = werkplek, werkplek.store
        self.dossier_id = dossier_id
        self.kader: Pipkader = pipkader()
        self.bron = Woordbron(self)
        self._gevraagd = pip_id
        self._gesprek: tuple[bool, Uitgesprek] | None = None
        self._stil = 0
        self._gemist = False
        self.slaapt = False
        """Nobody looks: what changes is read when somebody does."""
        self.mag_schrijven = self._mag_schrijven()
        self.bestaat = False
        self.beeld: Planbeeld
        self._lees()
        self.open = Openregels(werkplek, self.pip_id if self.bestaat else "")
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _mag_schrijven(self) -> bool:
        with self.store.lees() as sessie:
            dossier = sessie.get(Dossier, self.dossier_id)
        if dossier is None:
            return False
        recht = recht_in(self.werkplek, dossier.gemeente)
        return recht is None or Stroomklasse.PIP in recht.schrijven

    # What it says

    def _lees(self) -> None:
        with self.store.lees() as sessie:
            beeld = planbeeld(sessie, self.dossier_id, self.store.vandaag(), self._gevraagd)
            self.bestaat = beeld is not None
            if beeld is None:
                return
            uitkering = beeld.inhoud.uitkering
            if not beeld.vast and (self._gesprek is None or self._gesprek[0] != uitkering):
                gesprek = uit_gesprek(self.store, sessie, self.dossier_id, uitkering=uitkering)
                self._gesprek = uitkering, gesprek
        self.beeld = beeld
        self.voorstellen: Mapping[str, tuple[Regel, ...]] = (
            {}
            if beeld.vast
            else nog_niet_overgenomen(
                beeld.pip_id, beeld.inhoud, (*beeld.standaard, *self._uit_gesprek.regels)
            )
        )

    def over_te_nemen(self, *onderdelen: str) -> tuple[Regel, ...]:
        """The proposals that one press takes over; of these headings, or of all."""
        koppen = onderdelen or tuple(self.voorstellen)
        regels = [r for kop in koppen for r in self.voorstellen.get(kop, ())]
        return over_te_nemen(regels, self.beeld.inhoud, self.kader)

    @property
    def _uit_gesprek(self) -> Uitgesprek:
        return self._gesprek[1] if self._gesprek is not None else Uitgesprek()

    def afkomst_uitleg(self, afkomst: Afkomst) -> str:
        """The question and the whole answer, or whatever else a sentence comes from."""
        vraag = self.store.lijst.vragen.get(afkomst.code)
        if afkomst.soort == "standaard":
            return _("Deze zin hoort bij deze leerroute of deze groep. Je mag hem veranderen.")
        if vraag is None:
            return afkomst.tekst or afkomst_in_woorden(afkomst)
        return f"{vraag.tekst}\n{afkomst.tekst}"

    @property
    def hoofddoelvoorstel(self) -> str:
        """The main goal that goes with the wish for three years."""
        return self._uit_gesprek.hoofddoel

    @property
    def vast(self) -> bool:
        """Only to be read: it was set, or this role may not write."""
        return self.beeld.vast or not self.mag_schrijven

    def ververs(self) -> None:
        """Reads it again."""
        if self._stil or self.slaapt:
            self._gemist = True
            return
        self._gemist = False
        self._lees()
        if self.bestaat:
            self.ververst.emit()
        else:
            self.weg.emit()

    def word_wakker(self) -> None:
        """Somebody looks again."""
        self.slaapt = False
        if self._gemist:
            self.ververs()

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not GESPREK.isdisjoint(gewijzigd):
            self._gesprek = None
        elif PLAN.isdisjoint(gewijzigd):
            return
        self.ververs()

    @contextmanager
    def in_een_keer(self) -> Iterator[None]:
        """Several gestures, read once."""
        self._stil += 1
        try:
            yield
        finally:
            self._stil -= 1
            if self._gemist and not self._stil:
                self.ververs()

    # Gestures: each gives the sentence of a refusal, empty when it was done

    @property
    def pip_id(self) -> str:
        return self.beeld.pip_id

    def schrijf(self, veld: str, waarde: Any) -> str:
        """One field of the plan."""
        return self._zin(lambda: pipstore.schrijf(self.store, self.pip_id, veld, waarde))

    def wijzig_regel(self, id_: str, veld: str, waarde: Any) -> str:
        """One field of a sentence."""
        return self._zin(lambda: pipstore.wijzig_regel(self.store, self.pip_id, id_, veld, waarde))

    def voeg_toe(self, regel: Regel) -> str:
        """A sentence that was typed."""
        return self._zin(lambda: pipstore.voeg_regel_toe(self.store, self.pip_id, regel))

    def _zin(self, gebaar: Callable[[], Any]) -> str:
        self.gebaar.emit()
        return self.werkplek.weigering(lambda: self._tenzij_weg(gebaar))

    def _doe(self, gebaar: Callable[[], Any]) -> bool:
        self.gebaar.emit()
        return self.werkplek.probeer(lambda: self._tenzij_weg(gebaar))

    def _tenzij_weg(self, gebaar: Callable[[], Any]) -> None:
        """A colleague may have taken the line, or the draft, away meanwhile."""
        try:
            gebaar()
        except LookupError:
            self.ververs()

    # Gestures whose refusal is said below the screen, which then shows again what is kept

    def _of_toon_weer(self, gebaar: Callable[[], Any]) -> bool:
        gelukt = self._doe(gebaar)
        if not gelukt:
            self.ververst.emit()
        return gelukt

    def kies(self, veld: str, waarde: Any) -> bool:
        """A choice in the plan."""
        return self._of_toon_weer(lambda: pipstore.schrijf(self.store, self.pip_id, veld, waarde))

    def kies_bij_regel(self, id_: str, veld: str, waarde: Any) -> bool:
        """A choice at a sentence."""
        return self._of_toon_weer(
            lambda: pipstore.wijzig_regel(self.store, self.pip_id, id_, veld, waarde)
        )

    def neem_over(self, *regels: Regel) -> bool:
        """Proposals into the plan; several can be taken back at once."""
        pip_id = self.pip_id
        gelukt = self._doe(lambda: pipstore.voeg_regels_toe(self.store, pip_id, regels))
        if gelukt and len(regels) > 1:
            ids = [regel_id(pip_id, regel.id) for regel in regels]
            zin = _("{aantal} zinnen zijn overgenomen.").format(aantal=len(regels))
            self.terug_te_nemen.emit(zin, _("Toch niet"), lambda: self._haal_weg(ids))
        return gelukt

    def _haal_weg(self, ids: list[str]) -> None:
        with self.in_een_keer():
            for id_ in ids:
                self._doe(partial(pipstore.verwijder_regel, self.store, self.pip_id, id_))

    def kies_doel(self, regel: Regel) -> bool:
        """A ready goal."""
        return self._doe(lambda: pipstore.voeg_regel_toe(self.store, self.pip_id, regel))

    def verwijder(self, regel: Regel) -> None:
        """Takes a sentence out; it can be put back where it stood."""
        rij = [r.id for r in self.beeld.inhoud.bij(regel.onderdeel)]
        if regel.id not in rij:
            return
        plaats = rij.index(regel.id)
        if self._doe(lambda: pipstore.verwijder_regel(self.store, self.pip_id, regel.id)):
            self.terug_te_nemen.emit(
                _("De zin is weggehaald."),
                _("Zet terug"),
                lambda: self._zet_terug(regel, plaats),
            )

    def _zet_terug(self, regel: Regel, plaats: int) -> None:
        def gebaar() -> None:
            nieuw = pipstore.voeg_regel_toe(self.store, self.pip_id, regel)
            pipstore.verplaats(self.store, self.pip_id, nieuw, plaats)

        with self.in_een_keer():
            self._doe(gebaar)

    def verplaats(self, regel: Regel, stap: int) -> None:
        """One place up or down under its heading."""
        rij = [r.id for r in self.beeld.inhoud.bij(regel.onderdeel)]
        if regel.id in rij and 0 <= (naar := rij.index(regel.id) + stap) < len(rij):
            self._doe(lambda: pipstore.verplaats(self.store, self.pip_id, regel.id, naar))

    def zet_cel(self, cel: str, bezigheid: Any) -> None:
        """One part of a day in the week."""
        self._of_toon_weer(lambda: pipstore.zet_cel(self.store, self.pip_id, cel, bezigheid))

    def zet_deel2(self, vanaf: Any, *, ontzorgen: bool) -> bool:
        """There is a benefit."""
        return self._of_toon_weer(
            lambda: pipstore.zet_deel2(self.store, self.pip_id, vanaf, ontzorgen=ontzorgen)
        )

    def geen_deel2(self) -> None:
        """No benefit: part 2 goes, and can be put back."""
        inhoud = self.beeld.inhoud
        regels = [r for r in inhoud.regels if r.deel == 2]
        if not self._of_toon_weer(lambda: pipstore.geen_deel2(self.store, self.pip_id)):
            return

        def zet_terug() -> None:
            with self.in_een_keer():
                if self.zet_deel2(inhoud.uitkering_vanaf, ontzorgen=inhoud.ontzorgen):
                    self._doe(lambda: pipstore.voeg_regels_toe(self.store, self.pip_id, regels))

        self.terug_te_nemen.emit(_("Deel 2 is weg uit het plan."), _("Zet terug"), zet_terug)

    def zet_wijziging(self, reden: Any, toelichting: str) -> str:
        """Why there is this version."""
        return self._zin(
            lambda: pipstore.zet_wijziging(self.store, self.pip_id, reden, toelichting)
        )

    def zet_afschaling(self, veld: str, waarde: Any) -> str:
        """What a lower level rests on."""
        return self._zin(lambda: pipstore.zet_afschaling(self.store, self.pip_id, veld, waarde))

    def nieuwe_sleutel(self) -> tuple[str, str]:
        """Key and row id of a line that is going to be typed: a kill makes no second one."""
        sleutel = nieuw_id()
        return sleutel, regel_id(self.pip_id, sleutel)
