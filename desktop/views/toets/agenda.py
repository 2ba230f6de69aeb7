"""The calendar of the leerbaarheidstoets: plan by dragging, by keyboard, or with a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.fouten import Domeinfout
from desktop.models.toetsrooster import Bezwaar
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetstijd import duur_minuten, plus_minuten
from desktop.store import toetsen, toetsplanning
from desktop.store.toetsmiddelen import beleid
from desktop.taal import _
from desktop.views.toets.agendabalk import Agendabalk
from desktop.views.toets.agendabeeld import (
    Agendabeeld,
    Indeling,
    Weergave,
    dagwoord,
    lees_beeld,
    verder,
)
from desktop.views.toets.agendabel import Agendabel, bezwaarzinnen, in_de_weg, zinnen
from desktop.views.toets.agendaformulier import (
    Afzegformulier,
    Sessieformulier,
    Verzetformulier,
    lees_keuzes,
)
from desktop.views.toets.agendakaart import Sessiekaart
from desktop.views.toets.agendalijsten import Dagpaneel
from desktop.views.toets.agendapapier import Papierblad, maak_agenda, maak_week
from desktop.views.toets.agendavlak import Agendavlak
from desktop.views.werkplek import Werkplek

OVER = frozenset(
    {"toetssessie", "kandidaat", "toetsruimte", "toetslocatie", "toetsbegeleider", "sluiting"}
    | {"openingstijd", "toetsuitslag", "toetsoverslag", "dossier"}
)
ZIJ = 312


class Agendascherm(QWidget):
    """Week and month of sittings, by room or by toetsbegeleider."""

    terug = Signal()
    dag_gevraagd = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek, self._store = werkplek, werkplek.store
        self._talen = {tag: t.naam for tag, t in werkplek.talen.items()}
        self.dag = self._store.vandaag()
        self.sessie_id: str | None = None
        self.weergave, self.indeling, self.groep = Weergave.WEEK, Indeling.RUIMTE, ""
        self.beeld = Agendabeeld(self.dag, self.dag, self.dag)
        self._bouw()
        self._verbind()
        self.lees()

    def _bouw(self) -> None:
        self.balk = Agendabalk(self)
        self.vlak = Agendavlak(self._talen, self)
        self.bel = Agendabel(self.vlak)
        self.zij = QStackedWidget(self)
        self.zij.setFixedWidth(ZIJ)
        self.paneel = Dagpaneel(self.zij)
        self.kaart = Sessiekaart(self._store, self._talen, self.zij)
        talen = tuple(sorted(self._talen.items(), key=lambda paar: paar[1]))
        self.formulier = Sessieformulier(talen, self.zij)
        self.verzet = Verzetformulier(self.zij)
        self.afzeg = Afzegformulier(self.zij)
        self.papier = Papierblad(self._werkplek, self.zij)
        for blad in (
            self.paneel, self.kaart, self.formulier, self.verzet, self.afzeg, self.papier,
        ):  # fmt: skip
            self.zij.addWidget(blad)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(24, 16, 24, 16)
        buiten.setSpacing(12)
        buiten.addWidget(self.balk)
        onder = QHBoxLayout()
        onder.setSpacing(16)
        onder.addWidget(self.vlak, 1)
        onder.addWidget(self.zij)
        buiten.addLayout(onder, 1)

    def _verbind(self) -> None:
        balk, vlak, lijst = self.balk, self.vlak, self.paneel.sessies
        balk.terug.connect(self.terug)
        balk.bladeren.connect(self.blader)
        balk.vandaag.connect(self.naar_vandaag)
        balk.weergave.connect(self.kies_weergave)
        balk.indeling.connect(self.kies_indeling)
        balk.groep.connect(self.kies_groep)
        balk.nieuw.connect(lambda: self.nieuw(self.dag, ""))
        balk.druk_af.connect(self.toon_week)
        vlak.gekozen.connect(self.kies)
        vlak.geopend.connect(self.open)
        vlak.verplaatst.connect(self._sleep_sessie)
        vlak.nieuw.connect(self.nieuw)
        vlak.bladeren.connect(self.blader)
        vlak.vandaag.connect(self.naar_vandaag)
        lijst.gekozen.connect(lambda id_: self.kies(self.dag, id_))
        for bron in (vlak, lijst):
            bron.verzetten.connect(self.toon_verzet)
            bron.inzetten.connect(self.zet_in)
        lijst.geopend.connect(self.open)
        self.paneel.mensen.boven.connect(self._boven)
        self.paneel.mensen.los.connect(self._los)
        self.kaart.dag.connect(self.dag_gevraagd)
        self.kaart.uit.connect(self._haal_uit)
        self.kaart.verzet.connect(self.toon_verzet)
        self.kaart.wijzig.connect(self._toon_wijzig)
        self.kaart.zeg_af.connect(self._toon_afzeg)
        self.kaart.agenda.connect(lambda: self.toon_agenda())
        self.formulier.klaar.connect(self._bewaar_formulier)
        self.verzet.klaar.connect(self._bewaar_verzet)
        self.afzeg.klaar.connect(self._bewaar_afzeg)
        for blad in (self.kaart, self.formulier, self.verzet, self.afzeg, self.papier):
            blad.terug.connect(self.naar_paneel)
        self._werkplek.gewijzigd.connect(self._gewijzigd)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        self.vlak.setFocus(gebeurtenis.reason())

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._stil()  # the place that it was said beside has moved

    # --- reading

    def _gewijzigd(self, gewijzigd: dict[str, frozenset[str]]) -> None:
        if not OVER.isdisjoint(gewijzigd):
            self.lees()

    def lees(self) -> None:
        """What is in sight, and who waits for a place."""
        self._lees_beeld()
        with self._store.lees() as sessie:
            mensen = toetsen.te_plannen(sessie, beleid(), vandaag=self._store.vandaag())
        self.paneel.toon_mensen(mensen, self._talen)

    def _lees_beeld(self) -> None:
        op_ruimte = self.indeling is Indeling.RUIMTE
        een = self.groep or None
        self.beeld = lees_beeld(
            self._store,
            self.weergave,
            self.dag,
            ruimte_id=een if op_ruimte else None,
            begeleider_id=None if op_ruimte else een,
        )
        alle = self.beeld.ruimten if op_ruimte else self.beeld.begeleiders
        groepen = tuple(g for g in alle if not een or g[0] == een)
        self.vlak.toon(self.beeld, self.weergave, self.indeling, groepen)
        self.balk.toon(self.weergave, self.indeling, self.dag, alle, self.groep)
        self._toon_keuze()
        if self.zij.currentWidget() is self.kaart and not self.kaart.toon(
            self.kaart.sessie_id, self.beeld.regel(self.kaart.sessie_id)
        ):
            self.naar_paneel()

    def _toon_keuze(self) -> None:
        if self.sessie_id and self.beeld.regel(self.sessie_id) is None:
            self.sessie_id = None
        self.vlak.kies(self.dag, self.sessie_id)
        vrij = self.beeld.vrij.get(self.dag)
        regels = [(r, self.vlak.zin(r)) for r in self.beeld.van_dag(self.dag)]
        self.paneel.toon_dag(self.dag, vrij.tekst if vrij else "", regels, self.sessie_id)

    # --- looking

    def kies(self, dag: date, sessie_id: str | None) -> None:
        """A day, and perhaps a sitting on it."""
        self._stil()
        binnen = self.beeld.van <= dag <= self.beeld.tot
        anders = self.weergave is Weergave.MAAND and dag.month != self.dag.month
        self.dag, self.sessie_id = dag, sessie_id or None
        if not binnen or anders:
            self._lees_beeld()
            if not sessie_id and (eerste := next(iter(self.beeld.van_dag(dag)), None)) is not None:
                self.sessie_id = eerste.id
        self._toon_keuze()

    def blader(self, richting: int) -> None:
        """The period before or after."""
        self._ga(verder(self.weergave, self.dag, richting))

    def naar_vandaag(self) -> None:
        """To today."""
        self._ga(self._store.vandaag())

    def _ga(self, dag: date) -> None:
        self._stil()
        self.dag, self.sessie_id = dag, None
        self._lees_beeld()

    def kies_weergave(self, weergave: str) -> None:
        """Day, week or month."""
        self._stil()
        self.weergave = Weergave(weergave)
        self._lees_beeld()

    def kies_indeling(self, indeling: str) -> None:
        """By room or by toetsbegeleider."""
        self._stil()
        self.indeling, self.groep = Indeling(indeling), ""
        self._lees_beeld()

    def kies_groep(self, groep: str) -> None:
        """One room or toetsbegeleider; empty for all."""
        self._stil()
        self.groep = groep
        self._lees_beeld()

    def open(self, sessie_id: str) -> None:
        """One sitting beside the calendar."""
        self._stil()
        if self.kaart.toon(sessie_id, self.beeld.regel(sessie_id)):
            self._naar(self.kaart)

    def naar_paneel(self) -> None:
        """The lists again; the keyboard is back in the calendar."""
        self.zij.setCurrentWidget(self.paneel)
        self.vlak.setFocus(Qt.FocusReason.OtherFocusReason)

    def _naar(self, blad: QWidget) -> None:
        self.zij.setCurrentWidget(blad)
        blad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stil(self) -> None:
        self.bel.hide()
        self.vlak.wijs(frozenset())

    def _escape(self) -> None:
        if self.vlak.laat_los():
            self.paneel.mensen.laat_los()
        elif self.bel.isVisible():
            self._stil()
        elif self.zij.currentWidget() is not self.paneel:
            self.naar_paneel()
        else:
            self.terug.emit()

    # --- planning: one gesture, one call; a refusal is said where it was tried

    def _doe(self, gebaar: Callable[[], Iterable[Bezwaar]], bij: QRectF) -> bool:
        self._stil()
        try:
            zacht = tuple(gebaar())
        except Domeinfout as fout:
            self.vlak.wijs(in_de_weg(fout))
            self.bel.zeg(_("Dit kan nog niet"), zinnen(fout), bij)
            return False
        self._let_op(zacht, bij)
        return True

    def _let_op(self, zacht: Iterable[Bezwaar], bij: QRectF) -> None:
        if regels := bezwaarzinnen(zacht):
            self.bel.zeg(_("Gelukt, let op"), regels, bij)

    def _sleep_sessie(self, sessie_id: str, dag: date, begin: str, groep: str) -> None:
        vak = next((v for v in self.vlak.maat.vakken
                    if v.dag == dag and (not groep or v.groep == groep)), None)  # fmt: skip
        blok = self.vlak.maat.blok_van(sessie_id)
        bij = QRectF(vak.rect if vak is not None else self.vlak.plaats_van(sessie_id))
        if blok is not None and self.vlak.maat.uren is not None:
            bij = QRectF(bij.left(), self.vlak.maat.y_van(begin), bij.width(), blok.rect.height())
        if groep and self.indeling is Indeling.BEGELEIDER:
            nu = self._gegevens(sessie_id)
            nieuw = replace(nu, begeleider_id=groep) if nu is not None else None
            if nieuw is None:
                return
            gebaar = partial(self._verzet_en_wissel, sessie_id, nieuw, dag, begin)
        else:
            gebaar = partial(
                toetsplanning.verzet_sessie,
                self._store, sessie_id, dag, begin, ruimte_id=groep or None,
            )  # fmt: skip
        if self._doe(gebaar, bij):
            self.dag, self.sessie_id = dag, sessie_id
            self._toon_keuze()

    def _verzet_en_wissel(
        self, sessie_id: str, nieuw: Sessiegegevens, dag: date, begin: str
    ) -> tuple[Bezwaar, ...]:
        einde = plus_minuten(begin, duur_minuten(nieuw.begin, nieuw.einde))
        return toetsplanning.wijzig_sessie(
            self._store, sessie_id, replace(nieuw, datum=dag, begin=begin, einde=einde)
        )

    def _gegevens(self, sessie_id: str) -> Sessiegegevens | None:
        with self._store.lees() as sessie:
            beeld = toetsen.sessie_met_kandidaten(sessie, sessie_id)
            return beeld.sessie.gegevens if beeld is not None else None

    def _boven(self, overal: QPoint, naam: str) -> None:
        self._stil()
        self.vlak.sleep_over(QPointF(self.vlak.mapFromGlobal(overal)), naam)

    def _los(self, overal: QPoint, kandidaat_id: str) -> None:
        punt = QPointF(self.vlak.mapFromGlobal(overal))
        self.vlak.laat_los()
        if (sessie_id := self.vlak.sessie_op(punt)) is not None:
            self._zet_in(kandidaat_id, sessie_id)

    def zet_in(self) -> None:
        """The chosen person into the chosen sitting."""
        kandidaat_id = self.paneel.mensen.kandidaat_id
        if self.sessie_id is None:
            return
        if kandidaat_id is None:
            self.bel.zeg(_("Wie?"), [_("Kies eerst iemand in de lijst Nog te plaatsen.")],
                         self.vlak.plaats_van(self.sessie_id))  # fmt: skip
            return
        self._zet_in(kandidaat_id, self.sessie_id)

    def _zet_in(self, kandidaat_id: str, sessie_id: str) -> None:
        bij = self.vlak.plaats_van(sessie_id)
        gebaar = partial(toetsplanning.zet_in, self._store, kandidaat_id, sessie_id)
        if self._doe(gebaar, bij):
            regel = self.beeld.regel(sessie_id)
            if regel is not None:
                self.dag, self.sessie_id = regel.datum, sessie_id
            self._toon_keuze()

    def _haal_uit(self, kandidaat_id: str) -> None:
        def gebaar() -> tuple[Bezwaar, ...]:
            toetsplanning.haal_uit(self._store, kandidaat_id)
            return ()

        self._doe(gebaar, self.vlak.plaats_van(self.kaart.sessie_id))

    # --- forms

    def nieuw(self, dag: date, begin: str) -> None:
        """An empty form for this day."""
        self._stil()
        op_ruimte = self.indeling is Indeling.RUIMTE
        self.formulier.open_nieuw(
            lees_keuzes(self._store),
            dag,
            begin,
            ruimte_id=self.groep if op_ruimte else "",
            begeleider_id="" if op_ruimte else self.groep,
        )
        self._naar(self.formulier)

    def _toon_wijzig(self) -> None:
        if (nu := self._gegevens(self.kaart.sessie_id)) is not None:
            self.formulier.open_bestaand(lees_keuzes(self._store), self.kaart.sessie_id, nu)
            self._naar(self.formulier)

    def toon_verzet(self) -> None:
        """The small form for the chosen sitting."""
        self._stil()
        open_ = self.zij.currentWidget() is self.kaart
        sessie_id = self.kaart.sessie_id if open_ else self.sessie_id
        if sessie_id and (nu := self._gegevens(sessie_id)) is not None:
            zin = f"{dagwoord(nu.datum)}, {nu.begin} - {nu.einde}"
            self.verzet.open(lees_keuzes(self._store), sessie_id, nu, zin)
            self._naar(self.verzet)

    def _toon_afzeg(self) -> None:
        if (nu := self._gegevens(self.kaart.sessie_id)) is not None:
            zin = f"{dagwoord(nu.datum)}, {nu.begin} - {nu.einde}"
            self.afzeg.open(self.kaart.sessie_id, zin)
            self._naar(self.afzeg)

    def _bewaar_formulier(self) -> None:
        form = self.formulier

        def gebaar() -> tuple[str, Iterable[Bezwaar]]:
            gegevens = form.gegevens()
            if form.sessie_id is None:
                return toetsplanning.maak_sessie(self._store, gegevens)
            zacht = toetsplanning.wijzig_sessie(self._store, form.sessie_id, gegevens)
            return form.sessie_id, zacht

        self._bewaar(form, gebaar)

    def _bewaar_verzet(self) -> None:
        form = self.verzet

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
        self._stil()
        try:
            sessie_id, zacht = gebaar()
        except Domeinfout as fout:
            form.toon_fout(fout)
            self.vlak.wijs(in_de_weg(fout))
            return
        self.naar_paneel()
        self.kies(form.datum, sessie_id)
        self._let_op(zacht, self.vlak.plaats_van(sessie_id))

    def _bewaar_afzeg(self) -> None:
        sessie_id = self.afzeg.sessie_id
        reden = self.afzeg.velden["afzegreden"].tekst
        try:
            toetsplanning.zeg_af(self._store, sessie_id, reden)
        except Domeinfout as fout:
            self.afzeg.toon_fout(fout)
            return
        self.toon_agenda(sessie_id)

    # --- papers

    def toon_week(self) -> None:
        """The week on paper."""
        self._stil()
        op_ruimte = self.indeling is Indeling.RUIMTE
        alle = self.beeld.ruimten if op_ruimte else self.beeld.begeleiders
        gemeente = {g.code: g.naam for g in self._werkplek.gemeenten}
        maker = partial(
            maak_week, self._store, self.dag,
            gemeente=gemeente.get(self._store.lokaal("gemeente") or "", ""),
            van=dict(alle).get(self.groep, ""),
            talen=self._talen,
            ruimte_id=(self.groep or None) if op_ruimte else None,
            begeleider_id=None if op_ruimte else (self.groep or None),
        )  # fmt: skip
        self.papier.toon(
            _("Week afdrukken"),
            _("De week met alle toetsen op één blad. Er staan geen namen van cliënten op."),
            maker,
        )
        self._naar(self.papier)

    def toon_agenda(self, sessie_id: str = "") -> None:
        """A sitting for the calendar of a colleague; after calling it off: its cancellation."""
        af, wie = bool(sessie_id), sessie_id or self.kaart.sessie_id
        self.papier.toon(
            _("De toets is afgezegd") if af else _("Toets voor je agenda"),
            _("Met dit bestand verdwijnt de afspraak uit de agenda van je collega's.")
            if af
            else _("Open dit bestand in Outlook of Thunderbird. Er staan geen namen in."),
            partial(maak_agenda, self._store, wie),
        )
        self._naar(self.papier)
