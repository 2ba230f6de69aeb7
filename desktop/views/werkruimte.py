"""The room behind the lock: which screen is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.dossier import Dossier
from desktop.models.intake import BredeIntake, nieuwe_intake
from desktop.models.spoor import Inzagesoort
from desktop.store.oefening import oefendossier
from desktop.views.beheer.gemeente import Gemeentescherm
from desktop.views.beheer.wegen import Beheerwegen
from desktop.views.conflicten.scherm import Conflictscherm
from desktop.views.documenten import Documentpaneel
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.dossiers.formulier import Dossierformulier
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.gespreksramen import Gespreksramen
from desktop.views.instellingen.scherm import Instellingenscherm, gekozen_minuten
from desktop.views.intake.scherm import Intakescherm
from desktop.views.pip.afrondwegen import Afrondwegen
from desktop.views.pip.pipwegen import Pipwegen
from desktop.views.spoor.kijker import Kijker
from desktop.views.sync.geweigerd import Geweigerdscherm
from desktop.views.sync.statusregel import Statusregel
from desktop.views.termijnen.wegen import Termijnwegen
from desktop.views.toegang.noodbericht import Noodwacht
from desktop.views.toegang.wegen import Toegangwegen
from desktop.views.toets.dossierwegen import Toetsdossierwegen
from desktop.views.toets.wegen import Toetswegen
from desktop.views.wegen import Wegen
from desktop.views.weging.wegen import Wegingwegen
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.getypt import getypt, zet_terug


class Werkruimte(QWidget):
    """Caseload, dossier, form and talk; opens and closes the client's window with a talk."""

    minuten_gekozen = Signal(int)
    taal_gekozen = Signal(str)
    """The interface in another language: the program makes this room anew."""
    terugzetten = Signal()
    """A copy stands ready: the program closes the file and puts it in place."""

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.werkplek = werkplek
        self._stapel = QStackedWidget(self)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addWidget(self._stapel)
        self.statusregel = Statusregel(werkplek, self)
        buiten.addWidget(self.statusregel)
        self.lijst = Dossierscherm(werkplek, parent=self)
        self.oefenlijst: Dossierscherm | None = None
        self.blad = Dossierblad(werkplek, self)
        self.formulier = Dossierformulier(werkplek, self)
        self.documenten: Documentpaneel | None = None
        self.instellingen: Instellingenscherm | None = None
        self.geweigerd: Geweigerdscherm | None = None
        for scherm in (self.lijst, self.blad, self.formulier):
            self._stapel.addWidget(scherm)
        self.kijker = Kijker(werkplek, self)
        self.ramen = Gespreksramen(werkplek, self.kijker, self)
        self.noodwacht = Noodwacht(werkplek, self)
        self.toegang = Toegangwegen(werkplek, self)
        self.beheer = Beheerwegen(werkplek, self)
        self.toetsen = Toetswegen(werkplek, self)
        self.toetsdossier = Toetsdossierwegen(werkplek, self)
        self.termijnen = Termijnwegen(werkplek, self)
        self.plannen = Pipwegen(werkplek, self)
        self.afronden = Afrondwegen(werkplek, self.plannen, self)
        self.weging = Wegingwegen(werkplek, self.plannen, self)
        self._tijdelijk: QWidget | None = None
        self._uit_gesprek: Callable[[], object] = self.toon_lijst
        self._verbind()
        self._herstel()
        self.toetsen.land()

    def _verbind(self) -> None:
        self.lijst.open_dossier.connect(self.toon_dossier)
        self.lijst.nieuw_dossier.connect(self.toon_formulier_nieuw)
        self.lijst.oefenen.connect(self.oefen)
        self.lijst.instellingen.connect(self.toon_instellingen)
        self.blad.wijzig.connect(self.toon_formulier)
        self.blad.plan_intake.connect(self.plan_intake)
        self.blad.open_intake.connect(self.toon_intake)
        self.blad.maak_samenvatting.connect(self.toon_documenten)
        self.blad.kies_verschil.connect(self.toon_conflicten)
        self.blad.terug.connect(self.toon_lijst)
        self.formulier.bewaard.connect(self.toon_dossier)
        self.formulier.open_dossier.connect(self.toon_dossier)
        self.formulier.terug.connect(self._uit_formulier)
        self.toegang.verbind(self.lijst, self.blad)
        self.beheer.verbind(self.lijst, self.blad)
        self.beheer.naar_instellingen.connect(self.toon_instellingen)
        self.beheer.terugzetten.connect(self.terugzetten)
        self.ramen.terug.connect(lambda: self._uit_gesprek())
        self.ramen.naar_papieren.connect(self.toon_documenten)
        self.ramen.naar_verschil.connect(self.toon_conflicten)
        self.toetsen.verbind(self.lijst)
        self.toetsdossier.verbind(self.blad)
        self.termijnen.verbind(self.blad)
        self.plannen.verbind(self.blad)
        self.plannen.wijzig_dossier.connect(self.toon_formulier)
        self.weging.naar_toets.connect(self.toon_toets)
        self.weging.naar_gegevens.connect(self.toon_formulier)
        self.weging.naar_vraag.connect(self.toon_vraag)
        for wegen in self.findChildren(Wegen):
            wegen.toon.connect(self._toon_tijdelijk)
            wegen.naar_dossier.connect(self.toon_dossier)
            wegen.naar_lijst.connect(self.toon_lijst)
            wegen.gezien.connect(lambda dossier, wat: self.kijker.zie(dossier, *wat))
        self.statusregel.conflicten.connect(lambda: self.toon_conflicten(None))
        self.statusregel.lijst.connect(self.toon_geweigerd)
        self.statusregel.instellingen.connect(self.toon_instellingen)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self, self.statusregel.nu)

    @property
    def intake(self) -> Intakescherm | None:
        """The klantmanager's screen of the talk that is open."""
        return self.ramen.intake

    def toon_lijst(self) -> None:
        """The caseload."""
        self._sluit_intake()
        self._naar(self.lijst)

    def toon_dossier(self, dossier_id: str) -> None:
        """One dossier at a glance."""
        self._sluit_intake()
        self._dossier_id = dossier_id
        self.blad.open(dossier_id)
        self._naar(self.blad)
        self.kijker.zie(dossier_id, Inzagesoort.DOSSIER)

    def toon_formulier(self, dossier_id: str) -> None:
        """The form of an existing dossier."""
        self._dossier_id = dossier_id
        self.formulier.open(dossier_id)
        self._naar(self.formulier)
        self.kijker.zie(dossier_id, Inzagesoort.BSN)

    def toon_formulier_nieuw(self, beginnaam: str) -> None:
        """An empty form that begins with what was searched for."""
        self._dossier_id = ""
        self.formulier.open(None, beginnaam)
        self._naar(self.formulier)

    def _uit_formulier(self) -> None:
        if self._dossier_id:
            self.toon_dossier(self._dossier_id)
        else:
            self.toon_lijst()

    def plan_intake(self, dossier_id: str) -> None:
        """A new intake: what is read in the language that the client reads, what is heard in the
        one that is spoken."""
        store = self.werkplek.store

        def maak() -> None:
            with store.lees() as sessie:
                dossier = sessie.get_one(Dossier, dossier_id)
                spreektaal = dossier.spreektaal if dossier.spreektaal in self.werkplek.talen else ""
                leestaal = dossier.leestaal if dossier.leestaal in self.werkplek.talen else ""
                intake = nieuwe_intake(
                    dossier,
                    store.lijst,
                    taal=leestaal or spreektaal or "nl",
                    spraaktaal=spreektaal or "",
                )
            store.begin_intake(intake)
            self.toon_intake(intake.id)

        self.werkplek.probeer(maak)

    def toon_toets(self, dossier_id: str) -> None:
        """The dossier, with the card of the leerbaarheidstoets in sight."""
        self.toon_dossier(dossier_id)
        blad = self.blad
        # Once the cards have their place.
        QTimer.singleShot(0, blad, lambda: blad.vlak.ensureWidgetVisible(blad.kaarten.toets, 0, 32))

    def toon_vraag(self, intake_id: str, code: str) -> None:
        """One question of a talk, and back to the weighing that asked for it."""
        dossier_id = self._dossier_id
        self.toon_intake(intake_id, terug=lambda: self.weging.weeg(dossier_id))
        if self.intake is not None:
            self.intake.gesprek.ga_naar(code)

    def toon_intake(self, intake_id: str, *, terug: Callable[[], object] | None = None) -> None:
        """The talk, with the client's window on the second screen if there is one."""
        self._sluit_intake()
        scherm = self.ramen.open(intake_id)
        self._dossier_id = scherm.gesprek.stand.dossier_id
        self._uit_gesprek = terug or (lambda: self.toon_dossier(self._dossier_id))
        self._stapel.addWidget(scherm)
        self._naar(scherm)
        scherm.richt()
        self.werkplek.store.onthoud("open_intake", intake_id)

    def toon_documenten(self, intake_id: str) -> None:
        """Where the summary and the client's page are made."""
        self._sluit_intake()
        if self.documenten is not None:
            self.documenten.deleteLater()
        self.documenten = Documentpaneel(self.werkplek, intake_id, self)
        self.documenten.terug.connect(lambda: self.toon_dossier(self._dossier_id))
        self.documenten.gezien.connect(lambda wat: self.kijker.zie(self._dossier_id, *wat))
        self._stapel.addWidget(self.documenten)
        self._naar(self.documenten)

    def _toon_tijdelijk(self, scherm: QWidget) -> None:
        """A screen that is made anew each time it opens."""
        self._sluit_intake()
        oud, self._tijdelijk = self._tijdelijk, scherm
        self._stapel.addWidget(scherm)
        self._naar(scherm)
        if oud is not None:
            self._stapel.removeWidget(oud)
            oud.deleteLater()

    @property
    def minuten(self) -> int:
        """Quiet minutes before the lock, as chosen on this laptop."""
        return gekozen_minuten(self.werkplek)

    def toon_instellingen(self) -> None:
        """The settings of this laptop."""
        if self.instellingen is None:
            self.instellingen = Instellingenscherm(self.werkplek, self)
            self.instellingen.terug.connect(self.toon_lijst)
            self.instellingen.minuten_gekozen.connect(self.minuten_gekozen)
            self.instellingen.taal_gekozen.connect(self.taal_gekozen)
            self.beheer.verbind_instellingen(self.instellingen)
            self._stapel.addWidget(self.instellingen)
        self._naar(self.instellingen)

    def toon_conflicten(self, dossier_id: str | None) -> None:
        """Where two people filled in something else, in one dossier or in all.

        Back goes where the user came from: the talk, the dossier or the list.
        """
        gesprek = self.intake.gesprek.intake_id if self.intake is not None else None
        scherm = Conflictscherm(self.werkplek, dossier_id, self)
        scherm.gezien.connect(lambda dossier, wat: self.kijker.zie(dossier, *wat))
        if gesprek is not None:
            scherm.terug.connect(lambda: self.toon_intake(gesprek))
        elif dossier_id is not None:
            scherm.terug.connect(lambda: self.toon_dossier(dossier_id))
        else:
            scherm.terug.connect(self.toon_lijst)
        self._toon_tijdelijk(scherm)

    @property
    def conflicten(self) -> Conflictscherm | None:
        """The conflict screen, while it is open."""
        return self._tijdelijk if isinstance(self._tijdelijk, Conflictscherm) else None

    def toon_geweigerd(self) -> None:
        """What the centre did not take, and what colleagues propose."""
        if self.geweigerd is None:
            self.geweigerd = Geweigerdscherm(self.werkplek, self)
            self.geweigerd.terug.connect(self.toon_lijst)
            self._stapel.addWidget(self.geweigerd)
        self._naar(self.geweigerd)

    def oefen(self) -> None:
        """Rehearsal with a made-up client."""
        store = self.werkplek.store
        if store.gebruiker_id is not None:
            self.toon_dossier(oefendossier(store, store.gebruiker_id))

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # No focus proxy: with one, Tab would pass over buttons of the screen that is shown.
        huidig = self._stapel.currentWidget()
        if huidig is not None:
            huidig.setFocus(gebeurtenis.reason())

    def vergrendel(self) -> None:
        """Keeps what is being typed and blanks the client's window; screens keep their place."""
        self.formulier.leg_vast()
        self._leg_schermen_vast()
        self.kijker.leg_vast()
        self.werkplek.kijkboek.vergeet()
        self.werkplek.kijkkopieen.ruim()
        self.afronden.blank()
        self.weging.blank()
        self.ramen.leg_vast()
        self.ramen.blank()

    def ontgrendel(self) -> None:
        """Shows again what was there."""
        self.noodwacht.ontgrendeld()
        if self._stapel.currentWidget() is self.blad:
            self.kijker.zie(self._dossier_id, Inzagesoort.DOSSIER)
        elif self.intake is not None:
            self.kijker.kijk_weer(self.intake.gesprek)
        self.ramen.toon_weer()

    def neem_over(self, vorige: Werkruimte) -> None:
        """In the place of one in another language: the same screen, with what was typed there.

        The talk opened already, at its question; a half-filled form is a draft on disk.
        """
        zet_terug(self.lijst, getypt(vorige.lijst))
        if vorige.instellingen is not None:
            self.toon_instellingen()
            assert self.instellingen is not None
            zet_terug(self.instellingen, getypt(vorige.instellingen))
            self.instellingen.taalkaart.keuze.setFocus()

    def sluit(self) -> None:
        """The program ends."""
        self.werkplek.kijkkopieen.ruim()
        self.kijker.leg_vast()
        if not self.werkplek.store.op_slot:
            self._leg_schermen_vast()
            self.ramen.leg_vast()
        self.ramen.sluit()

    def _leg_schermen_vast(self) -> None:
        """What is being typed on a screen that keeps all by itself."""
        self.plannen.leg_vast()
        self.weging.leg_vast()
        if isinstance(self._tijdelijk, Gemeentescherm):
            self._tijdelijk.leg_vast()

    def _sluit_intake(self) -> None:
        self.ramen.leg_vast()
        scherm = self.ramen.sluit()
        if scherm is None:
            return
        self._stapel.removeWidget(scherm)
        scherm.deleteLater()
        self.werkplek.store.onthoud("open_intake", None)

    def _naar(self, scherm: QWidget) -> None:
        self._stapel.setCurrentWidget(scherm)
        self.statusregel.verberg(scherm is self.intake)
        if scherm is not self.intake:
            scherm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _herstel(self) -> None:
        """After a crash or a switched-off laptop: the talk that was open opens again."""
        self._dossier_id = ""
        intake_id = self.werkplek.store.lokaal("open_intake")
        if intake_id is None:
            return
        with self.werkplek.store.lees() as sessie:
            bestaat = sessie.get(BredeIntake, intake_id) is not None
        if bestaat:
            self.toon_intake(intake_id)
