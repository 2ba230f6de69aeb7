"""Samples as a card wants them and as a microphone gives them; no card is needed for that."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("PySide6.QtMultimedia")

import numpy as np
from PySide6.QtMultimedia import QAudioFormat

from desktop.speech.klank import Klank
from desktop.speech.qtgeluid import _naar, _uit
from tests.speech.nep import hoogte, toon

SOORTEN = [s for s in QAudioFormat.SampleFormat if s.name in ("UInt8", "Int16", "Int32", "Float")]


def vorm(soort: Any, kanalen: int, ritme: int) -> QAudioFormat:
    vorm = QAudioFormat()
    vorm.setSampleFormat(soort)
    vorm.setChannelCount(kanalen)
    vorm.setSampleRate(ritme)
    return vorm


@pytest.mark.parametrize("kanalen", [1, 2, 6])
@pytest.mark.parametrize("soort", SOORTEN, ids=lambda s: s.name)
def test_there_and_back_through_the_form_of_a_device(soort: Any, kanalen: int) -> None:
    apparaat = vorm(soort, kanalen, 48000)
    begin = toon(300, 500, 22050)
    rauw = _naar(begin, apparaat)
    assert len(rauw) == apparaat.bytesForFrames(48000 * 3 // 10)
    terug = Klank(_uit(rauw, apparaat), 48000)
    assert terug.duur_ms == pytest.approx(300, abs=1)
    assert terug.niveau == pytest.approx(begin.niveau, rel=0.03)
    assert hoogte(terug) == pytest.approx(500, rel=0.03)


def test_loud_samples_do_not_turn_over() -> None:
    hard = toon(100, sterkte=1.0)
    stereo = vorm(QAudioFormat.SampleFormat.Float, 2, 24000)
    rauw = np.frombuffer(_naar(hard, stereo), dtype=np.float32)
    assert np.abs(rauw).max() <= 1
    te_hard = (rauw * 1.5).astype(np.float32).tobytes()
    assert np.frombuffer(_uit(te_hard, stereo), dtype=np.int16).max() == 32767
    assert Klank(_uit(te_hard, stereo), 24000).niveau > hard.niveau
