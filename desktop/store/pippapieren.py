"""What the papers of one version of a plan are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.gemeentegegevens import Gemeentegegevens
from desktop.models.intake import BredeIntake
from desktop.models.pip import Pip
from desktop.models.pipdelen import Piphandtekening
from desktop.models.pipinhoud import Pipinhoud
from desktop.models.taalkeuze import Taalkeuze
from desktop.store.gemeentegegevens import gemeentegegevens
from desktop.store.pip import inhoud_van, versies_van


@dataclass(frozen=True)
class Planbron:
    """Rows and values, to be used while the session is open."""

    inhoud: Pipinhoud
    """Of a draft: with the dates of being set today."""
    gemeente: Gemeentegegevens | None
    bsn: str
    handtekeningen: Sequence[Piphandtekening]
    versies: Sequence[Pip]
    """Those that were set, up to this one."""
    keuze: Taalkeuze


def planbron(sessie: Session, pip_id: str, vandaag: date) -> Planbron | None:
    """None when this version is gone."""
    pip = sessie.get(Pip, pip_id)
    if pip is None:
        return None
    dossier = sessie.get_one(Dossier, pip.dossier_id)
    return Planbron(
        inhoud=inhoud_van(sessie, pip, vandaag),
        gemeente=gemeentegegevens(sessie, dossier.gemeente),
        bsn=dossier.bsn or "",
        handtekeningen=pip.handtekeningen,
        versies=[
            v for v in versies_van(sessie, dossier.id) if v.is_vast and v.versie <= pip.versie
        ],
        keuze=taalkeuze_van(sessie, dossier),
    )


def taalkeuze_van(sessie: Session, dossier: Dossier) -> Taalkeuze:
    """As in the last talk; without one, what the dossier says."""
    intake = sessie.scalars(
        sa.select(BredeIntake)
        .where(BredeIntake.dossier_id == dossier.id)
        .order_by(BredeIntake.gesloten_op.desc().nulls_last(), BredeIntake.id.desc())
        .limit(1)
    ).first()
    if intake is not None:
        return intake.taalkeuze
    taal = dossier.leestaal or dossier.spreektaal or "nl"
    return Taalkeuze(taal, dossier.spreektaal or taal, dossier.dialect or "")
