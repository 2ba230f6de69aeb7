"""The radar chart: ten domains, the klantmanager's score and the client's own view.

ReportLab's SpiderChart has no missing values, and here a domain may have no
score, or one that is left out; so the chart is drawn from its shapes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor

from desktop.documents.gegevens import Score
from desktop.documents.huisstijl import AANDACHT, ACCENT, GEWOON, INKT, LIJN, VET, ZACHT

HOOGST = 5
STRAAL = 92.0
BREED, HOOG = 480.0, 268.0


def radar(scores: Sequence[Score], tinten: Mapping[str, str]) -> Drawing:
    """The chart with its legend, in points."""
    blad = Drawing(BREED, HOOG)
    mx, my = BREED / 2, HOOG / 2 + 6
    n = max(len(scores), 3)

    def punt(k: int, waarde: float) -> tuple[float, float]:
        hoek = math.pi / 2 - 2 * math.pi * k / n
        straal = STRAAL * waarde / HOOGST
        return mx + straal * math.cos(hoek), my + straal * math.sin(hoek)

    for ring in range(1, HOOGST + 1):
        hoeken = [c for k in range(n) for c in punt(k, ring)]
        blad.add(Polygon(hoeken, fillColor=None, strokeColor=HexColor(LIJN), strokeWidth=0.7))
        x, y = punt(0, ring)
        _schrijf(blad, x + 3, y - 8, str(ring), maat=7)
    for k, score in enumerate(scores):
        blad.add(Line(mx, my, *punt(k, HOOGST), strokeColor=HexColor(LIJN), strokeWidth=0.7))
        _schrijf_naam(blad, score, punt(k, HOOGST + 0.75), mx, tinten)
    _teken_lijn(blad, [s.klantmanager for s in scores], punt, HexColor(ACCENT), rond=True)
    _teken_lijn(blad, [s.client for s in scores], punt, HexColor(AANDACHT), rond=False)
    _legenda(blad)
    return blad


def _schrijf_naam(
    blad: Drawing, score: Score, plek: tuple[float, float], mx: float, tinten: Mapping[str, str]
) -> None:
    x, y = plek
    if abs(x - mx) < 8 and y > HOOG / 2:
        y += 8  # at the top both lines stand above the shape
    anker = "middle" if abs(x - mx) < 8 else "start" if x > mx else "end"
    kleur = HexColor(tinten.get(score.domein, INKT))
    _schrijf(blad, x, y - 3, score.titel, maat=8.5, anker=anker, font=VET, kleur=kleur)
    _schrijf(blad, x, y - 13, _in_cijfers(score), maat=7.5, anker=anker)


def _schrijf(
    blad: Drawing,
    x: float,
    y: float,
    tekst: str,
    *,
    maat: float,
    anker: str = "start",
    font: str = GEWOON,
    kleur: Color | None = None,
) -> None:
    blad.add(
        String(
            x,
            y,
            tekst,
            fontName=font,
            fontSize=maat,
            fillColor=kleur or HexColor(ZACHT),
            textAnchor=anker,
        )
    )


def _in_cijfers(score: Score) -> str:
    if score.weggelaten and score.klantmanager is None and score.client is None:
        return "niet afgedrukt"
    gezicht = {1: "niet goed", 3: "het gaat", 5: "goed"}
    delen = [str(score.klantmanager) if score.klantmanager is not None else "geen score"]
    if score.client is not None:
        delen.append(f"cliënt: {gezicht[score.client]}")
    return ", ".join(delen)


def _teken_lijn(
    blad: Drawing,
    waarden: Sequence[int | None],
    punt: Callable[[int, float], tuple[float, float]],
    kleur: Color,
    *,
    rond: bool,
) -> None:
    """A closed shape when every domain has a value, else a line between neighbours."""
    punten = [punt(k, w) if w is not None else None for k, w in enumerate(waarden)]
    if all(p is not None for p in punten) and punten:
        vlak = [c for p in punten if p is not None for c in p]
        vulling = Color(kleur.red, kleur.green, kleur.blue, alpha=0.10)
        blad.add(Polygon(vlak, fillColor=vulling, strokeColor=kleur, strokeWidth=1.6))
    else:
        for k, van in enumerate(punten):
            naar = punten[(k + 1) % len(punten)]
            if van is not None and naar is not None:
                lijn = PolyLine([*van, *naar], strokeColor=kleur, strokeWidth=1.6)
                blad.add(lijn)
    for p in punten:
        if p is not None:
            _merk(blad, p, kleur, rond=rond)


def _merk(blad: Drawing, plek: tuple[float, float], kleur: Color, *, rond: bool) -> None:
    """Round for the klantmanager, square for the client: nothing by colour alone."""
    x, y = plek
    if rond:
        blad.add(Circle(x, y, 3.2, fillColor=kleur, strokeColor=None))
    else:
        wit = HexColor("#FFFFFF")
        blad.add(
            Rect(x - 3.4, y - 3.4, 6.8, 6.8, fillColor=wit, strokeColor=kleur, strokeWidth=1.6)
        )


def _legenda(blad: Drawing) -> None:
    for x, tekst, kleur, rond in (
        (92.0, "Klantmanager (1 = nu hulp nodig, 5 = lukt zelf)", ACCENT, True),
        (316.0, "Cliënt zelf (drie gezichten)", AANDACHT, False),
    ):
        _merk(blad, (x, 8.0), HexColor(kleur), rond=rond)
        _schrijf(blad, x + 9, 5, tekst, maat=8, kleur=HexColor(INKT))
