"""The leerbaarheidstoets of one dossier: attempts, results, and how it went."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.piptermijn import Piptermijn
from desktop.models.toets import Kandidaat
from desktop.models.toetsbeleid import Toetsbeleid
from desktop.models.toetssessie import Toetssessie
from desktop.models.toetsstatus import VOORBIJ, Toetsstatus
from desktop.models.toetsuitslag import Toetsoverslag, Toetsuitslag, geldende_uitslag
from desktop.models.wijziging import Wijziging
from desktop.store.klok import moment
from desktop.store.termijnen import piptermijnen
from desktop.store.toetskandidaten import kandidaatregels


@dataclass(frozen=True)
class Tijdlijnstap:
    """One state, since when, and who set it."""

    status: Toetsstatus
    keer: int
    op: datetime
    door: str | None


@dataclass(frozen=True)
class Toetsdossier:
    """All of the test in one dossier; attempts and results, the newest first."""

    kandidaten: Sequence[Kandidaat]
    sessies: dict[str, Toetssessie]
    uitslagen: Sequence[Toetsuitslag]
    geldend: Toetsuitslag | None
    overslag: Toetsoverslag | None
    termijn: Piptermijn | None
    tijdlijn: Sequence[Tijdlijnstap]

    @property
    def kandidaat(self) -> Kandidaat | None:
        """The attempt that runs, or ran last."""
        return self.kandidaten[0] if self.kandidaten else None

    @property
    def kan_overslaan(self) -> bool:
        """There is nothing yet that being excused would contradict."""
        k = self.kandidaat
        return self.overslag is None and self.geldend is None and (k is None or k.kan_overslaan)

    @property
    def kan_opnieuw(self) -> bool:
        """The last attempt is over, and another may follow."""
        k = self.kandidaat
        return self.overslag is None and k is not None and k.status in VOORBIJ


def toetsdossier(sessie: Session, dossier_id: str, beleid: Toetsbeleid) -> Toetsdossier:
    """Reads it; breaks and notes are loaded."""
    dossier = sessie.get_one(Dossier, dossier_id)
    regels = kandidaatregels(sessie, Kandidaat.dossier_id == dossier_id)
    kandidaten = sorted((r.kandidaat for r in regels), key=lambda k: -k.volgnummer)
    uitslagen = sessie.scalars(
        sa.select(Toetsuitslag)
        .where(Toetsuitslag.dossier_id == dossier_id)
        .order_by(Toetsuitslag.op.desc(), Toetsuitslag.id)
    ).all()
    sessie_ids = [k.sessie_id for k in kandidaten if k.sessie_id]
    gevonden = sessie.scalars(sa.select(Toetssessie).where(Toetssessie.id.in_(sessie_ids)))
    return Toetsdossier(
        kandidaten=kandidaten,
        sessies={s.id: s for s in gevonden},
        uitslagen=uitslagen,
        geldend=geldende_uitslag(uitslagen),
        overslag=sessie.get(Toetsoverslag, Toetsoverslag.id_van(dossier_id)),
        termijn=piptermijnen(sessie, [dossier], beleid.termijnen)[dossier.id],
        tijdlijn=_tijdlijn(sessie, kandidaten),
    )


def _tijdlijn(sessie: Session, kandidaten: Collection[Kandidaat]) -> list[Tijdlijnstap]:
    keer = {k.id: k.volgnummer for k in kandidaten}
    rijen = sessie.execute(
        sa.select(Wijziging.rij, Wijziging.waarde, Wijziging.klok, Wijziging.auteur)
        .where(
            Wijziging.entiteit == "kandidaat",
            Wijziging.rij.in_(keer),
            Wijziging.veld == "status",
        )
        .order_by(Wijziging.klok, Wijziging.apparaat, Wijziging.volgnummer)
    )
    uit = []
    for rij, waarde, klok, auteur in rijen:
        tekst = str(waarde or "").strip('"')
        if tekst in {s.value for s in Toetsstatus}:
            uit.append(Tijdlijnstap(Toetsstatus(tekst), keer[rij], moment(klok), auteur))
    return uit
