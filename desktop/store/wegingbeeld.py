"""The weighing as its screen shows it, read in one go: no row leaves the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, Medewerker
from desktop.models.onderzoek import Onderzoek, Onderzoeksoort
from desktop.models.pipbeleid import Pipbeleid
from desktop.models.pipinhoud import Leerroute, Niveau, Routeoordeel
from desktop.models.tijdzone import kalenderdag
from desktop.models.weging import Weging
from desktop.models.wegingregels import Gemis
from desktop.store.weging import open_onderzoeken, wegingdossier


@dataclass(frozen=True)
class Taak:
    """Something that is looked at further."""

    id: str
    route: Leerroute
    soort: Onderzoeksoort
    wat: str
    uiterlijk: date
    klaar_op: date | None
    uitkomst: str
    te_laat: bool


@dataclass(frozen=True)
class Lezer:
    """Who read along."""

    id: str
    naam: str
    op: date | None
    woorden: str


@dataclass(frozen=True)
class Wegingbeeld:
    """One weighing and what is missing in it."""

    id: str
    dossier_id: str
    client: str
    gemeente: str
    volgnummer: int
    besloten: bool
    oordelen: tuple[Routeoordeel, ...]
    taken: tuple[Taak, ...]
    gekozen: Leerroute | None
    niveau: Niveau | None
    motivering: str
    afwijking: str
    wijkt_af: bool
    lezer_nodig: bool
    lezer: Lezer | None
    besloten_door: str
    besloten_op: date | None
    gemis: tuple[Gemis, ...]
    beleid: Pipbeleid

    def bij(self, route: Leerroute) -> tuple[Taak, ...]:
        """The tasks of one route."""
        return tuple(t for t in self.taken if t.route is route)

    def mist(self, veld: str) -> Gemis | None:
        """What is missing in one field."""
        return next((g for g in self.gemis if g.veld == veld), None)


def wegingbeeld(sessie: Session, dossier_id: str, vandaag: date) -> Wegingbeeld | None:
    """The open weighing, or the one that was decided last. None: there is none."""
    stand = wegingdossier(sessie, dossier_id)
    weging = stand.huidige
    dossier = sessie.get(Dossier, dossier_id)
    if weging is None or dossier is None:
        return None
    namen = _namen(sessie, weging)
    feiten = stand.feiten
    return Wegingbeeld(
        id=weging.id,
        dossier_id=dossier_id,
        client=dossier.naam,
        gemeente=dossier.gemeente,
        volgnummer=weging.volgnummer,
        besloten=weging.is_vast,
        oordelen=weging.oordelen,
        taken=tuple(_taak(t, vandaag) for t in weging.onderzoeken),
        gekozen=weging.gekozen,
        niveau=weging.niveau,
        motivering=weging.motivering,
        afwijking=weging.afwijking,
        wijkt_af=weging.wijkt_af(feiten),
        lezer_nodig=weging.tweede_lezer_nodig(feiten),
        lezer=_lezer(weging, namen),
        besloten_door=namen.get(weging.besloten_door or "", ""),
        besloten_op=_dag(weging.besloten_op),
        gemis=() if weging.is_vast else tuple(weging.ontbreekt(feiten)),
        beleid=feiten.beleid,
    )


def _namen(sessie: Session, weging: Weging) -> dict[str, str]:
    ids = [i for i in (weging.tweede_lezer_id, weging.besloten_door) if i]
    rijen = sessie.execute(sa.select(Medewerker.id, Medewerker.naam).where(Medewerker.id.in_(ids)))
    return {rij.id: rij.naam for rij in rijen}


def _lezer(weging: Weging, namen: dict[str, str]) -> Lezer | None:
    if weging.tweede_lezer_id is None or not weging.is_meegelezen:
        return None
    return Lezer(
        weging.tweede_lezer_id,
        namen.get(weging.tweede_lezer_id, ""),
        _dag(weging.tweede_lezer_op),
        weging.tweede_lezer_woorden,
    )


def _dag(moment: datetime | None) -> date | None:
    """The day in the Netherlands."""
    return kalenderdag(moment) if moment is not None else None


def _taak(rij: Onderzoek, vandaag: date) -> Taak:
    return Taak(
        rij.id,
        rij.route,
        rij.soort,
        rij.wat,
        rij.uiterlijk,
        rij.klaar_op,
        rij.uitkomst,
        rij.te_laat(vandaag),
    )


def open_taken(sessie: Session, dossier_id: str, vandaag: date) -> Sequence[Taak]:
    """What is still being looked at, the first day first; for the dossier sheet."""
    return [_taak(t, vandaag) for t in open_onderzoeken(sessie, dossier_id)]
