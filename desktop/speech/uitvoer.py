"""Where sound goes: what every output has in common, and one that takes samples and is silent."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.speech.klank import Klank


class Uitvoer(QObject):
    """Plays one sound at a time. `klaar` comes after `speel`, always later, never after `stop`."""

    klaar = Signal()
    weg = Signal()
    """It does not play any more, in the middle of a sound or at its beginning."""
    melding = Signal(str)
    """A Dutch sentence for the klantmanager."""

    hoorbaar = True
    """Whether somebody can hear it."""

    def speel(self, klank: Klank) -> None:
        """Plays this from its beginning; what still sounded stops."""
        raise NotImplementedError

    def stop(self) -> None:
        """Silence, at once."""
        raise NotImplementedError


_TIK_MS = 10


class Stilte(Uitvoer):
    """A device without a sound card. It takes samples as fast as a real one, and no faster.

    `versnelling` is how many times faster; None takes nothing by itself, only when `neem` is
    called. `gehoord` are the last sounds, each as far as it was taken.
    """

    hoorbaar = False

    def __init__(
        self, parent: QObject | None = None, *, versnelling: float | None = 1.0, bewaar: int = 0
    ) -> None:
        super().__init__(parent)
        self.gehoord: deque[Klank] = deque(maxlen=bewaar)
        self._versnelling = versnelling
        self._klank: Klank | None = None
        self._genomen = 0
        self._begin = 0.0
        self._tik = QTimer(self)
        self._tik.setInterval(_TIK_MS if versnelling == 1.0 else 0)
        self._tik.timeout.connect(self._neem_tot_nu)

    def speel(self, klank: Klank) -> None:
        self.stop()
        self._klank, self._genomen = klank, 0
        self._begin = time.monotonic()
        if self._versnelling is not None:
            self._tik.start()

    def stop(self) -> None:
        self._tik.stop()
        klank, self._klank = self._klank, None
        if klank is not None:
            self.gehoord.append(klank.stuk(0, self._genomen))

    @property
    def bezig(self) -> bool:
        """True while a sound is being taken."""
        return self._klank is not None

    def neem(self, ms: float) -> None:
        """Takes so much more of the sound; at its end it is ready."""
        klank = self._klank
        if klank is None:
            return
        self._genomen = min(klank.aantal, self._genomen + round(ms * klank.ritme / 1000))
        if self._genomen == klank.aantal:
            self.stop()
            self.klaar.emit()

    def _neem_tot_nu(self) -> None:
        if self._klank is None or self._versnelling is None:
            return
        verstreken = (time.monotonic() - self._begin) * 1000 * self._versnelling
        self.neem(verstreken - self._genomen * 1000 / self._klank.ritme)
