"""What a PIP says, as plain values: one shape for a draft, a set version, the papers and DUO.

A set version is kept as the JSON of this, so that it reads the same for ever, whatever
changes later in the dossier. The BSN is not in it: papers that need it read it when made.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop.taal import N_


class Leerroute(enum.StrEnum):
    """DUO's `Leerroute` (PIP.yml)."""

    B1 = "B"
    ONDERWIJS = "O"
    Z = "Z"


class Niveau(enum.StrEnum):
    """DUO's `NiveauPip` (PIP.yml)."""

    A2 = "A2"
    B1 = "B1"


class Dagdeel(enum.StrEnum):
    """Parts of a day in the week grid."""

    OCHTEND = "ochtend"
    MIDDAG = "middag"
    AVOND = "avond"


class Bezigheid(enum.StrEnum):
    """What somebody does in a part of a day; each has its own word and pictogram for the client."""

    TAALLES = "taalles"
    WERK = "werk"
    VRIJWILLIGERSWERK = "vrijwilligerswerk"
    STAGE = "stage"
    ZORG = "zorg"
    REIZEN = "reizen"


PARTICIPATIE = frozenset({Bezigheid.WERK, Bezigheid.VRIJWILLIGERSWERK, Bezigheid.STAGE})
"""What counts as the other half of the dual path (domain.md 5.2)."""


class Oordeel(enum.StrEnum):
    """What is found of one route; all three get one (domain.md 0.9)."""

    PASSEND = N_("passend")
    NIET_PASSEND = N_("niet passend")
    NADER_ONDERZOEKEN = N_("nader onderzoeken")


class Wijzigreden(enum.StrEnum):
    """Why there is a later version (domain.md 5.4)."""

    ROUTEWISSEL = "routewissel"
    AFSCHALEN = "afschalen"
    GEZIN = "gezin"
    GEZONDHEID = "gezondheid"
    WERK = "werk"
    VERHUIZING = "verhuizing"
    CORRECTIE = "correctie"
    BEZWAAR = "bezwaar"


DEEL_2 = 2
"""The part of the plan that rests on the Participatiewet."""


@dataclass(frozen=True)
class Afkomst:
    """Where a sentence comes from; `soort` says which table `id` is of, `code` the question."""

    soort: str = ""
    """"" (typed), `antwoord`, `sterk_punt`, `wens`, `afspraak`, `score`, `toets`, `vorige`."""
    id: str = ""
    code: str = ""
    tekst: str = ""
    """The answer in words, as it was, so that the origin can be read without the intake."""


@dataclass(frozen=True)
class Regel:
    """One sentence of the plan under one `onderdeel` (`resources/pip/onderdelen.toml`)."""

    id: str
    onderdeel: str
    tekst: str
    deel: int = 1
    """1: Wet inburgering. 2: Participatiewet."""
    domein: str = ""
    """Code of the leefdomein (`SP` ... `WK`), where it belongs to one."""
    doelcode: str = ""
    """A ready subgoal (`doel.sp1`), translated for the client's page; empty for own words."""
    wie: str = ""
    """Who helps."""
    wanneer: date | None = None
    hoe: str = ""
    """How we see that it is done."""
    gezondheid: bool = False
    """Printed only when that is chosen."""
    afkomst: Afkomst = Afkomst()


@dataclass(frozen=True)
class Routeoordeel:
    """What was found of one route, and why."""

    route: Leerroute
    oordeel: Oordeel | None = None
    reden: str = ""


@dataclass(frozen=True)
class Wie:
    """The person, as the papers address them."""

    nummer: str = ""
    naam: str = ""
    geboren: str = ""
    """As it is written, perhaps only a year."""
    adres: str = ""
    gemeente: str = ""
    """Code of the gemeente."""
    taal: str = "nl"
    """Tag of the language of the client's page."""
    doelgroep: str = ""
    """`Indeling` on the day of the plan; empty while unknown."""


@dataclass(frozen=True)
class Contact:
    """The fixed contact of the client."""

    naam: str = ""
    telefoon: str = ""
    email: str = ""


@dataclass(frozen=True)
class Toetsstand:
    """The leerbaarheidstoets as the plan rests on it."""

    resultaat: str = ""
    behaalde_score: str = ""
    benodigde_score: str = ""
    datum_afname: date | None = None
    overgeslagen: str = ""
    """`Overslagreden`, or empty."""


@dataclass(frozen=True)
class Data:
    """The dates that follow from this version. Days are the last day on which something may."""

    dagtekening: date | None = None
    bekendmaking: date | None = None
    bezwaar_tot_en_met: date | None = None
    termijn_start: date | None = None
    termijn_einde: date | None = None
    """Exclusive, as DUO counts; the last day is one before."""
    voorlopig: bool = True
    """True until DUO confirms the term."""
    wisselen_tot_en_met: date | None = None
    map_streefdag: date | None = None


