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
from desktop.models.termijnfeiten import Duotermijn, Feiten, Verlenging


class Looptijd(NamedTuple):
    """The term itself: half-open, and from which facts. What DUO said of begin or end is sure."""

    start: date
    einde: date
    laatste_dag: date
    start_duo: bool
    einde_duo: bool
    inputs: tuple[Invoer, ...]
    vanaf_start: tuple[Invoer, ...]
    """The input of a rule that counts from the start."""
    vanaf_einde: tuple[Invoer, ...]
    """The input of a rule that counts back from the end."""

    @classmethod
    def van(
        cls,
        start: date,
        einde: date,
        inputs: Iterable[Invoer],
        *,
        start_duo: bool,
        einde_duo: bool,
    ) -> Looptijd:
        """Once for all rules that look at it."""
        laatste = einde - DAG
        begin = Feitnaam.DUO_START if start_duo else Feitnaam.START
        slot = Feitnaam.DUO_LAATSTE_DAG if einde_duo else Feitnaam.LAATSTE_DAG
        return cls(
            start,
            einde,
            laatste,
            start_duo,
            einde_duo,
            tuple(inputs),
            (Invoer(begin, start),),
            (Invoer(slot, laatste),),
        )


def looptijd(feiten: Feiten, beleid: Termijnbeleid) -> Looptijd | None:
    """From the day after the first PIP, three years, and what DUO gave more.

    What DUO said goes before it; of extra time then only what that end does not hold yet.
    """
    duur = beleid["inburgeringstermijn"].duur
    duo = feiten.duo
    if duo is not None:
        start, einde = duo.start, duo.einde
        inputs = [
            Invoer(Feitnaam.DUO_START, start),
            Invoer(Feitnaam.DUO_LAATSTE_DAG, einde - DAG),
        ]
    elif feiten.eerste is not None:
        start = feiten.eerste.dagtekening + DAG
        einde = duur.na(start)
        inputs = [Invoer(Feitnaam.DAGTEKENING, feiten.eerste.dagtekening)]
    else:
        return None
    einde_duo = duo is not None
    # An end of DUO without any extra time was written down later than it was said. A day of play:
    # DUO decides itself what three years from 29 February are (domain.md 2.7, example 4).
    kaal = duo is None or einde <= duur.na(start) + DAG
    for extra in feiten.verlengingen:
        if not (kaal or _is_nieuw(extra, duo, einde)):
            continue
        if extra.tot is not None:
            einde, einde_duo = extra.tot, True
        elif extra.duur is not None:
            # Counted on by us: DUO still has to name the day.
            einde, einde_duo = extra.duur.na(einde), False
        inputs.append(Invoer(Feitnaam.VERLENGD, extra.op))
    return Looptijd.van(start, einde, inputs, start_duo=duo is not None, einde_duo=einde_duo)


def _is_nieuw(extra: Verlenging, duo: Duotermijn | None, einde: date) -> bool:
    """Not in the end that DUO confirmed: decided after it, or named since and later than it."""
    if duo is None or extra.op > duo.op:
        return True
    sinds = extra.genoteerd is not None and extra.genoteerd >= duo.op
    return sinds and extra.tot is not None and extra.tot > einde


def inburgeringstermijn(loop: Looptijd, beleid: Termijnbeleid) -> Termijn:
    """D5: the period itself; its day is the last one."""
    return _op(
        Regel.D5,
        Soort.VERWACHT,
        beleid["inburgeringstermijn"],
        loop.inputs,
        loop.laatste_dag,
        loop.einde_duo,
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
        loop.start_duo,
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
        _op(Regel.D7A, Soort.STREEF, term, loop.vanaf_start, ruw, loop.start_duo),
        Invoer(Feitnaam.MAP_KLAAR, feiten.map_klaar),
    )


