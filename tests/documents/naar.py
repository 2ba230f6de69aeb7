"""What somebody might type into any field that ends up on paper."""

from __future__ import annotations

NAAR = (
    "<b>vet</b> & <i>scheef</i>",
    "Zaal \u202eomgedraaid\u202c \u2067en\u2069 \u200e\u200f",
    "Nul\x00 en\x1b[31m en\r\n\tregels\u2028",
    "Feest 😀👨‍👩‍👧🏳️‍🌈 huis",
    "half \ud800 teken",
    "x" * 10_000,
    "Een lange zaal " * 700,
    "a" + "\u0301" * 5_000,
    "مرحبا ሰላም Yıldız",
    "{plaats} %s {0}",
    "a\n" * 450,
    "a\n" * 1_000,
    "",
)
NAMEN = ("markup", "overrides", "controls", "emoji", "half", "one word", "many words", "accents")
NAMEN = (*NAMEN, "scripts", "places", "short lines", "many lines", "nothing")
STUREND = "[\u202a-\u202e\u2066-\u2069\u200e\u200f\\x00\\x1b]"
"""What may never come out on paper, as a pattern: it would turn or end the words after it."""
