"""Whom to invite to the leerbaarheidstoets, or to remind of it, as plain values."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, Medewerker
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetsrooster import Rooster
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.models.toetsstatus import IN_SESSIE, Toetsstatus
from desktop.models.wijziging import Wijziging
from desktop.store.toetskandidaten import Kandidaatregel, kandidaatregels, op_id
from desktop.store.toetsrooster import inrichting


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
    """Who still has to come in this period, by day and time: to invite, or to remind.

    Not who is at the test or has been, nor who said already that they cannot come.
    `talen`: tags that there are texts in.
    """
    regels = kandidaatregels(
        sessie,
        sa.and_(
            Toetssessie.datum.between(van, tot),
            Toetssessie.status == Sessiestatus.GEPLAND,
            Kandidaat.status.in_(IN_SESSIE),
            Kandidaat.begonnen_op.is_(None),
        ),
    )
    return _uitnodigingen(sessie, [(r, r.kandidaat.sessie_id or "") for r in regels], talen)


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
    waar = [(wie, plek.get(id_, "")) for id_, wie in kandidaten.items()]
    return [u for u in _uitnodigingen(sessie, waar, talen) if u.afspraak.datum >= vandaag]


def _uitnodigingen(
    sessie: Session, waar: Collection[tuple[Kandidaatregel, str]], talen: Collection[str]
) -> list[Uitnodiging]:
    """By day and time; `waar`: the sitting of each. All that they need is read at once."""
    sessies = op_id(sessie, Toetssessie, {sessie_id for _wie, sessie_id in waar})
    dossiers = op_id(sessie, Dossier, {wie.dossier_id for wie, _sessie_id in waar})
    huis = inrichting(sessie)
    leiders = {b.medewerker_id for b in huis.begeleiders.values() if b.medewerker_id}
    collegas = {
        id_: Collega(m.naam, m.email)
        for id_, m in op_id(sessie, Medewerker, leiders).items()
        if m.email
    }
    afspraken = {id_: _afspraak(s, huis, collegas) for id_, s in sessies.items()}
    uit = [
        _uitnodiging(wie, dossiers[wie.dossier_id], afspraken[sessie_id], talen)
        for wie, sessie_id in waar
        if sessie_id in afspraken
    ]
    return sorted(uit, key=lambda u: (u.afspraak.datum, u.afspraak.begin, u.afspraak.uid))


def _afspraak(s: Toetssessie, huis: Rooster, collegas: Mapping[str, Collega]) -> Afspraak:
    ruimte, wie = huis.ruimten.get(s.ruimte_id), huis.begeleiders.get(s.begeleider_id)
    plaats = Plaats()
    if ruimte is not None:
        plaats = Plaats(ruimte.locatie, ruimte.adres, ruimte.naam, ruimte.stadhuis)
    return Afspraak(
        uid=s.uid,
        volgnummer=s.volgnummer,
        datum=s.datum,
        begin=time.fromisoformat(s.begin),
        einde=time.fromisoformat(s.einde),
        plekken=huis.plekken(s.gegevens),
        plaats=plaats,
        begeleider=wie.naam if wie else "",
        collega=collegas.get(wie.medewerker_id or "") if wie else None,
    )


def _uitnodiging(
    wie: Kandidaatregel, dossier: Dossier, afspraak: Afspraak, talen: Collection[str]
) -> Uitnodiging:
    kandidaat = wie.kandidaat
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
