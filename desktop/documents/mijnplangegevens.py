"""What the client's page of the plan says, as values (domain.md 5.5).

Only what the program wrote itself is in the client's language. What a klantmanager typed stays
Dutch and is marked so; no program translates it. Nothing of health goes along unless chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from desktop import catalogi
from desktop.documents.mijnplanwaarden import (
    Helper,
    Mijnplan,
    Planafspraak,
    Planbeeld,
    Plandag,
    Weekrij,
)
from desktop.documents.planwoorden import laatste_dag
from desktop.documents.toetsbriefgegevens import datumbeeld, eigen_woorden, nederlandse_dag
from desktop.models.pipinhoud import (
    PARTICIPATIE,
    Bezigheid,
    Dagdeel,
    Leerroute,
    Niveau,
    Pipinhoud,
    Regel,
)
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.schoontekst import schoon
from desktop.models.weekwoorden import DAGEN, PICTOGRAM, cel

DOELEN_OP_BLAD = DATA_OP_BLAD = HELPERS_OP_BLAD = 3
EIGEN_WOORDEN = 110
"""Letters of a sentence that somebody typed; what is longer stands whole in the letter."""
NAAM = 60
WERKREGELS, AFSPRAAKREGELS = ("taal_en_werk",), ("afspraak", "voortgang")
"""Headings of the plan (`resources/pip/onderdelen.toml`) that belong to a part of this page."""
GEZONDHEID = ("FG", "MG")
"""A goal in these domains tells of health, whoever wrote it."""
INVULLEN = "." * 24
"""Where the day of bezwaar is written by hand while the letter is not sent yet."""
ROUTES = {
    Leerroute.B1: "plan.route-b1",
    Leerroute.ONDERWIJS: "plan.route-onderwijs",
    Leerroute.Z: "plan.route-z",
}
HARDE_SPATIE = "\u00a0"
MAANDAG = date(2024, 1, 1)
ZELF = ("ik", "ikzelf", "client", "cliënt", "de client", "de cliënt", "klantmanager")
"""Who "who does it" may name that is no helper beside the fixed contact."""


class _Korter:
    """Makes typed words short, and remembers whether it had to."""

    def __init__(self) -> None:
        self.gekort = False

    def __call__(self, getypt: str, hoogstens: int = EIGEN_WOORDEN) -> str:
        heel = schoon(getypt, max(4 * hoogstens, 600))
        if len(heel) <= hoogstens and not heel.endswith("…"):
            return heel
        self.gekort = True
        begin = heel[: hoogstens - 1]
        op_woord = begin.rpartition(" ")[0]
        return (op_woord if len(op_woord) > hoogstens // 2 else begin).rstrip(" ,;:.…") + "…"

    def hoogstens(self, alles: Sequence[Helper] | Sequence[Regel], aantal: int) -> None:
        """Remembers that only so many of these have a place."""
        self.gekort = self.gekort or len(alles) > aantal


def mijnplan_uit(
    inhoud: Pipinhoud,
    prompts: Prompts,
    *,
    vandaag: date,
    afspraken: Sequence[Planafspraak] = (),
    helpers: Sequence[Helper] = (),
    met_gezondheid: bool = False,
) -> Mijnplan:
    """The page in Dutch and in the client's language.

    Lines of the plan that have a day are appointments by themselves; `afspraken` are others of
    the dossier. `helpers` come after the fixed contact.
    """
    kort = _Korter()
    regels = [r for r in inhoud.regels if met_gezondheid or not _over_gezondheid(r)]
    titel = prompts.scherm("plan.titel")
    doelen = tuple(_doelen(regels, prompts, kort))
    meedoen = tuple(_meedoen(inhoud, regels, prompts, kort))
    data = tuple(_data(regels, afspraken, prompts, kort, vandaag))
    getypt = [beeld.tekst for beeld in (*doelen, *meedoen)] + [d.wat for d in data if d.wat]
    einde = laatste_dag(inhoud.data.termijn_einde)
    tweetalig = prompts.taal.tag != "nl"
    tot = inhoud.ontzorgen_tot_en_met if inhoud.ontzorgen else None
    geld = "plan.geld-ontzorgen" if inhoud.ontzorgen else "plan.geld-zelf"
    return Mijnplan(
        taal=prompts.taal.tag,
        tweetalig=tweetalig,
        rechts_naar_links=prompts.taal.rechts_naar_links,
        titel=titel,
        uitleg=prompts.scherm("plan.uitleg"),
        route_kop=prompts.scherm("plan.route"),
        route=_route(inhoud, prompts),
        week_kop=prompts.scherm("plan.week"),
        dagen=tuple(_weekdag(dag, prompts) for dag in DAGEN),
        week=tuple(_week(inhoud, prompts)),
        meedoen=meedoen,
        hulp_kop=prompts.scherm("plan.hulp"),
        helpers=tuple(_helpers(inhoud, regels, helpers, kort)),
        contact=prompts.scherm("plan.contact"),
        geld_kop=prompts.scherm("plan.geld"),
        geld=_beeld(geld, prompts),
        geld_tot=_met_dag("plan.geld-tot", tot, prompts) if tot is not None else None,
        doelen_kop=prompts.scherm("plan.doelen"),
        doelen=doelen,
        data_kop=prompts.scherm("plan.data"),
        data=data,
        klaar_kop=prompts.scherm("plan.klaar-op"),
        # The same day as in the letter: two papers with two days frighten, and a wish may be early.
        klaar=_plandag(einde, prompts) if einde is not None else None,
        voorlopig=(
            prompts.scherm("plan.voorlopig")
            if einde is not None and inhoud.data.voorlopig
            else None
        ),
        niet_eens=_met_dag("plan.niet-eens", inhoud.data.bezwaar_tot_en_met, prompts),
        wet=prompts.scherm("plan.wet"),
        meer=prompts.scherm("plan.meer"),
        ingekort=kort.gekort,
        alleen_nederlands=(
            prompts.scherm("plan.alleen-nederlands")
            if tweetalig and any(not tekst.vertaald for tekst in getypt)
            else None
        ),
        concept=prompts.scherm("pdf.concept") if titel.status is Vertaalstatus.CONCEPT else None,
    )


def _over_gezondheid(regel: Regel) -> bool:
    domein = regel.domein or regel.doelcode.removeprefix("doel.")[:2].upper()
    return regel.gezondheid or domein in GEZONDHEID


def _getypt(tekst: str) -> Tekst:
    """Dutch words of a person: never a translation."""
    return Tekst(tekst, tekst, Vertaalstatus.ONTBREEKT)


def _beeld(code: str, prompts: Prompts) -> Planbeeld:
    return Planbeeld(prompts.pictogram(code) or "anders", prompts.scherm(code))


def _met_dag(code: str, dag: date | None, prompts: Prompts) -> Tekst:
    """A sentence with a day, in the words of each of the two languages."""
    if dag is None:
        return prompts.scherm(code, dag=INVULLEN)
    woorden = eigen_woorden(dag, "d MMMM y", prompts)
    nederlands = nederlandse_dag(dag).partition(" ")[2]
    # A day that is broken over two lines is read wrong.
    eigen = prompts.scherm(code, dag=woorden.replace(" ", HARDE_SPATIE))
    ander = prompts.scherm(code, dag=nederlands.replace(" ", HARDE_SPATIE))
    return replace(eigen, nederlands=ander.nederlands)


def _route(inhoud: Pipinhoud, prompts: Prompts) -> Planbeeld | None:
    if inhoud.leerroute is None:
        return None
    code = ROUTES[inhoud.leerroute]
    if inhoud.leerroute is Leerroute.B1 and inhoud.niveau is Niveau.A2:
        code = "plan.route-a2"
    return _beeld(code, prompts)


def _weekdag(dag: int, prompts: Prompts) -> Tekst:
    wanneer = MAANDAG.replace(day=dag)
    nederlands = nederlandse_dag(wanneer).partition(" ")[0]
    # Of a day there is no recording: hence no context, and the own word to be said.
    eigen = eigen_woorden(wanneer, "EEEE", prompts)
    return Tekst(eigen, nederlands, Vertaalstatus.NAGEKEKEN)


def _week(inhoud: Pipinhoud, prompts: Prompts) -> Iterator[Weekrij]:
    for deel in Dagdeel:
        bezig = [inhoud.week.get(cel(dag, deel)) for dag in DAGEN]
        yield Weekrij(
            _beeld(f"plan.{deel.value}", prompts),
            tuple(_bezigheid(b, prompts) if b is not None else None for b in bezig),
        )


def _bezigheid(bezigheid: Bezigheid, prompts: Prompts) -> Planbeeld:
    return Planbeeld(PICTOGRAM[bezigheid], prompts.scherm(f"plan.{bezigheid.value}"))


def _meedoen(
    inhoud: Pipinhoud, regels: Sequence[Regel], prompts: Prompts, kort: _Korter
) -> Iterator[Planbeeld]:
    """What the week says of taking part, and the first line that was written about it."""
    in_week = {bezig for _dag, _deel, bezig in inhoud.in_week()}
    for bezig in Bezigheid:
        if bezig in PARTICIPATIE & in_week:
            yield _bezigheid(bezig, prompts)
    woorden = [r for r in regels if r.onderdeel in WERKREGELS and r.tekst.strip()]
    kort.hoogstens(woorden, 1)
    for regel in woorden[:1]:
        yield Planbeeld("", _getypt(kort(regel.tekst)))


def _doelen(regels: Sequence[Regel], prompts: Prompts, kort: _Korter) -> Iterator[Planbeeld]:
    doelen = [r for r in regels if r.onderdeel == "doel" and (r.doelcode or r.tekst.strip())]
    kort.hoogstens(doelen, DOELEN_OP_BLAD)
    for regel in doelen[:DOELEN_OP_BLAD]:
        if _is_klaar(regel, prompts):
            yield _beeld(regel.doelcode, prompts)
        else:
            yield Planbeeld("wens", _getypt(kort(regel.tekst)))


def _is_klaar(regel: Regel, prompts: Prompts) -> bool:
    """A ready goal that is still in its own words: one that was rewritten says something else."""
    try:
        klaar = prompts.scherm(regel.doelcode)
    except KeyError:
        return False
    return not regel.tekst.strip() or klaar.nederlands == regel.tekst.strip()


def _helpers(
    inhoud: Pipinhoud, regels: Sequence[Regel], anderen: Sequence[Helper], kort: _Korter
) -> Iterator[Helper]:
    """The fixed contact first, then who was given, then who stands in the plan as a helper."""
    vast = Helper(inhoud.contact.naam, inhoud.contact.telefoon)
    genoemd = [Helper(r.wie) for r in regels if schoon(r.wie).casefold() not in ZELF]
    per_naam: dict[str, Helper] = {}
    for helper in (vast, *anderen, *genoemd):
        sleutel = schoon(helper.naam).casefold()
        if sleutel and sleutel != schoon(inhoud.wie.naam).casefold():
            per_naam.setdefault(sleutel, helper)
    alle = list(per_naam.values())
    kort.hoogstens(alle, HELPERS_OP_BLAD)
    for helper in alle[:HELPERS_OP_BLAD]:
        yield Helper(
            kort(helper.naam, NAAM), kort(helper.telefoon, 30), kort(helper.rol, 40), helper.foto
        )


def _data(
    regels: Sequence[Regel],
    afspraken: Sequence[Planafspraak],
    prompts: Prompts,
    kort: _Korter,
    vandaag: date,
) -> Iterator[Plandag]:
    """The next days of all that was agreed. Later ones are no less: they are in the letter."""
    uit_plan = [r for r in regels if r.onderdeel in AFSPRAAKREGELS and r.wanneer is not None]
    gesprek = prompts.scherm("plan.voortgang")
    alle = {
        (r.wanneer, gesprek if _is_gesprek(r) else _getypt(kort(r.tekst)))
        for r in uit_plan
        if r.wanneer is not None and r.wanneer >= vandaag
    } | {(a.datum, _getypt(kort(a.wat))) for a in afspraken if a.datum >= vandaag}
    for dag, wat in sorted(alle, key=lambda paar: (paar[0], paar[1].nederlands))[:DATA_OP_BLAD]:
        yield replace(_plandag(dag, prompts), wat=wat if wat.tekst else None)


def _is_gesprek(regel: Regel) -> bool:
    """A progress talk in the program's own words; rewritten it may be about something else."""
    return regel.onderdeel == "voortgang" and regel.tekst in _gesprekszinnen()


@cache
def _gesprekszinnen() -> frozenset[str]:
    zinnen = catalogi.pipkader().standaard
    return frozenset(zin.tekst for zin in zinnen if zin.onderdeel == "voortgang")


def _plandag(dag: date, prompts: Prompts) -> Plandag:
    eigen = eigen_woorden(dag, "EEEE d MMMM y", prompts)
    return Plandag(datumbeeld(dag, prompts), eigen, nederlandse_dag(dag))
