"""Seats in sittings, as the sittings have them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.toetssessie import Toetssessie
from desktop.store.store import Work


def met_plek(sessie: Session, kandidaat_id: str) -> list[Toetssessie]:
    """The sittings in which this one has a seat: one, or two after laptops came together."""
    tekst = sa.type_coerce(Toetssessie.bezet, sa.Text)
    return list(sessie.scalars(sa.select(Toetssessie).where(tekst.contains(kandidaat_id))))


def geef_vrij(work: Work, kandidaat_id: str, *, behalve: str | None = None) -> None:
    """Wherever it is: two laptops may each have given a seat."""
    for sessie in met_plek(work.session, kandidaat_id):
        if sessie.id != behalve:
            sessie.geef_plek_vrij(kandidaat_id)
