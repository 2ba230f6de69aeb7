"""The card on the dossier sheet: where weighing and plan stand, and the one thing to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier
from desktop.models.formulier import datum_nederlands
from desktop.models.pipwoorden import PLANTABELLEN, WEGINGTABELLEN
from desktop.store.pipbeeld import Planfase, Planstand, planstand
from desktop.store.wegingbeeld import open_taken
from desktop.taal import _, meervoud
from desktop.views.toegang.recht import recht_in
from desktop.views.weging.taakregels import Taakregels
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel, zet_soort
from desktop.views.widgets.stroom import stroom

ONDERWERPEN = frozenset({*PLANTABELLEN, *WEGINGTABELLEN, "termijnfeit", "toetsuitslag"})
"""What the dossier sheet has to listen to for this card."""


class Pipkaart(Sectie):
    """Signals carry the id of the dossier: other screens do the work."""

    open_weging = Signal(str)
    open_pip = Signal(str)
    open_versies = Signal(str)
    open_documenten = Signal(str)
    open_tekenen = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Leerroute en plan (PIP)"), parent)
        self._werkplek, self._id = werkplek, ""
        self._volgende = self.open_pip
        self.aan_zet = False
        """This card has the next thing to do, so that nothing else on the sheet shouts."""
        self.stand = regel("", "groot", self)
        self.zin = regel("", "zacht", self)
        kop = QVBoxLayout()
        kop.setSpacing(0)
        kop.addWidget(self.stand)
        kop.addWidget(self.zin)
        self.blad.addLayout(kop)
        self.taken = Taakregels(self)
        self.blad.addWidget(self.taken)
        self._knoppen = QWidget(self)
        rij = stroom(self._knoppen, tussen=8)
        self.knop_volgende = knop("", "hoofd", self._knoppen)
        self.knop_volgende.clicked.connect(lambda: self._volgende.emit(self._id))
        self.knop_tekenen = knop("", "gewoon", self._knoppen)
        self.knop_tekenen.clicked.connect(lambda: self.open_tekenen.emit(self._id))
        self.knop_plan = knop(_("Bekijk het plan"), "gewoon", self._knoppen)
        self.knop_plan.clicked.connect(lambda: self.open_pip.emit(self._id))
        self.knop_weging = knop(_("Bekijk de weging"), "gewoon", self._knoppen)
        self.knop_weging.clicked.connect(lambda: self.open_weging.emit(self._id))
        self.knop_versies = knop(_("Versies"), "gewoon", self._knoppen)
        self.knop_versies.clicked.connect(lambda: self.open_versies.emit(self._id))
        for deel in (
            self.knop_volgende,
            self.knop_tekenen,
            self.knop_plan,
            self.knop_weging,
            self.knop_versies,
        ):
            rij.addWidget(deel)
        self.blad.addWidget(self._knoppen)

    def toon(self, dossier_id: str, *, na_gesprek: bool = True) -> None:
        """Shows this dossier; before the talk is closed that is the next thing, and not the plan.

        A role without the plan sees no card, one that may only read no gesture.
        """
        self._id = dossier_id
        with self._werkplek.store.lees() as sessie:
            dossier = sessie.get(Dossier, dossier_id)
            recht = recht_in(self._werkplek, dossier.gemeente) if dossier is not None else None
            leest = recht is None or Stroomklasse.PIP in recht.lezen
            self.setVisible(leest)
            self.aan_zet = False
            if dossier is None or not leest:
                return
            vandaag = self._werkplek.store.vandaag()
            stand = planstand(sessie, dossier_id, vandaag)
            taken = open_taken(sessie, dossier_id, vandaag)
        schrijft = recht is None or Stroomklasse.PIP in recht.schrijven
        self._toon_stand(stand)
        self.taken.toon(taken)
        self._toon_knoppen(stand, schrijft=schrijft)
        self.aan_zet = schrijft and na_gesprek
        # Once it was signed nothing is left to do, and nothing shouts.
        hoofd = na_gesprek and not stand.getekend
        zet_soort(self.knop_volgende, "hoofd" if hoofd else "gewoon")

    def _toon_stand(self, s: Planstand) -> None:
        vast = _("Versie {versie} geldt, vastgesteld op {dag}").format(
            versie=s.vaste_versie, dag=datum_nederlands(s.vastgesteld_op)
        )
        punten = meervoud("Nog {aantal} punt", "Nog {aantal} punten", s.ontbreekt)
        match s.fase:
            case Planfase.GEEN_WEGING:
                stand = _("Nog geen weging")
                zin = _("Weeg eerst de drie leerroutes. Daarna maak je het plan.")
            case Planfase.WEGING:
                stand = _("De weging is bezig")
                zin = punten if s.ontbreekt else _("Je kunt besluiten")
            case Planfase.BEGIN:
                stand = _("De leerroute is gekozen")
                zin = _("Het plan is nog niet begonnen")
            case Planfase.CONCEPT:
                stand = _("Concept, versie {versie}").format(versie=s.versie)
                zin = punten if s.ontbreekt else _("Alles wat nodig is staat erin")
                if s.vaste_versie:
                    zin = f"{zin}  ·  {vast}"
            case Planfase.VAST:
                stand = _("Vastgesteld op {dag}, versie {versie}").format(
                    dag=datum_nederlands(s.vastgesteld_op), versie=s.vaste_versie
                )
                zin = (
                    _("De handtekening is vastgelegd")
                    if s.getekend
                    else _("Nog geen handtekening van de cliënt. Het plan geldt ook zonder.")
                )
        self.stand.setText(stand)
        self.zin.setText(zin)

    def _toon_knoppen(self, s: Planstand, *, schrijft: bool) -> None:
        woord, self._volgende = {
            Planfase.GEEN_WEGING: (_("Weeg de leerroutes"), self.open_weging),
            Planfase.WEGING: (_("Ga verder met de weging"), self.open_weging),
            Planfase.BEGIN: (_("Begin met het plan"), self.open_pip),
            Planfase.CONCEPT: (_("Ga verder met het plan"), self.open_pip),
            Planfase.VAST: (_("Maak de papieren"), self.open_documenten),
        }[s.fase]
        self.knop_volgende.setText(woord)
        self.knop_volgende.setAccessibleName(woord)
        self.knop_volgende.setVisible(schrijft)
        wat = _("Bekijk de handtekening") if s.getekend else _("Handtekening")
        self.knop_tekenen.setText(wat)
        self.knop_tekenen.setAccessibleName(wat)
        self.knop_tekenen.setVisible(s.fase is Planfase.VAST and (schrijft or s.getekend))
        er_is_een_plan = s.fase in (Planfase.CONCEPT, Planfase.VAST)
        self.knop_plan.setVisible(er_is_een_plan and not (schrijft and s.fase is Planfase.CONCEPT))
        met_weging = s.fase in (Planfase.BEGIN, Planfase.CONCEPT, Planfase.VAST)
        self.knop_weging.setVisible(met_weging or (s.fase is Planfase.WEGING and not schrijft))
        self.knop_versies.setVisible(s.vaste_versie > 0)
        self._knoppen.setVisible(schrijft or er_is_een_plan or not self.knop_weging.isHidden())
