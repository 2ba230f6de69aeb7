"""Reading one dossier for its sheet, and the colleagues that can be its fixed contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, Medewerker, Rol
from desktop.models.dossierkaart import Dossierkaart, dossierkaart
from desktop.models.intake import BredeIntake

VASTE_CONTACTEN = (Rol.KLANTMANAGER, Rol.LEIDINGGEVENDE)


@dataclass(frozen=True)
class Klantmanagerregel:
    """A colleague to choose as klantmanager."""

    id: str
    naam: str
    gemeente: str


def klantmanagers(sessie: Session, *, ook: str = "") -> list[Klantmanagerregel]:
    """Who can be the fixed contact, by name; `ook` keeps one who no longer can."""
    vraag = (
        sa.select(Medewerker.id, Medewerker.naam, Medewerker.gemeente)
        .where(sa.or_(Medewerker.rol.in_(VASTE_CONTACTEN), Medewerker.id == ook))
        .order_by(Medewerker.naam)
    )
    return [Klantmanagerregel(rij.id, rij.naam, rij.gemeente) for rij in sessie.execute(vraag)]


def kaart(sessie: Session, dossier_id: str, *, vandaag: date) -> Dossierkaart | None:
    """The sheet of one dossier; None when it is gone."""
    dossier = sessie.get(Dossier, dossier_id)
    if dossier is None:
        return None
    intakes = sessie.scalars(sa.select(BredeIntake).where(BredeIntake.dossier_id == dossier_id))
    return dossierkaart(dossier, list(intakes), vandaag=vandaag)
