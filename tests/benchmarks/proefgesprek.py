"""What the lines about the talk share: a half-done intake of the demo, and a bare commit."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.app import lees_lijst
from desktop.models.intake import BredeIntake, Fase
from desktop.store.store import Store
from desktop.voorbeeld import vul_demo
from tests.benchmarks.kind import SLEUTEL


def demostore(map_: Path) -> tuple[Store, str]:
    """The store of the demo, and the intake that is half done."""
    map_.mkdir(parents=True, exist_ok=True)
    store = Store(map_, SLEUTEL, lees_lijst())
    vul_demo(store)
    with store.lees() as sessie:
        id_ = sessie.scalars(
            sa.select(BredeIntake.id).where(BredeIntake.fase == Fase.GESPREK)
        ).one()
    return store, id_


class KaleCommit:
    """One row into an encrypted file, by the driver alone; the same pragmas as the store."""

    def __init__(self, map_: Path) -> None:
        import sqlcipher3

        map_.mkdir(parents=True, exist_ok=True)

        self._verbinding: Any = sqlcipher3.connect(str(map_ / "kaal.db"), isolation_level=None)
        for pragma in (
            f"key = \"x'{SLEUTEL.hex()}'\"",
            "foreign_keys=ON",
            "journal_mode=WAL",
            "synchronous=FULL",
            "secure_delete=ON",
        ):
            self._verbinding.execute(f"PRAGMA {pragma}")
        self._verbinding.execute("CREATE TABLE rij (id TEXT PRIMARY KEY, tekst TEXT)")

    def doe(self) -> None:
        """One INSERT and its COMMIT."""
        rij = (str(uuid.uuid4()), "x" * 80)
        self._verbinding.execute("BEGIN IMMEDIATE")
        self._verbinding.execute("INSERT INTO rij VALUES (?, ?)", rij)
        self._verbinding.execute("COMMIT")
