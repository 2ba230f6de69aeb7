"""Choices of the dossier form: stored value and the Dutch words for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale

from desktop.models.catalogus import Taal
from desktop.models.dossier import Alfabetisering, GedetailleerdeDoelgroep, Indeling, Relatie
from desktop.models.intake import Fase
from desktop.models.woorden import woord
from desktop.taal import _, taal

Keuzes = tuple[tuple[str, str], ...]
"""(stored value, words) in the order of the list."""

# CLDR also names regions that nobody is a national of.
_GEEN_LAND = "AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UM UN XA XB ZZ"


def landen() -> Keuzes:
    """Countries by name; the stored value is the ISO 3166 code, or a Dutch word."""
    return (("Staatloos", _("Staatloos")), ("Onbekend", _("Onbekend")), *_landen(taal()))


@cache
def _landen(tag: str) -> Keuzes:
    namen = Locale(tag).territories
    gevonden = [
        (code, naam)
        for code, naam in namen.items()
        if len(code) == 2 and code.isalpha() and code not in _GEEN_LAND
    ]
    # Å and É sort beside A and E.
    gevonden.sort(key=lambda paar: paar[1].replace("Å", "A").replace("É", "E"))
    return tuple(gevonden)


def talen(bekend: Mapping[str, Taal]) -> Keuzes:
    """Languages, Dutch last: it is the least likely answer here."""
    gewoon = tuple((tag, taal.naam) for tag, taal in bekend.items() if tag != "nl")
    return (*sorted(gewoon, key=lambda paar: paar[1]), ("nl", bekend["nl"].naam))


def alfabetiseringen() -> Keuzes:
    """Alphabetisation with DUO's codes behind plain words."""
    volgorde = (Alfabetisering.ONBEKEND, *(a for a in Alfabetisering if a.value != "onbekend"))
    return tuple((lid.value, woord(lid)) for lid in volgorde)


def indelingen() -> Keuzes:
    """DUO's two groups."""
    return tuple((lid.value, _(lid.value)) for lid in Indeling)


def gedetailleerde_doelgroepen() -> Keuzes:
    """DUO's finer groups; empty when it is not known."""
    return (("", _("Niet bekend")), *((lid.value, _(lid.value)) for lid in GedetailleerdeDoelgroep))


def relaties() -> Keuzes:
    """What somebody in the household is to the client."""
    return tuple((lid.value, woord(lid)) for lid in Relatie)


def fase_in_woorden(fase: str | None) -> str:
    """Where the intake stands."""
    return _("Nog te plannen") if fase is None else woord(Fase(fase))


def woord_bij(keuzes: Keuzes, waarde: str | None) -> str:
    """The words of a stored value; a value of the user's own is its own word."""
    return dict(keuzes).get(waarde or "", waarde or "")
