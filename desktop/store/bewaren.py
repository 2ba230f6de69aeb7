"""What may go from this store, and erasing it on a laptop that works by itself.

The rules are in `models/bewaren.py`; with a centre it is the centre that erases,
and the laptop follows its tombstones (`ruimen.wis_dossier`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import bronnen
from desktop.models.antwoord import Notitie, Notitiesoort
from desktop.models.bewaren import (
    Anker,
    Bewaarbeleid,
    Deel,
    Deelfeiten,
    Dossierfeiten,
    Onderdeel,
    Verlopen,
    beleid_uit,
    controleer_grond,
    verlopen,
)
from desktop.models.dossier import Dossier
from desktop.models.intake import BredeIntake
from desktop.models.pip import Pip, Pipstatus
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.termijnfeiten import Pipversie
from desktop.models.termijnpip import bezwaar
from desktop.models.tijdzone import kalenderdag
from desktop.models.verzoek import Verzoek
from desktop.models.zitting import Zitting
from desktop.store import ruimen, termijnen
from desktop.store.klok import moment
from desktop.store.store import Store
from desktop.store.toetsbewaren import planning_na_uitslag
from desktop.store.uitwisseling import thuis

ANKER = "bewaren.anker"
GROND = "gewist.grond:"
TOLKVELDEN = ("tolk_bureau", "tolk_wbtv")

_LAATSTE_HANDELING = """
SELECT dossier, max(klok) FROM wijziging
WHERE dossier IS NOT NULL AND stroom NOT LIKE '%:spoor' AND stroom NOT LIKE '%:toegang'
  AND stroom NOT LIKE '%:oefening'
