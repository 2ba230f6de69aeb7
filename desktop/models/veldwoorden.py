"""What a column is called and what its value says, in the words of the klantmanager."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from babel import Locale

from desktop.models.basis import Base, Tijdstip
from desktop.models.deeldatum import MAANDEN, Deeldatum
from desktop.models.pipwoorden import PERSONEN, PLAATJES, plaatje, veldnamen
from desktop.models.woorden import woord
from desktop.taal import N_, _, taal

NEDERLAND = ZoneInfo("Europe/Amsterdam")
DAGEN = (
    N_("maandag"),
    N_("dinsdag"),
    N_("woensdag"),
    N_("donderdag"),
    N_("vrijdag"),
    N_("zaterdag"),
    N_("zondag"),
)

STIL = frozenset(
    {"id", "dossier_id", "intake_id", "zitting_id", "klasse", "vragenlijst", "oefening"}
    | {"opening", "volgorde", "gezondheid", "door", "op", "begonnen_op", "geeindigd_op"}
    | {"vraag_code", "sorteernaam", "kandidaat_id", "vervangt_id", "uid"}
    | {"pip_id", "weging_id", "afkomst_id", "afkomst_soort", "afdruk", "doelcode", "besloten_voor"}
    | {"besloten_afdruk", "tweede_lezer_afdruk"}
)
"""Columns that only the program needs, or that say who and when."""


@dataclass(frozen=True)
class Naslag:
    """Names for what is kept as a code."""

    talen: Mapping[str, str] = field(default_factory=dict)
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    personen: Mapping[str, str] = field(default_factory=dict)
    domeinen: Mapping[str, str] = field(default_factory=dict)


def veldnaam(entiteit: str, kolom: str) -> str:
    """What a column is called; one of a later version goes by its own name."""
    namen = _veldnamen()
    eigen = namen.get(f"{entiteit}.{kolom}") or namen.get(kolom)
    return eigen or kolom.removesuffix("_id").replace("_", " ").capitalize()


def waardewoord(entiteit: str, kolom: str, waarde: Any, naslag: Naslag) -> str:
    """A kept value in words; empty for nothing."""
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        return _("Ja") if waarde else _("Nee")
    if kolom == "geluid":
        return _("Een opname")  # a voice in base64 says nothing to who reads it
    if kolom in PLAATJES:
        return plaatje(kolom)
    tekst = str(waarde)
    tabel = Base.metadata.tables.get(entiteit)
    bekend = tabel.columns.get(kolom) if tabel is not None else None
    if bekend is not None and (vast := _vast(bekend, tekst)):
        return vast
    if kolom == "geboortedatum":
        return _deeldatum(tekst)
    if kolom == "dialect":
        return _(tekst)
    if kolom == "nationaliteit":
        return str(Locale(taal()).territories.get(tekst, tekst))
    namen: Mapping[str, str] = {}
    if kolom in ("spreektaal", "leestaal", "taal", "spraaktaal", "tolk_taal", "uitlegtaal"):
        namen = naslag.talen
    elif kolom == "gemeente":
        namen = naslag.gemeenten
    elif kolom == "domein":
        namen = naslag.domeinen
    elif kolom.endswith("_id") or kolom in PERSONEN:
        return naslag.personen.get(tekst, _("Onbekend"))
    elif kolom == "weekdag" and tekst in "1234567":
        return _(DAGEN[int(tekst) - 1]).capitalize()
    return namen.get(tekst, tekst)


def _vast(kolom: sa.Column[Any], tekst: str) -> str:
    soort = kolom.type
    try:
        if isinstance(soort, Tijdstip):
            return wanneer(datetime.fromisoformat(tekst))
        if isinstance(soort, sa.Date):
            return f"{date.fromisoformat(tekst):%d-%m-%Y}"
        if isinstance(soort, sa.Enum) and soort.enum_class is not None:
            return _enumwoord(soort.enum_class(tekst))
    except ValueError:  # a word or a form that only a newer version knows
        return tekst
    return ""


def _enumwoord(lid: Any) -> str:
    if not isinstance(lid, enum.StrEnum):
        return str(lid)
    try:
        return woord(lid)
    except KeyError:
        return lid.value[:1].upper() + lid.value[1:]


def _deeldatum(tekst: str) -> str:
    try:
        return Deeldatum.van_iso(tekst).nederlands()
    except ValueError:
        return tekst


def wanneer(moment: datetime, vandaag: date | None = None) -> str:
    """Day and time in the Netherlands: `maandag 23 november, 10:05`; another year says so."""
    hier = moment.astimezone(NEDERLAND)
    vorm = _("{dag} {nummer} {maand}, {tijd}")
    if vandaag is not None and hier.year != vandaag.year:
        vorm = _("{dag} {nummer} {maand} {jaar}, {tijd}")
    return vorm.format(
        dag=_(DAGEN[hier.weekday()]),
        nummer=hier.day,
        maand=_(MAANDEN[hier.month - 1]),
        jaar=hier.year,
        tijd=f"{hier:%H:%M}",
    )


def _veldnamen() -> dict[str, str]:
    return {
        "nummer": _("Dossiernummer"),
        "voornamen": _("Voornamen"),
        "achternaam": _("Achternaam"),
        "geboortedatum": _("Geboortedatum"),
        "bsn": _("BSN"),
        "v_nummer": _("V-nummer"),
        "nationaliteit": _("Nationaliteit"),
        "gemeente": _("Gemeente"),
        "spreektaal": _("Spreekt"),
        "dialect": _("Dialect of variant"),
        "leestaal": _("Leest in"),
        "alfabetisering": _("Lezen en schrijven"),
        "datum_koppeling": _("Koppeling aan de gemeente"),
        "datum_kennisgeving": _("Kennisgeving van DUO"),
        "datum_brp": _("Inschrijving in de BRP"),
        "datum_huisvesting": _("Huisvesting"),
        "klantmanager_id": _("Klantmanager"),
        "dossier.telefoon": _("Telefoon van de cliënt"),
        "dossier.email": _("E-mail van de cliënt"),
        "telefoon": _("Telefoon"),
        "email": _("E-mail"),
        "adres": _("Adres"),
        "indeling": _("Doelgroep"),
        "gedetailleerd": _("Nauwkeuriger"),
        "vanaf": _("Vanaf"),
        "tot": _("Tot en met"),
        "naam": _("Naam"),
        "relatie": _("Relatie"),
        "geboortejaar": _("Geboortejaar"),
        "rol": _("Rol"),
        "fase": _("Waar het gesprek staat"),
        "taal": _("Taal op het scherm van de cliënt"),
        "teach_back": _("Wat de cliënt terugvertelt"),
        "sterke_punten": _("Sterke punten"),
        "wens_een_jaar": _("Wens voor over een jaar"),
        "wens_drie_jaar": _("Wens voor over drie jaar"),
        "gesloten_op": _("Afgesloten op"),
        "sluitreden": _("Reden bij het afsluiten"),
        "datum": _("Dag"),
        "tijd": _("Tijd"),
        "plaats": _("Plaats"),
        "plaats_toelichting": _("Waar precies"),
        "tolk_wijze": _("Tolk"),
        "tolk_bureau": _("Bureau van de tolk"),
        "tolk_wbtv": _("Wbtv-nummer van de tolk"),
        "tolk_reden_geen": _("Reden zonder beëdigde tolk"),
        "tolk_taal": _("Taal van de tolk"),
        "tolk_wens": _("Wens voor de tolk"),
        "tolk_verstaan": _("Tolk en cliënt verstaan elkaar"),
        "partij": _("Namens"),
        "organisatie": _("Organisatie"),
        "aanwezigheid": _("Aanwezig"),
        "bijgewoond": _("Welk deel"),
        "alleen": _("Alleen met jou en de tolk"),
        "domein": _("Leefdomein"),
        "reden": _("Reden"),
        "wijzigreden": _("Reden van de wijziging"),
        "soort": _("Soort"),
        "tekst": _("Tekst"),
        "wat": _("Wat"),
        "wie": _("Wie"),
        "medewerker_id": _("Collega"),
        "afwezige_id": _("Afwezig"),
        "vervanger_id": _("Vervanger"),
        "ontvangen_op": _("Gevraagd op"),
        "afgedaan_op": _("Beantwoord op"),
        "uitkomst": _("Uitkomst"),
        "spraaktaal": _("Taal die de cliënt hoort"),
        "schrift": _("Schrift"),
        "eigen_cijfers": _("Cijfers van de eigen taal"),
        "toon_nederlands": _("Nederlands onder de vraag"),
        "voorlezen": _("Vragen vanzelf voorlezen"),
        "eerst_horen": _("Eerst horen, dan kiezen"),
        "vervolg": _("Wat helpt"),
        "begin": _("Begin"),
        "einde": _("Einde"),
        "context": _("Welke tekst"),
        "bron": _("Nederlandse tekst"),
        "vormen": _("Vertaling"),
        "uitspraak": _("Uitspraak"),
        "status": _("Status"),
        "herkomst": _("Wie vertaalde of nakeek"),
        "notitie": _("Opmerking"),
        "beter": _("Betere tekst"),
        "door_tolk": _("Van de tolk"),
        "spreker": _("Wie sprak"),
        "toestemming_op": _("Toestemming gegeven op"),
        "opgenomen_op": _("Opgenomen op"),
        "duur_ms": _("Duur in milliseconden"),
        "geluid": _("Geluid"),
        "stem": _("Stem"),
        "goed": _("Goed te verstaan"),
        "pictogram": _("Pictogram"),
        "leest": _("De cliënt leest"),
        "uitslag": _("Herkend"),
        "stadhuis": _("Gemeentehuis"),
        "locatie_id": _("Plek"),
        "plekken": _("Aantal plekken"),
        "weekdag": _("Dag van de week"),
        "van": _("Van"),
        "kapot": _("Kapot"),
        "certificaat_op": _("Certificaat gehaald op"),
        "certificaat_tot": _("Certificaat geldig tot en met"),
        "duo_toestemming_op": _("Toestemming van DUO op"),
        "duo_toestemming_tot": _("Toestemming van DUO tot en met"),
        "ruimte_id": _("Ruimte"),
        "begeleider_id": _("Toetsbegeleider"),
        "plaats_reden": _("Reden voor deze plek"),
        "afzegreden": _("Reden van afzeggen"),
        "apparaten": _("Apparaten"),
        "bezet": _("Plekken die bezet zijn"),
        "volgnummer": _("Hoeveelste keer"),
        "reden_opnieuw": _("Reden van de tweede keer"),
        "sessie_id": _("Toets op een dag"),
        "examennummer": _("Examennummer"),
        "uitlegtaal": _("Taal van de uitleg"),
        "audio": _("Uitleg horen"),
        "tolk": _("Tolk erbij"),
        "bril": _("Bril"),
        "gehoor": _("Hulp bij horen"),
        "handen": _("Moeite met de handen"),
        "muis": _("Oefenen met de muis"),
        "hulpmiddel_notitie": _("Wat nog meer nodig is"),
        "identiteit_gezien": _("Identiteitsbewijs gezien"),
        "uitleg_begrepen": _("Uitleg begrepen"),
        "muisoefening": _("Met de muis geoefend"),
        "koptelefoon": _("Koptelefoon"),
        "afgebroken_reden": _("Waarom afgebroken"),
        "resultaat": _("Resultaat"),
        "behaalde_score": _("Behaalde score"),
        "benodigde_score": _("Benodigde score"),
        "datum_afname": _("Geregistreerd door DUO op"),
        "geldig": _("Geldig"),
        "toelichting": _("Toelichting"),
        "toetsoverslag.door": _("Wie besloot"),
        "toetsoverslag.op": _("Besloten op"),
        **veldnamen(),
    }
