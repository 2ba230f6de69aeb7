"""The client's texts in one language, with an honest word about each translation."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.catalogus import Taal


class Vertaalstatus(enum.StrEnum):
    """How good a translation is. Only a person can make it `nagekeken`."""

    BRON = "bron"
    CONCEPT = "concept"
    NAGEKEKEN = "nagekeken"
    BEEDIGD = "beedigd"
    ONTBREEKT = "ontbreekt"


@dataclass(frozen=True)
class Tekst:
    """A text for the client: in the own language, and the Dutch that stands small under it.

    When the translation is missing or out of date, `tekst` is the Dutch and
    `status` says so; it is never shown as if it were good.
    """

    tekst: str
    nederlands: str
    status: Vertaalstatus

    @property
    def vertaald(self) -> bool:
        """True when `tekst` is in the client's language."""
        return self.status is not Vertaalstatus.ONTBREEKT


@dataclass(frozen=True)
class Vertaling:
    """One entry of a catalogue: msgid, msgstr, fuzzy flag and review status."""

    bron: str
    tekst: str
    onzeker: bool
    status: Vertaalstatus


class Prompts:
    """All prompts of one language. `scherm` holds the Dutch texts of scherm.toml by code."""

    def __init__(
        self,
        taal: Taal,
        vertalingen: Mapping[str, Vertaling],
        schermteksten: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self.taal = taal
        self._vertalingen = vertalingen
        self._scherm = schermteksten

    def tekst(self, context: str, nederlands: str) -> Tekst:
        """The text with this msgctxt. A changed Dutch text makes its translation missing."""
        if self.taal.tag == "nl":
            return Tekst(nederlands, nederlands, Vertaalstatus.BRON)
        gevonden = self._vertalingen.get(context)
        if (
            gevonden is None
            or not gevonden.tekst
            or gevonden.onzeker
            or gevonden.bron != nederlands
        ):
            return Tekst(nederlands, nederlands, Vertaalstatus.ONTBREEKT)
        return Tekst(gevonden.tekst, nederlands, gevonden.status)

    def scherm(self, code: str, **waarden: Any) -> Tekst:
        """A text of the client's screen that is not a question."""
        tekst = self.tekst(code, self._scherm[code]["tekst"])
        if not waarden:
            return tekst
        return Tekst(
            tekst.tekst.format(**waarden), tekst.nederlands.format(**waarden), tekst.status
        )

    def pictogram(self, code: str) -> str | None:
        """The pictogram that goes with a text of the screen."""
        return self._scherm[code].get("pictogram")
