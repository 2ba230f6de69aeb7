"""A conflict as a person decides about it: what each one said, who, when, and how.

One conflict is one unit of decision: all of an answer, a note with its kind, or a
single field (`Gejournaald.SAMEN`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import nieuw_id
from desktop.models.dossier import Medewerker
from desktop.models.samenvoegen import (
    RIJ,
    Kop,
    Velden,
    basis,
    eenheid,
    getoond,
    journaalklasse,
    strijdige_velden,
)
from desktop.models.wijziging import Conflictrij, Soort, Wachtend, Wijziging
from desktop.store.journaal import Gezien, Veldwijziging
from desktop.store.klok import milliseconden
from desktop.store.koppen import lees_koppen
from desktop.store.projectie import gejournaalde_klassen

Inhoud = tuple[str, str | None]
"""(kind of change, JSON text)."""


@dataclass(frozen=True)
class Versie:
    """What one person said about the unit. `waarden` are plain JSON values by field.

    A field that is absent from `waarden` was empty; an element of a map is named
    `column:element`. `verwijderd`: this person took the whole row away.
    """

    apparaat: str
    auteur: str
    auteur_id: str | None
    moment: datetime
    waarden: Mapping[str, Any]
    verwijderd: bool
    getoond: bool
    inhoud: Mapping[str, Inhoud]


@dataclass(frozen=True)
class Conflict:
    """Several values where one belongs. `versies`: the shown one first."""

    entiteit: str
    rij: str
    dossier: str | None
    dossiernaam: str
    eenheid: frozenset[str]
    velden: frozenset[str]
    versies: tuple[Versie, ...]
    gedeeld: Mapping[str, Any]
    """What else the row says and nobody disputes, such as which question an answer is to."""
    beide_kan: bool
    gezien: Gezien
    """The heads that this was read from: a choice replaces these, and none that came since."""

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """Names the conflict: table, row, one field of the unit."""
        return (self.entiteit, self.rij, min(self.velden))


def aantal(sessie: Session, dossier: str | None = None) -> int:
    """Number of rows in conflict, of one dossier or of all."""
    vraag = sa.select(sa.func.count()).select_from(Conflictrij)
    if dossier is not None:
        vraag = vraag.where(Conflictrij.dossier == dossier)
    return sessie.scalar(vraag) or 0


def per_dossier(sessie: Session) -> dict[str, int]:
    """Number of rows in conflict by dossier."""
    vraag = sa.select(Conflictrij.dossier, sa.func.count()).group_by(Conflictrij.dossier)
    return {dossier: n for dossier, n in sessie.execute(vraag) if dossier}


def conflicten(sessie: Session, dossier: str | None = None) -> list[Conflict]:
    """All conflicts, of one dossier or of all."""
    vraag = sa.select(Conflictrij).order_by(
        Conflictrij.dossier, Conflictrij.entiteit, Conflictrij.rij
    )
    if dossier is not None:
        vraag = vraag.where(Conflictrij.dossier == dossier)
    uit: list[Conflict] = []
    for rij in sessie.scalars(vraag).all():
        uit += conflicten_van(sessie, rij.entiteit, rij.rij, rij.dossier)
    return uit


def conflicten_van(sessie: Session, entiteit: str, rij: str, dossier: str | None) -> list[Conflict]:
    """The conflicts of one row, a unit each."""
    klasse = journaalklasse(gejournaalde_klassen()[entiteit])
    velden = lees_koppen(sessie.connection(), entiteit, [rij]).get(rij, {})
    strijdig = strijdige_velden(klasse, velden)
    if not strijdig and RIJ in velden:
        strijdig = frozenset({RIJ})  # deleted, and somebody added something to it
    groepen: dict[frozenset[str], set[str]] = {}
    for veld in strijdig:
        groep = frozenset({RIJ}) if veld == RIJ else eenheid(klasse, veld)
        groepen.setdefault(groep, set()).add(veld)
    if frozenset({RIJ}) in groepen:
        groepen = {frozenset({RIJ}): set(strijdig)}
    lezer = _Lezer(sessie, entiteit, rij, velden)
    return [
        Conflict(
            entiteit=entiteit,
            rij=rij,
            dossier=dossier,
            dossiernaam=_dossiernaam(sessie, dossier),
            eenheid=groep,
            velden=frozenset(omstreden),
            versies=lezer.versies(groep, omstreden),
            gedeeld=_gedeeld(velden, groep),
            beide_kan=klasse.TWEEVOUD and groep != frozenset({RIJ}),
            gezien=Gezien(
                entiteit, rij, {v: tuple(k.id for k in koppen) for v, koppen in velden.items()}
            ),
        )
        for groep, omstreden in sorted(groepen.items(), key=lambda paar: min(paar[1]))
    ]


def _dossiernaam(sessie: Session, dossier: str | None) -> str:
    if dossier is None:
        return ""
    rij = sessie.execute(
        sa.text("SELECT voornamen, achternaam FROM dossier WHERE id = :id"), {"id": dossier}
    ).first()
    return " ".join(deel for deel in rij if deel) if rij else ""


def _gedeeld(velden: Velden, groep: frozenset[str]) -> dict[str, Any]:
    return {
        veld: _waarde(getoond(koppen).waarde)
        for veld, koppen in velden.items()
        if veld != RIJ and (basis(veld) not in groep)
    }


def _waarde(tekst: str | None) -> Any:
    return json.loads(tekst) if tekst is not None else None


class _Lezer:
    """Puts heads together to what each person said."""

    def __init__(self, sessie: Session, entiteit: str, rij: str, velden: Velden) -> None:
        self._sessie = sessie
        self._rij = (entiteit, rij)
        self._velden = velden

    def versies(self, groep: frozenset[str], omstreden: set[str]) -> tuple[Versie, ...]:
        """One version for each device that has a disputed head; the shown one first."""
        hele_rij = groep == frozenset({RIJ})
        in_groep = {
            veld: koppen
            for veld, koppen in self._velden.items()
            if veld == RIJ or hele_rij or basis(veld) in groep
        }
        if hele_rij:
            gezien = {o for kop in self._velden.get(RIJ, ()) for o in kop.ouders}
            partijen = [k for k in self._velden.get(RIJ, ()) if k.soort == Soort.WEG]
            anderen = (k for v, koppen in in_groep.items() if v != RIJ for k in koppen)
            partijen += [k for k in anderen if k.id not in gezien]
            if all(k.soort == Soort.WEG for k in partijen):
                partijen += self._toevoegers()
        else:
            partijen = [k for veld in omstreden for k in self._velden[veld]]
        hoogste = max(partijen, key=lambda kop: kop.plaats)
        per_gebaar: dict[tuple[str, bool], Kop] = {}
        for kop in sorted(partijen, key=lambda k: k.plaats):
            per_gebaar[kop.apparaat, kop.soort == Soort.WEG] = kop
        gebaren = {(kop.apparaat, kop.klok) for kop in partijen}
        versies = [
            self._versie(kop, in_groep, gebaren, getoond_=kop.plaats == hoogste.plaats)
            for kop in per_gebaar.values()
        ]
        return tuple(sorted(versies, key=lambda v: (not v.getoond, v.moment, v.apparaat)))

    def _versie(
        self, kop: Kop, velden: Velden, gebaren: set[tuple[str, str]], *, getoond_: bool
    ) -> Versie:
        inhoud: dict[str, Inhoud] = {}
        for veld, koppen in velden.items():
            if veld == RIJ:
                continue
            wat = self._van(kop.apparaat, koppen, gebaren)
            if wat is not None:
                inhoud[veld] = wat
        return Versie(
            apparaat=kop.apparaat,
            auteur=self._naam(kop.auteur),
            auteur_id=kop.auteur,
            moment=datetime.fromtimestamp(milliseconden(kop.klok) / 1000, UTC),
            waarden={
                veld: _waarde(waarde)
                for veld, (soort, waarde) in inhoud.items()
                if soort in (Soort.ZET, Soort.ERBIJ) and waarde not in (None, "null")
            },
            verwijderd=kop.soort == Soort.WEG,
            getoond=getoond_,
            inhoud=inhoud,
        )

    def _van(
        self, apparaat: str, koppen: Sequence[Kop], gebaren: set[tuple[str, str]]
    ) -> Inhoud | None:
        """What stood in one field on the screen of this person; None for nothing."""
        eigen = [kop for kop in koppen if kop.apparaat == apparaat]
        if eigen:
            return getoond(eigen).inhoud
        kop = getoond(koppen)
        if len(koppen) > 1 or (kop.apparaat, kop.klok) in gebaren:
            # Another party's gesture: this person still saw what that one replaced.
            return self._ouder(kop)
        return kop.inhoud

    def _ouder(self, kop: Kop) -> Inhoud | None:
        if not kop.ouders:
            return None
        rij = self._sessie.execute(
            sa.select(Wijziging.soort, Wijziging.waarde)
            .where(Wijziging.id.in_(kop.ouders))
            .order_by(Wijziging.klok.desc(), Wijziging.apparaat.desc())
        ).first()
        return (rij.soort, rij.waarde) if rij else None

    def _toevoegers(self) -> list[Kop]:
        """Last changes of rows that belong to this one and came after it was deleted."""
        uit: list[Kop] = []
        wachtend = self._sessie.execute(
            sa.select(Wachtend.entiteit, Wachtend.rij).where(
                Wachtend.op_entiteit == self._rij[0], Wachtend.op_rij == self._rij[1]
            )
        ).all()
        for entiteit, rij in wachtend:
            koppen = lees_koppen(self._sessie.connection(), entiteit, [rij]).get(rij, {})
            alle = [kop for per_veld in koppen.values() for kop in per_veld]
            uit.append(getoond(alle))
        return uit

    def _naam(self, auteur: str | None) -> str:
        if auteur is None:
            return ""
        return self._sessie.scalar(sa.select(Medewerker.naam).where(Medewerker.id == auteur)) or ""


def keuze(sessie: Session, conflict: Conflict, versie: Versie) -> list[Veldwijziging]:
    """The changes that make this version hold; their parents are to be all heads."""
    velden = lees_koppen(sessie.connection(), conflict.entiteit, [conflict.rij])[conflict.rij]
    begin = _begin(sessie, conflict)
    hele_rij = conflict.eenheid == frozenset({RIJ})
    uit: list[Veldwijziging] = []
    if hele_rij:
        if versie.verwijderd:
            return [replace(begin, veld=RIJ, soort=Soort.WEG, waarde=None)]
        uit.append(replace(begin, veld=RIJ, soort=Soort.ZET, waarde="null"))
    for veld, koppen in velden.items():
        if veld == RIJ or not (hele_rij or basis(veld) in conflict.eenheid):
            continue
        soort, waarde = versie.inhoud.get(veld) or (
            (Soort.ERAF, None) if ":" in veld else (Soort.ZET, "null")
        )
        if len(koppen) > 1 or getoond(koppen).inhoud != (soort, waarde):
            uit.append(
                replace(
                    begin,
                    veld=veld,
                    soort=Soort(soort),
                    waarde=waarde,
                    klasse=_klasse_van(conflict.entiteit, veld) or begin.klasse,
                )
            )
    return uit


def dubbel(sessie: Session, conflict: Conflict, versie: Versie) -> list[Veldwijziging]:
    """The changes that put this version beside the other one, as a row of its own."""
    velden = lees_koppen(sessie.connection(), conflict.entiteit, [conflict.rij])[conflict.rij]
    begin = replace(_begin(sessie, conflict), rij=nieuw_id())
    inhoud = {veld: getoond(koppen).inhoud for veld, koppen in velden.items() if veld != RIJ}
    inhoud.update(versie.inhoud)
    return [
        replace(begin, veld=veld, soort=Soort(soort), waarde=waarde)
        for veld, (soort, waarde) in inhoud.items()
        if soort != Soort.ERAF and waarde not in (None, "null")
    ]


def _begin(sessie: Session, conflict: Conflict) -> Veldwijziging:
    """A change of this row with everything filled in but the field."""
    rij = sessie.execute(
        sa.select(Wijziging.stroom, Wijziging.dossier)
        .where(Wijziging.entiteit == conflict.entiteit, Wijziging.rij == conflict.rij)
        .order_by(Wijziging.klok.desc())
    ).first()
    assert rij is not None  # a row in conflict has changes
    gemeente, klasse = rij.stroom.split(":", 1)
    return Veldwijziging(
        entiteit=conflict.entiteit,
        rij=conflict.rij,
        dossier=rij.dossier,
        gemeente=gemeente,
        klasse=klasse,
        veld="",
        soort=Soort.ZET,
        waarde=None,
    )


def _klasse_van(entiteit: str, veld: str) -> str | None:
    per_veld = journaalklasse(gejournaalde_klassen()[entiteit]).klassen_per_veld()
    return per_veld[basis(veld)].value if per_veld and basis(veld) in per_veld else None
