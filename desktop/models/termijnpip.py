"""Dates up to the plan: when it is due, when the talk is, until when it can be objected to (D1-D4).

Every rule is a function of facts and policy; None when it does not apply, or a fact is missing.
"""

from __future__ import annotations

from datetime import date

from desktop.models.termijn import (
    DAG,
    Feitnaam,
    Invoer,
    Onzeker,
    Regel,
    Soort,
    Status,
    Termijn,
)
from desktop.models.termijnbeleid import Termijnbeleid
from desktop.models.termijnfeiten import Feiten, Pipversie


def anker(feiten: Feiten) -> tuple[date | None, tuple[Invoer, ...], Onzeker | None]:
    """The day at which the ten weeks begin, what it rests on, and how sure it is.

    The later of kennisgeving and BRP; a start that DUO announced goes before both, unless it is
    earlier than what is known.
    """
    bekend = [
        Invoer(naam, dag)
        for naam, dag in (
            (Feitnaam.KENNISGEVING, feiten.kennisgeving),
            (Feitnaam.BRP, feiten.brp),
        )
        if dag is not None
    ]
    eigen = max((i.dag for i in bekend if i.dag), default=None)
    if feiten.ss139 is not None and (eigen is None or feiten.ss139 >= eigen):
        return feiten.ss139, (*bekend, Invoer(Feitnaam.SS139, feiten.ss139)), None
    return eigen, tuple(bekend), None if len(bekend) == 2 else Onzeker.ANKER


def pip_uiterlijk(feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D1: last day for the PIP, ten weeks after the anchor."""
    begin, inputs, onzeker = anker(feiten)
    if begin is None:
        return None
    term = beleid["pip"]
    ruw = term.duur.na(begin)
    return Termijn(
        Regel.D1,
        Soort.PLICHT,
        term,
        inputs,
        ruw,
        term.wettelijk(ruw),
        onzeker=onzeker,
        door_duo=inputs[-1].naam == Feitnaam.SS139,
        status=Status.KLAAR if feiten.versies else Status.OPEN,
    )


def pip_na_informatie(feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D2: last day for the PIP when information was asked before D1 was over.

    While something has not come it has no end of its own: it keeps the day of D1, and waits.
    """
    gewoon = pip_uiterlijk(feiten, beleid) if feiten.informatie else None
    if gewoon is None:
        return None
    # What has not come stands last, before it what came last.
    op_tijd = sorted(
        (i for i in feiten.informatie if i.gevraagd < gewoon.wettelijk),
        key=lambda i: (i.ontvangen is None, i.ontvangen or i.gevraagd),
    )
    if not op_tijd:
        return None
    term = beleid["pip_informatie"]
    wacht = any(i.ontvangen is None for i in op_tijd) and not feiten.versies
    ruw, wettelijk = gewoon.ruw, gewoon.wettelijk
    # Asked in time is before the legal day; what came is counted on from the day to work towards.
    telt_door = not wacht and any(i.ontvangen is not None for i in op_tijd)
    inputs = [Invoer(Feitnaam.ZONDER_WACHTEN, ruw if telt_door else wettelijk)]
    for i in op_tijd:
        inputs.append(Invoer(Feitnaam.GEVRAAGD, i.gevraagd))
        if i.ontvangen is not None:
            inputs.append(Invoer(Feitnaam.ONTVANGEN, i.ontvangen))
            later = term.duur.na(i.ontvangen)
            ruw, wettelijk = max(ruw, later), max(wettelijk, term.wettelijk(later))
    status = Status.WACHT_OP_DERDEN if wacht else Status.OPEN
    return Termijn(
        Regel.D2,
        Soort.PLICHT,
        term,
        tuple(inputs),
        ruw,
        wettelijk,
        onzeker=gewoon.onzeker,
        status=Status.KLAAR if feiten.versies else status,
    )


def intake_plannen(feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D3: the talk has a day by then."""
    return _intake(Regel.D3A, "intake_plannen", feiten, beleid, feiten.intake_gepland)


def intake_voeren(feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D3: the talk is held by then."""
    return _intake(Regel.D3B, "intake_voeren", feiten, beleid, feiten.intake_gevoerd)


def _intake(
    regel: Regel, naam: str, feiten: Feiten, beleid: Termijnbeleid, gedaan: date | None
) -> Termijn | None:
    begin, inputs, onzeker = anker(feiten)
    if begin is None:
        return None
    term = beleid[naam]
    ruw = term.duur.na(begin)
    if gedaan is not None:
        inputs = (*inputs, Invoer(Feitnaam.INTAKE, gedaan))
    klaar = gedaan is not None or feiten.intake_gevoerd is not None or bool(feiten.versies)
    status = Status.KLAAR if klaar else Status.OPEN
    return Termijn(regel, Soort.STREEF, term, inputs, ruw, ruw, onzeker=onzeker, status=status)


def bezwaar(versie: Pipversie, beleid: Termijnbeleid) -> Termijn:
    """D4: until when the client can object to this version; each version has its own."""
    term = beleid["bezwaar"]
    dag = versie.bekendmaking or versie.dagtekening
    bekend = versie.bekendmaking is not None
    ruw = term.duur.na(dag)
    wettelijk = term.wettelijk(ruw)
    naam = Feitnaam.BEKENDMAKING if bekend else Feitnaam.DAGTEKENING_VERSIE
    return Termijn(
        Regel.D4,
        Soort.TOT,
        term,
        (Invoer(naam, dag),),
        ruw,
        wettelijk,
        start=dag + DAG,
        einde=wettelijk + DAG,
        onzeker=None if bekend else Onzeker.BEKENDMAKING,
        nummer=versie.versie,
    )
