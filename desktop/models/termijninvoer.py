"""What somebody types about a dated fact, checked before it is kept (`Termijnfeit`).

A person writes the last day of a period; kept is the day after it, as DUO counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.deeldatum import lees_datum
from desktop.models.fouten import Invoerfout, Invoerfouten
from desktop.models.termijn import DAG
from desktop.models.termijnbeleid import Duur, Termijnbeleid
from desktop.models.termijnfeit import MET_AANTAL, Feitsoort, Termijnfeit
from desktop.models.termijnfeiten import Feiten, Verlenging
from desktop.models.termijnloop import Looptijd, looptijd
from desktop.models.termijnpip import pip_uiterlijk
from desktop.taal import N_

SOORTEN: Mapping[Feitsoort, str] = {
    Feitsoort.BEGIN_PLICHT: N_("Begin van de inburgeringsplicht volgens DUO"),
    Feitsoort.SS139_START: N_("DUO meldt: de tien weken zijn begonnen (SS139)"),
    Feitsoort.INFO_GEVRAAGD: N_("Informatie gevraagd aan een ander"),
    Feitsoort.INFO_ONTVANGEN: N_("Informatie ontvangen"),
    Feitsoort.UITKERING: N_("Uitkering van de Participatiewet"),
    Feitsoort.DUO_TERMIJN: N_("DUO bevestigt de termijn"),
    Feitsoort.VERLENGING: N_("DUO geeft extra tijd"),
    Feitsoort.BEKENDMAKING: N_("PIP bekendgemaakt (verstuurd)"),
    Feitsoort.UREN: N_("Lesuren gevolgd"),
    Feitsoort.UREN_PARTICIPATIE: N_("Uren participatie gedaan"),
    Feitsoort.MAP_KLAAR: N_("Eindgesprek MAP gevoerd"),
    Feitsoort.PVT_KLAAR: N_("PVT ondertekend"),
    Feitsoort.ROUTE_KLAAR: N_("Leerroute afgerond"),
}
"""How a fact is named to the user, in the order in which they are offered."""

MET_LAATSTE_DAG = frozenset({Feitsoort.UITKERING, Feitsoort.DUO_TERMIJN, Feitsoort.VERLENGING})
MET_WAARDE = MET_AANTAL | {Feitsoort.VERLENGING, Feitsoort.BEKENDMAKING}
MAG_LATER = frozenset({Feitsoort.UITKERING, Feitsoort.DUO_TERMIJN})
"""Facts that may be known before their day has come."""
MEESTE_UREN = 9999
"""DUO's counters go no further (API 016, Gevolgde uren)."""
_DUUR = re.compile(
    r"(\d{1,3})\s*"
    r"(dag|dagen|week|weken|maand|maanden|jaar|jaren|days?|weeks?|months?|years?)",
    re.IGNORECASE,
)
"""In both languages of the interface."""
_EENHEID = {"d": "dagen", "w": "weken", "m": "maanden", "j": "jaren", "y": "jaren"}


@dataclass(frozen=True)
class Bekend:
    """What is known already, against which a new fact is held."""

    feiten: Feiten
    beleid: Termijnbeleid
    vandaag: date


def lees_duur(tekst: str) -> Duur | None:
    """`6 maanden`, `16 weeks`; None when it is no length of time."""
    gevonden = _DUUR.fullmatch(tekst.strip())
    if gevonden is None or not int(gevonden[1]):
        return None
    return Duur(**{_EENHEID[gevonden[2][0].lower()]: int(gevonden[1])})


def lees_feit(
    dossier_id: str,
    soort: Feitsoort,
    velden: Mapping[str, str],
    bekend: Bekend,
    *,
    door: str | None,
) -> Termijnfeit:
    """A fact from what was typed in `dag`, `tot` (the last day), `waarde` and `notitie`.

    Raises Invoerfouten, a sentence for each field.
    """
    fouten: list[Invoerfout] = []
    dag = tot = None
    try:
        dag = _dag(soort, velden.get("dag", ""), bekend)
    except Invoerfout as fout:
        fouten.append(fout)
    try:
        tot = _laatste_dag(soort, velden, dag, bekend)
    except Invoerfout as fout:
        fouten.append(fout)
    waarde = velden.get("waarde", "").strip() if soort in MET_WAARDE else ""
    try:
        waarde = _waarde(soort, waarde, dag, tot, bekend)
    except Invoerfout as fout:
        # A last day that cannot be read is no missing one: one sentence for each field.
        fouten += [fout] if fout.veld not in {f.veld for f in fouten} else []
    if fouten or dag is None:
        raise Invoerfouten(fouten)
    try:
        return Termijnfeit.nieuw(
            dossier_id,
            soort,
            dag,
            tot=tot,
            waarde=waarde,
            notitie=" ".join(velden.get("notitie", "").split()),
            op=bekend.vandaag,
            door=door,
        )
    except Invoerfout as fout:
        raise Invoerfouten([fout]) from None


