"""What is wrong with a plan before it is set (domain.md 5.2, 5.4): each finding names its rule.

DUO's own refusals (a) to (f) come first, so that what is set here is not refused there.
A finding that does not block is a hint; the klantmanager decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.models.pipduoregels import VOLLEDIG, duo, termijn
from desktop.models.pipfeiten import Bevinding, Pipfeiten, hint
from desktop.models.pipinhoud import PARTICIPATIE, Leerroute, Oordeel, Pipinhoud
from desktop.models.pipkader import Pipkader
from desktop.models.piponderdelen import Onderdeel
from desktop.models.toetsuitslag import Resultaat
from desktop.models.wegingregels import ROUTENAMEN, ROUTES, tweede_lezer_nodig, wijkt_af
from desktop.taal import N_

ROUTEKEUZE = N_("Leerroute")
TOETS = N_("Leerbaarheidstoets")
DEEL_2 = N_("Deel 2")
MEEDOEN = N_("Taal en meedoen")


def controleer(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> tuple[Bevinding, ...]:
    """All that was found, in the order of the rules; nothing blocks: the plan can be set."""
    return tuple(
        bevinding
        for regel in (duo, termijn, _route, _toets, _volledig, _zinnen, _meedoen, _deel2)
        for bevinding in regel(inhoud, feiten, kader)
    )


# The route and the test


def _route(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    beleid = kader.beleid
    if inhoud.leerroute is None:
        yield Bevinding(ROUTEKEUZE, "leerroute", "Kies de leerroute.")
    for route in ROUTES:
        gevonden, naam = inhoud.oordeel_over(route), ROUTENAMEN[route]
        veld = f"oordelen.{route.value}"
        if gevonden.oordeel is None:
            yield Bevinding(ROUTEKEUZE, veld, "Zeg of de {route} past.", {"route": naam})
            continue
        if not beleid.is_reden(gevonden.reden):
            yield Bevinding(
                ROUTEKEUZE,
                veld,
                "Schrijf bij de {route} in minstens één hele zin waarom.",
                {"route": naam},
            )
        if route is inhoud.leerroute and gevonden.oordeel is not Oordeel.PASSEND:
            yield Bevinding(
                ROUTEKEUZE,
                veld,
                "Je kiest de {route}. Zeg dan ook dat die route passend is.",
                {"route": naam},
            )
        elif gevonden.oordeel is Oordeel.NADER_ONDERZOEKEN:
            yield hint(
                ROUTEKEUZE,
                veld,
                "Het onderzoek naar de {route} loopt nog. Kijk of het plan daarop moet wachten.",
                route=naam,
            )
    if not beleid.is_reden(inhoud.motivering):
        yield Bevinding(
            ROUTEKEUZE,
            "motivering",
            "Schrijf in minstens één hele zin waarom je deze route kiest.",
        )


def _toets(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    if inhoud.toets.overgeslagen:
        return
    uitslag = next((r for r in Resultaat if r.value == inhoud.toets.resultaat), None)
    if uitslag is None or uitslag is Resultaat.ONBEKEND:
        yield Bevinding(
            TOETS,
            "toets",
            "Er is nog geen uitslag van de leerbaarheidstoets, en de toets is niet overgeslagen.",
        )
    if wijkt_af(inhoud.leerroute, uitslag) and not kader.beleid.is_reden(inhoud.afwijking):
        yield Bevinding(
            TOETS,
            "afwijking",
            "De uitslag van de toets wijst naar een andere route. Schrijf op waarom.",
        )
    if tweede_lezer_nodig(inhoud.leerroute, uitslag) and not inhoud.tweede_lezer.strip():
        yield Bevinding(
            TOETS,
            "tweede_lezer",
            "De toets zegt dat B1 haalbaar is. Voor de Z-route leest een collega mee. "
            "Die tekent zelf.",
        )


# Completeness


def _volledig(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    if feiten.asiel is None:
        yield Bevinding(
            VOLLEDIG,
            "wie.doelgroep",
            "De doelgroep is niet bekend. Kies die eerst in het dossier.",
        )
    if not inhoud.hoofddoel.strip():
        yield Bevinding(VOLLEDIG, "hoofddoel", "Schrijf het hoofddoel op.")
    if not inhoud.contact.naam.strip():
        yield Bevinding(VOLLEDIG, "contact.naam", "Schrijf op wie de vaste contactpersoon is.")
    if not (inhoud.contact.telefoon.strip() or inhoud.contact.email.strip()):
        yield Bevinding(
            VOLLEDIG,
            "contact.telefoon",
            "Schrijf een telefoonnummer of e-mailadres van de contactpersoon op.",
        )
    if not inhoud.wie.adres.strip():
        yield hint(VOLLEDIG, "wie.adres", "Er is geen adres voor de brief.")
    if not inhoud.lesuren_per_week:
        yield hint(VOLLEDIG, "lesuren_per_week", "Vul in hoeveel uur les er per week is.")
    yield from _uren(inhoud, kader)


def _uren(inhoud: Pipinhoud, kader: Pipkader) -> Iterator[Bevinding]:
    beleid = kader.beleid
    if inhoud.pvt_uren is None:
        zin = "Vul de uren PVT in: minstens {uren}."
        yield Bevinding(VOLLEDIG, "pvt_uren", zin, {"uren": beleid.pvt_uren})
    elif inhoud.pvt_uren < beleid.pvt_uren:
        zin = "Het PVT is minstens {uren} uur."
        yield Bevinding(VOLLEDIG, "pvt_uren", zin, {"uren": beleid.pvt_uren})
    if inhoud.leerroute is Leerroute.ONDERWIJS:
        if inhoud.map_uren:
            yield hint(VOLLEDIG, "map_uren", "In de onderwijsroute is de MAP niet nodig.")
    elif inhoud.map_uren is None:
        zin = "Vul de uren MAP in: minstens {uren}."
        yield Bevinding(VOLLEDIG, "map_uren", zin, {"uren": beleid.map_uren})
    elif inhoud.map_uren < beleid.map_uren:
        zin = "De MAP is minstens {uren} uur."
        yield Bevinding(VOLLEDIG, "map_uren", zin, {"uren": beleid.map_uren})


def _zinnen(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    """Every heading that needs a sentence has one, and every sentence stands in its own part."""
    for onderdeel in kader.onderdelen:
        veld, kop = f"regels.{onderdeel.code}", onderdeel.kop
        regels = inhoud.bij(onderdeel.code)
        if onderdeel.vereist(inhoud, feiten) and not any(r.tekst.strip() for r in regels):
            yield Bevinding(VOLLEDIG, veld, "Onder ‘{kop}’ staat nog niets.", {"kop": kop})
        elif any(not r.tekst.strip() for r in regels):
            yield Bevinding(
                VOLLEDIG, veld, "Onder ‘{kop}’ staat een lege zin. Haal die weg.", {"kop": kop}
            )
        if any(r.deel != onderdeel.deel for r in regels):
            yield _verkeerd_deel(onderdeel)
    for code in dict.fromkeys(r.onderdeel for r in inhoud.regels):
        if not kader.heeft(code):
            yield Bevinding(
                VOLLEDIG,
                "regels",
                "Er staat een zin onder ‘{kop}’. Dat kopje kent dit programma niet.",
                {"kop": code},
            )
    for naam, zin in (
        ("wie", "Bij {aantal} van de doelen staat nog niet wie helpt."),
        ("wanneer", "Bij {aantal} van de doelen staat nog niet wanneer het klaar is."),
        ("hoe", "Bij {aantal} van de doelen staat nog niet hoe wij zien dat het klaar is."),
    ):
        if zonder := sum(not getattr(doel, naam) for doel in inhoud.doelen):
            yield hint(VOLLEDIG, "regels.doel", zin, aantal=zonder)


def _verkeerd_deel(onderdeel: Onderdeel) -> Bevinding:
    return Bevinding(
        DEEL_2,
        f"regels.{onderdeel.code}",
        "Het kopje ‘{kop}’ hoort in deel {deel} van het plan.",
        {"kop": onderdeel.kop, "deel": onderdeel.deel},
    )


def _meedoen(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    """The dual path (domain.md 5.2): something beside the language, or a reason why not."""
    doet_mee = (
        bool(inhoud.participatie_uren_per_week)
        or any(bezig in PARTICIPATIE for _dag_, _deel, bezig in inhoud.in_week())
        or any(r.tekst.strip() for r in inhoud.bij("taal_en_werk"))
    )
    if not doet_mee and not kader.beleid.is_reden(inhoud.participatie_reden):
        yield Bevinding(
            MEEDOEN,
            "participatie_reden",
            "Er staat nog niet hoe de cliënt meedoet naast de taallessen. "
            "Vul dat in, of schrijf op waarom het nu niet kan.",
        )


def _deel2(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    """Part 2 with a Participatiewet benefit, and only then (domain.md 5.1)."""
    if inhoud.uitkering is not feiten.uitkering:
        zin = (
            "Er is een uitkering. Dan hoort deel 2 bij het plan."
            if feiten.uitkering
            else "Er is geen uitkering. Dan hoort deel 2 niet bij het plan."
        )
        yield Bevinding(DEEL_2, "uitkering", zin)
    if not inhoud.uitkering:
        for code in dict.fromkeys(r.onderdeel for r in inhoud.regels if r.deel == 2):
            yield Bevinding(
                DEEL_2,
                f"regels.{code}",
                "Het kopje ‘{kop}’ hoort bij een uitkering. Haal deze zinnen weg.",
                {"kop": kader.kop(code)},
            )
        if inhoud.ontzorgen:
            yield Bevinding(DEEL_2, "ontzorgen", "Ontzorgen kan alleen als er een uitkering is.")
        return
    if inhoud.uitkering_vanaf is None:
        yield Bevinding(DEEL_2, "uitkering_vanaf", "Vul in vanaf welke dag er een uitkering is.")
    if not inhoud.ontzorgen:
        yield from _geen_ontzorgen(inhoud, feiten, kader)
        return
    tot = inhoud.ontzorgen_tot_en_met
    if tot is None:
        yield Bevinding(
            DEEL_2, "ontzorgen_tot_en_met", "Vul in tot en met welke dag het ontzorgen duurt."
        )
    elif inhoud.uitkering_vanaf is not None and tot < inhoud.uitkering_vanaf:
        yield Bevinding(
            DEEL_2, "ontzorgen_tot_en_met", "Het ontzorgen eindigt voor de uitkering begint."
        )


def _geen_ontzorgen(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    """No sentence may say that the municipality pays when the plan says that it does not (2.6)."""
    for onderdeel in kader.onderdelen:
        if onderdeel.hoort_bij_ontzorgen and inhoud.bij(onderdeel.code):
            yield Bevinding(
                DEEL_2,
                f"regels.{onderdeel.code}",
                "Onder ‘{kop}’ staat een zin, maar het plan is zonder ontzorgen. Zet ontzorgen aan "
                "bij de uitkering, of haal de zin weg.",
                {"kop": onderdeel.kop},
            )
    if feiten.ontzorgen_hoort:
        yield hint(
            DEEL_2,
            "ontzorgen",
            "Een asielstatushouder met een uitkering wordt eerst financieel ontzorgd. Kijk na of "
            "dat hier niet hoeft.",
        )
