"""What a date is called, and why it is this day: whole Dutch sentences with named places.

No sentence is built from pieces: each way in which a rule can come out has a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from desktop.models.deeldatum import Deeldatum
from desktop.models.termijn import Feitnaam, Onzeker, Regel, Stand, Status, Termijn
from desktop.models.termijnzinnen import FEESTDAG, LET_OP, ONZEKER, WEEKEND, ZINNEN, Vorm
from desktop.models.toetstijd import vrije_dag
from desktop.taal import N_, _


@dataclass(frozen=True)
class Zin:
    """A sentence as `Domeinfout` has one: translated first, then filled."""

    zin: str
    waarden: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """In the language of the interface."""
        return _(self.zin).format(**self.waarden)


NAMEN: Mapping[Regel, str] = {
    Regel.D1: N_("PIP klaar"),
    Regel.D2: N_("PIP klaar, na informatie van anderen"),
    Regel.D3A: N_("Brede intake gepland"),
    Regel.D3B: N_("Brede intake gevoerd"),
    Regel.D4: N_("Bezwaar tegen versie {nummer} van het PIP"),
    Regel.D5: N_("Einde van de inburgeringstermijn"),
    Regel.D6: N_("Van leerroute wisselen kan tot en met"),
    Regel.D7A: N_("MAP klaar: streefdag van de gemeente"),
    Regel.D7B: N_("MAP klaar"),
    Regel.D8A: N_("Leerroute klaar"),
    Regel.D8B: N_("PVT klaar"),
    Regel.D9: N_("Extra tijd vragen kan vanaf"),
    Regel.D10: N_("Brief van DUO over het einde"),
    Regel.D11A: N_("Laatste examendag"),
    Regel.D11B: N_("Laatste examendag Spreken en Schrijven A2"),
    Regel.D12A: N_("Inschrijven voor het laatste examen"),
    Regel.D12B: N_("Inschrijven voor Spreken en Schrijven A2"),
    Regel.D13A: N_("Einde van het ontzorgen"),
    Regel.D13B: N_("Gesprek over het einde van het ontzorgen"),
    Regel.D14: N_("Cijfers naar CBS"),
    Regel.D15: N_("AOW-leeftijd"),
    Regel.D16: N_("Genoeg lesuren om af te schalen"),
    Regel.D17A: N_("Lesuren Z-route klaar"),
    Regel.D17B: N_("Participatie-uren Z-route klaar"),
    Regel.D18: N_("Voortgangsgesprek, maand {nummer}"),
    Regel.D19: N_("Leeftijdsgrens onderwijsroute"),
    Regel.D20: N_("Dossier lang genoeg bewaard"),
}
KORT: Mapping[Regel, str] = {
    Regel.D2: N_("PIP klaar"),
    Regel.D3A: N_("Intake gepland"),
    Regel.D3B: N_("Intake gevoerd"),
    Regel.D4: N_("Bezwaar versie {nummer}"),
    Regel.D5: N_("Einde termijn"),
    Regel.D6: N_("Wisselen t/m"),
    Regel.D7A: N_("MAP (streefdag)"),
    Regel.D9: N_("Extra tijd vanaf"),
    Regel.D10: N_("Brief van DUO"),
    Regel.D11B: N_("Examen Spreken A2"),
    Regel.D12A: N_("Inschrijven examen"),
    Regel.D12B: N_("Inschrijven Spreken A2"),
    Regel.D13A: N_("Einde ontzorgen"),
    Regel.D13B: N_("Gesprek ontzorgen"),
    Regel.D16: N_("Afschalen kan"),
    Regel.D17A: N_("Lesuren klaar"),
    Regel.D17B: N_("Participatie klaar"),
    Regel.D18: N_("Voortgang maand {nummer}"),
}
STANDEN: Mapping[Stand, str] = {
    Stand.LAAT: N_("Te laat"),
    Stand.NABIJ: N_("Bijna"),
    Stand.WACHT: N_("Wacht op derden"),
    Stand.KOMEND: N_("Komt nog"),
    Stand.KAN: N_("Nu al"),
    Stand.VOORBIJ: N_("Voorbij"),
    Stand.KLAAR: N_("Klaar"),
}
WEEKDAGEN = (
    N_("maandag"),
    N_("dinsdag"),
    N_("woensdag"),
    N_("donderdag"),
    N_("vrijdag"),
    N_("zaterdag"),
    N_("zondag"),
)


def naam_van(termijn: Termijn) -> str:
    """Its name in the language of the interface."""
    return _(NAMEN[termijn.regel]).format(nummer=termijn.nummer)


def kort_van(termijn: Termijn) -> str:
    """A short name for beside a point on a line."""
    return _(KORT.get(termijn.regel, NAMEN[termijn.regel])).format(nummer=termijn.nummer)


def stand_in_woorden(stand: Stand) -> str:
    """Where a date stands."""
    return _(STANDEN[stand])


def dag_in_woorden(dag: date | None) -> str:
    """A day as the user types it."""
    return Deeldatum(dag.year, dag.month, dag.day).nederlands() if dag else ""


def invoer_in_woorden(termijn: Termijn) -> list[tuple[str, str]]:
    """(what it is, its day or number) of every fact that was used."""
    uit = []
    for naam, dag, waarde in termijn.inputs:
        tekst = dag_in_woorden(dag)
        if naam == Feitnaam.UREN:
            tekst = _("{uren} uur op {dag}").format(uren=waarde, dag=tekst)
        elif waarde:
            tekst = waarde
        uit.append((_(naam), tekst))
    return uit


def uitleg(termijn: Termijn) -> list[Zin]:
    """Why this day; whether a weekend moved it; and why it may still change."""
    zinnen = [waarom(termijn)]
    if (zin := verschoven(termijn)) is not None:
        zinnen.append(zin)
    if termijn.onzeker is not None:
        zinnen.append(Zin(ONZEKER[termijn.onzeker]))
    if termijn.let_op:
        zinnen.append(Zin(LET_OP[termijn.regel]))
    return zinnen


def waarom(termijn: Termijn) -> Zin:
    """Why this day, in one sentence with what it was counted from."""
    return Zin(ZINNEN[termijn.regel, _vorm(termijn)], _waarden(termijn))


def verschoven(termijn: Termijn) -> Zin | None:
    """Where the Algemene termijnenwet moved it; None where it did not."""
    if not termijn.verschoven:
        return None
    vrij = vrije_dag(termijn.ruw)
    weekend = termijn.ruw.weekday() >= _ZATERDAG
    waarden = {
        "ruw": dag_in_woorden(termijn.ruw),
        "wettelijk": dag_in_woorden(termijn.wettelijk),
        "weekdag": _(WEEKDAGEN[termijn.ruw.weekday()]),
        "feestdag": vrij.naam if vrij is not None else "",
    }
    return Zin(WEEKEND if weekend else FEESTDAG, waarden)


def _waarden(termijn: Termijn) -> dict[str, Any]:
    duur = termijn.term.duur
    waarden: dict[str, Any] = {
        "dag": dag_in_woorden(termijn.ruw),
        "dagen": duur.dagen,
        "weken": duur.weken or duur.dagen // 7,
        "maanden": duur.maanden,
        "jaren": duur.jaren,
        "getal": termijn.term.getal,
        "nummer": termijn.nummer,
        "begin": dag_in_woorden(termijn.start),
        "laatste": dag_in_woorden(termijn.einde - timedelta(days=1) if termijn.einde else None),
    }
    for naam, dag, waarde in termijn.inputs:
        plek = _PLEK[Feitnaam(naam)]
        waarden[plek] = waarde if waarde and dag is None else dag_in_woorden(dag)
        if waarde:
            waarden[f"{plek}_aantal"] = waarde
    return waarden


def _vorm(termijn: Termijn) -> Vorm:
    """Which of the ways in which its rule can come out this is."""
    regel, namen = termijn.regel, {naam for naam, _dag, _w in termijn.inputs}
    if regel in _BIJ_ANKER:
        return next(v for nodig, v in _ANKERVORMEN if namen >= nodig)
    if regel is Regel.D2:
        wacht = termijn.status is Status.WACHT_OP_DERDEN or Feitnaam.ONTVANGEN not in namen
        return Vorm.WACHT if wacht else Vorm.GEWOON
    if regel is Regel.D4 and Feitnaam.DAGTEKENING_VERSIE in namen:
        return Vorm.DAGTEKENING
    if regel is Regel.D5 and Feitnaam.VERLENGD in namen:
        return Vorm.VERLENGD
    if regel is Regel.D5 and Feitnaam.DUO_START in namen:
        return Vorm.DUO
    if regel in (Regel.D15, Regel.D19) and termijn.onzeker is Onzeker.GEBOORTE:
        return Vorm.DEEL
    if regel in _TEMPO and Feitnaam.WEEKUREN not in namen:
        return Vorm.GENOEG
    if Feitnaam.GESLOTEN in namen:
        return Vorm.GESLOTEN
    return Vorm.GEWOON


_BIJ_ANKER = frozenset({Regel.D1, Regel.D3A, Regel.D3B})
_TEMPO = frozenset({Regel.D16, Regel.D17A, Regel.D17B})
_ANKERVORMEN = (
    (frozenset({Feitnaam.SS139}), Vorm.SS139),
    (frozenset({Feitnaam.KENNISGEVING, Feitnaam.BRP}), Vorm.BEIDE),
    (frozenset({Feitnaam.KENNISGEVING}), Vorm.KENNISGEVING),
    (frozenset({Feitnaam.BRP}), Vorm.BRP),
)
_ZATERDAG = 5
_PLEK: Mapping[Feitnaam, str] = {
    **{naam: naam.name.lower() for naam in Feitnaam},
    Feitnaam.DUO_START: "start",
    Feitnaam.DUO_LAATSTE_DAG: "laatste_dag",
}
