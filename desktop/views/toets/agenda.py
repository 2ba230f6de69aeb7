"""The calendar of the leerbaarheidstoets: looking through it, and what stands beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.store import toetsen
from desktop.store.toetsmiddelen import beleid
from desktop.views.toets.afgezegdblad import Afgezegdblad
from desktop.views.toets.agendabalk import Agendabalk
from desktop.views.toets.agendabeeld import (
    Agendabeeld,
    Indeling,
    Namen,
    Weergave,
    lees_beeld,
    verder,
)
from desktop.views.toets.agendabel import Agendabel
from desktop.views.toets.agendaformulier import (
    Afzegformulier,
    Sessieformulier,
    Verzetformulier,
)
from desktop.views.toets.agendakaart import Sessiekaart
from desktop.views.toets.agendalijsten import Dagpaneel
from desktop.views.toets.agendapapier import Papierblad
from desktop.views.toets.agendaplannen import Plangebaren
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
        self.plannen = Plangebaren(werkplek, self)
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
        self.afgezegd = Afgezegdblad(self._store, self.zij)
        for blad in (
            self.paneel, self.kaart, self.formulier, self.verzet, self.afzeg, self.papier,
            self.afgezegd,
        ):  # fmt: skip
            self.zij.addWidget(blad)
        self._buiten = buiten = QVBoxLayout(self)
        buiten.setContentsMargins(32, 16, 32, 16)
        buiten.setSpacing(12)
        buiten.addWidget(self.balk)
        onder = QHBoxLayout()
        onder.setSpacing(16)
        onder.addWidget(self.vlak, 1)
        onder.addWidget(self.zij)
        buiten.addLayout(onder, 1)

    def in_een_kamer(self) -> None:
        """Under the heading of a room, that has the way back and the space above."""
        self.balk.in_een_kamer()
        self._buiten.setContentsMargins(32, 0, 32, 16)

    def _verbind(self) -> None:
        balk, vlak, lijst, plannen = self.balk, self.vlak, self.paneel.sessies, self.plannen
        balk.terug.connect(self.terug)
        balk.bladeren.connect(self.blader)
        balk.vandaag.connect(self.naar_vandaag)
        balk.weergave.connect(self.kies_weergave)
        balk.indeling.connect(self.kies_indeling)
        balk.groep.connect(self.kies_groep)
        balk.nieuw.connect(lambda: plannen.nieuw(self.dag, ""))
        balk.druk_af.connect(self.druk_af)
        balk.afgezegd.connect(self.toon_afgezegd)
        vlak.gekozen.connect(self.kies)
        vlak.geopend.connect(self.open)
        vlak.verplaatst.connect(plannen.sleep_sessie)
        vlak.nieuw.connect(plannen.nieuw)
        vlak.bladeren.connect(self.blader)
        vlak.vandaag.connect(self.naar_vandaag)
        lijst.gekozen.connect(lambda id_: self.kies(self.dag, id_))
        for bron in (vlak, lijst):
            bron.verzetten.connect(plannen.toon_verzet)
        for wie in (vlak, lijst, self.paneel.mensen):
            wie.inzetten.connect(plannen.zet_in)
        lijst.geopend.connect(self.open)
        self.paneel.mensen.boven.connect(plannen.boven)
        self.paneel.mensen.los.connect(plannen.los)
        self.kaart.dag.connect(self.dag_gevraagd)
        self.kaart.uit.connect(plannen.haal_uit)
        self.kaart.verzet.connect(plannen.toon_verzet)
        self.kaart.wijzig.connect(plannen.toon_wijzig)
        self.kaart.zeg_af.connect(plannen.toon_afzeg)
        self.kaart.agenda.connect(lambda: self.toon_agenda())
        self.formulier.klaar.connect(plannen.bewaar_formulier)
        self.verzet.klaar.connect(plannen.bewaar_verzet)
        self.afzeg.klaar.connect(plannen.bewaar_afzeg)
        self.afgezegd.agenda.connect(self.toon_agenda)
        for blad in (
            self.kaart, self.formulier, self.verzet, self.afzeg, self.papier, self.afgezegd,
        ):  # fmt: skip
            blad.terug.connect(self.naar_paneel)
        self.zij.currentChanged.connect(
            lambda _n: balk.wijk(self.zij.currentWidget() is not self.paneel)
        )
        self._werkplek.gewijzigd.connect(self._gewijzigd)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        self.vlak.setFocus(gebeurtenis.reason())

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.stil()  # the place that it was said beside has moved

    # --- reading

    def _gewijzigd(self, gewijzigd: dict[str, frozenset[str]]) -> None:
        if OVER.isdisjoint(gewijzigd):
            return
        if self.isVisible():
            self.lees()
        else:
            self._verouderd = True  # the day screen stands over it: a touch there is not slowed

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        if self._verouderd:
            self.lees()

    def lees(self) -> None:
        """What is in sight, and who waits for a place."""
        self._verouderd = False
        self._lees_beeld()
        with self._store.lees() as sessie:
            mensen = toetsen.te_plannen(sessie, beleid(), vandaag=self._store.vandaag())
        self.paneel.toon_mensen(mensen, self._talen)
        if self.zij.currentWidget() is self.afgezegd:
            self.afgezegd.lees()

    @property
    def _een(self) -> dict[str, str | None]:
        """The one room or toetsbegeleider that is looked at; None for all."""
        op_ruimte, een = self.indeling is Indeling.RUIMTE, self.groep or None
        return {
            "ruimte_id": een if op_ruimte else None,
            "begeleider_id": None if op_ruimte else een,
        }

    @property
    def _alle(self) -> Namen:
        op_ruimte = self.indeling is Indeling.RUIMTE
        return self.beeld.ruimten if op_ruimte else self.beeld.begeleiders

    def _lees_beeld(self) -> None:
        self.beeld = lees_beeld(self._store, self.weergave, self.dag, **self._een)
        groepen = tuple(g for g in self._alle if not self.groep or g[0] == self.groep)
        self.vlak.toon(self.beeld, self.weergave, self.indeling, groepen)
        self.balk.toon(self.weergave, self.indeling, self.dag, self._alle, self.groep)
        self.toon_keuze()
        if self.zij.currentWidget() is self.kaart and not self.kaart.toon(
            self.kaart.sessie_id, self.beeld.regel(self.kaart.sessie_id)
        ):
            self.naar_paneel()

    def toon_keuze(self) -> None:
        """The chosen day and sitting, in the calendar and beside it."""
        if self.sessie_id and self.beeld.regel(self.sessie_id) is None:
            self.sessie_id = None
        self.vlak.kies(self.dag, self.sessie_id)
        vrij = self.beeld.vrij.get(self.dag)
        regels = [(r, self.vlak.zin(r)) for r in self.beeld.van_dag(self.dag)]
        self.paneel.toon_dag(self.dag, vrij.tekst if vrij else "", regels, self.sessie_id)

    # --- looking

    def kies(self, dag: date, sessie_id: str | None) -> None:
        """A day, and perhaps a sitting on it."""
        self.stil()
        binnen = self.beeld.van <= dag <= self.beeld.tot
        anders = self.weergave is Weergave.MAAND and dag.month != self.dag.month
        self.dag, self.sessie_id = dag, sessie_id or None
        if not binnen or anders:
            self._lees_beeld()
            if not sessie_id and (eerste := next(iter(self.beeld.van_dag(dag)), None)) is not None:
                self.sessie_id = eerste.id
        self.toon_keuze()

    def blader(self, richting: int) -> None:
        """The period before or after."""
        self._ga(verder(self.weergave, self.dag, richting))

    def naar_vandaag(self) -> None:
        """To today."""
        self._ga(self._store.vandaag())

    def _ga(self, dag: date) -> None:
        self.stil()
        self.dag, self.sessie_id = dag, None
        self._lees_beeld()

    def kies_weergave(self, weergave: str) -> None:
        """Day, week or month."""
        self.stil()
        self.weergave = Weergave(weergave)
        self._lees_beeld()

    def kies_indeling(self, indeling: str) -> None:
        """By room or by toetsbegeleider."""
        self.stil()
        self.indeling, self.groep = Indeling(indeling), ""
        self._lees_beeld()

    def kies_groep(self, groep: str) -> None:
        """One room or toetsbegeleider; empty for all."""
        self.stil()
        self.groep = groep
        self._lees_beeld()

    def open(self, sessie_id: str) -> None:
        """One sitting beside the calendar."""
        self.stil()
        if self.kaart.toon(sessie_id, self.beeld.regel(sessie_id)):
            self.naar(self.kaart)

    def naar_paneel(self) -> None:
        """The lists again; the keyboard is back in the calendar."""
        self.zij.setCurrentWidget(self.paneel)
        self.vlak.setFocus(Qt.FocusReason.OtherFocusReason)

    def naar(self, blad: QWidget) -> None:
        """A sheet beside the calendar, with the keyboard in it."""
        self.zij.setCurrentWidget(blad)
        blad.setFocus(Qt.FocusReason.OtherFocusReason)

    def stil(self) -> None:
        """What was said about the last gesture goes away."""
        self.bel.hide()
        self.vlak.wijs(frozenset())

    def _escape(self) -> None:
        if self.vlak.laat_los():
            self.paneel.mensen.laat_los()
        elif self.bel.isVisible():
            self.stil()
        elif self.zij.currentWidget() is not self.paneel:
            self.naar_paneel()
        else:
            self.terug.emit()

    def toon_afgezegd(self) -> None:
        """What was called off in the weeks to come."""
        self.stil()
        self.afgezegd.lees()
        self.naar(self.afgezegd)

    # --- papers

    def druk_af(self) -> None:
        """What is seen on paper: the day with who comes, or the week without a name."""
        self.stil()
        if self.weergave is Weergave.DAG:
            self.papier.toon_dag(self.dag)
        else:
            self.papier.toon_week(self.dag, dict(self._alle).get(self.groep, ""), **self._een)
        self.naar(self.papier)

    def toon_agenda(self, sessie_id: str = "") -> None:
        """The open sitting for the calendar of a colleague; of one called off: its cancellation."""
        self.papier.toon_agenda(sessie_id or self.kaart.sessie_id, afgezegd=bool(sessie_id))
        self.naar(self.papier)
