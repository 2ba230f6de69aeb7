"""What is known of a client that bears on the route, each with its origin (domain.md 4.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop import bronnen as bestanden
from desktop.models.antwoord import Antwoord, Antwoordstatus, Wijze
from desktop.models.antwoordtekst import antwoordregels
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Alfabetisering, Dossier
from desktop.models.dossierkaart import leeftijd
from desktop.models.formulier import datum_nederlands
from desktop.models.gespreksgang import aantal_kinderen
from desktop.models.intake import BredeIntake
from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.termijn import Regel
from desktop.models.toetsuitslag import (
    Overslagreden,
    Toetsoverslag,
    Toetsuitslag,
    geldende_uitslag,
)
from desktop.models.voortgang import Stand, stand, telt_mee
from desktop.models.vragen import Vraag, Vraagtype, Vragenlijst
from desktop.models.wegingbron import (
    Brongroep,
    Bronpunt,
    Bronsoort,
    Factor,
    factoren_uit,
    genoemd,
    vraag_id,
)
from desktop.models.woorden import woord
from desktop.store import toetsmiddelen
from desktop.store.store import Store
from desktop.store.termijnen import beleid as termijnbeleid
from desktop.store.termijnen import termijnen_van
from desktop.store.weging import wegingen_van
from desktop.taal import _

REGELS = 3


@cache
def factoren() -> tuple[Factor, ...]:
    """The headings of the sheet, in order."""
    return factoren_uit(bestanden.toml("pip", "weging.toml"))


@dataclass(frozen=True)
class _Gesprek:
    """The talk that is read, with its own list. `lezen`: classes that the user may read."""

    intake: BredeIntake
    lijst: Vragenlijst
    lezen: Collection[Stroomklasse] | None

    def mag(self, vraag: Vraag) -> bool:
        """What is shielded stays in the talk."""
        return not vraag.afgeschermd and (self.lezen is None or vraag.stroomklasse in self.lezen)


def bronnen(
    store: Store,
    sessie: Session,
    dossier_id: str,
    *,
    lezen: Collection[Stroomklasse] | None = None,
    gezondheid: bool = False,
) -> tuple[Brongroep, ...]:
    """All that is known, by factor. `lezen` None: everything may be read.

    Health is read only with `gezondheid`: before that a group says that there is something,
    not what.
    """
    dossier = sessie.get_one(Dossier, dossier_id)
    gesprek = _gesprek(store, sessie, dossier_id, lezen)
    uit = []
    for factor in factoren():
        if factor.besloten and not gezondheid:
            if gesprek is not None and any(_gegeven(gesprek, factor)):
                uit.append(Brongroep(factor, dicht=True))
            continue
        punten = tuple(_punten(sessie, dossier, gesprek, factor, store.vandaag()))
        if punten:
            uit.append(Brongroep(factor, punten))
    return tuple(uit)


def _gesprek(
    store: Store, sessie: Session, dossier_id: str, lezen: Collection[Stroomklasse] | None
) -> _Gesprek | None:
    """The talk that was closed last, or else the one that goes on."""
    intake = sessie.scalar(
        sa.select(BredeIntake)
        .where(BredeIntake.dossier_id == dossier_id)
        .order_by(BredeIntake.gesloten_op.desc().nulls_last(), BredeIntake.id.desc())
        .limit(1)
    )
    return _Gesprek(intake, store.lijst_van(intake.vragenlijst), lezen) if intake else None


def _punten(
    sessie: Session, dossier: Dossier, gesprek: _Gesprek | None, factor: Factor, vandaag: date
) -> Iterator[Bronpunt]:
    match factor.bron:
        case "toets":
            yield _toets(sessie, dossier.id)
        case "leeftijd":
            yield _leeftijd(sessie, dossier, vandaag)
        case "alfabetisering":
            bekend = dossier.alfabetisering is not Alfabetisering.ONBEKEND
            tekst = woord(dossier.alfabetisering) if bekend else ""
            yield Bronpunt(_("Alfabetisering"), tekst, Bronsoort.GEGEVENS, dossier.id)
        case "proefles":
            yield from _proeflessen(sessie, dossier.id)
        case "coa" if gesprek is not None:
            yield from _van_coa(gesprek)
    if gesprek is not None:
        yield from _vragen(gesprek, factor)


# The test


def _toets(sessie: Session, dossier_id: str) -> Bronpunt:
    uitslag = geldende_uitslag(
        sessie.scalars(sa.select(Toetsuitslag).where(Toetsuitslag.dossier_id == dossier_id))
    )
    overslag = sessie.get(Toetsoverslag, Toetsoverslag.id_van(dossier_id))
    punt = Bronpunt(_("Uitslag"), "", Bronsoort.TOETS, dossier_id)
    if uitslag is not None:
        opvallend = uitslag.gegevens.opvallend(toetsmiddelen.beleid())
        return replace(
            punt,
            tekst=_(
                "{uitslag}, vastgelegd door DUO op {dag}. Score {score}, nodig {nodig}."
            ).format(
                uitslag=_(uitslag.resultaat.value),
                dag=datum_nederlands(uitslag.datum_afname),
                score=uitslag.behaalde_score,
                nodig=uitslag.benodigde_score,
            ),
            let_op="\n".join(_(f.zin).format(**f.waarden) for f in opvallend),
        )
    if overslag is not None:
        reden = {
            Overslagreden.VISUEEL: _("kan niet goed genoeg zien"),
            Overslagreden.AUDITIEF: _("kan niet goed genoeg horen"),
        }[overslag.reden]
        return replace(
            punt,
            tekst=_("Overgeslagen op {dag}, door {wie}: {reden}").format(
                dag=datum_nederlands(overslag.op), wie=overslag.door, reden=reden
            ),
        )
    return punt


def _proeflessen(sessie: Session, dossier_id: str) -> Iterator[Bronpunt]:
    """How trial classes went; other outcomes may be about health, and stay with their task."""
    wegingen = wegingen_van(sessie, dossier_id)
    for taak in wegingen[0].onderzoeken if wegingen else ():
        if taak.soort is Onderzoeksoort.PROEFLES and taak.klaar_op is not None:
            naam = _("Proefles op {dag}").format(dag=datum_nederlands(taak.klaar_op))
            yield Bronpunt(naam, taak.uitkomst, Bronsoort.ONDERZOEK, taak.id)


# Age


def _leeftijd(sessie: Session, dossier: Dossier, vandaag: date) -> Bronpunt:
    """At the start of the term: as it stands, or as if the plan were set today."""
    geboren = dossier.geboorte
    punt = Bronpunt(_("Leeftijd"), "", Bronsoort.GEGEVENS, dossier.id)
    if geboren is None:
        return punt
    loop = termijnen_van(sessie, dossier.id, vandaag).van(Regel.D5)
    start = loop.start if loop is not None else None
    jongst, oudst = leeftijd(geboren, start or vandaag + timedelta(days=1))
    jaren = str(oudst)
    if jongst != oudst:
        jaren = _("{jongst} of {oudst}").format(jongst=jongst, oudst=oudst)
    if start is not None:
        zin = _("{jaren} jaar op {dag}, het begin van de termijn.")
    else:
        zin = _("{jaren} jaar als het plan vandaag ingaat.")
    grens = termijnbeleid()["onderwijsroute"].getal  # D19: what counts, no advice
    telt = _("Voor de onderwijsroute telt of iemand jonger is dan {grens}.").format(grens=grens)
    zin = zin.format(jaren=jaren, dag=datum_nederlands(start))
    return replace(punt, tekst=f"{zin} {telt}", termijn=loop)


# The talk


def _gegeven(gesprek: _Gesprek, factor: Factor) -> Iterator[Antwoord]:
    """Answers that may be read, without what they say."""
    for code in factor.vragen:
        vraag = gesprek.lijst.vragen.get(code)
        if vraag is not None and gesprek.mag(vraag):
            antwoord = telt_mee(gesprek.intake, vraag, gesprek.lijst)
            if antwoord is not None:
                yield antwoord


def _vragen(gesprek: _Gesprek, factor: Factor) -> Iterator[Bronpunt]:
    """Each question that counts; one without an answer too, for then nobody knows."""
    for code in factor.vragen:
        vraag = gesprek.lijst.vragen.get(code)
        if vraag is None or not gesprek.mag(vraag) or vraag.gezondheid is not factor.besloten:
            continue
        antwoord = telt_mee(gesprek.intake, vraag, gesprek.lijst)
        if antwoord is not None:
            yield _van_antwoord(gesprek, vraag, antwoord)
        elif not factor.besloten and _nog_open(gesprek, vraag):
            id_ = vraag_id(gesprek.intake.id, code)
            yield Bronpunt(vraag.tekst, "", Bronsoort.VRAAG, id_, code)


def _nog_open(gesprek: _Gesprek, vraag: Vraag) -> bool:
    """It could be asked still, or should have been."""
    return stand(gesprek.intake, vraag, gesprek.lijst) in (
        Stand.OPEN,
        Stand.LATER,
        Stand.OVERGESLAGEN,
    )


def _van_antwoord(gesprek: _Gesprek, vraag: Vraag, antwoord: Antwoord) -> Bronpunt:
    van = ""
    if antwoord.wijze is Wijze.COA:
        van = _("van het COA")
    elif vraag.oordeel:
        van = _("oordeel van de klantmanager")
    return Bronpunt(
        naam=vraag.tekst,
        tekst=_tekst(gesprek.intake, vraag, antwoord),
        soort=Bronsoort.VRAAG,
        id=vraag_id(gesprek.intake.id, vraag.code),
        code=vraag.code,
        antwoord_id=antwoord.id,
        van=van,
    )


def _tekst(intake: BredeIntake, vraag: Vraag, antwoord: Antwoord) -> str:
    """The answer in words. Of health without anything typed: that may say by what it comes."""
    if vraag.gezondheid:
        vraag = replace(vraag, delen=tuple(d for d in vraag.delen if d.type is not Vraagtype.TEXT))
        return _samen(antwoordregels(vraag, antwoord))
    delen = list(antwoordregels(vraag, antwoord, kinderen=aantal_kinderen(intake)))
    if antwoord.status is Antwoordstatus.BEANTWOORD and antwoord.reden:
        delen.append(antwoord.reden.strip())
    return _samen(delen)


def _samen(regels: Sequence[str]) -> str:
    """A few lines under one another; more go on in one."""
    return ("\n" if len(regels) <= REGELS else "; ").join(regels)


def _van_coa(gesprek: _Gesprek) -> Iterator[Bronpunt]:
    """What came with the client and stands under no other heading."""
    elders = genoemd(factoren())
    for vraag in gesprek.lijst.gespreksvolgorde:
        if vraag.code in elders or vraag.gezondheid or not gesprek.mag(vraag):
            continue
        antwoord = telt_mee(gesprek.intake, vraag, gesprek.lijst)
        if antwoord is not None and antwoord.wijze is Wijze.COA:
            yield _van_antwoord(gesprek, vraag, antwoord)
