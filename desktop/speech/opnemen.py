"""Recording one prompt that somebody reads: level while it runs, a trimmed `Klank` at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.speech.apparaten import Apparaat, Apparaten, Geheugen, Invoer
from desktop.speech.fouten import geen_geluid, geen_microfoon, microfoon_weg, niets_gehoord
from desktop.speech.klank import OPUS_RITME, Klank, niveau

SLEUTEL = "geluid_in"
HOOGSTENS_S = 15
"""Longer than any prompt takes; a recording that nobody stops ends by itself."""
_STIL_MS = 3000
"""A microphone that gives no samples at all in so long does not work."""


class Opnemer(QObject):
    """Records one thing at a time from the chosen microphone."""

    niveau = Signal(float)
    """Loudness of the last moment, from 0 to 1."""
    klaar = Signal(object)
    """The `Klank`, without silence at its ends."""
    melding = Signal(str)
    """A Dutch sentence: nothing was recorded."""

    def __init__(
        self,
        apparaten: Apparaten,
        geheugen: Geheugen | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._apparaten, self._geheugen = apparaten, geheugen
        self._invoer: Invoer | None = None
        self._code = ""
        apparaten.veranderd.connect(self._kijk)
        self._pcm = bytearray()
        self._wacht = QTimer(self)
        self._wacht.setSingleShot(True)
        self._wacht.setInterval(_STIL_MS)
        self._wacht.timeout.connect(self._is_weg)

    @property
    def bezig(self) -> bool:
        """True while it records."""
        return self._invoer is not None

    def keuzes(self) -> list[Apparaat]:
        """Microphones; the system's own choice first."""
        return self._apparaten.invoer()

    @property
    def gekozen(self) -> str:
        """Code of the chosen microphone; empty is the system's choice."""
        if self._geheugen is None or self._geheugen.op_slot:
            return ""
        return self._geheugen.lokaal(SLEUTEL) or ""

    def kies(self, code: str) -> None:
        """Records with this one from now on, on this laptop."""
        if self._geheugen is not None:
            self._geheugen.onthoud(SLEUTEL, code or None)

    def begin(self) -> bool:
        """Starts; False, and a sentence, when there is nothing to record with."""
        self.annuleer()
        codes = [a.code for a in self._apparaten.invoer()]
        code = self.gekozen if self.gekozen in codes else next(iter(codes), "")
        try:
            invoer = self._apparaten.open_invoer(code)
        except LookupError:
            self.melding.emit(geen_microfoon() if self._apparaten.compleet else geen_geluid())
            return False
        invoer.setParent(self)
        invoer.gegevens.connect(self._neem)
        invoer.weg.connect(self._is_weg)
        self._invoer, self._code = invoer, code
        self._pcm.clear()
        self._wacht.start()
        invoer.start()
        return True

    def stop(self) -> None:
        """Ends; `klaar` or a sentence comes before this returns."""
        ritme = self._los()
        if ritme is None:
            return
        klank = Klank(bytes(self._pcm), ritme).bijgesneden()
        self._pcm.clear()
        if klank.aantal:
            self.klaar.emit(klank)
        else:
            self.melding.emit(niets_gehoord())

    def annuleer(self) -> None:
        """Ends without a result."""
        self._los()
        self._pcm.clear()

    def _los(self) -> int | None:
        """Lets the microphone go; its rate, or None when nothing ran."""
        self._wacht.stop()
        invoer, self._invoer = self._invoer, None
        if invoer is None:
            return None
        invoer.stop()
        invoer.deleteLater()
        self.niveau.emit(0.0)
        return invoer.ritme

    def _neem(self, pcm: bytes) -> None:
        if self._invoer is None:
            return
        self._wacht.start()
        ruimte = HOOGSTENS_S * self._invoer.ritme * 2 - len(self._pcm)
        self._pcm += pcm[:ruimte]
        if len(pcm) >= ruimte:
            self.stop()
        else:
            self.niveau.emit(niveau(pcm))

    def _kijk(self) -> None:
        """Some systems go on with another microphone, or with silence: not what was chosen."""
        if self.bezig and self._code not in [a.code for a in self._apparaten.invoer()]:
            self._is_weg()

    def _is_weg(self) -> None:
        if self._los() is not None:
            self._pcm.clear()
            self.melding.emit(microfoon_weg())


class Proefinvoer(Invoer):
    """A microphone that gives these sounds in pieces of 20 ms, as fast as the event loop runs.

    After the last piece it gives silence, or disappears when `raakt_los`.
    """

    def __init__(
        self,
        klanken: Sequence[Klank],
        *,
        raakt_los: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.ritme = klanken[0].ritme if klanken else OPUS_RITME
        self._alles = b"".join(k.pcm for k in klanken)
        self._raakt_los = raakt_los
        self._plek = 0
        self._tik = QTimer(self)
        self._tik.setInterval(0)
        self._tik.timeout.connect(self._geef)

    def start(self) -> None:
        self._plek = 0
        self._tik.start()

    def stop(self) -> None:
        self._tik.stop()

    @property
    def leeg(self) -> bool:
        """True when all was given."""
        return self._plek >= len(self._alles)

    def _geef(self) -> None:
        stuk = self.ritme // 50 * 2
        if self.leeg and self._raakt_los:
            self._tik.stop()
            self.weg.emit()
            return
        pcm = self._alles[self._plek : self._plek + stuk]
        self._plek += stuk
        self.gegevens.emit(pcm.ljust(stuk, b"\0"))
