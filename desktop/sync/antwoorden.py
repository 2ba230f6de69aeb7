"""What the centre answers, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Self

from desktop.store.inkomend import Rij


class Plek(NamedTuple):
    """A stream; `dossier` is '' for what belongs to no dossier."""

    gemeente: str
    dossier: str
    klasse: str


class Stroomstand(NamedTuple):
    """How far a stream is: its last number, and the XOR of the ids of all its rows."""

    plek: Plek
    kop: int
    merk: int


class Cursor(NamedTuple):
    """Ask what comes after this number."""

    plek: Plek
    nr: int


class Binnen(NamedTuple):
    """A pulled row, with its place in its stream."""

    plek: Plek
    nr: int
    rij: Rij


class Aangeboden(NamedTuple):
    """A change that somebody made without the right to it."""

    gemeente: str
    klasse: str
    op: datetime
    rij: Rij


class Geweigerd(NamedTuple):
    """A row that was not taken, and why: see ARCHITECTURE, "Sync"."""

    volgnummer: int
    id: str
    reden: str


class Genummerd(NamedTuple):
    """The numbers that rows of this push got in one stream."""

    plek: Plek
    eerste: int
    laatste: int


class Wissing(NamedTuple):
    """A tombstone."""

    gemeente: str
    nr: int
    dossier: str


class Toestel(NamedTuple):
    """A laptop, as its beheerder sees it."""

    id: str
    medewerker: str | None
    naam: str
    rol: str
    volgnummer: int
    schemaversie: int
    gemaakt_op: datetime
    laatst_gezien: datetime
    verloren: bool
    verloren_op: datetime | None
    leeg_op: datetime | None


class Spoorregel(NamedTuple):
    """One thing that somebody did; no value in it."""

    klok: str
    dossier: str | None
    auteur: str | None
    apparaat: str | None
    entiteit: str
    rij: str
    veld: str
    soort: str
    toelichting: str | None
    ontvangen_op: datetime


@dataclass(frozen=True)
class Persoon:
    """Who the user is in one gemeente, and which classes of data that lets one read and write."""

    gemeente: str
    medewerker: str
    rol: str
    naam: str
    lezen: frozenset[str]
    schrijven: frozenset[str]


@dataclass(frozen=True)
class Groet:
    """Answer to a greeting.

    `verloren`: this laptop has to wipe itself; nothing else is filled in then.
    `fout`: "apparaat" (the device id is somebody else's: take a new one) or "dicht"
    (the person is closed); then nothing else is filled in either.
    """

    verloren: bool = False
    fout: str = ""
    nu: str = ""
    nu_ms: int = 0
    epoch: str = ""
    schema: int = 0
    minimum_schema: int = 0
    lease_dagen: int = 0
    personen: tuple[Persoon, ...] = ()
    volgnummer: int = 0
    hash: str = ""
    nieuw: bool = False
    emmers_anders: tuple[int, ...] = ()
    stromen: tuple[Stroomstand, ...] = ()
    wissingen: tuple[Wissing, ...] = ()
    aangeboden: int = 0

    @classmethod
    def uit(cls, json: Mapping[str, Any]) -> Self:
        """From the centre's JSON."""
        if json.get("verloren") or "fout" in json:
            return cls(verloren=bool(json.get("verloren")), fout=json.get("fout", ""))
        return cls(
            nu=json["nu"],
            nu_ms=json["nu_ms"],
            epoch=json["epoch"],
            schema=json["schema"],
            minimum_schema=json["minimum_schema"],
            lease_dagen=json["lease_dagen"],
            personen=tuple(
                Persoon(
                    p["gemeente"], p["medewerker"], p["rol"], p["naam"],
                    frozenset(p["lezen"]), frozenset(p["schrijven"]),
                )
                for p in json["personen"]
            ),
            volgnummer=json["apparaat"]["volgnummer"],
            hash=json["apparaat"]["hash"],
            nieuw=json["apparaat"]["nieuw"],
            emmers_anders=tuple(json["emmers_anders"]),
            stromen=tuple(
                Stroomstand(Plek(gemeente, dossier, klasse), kop, merk)
                for gemeente, dossier, klasse, kop, merk in json["stromen"]
            ),
            wissingen=tuple(Wissing(*w) for w in json["wissingen"]),
            aangeboden=json["aangeboden"],
        )  # fmt: skip


@dataclass(frozen=True)
class Gebracht:
    """Answer to a push.

    With a `fout` nothing was stored: "gat" (send again from `verwacht`), "gevorkt"
    (take a new device id), "keten", "klok" (`nu_ms` is the centre's time), "apparaat",
    "verloren", "dicht", "te-oud", "zegel" (`verwacht` is the row).
    """

    fout: str = ""
    verwacht: int = 0
    nu_ms: int = 0
    hoogste: int = 0
    geweigerd: tuple[Geweigerd, ...] = ()
    stromen: tuple[Genummerd, ...] = ()

    @classmethod
    def uit(cls, json: Mapping[str, Any]) -> Self:
        """From the centre's JSON."""
        if "fout" in json:
            return cls(json["fout"], json.get("verwacht") or 0, json.get("nu_ms") or 0)
        return cls(
            hoogste=json["hoogste"],
            geweigerd=tuple(Geweigerd(*g) for g in json["geweigerd"]),
            stromen=tuple(
                Genummerd(Plek(gemeente, dossier, klasse), eerste, laatste)
                for gemeente, dossier, klasse, eerste, laatste in json["stromen"]
            ),
        )