def _dag(soort: Feitsoort, tekst: str, bekend: Bekend) -> date:
    dag = lees_datum(tekst, veld="dag")
    if dag is None:
        raise Invoerfout("dag", "Schrijf de dag op, zoals 31-05-2026.")
    if soort not in MAG_LATER and dag > bekend.vandaag:
        raise Invoerfout("dag", "Deze dag moet nog komen. Leg vast wat al gebeurd is.")
    if soort is Feitsoort.INFO_ONTVANGEN and not any(
        i.ontvangen is None and i.gevraagd <= dag for i in bekend.feiten.informatie
    ):
        raise Invoerfout("dag", "Leg eerst vast op welke dag deze informatie gevraagd is.")
    if soort is Feitsoort.INFO_GEVRAAGD:
        pip = pip_uiterlijk(bekend.feiten, bekend.beleid)
        if pip is not None and dag >= pip.wettelijk:
            raise Invoerfout(
                "dag",
                "Het PIP moest op {dag} klaar zijn. Informatie die daarna gevraagd is, geeft geen "
                "extra tijd.",
                dag=f"{pip.wettelijk:%d-%m-%Y}",
            )
    return dag


def _laatste_dag(
    soort: Feitsoort, velden: Mapping[str, str], dag: date | None, bekend: Bekend
) -> date | None:
    """The day after the last one that was typed."""
    if soort not in MET_LAATSTE_DAG:
        return None
    laatste = lees_datum(velden.get("tot", ""), veld="tot")
    if laatste is None:
        if soort is Feitsoort.DUO_TERMIJN:
            raise Invoerfout(
                "tot", "Schrijf de laatste dag van de termijn op, zoals DUO die geeft."
            )
        return None
    if dag is not None and laatste < dag:
        raise Invoerfout("tot", "De laatste dag ligt voor de eerste. Kijk de dagen na.")
    loop = looptijd(bekend.feiten, bekend.beleid)
    if soort is Feitsoort.VERLENGING and loop is not None and laatste <= loop.laatste_dag:
        raise Invoerfout(
            "tot",
            "De termijn loopt al tot en met {dag}. Extra tijd eindigt later.",
            dag=f"{loop.laatste_dag:%d-%m-%Y}",
        )
    return laatste + DAG


def _versie(waarde: str, dag: date | None, bekend: Bekend) -> str:
    """Which version was sent; not before the day that it bears."""
    versies = {str(v.versie): v for v in bekend.feiten.versies}
    if not waarde and len(versies) == 1:
        waarde = next(iter(versies))
    if waarde not in versies:
        raise Invoerfout(
            "waarde", "Schrijf welke versie van het PIP bekendgemaakt is, zoals 1. "
            "Die versie moet al vastgesteld zijn.",
        )  # fmt: skip
    gedateerd = versies[waarde].dagtekening
    if dag is not None and dag < gedateerd:
        raise Invoerfout(
            "dag",
            "Dit PIP is van {dag}. Het kan niet eerder verstuurd zijn.",
            dag=f"{gedateerd:%d-%m-%Y}",
        )
    return waarde


def _waarde(
    soort: Feitsoort, waarde: str, dag: date | None, tot: date | None, bekend: Bekend
) -> str:
    if soort in MET_AANTAL:
        if not (waarde.isascii() and waarde.isdecimal()) or int(waarde) > MEESTE_UREN:
            raise Invoerfout(
                "waarde", "Schrijf het aantal uren als heel getal, van 0 tot {meest}.",
                meest=MEESTE_UREN,
            )  # fmt: skip
        return str(int(waarde))
    if soort is Feitsoort.BEKENDMAKING:
        return _versie(waarde, dag, bekend)
    if soort is not Feitsoort.VERLENGING:
        return ""
    if waarde and tot is not None:
        raise Invoerfout("waarde", "Vul de nieuwe laatste dag in, of hoe lang. Niet allebei.")
    if waarde and lees_duur(waarde) is None:
        raise Invoerfout("waarde", "Schrijf hoe lang, zoals 6 maanden of 16 weken.")
    if not waarde and tot is None:
        raise Invoerfout("tot", "Vul de nieuwe laatste dag in, of hoe lang de extra tijd is.")
    loop = looptijd(bekend.feiten, bekend.beleid)
    if loop is None:
        raise Invoerfout("dag", "Er is nog geen termijn. Leg eerst vast wat DUO bevestigde.")
    if dag is not None and not _geeft_tijd(Verlenging(dag, tot, lees_duur(waarde)), bekend, loop):
        raise Invoerfout(
            "waarde",
            "Dit besluit is ouder dan de termijn die DUO bevestigde. Vul de nieuwe laatste dag in, "
            "zoals DUO die geeft.",
        )
    return waarde


def _geeft_tijd(extra: Verlenging, bekend: Bekend, loop: Looptijd) -> bool:
    """False where the end that DUO confirmed is taken to hold it already."""
    extra = replace(extra, genoteerd=bekend.vandaag)
    feiten = replace(bekend.feiten, verlengingen=(*bekend.feiten.verlengingen, extra))
    later = looptijd(feiten, bekend.beleid)
    return later is not None and later.einde > loop.einde
