"""The client's texts in one language, with an honest word about each translation."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from gettext import c2py
from typing import Any

from desktop.models.catalogus import Taal
from desktop.models.schrift import apart, isoleer_latijn, koerdisch_in_arabisch, zet_cijfers

ARABISCH = "Arabisch"


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
    context: str = ""
    """msgctxt, for who reads it aloud; empty for a name or a number."""

    @property
    def vertaald(self) -> bool:
        """True when `tekst` is in the client's language."""
        return self.status is not Vertaalstatus.ONTBREEKT


@dataclass(frozen=True)
class Vertaling:
    """One entry of a catalogue: msgid, msgstr, fuzzy flag and review status.

    `vormen` are the plural forms in gettext's order, `tekst` the first of them.
    `uitspraak` is what a synthetic voice reads instead, where that differs.
    """

    bron: str
    tekst: str
    onzeker: bool
    status: Vertaalstatus
    vormen: tuple[str, ...] = ()
    uitspraak: str = ""


AANTAL_GETOETST = 1000
"""What a rule for plurals does, shows up to here."""


@dataclass(frozen=True)
class Catalogus:
    """All translations of one language, by msgctxt, with gettext's rule for plurals."""

    vertalingen: Mapping[str, Vertaling]
    meervoudsregel: str = "(n != 1)"

    @property
    def aantal_vormen(self) -> int:
        """How many plural forms the rule tells apart."""
        vorm = c2py(self.meervoudsregel)
        return 1 + max(vorm(n) for n in range(AANTAL_GETOETST))

    def met(self, eigen: Mapping[str, Vertaling]) -> Catalogus:
        """With what the municipality imported or confirmed itself on top."""
        return replace(self, vertalingen={**self.vertalingen, **eigen}) if eigen else self


@dataclass(frozen=True)
class Schrijfwijze:
    """How a client reads the language: script (empty: the usual one) and digits."""

    schrift: str = ""
    cijfers: str = ""


GEWOON = Schrijfwijze()


class Prompts:
    """All prompts of one language. `schermteksten` holds the Dutch texts of the screen by code."""

    def __init__(
        self,
        taal: Taal,
        catalogus: Catalogus,
        schermteksten: Mapping[str, Mapping[str, Any]],
        schrijfwijze: Schrijfwijze = GEWOON,
    ) -> None:
        ander_schrift = schrijfwijze.schrift in taal.schriften
        self.taal = (
            replace(taal, richting="rtl", schrift=schrijfwijze.schrift)
            if ander_schrift and schrijfwijze.schrift == ARABISCH
            else taal
        )
        self.cijfers = schrijfwijze.cijfers
        self._omspellen = koerdisch_in_arabisch if self.taal is not taal else None
        self._catalogus = catalogus
        self._scherm = schermteksten
        self._vorm: Callable[[int], int] = c2py(catalogus.meervoudsregel)

    def tekst(self, context: str, nederlands: str) -> Tekst:
        """The text with this msgctxt. A changed Dutch text makes its translation missing."""
        gevonden = self._goede(context, nederlands)
        if self.taal.tag == "nl":
            return Tekst(nederlands, nederlands, Vertaalstatus.BRON, context)
        if gevonden is None:
            return Tekst(nederlands, nederlands, Vertaalstatus.ONTBREEKT, context)
        return Tekst(self._geschreven(gevonden.tekst), nederlands, gevonden.status, context)

    def uitspraak(self, context: str, nederlands: str) -> str:
        """What a synthetic voice reads: the pronunciation, else the text in its usual script."""
        if self.taal.tag == "nl":
            return nederlands
        gevonden = self._goede(context, nederlands)
        return "" if gevonden is None else gevonden.uitspraak or gevonden.tekst

    def _goede(self, context: str, nederlands: str) -> Vertaling | None:
        gevonden = self._catalogus.vertalingen.get(context)
        past = gevonden is not None and gevonden.tekst and gevonden.bron == nederlands
        return gevonden if past and gevonden is not None and not gevonden.onzeker else None

    def _geschreven(self, tekst: str) -> str:
        if self._omspellen is not None:
            tekst = self._omspellen(tekst)
        elif self.taal.rechts_naar_links:
            tekst = isoleer_latijn(tekst)
        return zet_cijfers(tekst, self.cijfers)

    def getal(self, waarde: int) -> str:
        """A number in the client's digits."""
        return zet_cijfers(str(waarde), self.cijfers)

    def scherm(self, code: str, **waarden: Any) -> Tekst:
        """A text of the client's screen that is not a question.

        `aantal` chooses the plural form; every value is set apart from the text around it.
        """
        bron = self._scherm[code]
        tekst = self.tekst(code, bron["tekst"])
        if not waarden:
            return tekst
        aantal = waarden.get("aantal")
        nederlands = bron["tekst"]
        if "meervoud" in bron and isinstance(aantal, int):
            nederlands = bron["tekst"] if aantal == 1 else bron["meervoud"]
            if tekst.status is Vertaalstatus.ONTBREEKT or self.taal.tag == "nl":
                tekst = replace(tekst, tekst=nederlands)
            else:
                vormen = self._catalogus.vertalingen[code].vormen
                tekst = replace(tekst, tekst=self._geschreven(vormen[self._vorm(aantal)]))
        gevuld = {naam: self._waarde(waarde) for naam, waarde in waarden.items()}
        return replace(
            tekst,
            tekst=tekst.tekst.format(**gevuld),
            nederlands=nederlands.format(**waarden),
        )

    def _waarde(self, waarde: object) -> str:
        tekst = self.getal(waarde) if isinstance(waarde, int) else str(waarde)
        return apart(tekst) if self.taal.rechts_naar_links else tekst

    def pictogram(self, code: str) -> str | None:
        """The pictogram that goes with a text of the screen."""
        return self._scherm[code].get("pictogram")
