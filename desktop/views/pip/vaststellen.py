"""Setting a plan: what the rules still find, on which day, and under whose mandate."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.fouten import Domeinfout
from desktop.models.pip import Pip
from desktop.models.pipfeiten import Bevinding
from desktop.models.pipinhoud import Pipinhoud
from desktop.models.termijn import Regel, Termijn
from desktop.models.termijnen import Termijnen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.pip import inhoud_van
from desktop.store.pipbron import termijnen_met
from desktop.store.pipvaststellen import (
    Nietgereed,
    controle,
    mag_vaststellen,
    mandaat_voor,
    stel_vast,
)
from desktop.taal import _
from desktop.views.pip.papierwerk import bezwaar_weken
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.pip.woorden import bevinding_in_woorden, regel_in_woorden, route_in_woorden
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toegang.velden import dag_van, dagveld, links, probeer_met
from desktop.views.toets.feiten import feiten
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel, zet_soort

ONDERWERPEN = frozenset(
    {
        "pip",
        "pipregel",
        "pipdeel2",
        "weging",
        "mandaat",
        "gemeentegegevens",
        "dossier",
        "termijnfeit",
    }
)
"""What the plan says, who may set it, and what its dates are counted from."""


class Vaststelblad(Blad):
    """`naar_veld`: a finding is mended in the plan. `klaar`: it is set."""

    naar_veld = Signal(str)
    klaar = Signal()

    def __init__(self, werkplek: Werkplek, pip_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Plan vaststellen"), parent)
        self._werkplek, self._pip_id = werkplek, pip_id
        self._feiten: QWidget | None = None
        self._rijen: list[tuple[str, str | QWidget]] = []
        self._lijst: QWidget | None = None
        self.punten: list[tuple[Bevinding, Tekstknop]] = []
        self._klaarkaart = Sectie(_("Wat nog nodig is"), self)
        self.leg([self._dagkaart()], [self._klaarkaart])
        self._lees()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _dagkaart(self) -> Sectie:
        kaart = Sectie(_("Het besluit"), self)
        self._besluit = kaart
        vandaag = datum_nederlands(self._werkplek.store.vandaag())
        self.dag = dagveld(
            "dag",
            _("Dag van vaststellen"),
            kaart,
            hint=_("De dagtekening: de dag waarop je dit besluit neemt."),
        )
        self.bekendmaking = dagveld(
            "bekendmaking",
            _("Dag waarop de brief weggaat"),
            kaart,
            hint=_("De {weken} weken voor bezwaar tellen vanaf de dag daarna.").format(
                weken=bezwaar_weken()
            ),
        )
        for veld in (self.dag, self.bekendmaking):
            veld.zet(vandaag)
            veld.klaar.connect(self._lees)
        kaart.raster((self.dag, self.bekendmaking))
        self.uiterlijk, self.bezwaar, self.begin = (Datumknop(kaart, "waarde") for _n in range(3))
        self.uiterlijk.hide()  # only of a first plan
        self.wie = regel("", "gewoon", kaart)
        kaart.blad.addWidget(self.wie)
        vast = _(
            "Daarna verandert dit plan niet meer. Voor andere afspraken maak je een nieuwe versie."
        )
        kaart.blad.addWidget(regel(vast, "zacht", kaart))
        self.fout = regel("", "fout", kaart)
        self.fout.hide()
        kaart.blad.addWidget(self.fout)
        self.stel_vast = knop(_("Stel het plan vast"), "hoofd", kaart)
        self.stel_vast.clicked.connect(self._stel_vast)
        kaart.blad.addLayout(links(self.stel_vast))
        return kaart

    # --- what there is

    def _dag(self, veld: str = "dag") -> date:
        """The day that was typed; today while it cannot be read."""
        try:
            return dag_van(getattr(self, veld))
        except Domeinfout:
            return self._werkplek.store.vandaag()

    def _lees(self) -> None:
        store = self._werkplek.store
        dag, bekend = self._dag(), self._dag("bekendmaking")
        with store.lees() as sessie:
            pip = sessie.get(Pip, self._pip_id)
            if pip is None or pip.is_vast:
                return
            inhoud = inhoud_van(sessie, pip, dag, max(dag, bekend))
            datums = termijnen_met(sessie, pip, dag, max(dag, bekend))
            bevindingen = controle(sessie, pip, dag)
            weigering = mag_vaststellen(sessie, pip, store.gebruiker_id, dag)
            mandaat = mandaat_voor(sessie, pip, store.gebruiker_id, dag)
            functie = mandaat.functie if mandaat is not None else ""
        self._toon_feiten(inhoud, datums)
        self._toon_wie(weigering, functie)
        self._toon_lijst(bevindingen)

    def _toon_feiten(self, inhoud: Pipinhoud, datums: Termijnen) -> None:
        rijen: list[tuple[str, str | QWidget]] = [
            (_("Cliënt"), inhoud.wie.naam),
            (_("Leerroute"), route_in_woorden(inhoud)),
            (_("Versie"), str(inhoud.versie)),
        ]
        data, bezwaar = inhoud.data, datums.van(Regel.D4, inhoud.versie)
        if inhoud.versie == 1 and datums.pip is not None:
            wettelijk = datums.pip.wettelijk
            rijen.append(_dag(self.uiterlijk, _("Klaar uiterlijk op"), wettelijk, datums.pip))
        tot, begin = data.bezwaar_tot_en_met, data.termijn_start
        rijen += [
            _dag(self.bezwaar, _("Bezwaar kan tot en met"), tot, bezwaar),
            _dag(self.begin, _("De termijn begint"), begin, datums.van(Regel.D5)),
        ]
        if rijen == self._rijen:  # the dates have their new day already
            return
        hier = next((w for _n, w in rijen if isinstance(w, QWidget) and w.hasFocus()), None)
        self._rijen = rijen
        oud, self._feiten = self._feiten, feiten(rijen, self._besluit, links=208)
        self._besluit.blad.insertWidget(1, self._feiten)
        self._feiten.show()
        if not any(waarde is self.uiterlijk for _naam, waarde in rijen):
            self.uiterlijk.hide()
            self.uiterlijk.setParent(self._besluit)  # else it goes with the rows of before
        if oud is not None:
            self._besluit.blad.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        vorige: QWidget = self.knop_terug
        for deel in (self.uiterlijk, self.bezwaar, self.begin, self.dag.invoer):
            QWidget.setTabOrder(vorige, deel)
            vorige = deel
        if hier is not None:
            hier.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toon_wie(self, weigering: Domeinfout | None, functie: str) -> None:
        naam = self._werkplek.collegas.get(self._werkplek.store.gebruiker_id or "", "")
        zet_soort(self.wie, "gewoon" if weigering is None else "fout")
        if weigering is None:
            tekst = _("{naam}, {functie}, stelt het vast namens het college.")
            self.wie.setText(tekst.format(naam=naam, functie=functie))
        else:
            self.wie.setText(_(weigering.zin).format(**weigering.waarden))

    def _toon_lijst(self, bevindingen: tuple[Bevinding, ...]) -> None:
        vlak = QWidget(self._klaarkaart)
        blad = QVBoxLayout(vlak)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(4)
        self.punten = []
        moet = [b for b in bevindingen if b.blokkeert]
        tips = [b for b in bevindingen if not b.blokkeert]
        if not moet:
            blad.addWidget(regel(_("✓ Alles wat nodig is staat erin."), "gewoon", vlak))
        for titel, lijst in (
            (_("Nodig voor het vaststellen"), moet),
            (_("Goed om te weten"), tips),
        ):
            if lijst:
                blad.addWidget(regel(titel, "klein", vlak))
            for bevinding in lijst:
                punt = Tekstknop(vlak)
                punt.zet(
                    bevinding_in_woorden(bevinding),
                    regel_in_woorden(bevinding),
                    teken="!" if bevinding.blokkeert else "i",
                    let_op=bevinding.blokkeert,
                )
                punt.setAccessibleName(f"{punt.tekst} ({_(bevinding.regel)})")
                punt.clicked.connect(lambda _aan=False, b=bevinding: self.naar_veld.emit(b.veld))
                blad.addWidget(punt)
                self.punten.append((bevinding, punt))
        oud, self._lijst = self._lijst, vlak
        self._klaarkaart.blad.addWidget(vlak)
        if oud is not None:
            self._klaarkaart.blad.removeWidget(oud)
            oud.hide()
            oud.deleteLater()

    # --- deciding

    def _stel_vast(self) -> None:
        self._zeg("")
        if probeer_met(self._werkplek, [self.dag, self.bekendmaking], self._gebaar, self._weiger):
            self.klaar.emit()

    def _gebaar(self) -> None:
        dag, bekend = dag_van(self.dag), dag_van(self.bekendmaking)
        stel_vast(self._werkplek.store, self._pip_id, dag, bekendmaking=bekend)

    def _weiger(self, fout: Domeinfout) -> None:
        self._zeg(_(fout.zin).format(**fout.waarden))
        self._lees()
        eerste = next((k for b, k in self.punten if b.blokkeert), None)
        if isinstance(fout, Nietgereed) and eerste is not None:
            eerste.setFocus()

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: on the day, for what is set cannot be
        # changed, and whoever presses Enter twice in the plan has not read this yet.
        self.dag.invoer.setFocus(gebeurtenis.reason())


def _dag(
    knop_: Datumknop, naam: str, dag: date | None, termijn: Termijn | None
) -> tuple[str, QWidget]:
    """A row with a date that says why."""
    reden = reden_van(termijn) if termijn is not None and dag is not None else None
    tekst = datum_nederlands(dag) if dag is not None else _("Nog niet bekend")
    knop_.zet(tekst, reden, dag=tekst)
    knop_.setAccessibleName(f"{naam}: {tekst}")
    knop_.show()
    return naam, knop_
