"""The fourth story: three routes weighed, a plan drafted, signed, set and printed, and a next one.

It goes on after the test, in the same window and with the same client.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import cos, sin
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.app import Toepassing
from desktop.demo.handen import Handen, een
from desktop.demo.planschrijven import UREN, WEEKTOETSEN, Planschrijver
from desktop.demo.toetsverhaal import Demoklok
from desktop.models.pipinhoud import Dagdeel, Leerroute, Niveau, Oordeel, Wijzigreden
from desktop.models.termijn import Regel
from desktop.models.woorden import woord
from desktop.views.dossiers.velden import Veld
from desktop.views.pip.papieren import Papierenblad
from desktop.views.pip.scherm import Pipscherm
from desktop.views.pip.tekenen import Tekenblad
from desktop.views.pip.tekenvlak import Tekenvlak
from desktop.views.pip.vaststellen import Vaststelblad
from desktop.views.pip.versies import Versiescherm
from desktop.views.termijnen.scherm import Termijnenscherm
from desktop.views.weging.scherm import Wegingscherm
from desktop.views.werkruimte import Werkruimte

REDENEN = {
    Leerroute.B1: (
        Oordeel.PASSEND,
        "U leert snel en u wilt in een keuken werken. Daarvoor heeft u B1 nodig.",
    ),
    Leerroute.ONDERWIJS: (
        Oordeel.NIET_PASSEND,
        "U wilt nu aan het werk, en later pas een opleiding doen.",
    ),
    Leerroute.Z: (
        Oordeel.NIET_PASSEND,
        "De toets en het gesprek laten zien dat u B1 kunt halen.",
    ),
}
MOTIVERING = "De B1-route past het best bij uw wens om in een keuken te werken."
NAAM_IN_INKT = (
    tuple(
        (0.16 + 0.55 * n / 60 - 0.05 * sin(n / 2.6), 0.50 + 0.20 * (1 - n / 80) * cos(n / 2.6))
        for n in range(61)
    ),
    tuple((0.20 + 0.64 * n / 40, 0.70 - 0.10 * sin(n / 12)) for n in range(41)),
)
"""A name in loops, and a line under it."""


class Planverhaal:
    """One telling: from the weighing to the second version."""

    def __init__(self, toepassing: Toepassing, klok: Demoklok, handen: Handen, wie: str) -> None:
        self._app, self._klok, self._h, self._wie = toepassing, klok, handen, wie
        self._venster = toepassing.venster

    @property
    def _ruimte(self) -> Werkruimte:
        assert self._app.werkruimte is not None
        return self._app.werkruimte

    @property
    def _plan(self) -> Pipscherm:
        return een(self._ruimte, Pipscherm)

    @property
    def _schrijver(self) -> Planschrijver:
        return Planschrijver(self._h, self._plan, self._foto)

    @property
    def _vandaag(self) -> date:
        assert self._app.store is not None
        return self._app.store.vandaag()

    def _foto(self, naam: str, client: QWidget | None = None) -> None:
        self._h.wacht_op(lambda: not self._venster.meldt, "what was said has gone")
        self._h.foto(f"pip-{naam}", klantmanager=self._venster, client=client)

    def speel(self, doel: Path) -> None:
        """Tells it all; the papers come in `doel`."""
        self._open_dossier()
        self._weeg()
        self._schrijf()
        self._teken()
        self._stel_vast()
        self._papieren(doel)
        self._datums()
        self._tweede_versie()

    def _open_dossier(self) -> None:
        h = self._h
        zoek = self._ruimte.lijst.zoekveld
        h.typ(zoek, self._wie)
        h.wacht(300)
        h.toets(zoek, Qt.Key.Key_Return)
        h.wacht_op(self._ruimte.blad.isVisible, "the dossier opens")
        self._in_beeld(self._ruimte.blad.kaarten.pip)
        self._foto("dossier")

    def _in_beeld(self, kaart: QWidget) -> None:
        self._h.wacht(100)
        self._ruimte.blad.vlak.ensureWidgetVisible(kaart, 0, 32)

    def _weeg(self) -> None:
        """What is known on one side; on the other each route with a reason, and the decision."""
        h = self._h
        h.druk(self._ruimte.blad.kaarten.pip.knop_volgende)
        scherm = een(self._ruimte, Wegingscherm)
        self._foto("weging")
        for route, (oordeel, reden) in REDENEN.items():
            kaart = scherm.routes[route]
            h.druk(kaart.oordeel.knoppen[oordeel.value])
            h.typ(kaart.reden.veld, reden)
        h.wacht_op(lambda: len(scherm.plek.beeld.gemis) == 1, "the reasons are kept")
        scherm.werk.verticalScrollBar().setValue(0)
        self._foto("drie-routes")
        h.druk(scherm.besluit.route.knoppen[Leerroute.B1.value])
        h.druk(scherm.besluit.niveau.knoppen[Niveau.B1.value])
        h.typ(scherm.besluit.motivering.veld, MOTIVERING)
        h.wacht_op(lambda: not scherm.plek.beeld.gemis, "nothing is missing")
        self._foto("besluit")
        h.druk(scherm.knop_besluit)
        h.wacht_op(scherm.knop_plan.isVisible, "it is decided")
        self._foto("besloten")
        h.druk(scherm.knop_plan)

    def _schrijf(self) -> None:
        """A draft from the talk, worked on until nothing is missing."""
        plan, vandaag = self._schrijver, self._vandaag
        plan.uren(UREN)
        self._foto("route-en-uren")
        plan.voorstellen()
        plan.doel(vandaag + timedelta(days=90))
        plan.herkomst()
        plan.schrijfhulp()
        self._foto("nog-te-doen")
        plan.hoofddoel()
        plan.week(WEEKTOETSEN)
        self._foto("week")
        plan.uitkering(vandaag)

    # --- signing and setting

    def _teken(self) -> None:
        """The client signs on the second screen, in her own language."""
        h = self._h
        h.druk(self._plan.knop_tekenen)
        blad = een(self._ruimte, Tekenblad)
        h.druk(blad.op_scherm2)
        venster = blad.scherm2.venster
        assert venster is not None
        h.wacht_op(venster.isVisible, "the sheet to sign on is there")
        for streep in NAAM_IN_INKT:
            self._streep(venster.tekenblad.vlak, streep)
        self._foto("tekenen", client=venster)
        h.druk(venster.tekenblad.klaar)
        h.wacht(200)
        self._foto("getekend", client=venster)
        h.druk(blad.knop_terug)

    def _streep(self, vlak: Tekenvlak, punten: tuple[tuple[float, float], ...]) -> None:
        b, hoog = vlak.width(), vlak.height()
        plekken = [QPoint(round(x * b), round(y * hoog)) for x, y in punten]
        QTest.mousePress(vlak, Qt.MouseButton.LeftButton, pos=plekken[0])
        for plek in plekken[1:]:
            QTest.mouseMove(vlak, plek)
            self._h.wacht(1)
        QTest.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=plekken[-1])

    def _stel_vast(self) -> None:
        h = self._h
        h.druk(self._plan.knop_vaststellen)
        blad = een(self._ruimte, Vaststelblad)
        self._foto("vaststellen")
        h.druk(blad.stel_vast)

    def _papieren(self, doel: Path) -> None:
        h, blad = self._h, een(self._ruimte, Papierenblad)
        h.typ(blad.map.veld, str(doel.resolve()))
        h.druk(blad.maak)
        h.wacht_op(lambda: len(blad.gemaakt) > 0, "the papers are made")
        self._foto("papieren")
        rol = een(blad, QScrollArea)
        drager = rol.widget()
        assert drager is not None
        boven = blad.voorbeeld.vel.mapTo(drager, QPoint(0, 0)).y()
        rol.verticalScrollBar().setValue(boven - 6)
        self._foto("mijn-plan")
        h.druk(blad.knop_terug)
        self._in_beeld(self._ruimte.blad.kaarten.pip)
        self._foto("vastgesteld")

    def _datums(self) -> None:
        h = self._h
        h.druk(self._ruimte.blad.kaarten.termijnen.alle)
        scherm = een(self._ruimte, Termijnenscherm)
        self._foto("datums")
        for _stap in range(30):
            nu = scherm.tijdlijn.huidig
            if nu is not None and nu.regel is Regel.D5:
                break
            h.toets(scherm.tijdlijn, Qt.Key.Key_Right)
        h.toets(scherm.tijdlijn, Qt.Key.Key_Return)
        self._foto("waarom-deze-dag")
        h.druk(scherm.knop_terug)

    # --- later

    def _tweede_versie(self) -> None:
        """Four months on there is work, and the plan goes along."""
        h = self._h
        self._klok.verder(120 * 24 * 60)
        h.druk(self._ruimte.blad.kaarten.pip.knop_versies)
        versies = een(self._ruimte, Versiescherm)
        self._kies(versies.reden, woord(Wijzigreden.WERK))
        h.typ(versies.toelichting.invoer, "Er is werk in een keuken gevonden, op drie middagen.")
        self._foto("nieuwe-versie")
        h.druk(versies.maak)
        plan = self._schrijver
        plan.week({(dag, Dagdeel.MIDDAG): "w" for dag in (1, 3, 5)})
        self._foto("versie-2")
        plan.uren({"participatie_uren_per_week": "12"})
        h.druk(self._plan.knop_versies)
        self._foto("verschil")
        h.druk(een(self._ruimte, Versiescherm).knop_terug)
        h.druk(self._ruimte.blad.knop_terug)

    def _kies(self, veld: Veld, tekst: str) -> None:
        self._h.vul(veld.invoer, tekst)
