"""Hands in the plan's editor: fills in, takes over what the talk proposes, mends a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop.demo.handen import Handen
from desktop.models.pipinhoud import Dagdeel
from desktop.models.weekwoorden import cel
from desktop.views.pip.deel2kaart import Deel2kaart
from desktop.views.pip.kaarten import Hoofddoelkaart, Weekkaart
from desktop.views.pip.onderdeelkaart import Onderdeelkaart
from desktop.views.pip.routekaart import Routekaart
from desktop.views.pip.scherm import Pipscherm
from desktop.views.pip.woorden import DEEL2, HOOFDDOEL, ROUTE, WEEK
from desktop.views.widgets.indeling import Sectie

STRENG = "Als je niet komt, krijg je een boete. Je moet altijd op tijd zijn."
VRIENDELIJK = "Kunt u een keer niet komen? Bel ons dan. Wij zoeken samen een andere dag."
UREN = {
    "lesuren_per_week": "12",
    "participatie_uren_per_week": "8",
    "pvt_uren": "12",
    "map_uren": "40",
    "intensiteit": "600",
}
WEEKTOETSEN = {
    (1, Dagdeel.OCHTEND): "t",
    (2, Dagdeel.OCHTEND): "t",
    (2, Dagdeel.MIDDAG): "v",
    (3, Dagdeel.OCHTEND): "t",
    (4, Dagdeel.MIDDAG): "w",
    (5, Dagdeel.OCHTEND): "t",
}
"""A letter for a part of a day, as the klantmanager types it."""
K = TypeVar("K", bound=Sectie)


class Planschrijver:
    """In one plan; `foto` takes a picture of the window."""

    def __init__(self, handen: Handen, scherm: Pipscherm, foto: Callable[[str], None]) -> None:
        self._h, self._scherm, self._foto = handen, scherm, foto
        plan = scherm.plan
        handen.wacht_op(
            lambda: all(kop.plek in plan.kaarten for kop in plan.koppen()), "all cards are built"
        )

    def _kaart(self, plek: str, soort: type[K]) -> K:
        kaart = self._scherm.plan.kaarten[plek]
        assert isinstance(kaart, soort)
        return kaart

    def _kop(self, code: str) -> Onderdeelkaart:
        return self._kaart(code, Onderdeelkaart)

    def ga(self, plek: str) -> None:
        """To a heading, by the index."""
        self._h.druk(self._scherm.inhoud.knoppen[plek])
        self._h.wacht(50)

    def verlaat(self) -> None:
        """Out of a field: what was typed is kept."""
        self._scherm.knop_versies.setFocus()
        self._h.wacht(50)

    def _vink(self, vak: QCheckBox) -> None:
        vak.setFocus()
        self._h.toets(vak, Qt.Key.Key_Space)
        self._h.wacht(50)

    def uren(self, uren: Mapping[str, str]) -> None:
        """Hours of the route."""
        self.ga(ROUTE)
        for veld, waarde in uren.items():
            self._h.typ(self._kaart(ROUTE, Routekaart).getallen[veld].veld, waarde)
        self.verlaat()

    def voorstellen(self) -> None:
        """What the talk proposes goes into the plan; one that is over goes out again."""
        h = self._h
        self.ga("doel")
        h.druk(self._kop("doel").knop_voorstel)
        self.ga("doel")
        self._foto("voorstellen")
        h.druk(self._scherm.neem_alles)
        h.wacht_op(lambda: bool(self._kop("doel").rijen), "the proposals are in the plan")
        self.ga("doel")
        self._foto("overgenomen")
        for rij in list(self._kop("afspraak").rijen.values()):
            if rij.lees.tekst.startswith("Leerbaarheidstoets"):
                self.ga("afspraak")
                rij.lees.setFocus()
                h.toets(rij.lees, Qt.Key.Key_Delete)
                h.wacht(50)

    def doel(self, klaar: date) -> None:
        """Who helps with a goal, when it is ready, and how that is seen."""
        h, rij = self._h, next(iter(self._kop("doel").rijen.values()))
        self.ga("doel")
        h.druk(rij.lees)
        assert rij.editor is not None
        h.typ(rij.editor.wanneer.veld, f"{klaar:%d-%m-%Y}")
        h.toets(rij.editor.wanneer.veld, Qt.Key.Key_Tab)
        self._foto("doel")
        h.druk(rij.editor.knop_klaar)

    def herkomst(self) -> None:
        """From which answer a sentence comes."""
        rij = next(iter(self._kop("sterk_punt").rijen.values()))
        self.ga("sterk_punt")
        self._h.druk(rij.chip)
        self._foto("uit-welk-antwoord")
        self._h.druk(rij.chip)

    def schrijfhulp(self) -> None:
        """A sentence that could be kinder, and then is."""
        h = self._h
        self.ga("niet_nakomen")
        h.druk(self._kop("niet_nakomen").erbij)
        nieuw = self._kop("niet_nakomen").nieuw
        assert nieuw is not None
        assert nieuw.editor is not None
        veld = nieuw.editor.tekst
        h.typ(veld.veld, STRENG)
        h.wacht_op(lambda: bool(veld.vondsten), "the words are looked at")
        self._foto("schrijfhulp")
        h.typ(veld.veld, VRIENDELIJK)
        h.toets(veld.veld, Qt.Key.Key_Escape)

    def hoofddoel(self) -> None:
        """The goal that goes with the wish for three years."""
        self.ga(HOOFDDOEL)
        self._h.druk(self._kaart(HOOFDDOEL, Hoofddoelkaart).voorstel)
        self.verlaat()

    def week(self, letters: Mapping[tuple[int, Dagdeel], str]) -> None:
        """Types what is done in each part of a day."""
        self.ga(WEEK)
        rooster = self._kaart(WEEK, Weekkaart).rooster
        for (dag, deel), letter in letters.items():
            vak = rooster.cellen[cel(dag, deel)]
            vak.setFocus()
            self._h.letters(vak, letter)
        self._h.wacht(100)
        self.ga(WEEK)

    def uitkering(self, vandaag: date) -> None:
        """Part 2, with ontzorgen."""
        h = self._h
        self.ga(DEEL2)
        kaart = self._kaart(DEEL2, Deel2kaart)
        self._vink(kaart.uitkering)
        h.typ(kaart.vanaf.veld, f"{vandaag - timedelta(days=30):%d-%m-%Y}")
        self.verlaat()
        self._vink(kaart.ontzorgen)
        h.wacht_op(lambda: "ontzorgen" in self._scherm.plan.kaarten, "part 2 is there")
        for kop in ("financieel_plan", "ontzorgen", "plicht_pw"):
            self._neem_over(kop)
        self.ga(DEEL2)
        self._foto("deel-2")

    def _neem_over(self, kop: str) -> None:
        """All that is proposed under one heading."""
        h, kaart = self._h, self._kop(kop)
        self.ga(kop)
        if not kaart.knop_voorstel.isVisible():
            return
        if not kaart.knop_voorstel.isChecked():
            h.druk(kaart.knop_voorstel)
        h.wacht(100)
        vak = kaart.voorstellen
        assert vak is not None
        h.druk(vak.alle if vak.alle.isVisible() else next(iter(vak.knoppen.values())))
