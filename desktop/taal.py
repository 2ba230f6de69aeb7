"""The interface language: `_` gives the text of a Dutch source text.

The source is Dutch, so Dutch costs nothing: no file is read. Another language reads its catalogue
(`resources/i18n/<tag>/LC_MESSAGES/interface.po`) when it is chosen. What stands on a screen keeps
the language it was made in: after `kies` the windows are made anew.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

TALEN: Mapping[str, str] = {"nl": "Nederlands", "en": "English"}
"""Languages of the interface, each in its own words; the first is the source."""
BRON = "nl"

_DUTCH = gettext.NullTranslations()
_vertaling: gettext.NullTranslations = _DUTCH
_tag = BRON
_op_papier: ContextVar[bool] = ContextVar("op_papier", default=False)


def _(tekst: str) -> str:
    """The interface text in the language of the user; the source is Dutch."""
    return (_DUTCH if _op_papier.get() else _vertaling).gettext(tekst)


def meervoud(een: str, meer: str, aantal: int) -> str:
    """The form that fits the count, with `{aantal}` filled in."""
    vertaling = _DUTCH if _op_papier.get() else _vertaling
    return vertaling.ngettext(een, meer, aantal).format(aantal=aantal)


def N_(tekst: str) -> str:
    """Marks a Dutch text that is translated later, where it is shown: `_(variabele)`."""
    return tekst


@contextmanager
def in_het_nederlands() -> Iterator[None]:
    """What is made inside is Dutch: letters and lists for the dossier, whoever prints them."""
    merk = _op_papier.set(True)
    try:
        yield
    finally:
        _op_papier.reset(merk)


def taal() -> str:
    """Tag of the language that `_` gives now."""
    return BRON if _op_papier.get() else _tag


def kies(tag: str, vertaling: gettext.NullTranslations | None = None) -> None:
    """From now on `_` gives this language; an unknown one gives the source.

    `vertaling` is for a language without a catalogue: the test with pseudo texts.
    """
    global _vertaling, _tag
    if vertaling is None:
        if tag not in TALEN:
            tag = BRON
        vertaling = _DUTCH if tag == BRON else _Catalogus(tag)
    _vertaling, _tag = vertaling, tag


class _Catalogus(gettext.NullTranslations):
    """Reads the .po file itself: no build step, and no Babel before the lock screen is there.

    A text that is missing or uncertain stays Dutch.
    """

    def __init__(self, tag: str) -> None:
        super().__init__()
        from desktop import bronnen

        pad = bronnen.bron("i18n", tag, "LC_MESSAGES", "interface.po")
        self._vormen = dict(_berichten(pad.read_text(encoding="utf-8")))
        self._welke: Callable[[int], int] = _regel(self._vormen.pop("", ("",))[0])

    def gettext(self, message: str) -> str:
        return self._vormen.get(message, (message,))[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        vormen = self._vormen.get(msgid1, ())
        return vormen[self._welke(n)] if len(vormen) > 1 else super().ngettext(msgid1, msgid2, n)


def _berichten(tekst: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(source, its translation or plural forms) of a catalogue as Babel writes it."""
    import json  # not at the top: Dutch does not need it

    for blok in tekst.split("\n\n"):
        delen: dict[str, str] = {}
        wat = ""
        onzeker = False
        for regel in blok.splitlines():
            if regel.startswith("#"):
                onzeker = onzeker or (regel.startswith("#,") and "fuzzy" in regel)
                continue
            if not regel.startswith('"'):
                wat, _spatie, regel = regel.partition(" ")
            delen[wat] = delen.get(wat, "") + json.loads(regel)
        vormen = tuple(t for naam, t in delen.items() if naam.startswith("msgstr"))
        if "msgid" in delen and all(vormen) and not onzeker:
            yield delen["msgid"], vormen


def _regel(kop: str) -> Callable[[int], int]:
    """Which plural form goes with a count, from the header of a catalogue."""
    gevonden = re.search(r"plural=(.+?);", kop)
    welke: Callable[[int], int] = gettext.c2py(gevonden[1] if gevonden else "n != 1")
    return welke


def onthouden(bestand: Path) -> str:
    """The language that was chosen on this laptop; the source when nothing good was kept."""
    try:
        tag = bestand.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return BRON
    return tag if tag in TALEN else BRON


def onthoud(bestand: Path, tag: str) -> None:
    """Keeps the choice where the lock screen can read it: one word, and nothing of anybody."""
    bestand.write_text(f"{tag}\n", encoding="utf-8")
