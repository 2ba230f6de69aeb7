"""DUO's file for one dossier: read whole, and what it does not say of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.exchange.duo_lbt import GROOTST, Duobestand, Duofout, lees_lbt
from desktop.models.toetsbeleid import Toetsbeleid
from desktop.taal import _, meervoud


def lees(pad: Path, bsn: str, vandaag: date, beleid: Toetsbeleid) -> Duobestand:
    """Raises Duofout, also for a file of somebody else or without a result."""
    try:
        with pad.open("rb") as bron:
            inhoud = bron.read(GROOTST + 1)
    except OSError as fout:
        raise Duofout("Dit bestand is niet te lezen. Kies een ander bestand.") from fout
    gelezen = lees_lbt(inhoud, vandaag=vandaag, hoogste_score=beleid.hoogste_score)
    if gelezen.bsn and bsn and gelezen.bsn != bsn:
        raise Duofout("Dit bestand is van iemand anders. Kies het bestand van deze cliënt.")
    if not gelezen.resultaten:
        raise Duofout("In dit bestand staat nog geen uitslag, alleen een examennummer.")
    return gelezen


def let_op(gelezen: Duobestand, naam: str, bsn: str, examennummer: str) -> list[str]:
    """Sentences for the second look: whose it is, and which result of several."""
    uit = []
    zelfde = bool(gelezen.examennummer) and gelezen.examennummer == examennummer
    if gelezen.examennummer and examennummer and not zelfde:
        uit.append(_("Het examennummer in het bestand is anders dan in dit dossier."))
    elif not zelfde and not (gelezen.bsn and bsn):
        zin = _("In het bestand staat niet van wie de uitslag is. Kijk na of dit {naam} is.")
        uit.append(zin.format(naam=naam))
    if len(gelezen.resultaten) > 1:
        uit.append(
            meervoud(
                "In het bestand staat {aantal} uitslag. Dit is de laatste.",
                "In het bestand staan {aantal} uitslagen. Dit is de laatste.",
                len(gelezen.resultaten),
            )
        )
    return uit
