"""A date of which only the year, or only year and month, may be known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from desktop.models.fouten import Invoerfout
from desktop.taal import N_, _

MAANDEN = (
    N_("januari"),
    N_("februari"),
    N_("maart"),
    N_("april"),
    N_("mei"),
    N_("juni"),
    N_("juli"),
    N_("augustus"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("december"),
)


def voluit(dag: date) -> str:
    """`3 maart 2027`: in Dutch whatever the interface speaks, for papers and the plan itself."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


_CIJFERS = re.compile(r"^(?:(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ])?(\d{4})$")
_ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_WOORD = re.compile(r"^(?:(\d{1,2})\s+)?([a-z]{3,})\.?\s+(\d{4})$")


@dataclass(frozen=True, order=True)
class Deeldatum:
    """Year, year and month, or a full date. Kept as ISO text: `1990`, `1990-05`, `1990-05-31`."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    def __post_init__(self) -> None:
        if self.dag is not None and self.maand is None:
            raise ValueError("a day needs a month")
        date(self.jaar, self.maand or 1, self.dag or 1)

    def __str__(self) -> str:
        delen = [f"{self.jaar:04d}"]
        delen += [f"{deel:02d}" for deel in (self.maand, self.dag) if deel is not None]
        return "-".join(delen)

    @property
    def vroegst(self) -> date:
        """First day on which it can be."""
        return date(self.jaar, self.maand or 1, self.dag or 1)

    @property
    def laatst(self) -> date:
        """Last day on which it can be."""
        maand = self.maand or 12
        return date(self.jaar, maand, self.dag or monthrange(self.jaar, maand)[1])

    def nederlands(self) -> str:
        """As a Dutch reader writes it: `1990`, `mei 1990`, `31-05-1990`; the month in the language
        of the interface."""
        if self.maand is None:
            return str(self.jaar)
        if self.dag is None:
            return f"{_(MAANDEN[self.maand - 1])} {self.jaar}"
        return f"{self.dag:02d}-{self.maand:02d}-{self.jaar:04d}"

    @classmethod
    def van_iso(cls, tekst: str) -> Deeldatum:
        """Reads what `str()` wrote. Raises ValueError."""
        gevonden = _ISO.match(tekst)
        if not gevonden:
            raise ValueError("not a partial date")
        jaar, maand, dag = (int(deel) if deel else None for deel in gevonden.groups())
        return cls(int(jaar or 0), maand, dag)


def lees_deeldatum(tekst: str, *, veld: str, niet_na: date | None = None) -> Deeldatum | None:
    """What a klantmanager types: `1990`, `5-1990`, `31-5-1990`, `mei 1990`, ISO too.

    Returns None for an empty field. Raises Invoerfout for a date that cannot be,
    or that lies after `niet_na`.
    """
    schoon = " ".join(tekst.strip().lower().split())
    if not schoon:
        return None
    datum = _ontleed(schoon)
    if datum is None:
        raise Invoerfout(
            veld,
            "Dit is geen datum. Schrijf dag, maand en jaar, zoals 31-05-1990. "
            "Alleen het jaar of maand en jaar mag ook.",
        )
    if niet_na is not None and datum.vroegst > niet_na:
        raise Invoerfout(veld, "Deze datum ligt in de toekomst. Kijk het jaar na.")
    return datum


_JAREN = range(1900, 2200)
"""Another year is a slip of the hand; terms are counted from it, and the calendar ends."""


def _ontleed(tekst: str) -> Deeldatum | None:
    datum = _delen(tekst)
    return datum if datum is not None and datum.jaar in _JAREN else None


def _delen(tekst: str) -> Deeldatum | None:
    try:
        if gevonden := _CIJFERS.match(tekst):
            dag, maand, jaar = (int(deel) if deel else None for deel in gevonden.groups())
            return Deeldatum(int(jaar or 0), maand, dag)
        if _ISO.match(tekst):
            return Deeldatum.van_iso(tekst)
        if gevonden := _WOORD.match(tekst):
            begin = gevonden.group(2)[:3]
            nummers = [
                nummer
                for nummer, maand in enumerate(MAANDEN, 1)
                if maand.startswith(begin) or _(maand).lower().startswith(begin)
            ]
            if nummers:
                dag = int(gevonden.group(1)) if gevonden.group(1) else None
                return Deeldatum(int(gevonden.group(3)), nummers[0], dag)
    except ValueError:
        return None
    return None


def lees_datum(tekst: str, *, veld: str, niet_na: date | None = None) -> date | None:
    """A full date as typed; None when empty. Raises Invoerfout when the day is not complete."""
    schoon = " ".join(tekst.strip().lower().split())
    if schoon and _ontleed(schoon) is None:
        raise Invoerfout(veld, "Dit is geen datum. Schrijf dag, maand en jaar, zoals 31-05-2026.")
    deel = lees_deeldatum(tekst, veld=veld, niet_na=niet_na)
    if deel is None:
        return None
    if deel.dag is None:
        raise Invoerfout(veld, "Schrijf de hele datum: dag, maand en jaar, zoals 31-05-2026.")
    return deel.vroegst
