"""What the calendar shows: one reading of the store, as plain values."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from desktop.models.toetstijd import van_tot, vrije_dag
from desktop.store import toetsen
from desktop.store.store import Store
from desktop.store.toetsen import Sessieregel
from desktop.store.toetsmiddelen import middelen
from desktop.taal import _, taal

Namen = tuple[tuple[str, str], ...]


class Weergave(enum.StrEnum):
    """How much is seen at once."""

    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"


class Indeling(enum.StrEnum):
    """By what the sittings stand apart."""

    RUIMTE = "ruimte"
    BEGELEIDER = "begeleider"


@dataclass(frozen=True)
class Vrij:
    """Why there is no work on a day. `heel`: nowhere, not in one building only."""

    tekst: str
    heel: bool


@dataclass(frozen=True)
class Agendabeeld:
    """A period with its sittings, free days, rooms and toetsbegeleiders."""

    van: date
    tot: date
    vandaag: date
    regels: tuple[Sessieregel, ...] = ()
    vrij: Mapping[date, Vrij] = field(default_factory=dict)
    ruimten: Namen = ()
    begeleiders: Namen = ()

    @property
    def dagen(self) -> tuple[date, ...]:
        """All days of the period."""
        return tuple(self.van + timedelta(days=n) for n in range((self.tot - self.van).days + 1))

    def van_dag(self, dag: date) -> list[Sessieregel]:
        """The sittings of one day, by time."""
        return [r for r in self.regels if r.datum == dag]

    def regel(self, sessie_id: str | None) -> Sessieregel | None:
        """One sitting, while it is in sight."""
        return next((r for r in self.regels if r.id == sessie_id), None)


def groep_van(regel: Sessieregel, indeling: Indeling) -> str:
    """Identity of the room or of the toetsbegeleider."""
    wie = regel.ruimte if indeling is Indeling.RUIMTE else regel.begeleider
    return wie.id if wie is not None else ""


def periode(weergave: Weergave, dag: date) -> tuple[date, date]:
    """First and last day that are seen; a month is seen in whole weeks."""
    maandag = dag - timedelta(days=dag.weekday())
    if weergave is Weergave.DAG:
        return dag, dag
    if weergave is Weergave.WEEK:
        return maandag, maandag + timedelta(days=6)
    eerste = dag.replace(day=1)
    laatste = eerste_van_volgende(dag) - timedelta(days=1)
    return (
        eerste - timedelta(days=eerste.weekday()),
        laatste + timedelta(days=6 - laatste.weekday()),
    )


def eerste_van_volgende(dag: date) -> date:
    """The first day of the next month."""
    return (dag.replace(day=28) + timedelta(days=4)).replace(day=1)


def verder(weergave: Weergave, dag: date, richting: int) -> date:
    """The same place a day, week or month further."""
    if weergave is Weergave.DAG:
        return dag + timedelta(days=richting)
    if weergave is Weergave.WEEK:
        return dag + timedelta(days=7 * richting)
    naar = eerste_van_volgende(dag) if richting > 0 else dag.replace(day=1) - timedelta(days=1)
    laatste = (eerste_van_volgende(naar) - timedelta(days=1)).day
    return naar.replace(day=min(dag.day, laatste))


def lees_beeld(
    store: Store,
    weergave: Weergave,
    dag: date,
    *,
    ruimte_id: str | None = None,
    begeleider_id: str | None = None,
) -> Agendabeeld:
    """Reads what is in sight."""
    van, tot = periode(weergave, dag)
    with store.lees() as sessie:
        regels = toetsen.sessies(sessie, van, tot, ruimte_id=ruimte_id, begeleider_id=begeleider_id)
        alles = middelen(sessie)
        plek = {locatie.id: locatie.naam for locatie in alles.locaties}
        vrij: dict[date, Vrij] = {}
        for n in range((tot - van).days + 1):
            d = van + timedelta(days=n)
            if (feest := vrije_dag(d)) is not None:
                vrij[d] = Vrij(feest.naam, feest.algemeen)
            for dicht in alles.sluitingen:
                if d in vrij or not dicht.dicht.geldt_op(d):
                    continue
                waar = plek.get(dicht.locatie_id or "")
                reden = dicht.reden or _("Gesloten")
                if waar is not None:
                    reden = _("{locatie} dicht: {reden}").format(locatie=waar, reden=reden)
                vrij[d] = Vrij(reden, dicht.locatie_id is None)
        return Agendabeeld(
            van=van,
            tot=tot,
            vandaag=store.vandaag(),
            regels=tuple(regels),
            vrij=vrij,
            ruimten=tuple((r.id, r.naam) for r in alles.ruimten),
            begeleiders=tuple((b.id, b.naam) for b in alles.begeleiders),
        )


def dagwoord(dag: date, patroon: str = "EEEE d MMMM") -> str:
    """A date in words, such as `dinsdag 8 december`."""
    return _dagwoord(dag, patroon, taal())


@lru_cache(maxsize=512)
def _dagwoord(dag: date, patroon: str, tag: str) -> str:
    from babel.dates import format_date

    return format_date(dag, patroon, locale=tag)


def sessiezin(regel: Sessieregel, taalnaam: str = "") -> str:
    """All of a sitting in one line: for the list, the hint and a screen reader."""
    delen = [
        van_tot(regel.begin, regel.einde),
        regel.ruimte.naam if regel.ruimte else _("ruimte onbekend"),
        regel.begeleider.naam if regel.begeleider else _("toetsbegeleider onbekend"),
        _("{bezet} van {plekken} plekken").format(bezet=regel.bezet, plekken=regel.plekken),
    ]
    if regel.tolk_taal:
        delen.append(_("tolk {taal}").format(taal=taalnaam or regel.tolk_taal))
    if regel.knelpunten:
        delen.append(_("let op: dit botst"))
    return ", ".join(delen)
