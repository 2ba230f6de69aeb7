"""The interface language: `_` gives the text of a Dutch source text."""

from __future__ import annotations

import gettext

_vertaling: gettext.NullTranslations = gettext.NullTranslations()


def _(tekst: str) -> str:
    """The interface text in the language of the user; the source is Dutch."""
    return _vertaling.gettext(tekst)


def meervoud(een: str, meer: str, aantal: int) -> str:
    """The form that fits the count, with `{aantal}` filled in."""
    return _vertaling.ngettext(een, meer, aantal).format(aantal=aantal)
