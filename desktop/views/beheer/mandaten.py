"""The mandate list: who may set a plan in the name of one college, and from when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.deeldatum import lees_datum
from desktop.models.formulier import datum_nederlands
from desktop.models.gemeentegegevens import Mandaat
from desktop.store import gemeentegegevens as gegevens
from desktop.store.mensen import mensen
from desktop.taal import _
from desktop.views.beheer.recht import gekoppeld, rollen_in
from desktop.views.dossiers.velden import Keuzelijst, tekstveld
from desktop.views.toegang.velden import (
    collegaveld,
    dag_van,
    dagveld,
    keuze_van,
    links,
    probeer_met,
)
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel


class Mandaatkaart(Sectie):
    """A line for each mandate; a form below for a new one or the one that is changed."""

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Wie een plan mag vaststellen"), parent)
        self._werkplek, self._code, self._id, self._mag = werkplek, "", "", False
        self.blad.addWidget(
            regel(_("Functie en kenmerk van het mandaat staan onder de brief."), "zacht", self)
        )
        self._lijst = QWidget(self)
        self.blad.addWidget(self._lijst)
        self.toevoegen = knop(_("Zet iemand op de lijst"), "gewoon", self)
        self.toevoegen.clicked.connect(lambda: self._open(None))
        self.blad.addLayout(links(self.toevoegen))
        self.formulier = self._maak_formulier()
        self.blad.addWidget(self.formulier)

    def _maak_formulier(self) -> QFrame:
        vorm = QFrame(self)
        vorm.setProperty("soort", "deel")
        blad = QVBoxLayout(vorm)
        blad.setContentsMargins(0, 8, 0, 0)
        blad.setSpacing(16)
        self.wie = collegaveld("wie", _("Collega"), vorm)
        self.functie = tekstveld(
            "functie", _("Functie"), vorm, nodig=True, hint=_("Zoals: teamleider Inburgering")
        )
        self.kenmerk = tekstveld("kenmerk", _("Kenmerk van het mandaatbesluit"), vorm)
        self.vanaf = dagveld("vanaf", _("Vanaf"), vorm)
        self.tot = tekstveld(
            "tot", _("Tot en met"), vorm, voorbeeld=_("dag-maand-jaar"), hint=_("Leeg: geen einde")
        )
        self.velden = [self.wie, self.functie, self.kenmerk, self.vanaf, self.tot]
        blad.addWidget(self.wie)
        for paar in ((self.functie, self.kenmerk), (self.vanaf, self.tot)):
            rij = QHBoxLayout()
            rij.setSpacing(16)
            for veld in paar:
                rij.addWidget(veld, 1)
            blad.addLayout(rij)
        self.bewaar = knop(_("Bewaar"), "hoofd", vorm)
        self.bewaar.clicked.connect(self._bewaar)
        self.sluit = knop(_("Sluit"), "gewoon", vorm)
        self.sluit.clicked.connect(self._dicht)
        self.verwijder = knop(_("Haal van de lijst"), "stil", vorm)
        self.verwijder.clicked.connect(self._verwijder)
        blad.addLayout(links(self.bewaar, self.sluit, self.verwijder))
        vorm.hide()
        return vorm

    def toon(self, gemeente: str, *, mag: bool) -> None:
        """The list of one municipality as it is now; `mag`: this user keeps it."""
        if gemeente != self._code:
            self.formulier.hide()
        self._code, self._mag = gemeente, mag
        with self._werkplek.store.lees() as sessie:
            rijen = gegevens.mandaten(sessie, gemeente)
            namen = {m.id: m.naam for m in mensen(sessie)}
        oud, self._lijst = self._lijst, self._maak_lijst(rijen, namen)
        self.blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        self.toevoegen.setVisible(mag)
        assert isinstance(self.wie.invoer, Keuzelijst)
        self.wie.invoer.zet_keuzes(tuple(namen.items()))
        if not mag:
            self.formulier.hide()

    def _maak_lijst(self, rijen: Sequence[Mandaat], namen: dict[str, str]) -> QWidget:
        vlak = QWidget(self)
        blad = QVBoxLayout(vlak)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        if not rijen:
            zin = _("Er staat nog niemand op de lijst. Zonder mandaat stelt niemand een plan vast.")
            blad.addWidget(regel(zin, "gewoon", vlak))
        vandaag = self._werkplek.store.vandaag()
        for mandaat in rijen:
            naam = namen.get(mandaat.medewerker_id, _("Onbekend"))
            regels = QVBoxLayout()
            regels.setSpacing(0)
            regels.addWidget(regel(f"{naam}, {mandaat.functie}", "gewoon", vlak))
            geldig = self._geldig(mandaat)
            if not mandaat.geldt_op(vandaag):
                geldig = _("{dagen}. Geldt vandaag niet.").format(dagen=geldig)
            regels.addWidget(regel(geldig, "klein", vlak))
            if mandaat.kenmerk:
                zin = _("Kenmerk: {kenmerk}").format(kenmerk=mandaat.kenmerk)
                regels.addWidget(regel(zin, "klein", vlak))
            rij = QHBoxLayout()
            rij.setSpacing(16)
            rij.addLayout(regels, 1)
            wijzig = knop(_("Wijzig"), "stil", vlak)
            wijzig.setAccessibleName(_("Wijzig het mandaat van {naam}").format(naam=naam))
            wijzig.clicked.connect(lambda _aan=False, m=mandaat: self._open(m))
            wijzig.setVisible(self._mag)
            rij.addWidget(wijzig)
            blad.addLayout(rij)
        return vlak

    @staticmethod
    def _geldig(m: Mandaat) -> str:
        vanaf = datum_nederlands(m.vanaf)
        if m.tot is None:
            return _("Vanaf {dag}").format(dag=vanaf)
        return _("Van {vanaf} tot en met {tot}").format(vanaf=vanaf, tot=datum_nederlands(m.tot))

    def _open(self, mandaat: Mandaat | None) -> None:
        self._id = mandaat.id if mandaat is not None else ""
        self.wie.zet(mandaat.medewerker_id if mandaat is not None else "")
        self.wie.invoer.setEnabled(mandaat is None)
        self.functie.zet(mandaat.functie if mandaat is not None else "")
        self.kenmerk.zet(mandaat.kenmerk if mandaat is not None else "")
        vanaf = mandaat.vanaf if mandaat is not None else self._werkplek.store.vandaag()
        self.vanaf.zet(datum_nederlands(vanaf))
        tot = mandaat.tot if mandaat is not None else None
        self.tot.zet(datum_nederlands(tot) if tot is not None else "")
        self.verwijder.setVisible(bool(self._id))
        self.formulier.show()
        eerste = self.functie if self._id else self.wie
        eerste.invoer.setFocus()

    def _dicht(self) -> None:
        self.formulier.hide()
        self.toevoegen.setFocus()

    def _bewaar(self) -> None:
        if probeer_met(self._werkplek, self.velden, self._leg_vast):
            self._dicht()

    def _leg_vast(self) -> None:
        wp = self._werkplek
        wie = keuze_van(self.wie)
        vanaf, tot = dag_van(self.vanaf), lees_datum(self.tot.tekst, veld="tot")
        functie, kenmerk = self.functie.tekst, self.kenmerk.tekst
        mijn, centraal = rollen_in(wp, self._code), gekoppeld(wp)
        if self._id:
            gegevens.herzie_mandaat(
                wp.store,
                self._id,
                functie=functie,
                kenmerk=kenmerk,
                vanaf=vanaf,
                tot=tot,
                rollen=mijn,
                gekoppeld=centraal,
            )
        else:
            gegevens.geef_mandaat(
                wp.store,
                self._code,
                wie,
                functie=functie,
                kenmerk=kenmerk,
                vanaf=vanaf,
                tot=tot,
                rollen=mijn,
                gekoppeld=centraal,
            )

    def _verwijder(self) -> None:
        wp = self._werkplek
        mijn, centraal = rollen_in(wp, self._code), gekoppeld(wp)
        if wp.probeer(
            lambda: gegevens.trek_in(wp.store, self._id, rollen=mijn, gekoppeld=centraal)
        ):
            self._dicht()
