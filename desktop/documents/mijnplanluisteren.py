"""What is said aloud of the client's page of the plan, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.documents.mijnplanwaarden import Mijnplan, Plandag, Weekrij
from desktop.models.prompts import Tekst, Vertaalstatus


@dataclass(frozen=True)
class Hoorbaar:
    """One text that can be heard. `sleutel` says which part of the page to light up meanwhile."""

    sleutel: str
    tekst: Tekst
    """`context` is the msgctxt for a recording; empty for a day or a name."""


def te_horen(plan: Mijnplan) -> tuple[Hoorbaar, ...]:
    """All that the client can hear of the page.

    Words in Dutch alone are left to the interpreter: a voice of another language makes noise of
    them. Instead the client hears that they are there.
    """
    return tuple(
        Hoorbaar(sleutel, tekst)
        for sleutel, tekst in _alles(plan)
        if tekst.vertaald or not plan.tweetalig
    )


def _alles(plan: Mijnplan) -> Iterator[tuple[str, Tekst]]:
    yield "titel", plan.titel
    yield "titel", plan.uitleg
    if plan.route is not None:
        yield "route", plan.route_kop
        yield "route", plan.route.tekst
    yield "week", plan.week_kop
    for n, dag in enumerate(plan.dagen):
        yield from _dag_van_week(f"week-{n + 1}", dag, plan.week, n)
    for n, doel in enumerate(plan.doelen):
        if n == 0:
            yield "doelen", plan.doelen_kop
        yield f"doel-{n}", doel.tekst
    for deel in plan.meedoen:
        yield "meedoen", deel.tekst
    yield "geld", plan.geld_kop
    yield "geld", plan.geld.tekst
    if plan.geld_tot is not None:
        yield "geld", plan.geld_tot
    yield "hulp", plan.hulp_kop
    for helper in plan.helpers:
        yield "hulp", _naam(helper.naam)
    if plan.helpers and plan.helpers[0].telefoon:
        yield "hulp", plan.contact
    for n, datum in enumerate(plan.data):
        if n == 0:
            yield "data", plan.data_kop
        yield f"data-{n}", _dag(datum)
        if datum.wat is not None:
            yield f"data-{n}", datum.wat
    if plan.klaar is not None:
        yield "klaar", plan.klaar_kop
        yield "klaar", _dag(plan.klaar)
        if plan.voorlopig is not None:
            yield "klaar", plan.voorlopig
    yield "niet-eens", plan.niet_eens
    yield "wet", plan.wet
    if plan.ingekort:
        yield "wet", plan.meer
    if plan.alleen_nederlands is not None:
        yield "wet", plan.alleen_nederlands
    if plan.concept is not None:
        yield "wet", plan.concept


def _dag_van_week(
    sleutel: str, dag: Tekst, week: tuple[Weekrij, ...], n: int
) -> Iterator[tuple[str, Tekst]]:
    """A day, and for each part that has something: which part, and what. Free days are silent."""
    bezet = [(rij.dagdeel.tekst, cel.tekst) for rij in week if (cel := rij.cellen[n]) is not None]
    if bezet:
        yield sleutel, _gezegd(dag)
    for deel, wat in bezet:
        yield sleutel, deel
        yield sleutel, wat


def _gezegd(tekst: Tekst) -> Tekst:
    """A day is not in the catalogues: it is said in the own words, never in the Dutch."""
    return replace(tekst, nederlands=tekst.tekst, context="")


def _dag(dag: Plandag) -> Tekst:
    return Tekst(dag.eigen, dag.eigen, Vertaalstatus.NAGEKEKEN)


def _naam(naam: str) -> Tekst:
    """A name is the same in every language."""
    return Tekst(naam, naam, Vertaalstatus.NAGEKEKEN)
