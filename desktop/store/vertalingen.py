"""The municipality's own translations, over those of the package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import catalogi
from desktop.models.fouten import Invoerfout
from desktop.models.prompts import Catalogus, Vertaalstatus, Vertaling
from desktop.models.vertaalwerk import Nagekeken, Promptopmerking, Vertaalregel, vormen_van
from desktop.models.vertaling import Promptmelding, Promptvertaling
from desktop.store.store import Work

BEVESTIGD = frozenset({Vertaalstatus.NAGEKEKEN, Vertaalstatus.BEEDIGD})


def eigen_vertalingen(sessie: Session, taal: str) -> dict[str, Vertaling]:
    """What was imported or confirmed in one language, by msgctxt."""
    rijen = sessie.scalars(sa.select(Promptvertaling).where(Promptvertaling.taal == taal))
    return {rij.context: rij.als_vertaling() for rij in rijen}


def huidige_catalogus(sessie: Session, taal: str) -> Catalogus:
    """The package's catalogue with the municipality's own on top."""
    return catalogi.catalogus(taal).met(eigen_vertalingen(sessie, taal))


def herkomsten(sessie: Session, taal: str) -> dict[str, Nagekeken]:
    """Who confirmed which text, and when."""
    rijen = sessie.scalars(
        sa.select(Promptvertaling).where(
            Promptvertaling.taal == taal, Promptvertaling.status.in_(BEVESTIGD)
        )
    )
    return {rij.context: Nagekeken(rij.herkomst, rij.op) for rij in rijen}


def neem_op(work: Work, taal: str, entries: Iterable[Vertaalregel], herkomst: str, op: date) -> int:
    """Takes over what differs from the package and from earlier imports; how many that were.

    What a file says of itself makes nothing `nagekeken`: only a person does, in the
    program. Words that somebody confirmed before, and that are still the same, stay so.
    """
    nu = huidige_catalogus(work.session, taal)
    aantal = 0
    for entry in entries:
        was = nu.vertalingen.get(entry.context)
        uitspraak = entry.uitspraak
        if uitspraak is None:
            uitspraak = was.uitspraak if was is not None else ""
        zelfde = (
            was is not None
            and not was.onzeker
            and was.bron == entry.bron
            and vormen_van(was) == entry.vormen
        )
        if was is not None and zelfde and was.uitspraak == uitspraak:
            continue
        rij = _rij(work, taal, entry.context)
        if was is not None and zelfde and was.status in BEVESTIGD:
            # Only the voice reads something else: the words stay confirmed, by whoever did.
            rij.status = was.status
            rij.herkomst, rij.op = rij.herkomst or herkomst, rij.op or op
        else:
            rij.status, rij.herkomst, rij.op = Vertaalstatus.CONCEPT, herkomst, op
        rij.bron, rij.uitspraak = entry.bron, uitspraak
        rij.zet_vormen(entry.vormen)
        aantal += 1
    return aantal


def bevestig(
    work: Work,
    taal: str,
    context: str,
    bron: str,
    vormen: Sequence[str],
    door: str,
    op: date,
    beedigd: bool,
    uitspraak: str | None = None,
) -> None:
    """A named person says that this is right, as it stands here. Raises Invoerfout."""
    door = " ".join(door.split())
    if len(door) < 2:
        raise Invoerfout("door", "Schrijf op wie dit heeft nagekeken.")
    if not vormen or not all(vorm.strip() for vorm in vormen):
        raise Invoerfout("tekst", "Zonder vertaling is er niets om na te kijken.")
    if uitspraak is None:
        was = huidige_catalogus(work.session, taal).vertalingen.get(context)
        uitspraak = was.uitspraak if was is not None else ""
    rij = _rij(work, taal, context)
    rij.bron, rij.uitspraak = bron, uitspraak
    rij.zet_vormen(vormen)
    rij.status = Vertaalstatus.BEEDIGD if beedigd else Vertaalstatus.NAGEKEKEN
    rij.herkomst, rij.op = door, op


def _rij(work: Work, taal: str, context: str) -> Promptvertaling:
    id_ = Promptvertaling.id_van(taal, context)
    rij = work.session.get(Promptvertaling, id_)
    if rij is None:
        rij = Promptvertaling(id=id_, taal=taal, context=context, bron="")
        work.voeg_toe(rij)
    return rij


# ---- remarks ------------------------------------------------------------------------------


def meldingen(sessie: Session, taal: str) -> list[Promptopmerking]:
    """Remarks from the talk that nobody dealt with yet, oldest first."""
    vraag = (
        sa.select(Promptmelding)
        .where(Promptmelding.taal == taal, Promptmelding.afgedaan_op.is_(None))
        .order_by(Promptmelding.op, Promptmelding.id)
    )
    return [
        Promptopmerking(m.id, m.context, m.tekst, m.notitie, m.beter, m.door_tolk)
        for m in sessie.scalars(vraag)
    ]


def aantallen_meldingen(sessie: Session) -> Mapping[str, int]:
    """Open remarks by language."""
    vraag = (
        sa.select(Promptmelding.taal, sa.func.count())
        .where(Promptmelding.afgedaan_op.is_(None))
        .group_by(Promptmelding.taal)
    )
    return {rij[0]: rij[1] for rij in sessie.execute(vraag)}


def handel_af(work: Work, melding: str, op: date) -> None:
    """Somebody dealt with a remark; it stays in the journal."""
    work.get(Promptmelding, melding).afgedaan_op = op
