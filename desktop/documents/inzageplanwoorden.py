"""The words of the inzage for weighing, plan and dates, said to the client."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.pipinhoud import Bezigheid, Dagdeel
from desktop.models.veldwoorden import DAGEN
from desktop.models.woorden import woord

TABELLEN: Mapping[str, str] = {
    "weging": "Welke leerroute bij je past",
    "routeweging": "Wat we van een leerroute vonden",
    "onderzoek": "Wat we nog wilden weten",
    "pip": "Je plan (PIP)",
    "pipregel": "Zin in je plan",
    "pipdeel2": "Je uitkering in het plan",
    "pipafschaling": "Waarom het niveau lager werd",
    "piphandtekening": "Je handtekening",
    "termijnfeit": "Datum voor je termijn",
}

VELDEN: Mapping[str, str] = {
    "gekozen": "Gekozen leerroute",
    "niveau": "Niveau",
    "motivering": "Waarom deze leerroute",
    "afwijking": "Waarom anders dan de toets",
    "tweede_lezer_id": "Wie meelas",
    "tweede_lezer_op": "Meegelezen op",
    "tweede_lezer_woorden": "Wat diegene schreef",
    "besloten_door": "Wie besloot",
    "besloten_op": "Besloten op",
    "weging.volgnummer": "Hoeveelste keer",
    "route": "Leerroute",
    "oordeel": "Wat we vonden",
    "uiterlijk": "Uiterlijk op",
    "klaar_op": "Klaar op",
    "uitkomst": "Wat eruit kwam",
    "versie": "Versie",
    "auteur_id": "Geschreven door",
    "wijzigreden": "Waarom een nieuwe versie",
    "wijzigtoelichting": "Uitleg daarbij",
    "leerroute": "Leerroute",
    "intensiteit": "Geschatte uren",
    "mag_opleiding_afmaken": "Je mag eerst je opleiding afmaken",
    "lesuren_per_week": "Uren les per week",
    "participatie_uren_per_week": "Uren meedoen per week",
    "pvt_uren": "Uren PVT",
    "map_uren": "Uren MAP",
    "hoofddoel": "Je grote doel",
    "participatie_reden": "Waarom je nu niet meedoet",
    "week": "Je week",
    "dagtekening": "Dag van het besluit",
    "bekendmaking": "Verstuurd op",
    "vastgesteld_door": "Vastgesteld door",
    "vastgesteld_op": "Vastgesteld op",
    "inhoud": "Tekst van het plan",
    "onderdeel": "Onderdeel",
    "pipregel.tekst": "Wat er staat",
    "participatiewet": "Hoort bij je uitkering",
    "wanneer": "Wanneer",
    "hoe": "Hoe we het zien",
    "afkomst_code": "Komt uit vraag",
    "afkomst_tekst": "Je antwoord daarbij",
    "uitkering_vanaf": "Uitkering vanaf",
    "ontzorgen": "De gemeente betaalt je vaste lasten",
    "uren_gevolgd": "Uren les die je volgde",
    "uren_fysiek": "Waarvan in de klas",
    "inzet_tekst": "Hoe je je best deed",
    "inzet_bewijs": "Hoe we dat weten",
    "inzet_door": "Wie dat zegt",
    "inzet_op": "Gezegd op",
    "onhaalbaar_tekst": "Waarom B1 niet lukt",
    "onhaalbaar_bewijs": "Hoe we dat weten",
    "onhaalbaar_door": "Wie dat zegt",
    "onhaalbaar_op": "Gezegd op",
    "wijze": "Hoe je tekende",
    "verklaring": "Wat je daarmee zei",
    "strepen": "Je handtekening",
    "scan": "Scan van het papier",
    "piphandtekening.tolk": "Wie tolkte",
    "dag": "Dag",
    "waarde": "Waarde",
    "termijnfeit.tot": "Tot",
    "termijnfeit.bron": "Wie dat zegt",
    "termijnfeit.notitie": "Opmerking",
}

STIL = frozenset(
    {"pip_id", "weging_id", "afkomst_id", "afkomst_soort", "afdruk", "doelcode"}
    | {"scan_naam_soort", "besloten_voor", "besloten_afdruk", "tweede_lezer_afdruk"}
)
"""Columns that only the program needs."""


PLAATJES: Mapping[str, str] = {
    "strepen": "Getekend op het scherm. De lijnen staan in het bestand (JSON).",
    "scan": "Een scan. Die staat in het bestand (JSON).",
}
"""What stands for a picture of a signature."""


def bestandzin(naam: str) -> str:
    """Where a scan can be seen."""
    return f"Staat in het bestand {naam}"


def week_in_woorden(week: Mapping[str, str]) -> str:
    """`maandag ochtend: taalles`, one part of a day after another."""
    volgorde = [f"{dag}-{deel.value}" for dag in range(1, 6) for deel in Dagdeel]
    return ", ".join(
        f"{DAGEN[int(cel[0]) - 1]} {cel[2:]}: {woord(Bezigheid(week[cel])).lower()}"
        for cel in volgorde
        if cel in week
    )
