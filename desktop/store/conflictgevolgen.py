"""What depends on a value that two people filled in differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.antwoordtekst import optiewoord
from desktop.models.dossier import Relatie
from desktop.models.intake import AFSLUITTEKSTEN, BredeIntake, Fase
from desktop.models.pipwoorden import gevolgzinnen
from desktop.models.veldwoorden import Naslag
from desktop.models.voortgang import KINDERDOMEIN
from desktop.models.vragen import Voorwaarde, Vraag, Vraagtype, Vragenlijst
from desktop.store.conflict import Conflict
from desktop.taal import _, meervoud

HOOGSTENS = 4
"""So many questions are named; of the rest only the number."""

DATUMS = frozenset({"datum_kennisgeving", "datum_brp"})


@dataclass(frozen=True)
class Gevolg:
    """One thing that depends on it, with what it is about."""

    zin: str
    punten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plaats:
    """Where in an intake something stands."""

    intake: str
    lijst: Vragenlijst
    vraag: Vraag | None
    domein: str
    """The title of its leefdomein."""


def gevolgen(
    sessie: Session, conflict: Conflict, plaats: Plaats, naslag: Naslag
) -> tuple[Gevolg, ...]:
    """What to keep in mind when choosing; empty when nothing else depends on it."""
    match conflict.entiteit:
        case "antwoord":
            uit = _van_antwoord(sessie, plaats)
        case "huisgenoot":
            uit = _van_huisgenoot(conflict, plaats)
        case "domeinoverslag":
            uit = _van_domein(conflict, plaats)
        case entiteit:
            vast = _vaste_zinnen()
            namen = [f"{entiteit}.{kolom}" for kolom in sorted(conflict.eenheid)]
            zinnen = [vast[naam] for naam in (*namen, entiteit) if naam in vast]
            uit = [Gevolg(zin) for zin in zinnen[:1]]
    return (*uit, *_van_afsluiting(sessie, conflict, plaats))


def _van_antwoord(sessie: Session, plaats: Plaats) -> list[Gevolg]:
    vraag = plaats.vraag
    if vraag is None:
        return []
    gegeven = set(
        sessie.scalars(
            sa.select(Antwoord.vraag_code).where(
                Antwoord.intake_id == plaats.intake,
                Antwoord.status != Antwoordstatus.OPEN,
            )
        )
    )
    uit = _vervolgvragen(vraag, plaats.lijst, gegeven)
    if vraag.type is Vraagtype.SCALE:
        uit.append(Gevolg(_("Deze score staat in de samenvatting en in de figuur daarbij.")))
        return uit
    for score in plaats.lijst.domein(vraag.domein).vragen:
        if score.type is Vraagtype.SCALE and score.code in gegeven:
            uit.append(_score(sessie, score, plaats))
    return uit


def _vervolgvragen(vraag: Vraag, lijst: Vragenlijst, gegeven: set[str]) -> list[Gevolg]:
    punten = []
    for ander in lijst.vragen.values():
        voorwaarde = next((v for v in ander.voorwaarden if v.vraag == vraag.code), None)
        if voorwaarde is not None:
            punten.append(_vervolg(ander, vraag, voorwaarde, gegeven=ander.code in gegeven))
    if not punten:
        return []
    rest = len(punten) - HOOGSTENS
    if rest > 0:
        punten[HOOGSTENS:] = [meervoud("en nog {aantal} vraag", "en nog {aantal} vragen", rest)]
    kop = meervoud(
        "Deze vraag hangt ervan af:", "Deze {aantal} vragen hangen ervan af:", max(1, len(punten))
    )
    return [Gevolg(kop, tuple(punten))]


def _vervolg(vraag: Vraag, poort: Vraag, voorwaarde: Voorwaarde, *, gegeven: bool) -> str:
    codes = voorwaarde.keuze or voorwaarde.niet
    bij = ", ".join(optiewoord(poort, code) for code in codes)
    vormen = {
        (False, False): _("{code} {vraag}"),
        (False, True): _("{code} {vraag} Al beantwoord."),
        (True, False): _("{code} {vraag} Alleen bij: {bij}."),
        (True, True): _("{code} {vraag} Alleen bij: {bij}. Al beantwoord."),
    }
    if voorwaarde.niet and not voorwaarde.keuze:
        vormen[True, False] = _("{code} {vraag} Niet bij: {bij}.")
        vormen[True, True] = _("{code} {vraag} Niet bij: {bij}. Al beantwoord.")
    return vormen[bool(bij), gegeven].format(code=vraag.code, vraag=vraag.tekst, bij=bij)


def _score(sessie: Session, score: Vraag, plaats: Plaats) -> Gevolg:
    antwoord = sessie.get(Antwoord, Antwoord.id_van(plaats.intake, score.code))
    gekozen = antwoord.opties if antwoord is not None else ()
    zegt = ", ".join(optiewoord(score, code) for code in gekozen)
    if not zegt:
        return Gevolg(
            _("De score van {domein}. Kijk of die nog past.").format(domein=plaats.domein)
        )
    return Gevolg(
        _("De score van {domein}: ‘{score}’. Kijk of die nog past.").format(
            domein=plaats.domein, score=zegt
        )
    )


def _van_huisgenoot(conflict: Conflict, plaats: Plaats) -> list[Gevolg]:
    if all(v.waarden.get("relatie") != Relatie.KIND for v in conflict.versies):
        return []
    domein = plaats.lijst.domein(KINDERDOMEIN).titel
    zin = _("Leefdomein {domein}: dat hoort erbij als er kinderen in het huishouden staan.")
    return [Gevolg(zin.format(domein=domein))]


def _van_domein(conflict: Conflict, plaats: Plaats) -> list[Gevolg]:
    code = conflict.gedeeld.get("domein")
    vragen = [v for v in plaats.lijst.vragen.values() if v.domein == code]
    if not vragen:
        return []
    return [
        Gevolg(
            meervoud(
                "{aantal} vraag van dit leefdomein: die telt mee als je het niet overslaat.",
                "{aantal} vragen van dit leefdomein: die tellen mee als je het niet overslaat.",
                len(vragen),
            )
        )
    ]


def _van_afsluiting(sessie: Session, conflict: Conflict, plaats: Plaats) -> list[Gevolg]:
    """A talk that is closed has perhaps been printed already."""
    if conflict.entiteit not in ("antwoord", "notitie", "domeinoverslag", "afspraak"):
        return []
    fase = sessie.scalar(sa.select(BredeIntake.fase).where(BredeIntake.id == plaats.intake))
    if fase is not Fase.GESLOTEN:
        return []
    return [
        Gevolg(
            _("Het gesprek is afgesloten. Is de samenvatting al gemaakt? Maak haar dan opnieuw.")
        )
    ]


def _vaste_zinnen() -> Mapping[str, str]:
    naam = _("De naam in de lijst, in het gesprek en op papier.")
    nummer = _("Zoeken op dit nummer, en de uitwisseling met anderen.")
    termijn = _("De laatste dag voor het PIP: de termijn telt vanaf deze datums.")
    toegang = _("Wie het dossier mag zien, en tot wanneer.")
    bereik = _("Hoe je de cliënt bereikt.")
    samenvatting = _("Deze tekst staat in de samenvatting.")
    return {
        "dossier.voornamen": naam,
        "dossier.achternaam": naam,
        "dossier.bsn": nummer,
        "dossier.v_nummer": nummer,
        **{f"dossier.{kolom}": termijn for kolom in DATUMS},
        "dossier.klantmanager_id": _(
            "Wie het dossier ziet: je kiest de vaste contactpersoon. De ander ziet het dossier "
            "daarna alleen als het is gedeeld."
        ),
        "dossier.gemeente": _("Welke gemeente het dossier heeft."),
        "dossier.spreektaal": _("De taal van een nieuw gesprek, en van de tolk."),
        "dossier.leestaal": _("De taal waarin de cliënt iets op papier kan lezen."),
        "dossier.alfabetisering": _("Of alfabetisering bij het aanbod hoort."),
        "dossier.telefoon": bereik,
        "dossier.email": bereik,
        "dossier.adres": bereik,
        "doelgroep_periode": _("Welke regels en termijnen gelden."),
        "brede_intake.fase": _("Of een antwoord nog zonder reden kan veranderen."),
        "brede_intake.taal": _("De taal op het scherm van de cliënt."),
        "brede_intake.spraaktaal": _("De taal die de cliënt hoort."),
        "promptvertaling": _("Wat cliënten in deze taal lezen en horen."),
        "opname": _("Wat cliënten in deze taal horen."),
        "tolktijd": _("De kosten van de tolk."),
        **{f"brede_intake.{kolom}": samenvatting for kolom in AFSLUITTEKSTEN},
        "zitting.datum": _("Alle genodigden en de tolk: zij moeten de goede dag en tijd weten."),
        "zitting.plaats": _("Alle genodigden en de tolk: zij moeten de goede plaats weten."),
        "zitting.tolk_wijze": _("De tolk is besteld voor deze manier van tolken."),
        "zitting": _("Wie er aan tafel zit, en de tolk."),
        "deelnemer": _("Wie er aan tafel zit. Dat staat ook in de samenvatting."),
        "notitie": _(
            "Een gewone notitie kan in de samenvatting staan, een afgeschermde alleen als "
            "je dat kiest."
        ),
        "afspraak": _("De afspraken in de samenvatting en op het blad voor de cliënt."),
        "deling": toegang,
        "vervanging": toegang,
        "noodtoegang": toegang,
        "toetssessie": _(
            "De kandidaten, de toetsbegeleider en de tolk: zij moeten dag en plaats weten."
        ),
        "toetssessie.bezet": _("Hoeveel plekken er nog zijn."),
        "kandidaat": _(
            "Waar en wanneer de cliënt de toets maakt. Kijk of de uitnodiging nog klopt."
        ),
        "toetsuitslag": _("De uitslag van de toets: die weegt mee bij de leerroute."),
        "toetsoverslag": _("Of de cliënt de toets moet maken."),
        "toetsbegeleider": _("Wie toetsen mag afnemen, en wanneer."),
        "toetsruimte": _("Hoeveel kandidaten er in een ruimte kunnen."),
        "verzoek": _("Wat de cliënt als antwoord krijgt, en wanneer."),
        **gevolgzinnen(),
    }
