"""What of planning a test may go after the result (domain.md 7.3): room, seat, device, letter.

The result, what was seen at the table and the states stay with the dossier. A sitting belongs
to no dossier: it goes when the last of its people is over, and until then one seat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.bewaren import Deel
from desktop.models.toets import Kandidaat
from desktop.models.toetsdelen import Toetspauze
from desktop.models.toetssessie import Toetssessie
from desktop.models.toetsstatus import VOORBIJ
from desktop.models.toetsuitslag import Toetsuitslag, geldende_uitslag

PLANVELDEN = ("sessie_id", "datum", "begeleider_id", "uitgenodigd_op", "uitgenodigd_volgnummer")


@dataclass
class Toetsplanning:
    """The planning of one dossier whose test is over, and the day of its result."""

    dossier_id: str
    uitslag: date
    kandidaten: list[str] = field(default_factory=list)
    delen: list[Deel] = field(default_factory=list)


def planning_na_uitslag(sessie: Session, *, tot: date) -> Iterator[Toetsplanning]:
    """By dossier with a result until this day, while something of its planning is still there.

    Not while another sitting was asked for: that is not over.
    """
    over = _over(sessie, tot)
    van = {k: plan for plan in over.values() for k in plan.kandidaten}
    for id_ in _met_planning(sessie, van):
        van[id_].delen.append(Deel(Kandidaat.__tablename__, id_, PLANVELDEN))
    for pauze, kandidaat in sessie.execute(sa.select(Toetspauze.id, Toetspauze.kandidaat_id)):
        if kandidaat in van:
            van[kandidaat].delen.append(Deel(Toetspauze.__tablename__, pauze))
    for zitting in sessie.scalars(sa.select(Toetssessie)):
        heel = van.keys() >= set(zitting.bezet)
        for id_ in zitting.bezet:
            if id_ in van:
                velden = () if heel else (f"bezet:{id_}",)
                van[id_].delen.append(Deel(Toetssessie.__tablename__, zitting.id, velden))
    yield from (plan for plan in over.values() if plan.delen)


def _over(sessie: Session, tot: date) -> Mapping[str, Toetsplanning]:
    uitslagen: dict[str, list[Toetsuitslag]] = defaultdict(list)
    for uitslag in sessie.scalars(sa.select(Toetsuitslag).where(Toetsuitslag.geldig)):
        uitslagen[uitslag.dossier_id].append(uitslag)
    uit: dict[str, Toetsplanning] = {}
    for dossier_id, alle in uitslagen.items():
        geldend = geldende_uitslag(alle)
        if geldend is not None and geldend.datum_afname <= tot:
            uit[dossier_id] = Toetsplanning(dossier_id, geldend.datum_afname)
    for id_, dossier_id, status in sessie.execute(
        sa.select(Kandidaat.id, Kandidaat.dossier_id, Kandidaat.status)
    ):
        if dossier_id in uit and status in VOORBIJ:
            uit[dossier_id].kandidaten.append(id_)
        else:
            uit.pop(dossier_id, None)
    return uit


def _met_planning(sessie: Session, van: Mapping[str, Toetsplanning]) -> Iterator[str]:
    staat_er = sa.or_(*(getattr(Kandidaat, veld).is_not(None) for veld in PLANVELDEN))
    yield from (
        id_ for id_ in sessie.scalars(sa.select(Kandidaat.id).where(staat_er)) if id_ in van
    )
