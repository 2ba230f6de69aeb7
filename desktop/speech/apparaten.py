"""Which sound devices there are: what the rest asks of them, whoever provides them."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.speech.uitvoer import Uitvoer

log = logging.getLogger(__name__)


class Geheugen(Protocol):
    """What this laptop remembers: the store's local settings."""

    @property
    def op_slot(self) -> bool:
        """True while nothing can be read or kept."""

    def lokaal(self, sleutel: str) -> str | None:
        """What stands under this key."""

    def onthoud(self, sleutel: str, waarde: str | None) -> None:
        """Keeps it."""


@dataclass(frozen=True)
class Apparaat:
    """One device to choose from; `code` is what is remembered."""

    code: str
    naam: str


class Invoer(QObject):
    """Gives what a microphone hears, in pieces, from `start` until `stop`."""

    gegevens = Signal(bytes)
    """Mono samples of 16 bits."""
    weg = Signal()
    ritme: int

    def start(self) -> None:
        """Begins to listen."""
        raise NotImplementedError

    def stop(self) -> None:
        """Ends; nothing comes after it."""
        raise NotImplementedError


class Apparaten(QObject):
    """The devices of this computer. This one has none; `QtApparaten` has the real ones."""

    veranderd = Signal()
    """Something was plugged in or pulled out."""

    compleet = False
    """False when Qt's sound does not load here."""

    def uitvoer(self) -> list[Apparaat]:
        """What can be played on; the system's own choice first."""
        return []

    def invoer(self) -> list[Apparaat]:
        """What can be recorded with; the system's own choice first."""
        return []

    def open_uitvoer(self, code: str) -> Uitvoer:
        """One of `uitvoer`. Raises LookupError when it just disappeared."""
        raise LookupError(code)

    def open_invoer(self, code: str) -> Invoer:
        """One of `invoer`. Raises LookupError when it just disappeared."""
        raise LookupError(code)


def vind_apparaten(parent: QObject | None = None) -> Apparaten:
    """The real ones; none when Qt's sound does not load (on Linux it wants libpulse0)."""
    try:
        from desktop.speech.qtgeluid import QtApparaten
    except ImportError as fout:
        log.warning("no sound: %s", fout)
        return Apparaten(parent)
    return QtApparaten(parent)
