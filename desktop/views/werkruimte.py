"""The room behind the lock: which screen is shown, and the client's window beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.clientbeeld import Beeldsoort, Clientbeeld
from desktop.models.dossier import Dossier
from desktop.models.intake import BredeIntake, nieuwe_intake
from desktop.models.spoor import Inzagesoort
from desktop.store.oefening import oefendossier
from desktop.views.beheer.wegen import Beheerwegen
from desktop.views.client.venster import Clientvenster
from desktop.views.conflicten.scherm import Conflictscherm
from desktop.views.documenten import Documentpaneel
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.dossiers.formulier import Dossierformulier
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.instellingen.scherm import Instellingenscherm, gekozen_minuten
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.scherm import Intakescherm
from desktop.views.intake.stem import Stem
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
from desktop.views.tolk.toegang import Tolktoegang
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
        self.intake: Intakescherm | None = None
        self.client: Clientvenster | None = None
        self.tolk: Tolktoegang | None = None
        self.stem: Stem | None = None
        for scherm in (self.lijst, self.blad, self.formulier):
            self._stapel.addWidget(scherm)
        self.kijker = Kijker(werkplek, self)
        self.noodwacht = Noodwacht(werkplek, self)
        self.wegen = Toegangwegen(werkplek, self)
        self.beheer = Beheerwegen(werkplek, self)
        self.toetsen = Toetswegen(werkplek, self)
        self.toetsdossier = Toetsdossierwegen(werkplek, self)
        self.termijnen = Termijnwegen(werkplek, self)
        self.plannen = Pipwegen(werkplek, self)
        self.afronden = Afrondwegen(werkplek, self.plannen, self)
        self.weging = Wegingwegen(werkplek, self.plannen, self)
        self._tijdelijk: QWidget | None = None
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
        self.wegen.verbind(self.lijst, self.blad)
        self.wegen.toon.connect(self._toon_tijdelijk)
        self.wegen.naar_dossier.connect(self.toon_dossier)
        self.wegen.naar_lijst.connect(self.toon_lijst)
        self.beheer.verbind(self.lijst, self.blad)
        self.beheer.toon.connect(self._toon_tijdelijk)
        self.beheer.naar_dossier.connect(self.toon_dossier)
        self.beheer.naar_lijst.connect(self.toon_lijst)
        self.beheer.naar_instellingen.connect(self.toon_instellingen)
        self.beheer.terugzetten.connect(self.terugzetten)
        self.toetsen.verbind(self.lijst)
        self.toetsdossier.verbind(self.blad)
        self.toetsdossier.toon.connect(self._toon_tijdelijk)
        self.toetsdossier.naar_dossier.connect(self.toon_dossier)
        self.termijnen.verbind(self.blad)
        self.termijnen.toon.connect(self._toon_tijdelijk)
        self.termijnen.naar_dossier.connect(self.toon_dossier)
        self.plannen.verbind(self.blad)
        self.plannen.toon.connect(self._toon_tijdelijk)
        self.plannen.naar_dossier.connect(self.toon_dossier)
        self.plannen.wijzig_dossier.connect(self.toon_formulier)
        self.plannen.gezien.connect(lambda dossier, wat: self.kijker.zie(dossier, *wat))
        self.afronden.toon.connect(self._toon_tijdelijk)
        self.afronden.naar_dossier.connect(self.toon_dossier)
        self.afronden.gezien.connect(lambda dossier, wat: self.kijker.zie(dossier, *wat))
        self.weging.toon.connect(self._toon_tijdelijk)
        self.weging.naar_dossier.connect(self.toon_dossier)
        self.weging.naar_toets.connect(self.toon_toets)
        self.weging.naar_gegevens.connect(self.toon_formulier)
        self.weging.naar_vraag.connect(self.toon_vraag)
        self.weging.gezien.connect(lambda dossier, wat: self.kijker.zie(dossier, *wat))
        self.toetsen.toon.connect(self._toon_tijdelijk)
        self.toetsen.naar_lijst.connect(self.toon_lijst)
        self.statusregel.conflicten.connect(lambda: self.toon_conflicten(None))
        self.statusregel.lijst.connect(self.toon_geweigerd)
        self.statusregel.instellingen.connect(self.toon_instellingen)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self, self.statusregel.nu)

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
        gesprek = Gesprek(self.werkplek, intake_id)
        self.intake = Intakescherm(gesprek, self)
        gesprek.setParent(self.intake)
        self._dossier_id = gesprek.stand.dossier_id
        self.intake.terug.connect(terug or (lambda: self.toon_dossier(self._dossier_id)))
        self.intake.naar_client.connect(self.toon_client)
        self.tolk = Tolktoegang(gesprek, self)
        self.intake.naar_tolk.connect(self.toon_tolk)
        self.intake.naar_papieren.connect(lambda: self.toon_documenten(intake_id))
        self._stapel.addWidget(self.intake)
        self.client = Clientvenster(self.werkplek.pictogrammen)
        self.stem = Stem(gesprek, self.client, self.werkplek.spreker)
        self.intake.gespreksblad.paneel.kop.kaart.stem.volg(self.stem)
        gesprek.beeld_gewijzigd.connect(self._toon_beeld)
        gesprek.verschil_gevraagd.connect(lambda: self.toon_conflicten(self._dossier_id))
        self.kijker.volg(gesprek)
        self._toon_beeld(gesprek.beeld())
        if len(QGuiApplication.screens()) > 1:
            self.toon_client()
        self._naar(self.intake)
        self.intake.richt()
        self.werkplek.store.onthoud("open_intake", intake_id)

    def toon_client(self) -> None:
        """The client's window, full screen on the second screen; else as a window beside ours."""
        if self.client is None:
            return
        scherm = tweede_scherm(self.window().screen())
        if scherm is None:
            self.client.resize(1024, 600)
            self.client.show()
            self.client.raise_()
            return
        self.client.setScreen(scherm)
        self.client.setGeometry(scherm.geometry())
        # The keyboard stays with the klantmanager; the client's window is for fingers.
        self.client.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.client.showFullScreen()
        self.activateWindow()

    def toon_tolk(self) -> None:
        """The interpreter's window, on a screen that nobody uses if there is one."""
        if self.tolk is not None:
            client = self.client
            self.tolk.open(client.screen() if client is not None and client.isVisible() else None)

    def _toon_beeld(self, beeld: Clientbeeld) -> None:
        if self.client is not None and self.intake is not None:
            keuze = self.intake.gesprek.stand.taalkeuze
            self.client.toon(
                beeld, self.werkplek.prompts_voor(keuze), toon_nederlands=keuze.toon_nederlands
            )

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
        self.plannen.leg_vast()
        self.weging.leg_vast()
        self.kijker.leg_vast()
        self.werkplek.kijkboek.vergeet()
        self.werkplek.kijkkopieen.ruim()
        self.afronden.blank()
        self.weging.blank()
        if self.intake is not None:
            self.intake.leg_vast()
        if self.stem is not None:
            self.stem.zwijg()
        if self.client is not None:
            self.client.toon(Clientbeeld(Beeldsoort.LEEG), self.werkplek.prompts("nl"))
        if self.tolk is not None:
            self.tolk.blank()

    def ontgrendel(self) -> None:
        """Shows again what was there."""
        self.noodwacht.ontgrendeld()
        if self._stapel.currentWidget() is self.blad:
            self.kijker.zie(self._dossier_id, Inzagesoort.DOSSIER)
        elif self.intake is not None:
            self.kijker.kijk_weer(self.intake.gesprek)
        if self.intake is not None:
            self._toon_beeld(self.intake.gesprek.beeld())
        if self.tolk is not None:
            self.tolk.toon_weer()

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
            self.plannen.leg_vast()
            self.weging.leg_vast()
            if self.intake is not None:
                self.intake.leg_vast()
        self._sluit_client()

    def _sluit_intake(self) -> None:
        if self.intake is None:
            return
        self.intake.leg_vast()
        self._sluit_client()
        self._stapel.removeWidget(self.intake)
        self.intake.deleteLater()
        self.intake = None
        self.werkplek.store.onthoud("open_intake", None)

    def _sluit_client(self) -> None:
        if self.stem is not None:
            self.stem.los()
            self.stem = None
        if self.client is not None:
            self.client.mag_sluiten = True
            self.client.close()
            self.client.deleteLater()
            self.client = None
        if self.tolk is not None:
            self.tolk.sluit()
            self.tolk.deleteLater()
            self.tolk = None

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


def tweede_scherm(eerste: QScreen | None) -> QScreen | None:
    """The screen that is not the klantmanager's."""
    return next((s for s in QGuiApplication.screens() if s is not eerste), None)
