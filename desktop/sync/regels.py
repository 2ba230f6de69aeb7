"""Journal rows as text: what a push sends, and what a seal is computed over.

A push is column after column: chr(31) stands between columns and chr(30) between
the values of one. That is the quickest form that was measured (docs/centraal.md):
both sides take it apart with what is built in. None is the empty text, which has
no meaning of its own in the fields that may be None.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from desktop.store.inkomend import AUTEUR, DOSSIER, VELDEN, WAARDE, ZOUT, Rij

TUSSEN_VELDEN = "\x1f"
TUSSEN_RIJEN = "\x1e"
TEGELIJK = 1000
"""Rows in one push; the centre refuses more."""

_MAG_LEEG = frozenset({DOSSIER, WAARDE, AUTEUR, ZOUT})


def als_regels(rijen: Sequence[Rij]) -> str:
    """Rows as text. Raises ValueError when a value holds a separator, or a row is not one."""
    kolommen = []
    for nr, kolom in enumerate(zip(*rijen, strict=True)):
        if nr in _MAG_LEEG:
            kolommen.append(TUSSEN_RIJEN.join([str(w or "") for w in kolom]))
        else:
            kolommen.append(TUSSEN_RIJEN.join(map(str, kolom)))
    tekst = TUSSEN_VELDEN.join(kolommen)
    if tekst.count(TUSSEN_VELDEN) != len(VELDEN) - 1 or tekst.count(TUSSEN_RIJEN) != (
        len(rijen) - 1
    ) * len(VELDEN):
        raise ValueError("a journal row with a control character, or of another length")
    return tekst


def zegel(geheim: bytes, rij: Rij) -> str:
    """Proof that the device with this secret wrote this row; hexadecimal.

    HMAC-SHA-256 over the 18 values with chr(31) between them. Raises ValueError as
    `als_regels` does.
    """
    return hmac.new(geheim, als_regels([rij]).encode(), hashlib.sha256).hexdigest()
