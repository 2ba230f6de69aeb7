"""The term of three years and what hangs on it (D5-D12, D18, D19).

The first PIP fixes it; a later version moves nothing here. DUO's own dates go before ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from desktop.models.deeldatum import Deeldatum
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.models.termijn import DAG, Feitnaam, Invoer, Onzeker, Regel, Soort, Status, Termijn
from desktop.models.termijnbeleid import Term, Termijnbeleid, plus_maanden
from desktop.models.termijnfeiten import Feiten


class Looptijd(NamedTuple):
    """The term itself: half-open, who says so, and from which facts."""

    start: date
    einde: date
    laatste_dag: date
    door_duo: bool
    onzeker: Onzeker | None
    """What DUO confirmed is sure."""
    inputs: tuple[Invoer, ...]
    vanaf_start: tuple[Invoer, ...]
    """The input of a rule that counts from the start."""
    vanaf_einde: tuple[Invoer, ...]
    """The input of a rule that counts back from the end."""

    @classmethod
    def van(cls, start: date, einde: date, inputs: Iterable[Invoer], *, door_duo: bool) -> Looptijd:
        """Once for all rules that look at it."""
        laatste = einde - DAG
        begin = Feitnaam.DUO_START if door_duo else Feitnaam.START
        slot = Feitnaam.DUO_LAATSTE_DAG if door_duo else Feitnaam.LAATSTE_DAG
        return cls(
            start,
            einde,
            laatste,
            door_duo,
            None if door_duo else Onzeker.DUO,
            tuple(inputs),
            (Invoer(begin, start),),
            (Invoer(slot, laatste),),
        )


def looptijd(feiten: Feiten, beleid: Termijnbeleid) -> Looptijd | None:
    """From the day after the first PIP, three years, and what DUO gave more.

    What DUO said goes before it; of extra time then only what was decided after that, unless
    the end that DUO gave is one without any: then it was written down later than it was said.
    """
    duur = beleid["inburgeringstermijn"].duur
    if feiten.duo is not None:
        start, einde, door_duo = feiten.duo.start, feiten.duo.einde, True
        inputs = [
            Invoer(Feitnaam.DUO_START, start),
            Invoer(Feitnaam.DUO_LAATSTE_DAG, einde - DAG),
        ]
    elif feiten.eerste is not None:
        start, door_duo = feiten.eerste.dagtekening + DAG, False
        einde = duur.na(start)
        inputs = [Invoer(Feitnaam.DAGTEKENING, feiten.eerste.dagtekening)]
    else:
        return None
    kaal = feiten.duo is None or einde <= duur.na(start)
    for extra in feiten.verlengingen:
        if kaal or (feiten.duo is not None and extra.op > feiten.duo.op):
            if extra.tot is not None:
                # An end that DUO named is DUO's date, whatever the start was counted from.
                einde, door_duo = extra.tot, True
            elif extra.duur is not None:
                einde = extra.duur.na(einde)
            inputs.append(Invoer(Feitnaam.VERLENGD, extra.op))
    return Looptijd.van(start, einde, inputs, door_duo=door_duo)


def inburgeringstermijn(loop: Looptijd, beleid: Termijnbeleid) -> Termijn:
    """D5: the period itself; its day is the last one."""
    return _op(
        Regel.D5,
        Soort.VERWACHT,
        beleid["inburgeringstermijn"],
        loop.inputs,
        loop.laatste_dag,
        loop,
        start=loop.start,
        einde=loop.einde,
    )


def routewissel(loop: Looptijd, beleid: Termijnbeleid) -> Termijn:
    """D6: last day to change route; from onderwijsroute to B1 there is no last day."""
    term = beleid["routewissel"]
    einde = term.duur.na(loop.start)
    return _op(
        Regel.D6,
        Soort.TOT,
        term,
        loop.vanaf_start,
        einde - DAG,
        loop,
        start=loop.start,
        einde=einde,
    )


def map_streefdag(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D7: the MAP by local policy. The onderwijsroute has no MAP."""
    if feiten.leerroute is Leerroute.ONDERWIJS:
        return None
    term = beleid["map_streefdag"]
    ruw = term.duur.na(loop.start) - DAG
    return _klaar(
        _op(Regel.D7A, Soort.STREEF, term, loop.vanaf_start, ruw, loop),
        Invoer(Feitnaam.MAP_KLAAR, feiten.map_klaar),
    )


