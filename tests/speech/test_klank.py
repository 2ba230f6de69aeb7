"""Sound as values: level, trimming, other rates, and Ogg Opus there and back."""

from __future__ import annotations

import pytest

from desktop.speech.fouten import Spraakfout
from desktop.speech.klank import OPUS_RITMES, Klank, niveau
from tests.speech.nep import hoogte, samen, stilte, toon


def test_the_level_of_silence_is_nothing_and_of_a_tone_its_root_mean_square() -> None:
    assert niveau(b"") == 0
    assert stilte(100).niveau == 0
    assert toon(sterkte=0.5).niveau == pytest.approx(0.5 / 2**0.5, rel=0.02)


def test_trimming_leaves_the_tone_and_a_breath_at_both_ends() -> None:
    klank = samen([stilte(900), toon(500), stilte(700)]).bijgesneden()
    assert klank.duur_ms == pytest.approx(500 + 2 * 150, abs=25)
    assert klank.stuk(klank.ritme * 160 // 1000, klank.aantal // 2).niveau > 0.3


def test_a_pause_inside_a_sentence_stays() -> None:
    klank = samen([stilte(500), toon(300), stilte(800), toon(300), stilte(500)])
    assert klank.bijgesneden().duur_ms == pytest.approx(300 + 800 + 300 + 2 * 150, abs=25)


def test_of_silence_nothing_is_left() -> None:
    zacht = toon(500, sterkte=0.005)
    assert samen([stilte(500, zacht.ritme), zacht]).bijgesneden().aantal == 0


@pytest.mark.parametrize("ritme", [8000, 22050, 44100, 48000])
def test_another_rate_keeps_length_pitch_and_level(ritme: int) -> None:
    ander = toon(500, 600, 24000).hermonster(ritme)
    assert ander.ritme == ritme
    assert ander.duur_ms == pytest.approx(500, abs=2)
    assert hoogte(ander) == pytest.approx(600, rel=0.02)
    assert ander.niveau == pytest.approx(toon(500, 600).niveau, rel=0.02)


def test_what_does_not_fit_in_a_lower_rate_is_left_out_and_not_folded_back() -> None:
    assert toon(500, 9000, 48000).hermonster(8000).niveau < 0.02


@pytest.mark.parametrize("ritme", [*OPUS_RITMES, 22050, 44100])
def test_opus_there_and_back_sounds_the_same(ritme: int) -> None:
    begin = toon(1200, 500, ritme)
    ogg = begin.als_ogg()
    terug = Klank.uit_ogg(ogg)
    assert ogg[:4] == b"OggS"
    assert b"OpusHead" in ogg[:64]
    assert len(ogg) < len(begin.pcm) / 2
    assert terug.duur_ms == pytest.approx(1200, abs=10)
    assert hoogte(terug) == pytest.approx(500, rel=0.03)
    assert terug.niveau == pytest.approx(begin.niveau, rel=0.15)


@pytest.mark.parametrize(
    "rommel",
    [b"", b"OggS", b"<html>", toon(100).als_ogg()[:60]],
    ids=["nothing", "a word", "a page", "half a header"],
)
def test_a_recording_that_cannot_be_read_is_a_sentence(rommel: bytes) -> None:
    with pytest.raises(Spraakfout) as gevangen:
        Klank.uit_ogg(rommel)
    assert "opname" in gevangen.value.zin
