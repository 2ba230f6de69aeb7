"""Sentences that belong to the route, the group and the benefit, with the plan's own numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from desktop.models.basis import vaste_id
from desktop.models.deeldatum import voluit
from desktop.models.pipfeiten import Pipfeiten
from desktop.models.pipinhoud import Afkomst, Leerroute, Niveau, Pipinhoud, Regel
from desktop.models.pipkader import Pipkader
from desktop.models.pipzinnen import Als, Standaardzin

_PLEK = re.compile(r"\{(\w+)\}")


def standaardzinnen(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> tuple[Regel, ...]:
    """Proposals for this route, group and benefit, in the plan's order.

    While the group is not known, what is for one group only is left out.
    """
    waarden = _waarden(inhoud, feiten, kader)
    uit = [
        Regel(
            id=vaste_id("pipvoorstel", inhoud.wie.nummer, zin.code, *_dagcode(dag)),
            onderdeel=zin.onderdeel,
            tekst=tekst,
            deel=kader.onderdeel(zin.onderdeel).deel,
            wie=zin.wie,
            hoe=zin.hoe,
            wanneer=dag,
            afkomst=Afkomst("standaard", "", zin.code, ""),
        )
        for zin in kader.standaard
        if _geldt(zin, inhoud, feiten) and (tekst := _vul(zin, waarden))
        for dag in _dagen(zin, inhoud, feiten)
    ]
    return tuple(sorted(uit, key=lambda r: (kader.plaats(r.onderdeel), r.wanneer or date.min)))


def _geldt(zin: Standaardzin, inhoud: Pipinhoud, feiten: Pipfeiten) -> bool:
    if zin.routes and inhoud.leerroute not in zin.routes:
        return False
    if zin.asiel is not None and feiten.asiel is not zin.asiel:
        return False
    match zin.als:
        case None:
            return True
        case Als.UITKERING:
            return inhoud.uitkering
        case Als.ONTZORGEN:
            return inhoud.uitkering and inhoud.ontzorgen
        case Als.JONGE_KINDEREN:
            return feiten.jonge_kinderen
        case Als.GESPREKKEN:
            return _komt_nog(feiten)
        case Als.GEEN_GESPREKKEN:
            return not _komt_nog(feiten)


def _komt_nog(feiten: Pipfeiten) -> bool:
    return any(dag >= feiten.vandaag for dag in feiten.gesprekken)


def _dagcode(dag: date | None) -> Iterator[str]:
    if dag is not None:
        yield dag.isoformat()


def _dagen(zin: Standaardzin, inhoud: Pipinhoud, feiten: Pipfeiten) -> tuple[date | None, ...]:
    """The days that a sentence is for: each talk has one, and says what kind of talk it is.

    What kind is a matter of the whole term; what a later version proposes still has to come.
    """
    if zin.als is not Als.GESPREKKEN:
        return (None,)
    return tuple(dag for dag in _gespreksdagen(zin, inhoud, feiten) if dag >= feiten.vandaag)


def _gespreksdagen(zin: Standaardzin, inhoud: Pipinhoud, feiten: Pipfeiten) -> tuple[date, ...]:
    dagen = sorted(feiten.gesprekken)
    einde = dagen[-1]
    begin = inhoud.data.termijn_start or dagen[0]
    eind = inhoud.data.termijn_einde or einde
    gewoon = dagen[:-1]
    midden = min(gewoon, key=lambda d: abs((d - begin) * 2 - (eind - begin)), default=None)
    match zin.code:
        case "voortgang-einde":
            return (einde,)
        case "voortgang-midden":
            return (midden,) if midden is not None else ()
    return tuple(dag for dag in gewoon if dag != midden)


def _vul(zin: Standaardzin, waarden: dict[str, str]) -> str:
    for tekst in (zin.tekst, zin.anders):
        if all(waarden.get(plek) for plek in _PLEK.findall(tekst)):
            return tekst.format(**waarden)
    return ""


def _waarden(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> dict[str, str]:
    beleid = kader.beleid
    niveau = inhoud.niveau or (Niveau.B1 if inhoud.leerroute is Leerroute.B1 else None)
    contact = ", ".join(filter(None, (inhoud.contact.naam, inhoud.contact.telefoon)))
    einde = inhoud.data.termijn_einde
    return {
        "contact": contact if inhoud.contact.naam else "",
        "pvt_uren": str(inhoud.pvt_uren or beleid.pvt_uren),
        "map_uren": str(inhoud.map_uren or beleid.map_uren),
        "z_cursusuren": str(beleid.z_cursusuren),
        "z_participatieuren": str(beleid.z_participatieuren),
        "lesuren": str(inhoud.lesuren_per_week or ""),
        "niveau": niveau.value if niveau else "",
        "intensiteit": str(inhoud.intensiteit or ""),
        "map_dag": _dag(inhoud.data.map_streefdag),
        "laatste_dag": _dag(einde - timedelta(days=1) if einde else None),
        "ontzorgen_dag": _dag(inhoud.ontzorgen_tot_en_met),
    }


def _dag(dag: date | None) -> str:
    return voluit(dag) if dag is not None else ""
