"""Candidates with what a toetsbegeleider may see of the person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

from desktop.models.dossier import Dossier, Medewerker
from desktop.models.toets import Kandidaat
from desktop.models.toetssessie import Toetssessie
from desktop.models.toetsstatus import IN_SESSIE, Toetsstatus

T = TypeVar("T", Toetssessie, Kandidaat, Dossier, Medewerker)


@dataclass(frozen=True)
class Kandidaatregel:
    """One candidate at a sitting, with what a toetsbegeleider may see of the person."""

    kandidaat: Kandidaat
    dossier_id: str
    naam: str
    nummer: str
    geboortedatum: str | None
    spreektaal: str | None
    telefoon: str | None
    opnieuw_uitnodigen: bool
    """The sitting changed after the invitation, perhaps on another laptop."""


def kandidaatregels(sessie: Session, waar: sa.ColumnElement[bool]) -> list[Kandidaatregel]:
    """Candidates that this holds for, by name."""
    rijen = sessie.execute(
        sa.select(Kandidaat, Dossier, Toetssessie.volgnummer)
        .join(Dossier, Dossier.id == Kandidaat.dossier_id)
        .outerjoin(Toetssessie, Toetssessie.id == Kandidaat.sessie_id)
        .where(waar)
        .options(
            selectinload(Kandidaat.pauzes),
            selectinload(Kandidaat.incidenten),
            selectinload(Kandidaat.observaties),
        )
        .order_by(Dossier.sorteernaam, Dossier.id)
    )
    return [
        Kandidaatregel(
            k,
            d.id,
            d.naam,
            d.nummer,
            d.geboortedatum,
            d.spreektaal,
            d.telefoon,
            opnieuw_uitnodigen=k.uitgenodigd_op is not None
            and k.status in IN_SESSIE
            and (k.status is not Toetsstatus.UITGENODIGD or k.uitgenodigd_volgnummer != nummer),
        )
        for k, d, nummer in rijen
    ]


def op_id(sessie: Session, klasse: type[T], ids: Collection[str]) -> dict[str, T]:
    """Rows by their identity, read at once."""
    rijen = sessie.scalars(sa.select(klasse).where(klasse.id.in_(ids)))
    return {rij.id: rij for rij in rijen}
