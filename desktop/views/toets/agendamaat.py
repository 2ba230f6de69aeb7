"""Where everything stands in the calendar: pure geometry, so that a click and a paint agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from desktop.models.toetstijd import banen_van, plus_minuten
from desktop.store.toetsen import Sessieregel
from desktop.views.toets.agendabeeld import Agendabeeld, Indeling, groep_van

KLOK = 48.0
KOP = 40.0
GROEPKOP = 24.0
WEEKKOP = 24.0
DAGKOP = 24.0
REGEL = 20.0
KLEINSTE_GROEP = 72.0
KWARTIER = 15
VROEG, LAAT = 8, 18


@dataclass(frozen=True)
class Vak:
    """A column of the clock, or a day of the month. `groep`: room or toetsbegeleider."""

    dag: date
    rect: QRectF
    groep: str = ""
    naam: str = ""


@dataclass(frozen=True)
class Blok:
    """One sitting, painted here."""

    regel: Sessieregel
    rect: QRectF


@dataclass(frozen=True)
class Maat:
    """A laid out calendar. `uren`: first and last hour of the clock; none in a month."""

    vakken: tuple[Vak, ...]
    blokken: tuple[Blok, ...]
    meer: tuple[tuple[date, int, QRectF], ...] = ()
    uren: tuple[int, int] | None = None
    groepen: bool = False

    def blok_op(self, punt: QPointF) -> Blok | None:
        """The sitting under the pointer."""
        return next((b for b in reversed(self.blokken) if b.rect.contains(punt)), None)

    def blok_van(self, sessie_id: str | None) -> Blok | None:
        """Where a sitting stands."""
        return next((b for b in self.blokken if b.regel.id == sessie_id), None)

    def vak_op(self, punt: QPointF) -> Vak | None:
        """The day (and room) under the pointer."""
        return next((v for v in self.vakken if v.rect.contains(punt)), None)

    def tijd_op(self, y: float) -> str | None:
        """The time at this height, to the quarter; None in a month."""
        if self.uren is None or not self.vakken:
            return None
        van, tot = self.uren
        rect = self.vakken[0].rect
        minuten = (y - rect.top()) / rect.height() * (tot - van) * 60
        kwart = max(0, round(minuten / KWARTIER)) * KWARTIER
        return plus_minuten(f"{van:02d}:00", min(kwart, (tot - van) * 60 - KWARTIER))

    def y_van(self, tijd: str) -> float:
        """The height of a time."""
        van, tot = self.uren or (0, 24)
        rect = self.vakken[0].rect
        minuten = int(tijd[:2]) * 60 + int(tijd[3:]) - van * 60
        return rect.top() + rect.height() * minuten / ((tot - van) * 60)


def klokmaat(
    beeld: Agendabeeld,
    groepen: Sequence[tuple[str, str]],
    indeling: Indeling,
    breed: float,
    hoog: float,
) -> Maat:
    """Days beside each other, by the clock; in each the groups, when there is room for them."""
    dagen = [d for d in beeld.dagen if d.weekday() < 5 or beeld.van_dag(d)] or [beeld.van]
    kolom = (breed - KLOK) / len(dagen)
    apart = len(groepen) > 1 and kolom / len(groepen) >= KLEINSTE_GROEP
    boven = KOP + (GROEPKOP if apart else 0)
    begin = min([VROEG, *(int(r.begin[:2]) for r in beeld.regels)])
    einde = max([LAAT, *(int(r.einde[:2]) + (r.einde[3:] > "00") for r in beeld.regels)])
    vakken: list[Vak] = []
    for n, dag in enumerate(dagen):
        x = KLOK + n * kolom
        if apart:
            smal = kolom / len(groepen)
            vakken += [
                Vak(dag, QRectF(x + g * smal, boven, smal, hoog - boven - 1), id_, naam)
                for g, (id_, naam) in enumerate(groepen)
            ]
        else:
            vakken.append(Vak(dag, QRectF(x, boven, kolom, hoog - boven - 1)))
    leeg = Maat(tuple(vakken), (), uren=(begin, einde), groepen=apart)
    blokken: list[Blok] = []
    for vak in vakken:
        hier = [
            r for r in beeld.van_dag(vak.dag) if not apart or groep_van(r, indeling) == vak.groep
        ]
        for regel, baan, banen in banen_van(hier):
            smal = (vak.rect.width() - 6) / banen
            y = leeg.y_van(regel.begin)
            onder = max(leeg.y_van(regel.einde), y + 20)
            x = vak.rect.left() + 3 + baan * smal
            blokken.append(Blok(regel, QRectF(x, y + 1, smal - 2, onder - y - 2)))
    return Maat(tuple(vakken), tuple(blokken), uren=(begin, einde), groepen=apart)


def maandmaat(beeld: Agendabeeld, breed: float, hoog: float) -> Maat:
    """Whole weeks under each other; a day with more than fits says how many."""
    weken = len(beeld.dagen) // 7
    rij = (hoog - WEEKKOP - 1) / weken
    weekend = any(r.datum.weekday() >= 5 for r in beeld.regels)
    delen = [1.0] * 5 + [1.0 if weekend else 0.5] * 2
    eenheid = (breed - 1) / sum(delen)
    links = [sum(delen[:n]) * eenheid for n in range(7)]
    per_dag: dict[date, list[Sessieregel]] = {}
    for regel in beeld.regels:
        per_dag.setdefault(regel.datum, []).append(regel)
    vakken, blokken, meer = [], [], []
    past = max(1, int((rij - DAGKOP - 2) // REGEL))
    for n, dag in enumerate(beeld.dagen):
        rect = QRectF(links[n % 7], WEEKKOP + (n // 7) * rij, delen[n % 7] * eenheid, rij)
        vakken.append(Vak(dag, rect))
        regels = per_dag.get(dag, [])
        toon = len(regels) if len(regels) <= past else past - 1
        for k, regel in enumerate(regels[:toon]):
            y = rect.top() + DAGKOP + k * REGEL
            blokken.append(Blok(regel, QRectF(rect.left() + 4, y, rect.width() - 8, REGEL - 2)))
        if rest := len(regels) - toon:
            y = rect.top() + DAGKOP + toon * REGEL
            meer.append((dag, rest, QRectF(rect.left() + 4, y, rect.width() - 8, REGEL - 2)))
    return Maat(tuple(vakken), tuple(blokken), tuple(meer))
