"""Working with colleagues: absence, a caseload handed over, somebody else's dossier."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.toegang import mag_caseload_van, mag_glas_breken, mag_heel_spoor
from desktop.store import toegang, verlenen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toegang import Collega, Vervangingsregel
from desktop.taal import _, meervoud
from desktop.views.toegang.caseload import Caseloadlijst
from desktop.views.toegang.recht import eigen_recht
from desktop.views.toegang.velden import (
    collegaveld,
    dag_van,
    dagveld,
    keuze_van,
    links,
    probeer_met,
    zet_collegas,
)
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

ONDERWERPEN = frozenset({"vervanging", "dossier", "medewerker"})


class Collegascherm(Blad):
    """Only what the role of the user allows is shown. `nood` and `spoor` open other sheets."""

    nood = Signal()
    spoor = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(_("Samen met collega's"), parent)
        self._werkplek = werkplek
        self._ik = werkplek.store.gebruiker_id or ""
        self._allen: list[Collega] = []
        recht = eigen_recht(werkplek)
        self._recht = recht
        regelt = recht is not None and mag_caseload_van(recht, self._ik)
        self._voor_allen = recht is not None and mag_caseload_van(recht, "")
        self._nood = self._noodkaart()
        self._nood.setVisible(recht is not None and mag_glas_breken(recht))
        self._afwezig = self._afwezigkaart()
        self._spoor = self._spoorkaart()
        self._spoor.setVisible(recht is not None and mag_heel_spoor(recht))
        self._overdracht = self._overdrachtkaart()
        for kaart in (self._afwezig, self._overdracht):
            kaart.setVisible(regelt or self._voor_allen)
        self.leg([self._nood, self._afwezig, self._spoor], [self._overdracht])
        self._lees()
        werkplek.gewijzigd.connect(self._na_wijziging)

    # The cards

    def _noodkaart(self) -> Sectie:
        kaart = Sectie(_("Dossier van een collega"), self)
        kaart.blad.addWidget(
            regel(
                _("Heeft iemand nu hulp nodig en is de klantmanager er niet? Dan kan het zo."),
                "zacht",
                kaart,
            )
        )
        self.knop_nood = knop(_("Open een dossier met een reden"), "gewoon", kaart)
        self.knop_nood.clicked.connect(self.nood)
        kaart.blad.addLayout(links(self.knop_nood))
        return kaart

    def _spoorkaart(self) -> Sectie:
        kaart = Sectie(_("Wie deed wat in de gemeente"), self)
        kaart.blad.addWidget(
            regel(_("Wie iets bekeek of wijzigde, en wanneer. Niet wat er staat."), "zacht", kaart)
        )
        self.knop_spoor = knop(_("Bekijk het spoor"), "gewoon", kaart)
        self.knop_spoor.clicked.connect(self.spoor)
        kaart.blad.addLayout(links(self.knop_spoor))
        return kaart

    def _afwezigkaart(self) -> Sectie:
        kaart = Sectie(_("Vervanging"), self)
        self._lijst = QWidget(kaart)
        kaart.blad.addWidget(self._lijst)
        kaart.blad.addWidget(
            regel(
                _("Wie vervangt, ziet en doet in deze dagen alles wat de afwezige kan."),
                "zacht",
                kaart,
            )
        )
        self.afwezige = collegaveld("afwezige_id", _("Wie is er weg"), kaart)
        self.afwezige.gewijzigd.connect(self._lees_vervangers)
        self.afwezige.setVisible(self._voor_allen)
        self.vervanger = collegaveld("vervanger_id", _("Wie vervangt"), kaart)
        self.vanaf = dagveld("vanaf", _("Eerste dag"), kaart)
        self.tot = dagveld("tot", _("Laatste dag"), kaart)
        kaart.raster((self.afwezige,), (self.vervanger,), (self.vanaf, self.tot))
        self.plan = knop(_("Zet de vervanging klaar"), "gewoon", kaart)
        self.plan.clicked.connect(self._plan)
        for veld in (self.vanaf, self.tot):
            if isinstance(veld.invoer, QLineEdit):
                veld.invoer.returnPressed.connect(self._plan)
        kaart.blad.addLayout(links(self.plan))
        return kaart

    def _overdrachtkaart(self) -> Sectie:
        kaart = Sectie(_("Dossiers overdragen"), self)
        self.van = collegaveld("van", _("Van wie"), kaart)
        self.van.gewijzigd.connect(self._lees_caseload)
        self.van.setVisible(self._voor_allen)
        kaart.blad.addWidget(self.van)
        self.caseload = Caseloadlijst(kaart)
        self.caseload.gekozen.connect(self._toon_knop)
        kaart.blad.addWidget(self.caseload)
        self.naar = collegaveld("naar", _("Aan wie"), kaart)
        self.naar.gewijzigd.connect(self._toon_knop)
        kaart.blad.addWidget(self.naar)
        self.draag = knop("", "hoofd", kaart)
        self.draag.clicked.connect(self._draag_over)
        kaart.blad.addLayout(links(self.draag))
        kaart.blad.addWidget(
            regel(
                _("Bij de volgende uitwisseling gaan ze naar de laptop van je collega."),
                "klein",
                kaart,
            )
        )
        return kaart

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the first thing to do.
        for los in (self.knop_nood, self.plan, self.knop_spoor, self.knop_terug):
            if los.isVisible():
                los.setFocus(gebeurtenis.reason())
                return

    # Reading

    def _lees(self) -> None:
        store = self._werkplek.store
        with store.lees() as sessie:
            regels = toegang.vervangingen(
                sessie, vandaag=store.vandaag(), van=None if self._voor_allen else self._ik
            )
            if self._voor_allen and self._recht is not None:
                self._allen = toegang.met_caseload(sessie, self._recht.gemeente)
        self._vul(regels)
        if self._voor_allen:
            zet_collegas(self.afwezige, self._allen)
            zet_collegas(self.van, self._allen)
        self._lees_vervangers()
        self._lees_caseload()

    def _lees_vervangers(self) -> None:
        wie = self._afwezige()
        if wie:
            with self._werkplek.store.lees() as sessie:
                zet_collegas(self.vervanger, toegang.vervangers_voor(sessie, wie))
        else:
            zet_collegas(self.vervanger, ())

    def _lees_caseload(self) -> None:
        van = self._van()
        if van:
            with self._werkplek.store.lees() as sessie:
                self.caseload.toon(toegang.caseload(sessie, van))
                zet_collegas(self.naar, toegang.overdraagbaar_aan(sessie, van))
        else:
            self.caseload.toon([])
            zet_collegas(self.naar, ())
        self._toon_knop()

    def _afwezige(self) -> str:
        return self.afwezige.tekst if self._voor_allen else self._ik

    def _van(self) -> str:
        return self.van.tekst if self._voor_allen else self._ik

    def _vul(self, regels: list[Vervangingsregel]) -> None:
        oud, self._lijst = self._lijst, QWidget(self._afwezig)
        self._afwezig.blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        rooster = QGridLayout(self._lijst)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(24)
        rooster.setVerticalSpacing(12)
        rooster.setColumnStretch(0, 1)
        for n, weg in enumerate(regels):
            woorden = QVBoxLayout()
            woorden.setSpacing(0)
            kop = _("{vervanger} vervangt {afwezige}").format(
                vervanger=weg.vervanger, afwezige=weg.afwezige
            )
            woorden.addWidget(regel(kop, "veldnaam", self._lijst))
            woorden.addWidget(regel(_dagen(weg), "zacht", self._lijst))
            rooster.addLayout(woorden, n, 0)
            if self._recht is None or not mag_caseload_van(self._recht, weg.afwezige_id):
                continue
            stop = knop(_("Stop") if weg.bezig else _("Haal weg"), "gewoon", self._lijst)
            stop.setAccessibleName(_("Beëindig: {wat}").format(wat=kop))
            stop.clicked.connect(partial(self._beeindig, weg.id))
            rooster.addWidget(stop, n, 1, Qt.AlignmentFlag.AlignTop)
        self._lijst.setVisible(bool(regels))

    def _toon_knop(self) -> None:
        n = len(self.caseload.gekozen_ids)
        tekst = meervoud("Draag {aantal} dossier over", "Draag {aantal} dossiers over", n)
        self.draag.setText(tekst)
        self.draag.setAccessibleName(tekst)
        self.draag.setEnabled(n > 0)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()

    # What the user does

    def _plan(self) -> None:
        store = self._werkplek.store

        def plan() -> None:
            verlenen.plan_vervanging(
                store,
                keuze_van(self.afwezige) if self._voor_allen else self._ik,
                keuze_van(self.vervanger),
                vanaf=dag_van(self.vanaf),
                tot=dag_van(self.tot),
            )

        velden = (self.afwezige, self.vervanger, self.vanaf, self.tot)
        if probeer_met(self._werkplek, velden, plan):
            for veld in velden:
                veld.zet("")
            self._werkplek.gelukt.emit(_("De vervanging staat klaar."))

    def _beeindig(self, vervanging: str) -> None:
        store = self._werkplek.store
        self._werkplek.probeer(lambda: verlenen.beeindig_vervanging(store, vervanging))

    def _draag_over(self) -> None:
        store, ids = self._werkplek.store, self.caseload.gekozen_ids

        def draag() -> None:
            verlenen.draag_caseload_over(store, ids, keuze_van(self.naar))

        if probeer_met(self._werkplek, (self.naar,), draag):
            self._werkplek.gelukt.emit(
                meervoud(
                    "{aantal} dossier is overgedragen.",
                    "{aantal} dossiers zijn overgedragen.",
                    len(ids),
                )
            )


def _dagen(weg: Vervangingsregel) -> str:
    vanaf, tot = datum_nederlands(weg.vanaf), datum_nederlands(weg.tot)
    if weg.bezig:
        return _("Nu bezig, tot en met {tot}").format(tot=tot)
    return _("{vanaf} tot en met {tot}").format(vanaf=vanaf, tot=tot)
