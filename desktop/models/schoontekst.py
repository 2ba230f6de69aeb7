"""Text that somebody typed, as plain words on one line: nothing in it can steer what it is in."""

from __future__ import annotations

import unicodedata

VERBINDERS = "\u200c\u200d"
"""Joiners that Persian and Kurdish words are spelt with; no other format character is a letter."""
LANGST = 300
"""Letters. A name, an address or a place is never longer; what is, ends in an ellipsis."""


def schoon(tekst: str, hoogstens: int = LANGST) -> str:
    """Without controls, direction marks, half characters and repeated space; not too long.

    An override (U+202E) would turn the words after it round, a NUL ends a text for some
    readers, and a hundred accents on a letter reach over the lines above it.
    """
    uit: list[str] = []
    tekens_op_letter = 0
    for teken in unicodedata.normalize("NFC", tekst[: 4 * hoogstens]):
        soort = unicodedata.category(teken)
        if soort in ("Cc", "Zl", "Zp"):
            teken = " "
        elif soort in ("Cs", "Co", "Cn") or (soort == "Cf" and teken not in VERBINDERS):
            continue
        tekens_op_letter = tekens_op_letter + 1 if soort in ("Mn", "Me") else 0
        if tekens_op_letter <= 3:
            uit.append(teken)
    schone = " ".join("".join(uit).split())
    if len(schone) > hoogstens or len(tekst) > 4 * hoogstens:
        return schone[: hoogstens - 1].rstrip() + "…"
    return schone
