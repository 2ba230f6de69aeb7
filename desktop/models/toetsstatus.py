"""Where one attempt at the leerbaarheidstoets stands, and what may follow (domain.md 4.4)."""

from __future__ import annotations

import enum
from collections.abc import Mapping


class Toetsstatus(enum.StrEnum):
    """The states of domain.md 4.4."""

    AANGEMELD = "aangemeld"
    GEPLAND = "gepland"
    OPNIEUW = "opnieuw gepland"
    UITGENODIGD = "uitgenodigd"
    AFGENOMEN = "afgenomen"
    UITSLAG = "uitslag bekend"
    VERHINDERD_MET = "verhinderd met afmelding"
    VERHINDERD_ZONDER = "verhinderd zonder afmelding"
    AFGEBROKEN = "afgebroken"
    OVERGESLAGEN = "overgeslagen"


S = Toetsstatus

IN_SESSIE = frozenset({S.GEPLAND, S.OPNIEUW, S.UITGENODIGD})
"""Has a seat in a sitting that is still to come, or is going on."""
VERHINDERD = frozenset({S.VERHINDERD_MET, S.VERHINDERD_ZONDER})
VOORBIJ = VERHINDERD | {S.AFGEBROKEN, S.AFGENOMEN, S.UITSLAG}
"""After one of these another sitting is a new attempt, with a reason."""

OVERGANGEN: Mapping[Toetsstatus, frozenset[Toetsstatus]] = {
    S.AANGEMELD: frozenset({S.GEPLAND, S.OPNIEUW, S.OVERGESLAGEN, S.UITSLAG}),
    # Without a letter one can come too: somebody phoned.
    **dict.fromkeys(
        (S.GEPLAND, S.OPNIEUW),
        VERHINDERD | {S.AANGEMELD, S.UITGENODIGD, S.AFGENOMEN, S.AFGEBROKEN, S.OVERGESLAGEN},
    ),
    # Another day or time: invite again.
    S.UITGENODIGD: VERHINDERD
    | {S.AANGEMELD, S.GEPLAND, S.OPNIEUW, S.AFGENOMEN, S.AFGEBROKEN, S.OVERGESLAGEN},
    # Stopped by mistake, and goes on; or found to be unfinished.
    S.AFGENOMEN: frozenset({S.GEPLAND, S.OPNIEUW, S.UITGENODIGD, S.AFGEBROKEN, S.UITSLAG}),
    S.AFGEBROKEN: frozenset({S.GEPLAND, S.OPNIEUW, S.UITGENODIGD, S.AFGENOMEN, S.UITSLAG}),
    # Came after all, too late.
    S.VERHINDERD_MET: frozenset({S.GEPLAND, S.OPNIEUW, S.UITGENODIGD, S.VERHINDERD_ZONDER}),
    S.VERHINDERD_ZONDER: frozenset({S.GEPLAND, S.OPNIEUW, S.UITGENODIGD, S.VERHINDERD_MET}),
    # The decision was taken back.
    S.OVERGESLAGEN: frozenset({S.AANGEMELD}),
    S.UITSLAG: frozenset(),
}
"""From -> to. What is not here cannot be."""


def mag_naar(van: Toetsstatus, naar: Toetsstatus) -> bool:
    """True when this step is allowed."""
    return naar in OVERGANGEN[van]


class Aanwezig(enum.StrEnum):
    """Who is here, as the day screen asks it."""

    ONBEKEND = "nog niet bekend"
    AANWEZIG = "aanwezig"
    TE_LAAT = "te laat"
    MET_AFMELDING = "afwezig met afmelding"
    ZONDER_AFMELDING = "afwezig zonder afmelding"


ER_IS = frozenset({Aanwezig.AANWEZIG, Aanwezig.TE_LAAT})


class Afbreekreden(enum.StrEnum):
    """Why a test was not finished (domain.md 4.4)."""

    TECHNISCH = "technisch"
    ZIEK = "ziek"
    STRESS = "stress"
