"""What each person had on the screen when two of them changed one row without knowing it.

The journal does not say what somebody saw, but nearly: a change names the changes that
it replaced, and what comes from one laptop comes in order. So of every other laptop in
the conflict somebody had seen all up to the last change that their own changes rest on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from desktop.models.samenvoegen import RIJ, Kop, Velden, basis, eens, getoond, ongezien
from desktop.models.wijziging import Soort
from desktop.store.koppen import Rijsleutel
from desktop.store.projectie import gejournaalde_klassen, kolommen

Inhoud = tuple[str, str | None]
"""(kind of change, JSON text)."""

_LEES = (
    "SELECT veld, id, soort, waarde, klok, apparaat, volgnummer, auteur, ouders FROM wijziging "
    "WHERE rij = ? AND entiteit = ? AND zout IS NOT NULL AND id NOT IN (SELECT id FROM geweigerd)"
)


@dataclass(frozen=True)
class Partij:
    """One person's side: the disputed heads of one laptop."""

    koppen: tuple[tuple[str, Kop], ...]

    @property
    def laatste(self) -> Kop:
        """The newest of them: who and when."""
        return max((kop for _veld, kop in self.koppen), key=lambda kop: kop.plaats)

    @property
    def weg(self) -> bool:
        """True when this person took the whole row away."""
        return self.laatste.soort == Soort.WEG

    @property
    def ids(self) -> set[str]:
        """The changes themselves."""
        return {kop.id for _veld, kop in self.koppen}


class Verleden:
    """Every change of one row that can be read, and its heads."""

    def __init__(self, verbinding: sa.Connection, sleutel: Rijsleutel, velden: Velden) -> None:
        self._entiteit, self._rij = sleutel
        self._velden = velden
        self._per_id: dict[str, tuple[str, Kop]] = {}
        self._per_veld: dict[str, list[Kop]] = defaultdict(list)
        for veld, *waarden, ouders in verbinding.exec_driver_sql(
            _LEES, (self._rij, self._entiteit)
        ):
            kop = Kop._make((*waarden, tuple(json.loads(ouders))))
            self._per_id[kop.id] = (veld, kop)
            self._per_veld[veld].append(kop)

    def partijen(self, omstreden: Collection[str]) -> tuple[Partij, ...]:
        """Who says what about these fields; those of a row that was deleted and changed too."""
        if RIJ in omstreden:
            return self._om_de_rij()
        partijen = _per_persoon((v, kop) for v in omstreden for kop in self._velden[v])
        if any(not eens(self._velden[veld]) for veld in omstreden):
            return partijen
        # Values that each stand alone and contradict one another. What everybody else had
        # seen, such as the answer that they both changed, is nobody's side.
        eigen = tuple(p for p in partijen if not self._door_allen_gezien(p, partijen))
        return eigen if len(eigen) > 1 else partijen

    def _om_de_rij(self) -> tuple[Partij, ...]:
        rij = self._velden.get(RIJ, ())
        vers = {kop.id for kop in ongezien(self._velden)}
        koppen = [(RIJ, kop) for kop in rij if kop.soort == Soort.WEG or not eens(rij)]
        koppen += [
            (veld, kop)
            for veld, koppen_ in self._velden.items()
            for kop in koppen_
            if kop.id in vers
        ]
        return _per_persoon(koppen)

    def _door_allen_gezien(self, partij: Partij, partijen: Sequence[Partij]) -> bool:
        kop = partij.laatste
        return all(
            kop.klok <= self._gezien_door(ander).get(kop.apparaat, "")
            for ander in partijen
            if ander is not partij
        )

    def inhoud(self, partij: Partij, partijen: Sequence[Partij]) -> dict[str, Inhoud]:
        """What each field of the row said for this person; what was empty is absent."""
        gezien = self._gezien_door(partij)
        van_anderen = {id_ for ander in partijen if ander is not partij for id_ in ander.ids}
        betrokken = {ander.laatste.apparaat for ander in partijen}
        zelf = partij.laatste.apparaat

        def zag(kop: Kop) -> bool:
            if kop.id in van_anderen:
                return kop.apparaat != zelf and kop.klok <= gezien.get(kop.apparaat, "")
            if kop.apparaat == zelf or kop.apparaat not in betrokken:
                return True
            return kop.klok <= gezien.get(kop.apparaat, "")

        eigen = dict(partij.koppen)
        uit: dict[str, Inhoud] = {}
        for veld, koppen in self._per_veld.items():
            if veld == RIJ:
                continue
            kan = [kop for kop in koppen if zag(kop)]
            vervangen = {ouder for kop in kan for ouder in kop.ouders}
            kan = [kop for kop in kan if kop.id not in vervangen]
            if veld in eigen:
                uit[veld] = eigen[veld].inhoud
            elif kan:
                uit[veld] = getoond(kan).inhoud
        return uit

    def _gezien_door(self, partij: Partij) -> dict[str, str]:
        """By laptop: the clock up to which this person had seen its changes of this row."""
        zelf, tot = partij.laatste.apparaat, partij.laatste.klok
        gezien: dict[str, str] = defaultdict(str)
        te_gaan = [kop for _veld, kop in partij.koppen]
        te_gaan += [
            kop
            for _veld, kop in self._per_id.values()
            if kop.apparaat == zelf and kop.klok <= tot and kop.id not in partij.ids
        ]
        langs: set[str] = set()
        while te_gaan:
            kop = te_gaan.pop()
            gezien[kop.apparaat] = max(gezien[kop.apparaat], kop.klok)
            nieuw = [o for o in kop.ouders if o not in langs and o in self._per_id]
            langs.update(nieuw)
            te_gaan += [self._per_id[ouder][1] for ouder in nieuw]
        self._met_begin(zelf, gezien)
        return gezien

    def _met_begin(self, zelf: str, gezien: dict[str, str]) -> None:
        """Whoever did not make the row has seen how it was made."""
        vast = _vast_veld(self._entiteit)
        gemaakt = self._per_veld.get(vast, [])
        if gemaakt and all(kop.apparaat != zelf for kop in gemaakt):
            eerste = min(gemaakt, key=lambda kop: kop.plaats)
            gezien[eerste.apparaat] = max(gezien[eerste.apparaat], eerste.klok)


def _vast_veld(entiteit: str) -> str:
    """A field that every row of this table has from its beginning."""
    velden = kolommen(gejournaalde_klassen()[entiteit])
    return next((n for n, k in velden if not k.nullable and k.default is None), "")


def _per_persoon(koppen: Iterable[tuple[str, Kop]]) -> tuple[Partij, ...]:
    """Heads by laptop, a delete apart; two of one laptop in one field are two sides."""
    partijen: list[list[tuple[str, Kop]]] = []
    for veld, kop in sorted(koppen, key=lambda paar: paar[1].plaats):
        for partij in partijen:
            zelfde = partij[0][1].apparaat == kop.apparaat
            soort = (partij[0][1].soort == Soort.WEG) == (kop.soort == Soort.WEG)
            if zelfde and soort and veld not in {v for v, _kop in partij}:
                partij.append((veld, kop))
                break
        else:
            partijen.append([(veld, kop)])
    return tuple(Partij(tuple(partij)) for partij in partijen)


def in_eenheid(veld: str, eenheid: Collection[str]) -> bool:
    """True for a field of the unit that is decided about; the row itself holds them all."""
    return veld != RIJ and (RIJ in eenheid or basis(veld) in eenheid)
