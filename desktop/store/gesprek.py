"""What the talk reads beside the intake itself: names of colleagues, and notes."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.antwoord import Notitie
from desktop.models.dossier import Medewerker


def collegas(sessie: Session) -> dict[str, str]:
    """Names of colleagues by id."""
    rijen = sessie.execute(sa.select(Medewerker.id, Medewerker.naam))
    return {rij.id: rij.naam for rij in rijen}


def notities(sessie: Session, intake_id: str, domein: str, vraag: str | None) -> list[Notitie]:
    """Notes with one question, or with the domain as a whole; oldest first."""
    return list(
        sessie.scalars(
            sa.select(Notitie)
            .where(
                Notitie.intake_id == intake_id,
                Notitie.domein == domein,
                Notitie.vraag_code == vraag,
            )
            .order_by(Notitie.op)
        )
    )


def eerste_medewerker(sessie: Session) -> Medewerker | None:
    """Whoever was made at a first start that did not finish."""
    return sessie.scalars(sa.select(Medewerker).limit(1)).first()
