"""When the municipality sends its figures to CBS: a date that belongs to no dossier (D14)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.models.termijnrest import volgende_swi_levering
from desktop.models.termijnwoorden import dag_in_woorden
from desktop.store.termijnen import beleid
from desktop.taal import _
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, in_lijn, regel


class Cijferkaart(Sectie):
    """The next delivery; whether it was done is not known here."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Cijfers naar CBS"), parent)
        self._werkplek = werkplek
        self.blad.setSpacing(8)
        self.levering = Datumknop(self, "gewoon")
        self.blad.addLayout(in_lijn(self.levering))
        uitleg = _("Na elk kwartaal levert de gemeente cijfers over inburgering (SWI).")
        self.blad.addWidget(regel(uitleg, "zacht", self))

    def lees(self) -> None:
        """As it stands today."""
        termijn = volgende_swi_levering(self._werkplek.store.vandaag(), beleid())
        (kwartaal,) = termijn.inputs
        zin = _("Uiterlijk op {dag}, over het kwartaal tot en met {kwartaal}").format(
            dag=dag_in_woorden(termijn.wettelijk), kwartaal=dag_in_woorden(kwartaal.dag)
        )
        self.levering.zet(zin, reden_van(termijn))
