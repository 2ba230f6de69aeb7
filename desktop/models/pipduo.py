"""Which fields of a plan DUO takes (PIP.yml, 1.2.0), for its message and for typing over."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.dossier import Indeling
from desktop.models.fouten import Invoerfout
from desktop.models.pipinhoud import Leerroute, Niveau, Pipinhoud
from desktop.taal import N_

MEESTE_UREN = 9999
"""`geschatteIntensiteitB1Route`: the schema's own limit."""
ALFABETISERING: Mapping[str, str] = {
    "A": "Onderwijs voor analfabeet",
    "AA": "Onderwijs voor anders-analfabeet",
    "NVT": "Niet van toepassing",
}
"""`Alfabetiseringsonderwijs`, with DUO's own words for each code."""


def niveau_van(inhoud: Pipinhoud) -> Niveau | None:
    """The level to send; what DUO would make of none in the B1-route is said out loud."""
    match inhoud.leerroute:
        case Leerroute.B1:
            return inhoud.niveau or Niveau.B1
        case Leerroute.ONDERWIJS:
            if inhoud.niveau is Niveau.A2:
                raise Invoerfout("niveau", N_("Niveau A2 kan niet in de onderwijsroute."))
            return inhoud.niveau
        case _:
            return None


def intensiteit_van(inhoud: Pipinhoud) -> int | None:
    """Hours in total, where DUO takes them."""
    uren = inhoud.intensiteit
    if uren is None or not vraagt_uren(inhoud):
        return None
    if not 1 <= uren <= MEESTE_UREN:
        raise Invoerfout("intensiteit", N_("Vul een aantal uren in van 1 tot en met 9999."))
    return uren


def vraagt_uren(inhoud: Pipinhoud) -> bool:
    """Only for an asielstatushouder in the B1-route (domain.md 5.4, f)."""
    asiel = inhoud.wie.doelgroep == Indeling.ASIELSTATUSHOUDER
    return inhoud.leerroute is Leerroute.B1 and asiel
