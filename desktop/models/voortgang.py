"""What still counts and what is still open: relevance, progress, coverage (domain.md 3.1)."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.intake import BredeIntake
from desktop.models.vragen import Leefdomein, Voorwaarde, Vraag, Vraagtype, Vragenlijst
from desktop.taal import N_

DEKKING = (
    "zelfredzaamheid",
    "taalniveau",
    "onderwijs_werk",
    "gezondheid",
    "gezin_netwerk",
    "vve",
    "werk_meedoen",
)
"""Topics that the intake must cover; the leerbaarheidstoets is the eighth (domain.md 3.1)."""

KINDERDOMEIN = "OP"

DEKKING_WOORDEN = {
    "zelfredzaamheid": N_("zelfredzaamheid in alle leefdomeinen"),
    "taalniveau": N_("taal, lezen en schrijven"),
    "onderwijs_werk": N_("onderwijs en werkervaring"),
    "gezondheid": N_("lichamelijke en mentale gezondheid"),
    "gezin_netwerk": N_("gezin en netwerk"),
    "vve": N_("voorschoolse educatie (VVE)"),
    "werk_meedoen": N_("werk en meedoen"),
}


class Stand(enum.StrEnum):
    """How one question stands in one intake."""

    OPEN = "open"
    GEVRAAGD = "gevraagd"
    LATER = "later"
    OVERGESLAGEN = "overgeslagen"
    NIET_NODIG = "niet_nodig"


@dataclass(frozen=True)
class Domeinstand:
    """Counts of one domain."""

    code: str
    aantallen: Mapping[Stand, int]
    overgeslagen_omdat: str | None = None

    @property
    def gevraagd(self) -> int:
        """Questions with an answer."""
        return self.aantallen.get(Stand.GEVRAAGD, 0)

    @property
    def open(self) -> int:
        """Questions not asked yet."""
        return self.aantallen.get(Stand.OPEN, 0)

    @property
    def later(self) -> int:
        """Questions parked for later."""
        return self.aantallen.get(Stand.LATER, 0)

    @property
    def overgeslagen(self) -> int:
        """Questions skipped with the whole domain."""
        return self.aantallen.get(Stand.OVERGESLAGEN, 0)

    @property
    def telt(self) -> int:
        """Questions that count."""
        return self.gevraagd + self.open + self.later

    @property
    def klaar(self) -> bool:
        """Nothing open and nothing parked."""
        return not self.open and not self.later


@dataclass(frozen=True)
class Voortgang:
    """The state of a whole intake."""

    domeinen: Mapping[str, Domeinstand]
    standen: Mapping[str, Stand]
    dekking: Mapping[str, bool]
    ontbreekt: tuple[str, ...] = field(default=())

    @property
    def minimum_gedekt(self) -> bool:
        """The statutory minimum was asked (domain.md 3.1)."""
        return all(self.dekking.values())


def relevant(intake: BredeIntake, vraag: Vraag, lijst: Vragenlijst) -> bool:
    """False when a later answer made the question meaningless; unanswered gates keep it open."""
    return _relevant(intake, vraag, lijst, frozenset())


def _relevant(
    intake: BredeIntake, vraag: Vraag, lijst: Vragenlijst, gezien: frozenset[str]
) -> bool:
    if not vraag.voorwaarden or vraag.code in gezien:
        return True
    gezien |= {vraag.code}
    return any(_voldaan(intake, v, lijst, gezien) for v in vraag.voorwaarden)


def _voldaan(
    intake: BredeIntake, voorwaarde: Voorwaarde, lijst: Vragenlijst, gezien: frozenset[str]
) -> bool:
    if voorwaarde.feit is not None:
        return _feit(intake, voorwaarde.feit)
    poort = lijst.vragen.get(voorwaarde.vraag or "")
    if poort is None:
        return True
    if not _relevant(intake, poort, lijst, gezien):
        return False
    antwoord = intake.antwoorden.get(poort.code)
    if antwoord is None or antwoord.status is not Antwoordstatus.BEANTWOORD:
        return True
    # With only a part filled in, such as a row of the grid of OP01, the gate itself is unanswered.
    if voorwaarde.minimaal is not None:
        return antwoord.waarde is None or float(antwoord.waarde) >= voorwaarde.minimaal
    gekozen = set(antwoord.opties)
    if not gekozen:
        return True
    if voorwaarde.keuze:
        return bool(gekozen & set(voorwaarde.keuze))
    return bool(gekozen - set(voorwaarde.niet))


def _feit(intake: BredeIntake, naam: str) -> bool:
    if naam != "kinderen":
        raise ValueError(f"unknown fact {naam}")
    return intake.dossier.heeft_kinderen


def telt_mee(intake: BredeIntake, vraag: Vraag, lijst: Vragenlijst) -> Antwoord | None:
    """The answer, when there is one that still counts; for print and export."""
    antwoord = intake.antwoorden.get(vraag.code)
    if antwoord is None or not antwoord.gegeven or not relevant(intake, vraag, lijst):
        return None
    if any(overslag.domein == vraag.domein for overslag in intake.overslagen):
        return None
    return antwoord


def stand(intake: BredeIntake, vraag: Vraag, lijst: Vragenlijst) -> Stand:
    """How this question stands."""
    if any(overslag.domein == vraag.domein for overslag in intake.overslagen):
        return Stand.OVERGESLAGEN
    if not relevant(intake, vraag, lijst):
        return Stand.NIET_NODIG
    antwoord = intake.antwoorden.get(vraag.code)
    if antwoord is None or antwoord.status is Antwoordstatus.OPEN:
        return Stand.OPEN
    if antwoord.status is Antwoordstatus.LATER:
        return Stand.LATER
    if vraag.type is Vraagtype.SCALE:
        # Of RE13 the words can be filled in and the score not.
        zonder_score = antwoord.status is Antwoordstatus.BEANTWOORD and not antwoord.opties
        if zonder_score or not antwoord.reden:
            return Stand.OPEN
    return Stand.GEVRAAGD


def voortgang(intake: BredeIntake, lijst: Vragenlijst) -> Voortgang:
    """Progress per domain, coverage of the statutory minimum, and what is missing."""
    standen = {code: stand(intake, vraag, lijst) for code, vraag in lijst.vragen.items()}
    overslag = {o.domein: o.reden for o in intake.overslagen}
    domeinen = {
        domein.code: _domeinstand(domein, standen, overslag.get(domein.code))
        for domein in lijst.domeinen
    }
    return Voortgang(
        domeinen=domeinen,
        standen=standen,
        dekking=_dekking(intake, lijst, standen),
        ontbreekt=tuple(c for c, s in standen.items() if s in (Stand.OPEN, Stand.LATER)),
    )


def _domeinstand(
    domein: Leefdomein, standen: Mapping[str, Stand], reden: str | None
) -> Domeinstand:
    aantallen = Counter(standen[vraag.code] for vraag in domein.vragen)
    return Domeinstand(domein.code, aantallen, reden)


def _dekking(
    intake: BredeIntake, lijst: Vragenlijst, standen: Mapping[str, Stand]
) -> dict[str, bool]:
    """A topic is covered when nothing that bears on it is open, parked or skipped.

    A skipped question about children does not matter where there are none.
    """

    def mist(vraag: Vraag) -> bool:
        if standen[vraag.code] is Stand.OVERGESLAGEN:
            return vraag.domein != KINDERDOMEIN or intake.dossier.heeft_kinderen
        return standen[vraag.code] in (Stand.OPEN, Stand.LATER)

    return {
        onderwerp: not any(mist(v) for v in lijst.vragen.values() if onderwerp in v.dekking)
        for onderwerp in DEKKING
    }
