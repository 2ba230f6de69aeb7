"""A conflict as a person decides about it: what each one said, who, when, and how.

One conflict is one unit of decision: all of an answer, a note with its kind, a
single field (`Gejournaald.SAMEN`), or a whole row that one took away and another kept.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import RANG, Stroomklasse
from desktop.models.dossier import Dossier, Medewerker
from desktop.models.samenvoegen import (
    RIJ,
    Kop,
    Velden,
    basis,
    eenheid,
    getoond,
    is_weg,
    journaalklasse,
    ongezien,
    strijdige_velden,
    verwijderd,
)
from desktop.models.wijziging import Conflictrij, Soort, Wachtend
from desktop.store.beslissing import object_van
from desktop.store.journaal import Gezien
from desktop.store.klok import milliseconden
from desktop.store.koppen import Rijsleutel, lees_koppen
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.store.verleden import Inhoud, Verleden, in_eenheid
from desktop.store.verwanten import (
    ouders_van,
    samen_weggehaald,
    wachtenden,
    weghaalgebaren,
)

HELE_RIJ = frozenset({RIJ})
"""The unit of a conflict about whether the row is there at all."""


@dataclass(frozen=True)
class Versie:
    """What somebody said about the unit. `waarden` are plain JSON values by field.

    A field that is absent from `waarden` was empty; an element of a map is named
    `column:element`. `verwijderd`: this person took the whole row away. `ook` are
    others who said the same.
    """

    apparaat: str
    auteur: str
    auteur_id: str | None
    moment: datetime
    waarden: Mapping[str, Any]
    verwijderd: bool
    getoond: bool
    inhoud: Mapping[str, Inhoud]
    ook: tuple[str, ...] = ()


@dataclass(frozen=True)
class Toevoeging:
    """A row that belongs to a deleted one, and that somebody made or changed meanwhile."""

    entiteit: str
    waarden: Mapping[str, Any]
    auteur: str
    moment: datetime


@dataclass(frozen=True)
class Strijdpunt:
    """Where several people said something else: what a list shows of a conflict."""

    entiteit: str
    rij: str
    dossier: str | None
    dossiernaam: str
    eenheid: frozenset[str]
    velden: frozenset[str]
    gedeeld: Mapping[str, Any]
    """What else the row says and nobody disputes, such as which question an answer is to."""

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """Names it, also after somebody added one more version: table, row, unit."""
        return (self.entiteit, self.rij, min(self.eenheid))

    @property
    def hele_rij(self) -> bool:
        """True when it is about whether the row is there at all."""
        return self.eenheid == HELE_RIJ


@dataclass(frozen=True)
class Conflict(Strijdpunt):
    """Several values where one belongs. `versies`: the newest one first."""

    versies: tuple[Versie, ...]
    nu: Mapping[str, Any]
    """What stands there now; a mixture, when no version is `getoond`."""
    erbij: tuple[Toevoeging, ...]
    """What comes back with a row that was deleted."""
    klassen: frozenset[Stroomklasse]
    """Classes of data that a choice writes."""
    beide_kan: bool
    gezien: Gezien
    """The heads that this was read from: a choice replaces these, and none that came since."""
    mee: tuple[Gezien, ...] = ()
    """Rows that go the same way as a deleted one: what waits for it, what went with it."""


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
                for veld, waarde in _waarden(_getoonde_inhoud(velden)).items()
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
    return _Lezer(sessie, nu, velden, wachters).conflict() if nu is not None else None


def _klasse(entiteit: str) -> Any:
    return journaalklasse(gejournaalde_klassen()[entiteit])


class _Lezer:
    """Puts the heads of one unit together to what each person said."""

    def __init__(
        self,
        sessie: Session,
        punt: Strijdpunt,
        velden: Velden,
        wachters: Mapping[Rijsleutel, Velden],
    ) -> None:
        self._sessie = sessie
        self._punt = punt
        self._velden = velden
        self._wachters = wachters
        self._klasse = _klasse(punt.entiteit)
        self._namen: dict[str | None, str] = {}

    def conflict(self) -> Conflict:
        punt, velden = self._punt, self._velden
        sleutel = (punt.entiteit, punt.rij)
        getoonde = _getoonde_inhoud(velden)
        mee = dict(self._wachters)
        if punt.hele_rij:
            mee |= samen_weggehaald(self._sessie.connection(), sleutel, velden.get(RIJ, ()))
        object_ = object_van(punt.entiteit, punt.rij, getoonde)
        groep = {RIJ, *(n for n in velden if n != RIJ)} if punt.hele_rij else set(punt.eenheid)
        return Conflict(
            **{veld: getattr(punt, veld) for veld in Strijdpunt.__dataclass_fields__},
            versies=self._versies(getoonde),
            nu={} if self._nu_weg else _waarden(self._deel(getoonde)),
            erbij=tuple(self._toevoeging(s, v) for s, v in self._wachters.items()),
            klassen=frozenset(
                object_.stroomklasse_van(basis(veld)) for veld in groep if object_ is not None
            ),
            beide_kan=self._klasse.TWEEVOUD and punt.eenheid in self._klasse.SAMEN,
            gezien=_gezien(sleutel, velden),
            mee=tuple(_gezien(s, v) for s, v in mee.items()),
        )

    @property
    def _nu_weg(self) -> bool:
        return is_weg(self._velden)

    def _deel(self, inhoud: Mapping[str, Inhoud]) -> dict[str, Inhoud]:
        return {v: wat for v, wat in inhoud.items() if in_eenheid(v, self._punt.eenheid)}

    def _versies(self, getoonde: Mapping[str, Inhoud]) -> tuple[Versie, ...]:
        punt = self._punt
        verleden = Verleden(self._sessie.connection(), (punt.entiteit, punt.rij), self._velden)
        partijen = verleden.partijen(punt.velden)
        nu = self._kern(self._deel(getoonde), weg=self._nu_weg)
        versies = []
        for partij in partijen:
            inhoud = self._deel(verleden.inhoud(partij, partijen))
            versies.append(self._versie(partij.laatste, inhoud, nu))
        if self._wachters and all(versie.verwijderd for versie in versies):
            # Nobody changed the row itself; somebody added to it, and so keeps it.
            laatste = getoond([_bewaard_door(velden) for velden in self._wachters.values()])
            versies.append(self._versie(laatste, self._deel(getoonde), nu))
        return self._zonder_dubbele(sorted(versies, key=lambda v: v.moment, reverse=True))

    def _versie(self, kop: Kop, inhoud: dict[str, Inhoud], nu: object) -> Versie:
        weg = kop.soort == Soort.WEG
        return Versie(
            apparaat=kop.apparaat,
            auteur=self._naam(kop.auteur),
            auteur_id=kop.auteur,
            moment=_moment(kop),
            waarden=_waarden(inhoud),
            verwijderd=weg,
            getoond=self._kern(inhoud, weg=weg) == nu,
            inhoud=inhoud,
        )

    def _kern(self, inhoud: Mapping[str, Inhoud], *, weg: bool) -> object:
        """What makes two versions the same: not who and when, nor the order in a list."""
        if weg:
            return None
        rang = {naam for naam, kolom in kolommen(self._klasse) if RANG in kolom.info}
        return {
            veld: None if basis(veld) in rang else waarde
            for veld, waarde in _waarden(inhoud).items()
            if basis(veld) not in self._klasse.BIJZAAK
        }

    def _zonder_dubbele(self, versies: Sequence[Versie]) -> tuple[Versie, ...]:
        uit: list[Versie] = []
        for versie in versies:
            kern = self._kern(versie.inhoud, weg=versie.verwijderd)
            for n, eerder in enumerate(uit):
                if self._kern(eerder.inhoud, weg=eerder.verwijderd) == kern:
                    namen = {eerder.auteur, *eerder.ook}
                    if versie.auteur not in namen:
                        uit[n] = replace(eerder, ook=(*eerder.ook, versie.auteur))
                    break
            else:
                uit.append(versie)
        return tuple(uit if len(uit) > 1 else versies)

    def _toevoeging(self, sleutel: Rijsleutel, velden: Velden) -> Toevoeging:
        laatste = _bewaard_door(velden)
        return Toevoeging(
            entiteit=sleutel[0],
            waarden=_waarden(_getoonde_inhoud(velden)),
            auteur=self._naam(laatste.auteur),
            moment=_moment(laatste),
        )

    def _naam(self, auteur: str | None) -> str:
        if auteur is not None and auteur not in self._namen:
            vraag = sa.select(Medewerker.naam).where(Medewerker.id == auteur)
            self._namen[auteur] = self._sessie.scalar(vraag) or ""
        return self._namen.get(auteur, "")


def _bewaard_door(velden: Velden) -> Kop:
    """The last change of somebody who keeps the row: made it, changed it, or brought it back."""
    teruggebracht = [kop for kop in velden.get(RIJ, ()) if kop.soort != Soort.WEG]
    alle = [kop for koppen in velden.values() for kop in koppen]
    return getoond([*ongezien(velden), *teruggebracht] or alle)


def _gezien(sleutel: Rijsleutel, velden: Velden) -> Gezien:
    return Gezien(*sleutel, {v: tuple(k.id for k in koppen) for v, koppen in velden.items()})


def _getoonde_inhoud(velden: Velden) -> dict[str, Inhoud]:
    return {veld: getoond(koppen).inhoud for veld, koppen in velden.items() if veld != RIJ}


def _waarden(inhoud: Mapping[str, Inhoud]) -> dict[str, Any]:
    return {
        veld: json.loads(waarde)
        for veld, (soort, waarde) in inhoud.items()
        if soort in (Soort.ZET, Soort.ERBIJ) and waarde not in (None, "null")
    }


def _moment(kop: Kop) -> datetime:
    return datetime.fromtimestamp(milliseconden(kop.klok) / 1000, UTC)
