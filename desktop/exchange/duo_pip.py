"""A plan as DUO takes it: the body of POST `/personen/{bsn}/PIP` (PIP.yml, 1.2.0).

What is typed over in Portaal Inburgering is the same: `documents/overtypblad.py`.
"""

from __future__ import annotations

from typing import Any

from desktop.models.fouten import Invoerfout
from desktop.models.pipduo import ALFABETISERING, intensiteit_van, niveau_van
from desktop.models.pipinhoud import Pipinhoud
from desktop.taal import N_


def pip_bericht(inhoud: Pipinhoud) -> dict[str, Any]:
    """The fields that DUO takes for this plan; what it does not take is left out.

    The level is of the B1-route (and, at B1, of the onderwijsroute), the intensity of an
    asielstatushouder in the B1-route (domain.md 5.4, b, c, e and f). Raises Invoerfout.
    """
    if inhoud.data.dagtekening is None:
        raise Invoerfout("data.dagtekening", N_("Er is nog geen dagtekening: stel het plan vast."))
    if inhoud.leerroute is None:
        raise Invoerfout("leerroute", N_("Kies eerst een leerroute."))
    bericht: dict[str, Any] = {
        "dagtekeningPip": inhoud.data.dagtekening.isoformat(),
        "leerroute": inhoud.leerroute.value,
    }
    if (niveau := niveau_van(inhoud)) is not None:
        bericht["niveau"] = niveau.value
    if (uren := intensiteit_van(inhoud)) is not None:
        bericht["geschatteIntensiteitB1Route"] = uren
    bericht["indicatorMagOpleidingAfmaken"] = inhoud.mag_opleiding_afmaken
    if inhoud.alfabetisering:
        if inhoud.alfabetisering not in ALFABETISERING:
            raise Invoerfout("alfabetisering", N_("Kies A, AA of NVT."))
        bericht["indicatorAlfabetiseringsonderwijs"] = inhoud.alfabetisering
    return bericht
