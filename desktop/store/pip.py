"""The PIP of one dossier: reading it, and writing a draft, each gesture one unit of work.

Setting it and the client's signature: `store/pipvaststellen.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

from desktop.models.dossier import Alfabetisering, Dossier
from desktop.models.fouten import NogNietMogelijk
from desktop.models.pip import Pip
from desktop.models.pipdelen import Pipafschaling, Piphandtekening, Pipregel
from desktop.models.pipinhoud import Bezigheid, Leerroute, Niveau, Regel, Wijzigreden
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.weging import Weging
from desktop.models.wijziging import Wijziging
from desktop.store.pipbron import feiten_van, inhoud_van, vorige_versie
from desktop.store.store import Store
from desktop.store.weging import wegingen_van

__all__ = ["Pipdossier", "feiten_van", "inhoud_van", "pipdossier"]

T = TypeVar("T")


@dataclass(frozen=True)
class Pipdossier:
    """All versions, the oldest first, and the weighing that they rest on."""

    versies: Sequence[Pip]
    weging: Weging | None
    """The newest."""

    @property
    def concept(self) -> Pip | None:
        """The draft, if there is one; the oldest, when the centre refused a set one of before."""
        return next((v for v in self.versies if not v.is_vast), None)

    @property
    def huidige(self) -> Pip | None:
        """The version that holds: set last."""
        return next((v for v in reversed(self.versies) if v.is_vast), None)

    @property
    def handtekeningen(self) -> Sequence[Piphandtekening]:
        """Of all versions, the oldest first."""
        return [h for v in self.versies for h in v.handtekeningen]

    @property
    def kan_beginnen(self) -> bool:
        """No version yet."""
        return not self.versies

    @property
    def kan_nieuwe_versie(self) -> bool:
        """There is a set version, and nobody writes another one."""
        return self.huidige is not None and self.concept is None


def versies_van(sessie: Session, dossier_id: str) -> Sequence[Pip]:
    """The oldest first, with how they were signed, in as many questions for any number.

    A version that is looked at asks for its own sentences, and a signature for its scan: together
    they are a thousand rows and many megabytes, of which a screen shows one version.
    """
    return sessie.scalars(
        sa.select(Pip)
        .where(Pip.dossier_id == dossier_id)
        .order_by(Pip.versie, Pip.id)
        .options(selectinload(Pip.handtekeningen).defer(Piphandtekening.scan))
    ).all()


def pipdossier(sessie: Session, dossier_id: str) -> Pipdossier:
    """Reads it; signatures are loaded, sentences and part 2 are asked for when they are read."""
    wegingen = wegingen_van(sessie, dossier_id)
    return Pipdossier(versies_van(sessie, dossier_id), wegingen[0] if wegingen else None)


# --- versions


def begin(store: Store, dossier_id: str) -> str:
    """Version 1 as a draft, or the draft that is there. Raises NogNietMogelijk once it was set."""
    with store.work() as work:
        beeld = pipdossier(work.session, dossier_id)
        if beeld.concept is not None:
            return beeld.concept.id
        if beeld.versies:
            raise NogNietMogelijk("Er is al een vastgesteld plan. Maak een nieuwe versie.")
        letters = work.get(Dossier, dossier_id).alfabetisering
        pip = Pip.nieuw(
            dossier_id,
            beeld.weging,
            auteur_id=work.door,
            alfabetisering="" if letters is Alfabetisering.ONBEKEND else letters.value,
        )
        if (vanaf := _uitkering(work.session, dossier_id, store.vandaag())) is not None:
            pip.zet_deel2(vanaf, ontzorgen=False)
        work.voeg_toe(pip)
    return pip.id


def _uitkering(sessie: Session, dossier_id: str, dag: date) -> date | None:
    """First day of the benefit that runs, by the facts of the dossier."""
    return sessie.scalar(
        sa.select(sa.func.max(Termijnfeit.dag)).where(
            Termijnfeit.dossier_id == dossier_id,
            Termijnfeit.soort == Feitsoort.UITKERING,
            sa.or_(Termijnfeit.tot.is_(None), Termijnfeit.tot > dag),
        )
    )


def nieuwe_versie(store: Store, dossier_id: str, reden: Wijzigreden, toelichting: str) -> str:
    """A copy of the set version that can be changed. Raises NogNietMogelijk, RedenNodig."""
    with store.work() as work:
        beeld = pipdossier(work.session, dossier_id)
        if beeld.concept is not None:
            raise NogNietMogelijk("Er is al een concept. Werk daar verder in.")
        if beeld.huidige is None:
            raise NogNietMogelijk("Er is nog geen vastgesteld plan.")
        pip = beeld.huidige.volgende(reden, toelichting, auteur_id=work.door)
        weging = beeld.weging
        # The one that the set version rests on says no more of route and level than that does.
        if weging is not None and weging.is_vast and weging.id != pip.weging_id:
            pip.neem_weging_over(weging)
        work.voeg_toe(pip)
    return pip.id


def verwijder_concept(store: Store, pip_id: str) -> None:
    """The draft goes. Raises NogNietMogelijk for a set version."""
    with store.work() as work:
        pip = work.get(Pip, pip_id)
        pip.eis_open()
        work.verwijder(pip)


# --- what a draft says


def _doe(store: Store, pip_id: str, gebaar: Callable[[Pip], T]) -> T:
    with store.work() as work:
        return gebaar(work.get(Pip, pip_id))


def schrijf(store: Store, pip_id: str, veld: str, waarde: Any) -> None:
    """One field of `pipvelden.VELDEN`. Raises Invoerfout, NogNietMogelijk."""
    _doe(store, pip_id, lambda p: p.zet(veld, waarde))


def zet_route(store: Store, pip_id: str, route: Leerroute | None, niveau: Niveau | None) -> None:
    """Route and level; the weighing gives them, this mends them."""
    _doe(store, pip_id, lambda p: p.zet_route(route, niveau))


def zet_wijziging(store: Store, pip_id: str, reden: Wijzigreden, toelichting: str) -> None:
    """Why there is this version. Raises RedenNodig, NogNietMogelijk."""
    with store.work() as work:
        pip = work.get(Pip, pip_id)
        pip.zet_wijziging(reden, toelichting, vorige=vorige_versie(work.session, pip))


def voeg_regel_toe(store: Store, pip_id: str, regel: Regel) -> str:
    """One sentence: typed, proposed, or one that `verwijder_regel` gave; its id."""
    return voeg_regels_toe(store, pip_id, [regel])[0]


def voeg_regels_toe(store: Store, pip_id: str, regels: Iterable[Regel]) -> list[str]:
    """Several at once, as one gesture."""
    with store.work() as work:
        pip = work.get(Pip, pip_id)
        return [
            pip.voeg_regel_toe(r, terug=_kwam_hieruit(work.session, pip_id, r)).id for r in regels
        ]


def _kwam_hieruit(sessie: Session, pip_id: str, regel: Regel) -> bool:
    """True for a sentence that was a row of this plan: it comes back as the same one."""
    eerste = sessie.scalar(
        sa.select(Wijziging.waarde)
        .where(
            Wijziging.entiteit == Pipregel.__tablename__,
            Wijziging.rij == regel.id,
            Wijziging.veld == "pip_id",
        )
        .limit(1)
    )
    return eerste == json.dumps(pip_id)


def wijzig_regel(store: Store, pip_id: str, regel_id: str, veld: str, waarde: Any) -> None:
    """One field of a sentence. Raises Invoerfout, NogNietMogelijk, LookupError."""
    _doe(store, pip_id, lambda p: p.wijzig_regel(regel_id, veld, waarde))


def verwijder_regel(store: Store, pip_id: str, regel_id: str) -> Regel:
    """Takes it out, and gives it: `voeg_regel_toe` puts it back."""
    return _doe(store, pip_id, lambda p: p.verwijder_regel(regel_id))


def verplaats(store: Store, pip_id: str, regel_id: str, naar: int) -> None:
    """To this place (from 0) under its heading."""
    _doe(store, pip_id, lambda p: p.verplaats(regel_id, naar))


def zet_week(store: Store, pip_id: str, week: Mapping[str, Bezigheid]) -> None:
    """The whole week grid."""
    _doe(store, pip_id, lambda p: p.zet_week(week))


def zet_cel(store: Store, pip_id: str, cel: str, bezigheid: Bezigheid | None) -> None:
    """One cell of it; None empties it."""
    _doe(store, pip_id, lambda p: p.zet_cel(cel, bezigheid))


def zet_deel2(store: Store, pip_id: str, vanaf: date | None, *, ontzorgen: bool = False) -> None:
    """There is a benefit, so there is a part 2."""
    _doe(store, pip_id, lambda p: p.zet_deel2(vanaf, ontzorgen=ontzorgen))


def geen_deel2(store: Store, pip_id: str) -> None:
    """No benefit: part 2 and its sentences go."""
    _doe(store, pip_id, lambda p: p.geen_deel2())


def zet_afschaling(store: Store, pip_id: str, veld: str, waarde: Any) -> None:
    """One of the facts that a lower level rests on. Raises Invoerfout, NogNietMogelijk."""

    def gebaar(pip: Pip) -> None:
        pip.eis_open()
        if pip.afschaling is None:
            pip.afschaling = Pipafschaling.nieuw(pip.id, pip.dossier_id)
        pip.afschaling.zet(veld, waarde)

    _doe(store, pip_id, gebaar)
