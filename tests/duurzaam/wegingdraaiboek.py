"""What a klantmanager does on the weighing sheet, and what has to be on disk after each gesture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.pipinhoud import Leerroute, Oordeel
from desktop.models.weging import Weging
from desktop.models.wijziging import Lokaal
from desktop.store.store import Store
from desktop.views.werkruimte import Werkruimte

REDEN, MOTIEF, WAT, DAG = "Leert snel.", "Wil werken.", "Tempo?", "01-12-2099"
BEGIN: dict[str, Any] = {
    "tekst:reden": "",
    "tekst:motivering": "",
    "tekst:wat": "",
    "tekst:dag": "",
    "oordelen": {},
    "gekozen": "",
}


class Wegingdraaiboek:
    """Plays the gestures one by one in the real window."""

    def __init__(self, ruimte: Werkruimte, dossier_id: str, zeg: Callable[..., None]) -> None:
        self._zeg = zeg
        ruimte.weging.weeg(dossier_id)
        scherm = ruimte.weging.scherm
        assert scherm is not None
        self._scherm = scherm
        QApplication.processEvents()
        self._staat = dict(BEGIN)
        self._n = 0

    def speel(self, tot: int) -> None:
        """The first gestures."""
        self._zeg("start", staat=self._staat)
        for wat, dan, gebaar in self._gebaren():
            if self._n == tot:
                return
            self._n += 1
            self._staat = {**self._staat, **dan}
            rest = {"n": self._n, "wat": wat, "staat": self._staat}
            self._zeg("begin", **rest)
            gebaar()
            QApplication.processEvents()
            self._zeg("klaar", **rest)

    def _gebaren(self) -> Iterator[tuple[str, dict[str, Any], Callable[[], object]]]:
        b1, onderwijs = (self._scherm.routes[r] for r in (Leerroute.B1, Leerroute.ONDERWIJS))
        past, nader = Oordeel.PASSEND.value, Oordeel.NADER_ONDERZOEKEN.value
        yield "past", {"oordelen": {"B": past}}, lambda: _druk(b1.oordeel.knoppen[past])
        for n in range(len(REDEN)):
            yield _letter("tekst:reden", b1.reden.veld, REDEN, n)
        knop = onderwijs.oordeel.knoppen[nader]
        yield "nader", {"oordelen": {"B": past, "O": nader}}, lambda: _druk(knop)
        for n in range(len(WAT)):
            yield _letter("tekst:wat", onderwijs.taken.wat.veld, WAT, n)
        for n in range(len(DAG)):
            yield _letter("tekst:dag", onderwijs.taken.dag.veld, DAG, n)
        route = self._scherm.besluit.route.knoppen["B"]
        yield "kies", {"gekozen": "B"}, lambda: _druk(route)
        for n in range(len(MOTIEF)):
            yield _letter("tekst:motivering", self._scherm.besluit.motivering.veld, MOTIEF, n)


def _letter(
    naam: str, veld: Any, tekst: str, n: int
) -> tuple[str, dict[str, Any], Callable[[], object]]:
    def gebaar() -> None:
        if not veld.hasFocus():
            veld.setFocus()
        QTest.keyClicks(veld, tekst[n])

    return tekst[n], {naam: tekst[: n + 1]}, gebaar


def _druk(knop: Any) -> None:
    knop.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(knop, Qt.Key.Key_Space)


def op_schijf(store: Store) -> dict[str, Any]:
    """The same items, read from the file that was left: a text as its draft, if there is one."""
    with store.lees() as sessie:
        lokaal = {rij.sleutel: rij.waarde for rij in sessie.scalars(sa.select(Lokaal))}
        weging = sessie.scalars(sa.select(Weging)).one()
        oordelen = {o.route.value: o for o in weging.oordelen}
        sleutel = f"concept:{weging.id}"
        return {
            "tekst:reden": lokaal.get(f"{sleutel}:reden:B", oordelen["B"].reden),
            "tekst:motivering": lokaal.get(f"{sleutel}:motivering", weging.motivering),
            "tekst:wat": lokaal.get(f"{sleutel}:onderzoek:O:wat", ""),
            "tekst:dag": lokaal.get(f"{sleutel}:onderzoek:O:dag", ""),
            "oordelen": {c: str(o.oordeel.value) for c, o in oordelen.items() if o.oordeel},
            "gekozen": weging.gekozen.value if weging.gekozen else "",
        }
