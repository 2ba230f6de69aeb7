"""What the intake already says about accommodations, as a proposal for a registration.

The answers stay where they are. Only what the klantmanager takes over travels with the test,
so that a toetsbegeleider sees "glasses" and not the intake (domain.md 7.6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.dossier import Alfabetisering, Dossier
from desktop.models.intake import BredeIntake
from desktop.models.toets import Aanpassingen
from desktop.models.zitting import Tolkwijze, Zitting

MOEILIJK, HULPMIDDEL, GEBRUIKT = "FG05", "FG06", "RE08"
"""What is hard, glasses or hearing aid, and which devices somebody uses."""


def uit_intake(sessie: Session, dossiers: Sequence[Dossier]) -> dict[str, Aanpassingen]:
    """A proposal for each of these dossiers."""
    ids = [d.id for d in dossiers]
    gezegd = _antwoorden(sessie, ids)
    tolk = _tolken(sessie, ids)
    return {d.id: _van(d, gezegd.get(d.id, {}), tolk.get(d.id)) for d in dossiers}


def _antwoorden(sessie: Session, ids: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    uit: dict[str, dict[str, tuple[str, ...]]] = {}
    rijen = sessie.scalars(
        sa.select(Antwoord)
        .join(BredeIntake, BredeIntake.id == Antwoord.intake_id)
        .where(
            BredeIntake.dossier_id.in_(ids),
            Antwoord.vraag_code.in_((MOEILIJK, HULPMIDDEL, GEBRUIKT)),
            Antwoord.status == Antwoordstatus.BEANTWOORD,
        )
    )
    for antwoord in rijen:
        uit.setdefault(antwoord.dossier_id, {})[antwoord.vraag_code] = tuple(antwoord.opties)
    return uit


def _tolken(sessie: Session, ids: Sequence[str]) -> dict[str, Zitting]:
    """The last talk of each, for whether an interpreter was there."""
    rijen = sessie.scalars(
        sa.select(Zitting).where(Zitting.dossier_id.in_(ids)).order_by(Zitting.datum)
    )
    return {z.dossier_id: z for z in rijen}


def _van(
    dossier: Dossier, gezegd: Mapping[str, tuple[str, ...]], zitting: Zitting | None
) -> Aanpassingen:
    moeilijk, hulp = set(gezegd.get(MOEILIJK, ())), set(gezegd.get(HULPMIDDEL, ()))
    gebruikt = gezegd.get(GEBRUIKT)
    taal = dossier.leestaal or dossier.spreektaal
    if dossier.alfabetisering is Alfabetisering.A:
        taal = dossier.spreektaal
    return Aanpassingen(
        uitlegtaal=taal,
        audio=dossier.alfabetisering is Alfabetisering.A,
        tolk=zitting is not None and zitting.tolk_wijze is not Tolkwijze.GEEN,
        bril="zien" in moeilijk or bool(hulp & {"bril-heb-ik", "bril-nodig"}),
        gehoor="horen" in moeilijk or bool(hulp & {"hoortoestel-heb-ik", "hoortoestel-nodig"}),
        handen="handen" in moeilijk,
        muis=gebruikt is not None and "computer" not in gebruikt,
    )
