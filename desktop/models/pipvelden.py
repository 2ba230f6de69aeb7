"""What may stand in one field of a plan; whether the whole is right says `pipcontrole`."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from desktop.models.fouten import Invoerfout
from desktop.models.pipinhoud import Bezigheid, Dagdeel
from desktop.taal import N_

TEKSTEN = frozenset({"hoofddoel", "participatie_reden"})
GETALLEN: Mapping[str, tuple[int, int]] = {
    "intensiteit": (1, 9999),
    "lesuren_per_week": (0, 168),
    "participatie_uren_per_week": (0, 168),
    "pvt_uren": (0, 9999),
    "map_uren": (0, 9999),
}
"""Lowest and highest: DUO's `geschatteIntensiteitB1Route` (PIP.yml), and the hours of a week."""
ALFABETISERING = frozenset({"", "A", "AA", "NVT"})
VELDEN = TEKSTEN | GETALLEN.keys() | {"alfabetisering", "mag_opleiding_afmaken"}
"""What `Pip.zet` takes; route, week, sentences and part 2 have gestures of their own."""

_REGELTEKSTEN = frozenset({"tekst", "wie", "hoe"})
REGELVELDEN = _REGELTEKSTEN | {"wanneer", "domein", "gezondheid", "doelcode"}
AFSCHAALVELDEN = frozenset(
    {"uren_gevolgd", "uren_fysiek"}
    | {
        f"{wat}_{deel}"
        for wat in ("inzet", "onhaalbaar")
        for deel in ("tekst", "bewijs", "door", "op")
    }
)
CELLEN = frozenset(f"{dag}-{deel.value}" for dag in range(1, 6) for deel in Dagdeel)


def controleer_veld(veld: str, waarde: Any) -> Any:
    """As it is kept. Raises Invoerfout; ValueError for a field that is no field."""
    if veld not in VELDEN:
        raise ValueError(f"no field {veld}")
    if veld in TEKSTEN:
        return lees_alinea(veld, waarde)
    if veld in GETALLEN:
        return lees_getal(veld, waarde, *GETALLEN[veld])
    if veld == "alfabetisering":
        if waarde not in ALFABETISERING:
            raise ValueError(f"not a code of DUO: {waarde}")
        return waarde
    return bool(waarde)


def controleer_regelveld(veld: str, waarde: Any) -> Any:
    """As it is kept in a sentence. Raises Invoerfout."""
    if veld not in REGELVELDEN:
        raise ValueError(f"no field {veld}")
    if veld in _REGELTEKSTEN:
        tekst = lees_alinea(veld, waarde)
        if veld == "tekst" and not tekst:
            raise Invoerfout("tekst", "Schrijf een zin op, of haal deze regel weg.")
        return tekst
    if veld == "gezondheid":
        return bool(waarde)
    return waarde


def controleer_afschaalveld(veld: str, waarde: Any) -> Any:
    """As it is kept. Raises Invoerfout."""
    if veld not in AFSCHAALVELDEN:
        raise ValueError(f"no field {veld}")
    if veld.startswith("uren"):
        return lees_getal(veld, waarde, 0, 9999)
    return waarde if veld.endswith("_op") else lees_alinea(veld, waarde)


def controleer_week(week: Mapping[str, Any]) -> dict[str, Bezigheid]:
    """Raises Invoerfout for a cell or an activity that is not there."""
    uit = {}
    for cel, bezigheid in week.items():
        try:
            if cel not in CELLEN:
                raise ValueError(cel)
            uit[cel] = Bezigheid(bezigheid)
        except ValueError as fout:
            raise Invoerfout("week", "Dit dagdeel of deze bezigheid bestaat niet.") from fout
    return uit


def lees_week(week: Mapping[str, Any]) -> dict[str, Bezigheid]:
    """As it is kept; what only a newer version knows is left out."""
    bekend = {b.value for b in Bezigheid}
    return {cel: Bezigheid(b) for cel, b in week.items() if cel in CELLEN and b in bekend}


def lees_getal(veld: str, waarde: Any, laagst: int, hoogst: int) -> int | None:
    """A whole number, or nothing. Raises Invoerfout."""
    if waarde is None or waarde == "":
        return None
    tekst = str(waarde).strip()
    if not tekst.isascii() or not tekst.isdecimal():
        raise Invoerfout(veld, N_("Schrijf een heel getal."))
    getal = int(tekst)
    if not laagst <= getal <= hoogst:
        raise Invoerfout(
            veld,
            "Schrijf een getal van {laagst} tot en met {hoogst}.",
            laagst=laagst,
            hoogst=hoogst,
        )
    return getal


def lees_alinea(veld: str, waarde: Any) -> str:
    """Text of several lines; what no store can keep is refused (sync.md trap 11)."""
    tekst = unicodedata.normalize("NFC", str(waarde or "")).strip()
    if "\0" in tekst or any(0xD800 <= ord(c) <= 0xDFFF for c in tekst):
        raise Invoerfout(veld, "Hier staat een teken dat niet bewaard kan worden. Typ het opnieuw.")
    return tekst
