"""Breaking the glass: the gesture, its reason, and what the owner of the dossier is told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, Medewerker
from desktop.models.toegang import Noodtoegang, Toegangsbeleid
from desktop.models.wijziging import Lokaal, Wijziging
from desktop.store.klok import moment
from desktop.store.store import Store

GELEZEN = "nood_gelezen:"


@dataclass(frozen=True)
class Noodregel:
    """Somebody broke the glass of a dossier of the user's."""

    id: str
    dossier: str
    naam: str
    wie: str
    moment: datetime
    tot: date
    reden: str


def breek_glas(
    store: Store,
    dossier_id: str,
    reden: str,
    beleid: Toegangsbeleid,
    *,
    gemeente: str | None = None,
) -> None:
    """Access for some days, with a reason that the dossier's klantmanager reads.

    Raises RedenNodig. The dossier itself comes with the next round.
    """
    with store.work() as work:
        assert work.door is not None  # a coupled laptop has a user
        tot = beleid.nood_tot(store.vandaag())
        work.voeg_toe(Noodtoegang.nieuw(dossier_id, work.door, reden, tot=tot, gemeente=gemeente))


def lees_nood(store: Store, ids: Collection[str]) -> None:
    """The owner has read these; this laptop does not show them again."""
    with store.neem_op() as inkomst:
        for id_ in ids:
            inkomst.verbinding.exec_driver_sql(
                "INSERT OR REPLACE INTO lokaal (sleutel, waarde) VALUES (?, 'ja')", (GELEZEN + id_,)
            )
        inkomst.raak({"noodtoegang": set(ids)})


def noodreden(sessie: Session, dossier_id: str, wie: str, *, vandaag: date) -> str:
    """The reason with which somebody broke the glass of a dossier; empty when they did not."""
    vraag = (
        sa.select(Noodtoegang.reden)
        .where(
            Noodtoegang.dossier_id == dossier_id,
            Noodtoegang.medewerker_id == wie,
            Noodtoegang.tot >= vandaag,
        )
        .order_by(Noodtoegang.tot.desc())
    )
    return sessie.scalar(vraag.limit(1)) or ""


def ongelezen_nood(sessie: Session, eigenaar: str, dossier: str | None = None) -> list[Noodregel]:
    """What the owner of dossiers was not told yet: who broke their glass; the newest first."""
    gelezen = sa.select(Lokaal.sleutel).where(Lokaal.sleutel == GELEZEN + Noodtoegang.id)
    vraag = (
        sa.select(
            Noodtoegang,
            Dossier.voornamen,
            Dossier.achternaam,
            Medewerker.naam,
            sa.select(sa.func.min(Wijziging.klok))
            .where(Wijziging.entiteit == "noodtoegang", Wijziging.rij == Noodtoegang.id)
            .scalar_subquery()
            .label("klok"),
        )
        .join(Dossier, Dossier.id == Noodtoegang.dossier_id)
        .outerjoin(Medewerker, Medewerker.id == Noodtoegang.medewerker_id)
        .where(
            Dossier.klantmanager_id == eigenaar,
            Noodtoegang.medewerker_id != eigenaar,
            ~gelezen.exists(),
        )
        .order_by(sa.desc("klok"))
    )
    if dossier is not None:
        vraag = vraag.where(Noodtoegang.dossier_id == dossier)
    return [
        Noodregel(
            id=nood.id,
            dossier=nood.dossier_id,
            naam=" ".join(deel for deel in (voor, achter) if deel),
            wie=wie or "",
            moment=moment(klok),
            tot=nood.tot,
            reden=nood.reden,
        )
        for nood, voor, achter, wie, klok in sessie.execute(vraag)
    ]
