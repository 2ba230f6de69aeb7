"""Colleagues and their roles, as the laptop knows them from the centre."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Medewerker, Rol


@dataclass(frozen=True)
class Mens:
    """A colleague or partner."""

    id: str
    naam: str
    rol: Rol
    gemeente: str


def mensen(sessie: Session) -> list[Mens]:
    """Everybody, by name."""
    vraag = sa.select(Medewerker).order_by(Medewerker.naam, Medewerker.id)
    return [Mens(m.id, m.naam, m.rol, m.gemeente) for m in sessie.scalars(vraag)]
