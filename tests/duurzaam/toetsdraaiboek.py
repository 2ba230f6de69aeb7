"""What a toetsbegeleider does at the table, and what has to be on disk after each touch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.models.toets import Kandidaat
from desktop.models.toetsdelen import Observatiesoort
from desktop.models.wijziging import Lokaal
from desktop.store.store import Store
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.werkruimte import Werkruimte

TEKST = "Keek rustig"
GEBAREN = (
    # (candidate, what is touched, what is then on disk)
    (0, "Te laat", {"aanwezigheid": "te laat"}),
    (0, "Identiteit gezien", {"identiteit_gezien": True}),
    (0, "Start", {"klok": "loopt"}),
    (1, "Aanwezig", {"aanwezigheid": "aanwezig"}),
    (1, "Identiteit gezien", {"identiteit_gezien": True}),
    (1, "Uitleg begrepen", {"uitleg_begrepen": True}),
    (1, "Start", {"klok": "loopt"}),
    (0, "Pauze", {"klok": "pauze"}),
    (1, "Onderweg", {}),
    (1, "Meld nu: technisch", {"incidenten": ["technisch"]}),
    (0, "Ga verder", {"klok": "loopt"}),
    (1, "Meld nu: stress", {"incidenten": ["technisch", "stress"]}),
    (1, "Breek af: stress", {"klok": "klaar", "afgebroken_reden": "stress"}),
    (0, "Stop", {"klok": "klaar"}),
    (2, "Aankomst", {}),
    (2, "Afwezig, afgemeld", {"aanwezigheid": "afwezig met afmelding"}),
    (0, "Wat ik zag", {}),
)
BEGIN = {
    "aanwezigheid": "nog niet bekend",
    "identiteit_gezien": False,
    "uitleg_begrepen": False,
    "klok": "staat stil",
    "incidenten": [],
    "afgebroken_reden": None,
    "tekst": "",
}


class Toetsdraaiboek:
    """Plays the touches one by one in the real window, and then types an observation."""

    def __init__(self, ruimte: Werkruimte, sessie_id: str, zeg: Callable[..., None]) -> None:
        self._zeg = zeg
        self._scherm = Dagscherm(ruimte.werkplek, sessie_id)
        ruimte._toon_tijdelijk(self._scherm)
        self._volgorde = kandidaten(ruimte.werkplek.store)
        self._staat: dict[str, Any] = {
            f"{n}:{veld}": waarde for n in range(3) for veld, waarde in BEGIN.items()
        }
        self._n = 0

    def speel(self, tot: int) -> None:
        """The first touches, and then the letters."""
        self._zeg("start", staat=self._staat)
        for wie, wat, dan in GEBAREN[:tot]:
            self._doe(wie, wat, dan, lambda wie=wie, wat=wat: self._raak(wie, wat))
        veld = self._scherm.panelen[self._volgorde[0]].gezien.velden[Observatiesoort.CONCENTRATIE]
        veld.setFocus()
        for n in range(min(len(TEKST), tot - len(GEBAREN))):
            dan = {"tekst": TEKST[: n + 1]}
            self._doe(0, TEKST[n], dan, lambda n=n: QTest.keyClicks(veld, TEKST[n]))

    def _doe(self, wie: int, wat: str, dan: dict[str, Any], gebaar: Callable[[], None]) -> None:
        self._n += 1
        self._staat = {**self._staat, **{f"{wie}:{veld}": w for veld, w in dan.items()}}
        rest = {"n": self._n, "wat": f"{wie} {wat}", "staat": self._staat}
        self._zeg("begin", op=datetime.now(UTC).isoformat(), **rest)
        gebaar()
        QApplication.processEvents()
        self._zeg("klaar", op=datetime.now(UTC).isoformat(), **rest)

    def _raak(self, wie: int, wat: str) -> None:
        id_ = self._volgorde[wie]
        if self._scherm.gekozen != id_:
            _klik(self._scherm.tegels[id_])
        paneel = self._scherm.panelen[id_]
        (knop,) = (
            k
            for k in paneel.findChildren(QPushButton)
            if k.isVisible() and k.accessibleName() == wat
        )
        assert knop.isEnabled(), f"{wat} cannot be touched"
        _klik(knop)


def _klik(deel: QWidget) -> None:
    QTest.mouseClick(deel, Qt.MouseButton.LeftButton)


def kandidaten(store: Store) -> list[str]:
    """Ids in the order of the script: that of their registration."""
    with store.lees() as sessie:
        return list(sessie.scalars(sa.select(Kandidaat.id).order_by(Kandidaat.examennummer)))


def op_schijf(store: Store) -> dict[str, Any]:
    """The same items, read from the file that was left."""
    uit: dict[str, Any] = {}
    with store.lees() as sessie:
        lokaal = {rij.sleutel: rij.waarde for rij in sessie.scalars(sa.select(Lokaal))}
        rijen = sessie.scalars(sa.select(Kandidaat).order_by(Kandidaat.examennummer))
        for n, k in enumerate(rijen):
            soort = Observatiesoort.CONCENTRATIE
            tekst = next((o.tekst for o in k.observaties if o.soort is soort), "")
            wat = {
                "aanwezigheid": k.aanwezigheid.value,
                "identiteit_gezien": k.identiteit_gezien,
                "uitleg_begrepen": k.uitleg_begrepen,
                "klok": _klok(k),
                "incidenten": [i.soort.value for i in k.incidenten],
                "afgebroken_reden": k.afgebroken_reden.value if k.afgebroken_reden else None,
                "tekst": lokaal.get(f"toetsobservatie:{k.id}:{soort}", tekst),
            }
            uit |= {f"{n}:{veld}": waarde for veld, waarde in wat.items()}
    return uit


def _klok(k: Kandidaat) -> str:
    if k.in_pauze:
        return "pauze"
    if k.loopt:
        return "loopt"
    return "klaar" if k.geeindigd_op else "staat stil"
