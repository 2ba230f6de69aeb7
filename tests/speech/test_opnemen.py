"""Recording from an input that gives known samples."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.speech.klank import Klank
from desktop.speech.opnemen import HOOGSTENS_S, Opnemer, Proefinvoer
from tests.speech.nep import Nepapparaten, Nepgeheugen, hoogte, stilte, toon


class Studio:
    """A recorder with one test microphone, and what it gave."""

    def __init__(self, *klanken: Klank, qtbot: Any, raakt_los: bool = False) -> None:
        self.apparaten = Nepapparaten()
        self.microfoon = Proefinvoer(klanken, raakt_los=raakt_los)
        self.apparaten.microfoons["mic"] = self.microfoon
        self.geheugen = Nepgeheugen()
        self.opnemer = Opnemer(self.apparaten, self.geheugen)
        self.niveaus: list[float] = []
        self.klanken: list[Klank] = []
        self.zinnen: list[str] = []
        self.opnemer.niveau.connect(self.niveaus.append)
        self.opnemer.klaar.connect(self.klanken.append)
        self.opnemer.melding.connect(self.zinnen.append)
        self._qtbot = qtbot

    def neem_op(self) -> None:
        assert self.opnemer.begin()
        self._qtbot.waitUntil(lambda: self.microfoon.leeg or not self.opnemer.bezig)
        self.opnemer.stop()


def test_what_is_read_comes_out_without_the_silence_around_it(qtbot: Any) -> None:
    studio = Studio(stilte(800), toon(1000, 500), stilte(900), qtbot=qtbot)
    studio.neem_op()
    (klank,) = studio.klanken
    assert klank.duur_ms == pytest.approx(1300, abs=25)
    assert hoogte(klank.stuk(klank.ritme // 4, klank.ritme)) == pytest.approx(500, rel=0.02)
    assert studio.zinnen == []
    assert Klank.uit_ogg(klank.als_ogg()).duur_ms == pytest.approx(klank.duur_ms, abs=10)


def test_the_level_follows_the_voice(qtbot: Any) -> None:
    studio = Studio(stilte(200), toon(200, sterkte=0.2), toon(200, sterkte=0.8), qtbot=qtbot)
    studio.neem_op()
    stil, zacht, hard = (studio.niveaus[n : n + 10] for n in (0, 10, 20))
    assert max(stil) == 0
    assert zacht == pytest.approx([0.2 / 2**0.5] * 10, rel=0.05)
    assert hard == pytest.approx([0.8 / 2**0.5] * 10, rel=0.05)
    assert studio.niveaus[-1] == 0  # the meter falls back at the end


def test_it_ends_by_itself_after_fifteen_seconds(qtbot: Any) -> None:
    studio = Studio(toon(1000 * (HOOGSTENS_S + 3), ritme=8000), qtbot=qtbot)
    assert studio.opnemer.begin()
    qtbot.waitUntil(lambda: not studio.opnemer.bezig, timeout=20_000)
    assert [k.duur_ms for k in studio.klanken] == [HOOGSTENS_S * 1000]
    studio.opnemer.stop()
    assert len(studio.klanken) == 1


def test_only_silence_is_a_sentence_and_no_recording(qtbot: Any) -> None:
    studio = Studio(stilte(500), qtbot=qtbot)
    studio.neem_op()
    assert studio.klanken == []
    assert "geen geluid" in studio.zinnen[0]


def test_cancelling_gives_nothing(qtbot: Any) -> None:
    studio = Studio(toon(500), qtbot=qtbot)
    studio.opnemer.begin()
    qtbot.waitUntil(lambda: bool(studio.niveaus))
    studio.opnemer.annuleer()
    assert studio.klanken == studio.zinnen == []
    assert not studio.opnemer.bezig


def test_beginning_again_forgets_what_was_before(qtbot: Any) -> None:
    studio = Studio(toon(500), qtbot=qtbot)
    studio.opnemer.begin()
    qtbot.waitUntil(lambda: len(studio.niveaus) > 5)
    tweede = Proefinvoer([toon(300, 900)])
    studio.apparaten.microfoons["mic"] = studio.microfoon = tweede
    studio.neem_op()
    (klank,) = studio.klanken
    assert hoogte(klank.stuk(0, klank.ritme * 3 // 10)) == pytest.approx(900, rel=0.02)
    assert 300 <= klank.duur_ms <= 475


@pytest.mark.parametrize("hoe", ["stroom", "lijst"])
def test_a_microphone_that_disappears_is_a_sentence(qtbot: Any, hoe: str) -> None:
    studio = Studio(toon(300), qtbot=qtbot, raakt_los=hoe == "stroom")
    studio.opnemer.begin()
    if hoe == "lijst":
        studio.apparaten.microfoons.clear()
        studio.apparaten.veranderd.emit()
    qtbot.waitUntil(lambda: not studio.opnemer.bezig)
    assert "losgeraakt" in studio.zinnen[0]
    assert studio.klanken == []


def test_without_a_microphone_it_says_so(qtbot: Any) -> None:
    studio = Studio(toon(300), qtbot=qtbot)
    studio.apparaten.microfoons.clear()
    assert not studio.opnemer.begin()
    assert "microfoon" in studio.zinnen[0]


def test_the_chosen_microphone_is_used_and_remembered(qtbot: Any) -> None:
    studio = Studio(toon(300), qtbot=qtbot)
    studio.apparaten.microfoons["usb"] = Proefinvoer([toon(300, 900)])
    studio.opnemer.kies("usb")
    assert studio.opnemer.gekozen == "usb"
    studio.microfoon = studio.apparaten.microfoons["usb"]  # type: ignore[assignment]
    studio.neem_op()
    (klank,) = studio.klanken
    assert hoogte(klank.stuk(0, klank.ritme * 3 // 10)) == pytest.approx(900, rel=0.02)