def map_uiterlijk(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D7: the MAP by law."""
    if feiten.leerroute is Leerroute.ONDERWIJS:
        return None
    term = beleid["inburgeringstermijn"]
    return _klaar(
        _op(Regel.D7B, Soort.PLICHT, term, loop.vanaf_einde, loop.laatste_dag, loop.einde_duo),
        Invoer(Feitnaam.MAP_KLAAR, feiten.map_klaar),
    )


def route_uiterlijk(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> Termijn:
    """D8: the leerroute, on the last day of the term."""
    term = beleid["inburgeringstermijn"]
    return _klaar(
        _op(Regel.D8A, Soort.PLICHT, term, loop.vanaf_einde, loop.laatste_dag, loop.einde_duo),
        Invoer(Feitnaam.ROUTE_KLAAR, feiten.route_klaar),
    )


def pvt_uiterlijk(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> Termijn:
    """D8: the PVT, on the same day."""
    term = beleid["inburgeringstermijn"]
    return _klaar(
        _op(Regel.D8B, Soort.PLICHT, term, loop.vanaf_einde, loop.laatste_dag, loop.einde_duo),
        Invoer(Feitnaam.PVT_KLAAR, feiten.pvt_klaar),
    )


def verlenging_vanaf(loop: Looptijd, beleid: Termijnbeleid) -> Termijn:
    """D9: from then on extra time can be asked."""
    term = beleid["verlenging"]
    ruw = term.duur.na(loop.start)
    einde = max(loop.einde, ruw + DAG)
    vanaf, duo = loop.vanaf_start, loop.start_duo
    return _op(Regel.D9, Soort.VANAF, term, vanaf, ruw, duo, start=ruw, einde=einde)


def duobrief(loop: Looptijd, beleid: Termijnbeleid) -> Termijn:
    """D10: DUO's letter, and from when DUO takes *niet verwijtbaar*."""
    term = beleid["duobrief"]
    dag = term.duur.voor(loop.einde)
    return _op(Regel.D10, Soort.VERWACHT, term, loop.vanaf_einde, dag, loop.einde_duo)


def examens(loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid) -> tuple[Termijn, ...]:
    """D11 and D12: last exam day for a result in time, and last day to register for it.

    The longer wait is of Spreken and Schrijven at A2. The Z-route asks no exam. Who finished the
    route needs no exam any more.
    """
    if feiten.leerroute is Leerroute.Z:
        return ()
    uit = list(_examen(Regel.D11A, Regel.D12A, beleid["examen"], loop, beleid))
    if feiten.niveau is not Niveau.B1:
        uit += _examen(Regel.D11B, Regel.D12B, beleid["examen_lang"], loop, beleid)
    klaar = Invoer(Feitnaam.ROUTE_KLAAR, feiten.route_klaar)
    return tuple(_klaar(t, klaar) for t in uit)


def _examen(
    examen: Regel, inschrijven: Regel, term: Term, loop: Looptijd, beleid: Termijnbeleid
) -> tuple[Termijn, Termijn]:
    dag = term.duur.voor(loop.laatste_dag)
    vooraf = beleid["examen_inschrijven"]
    return (
        _op(examen, Soort.TOT, term, loop.vanaf_einde, dag, loop.einde_duo),
        _op(
            inschrijven,
            Soort.TOT,
            vooraf,
            (Invoer(Feitnaam.EXAMENDAG, dag),),
            vooraf.duur.voor(dag),
            loop.einde_duo,
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
            uit.append(_op(regel, soort, term, inputs, dag, loop.start_duo, nummer=maand))
    return tuple(uit)


def jong_voor_onderwijsroute(
    loop: Looptijd, feiten: Feiten, beleid: Termijnbeleid
) -> Termijn | None:
    """D19: somebody who is, or may be, under 28 when the term starts; the day is the birthday."""
    if feiten.geboren is None:
        return None
    term = beleid["onderwijsroute"]
    jarig = plus_maanden(feiten.geboren.laatst, 12 * term.getal)
    if jarig <= loop.start:
        return None
    inputs = (geboren_op(feiten.geboren), *loop.vanaf_start)
    termijn = _op(Regel.D19, Soort.AANWIJZING, term, inputs, jarig, loop.start_duo)
    if feiten.geboren.dag is None:
        termijn = termijn._replace(onzeker=Onzeker.GEBOORTE)
    return termijn._replace(stil=True)


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
    door_duo: bool,
    *,
    start: date | None = None,
    einde: date | None = None,
    nummer: int = 0,
) -> Termijn:
    """A day within the term. No weekend moves it: the term is counted in years.

    `door_duo`: DUO said the day that it is counted from.
    """
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
        None if door_duo else Onzeker.DUO,
        door_duo,
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
