"""Papers that are only looked at: copies in a folder of our own that go when the program locks.

A viewer of the system cannot open what stands in the encrypted file. So the copy is as short on
the disk as can be: it goes at the lock and at the end; what a killed program left goes at the next
start.
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.documents.bestand import bewaar

log = logging.getLogger(__name__)

MAP = "kijken"
"""Beside the encrypted file, so that the next start finds what a killed one left."""


class Kijkkopieen:
    """One folder for one opened store."""

    def __init__(self, map_: Path) -> None:
        self._map = map_ / MAP

    def open(self, inhoud: bytes, naam: str) -> Path:
        """Puts the paper there and shows it. Raises NietBewaard with a sentence."""
        self._map.mkdir(mode=0o700, exist_ok=True)
        pad = bewaar(inhoud, self._map, naam)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(pad)))
        return pad

    def ruim(self) -> None:
        """Takes all of it away. What a viewer holds open goes the next time."""
        if not self._map.exists():
            return
        shutil.rmtree(self._map, ignore_errors=True)
        if self._map.exists():
            log.warning("a copy to look at is still open in another program")