@dataclass(frozen=True)
class Pipinhoud:
    """All of one version."""

    versie: int = 1
    wijzigreden: Wijzigreden | None = None
    wijzigtoelichting: str = ""
    wie: Wie = Wie()
    contact: Contact = Contact()
    toets: Toetsstand = Toetsstand()
    data: Data = Data()

    leerroute: Leerroute | None = None
    niveau: Niveau | None = None
    oordelen: tuple[Routeoordeel, ...] = ()
    motivering: str = ""
    """Why this route."""
    afwijking: str = ""
    """Why it differs from the test; empty where it does not."""
    tweede_lezer: str = ""
    intensiteit: int | None = None
    """DUO `geschatteIntensiteitB1Route`, hours in total."""
    alfabetisering: str = ""
    """DUO: A, AA or NVT; empty while unknown."""
    mag_opleiding_afmaken: bool = False
    lesuren_per_week: int | None = None
    participatie_uren_per_week: int | None = None
    pvt_uren: int | None = None
    map_uren: int | None = None
    hoofddoel: str = ""
    participatie_reden: str = ""
    """Why there is no line of participation, where there is none."""
    week: Mapping[str, Bezigheid] = field(default_factory=dict)
    """`1-ochtend` (Monday) to `5-avond`."""
    regels: tuple[Regel, ...] = ()

    uitkering: bool = False
    """A Participatiewet benefit: then there is a part 2."""
    uitkering_vanaf: date | None = None
    ontzorgen: bool = False
    ontzorgen_tot_en_met: date | None = None

    vastgesteld_door: str = ""
    functie: str = ""
    """Of who set it, as it stands under the letter."""
    mandaat: str = ""
    auteur: str = ""

    def bij(self, onderdeel: str) -> tuple[Regel, ...]:
        """The sentences under one heading, in their order."""
        return tuple(r for r in self.regels if r.onderdeel == onderdeel)

    @property
    def doelen(self) -> tuple[Regel, ...]:
        """The client's own goals."""
        return self.bij("doel")

    def oordeel_over(self, route: Leerroute) -> Routeoordeel:
        """What was found of a route; an empty one while nothing was."""
        return next((o for o in self.oordelen if o.route is route), Routeoordeel(route))

    def in_week(self) -> Iterator[tuple[int, Dagdeel, Bezigheid]]:
        """The filled cells, from Monday morning on."""
        for dag in range(1, 6):
            for dagdeel in Dagdeel:
                bezig = self.week.get(f"{dag}-{dagdeel.value}")
                if bezig is not None:
                    yield dag, dagdeel, bezig

    def als_json(self) -> str:
        """Canonical: equal contents give equal text."""
        return json.dumps(_plat(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def van_json(cls, tekst: str) -> Pipinhoud:
        """Reads what `als_json` wrote, also what an older program wrote (absent: default).

        Raises ValueError for what is no plan, or has a word that only a newer program knows.
        """
        try:
            inhoud: Pipinhoud = _diep(cls, json.loads(tekst))
        except (AttributeError, TypeError) as fout:
            raise ValueError("no plan in this text") from fout
        return inhoud


def _plat(waarde: Any) -> Any:
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {f.name: _plat(getattr(waarde, f.name)) for f in fields(waarde)}
    if isinstance(waarde, Mapping):
        return {sleutel: _plat(w) for sleutel, w in waarde.items()}
    if isinstance(waarde, tuple):
        return [_plat(w) for w in waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    return waarde


def _diep(soort: Any, ruw: Any) -> Any:
    return None if ruw is None else _lezer(soort)(ruw)


@cache
def _lezer(soort: Any) -> Callable[[Any], Any]:
    """How a value of this kind is read; found out once, for a plan has thousands of values."""
    vorm, delen = get_origin(soort), get_args(soort)
    if vorm in (Union, UnionType):
        return _lezer(next(deel for deel in delen if deel is not type(None)))
    if vorm is tuple:
        return lambda ruw: tuple(_diep(delen[0], w) for w in ruw)
    if isinstance(vorm, type) and issubclass(vorm, Mapping):
        return lambda ruw: {sleutel: _diep(delen[1], w) for sleutel, w in ruw.items()}
    if isinstance(soort, type) and is_dataclass(soort):
        typen = get_type_hints(soort)
        return lambda ruw: soort(
            **{naam: _diep(typen[naam], w) for naam, w in ruw.items() if naam in typen}
        )
    if soort is date:
        return date.fromisoformat
    if isinstance(soort, type) and issubclass(soort, enum.Enum):
        return soort
    return lambda ruw: ruw
