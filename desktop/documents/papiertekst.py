"""What somebody typed, made fit to be set: nothing in it can steer, style or stop a paper.

Unlike `schoontekst.schoon` this keeps every letter and the line ends: a decision is not cut short.
"""

from __future__ import annotations

import re
import unicodedata

from reportlab.pdfbase import pdfmetrics

from desktop.documents.huisstijl import GEWOON, meld_letters_aan

VERBINDERS = "\u200c\u200d"
"""Joiners that Persian and Kurdish words are spelt with."""
MEESTE_REGELS = 60
"""Somebody who writes more lines than this wrote a list or held a key: it is set as one story."""
PER_REGEL = 40
"""A line end takes as much room on paper as this many letters."""
ONBEKEND = "□"
"""Stands where a character is that the letter does not have, such as an emoji."""
_ACCENTEN = 3
_KAPOT = ("Cs", "Co", "Cn")
_REGELEINDE = re.compile(r"\r\n?|[\u2028\u2029\v\f\x85]")
_WIT = re.compile(r"\n{3,}")
_VERVOLG = re.compile(f"{ONBEKEND}+")


def netjes(tekst: str) -> str:
    """Without controls, direction marks, half characters and heaps of accents; lines stay lines."""
    meld_letters_aan()
    bekend = pdfmetrics.getFont(GEWOON).face.charToGlyph
    uit: list[str] = []
    accenten = 0
    for teken in unicodedata.normalize("NFC", _REGELEINDE.sub("\n", tekst)):
        soort = unicodedata.category(teken)
        accenten = accenten + 1 if soort in ("Mn", "Me") else 0
        if soort == "Cc" and teken != "\n":
            uit.append(" ")
        elif soort in _KAPOT or (soort == "Cf" and teken not in VERBINDERS):
            continue  # an override would turn the words after it round
        elif soort in ("Mn", "Me") and (accenten > _ACCENTEN or ord(teken) not in bekend):
            continue
        elif teken in VERBINDERS or teken == "\n" or ord(teken) in bekend:
            uit.append(teken)
        else:
            uit.append(ONBEKEND)
    regels = [" ".join(r.split()) for r in "".join(uit).split("\n")]
    heel = in_regels(_WIT.sub("\n\n", "\n".join(regels)).strip("\n"))
    # A family of four is one picture, and so is what stands for it.
    return _VERVOLG.sub(ONBEKEND, heel)


def in_regels(tekst: str, hoogstens: int = MEESTE_REGELS) -> str:
    """With its line ends; without them when there are more than anybody writes."""
    return tekst if tekst.count("\n") < hoogstens else " ".join(tekst.split())


def ruimte_van(tekst: str) -> int:
    """How much room a text takes on paper, in letters."""
    return len(tekst) + PER_REGEL * tekst.count("\n")


def op_een_regel(tekst: str) -> str:
    """The same, on one line."""
    return " ".join(netjes(tekst).split())


def zonder_verbinders(tekst: str) -> str:
    """For letters that are not joined: a joiner would be a box there."""
    return tekst.translate(dict.fromkeys(map(ord, VERBINDERS)))


def loopt_anders(tekst: str) -> bool:
    """Holds letters that run from right to left, which Qt has to lay out (design.md)."""
    return any(unicodedata.bidirectional(teken) in ("R", "AL", "AN") for teken in tekst)


def begint_rechts(tekst: str) -> bool:
    """The first letter that runs one way or the other runs from right to left."""
    for teken in tekst:
        richting = unicodedata.bidirectional(teken)
        if richting in ("L", "R", "AL"):
            return richting != "L"
    return False
