"""Real sound cards, headsets and microphones, through QtMultimedia."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QBuffer, QElapsedTimer, QIODevice, QObject, QTimer
from PySide6.QtMultimedia import (
    QAudioDevice,
    QAudioFormat,
    QAudioSink,
    QAudioSource,
    QMediaDevices,
    QtAudio,
)

from desktop.speech.apparaten import Apparaat, Apparaten, Invoer
from desktop.speech.fouten import Spraakfout
from desktop.speech.klank import Klank
from desktop.speech.uitvoer import Uitvoer

log = logging.getLogger(__name__)
_BUFFER_MS = 100
"""What a card takes ahead, or a microphone keeps: less than somebody notices."""
_NALOOP_MS = 60
"""A card still plays what it took; so long after the sound's own length it is quiet."""
_KIJK_MS = 250
_VAST_MS = 2500
"""A card that takes nothing for so long is gone, whatever the system says: not every one does."""
_Vorm = QAudioFormat.SampleFormat


class QtApparaten(Apparaten):
    """The devices that Qt knows; it tells when they come and go."""

    compleet = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bron = QMediaDevices(self)
        self._bron.audioOutputsChanged.connect(self.veranderd)
        self._bron.audioInputsChanged.connect(self.veranderd)

    def uitvoer(self) -> list[Apparaat]:
        return _lijst(QMediaDevices.audioOutputs(), QMediaDevices.defaultAudioOutput())

    def invoer(self) -> list[Apparaat]:
        return _lijst(QMediaDevices.audioInputs(), QMediaDevices.defaultAudioInput())

    def open_uitvoer(self, code: str) -> Uitvoer:
        return Kaart(_vind(QMediaDevices.audioOutputs(), code))

    def open_invoer(self, code: str) -> Invoer:
        return Microfoon(_vind(QMediaDevices.audioInputs(), code))


def _code(apparaat: QAudioDevice) -> str:
    return bytes(apparaat.id().data()).decode("utf-8", "backslashreplace")


def _lijst(apparaten: list[QAudioDevice], eerste: QAudioDevice) -> list[Apparaat]:
    rij = sorted(apparaten, key=lambda a: a.id() != eerste.id())
    return [Apparaat(_code(a), a.description()) for a in rij]


def _vind(apparaten: list[QAudioDevice], code: str) -> QAudioDevice:
    for apparaat in apparaten:
        if _code(apparaat) == code:
            return apparaat
    raise LookupError(code)


def _vorm(apparaat: QAudioDevice, ritme: int) -> QAudioFormat:
    """Mono 16 bits in this rate when the device takes it, else as near as it comes."""
    vorm = QAudioFormat()
    vorm.setSampleRate(ritme)
    vorm.setChannelCount(1)
    vorm.setSampleFormat(_Vorm.Int16)
    if apparaat.isFormatSupported(vorm):
        return vorm
    vorm = apparaat.preferredFormat()
    vorm.setSampleFormat(_Vorm.Int16)
    return vorm if apparaat.isFormatSupported(vorm) else apparaat.preferredFormat()


def _naar(klank: Klank, vorm: QAudioFormat) -> bytes:
    """The samples as the device wants them. Raises Spraakfout without numpy."""
    pcm = klank.hermonster(vorm.sampleRate()).pcm
    if vorm.channelCount() == 1 and vorm.sampleFormat() == _Vorm.Int16:
        return pcm
    import numpy as np

    breed: np.ndarray[Any, Any] = np.frombuffer(pcm, dtype=np.int16).repeat(vorm.channelCount())
    if vorm.sampleFormat() == _Vorm.Float:
        breed = breed.astype(np.float32) / np.float32(32768)
    elif vorm.sampleFormat() == _Vorm.Int32:
        breed = breed.astype(np.int32) << 16
    elif vorm.sampleFormat() == _Vorm.UInt8:
        breed = ((breed.astype(np.int32) >> 8) + 128).astype(np.uint8)
    return breed.tobytes()


def _uit(rauw: bytes, vorm: QAudioFormat) -> bytes:
    """What a device gave, as mono 16 bits in its own rate."""
    if vorm.channelCount() == 1 and vorm.sampleFormat() == _Vorm.Int16:
        return rauw
    import numpy as np

    breed: np.ndarray[Any, Any]
    if vorm.sampleFormat() == _Vorm.Float:
        breed = np.frombuffer(rauw, dtype=np.float32) * 32767
    elif vorm.sampleFormat() == _Vorm.Int32:
        breed = np.frombuffer(rauw, dtype=np.int32) / 65536
    elif vorm.sampleFormat() == _Vorm.UInt8:
        breed = (np.frombuffer(rauw, dtype=np.uint8).astype(np.float64) - 128) * 256
    else:
        breed = np.frombuffer(rauw, dtype=np.int16).astype(np.float64)
    mono = breed.reshape(-1, vorm.channelCount()).mean(axis=1)
    return bytes(np.clip(mono, -32768, 32767).astype(np.int16).tobytes())


