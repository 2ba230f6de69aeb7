"""Alembic's entry: runs on the connection that `migratie.py` gives it."""

from __future__ import annotations

from alembic import context

from desktop.models.basis import Base

context.configure(
    connection=context.config.attributes["verbinding"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
