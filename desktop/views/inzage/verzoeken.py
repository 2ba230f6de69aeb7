"""Cards with the requests of one client: those that are there, and a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.models.deeldatum import lees_datum
from desktop.models.dossierkaart import Dossierkaart
from desktop.models.formulier import datum_nederlands
from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.models.verzoek import Verzoeksoort
from desktop.store import verzoeken
from desktop.store.fouten import ViergesprekFout
from desktop.store.verzoeken import Verzoekregel
from desktop.taal import _
from desktop.views.inzage.recht import mag_opschrijven
from desktop.views.inzage.woorden import (
    reden_van,
    soort_in_woorden,
    stand_in_woorden,
    voorstel,
)
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, in_lijn, knop, regel

VELDHOOGTE = 88


class Verzoekrij(QFrame):
    """One request; while it has no answer, a field for it."""

    def __init__(self, werkplek: Werkplek, verzoek: Verzoekregel, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek, self.verzoek = werkplek, verzoek
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 8)
        vak.setSpacing(4)
        vak.addWidget(regel(soort_in_woorden(verzoek.soort), "veldnaam", self))
        self.stand = Datumknop(self, "fout" if verzoek.laat else "zacht")
        self.stand.zet(stand_in_woorden(verzoek), reden_van(verzoek))
        vak.addLayout(in_lijn(self.stand))
        for tekst in (verzoek.tekst, verzoek.uitkomst):
            if tekst:
                vak.addWidget(regel(tekst, "waarde", self))
        if not verzoek.open or not mag_opschrijven(werkplek):
            return
        self.uitkomst = QPlainTextEdit(voorstel(verzoek.soort), self)
        self.uitkomst.setAccessibleName(_("Wat er met het verzoek is gedaan"))
        self.uitkomst.setPlaceholderText(_("Wat is er met het verzoek gedaan?"))
        self.uitkomst.setTabChangesFocus(True)
        self.uitkomst.setFixedHeight(VELDHOOGTE)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        rij = QHBoxLayout()
        self.doe_af = knop(_("Antwoord gegeven"), "gewoon", self)
        self.doe_af.clicked.connect(self._doe_af)
        rij.addWidget(self.doe_af)
        rij.addStretch()
        vak.addWidget(self.uitkomst)
        vak.addWidget(self.fout)
        vak.addLayout(rij)

    def _doe_af(self) -> None:
        store = self._werkplek.store
        _probeer(
            self.fout,
            lambda: verzoeken.doe_af(store, self.verzoek.id, self.uitkomst.toPlainText()),
        )


class Verzoeklijst(Sectie):
    """All requests, what waits first."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Wat de cliënt vroeg"), parent)
        self._werkplek = werkplek
        self.rijen: list[Verzoekrij] = []
        self.wie = regel("", "zacht", self)
        self.blad.addWidget(self.wie)
        self.leeg = regel(_("De cliënt heeft nog niets gevraagd."), "zacht", self)
        self.blad.addWidget(self.leeg)

    def toon(self, kaart: Dossierkaart) -> None:
        """Reads the requests; what is being typed at one that did not change stays."""
        self.wie.setText(f"{kaart.naam}  ·  {kaart.nummer}")
        store = self._werkplek.store
        with store.lees() as sessie:
            lijst = verzoeken.verzoeken(sessie, kaart.id, vandaag=store.vandaag())
        if lijst == [rij.verzoek for rij in self.rijen]:
            return
        bekend = {rij.verzoek: rij for rij in self.rijen}
        self.rijen = []
        for verzoek in lijst:
            rij = bekend.pop(verzoek, None) or Verzoekrij(self._werkplek, verzoek, self)
            self.blad.removeWidget(rij)
            self.blad.addWidget(rij)
            self.rijen.append(rij)
        for oud in bekend.values():
            self.blad.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self.leeg.setVisible(not lijst)


class Nieuwkaart(Sectie):
    """Writing down what the client asks."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Nieuw verzoek"), parent)
        self._werkplek, self._dossier_id = werkplek, ""
        self.blad.setSpacing(8)
        self.soort = QComboBox(self)
        for soort in Verzoeksoort:
            self.soort.addItem(soort_in_woorden(soort), soort.value)
        self._met_label(_("Wat vraagt de cliënt?"), self.soort)
        self.dag = QLineEdit(self)
        self.dag.setMaximumWidth(160)
        self._met_label(_("Op welke dag?"), self.dag)
        self.tekst = QPlainTextEdit(self)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setFixedHeight(VELDHOOGTE)
        self._met_label(_("In de woorden van de cliënt"), self.tekst)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)
        rij = QHBoxLayout()
        self.bewaar = knop(_("Schrijf op"), "gewoon", self)
        self.bewaar.clicked.connect(self._bewaar)
        rij.addWidget(self.bewaar)
        rij.addStretch()
        self.blad.addLayout(rij)

    def _met_label(self, naam: str, veld: QWidget) -> None:
        label = regel(naam, "veldnaam", self)
        label.setBuddy(veld)
        veld.setAccessibleName(naam)
        self.blad.addWidget(label)
        self.blad.addWidget(veld)

    def begin(self, dossier_id: str) -> None:
        """An empty form for this client, with today's date."""
        self._dossier_id = dossier_id
        self.soort.setCurrentIndex(0)
        self.dag.setText(datum_nederlands(self._werkplek.store.vandaag()))
        self.tekst.clear()
        self.fout.hide()

    def _bewaar(self) -> None:
        store = self._werkplek.store

        def noteer() -> None:
            dag = lees_datum(self.dag.text(), veld="ontvangen_op")
            verzoeken.noteer(
                store,
                self._dossier_id,
                Verzoeksoort(self.soort.currentData()),
                self.tekst.toPlainText(),
                op=dag or store.vandaag(),
            )

        if _probeer(self.fout, noteer):
            self.begin(self._dossier_id)
        elif self.fout.property("veld") == "ontvangen_op":
            self.dag.setFocus()
        else:
            self.tekst.setFocus()


def _probeer(fout_: QWidget, gebaar: Callable[[], None]) -> bool:
    """Does it; a refusal stands beside the field."""
    zin = ""
    try:
        gebaar()
    except Domeinfout as fout:
        zin = _(fout.zin).format(**fout.waarden)
        fout_.setProperty("veld", fout.veld if isinstance(fout, Invoerfout) else "")
    except ViergesprekFout as fout:
        zin = _(fout.zin)
    fout_.setText(zin)  # type: ignore[attr-defined]
    fout_.setVisible(bool(zin))
    return not zin
