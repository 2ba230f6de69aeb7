"""The dated facts that terms are counted from, as plain values (domain.md 2.1).

What is not known is None. Intervals are half-open, as DUO gives them: the last day is
one before `einde` or `tot`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.bewaren import Anker
from desktop.models.deeldatum import Deeldatum
from desktop.models.dossier import Indeling
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.models.termijnbeleid import Duur


@dataclass(frozen=True, slots=True)
class Informatie:
    """Asked from somebody else because the plan needs it, and perhaps come."""

    gevraagd: date
    ontvangen: date | None = None


@dataclass(frozen=True, slots=True)
class Pipversie:
    """A version that is set. Drafts fix nothing."""

    versie: int
    dagtekening: date
    bekendmaking: date | None = None


@dataclass(frozen=True, slots=True)
class Duotermijn:
    """The term as DUO confirmed it; `op` is when that became known."""

    start: date
    einde: date
    op: date


@dataclass(frozen=True, slots=True)
class Verlenging:
    """Extra time that DUO gave: until a new end (exclusive), or so much more."""

    op: date
    tot: date | None = None
    duur: Duur | None = None
    genoteerd: date | None = None
    """When somebody wrote it down here."""


@dataclass(frozen=True, slots=True)
class Uren:
    """Hours followed up to a day, and how many a week from then on."""

    peildag: date
    gevolgd: int
    per_week: int


@dataclass(frozen=True, slots=True)
class Feiten:
    """Everything that the rules D1 to D20 look at, of one person."""

    kennisgeving: date | None = None
    brp: date | None = None
    ss139: date | None = None
    """A start of the ten weeks that DUO announced (event SS139)."""
    informatie: tuple[Informatie, ...] = ()
    intake_gepland: date | None = None
    intake_gevoerd: date | None = None
    versies: tuple[Pipversie, ...] = ()
    """Set versions in the order of their numbers."""
    duo: Duotermijn | None = None
    verlengingen: tuple[Verlenging, ...] = ()
    """In the order in which DUO decided them."""
    uitkering: date | None = None
    """First day of a Participatiewet benefit."""
    ontzorgen: bool | None = None
    """What the set plan says of it; None while there is none."""
    indeling: Indeling | None = None
    leerroute: Leerroute | None = None
    niveau: Niveau | None = None
    geboren: Deeldatum | None = None
    lesuren: Uren | None = None
    participatie: Uren | None = None
    map_klaar: date | None = None
    pvt_klaar: date | None = None
    route_klaar: date | None = None
    bewaren_vanaf: date | None = None
    bewaaranker: Anker = Anker.LAATSTE_HANDELING

    @property
    def eerste(self) -> Pipversie | None:
        """Version 1, which fixes the term for ever."""
        return self.versies[0] if self.versies and self.versies[0].versie == 1 else None


def koppel_informatie(
    gevraagd: Iterable[date], ontvangen: Sequence[date]
) -> tuple[Informatie, ...]:
    """Each answer belongs to the oldest question that was asked by then and has none yet."""
    vragen = [Informatie(dag) for dag in sorted(gevraagd)]
    for dag in sorted(ontvangen):
        for n, vraag in enumerate(vragen):
            if vraag.ontvangen is None and vraag.gevraagd <= dag:
                vragen[n] = Informatie(vraag.gevraagd, dag)
                break
    return tuple(vragen)
