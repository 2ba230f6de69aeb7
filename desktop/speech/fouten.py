"""What can go wrong with sound. Never a reason to stop a talk: the interpreter reads it then."""

from __future__ import annotations

from desktop.taal import _


class Spraakfout(Exception):
    """A way to speak does not work here; `zin` is for the klantmanager, empty when it goes on."""

    def __init__(self, zin: str = "") -> None:
        super().__init__(zin)
        self.zin = zin


class OnderdeelOntbreekt(Spraakfout):
    """A library is not there or does not load: trying again will not help."""


class Gestaakt(Exception):
    """Somebody touched something else: what was being made is no longer wanted."""


def geen_geluid() -> str:
    """Qt's sound does not load: mostly libpulse0 on Linux."""
    return _(
        "Deze computer kan geen geluid laten horen: een onderdeel voor geluid ontbreekt. "
        "Laat de tolk voorlezen en vraag je beheerder om hulp."
    )


def geen_kaart() -> str:
    """There is nothing to play on."""
    return _("Er is geen luidspreker of koptelefoon gevonden. Laat de tolk voorlezen.")


def kaart_weg() -> str:
    """What was playing disappeared, and another goes on."""
    return _("De koptelefoon of luidspreker is losgeraakt. Het geluid komt nu uit een andere.")


def kaart_weg_stil() -> str:
    """What was playing disappeared, and there is no other."""
    return _(
        "De koptelefoon of luidspreker is losgeraakt. Sluit hem aan of laat de tolk voorlezen."
    )


def geen_opnamen() -> str:
    """The library for recordings does not load."""
    return _(
        "De opnamen van mensen kunnen op deze computer niet klinken: een onderdeel ontbreekt. "
        "Vraag je beheerder om hulp."
    )


def opname_stuk() -> str:
    """One recording cannot be read."""
    return _("Deze opname is niet te lezen. Neem hem opnieuw op als dat kan.")


def geen_stemmen() -> str:
    """The library of the synthetic voices does not load."""
    return _(
        "De computerstem werkt op deze computer niet. Laat de tolk voorlezen "
        "en vraag je beheerder om hulp."
    )


def geen_stem() -> str:
    """Nobody can say this."""
    return _("Hiervoor is geen stem. Laat de tolk het voorlezen.")


def geen_microfoon() -> str:
    """There is nothing to record with."""
    return _("Er is geen microfoon gevonden. Sluit er een aan en probeer het opnieuw.")


def microfoon_weg() -> str:
    """The microphone stopped while recording."""
    return _("De microfoon is losgeraakt. Sluit hem aan en neem deze zin opnieuw op.")


def niets_gehoord() -> str:
    """Only silence was recorded."""
    return _("Er kwam geen geluid binnen. Kijk of de microfoon aan staat en probeer het opnieuw.")
