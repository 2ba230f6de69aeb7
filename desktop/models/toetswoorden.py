"""The tables around the leerbaarheidstoets, for whoever has to say what something is."""

from __future__ import annotations

TOETSMIDDELEN = (
    "toetslocatie",
    "toetsruimte",
    "openingstijd",
    "sluiting",
    "toetsapparaat",
    "toetsbegeleider",
)
"""What belongs to the gemeente."""

TOETSTABELLEN = (
    "toetssessie",
    "kandidaat",
    "toetspauze",
    "toetsincident",
    "toetsobservatie",
    "toetsuitslag",
    "toetsoverslag",
)
"""What is planned, what happened, and what came of it."""
