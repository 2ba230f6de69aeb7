"""Access to dossiers: who may see one and why, and who can be given it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from desktop.models.dossier import Dossier, Medewerker, Rol
from desktop.models.tijdzone import kalenderdag
from desktop.models.toegang import (
    DEELBAAR_MET,
    OVERDRAAGBAAR_AAN,
    Deling,
    Grond,
    Noodtoegang,
    Toegangsbeleid,
    Vervanging,
)
from desktop.models.toets import Kandidaat
from desktop.models.toetsmiddelen import Toetsbegeleider
from desktop.models.toetssessie import Toetssessie
from desktop.models.wijziging import Wijziging
from desktop.store.klok import moment
from desktop.store.uitwisseling import thuis


@dataclass(frozen=True)
class Toegangsregel:
    """One reason why somebody may see a dossier. `rij`: the sharing, so that it can be taken back.

    `wie` is empty for all leidinggevenden together; `voor`: for whom somebody stands in.
    """

    grond: Grond
    wie: str = ""
    rol: Rol | None = None
    tot: date | None = None
    reden: str = ""
    voor: str = ""
    rij: str = ""


@dataclass(frozen=True)
class Collega:
    """Somebody to choose."""

    id: str
    naam: str
    rol: Rol


@dataclass(frozen=True)
class Vervangingsregel:
    """An absence that runs or is planned."""

    id: str
    afwezige_id: str
    afwezige: str
    vervanger: str
    vanaf: date
    tot: date
    bezig: bool


@dataclass(frozen=True)
class Caseloadregel:
    """A dossier to hand over."""

    id: str
    naam: str
    nummer: str


def wie_ziet(
    sessie: Session, dossier_id: str, beleid: Toegangsbeleid, *, vandaag: date
) -> list[Toegangsregel]:
    """Everybody who may see this dossier today, its klantmanager first; empty when it is gone."""
    dossier = sessie.get(Dossier, dossier_id)
    if dossier is None:
        return []
    km = dossier.klantmanager
    delingen = [
        (deling, wie)
        for deling, wie in sessie.execute(
            sa.select(Deling, Medewerker)
            .join(Medewerker, Medewerker.id == Deling.medewerker_id)
            .where(Deling.dossier_id == dossier_id, Deling.medewerker_id != km.id)
            .order_by(Medewerker.naam)
        )
        if deling.geldt_op(vandaag)
    ]
    gedeeld = {wie.id for _deling, wie in delingen}
    uit = [Toegangsregel(Grond.KLANTMANAGER, km.naam, km.rol)]
    uit += _maker(sessie, dossier_id, beleid, vandaag, behalve={km.id, *gedeeld})
    uit += _vervangers(sessie, {km.id, *gedeeld}, vandaag)
    uit += [
        Toegangsregel(Grond.GEDEELD, wie.naam, wie.rol, d.tot, d.reden, rij=d.id)
        for d, wie in delingen
    ]
    uit += _toetsbegeleiders(sessie, dossier_id, beleid, vandaag)
    uit += [
        Toegangsregel(Grond.NOOD, wie.naam, wie.rol, nood.tot, nood.reden)
        for nood, wie in sessie.execute(
            sa.select(Noodtoegang, Medewerker)
            .join(Medewerker, Medewerker.id == Noodtoegang.medewerker_id)
            .where(Noodtoegang.dossier_id == dossier_id, Noodtoegang.tot >= vandaag)
            .order_by(Noodtoegang.tot.desc(), Medewerker.naam)
        )
    ]
    return [*uit, Toegangsregel(Grond.LEIDINGGEVENDE)]


def _maker(
    sessie: Session,
    dossier_id: str,
    beleid: Toegangsbeleid,
    vandaag: date,
    *,
    behalve: Collection[str],
) -> Iterable[Toegangsregel]:
    eerste = sessie.execute(
        sa.select(Wijziging.auteur, Wijziging.klok)
        .where(Wijziging.entiteit == "dossier", Wijziging.rij == dossier_id)
        .order_by(Wijziging.klok, Wijziging.apparaat)
        .limit(1)
    ).first()
    if eerste is None or eerste.auteur is None or eerste.auteur in behalve:
        return
    wie = sessie.get(Medewerker, eerste.auteur)
    tot = beleid.maker_tot(kalenderdag(moment(eerste.klok)))
    if wie is not None and wie.rol is Rol.KLANTMANAGER and vandaag <= tot:
        yield Toegangsregel(Grond.MAKER, wie.naam, wie.rol, tot)


def _toetsbegeleiders(
    sessie: Session, dossier_id: str, beleid: Toegangsbeleid, vandaag: date
) -> Iterable[Toegangsregel]:
    """Who leads a sitting of this client, until some days after it; else who is to plan it."""
    tot: dict[str, date | None] = {}
    for kandidaat in sessie.scalars(sa.select(Kandidaat).where(Kandidaat.dossier_id == dossier_id)):
        bij = sessie.get(Toetssessie, kandidaat.sessie_id) if kandidaat.sessie_id else None
        if bij is not None:
            einde = beleid.toets_tot(bij.datum)
            tot[bij.begeleider_id] = max(einde, tot.get(bij.begeleider_id) or einde)
        elif kandidaat.begeleider_id is not None:
            tot.setdefault(kandidaat.begeleider_id, None)
    rijen = sessie.execute(
        sa.select(Toetsbegeleider.id, Medewerker)
        .join(Medewerker, Medewerker.id == Toetsbegeleider.medewerker_id)
        .where(Toetsbegeleider.id.in_(tot), Medewerker.rol == Rol.TOETSBEGELEIDER)
        .order_by(Medewerker.naam)
    )
    for id_, wie in rijen:
        laatste = tot[id_]
        if laatste is None or vandaag <= laatste:
            yield Toegangsregel(Grond.TOETS, wie.naam, wie.rol, laatste)


def _vervangers(
    sessie: Session, afwezigen: Collection[str], vandaag: date
) -> Iterable[Toegangsregel]:
    afwezige, vervanger = aliased(Medewerker), aliased(Medewerker)
    vraag = (
        sa.select(Vervanging, afwezige.naam, vervanger)
        .join(afwezige, afwezige.id == Vervanging.afwezige_id)
        .join(vervanger, vervanger.id == Vervanging.vervanger_id)
        .where(Vervanging.afwezige_id.in_(afwezigen))
        .order_by(vervanger.naam)
    )
    for rij, voor, wie in sessie.execute(vraag):
        if rij.geldt_op(vandaag):
            yield Toegangsregel(Grond.VERVANGING, wie.naam, wie.rol, rij.tot, voor=voor)


def vervangt(sessie: Session, wie: str, *, vandaag: date) -> frozenset[str]:
    """For whom somebody stands in today."""
    rijen = sessie.scalars(sa.select(Vervanging).where(Vervanging.vervanger_id == wie))
    return frozenset(rij.afwezige_id for rij in rijen if rij.geldt_op(vandaag))


def vervangingen(
    sessie: Session, *, vandaag: date, van: str | None = None
) -> list[Vervangingsregel]:
    """Absences that run or are planned, the first one first; `van`: with this colleague only."""
    afwezige, vervanger = aliased(Medewerker), aliased(Medewerker)
    vraag = (
        sa.select(Vervanging, afwezige.naam, vervanger.naam)
        .join(afwezige, afwezige.id == Vervanging.afwezige_id)
        .join(vervanger, vervanger.id == Vervanging.vervanger_id)
        .where(Vervanging.tot >= vandaag, Vervanging.tot >= Vervanging.vanaf)
        .order_by(Vervanging.vanaf, afwezige.naam)
    )
    if van is not None:
        vraag = vraag.where(sa.or_(Vervanging.afwezige_id == van, Vervanging.vervanger_id == van))
    return [
        Vervangingsregel(
            rij.id,
            rij.afwezige_id,
            weg,
            invaller,
            rij.vanaf,
            rij.tot,
            rij.geldt_op(vandaag),
        )
        for rij, weg, invaller in sessie.execute(vraag)
    ]


def deelbaar_met(sessie: Session, dossier_id: str) -> list[Collega]:
    """Colleagues and partners that a dossier can be shared with."""
    dossier = sessie.get_one(Dossier, dossier_id)
    return _collegas(
        sessie, dossier.klantmanager.gemeente, DEELBAAR_MET, behalve={dossier.klantmanager_id}
    )


def overdraagbaar_aan(sessie: Session, van: str) -> list[Collega]:
    """Who can become the klantmanager of somebody's dossiers."""
    gemeente = sessie.get_one(Medewerker, van).gemeente
    return _collegas(sessie, gemeente, OVERDRAAGBAAR_AAN, behalve={van})


