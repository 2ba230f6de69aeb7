"""One dossier: share it with a colleague or partner, take that back, hand it over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.dossier import Dossier, Rol
from desktop.models.formulier import datum_nederlands
from desktop.models.toegang import Grond
from desktop.store import toegang, verlenen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toegang import Toegangsregel
from desktop.taal import _
from desktop.views.dossiers.velden import tekstveld
from desktop.views.toegang.recht import (
    beleid,
    deel_in_woorden,
    grond_in_woorden,
    tot_in_woorden,
)
from desktop.views.toegang.velden import (
    LANGSTE_REDEN,
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

ONDERWERPEN = frozenset({"deling", "dossier", "medewerker"})


class Deelscherm(Blad):
    """Who else may see one dossier. `overgedragen`: it has another klantmanager now."""

    overgedragen = Signal()

    def __init__(self, werkplek: Werkplek, dossier_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Delen of overdragen"), parent)
        self._werkplek, self._id = werkplek, dossier_id
        self._rollen: dict[str, Rol] = {}
        self._namen: dict[str, str] = {}
        self.leg([self._deelkaart()], [self._nukaart(), self._overdrachtkaart()])
        self._lees()
        werkplek.gewijzigd.connect(self._na_wijziging)

    # The cards

    def _deelkaart(self) -> Sectie:
        kaart = Sectie(_("Delen met een collega of partner"), self)
        self.met = collegaveld("met", _("Met wie"), kaart)
        self.met.gewijzigd.connect(self._toon_deel)
        kaart.blad.addWidget(self.met)
        self.deel = regel("", "zacht", kaart)
        kaart.blad.addWidget(self.deel)
        self.tot = dagveld("tot", _("Tot en met"), kaart)
        self.reden = tekstveld(
            "reden",
            _("Waarom"),
            kaart,
            nodig=True,
            hint=_("Zoals: samen op huisbezoek. Staat in het spoor van het dossier."),
            lengte=LANGSTE_REDEN,
        )
        for veld in (self.tot, self.reden):
            kaart.blad.addWidget(veld)
            if isinstance(veld.invoer, QLineEdit):
                veld.invoer.returnPressed.connect(self._deel)
        self.doe = knop(_("Deel dit dossier"), "hoofd", kaart)
        self.doe.clicked.connect(self._deel)
        kaart.blad.addLayout(links(self.doe))
        return kaart

    def _nukaart(self) -> Sectie:
        self._nu = kaart = Sectie(_("Nu gedeeld met"), self)
        self._lijst = QWidget(kaart)
        kaart.blad.addWidget(self._lijst)
        self.niemand = regel(_("Dit dossier is met niemand gedeeld."), "zacht", kaart)
        kaart.blad.addWidget(self.niemand)
        return kaart

    def _overdrachtkaart(self) -> Sectie:
        kaart = Sectie(_("Overdragen"), self)
        kaart.blad.addWidget(
            regel(
                _(
                    "Je collega wordt de klantmanager van dit dossier. Bij de volgende "
                    "uitwisseling gaat het naar de laptop van je collega."
                ),
                "zacht",
                kaart,
            )
        )
        self.naar = collegaveld("naar", _("Aan wie"), kaart)
        self.naar.gewijzigd.connect(self._toon_naar)
        kaart.blad.addWidget(self.naar)
        self.draag = knop(_("Draag over"), "gewoon", kaart)
        self.draag.clicked.connect(self._draag_over)
        kaart.blad.addLayout(links(self.draag))
        return kaart

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the first field.
        self.met.invoer.setFocus(gebeurtenis.reason())

    # Reading

    def _lees(self) -> None:
        store = self._werkplek.store
        vandaag = store.vandaag()
        with store.lees() as sessie:
            dossier = sessie.get(Dossier, self._id)
            if dossier is None:
                self.terug.emit()
                return
            met = toegang.deelbaar_met(sessie, self._id)
            naar = toegang.overdraagbaar_aan(sessie, dossier.klantmanager_id)
            regels = toegang.wie_ziet(sessie, self._id, beleid(), vandaag=vandaag)
        self._rollen = {wie.id: wie.rol for wie in met}
        self._namen = {wie.id: wie.naam for wie in naar}
        zet_collegas(self.met, met)
        zet_collegas(self.naar, naar)
        if not self.tot.tekst:
            self.tot.zet(datum_nederlands(beleid().deling_tot(vandaag)))
        self._toon_deel()
        self._toon_naar()
        self._vul([r for r in regels if r.grond is Grond.GEDEELD])

    def _vul(self, regels: list[Toegangsregel]) -> None:
        oud, self._lijst = self._lijst, QWidget(self._nu)
        self._nu.blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        rooster = QGridLayout(self._lijst)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(24)
        rooster.setVerticalSpacing(12)
        rooster.setColumnStretch(0, 1)
        for n, wie in enumerate(regels):
            woorden = QVBoxLayout()
            woorden.setSpacing(0)
            woorden.addWidget(regel(wie.wie, "veldnaam", self._lijst))
            for tekst in (grond_in_woorden(wie), tot_in_woorden(wie.tot), wie.reden):
                if tekst:
                    woorden.addWidget(regel(tekst, "zacht", self._lijst))
            rooster.addLayout(woorden, n, 0)
            terug = knop(_("Neem terug"), "gewoon", self._lijst)
            terug.setAccessibleName(_("Deel niet langer met {naam}").format(naam=wie.wie))
            terug.clicked.connect(partial(self._neem_terug, wie.rij))
            rooster.addWidget(terug, n, 1, Qt.AlignmentFlag.AlignTop)
        self._lijst.setVisible(bool(regels))
        self.niemand.setVisible(not regels)

    def _toon_deel(self) -> None:
        rol = self._rollen.get(self.met.tekst)
        self.deel.setText(deel_in_woorden(rol) if rol is not None else "")
        self.deel.setVisible(rol is not None)

    def _toon_naar(self) -> None:
        naam = self._namen.get(self.naar.tekst)
        tekst = _("Draag over aan {naam}").format(naam=naam) if naam else _("Draag over")
        self.draag.setText(tekst.replace("&", "&&"))
        self.draag.setAccessibleName(tekst)
        self.draag.setEnabled(naam is not None)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()

    # What the user does

    def _deel(self) -> None:
        store = self._werkplek.store

        def deel() -> None:
            verlenen.deel(
                store,
                self._id,
                keuze_van(self.met),
                self.reden.tekst,
                tot=dag_van(self.tot),
            )

        if probeer_met(self._werkplek, (self.met, self.tot, self.reden), deel):
            self.reden.zet("")
            self._werkplek.gelukt.emit(_("Het dossier is gedeeld."))

    def _neem_terug(self, deling: str) -> None:
        store = self._werkplek.store
        self._werkplek.probeer(lambda: verlenen.neem_terug(store, deling))

    def _draag_over(self) -> None:
        store, naam = self._werkplek.store, self._namen.get(self.naar.tekst, "")

        def draag() -> None:
            verlenen.draag_caseload_over(store, [self._id], keuze_van(self.naar))

        if probeer_met(self._werkplek, (self.naar,), draag):
            self._werkplek.gelukt.emit(_("Dit dossier is nu van {naam}.").format(naam=naam))
            self.overgedragen.emit()