def map_uiterlijk(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D7: the MAP by law."""
    if feiten.leerroute is Leerroute.ONDERWIJS:
        return None
    term = beleid["inburgeringstermijn"]
    return _klaar(
        _op(Regel.D7B, Soort.PLICHT, term, loop.vanaf_einde, loop.laatste_dag, loop),
        Invoer(Feitnaam.MAP_KLAAR, feiten.map_klaar),
    )


def route_uiterlijk(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> Termijn:
    """D8: the leerroute, on the last day of the term."""
    term = beleid["inburgeringstermijn"]
    return _klaar(
        _op(Regel.D8A, Soort.PLICHT, term, loop.vanaf_einde, loop.laatste_dag, loop),
        Invoer(Feitnaam.ROUTE_KLAAR, feiten.route_klaar),
    )


def pvt_uiterlijk(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> Termijn:
    """D8: the PVT, on the same day."""
    term = beleid["inburgeringstermijn"]
    return _klaar(
        _op(Regel.D8B, Soort.PLICHT, term, loop.vanaf_einde, loop.laatste_dag, loop),
        Invoer(Feitnaam.PVT_KLAAR, feiten.pvt_klaar),
    )


def verlenging_vanaf(loop: Looptijd, beleid: Termijnbeleid) -> Termijn:
    """D9: from then on extra time can be asked."""
    term = beleid["verlenging"]
    ruw = term.duur.na(loop.start)
    einde = max(loop.einde, ruw + DAG)
    return _op(Regel.D9, Soort.VANAF, term, loop.vanaf_start, ruw, loop, start=ruw, einde=einde)


def duobrief(loop: Looptijd, beleid: Termijnbeleid) -> Termijn:
    """D10: DUO's letter, and from when DUO takes *niet verwijtbaar*."""
    term = beleid["duobrief"]
    return _op(Regel.D10, Soort.VERWACHT, term, loop.vanaf_einde, term.duur.voor(loop.einde), loop)


def examens(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> tuple[Termijn, ...]:
    """D11 and D12: last exam day for a result in time, and last day to register for it.

    The longer wait is of Spreken and Schrijven at A2. The Z-route asks no exam.
    """
    if feiten.leerroute is Leerroute.Z:
        return ()
    uit = list(_examen(Regel.D11A, Regel.D12A, beleid["examen"], loop, beleid))
    if feiten.niveau is not Niveau.B1:
        uit += _examen(Regel.D11B, Regel.D12B, beleid["examen_lang"], loop, beleid)
    return tuple(uit)


def _examen(
    examen: Regel, inschrijven: Regel, term: Term, loop: Looptijd, beleid: Termijnbeleid
) -> tuple[Termijn, Termijn]:
    dag = term.duur.voor(loop.laatste_dag)
    vooraf = beleid["examen_inschrijven"]
    return (
        _op(examen, Soort.TOT, term, loop.vanaf_einde, dag, loop),
        _op(
            inschrijven,
            Soort.TOT,
            vooraf,
            (Invoer(Feitnaam.EXAMENDAG, dag),),
            vooraf.duur.voor(dag),
            loop,
        ),
    )


def voortgang(loop: Looptijd, beleid: Termijnbeleid) -> tuple[Termijn, ...]:
    """D18: a proposal of days for talks about progress, within the term."""
    term, inputs = beleid["voortgang"], loop.vanaf_start
    regel, soort = Regel.D18, Soort.VERWACHT
    uit = []
    for maand in beleid.voortgang:
        dag = plus_maanden(loop.start, maand)
        if dag < loop.einde:
            uit.append(_op(regel, soort, term, inputs, dag, loop, nummer=maand))
    return tuple(uit)


def jong_voor_onderwijsroute(
    loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid
) -> Termijn | None:
    """D19: somebody who is under 28 when the term starts; the day is the birthday."""
    if feiten.geboren is None:
        return None
    term = beleid["onderwijsroute"]
    jarig = plus_maanden(feiten.geboren.vroegst, 12 * term.getal)
    if jarig <= loop.start:
        return None
    inputs = (geboren_op(feiten.geboren), *loop.vanaf_start)
    return _op(Regel.D19, Soort.AANWIJZING, term, inputs, jarig, loop)._replace(
        stil=True,
        onzeker=Onzeker.GEBOORTE if feiten.geboren.dag is None else loop.onzeker,
    )


def geboren_op(geboren: Deeldatum) -> Invoer:
    """The day of birth as input: of a partial one what is known."""
    if geboren.dag is None:
        return Invoer(Feitnaam.GEBOREN, None, geboren.nederlands())
    return Invoer(Feitnaam.GEBOREN, geboren.vroegst)


def _op(
    regel: Regel,
    soort: Soort,
    term: Term,
    inputs: tuple[Invoer, ...],
    dag: date,
    loop: Looptijd,
    *,
    start: date | None = None,
    einde: date | None = None,
    nummer: int = 0,
) -> Termijn:
    """A day within the term. No weekend moves it: the term is counted in years."""
    # By place and not by name: this is what computing a caseload spends its time on.
    return Termijn(
        regel,
        soort,
        term,
        inputs,
        dag,
        dag,
        start,
        einde,
        loop.onzeker,
        loop.door_duo,
        _OPEN,
        False,
        False,
        nummer,
    )


_OPEN = Status.OPEN


def _klaar(termijn: Termijn, feit: Invoer) -> Termijn:
    """The same, done when that happened."""
    if feit.dag is None:
        return termijn
    return termijn._replace(inputs=(*termijn.inputs, feit), status=Status.KLAAR)
