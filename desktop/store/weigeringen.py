"""Own changes that the centre did not accept: kept, shown, offered again or left (peers.md B4)."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.wijziging import Geweigerd, Soort, Wijziging
from desktop.store.journaal import Gezien, Veldwijziging
from desktop.store.klok import milliseconden
from desktop.store.koppen import herbereken
from desktop.store.projectie import projecteer

ZEGEL = "zegel"
"""Reason of what came on a stick and is not what its own laptop wrote."""


ZONDER_MANDAAT = "mandaat"
"""Reason of a plan that was set by who was not on the list, as the centre knew it."""


@dataclass(frozen=True)
class Weigering:
    """One change that stayed behind. `reden` is the centre's word, such as `geen-recht`."""

    id: str
    reden: str
    op: datetime
    entiteit: str
    rij: str
    dossier: str | None
    dossiernaam: str
    veld: str
    waarde: Any
    gemaakt: datetime


def noteer(
    verbinding: sa.Connection, redenen: Collection[tuple[str, str]], nu: datetime
) -> dict[str, set[str]]:
    """Keeps refusals of what is here, (id, reason); it no longer counts in the merge."""
    if not redenen:
        return {}
    verbinding.exec_driver_sql(
        "INSERT INTO geweigerd (id, reden, op) SELECT id, ?, ? FROM wijziging WHERE id = ? "
        "ON CONFLICT (id) DO UPDATE SET reden = excluded.reden",
        [(reden, nu.isoformat(), id_) for id_, reden in redenen],
    )
    rijen = {
        (rij[0], rij[1])
        for rij in verbinding.exec_driver_sql(
            "SELECT entiteit, rij FROM wijziging WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([id_ for id_, _reden in redenen]),),
        )
    }
    herbereken(verbinding, rijen)
    return {**projecteer(verbinding, rijen), "geweigerd": {id_ for id_, _reden in redenen}}


def weigeringen(sessie: Session) -> list[Weigering]:
    """What is still waiting for a decision, newest first."""
    vraag = (
        sa.select(Wijziging, Geweigerd, Dossier.voornamen, Dossier.achternaam)
        .join(Geweigerd, Geweigerd.id == Wijziging.id)
        .outerjoin(Dossier, Dossier.id == Wijziging.dossier)
        .where(Geweigerd.afgehandeld.is_(None))
        .order_by(Wijziging.klok.desc(), Wijziging.volgnummer)
    )
    return [
        Weigering(
            id=w.id,
            reden=g.reden,
            op=datetime.fromisoformat(g.op),
            entiteit=w.entiteit,
            rij=w.rij,
            dossier=w.dossier,
            dossiernaam=" ".join(deel for deel in (voor, achter) if deel),
            veld=w.veld,
            waarde=json.loads(w.waarde) if w.waarde is not None else None,
            gemaakt=datetime.fromtimestamp(milliseconden(w.klok) / 1000, UTC),
        )
        for w, g, voor, achter in sessie.execute(vraag)
    ]


def aantal(sessie: Session) -> int:
    """Number of refusals that wait for a decision."""
    vraag = sa.select(sa.func.count()).select_from(Geweigerd)
    return sessie.scalar(vraag.where(Geweigerd.afgehandeld.is_(None))) or 0


def opnieuw(sessie: Session, ids: Collection[str]) -> tuple[list[Veldwijziging], Gezien | None]:
    """The same changes once more, of one row, with the parents that they had.

    If the field went on meanwhile, that shows as a conflict. The caller writes
    them and marks the refusals `opnieuw`.
    """
    rijen = sessie.scalars(
        sa.select(Wijziging).where(Wijziging.id.in_(ids)).order_by(Wijziging.volgnummer)
    ).all()
    velden: dict[str, Veldwijziging] = {}
    ouders: dict[str, tuple[str, ...]] = {}
    for rij in rijen:
        gemeente, klasse = rij.stroom.split(":", 1)
        velden[rij.veld] = Veldwijziging(
            entiteit=rij.entiteit,
            rij=rij.rij,
            dossier=rij.dossier,
            gemeente=gemeente,
            klasse=klasse,
            veld=rij.veld,
            soort=Soort(rij.soort),
            waarde=rij.waarde,
        )
        ouders.setdefault(rij.veld, tuple(json.loads(rij.ouders)))
    if not rijen:
        return [], None
    return list(velden.values()), Gezien(rijen[0].entiteit, rijen[0].rij, ouders)


def handel_af(verbinding: sa.Connection, ids: Collection[str], hoe: str) -> None:
    """Marks refusals as decided about: `opnieuw` or `gelezen`."""
    verbinding.exec_driver_sql(
        "UPDATE geweigerd SET afgehandeld = ? WHERE id IN (SELECT value FROM json_each(?))",
        (hoe, json.dumps(list(ids))),
    )
