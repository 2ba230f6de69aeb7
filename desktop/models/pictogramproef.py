"""Do people see in a pictogram what we mean? Counted in use, without a person (peers.md F2)."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald
from desktop.models.vragen import Vragenlijst

GENOEG = 20
"""From so many answers on a share is shown."""
VOLDOENDE = 2 / 3
"""ISO 9186: less gives the beheerder a warning."""
ANDERS = "anders"
"""Stands for whatever is not there: nobody can say what it is."""
TE_WEINIG = 1 / 3
"""Less, and the picture is not used alone."""


class Uitslag(enum.StrEnum):
    """How the klantmanager heard what the client said."""

    GOED = "goed"
    BIJNA = "bijna"
    FOUT = "fout"


class Oordeel(enum.StrEnum):
    """What the counts say about a pictogram."""

    TE_WEINIG_BEKEND = "te weinig bekend"
    GOED = "goed"
    LET_OP = "let op"
    NIET_ALLEEN = "niet alleen"


class Pictogramproef(Gejournaald, Base):
    """One pictogram tried once. No dossier, no day, no person: only what it was and how it went."""

    __tablename__ = "pictogramproef"

    pictogram: Mapped[str] = mapped_column(index=True)
    taal: Mapped[str]
    leest: Mapped[bool]
    """Whether the client reads in any language."""
    uitslag: Mapped[Uitslag]


def te_proberen(lijst: Vragenlijst) -> dict[str, tuple[str, ...]]:
    """Pictograms that a client may be asked about, with the Dutch words that they stand for.

    Those of questions that are asked alone are left out: others may be at the table now.
    """
    uit: dict[str, tuple[str, ...]] = {}
    for vraag in lijst.vragen.values():
        if not vraag.voor_client or vraag.alleen:
            continue
        for optie in vraag.opties:
            if optie.pictogram in (None, ANDERS):
                continue
            if optie.tekst not in uit.get(optie.pictogram, ()):
                uit[optie.pictogram] = (*uit.get(optie.pictogram, ()), optie.tekst)
    return uit


@dataclass(frozen=True)
class Telling:
    """One pictogram in one language group; `taal` empty for all together."""

    pictogram: str
    taal: str
    goed: int
    bijna: int
    fout: int

    @property
    def aantal(self) -> int:
        """Answers in all."""
        return self.goed + self.bijna + self.fout

    @property
    def deel(self) -> float | None:
        """Share that was right; None while too few answered."""
        return self.goed / self.aantal if self.aantal >= GENOEG else None

    @property
    def oordeel(self) -> Oordeel:
        """What to do with it."""
        deel = self.deel
        if deel is None:
            return Oordeel.TE_WEINIG_BEKEND
        if deel < TE_WEINIG:
            return Oordeel.NIET_ALLEEN
        return Oordeel.LET_OP if deel < VOLDOENDE else Oordeel.GOED


def tel(rijen: Iterable[tuple[str, str, Uitslag, int]]) -> list[Telling]:
    """Counts (pictogram, language, result, how many) by pictogram, and by language group."""
    tellingen: dict[tuple[str, str], Counter[Uitslag]] = {}
    for pictogram, taal, uitslag, keer in rijen:
        for groep in ("", taal):
            tellingen.setdefault((pictogram, groep), Counter())[uitslag] += keer
    return [_telling(plek, keren) for plek, keren in sorted(tellingen.items())]


def _telling(plek: tuple[str, str], keren: Mapping[Uitslag, int]) -> Telling:
    return Telling(
        *plek, goed=keren[Uitslag.GOED], bijna=keren[Uitslag.BIJNA], fout=keren[Uitslag.FOUT]
    )
