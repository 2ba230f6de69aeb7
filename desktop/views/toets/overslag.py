"""Leaving the test out: the legal reason, and who decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.models.dossier import Dossier
from desktop.models.formulier import datum_nederlands
from desktop.models.fouten import Invoerfout
from desktop.models.toetsuitslag import Overslagreden
from desktop.store import toetsuitslagen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toetsen import toetsdossier
from desktop.store.toetsmiddelen import beleid
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.toegang.velden import LANGSTE_REDEN, dag_van, dagveld, links, probeer_met
from desktop.views.toets.dagwoorden import overslagreden_in_woorden
from desktop.views.toets.feiten import feiten
from desktop.views.toets.woorden import fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel


class Overslagscherm(Blad):
    """The decision, or the one that stands and how to take it back."""

    besloten = Signal()

    def __init__(self, werkplek: Werkplek, dossier_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("De toets overslaan"), parent)
        self._werkplek, self._id = werkplek, dossier_id
        self.leg([self._besluitkaart(), self._nukaart()], [self._uitlegkaart()])
        self._lees()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _besluitkaart(self) -> Sectie:
        self._besluit = kaart = Sectie(_("Besluit"), self)
        self.wie = regel("", "zacht", kaart)
        kaart.blad.addWidget(self.wie)
        self.melding = regel("", "melding", kaart)
        self.melding.hide()
        kaart.blad.addWidget(self.melding)
        lijst = Keuzelijst(
            tuple((r.value, overslagreden_in_woorden(r)) for r in Overslagreden), kaart
        )
        lijst.setPlaceholderText(_("Kies…"))
        self.grond = Veld("grond", _("Wettelijke reden"), lijst, kaart, nodig=True)
        self.reden = tekstveld(
            "reden",
            _("Waarom kan de uitleg niet op een andere manier?"),
            kaart,
            hint=_("Nodig bij een auditieve beperking. Schrijf geen diagnose op."),
            lengte=LANGSTE_REDEN,
        )
        self.door = tekstveld("door", _("Wie nam dit besluit?"), kaart, nodig=True)
        self.op = dagveld("op", _("Op welke dag?"), kaart)
        self._velden = (self.grond, self.reden, self.door, self.op)
        kaart.raster((self.grond,), (self.reden,), (self.door, self.op))
        for veld in self._velden:
            if isinstance(veld.invoer, QLineEdit):
                veld.invoer.returnPressed.connect(self._sla_over)
        self.doe = knop(_("Sla de toets over"), "hoofd", kaart)
        self.doe.clicked.connect(self._sla_over)
        kaart.blad.addLayout(links(self.doe))
        return kaart

    def _nukaart(self) -> Sectie:
        self._nu = kaart = Sectie(_("Dit is besloten"), self)
        self._feiten = QWidget(kaart)
        kaart.blad.addWidget(self._feiten)
        self.terugnemen = knop(_("Toch de toets doen"), "gewoon", kaart)
        self.terugnemen.clicked.connect(self._neem_terug)
        kaart.blad.addLayout(links(self.terugnemen))
        return kaart

    def _uitlegkaart(self) -> Sectie:
        kaart = Sectie(_("Wanneer kan dit?"), self)
        for zin in (
            _("Alleen als een visuele of auditieve beperking de toets onmogelijk maakt."),
            _("Met een bril, een tolk of gebarentaal kan de toets vaak wel."),
            _("Een toets of meting van COA is iets anders. Die telt hier niet mee."),
        ):
            kaart.blad.addWidget(regel(zin, "zacht", kaart))
        return kaart

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        doel = self.grond.invoer if self._besluit.isVisibleTo(self) else self.terugnemen
        doel.setFocus(gebeurtenis.reason())

    def _lees(self) -> None:
        store = self._werkplek.store
        with store.lees() as sessie:
            dossier = sessie.get(Dossier, self._id)
            if dossier is None:
                self.terug.emit()
                return
            overslag = toetsdossier(sessie, self._id, beleid()).overslag
            self.wie.setText(_("Voor {naam}").format(naam=dossier.naam))
        self._besluit.setVisible(overslag is None)
        self._nu.setVisible(overslag is not None)
        if overslag is None:
            if not self.door.tekst:
                self.door.zet(self._werkplek.collegas.get(store.gebruiker_id or "", ""))
            if not self.op.tekst:
                self.op.zet(datum_nederlands(store.vandaag()))
            return
        rijen = [
            (_("Reden"), overslagreden_in_woorden(overslag.reden)),
            (_("Besloten door"), overslag.door),
            (_("Op"), datum_nederlands(overslag.op)),
        ]
        if overslag.toelichting:
            rijen.append((_("Toelichting"), overslag.toelichting))
        oud, self._feiten = self._feiten, feiten(rijen, self._nu)
        self._nu.blad.replaceWidget(oud, self._feiten)
        oud.hide()
        oud.deleteLater()
        self._feiten.show()

    def _sla_over(self) -> None:
        def gebaar() -> None:
            if not self.grond.tekst:
                raise Invoerfout("grond", "Kies de wettelijke reden.")
            toetsuitslagen.sla_over(
                self._werkplek.store,
                self._id,
                Overslagreden(self.grond.tekst),
                toelichting=self.reden.tekst,
                door=self.door.tekst,
                op=dag_van(self.op),
            )

        self._zeg("")
        if probeer_met(
            self._werkplek, self._velden, gebaar, lambda fout: self._zeg(fout_in_woorden(fout))
        ):
            self.besloten.emit()

    def _zeg(self, zin: str) -> None:
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))

    def _neem_terug(self) -> None:
        store = self._werkplek.store
        self._werkplek.probeer(lambda: toetsuitslagen.neem_overslag_terug(store, self._id))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not {"toetsoverslag", "dossier"}.isdisjoint(gewijzigd):
            self._lees()
