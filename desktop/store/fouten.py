"""Errors of the store: each carries a Dutch sentence that says what is the matter and what to do.

A sentence holds no names, numbers or paths, so that a view can translate it as
it stands and a log can never leak through it.
"""

from __future__ import annotations

from typing import ClassVar


class ViergesprekFout(Exception):
    """Something outside the user's hands went wrong; `zin` says what to do."""

    STANDAARD: ClassVar[str] = (
        "Dit lukt nu niet. Probeer het opnieuw. Lukt het dan nog niet, bel je beheerder."
    )

    def __init__(self, zin: str = "") -> None:
        self.zin = zin or self.STANDAARD
        super().__init__(self.zin)


class WachtzinOnjuist(ViergesprekFout):
    """The passphrase does not fit; the next try is possible after `wacht_seconden`."""

    STANDAARD = (
        "Deze wachtzin past niet. Kijk of Caps Lock uit staat en typ je wachtzin nog een keer. "
        "Je gegevens zijn veilig."
    )

    def __init__(self, zin: str = "", wacht_seconden: float = 0.0) -> None:
        super().__init__(zin)
        self.wacht_seconden = wacht_seconden


class WachtzinTeVroeg(ViergesprekFout):
    """Still in the delay after a wrong passphrase; over in `wacht_seconden`."""

    STANDAARD = "Wacht even en typ je wachtzin dan nog een keer. Je gegevens zijn veilig."

    def __init__(self, zin: str = "", wacht_seconden: float = 0.0) -> None:
        super().__init__(zin)
        self.wacht_seconden = wacht_seconden


class WachtzinTeKort(ViergesprekFout):
    """A new passphrase has fewer characters than the minimum."""

    STANDAARD = "Kies een langere wachtzin. Een paar gewone woorden achter elkaar werken goed."


class SleutelbestandBeschadigd(ViergesprekFout):
    """The key file can not be read as one."""

    STANDAARD = (
        "Het sleutelbestand 'viergesprek.sleutel' is beschadigd. Je gegevens staan er nog. "
        "Zet de kopie 'viergesprek.sleutel.vorige' terug onder de naam 'viergesprek.sleutel', "
        "of vraag je beheerder. Heb je je wachtzin pas veranderd? Gebruik dan de vorige."
    )


class SleutelbestandOntbreekt(SleutelbestandBeschadigd):
    """There is no key file where one is expected."""

    STANDAARD = (
        "Het sleutelbestand 'viergesprek.sleutel' is er niet. Zet de kopie "
        "'viergesprek.sleutel.vorige' terug onder de naam 'viergesprek.sleutel', of vraag je "
        "beheerder. Heb je je wachtzin pas veranderd? Gebruik dan de vorige."
    )


class SleutelbestandBestaatAl(ViergesprekFout):
    """A key file is already there: a new one would make the data unreadable."""

    STANDAARD = (
        "Er is hier al een sleutelbestand. Start Viergesprek opnieuw en open het met je wachtzin."
    )


class SleutelbosNietBeschikbaar(ViergesprekFout):
    """The system has no key store that keeps secrets safely."""

    STANDAARD = (
        "Deze computer heeft geen veilige sleutelbos, of de sleutelbos zit op slot. "
        "Open Viergesprek met je wachtzin."
    )


class BestandBeschadigd(ViergesprekFout):
    """The database file is damaged."""

    STANDAARD = (
        "Het gegevensbestand is beschadigd. Er is niets gewist. Zet een kopie terug uit de "
        "map 'reservekopieen', of vraag je beheerder."
    )


class BestandTeNieuw(ViergesprekFout):
    """The file was made by a newer version."""

    STANDAARD = (
        "Dit bestand is gemaakt met een nieuwere versie van Viergesprek. "
        "Installeer de nieuwe versie en start opnieuw. Er is niets veranderd."
    )


class SchijfVol(ViergesprekFout):
    """The disk is full."""

    STANDAARD = (
        "De schijf is vol. Maak ruimte vrij en probeer het opnieuw. "
        "Wat al bewaard was, staat er nog."
    )


class MapAlleenLezen(ViergesprekFout):
    """The folder can not be written."""

    STANDAARD = (
        "Viergesprek mag niet schrijven in de map met gegevens. Vraag je beheerder om "
        "schrijfrechten en start daarna opnieuw."
    )


class BestandBezet(ViergesprekFout):
    """Another program holds the file."""

    STANDAARD = (
        "Een ander programma gebruikt het bestand. Wacht even en probeer het opnieuw. "
        "Wat al bewaard was, staat er nog."
    )


class OnbekendeFout(ViergesprekFout):
    """Something that none of the others describes."""


class OpSlot(ViergesprekFout):
    """The store is locked: the key is forgotten until the passphrase is typed."""

    STANDAARD = "Viergesprek staat op slot. Typ eerst je wachtzin."
