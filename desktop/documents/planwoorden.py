"""Sentences of the plan's papers that more than one of them needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from desktop.models.pipinhoud import Wijzigreden

WIJZIGREDEN: Mapping[Wijzigreden, str] = {
    Wijzigreden.ROUTEWISSEL: "Een andere route past nu beter bij u.",
    Wijzigreden.AFSCHALEN: "Het taalniveau in uw plan gaat naar A2.",
    Wijzigreden.GEZIN: "Uw gezin is veranderd.",
    Wijzigreden.GEZONDHEID: "Uw situatie is veranderd.",
    Wijzigreden.WERK: "Uw werk is veranderd.",
    Wijzigreden.VERHUIZING: "U bent verhuisd.",
    Wijzigreden.CORRECTIE: "Er stond iets niet goed in uw plan.",
    Wijzigreden.BEZWAAR: "U heeft bezwaar gemaakt.",
}
"""Why there is a new version. That it is about health does not stand on paper."""
VERKLARING: Mapping[str, str] = {
    "besproken": "Het plan is met mij besproken en ik heb het begrepen.",
    "akkoord": "Ik ben het eens met dit plan.",
}
WIJZE: Mapping[str, str] = {
    "scherm": "Getekend op het scherm",
    "papier": "Getekend op papier; de scan zit in het dossier",
    "gezien": "Heeft het plan gezien en tekent niet",
    "geen": "Geen handtekening",
}


def laatste_dag(einde: date | None) -> date | None:
    """The last day of a term that DUO counts up to and without its end."""
    return None if einde is None else einde - timedelta(days=1)
