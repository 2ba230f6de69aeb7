"""The words of the inzage: what a table and a column are called, and what a value says.

A table or column that is not named here gets its own name, made readable: a class
of a later version is then on paper too, if less well put.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.documents import inzageplanwoorden
from desktop.models.basis import Base, Tijdstip
from desktop.models.deeldatum import Deeldatum
from desktop.models.dossier import Alfabetisering
from desktop.models.inzage import Gegeven
from desktop.models.pipwoorden import PLAATJES, plaatje
from desktop.models.spoor import Inzagesoort
from desktop.models.toegang import Grond
from desktop.models.verzoek import Verzoeksoort
from desktop.models.vragen import Vraag, Vragenlijst
from desktop.models.woorden import woord

NEDERLAND = ZoneInfo("Europe/Amsterdam")

TABELLEN: Mapping[str, str] = {
    "dossier": "Wie je bent",
    "doelgroep_periode": "Bij welke groep je hoort",
    "huisgenoot": "Met wie je woont",
    "brede_intake": "Het gesprek",
    "zitting": "Wanneer het gesprek was",
    "deelnemer": "Wie erbij was",
    "antwoord": "Antwoord op een vraag",
    "notitie": "Notitie",
    "domeinoverslag": "Onderwerp dat niet is gevraagd",
    "alleenmoment": "Was je alleen met de klantmanager en de tolk?",
    "afspraak": "Afspraak",
    "taalcheck": "Verstond je de tolk?",
    "tolktijd": "Wanneer de tolk er was",
    "kandidaat": "De leerbaarheidstoets",
    "toetspauze": "Pauze bij de toets",
    "toetsincident": "Wat er gebeurde bij de toets",
    "toetsobservatie": "Wat we zagen bij de toets",
    "toetsuitslag": "Uitslag van de toets",
    "toetsoverslag": "Toets niet nodig",
    **inzageplanwoorden.TABELLEN,
    "deling": "Gedeeld met",
    "noodtoegang": "Geopend met een reden",
    "verzoek": "Wat je hebt gevraagd",
    "raadpleging": "Bekeken",
}
"""What a table is called in a heading, and in the list of changes."""

_VELDEN: Mapping[str, str] = {
    "nummer": "Dossiernummer",
    "bsn": "BSN",
    "v_nummer": "V-nummer",
    "spreektaal": "Je spreekt",
    "dialect": "Dialect",
    "leestaal": "Je leest",
    "taal": "Taal van het gesprek",
    "spraaktaal": "Taal die je hoorde",
    "schrift": "Schrift",
    "eigen_cijfers": "Cijfers van je eigen taal",
    "toon_nederlands": "Nederlands onder de vraag",
    "voorlezen": "Vragen vanzelf voorgelezen",
    "eerst_horen": "Eerst horen, dan kiezen",
    "vervolg": "Wat je zou helpen",
    "begin": "Begin",
    "einde": "Einde",
    "alfabetisering": "Lezen en schrijven",
    "datum_koppeling": "Koppeling aan de gemeente",
    "datum_kennisgeving": "Kennisgeving van DUO",
    "datum_brp": "Inschrijving in de BRP",
    "datum_huisvesting": "Huisvesting",
    "klantmanager_id": "Klantmanager",
    "medewerker_id": "Wie",
    "telefoon": "Telefoon",
    "email": "E-mail",
    "gedetailleerd": "Nauwkeuriger",
    "teach_back": "Dit zei je terug",
    "sterke_punten": "Wat goed gaat",
    "wens_een_jaar": "Wens voor over één jaar",
    "wens_drie_jaar": "Wens voor over drie jaar",
    "gesloten_op": "Afgesloten op",
    "sluitreden": "Reden bij het afsluiten",
    "fase": "Hoe ver het gesprek is",
    "plaats_toelichting": "Waar precies",
    "tolk_wijze": "Tolk",
    "tolk_bureau": "Bureau van de tolk",
    "tolk_wbtv": "Wbtv-nummer van de tolk",
    "tolk_reden_geen": "Reden zonder (beëdigde) tolk",
    "tolk_taal": "Taal van de tolk",
    "tolk_wens": "Wens voor de tolk",
    "tolk_verstaan": "Tolk en jij verstonden elkaar",
    "begonnen_op": "Begonnen",
    "geeindigd_op": "Geëindigd",
    "bijgewoond": "Welk deel",
    "domein": "Onderwerp",
    "door": "Door",
    "op": "Wanneer",
    "tot": "Tot en met",
    "volgnummer": "Hoeveelste keer",
    "reden_opnieuw": "Waarom nog een keer",
    "examennummer": "Examennummer",
    "uitlegtaal": "Taal van de uitleg",
    "audio": "Uitleg horen",
    "tolk": "Tolk erbij",
    "bril": "Bril",
    "gehoor": "Hulp bij horen",
    "handen": "Moeite met de handen",
    "muis": "Oefenen met de muis",
    "hulpmiddel_notitie": "Wat je nog meer nodig hebt",
    "uitgenodigd_op": "Uitgenodigd",
    "aanwezigheid": "Was je er",
    "identiteit_gezien": "We zagen je identiteitsbewijs",
    "uitleg_begrepen": "Je begreep de uitleg",
    "muisoefening": "Je oefende met de muis",
    "koptelefoon": "Koptelefoon",
    "afgebroken_reden": "Waarom de toets stopte",
    "resultaat": "Resultaat",
    "behaalde_score": "Je score",
    "benodigde_score": "Score die nodig is",
    "datum_afname": "Door DUO opgeschreven op",
    "herkomst": "Hoe de uitslag kwam",
    "geldig": "Geldt nu",
    "toelichting": "Uitleg",
    "wat": "Wat",
    "wie": "Wie",
    "ontvangen_op": "Gevraagd op",
    "afgedaan_op": "Antwoord op",
    "uitkomst": "Wat ermee is gedaan",
    "tekst": "Wat je vroeg",
    "toetsobservatie.tekst": "Wat we opschreven",
    "toetsincident.notitie": "Wat er was",
    **inzageplanwoorden.VELDEN,
}

STIL = frozenset(
    {"dossier_id", "intake_id", "zitting_id", "volgorde", "klasse", "vragenlijst", "oefening"}
    | {"opening", "gezondheid", "kandidaat_id", "vervangt_id", "sessie_id", "begeleider_id"}
    | {"uitgenodigd_volgnummer"}
    | inzageplanwoorden.STIL
)
"""Columns that only the program needs; the JSON has them."""

_GRONDEN: Mapping[str, str] = {
    Grond.KLANTMANAGER: "je klantmanager",
    Grond.MAKER: "heeft je dossier gemaakt",
    Grond.VERVANGING: "vervangt {voor}",
    Grond.GEDEELD: "je dossier is gedeeld",
    Grond.TOETS: "neemt je toets af",
    Grond.NOOD: "heeft je dossier met een reden geopend",
    Grond.LEIDINGGEVENDE: "controleren het werk",
}

_GEZIEN: Mapping[str, str] = {
    Inzagesoort.DOSSIER: "je dossier",
    Inzagesoort.GEZONDHEID: "antwoorden over je gezondheid",
    Inzagesoort.AFGESCHERMD: "afgeschermde notities",
    Inzagesoort.BSN: "je BSN en andere gegevens",
    Inzagesoort.SAMENVATTING: "de samenvatting op papier",
    Inzagesoort.INZAGE: "deze inzage",
    Inzagesoort.SPOOR: "wie er in je dossier keek",
}

_SOORTEN: Mapping[str, str] = {
    Verzoeksoort.INZAGE: "Je gegevens zien",
    Verzoeksoort.CORRECTIE: "Iets verbeteren",
    Verzoeksoort.BEZWAAR: "Bezwaar",
}


_LEZEN: Mapping[str, str] = {
    Alfabetisering.A: "Je leert nog lezen en schrijven",
    Alfabetisering.AA: "Je leest een ander schrift",
    Alfabetisering.NVT: "Je leest ons schrift",
    Alfabetisering.ONBEKEND: "Nog niet bekend",
}


@dataclass(frozen=True)
class Inzagecontext:
    """What the paper needs beside the data: names for codes, and whom to ask."""

    gemeente: str
    klantmanager: str
    telefoon: str
    email: str
    bewaarjaren: int
    talen: Mapping[str, str] = field(default_factory=dict)
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    lijsten: Mapping[str, Vragenlijst] = field(default_factory=dict)
    """Question lists by version."""
    onderdelen: Mapping[str, str] = field(default_factory=dict)
    """Headings of the plan by their code, in its order."""
    scans: Mapping[str, str] = field(default_factory=dict)
    """Names of the files with the scan of a signature, by the id of its row."""

    def vraag(self, code: str) -> Vraag | None:
        """The question with this code, in whichever list has it."""
        gevonden = (lijst.vragen.get(code) for lijst in self.lijsten.values())
        return next((vraag for vraag in gevonden if vraag is not None), None)

    def domein(self, code: str) -> str:
        """The title of a leefdomein."""
        domeinen = (d for lijst in self.lijsten.values() for d in lijst.domeinen)
        return next((d.titel for d in domeinen if d.code == code), code)


def tabelwoord(tabel: str) -> str:
    """What a table is called."""
    return TABELLEN.get(tabel) or _leesbaar(tabel)


def veldwoord(veld: str, tabel: str = "") -> str:
    """What a column is called, in this table."""
    if eigen := _VELDEN.get(f"{tabel}.{veld}"):
        return eigen
    return _VELDEN.get(veld) or _leesbaar(veld.removesuffix("_id"))


def _leesbaar(naam: str) -> str:
    return naam.replace("_", " ").capitalize()


def gezien(wat: str) -> str:
    """What somebody looked at."""
    return _GEZIEN.get(wat, "iets in je dossier")


def grondwoord(grond: str, voor: str) -> str:
    """Why somebody may see the dossier."""
    return _GRONDEN.get(grond, grond).format(voor=voor)


def regels(
    gegeven: Gegeven, context: Inzagecontext, personen: Mapping[str, str]
) -> list[tuple[str, str]]:
    """(what it is, what it says) of every column that says something."""
    kolommen = _kolommen(gegeven.tabel)
    uit = []
    for veld, waarde in gegeven.velden.items():
        if veld in STIL:
            continue
        if veld == "scan" and gegeven.rij in context.scans:
            waarde = inzageplanwoorden.bestandzin(context.scans[gegeven.rij])
            uit.append((veldwoord(veld, gegeven.tabel), waarde))
            continue
        tekst = waardewoord(veld, waarde, kolommen.get(veld), context, personen)
        if tekst:
            uit.append((veldwoord(veld, gegeven.tabel), tekst))
    return uit


def waardewoord(
    veld: str,
    waarde: Any,
    kolom: sa.Column[Any] | None,
    context: Inzagecontext,
    personen: Mapping[str, str],
) -> str:
    """A kept value in Dutch words; empty for nothing."""
    if waarde is None or waarde in ("", {}):
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if veld in PLAATJES:
        return inzageplanwoorden.PLAATJES.get(veld) or plaatje(veld)
    if veld == "week":
        return inzageplanwoorden.week_in_woorden(waarde)
    if isinstance(waarde, dict):
        return ", ".join(f"{sleutel}: {w}" for sleutel, w in sorted(waarde.items()))
    tekst = str(waarde)
    if tekst in personen:
        return personen[tekst]
    if kolom is not None and (vast := _vast(kolom, tekst)):
        return vast
    match veld:
        case "geboortedatum":
            return _deeldatum(tekst)
        case "spreektaal" | "leestaal" | "taal" | "spraaktaal" | "tolk_taal" | "uitlegtaal":
            return context.talen.get(tekst, tekst)
        case "gemeente":
            return context.gemeenten.get(tekst, tekst)
        case "nationaliteit":
            return _land(tekst)
        case "domein":
            return context.domein(tekst)
        case "afkomst_code":
            vraag = context.vraag(tekst)
            return vraag.tekst if vraag is not None else tekst
        case "alfabetisering":
            return _enumwoord(Alfabetisering, tekst)
        case _:
            return tekst


def _kolommen(tabel: str) -> Mapping[str, sa.Column[Any]]:
    bekend = Base.metadata.tables.get(tabel)
    return {} if bekend is None else {kolom.name: kolom for kolom in bekend.columns}


def _vast(kolom: sa.Column[Any], tekst: str) -> str:
    soort = kolom.type
    if isinstance(soort, Tijdstip):
        return moment(datetime.fromisoformat(tekst))
    if isinstance(soort, sa.Date):
        return f"{date.fromisoformat(tekst):%d-%m-%Y}"
    if isinstance(soort, sa.Enum) and soort.enum_class is not None:
        return _enumwoord(soort.enum_class, tekst)
    return ""


def _enumwoord(klasse: type[Any], tekst: str) -> str:
    try:
        lid = klasse(tekst)
        if isinstance(lid, Verzoeksoort):
            return _SOORTEN[lid]
        if isinstance(lid, Alfabetisering):
            return _LEZEN[lid]
        return woord(lid) if isinstance(lid, enum.StrEnum) else tekst
    except (KeyError, ValueError):
        return tekst[:1].upper() + tekst[1:]


def moment(op: datetime) -> str:
    """Day and time in the Netherlands."""
    return f"{op.astimezone(NEDERLAND):%d-%m-%Y %H:%M}"


def _deeldatum(tekst: str) -> str:
    try:
        return Deeldatum.van_iso(tekst).nederlands()
    except ValueError:
        return tekst


def _land(code: str) -> str:
    from babel import Locale

    return str(Locale("nl").territories.get(code, code))
