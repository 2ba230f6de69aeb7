"""A plan with something in every field, for the papers that are made of it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from desktop import catalogi
from desktop.documents.plandruk import Gemeente, Getekend, Plandruk, Versieregel
from desktop.models.handtekening import Handtekening
from desktop.models.pipinhoud import (
    Bezigheid,
    Contact,
    Data,
    Leerroute,
    Niveau,
    Oordeel,
    Pipinhoud,
    Regel,
    Routeoordeel,
    Toetsstand,
    Wie,
)

BSN = "123456782"
NUMMER = "0171-26-ABC123"
NAAM = "Filmon Gebremedhin Tesfay"
GEMEENTE = Gemeente(
    "Noordoostpolder",
    "Harmen Visserplein 1",
    "8302 BW Emmeloord",
    "Commissie bezwaarschriften\nPostbus 155\n8300 AD Emmeloord",
    "0527 63 39 11",
    "info@gemeente.example",
    "www.gemeente.example",
)


def druk(**anders: object) -> Plandruk:
    """The headings that come with the program."""
    basis = Plandruk(
        GEMEENTE,
        catalogi.pipkader().onderdelen,
        bezwaar_weken=6,
        bsn=BSN,
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


def regel(onderdeel: str, tekst: str, **rest: object) -> Regel:
    """A sentence; its id does not matter on paper."""
    return Regel(f"{onderdeel}-{tekst[:8]}", onderdeel, tekst, **rest)  # type: ignore[arg-type]


REGELS = (
    regel("begeleiding", "Uw klantmanager praat elke zes weken met u.", wie="Karin de Boer"),
    regel("sterk_punt", "U heeft tien jaar als lasser gewerkt.", domein="WK"),
    regel("aandachtspunt", "Wij zoeken een school dicht bij de opvang."),
    regel("aandachtspunt", "U slaapt slecht en leert halve dagen.", gezondheid=True),
    regel(
        "doel",
        "Ik maak zelf een afspraak met de school.",
        domein="TA",
        wie="Taalcoach Anja",
        wanneer=date(2027, 6, 1),
        hoe="U belt zelf de school.",
    ),
    regel("taal_en_werk", "U werkt twee dagen bij Van Dijk Metaal."),
    regel("pvt", "U doet mee met de participatieverklaring."),
    regel("map", "U doet een stage en een eindgesprek."),
    regel("afspraak", "Wij zoeken een plek op de opvang.", wie="Gemeente"),
    regel("verwachting", "Wij verwachten dat u eind 2029 klaar bent."),
    regel("voortgang", "Wij praten met u op 1 juli 2027."),
    regel("niet_nakomen", "Lukt het niet? Bel ons dan."),
    regel("ontzorgen", "De gemeente betaalt zes maanden uw huur.", deel=2),
    regel("plicht_pw", "U zoekt werk dat bij u past.", deel=2),
)
PLAN = Pipinhoud(
    wie=Wie(
        NUMMER,
        NAAM,
        "12-05-1991",
        "Espelerlaan 12\n8302 DC Emmeloord",
        "0171",
        "ti",
        "Asielstatushouder",
    ),
    contact=Contact("Karin de Boer", "0527 63 39 22", "k.deboer@gemeente.example"),
    toets=Toetsstand("B1-route haalbaar", "31,00", "28,00", date(2026, 12, 3)),
    data=Data(
        dagtekening=date(2027, 1, 12),
        bekendmaking=date(2027, 1, 12),
        bezwaar_tot_en_met=date(2027, 2, 23),
        termijn_start=date(2027, 1, 13),
        termijn_einde=date(2030, 1, 13),
        wisselen_tot_en_met=date(2028, 7, 12),
        map_streefdag=date(2028, 7, 11),
    ),
    leerroute=Leerroute.B1,
    niveau=Niveau.B1,
    oordelen=(
        Routeoordeel(Leerroute.B1, Oordeel.PASSEND, "U leert snel en wilt in de techniek werken."),
        Routeoordeel(
            Leerroute.ONDERWIJS, Oordeel.NIET_PASSEND, "U wilt niet vier jaar naar school."
        ),
        Routeoordeel(Leerroute.Z, Oordeel.NIET_PASSEND, "U kunt meer dan deze route vraagt."),
    ),
    motivering="Wij kiezen de B1-route, omdat u snel leert.",
    intensiteit=600,
    alfabetisering="AA",
    lesuren_per_week=9,
    participatie_uren_per_week=12,
    pvt_uren=12,
    map_uren=40,
    hoofddoel="Over drie jaar werk ik als lasser.",
    week={
        "1-ochtend": Bezigheid.TAALLES,
        "4-middag": Bezigheid.WERK,
        "2-avond": Bezigheid.VRIJWILLIGERSWERK,
    },
    regels=REGELS,
    uitkering=True,
    uitkering_vanaf=date(2026, 12, 1),
    ontzorgen=True,
    ontzorgen_tot_en_met=date(2027, 5, 31),
    vastgesteld_door="M. van den Berg",
    functie="Teamleider Inburgering",
    mandaat="Mandaatbesluit 2026, nummer 14.3",
    auteur="Karin de Boer",
)
CONCEPT = replace(PLAN, vastgesteld_door="", data=Data())
ZONDER_UITKERING = replace(
    PLAN,
    uitkering=False,
    uitkering_vanaf=None,
    ontzorgen=False,
    ontzorgen_tot_en_met=None,
    wie=replace(PLAN.wie, doelgroep="Gezinsmigrant en overige migrant"),
)
STREEP = tuple((n / 60, 0.5 + 0.3 * math.sin(n / 4)) for n in range(61))
GETEKEND = Getekend(
    "scherm",
    date(2027, 1, 12),
    "akkoord",
    "S. Haile",
    Handtekening((STREEP, ((0.1, 0.8), (0.9, 0.8)))),
)
VERSIES = (
    Versieregel(1, date(2027, 1, 12), "", "M. van den Berg"),
    Versieregel(2, date(2028, 3, 1), "Routewissel", "J. Prins"),
)


def vol_met(tekst: str) -> Pipinhoud:
    """The plan with this text wherever somebody can type."""
    return replace(
        PLAN,
        wie=replace(PLAN.wie, naam=tekst, adres=tekst, geboren=tekst, nummer=tekst),
        contact=Contact(tekst, tekst, tekst),
        oordelen=tuple(replace(o, reden=tekst) for o in PLAN.oordelen),
        motivering=tekst,
        afwijking=tekst,
        tweede_lezer=tekst,
        hoofddoel=tekst,
        participatie_reden=tekst,
        wijzigtoelichting=tekst,
        regels=tuple(replace(r, tekst=tekst or "x", wie=tekst, hoe=tekst) for r in PLAN.regels[:3]),
        vastgesteld_door=tekst or "x",
        functie=tekst,
        mandaat=tekst,
        auteur=tekst,
    )


def gemeente_met(tekst: str) -> Gemeente:
    """The same for the letterhead."""
    return Gemeente(tekst, tekst, tekst, tekst, tekst, tekst, tekst, b"geen plaatje", tekst)
