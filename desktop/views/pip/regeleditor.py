"""The fields of one sentence of the plan, while it is open. Each keeps itself."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.pipinhoud import Regel
from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.intake.velden import Datumveld, Tekstveld
from desktop.views.pip.plek import Planplek
from desktop.views.pip.schrijfveld import Schrijfveld
from desktop.views.widgets.indeling import knop
from desktop.views.widgets.stroom import stroom


class Regeleditor(QWidget):
    """`tekst_klaar` is asked to keep the sentence: the row knows whether it is a new one."""

    klaar = Signal()
    weg = Signal()
    stap = Signal(int)

    def __init__(
        self, plek: Planplek, id_: str, naam: str, parent: QWidget, *, met_wie: bool
    ) -> None:
        super().__init__(parent)
        self._plek, self.id, self._met_wie = plek, id_, met_wie
        self._bestaat = False
        """In the plan: what is typed beside a sentence that is not, waits as a draft."""
        self.bewaar_tekst = self._wijzig_tekst
        """Takes the text, gives the sentence of a refusal."""
        blad = QVBoxLayout(self)
        blad.setContentsMargins(8, 8, 8, 8)
        blad.setSpacing(8)
        self.tekst = Schrijfveld(naam, plek.bron, self, regels=2, zichtbaar_label=False)
        self._bewaarder = Tekstbewaarder(self.tekst.veld, plek.werkplek, self._leg_tekst_vast)
        blad.addWidget(self.tekst)
        self._wie = QWidget(self)
        blad.addWidget(self._wie)
        self._bouw_wie()
        blad.addLayout(self._soort())
        blad.addWidget(self._knoppen())
        self._toon_wie(met_wie)

    def _bouw_wie(self) -> None:
        rooster = QGridLayout(self._wie)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(12)
        rooster.setVerticalSpacing(8)
        plek = self._plek
        self.wie = Tekstveld(
            _("Wie helpt?"), plek.werkplek, partial(self._leg_vast, "wie"), self._wie
        )
        self.wanneer = Datumveld(_("Wanneer klaar?"), plek.werkplek, self._leg_dag_vast, self._wie)
        self.hoe = Tekstveld(
            _("Hoe zien wij het?"), plek.werkplek, partial(self._leg_vast, "hoe"), self._wie
        )
        for n, veld in enumerate((self.wie, self.wanneer)):
            rooster.addWidget(veld, 0, n)
        rooster.addWidget(self.hoe, 1, 0, 1, 2)
        rooster.setColumnStretch(0, 3)
        rooster.setColumnStretch(1, 2)

    def _soort(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        self.meer = knop(_("+ Wie en wanneer"), "stil", self)
        self.meer.clicked.connect(lambda: self._toon_wie(True, focus=True))
        self.gezondheid = QCheckBox(_("Gaat over gezondheid"), self)
        self.gezondheid.setAccessibleDescription(
            _("Zo'n zin komt alleen op papier als je dat kiest.")
        )
        self.gezondheid.setToolTip(_("Zo'n zin komt alleen op papier als je dat kiest."))
        self.gezondheid.clicked.connect(self._zet_gezondheid)
        rij.addWidget(self.gezondheid)
        rij.addStretch()
        rij.addWidget(self.meer)
        return rij

    def _zet_gezondheid(self, aan: bool) -> None:
        if not self._plek.kies_bij_regel(self.id, "gezondheid", aan):
            self.gezondheid.setChecked(not aan)

    def _knoppen(self) -> QWidget:
        doos = QWidget(self)
        rij = stroom(doos, tussen=4)
        self.knop_klaar = knop(_("Klaar"), "gewoon", doos)
        self.omhoog = knop(_("Omhoog"), "stil", doos)
        self.omlaag = knop(_("Omlaag"), "stil", doos)
        self.knop_weg = knop(_("Haal weg"), "stil", doos)
        self.omhoog.clicked.connect(lambda: self.stap.emit(-1))
        self.omlaag.clicked.connect(lambda: self.stap.emit(1))
        self.omhoog.setToolTip(_("Alt + pijl omhoog"))
        self.omlaag.setToolTip(_("Alt + pijl omlaag"))
        self.knop_weg.clicked.connect(self.weg)
        self.knop_klaar.clicked.connect(self.klaar)
        for deel in (self.knop_klaar, self.omhoog, self.omlaag, self.knop_weg):
            rij.addWidget(deel)
        return doos

    def _toon_wie(self, toon: bool, *, focus: bool = False) -> None:
        self._wie.setVisible(toon)
        self.meer.setVisible(not toon)
        if focus:
            self.wie.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def laad(self, regel: Regel | None) -> None:
        """Shows the sentence, or the drafts that a kill left; what is being typed stays."""
        net, self._bestaat = regel is not None and not self._bestaat, regel is not None
        wat = regel or Regel("", "", "")
        self._bewaarder.laad(f"concept:{self._sleutel('tekst')}", wat.tekst)
        self.tekst.kijk_na()
        if not self._wie.isHidden() or wat.wie or wat.hoe or wat.wanneer:
            self._toon_wie(True)
        self.wie.laad(self._sleutel("wie"), wat.wie)
        self.hoe.laad(self._sleutel("hoe"), wat.hoe)
        self.wanneer.laad_datum(self._sleutel("wanneer"), wat.wanneer)
        self.gezondheid.setChecked(wat.gezondheid)
        for deel in (self.gezondheid, self.omhoog, self.omlaag):
            deel.setVisible(self._bestaat)
        self.meer.setVisible(self._bestaat and self._wie.isHidden())
        if net:
            self._leg_bij_vast()

    @property
    def half(self) -> bool:
        """Something stands beside a sentence that is not there."""
        bij = (self.wie.bewaarder, self.hoe.bewaarder, self.wanneer.bewaarder)
        return not self._bestaat and any(b.tekst.strip() for b in bij)

    def _sleutel(self, veld: str) -> str:
        # The plan is in it: a sentence that is no row yet goes when its client is erased, too.
        return f"{self._plek.pip_id}:pipregel:{self.id}:{veld}"

    def _wijzig_tekst(self, tekst: str) -> str:
        return self._plek.wijzig_regel(self.id, "tekst", tekst)

    def _leg_tekst_vast(self, tekst: str) -> bool:
        zin = self.bewaar_tekst(tekst)
        self.tekst.toon_fout(zin)
        return not zin

    def _leg_vast(self, veld: str, tekst: str) -> bool:
        if not self._bestaat:
            return False
        zin = self._plek.wijzig_regel(self.id, veld, tekst)
        (self.wie if veld == "wie" else self.hoe).toon_fout(zin)
        return not zin

    def _leg_dag_vast(self, dag: date | None) -> bool:
        if not self._bestaat:
            return False
        zin = self._plek.wijzig_regel(self.id, "wanneer", dag)
        self.wanneer.toon_fout(zin)
        return not zin

    def leg_vast(self) -> bool:
        """Keeps what is still being typed. False when something was refused."""
        return self._bewaarder.leg_nu_vast() and self._leg_bij_vast()

    def _leg_bij_vast(self) -> bool:
        gelukt = [v.bewaarder.leg_nu_vast() for v in (self.wie, self.hoe, self.wanneer)]
        return all(gelukt)

    def laat_vallen(self) -> None:
        """The sentence goes: its drafts too."""
        for bewaarder in (
            self._bewaarder,
            self.wie.bewaarder,
            self.hoe.bewaarder,
            self.wanneer.bewaarder,
        ):
            if bewaarder.vuil:
                bewaarder.vergeet()

    def richt(self) -> None:
        """The keyboard in the sentence, at its end."""
        self.tekst.veld.setFocus(Qt.FocusReason.OtherFocusReason)
        wijzer = self.tekst.veld.textCursor()
        wijzer.movePosition(wijzer.MoveOperation.End)
        self.tekst.veld.setTextCursor(wijzer)
