"""The words for weighing, plan and dates: tables, fields, values, and what depends on them.

Whoever shows a trail, a conflict or a field takes them from here; so a word is the same
on every screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.pip import Pipstatus
from desktop.models.pipdelen import Handtekenwijze, Verklaring
from desktop.models.pipinhoud import (
    Bezigheid,
    Dagdeel,
    Leerroute,
    Niveau,
    Oordeel,
    Wijzigreden,
)
from desktop.models.termijninvoer import SOORTEN
from desktop.models.weging import Wegingstatus
from desktop.taal import _

WEGINGTABELLEN = ("weging", "routeweging", "onderzoek")
PLANTABELLEN = ("pip", "pipregel", "pipdeel2", "pipafschaling", "piphandtekening")
GEMEENTETABELLEN = ("gemeentegegevens", "mandaat")

PLAATJES = frozenset({"logo", "strepen", "scan", "inhoud"})
"""Columns whose value says nothing to who reads it: a picture, or a whole text as JSON."""


PERSONEN = frozenset({"vastgesteld_door", "besloten_door"})
"""Columns that name a colleague, beside those that end in `_id`."""


def tabelnamen() -> Mapping[str, str]:
    """What a row is called in the trail."""
    return {
        "weging": _("Weging van de leerroute"),
        "routeweging": _("Oordeel over een leerroute"),
        "onderzoek": _("Nader onderzoek"),
        "pip": _("PIP"),
        "pipregel": _("Zin in het PIP"),
        "pipdeel2": _("Deel 2 van het PIP"),
        "pipafschaling": _("Afschalen naar A2"),
        "piphandtekening": _("Handtekening onder het PIP"),
        "termijnfeit": _("Datum voor de termijnen"),
        "gemeentegegevens": _("Gegevens van de gemeente"),
        "mandaat": _("Mandaat"),
    }


def onderwerpen() -> Mapping[str, str]:
    """In what part of the dossier a conflict is."""
    return {
        **dict.fromkeys(WEGINGTABELLEN, _("Weging van de leerroute")),
        **dict.fromkeys(PLANTABELLEN, _("PIP")),
        "termijnfeit": _("Termijnen"),
        **dict.fromkeys(GEMEENTETABELLEN, _("Gemeente")),
    }


def titels() -> Mapping[str, str]:
    """What a conflict about several fields, or about the whole row, is about."""
    return {
        **tabelnamen(),
        "weging": _("Besluit over de leerroute"),
        "pip": _("Leerroute en vaststelling van het PIP"),
        "pipdeel2": _("Uitkering en ontzorgen"),
    }


def plaatje(kolom: str) -> str:
    """What stands for such a value."""
    return {
        "logo": _("Een logo"),
        "strepen": _("Een handtekening"),
        "scan": _("Een scan"),
        "inhoud": _("De tekst van het vastgestelde plan"),
    }[kolom]


def veldnamen() -> Mapping[str, str]:
    """What a column is called."""
    return {
        "gekozen": _("Gekozen leerroute"),
        "niveau": _("Niveau"),
        "motivering": _("Waarom deze leerroute"),
        "afwijking": _("Waarom anders dan de toets"),
        "tweede_lezer_id": _("Wie meelas"),
        "tweede_lezer_op": _("Meegelezen op"),
        "tweede_lezer_woorden": _("Wat de tweede lezer schreef"),
        "besloten_voor": _("Besluit"),
        "besloten_door": _("Wie besloot"),
        "besloten_op": _("Besloten op"),
        "weging.volgnummer": _("Hoeveelste weging"),
        "route": _("Leerroute"),
        "oordeel": _("Oordeel"),
        "uiterlijk": _("Uiterlijk op"),
        "klaar_op": _("Klaar op"),
        "versie": _("Versie"),
        "weging_id": _("Weging"),
        "auteur_id": _("Geschreven door"),
        "wijzigtoelichting": _("Uitleg bij de wijziging"),
        "leerroute": _("Leerroute"),
        "intensiteit": _("Geschatte uren in de B1-route"),
        "pip.alfabetisering": _("Alfabetisering"),
        "mag_opleiding_afmaken": _("Mag eerst de opleiding afmaken"),
        "lesuren_per_week": _("Lesuren per week"),
        "participatie_uren_per_week": _("Uren meedoen per week"),
        "pvt_uren": _("Uren PVT"),
        "map_uren": _("Uren MAP"),
        "hoofddoel": _("Hoofddoel"),
        "participatie_reden": _("Waarom nu niet meedoen"),
        "week": _("De week"),
        "dagtekening": _("Dagtekening"),
        "bekendmaking": _("Verstuurd op"),
        "vastgesteld_door": _("Vastgesteld door"),
        "vastgesteld_op": _("Vastgesteld op"),
        "inhoud": _("Tekst van het plan"),
        "pip_id": _("Versie van het PIP"),
        "onderdeel": _("Onderdeel"),
        "participatiewet": _("In deel 2"),
        "doelcode": _("Doel uit de lijst"),
        "wanneer": _("Wanneer"),
        "hoe": _("Hoe we het zien"),
        "afkomst_soort": _("Komt uit"),
        "afkomst_id": _("Komt uit"),
        "afkomst_code": _("Komt uit vraag"),
        "afkomst_tekst": _("Antwoord waar het uit komt"),
        "uitkering_vanaf": _("Uitkering vanaf"),
        "ontzorgen": _("Financieel ontzorgen"),
        "uren_gevolgd": _("Gevolgde lesuren"),
        "uren_fysiek": _("Waarvan in de klas"),
        "inzet_tekst": _("Inzet van de cliënt"),
        "inzet_bewijs": _("Waaruit die inzet blijkt"),
        "inzet_door": _("Wie dat van de inzet zegt"),
        "inzet_op": _("Gezegd over de inzet op"),
        "onhaalbaar_tekst": _("Waarom B1 niet haalbaar is"),
        "onhaalbaar_bewijs": _("Waaruit dat blijkt"),
        "onhaalbaar_door": _("Wie zegt dat B1 niet haalbaar is"),
        "onhaalbaar_op": _("Gezegd over de haalbaarheid op"),
        "wijze": _("Hoe getekend"),
        "verklaring": _("Verklaring"),
        "strepen": _("Handtekening"),
        "scan": _("Scan"),
        "scan_naam_soort": _("Soort bestand"),
        "piphandtekening.tolk": _("Wie tolkte"),
        "afdruk": _("Kenmerk van de tekst"),
        "dag": _("Dag"),
        "termijnfeit.tot": _("Tot"),
        "termijnfeit.bron": _("Bron"),
        "waarde": _("Waarde"),
        "postcode_plaats": _("Postcode en plaats"),
        "bezwaaradres": _("Adres voor bezwaar"),
        "website": _("Website"),
        "logo": _("Logo"),
        "ondertekenaar_slot": _("Regel boven de naam"),
        "vier_ogen": _("Een ander stelt vast"),
        "bestemming": _("Map voor papieren"),
        "functie": _("Functie"),
        "kenmerk": _("Kenmerk"),
    }


def woordparen() -> tuple[tuple[StrEnum, str], ...]:
    """The words for the fixed values."""
    return (
        (Leerroute.B1, _("B1-route")),
        (Leerroute.ONDERWIJS, _("Onderwijsroute")),
        (Leerroute.Z, _("Z-route")),
        (Niveau.A2, "A2"),
        (Niveau.B1, "B1"),
        (Oordeel.PASSEND, _("Passend")),
        (Oordeel.NIET_PASSEND, _("Niet passend")),
        (Oordeel.NADER_ONDERZOEKEN, _("Nader onderzoeken")),
        (Wijzigreden.ROUTEWISSEL, _("Andere leerroute")),
        (Wijzigreden.AFSCHALEN, _("Lager niveau (afschalen)")),
        (Wijzigreden.GEZIN, _("Verandering in het gezin")),
        (Wijzigreden.GEZONDHEID, _("Verandering in de gezondheid")),
        (Wijzigreden.WERK, _("Verandering in het werk")),
        (Wijzigreden.VERHUIZING, _("Verhuizing")),
        (Wijzigreden.CORRECTIE, _("Fout hersteld")),
        (Wijzigreden.BEZWAAR, _("Na bezwaar of beroep")),
        (Bezigheid.TAALLES, _("Taalles")),
        (Bezigheid.WERK, _("Werk")),
        (Bezigheid.VRIJWILLIGERSWERK, _("Vrijwilligerswerk")),
        (Bezigheid.STAGE, _("Stage")),
        (Bezigheid.ZORG, _("Zorg voor het gezin")),
        (Bezigheid.REIZEN, _("Reizen")),
        (Dagdeel.OCHTEND, _("Ochtend")),
        (Dagdeel.MIDDAG, _("Middag")),
        (Dagdeel.AVOND, _("Avond")),
        (Pipstatus.CONCEPT, _("Concept")),
        (Pipstatus.VASTGESTELD, _("Vastgesteld")),
        (Wegingstatus.OPEN, _("Nog niet besloten")),
        (Wegingstatus.BESLOTEN, _("Besloten")),
        (Onderzoeksoort.PROEFLES, _("Proefles")),
        (Onderzoeksoort.MEDISCH_ADVIES, _("Medisch advies")),
        (Onderzoeksoort.SCHOOLADVIES, _("Advies van de school")),
        (Onderzoeksoort.ANDERS, _("Iets anders")),
        (Handtekenwijze.SCHERM, _("Op het scherm")),
        (Handtekenwijze.PAPIER, _("Op papier")),
        (Handtekenwijze.GEZIEN, _("Gezien, tekent niet")),
        (Handtekenwijze.GEEN, _("Geen handtekening")),
        (Verklaring.BESPROKEN, _("Besproken en begrepen")),
        (Verklaring.AKKOORD, _("Akkoord")),
        *((soort, _(naam)) for soort, naam in SOORTEN.items()),
    )


def gevolgzinnen() -> Mapping[str, str]:
    """What depends on a value that two people filled in differently."""
    vast = _(
        "Of het plan geldt, en welke leerroute erin staat. Het plan dat de cliënt op papier "
        "kreeg moet hetzelfde zeggen. Kijk dat na."
    )
    route = _("De leerroute in het PIP, en dus de lessen en de uren.")
    papier = _("Deze tekst staat in het plan en op het blad voor de cliënt.")
    week = _("Wat de cliënt op welke dag doet. Dat staat ook op het blad voor de cliënt.")
    brief = _("Deze gegevens staan op elke brief.")
    termijn = _("De termijnen van de cliënt: die worden vanaf deze dagen geteld.")
    return {
        "weging.gekozen": route,
        "weging.status": route,
        "weging.tweede_lezer_id": _("Of er een tweede lezer is, zoals bij de Z-route soms moet."),
        "weging": _("De redenen van de leerroute. Die staan in het besluit."),
        "routeweging": _("Of alle leerroutes zijn bekeken, en waarom. Dat staat in het besluit."),
        "onderzoek": _("Wat er nog wordt uitgezocht, en voor welke dag."),
        "pip.status": vast,
        "pip.leerroute": vast,
        "pip.niveau": vast,
        "pip.week": week,
        "pip": papier,
        "pipregel": papier,
        "pipdeel2": _("Of het plan een deel 2 heeft, en tot wanneer het ontzorgen duurt."),
        "pipafschaling": _("Of het niveau omlaag kan naar A2."),
        "piphandtekening": _("Of en hoe de cliënt tekende. Het plan geldt ook zonder."),
        "termijnfeit": termijn,
        "gemeentegegevens.vier_ogen": _("Of wie het plan schreef het ook mag vaststellen."),
        "gemeentegegevens": brief,
        "mandaat": _("Wie een plan mag vaststellen, en vanaf wanneer."),
    }
