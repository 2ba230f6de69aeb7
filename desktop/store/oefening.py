"""The made-up client of the rehearsal; never mixed with people (`Dossier.oefening`)."""

from __future__ import annotations

import sqlalchemy as sa

from desktop.models.dossier import Alfabetisering, Dossier, Medewerker, nieuw_nummer, sorteernaam
from desktop.store.store import Store

_NAAM_VAN_OEFENING = ("Oefencliënt", "Voorbeeld")


def oefendossier(store: Store, klantmanager_id: str) -> str:
    """The dossier of a made-up client to practise with; made once. Returns its id."""
    with store.work() as work:
        bestaand = work.session.scalar(sa.select(Dossier.id).where(Dossier.oefening.is_(True)))
        if bestaand is not None:
            return bestaand
        gemeente = work.get(Medewerker, klantmanager_id).gemeente
        dossier = Dossier(
            nummer=nieuw_nummer(gemeente, store.vandaag()),
            voornamen=_NAAM_VAN_OEFENING[0],
            achternaam=_NAAM_VAN_OEFENING[1],
            sorteernaam=sorteernaam(*_NAAM_VAN_OEFENING),
            geboortedatum="1990",
            gemeente=gemeente,
            spreektaal="ar",
            leestaal=None,
            alfabetisering=Alfabetisering.A,
            klantmanager_id=klantmanager_id,
            oefening=True,
        )
        work.voeg_toe(dossier)
    return dossier.id
