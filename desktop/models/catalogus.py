"""Small lists that are data: municipalities, languages, and official words."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Gemeente:
    """A municipality with its CBS code."""

    code: str
    naam: str


class Kalender(enum.StrEnum):
    """A calendar beside the Gregorian one."""

    GEEN = ""
    ETHIOPISCH = "ethiopisch"
    ZONNEHIDJRI = "zonnehidjri"
    ISLAMITISCH = "islamitisch"


@dataclass(frozen=True)
class Taal:
    """A language of the client, as `talen.toml` describes it."""

    tag: str
    naam: str
    """Dutch name."""
    eigen_naam: str
    richting: str
    schrift: str
    locale: str
    """For Babel and Qt."""
    dialecten: tuple[str, ...] = ()
    schriften: tuple[str, ...] = ()
    """Other scripts in which the language is read."""
    cijfers: str = ""
    """Its own ten digits; empty when it has none."""
    kalender: Kalender = Kalender.GEEN
    maanden: tuple[str, ...] = ()
    """Months of that calendar, in the language."""
    stem: str = ""
    """Voice of eSpeak NG; empty when there is none."""
    stem_van: str = ""
    """Tag of the language whose voice it borrows, with another accent."""
    stem_vertrouwd: bool = False
    """The synthetic voice may read without having been tried with a speaker (peers.md F5)."""

    @property
    def rechts_naar_links(self) -> bool:
        """Direction comes from the language, never from the text (peers.md B3, 2)."""
        return self.richting == "rtl"


@dataclass(frozen=True)
class Ambtswoord:
    """A Dutch word that stays as it is, with what it means (domain.md 5.5).

    `domeinen`: files of the question list where it is needed; empty is everywhere.
    """

    code: str
    woord: str
    uitleg: str
    domeinen: tuple[str, ...] = ()


def gemeenten_uit(ruw: Mapping[str, Any]) -> tuple[Gemeente, ...]:
    """Builds the list from `gemeenten.toml`."""
    return tuple(Gemeente(g["code"], g["naam"]) for g in ruw["gemeente"])


def talen_uit(ruw: Mapping[str, Any]) -> tuple[Taal, ...]:
    """Builds the list from `talen.toml`."""
    return tuple(
        Taal(
            tag=t["tag"],
            naam=t["naam"],
            eigen_naam=t["eigen_naam"],
            richting=t.get("richting", "ltr"),
            schrift=t["schrift"],
            locale=t.get("locale", t["tag"]),
            dialecten=tuple(t.get("dialecten", ())),
            schriften=tuple(t.get("schriften", ())),
            cijfers=t.get("cijfers", ""),
            kalender=Kalender(t.get("kalender", "")),
            maanden=tuple(t.get("maanden", ())),
            stem=t.get("stem", ""),
            stem_van=t.get("stem_van", ""),
            stem_vertrouwd=t.get("stem_vertrouwd", False),
        )
        for t in ruw["taal"]
    )


def ambtswoorden_uit(ruw: Mapping[str, Any]) -> tuple[Ambtswoord, ...]:
    """Builds the list from `teksten/woordenlijst.toml`."""
    return tuple(
        Ambtswoord(w["code"], w["woord"], w["uitleg"], tuple(w.get("domeinen", ())))
        for w in ruw["woord"]
    )


def schermteksten_uit(bestanden: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Texts for the client that are not a question, by code: `tekst`, `meervoud`, `pictogram`."""
    return {t["code"]: t for bestand in bestanden for t in bestand.get("tekst", ())}