def vervangers_voor(sessie: Session, afwezige: str) -> list[Collega]:
    """Who can stand in for somebody: a klantmanager of the same gemeente."""
    gemeente = sessie.get_one(Medewerker, afwezige).gemeente
    return _collegas(sessie, gemeente, (Rol.KLANTMANAGER,), behalve={afwezige})


def met_caseload(sessie: Session, gemeente: str) -> list[Collega]:
    """Who may have dossiers in a gemeente."""
    return _collegas(sessie, gemeente, OVERDRAAGBAAR_AAN, behalve=())


def _collegas(
    sessie: Session, gemeente: str, rollen: Sequence[Rol], *, behalve: Collection[str]
) -> list[Collega]:
    vraag = (
        sa.select(Medewerker)
        .where(
            Medewerker.gemeente == gemeente,
            Medewerker.rol.in_(rollen),
            Medewerker.id.not_in(behalve),
        )
        .order_by(Medewerker.naam)
    )
    return [Collega(wie.id, wie.naam, wie.rol) for wie in sessie.scalars(vraag)]


def caseload(sessie: Session, klantmanager: str) -> list[Caseloadregel]:
    """All dossiers of one klantmanager, by name; made-up ones are nobody's to hand over."""
    vraag = (
        sa.select(Dossier.id, Dossier.voornamen, Dossier.achternaam, Dossier.nummer)
        .where(Dossier.klantmanager_id == klantmanager, Dossier.oefening.is_(False))
        .order_by(Dossier.sorteernaam, Dossier.id)
    )
    return [
        Caseloadregel(r.id, " ".join(d for d in (r.voornamen, r.achternaam) if d), r.nummer)
        for r in sessie.execute(vraag)
    ]


def gemeente_van(sessie: Session, dossier_id: str) -> str:
    """The gemeente whose stream a dossier is kept in; empty when nothing of it is here."""
    return thuis(sessie.connection(), [dossier_id]).get(dossier_id, "")


def dossier_met(sessie: Session, nummer: str) -> str | None:
    """The dossier on this laptop with this dossier number, V-nummer or BSN."""
    return sessie.scalar(
        sa.select(Dossier.id)
        .where(
            sa.or_(Dossier.nummer == nummer, Dossier.v_nummer == nummer, Dossier.bsn == nummer),
            Dossier.oefening.is_(False),
        )
        .limit(1)
    )
