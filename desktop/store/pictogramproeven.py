"""What people saw in the pictograms: kept without a person, counted for the beheerder."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.pictogramproef import Pictogramproef, Telling, Uitslag, tel
from desktop.store.store import Work


def bewaar_proef(work: Work, pictogram: str, taal: str, uitslag: Uitslag, *, leest: bool) -> None:
    """One pictogram, tried once. Whose it was is nowhere in it."""
    work.voeg_toe(Pictogramproef(pictogram=pictogram, taal=taal, leest=leest, uitslag=uitslag))


def tellingen(sessie: Session) -> list[Telling]:
    """Every pictogram that was tried: all together (`taal` empty), and by language."""
    kolommen = (Pictogramproef.pictogram, Pictogramproef.taal, Pictogramproef.uitslag)
    vraag = sa.select(*kolommen, sa.func.count()).group_by(*kolommen)
    return tel((p, taal, uitslag, keer) for p, taal, uitslag, keer in sessie.execute(vraag))
