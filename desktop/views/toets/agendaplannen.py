"""Planning in the calendar: by dragging, by keyboard, or with a form.

One gesture is one call; a refusal is said where it was tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF

from desktop.models.fouten import Domeinfout
from desktop.models.toetsrooster import Bezwaar
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetstijd import van_tot
from desktop.store import toetsen, toetsplanning
from desktop.taal import _
from desktop.views.toets.agendabeeld import Indeling, dagwoord
from desktop.views.toets.agendabel import bezwaarzinnen, datumregels, in_de_weg, zinnen
from desktop.views.toets.agendaformulier import Sessieformulier, Verzetformulier, lees_keuzes
from desktop.views.werkplek import Werkplek

if TYPE_CHECKING:
    from desktop.views.toets.agenda import Agendascherm


class Plangebaren(QObject):
    """What the calendar, the lists and the forms beside it ask to be planned."""

    def __init__(self, werkplek: Werkplek, scherm: Agendascherm) -> None:
        super().__init__(scherm)
        self._werkplek, self._store, self._scherm = werkplek, werkplek.store, scherm

    def _doe(self, gebaar: Callable[[], Iterable[Bezwaar]], bij: QRectF) -> bool:
        self._scherm.stil()
        zacht: list[Bezwaar] = []

        def weiger(fout: Domeinfout) -> None:
            self._scherm.vlak.wijs(in_de_weg(fout))
            self._scherm.bel.zeg(_("Dit kan nog niet"), zinnen(fout), bij)

        if not self._werkplek.probeer(lambda: zacht.extend(gebaar()), weiger):
            return False
        self._let_op(zacht, bij)
        return True

    def _let_op(self, zacht: Iterable[Bezwaar], bij: QRectF) -> None:
        alles = list(zacht)
        regels = bezwaarzinnen(b for b in alles if b.piptermijn is None)
        datums = datumregels(alles)
        if regels or datums:
            self._scherm.bel.zeg(_("Gelukt, let op"), regels, bij, datums)

    # --- dragging and keys

    def sleep_sessie(self, sessie_id: str, dag: date, begin: str, groep: str) -> None:
        """A sitting was let go at another time, or in another column."""
        maat = self._scherm.vlak.maat
        vak = next((v for v in maat.vakken
                    if v.dag == dag and (not groep or v.groep == groep)), None)  # fmt: skip
        blok = maat.blok_van(sessie_id)
        bij = QRectF(vak.rect if vak is not None else self._scherm.vlak.plaats_van(sessie_id))
        if blok is not None and maat.uren is not None:
            bij = QRectF(bij.left(), maat.y_van(begin), bij.width(), blok.rect.height())
        op_ruimte = self._scherm.indeling is Indeling.RUIMTE
        gebaar = partial(
            toetsplanning.verzet_sessie, self._store, sessie_id, dag, begin,
            ruimte_id=(groep or None) if op_ruimte else None,
            begeleider_id=None if op_ruimte else (groep or None),
        )  # fmt: skip
        if self._doe(gebaar, bij):
            self._scherm.dag, self._scherm.sessie_id = dag, sessie_id
            self._scherm.toon_keuze()

    def boven(self, overal: QPoint, naam: str) -> None:
        """Somebody is dragged over the calendar."""
        self._scherm.stil()
        vlak = self._scherm.vlak
        vlak.sleep_over(QPointF(vlak.mapFromGlobal(overal)), naam)

    def los(self, overal: QPoint, kandidaat_id: str) -> None:
        """Somebody was let go here."""
        vlak = self._scherm.vlak
        punt = QPointF(vlak.mapFromGlobal(overal))
        vlak.laat_los()
        if (sessie_id := vlak.sessie_op(punt)) is not None:
            self._zet_in(kandidaat_id, sessie_id)

    def zet_in(self) -> None:
        """The chosen person into the chosen sitting."""
        scherm = self._scherm
        kandidaat_id = scherm.paneel.mensen.kandidaat_id
        if scherm.sessie_id is None:
            scherm.bel.zeg(_("Welke toets?"), [_("Kies eerst een toets in de agenda.")],
                           scherm.vlak.plaats_van(None))  # fmt: skip
            return
        if kandidaat_id is None:
            scherm.bel.zeg(_("Wie?"), [_("Kies eerst iemand in de lijst Nog te plaatsen.")],
                           scherm.vlak.plaats_van(scherm.sessie_id))  # fmt: skip
            return
        self._zet_in(kandidaat_id, scherm.sessie_id)

    def _zet_in(self, kandidaat_id: str, sessie_id: str) -> None:
        scherm = self._scherm
        bij = scherm.vlak.plaats_van(sessie_id)
        gebaar = partial(toetsplanning.zet_in, self._store, kandidaat_id, sessie_id)
        if self._doe(gebaar, bij):
            regel = scherm.beeld.regel(sessie_id)
            if regel is not None:
                scherm.dag, scherm.sessie_id = regel.datum, sessie_id
            scherm.toon_keuze()

    def haal_uit(self, kandidaat_id: str) -> None:
        """Somebody out of the sitting that stands open."""

        def gebaar() -> tuple[Bezwaar, ...]:
            toetsplanning.haal_uit(self._store, kandidaat_id)
            return ()

        self._doe(gebaar, self._scherm.vlak.plaats_van(self._scherm.kaart.sessie_id))

    # --- forms

    def nieuw(self, dag: date, begin: str) -> None:
        """An empty form for this day."""
        scherm = self._scherm
        scherm.stil()
        op_ruimte = scherm.indeling is Indeling.RUIMTE
        scherm.formulier.open_nieuw(
            lees_keuzes(self._store),
            dag,
            begin,
            ruimte_id=scherm.groep if op_ruimte else "",
            begeleider_id="" if op_ruimte else scherm.groep,
        )
        scherm.naar(scherm.formulier)

    def toon_wijzig(self) -> None:
        """The form of the sitting that stands open."""
        scherm = self._scherm
        if (nu := self._gegevens(scherm.kaart.sessie_id)) is not None:
            scherm.formulier.open_bestaand(lees_keuzes(self._store), scherm.kaart.sessie_id, nu)
            scherm.naar(scherm.formulier)

    def toon_verzet(self) -> None:
        """The small form for the chosen sitting."""
        scherm = self._scherm
        scherm.stil()
        open_ = scherm.zij.currentWidget() is scherm.kaart
        sessie_id = scherm.kaart.sessie_id if open_ else scherm.sessie_id
        if sessie_id and (nu := self._gegevens(sessie_id)) is not None:
            scherm.verzet.open(lees_keuzes(self._store), sessie_id, nu, _tijd(nu))
            scherm.naar(scherm.verzet)

    def toon_afzeg(self) -> None:
        """Why the sitting that stands open is called off."""
        scherm = self._scherm
        if (nu := self._gegevens(scherm.kaart.sessie_id)) is not None:
            scherm.afzeg.open(scherm.kaart.sessie_id, _tijd(nu))
            scherm.naar(scherm.afzeg)

    def _gegevens(self, sessie_id: str) -> Sessiegegevens | None:
        with self._store.lees() as sessie:
            beeld = toetsen.sessie_met_kandidaten(sessie, sessie_id)
            return beeld.sessie.gegevens if beeld is not None else None

    def bewaar_formulier(self) -> None:
        """A new sitting, or a changed one."""
        form = self._scherm.formulier

        def gebaar() -> tuple[str, Iterable[Bezwaar]]:
            gegevens = form.gegevens()
            if form.sessie_id is None:
                return toetsplanning.maak_sessie(self._store, gegevens)
            zacht = toetsplanning.wijzig_sessie(self._store, form.sessie_id, gegevens)
            return form.sessie_id, zacht

        self._bewaar(form, gebaar)

    def bewaar_verzet(self) -> None:
        """Another day, time or room."""
        form = self._scherm.verzet

        def gebaar() -> tuple[str, Iterable[Bezwaar]]:
            velden = form.velden
            zacht = toetsplanning.verzet_sessie(
                self._store, form.sessie_id, form.datum, velden["begin"].tekst,
                ruimte_id=velden["ruimte_id"].tekst or None,
            )  # fmt: skip
            return form.sessie_id, zacht

        self._bewaar(form, gebaar)

    def _bewaar(
        self,
        form: Sessieformulier | Verzetformulier,
        gebaar: Callable[[], tuple[str, Iterable[Bezwaar]]],
    ) -> None:
        scherm = self._scherm
        scherm.stil()
        gedaan: list[tuple[str, Iterable[Bezwaar]]] = []

        def weiger(fout: Domeinfout) -> None:
            form.toon_fout(fout)
            scherm.vlak.wijs(in_de_weg(fout))

        if not self._werkplek.probeer(lambda: gedaan.append(gebaar()), weiger):
            return
        sessie_id, zacht = gedaan[0]
        scherm.naar_paneel()
        scherm.kies(form.datum, sessie_id)
        self._let_op(zacht, scherm.vlak.plaats_van(sessie_id))

    def bewaar_afzeg(self) -> None:
        """Calls it off; what stands there next is the file that takes it out of calendars."""
        form = self._scherm.afzeg
        sessie_id, reden = form.sessie_id, form.velden["afzegreden"].tekst
        if self._werkplek.probeer(
            lambda: toetsplanning.zeg_af(self._store, sessie_id, reden), form.toon_fout
        ):
            self._scherm.toon_agenda(sessie_id)


def _tijd(nu: Sessiegegevens) -> str:
    return f"{dagwoord(nu.datum)}, {van_tot(nu.begin, nu.einde)}"
