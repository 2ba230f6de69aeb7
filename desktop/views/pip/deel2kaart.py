"""Part 2 exists with a benefit under the Participatiewet, and only then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.store.pipbron import ontzorgen_van
from desktop.taal import _
from desktop.views.intake.velden import Datumveld
from desktop.views.pip.plek import Planplek
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toegang.velden import links
from desktop.views.widgets.indeling import Sectie, regel


class Deel2kaart(Sectie):
    """Taking the tick away takes part 2 away; that can be taken back."""

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(_("Deel 2: afspraken bij de uitkering"), parent)
        self._plek = plek
        self.uitleg = regel(
            _("Alleen bij een uitkering (Participatiewet). Dit deel is een eigen besluit."),
            "zacht",
            self,
        )
        self.blad.addWidget(self.uitleg)
        self.uitkering = QCheckBox(_("De cliënt heeft een uitkering"), self)
        self.uitkering.clicked.connect(self._zet)
        self.vanaf = Datumveld(_("Uitkering vanaf"), plek.werkplek, self._zet_dag, self)
        self.ontzorgen = QCheckBox(_("Met financieel ontzorgen"), self)
        self.ontzorgen.clicked.connect(self._zet_ontzorgen)
        self.tot = Datumknop(self)
        self._naast = QWidget(self)  # the day keeps the width of the fields above
        self.blad.addLayout(links(self.uitkering))
        self.raster((self.vanaf, self._naast))
        self.blad.addLayout(links(self.ontzorgen))
        self.blad.addWidget(self.tot)

    def ververs(self) -> None:
        """Shows whether there is a part 2."""
        inhoud, vast = self._plek.beeld.inhoud, self._plek.vast
        self.uitkering.setChecked(inhoud.uitkering)
        self.uitkering.setEnabled(not vast)
        for deel in (self.vanaf, self._naast, self.ontzorgen):
            deel.setVisible(inhoud.uitkering)
        if inhoud.uitkering:
            self.vanaf.laad_datum(f"{self._plek.pip_id}:vanaf", inhoud.uitkering_vanaf)
            self.vanaf.veld.setReadOnly(vast)
        self.ontzorgen.setChecked(inhoud.ontzorgen)
        self.ontzorgen.setEnabled(not vast)
        tot = inhoud.ontzorgen_tot_en_met
        self.tot.setVisible(inhoud.ontzorgen and tot is not None)
        if tot is not None:
            termijn = ontzorgen_van(inhoud)
            self.tot.zet(
                _("Het ontzorgen duurt tot en met {dag}.").format(dag=datum_nederlands(tot)),
                reden_van(termijn) if termijn is not None else None,
            )

    def _zet(self, aan: bool) -> None:
        if aan:
            self._plek.zet_deel2(None, ontzorgen=False)
            self.vanaf.veld.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if self.vanaf.bewaarder.vuil:
                self.vanaf.bewaarder.vergeet()
            self._plek.geen_deel2()

    def _zet_dag(self, dag: date | None) -> bool:
        inhoud = self._plek.beeld.inhoud
        return not inhoud.uitkering or self._plek.zet_deel2(dag, ontzorgen=inhoud.ontzorgen)

    def _zet_ontzorgen(self, aan: bool) -> None:
        self._plek.zet_deel2(self._plek.beeld.inhoud.uitkering_vanaf, ontzorgen=aan)

    def richt(self, veld: str) -> None:
        """The keyboard in a field of part 2."""
        doel: QWidget = self.uitkering
        if self._plek.beeld.inhoud.uitkering and veld == "uitkering_vanaf":
            doel = self.vanaf.veld
        elif self._plek.beeld.inhoud.uitkering and veld.startswith("ontzorgen"):
            doel = self.ontzorgen
        doel.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        return self.vanaf.bewaarder.leg_nu_vast()
