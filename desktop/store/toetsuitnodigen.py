"""Whom to invite to the leerbaarheidstoets, or to remind of it, as plain values."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, Medewerker
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetsrooster import Begeleider
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.models.toetsstatus import IN_SESSIE, Toetsstatus
from desktop.models.wijziging import Wijziging
from desktop.store.toetsen import (
    Kandidaatregel,
    Sessiebeeld,
    herinneringen,
    kandidaatregels,
    sessie_met_kandidaten,
    sessies,
)
from desktop.store.toetsmiddelen import middelen


@dataclass(frozen=True)
class Collega:
    """A colleague with an address."""

    naam: str
    email: str


@dataclass(frozen=True)
class Plaats:
    """Where a sitting is. `stadhuis`: in the town hall, where a client expects it."""

    naam: str = ""
    adres: str = ""
    zaal: str = ""
    stadhuis: bool = True


@dataclass(frozen=True)
class Afspraak:
    """The sitting of somebody. `uid` and `volgnummer` are of the appointment in a calendar."""

    uid: str
    volgnummer: int
    datum: date
    begin: time
    einde: time
    plekken: int
    plaats: Plaats
    begeleider: str
    collega: Collega | None
    """The toetsbegeleider, where that is a colleague with an address."""


@dataclass(frozen=True)
class Uitnodiging:
    """One person with a place. `nodig`: still to invite, or anew."""

    kandidaat_id: str
    naam: str
    nummer: str
    telefoon: str
    adres: str
    gemeente: str
    taal: str
    """Tag of the language to write in."""
    nodig: bool
    opnieuw: bool
    examennummer: str
    aanpassingen: Aanpassingen
    afspraak: Afspraak


def komende(sessie: Session, van: date, tot: date, talen: Collection[str]) -> list[Uitnodiging]:
    """Everybody with a place in this period, by day and time.

    `talen`: tags that there are texts in.
    """
    adressen = {plek.id: plek.adres for plek in middelen(sessie).locaties}
    uit = []
    for regel in sessies(sessie, van, tot):
        if not regel.bezet:
            continue
        beeld = sessie_met_kandidaten(sessie, regel.id)
        if beeld is not None:
            afspraak = _afspraak(sessie, beeld, adressen)
            uit += [_uitnodiging(sessie, wie, afspraak, talen) for wie in beeld.kandidaten]
    return uit


def te_herinneren(sessie: Session, dag: date, talen: Collection[str]) -> list[Uitnodiging]:
    """Whom to remind of this day."""
    over = {h.kandidaat.kandidaat.id for h in herinneringen(sessie, dag)}
    return [u for u in komende(sessie, dag, dag, talen) if u.kandidaat_id in over]


def te_melden(sessie: Session, vandaag: date, talen: Collection[str]) -> list[Uitnodiging]:
    """Who was invited to a sitting that does not go on for them, and has no other place yet.

    Where they had a place is read from the journal: the candidate itself is free again.
    """
    kandidaten = {
        r.kandidaat.id: r
        for r in kandidaatregels(
            sessie,
            sa.and_(
                Kandidaat.uitgenodigd_op.is_not(None),
                sa.or_(
                    Kandidaat.status == Toetsstatus.AANGEMELD,
                    # Called off on a laptop that did not have this dossier.
                    sa.and_(
                        Kandidaat.status.in_(IN_SESSIE),
                        Toetssessie.status == Sessiestatus.AFGEZEGD,
                    ),
                ),
            ),
        )
    }
    plek: dict[str, str] = {}
    for rij, waarde in sessie.execute(
        sa.select(Wijziging.rij, Wijziging.waarde)
        .where(
            Wijziging.entiteit == Kandidaat.__tablename__,
            Wijziging.rij.in_(kandidaten),
            Wijziging.veld == "sessie_id",
            Wijziging.waarde.is_not(None),
            Wijziging.waarde != "null",
        )
        .order_by(Wijziging.klok, Wijziging.apparaat, Wijziging.volgnummer)
    ):
        plek[rij] = json.loads(waarde or "null")
    adressen = {locatie.id: locatie.adres for locatie in middelen(sessie).locaties}
    uit = []
    for id_, wie in kandidaten.items():
        beeld = sessie_met_kandidaten(sessie, plek.get(id_, ""))
        if beeld is not None and beeld.sessie.datum >= vandaag:
            afspraak = _afspraak(sessie, beeld, adressen)
            uit.append(_uitnodiging(sessie, wie, afspraak, talen))
    return sorted(uit, key=lambda u: (u.afspraak.datum, u.afspraak.begin, u.naam))


def _afspraak(sessie: Session, beeld: Sessiebeeld, adressen: dict[str, str]) -> Afspraak:
    s, ruimte = beeld.sessie, beeld.ruimte
    plaats = Plaats()
    if ruimte is not None:
        adres = adressen.get(ruimte.locatie_id, "")
        plaats = Plaats(ruimte.locatie, adres, ruimte.naam, ruimte.stadhuis)
    return Afspraak(
        uid=s.uid,
        volgnummer=s.volgnummer,
        datum=s.datum,
        begin=time.fromisoformat(s.begin),
        einde=time.fromisoformat(s.einde),
        plekken=beeld.plekken,
        plaats=plaats,
        begeleider=beeld.begeleider.naam if beeld.begeleider else "",
        collega=_collega(sessie, beeld.begeleider),
    )


def _uitnodiging(
    sessie: Session, wie: Kandidaatregel, afspraak: Afspraak, talen: Collection[str]
) -> Uitnodiging:
    dossier, kandidaat = sessie.get_one(Dossier, wie.dossier_id), wie.kandidaat
    voorkeur = (dossier.leestaal, kandidaat.uitlegtaal, dossier.spreektaal)
    return Uitnodiging(
        kandidaat_id=kandidaat.id,
        naam=wie.naam,
        nummer=wie.nummer,
        telefoon=wie.telefoon or "",
        adres=dossier.adres or "",
        gemeente=dossier.gemeente,
        taal=next((tag for tag in voorkeur if tag and tag in talen), "nl"),
        nodig=kandidaat.uitgenodigd_op is None or wie.opnieuw_uitnodigen,
        opnieuw=wie.opnieuw_uitnodigen,
        examennummer=kandidaat.examennummer,
        aanpassingen=kandidaat.aanpassingen,
        afspraak=afspraak,
    )


def _collega(sessie: Session, begeleider: Begeleider | None) -> Collega | None:
    if begeleider is None or not begeleider.medewerker_id:
        return None
    collega = sessie.get(Medewerker, begeleider.medewerker_id)
    return Collega(collega.naam, collega.email) if collega and collega.email else None
