"""The child's part: one round with the centre, that stands still at a named moment.

A moment is a word about when, a word about what, and which time it is:
    voor       just before this statement goes to the laptop's file
    vast       a transaction with this statement in it is about to commit
    na         such a transaction is committed, and nothing else has been done
    verstuurd  the centre has the whole call, and its answer is not read
    antwoord   the answer is here, and nothing was done with it
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa

from desktop.bronnen import tomls
from desktop.models.vragen import Vragenlijst
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.store import Store
from desktop.sync import brengen, halen
from desktop.sync.centrale import Centrale
from desktop.sync.dienst import Synchronisatie
from desktop.sync.stand import Uitkomst
from tests.duurzaam.proces import SLEUTEL

PER_KEER = 25


class Wachter:
    """Looks at everything that the round does to its file and asks of the centre."""

    def __init__(self, wanneer: str, wat: str, keer: int, sta_stil: Callable[[], None]) -> None:
        self._wanneer, self._wat, self._nog = wanneer, wat, keer
        self._sta_stil = sta_stil
        self._transactie: list[str] = []
        self._straks = self._verstuurd = False

    def let_op(self) -> None:
        """Hangs itself on SQLAlchemy, on the store and on the centre."""
        sa.event.listen(sa.Engine, "before_cursor_execute", lambda *a: self._opdracht(a[2]))
        sa.event.listen(sa.Engine, "commit", lambda _v: self._commit())
        sa.event.listen(sa.Engine, "rollback", lambda _v: self._transactie.clear())
        veeg, alle, wacht = Store.veeg_schoon, Centrale._alle, psycopg.Connection.wait

        def veeg_schoon(store: Store) -> None:
            self._iets()
            veeg(store)

        def vraag(centrale: Centrale, opdracht: str, *waarden: object) -> Any:
            self._iets()
            deze = f".{self._wat}(" in opdracht
            self._verstuurd = deze and self._wanneer == "verstuurd"
            uit = alle(centrale, opdracht, *waarden)
            if deze and self._wanneer == "antwoord":
                self._raak()
            return uit

        def wait(verbinding: Any, gen: Any, *rest: Any, **meer: Any) -> Any:
            stroom = self._tot_het_lezen(gen) if self._verstuurd else gen
            return wacht(verbinding, stroom, *rest, **meer)

        Store.veeg_schoon = veeg_schoon  # type: ignore[method-assign]
        Centrale._alle = vraag  # type: ignore[method-assign]
        psycopg.Connection.wait = wait  # type: ignore[method-assign,assignment]

    def _tot_het_lezen(self, gen: Any) -> Any:
        """psycopg's own conversation, up to where it begins to wait for the answer."""
        antwoord = None
        while True:
            try:
                wil = gen.send(antwoord)
            except StopIteration as klaar:
                return klaar.value
            if wil == psycopg.waiting.Wait.R:
                self._raak()
            antwoord = yield wil

    def _opdracht(self, opdracht: str) -> None:
        self._iets()
        self._transactie.append(opdracht)
        if self._wanneer == "voor" and self._wat in opdracht:
            self._raak()

    def _commit(self) -> None:
        self._iets()
        deze = any(self._wat in opdracht for opdracht in self._transactie)
        self._transactie.clear()
        if deze and self._wanneer == "vast":
            self._raak()
        if deze and self._wanneer == "na":
            self._nog -= 1
            self._straks = not self._nog

    def _iets(self) -> None:
        """The first thing that is done after the transaction that was waited for."""
        if self._straks:
            self._sta_stil()

    def _raak(self) -> None:
        self._nog -= 1
        if not self._nog:
            self._sta_stil()


@cache
def _lijst() -> Vragenlijst:
    return vragenlijst_uit(tomls("vragen"))


def open_ronde_store(map_: Path) -> Store:
    """The store in the folder; nothing of Qt is loaded for it."""
    return Store(map_, SLEUTEL, _lijst())


def maak_ronde(store: Store) -> Uitkomst:
    """One round in small batches."""
    brengen.PER_KEER = halen.PER_KEER = PER_KEER
    return Synchronisatie(store).ronde()
