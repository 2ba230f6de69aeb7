"""Looking after the recordings: who made them, what may go, and what a package brings."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.opname import Opname, Stemproef
from desktop.models.opnamewerk import (
    Ingetrokken,
    Inspreekopdracht,
    Opgenomen,
    Opnamestuk,
    Zin,
    vervallen,
    vervangt,
)
from desktop.models.tijdzone import kalenderdag
from desktop.store.klok import moment
from desktop.store.store import Store, Work
from desktop.store.waarden import naar_json


@dataclass(frozen=True)
class Overname:
    """What a package brought: new, already here, and left out because ours is later."""

    nieuw: int = 0
    zelfde: int = 0
    ouder: int = 0


@dataclass(frozen=True)
class Proef:
    """What a speaker of the language found of a voice."""

    goed: bool
    spreker: str
    op: date | None


_KOLOMMEN = (
    Opname.id,
    Opname.taal,
    Opname.dialect,
    Opname.context,
    Opname.tekst,
    Opname.spreker,
    Opname.toestemming_op,
    Opname.opgenomen_op,
    Opname.duur_ms,
)


def opgenomen(sessie: Session, taal: str) -> list[Opgenomen]:
    """The recordings in one language, without their sound."""
    rijen = sessie.execute(sa.select(*_KOLOMMEN).where(Opname.taal == taal))
    return [Opgenomen(*rij) for rij in rijen]


def gelezen(sessie: Session, taal: str, dialect: str) -> dict[str, str]:
    """What was read, by context, in one dialect."""
    vraag = sa.select(Opname.context, Opname.tekst).where(
        Opname.taal == taal, Opname.dialect == dialect
    )
    return {rij.context: rij.tekst for rij in sessie.execute(vraag)}


def stukken(sessie: Session, taal: str) -> tuple[list[Opnamestuk], int]:
    """The recordings in one language with their sound, and how many are damaged and left out."""
    vraag = sa.select(Opname).where(Opname.taal == taal).order_by(Opname.dialect, Opname.context)
    uit, beschadigd = [], 0
    for o in sessie.scalars(vraag):
        try:
            ogg = base64.b64decode(o.geluid, validate=True)
        except ValueError:
            beschadigd += 1
            continue
        uit.append(
            Opnamestuk(
                o.taal,
                o.dialect,
                o.context,
                o.tekst,
                o.spreker,
                o.toestemming_op,
                o.opgenomen_op,
                o.duur_ms,
                ogg,
            )
        )
    return uit, beschadigd


def neem_zin_op(store: Store, opdracht: Inspreekopdracht, zin: Zin, ogg: bytes, duur: int) -> None:
    """Keeps what somebody just read, for all places where the text stands. On any thread."""
    with store.work() as work:
        for context in zin.contexten:
            stuk = Opnamestuk(
                opdracht.taal,
                opdracht.dialect,
                context,
                zin.tekst,
                opdracht.spreker,
                opdracht.toestemming_op,
                store.vandaag(),
                duur,
                ogg,
            )
            _zet(work, stuk)


def neem_pakket_op(work: Work, pakket: Iterable[Opnamestuk]) -> Overname:
    """Takes over a package; taking it twice is taking it once. Raises Ingetrokken."""
    pakket = list(pakket)
    for spreker, sinds in sorted({(s.spreker, s.toestemming_op) for s in pakket}):
        if vervallen(sinds, ingetrokken_op(work.session, spreker)):
            raise Ingetrokken(spreker)
    nieuw = zelfde = ouder = 0
    for stuk in pakket:
        rij = work.session.get(Opname, Opname.id_van(stuk.taal, stuk.dialect, stuk.context))
        if rij is not None and rij.geluid == _als_tekst(stuk.ogg) and rij.tekst == stuk.tekst:
            zelfde += 1
        elif rij is not None and not vervangt(stuk, _zonder_geluid(rij)):
            ouder += 1
        else:
            _zet(work, stuk)
            nieuw += 1
    return Overname(nieuw, zelfde, ouder)


def _zet(work: Work, stuk: Opnamestuk) -> None:
    id_ = Opname.id_van(stuk.taal, stuk.dialect, stuk.context)
    rij = work.session.get(Opname, id_)
    if rij is None:
        rij = Opname(id=id_, taal=stuk.taal, dialect=stuk.dialect, context=stuk.context)
        work.voeg_toe(rij)
    rij.tekst, rij.spreker, rij.duur_ms = stuk.tekst, stuk.spreker, stuk.duur_ms
    rij.toestemming_op, rij.opgenomen_op = stuk.toestemming_op, stuk.opgenomen_op
    rij.geluid = _als_tekst(stuk.ogg)


def _als_tekst(ogg: bytes) -> str:
    return base64.b64encode(ogg).decode("ascii")


def _zonder_geluid(rij: Opname) -> Opgenomen:
    return Opgenomen(
        rij.id,
        rij.taal,
        rij.dialect,
        rij.context,
        rij.tekst,
        rij.spreker,
        rij.toestemming_op,
        rij.opgenomen_op,
        rij.duur_ms,
    )


def wis(work: Work, ids: Collection[str]) -> int:
    """Takes these recordings away; how many were there."""
    rijen = list(work.session.scalars(sa.select(Opname).where(Opname.id.in_(ids))))
    for rij in rijen:
        work.verwijder(rij)
    return len(rijen)


def aantal_van(sessie: Session, spreker: str) -> int:
    """How many recordings one speaker made, in all languages."""
    vraag = sa.select(sa.func.count()).select_from(Opname).where(Opname.spreker == spreker)
    return sessie.scalar(vraag) or 0


def sprekers(sessie: Session) -> list[str]:
    """Names of everybody who made a recording."""
    return list(sessie.scalars(sa.select(Opname.spreker).distinct().order_by(Opname.spreker)))


def trek_in(work: Work, spreker: str) -> int:
    """A speaker withdraws consent: all of that voice goes, in every language.

    First it loses its name and its sound, so that the journal of every laptop knows this
    from a recording that was only taken away.
    """
    rijen = list(work.session.scalars(sa.select(Opname).where(Opname.spreker == spreker)))
    for rij in rijen:
        rij.spreker = rij.geluid = ""
    work.session.flush()
    for rij in rijen:
        work.verwijder(rij)
    return len(rijen)


def ingetrokken_op(sessie: Session, spreker: str) -> date | None:
    """The day on which this speaker last withdrew consent; None when that never happened.

    Reads the journal: off the GUI thread.
    """
    klok = sessie.connection().exec_driver_sql(_INGETROKKEN, (naar_json(spreker),)).scalar()
    return kalenderdag(moment(klok)) if klok else None


_INGETROKKEN = """
SELECT max(leeg.klok) FROM wijziging leeg JOIN wijziging vol ON vol.rij = leeg.rij
WHERE leeg.entiteit = 'opname' AND leeg.veld = 'spreker' AND leeg.waarde = '""'
  AND vol.entiteit = 'opname' AND vol.veld = 'spreker' AND vol.waarde = ?
  AND instr(leeg.ouders, vol.id) > 0
"""


def stemproeven(sessie: Session, taal: str) -> dict[str, Proef]:
    """Voices that somebody tried in one language, by name."""
    rijen = sessie.scalars(sa.select(Stemproef).where(Stemproef.taal == taal))
    return {rij.stem: Proef(rij.goed, rij.spreker, rij.op) for rij in rijen}
