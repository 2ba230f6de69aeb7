"""Every mapped class, so that whoever needs all of them (journal, sync) has them imported."""

from __future__ import annotations

from desktop.models import (
    antwoord,
    dossier,
    gemeentegegevens,
    intake,
    intakedelen,
    opname,
    pictogramproef,
    pip,
    pipdelen,
    spoor,
    termijnfeit,
    toegang,
    toets,
    toetsdelen,
    toetsmiddelen,
    toetssessie,
    toetsuitslag,
    tolk,
    vertaling,
    verzoek,
    weging,
    zitting,
)

MODULES = (
    antwoord,
    dossier,
    gemeentegegevens,
    intake,
    intakedelen,
    opname,
    pictogramproef,
    pip,
    pipdelen,
    spoor,
    termijnfeit,
    toegang,
    toets,
    toetsdelen,
    toetsmiddelen,
    toetssessie,
    toetsuitslag,
    tolk,
    vertaling,
    verzoek,
    weging,
    zitting,
)
"""A new module with mapped classes is named here, and nowhere else: it then syncs."""
