"""Lengths of terms, each with its source (`resources/beleid/termijnen.toml`), and how they add up.

Dates only, Europe/Amsterdam. Months and years are those of the calendar: a day that a month does
not have becomes its last day (domain.md 2.7).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from desktop.models import bewaren
from desktop.models.bewaren import Graad, Onderdeel
from desktop.models.toetstijd import werkdag_vanaf


@dataclass(frozen=True)
class Duur:
    """A length of time in one unit."""

    dagen: int = 0
    weken: int = 0
    maanden: int = 0
    jaren: int = 0

    _los: timedelta = field(init=False, repr=False, compare=False)
    _maanden: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Added up once: a caseload asks it a quarter of a million times.
        object.__setattr__(self, "_los", timedelta(days=self.dagen + 7 * self.weken))
        object.__setattr__(self, "_maanden", self.maanden + 12 * self.jaren)

    @property
    def hele_weken(self) -> int:
        """For a letter, which says six weeks and not 42 days."""
        return self._los.days // 7

    def na(self, dag: date) -> date:
        """The day that lies so much later."""
        return plus_maanden(dag, self._maanden) if self._maanden else dag + self._los

    def voor(self, dag: date) -> date:
        """The day that lies so much earlier."""
        return plus_maanden(dag, -self._maanden) if self._maanden else dag - self._los


def plus_maanden(dag: date, maanden: int) -> date:
    """The same day of another month, or that month's last day where it has no such day."""
    geteld = dag.month - 1 + maanden
    jaar, maand, nummer = dag.year + geteld // 12, geteld % 12 + 1, dag.day
    if nummer > ALTIJD_DAGEN:
        nummer = min(nummer, monthrange(jaar, maand)[1])
    return date(jaar, maand, nummer)


@dataclass(frozen=True)
class Termijnenwet:
    """Which terms the Algemene termijnenwet covers: those of at most these lengths."""

    dagen: int
    weken: int
    maanden: int
    bron: str
    graad: Graad
    gecontroleerd_op: date

    def geldt_voor(self, duur: Duur) -> bool:
        """False for a term counted in years, or longer than the limit of its own unit."""
        return (
            not duur.jaren
            and duur.dagen <= self.dagen
            and duur.weken <= self.weken
            and duur.maanden <= self.maanden
        )


@dataclass(frozen=True)
class Term:
    """One value of law or policy. `schuift`: the Algemene termijnenwet moves its last day."""

    naam: str
    bron: str
    graad: Graad
    gecontroleerd_op: date
    duur: Duur = Duur()
    schuift: bool = False
    getal: int = 0
    """Hours or years of age, where the value is no length of time."""

    def wettelijk(self, ruw: date) -> date:
        """The last day by law."""
        return werkdag_vanaf(ruw) if self.schuift else ruw


@dataclass(frozen=True)
class Aowleeftijd:
    """From this year on somebody reaches the AOW age at so many years and months."""

    vanaf: int
    jaren: int
    maanden: int


@dataclass(frozen=True)
class Termijnbeleid:
    """All values that the rules D1 to D20 count with."""

    termen: Mapping[str, Term]
    termijnenwet: Termijnenwet
    aow: tuple[Aowleeftijd, ...]
    voortgang: tuple[int, ...]
    """Months after the start of the term in which a talk about progress is proposed."""
    bewaar: bewaren.Termijn
    """How long a whole dossier is kept (`bewaren.toml`, domain.md 7.3)."""

    def __getitem__(self, naam: str) -> Term:
        return self.termen[naam]

    def aow_dag(self, geboren: date) -> date:
        """The day on which somebody reaches the AOW age; a later age holds from its year on."""
        for n, leeftijd in enumerate(self.aow):
            dag = plus_maanden(geboren, 12 * leeftijd.jaren + leeftijd.maanden)
            if n + 1 == len(self.aow) or dag.year < self.aow[n + 1].vanaf:
                break
        return dag


def beleid_uit(ruw: Mapping[str, Any], bewaarbeleid: bewaren.Bewaarbeleid) -> Termijnbeleid:
    """Reads `termijnen.toml`; how long a dossier is kept has its own file (D20)."""
    wet = Termijnenwet(
        graad=Graad(ruw["termijnenwet"]["graad"]),
        **{k: v for k, v in ruw["termijnenwet"].items() if k != "graad"},
    )
    bewaar = bewaarbeleid.van(Onderdeel.DOSSIER)[0]
    termen = {naam: _term(naam, r, wet) for naam, r in ruw.items() if naam != "termijnenwet"}
    termen[BEWAREN] = Term(
        BEWAREN, bewaar.bron, bewaar.graad, bewaar.gecontroleerd_op, Duur(jaren=bewaar.jaren)
    )
    return Termijnbeleid(
        termen=termen,
        termijnenwet=wet,
        aow=tuple(Aowleeftijd(**leeftijd) for leeftijd in ruw["aow"]["leeftijden"]),
        voortgang=tuple(ruw["voortgang"]["na_maanden"]),
        bewaar=bewaar,
    )


def _term(naam: str, ruw: Mapping[str, Any], wet: Termijnenwet) -> Term:
    duur = Duur(**{eenheid: ruw.get(eenheid, 0) for eenheid in EENHEDEN})
    return Term(
        naam=naam,
        bron=ruw["bron"],
        graad=Graad(ruw["graad"]),
        gecontroleerd_op=ruw["gecontroleerd_op"],
        duur=duur,
        schuift=ruw.get("wettelijk", False) and duur != Duur() and wet.geldt_voor(duur),
        getal=ruw.get("uren", ruw.get("leeftijd", 0)),
    )


BEWAREN = "bewaren"
ALTIJD_DAGEN = 28
"""Every month has these."""
EENHEDEN = ("dagen", "weken", "maanden", "jaren")
