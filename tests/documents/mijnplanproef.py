"""A plan with something of everything, and where it stands on the client's page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop import catalogi
from desktop.documents.mijnplan import teken_mijnplan
from desktop.documents.mijnplangegevens import mijnplan_uit
from desktop.documents.mijnplanwaarden import Helper, Mijnplan
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.models.pipinhoud import (
    Bezigheid,
    Contact,
    Dagdeel,
    Data,
    Leerroute,
    Niveau,
    Pipinhoud,
    Regel,
    Wie,
)
from desktop.models.prompts import Prompts, Schrijfwijze

VANDAAG = date(2026, 12, 1)
TALEN = list(catalogi.talen())
RTL = [tag for tag, taal in catalogi.talen().items() if taal.rechts_naar_links]
LEESBAAR = [*((tag, "") for tag in RTL), ("kmr", "Arabisch"), ("ti", ""), ("am", "")]
"""Where others' PDFs came back with letters out of order (peers.md B6), and the other scripts."""

WEEK = {f"{dag}-ochtend": Bezigheid.TAALLES for dag in (1, 2, 3, 4)} | {
    "1-middag": Bezigheid.VRIJWILLIGERSWERK,
    "3-middag": Bezigheid.ZORG,
    "4-middag": Bezigheid.STAGE,
    "5-ochtend": Bezigheid.WERK,
    "5-middag": Bezigheid.REIZEN,
}
VOL = {
    f"{dag}-{deel}": soort
    for dag in range(1, 6)
    for deel, soort in zip(
        Dagdeel, (Bezigheid.TAALLES, Bezigheid.VRIJWILLIGERSWERK, Bezigheid.ZORG), strict=True
    )
}
EIGEN_DOEL = "Ik ga elke dinsdag naar de naaigroep en neem mijn zus mee."
INHOUD = Pipinhoud(
    wie=Wie(naam="Tesfay Gebremedhin"),
    contact=Contact("Anneke de Boer", "0527 63 39 11"),
    leerroute=Leerroute.B1,
    niveau=Niveau.B1,
    week=WEEK,
    data=Data(
        dagtekening=VANDAAG,
        bekendmaking=date(2026, 12, 2),
        bezwaar_tot_en_met=date(2027, 1, 13),
        termijn_start=date(2026, 12, 2),
        termijn_einde=date(2029, 12, 2),
    ),
    regels=(
        Regel("1", "doel", "Ik leer fietsen.", doelcode="doel.mo1"),
        Regel("2", "doel", "", doelcode="doel.re2"),
        Regel("3", "doel", EIGEN_DOEL),
        Regel("4", "taal_en_werk", "Helpt bij de kringloopwinkel."),
        Regel("5", "afspraak", "Proefles op school", wie="Taalpunt", wanneer=date(2026, 12, 8)),
        Regel("6", "voortgang", "Wij praten samen over hoe het gaat.", wanneer=date(2027, 3, 2)),
        Regel("7", "voortgang", "Tweede gesprek, kamer 2.14", wanneer=date(2027, 6, 1)),
    ),
    uitkering=True,
    ontzorgen=True,
    ontzorgen_tot_en_met=date(2027, 5, 31),
)
HELPERS = (Helper("Yusuf Ahmed", "06 12 34 56 78", "taalmaatje"),)


def prompts_van(tag: str, **schrijfwijze: str) -> Prompts:
    return Prompts(
        catalogi.talen()[tag],
        catalogi.catalogus(tag),
        catalogi.schermteksten(),
        Schrijfwijze(**schrijfwijze),
    )


def mijn_plan(tag: str, inhoud: Pipinhoud = INHOUD, **schrijfwijze: str) -> Mijnplan:
    prompts = prompts_van(tag, **schrijfwijze)
    return mijnplan_uit(inhoud, prompts, vandaag=VANDAAG, helpers=HELPERS)


def zonder(onderdeel: str, *regels: Regel) -> Pipinhoud:
    """The plan with other lines under this heading."""
    rest = tuple(r for r in INHOUD.regels if r.onderdeel != onderdeel)
    return replace(INHOUD, regels=(*rest, *regels))


class Plekken:
    """Where on the page texts and pictures are, and how large the letters."""

    def __init__(self) -> None:
        self.teksten: list[tuple[str, QRectF]] = []
        self.beelden: list[tuple[str, QRectF]] = []
        self.maten: dict[str, float] = {}
        self.gebroken: list[str] = []
        """Texts of which a word is broken in the middle."""

    def eerste(self, tekst: str) -> QRectF:
        return next(vak for gezien, vak in self.teksten if gezien == tekst)


def plekken_van(plan: Mijnplan, monkeypatch: pytest.MonkeyPatch) -> Plekken:
    """Paints the page on nothing, and remembers where."""
    uit = Plekken()

    def onthoud(_z: Zetter, _p: QPainter, g: Gezet, x: float, y: float, _k: str) -> None:
        regels = [g.opmaak.lineAt(n) for n in range(g.opmaak.lineCount())]
        links = min((regel.position().x() for regel in regels), default=0.0) * g.schaal
        uit.teksten.append((g.tekst, QRectF(x + links, y, g.breed, g.hoog)))
        uit.maten[g.tekst] = g.maat
        for n in (regel.textStart() for regel in regels[1:]):
            if g.tekst[n - 1 : n].isalnum() and g.tekst[n : n + 1].isalnum():
                uit.gebroken.append(g.tekst)

    monkeypatch.setattr(Zetter, "teken", onthoud)
    beeld = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = QPainter(beeld)
    teken_mijnplan(painter, plan, lambda _p, vak, naam: uit.beelden.append((naam, QRectF(vak))))
    painter.end()
    return uit


def teksten(wat: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(wat, str):
        yield wat
    elif isinstance(wat, tuple):
        for deel in wat:
            yield from teksten(deel)
    elif is_dataclass(wat):
        for veld in fields(wat):
            yield from teksten(getattr(wat, veld.name))


def letters(tekst: str) -> str:
    """Letters and digits alone, shapes taken back to their letters."""
    return "".join(t for t in unicodedata.normalize("NFKC", tekst) if t.isalnum())
