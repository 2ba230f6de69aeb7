"""The values of the client's page of the plan; `mijnplangegevens` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.documents.toetsbriefgegevens import Datumbeeld
from desktop.models.prompts import Tekst


@dataclass(frozen=True)
class Helper:
    """Somebody who helps. A picture only when it was given."""

    naam: str
    telefoon: str = ""
    rol: str = ""
    foto: bytes = b""


@dataclass(frozen=True)
class Planafspraak:
    """A day to come, in the Dutch words of whoever agreed on it."""

    datum: date
    wat: str


@dataclass(frozen=True)
class Planbeeld:
    """A picture with its words; words alone when there is no name of a picture."""

    pictogram: str
    tekst: Tekst


@dataclass(frozen=True)
class Weekrij:
    """One part of the day, from Monday to Friday."""

    dagdeel: Planbeeld
    cellen: tuple[Planbeeld | None, ...]


@dataclass(frozen=True)
class Plandag:
    """A day on the leaf of a calendar, the same day in Dutch, and what there is then."""

    datum: Datumbeeld
    eigen: str
    """The whole day in the client's words, to be said."""
    nederlands: str
    wat: Tekst | None = None


@dataclass(frozen=True)
class Mijnplan:
    """The whole page. `tweetalig` is false when the client reads Dutch."""

    taal: str
    tweetalig: bool
    rechts_naar_links: bool
    titel: Tekst
    uitleg: Tekst
    route_kop: Tekst
    route: Planbeeld | None
    week_kop: Tekst
    dagen: tuple[Tekst, ...]
    week: tuple[Weekrij, ...]
    meedoen: tuple[Planbeeld, ...]
    """Work, volunteering or an internship; after it what is known of it, in Dutch."""
    hulp_kop: Tekst
    helpers: tuple[Helper, ...]
    contact: Tekst
    geld_kop: Tekst
    geld: Planbeeld
    geld_tot: Tekst | None
    doelen_kop: Tekst
    doelen: tuple[Planbeeld, ...]
    data_kop: Tekst
    data: tuple[Plandag, ...]
    klaar_kop: Tekst
    klaar: Plandag | None
    voorlopig: Tekst | None
    niet_eens: Tekst
    wet: Tekst
    meer: Tekst
    ingekort: bool
    """Something is left out or shorter here: then `meer` is said."""
    alleen_nederlands: Tekst | None = None
    """Says what the mark beside Dutch words means; None when there are none."""
    concept: Tekst | None = None
    """Says that nobody checked the translation, while that is so."""
