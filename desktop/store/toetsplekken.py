"""Seats in sittings, as the sittings have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.store.store import Work


def met_plek(sessie: Session, kandidaten: Iterable[str]) -> list[Toetssessie]:
    """The sittings in which these have a seat: one each, or two after laptops came together."""
    wie = set(kandidaten)
    if not wie:
        return []
    van = sa.func.json_each(Toetssessie.bezet).table_valued("key")
    heeft = sa.exists().where(van.c.key.in_(wie))
    return list(sessie.scalars(sa.select(Toetssessie).where(heeft)))


def dubbel(sessie: Session) -> set[str]:
    """The sittings to come in which somebody sits who has a seat in another one too."""
    van: dict[str, list[str]] = defaultdict(list)
    gepland = sa.select(Toetssessie.id, Toetssessie.bezet).where(
        Toetssessie.status == Sessiestatus.GEPLAND
    )
    for id_, bezet in sessie.execute(gepland):
        for kandidaat in bezet:
            van[kandidaat].append(id_)
    return {id_ for ids in van.values() if len(ids) > 1 for id_ in ids}


def geef_vrij(work: Work, kandidaat_id: str, *, behalve: str | None = None) -> None:
    """Wherever it is: two laptops may each have given a seat."""
    for sessie in met_plek(work.session, [kandidaat_id]):
        if sessie.id != behalve:
            sessie.geef_plek_vrij(kandidaat_id)
