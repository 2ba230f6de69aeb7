"""What a later version of the plan may change, and when (domain.md 0.10, 2.2, 5.4).

A route switch has a last day; going down from B1 to A2 has none, but asks for hours, effort
and unattainability. They are two different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop.models.formulier import datum_nederlands
from desktop.models.pipfeiten import Bevinding, Pipfeiten, Verklaring, hint
from desktop.models.pipinhoud import Leerroute, Niveau, Pipinhoud, Wijzigreden
from desktop.models.pipkader import Pipkader
from desktop.taal import N_

VERSIE = N_("Versie")
ROUTEWISSEL = N_("Routewissel")
AFSCHALEN = N_("Afschalen")

_HERSTEL = frozenset({Wijzigreden.CORRECTIE, Wijzigreden.BEZWAAR})
"""With these an earlier decision is put right: what a change rests on is then only a hint."""


def versie_mag(
    vorige: Pipinhoud, nieuwe: Pipinhoud, feiten: Pipfeiten, kader: Pipkader
) -> tuple[Bevinding, ...]:
    """What stands in the way of `nieuwe` after `vorige`, besides what `controleer` finds."""
    return tuple(
        bevinding
        for regel in (_versie, _route, _niveau)
        for bevinding in regel(vorige, nieuwe, feiten, kader)
    )


def _versie(
    vorige: Pipinhoud, nieuwe: Pipinhoud, feiten: Pipfeiten, kader: Pipkader
) -> Iterator[Bevinding]:
    if nieuwe.versie != vorige.versie + 1:
        yield Bevinding(
            VERSIE,
            "versie",
            "Na versie {oud} komt versie {nieuw}.",
            {"oud": vorige.versie, "nieuw": vorige.versie + 1},
        )
    if nieuwe.wijzigreden is None:
        yield Bevinding(VERSIE, "wijzigreden", "Kies waarom er een nieuwe versie is.")
    if not kader.beleid.is_reden(nieuwe.wijzigtoelichting):
        yield Bevinding(
            VERSIE,
            "wijzigtoelichting",
            "Schrijf in minstens één hele zin wat er is veranderd.",
        )
    oud, nieuw = vorige.data.dagtekening, nieuwe.data.dagtekening
    # With `vorige_dagtekening` known, `controleer` says it.
    if feiten.vorige_dagtekening is None and oud is not None and nieuw is not None and nieuw < oud:
        yield Bevinding(
            VERSIE,
            "data.dagtekening",
            "De dag van het plan ligt voor die van het vorige plan ({dag}).",
            {"dag": datum_nederlands(oud)},
        )
    begin = vorige.data.termijn_start
    verschoven = begin is not None and nieuwe.data.termijn_start != begin
    if verschoven and nieuwe.data.voorlopig and feiten.termijn_start is None:
        yield Bevinding(
            VERSIE,
            "data.termijn_start",
            "De termijn begon op {dag}. Een later plan verandert dat niet.",
            {"dag": datum_nederlands(begin)},
        )


def _route(
    vorige: Pipinhoud, nieuwe: Pipinhoud, feiten: Pipfeiten, kader: Pipkader
) -> Iterator[Bevinding]:
    oud, nieuw, reden = vorige.leerroute, nieuwe.leerroute, nieuwe.wijzigreden
    if oud is nieuw:
        if reden is Wijzigreden.ROUTEWISSEL:
            yield Bevinding(
                ROUTEWISSEL, "wijzigreden", "De leerroute is dezelfde. Dit is geen routewissel."
            )
        return
    if oud is None or nieuw is None:
        return
    if reden is not Wijzigreden.ROUTEWISSEL and reden not in _HERSTEL:
        yield Bevinding(
            ROUTEWISSEL,
            "wijzigreden",
            "De leerroute is anders dan in de vorige versie. Kies ‘Andere leerroute’ als reden.",
        )
    if (oud, nieuw) == (Leerroute.ONDERWIJS, Leerroute.B1):
        return  # may at any time (domain.md 0.10)
    yield from _op_tijd(feiten.wisselen_tot_en_met, _dag(nieuwe, feiten), herstel=reden in _HERSTEL)


def _op_tijd(laatste: date | None, dag: date, *, herstel: bool) -> Iterator[Bevinding]:
    if laatste is None:
        yield hint(
            ROUTEWISSEL,
            "leerroute",
            "Het begin van de termijn is niet bekend. Kijk zelf na of wisselen van route nog mag.",
        )
    elif dag > laatste:
        yield Bevinding(
            ROUTEWISSEL,
            "leerroute",
            "Wisselen van route mocht tot en met {dag}. "
            "Alleen van de onderwijsroute naar de B1-route mag altijd.",
            {"dag": datum_nederlands(laatste)},
            blokkeert=not herstel,
        )


def _niveau(
    vorige: Pipinhoud, nieuwe: Pipinhoud, feiten: Pipfeiten, kader: Pipkader
) -> Iterator[Bevinding]:
    omlaag = nieuwe.niveau is Niveau.A2 and vorige.niveau is not Niveau.A2
    reden = nieuwe.wijzigreden
    if reden is Wijzigreden.AFSCHALEN and not omlaag:
        yield Bevinding(
            AFSCHALEN, "niveau", "Bij afschalen gaat het niveau van B1 naar A2. Kies niveau A2."
        )
    if not omlaag or nieuwe.leerroute is not Leerroute.B1:
        if reden is Wijzigreden.AFSCHALEN and nieuwe.leerroute is not Leerroute.B1:
            yield Bevinding(AFSCHALEN, "leerroute", "Afschalen kan alleen in de B1-route.")
        return
    if vorige.leerroute is not Leerroute.B1:
        yield Bevinding(AFSCHALEN, "niveau", "Na een routewissel begint de B1-route met niveau B1.")
        return
    gronden = _onderbouwing(feiten, kader)
    if reden in _HERSTEL:
        yield from (replace(grond, blokkeert=False) for grond in gronden)
        return
    if reden is not Wijzigreden.AFSCHALEN:
        yield Bevinding(
            AFSCHALEN,
            "wijzigreden",
            "Het niveau gaat van B1 naar A2. Kies ‘Lager niveau (afschalen)’ als reden.",
        )
    yield from gronden


def _onderbouwing(feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    """Hours, effort, unattainability: each its own statement with what shows it (2.2)."""
    nodig, gevolgd, fysiek = kader.beleid.afschalen_uren, feiten.uren_gevolgd, feiten.uren_fysiek
    if gevolgd is None:
        zin = "Vul in hoeveel uur les er gevolgd is: minstens {nodig}."
        yield Bevinding(AFSCHALEN, "uren_gevolgd", zin, {"nodig": nodig})
    elif gevolgd < nodig:
        yield Bevinding(
            AFSCHALEN,
            "uren_gevolgd",
            "Voor afschalen zijn minstens {nodig} uur les nodig. Nu zijn het er {aantal}.",
            {"nodig": nodig, "aantal": gevolgd},
        )
    if fysiek is None:
        yield Bevinding(AFSCHALEN, "uren_fysiek", "Vul in hoeveel van de uren in de klas waren.")
    elif gevolgd is not None and fysiek > gevolgd:
        yield Bevinding(
            AFSCHALEN, "uren_fysiek", "Er zijn meer uren in de klas dan uren les samen."
        )
    elif not kader.beleid.genoeg_fysiek(nodig, fysiek):
        yield Bevinding(
            AFSCHALEN,
            "uren_fysiek",
            "Van de {nodig} uur is minstens {procent} procent in de klas. "
            "Nu zijn het {aantal} uur.",
            {
                "nodig": nodig,
                "procent": kader.beleid.fysiek_percentage,
                "aantal": fysiek,
            },
        )
    for veld, verklaring, zin in (
        ("inzet", feiten.inzet, "Schrijf op waaruit de inzet van de cliënt blijkt."),
        ("onhaalbaar", feiten.onhaalbaar, "Schrijf op waarom niveau B1 niet haalbaar is."),
    ):
        yield from _verklaard(veld, verklaring, zin, kader)


def _verklaard(
    veld: str, verklaring: Verklaring | None, zin: str, kader: Pipkader
) -> Iterator[Bevinding]:
    if verklaring is None or not kader.beleid.is_reden(verklaring.tekst):
        yield Bevinding(AFSCHALEN, veld, zin)
    elif not verklaring.compleet:
        yield Bevinding(
            AFSCHALEN, veld, "Noem erbij waaruit dat blijkt, wie het zegt, en van welke dag het is."
        )


def _dag(inhoud: Pipinhoud, feiten: Pipfeiten) -> date:
    return inhoud.data.dagtekening or feiten.vandaag
