"""The municipality's letter head and the mandate list: reading, and each gesture one commit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Rol
from desktop.models.gemeentegegevens import (
    Gemeentegegevens,
    Mandaat,
    eis_een_ander,
    eis_mandateren,
    mandaat_van,
)
from desktop.store.store import Store


def gemeentegegevens(sessie: Session, gemeente: str) -> Gemeentegegevens | None:
    """What was filled in; None while nobody did."""
    return sessie.get(Gemeentegegevens, Gemeentegegevens.id_van(gemeente))


def zet_gemeente(
    store: Store,
    gemeente: str,
    veld: str,
    waarde: Any,
    *,
    rollen: Collection[Rol] = (),
    gekoppeld: bool = False,
) -> None:
    """One field. Raises Invoerfout, NogNietMogelijk."""
    eis_mandateren(rollen, gekoppeld=gekoppeld)
    with store.work() as work:
        rij = gemeentegegevens(work.session, gemeente)
        if rij is None:
            rij = Gemeentegegevens(id=Gemeentegegevens.id_van(gemeente), gemeente=gemeente)
            work.voeg_toe(rij)
        rij.zet(veld, waarde)


def mandaten(sessie: Session, gemeente: str) -> Sequence[Mandaat]:
    """All that this municipality gave, also those that are over; the newest first."""
    return sessie.scalars(
        sa.select(Mandaat)
        .where(Mandaat.gemeente == gemeente)
        .order_by(Mandaat.vanaf.desc(), Mandaat.id)
    ).all()


def mandaat_op(
    sessie: Session, gemeente: str, medewerker_id: str | None, dag: date
) -> Mandaat | None:
    """The one of this municipality that holds for somebody on a day."""
    if medewerker_id is None:
        return None
    eigen = sessie.scalars(sa.select(Mandaat).where(Mandaat.medewerker_id == medewerker_id))
    return mandaat_van(eigen, gemeente, medewerker_id, dag)


def geef_mandaat(
    store: Store,
    gemeente: str,
    medewerker_id: str,
    *,
    functie: str,
    kenmerk: str = "",
    vanaf: date,
    tot: date | None = None,
    rollen: Collection[Rol] = (),
    gekoppeld: bool = False,
) -> str:
    """Puts somebody on the list; `rollen` are the user's there. Raises Invoerfout, NogNietMogelijk.

    Where the laptop is coupled, nobody does that for themselves.
    """
    eis_mandateren(rollen, gekoppeld=gekoppeld)
    eis_een_ander(medewerker_id, store.gebruiker_id, gekoppeld=gekoppeld)
    mandaat = Mandaat.nieuw(
        gemeente, medewerker_id, functie=functie, kenmerk=kenmerk, vanaf=vanaf, tot=tot
    )
    with store.work() as work:
        work.voeg_toe(mandaat)
    return mandaat.id


def herzie_mandaat(
    store: Store,
    mandaat_id: str,
    *,
    functie: str,
    kenmerk: str = "",
    vanaf: date,
    tot: date | None = None,
    rollen: Collection[Rol] = (),
    gekoppeld: bool = False,
) -> None:
    """Changes it. Raises Invoerfout, NogNietMogelijk."""
    eis_mandateren(rollen, gekoppeld=gekoppeld)
    with store.work() as work:
        mandaat = work.get(Mandaat, mandaat_id)
        eis_een_ander(mandaat.medewerker_id, work.door, gekoppeld=gekoppeld)
        mandaat.herzie(functie=functie, kenmerk=kenmerk, vanaf=vanaf, tot=tot)


def trek_in(
    store: Store, mandaat_id: str, *, rollen: Collection[Rol] = (), gekoppeld: bool = False
) -> None:
    """Takes it off the list, one's own too; what was set under it keeps its name and mandate."""
    eis_mandateren(rollen, gekoppeld=gekoppeld)
    with store.work() as work:
        work.verwijder(work.get(Mandaat, mandaat_id))
