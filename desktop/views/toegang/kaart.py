"""The card on the dossier sheet: who may see this dossier, why, and until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dossier import Dossier
from desktop.models.toegang import Grond, mag_afgeschermd_openen, mag_regelen
from desktop.store import toegang
from desktop.store.nood import noodreden
from desktop.store.toegang import Toegangsregel
from desktop.taal import _
from desktop.views.toegang.recht import (
    beleid,
    grond_in_woorden,
    recht_in,
    tot_in_woorden,
    wie_in_woorden,
)
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel


class Toegangkaart(Sectie):
    """Signals carry the id of the dossier. Built anew for what is shown."""

    delen = Signal(str)
    afgeschermd = Signal(str)
    spoor = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Wie kan dit dossier zien"), parent)
        self._werkplek = werkplek
        self._id = ""
        self._lijst = QWidget(self)
        self.blad.addWidget(self._lijst)
        self.alleen = regel(
            _("Dit dossier staat alleen op deze laptop. Delen kan zodra de laptop gekoppeld is."),
            "zacht",
            self,
        )
        self.blad.addWidget(self.alleen)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(8)
        self.knop_delen = knop(_("Delen of overdragen"), "gewoon", self)
        self.knop_delen.clicked.connect(lambda: self.delen.emit(self._id))
        self.knop_afgeschermd = knop(_("Ook gezondheid zien"), "gewoon", self)
        self.knop_afgeschermd.clicked.connect(lambda: self.afgeschermd.emit(self._id))
        self.knop_spoor = knop(_("Wie deed wat"), "gewoon", self)
        self.knop_spoor.clicked.connect(lambda: self.spoor.emit(self._id))
        for los in (self.knop_delen, self.knop_afgeschermd, self.knop_spoor):
            knoppen.addWidget(los)
        knoppen.addStretch()
        self.blad.addLayout(knoppen)

    def toon(self, dossier_id: str) -> None:
        """Shows who may see this dossier, and what the user may change about that."""
        self._id = dossier_id
        store = self._werkplek.store
        vandaag = store.vandaag()
        with store.lees() as sessie:
            regels = toegang.wie_ziet(sessie, dossier_id, beleid(), vandaag=vandaag)
            dossier = sessie.get(Dossier, dossier_id)
            recht = recht_in(self._werkplek, toegang.gemeente_van(sessie, dossier_id))
            ik = store.gebruiker_id or ""
            vervangt = toegang.vervangt(sessie, ik, vandaag=vandaag)
            al_open = bool(noodreden(sessie, dossier_id, ik, vandaag=vandaag))
        if recht is not None and dossier is not None:
            mag_delen = mag_regelen(recht, dossier.klantmanager_id, vervangt)
            mag_meer = mag_afgeschermd_openen(recht) and not al_open
        else:
            mag_delen = mag_meer = False
        gekoppeld = bool(self._werkplek.rechten)
        self.knop_delen.setVisible(mag_delen)
        self.knop_afgeschermd.setVisible(mag_meer)
        self.alleen.setVisible(not gekoppeld)
        # Nobody but its klantmanager sees what never left the laptop.
        self._vul(regels if gekoppeld else [r for r in regels if r.grond is Grond.KLANTMANAGER])

    def _vul(self, regels: Sequence[Toegangsregel]) -> None:
        oud, self._lijst = self._lijst, QWidget(self)
        self.blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        rooster = QGridLayout(self._lijst)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(24)
        rooster.setVerticalSpacing(12)
        rooster.setColumnMinimumWidth(0, 208)
        rooster.setColumnStretch(1, 1)
        for n, wie in enumerate(regels):
            links = regel(wie_in_woorden(wie), "waarde", self._lijst)
            rooster.addWidget(links, n, 0, Qt.AlignmentFlag.AlignTop)
            rooster.addLayout(self._waarom(wie), n, 1)
        self._lijst.show()

    def _waarom(self, wie: Toegangsregel) -> QVBoxLayout:
        blad = QVBoxLayout()
        blad.setSpacing(0)
        # With whom the glass was broken stands out: it is not everyday.
        soort = "fout" if wie.grond is Grond.NOOD else "zacht"
        for tekst in (grond_in_woorden(wie), tot_in_woorden(wie.tot), wie.reden):
            if tekst:
                blad.addWidget(regel(tekst, soort, self._lijst))
        return blad