GROUP BY dossier
"""


def beleid(store: Store) -> Bewaarbeleid:
    """The terms, with the beginning that was chosen on this laptop if there was one."""
    basis = beleid_uit(bronnen.toml("beleid", "bewaren.toml"))
    gekozen = store.lokaal(ANKER)
    return basis if gekozen is None else basis.met_anker(Anker(gekozen))


def kies_anker(store: Store, anker: Anker) -> None:
    """From now on the term of a whole dossier begins here."""
    store.onthoud(ANKER, anker.value)


def wat_weg_mag(store: Store) -> list[Verlopen]:
    """Everything on this laptop whose term is over today, longest over first.

    Reads the whole journal once: call it off the GUI thread.
    """
    with store.lees() as sessie:
        vandaag = store.vandaag()
        return verlopen(_dossiers(sessie), _delen(sessie, vandaag), beleid(store), vandaag=vandaag)


def _dossiers(sessie: Session) -> Iterator[Dossierfeiten]:
    rijen = sessie.connection().exec_driver_sql(_LAATSTE_HANDELING)
    laatst = {dossier: _dag(klok) for dossier, klok in rijen}
    gesloten: dict[str, date | None] = {}
    open_: set[str] = set()
    for dossier, op in sessie.execute(sa.select(BredeIntake.dossier_id, BredeIntake.gesloten_op)):
        if op is None:
            open_.add(dossier)
        else:
            gesloten[dossier] = max(op, gesloten.get(dossier) or op)
    gevraagd = set(
        sessie.scalars(sa.select(Verzoek.dossier_id).where(Verzoek.afgedaan_op.is_(None)))
    )
    for id_, nummer, voor, achter in sessie.execute(_NAMEN):
        if id_ in laatst:
            yield Dossierfeiten(
                dossier_id=id_,
                nummer=nummer,
                naam=_naam(voor, achter),
                laatste_handeling=laatst[id_],
                intake_gesloten=gesloten.get(id_),
                open_intake=id_ in open_,
                open_verzoek=id_ in gevraagd,
            )


_NAMEN = sa.select(Dossier.id, Dossier.nummer, Dossier.voornamen, Dossier.achternaam).where(
    Dossier.oefening.is_(False)
)


def _delen(sessie: Session, vandaag: date) -> Iterator[Deelfeiten]:
    """Every part that has a term of its own. A part of a later version is one reader more here."""
    yield from _tolkcontact(sessie)
    yield from _werkaantekeningen(sessie)
    yield from _toetslogistiek(sessie, vandaag)


def _toetslogistiek(sessie: Session, vandaag: date) -> Iterator[Deelfeiten]:
    namen = {
        id_: (nummer, _naam(voor, achter)) for id_, nummer, voor, achter in sessie.execute(_NAMEN)
    }
    for plan in planning_na_uitslag(sessie, tot=vandaag):
        if plan.dossier_id not in namen:
            continue
        for deel in plan.delen:
            yield Deelfeiten(
                Onderdeel.TOETSLOGISTIEK,
                plan.dossier_id,
                *namen[plan.dossier_id],
                deel,
                {Anker.TOETSUITSLAG: plan.uitslag},
            )


def _tolkcontact(sessie: Session) -> Iterator[Deelfeiten]:
    vraag = (
        _NAMEN.add_columns(Zitting.id.label("rij"), Zitting.datum)
        .join(Zitting, Zitting.dossier_id == Dossier.id)
        .where(sa.or_(Zitting.tolk_bureau != "", Zitting.tolk_wbtv != ""))
    )
    for id_, nummer, voor, achter, rij, datum in sessie.execute(vraag):
        yield Deelfeiten(
            Onderdeel.TOLKCONTACT,
            id_,
            nummer,
            _naam(voor, achter),
            Deel(Zitting.__tablename__, rij, TOLKVELDEN),
            {Anker.ZITTING: datum},
        )


def _werkaantekeningen(sessie: Session) -> Iterator[Deelfeiten]:
    vraag = (
        _NAMEN.add_columns(Notitie.id.label("rij"), BredeIntake.gesloten_op)
        .join(Notitie, Notitie.dossier_id == Dossier.id)
        .join(BredeIntake, BredeIntake.id == Notitie.intake_id)
        .where(Notitie.soort == Notitiesoort.WERKAANTEKENING, BredeIntake.gesloten_op.is_not(None))
    )
    plannen = _plannen(sessie)
    for id_, nummer, voor, achter, rij, gesloten in sessie.execute(vraag):
        feiten, niet_voor = {Anker.INTAKE_GESLOTEN: gesloten}, None
        # The plan that was made of this talk; a plan from before it is of an earlier one.
        if na := [v for v in plannen.get(id_, ()) if _verstuurd(v) >= gesloten]:
            eerste = min(na, key=_verstuurd)
            feiten[Anker.PIP_VASTGESTELD] = _verstuurd(eerste)
            niet_voor = bezwaar(eerste, termijnen.beleid()).einde
        yield Deelfeiten(
            Onderdeel.WERKAANTEKENING,
            id_,
            nummer,
            _naam(voor, achter),
            Deel(Notitie.__tablename__, rij),
            feiten,
            niet_voor,
        )


def _plannen(sessie: Session) -> dict[str, list[Pipversie]]:
    """The set versions of each plan, with the day on which they were sent as it is known now."""
    verstuurd = {
        (dossier, versie): dag
        for dossier, versie, dag in sessie.execute(
            sa.select(Termijnfeit.dossier_id, Termijnfeit.waarde, Termijnfeit.dag)
            .where(Termijnfeit.soort == Feitsoort.BEKENDMAKING)
            .order_by(Termijnfeit.dag, Termijnfeit.op, Termijnfeit.id)
        )
    }
    uit: dict[str, list[Pipversie]] = {}
    vraag = sa.select(Pip.dossier_id, Pip.versie, Pip.dagtekening, Pip.bekendmaking).where(
        Pip.status == Pipstatus.VASTGESTELD
    )
    for dossier, versie, dagtekening, bekend in sessie.execute(vraag):
        if dagtekening is not None:
            dag = verstuurd.get((dossier, str(versie)), bekend)
            uit.setdefault(dossier, []).append(Pipversie(versie, dagtekening, dag))
    return uit


def _verstuurd(versie: Pipversie) -> date:
    """Bezwaar counts from the day that it was sent."""
    return versie.bekendmaking or versie.dagtekening


def _naam(voornamen: str, achternaam: str) -> str:
    return " ".join(deel for deel in (voornamen, achternaam) if deel)


def _dag(klok: str) -> date:
    return kalenderdag(moment(klok))


def wis_hier(store: Store, dossiers: Collection[str], delen: Iterable[Deel], grond: str) -> None:
    """Erases on a laptop without a centre: tables, journal, search, drafts; all or nothing.

    Its tombstones count down from -1, so that they are never taken for those of a
    centre that this laptop is coupled to later. Raises RedenNodig.
    """
    grond = controleer_grond(grond)
    with store.neem_op() as inkomst:
        verbinding = inkomst.verbinding
        op = store.nu().isoformat()
        for dossier, gemeente in thuis(verbinding, list(dossiers)).items():
            nr = _volgend_nummer(verbinding, gemeente)
            inkomst.raak(ruimen.wis_dossier(verbinding, gemeente, dossier, nr, op))
            verbinding.exec_driver_sql(
                "INSERT OR REPLACE INTO lokaal (sleutel, waarde) VALUES (?, ?)",
                (f"{GROND}{gemeente}:{nr}", grond),
            )
        for deel in delen:
            inkomst.raak(ruimen.wis_deel(verbinding, deel.entiteit, deel.rij, deel.velden))
    store.veeg_schoon()


def _volgend_nummer(verbinding: sa.Connection, gemeente: str) -> int:
    laagste = verbinding.exec_driver_sql(
        "SELECT min(nr) FROM gewist WHERE gemeente = ?", (gemeente,)
    ).scalar()
    return min(laagste or 0, 0) - 1


def gewiste_delen(verbinding: sa.Connection) -> list[Deel]:
    """The parts that were erased on this laptop."""
    rijen = verbinding.exec_driver_sql(
        "SELECT sleutel, waarde FROM lokaal WHERE sleutel >= ? AND sleutel < ?",
        (ruimen.GEWIST_DEEL, ruimen.GEWIST_DEEL + "\U0010ffff"),
    )
    uit = []
    for sleutel, waarde in rijen:
        entiteit, rij = sleutel.removeprefix(ruimen.GEWIST_DEEL).split(":", 1)
        uit.append(Deel(entiteit, rij, tuple(json.loads(waarde))))
    return uit
