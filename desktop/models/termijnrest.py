"""Dates beside the term: benefit, age, pace of hours, statistics, keeping (D13-D17, D20)."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.models.bewaren import Anker
from desktop.models.dossier import Indeling
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.models.termijn import DAG, Feitnaam, Invoer, Onzeker, Regel, Soort, Termijn
from desktop.models.termijnbeleid import BEWAREN, Term, Termijnbeleid, plus_maanden
from desktop.models.termijnfeiten import Feiten, Uren
from desktop.models.termijnloop import Looptijd, geboren_op


def ontzorgen(feiten: Feiten, beleid: Termijnbeleid) -> tuple[Termijn, ...]:
    """D13: last day of financieel ontzorgen, and when to talk about its end.

    For whoever has a benefit; a gezinsmigrant only when the plan says so (domain.md 0.6).
    """
    if feiten.uitkering is None or feiten.ontzorgen is False:
        return ()
    if feiten.ontzorgen is None and feiten.indeling is Indeling.GEZINSMIGRANT:
        return ()
    term, vooraf = beleid["ontzorgen"], beleid["ontzorgen_gesprek"]
    einde = term.duur.na(feiten.uitkering)
    laatste = einde - DAG
    gesprek = vooraf.duur.voor(laatste)
    return (
        Termijn(
            Regel.D13A,
            Soort.TOT,
            term,
            (Invoer(Feitnaam.UITKERING, feiten.uitkering),),
            laatste,
            laatste,
            start=feiten.uitkering,
            einde=einde,
        ),
        Termijn(
            Regel.D13B,
            Soort.VERWACHT,
            vooraf,
            (Invoer(Feitnaam.ONTZORGEN, laatste),),
            gesprek,
            gesprek,
        ),
    )


def swi_levering(dag: date, beleid: Termijnbeleid) -> Termijn:
    """D14: until when the figures of the quarter before this one are delivered to CBS."""
    kwartaal_einde = date(dag.year, (dag.month - 1) // 3 * 3 + 1, 1) - DAG
    term = beleid["swi"]
    ruw = term.duur.na(kwartaal_einde)
    invoer = Invoer(Feitnaam.KWARTAAL, kwartaal_einde)
    return Termijn(Regel.D14, Soort.PLICHT, term, (invoer,), ruw, ruw)


def volgende_swi_levering(vandaag: date, beleid: Termijnbeleid) -> Termijn:
    """D14: the first delivery whose day is not over yet."""
    termijn = swi_levering(vandaag, beleid)
    if termijn.wettelijk >= vandaag:
        return termijn
    return swi_levering(plus_maanden(termijn.wettelijk.replace(day=1), 3), beleid)


def aow(
    feiten: Feiten, loop: Looptijd | None, beleid: Termijnbeleid, vandaag: date
) -> Termijn | None:
    """D15: the AOW age, which ends the duty. Asks attention when near, or before the term ends."""
    if feiten.geboren is None:
        return None
    term = beleid["aow"]
    dag = beleid.aow_dag(feiten.geboren.vroegst)
    nabij = vandaag <= dag < term.duur.na(vandaag)
    eerder = loop is not None and dag < loop.einde
    inputs: tuple[Invoer, ...] = (geboren_op(feiten.geboren),)
    if loop is not None:
        inputs += loop.vanaf_einde
    return Termijn(
        Regel.D15,
        Soort.VERWACHT,
        term,
        inputs,
        dag,
        dag,
        onzeker=Onzeker.GEBOORTE if feiten.geboren.dag is None else None,
        let_op=nabij or eerder,
        stil=not (nabij or eerder),
    )


def afschalen(feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D16: when the 600 hours are made at this pace. Only from B1, and only a part of the rule."""
    if feiten.leerroute is not Leerroute.B1 or feiten.niveau is Niveau.A2:
        return None
    if feiten.route_klaar is not None:
        return None
    return _tempo(Regel.D16, Soort.VANAF, beleid["uren_afschalen"], feiten.lesuren, None)


def zroute(feiten: Feiten, loop: Looptijd | None, beleid: Termijnbeleid) -> tuple[Termijn, ...]:
    """D17: when the hours of the Z-route are made, against the end of the term.

    Participation hours only for an asielstatushouder (domain.md 0.3).
    """
    if feiten.leerroute is not Leerroute.Z or feiten.route_klaar is not None:
        return ()
    lessen = _tempo(Regel.D17A, Soort.VERWACHT, beleid["uren_z"], feiten.lesuren, loop)
    mee = None
    if feiten.indeling is Indeling.ASIELSTATUSHOUDER:
        term = beleid["uren_participatie"]
        mee = _tempo(Regel.D17B, Soort.VERWACHT, term, feiten.participatie, loop)
    return tuple(t for t in (lessen, mee) if t is not None)


def _tempo(
    regel: Regel, soort: Soort, term: Term, uren: Uren | None, loop: Looptijd | None
) -> Termijn | None:
    """The day on which the hours are made; without a pace there is none."""
    if uren is None:
        return None
    rest = max(0, term.getal - uren.gevolgd)
    if rest and uren.per_week <= 0:
        return None
    inputs: tuple[Invoer, ...] = (Invoer(Feitnaam.UREN, uren.peildag, str(uren.gevolgd)),)
    dag = uren.peildag
    if rest:
        dag += timedelta(days=-(-rest * 7 // uren.per_week))
        inputs += (Invoer(Feitnaam.WEEKUREN, None, str(uren.per_week)),)
    if loop is not None:
        inputs += loop.vanaf_einde
    return Termijn(
        regel,
        soort,
        term,
        inputs,
        dag,
        dag,
        onzeker=Onzeker.TEMPO if rest else None,
        # When hours that are made already were made is not known, so they are not late.
        let_op=bool(rest) and loop is not None and dag >= loop.einde,
    )


def bewaren(feiten: Feiten, beleid: Termijnbeleid) -> Termijn | None:
    """D20: first day on which the dossier was kept long enough."""
    if feiten.bewaren_vanaf is None:
        return None
    dag = beleid.bewaar.voorbij(feiten.bewaren_vanaf)
    gesloten = feiten.bewaaranker is Anker.INTAKE_GESLOTEN
    naam = Feitnaam.GESLOTEN if gesloten else Feitnaam.HANDELING
    invoer = Invoer(naam, feiten.bewaren_vanaf)
    return Termijn(Regel.D20, Soort.VANAF, beleid[BEWAREN], (invoer,), dag, dag, stil=True)
