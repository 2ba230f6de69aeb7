"""Changes that stayed behind, as gestures somebody can decide about.

A change is one field; a person sees what was done to one thing: an answer, a
note, the details of a client. Own ones were refused by the centre; those of
colleagues are offered to whoever may write the dossier (peers.md B4, 2).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.wijziging import Soort, Wijziging
from desktop.store import weigeringen
from desktop.store.inkomend import DOSSIER, ENTITEIT, RIJ, SOORT, VELD, WAARDE, Rij
from desktop.sync.stand import Aanbod

T = TypeVar("T")

_HERKENNING = ("vraag_code", "domein", "naam")
"""Fields that say which one of its kind a row is."""


@dataclass(frozen=True)
class Gebaar:
    """What one person did to one row. `velden` are plain values; None is emptied.

    `verwijderd`: the row was taken away. `gedeeld` tells which row it is: the
    question of an answer, the name of a housemate.
    """

    ids: tuple[str, ...]
    entiteit: str
    rij: str
    dossier: str | None
    dossiernaam: str
    velden: Mapping[str, Any]
    verwijderd: bool
    reden: str
    moment: datetime
    door: str | None = None
    gedeeld: Mapping[str, Any] = field(default_factory=dict)


def eigen(sessie: Session) -> list[Gebaar]:
    """Own changes that the centre refused and nobody decided about, newest first."""
    groepen = bundel(weigeringen.weigeringen(sessie), lambda w: (w.entiteit, w.rij, w.reden))
    gedeeld = _herkenning(sessie, {(g[0].entiteit, g[0].rij) for g in groepen})
    return [
        Gebaar(
            ids=tuple(w.id for w in groep),
            entiteit=groep[0].entiteit,
            rij=groep[0].rij,
            dossier=groep[0].dossier,
            dossiernaam=groep[0].dossiernaam,
            velden={w.veld: w.waarde for w in reversed(groep) if w.veld},
            verwijderd=any(not w.veld for w in groep),
            reden=groep[0].reden,
            moment=groep[0].gemaakt,
            gedeeld=gedeeld.get((groep[0].entiteit, groep[0].rij), {}),
        )
        for groep in groepen
    ]


def van_anderen(sessie: Session, aanbod: Sequence[Aanbod]) -> list[Gebaar]:
    """What colleagues did to dossiers of this user without the right to it, newest first."""
    groepen = bundel(
        sorted(aanbod, key=lambda a: a.op, reverse=True),
        lambda a: (a.rij[ENTITEIT], a.rij[RIJ], a.door),
    )
    rijen = [groep[0].rij for groep in groepen]
    gedeeld = _herkenning(sessie, {(str(r[ENTITEIT]), str(r[RIJ])) for r in rijen})
    namen = _namen(sessie, {str(r[DOSSIER]) for r in rijen if r[DOSSIER]})
    return [
        Gebaar(
            ids=tuple(a.id for a in groep),
            entiteit=str(groep[0].rij[ENTITEIT]),
            rij=str(groep[0].rij[RIJ]),
            dossier=None if groep[0].rij[DOSSIER] is None else str(groep[0].rij[DOSSIER]),
            dossiernaam=namen.get(str(groep[0].rij[DOSSIER]), ""),
            velden={str(a.rij[VELD]): _waarde(a.rij) for a in reversed(groep) if a.rij[VELD]},
            verwijderd=any(a.rij[SOORT] == Soort.WEG for a in groep),
            reden="geen-recht",
            moment=groep[0].op,
            door=groep[0].door,
            gedeeld=gedeeld.get((str(groep[0].rij[ENTITEIT]), str(groep[0].rij[RIJ])), {}),
        )
        for groep in groepen
    ]


def bundel(wat: Iterable[T], sleutel: Callable[[T], Hashable]) -> list[list[T]]:
    """Groups by a key, each where its first one stood."""
    groepen: dict[Hashable, list[T]] = {}
    for ding in wat:
        groepen.setdefault(sleutel(ding), []).append(ding)
    return list(groepen.values())


def _waarde(rij: Rij) -> Any:
    waarde = rij[WAARDE]
    return None if waarde is None else json.loads(str(waarde))


def _namen(sessie: Session, ids: set[str]) -> dict[str, str]:
    rijen = sessie.execute(
        sa.select(Dossier.id, Dossier.voornamen, Dossier.achternaam).where(Dossier.id.in_(ids))
    )
    return {id_: " ".join(deel for deel in (voor, achter) if deel) for id_, voor, achter in rijen}


def _herkenning(
    sessie: Session, rijen: set[tuple[str, str]]
) -> dict[tuple[str, str], dict[str, Any]]:
    """From the journal, refused rows included: whoever made the row said which one it is."""
    vraag = (
        sa.select(Wijziging.entiteit, Wijziging.rij, Wijziging.veld, Wijziging.waarde)
        .where(
            Wijziging.rij.in_(
                sa.select(sa.text("value")).select_from(
                    sa.func.json_each(json.dumps([rij for _entiteit, rij in rijen]))
                )
            ),
            Wijziging.veld.in_(_HERKENNING),
            Wijziging.waarde.is_not(None),
        )
        .order_by(Wijziging.klok)
    )
    uit: dict[tuple[str, str], dict[str, Any]] = {}
    for entiteit, rij, veld, waarde in sessie.execute(vraag):
        uit.setdefault((entiteit, rij), {})[veld] = json.loads(str(waarde))
    return uit
