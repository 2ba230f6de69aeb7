"""The words of the trail, the same on the screen, on paper and on the command line."""

from __future__ import annotations

from desktop.models.basis import Stroomklasse
from desktop.models.pipwoorden import tabelnamen
from desktop.models.spoor import Inzagesoort, Onderdeel, Spoorregel, Spoorsoort
from desktop.taal import _

KORT = 4
"""Letters of a device's identity: enough to tell a few laptops apart."""


def gedaan(soort: Spoorsoort) -> str:
    """What somebody did."""
    return {
        Spoorsoort.GEWIJZIGD: _("Gewijzigd"),
        Spoorsoort.GEZIEN: _("Bekeken"),
        Spoorsoort.VERWIJDERD: _("Weggehaald"),
        Spoorsoort.GEKOZEN: _("Gekozen uit twee"),
    }[soort]


def waarvan(regel: Spoorregel) -> str:
    """What it was done to: `Notitie`, `Gezondheid in het gesprek`."""
    if regel.inzage is not None:
        return _inzagen()[regel.inzage]
    return tabelwoord(regel.entiteit)


def tabelwoord(entiteit: str) -> str:
    """What a row of this table is."""
    return _entiteiten().get(entiteit, _("Iets uit een nieuwere versie van Viergesprek"))


def bijzonderheden(regel: Spoorregel) -> tuple[str, ...]:
    """Which fields, in groups, or the class of data."""
    if regel.klasse is not None:
        return (_klassen()[regel.klasse],)
    return tuple(_onderdelen()[deel] for deel in regel.onderdelen)


def laptop(regel: Spoorregel) -> str:
    """Which device."""
    if regel.eigen:
        return _("deze laptop")
    if not regel.apparaat:
        return _("centrale opslag")
    return _("andere laptop {kenmerk}").format(kenmerk=regel.apparaat[:KORT])


def _inzagen() -> dict[Inzagesoort, str]:
    return {
        Inzagesoort.DOSSIER: _("Dossier"),
        Inzagesoort.GEZONDHEID: _("Gezondheid"),
        Inzagesoort.AFGESCHERMD: _("Afgeschermde notities"),
        Inzagesoort.BSN: _("BSN en gegevens"),
        Inzagesoort.SAMENVATTING: _("Samenvatting op papier"),
        Inzagesoort.INZAGE: _("Inzage voor de cliënt"),
        Inzagesoort.SPOOR: _("Dit spoor"),
    }


def _entiteiten() -> dict[str, str]:
    return {
        "medewerker": _("Collega"),
        "dossier": _("Dossier"),
        "doelgroep_periode": _("Doelgroep"),
        "huisgenoot": _("Huishouden"),
        "brede_intake": _("Brede intake"),
        "zitting": _("Afspraak voor het gesprek"),
        "deelnemer": _("Wie aan tafel zit"),
        "antwoord": _("Antwoord"),
        "notitie": _("Notitie"),
        "domeinoverslag": _("Overgeslagen leefdomein"),
        "alleenmoment": _("Alleen met de cliënt"),
        "afspraak": _("Vervolgafspraak"),
        "vragenlijstversie": _("Vragenlijst"),
        "deling": _("Delen met een collega"),
        "vervanging": _("Vervanging"),
        "noodtoegang": _("Toegang met een reden"),
        "verzoek": _("Verzoek van de cliënt"),
        "raadpleging": _("Dossier"),
        "zoekactie": _("Nummer opgezocht"),
        "taalcheck": _("Verstaat de cliënt de tolk?"),
        "tolktijd": _("Tijd van de tolk"),
        "promptvertaling": _("Vertaling"),
        "promptmelding": _("Opmerking over een vertaling"),
        "opname": _("Opname van een stem"),
        "stemproef": _("Stem van de computer"),
        "pictogramproef": _("Pictogram uitgeprobeerd"),
        "toetslocatie": _("Plek voor de toets"),
        "toetsruimte": _("Ruimte voor de toets"),
        "openingstijd": _("Openingstijd"),
        "sluiting": _("Dagen dicht"),
        "toetsapparaat": _("Apparaat voor de toets"),
        "toetsbegeleider": _("Toetsbegeleider"),
        "toetssessie": _("Toets op een dag"),
        "kandidaat": _("Leerbaarheidstoets"),
        "toetspauze": _("Pauze bij de toets"),
        "toetsincident": _("Voorval bij de toets"),
        "toetsobservatie": _("Observatie bij de toets"),
        "toetsuitslag": _("Uitslag van de toets"),
        "toetsoverslag": _("Toets overgeslagen"),
        **tabelnamen(),
    }


def _onderdelen() -> dict[Onderdeel, str]:
    return {
        Onderdeel.NAAM: _("naam en geboorte"),
        Onderdeel.BSN: _("BSN"),
        Onderdeel.VNUMMER: _("V-nummer"),
        Onderdeel.NATIONALITEIT: _("nationaliteit"),
        Onderdeel.TAAL: _("taal en lezen"),
        Onderdeel.CONTACT: _("contact"),
        Onderdeel.KLANTMANAGER: _("klantmanager"),
        Onderdeel.GEMEENTE: _("gemeente"),
        Onderdeel.NUMMER: _("dossiernummer"),
        Onderdeel.DATUMS: _("datums"),
        Onderdeel.GANG: _("voortgang"),
        Onderdeel.SLOTWOORDEN: _("slotwoorden"),
        Onderdeel.PLANNING: _("planning"),
        Onderdeel.TOLK: _("tolk"),
    }


def _klassen() -> dict[Stroomklasse, str]:
    return {
        Stroomklasse.GEMEENTE: _("algemeen"),
        Stroomklasse.IDENTITEIT: _("naam en contact"),
        Stroomklasse.BSN: _("BSN"),
        Stroomklasse.VNUMMER: _("V-nummer"),
        Stroomklasse.GEWOON: _("algemeen"),
        Stroomklasse.SOCIAAL: _("sociale participatie"),
        Stroomklasse.WONEN: _("wonen"),
        Stroomklasse.DAGELIJKS: _("dagelijks leven"),
        Stroomklasse.MOBILITEIT: _("mobiliteit"),
        Stroomklasse.REGIE: _("regie"),
        Stroomklasse.WERK: _("werk en opleiding"),
        Stroomklasse.SCORE: _("score"),
        Stroomklasse.GEZONDHEID: _("gezondheid"),
        Stroomklasse.AFGESCHERMD: _("afgeschermd"),
        Stroomklasse.GELD: _("geld"),
        Stroomklasse.KINDEREN: _("kinderen"),
        Stroomklasse.TOETS: _("toets"),
        Stroomklasse.ROOSTER: _("rooster van de toets"),
        Stroomklasse.PIP: _("PIP"),
        Stroomklasse.PIP2: _("PIP, deel 2"),
        Stroomklasse.TOEGANG: _("toegang"),
        Stroomklasse.SPOOR: _("spoor"),
        Stroomklasse.OEFENING: _("oefening"),
    }
