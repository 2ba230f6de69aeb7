"""How the talk goes: which question comes next, what is asked alone, what the client may see again.

Pure rules over an intake and its question list; the presenter of the talk only
follows them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.dossier import Relatie
from desktop.models.intake import BredeIntake
from desktop.models.schermvragen import Schermvraag, schermvragen
from desktop.models.voortgang import Stand, relevant
from desktop.models.vragen import Gespreksdeel, Voorwaarde, Vraag, Vragenlijst


def gang(standen: Mapping[str, Stand], lijst: Vragenlijst) -> tuple[str, ...]:
    """Codes of the questions that count now, in the proposed order (domain.md 7.6).

    `standen` is what `voortgang` found, so that the conditions are weighed once.
    """
    buiten = (Stand.OVERGESLAGEN, Stand.NIET_NODIG)
    return tuple(v.code for v in lijst.gespreksvolgorde if standen[v.code] not in buiten)


def buur(gang_: tuple[str, ...], lijst: Vragenlijst, code: str, stap: int) -> str | None:
    """The question before (-1) or after (+1) this one; works from one that does not count too."""
    alles = [vraag.code for vraag in lijst.gespreksvolgorde]
    plaats = alles.index(code) + stap
    telt = set(gang_)
    while 0 <= plaats < len(alles):
        if alles[plaats] in telt:
            return alles[plaats]
        plaats += stap
    return None


def eerst_alleen(intake: BredeIntake, vraag: Vraag, dag: date) -> bool:
    """True when first has to be asked whether the client is alone (domain.md 3.2, 4)."""
    return vraag.alleen and not intake.gesloten and not intake.alleen_op(dag)


def tolk_hoorde(
    intake: BredeIntake, vraag: Vraag, antwoord: Antwoord, gezegd_op: date | None, dag: date
) -> bool:
    """Whether the interpreter of today may see the answer: what was said about health, or alone,
    in an earlier sitting was said to another interpreter.

    `gezegd_op`, `dag`: the day of the answer and today, both as they are at the table.
    """
    if not (vraag.gezondheid or vraag.afgeschermd or vraag.alleen):
        return True
    if antwoord.op is None or gezegd_op != dag:
        return False
    zitting = intake.lopende_zitting
    begin = zitting.begonnen_op if zitting is not None else None
    return begin is None or antwoord.op >= begin


def mag_terugzien(laatste: Vraag, nu: Vraag) -> bool:
    """Whether an earlier answer may stay on the client's screen with this question.

    What was answered without COA and VluchtelingenWerk is not shown when they are
    back at the table, and an answer given alone is never shown again.
    """
    if not laatste.voor_client or laatste.alleen or laatste.afgeschermd:
        return False
    besloten = laatste.deel_van_gesprek is Gespreksdeel.BESLOTEN
    return not besloten or nu.deel_van_gesprek is Gespreksdeel.BESLOTEN


def aantal_kinderen(intake: BredeIntake) -> int:
    """Children as said at OP01, else as the household in the dossier names them."""
    antwoord = intake.antwoorden.get("OP01")
    if antwoord is not None and antwoord.waarde and antwoord.waarde.isdigit():
        return int(antwoord.waarde)
    return sum(h.relatie is Relatie.KIND for h in intake.dossier.huisgenoten)


def schermen(intake: BredeIntake, vraag: Vraag) -> tuple[Schermvraag, ...]:
    """The pages on which the client answers this question now."""
    antwoord = intake.antwoorden.get(vraag.code)
    gekozen = antwoord.opties if antwoord else ()
    return schermvragen(vraag, gekozen, kinderen=aantal_kinderen(intake))


def waarom_niet(intake: BredeIntake, vraag: Vraag, lijst: Vragenlijst) -> Voorwaarde | None:
    """The first condition that keeps a question out; None when it counts."""
    if relevant(intake, vraag, lijst):
        return None
    return vraag.voorwaarden[0]


def te_bevestigen(intake: BredeIntake, gang_: Sequence[str]) -> tuple[str, ...]:
    """Of these questions, what the client answered and the klantmanager did not agree with yet."""
    return tuple(
        code
        for code in gang_
        if (antwoord := intake.antwoorden.get(code)) is not None
        and antwoord.status is not Antwoordstatus.OPEN
        and not antwoord.bevestigd
    )
