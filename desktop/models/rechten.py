"""Who may read and write which class of data (domain.md 7.6).

The one matrix: the central store enforces it with row-level security, a laptop
receives nothing else, and the screens only offer what it allows. A right covers
dossiers to which somebody has access (`models/toegang.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.models.basis import Stroomklasse as K
from desktop.models.dossier import Rol


@dataclass(frozen=True)
class Recht:
    """What one role may do with the classes of a dossier that it has access to."""

    lezen: frozenset[K]
    schrijven: frozenset[K] = frozenset()


INTAKE = frozenset(
    {
        K.IDENTITEIT,
        K.BSN,
        K.VNUMMER,
        K.GEWOON,
        K.SOCIAAL,
        K.WONEN,
        K.DAGELIJKS,
        K.MOBILITEIT,
        K.REGIE,
        K.WERK,
        K.SCORE,
        K.GEZONDHEID,
        K.AFGESCHERMD,
        K.GELD,
        K.KINDEREN,
    }
)
"""All that the talk is made of."""

AFGESCHERMD = frozenset({K.GEZONDHEID, K.AFGESCHERMD})
"""What a leidinggevende sees only after breaking the glass, and what every view of is kept."""

PLAN = frozenset({K.PIP, K.PIP2})
"""Weighing, plan and dates; partners get the parts of it that were agreed on paper."""

_OVERAL = frozenset({K.GEMEENTE})
_SPOOR = frozenset({K.SPOOR})
_PARTNER = _OVERAL | {K.IDENTITEIT}

RECHTEN: Mapping[Rol, Recht] = {
    Rol.KLANTMANAGER: Recht(
        _OVERAL | INTAKE | PLAN | {K.TOETS, K.ROOSTER, K.TOEGANG, K.SPOOR},
        # Registers for the test, plans it, decides that it is skipped (domain.md 4.2).
        _OVERAL | INTAKE | PLAN | {K.TOETS, K.ROOSTER, K.TOEGANG, K.SPOOR},
    ),
    Rol.LEIDINGGEVENDE: Recht(
        _OVERAL | (INTAKE - AFGESCHERMD) | PLAN | {K.TOETS, K.ROOSTER, K.TOEGANG, K.SPOOR},
        # Hand over a dossier and share it, read a weighing along and set a plan under mandate;
        # not change what somebody said.
        _OVERAL | PLAN | {K.IDENTITEIT, K.TOEGANG, K.SPOOR},
    ),
    Rol.TOETSBEGELEIDER: Recht(
        _OVERAL | {K.IDENTITEIT, K.TOETS, K.ROOSTER}, _OVERAL | {K.TOETS, K.ROOSTER, K.SPOOR}
    ),
    Rol.BEHEERDER: Recht(_OVERAL | {K.ROOSTER} | _SPOOR, _OVERAL),
    Rol.VLUCHTELINGENWERK: Recht(_PARTNER | {K.WONEN}, _SPOOR),
    Rol.COA: Recht(_PARTNER | {K.VNUMMER}, _SPOOR),
    Rol.TAALAANBIEDER: Recht(_PARTNER | {K.SOCIAAL, K.REGIE, K.WERK}, _SPOOR),
    Rol.WERKCORPORATIE: Recht(_PARTNER | {K.WERK, K.MOBILITEIT}, _SPOOR),
    Rol.ONTZORGER: Recht(_PARTNER | {K.GELD}, _SPOOR),
}

PARTNERS = (Rol.VLUCHTELINGENWERK, Rol.COA, Rol.TAALAANBIEDER, Rol.WERKCORPORATIE, Rol.ONTZORGER)
"""They read their slice of dossiers that are shared with them, and write nothing."""


def mag_lezen(rol: Rol, klasse: K) -> bool:
    """True when this role may read this class, in a dossier that it has access to."""
    return klasse in RECHTEN[rol].lezen


def mag_schrijven(rol: Rol, klasse: K) -> bool:
    """True when this role may write this class, in a dossier that it has access to."""
    return klasse in RECHTEN[rol].schrijven
