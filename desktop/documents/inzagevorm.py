"""How the inzage is set: facts under one another, rows side by side, answers with how they came."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from desktop.documents.huisstijl import LIJN
from desktop.documents.inzagewoorden import Inzagecontext, regels, tabelwoord
from desktop.documents.papier import BREEDTE, DOMEIN, KOP, VRAAG, alinea, alinea_met_klein, raster
from desktop.models.inzage import Gegeven, Inzage

LINKS = 50 * mm
HOOGSTENS_NAAST = 4
SUBKOP = ParagraphStyle("subkop", DOMEIN, spaceBefore=10, spaceAfter=3)


class Inzagevorm:
    """One part of an inzage by table, and how its tables look."""

    def __init__(self, inzage: Inzage, context: Inzagecontext) -> None:
        self.inzage, self.context = inzage, context
        self.per_tabel: dict[str, list[Gegeven]] = {}
        for g in inzage.gegevens:
            self.per_tabel.setdefault(g.tabel, []).append(g)

    def regels(self, g: Gegeven) -> list[tuple[str, str]]:
        """(what it is, what it says) of one row."""
        return regels(g, self.context, self.inzage.personen)

    def met(self, tabel: str, veld: str, waarde: str) -> list[Gegeven]:
        """The rows of a table that belong to this one, in their order."""
        gevonden = [g for g in self.per_tabel.get(tabel, ()) if g.velden.get(veld) == waarde]
        return sorted(gevonden, key=_plek)

    def tabel(
        self, tabel: str, gegevens: Sequence[Gegeven] | None = None, kop: ParagraphStyle = KOP
    ) -> list[Flowable]:
        """All rows of a table under its heading; where a row says little, side by side."""
        alle = self.per_tabel.get(tabel, ()) if gegevens is None else gegevens
        rijen = [wat for g in sorted(alle, key=_plek) if (wat := self.regels(g))]
        if not rijen:
            return []
        boven = [CondPageBreak(30 * mm), alinea(tabelwoord(tabel), kop)]
        namen = list(dict.fromkeys(naam for rij in rijen for naam, _waarde in rij))
        if tabel == "dossier" or len(namen) > HOOGSTENS_NAAST:
            return [*boven, *_met_ruimte([feiten(rij) for rij in rijen])]
        return [*boven, _naast(namen, [[dict(rij).get(n, "") for n in namen] for rij in rijen])]


def _plek(g: Gegeven) -> tuple[int, str]:
    """Order within a table: its own, else by day."""
    w = g.velden
    dag = w.get("datum") or w.get("vanaf") or w.get("ontvangen_op") or w.get("op") or ""
    return (w["volgorde"] if isinstance(w.get("volgorde"), int) else 0, str(dag))


def feiten(rijen: Sequence[tuple[str, str]]) -> Flowable:
    """What it is at the left, what it says at the right."""
    if not rijen:
        return Spacer(1, 0)
    return raster(
        [[alinea(naam, VRAAG), alinea(waarde)] for naam, waarde in rijen],
        [LINKS, BREEDTE - LINKS],
    )


def _met_ruimte(blokken: Sequence[Flowable]) -> list[Flowable]:
    uit: list[Flowable] = []
    for blok in blokken:
        uit += [KeepTogether([blok]), Spacer(1, 4)]
    return uit


def _naast(namen: Sequence[str], rijen: Sequence[Sequence[str]]) -> Table:
    """Rows side by side under the names of their columns."""
    return raster(
        [
            [alinea(naam, VRAAG) for naam in namen],
            *([alinea(cel) for cel in rij] for rij in rijen),
        ],
        [BREEDTE / max(len(namen), 3)] * len(namen),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )


def lijst(rijen: Sequence[tuple[str, str, str]]) -> Table:
    """Question, answer, and small under it how it came."""
    return raster(
        [[alinea(vraag, VRAAG), alinea_met_klein(tekst, klein)] for vraag, tekst, klein in rijen],
        [BREEDTE * 0.4, BREEDTE * 0.6],
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(LIJN)),
    )
