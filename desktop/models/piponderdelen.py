"""The headings under which the sentences of the plan stand (domain.md 5.2)."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.models.pipfeiten import Pipfeiten
from desktop.models.pipinhoud import DEEL_2, Leerroute, Pipinhoud


class Eis(enum.StrEnum):
    """When a heading must have a sentence."""

    ALTIJD = "altijd"
    ASIEL = "asiel"
    UITKERING = "uitkering"
    ONTZORGEN = "ontzorgen"
    JONGE_KINDEREN = "jonge_kinderen"
    MAP = "map"
    """Not in the onderwijsroute (domain.md 0.8)."""
    VRIJ = "vrij"


@dataclass(frozen=True)
class Onderdeel:
    """One heading; `deel` says which law it rests on, `grondslag` which article."""

    code: str
    kop: str
    uitleg: str
    """One line of help for who writes under it."""
    deel: int
    grondslag: str
    """Printed under the heading."""
    bron: str
    """Where the article was found, and how sure that is."""
    gecontroleerd_op: date
    eis: Eis
    volgorde: int

    @property
    def hoort_bij_ontzorgen(self) -> bool:
        """Says what the municipality pays from the benefit."""
        return self.eis is Eis.ONTZORGEN and self.deel == DEEL_2

    def vereist(self, inhoud: Pipinhoud, feiten: Pipfeiten) -> bool:
        """Must this plan say something under this heading?"""
        match self.eis:
            case Eis.ALTIJD:
                return True
            case Eis.ASIEL:
                return feiten.asiel is True
            case Eis.UITKERING:
                return inhoud.uitkering
            case Eis.ONTZORGEN:
                return inhoud.uitkering and inhoud.ontzorgen
            case Eis.JONGE_KINDEREN:
                return feiten.jonge_kinderen
            case Eis.MAP:
                return inhoud.leerroute in (Leerroute.B1, Leerroute.Z)
            case Eis.VRIJ:
                return False


def onderdelen_uit(ruw: Mapping[str, Any]) -> tuple[Onderdeel, ...]:
    """Reads `resources/pip/onderdelen.toml`, in the order of the plan."""
    gronden = ruw["grondslag"]
    uit = []
    for volgorde, rij in enumerate(ruw["onderdeel"]):
        grond = gronden[rij["grondslag"]]
        uit.append(
            Onderdeel(
                code=rij["code"],
                kop=rij["kop"],
                uitleg=rij["uitleg"],
                deel=rij["deel"],
                grondslag=grond["tekst"],
                bron=grond["bron"],
                gecontroleerd_op=grond["gecontroleerd_op"],
                eis=Eis(rij["eis"]),
                volgorde=volgorde,
            )
        )
    return tuple(uit)
