"""The result of the test: typed with a second look, or read from a file of DUO."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from desktop.models.deeldatum import lees_datum
from desktop.models.dossier import Dossier
from desktop.models.formulier import datum_nederlands
from desktop.models.fouten import Domeinfout, Invoerfout, Invoerfouten
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.store import toetsuitslagen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toetsen import Toetsdossier, toetsdossier
from desktop.store.toetsmiddelen import beleid
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.toegang.velden import LANGSTE_REDEN, links, probeer_met
from desktop.views.toets.dagwoorden import herkomst_in_woorden, resultaat_in_woorden
from desktop.views.toets.feiten import feiten
from desktop.views.toets.uitslagbestand import lees, let_op
from desktop.views.toets.uitslaglijst import eerdere
from desktop.views.toets.woorden import fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

ONDERWERPEN = frozenset({"toetsuitslag", "kandidaat", "toetssessie", "toetsoverslag"})


class Uitslagscherm(Blad):
    """One dossier's result. `vastgelegd`: it stands in the dossier now."""

    vastgelegd = Signal()

    def __init__(self, werkplek: Werkplek, dossier_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Uitslag van de leerbaarheidstoets"), parent)
        self._werkplek, self._id = werkplek, dossier_id
        self._beleid = beleid()
        self._toets: Toetsdossier | None = None
        self._uit_bestand: Uitslaggegevens | None = None
        self._opmerkingen: list[str] = []
        self._klaar: Uitslaggegevens | None = None
        self.leg([self._invoerkaart()], [self._nakijkkaart(), self._eerderkaart()])
        self._lees()
        werkplek.gewijzigd.connect(self._na_wijziging)

    # The cards

    def _invoerkaart(self) -> Sectie:
        kaart = Sectie(_("Wat DUO laat weten"), self)
        self.wie = regel("", "zacht", kaart)
        kaart.blad.addWidget(self.wie)
        self.bestand = knop(_("Lees een bestand van DUO"), "gewoon", kaart)
        self.bestand.clicked.connect(self._kies_bestand)
        kaart.blad.addLayout(links(self.bestand))
        self.melding = regel("", "melding", kaart)
        self.melding.hide()
        kaart.blad.addWidget(self.melding)
        lijst = Keuzelijst(tuple((r.value, resultaat_in_woorden(r)) for r in Resultaat), kaart)
        lijst.setPlaceholderText(_("Kies…"))
        self.resultaat = Veld("resultaat", _("Uitslag"), lijst, kaart, nodig=True)
        self.behaald = tekstveld(
            "behaalde_score",
            _("Behaalde score"),
            kaart,
            nodig=True,
            voorbeeld="31,00",
            lengte=12,
        )
        self.benodigd = tekstveld(
            "benodigde_score",
            _("Benodigde score"),
            kaart,
            nodig=True,
            voorbeeld="28,00",
            lengte=12,
        )
        self.datum = tekstveld(
            "datum_afname",
            _("Dag waarop DUO de uitslag vastlegde"),
            kaart,
            nodig=True,
            voorbeeld=_("dag-maand-jaar"),
            hint=_("Dit is bij DUO de datumAfname. Het is niet de dag van de toets."),
            lengte=20,
        )
        self.reden = tekstveld(
            "reden",
            _("Waarom verandert de uitslag?"),
            kaart,
            nodig=True,
            hint=_("De uitslag van nu blijft te lezen bij ‘Eerder’."),
            lengte=LANGSTE_REDEN,
        )
        self._velden = (self.resultaat, self.behaald, self.benodigd, self.datum, self.reden)
        kaart.raster((self.resultaat,), (self.behaald, self.benodigd), (self.datum,), (self.reden,))
        for veld in self._velden:
            veld.gewijzigd.connect(self._opnieuw_nakijken)
            if isinstance(veld.invoer, QLineEdit):
                veld.invoer.returnPressed.connect(self._kijk_na)
        self.nakijken = knop(_("Kijk na"), "hoofd", kaart)
        self.nakijken.clicked.connect(self._kijk_na)
        kaart.blad.addLayout(links(self.nakijken))
        return kaart

    def _nakijkkaart(self) -> Sectie:
        self._nakijk = kaart = Sectie(_("Klopt dit?"), self)
        self._beeld = QWidget(kaart)
        kaart.blad.addWidget(self._beeld)
        self.opvallend = regel("", "melding", kaart)
        kaart.blad.addWidget(self.opvallend)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.leg_vast = knop(_("Klopt, leg vast"), "hoofd", kaart)
        self.leg_vast.clicked.connect(self._leg_vast)
        self.verander = knop(_("Verander"), "gewoon", kaart)
        self.verander.clicked.connect(self._verander)
        rij.addWidget(self.leg_vast)
        rij.addWidget(self.verander)
        rij.addStretch()
        kaart.blad.addLayout(rij)
        kaart.hide()
        return kaart

    def _eerderkaart(self) -> Sectie:
        self._eerder = kaart = Sectie(_("In het dossier"), self)
        self._lijst = QWidget(kaart)
        kaart.blad.addWidget(self._lijst)
        return kaart

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the first field.
        self.resultaat.invoer.setFocus(gebeurtenis.reason())

    # Reading

    def _lees(self) -> None:
        with self._werkplek.store.lees() as sessie:
            dossier = sessie.get(Dossier, self._id)
            if dossier is None:
                self.terug.emit()
                return
            self._toets = toets = toetsdossier(sessie, self._id, self._beleid)
            self._naam, self._bsn = dossier.naam, dossier.bsn or ""
        self.wie.setText(_("Van {naam}").format(naam=self._naam))
        self.reden.setVisible(toets.geldend is not None)
        if not self.benodigd.tekst:
            nodig = self._beleid.benodigd_op(self._werkplek.store.vandaag())
            self.benodigd.zet(f"{nodig:.2f}".replace(".", ","))
        oud, self._lijst = self._lijst, eerdere(toets, self._werkplek, self._eerder)
        self._eerder.blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        self._lijst.show()

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()

    # The file

    def _kies_bestand(self) -> None:
        gekozen, _soort = QFileDialog.getOpenFileName(
            self, _("Kies het bestand van DUO"), "", _("JSON-bestand (*.json)")
        )
        if gekozen:
            self.lees_bestand(Path(gekozen))

    def lees_bestand(self, pad: Path) -> None:
        """Fills the form from a file; nothing is kept before the second look."""
        self._opnieuw_nakijken()
        self._opmerkingen = []
        try:
            gelezen = lees(pad, self._bsn, self._werkplek.store.vandaag(), self._beleid)
        except Domeinfout as fout:
            self._weiger(fout)
            return
        self._uit_bestand = gegevens = gelezen.resultaten[-1]
        self.resultaat.zet(gegevens.resultaat.value)
        self.behaald.zet(gegevens.behaalde_score)
        self.benodigd.zet(gegevens.benodigde_score)
        self.datum.zet(datum_nederlands(gegevens.datum_afname))
        k = self._toets.kandidaat if self._toets else None
        eigen = k.examennummer if k is not None else ""
        self._opmerkingen = let_op(gelezen, self._naam, self._bsn, eigen)
        self._zeg("")
        if self.reden.isVisibleTo(self) and not self.reden.tekst.strip():
            self.reden.invoer.setFocus()
            return
        self._kijk_na()

    # The second look

    def _gegevens(self) -> Uitslaggegevens:
        """The form, checked. Raises Invoerfouten, with each sentence for its field."""
        fouten: list[Invoerfout] = []
        if not self.resultaat.tekst:
            fouten.append(Invoerfout("resultaat", "Kies de uitslag die DUO noemt."))
        dag = vandaag = self._werkplek.store.vandaag()
        try:
            gelezen = lees_datum(self.datum.tekst, veld="datum_afname")
            if gelezen is None:
                raise Invoerfout("datum_afname", "Schrijf de dag op, zoals 31-05-2026.")
            dag = gelezen
        except Invoerfout as fout:
            fouten.append(fout)
        if self.reden.isVisibleTo(self) and not self.reden.tekst.strip():
            fouten.append(Invoerfout("reden", "Schrijf op waarom de uitslag verandert."))
        gegevens = Uitslaggegevens(
            Resultaat(self.resultaat.tekst or Resultaat.ONBEKEND.value),
            self.behaald.tekst,
            self.benodigd.tekst,
            dag,
        )
        try:
            gegevens = gegevens.nagekeken(self._beleid, vandaag)
        except Invoerfouten as meer:
            fouten += meer.fouten
        if fouten:
            raise Invoerfouten(fouten)
        return gegevens

    def _kijk_na(self) -> None:
        for veld in self._velden:
            veld.toon_fout("")
        try:
            self._klaar = gegevens = self._gegevens()
        except Invoerfouten as fouten:
            self._toon_fouten(fouten)
            return
        self._toon_nakijken(gegevens)
        self.leg_vast.setFocus()
        QTimer.singleShot(0, self, self._breng_in_beeld)  # once the card has its place

    def _breng_in_beeld(self) -> None:
        """In one column the second look stands under the form."""
        for vlak in self.findChildren(QScrollArea):
            if vlak.isAncestorOf(self.leg_vast):
                vlak.ensureWidgetVisible(self.leg_vast, 0, 32)

    def _toon_fouten(self, fouten: Invoerfouten) -> None:
        per_naam = {veld.naam: veld for veld in self._velden}
        for fout in fouten.fouten:
            per_naam[fout.veld].toon_fout(_(fout.zin).format(**fout.waarden))
        namen = {fout.veld for fout in fouten.fouten}
        next(veld for veld in self._velden if veld.naam in namen).invoer.setFocus()

    def _toon_nakijken(self, g: Uitslaggegevens) -> None:
        rijen = [
            (_("Uitslag"), resultaat_in_woorden(g.resultaat)),
            (_("Behaalde score"), g.behaalde_score),
            (_("Benodigde score"), g.benodigde_score),
            (_("Vastgelegd door DUO"), datum_nederlands(g.datum_afname)),
            (_("Dag van de toets"), self._dag_van_de_toets() or _("Geen toets in dit dossier")),
            (_("Hoe"), herkomst_in_woorden(self._herkomst(g))),
        ]
        oud, self._beeld = self._beeld, feiten(rijen, self._nakijk)
        self._nakijk.blad.replaceWidget(oud, self._beeld)
        oud.hide()
        oud.deleteLater()
        self._beeld.show()
        zinnen = [_(f.zin).format(**f.waarden) for f in g.opvallend(self._beleid)]
        if self._uit_bestand is not None:
            zinnen += self._opmerkingen
        self.opvallend.setText("\n".join(zinnen))
        self.opvallend.setVisible(bool(zinnen))
        self.leg_vast.setAccessibleDescription(self.opvallend.text())
        self._nakijk.show()
        self.nakijken.hide()  # there is one next thing to do

    def _dag_van_de_toets(self) -> str:
        k = self._toets.kandidaat if self._toets else None
        return datum_nederlands(k.datum) if k is not None else ""

    def _herkomst(self, g: Uitslaggegevens) -> Herkomst:
        """What was changed after reading was typed by hand."""
        return Herkomst.BESTAND if g == self._uit_bestand else Herkomst.HAND

    def _opnieuw_nakijken(self) -> None:
        self._klaar = None
        self._nakijk.hide()
        self.nakijken.show()

    def _verander(self) -> None:
        self._opnieuw_nakijken()
        self.resultaat.invoer.setFocus()

    def _leg_vast(self) -> None:
        gegevens = self._klaar
        if gegevens is None:
            return

        def gebaar() -> None:
            toetsuitslagen.leg_vast(
                self._werkplek.store,
                self._id,
                gegevens,
                herkomst=self._herkomst(gegevens),
                reden=self.reden.tekst,
            )

        self._zeg("")
        if probeer_met(self._werkplek, self._velden, gebaar, self._weiger):
            self._opnieuw_nakijken()
            self.reden.zet("")
            self._uit_bestand = None
            self.vastgelegd.emit()

    def _weiger(self, fout: Domeinfout) -> None:
        self._zeg(fout_in_woorden(fout))

    def _zeg(self, zin: str) -> None:
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))
