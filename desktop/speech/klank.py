"""Sound as plain values: mono, 16 bits, and how it becomes Ogg Opus and back."""

from __future__ import annotations

import array
import io
import math
from dataclasses import dataclass
from typing import Any

from desktop.speech.fouten import OnderdeelOntbreekt, Spraakfout, geen_opnamen, opname_stuk

OPUS_RITMES = (8000, 12000, 16000, 24000, 48000)
OPUS_RITME = 24000
"""Rate in which a voice is kept: all that matters in speech, and an eSpeak voice fits."""
_PERSEN = 0.92
"""libsndfile's scale from 0 (256 kbit/s a channel) to 1 (6 kbit/s): some 25 kbit/s."""
_LANGST = 60 * 48000
VENSTER_MS = 10
STIL = 0.01
"""A level (0 to 1) under which a window counts as silent: -40 dB."""
_RAND_MS = 150


@dataclass(frozen=True)
class Klank:
    """Mono samples of 16 bits in the order of this machine, `ritme` a second."""

    pcm: bytes
    ritme: int

    @property
    def aantal(self) -> int:
        """Samples."""
        return len(self.pcm) // 2

    @property
    def duur_ms(self) -> int:
        """How long it sounds."""
        return round(self.aantal * 1000 / self.ritme)

    @property
    def niveau(self) -> float:
        """Loudness from 0 to 1: root mean square."""
        return niveau(self.pcm)

    def stuk(self, van: int, tot: int) -> Klank:
        """Samples `van` up to `tot`."""
        return Klank(self.pcm[2 * van : 2 * tot], self.ritme)

    def bijgesneden(self) -> Klank:
        """Without the silence at both ends, but for a breath. Empty when all is silent."""
        stap = self.ritme * VENSTER_MS // 1000
        luid = [
            n
            for n in range(0, self.aantal, stap)
            if niveau(self.pcm[2 * n : 2 * (n + stap)]) >= STIL
        ]
        if not luid:
            return Klank(b"", self.ritme)
        rand = self.ritme * _RAND_MS // 1000
        return self.stuk(max(0, luid[0] - rand), min(self.aantal, luid[-1] + stap + rand))

    def hermonster(self, ritme: int) -> Klank:
        """The same sound in another rate. Raises OnderdeelOntbreekt without numpy."""
        if ritme == self.ritme or not self.pcm:
            return Klank(self.pcm, ritme)
        try:
            import numpy as np
        except ImportError as fout:
            raise OnderdeelOntbreekt(geen_opnamen()) from fout
        bron = np.frombuffer(self.pcm, dtype=np.int16).astype(np.float32)
        aantal = max(1, round(len(bron) * ritme / self.ritme))
        # Through the spectrum: what does not fit in the lower rate is left out, not folded back.
        doel = np.fft.irfft(np.fft.rfft(bron), aantal) * (aantal / len(bron))
        return Klank(np.clip(np.rint(doel), -32768, 32767).astype(np.int16).tobytes(), ritme)

    def als_ogg(self) -> bytes:
        """As Ogg Opus. Raises OnderdeelOntbreekt without the library."""
        klank = self if self.ritme in OPUS_RITMES else self.hermonster(OPUS_RITME)
        soundfile = laad_soundfile()
        import numpy as np

        bak = io.BytesIO()
        soundfile.write(
            bak,
            np.frombuffer(klank.pcm, dtype=np.int16),
            klank.ritme,
            format="OGG",
            subtype="OPUS",
            compression_level=_PERSEN,
        )
        return bak.getvalue()

    @classmethod
    def uit_ogg(cls, ogg: bytes) -> Klank:
        """Raises Spraakfout when it cannot be read, OnderdeelOntbreekt without the library."""
        soundfile = laad_soundfile()
        import numpy as np

        try:
            # Of a file from elsewhere no more than anybody would record.
            monsters, ritme = soundfile.read(
                io.BytesIO(ogg), frames=_LANGST, dtype="int16", always_2d=True
            )
        except (soundfile.LibsndfileError, RuntimeError, ValueError) as fout:
            raise Spraakfout(opname_stuk()) from fout
        mono = monsters.astype(np.int32).mean(axis=1).astype(np.int16)
        if not len(mono) or ritme <= 0:
            raise Spraakfout(opname_stuk())
        return cls(mono.tobytes(), int(ritme))


def laad_soundfile() -> Any:
    """The library for Ogg Opus, and numpy with it. Raises OnderdeelOntbreekt.

    Not at the top: nobody needs it before the first recording, and it takes a while.
    """
    try:
        import numpy  # noqa: F401
        import soundfile
    except (ImportError, OSError) as fout:
        raise OnderdeelOntbreekt(geen_opnamen()) from fout
    return soundfile


def niveau(pcm: bytes) -> float:
    """Root mean square of 16-bit samples, from 0 to 1."""
    monsters = array.array("h", pcm[: len(pcm) // 2 * 2])
    if not monsters:
        return 0.0
    return min(1.0, math.sqrt(sum(m * m for m in monsters) / len(monsters)) / 32768)
