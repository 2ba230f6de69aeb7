"""Rows that no longer change once somebody decided on them: a set plan, a decided weighing.

Twice guarded: a column refuses when it is assigned, and the flush refuses what came
around that. What arrives by sync goes by the journal and the merge, not by this; where two
laptops disagree, nobody can choose that it was never decided on (`mag_worden`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Mapper

from desktop.models.fouten import NogNietMogelijk


@cache
def _van_klasse(klasse: Any) -> frozenset[str]:
    return frozenset(a.key for a in sa.inspect(klasse).column_attrs)


def _kolommen(rij: object) -> frozenset[str]:
    klasse: Any = type(rij)
    return _van_klasse(klasse)


class Vastgelegd:
    """Mixin, before `Gejournaald`. `is_vast` says whether the row was decided on."""

    VAST_ZIN: ClassVar[str] = ""
    VAST_STATUS: ClassVar[str] = ""
    """What its column `status` says then; empty for a row that has none."""
    _in_aanbouw = False

    def __init__(self, **waarden: Any) -> None:
        # The merge makes rows with all that they said, to show them: that changes nothing.
        self._in_aanbouw = True
        super().__init__(**waarden)
        self._in_aanbouw = False

    @property
    def is_vast(self) -> bool:
        """True when nothing of it may change any more."""
        raise NotImplementedError

    def eis_open(self) -> None:
        """Raises NogNietMogelijk when it was decided on."""
        if self.is_vast:
            raise NogNietMogelijk(self.VAST_ZIN)

    def was_vast(self, verbinding: sa.Connection) -> bool:
        """Whether what is in the file now was decided on; asked at the flush."""
        raise NotImplementedError

    @classmethod
    def mag_worden(cls, waarden: Mapping[str, Any], ander: Mapping[str, Any]) -> bool:
        """What was decided stays so: of two decisions a person chooses one, and never none."""
        vast = cls.VAST_STATUS
        return not vast or ander.get("status") != vast or waarden.get("status") == vast

    def _waarden(self, veld: str) -> set[str]:
        """What an id column says, and what it said when the row was read."""
        staat: Any = sa.inspect(self)
        beide = (getattr(self, veld), staat.committed_state.get(veld))
        return {waarde for waarde in beide if isinstance(waarde, str)}

    def __setattr__(self, naam: str, waarde: Any) -> None:
        vast = not self._in_aanbouw and naam in _kolommen(self) and self.is_vast
        if vast and getattr(self, naam) != waarde:
            raise NogNietMogelijk(self.VAST_ZIN)
        super().__setattr__(naam, waarde)


def _bewaak(mapper: Mapper[Any], verbinding: sa.Connection, doel: Vastgelegd) -> None:
    staat: Any = sa.inspect(doel)
    veranderd = any(staat.attrs[veld].history.has_changes() for veld in _kolommen(doel))
    if (veranderd or staat.deleted or doel in staat.session.deleted) and doel.was_vast(verbinding):
        raise NogNietMogelijk(doel.VAST_ZIN)


for _naam in ("before_insert", "before_update", "before_delete"):
    event.listen(Vastgelegd, _naam, _bewaak, propagate=True)
