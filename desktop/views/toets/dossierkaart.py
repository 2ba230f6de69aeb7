"""The card on the dossier sheet: where the leerbaarheidstoets stands, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier, Rol
from desktop.models.formulier import datum_nederlands
from desktop.models.toets import Kandidaat
from desktop.models.toetssessie import Toetssessie
from desktop.models.toetsstatus import VOORBIJ, Toetsstatus
from desktop.store import toetsplanning
from desktop.store.toegang import gemeente_van
from desktop.store.toetsen import Toetsdossier, toetsdossier
from desktop.store.toetsmiddelen import beleid
from desktop.store.toetsvoorkeur import uit_intake
from desktop.taal import _
from desktop.views.dossiers.velden import tekstveld
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toegang.recht import recht_in
from desktop.views.toegang.velden import LANGSTE_REDEN, probeer_met
from desktop.views.toets.dagwoorden import (
    hulp_in_woorden,
    overslagreden_in_woorden,
    resultaat_in_woorden,
    status_in_woorden,
)
from desktop.views.toets.feiten import feiten
from desktop.views.toets.tijdlijn import Tijdlijn
from desktop.views.toets.woorden import fout_in_woorden, voorlopig_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import TEKSTRAND, Sectie, in_lijn, knop, regel
from desktop.views.widgets.stroom import stroom

ONDERWERPEN = frozenset(
    {"kandidaat", "toetssessie", "toetsuitslag", "toetsoverslag", "toetspauze", "toetsincident"}
)
"""What the dossier sheet has to listen to for this card."""


class Toetskaart(Sectie):
    """Signals carry the id of the dossier: other screens do the work."""

    uitslag = Signal(str)
    overslaan = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Leerbaarheidstoets"), parent)
        self._werkplek, self._id = werkplek, ""
        self.stand = regel("", "groot", self)
        self.termijn = Datumknop(self)
        vlak = QWidget(self)
        kop = QVBoxLayout(vlak)
        kop.setContentsMargins(0, 0, 0, 0)
        kop.setSpacing(0)
        self.stand.setContentsMargins(TEKSTRAND, 0, 0, 0)  # in line with the date under it
        kop.addWidget(self.stand)
        kop.addWidget(self.termijn)
        self.blad.addLayout(in_lijn(vlak))
        self._feiten = QWidget(self)
        self.blad.addWidget(self._feiten)
        self.let_op = regel("", "melding", self)
        self.blad.addWidget(self.let_op)
        self.tijdlijn = Tijdlijn(self)
        self.blad.addWidget(self.tijdlijn)
        self.reden = tekstveld(
            "reden",
            _("Waarom nog een keer?"),
            self,
            nodig=True,
            hint=_("Zoals: het geluid viel uit. DUO moet een tweede toets goedvinden."),
            lengte=LANGSTE_REDEN,
        )
        self.blad.addWidget(self.reden)
        knoppen = QWidget(self)
        rij = stroom(knoppen, tussen=8)
        self.knop_aanmelden = knop(_("Meld aan voor de toets"), "gewoon", knoppen)
        self.knop_uitslag = knop(_("Vul de uitslag in"), "gewoon", knoppen)
        self.knop_opnieuw = knop(_("Nog een keer toetsen"), "gewoon", knoppen)
        self.knop_annuleer = knop(_("Toch niet"), "gewoon", knoppen)
        self.knop_overslaan = knop(_("Overslaan"), "gewoon", knoppen)
        self.knop_aanmelden.clicked.connect(self._meld_aan)
        self.knop_uitslag.clicked.connect(lambda: self.uitslag.emit(self._id))
        self.knop_opnieuw.clicked.connect(self._opnieuw)
        self.knop_annuleer.clicked.connect(lambda: self._vraag_reden(False))
        self.knop_overslaan.clicked.connect(lambda: self.overslaan.emit(self._id))
        for deel in (
            self.knop_aanmelden,
            self.knop_uitslag,
            self.knop_opnieuw,
            self.knop_annuleer,
            self.knop_overslaan,
        ):
            rij.addWidget(deel)
        self.blad.addWidget(knoppen)
        self._knoppen = knoppen
        self._vraag_reden(False)

    def toon(self, dossier_id: str) -> None:
        """Shows the test of this dossier; the buttons that this role may press."""
        if dossier_id != self._id:
            self._vraag_reden(False)
        self._id = dossier_id
        with self._werkplek.store.lees() as sessie:
            if sessie.get(Dossier, dossier_id) is None:
                return
            toets = toetsdossier(sessie, dossier_id, beleid())
            recht = recht_in(self._werkplek, gemeente_van(sessie, dossier_id))
        self._toon_stand(toets)
        self._vul_feiten(toets)
        self._toon_let_op(toets)
        self.tijdlijn.toon(toets.tijdlijn, self._werkplek.collegas)
        schrijft = recht is None or Stroomklasse.TOETS in recht.schrijven
        begeleider = recht is not None and recht.rol is Rol.TOETSBEGELEIDER
        self._toon_knoppen(toets, schrijft=schrijft, begeleider=begeleider)

    def _toon_stand(self, toets: Toetsdossier) -> None:
        k = toets.kandidaat
        if toets.overslag is not None:
            stand = status_in_woorden(Toetsstatus.OVERGESLAGEN)
        elif toets.geldend is not None and (k is None or k.status in VOORBIJ):
            stand = resultaat_in_woorden(toets.geldend.resultaat)
        elif k is None:
            stand = _("Nog niet aangemeld")
        else:
            stand = status_in_woorden(k.status)
        self.stand.setText(stand)
        nodig = toets.termijn is not None and toets.geldend is None and toets.overslag is None
        self.termijn.setVisible(nodig)
        if nodig and toets.termijn is not None:
            zin = _("Nodig voor het PIP, dat klaar moet zijn op {dag}").format(
                dag=datum_nederlands(toets.termijn.uiterlijk)
            )
            if toets.termijn.voorlopig:
                zin = f"{zin}. {voorlopig_in_woorden()}"
            self.termijn.zet(zin, reden_van(toets.termijn.termijn))

    def _vul_feiten(self, toets: Toetsdossier) -> None:
        rijen: list[tuple[str, str]] = []
        if (u := toets.geldend) is not None:
            score = _("{score}, nodig was {nodig}")
            woord = resultaat_in_woorden(u.resultaat)
            if woord != self.stand.text():  # it stands above already, unless there is more to come
                rijen.append((_("Uitslag"), woord))
            rijen += [
                (_("Score"), score.format(score=u.behaalde_score, nodig=u.benodigde_score)),
                (_("Vastgelegd door DUO"), datum_nederlands(u.datum_afname)),
            ]
        if (o := toets.overslag) is not None:
            rijen += [
                (_("Reden"), overslagreden_in_woorden(o.reden)),
                (_("Besloten door"), f"{o.door}, {datum_nederlands(o.op)}"),
            ]
        if (k := toets.kandidaat) is not None:
            rijen.append((_("Examennummer"), k.examennummer or _("Nog niet bekend")))
            rijen.append((_("Nodig bij de toets"), self._nodig(k)))
        for poging in toets.kandidaten:
            if poging.sessie_id is not None and poging.sessie_id in toets.sessies:
                rijen.append(self._sessieregel(poging, toets.sessies[poging.sessie_id]))
            if poging.reden_opnieuw:
                rijen.append((_("Waarom nog een keer"), poging.reden_opnieuw))
        oud, self._feiten = self._feiten, feiten(rijen, self, links=208)
        self._feiten.setVisible(bool(rijen))
        self.blad.replaceWidget(oud, self._feiten)
        oud.hide()
        oud.deleteLater()

    def _toon_let_op(self, toets: Toetsdossier) -> None:
        """Also for who was not there when the result was typed."""
        u = toets.geldend
        fout = u.gegevens.oude_twijfel(beleid()) if u is not None else None
        self.let_op.setText(fout_in_woorden(fout) if fout is not None else "")
        self.let_op.setVisible(fout is not None)

    def _nodig(self, k: Kandidaat) -> str:
        talen = self._werkplek.talen
        delen = []
        if (tag := k.uitlegtaal or "") in talen:
            delen.append(_("Uitleg in het {taal}").format(taal=talen[tag].naam))
        if k.audio:
            delen.append(_("Audio"))
        delen += hulp_in_woorden(k.aanpassingen)
        if k.hulpmiddel_notitie:
            delen.append(k.hulpmiddel_notitie)
        return "  ·  ".join(delen) or _("Niets bijzonders")

    @staticmethod
    def _sessieregel(k: Kandidaat, s: Toetssessie) -> tuple[str, str]:
        naam = _("Toets") if k.volgnummer == 1 else _("Toets {keer}").format(keer=k.volgnummer)
        wanneer = _("{dag}, {begin} tot {einde}").format(
            dag=datum_nederlands(s.datum), begin=s.begin, einde=s.einde
        )
        return naam, wanneer

    def _toon_knoppen(self, toets: Toetsdossier, *, schrijft: bool, begeleider: bool) -> None:
        open_ = toets.overslag is None
        vraagt = self.reden.isVisibleTo(self) and toets.kan_opnieuw
        if not vraagt:
            self._vraag_reden(False)
        nieuw = open_ and toets.kandidaat is None and toets.geldend is None
        self.knop_aanmelden.setVisible(schrijft and not begeleider and nieuw)
        self.knop_opnieuw.setVisible(schrijft and not begeleider and toets.kan_opnieuw)
        self.knop_uitslag.setVisible(schrijft and open_ and not vraagt)
        tekst = _("Vul de uitslag in") if toets.geldend is None else _("Verbeter de uitslag")
        self.knop_uitslag.setText(tekst)
        self.knop_uitslag.setAccessibleName(tekst)
        kan_over = toets.kan_overslaan or not open_  # or the decision is to be read
        self.knop_overslaan.setVisible(schrijft and not begeleider and kan_over and not vraagt)
        woord = _("Overslaan") if open_ else _("Bekijk het besluit")
        self.knop_overslaan.setText(woord)
        self.knop_overslaan.setAccessibleName(woord)
        self._knoppen.setVisible(any(deel.isVisibleTo(self) for deel in self._alle()))

    def _alle(self) -> Sequence[QWidget]:
        return (self.knop_aanmelden, self.knop_uitslag, self.knop_opnieuw, self.knop_overslaan)

    # What the user does

    def _meld_aan(self) -> None:
        """With what the intake says; the planning shows it, and there it can be changed."""
        store, id_ = self._werkplek.store, self._id
        with store.lees() as sessie:
            voorstel = uit_intake(sessie, [sessie.get_one(Dossier, id_)])[id_]
        self._werkplek.probeer(lambda: toetsplanning.meld_aan(store, id_, voorstel))

    def _vraag_reden(self, vraagt: bool) -> None:
        self.reden.setVisible(vraagt)
        self.knop_annuleer.setVisible(vraagt)
        tekst = _("Meld nog een keer aan") if vraagt else _("Nog een keer toetsen")
        self.knop_opnieuw.setText(tekst)
        self.knop_opnieuw.setAccessibleName(tekst)
        if vraagt:
            for deel in (self.knop_uitslag, self.knop_overslaan):
                deel.hide()
            self.reden.invoer.setFocus()
        else:
            self.reden.zet("")
            if self._id:
                self.knop_uitslag.show()

    def _opnieuw(self) -> None:
        if not self.reden.isVisibleTo(self):
            self._vraag_reden(True)
            return
        store, id_ = self._werkplek.store, self._id

        def gebaar() -> None:
            with store.lees() as sessie:
                k = toetsdossier(sessie, id_, beleid()).kandidaat
            if k is not None:
                toetsplanning.meld_aan(store, id_, k.aanpassingen, reden=self.reden.tekst)

        if probeer_met(self._werkplek, [self.reden], gebaar):
            self._vraag_reden(False)
            self.toon(id_)
