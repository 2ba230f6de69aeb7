"""In which classes of data the changes of an entity may travel, from the mapped classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from desktop.models.basis import Base, Gejournaald, Stroomklasse
from desktop.models.samenvoegen import journaalklasse
from desktop.store.projectie import kolommen


def toegestane_klassen(klasse: type[Base]) -> Mapping[str, frozenset[str]]:
    """Field (`*` for all) to the classes of data in which its changes may travel.

    Else somebody could write, in a class that they may write, a field of a row
    that belongs to a class that they may not. The class of a row can depend on
    its enumerations and booleans, so each of their values is tried.
    """
    journaal = journaalklasse(klasse)
    if (per_veld := journaal.klassen_per_veld()) is not None:
        return {veld: frozenset({k.value}) for veld, k in per_veld.items()}

    def proef() -> Gejournaald:
        rij = journaal()
        if hasattr(klasse, "dossier_id"):
            rij.dossier_id = "x"  # type: ignore[attr-defined]  # not every class has one
        return rij

    velden = [veld for veld, _kolom in kolommen(klasse)]

    def klassen(rij: Gejournaald) -> set[str]:
        return {rij.stroomklasse.value, *(rij.stroomklasse_van(veld).value for veld in velden)}

    uit = klassen(proef())
    for veld, kolom in kolommen(klasse):
        waarden: Iterable[object] = ()
        if isinstance(kolom.type, sa.Enum) and kolom.type.enum_class is not None:
            vrij = kolom.type.enum_class is Stroomklasse
            waarden = ANTWOORDKLASSEN if vrij else tuple(kolom.type.enum_class)
        elif isinstance(kolom.type, sa.Boolean):
            waarden = (True, False)
        for waarde in waarden:
            rij = proef()
            setattr(rij, veld, waarde)
            uit |= klassen(rij)
    return {"*": frozenset(uit)}


ANTWOORDKLASSEN = (
    Stroomklasse.GEWOON,
    Stroomklasse.SOCIAAL,
    Stroomklasse.WONEN,
    Stroomklasse.DAGELIJKS,
    Stroomklasse.MOBILITEIT,
    Stroomklasse.REGIE,
    Stroomklasse.WERK,
    Stroomklasse.SCORE,
    Stroomklasse.GEZONDHEID,
    Stroomklasse.AFGESCHERMD,
    Stroomklasse.GELD,
    Stroomklasse.KINDEREN,
)
"""Classes that a row may choose for itself, where its class of data is a column."""
