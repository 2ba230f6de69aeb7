"""The history of one row, read from the journal: who changed what, when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Medewerker
from desktop.models.wijziging import Soort, Wijziging
from desktop.store.klok import milliseconden


@dataclass(frozen=True)
class Veldverandering:
    """One field of one event; `waarde` is plain JSON data."""

    veld: str
    soort: Soort
    waarde: Any


@dataclass(frozen=True)
class Gebeurtenis:
    """All fields that changed in one unit of work."""

    moment: datetime
    door: str
    velden: tuple[Veldverandering, ...]


def geschiedenis(sessie: Session, entiteit: str, rij: str) -> list[Gebeurtenis]:
    """Events of one row, oldest first."""
    vraag = (
        sa.select(Wijziging, Medewerker.naam)
        .outerjoin(Medewerker, Medewerker.id == Wijziging.auteur)
        .where(Wijziging.entiteit == entiteit, Wijziging.rij == rij)
        .order_by(Wijziging.klok, Wijziging.apparaat, Wijziging.volgnummer)
    )
    uit: list[Gebeurtenis] = []
    vorige: tuple[str, str] | None = None
    for wijziging, naam in sessie.execute(vraag):
        veld = Veldverandering(
            wijziging.veld,
            Soort(wijziging.soort),
            json.loads(wijziging.waarde) if wijziging.waarde is not None else None,
        )
        if vorige == (wijziging.klok, wijziging.apparaat):
            laatste = uit.pop()
            uit.append(Gebeurtenis(laatste.moment, laatste.door, (*laatste.velden, veld)))
        else:
            moment = datetime.fromtimestamp(milliseconden(wijziging.klok) / 1000, UTC)
            uit.append(Gebeurtenis(moment, naam or "", (veld,)))
        vorige = (wijziging.klok, wijziging.apparaat)
    return uit
