"""The migrations run once for each process of the tests; later new stores get what they left.

Sixty tables through Alembic cost a tenth of a second, thousands of times. The statements are those
that the real migrations left in the file; a store that is not empty is migrated for real, always.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, text

from desktop.store import migratie
from desktop.store.motor import vertaal_fouten

_SCHEMA = """
    SELECT sql FROM sqlite_master AS ding
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND NOT EXISTS (
        SELECT 1 FROM sqlite_master AS zoek
        WHERE zoek.sql LIKE 'CREATE VIRTUAL%' AND ding.name LIKE zoek.name || '\\_%' ESCAPE '\\'
    )
    ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid
"""
"""Without the tables that a full-text table makes for itself."""


class Sjabloon:
    """In the place of `migratie._upgrade`."""

    def __init__(self, echt: Callable[[Engine], None]) -> None:
        self.echt = echt
        """The migrations themselves, for tests of those."""
        self._zinnen: list[str] = []

    def __call__(self, motor: Engine) -> None:
        if migratie.versie(motor) is not None:
            self.echt(motor)
        elif not self._zinnen:
            self.echt(motor)
            with motor.connect() as verbinding:
                self._zinnen = [*verbinding.scalars(text(_SCHEMA)), *_rijen(verbinding)]
        else:
            with vertaal_fouten(), motor.begin() as verbinding:
                for zin in self._zinnen:
                    verbinding.exec_driver_sql(zin)


def _rijen(verbinding: Connection) -> list[str]:
    """What the migrations wrote in the tables: their own revision, and nothing else."""
    tabellen = verbinding.scalars(
        text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
    ).all()
    gevuld = [t for t in tabellen if verbinding.scalar(text(f'SELECT count(*) FROM "{t}"'))]
    assert gevuld == ["alembic_version"], "a migration fills a table: its rows belong here too"
    versie = verbinding.scalar(text("SELECT version_num FROM alembic_version"))
    return [f"INSERT INTO alembic_version VALUES ('{versie}')"]
