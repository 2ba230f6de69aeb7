"""What is known when the routes are weighed, as plain values (domain.md 4.5).

Facts with their origin: nothing here points at a route, adds up or ranks.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.termijn import Termijn


class Bronsoort(enum.StrEnum):
    """Where something is kept, and so what one click opens."""

    VRAAG = "vraag"
    """A question of a talk; the id is `intake:code`."""
    TOETS = "toets"
    """The test in the dossier; the id is the dossier's."""
    GEGEVENS = "gegevens"
    """The form of the dossier; the id is the dossier's."""
    ONDERZOEK = "onderzoek"
    """A task of the weighing itself; the id is the task's."""


@dataclass(frozen=True)
class Factor:
    """One heading of the sheet (`resources/pip/weging.toml`)."""

    code: str
    titel: str
    over: str
    bron: str = ""
    vragen: tuple[str, ...] = ()
    besloten: bool = False
    """Health: read only when somebody asks for it."""


@dataclass(frozen=True)
class Bronpunt:
    """One thing that is known, or asked for and not known (`tekst` empty)."""

    naam: str
    tekst: str
    soort: Bronsoort
    id: str
    code: str = ""
    """Of the question."""
    antwoord_id: str = ""
    van: str = ""
    """Who says so, where that is not the client: COA, the klantmanager."""
    let_op: str = ""
    termijn: Termijn | None = None
    """The rule behind a date that it names."""


@dataclass(frozen=True)
class Brongroep:
    """What is known of one factor. `dicht`: there is something, and nobody asked to see it."""

    factor: Factor
    punten: tuple[Bronpunt, ...] = ()
    dicht: bool = False


def factoren_uit(ruw: Mapping[str, Any]) -> tuple[Factor, ...]:
    """Reads `resources/pip/weging.toml`."""
    return tuple(
        Factor(
            f["code"],
            f["titel"],
            f["over"],
            f.get("bron", ""),
            tuple(f.get("vragen", ())),
            f.get("besloten", False),
        )
        for f in ruw["factor"]
    )


def vraag_id(intake_id: str, code: str) -> str:
    """The id of a question of a talk."""
    return f"{intake_id}:{code}"


def uit_vraag_id(id_: str) -> tuple[str, str]:
    """The talk and the code of the question."""
    intake_id, _punt, code = id_.rpartition(":")
    return intake_id, code


def genoemd(factoren: Iterable[Factor]) -> frozenset[str]:
    """Codes of questions that stand under a heading of their own."""
    return frozenset(code for factor in factoren for code in factor.vragen)
