"""Which conflicts there are: to count, to list, and to read one by one (`store/conflict.py`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.samenvoegen import (
    RIJ,
    Velden,
    basis,
    eenheid,
    journaalklasse,
    strijdige_velden,
    verwijderd,
)
from desktop.models.wijziging import Conflictrij, Wachtend
from desktop.store.conflict import HELE_RIJ, Conflict, Strijdpunt
from desktop.store.conflictlezer import Conflictlezer, getoonde_inhoud, waarden_van
from desktop.store.koppen import Rijsleutel, lees_koppen
from desktop.store.projectie import gejournaalde_klassen
from desktop.store.verwanten import ouders_van, wachtenden, weghaalgebaren


def aantal(sessie: Session, dossier: str | None = None) -> int:
    """Number of decisions to make, in one dossier or in all."""
    return len(strijdpunten(sessie, dossier))


def in_conflict(sessie: Session, entiteit: str, rij: str) -> bool:
    """True when there is something to decide in this row."""
    return sessie.get(Conflictrij, (entiteit, rij)) is not None


def per_dossier(sessie: Session) -> dict[str, int]:
    """Number of decisions to make by dossier."""
    uit: dict[str, int] = defaultdict(int)
    for punt in strijdpunten(sessie):
        if punt.dossier:
            uit[punt.dossier] += 1
    return dict(uit)


def strijdpunten(sessie: Session, dossier: str | None = None) -> list[Strijdpunt]:
    """All that is to be decided, in the order of names; the versions are read one by one.

    What belongs to a row that is in conflict itself is decided with it.
    """
    vraag = (
        sa.select(
            Conflictrij.entiteit,
            Conflictrij.rij,
            Conflictrij.dossier,
            Dossier.voornamen,
            Dossier.achternaam,
        )
        .outerjoin(Dossier, Dossier.id == Conflictrij.dossier)
        .order_by(Dossier.sorteernaam, Conflictrij.dossier)
    )
    if dossier is not None:
        vraag = vraag.where(Conflictrij.dossier == dossier)
    rijen = sessie.execute(vraag).all()
    volgorde = {naam: n for n, naam in enumerate(gejournaalde_klassen())}
    per_entiteit: dict[str, list[str]] = defaultdict(list)
    for rij in rijen:
        per_entiteit[rij.entiteit].append(rij.rij)
    koppen = {
        (naam, id_): velden
        for naam, ids in per_entiteit.items()
        if naam in volgorde
        for id_, velden in lees_koppen(sessie.connection(), naam, ids).items()
    }
    met_ouder = _beslist_met_ouder(sessie, koppen)
    per: dict[str | None, list[Strijdpunt]] = {}
    for rij in rijen:
        velden = koppen.get((rij.entiteit, rij.rij))
        if velden is None:
            continue
        naam = " ".join(deel for deel in (rij.voornamen, rij.achternaam) if deel)
        punten = _punten((rij.entiteit, rij.rij), rij.dossier, naam, velden)
        per.setdefault(rij.dossier, []).extend(
            p for p in punten if not (p.hele_rij and (rij.entiteit, rij.rij) in met_ouder)
        )
    return [
        punt
        for punten in per.values()
        for punt in sorted(punten, key=lambda p: (volgorde[p.entiteit], _plaats(p), p.sleutel))
    ]


def _plaats(punt: Strijdpunt) -> str:
    """Questions in the order of their codes."""
    return str(punt.gedeeld.get("vraag_code") or "")


def _beslist_met_ouder(sessie: Session, koppen: Mapping[Rijsleutel, Velden]) -> set[Rijsleutel]:
    """Rows in conflict that wait for a row in conflict, or were taken away with one."""
    if not koppen:
        return set()
    vraag = sa.select(Wachtend.entiteit, Wachtend.rij, Wachtend.op_entiteit, Wachtend.op_rij).join(
        Conflictrij,
        sa.and_(Conflictrij.entiteit == Wachtend.entiteit, Conflictrij.rij == Wachtend.rij),
    )
    uit = {
        (w.entiteit, w.rij)
        for w in sessie.execute(vraag)
        if (w.entiteit, w.rij) in koppen and (w.op_entiteit, w.op_rij) in koppen
    }
    for sleutel, velden in koppen.items():
        gebaren = weghaalgebaren(velden)
        ouders = ouders_van(sleutel[0], velden) & koppen.keys() if gebaren else set()
        if any(gebaren & weghaalgebaren(koppen[ouder]) for ouder in ouders):
            uit.add(sleutel)
    return uit


def _punten(
    sleutel: Rijsleutel, dossier: str | None, naam: str, velden: Velden
) -> list[Strijdpunt]:
    """The conflicts of one row, a unit each."""
    entiteit, rij = sleutel
    klasse = journaalklasse(gejournaalde_klassen()[entiteit])
    strijdig = strijdige_velden(klasse, velden)
    if not strijdig and verwijderd(velden):
        strijdig = HELE_RIJ  # deleted, and somebody added something to it
    groepen: dict[frozenset[str], set[str]] = defaultdict(set)
    for veld in strijdig:
        # Whether the row is there at all is decided first, and the rest of it with that.
        groepen[HELE_RIJ if RIJ in strijdig else eenheid(klasse, veld)].add(veld)
    return [
        Strijdpunt(
            entiteit=entiteit,
            rij=rij,
            dossier=dossier,
            dossiernaam=naam,
            eenheid=groep,
            velden=frozenset(omstreden),
            gedeeld={
                veld: waarde
                for veld, waarde in waarden_van(getoonde_inhoud(velden)).items()
                if basis(veld) not in groep
            },
        )
        for groep, omstreden in groepen.items()
    ]


def conflicten(sessie: Session, dossier: str | None = None) -> list[Conflict]:
    """All conflicts with their versions, of one dossier or of all."""
    gelezen = (lees(sessie, punt) for punt in strijdpunten(sessie, dossier))
    return [conflict for conflict in gelezen if conflict is not None]


def lees(sessie: Session, punt: Strijdpunt) -> Conflict | None:
    """What everybody said, as it is now; None when it is decided or gone."""
    verbinding = sessie.connection()
    velden = lees_koppen(verbinding, punt.entiteit, [punt.rij]).get(punt.rij)
    if velden is None:
        return None
    sleutel = (punt.entiteit, punt.rij)
    wachters = wachtenden(verbinding, sleutel) if punt.hele_rij else {}
    if not wachters and not strijdige_velden(_klasse(punt.entiteit), velden):
        return None
    punten = _punten(sleutel, punt.dossier, punt.dossiernaam, velden)
    nu = next((p for p in punten if p.eenheid == punt.eenheid), None)
    return Conflictlezer(sessie, nu, velden, wachters).conflict() if nu is not None else None


def _klasse(entiteit: str) -> Any:
    return journaalklasse(gejournaalde_klassen()[entiteit])
