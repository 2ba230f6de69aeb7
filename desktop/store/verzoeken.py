"""What the client asked about the own data: reading it, writing it down, answering it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import bronnen
from desktop.models.verzoek import Verzoek, Verzoekbeleid, Verzoeksoort, beleid_uit
from desktop.store.store import Store


@dataclass(frozen=True)
class Verzoekregel:
    """One request. `uiterlijk` is the last day for an answer; `laat` when that day is gone."""

    id: str
    soort: Verzoeksoort
    ontvangen_op: date
    tekst: str
    uiterlijk: date
    laat: bool
    afgedaan_op: date | None
    uitkomst: str

    @property
    def open(self) -> bool:
        """True while it has no answer."""
        return self.afgedaan_op is None


def beleid() -> Verzoekbeleid:
    """How soon a request is answered."""
    return beleid_uit(bronnen.toml("beleid", "verzoeken.toml"))


def verzoeken(sessie: Session, dossier_id: str, *, vandaag: date) -> list[Verzoekregel]:
    """All requests of one client: what waits for an answer first, then the newest."""
    regels = beleid()
    rijen = sessie.scalars(
        sa.select(Verzoek)
        .where(Verzoek.dossier_id == dossier_id)
        .order_by(Verzoek.afgedaan_op.is_not(None), Verzoek.ontvangen_op.desc(), Verzoek.id)
    )
    return [
        Verzoekregel(
            id=v.id,
            soort=v.soort,
            ontvangen_op=v.ontvangen_op,
            tekst=v.tekst,
            uiterlijk=regels.uiterlijk(v.ontvangen_op),
            laat=v.open and regels.uiterlijk(v.ontvangen_op) < vandaag,
            afgedaan_op=v.afgedaan_op,
            uitkomst=v.uitkomst,
        )
        for v in rijen
    ]


def noteer(store: Store, dossier_id: str, soort: Verzoeksoort, tekst: str, *, op: date) -> None:
    """Writes down what the client asks. Raises RedenNodig or Invoerfout."""
    with store.work() as work:
        work.voeg_toe(Verzoek.nieuw(dossier_id, soort, tekst, op=op, vandaag=store.vandaag()))


def doe_af(store: Store, verzoek_id: str, uitkomst: str) -> None:
    """Answered today. Raises RedenNodig without an outcome."""
    with store.work() as work:
        work.get(Verzoek, verzoek_id).doe_af(uitkomst, op=store.vandaag())
