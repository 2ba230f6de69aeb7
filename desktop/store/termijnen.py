"""The dates of one dossier: its facts read from the tables, and facts written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import bronnen
from desktop.models import bewaren
from desktop.models.deeldatum import Deeldatum
from desktop.models.dossier import DoelgroepPeriode, Dossier
from desktop.models.intake import BredeIntake
from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipdelen import Pipdeel2
from desktop.models.pipinhoud import Data
from desktop.models.piptermijn import Piptermijn, piptermijn
from desktop.models.termijn import DAG, Regel
from desktop.models.termijnbeleid import Termijnbeleid, beleid_uit
from desktop.models.termijnen import Termijnen, bereken
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.termijnfeiten import (
    Duotermijn,
    Feiten,
    Pipversie,
    Uren,
    Verlenging,
    koppel_informatie,
)
from desktop.models.termijninvoer import Bekend, lees_duur, lees_feit
from desktop.models.tijdzone import kalenderdag
from desktop.models.wijziging import Wijziging
from desktop.models.zitting import Zitting
from desktop.store.klok import moment
from desktop.store.store import Store


@cache
def beleid() -> Termijnbeleid:
    """The lengths that come with the program."""
    bewaarbeleid = bewaren.beleid_uit(bronnen.toml("beleid", "bewaren.toml"))
    return beleid_uit(bronnen.toml("beleid", "termijnen.toml"), bewaarbeleid)


def nabij() -> int:
    """Days before a date from which it asks for attention."""
    return beleid()["nabij"].duur.dagen


def termijnen_van(sessie: Session, dossier_id: str, vandaag: date) -> Termijnen:
    """All dates of this dossier as they stand today."""
    feiten = _met_bewaren(sessie, feiten_van(sessie, dossier_id, vandaag), dossier_id)
    return Termijnen(bereken(feiten, beleid(), vandaag), vandaag, nabij())


def feiten_van(sessie: Session, dossier_id: str, vandaag: date) -> Feiten:
    """What the rules of the term look at, in one query for each table.

    Not until when the dossier is kept: that asks the whole journal of it, and no plan needs it.
    """
    dossier = sessie.get_one(Dossier, dossier_id)
    rijen = _rijen(sessie, dossier_id)
    feiten = _uit_dossier(sessie, dossier, vandaag)
    feiten = _met_pip(sessie, feiten, dossier_id, rijen)
    return _met_feiten(feiten, rijen)


_Rijen = Mapping[Feitsoort, Sequence[Termijnfeit]]


def _rijen(sessie: Session, dossier_id: str) -> _Rijen:
    """Facts by kind, the oldest first."""
    uit: dict[Feitsoort, list[Termijnfeit]] = defaultdict(list)
    for rij in sessie.scalars(
        sa.select(Termijnfeit)
        .where(Termijnfeit.dossier_id == dossier_id)
        .order_by(Termijnfeit.dag, Termijnfeit.op, Termijnfeit.id)
    ):
        uit[rij.soort].append(rij)
    return uit


def _uit_dossier(sessie: Session, dossier: Dossier, vandaag: date) -> Feiten:
    groep = sessie.scalars(
        sa.select(DoelgroepPeriode.indeling)
        .where(DoelgroepPeriode.dossier_id == dossier.id, DoelgroepPeriode.vanaf <= vandaag)
        .order_by(DoelgroepPeriode.vanaf.desc())
        .limit(1)
    ).first()
    gepland = sessie.scalar(
        sa.select(sa.func.min(Zitting.datum)).where(Zitting.dossier_id == dossier.id)
    )
    gevoerd = sessie.scalar(
        sa.select(sa.func.min(BredeIntake.gesloten_op)).where(BredeIntake.dossier_id == dossier.id)
    )
    return Feiten(
        kennisgeving=dossier.datum_kennisgeving,
        brp=dossier.datum_brp,
        intake_gepland=gepland,
        intake_gevoerd=gevoerd,
        indeling=groep,
        geboren=Deeldatum.van_iso(dossier.geboortedatum) if dossier.geboortedatum else None,
    )


def _met_pip(sessie: Session, feiten: Feiten, dossier_id: str, rijen: _Rijen) -> Feiten:
    """Set versions, and what the last of them says of route, hours and benefit."""
    vast = sessie.execute(
        sa.select(
            Pip.versie,
            Pip.dagtekening,
            Pip.bekendmaking,
            Pip.leerroute,
            Pip.niveau,
            Pip.lesuren_per_week,
            Pip.participatie_uren_per_week,
            Pipdeel2.uitkering_vanaf,
            Pipdeel2.ontzorgen,
        )
        .outerjoin(Pipdeel2, Pipdeel2.pip_id == Pip.id)
        .where(Pip.dossier_id == dossier_id, Pip.status == Pipstatus.VASTGESTELD)
        .order_by(Pip.versie)
    ).all()
    bekend = {rij.waarde: rij.dag for rij in rijen.get(Feitsoort.BEKENDMAKING, ())}
    versies = tuple(
        Pipversie(p.versie, p.dagtekening, bekend.get(str(p.versie), p.bekendmaking))
        for p in vast
        if p.dagtekening is not None
    )
    if not vast:
        return feiten
    laatste = vast[-1]
    return replace(
        feiten,
        versies=versies,
        leerroute=laatste.leerroute,
        niveau=laatste.niveau,
        uitkering=laatste.uitkering_vanaf,
        ontzorgen=laatste.ontzorgen,
        lesuren=_uren(rijen, Feitsoort.UREN, laatste.lesuren_per_week),
        participatie=_uren(rijen, Feitsoort.UREN_PARTICIPATIE, laatste.participatie_uren_per_week),
    )


def _uren(rijen: _Rijen, soort: Feitsoort, per_week: int | None) -> Uren | None:
    tellingen = rijen.get(soort, ())
    if not tellingen or not tellingen[-1].waarde.isdecimal():
        return None
    laatste = tellingen[-1]
    return Uren(laatste.dag, int(laatste.waarde), per_week or 0)


def _met_feiten(feiten: Feiten, rijen: _Rijen) -> Feiten:
    def laatste(soort: Feitsoort) -> date | None:
        gevonden = rijen.get(soort, ())
        return gevonden[-1].dag if gevonden else None

    duo = max(rijen.get(Feitsoort.DUO_TERMIJN, ()), key=lambda r: (r.op, r.dag), default=None)
    return replace(
        feiten,
        ss139=laatste(Feitsoort.SS139_START),
        informatie=koppel_informatie(
            (r.dag for r in rijen.get(Feitsoort.INFO_GEVRAAGD, ())),
            [r.dag for r in rijen.get(Feitsoort.INFO_ONTVANGEN, ())],
        ),
        uitkering=_uitkering(rijen, feiten.uitkering),
        duo=Duotermijn(duo.dag, duo.tot, duo.op) if duo is not None and duo.tot else None,
        verlengingen=tuple(
            Verlenging(r.dag, r.tot, lees_duur(r.waarde), r.op)
            for r in rijen.get(Feitsoort.VERLENGING, ())
        ),
        map_klaar=laatste(Feitsoort.MAP_KLAAR),
        pvt_klaar=laatste(Feitsoort.PVT_KLAAR),
        route_klaar=laatste(Feitsoort.ROUTE_KLAAR),
    )


def _uitkering(rijen: _Rijen, van_plan: date | None) -> date | None:
    """First day of the benefit; written down by hand it is newer than what the plan says.

    One that ended before ontzorgen was over leaves nothing to pay from.
    """
    geschreven = rijen.get(Feitsoort.UITKERING, ())
    if not geschreven:
        return van_plan
    feit = geschreven[-1]
    te_kort = feit.tot is not None and feit.tot < beleid()["ontzorgen"].duur.na(feit.dag)
    return None if te_kort else feit.dag


def _met_bewaren(sessie: Session, feiten: Feiten, dossier_id: str) -> Feiten:
    """The last change in the dossier; looking at it does not count (domain.md 7.3).

    As `store/bewaren.py` counts; a made-up client is kept for no time at all.
    """
    klok = sessie.scalar(
        sa.select(sa.func.max(Wijziging.klok)).where(
            Wijziging.dossier == dossier_id,
            Wijziging.stroom.not_like("%:spoor"),
            Wijziging.stroom.not_like("%:toegang"),
            Wijziging.stroom.not_like("%:oefening"),
        )
    )
    if klok is None:
        return feiten
    return replace(feiten, bewaren_vanaf=kalenderdag(moment(klok)))


def piptermijnen(
    sessie: Session, dossiers: Collection[Dossier], regels: Termijnbeleid
) -> Mapping[str, Piptermijn | None]:
    """Until when the PIP of each of these can be made, in one query for all."""
    soorten = (Feitsoort.SS139_START, Feitsoort.INFO_GEVRAAGD, Feitsoort.INFO_ONTVANGEN)
    dagen: dict[tuple[str, Feitsoort], list[date]] = defaultdict(list)
    # Not by id: these facts are few, and the ids can be more than a statement takes.
    for id_, soort, dag in sessie.execute(
        sa.select(Termijnfeit.dossier_id, Termijnfeit.soort, Termijnfeit.dag)
        .where(Termijnfeit.soort.in_(soorten))
        .order_by(Termijnfeit.dag)
    ):
        dagen[id_, soort].append(dag)
    return {
        d.id: piptermijn(
            d.datum_kennisgeving,
            d.datum_brp,
            regels,
            ss139=max(dagen.get((d.id, Feitsoort.SS139_START), ()), default=None),
            informatie=koppel_informatie(
                dagen.get((d.id, Feitsoort.INFO_GEVRAAGD), ()),
                dagen.get((d.id, Feitsoort.INFO_ONTVANGEN), ()),
            ),
        )
        for d in dossiers
    }


def termijnen_met(
    dagtekening: date, bekendmaking: date | None, feiten: Feiten, versie: int
) -> Termijnen:
    """All dates as they are once this version of the PIP is dated so."""
    eigen = Pipversie(versie, dagtekening, bekendmaking)
    ander = tuple(v for v in feiten.versies if v.versie != versie)
    erbij = replace(feiten, versies=tuple(sorted((*ander, eigen), key=lambda v: v.versie)))
    return Termijnen(bereken(erbij, beleid(), dagtekening), dagtekening, 0)


def data_van(
    dagtekening: date | None, bekendmaking: date | None, feiten: Feiten, versie: int
) -> Data:
    """The dates that a version of the PIP prints, when it is dated so (`Pipinhoud.data`).

    The first version fixes the term; a later one repeats it.
    """
    if dagtekening is None:
        return Data(bekendmaking=bekendmaking)
    alle = termijnen_met(dagtekening, bekendmaking, feiten, versie)
    bezwaar, loop = alle.van(Regel.D4, versie), alle.van(Regel.D5)
    wissel, streef = alle.van(Regel.D6), alle.van(Regel.D7A)
    return Data(
        dagtekening=dagtekening,
        bekendmaking=bekendmaking,
        bezwaar_tot_en_met=bezwaar.wettelijk if bezwaar is not None else None,
        termijn_start=loop.start if loop is not None else None,
        termijn_einde=loop.einde if loop is not None else None,
        voorlopig=loop is None or loop.voorlopig,
        wisselen_tot_en_met=wissel.wettelijk if wissel is not None else None,
        map_streefdag=streef.wettelijk if streef is not None else None,
    )


@dataclass(frozen=True)
class Feitregel:
    """A fact that somebody wrote down. `laatste_dag` is inclusive, as a person writes it."""

    id: str
    soort: Feitsoort
    dag: date
    laatste_dag: date | None
    waarde: str
    notitie: str


def feitregels(sessie: Session, dossier_id: str) -> list[Feitregel]:
    """What was written down for this dossier, the newest day first."""
    rijen: Iterable[Termijnfeit] = sessie.scalars(
        sa.select(Termijnfeit)
        .where(Termijnfeit.dossier_id == dossier_id)
        .order_by(Termijnfeit.dag.desc(), Termijnfeit.id)
    )
    return [
        Feitregel(r.id, r.soort, r.dag, r.tot - DAG if r.tot else None, r.waarde, r.notitie)
        for r in rijen
    ]


def leg_vast(store: Store, dossier_id: str, soort: Feitsoort, velden: Mapping[str, str]) -> str:
    """Writes a fact down. Raises Invoerfouten."""
    vandaag = store.vandaag()
    with store.work() as work:
        feiten = feiten_van(work.session, dossier_id, vandaag)
        bekend = Bekend(feiten, beleid(), vandaag)
        feit = lees_feit(dossier_id, soort, velden, bekend, door=store.gebruiker_id)
        work.voeg_toe(feit)
        return feit.id


def verwijder(store: Store, feit_id: str) -> None:
    """Takes a wrong fact away; the journal keeps that it was there."""
    with store.work() as work:
        work.verwijder(work.get(Termijnfeit, feit_id))
