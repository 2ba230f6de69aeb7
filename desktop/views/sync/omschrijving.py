"""A change that stayed behind, in the words of somebody at a table."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from desktop.models.antwoord import Antwoordstatus
from desktop.models.antwoordtekst import antwoordzin, optiewoord
from desktop.models.deeldatum import Deeldatum
from desktop.models.pipwoorden import PERSONEN
from desktop.models.spoorwoorden import tabelwoord
from desktop.models.veldwoorden import STIL, Naslag, veldnaam, waardewoord
from desktop.models.vragen import Vragenlijst
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.sync.achtergebleven import Gebaar
from desktop.taal import _

_DATUMS = frozenset(
    {
        "geboortedatum",
        "datum_koppeling",
        "datum_kennisgeving",
        "datum_brp",
        "datum_huisvesting",
        "vanaf",
        "datum",
        "tot",
    }
)
LANGST = 240
"""Characters of a value on the screen; the whole of it is kept."""


def waarom(reden: str) -> str:
    """Why the centre did not take a change (the codes of the central store)."""
    redenen = {
        "geen-recht": _(
            "Jij mag dit deel van het dossier nu niet veranderen. Misschien heeft een collega "
            "het dossier overgenomen. Die krijgt jouw wijziging als voorstel te zien."
        ),
        "gewist": _("Dit dossier is gewist. Daarom kan er niets meer bij."),
        "auteur": _(
            "Deze wijziging staat op naam van iemand anders. Bied haar opnieuw aan, dan komt zij "
            "op jouw naam."
        ),
        "klasse": _(
            "De centrale opslag kent dit soort gegevens nog niet. Bied de wijziging opnieuw aan "
            "als het "
            "centrum is bijgewerkt."
        ),
        "ander": _(
            "In de centrale opslag staat onder hetzelfde nummer iets anders. Bied de wijziging "
            "opnieuw "
            "aan. Gebeurt dit vaker, bel dan je beheerder."
        ),
        "mandaat": _(
            "Op de dag van vaststellen stond je in de centrale opslag niet op de mandaatlijst van "
            "deze gemeente. Het plan is weer een concept. Vraag iemand met mandaat om het vast te "
            "stellen. Of laat je mandaat op de lijst zetten en bied je wijziging opnieuw aan."
        ),
        "vier-ogen": _(
            "Jij schreef mee aan dit plan. In deze gemeente stelt iemand anders het vast. Het plan "
            "is weer een concept. Vraag een collega met mandaat."
        ),
        "zegel": _(
            "Deze wijziging kwam van een stick en is onderweg veranderd. Vraag je collega om een "
            "nieuw bestand."
        ),
    }
    return redenen.get(
        reden, _("De centrale opslag nam deze wijziging niet aan. Bied haar opnieuw aan.")
    )


def wat(gebaar: Gebaar, lijst: Vragenlijst) -> str:
    """What was changed: a question, or the word for a part of the dossier."""
    gegevens = {**gebaar.gedeeld, **gebaar.velden}
    soort = _soorten().get(gebaar.entiteit) or tabelwoord(gebaar.entiteit)
    if gebaar.entiteit == "antwoord":
        vraag = lijst.vragen.get(str(gegevens.get("vraag_code")))
        if vraag is not None:
            return _("Antwoord op: {vraag}").format(vraag=vraag.tekst)
    if gebaar.entiteit == "notitie":
        domein = next((d for d in lijst.domeinen if d.code == gegevens.get("domein")), None)
        if domein is not None:
            return _("Notitie bij {onderwerp}").format(onderwerp=domein.titel)
    naam = gegevens.get("naam")
    if naam and gebaar.entiteit in ("huisgenoot", "deelnemer", "medewerker"):
        return _("{soort}: {naam}").format(soort=soort, naam=naam)
    return soort


def hoe(
    gebaar: Gebaar, lijst: Vragenlijst, mensen: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """What it became, a line each; codes that mean nothing to a reader stay away.

    `mensen`: names of colleagues by id.
    """
    if gebaar.verwijderd:
        return (_("Weggehaald"),)
    if gebaar.entiteit == "antwoord":
        return _antwoord(gebaar, lijst)
    if gebaar.entiteit == "notitie":
        tekst = gebaar.velden.get("tekst")
        return (_kort(str(tekst)),) if tekst else ()
    if gebaar.entiteit not in _soorten():
        return _kolommen(gebaar, mensen or {})
    namen = _veldnamen()
    return tuple(
        _("{veld}: {waarde}").format(veld=namen[veld], waarde=_leesbaar(veld, waarde))
        for veld, waarde in gebaar.velden.items()
        if veld in namen
    )


def _kolommen(gebaar: Gebaar, mensen: Mapping[str, str]) -> tuple[str, ...]:
    """Of weighing, plan, test and list: every column that says something to a reader."""
    klasse = gejournaalde_klassen().get(gebaar.entiteit)
    naslag, uit = Naslag(personen=mensen), []
    for kolom, _soort in kolommen(klasse) if klasse is not None else ():
        if kolom in STIL or kolom not in gebaar.velden:
            continue
        waarde = gebaar.velden[kolom]
        verwijst = kolom in PERSONEN or kolom.endswith("_id")
        if verwijst and kolom != "medewerker_id" and waarde not in mensen:
            continue  # another row, or somebody who is not known here
        woord = waardewoord(gebaar.entiteit, kolom, waarde, naslag)
        uit.append(
            _("{veld}: {waarde}").format(
                veld=veldnaam(gebaar.entiteit, kolom), waarde=_kort(woord) or _("leeggemaakt")
            )
        )
    return tuple(uit)


def _antwoord(gebaar: Gebaar, lijst: Vragenlijst) -> tuple[str, ...]:
    velden = gebaar.velden
    vraag = lijst.vragen.get(str(velden.get("vraag_code", gebaar.gedeeld.get("vraag_code"))))
    if vraag is None:
        return ()
    opties = tuple(
        veld.partition(":")[2]
        for veld, waarde in velden.items()
        if veld.startswith("keuzes:") and waarde is not None
    )
    enkel = velden.get("enkel")
    status = velden.get("status") or Antwoordstatus.BEANTWOORD
    waarde = velden.get("waarde")
    regels = [
        antwoordzin(
            vraag,
            Antwoordstatus(status),
            (str(enkel), *opties) if enkel else opties,
            None if waarde is None else str(waarde),
        )
    ]
    regels += [
        _("Niet meer: {keuze}").format(keuze=optiewoord(vraag, veld.partition(":")[2]))
        for veld, waarde in velden.items()
        if veld.startswith("keuzes:") and waarde is None
    ]
    if velden.get("reden"):
        regels.append(_("Reden: {reden}").format(reden=_kort(str(velden["reden"]))))
    return tuple(regels)


def _leesbaar(veld: str, waarde: Any) -> str:
    if waarde is None or waarde == "":
        return _("leeggemaakt")
    if veld in _DATUMS:
        with suppress(ValueError):
            return Deeldatum.van_iso(str(waarde)).nederlands()
    return _kort(str(waarde))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= LANGST else f"{tekst[: LANGST - 1].rstrip()}…"


def _soorten() -> Mapping[str, str]:
    return {
        "medewerker": _("Collega"),
        "dossier": _("Gegevens van de cliënt"),
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
        "deling": _("Gedeeld met een collega"),
        "vervanging": _("Vervanging"),
        "noodtoegang": _("Met een reden geopend"),
        "verzoek": _("Verzoek van de cliënt"),
        "raadpleging": _("Bekeken"),
        "taalcheck": _("Verstaat de cliënt de tolk?"),
        "tolktijd": _("Tijd van de tolk"),
        "promptvertaling": _("Vertaling"),
        "promptmelding": _("Opmerking over een vertaling"),
        "opname": _("Opname van een stem"),
        "stemproef": _("Stem van de computer"),
        "pictogramproef": _("Pictogram uitgeprobeerd"),
    }


def _veldnamen() -> Mapping[str, str]:
    return {
        "voornamen": _("Voornamen"),
        "achternaam": _("Achternaam"),
        "geboortedatum": _("Geboortedatum"),
        "telefoon": _("Telefoon"),
        "email": _("E-mail"),
        "adres": _("Adres"),
        "dialect": _("Dialect of variant"),
        "bsn": _("BSN"),
        "v_nummer": _("V-nummer"),
        "datum_koppeling": _("Koppeling aan de gemeente"),
        "datum_kennisgeving": _("Kennisgeving van DUO"),
        "datum_brp": _("Inschrijving in de BRP"),
        "datum_huisvesting": _("Huisvesting"),
        "vanaf": _("Geldt vanaf"),
        "geboortejaar": _("Geboortejaar"),
        "datum": _("Datum"),
        "tijd": _("Tijd"),
        "plaats_toelichting": _("Plaats"),
        "wat": _("Wat"),
        "wie": _("Wie"),
        "reden": _("Reden"),
        "tot": _("Tot en met"),
    }
