"""Puts a paper in a folder: whole or not at all, under a name that says nothing of a person."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

_GEEN_NAAM = re.compile(r"[^A-Za-z0-9-]")
"""A number has none of these, and with them a name could leave its folder."""


class NietBewaard(Exception):
    """A paper could not be written. `zin` says what to do."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


def bestandsnaam(
    soort: str, nummer: str, *, versie: int | None = None, concept: bool = False
) -> str:
    """`samenvatting-0171-26-ABC123.pdf`: the dossier number, never a name.

    A plan says which version it is and whether it is a draft: `pip-0171-26-ABC123-v2-concept.pdf`.
    """
    delen = [soort, _GEEN_NAAM.sub("", nummer)]
    if versie is not None:
        delen.append(f"v{versie}")
    if concept:
        delen.append("concept")
    return f"{'-'.join(delen)}.pdf"


def bewaar(inhoud: bytes, map_: Path, naam: str) -> Path:
    """Writes the paper; one that is already there stays, the new one gets a number.

    Raises NietBewaard with a sentence.
    """
    try:
        # A path that does not begin at the root would end up wherever the program was started.
        if not (map_.is_absolute() and map_.is_dir()):
            raise NietBewaard("Deze map bestaat niet. Kies een andere map.")
        doel = _vrij(map_ / naam)
        schrijf(inhoud, doel)
    except PermissionError as fout:
        raise NietBewaard("In deze map mag je niets bewaren. Kies een andere map.") from fout
    except OSError as fout:
        raise NietBewaard(
            "Bewaren lukt niet. Kijk of de schijf vol is, of kies een andere map."
        ) from fout
    return doel


def schrijf(inhoud: bytes, doel: Path) -> None:
    """Writes the file whole: until it is, what was there stays. Raises OSError."""
    half = doel.with_name(f".{doel.name}.half")
    half.unlink(missing_ok=True)  # of a program that was killed
    try:
        with half.open("xb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        half.replace(doel)
    finally:
        with suppress(OSError):  # what went wrong before is what the user should hear
            half.unlink(missing_ok=True)


def _vrij(doel: Path) -> Path:
    n = 2
    vrij = doel
    while vrij.exists():
        vrij = doel.with_name(f"{doel.stem}-{n}{doel.suffix}")
        n += 1
    return vrij
