"""What goes into the papers, as values: read once from an intake, then free of the store.

Health (AVG art. 9) and shielded notes are left out here, before anything is laid
out, so that no layout can let them slip through. The BSN is never read at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.models.antwoord import Antwoord, Antwoordstatus, Notitie, Notitiesoort
from desktop.models.antwoordtekst import antwoordregels
from desktop.models.basis import Stroomklasse
from desktop.models.gespreksgang import aantal_kinderen
from desktop.models.intake import BredeIntake
from desktop.models.tolk import duur_kort
from desktop.models.voortgang import telt_mee, voortgang
from desktop.models.vragen import (
    BESLOTEN_DOMEINEN,
    SCHAAL_WOORDEN,
    Leefdomein,
    Vraag,
    Vraagtype,
    Vragenlijst,
)
from desktop.models.woorden import woord
from desktop.models.zitting import Aanwezigheid, Deelnemer, Tolkwijze, Zitting
from desktop.taal import in_het_nederlands

GEZICHT_OP_SCHAAL = {"slecht": 1, "gaat": 3, "goed": 5}
"""Where the client's three faces stand beside the klantmanager's scale of five."""


@dataclass(frozen=True)
class Keus:
    """What is printed. The default leaves out health and what is shielded."""

    gezondheid: bool = False
    afgeschermd: bool = False

    def laat_door(self, klasse: Stroomklasse) -> bool:
        """True when data of this class may be printed."""
        if klasse is Stroomklasse.GEZONDHEID:
            return self.gezondheid
        return self.afgeschermd or klasse is not Stroomklasse.AFGESCHERMD


@dataclass(frozen=True)
class Antwoordblok:
    """One question with its answer, a line each."""

    vraag: str
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """The two views of one domain: klantmanager 1-5, client 1, 3 or 5; None where not given."""

    domein: str
    titel: str
    klantmanager: int | None
    client: int | None
    weggelaten: bool = False


@dataclass(frozen=True)
class Domeinblok:
    """One leefdomein in the summary."""

    code: str
    titel: str
    overgeslagen: str | None
    score: str
    reden: str
    antwoorden: tuple[Antwoordblok, ...]
    notities: tuple[str, ...]
    weggelaten: int
    """Answers and notes that were given and are left out."""


@dataclass(frozen=True)
class Zittingregel:
    """One sitting: when, where, who was there, and the interpreter."""

    wanneer: str
    waar: str
    aan_tafel: tuple[str, ...]
    tolk: str
    tolktijd: str = ""
    """Working time of the interpreter, for the costs; empty when none was kept."""


@dataclass(frozen=True)
class Afspraakregel:
    """One agreement."""

    datum: date | None
    wat: str
    wie: str


@dataclass(frozen=True)
class Samenvatting:
    """The whole summary in Dutch."""

    nummer: str
    naam: str
    geboren: str
    gemeente: str
    taal: str
    klantmanager: str
    gesloten_op: date | None
    sluitreden: str
    gemaakt_op: date
    keus: Keus
    zittingen: tuple[Zittingregel, ...]
    sterke_punten: str
    wens_een_jaar: str
    wens_drie_jaar: str
    teach_back: str
    afspraken: tuple[Afspraakregel, ...]
    domeinen: tuple[Domeinblok, ...]
    scores: tuple[Score, ...]
    open_vragen: int
    weggelaten: int


@in_het_nederlands()
def samenvatting_uit(
    intake: BredeIntake,
    lijst: Vragenlijst,
    keus: Keus,
    *,
    gemeente: str,
    taal: str,
    vandaag: date,
) -> Samenvatting:
    """Reads an intake into the summary. `gemeente` and `taal` are names, not codes."""
    stand = voortgang(intake, lijst)
    domeinen = tuple(_domeinblok(intake, domein, lijst, keus) for domein in lijst.domeinen)
    dossier = intake.dossier
    return Samenvatting(
        nummer=dossier.nummer,
        naam=dossier.naam,
        geboren=dossier.geboorte.nederlands() if dossier.geboorte else "",
        gemeente=gemeente,
        taal=taal,
        klantmanager=dossier.klantmanager.naam,
        gesloten_op=intake.gesloten_op,
        sluitreden=intake.sluitreden or "",
        gemaakt_op=vandaag,
        keus=keus,
        zittingen=tuple(_zittingregel(z) for z in intake.zittingen),
        sterke_punten=intake.sterke_punten,
        wens_een_jaar=intake.wens_een_jaar,
        wens_drie_jaar=intake.wens_drie_jaar,
        teach_back=intake.teach_back,
        afspraken=tuple(Afspraakregel(a.datum, a.wat, a.wie) for a in intake.afspraken if a.wat),
        domeinen=domeinen,
        scores=tuple(_score(intake, domein, lijst, keus) for domein in lijst.domeinen),
        open_vragen=len(stand.ontbreekt),
        weggelaten=sum(blok.weggelaten for blok in domeinen),
    )


def _zittingregel(zitting: Zitting) -> Zittingregel:
    delen = [f"{zitting.datum:%d-%m-%Y}", zitting.tijd]
    waar = woord(zitting.plaats)
    if zitting.plaats_toelichting:
        waar = f"{waar}, {zitting.plaats_toelichting}"
    return Zittingregel(
        wanneer=" om ".join(deel for deel in delen if deel),
        waar=waar,
        aan_tafel=tuple(_deelnemerregel(d) for d in zitting.deelnemers),
        tolk=_tolkregel(zitting),
        tolktijd=_tolktijd(zitting),
    )


def _tolktijd(zitting: Zitting) -> str:
    loopt = zitting.lopende_tolktijd is not None
    if not zitting.tolktijden:
        return ""
    tijd = f"{duur_kort(zitting.getolkt_afgerond)} uur"
    return f"{tijd}, en loopt nog" if loopt else tijd


def _deelnemerregel(deelnemer: Deelnemer) -> str:
    wie = woord(deelnemer.partij)
    if deelnemer.naam:
        wie = f"{wie}: {deelnemer.naam}"
    if deelnemer.organisatie and deelnemer.organisatie not in wie:
        wie = f"{wie} ({deelnemer.organisatie})"
    uit = woord(deelnemer.aanwezigheid).lower()
    if deelnemer.aanwezigheid is Aanwezigheid.AANWEZIG:
        uit = woord(deelnemer.bijgewoond).lower()
    return f"{wie}, {uit}"


def _tolkregel(zitting: Zitting) -> str:
    delen = [woord(zitting.tolk_wijze)]
    if zitting.tolk_wijze is not Tolkwijze.GEEN:
        delen.append(zitting.tolk_bureau)
        delen.append(f"Wbtv {zitting.tolk_wbtv}" if zitting.tolk_wbtv else "")
    delen.append(zitting.tolk_reden_geen)
    return ", ".join(deel for deel in delen if deel)


def _domeinblok(
    intake: BredeIntake, domein: Leefdomein, lijst: Vragenlijst, keus: Keus
) -> Domeinblok:
    overslag = next((o.reden for o in intake.overslagen if o.domein == domein.code), None)
    blokken: list[Antwoordblok] = []
    score = reden = ""
    weg = 0
    if overslag and domein.code in BESLOTEN_DOMEINEN and not keus.gezondheid:
        # Why somebody's health is not asked after is health too (domain.md 7.5).
        overslag, weg = "", 1
    kinderen = aantal_kinderen(intake)
    for vraag in domein.vragen:
        antwoord = telt_mee(intake, vraag, lijst)
        if antwoord is None:
            continue
        if not _mag_antwoord(vraag, keus):
            weg += 1
        elif vraag.type is Vraagtype.SCALE:
            score, reden = _scorezin(antwoord), antwoord.reden or ""
            blokken += _delen_van_score(vraag, antwoord)
        else:
            regels = antwoordregels(vraag, antwoord, kinderen=kinderen)
            blokken.append(Antwoordblok(vraag.tekst, regels))
    # A working note is a scrap of paper: it is no part of any summary.
    eigen = [
        n
        for n in intake.notities
        if n.domein == domein.code and n.soort is not Notitiesoort.WERKAANTEKENING
    ]
    telt = [n for n in eigen if _mag(n, keus)]
    return Domeinblok(
        code=domein.code,
        titel=domein.titel,
        overgeslagen=overslag,
        score=score,
        reden=reden,
        antwoorden=tuple(blokken),
        notities=tuple(n.tekst for n in telt),
        weggelaten=weg + len(eigen) - len(telt),
    )


def _mag_antwoord(vraag: Vraag, keus: Keus) -> bool:
    """A shielded answer about health needs both choices."""
    return keus.laat_door(vraag.stroomklasse) and (keus.gezondheid or not vraag.gezondheid)


def _mag(notitie: Notitie, keus: Keus) -> bool:
    """A shielded note about health needs both choices."""
    if notitie.soort is Notitiesoort.AFGESCHERMD and not keus.afgeschermd:
        return False
    return keus.gezondheid or not notitie.gezondheid


def _scorezin(antwoord: Antwoord) -> str:
    code = next(iter(antwoord.opties), "")
    woorden = SCHAAL_WOORDEN.get(code, "")
    return f"{code}: {woorden}" if code.isdigit() else woorden


def _delen_van_score(vraag: Vraag, antwoord: Antwoord) -> list[Antwoordblok]:
    regels = antwoordregels(vraag, antwoord)[1:]
    return [Antwoordblok("", regels)] if regels else []


def _score(intake: BredeIntake, domein: Leefdomein, lijst: Vragenlijst, keus: Keus) -> Score:
    klantmanager = client = None
    weg = False
    for vraag in domein.vragen:
        if vraag.type not in (Vraagtype.SCALE, Vraagtype.FACE3):
            continue
        antwoord = telt_mee(intake, vraag, lijst)
        if antwoord is None or antwoord.status is not Antwoordstatus.BEANTWOORD:
            continue
        if not _mag_antwoord(vraag, keus):
            weg = True
            continue
        code = next(iter(antwoord.opties), "")
        if vraag.type is Vraagtype.SCALE:
            klantmanager = int(code) if code.isdigit() else None
        elif client is None:  # the first face of a domain asks about the domain itself
            client = GEZICHT_OP_SCHAAL.get(code)
    return Score(domein.code, domein.titel, klantmanager, client, weg)
