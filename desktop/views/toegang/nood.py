"""Breaking the glass: a dossier outside one's caseload opens with a reason."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.models.dossier import Dossier
from desktop.models.toegang import controleer_noodreden, lees_zoeknummer
from desktop.store.aankondiging import Gewijzigd
from desktop.store.fouten import ViergesprekFout
from desktop.store.nood import breek_glas
from desktop.store.toegang import dossier_met
from desktop.sync.fouten import GeenNetwerk
from desktop.taal import _, meervoud
from desktop.views.dossiers.velden import tekstveld
from desktop.views.taken import Achtergrondtaak
from desktop.views.toegang.recht import Nummerzoeker, beleid
from desktop.views.toegang.velden import LANGSTE_REDEN, links, probeer_met
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

RONDES = 3
"""At most: one may have been running already."""


class Noodscherm(Blad):
    """A number and a reason. `open_dossier` carries its id, once it is on this laptop.

    With `dossier_id` it is about the shielded parts of a dossier that the user sees already.
    """

    open_dossier = Signal(str)

    def __init__(
        self, werkplek: Werkplek, parent: QWidget | None = None, *, dossier_id: str = ""
    ) -> None:
        super().__init__(
            _("Gezondheid en notities zien") if dossier_id else _("Dossier van een collega openen"),
            parent,
        )
        self._werkplek = werkplek
        self._dossier = dossier_id
        self._wacht_op = ""
        self._reden = ""
        self._rondes = 0
        self._taak: Achtergrondtaak | None = None
        self.leg([self._formulier()], [self._uitleg()])
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _formulier(self) -> Sectie:
        kaart = Sectie(_("Welk dossier, en waarom"), self)
        self.nummer = tekstveld(
            "nummer",
            _("Nummer"),
            kaart,
            nodig=not self._dossier,
            hint="" if self._dossier else _("Dossiernummer, V-nummer of BSN."),
            lengte=32,
        )
        if self._dossier:
            with self._werkplek.store.lees() as sessie:
                self.nummer.zet(sessie.get_one(Dossier, self._dossier).nummer)
            self.nummer.invoer.setEnabled(False)
        self.reden = tekstveld(
            "reden",
            _("Reden"),
            kaart,
            nodig=True,
            hint=_("Eén hele zin. De klantmanager van het dossier leest die."),
            lengte=LANGSTE_REDEN,
        )
        for veld in (self.nummer, self.reden):
            kaart.blad.addWidget(veld)
            if isinstance(veld.invoer, QLineEdit):
                veld.invoer.returnPressed.connect(self._begin)
        tekst = _("Laat ook dit zien") if self._dossier else _("Open het dossier")
        self.doe = knop(tekst, "hoofd", kaart)
        self.doe.clicked.connect(self._begin)
        kaart.blad.addLayout(links(self.doe))
        self.stand = regel("", "zacht", kaart)
        self.stand.hide()
        kaart.blad.addWidget(self.stand)
        return kaart

    def _uitleg(self) -> Sectie:
        kaart = Sectie(_("Zo werkt het"), self)
        kaart.blad.setSpacing(8)
        dagen = beleid().nood_dagen
        begin = (
            _("Je ziet dit dossier al, zonder gezondheid en afgeschermde notities.")
            if self._dossier
            else _("Je kunt dit doen als iemand nu hulp nodig heeft en de klantmanager er niet is.")
        )
        for tekst in (
            begin,
            meervoud(
                "Je ziet alles {aantal} dag lang.", "Je ziet alles {aantal} dagen lang.", dagen
            ),
            _("De klantmanager krijgt bericht: wie het dossier opende, wanneer en waarom."),
            _("Wat je bekijkt, staat in het spoor van het dossier, met je reden erbij."),
        ):
            kaart.blad.addWidget(regel(tekst, "zacht", kaart))
        return kaart

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the first field.
        (self.reden if self._dossier else self.nummer).invoer.setFocus(gebeurtenis.reason())

    # What the user does

    def _begin(self) -> None:
        if self._taak is not None or self._wacht_op:
            return
        nummer = ""

        def lees() -> None:
            nonlocal nummer
            if not self._dossier:
                nummer = lees_zoeknummer(self.nummer.tekst)
            self._reden = controleer_noodreden(self.reden.tekst)

        if not probeer_met(self._werkplek, (self.nummer, self.reden), lees):
            return
        if self._dossier:
            self._breek("", self._dossier)
            return
        with self._werkplek.store.lees() as sessie:
            hier = dossier_met(sessie, nummer)
        if hier is not None:
            self._open_wat_er_is(hier)
        else:
            self._zoek(nummer)

    def _open_wat_er_is(self, dossier_id: str) -> None:
        self._werkplek.melding.emit(_("Dit dossier kun je al zien."))
        self.open_dossier.emit(dossier_id)

    def _zoek(self, nummer: str) -> None:
        sync: Nummerzoeker | None = self._werkplek.sync
        if sync is None:
            self._zeg(
                _("Hiervoor is verbinding met de centrale opslag nodig. Die is er nu niet."),
                klaar=True,
            )
            return
        reden = self._reden
        self._zeg(_("Even zoeken…"))
        self._taak = Achtergrondtaak(lambda: sync.zoek_nummer(nummer, reden), self)
        self._taak.klaar.connect(self._gevonden)
        self._taak.mislukt.connect(self._mislukt)
        self._taak.start()

    def _gevonden(self, uitkomst: tuple[str, str] | None) -> None:
        self._taak = None
        if uitkomst is None:
            self._zeg("", klaar=True)
            self.nummer.toon_fout(
                _("Dit nummer is niet gevonden. Kijk het na, of vraag het aan je collega.")
            )
            self.nummer.invoer.setFocus()
            return
        gemeente, dossier = uitkomst
        with self._werkplek.store.lees() as sessie:
            al_hier = sessie.get(Dossier, dossier) is not None
        if al_hier:
            self._open_wat_er_is(dossier)
        else:
            self._breek(gemeente, dossier)

    def _mislukt(self, fout: Exception) -> None:
        self._taak = None
        if isinstance(fout, GeenNetwerk):
            self._zeg(
                _(
                    "Er is nu geen verbinding. Een dossier van een collega openen kan alleen met "
                    "verbinding. Bel je collega, of probeer het straks opnieuw."
                ),
                klaar=True,
            )
            return
        zin = fout.zin if isinstance(fout, ViergesprekFout) else ViergesprekFout.STANDAARD
        self._zeg(_(zin), klaar=True)

    def _breek(self, gemeente: str, dossier_id: str) -> None:
        store = self._werkplek.store
        gelukt = self._werkplek.probeer(
            lambda: breek_glas(store, dossier_id, self._reden, beleid(), gemeente=gemeente or None)
        )
        if not gelukt:
            self._zeg("", klaar=True)
            return
        if self._dossier:
            self._werkplek.gelukt.emit(
                _("Je reden is bewaard. De rest van het dossier komt met de volgende uitwisseling.")
            )
            self.open_dossier.emit(dossier_id)
        else:
            self._wacht_op = dossier_id
            self._zeg(
                _(
                    "Je reden is bewaard. Het dossier komt met de volgende uitwisseling en opent "
                    "dan vanzelf. Je kunt intussen verder werken."
                )
            )
        if self._werkplek.sync is not None:
            draad = self._werkplek.draad
            if self._wacht_op:
                draad.klaar.connect(self._na_ronde)
            draad.nu_bijwerken()

    def _na_ronde(self) -> None:
        """One round brings the reason; the next one is greeted with the right that it gave."""
        self._rondes += 1
        if self._wacht_op and self._rondes < RONDES:
            self._werkplek.draad.nu_bijwerken()

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self._wacht_op and self._wacht_op in gewijzigd.get("dossier", ()):
            dossier, self._wacht_op = self._wacht_op, ""
            if self.isVisible():
                # After everybody has heard what came.
                QTimer.singleShot(0, self, lambda: self.open_dossier.emit(dossier))

    def _zeg(self, tekst: str, *, klaar: bool = False) -> None:
        self.stand.setText(tekst)
        self.stand.setVisible(bool(tekst))
        self.doe.setEnabled(klaar)
