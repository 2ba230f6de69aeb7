"""Puts the heads of one unit together to what each person said."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import RANG
from desktop.models.dossier import Medewerker
from desktop.models.samenvoegen import (
    RIJ,
    Kop,
    Velden,
    basis,
    getoond,
    is_weg,
    journaalklasse,
    ongezien,
)
from desktop.models.wijziging import Soort
from desktop.store.beslissing import object_van
from desktop.store.conflict import Conflict, Strijdpunt, Toevoeging, Versie
from desktop.store.journaal import Gezien
from desktop.store.klok import milliseconden
from desktop.store.koppen import Rijsleutel
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.store.verleden import Inhoud, Verleden, in_eenheid
from desktop.store.verwanten import levende_delen, samen_weggehaald


class Conflictlezer:
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
        self._klasse = journaalklasse(gejournaalde_klassen()[punt.entiteit])
        self._namen: dict[str | None, str] = {}

    def conflict(self) -> Conflict:
        punt, velden = self._punt, self._velden
        sleutel = (punt.entiteit, punt.rij)
        getoonde = getoonde_inhoud(velden)
        mee = dict(self._wachters)
        if punt.hele_rij:
            verbinding = self._sessie.connection()
            mee |= samen_weggehaald(verbinding, sleutel, velden.get(RIJ, ()))
            mee |= levende_delen(verbinding, sleutel)
        object_ = object_van(punt.entiteit, punt.rij, getoonde)
        groep = {RIJ, *(n for n in velden if n != RIJ)} if punt.hele_rij else set(punt.eenheid)
        return Conflict(
            **{veld: getattr(punt, veld) for veld in Strijdpunt.__dataclass_fields__},
            versies=self._versies(getoonde),
            nu={} if self._nu_weg else waarden_van(self._deel(getoonde)),
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
            waarden=waarden_van(inhoud),
            verwijderd=weg,
            getoond=self._kern(inhoud, weg=weg) == nu,
            inhoud=inhoud,
        )

    def _kern(self, inhoud: Mapping[str, Inhoud], *, weg: bool) -> object:
        """What makes two versions the same: not who and when, nor the order in a list."""
        if weg:
            return None
        klasse: Any = self._klasse
        rang = {naam for naam, kolom in kolommen(klasse) if RANG in kolom.info}
        return {
            veld: None if basis(veld) in rang else waarde
            for veld, waarde in waarden_van(inhoud).items()
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
            waarden=waarden_van(getoonde_inhoud(velden)),
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


def getoonde_inhoud(velden: Velden) -> dict[str, Inhoud]:
    return {veld: getoond(koppen).inhoud for veld, koppen in velden.items() if veld != RIJ}


def waarden_van(inhoud: Mapping[str, Inhoud]) -> dict[str, Any]:
    return {
        veld: json.loads(waarde)
        for veld, (soort, waarde) in inhoud.items()
        if soort in (Soort.ZET, Soort.ERBIJ) and waarde not in (None, "null")
    }


def _moment(kop: Kop) -> datetime:
    return datetime.fromtimestamp(milliseconden(kop.klok) / 1000, UTC)
