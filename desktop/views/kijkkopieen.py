"""Papers that are only looked at: copies in a folder of our own that go when the program locks.

A viewer of the system cannot open what stands in the encrypted file. So the copy is as short on
the disk as can be: it goes at the lock and at the end; what a killed program left goes at the next
start.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.documents.bestand import NietBewaard, bewaar

log = logging.getLogger(__name__)

MAP = "kijken"
"""Beside the encrypted file, so that the next start finds what a killed one left."""


class Kijkkopieen:
    """One folder for one opened store."""

    def __init__(self, map_: Path, op_slot: Callable[[], bool]) -> None:
        """`op_slot`: whether the program is locked now."""
        self._map, self._op_slot = map_ / MAP, op_slot

    def open(self, inhoud: bytes, naam: str) -> Path:
        """Puts the paper there and shows it. Raises NietBewaard with a sentence."""
        if self._op_slot():  # a paper that was ready only after the lock would stay for ever
            raise NietBewaard("Het programma ging op slot. Bekijk het papier opnieuw.")
        try:
            self._map.mkdir(mode=0o700, exist_ok=True)
        except OSError as fout:
            raise NietBewaard("Bekijken lukt niet. Kijk of de schijf vol is.") from fout
        pad = bewaar(inhoud, self._map, naam)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(pad))):
            with suppress(OSError):  # then it goes at the lock
                pad.unlink(missing_ok=True)
            raise NietBewaard(
                "Op deze laptop is geen programma dat een pdf laat zien. "
                "Vraag de beheerder om hulp."
            )
        return pad

    def ruim(self) -> None:
        """Takes all of it away. What a viewer holds open goes the next time."""
        if not self._map.exists():
            return
        shutil.rmtree(self._map, ignore_errors=True)
        if self._map.exists():
            log.warning("a copy to look at is still open in another program")
