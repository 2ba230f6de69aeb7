"""The passphrase: how strong it is, and how long to wait after wrong ones."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from itertools import pairwise

MINIMALE_LENGTE = 8
LANGSTE_WACHT_S = 60.0
_ZONDER_WACHT = 2  # two slips of the finger cost nothing
_VEELGEBRUIKT = frozenset({
    "admin", "administrator", "asdfghjkl", "azerty", "emmeloord", "geheim", "gemeente",
    "herfst", "iloveyou", "inburgering", "intake", "klantmanager", "lente", "letmein", "login",
    "noordoostpolder", "password", "qwerty", "qwertyuiop", "toegang", "urk", "viergesprek",
    "wachtwoord", "wachtzin", "welkom", "winter", "zomer", "zxcvbnm",
})  # fmt: skip


class Sterkte(Enum):
    """How hard a passphrase is to guess; `hint` is a Dutch sentence for beside the field."""

    ZWAK = "zwak"
    MATIG = "matig"
    GOED = "goed"
    STERK = "sterk"

    @property
    def hint(self) -> str:
        return _HINTS[self]


_HINTS = {
    Sterkte.ZWAK: "Maak je wachtzin langer. Vier gewone woorden achter elkaar werken goed.",
    Sterkte.MATIG: "Dit kan. Met nog een of twee woorden erbij is je wachtzin veiliger.",
    Sterkte.GOED: "Een goede wachtzin. Nog een woord erbij maakt hem sterk.",
    Sterkte.STERK: "Een sterke wachtzin. Zorg dat je hem goed onthoudt.",
}


def genormaliseerd(wachtzin: str) -> str:
    """NFC, so that é typed as one or as two signs is the same passphrase."""
    return unicodedata.normalize("NFC", wachtzin)


def lang_genoeg(wachtzin: str) -> bool:
    return len(genormaliseerd(wachtzin)) >= MINIMALE_LENGTE


def sterkte(wachtzin: str) -> Sterkte:
    """Judges by length and variety. Plain words are welcome; nothing is required but length.

    Counts the signs that are not simply the same as, or one further than, the sign before;
    a word that comes twice counts once. Each further kind of sign is worth two more.
    """
    zin = genormaliseerd(wachtzin)
    if not lang_genoeg(zin) or len(set(zin.casefold())) < 5 or _is_veelgebruikt(zin):
        return Sterkte.ZWAK
    woorden = list(dict.fromkeys(zin.casefold().split()))
    punten = len(woorden) - 1 + sum(_verrassend(woord) for woord in woorden)
    punten += 2 * (len({_soort(teken) for teken in zin if not teken.isspace()}) - 1)
    if punten < 10:
        return Sterkte.ZWAK
    if punten < 15:
        return Sterkte.MATIG
    return Sterkte.GOED if punten < 22 else Sterkte.STERK


def wachttijd(mislukt: int) -> float:
    """Seconds to wait after that many wrong passphrases: 0, 0, 1, 2, 4, 8 … 60."""
    if mislukt <= _ZONDER_WACHT:
        return 0.0
    return min(LANGSTE_WACHT_S, float(2 ** min(mislukt - _ZONDER_WACHT - 1, 10)))


def _is_veelgebruikt(zin: str) -> bool:
    """Nothing but a much used word with digits and signs around it, as in Welkom01!"""
    return re.sub(r"[\W\d_]+", "", zin.casefold()) in _VEELGEBRUIKT


def _verrassend(woord: str) -> int:
    stappen = (ord(b) - ord(a) for a, b in pairwise(woord))
    return 1 + sum(stap not in (-1, 0, 1) for stap in stappen)


def _soort(teken: str) -> str:
    if teken.isdigit():
        return "cijfer"
    if not teken.isalpha():
        return "teken"
    return "hoofdletter" if teken.isupper() else "letter"