class Kaart(Uitvoer):
    """One device; each sound gets a sink of its own, so that nothing of the last one is left."""

    def __init__(self, apparaat: QAudioDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._apparaat = apparaat
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._duur = 0
        self._klok = QElapsedTimer()
        self._einde = QTimer(self)
        self._einde.setSingleShot(True)
        self._einde.timeout.connect(self._is_klaar)
        self._plek, self._sinds = -1, 0
        self._kijk = QTimer(self)
        self._kijk.setInterval(_KIJK_MS)
        self._kijk.timeout.connect(self._kijk_of_het_loopt)
        self._weg = QTimer(self)
        self._weg.setSingleShot(True)
        self._weg.timeout.connect(self._mislukt)

    def speel(self, klank: Klank) -> None:
        self.stop()
        vorm = _vorm(self._apparaat, klank.ritme)
        try:
            pcm = _naar(klank, vorm)
        except (Spraakfout, ImportError):
            self._later_weg()
            return
        buffer = QBuffer(self)
        buffer.setData(pcm)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        sink = QAudioSink(self._apparaat, vorm, self)
        sink.setBufferSize(vorm.bytesForDuration(_BUFFER_MS * 1000))
        sink.stateChanged.connect(self._toestand)
        self._buffer, self._sink, self._duur = buffer, sink, klank.duur_ms
        self._klok.start()
        self._plek, self._sinds = -1, 0
        self._kijk.start()
        sink.start(buffer)

    def stop(self) -> None:
        for wekker in (self._einde, self._kijk, self._weg):
            wekker.stop()
        sink, self._sink = self._sink, None
        buffer, self._buffer = self._buffer, None
        if sink is not None:
            sink.stateChanged.disconnect(self._toestand)
            sink.reset()  # unlike stop(), nothing that the card took still sounds
            sink.deleteLater()
        if buffer is not None:
            buffer.deleteLater()

    def _later_weg(self) -> None:
        self._weg.start(0)

    def _kijk_of_het_loopt(self) -> None:
        if self._buffer is None or self._einde.isActive():
            return
        if self._buffer.pos() != self._plek:
            self._plek, self._sinds = self._buffer.pos(), self._klok.elapsed()
        elif self._klok.elapsed() - self._sinds > _VAST_MS:
            if self._buffer.atEnd():  # all was taken; only nobody told
                self._is_klaar()
            else:
                log.warning("the sound card takes nothing any more")
                self._mislukt()

    def _toestand(self) -> None:
        # Without the signal's argument: PySide cannot convert it for a method.
        if self._sink is None or self.sender() is not self._sink:
            return
        toestand = self._sink.state()
        if toestand == QtAudio.State.IdleState and self._buffer and self._buffer.atEnd():
            self._einde.start(max(0, self._duur - self._klok.elapsed()) + _NALOOP_MS)
        elif toestand == QtAudio.State.StoppedState:
            log.warning("the sound card stopped: %s", self._sink.error())
            self._later_weg()

    def _is_klaar(self) -> None:
        self.stop()
        self.klaar.emit()

    def _mislukt(self) -> None:
        self.stop()
        self.weg.emit()


class Microfoon(Invoer):
    """One device to record with."""

    def __init__(self, apparaat: QAudioDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vorm = _vorm(apparaat, 48000)
        self.ritme = self._vorm.sampleRate()
        self._rest = b""
        self._bezig = False
        self._stroom: QIODevice | None = None
        self._bron = QAudioSource(apparaat, self._vorm, self)
        self._bron.setBufferSize(self._vorm.bytesForDuration(_BUFFER_MS * 1000))
        self._bron.stateChanged.connect(self._toestand)

    def start(self) -> None:
        self._bezig, self._rest = True, b""
        # Qt gives None for a device that does not open; its stubs do not say so.
        stroom: QIODevice | None = self._bron.start()
        self._stroom = stroom
        if stroom is None:
            QTimer.singleShot(0, self, self.weg.emit)
        else:
            stroom.readyRead.connect(self._lees)

    def stop(self) -> None:
        self._bezig = False
        self._bron.stop()
        self._stroom = None

    def _lees(self) -> None:
        if not self._bezig or self._stroom is None:
            return
        rauw = self._rest + bytes(self._stroom.readAll().data())
        heel = len(rauw) - len(rauw) % max(1, self._vorm.bytesPerFrame())
        self._rest = rauw[heel:]
        if heel:
            self.gegevens.emit(_uit(rauw[:heel], self._vorm))

    def _toestand(self) -> None:
        if self._bezig and self._bron.state() == QtAudio.State.StoppedState:
            self._bezig = False
            self.weg.emit()
