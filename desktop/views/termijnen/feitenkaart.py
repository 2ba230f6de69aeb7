"""To write down a dated fact that terms are counted from, and to take a wrong one away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.fouten import Invoerfouten
from desktop.models.termijnfeit import Feitsoort
from desktop.models.termijninvoer import MET_LAATSTE_DAG, MET_WAARDE, SOORTEN
from desktop.store import termijnen
from desktop.store.termijnen import Feitregel
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.termijnen.woorden import feit_in_woorden
from desktop.views.toegang.velden import dagveld, links
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel


class Feitenkaart(Sectie):
    """What was written down, and a small form; which fields it has depends on the fact."""

    def __init__(self, werkplek: Werkplek, dossier_id: str, parent: QWidget) -> None:
        super().__init__(_("Wat bekend is"), parent)
        self._werkplek, self._id = werkplek, dossier_id
        self._lijst = QWidget(self)
        self.blad.addWidget(self._lijst)
        keuze = Keuzelijst(tuple((s.value, _(naam)) for s, naam in SOORTEN.items()), self)
        keuze.setPlaceholderText(_("Kies…"))
        self.soort = Veld("soort", _("Leg iets vast"), keuze, self)
        self.dag = dagveld("dag", _("Op welke dag?"), self)
        self.tot = tekstveld(
            "tot", _("Laatste dag"), self, voorbeeld=_("dag-maand-jaar"), lengte=20
        )
        self.waarde = tekstveld("waarde", _("Hoeveel?"), self, lengte=20)
        self.notitie = tekstveld(
            "notitie",
            _("Notitie"),
            self,
            hint=_("Zoals: van wie, of in welke brief. Schrijf geen diagnose op."),
        )
        self._velden = (self.dag, self.tot, self.waarde, self.notitie)
        self.raster((self.soort,), (self.dag, self.tot), (self.waarde,), (self.notitie,))
        self.doe = knop(_("Leg vast"), "hoofd", self)
        self.doe.clicked.connect(self._leg_vast)
        self.blad.addLayout(links(self.doe))
        for veld in self._velden:
            assert isinstance(veld.invoer, QLineEdit)
            veld.invoer.returnPressed.connect(self._leg_vast)
        self.soort.gewijzigd.connect(self._toon_velden)
        self._toon_velden()

    def toon(self, feiten: Sequence[Feitregel], *, schrijft: bool) -> None:
        """What was written down; the form only for who may write."""
        oud, self._lijst = self._lijst, self._regels(feiten, schrijft=schrijft)
        self.blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        self._lijst.show()
        self.soort.setVisible(schrijft)
        if not schrijft:
            for veld in self._velden:
                veld.hide()
            self.doe.hide()

    def _regels(self, feiten: Sequence[Feitregel], *, schrijft: bool) -> QWidget:
        doos = QWidget(self)
        blad = QVBoxLayout(doos)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        if not feiten:
            zin = _("Nog niets. De datums uit het dossier en het PIP tellen vanzelf mee.")
            blad.addWidget(regel(zin, "zacht", doos))
        for feit in feiten:
            rij = QHBoxLayout()
            rij.setSpacing(16)
            woorden = QVBoxLayout()
            woorden.setSpacing(0)
            naam, dagen = _(SOORTEN[feit.soort]), feit_in_woorden(feit)
            woorden.addWidget(regel(naam, "gewoon", doos))
            woorden.addWidget(regel(dagen, "zacht", doos))
            if feit.notitie:
                woorden.addWidget(regel(feit.notitie, "klein", doos))
            rij.addLayout(woorden, 1)
            if schrijft:
                weg = knop(_("Haal weg"), "stil", doos)
                weg.setAccessibleName(_("Haal weg: {feit}, {dag}").format(feit=naam, dag=dagen))
                weg.clicked.connect(partial(self._haal_weg, feit.id))
                rij.addWidget(weg)
            blad.addLayout(rij)
        return doos

    @property
    def gekozen(self) -> Feitsoort | None:
        """The kind of fact that the form is for."""
        return Feitsoort(self.soort.tekst) if self.soort.tekst else None

    def _toon_velden(self) -> None:
        soort = self.gekozen
        for veld in self._velden:
            veld.toon_fout("")
        for deel in (self.dag, self.notitie, self.doe):
            deel.setVisible(soort is not None)
        self.tot.setVisible(soort in MET_LAATSTE_DAG)
        self.waarde.setVisible(soort in MET_WAARDE)
        if soort is None:
            return
        vraagt, laatste, hoeveel, hint = _vragen(soort)
        for veld, naam in ((self.dag, vraagt), (self.tot, laatste), (self.waarde, hoeveel)):
            veld.label.setText(naam)
            veld.invoer.setAccessibleName(naam)
        assert isinstance(self.waarde.invoer, QLineEdit)
        self.waarde.invoer.setPlaceholderText(hint)

    def _leg_vast(self) -> None:
        soort = self.gekozen
        if soort is None:
            self.soort.toon_fout(_("Kies eerst wat je wilt vastleggen."))
            return
        per_naam = {veld.naam: veld for veld in self._velden}
        for veld in self._velden:
            veld.toon_fout("")
        getypt = {naam: veld.tekst for naam, veld in per_naam.items() if veld.isVisibleTo(self)}
        gelukt = False

        def gebaar() -> None:
            nonlocal gelukt
            try:
                termijnen.leg_vast(self._werkplek.store, self._id, soort, getypt)
            except Invoerfouten as meer:
                for fout in meer.fouten:
                    per_naam[fout.veld].toon_fout(_(fout.zin).format(**fout.waarden))
                per_naam[meer.fouten[0].veld].invoer.setFocus()
                return
            gelukt = True

        self._werkplek.probeer(gebaar)
        if gelukt:
            for veld in (*self._velden, self.soort):
                veld.zet("")
            self._toon_velden()
            self.soort.invoer.setFocus()

    def _haal_weg(self, feit_id: str) -> None:
        self._werkplek.probeer(lambda: termijnen.verwijder(self._werkplek.store, feit_id))
        self.soort.invoer.setFocus()


def _vragen(soort: Feitsoort) -> tuple[str, str, str, str]:
    """Names of the fields dag, tot and waarde for this fact, and an example of waarde."""
    dag = {
        Feitsoort.BEGIN_PLICHT: _("Eerste dag van de inburgeringsplicht"),
        Feitsoort.SS139_START: _("Vanaf welke dag lopen de tien weken?"),
        Feitsoort.UITKERING: _("Eerste dag van de uitkering"),
        Feitsoort.DUO_TERMIJN: _("Eerste dag van de termijn"),
        Feitsoort.VERLENGING: _("Dag van het besluit van DUO"),
        Feitsoort.UREN: _("Geteld tot en met"),
        Feitsoort.UREN_PARTICIPATIE: _("Geteld tot en met"),
    }.get(soort, _("Op welke dag?"))
    laatste = {
        Feitsoort.UITKERING: _("Laatste dag, als die bekend is"),
        Feitsoort.DUO_TERMIJN: _("Laatste dag van de termijn"),
    }.get(soort, _("Nieuwe laatste dag"))
    if soort is Feitsoort.VERLENGING:
        return dag, laatste, _("Of: hoe lang?"), _("6 maanden")
    if soort is Feitsoort.BEKENDMAKING:
        return dag, laatste, _("Welke versie?"), "1"
    return dag, laatste, _("Aantal uren"), "120"
