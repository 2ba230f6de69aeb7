"""Small lists that are data: municipalities and languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Gemeente:
    """A municipality with its CBS code."""

    code: str
    naam: str


@dataclass(frozen=True)
class Taal:
    """A language: tag, Dutch name, own name, direction, script, and Babel's locale."""

    tag: str
    naam: str
    eigen_naam: str
    richting: str
    schrift: str
    locale: str
    prompts: bool
    dialecten: tuple[str, ...] = ()

    @property
    def rechts_naar_links(self) -> bool:
        """Direction comes from the language, never from the text (peers.md B3, 2)."""
        return self.richting == "rtl"


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
            prompts=t.get("prompts", False),
            dialecten=tuple(t.get("dialecten", ())),
        )
        for t in ruw["taal"]
    )
