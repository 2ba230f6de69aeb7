"""The card on the dossier sheet: the next dates, and the way to all of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier
from desktop.models.termijn import Termijn
from desktop.models.termijnen import Termijnen
from desktop.models.termijnwoorden import dag_in_woorden, naam_van
from desktop.store.termijnen import termijnen_van
from desktop.store.toegang import gemeente_van
from desktop.taal import _
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.woorden import over_in_woorden
from desktop.views.toegang.recht import recht_in
from desktop.views.toegang.velden import links
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

AANTAL = 3
ONDERWERPEN = frozenset(
    {"dossier", "doelgroep_periode", "termijnfeit", "pip", "pipdeel2", "zitting", "brede_intake"}
)
"""Tables that a date is counted from."""


class Termijnenkaart(Sectie):
    """`open_data`: dossier, and the key of the date that was asked about (or None)."""

    open_data = Signal(str, object)

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Eerstvolgende datums"), parent)
        self._werkplek, self._id = werkplek, ""
        self._regels = QWidget(self)
        self.blad.addWidget(self._regels)
        self.alle = knop(_("Alle datums"), "gewoon", self)
        self.alle.setAccessibleName(_("Alle datums en termijnen van dit dossier"))
        self.alle.clicked.connect(lambda: self.open_data.emit(self._id, None))
        self.blad.addLayout(links(self.alle))

    def toon(self, dossier_id: str) -> None:
        """The next dates of this dossier."""
        self._id = dossier_id
        store = self._werkplek.store
        with store.lees() as sessie:
            if sessie.get(Dossier, dossier_id) is None:
                return
            termijnen = termijnen_van(sessie, dossier_id, store.vandaag())
            recht = recht_in(self._werkplek, gemeente_van(sessie, dossier_id))
        # Without the plans a set one would look as if it were late.
        self.setVisible(recht is None or Stroomklasse.PIP in recht.lezen)
        oud, self._regels = self._regels, self._bouw(termijnen)
        self.blad.replaceWidget(oud, self._regels)
        oud.hide()
        oud.deleteLater()
        self._regels.show()

    def _bouw(self, termijnen: Termijnen) -> QWidget:
        doos = QWidget(self)
        rooster = QGridLayout(doos)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(8)
        rooster.setColumnMinimumWidth(0, 96)
        rooster.setColumnStretch(1, 1)
        eerste = termijnen.eerstvolgende(AANTAL)
        if not eerste:
            zin = _(
                "Nog geen datums. Vul in het dossier de kennisgeving van DUO of de inschrijving in "
                "de BRP in."
            )
            rooster.addWidget(regel(zin, "zacht", doos), 0, 0, 1, 3)
        for n, termijn in enumerate(eerste):
            self._regel(rooster, n, termijn, termijnen, doos)
        return doos

    def _regel(
        self, rooster: QGridLayout, n: int, termijn: Termijn, termijnen: Termijnen, doos: QWidget
    ) -> None:
        dag, naam = dag_in_woorden(termijn.wettelijk), naam_van(termijn)
        over = over_in_woorden(termijn, termijnen)
        soort = "fout" if termijnen.aandacht(termijn) else "zacht"
        los = knop(naam, "regel", doos, kort=True)
        waarom = reden_van(termijn).kort
        los.setToolTip(waarom)
        los.setAccessibleDescription(waarom)
        los.setAccessibleName(
            _("{naam}, {dag}, {stand}. Waarom deze dag?").format(naam=naam, dag=dag, stand=over)
        )
        los.clicked.connect(partial(self.open_data.emit, self._id, termijn.sleutel))
        for kolom, tekst in ((0, dag), (2, over)):
            woord = regel(tekst, "waarde" if kolom == 0 else soort, doos)
            woord.setWordWrap(False)
            rooster.addWidget(woord, n, kolom)
        rooster.addWidget(los, n, 1)
