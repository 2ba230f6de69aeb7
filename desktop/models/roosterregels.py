"""Whether a sitting, or a candidate in it, can be: nothing is booked twice.

Pure: a `Rooster` of plain values goes in, `Bezwaar` come out. A hard one is a refusal;
a soft one is said, and the plan may stand. Each says which booking is in the way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime

from desktop.models.fouten import Invoerfout
from desktop.models.toetsbeleid import Toetsbeleid
from desktop.models.toetsrooster import Begeleider, Bezwaar, Boeking, Rooster, Soort, Toetsklant
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetstijd import moment, vrije_dag


def bezwaren_sessie(
    rooster: Rooster,
    plan: Sessiegegevens,
    *,
    beleid: Toetsbeleid,
    nu: datetime,
    sessie_id: str | None = None,
    bezet: Collection[str] = (),
) -> list[Bezwaar]:
    """All that is against this sitting; `sessie_id` when it stands already and moves."""
    try:
        plan = plan.nagekeken()
    except Invoerfout as fout:
        return [Bezwaar(Soort.INVOER, True, fout.veld, fout.zin, fout.waarden)]
    uit: list[Bezwaar] = []
    if moment("begin", plan.datum, plan.begin) < nu:
        uit.append(
            Bezwaar(Soort.VERLEDEN, True, "datum", "Deze tijd is voorbij. Kies een tijd later.")
        )
    uit += _bezet(rooster, plan, sessie_id)
    uit += _plaats(rooster, plan, bezet)
    uit += _dagen(rooster, plan)
    begeleider = rooster.begeleiders.get(plan.begeleider_id)
    if begeleider is None:
        uit.append(Bezwaar(Soort.BEGELEIDER, True, "begeleider_id", "Kies een toetsbegeleider."))
    else:
        uit += bezwaren_begeleider(begeleider, plan.datum, beleid)
    return uit


def _bezet(rooster: Rooster, plan: Sessiegegevens, sessie_id: str | None) -> Iterator[Bezwaar]:
    for ander in rooster.tegelijk(plan, behalve=sessie_id):
        g = ander.gegevens
        wie = rooster.begeleiders.get(g.begeleider_id)
        waar = rooster.ruimte_van(g)
        waarden = {
            "wanneer": ander.wanneer,
            "begeleider": wie.naam if wie else "?",
            "ruimte": f"{waar.naam}, {waar.locatie}" if waar else "?",
        }
        if g.ruimte_id == plan.ruimte_id:
            yield Bezwaar(
                Soort.RUIMTE, True, "ruimte_id",
                "De ruimte {ruimte} is al bezet op {wanneer}: toets met {begeleider}.",
                waarden, ander.id,
            )  # fmt: skip
        if g.begeleider_id == plan.begeleider_id:
            yield Bezwaar(
                Soort.BEGELEIDER, True, "begeleider_id",
                "{begeleider} heeft al een toets op {wanneer} in {ruimte}.",
                waarden, ander.id,
            )  # fmt: skip
        for apparaat_id in sorted(g.apparaten & plan.apparaten):
            apparaat = rooster.apparaten.get(apparaat_id)
            yield Bezwaar(
                Soort.APPARAAT, True, "apparaten",
                "{apparaat} is al in gebruik op {wanneer} in {ruimte}.",
                {**waarden, "apparaat": apparaat.naam if apparaat else "?"}, ander.id,
            )  # fmt: skip


def _plaats(rooster: Rooster, plan: Sessiegegevens, bezet: Collection[str]) -> Iterator[Bezwaar]:
    ruimte = rooster.ruimte_van(plan)
    if ruimte is None:
        yield Bezwaar(Soort.RUIMTE, True, "ruimte_id", "Kies een ruimte.")
        return
    if not ruimte.stadhuis and not plan.plaats_reden:
        yield Bezwaar(
            Soort.PLAATS, True, "plaats_reden",
            "De toets is in het gemeentehuis. Schrijf op waarom deze in {locatie} is.",
            {"locatie": ruimte.locatie},
        )  # fmt: skip
    plekken = rooster.plekken(plan)
    if plekken < 1:
        yield Bezwaar(
            Soort.PLEKKEN, True, "ruimte_id",
            "De ruimte {ruimte} heeft geen plekken.", {"ruimte": ruimte.naam},
        )  # fmt: skip
    elif len(bezet) > plekken:
        yield Bezwaar(
            Soort.PLEKKEN, True, "ruimte_id",
            "Er zijn {aantal} kandidaten en {plekken} plekken in {ruimte}.",
            {"aantal": len(bezet), "plekken": plekken, "ruimte": ruimte.naam},
        )  # fmt: skip
    for apparaat_id in sorted(plan.apparaten):
        apparaat = rooster.apparaten.get(apparaat_id)
        if apparaat is None or apparaat.kapot:
            yield Bezwaar(
                Soort.APPARAAT, True, "apparaten",
                "{apparaat} is kapot. Kies een ander apparaat.",
                {"apparaat": apparaat.naam if apparaat else "?"},
            )  # fmt: skip


def _dagen(rooster: Rooster, plan: Sessiegegevens) -> Iterator[Bezwaar]:
    if (vrij := vrije_dag(plan.datum)) is not None:
        yield Bezwaar(
            Soort.FEESTDAG, vrij.algemeen, "datum",
            "Op {dag} is het {feest}."
            if vrij.algemeen
            else "Let op: op {dag} is het {feest}. Niet iedereen werkt dan.",
            {"dag": f"{plan.datum:%d-%m-%Y}", "feest": vrij.naam},
        )  # fmt: skip
    ruimte = rooster.ruimte_van(plan)
    if ruimte is None:
        return
    for dicht in rooster.sluitingen:
        if dicht.locatie_id in (None, ruimte.locatie_id) and dicht.geldt_op(plan.datum):
            yield Bezwaar(
                Soort.OPEN, True, "datum",
                "{locatie} is gesloten van {van} tot en met {tot}. {reden}",
                {"locatie": ruimte.locatie, "van": f"{dicht.van:%d-%m-%Y}",
                 "tot": f"{dicht.tot:%d-%m-%Y}", "reden": dicht.reden},
            )  # fmt: skip
    uren = [o for o in rooster.openingen if o.locatie_id == ruimte.locatie_id]
    vandaag = sorted((o for o in uren if o.weekdag == plan.datum.isoweekday()), key=lambda o: o.van)
    if uren and not any(o.van <= plan.begin and plan.einde <= o.tot for o in vandaag):
        tijden = " en ".join(f"{o.van}-{o.tot}" for o in vandaag)
        yield Bezwaar(
            Soort.OPEN, True, "begin",
            "{locatie} is dan niet open. Open op deze dag: {tijden}."
            if tijden
            else "{locatie} is op deze dag van de week dicht.",
            {"locatie": ruimte.locatie, "tijden": tijden},
        )  # fmt: skip


def bezwaren_begeleider(wie: Begeleider, dag: date, beleid: Toetsbeleid) -> Iterator[Bezwaar]:
    """What is against this person leading a sitting on this day: certificate and consent."""
    for soort, wat, van, tot in (
        (Soort.CERTIFICAAT, "het certificaat", wie.certificaat_op, wie.certificaat_tot),
        (Soort.TOESTEMMING, "de toestemming van DUO", wie.toestemming_op, wie.toestemming_tot),
    ):
        waarden = {"naam": wie.naam, "wat": wat, "dag": f"{dag:%d-%m-%Y}"}
        if van is None:
            zin = "Van {naam} is {wat} nog niet ingevuld."
            yield Bezwaar(soort, True, "begeleider_id", zin, waarden)
        elif dag < van:
            waarden["vanaf"] = f"{van:%d-%m-%Y}"
            zin = "Voor {naam} geldt {wat} pas vanaf {vanaf}."
            yield Bezwaar(soort, True, "begeleider_id", zin, waarden)
        elif tot is not None and dag > tot:
            waarden["tot"] = f"{tot:%d-%m-%Y}"
            zin = "Voor {naam} geldt {wat} tot en met {tot}: op {dag} niet meer."
            yield Bezwaar(soort, True, "begeleider_id", zin, waarden)
        elif tot is not None and (tot - dag).days <= beleid.certificaat_waarschuwing:
            waarden["tot"] = f"{tot:%d-%m-%Y}"
            zin = "Let op: voor {naam} geldt {wat} nog maar tot en met {tot}."
            yield Bezwaar(soort, False, "begeleider_id", zin, waarden)


def bezwaren_kandidaat(
    rooster: Rooster, boeking: Boeking, klant: Toetsklant, *, nu: datetime
) -> list[Bezwaar]:
    """All that is against this person in this sitting."""
    g = boeking.gegevens
    naam = {"naam": klant.naam}
    uit: list[Bezwaar] = []
    if klant.vrijgesteld:
        uit.append(
            Bezwaar(Soort.KANDIDAAT, True, "kandidaat",
                    "{naam} hoeft de toets niet te maken: die is overgeslagen.", naam)
        )  # fmt: skip
    if klant.heeft_uitslag:
        uit.append(
            Bezwaar(Soort.KANDIDAAT, True, "kandidaat", "{naam} heeft al een uitslag.", naam)
        )
    if moment("begin", g.datum, g.begin) < nu:
        uit.append(Bezwaar(Soort.VERLEDEN, True, "datum", "Deze toets is al begonnen of voorbij."))
    for ander in rooster.boekingen:
        if ander.id != boeking.id and klant.kandidaat_id in ander.bezet:
            uit.append(
                Bezwaar(Soort.KANDIDAAT, True, "kandidaat",
                        "{naam} heeft al een plek op {wanneer}.",
                        {**naam, "wanneer": ander.wanneer}, ander.id)
            )  # fmt: skip
    anderen = boeking.bezet - {klant.kandidaat_id}
    plekken = rooster.plekken(g)
    if len(anderen) + 1 > plekken:
        namen = ", ".join(sorted(boeking.namen[k] for k in anderen if k in boeking.namen))
        uit.append(
            Bezwaar(Soort.PLEKKEN, True, "kandidaat",
                    "De toets op {wanneer} is vol: {plekken} van de {plekken} plekken. {namen}",
                    {"wanneer": boeking.wanneer, "plekken": plekken, "namen": namen}, boeking.id)
        )  # fmt: skip
    if tijd := klant.gesprek_onder(g):
        uit.append(
            Bezwaar(Soort.KANDIDAAT, True, "kandidaat",
                    "{naam} heeft op {dag} om {tijd} een gesprek voor de intake.",
                    {**naam, "dag": f"{g.datum:%d-%m-%Y}", "tijd": tijd})
        )  # fmt: skip
    if klant.tolk_taal and g.tolk_taal != klant.tolk_taal:
        uit.append(
            Bezwaar(Soort.TOLK, False, "kandidaat",
                    "{naam} wil een tolk. Bij deze toets is geen tolk in die taal.", naam)
        )  # fmt: skip
    uit += te_laat(klant, g.datum)
    return uit


def te_laat(klant: Toetsklant, dag: date) -> Iterator[Bezwaar]:
    """A warning when the sitting is after the PIP is due, with the days over."""
    if klant.pip_uiterlijk is not None and dag > klant.pip_uiterlijk:
        dagen = (dag - klant.pip_uiterlijk).days
        yield Bezwaar(
            Soort.TERMIJN, False, "datum",
            "Het PIP van {naam} moet er op {uiterlijk} zijn. Deze toets is {dagen} dagen later."
            if dagen > 1
            else "Het PIP van {naam} moet er op {uiterlijk} zijn. Deze toets is 1 dag later.",
            {"naam": klant.naam, "uiterlijk": f"{klant.pip_uiterlijk:%d-%m-%Y}", "dagen": dagen},
            piptermijn=klant.piptermijn,
        )  # fmt: skip


def knelpunten(rooster: Rooster) -> dict[str, list[Bezwaar]]:
    """What clashes among the sittings that stand, by sitting.

    Two laptops that plan without a network can each be right, and not together.
    """
    uit: dict[str, list[Bezwaar]] = {}
    volgorde = sorted(rooster.boekingen, key=lambda b: (b.gegevens.datum, b.gegevens.begin))
    plek: dict[str, list[Boeking]] = defaultdict(list)
    for boeking in volgorde:
        for kandidaat in boeking.bezet:
            plek[kandidaat].append(boeking)
    for boeking in volgorde:
        bezwaren = list(_bezet(rooster, boeking.gegevens, boeking.id))
        plekken = rooster.plekken(boeking.gegevens)
        if len(boeking.bezet) > plekken:
            bezwaren.append(
                Bezwaar(Soort.PLEKKEN, True, "kandidaat",
                        "Er zijn {aantal} kandidaten en {plekken} plekken.",
                        {"aantal": len(boeking.bezet), "plekken": plekken}, boeking.id)
            )  # fmt: skip
        for kandidaat in sorted(boeking.bezet):
            for ander in plek[kandidaat]:
                if ander is boeking:
                    continue
                naam = boeking.namen.get(kandidaat)
                bezwaren.append(
                    Bezwaar(Soort.KANDIDAAT, True, "kandidaat",
                            "{naam} heeft ook een plek op {wanneer}."
                            if naam
                            else "Een kandidaat van een collega heeft ook een plek op {wanneer}.",
                            {"naam": naam, "wanneer": ander.wanneer}, ander.id)
                )  # fmt: skip
        if bezwaren:
            uit[boeking.id] = bezwaren
    return uit
