"""The merge: what a row says when several people changed it (sync.md, "What is exchanged").

A field's heads are the changes that no other change of that field names as its
parent. One head is the value. Several heads are a conflict: the one with the
highest clock is shown, all are kept, and a person's choice is a new change whose
parents are all of them. Nothing here depends on the order in which changes came,
nor on how often.

A deleted row keeps the heads of its fields: the delete stands on the empty field
and names every head that its author saw. A head that it does not name is an edit
by somebody who did not know, and then the row comes up as a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from desktop.models.basis import RANG, Base, Gejournaald, Kaart
from desktop.models.wijziging import Soort

RIJ = ""
"""The field that stands for the row as a whole."""


class Kop(NamedTuple):
    """One head, as the journal has it."""

    id: str
    soort: str
    waarde: str | None
    klok: str
    apparaat: str
    volgnummer: int
    auteur: str | None
    ouders: tuple[str, ...]

    @property
    def plaats(self) -> tuple[str, str, int]:
        """The total order that decides which head is shown."""
        return (self.klok, self.apparaat, self.volgnummer)

    @property
    def inhoud(self) -> tuple[str, str | None]:
        """What it says; two heads that say the same agree."""
        return (self.soort, self.waarde)


Velden = Mapping[str, Sequence[Kop]]
"""Field name to heads, the shown one last."""


def getoond(koppen: Sequence[Kop]) -> Kop:
    """The head that is shown: the highest clock; device and sequence when clocks are equal."""
    return koppen[0] if len(koppen) == 1 else max(koppen, key=lambda kop: kop.plaats)


def eens(koppen: Sequence[Kop]) -> bool:
    """True when all heads say the same."""
    return len(koppen) < 2 or len({kop.inhoud for kop in koppen}) == 1


def verwijderd(velden: Velden) -> bool:
    """True when a delete of the row is what is shown; perhaps not everybody agrees."""
    koppen = velden.get(RIJ)
    return bool(koppen) and getoond(koppen or ()).soort == Soort.WEG


def ongezien(velden: Velden) -> list[Kop]:
    """Heads of fields that are not among what the deleters saw."""
    gezien = {
        ouder for kop in velden.get(RIJ, ()) if kop.soort == Soort.WEG for ouder in kop.ouders
    }
    return [
        kop
        for veld, koppen in velden.items()
        for kop in koppen
        if veld != RIJ and kop.id not in gezien
    ]


def is_weg(velden: Velden) -> bool:
    """True when the row was deleted, and nobody changed it without knowing that."""
    return verwijderd(velden) and not ongezien(velden)


def verwijderd_en_gewijzigd(velden: Velden) -> bool:
    """True when one person deleted the row and another one changed it."""
    return (verwijderd(velden) and bool(ongezien(velden))) or not eens(velden.get(RIJ, ()))


@cache
def _velden_van(klasse: Any) -> dict[str, sa.ColumnElement[Any]]:
    return {a.key: a.columns[0] for a in sa.inspect(klasse).column_attrs}


@cache
def _kaarten(klasse: Any) -> frozenset[str]:
    return frozenset(n for n, kolom in _velden_van(klasse).items() if isinstance(kolom.type, Kaart))


def basis(veld: str) -> str:
    """The column of a field; an element of a map is named `column:element`."""
    return veld.split(":", 1)[0]


@cache
def _stil(klasse: Any) -> frozenset[str]:
    """Columns in which two values are no conflict."""
    rang = {naam for naam, kolom in _velden_van(klasse).items() if RANG in kolom.info}
    return frozenset(klasse.BIJZAAK | rang)


def getoonde_waarden(klasse: Any, velden: Velden) -> dict[str, object]:
    """Column to what is shown: JSON text, or for a map its elements with their JSON text."""
    kolommen, kaarten = _velden_van(klasse), _kaarten(klasse)
    uit: dict[str, object] = {naam: {} for naam in kaarten}
    for veld, koppen in velden.items():
        kolom, _, element = veld.partition(":")
        kop = getoond(koppen)
        if not element:
            if kolom in kolommen and kolom not in kaarten:
                uit[kolom] = kop.waarde
        elif kop.soort == Soort.ERBIJ and isinstance(kaart := uit.get(kolom), dict):
            kaart[element] = kop.waarde
    if klasse.TELLER and klasse.TELLER in velden:
        uit[klasse.TELLER] = str(hoogste(velden[klasse.TELLER]))
    return uit


def hoogste(koppen: Iterable[Kop]) -> int:
    """Of a number that only rises: what was told last may be lower than what was told before."""
    waarden = (kop.waarde or "" for kop in koppen)
    return max((int(waarde) for waarde in waarden if waarde.isdecimal()), default=0)


def strijdige_velden(klasse: Any, velden: Velden) -> frozenset[str]:
    """The fields that a person has to decide about; empty when the merge is complete.

    The empty field is among them when one deleted and another one changed; all
    fields of an answer are when what was merged contradicts itself.
    """
    stil = _stil(klasse)
    uit = {
        veld
        for veld, koppen in velden.items()
        if not eens(koppen) and veld != RIJ and basis(veld) not in stil
    }
    if verwijderd_en_gewijzigd(velden):
        uit.add(RIJ)
    if not uit and klasse.SPREKEND:
        sprekend = {veld for veld in velden if basis(veld) in klasse.SPREKEND}
        # One laptop does not contradict itself; only what two of them wrote is weighed.
        if len({kop.apparaat for veld in sprekend for kop in velden[veld]}) > 1:
            uit |= sprekend if klasse.tegenstrijdig(getoonde_waarden(klasse, velden)) else set()
    return frozenset(uit)


def eenheid(klasse: Any, veld: str) -> frozenset[str]:
    """The columns that are decided together with this field."""
    kolom = basis(veld)
    return next((groep for groep in klasse.SAMEN if kolom in groep), frozenset({kolom}))


def journaalklasse(klasse: type[Base]) -> type[Gejournaald]:
    """The same class, as the journal sees it. Raises TypeError for one that is not journalled."""
    if not issubclass(klasse, Gejournaald):
        raise TypeError(klasse.__name__)
    return klasse
