"""How far a language is translated, measured on what the texts say (peers.md B5, 8).

A catalogue with every key filled, in another language, is an empty catalogue.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.models.catalogus import Taal
from desktop.models.prompts import Catalogus, Vertaalstatus, Vertaling
from desktop.models.vertaalwerk import Brontekst, vormen_van

_SCHRIFT = {
    "Arabisch": "ARABIC",
    "Ethiopisch": "ETHIOPIC",
    "Latijn": "LATIN",
    "Cyrillisch": "CYRILLIC",
}
_GENOEG = 0.25
"""Share of letters in the own script: official words such as PIP and DUO stay Latin."""
EIGENNAMEN = frozenset({"VluchtelingenWerk", "WhatsApp", "DigiD", "COA", "Mbo", "E-mail", "Tablet"})
"""Names that stand on letters, doors and screens as they are; a translation may keep them."""
_PLEK = re.compile(r"\{[^}]*\}")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Stand(enum.StrEnum):
    """How far one text is."""

    ONTBREEKT = "ontbreekt"
    ONZEKER = "onzeker"
    CONCEPT = "concept"
    NAGEKEKEN = "nagekeken"
    BEEDIGD = "beedigd"


class Gebrek(enum.StrEnum):
    """Why a text counts as missing."""

    GEEN = ""
    LEEG = "leeg"
    VEROUDERD = "verouderd"
    NEDERLANDS = "nederlands"
    ENGELS = "engels"
    SCHRIFT = "schrift"


_KOPIE = frozenset({Gebrek.NEDERLANDS, Gebrek.ENGELS})
_NA_STATUS = {
    Vertaalstatus.NAGEKEKEN: Stand.NAGEKEKEN,
    Vertaalstatus.BEEDIGD: Stand.BEEDIGD,
    Vertaalstatus.ONTBREEKT: Stand.ONTBREEKT,
}


@dataclass(frozen=True)
class Meting:
    """One text of one language."""

    bron: Brontekst
    stand: Stand
    gebrek: Gebrek = Gebrek.GEEN


@dataclass(frozen=True)
class Dekking:
    """One language: every text, in the order of the sources."""

    taal: Taal
    metingen: tuple[Meting, ...]

    def aantal(self, stand: Stand, deel: str | None = None) -> int:
        """Texts with this standing, of one domain or of all."""
        return sum(m.stand is stand for m in self.metingen if deel in (None, m.bron.deel))

    @property
    def totaal(self) -> int:
        """Texts in all."""
        return len(self.metingen)

    @property
    def delen(self) -> tuple[str, ...]:
        """Domains, in the order of the sources."""
        return tuple(dict.fromkeys(m.bron.deel for m in self.metingen))

    def totaal_van(self, deel: str) -> int:
        """Texts of one domain."""
        return sum(m.bron.deel == deel for m in self.metingen)


def meet(
    taal: Taal,
    bronnen: Iterable[Brontekst],
    catalogus: Catalogus,
    engels: Catalogus | None = None,
) -> Dekking:
    """Measures one language. `engels` is the English catalogue, to know what was only copied."""
    bronnen = tuple(bronnen)
    vergelijk = None if taal.tag == "en" else engels

    def ronde(streng: bool) -> tuple[Meting, ...]:
        return tuple(
            _meet(
                taal,
                bron,
                catalogus.vertalingen.get(bron.context),
                vergelijk.vertalingen.get(bron.context) if vergelijk is not None else None,
                streng,
            )
            for bron in bronnen
        )

    metingen = ronde(False)
    zinnen = [m for m in metingen if _zin(m.bron.nederlands)]
    if 2 * sum(m.gebrek in _KOPIE for m in zinnen) > len(zinnen):
        # Whoever copied the sentences copied the single words too.
        metingen = ronde(True)
    return Dekking(taal, metingen)


def _meet(
    taal: Taal,
    bron: Brontekst,
    vertaling: Vertaling | None,
    engels: Vertaling | None,
    streng: bool,
) -> Meting:
    if taal.tag == "nl":
        return Meting(bron, Stand.BEEDIGD)
    gebrek = _gebrek(taal, bron, vertaling, engels, streng)
    if vertaling is None or gebrek not in (Gebrek.GEEN, Gebrek.VEROUDERD):
        return Meting(bron, Stand.ONTBREEKT, gebrek)
    if vertaling.onzeker:
        return Meting(bron, Stand.ONZEKER)
    if gebrek is Gebrek.VEROUDERD:
        return Meting(bron, Stand.ONTBREEKT, gebrek)
    return Meting(bron, _NA_STATUS.get(vertaling.status, Stand.CONCEPT))


def _gebrek(
    taal: Taal,
    bron: Brontekst,
    vertaling: Vertaling | None,
    engels: Vertaling | None,
    streng: bool,
) -> Gebrek:
    if vertaling is None:
        return Gebrek.LEEG
    vormen = vormen_van(vertaling)
    if not all(vorm.strip() for vorm in vormen):
        return Gebrek.LEEG
    if not in_schrift(vormen, taal, bron.nederlands) and bron.nederlands not in EIGENNAMEN:
        # What it is instead helps whoever has to mend it.
        if _zelfde(vormen, _nederlands(bron)):
            return Gebrek.NEDERLANDS
        if engels is not None and _zelfde(vormen, vormen_van(engels)):
            return Gebrek.ENGELS
        return Gebrek.SCHRIFT
    streng = streng and bron.nederlands not in EIGENNAMEN
    if (streng or _zin(bron.nederlands)) and _zelfde(vormen, _nederlands(bron)):
        return Gebrek.NEDERLANDS
    zin = streng or any(map(_zin, vormen))
    if engels is not None and zin and _zelfde(vormen, vormen_van(engels)):
        return Gebrek.ENGELS
    return Gebrek.VEROUDERD if vertaling.bron != bron.nederlands else Gebrek.GEEN


def _nederlands(bron: Brontekst) -> tuple[str, ...]:
    return (bron.nederlands, bron.meervoud) if bron.meervoud else (bron.nederlands,)


def _zin(tekst: str) -> bool:
    """More than one word; one word may be the same in two languages."""
    return len(_WOORD.findall(_PLEK.sub("", tekst))) > 1


def _kern(tekst: str) -> str:
    return " ".join(_WOORD.findall(unicodedata.normalize("NFC", tekst).casefold()))


def _zelfde(vormen: Sequence[str], andere: Sequence[str]) -> bool:
    """Every form says what one of the others says; letter case and points do not count."""
    kernen = {_kern(tekst) for tekst in andere if tekst}
    return all(_kern(vorm) in kernen for vorm in vormen)


def in_schrift(vormen: Sequence[str], taal: Taal, nederlands: str = "") -> bool:
    """True when the letters are those of the language; words of the Dutch may stay as they are.

    A text without any letters is in every script.
    """
    eigen = _SCHRIFT.get(taal.schrift)
    if eigen is None:
        return True
    blijft = frozenset(_WOORD.findall(nederlands.casefold()))
    for vorm in vormen:
        kaal = _PLEK.sub("", vorm)
        alle = _letters(kaal)
        rest = _letters(_WOORD.sub(lambda w: "" if w[0].casefold() in blijft else w[0], kaal))
        if alle and (not alle[eigen] or rest[eigen] < rest.total() * _GENOEG):
            return False
    return True


def _letters(tekst: str) -> Counter[str]:
    return Counter(filter(None, map(_schrift, tekst)))


@cache
def _schrift(teken: str) -> str:
    """The script of a letter; empty for anything else."""
    if unicodedata.category(teken)[0] != "L":
        return ""
    return unicodedata.name(teken, "?").split()[0]
