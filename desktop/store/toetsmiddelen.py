"""Places, devices and people for the leerbaarheidstoets: reading, and each gesture one commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import bronnen
from desktop.models.fouten import NogNietMogelijk
from desktop.models.toetsbeleid import Toetsbeleid, beleid_uit
from desktop.models.toetsmiddelen import (
    Middel,
    Openingstijd,
    Sluiting,
    Toetsapparaat,
    Toetsbegeleider,
    Toetslocatie,
    Toetsruimte,
)
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.store import termijnen
from desktop.store.store import Store

M = TypeVar("M", bound=Middel)


def beleid() -> Toetsbeleid:
    """The numbers of law and policy that come with the program."""
    return beleid_uit(bronnen.toml("beleid", "toets.toml"), termijnen.beleid())


@dataclass(frozen=True)
class Middelen:
    """All that a beheerder keeps, each list by name."""

    locaties: Sequence[Toetslocatie]
    ruimten: Sequence[Toetsruimte]
    openingen: Sequence[Openingstijd]
    sluitingen: Sequence[Sluiting]
    apparaten: Sequence[Toetsapparaat]
    begeleiders: Sequence[Toetsbegeleider]


def middelen(sessie: Session) -> Middelen:
    """Reads them all: they are few."""

    def alle(klasse: type[M], *volgorde: Any) -> Sequence[M]:
        return sessie.scalars(sa.select(klasse).order_by(*volgorde, klasse.id)).all()

    return Middelen(
        locaties=alle(Toetslocatie, Toetslocatie.stadhuis.desc(), Toetslocatie.naam),
        ruimten=alle(Toetsruimte, Toetsruimte.naam),
        openingen=alle(Openingstijd, Openingstijd.weekdag, Openingstijd.van),
        sluitingen=alle(Sluiting, Sluiting.van),
        apparaten=alle(Toetsapparaat, Toetsapparaat.soort, Toetsapparaat.naam),
        begeleiders=alle(Toetsbegeleider, Toetsbegeleider.naam),
    )


def toetsnamen(sessie: Session) -> dict[str, str]:
    """Names of rooms, places, toetsbegeleiders and sittings by id, for whoever shows an id."""
    uit = {
        id_: naam
        for klasse in (Toetslocatie, Toetsruimte, Toetsbegeleider)
        for id_, naam in sessie.execute(sa.select(klasse.id, klasse.naam))
    }
    uit |= {
        s.id: f"{s.datum:%d-%m-%Y}, {s.begin}"
        for s in sessie.execute(sa.select(Toetssessie.id, Toetssessie.datum, Toetssessie.begin))
    }
    return uit


def voeg_middel_toe(store: Store, klasse: type[M], **waarden: Any) -> str:
    """A new place, device, person; returns its id. Raises Invoerfout."""
    middel = klasse.nieuw(**waarden)
    with store.work() as work:
        work.session.add(middel)
    return str(middel.id)


def wijzig_middel(store: Store, klasse: type[M], id_: str, **waarden: Any) -> None:
    """Changes one. Raises Invoerfout."""
    with store.work() as work:
        work.session.get_one(klasse, id_).zet(**waarden)


def verwijder_middel(store: Store, klasse: type[M], id_: str) -> None:
    """Takes one away. Raises NogNietMogelijk while a planned sitting needs it."""
    with store.work() as work:
        if _in_gebruik(work.session, klasse, id_):
            raise NogNietMogelijk("Er zijn nog toetsen gepland hiermee. Verzet die eerst.")
        if klasse is Toetslocatie:
            for kind in (Openingstijd, Sluiting):
                for rij in work.session.scalars(sa.select(kind).where(kind.locatie_id == id_)):
                    work.session.delete(rij)
        work.session.delete(work.session.get_one(klasse, id_))


def _in_gebruik(sessie: Session, klasse: type[Middel], id_: str) -> bool:
    if klasse is Toetslocatie:
        return bool(sessie.scalar(
            sa.select(sa.func.count()).where(Toetsruimte.locatie_id == id_)
        ))  # fmt: skip
    gepland = sessie.scalars(
        sa.select(Toetssessie).where(Toetssessie.status == Sessiestatus.GEPLAND)
    )
    return any(id_ in (s.ruimte_id, s.begeleider_id) or id_ in s.apparaten for s in gepland)
