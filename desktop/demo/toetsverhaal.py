"""The third story: the leerbaarheidstoets, from the list of who is due to the result.

It goes on in the same window. Only the clock of the laptop is moved: the day of the test
comes, and the day on which DUO has a result.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.app import Toepassing
from desktop.demo.handen import Handen, een
from desktop.models.toetsdelen import Incidentsoort, Observatiesoort
from desktop.models.toetsstatus import Aanwezig
from desktop.models.toetstijd import moment, werkdag_vanaf
from desktop.models.toetsuitslag import Resultaat
from desktop.views.toets.agenda import Agendascherm
from desktop.views.toets.agendabeeld import Weergave
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.toets.planmodel import Kolom
from desktop.views.toets.teplannen import Teplannenscherm
from desktop.views.toets.toetsscherm import Tabblad, Toetsscherm
from desktop.views.toets.uitslag import Uitslagscherm
from desktop.views.werkruimte import Werkruimte

EXAMENNUMMER = "LB2600417"
BEGIN = "14:30"


class Demoklok:
    """The time of the demo's laptop: real, until the story goes on at another day."""

    def __init__(self) -> None:
        self._verschil = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._verschil

    def zet(self, wanneer: datetime) -> None:
        """From now on it is this moment, and time goes on."""
        self._verschil = wanneer - datetime.now(UTC)

    def verder(self, minuten: int) -> None:
        """So much later."""
        self._verschil += timedelta(minutes=minuten)


