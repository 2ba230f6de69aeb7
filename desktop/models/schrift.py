"""How a text is written: its digits, its script, and what runs the other way inside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

EERST_STERK, LINKS, EINDE = "\u2068", "\u2066", "\u2069"
"""First-strong isolate, left-to-right isolate, end of isolate (Unicode UAX 9)."""

_LATIJN = re.compile(
    r"\{[^}]*\}|"
    r"[0-9A-Za-z\u00c0-\u024f@+/.:(€-]*[0-9A-Za-z\u00c0-\u024f]"
    r"(?:[ &'.,:/@+)-]*[0-9A-Za-z\u00c0-\u024f]+)*\)?"
)
_CIJFER = re.compile(f"{LINKS}[^{EINDE}]*[A-Za-z\u00c0-\u024f][^{EINDE}]*{EINDE}|[0-9]")
_GEWOON = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def zet_cijfers(tekst: str, cijfers: str) -> str:
    """The text with 0-9 written in these ten digits; an empty string leaves it as it is.

    A Dutch word that is set apart keeps its own: nobody knows `B1-route` by other digits.
    """
    if not cijfers:
        return tekst
    return _CIJFER.sub(lambda m: m[0] if len(m[0]) > 1 else cijfers[int(m[0])], tekst)


def gewone_cijfers(tekst: str) -> str:
    """What somebody typed in Arabic or Persian digits, as 0-9."""
    return tekst.translate(_GEWOON)


def apart(tekst: str) -> str:
    """A name, number or Dutch word that is put into another text, so that neither turns the
    other round (peers.md B3, 2)."""
    return f"{EERST_STERK}{tekst}{EINDE}" if tekst else tekst


def isoleer_latijn(tekst: str) -> str:
    """Sets Dutch words, names and numbers inside a right-to-left text apart, so that a bracket or
    full stop beside them stays where it belongs (peers.md B6, 3)."""
    if EINDE in tekst:
        return tekst
    return _LATIJN.sub(_apart_links, tekst)


def _apart_links(gevonden: re.Match[str]) -> str:
    stuk = gevonden[0]
    if stuk.startswith("{"):  # a place to fill in: what comes there is set apart then
        return stuk
    # A bracket belongs to the Latin only with its partner.
    if stuk.count("(") != stuk.count(")"):
        kern = stuk.strip("()")
        voor, _, na = stuk.partition(kern)
        return f"{voor}{LINKS}{kern}{EINDE}{na}"
    return f"{LINKS}{stuk}{EINDE}"


# Kurmanji: the Hawar alphabet and the Kurdish Arabic one. Each Latin letter has one other; only
# `i` is not written, and a word that begins with a vowel begins with a seat for it.
_KOERDISCH: Mapping[str, str] = {
    "a": "ا", "b": "ب", "c": "ج", "ç": "چ", "d": "د", "e": "ە", "ê": "ێ", "f": "ف", "g": "گ",
    "h": "ه", "i": "", "î": "ی", "j": "ژ", "k": "ک", "l": "ل", "m": "م", "n": "ن", "o": "ۆ",
    "p": "پ", "q": "ق", "r": "ر", "s": "س", "ş": "ش", "t": "ت", "u": "و", "û": "وو", "v": "ڤ",
    "w": "و", "x": "خ", "y": "ی", "z": "ز", "?": "؟", ",": "،", ";": "؛",
}  # fmt: skip
_KLINKERS = frozenset("aeêiîouû")
_WOORD = re.compile(r"\{[^}]*\}|[A-Za-zÇçÊêÎîŞşÛû]+|[?,;]")


def koerdisch_in_arabisch(tekst: str) -> str:
    """Kurmanji in the Arabic script that Badini speakers from Iraq read.

    Names that stay Dutch (two capitals or more, or a digit beside them) are left alone, and
    set apart.
    """
    return isoleer_latijn(_WOORD.sub(_spel, unicodedata.normalize("NFC", tekst)))


def _spel(gevonden: re.Match[str]) -> str:
    woord = gevonden[0]
    if woord.startswith("{") or sum(letter.isupper() for letter in woord) > 1:
        return woord
    if woord.lower() in _NEDERLANDS:
        return woord
    if woord.lower() == "û":  # "and" is written as one letter
        return "و"
    uit, vorige = "", ""
    for letter in woord.lower():
        # A vowel after a vowel, or at the beginning, needs a seat.
        zetel = "ئ" if letter in _KLINKERS and (not vorige or vorige in _KLINKERS) else ""
        uit += zetel + _KOERDISCH[letter]
        vorige = letter
    return uit


_NEDERLANDS = frozenset(
    {
        "gemeente", "azc", "digid", "vluchtelingenwerk", "taalmaatje", "buurthuis", "mbo",
        "onderwijsroute", "route", "b", "z", "leerbaarheidstoets", "klantmanager", "whatsapp",
        "leerroute", "intake", "brede",
    }
)  # fmt: skip
