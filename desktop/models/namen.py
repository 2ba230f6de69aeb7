"""Names as people type them: search keys that bear diacritics and transliteration.

Mohammed, Muhammad, Mohamed and Mohamad are one name to somebody who searches;
so are Tesfay and Tesfai, Yousef and Youssef, Hussein and Husayn.
"""

from __future__ import annotations

import re
import unicodedata

from unidecode import unidecode

_GEEN_LETTER = re.compile(r"[^a-z0-9]+")
_DUBBEL = re.compile(r"(.)\1+")

# Longest first; what different transliterations write for one sound.
_KLANKEN = (
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("ch", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("zh", "z"),
    ("ph", "f"),
    ("ou", "u"),
    ("oe", "u"),
    ("ck", "k"),
    ("dj", "j"),
    ("q", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("v", "f"),
    ("w", "u"),
    ("z", "s"),
)


def woorden(tekst: str) -> list[str]:
    """Lower-case Latin words without diacritics; other scripts are transliterated."""
    latijn = unidecode(unicodedata.normalize("NFC", tekst)).lower().replace("'", "")
    return [woord for woord in _GEEN_LETTER.split(latijn) if woord]


def geraamte(woord: str) -> str:
    """The consonants that survive any transliteration: `mohammed` and `muhamad` give `mhmd`.

    The first vowel stays, as one mark, so that Ali and Lia differ. Digits give
    an empty text: numbers are searched to the letter.
    """
    if not woord or woord.isdigit():
        return ""
    for van, naar in _KLANKEN:
        woord = woord.replace(van, naar)
    begin = "a" if woord[0] in "aeiouy" else ""
    kern = "".join(letter for letter in woord if letter not in "aeiouy")
    return begin + _DUBBEL.sub(r"\1", kern)
