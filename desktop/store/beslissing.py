"""The changes that a choice in a conflict writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import Gejournaald, vaste_id
from desktop.models.fouten import NogNietMogelijk
from desktop.models.samenvoegen import (
    RIJ,
    Kop,
    Velden,
    basis,
    eens,
    getoond,
    hoogste,
    is_weg,
    journaalklasse,
    verwijderd,
)
from desktop.models.wijziging import Soort, Wijziging
from desktop.store.journaal import Veldwijziging
from desktop.store.koppen import Rijsleutel, lees_koppen
from desktop.store.projectie import gejournaalde_klassen, rij_uit
from desktop.store.verleden import Inhoud, in_eenheid

if TYPE_CHECKING:
    from desktop.store.conflict import Conflict, Versie


def object_van(entiteit: str, rij: str, inhoud: Mapping[str, Inhoud]) -> Gejournaald | None:
    """The row as an object outside the store, to ask which stream a field belongs to.

    None when too little of it is on this laptop.
    """
    klasse = gejournaalde_klassen()[entiteit]
    velden: Velden = {
        veld: (Kop("", soort, waarde, "", "", 0, None, ()),)
        for veld, (soort, waarde) in inhoud.items()
    }
    waarden = rij_uit(klasse, rij, velden)
    gemaakt = klasse(**waarden) if waarden is not None else None
    return gemaakt if isinstance(gemaakt, Gejournaald) else None


def keuze(sessie: Session, conflict: Conflict, versie: Versie) -> list[Veldwijziging]:
    """The changes that make this version hold; their parents are to be all heads.

    Raises NogNietMogelijk when the row was erased meanwhile.
    """
    rij = (conflict.entiteit, conflict.rij)
    velden = _velden(sessie, rij)
    if conflict.hele_rij and versie.verwijderd:
        return [*_weg(sessie, rij, velden), *_mee(sessie, conflict, weg=True)]
    uit = _gezet(sessie, conflict, velden, versie.inhoud)
    if not conflict.hele_rij:
        return uit
    return [*_terug(sessie, rij, velden), *uit, *_mee(sessie, conflict, weg=False)]


def dubbel(sessie: Session, conflict: Conflict, versie: Versie) -> list[Veldwijziging]:
    """The changes that put this version beside the other one, as a row of its own.

    Its identity follows from what it is about, so that two people who both keep
    both make the same row.
    """
    rij = (conflict.entiteit, conflict.rij)
    velden = _velden(sessie, rij)
    inhoud = {veld: getoond(koppen).inhoud for veld, koppen in velden.items() if veld != RIJ}
    inhoud = {
        veld: wat for veld, wat in inhoud.items() if not in_eenheid(veld, conflict.eenheid)
    } | dict(versie.inhoud)
    gegeven = json.dumps(sorted(versie.inhoud.items()), ensure_ascii=False)
    kopie = (conflict.entiteit, vaste_id("beide", *rij, gegeven))
    gevuld = {
        veld: (soort, waarde)
        for veld, (soort, waarde) in inhoud.items()
        if soort != Soort.ERAF and waarde not in (None, "null")
    }
    schrijver = _Schrijver(sessie, rij, gevuld, als=kopie)
    return [schrijver.wijziging(veld, soort, waarde) for veld, (soort, waarde) in gevuld.items()]


def _velden(sessie: Session, rij: Rijsleutel) -> Velden:
    velden = lees_koppen(sessie.connection(), rij[0], [rij[1]]).get(rij[1])
    if velden is None:
        raise NogNietMogelijk("Dit is intussen gewist. Er is niets meer te kiezen.")
    return velden


def _gezet(
    sessie: Session, conflict: Conflict, velden: Velden, inhoud: Mapping[str, Inhoud]
) -> list[Veldwijziging]:
    # A field that came since the conflict was shown is nobody's choice here.
    bekend = {**conflict.gezien.koppen, **inhoud}
    namen = [veld for veld in bekend if in_eenheid(veld, conflict.eenheid)]
    leeg = {v: (Soort.ERAF.value, None) if ":" in v else (Soort.ZET.value, "null") for v in namen}
    doel: dict[str, Inhoud] = {**leeg, **inhoud}
    nu = {veld: getoond(koppen).inhoud for veld, koppen in velden.items() if veld != RIJ}
    schrijver = _Schrijver(sessie, (conflict.entiteit, conflict.rij), {**nu, **doel})
    uit = [
        schrijver.wijziging(veld, *doel[veld])
        for veld in namen
        if len(velden.get(veld, ())) != 1 or nu[veld] != doel[veld]
    ]
    teller = journaalklasse(gejournaalde_klassen()[conflict.entiteit]).TELLER
    if uit and teller in nu:
        hoger = json.dumps(hoogste(velden[teller]) + 1)
        uit.append(schrijver.wijziging(teller, Soort.ZET.value, hoger))
    return uit


def _weg(sessie: Session, rij: Rijsleutel, velden: Velden) -> list[Veldwijziging]:
    nu = {veld: getoond(koppen).inhoud for veld, koppen in velden.items() if veld != RIJ}
    return [_Schrijver(sessie, rij, nu).wijziging(RIJ, Soort.WEG, None)]


def _terug(sessie: Session, rij: Rijsleutel, velden: Velden) -> list[Veldwijziging]:
    if RIJ not in velden:
        return []
    nu = {veld: getoond(koppen).inhoud for veld, koppen in velden.items() if veld != RIJ}
    return [_Schrijver(sessie, rij, nu).wijziging(RIJ, Soort.ZET, "null")]


def _mee(sessie: Session, conflict: Conflict, *, weg: bool) -> list[Veldwijziging]:
    """What belongs to the row goes with it, or comes back with it."""
    uit: list[Veldwijziging] = []
    for gezien in conflict.mee:
        rij = (gezien.entiteit, gezien.rij)
        velden = lees_koppen(sessie.connection(), rij[0], [rij[1]]).get(rij[1], {})
        oneens = not eens(velden.get(RIJ, ()))
        if weg and velden and (oneens or not is_weg(velden)):
            uit += _weg(sessie, rij, velden)
        elif not weg and (oneens or verwijderd(velden)):
            uit += _terug(sessie, rij, velden)
    return uit


class _Schrijver:
    """Makes changes of one row, each in the stream that its field belongs to."""

    def __init__(
        self,
        sessie: Session,
        rij: Rijsleutel,
        inhoud: Mapping[str, Inhoud],
        *,
        als: Rijsleutel | None = None,
    ) -> None:
        self._rij = als or rij
        self._object = object_van(*rij, inhoud)
        self._eerder = _eerdere(sessie, rij)

    def wijziging(self, veld: str, soort: str, waarde: str | None) -> Veldwijziging:
        laatste = self._eerder.get(basis(veld)) or next(iter(self._eerder.values()))
        klasse = laatste.klasse
        if self._object is not None:
            klasse = self._object.stroomklasse_van(basis(veld)).value
        return replace(
            laatste,
            entiteit=self._rij[0],
            rij=self._rij[1],
            veld=veld,
            soort=Soort(soort),
            waarde=waarde,
            klasse=klasse,
        )


def _eerdere(sessie: Session, rij: Rijsleutel) -> dict[str, Veldwijziging]:
    """The last change of each column: where it was kept."""
    rijen = sessie.execute(
        sa.select(Wijziging.veld, Wijziging.stroom, Wijziging.dossier)
        .where(Wijziging.entiteit == rij[0], Wijziging.rij == rij[1], Wijziging.zout.is_not(None))
        .order_by(Wijziging.klok)
    )
    uit: dict[str, Veldwijziging] = {}
    for veld, stroom, dossier in rijen:
        gemeente, klasse = stroom.split(":", 1)
        uit[basis(veld)] = Veldwijziging(
            *rij, dossier, gemeente, klasse, veld="", soort=Soort.ZET, waarde=None
        )
    return uit
