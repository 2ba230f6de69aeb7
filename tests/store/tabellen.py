"""The state tables, to compare before and after."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from desktop.models.basis import Base
from desktop.store.projectie import gejournaalde_klassen
from desktop.store.store import Store


def tabellen(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All tables that follow from the journal, as sorted rows."""
    namen = [*gejournaalde_klassen(), "kop", "zoeksleutel"]
    with store.lees() as sessie:
        return {
            naam: sorted(
                (tuple(rij) for rij in sessie.execute(sa.select(Base.metadata.tables[naam]))),
                key=repr,
            )
            for naam in namen
        }
