"""What a klantmanager does in a plan, and what has to be on disk after each gesture."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.pip import Pip
from desktop.models.pipinhoud import Bezigheid
from desktop.models.wijziging import Lokaal
from desktop.store.store import Store
from desktop.views.pip.deel2kaart import Deel2kaart
from desktop.views.pip.kaarten import Hoofddoelkaart, Weekkaart
from desktop.views.pip.regelrij import Regelrij
from desktop.views.pip.scherm import Pipscherm
from desktop.views.werkruimte import Werkruimte

DOEL, ZIN, ERBIJ, WIE = "Werken.", "Wij bellen.", " Vaak.", "Anneke"
EERSTE, TWEEDE = "Wij praten samen.", "Wij kijken terug."
"""Two sentences that stand under the agreements already."""

BEGIN: dict[str, Any] = {
    "tekst:hoofddoel": "",
    "tekst:zin": "",
    "tekst:eerste": EERSTE,
    "tekst:wie": "",
    "uitkering": False,
    "week": {},
    "volgorde": [EERSTE, TWEEDE],
}


class Plandraaiboek:
    """Plays the gestures one by one in the real window."""

    def __init__(self, ruimte: Werkruimte, dossier_id: str, zeg: Callable[..., None]) -> None:
        self._zeg = zeg
        ruimte.plannen.plan(dossier_id)
        scherm = ruimte.plannen.scherm
        assert isinstance(scherm, Pipscherm)
        self._scherm = scherm
        scherm.plan.bouw_alles()
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
        plan = self._scherm.plan
        doel, week, deel2 = (plan.kaarten[p] for p in ("hoofddoel", "week", "deel2"))
        assert isinstance(doel, Hoofddoelkaart)
        assert isinstance(week, Weekkaart)
        assert isinstance(deel2, Deel2kaart)
        afspraak = plan.onderdeel("afspraak")
        for n in range(len(DOEL)):
            yield self._letter("tekst:hoofddoel", doel.veld.veld, DOEL, n)
        yield "+ Zin", {}, lambda: _klik(afspraak.erbij)
        assert afspraak.nieuw is not None
        assert afspraak.nieuw.editor is not None
        for n in range(len(ZIN)):
            yield self._letter("tekst:zin", afspraak.nieuw.editor.tekst.veld, ZIN, n)
        rij = self._rij(afspraak.rijen.values(), EERSTE)
        yield "open", {}, lambda: QTest.keyClick(rij.lees, Qt.Key.Key_Return)
        assert rij.editor is not None
        for n in range(len(ERBIJ)):
            yield self._letter("tekst:eerste", rij.editor.tekst.veld, ERBIJ, n, voor=EERSTE)
        for n in range(len(WIE)):
            yield self._letter("tekst:wie", rij.editor.wie.veld, WIE, n)
        cel = week.rooster.cellen["1-ochtend"]
        les = {"week": {"1-ochtend": "taalles"}}
        yield "week", les, lambda: week.rooster._kies(cel, Bezigheid.TAALLES)
        yield (
            "uitkering",
            {"uitkering": True},
            lambda: QTest.keyClick(deel2.uitkering, Qt.Key.Key_Space),
        )
        tweede = self._rij(afspraak.rijen.values(), TWEEDE)
        yield "weg", {"volgorde": [EERSTE + ERBIJ]}, tweede.verwijder
        terug = {"volgorde": [EERSTE + ERBIJ, TWEEDE]}
        yield "zet terug", terug, lambda: _klik(self._scherm.zet_terug)

    @staticmethod
    def _letter(
        naam: str, veld: Any, tekst: str, n: int, *, voor: str = ""
    ) -> tuple[str, dict[str, Any], Callable[[], object]]:
        def gebaar() -> None:
            if not veld.hasFocus():
                veld.setFocus()
            QTest.keyClicks(veld, tekst[n])

        dan: dict[str, Any] = {naam: voor + tekst[: n + 1]}
        if naam == "tekst:eerste":
            dan["volgorde"] = [dan[naam], TWEEDE]
        return tekst[n], dan, gebaar

    @staticmethod
    def _rij(rijen: Any, tekst: str) -> Regelrij:
        (gevonden,) = (rij for rij in rijen if rij.lees.tekst == tekst)
        assert isinstance(gevonden, Regelrij)
        return gevonden


def _klik(deel: Any) -> None:
    QTest.mouseClick(deel, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def op_schijf(store: Store) -> dict[str, Any]:
    """The same items, read from the file that was left: a text as its draft, if there is one."""
    with store.lees() as sessie:
        lokaal = {rij.sleutel: rij.waarde for rij in sessie.scalars(sa.select(Lokaal))}
        pip = sessie.scalars(sa.select(Pip)).one()
        rijen = sorted(pip.regels, key=lambda r: r.volgorde)

        def tekst(id_: str, was: str, veld: str = "tekst") -> str:
            return lokaal.get(f"concept:{pip.id}:pipregel:{id_}:{veld}", was)

        afspraken = [r for r in rijen if r.onderdeel == "afspraak"]
        oud = [r for r in afspraken if r.afkomst_code == "oud"]
        nieuw = {r.id: r.tekst for r in afspraken if r.afkomst_code != "oud"}
        for id_, open_ in json.loads(lokaal.get(f"pip:open:{pip.id}", "{}")).items():
            if open_["sleutel"]:
                nieuw.setdefault(id_, "")
        assert len(nieuw) <= 1, "one line became two"
        eerste = next((r for r in oud if r.afkomst_id == "eerste"), None)
        return {
            "tekst:hoofddoel": lokaal.get(f"concept:{pip.id}:hoofddoel", pip.hoofddoel),
            "tekst:zin": next((tekst(id_, was) for id_, was in nieuw.items()), ""),
            "tekst:eerste": tekst(eerste.id, eerste.tekst) if eerste else "",
            "tekst:wie": tekst(eerste.id, eerste.wie, "wie") if eerste else "",
            "uitkering": pip.deel2 is not None,
            "week": {cel: str(waarde) for cel, waarde in pip.week.items()},
            "volgorde": [tekst(r.id, r.tekst) for r in oud],
        }
