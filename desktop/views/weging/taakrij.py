"""One thing that is looked at further: what, before which day, and later what came out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.woorden import woord
from desktop.store.wegingbeeld import Taak
from desktop.taal import _
from desktop.views.intake.velden import Tekstveld
from desktop.views.weging.plek import Wegingplek
from desktop.views.widgets.indeling import knop, regel, zet_soort
from desktop.views.widgets.stroom import stroom


class Taakrij(QWidget):
    """It may be finished after the decision too."""

    def __init__(self, plek: Wegingplek, taak: Taak, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek, self.taak = plek, taak
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(4)
        self.wat = regel("", "", self)
        self.stand = regel("", "klein", self)
        vak.addWidget(self.wat)
        vak.addWidget(self.stand)
        self.uitkomst = Tekstveld(
            _("Wat kwam eruit?"), plek.werkplek, lambda _tekst: False, self, regels=2
        )
        vak.addWidget(self.uitkomst)
        rij = QWidget(self)
        knoppen = stroom(rij, tussen=8)
        self.knop_klaar = knop("", "chip", rij)
        self.knop_klaar.clicked.connect(self._klaar)
        self.knop_toch_niet = knop(_("Toch niet"), "chip", rij)
        self.knop_toch_niet.clicked.connect(self._toch_niet)
        self.knop_weg = knop(_("Verwijder"), "chip", rij)
        self.knop_weg.clicked.connect(lambda: plek.verwijder_taak(self.taak.id))
        for deel in (self.knop_klaar, self.knop_toch_niet, self.knop_weg):
            knoppen.addWidget(deel)
        vak.addWidget(rij)
        self._rij = rij
        self.uitkomst.laad(f"onderzoek:{taak.id}:uitkomst", "")
        self._open = self.uitkomst.bewaarder.vuil
        self.ververs(taak)

    def ververs(self, taak: Taak) -> None:
        """Shows how it stands."""
        self.taak = taak
        soort = woord(taak.soort)
        # What a doctor is asked is not on the laptop of who may not read it.
        wat = _("{soort}: {wat}").format(soort=soort, wat=taak.wat) if taak.wat else soort
        self.wat.setText(wat)
        dag = datum_nederlands(taak.uiterlijk)
        if taak.klaar_op is not None:
            zin = _("Klaar op {dag}. {uitkomst}").format(
                dag=datum_nederlands(taak.klaar_op), uitkomst=taak.uitkomst
            )
        elif taak.te_laat:
            zin = _("Dit moest klaar zijn op {dag}. Dat is voorbij.").format(dag=dag)
        else:
            zin = _("Uiterlijk {dag}").format(dag=dag)
        self.stand.setText(zin)
        zet_soort(self.stand, "klein-let-op" if taak.te_laat else "klein")
        self._toon_knoppen()

    def _toon_knoppen(self) -> None:
        mag = self._plek.mag_schrijven
        klaar = self.taak.klaar_op is not None
        open_ = self._open and mag and not klaar
        naam = self.taak.wat or woord(self.taak.soort)
        self.uitkomst.setVisible(open_)
        self.knop_klaar.setText(_("Leg de uitkomst vast") if open_ else _("Uitkomst…"))
        self.knop_klaar.setAccessibleName(f"{self.knop_klaar.text()}: {naam}")
        self.knop_klaar.setVisible(mag and not klaar)
        self.knop_toch_niet.setVisible(open_)
        self.knop_weg.setAccessibleName(f"{_('Verwijder')}: {naam}")
        self.knop_weg.setVisible(not self._plek.vast and not open_)
        self._rij.setVisible(mag and (not klaar or not self._plek.vast))

    def _klaar(self) -> None:
        if not self._open:
            self._open = True
            self._toon_knoppen()
            self.uitkomst.veld.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        zin = self._plek.rond_af(self.taak.id, self.uitkomst.bewaarder.tekst)
        self.uitkomst.toon_fout(zin)
        if zin:
            self.uitkomst.veld.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.uitkomst.bewaarder.vergeet()

    def _toch_niet(self) -> None:
        self._open = False
        self.uitkomst.bewaarder.vergeet()
        self.uitkomst.toon_fout("")
        self.uitkomst.laad(f"onderzoek:{self.taak.id}:uitkomst", "")
        self._toon_knoppen()
        self.knop_klaar.setFocus(Qt.FocusReason.OtherFocusReason)
