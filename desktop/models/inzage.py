"""Everything that is kept about one client, as values (AVG article 15; domain.md 7.2 and 7.6).

Shielded things are apart: who lives with the client may read over a shoulder, so
the ordinary part must not even show that there is another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from desktop.models.basis import Stroomklasse
from desktop.models.rechten import INTAKE, PLAN
from desktop.models.samenvoegen import basis

VOLLEDIG = INTAKE | PLAN | {Stroomklasse.TOETS, Stroomklasse.TOEGANG, Stroomklasse.SPOOR}
"""All classes of data that a dossier is made of."""


@dataclass(frozen=True)
class Gegeven:
    """One row as it stands. `velden`: column to plain JSON value; `klassen`: its class of data."""

    tabel: str
    rij: str
    velden: Mapping[str, Any]
    klassen: Mapping[str, Stroomklasse]

    def alleen(self, *, afgeschermd: bool) -> Gegeven | None:
        """Only the fields that are shielded, or only the others; None when there are none."""
        over = {
            veld: waarde
            for veld, waarde in self.velden.items()
            if is_afgeschermd(self.klassen[veld]) is afgeschermd
        }
        return replace(self, velden=over) if over else None


@dataclass(frozen=True)
class Verandering:
    """One change of one field: who, when, on which laptop, and what it became."""

    moment: datetime
    wie: str
    laptop: str
    tabel: str
    rij: str
    veld: str
    soort: str
    waarde: Any
    klasse: Stroomklasse | None
    """None for a class that only a newer version knows."""


@dataclass(frozen=True)
class Bekeken:
    """Somebody looked."""

    moment: datetime
    wie: str
    wat: str
    reden: str
    afgeschermd: bool


@dataclass(frozen=True)
class Wieziet:
    """Somebody who may see the dossier, and why."""

    wie: str
    rol: str
    grond: str
    tot: date | None
    reden: str
    voor: str


@dataclass(frozen=True)
class Inzage:
    """All of it, or one part of it."""

    dossier: str
    nummer: str
    naam: str
    gemaakt_op: datetime
    gemaakt_door: str
    afgeschermd: bool
    gegevens: tuple[Gegeven, ...]
    veranderingen: tuple[Verandering, ...]
    bekeken: tuple[Bekeken, ...]
    toegang: tuple[Wieziet, ...]
    personen: Mapping[str, str]
    """Names of the colleagues that are mentioned, by id."""
    ontbreekt: frozenset[Stroomklasse] = frozenset()
    """Classes of data that are not on this laptop: its user may not see them."""

    def deel(self, *, afgeschermd: bool) -> Inzage:
        """The ordinary part, or the shielded one."""
        gegevens = tuple(
            over for g in self.gegevens if (over := g.alleen(afgeschermd=afgeschermd)) is not None
        )
        apart = self._aparte_veranderingen()
        veranderingen = tuple(
            v for n, v in enumerate(self.veranderingen) if (n in apart) is afgeschermd
        )
        return replace(
            self,
            afgeschermd=afgeschermd,
            gegevens=gegevens,
            veranderingen=veranderingen,
            bekeken=tuple(b for b in self.bekeken if b.afgeschermd is afgeschermd),
            toegang=() if afgeschermd else self.toegang,
            personen=_genoemd(self.personen, gegevens, veranderingen),
            ontbreekt=frozenset(k for k in self.ontbreekt if is_afgeschermd(k) is afgeschermd),
        )

    @property
    def leeg(self) -> bool:
        """True when there is nothing in this part."""
        return not (self.gegevens or self.veranderingen)

    def _aparte_veranderingen(self) -> set[int]:
        """Places of the changes that are shielded.

        Also what was written before it became so, and all of a row that is gone and
        was shielded at any time, or went in the very gesture that wrote a shielded one:
        a note that becomes shielded goes on as another row.
        """
        nu = {(g.tabel, g.rij): g.klassen for g in self.gegevens}
        geheim = [v for v in self.veranderingen if is_afgeschermd(v.klasse)]
        gebaren = {(v.tabel, v.moment, v.laptop) for v in geheim}
        ooit = {(v.tabel, v.rij) for v in geheim}
        ooit |= {
            (v.tabel, v.rij)
            for v in self.veranderingen
            if not v.veld and (v.tabel, v.moment, v.laptop) in gebaren
        }
        uit = set()
        for n, v in enumerate(self.veranderingen):
            klassen = nu.get((v.tabel, v.rij))
            if klassen is None:
                apart = (v.tabel, v.rij) in ooit
            elif v.veld:
                apart = is_afgeschermd(klassen.get(basis(v.veld)))
            else:
                apart = all(is_afgeschermd(klasse) for klasse in klassen.values())
            if apart or is_afgeschermd(v.klasse):
                uit.add(n)
        return uit


def is_afgeschermd(klasse: Stroomklasse | None) -> bool:
    """True for what may be dangerous to the client in the hands of somebody else."""
    return klasse is Stroomklasse.AFGESCHERMD


def _genoemd(
    personen: Mapping[str, str],
    gegevens: Iterable[Gegeven],
    veranderingen: Iterable[Verandering],
) -> dict[str, str]:
    waarden = {w for g in gegevens for w in g.velden.values() if isinstance(w, str)}
    waarden |= {v.waarde for v in veranderingen if isinstance(v.waarde, str)}
    return {id_: naam for id_, naam in personen.items() if id_ in waarden}
