"""What the closing starts from: the client's own answers as first sentences (domain.md 3.2, 5)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.antwoord import Antwoordstatus
from desktop.models.intake import BredeIntake
from desktop.models.voortgang import telt_mee
from desktop.models.vragen import Vragenlijst


@dataclass(frozen=True)
class Voorstel:
    """First texts for the closing; the klantmanager and the client make them their own."""

    sterke_punten: str = ""
    wens_een_jaar: str = ""
    wens_drie_jaar: str = ""


def voorstel(intake: BredeIntake, lijst: Vragenlijst) -> Voorstel:
    """Strengths from SP07, wishes from RE03 and RE04, in the words of the tiles."""
    return Voorstel(
        sterke_punten=_woorden(intake, lijst, "SP07"),
        wens_een_jaar=_woorden(intake, lijst, "RE03"),
        wens_drie_jaar=_woorden(intake, lijst, "RE04"),
    )


def neem_over(intake: BredeIntake, lijst: Vragenlijst) -> None:
    """Fills what is still empty; what somebody wrote stays."""
    uit = voorstel(intake, lijst)
    for veld in ("sterke_punten", "wens_een_jaar", "wens_drie_jaar"):
        if not getattr(intake, veld).strip() and getattr(uit, veld):
            setattr(intake, veld, getattr(uit, veld))


def _woorden(intake: BredeIntake, lijst: Vragenlijst, code: str) -> str:
    vraag = lijst.vragen.get(code)
    if vraag is None:
        return ""
    antwoord = telt_mee(intake, vraag, lijst)
    if antwoord is None or antwoord.status is not Antwoordstatus.BEANTWOORD:
        return ""
    opties = [vraag.optie(keuze) for keuze in antwoord.opties if keuze != vraag.geen]
    teksten = [optie.tekst for optie in opties if optie is not None]
    return f"{', '.join(teksten)}." if teksten else ""
