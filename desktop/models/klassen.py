"""Every mapped class, so that whoever needs all of them (journal, sync) has them imported."""

from __future__ import annotations

from desktop.models import (
    antwoord,
    dossier,
    intake,
    intakedelen,
    opname,
    pictogramproef,
    spoor,
    toegang,
    toets,
    toetsdelen,
    toetsmiddelen,
    toetssessie,
    toetsuitslag,
    tolk,
    vertaling,
    verzoek,
    zitting,
)

MODULES = (
    antwoord,
    dossier,
    intake,
    intakedelen,
    opname,
    pictogramproef,
    spoor,
    toegang,
    toets,
    toetsdelen,
    toetsmiddelen,
    toetssessie,
    toetsuitslag,
    tolk,
    vertaling,
    verzoek,
    zitting,
)
"""A new module with mapped classes is named here, and nowhere else: it then syncs."""
