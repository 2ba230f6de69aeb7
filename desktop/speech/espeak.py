"""eSpeak NG: a synthetic voice that is on every laptop, without a network. A last help.

The library keeps one voice and one call at a time for the whole process, so a lock goes around
each sentence. Call it from a worker thread: a sentence takes a few milliseconds, the first of a
language up to a hundred.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from desktop.speech.fouten import Gestaakt, OnderdeelOntbreekt, Spraakfout, geen_stemmen
from desktop.speech.klank import Klank

TEMPO = 140
"""Words a minute; eSpeak's own is 175, too fast for who has to think about the answer."""
PAUZE_PER_WOORD = 1
"""Tens of milliseconds between words."""

_SYNCHROON, _NIET_STOPPEN = 2, 0x8000
_RITME, _PAUZE = 1, 7
_UTF8, _PER_TEKEN = 1, 1
_Terugroep = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)

_slot = threading.Lock()


def aanwezig() -> bool:
    """Whether the package is there; the library itself is loaded at the first sentence."""
    try:
        return find_spec("espeakng_loader") is not None
    except ValueError:
        return False


class Espeak:
    """The library, loaded once for the process."""

    _een: Espeak | None = None

    def __init__(self) -> None:
        """Raises OnderdeelOntbreekt when the library or its data cannot be used."""
        try:
            import espeakng_loader

            self._lib: Any = ctypes.CDLL(espeakng_loader.get_library_path())
            plek = str(espeakng_loader.get_data_path())
        except (ImportError, OSError) as fout:
            raise OnderdeelOntbreekt(geen_stemmen()) from fout
        codering = "mbcs" if sys.platform == "win32" else sys.getfilesystemencoding()
        self._lib.espeak_Synth.argtypes = [
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_uint,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_void_p,
            ctypes.c_void_p,
        ]
        # Without NIET_STOPPEN it ends the whole process when it does not find its data.
        self.ritme: int = self._lib.espeak_Initialize(
            _SYNCHROON, 0, plek.encode(codering, "replace"), _NIET_STOPPEN
        )
        if self.ritme <= 0:
            raise OnderdeelOntbreekt(geen_stemmen())
        self._terugroep = _Terugroep(self._ontvang)
        self._lib.espeak_SetSynthCallback(self._terugroep)
        self._stem = ""
        self._pcm = bytearray()
        self._gestaakt: Callable[[], bool] = bool

    @classmethod
    def _de_ene(cls) -> Espeak:
        if cls._een is None:
            cls._een = cls()
        return cls._een

    @classmethod
    def laad(cls) -> None:
        """Loads the library, when it was not yet. Raises OnderdeelOntbreekt."""
        with _slot:
            cls._de_ene()

    @classmethod
    def spreek(cls, stem: str, tekst: str, gestaakt: Callable[[], bool] = bool) -> Klank:
        """The samples of this text. Raises Spraakfout, or Gestaakt when `gestaakt` says so."""
        with _slot:
            if gestaakt():
                raise Gestaakt
            return cls._de_ene()._maak(stem, tekst, gestaakt)

    def _maak(self, stem: str, tekst: str, gestaakt: Callable[[], bool]) -> Klank:
        if stem != self._stem:
            self._stem = ""
            if self._lib.espeak_SetVoiceByName(stem.encode()) != 0:
                raise Spraakfout
            # A voice brings its own rate, so these come after it.
            self._lib.espeak_SetParameter(_RITME, TEMPO, 0)
            self._lib.espeak_SetParameter(_PAUZE, PAUZE_PER_WOORD, 0)
            self._stem = stem
        self._pcm.clear()
        self._gestaakt = gestaakt
        rauw = tekst.replace("\0", " ").encode() + b"\0"
        uitkomst = self._lib.espeak_Synth(rauw, len(rauw), 0, _PER_TEKEN, 0, _UTF8, None, None)
        self._gestaakt = bool
        pcm = bytes(self._pcm)
        self._pcm.clear()
        if gestaakt():
            raise Gestaakt
        klank = Klank(pcm, self.ritme)
        if uitkomst != 0 or not klank.niveau:
            raise Spraakfout
        return klank

    def _ontvang(self, monsters: int | None, aantal: int, _gebeurtenissen: int | None) -> int:
        if monsters and aantal > 0:
            self._pcm += ctypes.string_at(monsters, aantal * 2)
        return 1 if self._gestaakt() else 0
