"""Reads what the rules weigh: the sittings that stand, what they need, and whom to plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.toets import Kandidaat
from desktop.models.toetsbeleid import Toetsbeleid
from desktop.models.toetsmiddelen import Toetsbegeleider
from desktop.models.toetsrooster import (
    Apparaat,
    Begeleider,
    Boeking,
    Opening,
    Rooster,
    Ruimte,
    Toetsklant,
)
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.models.toetsuitslag import Toetsoverslag, Toetsuitslag
from desktop.models.zitting import Zitting
from desktop.store.termijnen import piptermijnen
from desktop.store.toetsmiddelen import middelen


def inrichting(sessie: Session) -> Rooster:
    """Places, people and devices as the rules see them; no sitting."""
    alles = middelen(sessie)
    plekken = {locatie.id: locatie for locatie in alles.locaties}
    return Rooster(
        ruimten={
            r.id: Ruimte(r.id, r.naam, r.plekken, plek.id, plek.naam, plek.stadhuis, plek.adres)
            for r in alles.ruimten
            if (plek := plekken.get(r.locatie_id)) is not None
        },
        begeleiders={b.id: begeleider_van(b) for b in alles.begeleiders},
        apparaten={a.id: Apparaat(a.id, a.naam, a.soort, a.kapot) for a in alles.apparaten},
        openingen=tuple(Opening(o.locatie_id, o.weekdag, o.van, o.tot) for o in alles.openingen),
        sluitingen=tuple(s.dicht for s in alles.sluitingen),
    )


def rooster(
    sessie: Session,
    van: date | None = None,
    tot: date | None = None,
    *,
    erbij: Collection[str] = (),
) -> Rooster:
    """All that stands from `van` until and with `tot`, and the sittings of `erbij`.

    What is called off does not stand.
    """
    vraag = sa.select(Toetssessie).where(Toetssessie.status != Sessiestatus.AFGEZEGD)
    periode = sa.and_(
        Toetssessie.datum >= van if van else sa.true(),
        Toetssessie.datum <= tot if tot else sa.true(),
    )
    vraag = vraag.where(sa.or_(periode, Toetssessie.id.in_(erbij)) if erbij else periode)
    sessies = list(sessie.scalars(vraag.order_by(Toetssessie.datum, Toetssessie.begin)))
    namen = _namen(sessie, [s.id for s in sessies])
    return replace(inrichting(sessie), boekingen=tuple(boeking(s, namen) for s in sessies))


def begeleider_van(rij: Toetsbegeleider) -> Begeleider:
    """A toetsbegeleider as the rules see one."""
    return Begeleider(
        rij.id,
        rij.naam,
        rij.certificaat_op,
        rij.certificaat_tot,
        rij.duo_toestemming_op,
        rij.duo_toestemming_tot,
        rij.organisatie,
        rij.medewerker_id,
    )


def boeking(sessie: Toetssessie, namen: Mapping[str, str] | None = None) -> Boeking:
    """A sitting as the rules see it."""
    bezet = frozenset(sessie.bezet)
    bekend = {k: naam for k in bezet if (naam := (namen or {}).get(k))}
    return Boeking(sessie.id, sessie.gegevens, bezet, bekend)


def _namen(sessie: Session, sessies: list[str]) -> dict[str, str]:
    rijen = sessie.execute(
        sa.select(Kandidaat.id, Dossier.voornamen, Dossier.achternaam)
        .join(Dossier, Dossier.id == Kandidaat.dossier_id)
        .where(Kandidaat.sessie_id.in_(sessies))
    )
    return {id_: " ".join(d for d in namen if d) for id_, *namen in rijen}


def toetsklanten(
    sessie: Session, kandidaten: Collection[str], beleid: Toetsbeleid
) -> dict[str, Toetsklant]:
    """Candidates as the rules see them, by their own id."""
    rijen = sessie.execute(
        sa.select(Kandidaat, Dossier)
        .join(Dossier, Dossier.id == Kandidaat.dossier_id)
        .where(Kandidaat.id.in_(kandidaten))
    ).all()
    dossiers = {dossier.id for _k, dossier in rijen}
    vrij = set(_van(sessie, Toetsoverslag, dossiers))
    klaar = set(
        sessie.scalars(
            sa.select(Toetsuitslag.kandidaat_id).where(
                Toetsuitslag.dossier_id.in_(dossiers), Toetsuitslag.geldig
            )
        )
    )
    gesprekken: dict[str, list[tuple[date, str]]] = {}
    for id_, dag, tijd in sessie.execute(
        sa.select(Zitting.dossier_id, Zitting.datum, Zitting.tijd).where(
            Zitting.dossier_id.in_(dossiers), Zitting.tijd != ""
        )
    ):
        gesprekken.setdefault(id_, []).append((dag, tijd))
    uit = {}
    termijnen = piptermijnen(sessie, [d for _k, d in rijen], beleid.termijnen)
    for kandidaat, dossier in rijen:
        termijn = termijnen[dossier.id]
        uit[kandidaat.id] = Toetsklant(
            kandidaat_id=kandidaat.id,
            naam=dossier.naam,
            pip_uiterlijk=termijn.uiterlijk if termijn else None,
            piptermijn=termijn,
            vrijgesteld=dossier.id in vrij,
            heeft_uitslag=kandidaat.id in klaar,
            tolk_taal=kandidaat.aanpassingen.tolktaal(dossier.spreektaal),
            uitlegtaal=kandidaat.uitlegtaal or dossier.spreektaal,
            gesprekken=tuple(gesprekken.get(dossier.id, ())),
        )
    return uit


def _van(sessie: Session, klasse: type[Toetsoverslag], dossiers: Collection[str]) -> list[str]:
    return list(sessie.scalars(sa.select(klasse.dossier_id).where(klasse.dossier_id.in_(dossiers))))