class Toetsverhaal:
    """One telling, about one client: from registering to what DUO says."""

    def __init__(self, toepassing: Toepassing, klok: Demoklok, handen: Handen, wie: str) -> None:
        self._app, self._klok, self._h, self._wie = toepassing, klok, handen, wie
        self._venster = toepassing.venster
        self._kandidaat = self._zitting = self._tolk = ""
        self._dag, self._begin = date.min, BEGIN

    @property
    def _ruimte(self) -> Werkruimte:
        assert self._app.werkruimte is not None
        return self._app.werkruimte

    @property
    def _kamer(self) -> Toetsscherm:
        return een(self._ruimte, Toetsscherm)

    @property
    def _lijst(self) -> Teplannenscherm:
        blad = self._kamer.bladen[Tabblad.TE_PLANNEN]
        assert isinstance(blad, Teplannenscherm)
        return blad

    @property
    def _agenda(self) -> Agendascherm:
        blad = self._kamer.bladen[Tabblad.AGENDA]
        assert isinstance(blad, Agendascherm)
        return blad

    def _foto(self, naam: str) -> None:
        self._h.wacht_op(lambda: not self._venster.meldt, "what was said has gone")
        self._h.foto(f"toets-{naam}", klantmanager=self._venster)

    def speel(self, doel: Path) -> None:
        """Tells it all; letters and calendar files come in `doel`."""
        self._meld_aan()
        self._plan_een_toets()
        self._zoek_plekken()
        self._nodig_uit(doel)
        self._kijk_in_de_agenda()
        self._op_de_dag()
        self._uitslag()

    # --- planning

    def _meld_aan(self) -> None:
        h = self._h
        h.druk(self._ruimte.lijst.knop_toetsen)
        h.wacht_op(lambda: bool(self._lijst.model.regels), "the list is read")
        tabel = self._lijst.tabel
        tabel.setCurrentIndex(self._lijst.model.index(self._rij(), Kolom.NAAM))
        self._foto("te-plannen")
        h.toets(tabel, Qt.Key.Key_Return)
        blad = self._lijst.aanmelding
        h.wacht_op(blad.isVisible, "the form opens")
        assert isinstance(blad.examennummer.invoer, QLineEdit)
        h.typ(blad.examennummer.invoer, EXAMENNUMMER)
        self._foto("aanmelden")
        h.druk(blad.bewaar)
        h.wacht_op(tabel.isVisible, "back at the list")
        mens = self._lijst.model.regels[self._rij()]
        self._kandidaat = mens.kandidaat_id or ""
        self._tolk = mens.aanpassingen.tolktaal(mens.spreektaal) or ""

    def _rij(self) -> int:
        regels = self._lijst.model.regels
        return next(n for n, mens in enumerate(regels) if mens.naam == self._wie)

    def _plan_een_toets(self) -> None:
        h = self._h
        h.druk(self._kamer.tabs[Tabblad.MIDDELEN])
        h.wacht(100)
        self._foto("middelen")
        h.druk(self._kamer.tabs[Tabblad.AGENDA])
        agenda = self._agenda
        h.wacht(100)
        self._foto("agenda")
        assert self._app.store is not None
        self._dag = werkdag_vanaf(self._app.store.vandaag() + timedelta(days=1))
        h.druk(agenda.balk.knop_nieuw)
        form = agenda.formulier
        for naam, tekst in (("datum", f"{self._dag:%d-%m-%Y}"), ("begin", BEGIN)):
            h.typ(form.velden[naam].invoer, tekst)
        h.vul(form.velden["ruimte_id"].invoer, "Zaal 1, Gemeentehuis")
        h.vul(form.velden["begeleider_id"].invoer, "Dirk Postma")
        if self._tolk:
            assert self._app.werkplek is not None
            h.vul(form.velden["tolk_taal"].invoer, self._app.werkplek.talen[self._tolk].naam)
        self._foto("nieuwe-toets")
        h.druk(form.bewaar)
        h.wacht_op(lambda: agenda.sessie_id is not None, "the sitting is planned")

    def _zoek_plekken(self) -> None:
        h, lijst = self._h, self._lijst
        h.druk(self._kamer.tabs[Tabblad.TE_PLANNEN])
        klaar = [n for n, mens in enumerate(lijst.model.regels) if mens.te_plaatsen]
        for rij in klaar:
            lijst.tabel.setCurrentIndex(lijst.model.index(rij, Kolom.NAAM))
            h.toets(lijst.tabel, Qt.Key.Key_Space)
        h.druk(lijst.zoek)
        voorstel = lijst.voorstel
        h.wacht_op(lambda: bool(voorstel.keuzes) and not voorstel.bezig, "places are found")
        self._foto("voorstel")
        self._zitting = voorstel.keuzes[self._kandidaat].waarde()
        h.druk(voorstel.neem)
        h.wacht_op(lijst.tabel.isVisible, "the plan is taken over")

    def _nodig_uit(self, doel: Path) -> None:
        h = self._h
        h.druk(self._lijst.naar_uitnodigen)
        blad = self._lijst.uitnodigen
        h.wacht_op(lambda: bool(blad.mensen), "who has a place is read")
        rij = next(n for n, een in enumerate(blad.mensen) if een.naam == self._wie)
        blad.lijst.setCurrentRow(rij)
        afspraak = blad.mensen[rij].afspraak
        self._dag, self._begin = afspraak.datum, f"{afspraak.begin:%H:%M}"
        h.typ(blad.papieren.map.veld, str(doel.resolve()))
        self._foto("uitnodigen")
        h.druk(blad.papieren.maak)
        h.wacht_op(lambda: any(doel.glob("*.ics")) and not blad.mensen, "the letters are made")
        self._foto("uitgenodigd")
        h.druk(blad.knop_terug)

    def _kijk_in_de_agenda(self) -> None:
        h = self._h
        h.druk(self._kamer.tabs[Tabblad.AGENDA])
        agenda = self._agenda
        h.druk(agenda.balk.keuzes[Weergave.MAAND])
        self._foto("maand")
        h.druk(agenda.balk.keuzes[Weergave.WEEK])
        agenda.kies(self._dag, self._zitting)
        self._foto("week")

    # --- the day

    def _op_de_dag(self) -> None:
        h = self._h
        self._klok.zet(moment("begin", self._dag, self._begin) - timedelta(minutes=10))
        h.toets(self._agenda.vlak, Qt.Key.Key_Return)
        h.wacht_op(self._agenda.kaart.isVisible, "the sitting opens")
        self._foto("wie-komen-er")
        h.druk(self._agenda.kaart.bewaar)
        scherm = een(self._kamer, Dagscherm)
        h.wacht_op(lambda: bool(scherm.tegels), "the day is read")
        for id_ in [*self._anderen(scherm), self._zelf(scherm)]:
            h.druk(scherm.tegels[id_])
            paneel = scherm.panelen[id_]
            h.druk(paneel.aankomst.aanwezig[Aanwezig.AANWEZIG])
            for vinkje in paneel.aankomst.vinkjes.values():
                h.druk(vinkje)
            h.druk(paneel.klok.start)
            self._klok.verder(2)
        self._klok.verder(21)
        self._tik()
        self._foto("dag")
        self._onderweg(scherm)
        for id_ in list(scherm.tegels):
            h.druk(scherm.tegels[id_])
            h.druk(scherm.panelen[id_].klok.stop)
        h.druk(scherm.sluit)
        h.wacht_op(lambda: not scherm.sluit.isVisible(), "the sitting is closed")
        self._foto("dag-gesloten")
        h.druk(scherm.knop_terug)

    def _onderweg(self, scherm: Dagscherm) -> None:
        h = self._h
        paneel = scherm.panelen[self._zelf(scherm)]
        h.druk(paneel.stappen[1])
        h.druk(paneel.onderweg.incident[Incidentsoort.TECHNISCH])
        h.druk(paneel.klok.pauze)
        (veld,) = paneel.onderweg.notities
        h.typ(veld, "Het geluid viel uit. Andere koptelefoon gepakt.")
        self._foto("dag-incident")
        self._klok.verder(4)
        h.druk(paneel.klok.verder)
        self._klok.verder(31)
        h.druk(paneel.stappen[2])
        self._tik()
        h.typ(paneel.gezien.velden[Observatiesoort.CONCENTRATIE], "Keek vaak op. Heeft dat ADHD?")
        self._foto("dag-gezien")
        h.typ(paneel.gezien.velden[Observatiesoort.CONCENTRATIE], "Keek vaak op, na de pauze niet.")

    def _tik(self) -> None:
        """Until the clocks on the screen have gone on by themselves."""
        self._h.wacht(1100)

    def _zelf(self, scherm: Dagscherm) -> str:
        assert self._kandidaat in scherm.tegels
        return self._kandidaat

    def _anderen(self, scherm: Dagscherm) -> list[str]:
        return [id_ for id_ in scherm.tegels if id_ != self._zelf(scherm)]

    # --- what DUO says

    def _uitslag(self) -> None:
        h = self._h
        h.druk(self._kamer.knop_terug)
        dag = werkdag_vanaf(self._dag + timedelta(days=3))
        self._klok.zet(datetime.combine(dag, time(9), UTC))
        zoek = self._ruimte.lijst.zoekveld
        h.typ(zoek, self._wie)
        h.wacht(300)
        h.toets(zoek, Qt.Key.Key_Return)
        h.wacht_op(self._ruimte.blad.isVisible, "the dossier opens")
        kaart = self._ruimte.blad.kaarten.toets
        self._in_beeld(kaart)
        h.druk(kaart.knop_uitslag)
        scherm = een(self._ruimte, Uitslagscherm)
        scherm.resultaat.zet(Resultaat.HAALBAAR.value)
        for veld, tekst in (
            (scherm.behaald, "29,00"),
            (scherm.datum, f"{dag - timedelta(days=1):%d-%m-%Y}"),
        ):
            h.typ(veld.invoer, tekst)
        h.druk(scherm.nakijken)
        self._foto("uitslag-nakijken")
        h.druk(scherm.leg_vast)
        h.wacht_op(self._ruimte.blad.isVisible, "the result stands in the dossier")
        self._in_beeld(kaart)
        self._foto("in-het-dossier")
        h.druk(self._ruimte.blad.knop_terug)

    def _in_beeld(self, kaart: QWidget) -> None:
        self._h.wacht(100)
        self._ruimte.blad.vlak.ensureWidgetVisible(kaart, 0, 32)
