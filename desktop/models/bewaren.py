"""What was kept long enough: which term, from which fact, and why (domain.md 7.3).

Nothing here erases: it says what may go, and a person decides.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from desktop.models.dossier import Rol
from desktop.models.fouten import RedenNodig


class Onderdeel(enum.StrEnum):
    """What a term is about: a dossier, or a part of one that may go sooner."""

    DOSSIER = "dossier"
    TOETSLOGISTIEK = "toetslogistiek"
    WERKAANTEKENING = "werkaantekening"
    TOLKCONTACT = "tolkcontact"


class Anker(enum.StrEnum):
    """The fact that a term begins at."""

    LAATSTE_HANDELING = "laatste_handeling"
    INTAKE_GESLOTEN = "intake_gesloten"
    TOETSUITSLAG = "toetsuitslag"
    PIP_VASTGESTELD = "pip_vastgesteld"
    ZITTING = "zitting"


class Graad(enum.StrEnum):
    """How sure a term is."""

    GEVONDEN = "gevonden"
    EIGEN = "eigen"
    ONTWERP = "ontwerp"


DOSSIERANKERS = (Anker.LAATSTE_HANDELING, Anker.INTAKE_GESLOTEN)
"""Where a municipality may let the term of a whole dossier begin."""

BESLISSERS = frozenset({Rol.LEIDINGGEVENDE, Rol.BEHEERDER})


def mag_wissen(rollen: Collection[Rol], *, gekoppeld: bool) -> bool:
    """True for who decides what goes; on a laptop by itself that is its only user."""
    return not gekoppeld or not BESLISSERS.isdisjoint(rollen)


@dataclass(frozen=True)
class Termijn:
    """How long something is kept, counted from a fact; with where that was found."""

    onderdeel: Onderdeel
    anker: Anker
    bron: str
    graad: Graad
    gecontroleerd_op: date
    jaren: int = 0
    weken: int = 0
    anker_bron: str = ""

    def voorbij(self, feit: date) -> date:
        """First day on which it was kept long enough.

        29 February becomes 1 March, so that a term is never a day short.
        """
        try:
            later = feit.replace(year=feit.year + self.jaren)
        except ValueError:
            later = date(feit.year + self.jaren, 3, 1)
        return later + timedelta(weeks=self.weken)


@dataclass(frozen=True)
class Bewaarbeleid:
    """All terms, in the order in which they are tried."""

    termijnen: tuple[Termijn, ...]

    def van(self, onderdeel: Onderdeel) -> tuple[Termijn, ...]:
        """The terms of one part; the first whose fact is known holds."""
        return tuple(t for t in self.termijnen if t.onderdeel is onderdeel)

    @property
    def anker(self) -> Anker:
        """Where the term of a whole dossier begins."""
        return self.van(Onderdeel.DOSSIER)[0].anker

    def met_anker(self, anker: Anker) -> Bewaarbeleid:
        """The same, with another beginning for whole dossiers, as a municipality chose it."""
        return Bewaarbeleid(
            tuple(
                replace(t, anker=anker) if t.onderdeel is Onderdeel.DOSSIER else t
                for t in self.termijnen
            )
        )


def beleid_uit(ruw: Mapping[str, Any]) -> Bewaarbeleid:
    """Reads `resources/beleid/bewaren.toml`."""
    return Bewaarbeleid(
        tuple(
            Termijn(
                onderdeel=Onderdeel(t["onderdeel"]),
                anker=Anker(t["anker"]),
                bron=t["bron"],
                graad=Graad(t["graad"]),
                gecontroleerd_op=t["gecontroleerd_op"],
                jaren=t.get("jaren", 0),
                weken=t.get("weken", 0),
                anker_bron=t.get("anker_bron", ""),
            )
            for t in ruw["termijn"]
        )
    )


@dataclass(frozen=True)
class Deel:
    """What of a row may go: these fields, or the whole row when there are none."""

    entiteit: str
    rij: str
    velden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dossierfeiten:
    """What has to be known of a dossier to say whether its term is over."""

    dossier_id: str
    nummer: str
    naam: str
    laatste_handeling: date
    """The last day on which somebody changed something in it; looking does not count."""
    intake_gesloten: date | None = None
    """The day that its last talk was closed."""
    open_intake: bool = False
    open_verzoek: bool = False


@dataclass(frozen=True)
class Deelfeiten:
    """A part of a dossier that may go sooner, with the facts that its term may begin at."""

    onderdeel: Onderdeel
    dossier_id: str
    nummer: str
    naam: str
    deel: Deel
    feiten: Mapping[Anker, date]
    niet_voor: date | None = None
    """It does not go before this day, also when its weeks are over: bezwaar can end later."""


@dataclass(frozen=True)
class Verlopen:
    """Something whose term is over. `zin` says why, with named places that `waarden` fill."""

    onderdeel: Onderdeel
    dossier_id: str
    nummer: str
    naam: str
    feit: date
    sinds: date
    zin: str
    waarden: Mapping[str, Any]
    delen: tuple[Deel, ...] = ()
    wacht: bool = False
    """The client asked something that has no answer yet: first that."""

    @property
    def sleutel(self) -> tuple[str, str]:
        """Names the line: dossier and part."""
        return (self.dossier_id, self.onderdeel)

    @property
    def waarom(self) -> str:
        """The sentence in Dutch."""
        return self.zin.format(**self.waarden)


def verlopen(
    dossiers: Iterable[Dossierfeiten],
    delen: Iterable[Deelfeiten],
    beleid: Bewaarbeleid,
    *,
    vandaag: date,
) -> list[Verlopen]:
    """All that may go on this day, longest over first; no parts of a dossier that goes as a whole.

    Parts of the same kind in one dossier are one line.
    """
    uit = [v for d in dossiers if (v := _dossier(d, beleid, vandaag)) is not None]
    heel = {v.dossier_id for v in uit}
    groepen: dict[tuple[str, Onderdeel], list[Verlopen]] = {}
    for d in delen:
        if d.dossier_id not in heel and (v := _deel(d, beleid, vandaag)) is not None:
            groepen.setdefault((v.dossier_id, v.onderdeel), []).append(v)
    uit += [_samen(groep) for groep in groepen.values()]
    return sorted(uit, key=lambda v: (v.sinds, v.nummer, v.onderdeel))


def _dossier(d: Dossierfeiten, beleid: Bewaarbeleid, vandaag: date) -> Verlopen | None:
    termijn = beleid.van(Onderdeel.DOSSIER)[0]
    feit, zin = d.laatste_handeling, _BIJGEWERKT
    if d.open_intake:
        zin = _NOOIT_GESLOTEN
    elif d.intake_gesloten is None:
        zin = _GEEN_GESPREK
    elif termijn.anker is Anker.INTAKE_GESLOTEN:
        feit, zin = d.intake_gesloten, _GESLOTEN
    sinds = termijn.voorbij(feit)
    if sinds > vandaag:
        return None
    return Verlopen(
        onderdeel=Onderdeel.DOSSIER,
        dossier_id=d.dossier_id,
        nummer=d.nummer,
        naam=d.naam,
        feit=feit,
        sinds=sinds,
        zin=_WACHT if d.open_verzoek else zin,
        waarden=_waarden(termijn, feit, sinds),
        wacht=d.open_verzoek,
    )


def _deel(d: Deelfeiten, beleid: Bewaarbeleid, vandaag: date) -> Verlopen | None:
    termijn = next((t for t in beleid.van(d.onderdeel) if t.anker in d.feiten), None)
    if termijn is None:
        return None
    feit = d.feiten[termijn.anker]
    sinds = max(termijn.voorbij(feit), d.niet_voor or date.min)
    if sinds > vandaag:
        return None
    return Verlopen(
        onderdeel=d.onderdeel,
        dossier_id=d.dossier_id,
        nummer=d.nummer,
        naam=d.naam,
        feit=feit,
        sinds=sinds,
        zin=_DEELZINNEN[d.onderdeel, termijn.anker],
        waarden=_waarden(termijn, feit, sinds),
        delen=(d.deel,),
    )


def _samen(groep: Sequence[Verlopen]) -> Verlopen:
    """Parts of one kind in one dossier; the oldest gives the sentence."""
    oudste = min(groep, key=lambda v: v.sinds)
    return replace(oudste, delen=tuple(deel for v in groep for deel in v.delen))


def _waarden(termijn: Termijn, feit: date, sinds: date) -> dict[str, Any]:
    return {
        "dag": f"{feit:%d-%m-%Y}",
        "sinds": f"{sinds:%d-%m-%Y}",
        "jaren": termijn.jaren,
        "weken": termijn.weken,
    }


_BIJGEWERKT = (
    "Gesprek afgesloten, voor het laatst bijgewerkt op {dag}; de {jaren} jaar waren om op {sinds}."
)
_GESLOTEN = "Gesprek afgesloten op {dag}; de {jaren} jaar waren om op {sinds}."
_GEEN_GESPREK = (
    "Geen gesprek gevoerd, voor het laatst bijgewerkt op {dag}; "
    "de {jaren} jaar waren om op {sinds}."
)
_NOOIT_GESLOTEN = (
    "Gesprek nooit afgesloten, voor het laatst bijgewerkt op {dag}; "
    "de {jaren} jaar waren om op {sinds}."
)
_WACHT = (
    "De {jaren} jaar waren om op {sinds}, maar een verzoek van de cliënt heeft nog geen antwoord."
)
_DEELZINNEN: Mapping[tuple[Onderdeel, Anker], str] = {
    (Onderdeel.TOETSLOGISTIEK, Anker.TOETSUITSLAG): (
        "De uitslag van de toets is van {dag}; {jaren} jaar daarna, op {sinds}, mocht de planning "
        "weg."
    ),
    (Onderdeel.WERKAANTEKENING, Anker.PIP_VASTGESTELD): (
        "Het PIP is op {dag} verstuurd. De {weken} weken voor bezwaar waren om op {sinds}."
    ),
    (Onderdeel.WERKAANTEKENING, Anker.INTAKE_GESLOTEN): (
        "Het gesprek is op {dag} afgesloten; na {weken} weken, op {sinds}, zijn werkaantekeningen "
        "niet meer nodig."
    ),
    (Onderdeel.TOLKCONTACT, Anker.ZITTING): (
        "De zitting was op {dag}; na {jaren} jaar, op {sinds}, zijn bureau en nummer van de tolk "
        "niet meer nodig."
    ),
}


def controleer_grond(grond: str) -> str:
    """The reason for an erasure, as it is kept. Raises RedenNodig when it says nothing."""
    schoon = " ".join(grond.split())
    if len(schoon) < KORTSTE_GROND:
        raise RedenNodig("Schrijf in een paar woorden op waarom dit weg mag. Noem geen namen.")
    return schoon


KORTSTE_GROND = 10
"""Letters; less is no reason."""
