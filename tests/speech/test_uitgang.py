"""Devices: which one plays, which is remembered, and what a pulled plug does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desktop.catalogi import talen
from desktop.speech.apparaten import Apparaten
from desktop.speech.klank import Klank
from desktop.speech.spreker import Spreker
from desktop.speech.uitgang import Uitgang
from desktop.speech.uitvoer import Stilte
from tests.speech.nep import Nepapparaten, Nepgeheugen, toon, uiting


class Uitgangen:
    """An output over devices that the test holds, and what it told."""

    def __init__(self, apparaten: Apparaten, geheugen: Nepgeheugen) -> None:
        self.stilte = Stilte(versnelling=None, bewaar=8)
        self.uit = Uitgang(apparaten, geheugen, self.stilte)
        self.zinnen: list[str] = []
        self.klaar = 0
        self.uit.melding.connect(self.zinnen.append)
        self.uit.klaar.connect(self._tel)

    def _tel(self) -> None:
        self.klaar += 1


@pytest.fixture
def geheugen() -> Nepgeheugen:
    return Nepgeheugen()


def test_the_systems_own_device_plays_when_nothing_was_chosen(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("speaker", "headset")
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.speel(toon(200))
    kaarten.banen["speaker"].neem(1000)
    assert list(kaarten.banen["speaker"].gehoord) == [toon(200)]
    assert alles.klaar == 1
    assert alles.zinnen == []


def test_the_chosen_device_is_remembered_on_this_laptop(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("speaker", "headset")
    Uitgang(kaarten, geheugen).kies("headset")
    later = Uitgang(kaarten, geheugen)
    assert later.gekozen == "headset"
    later.speel(toon(200))
    assert kaarten.banen["headset"].bezig
    later.kies("")
    assert geheugen.waarden == {}


def test_a_headset_that_disappears_hands_over_and_the_sentence_is_said_again(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("speaker", "headset")
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.kies("headset")
    alles.uit.speel(toon(500))
    kaarten.banen["headset"].neem(200)
    kaarten.trek_uit("headset")
    assert [k.duur_ms for k in kaarten.banen["headset"].gehoord] == [200]
    assert len(alles.zinnen) == 1
    assert "losgeraakt" in alles.zinnen[0]
    assert "een andere" in alles.zinnen[0]
    kaarten.banen["speaker"].neem(1000)
    assert list(kaarten.banen["speaker"].gehoord) == [toon(500)]
    assert alles.klaar == 1


def test_the_chosen_headset_is_used_again_when_it_is_back(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("speaker", "headset")
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.kies("headset")
    kaarten.trek_uit("headset")
    alles.uit.speel(toon(100))
    assert kaarten.banen["speaker"].bezig
    kaarten.steek_in("headset")
    alles.uit.speel(toon(100))
    assert kaarten.banen["headset"].bezig
    assert alles.uit.gekozen == "headset"


def test_when_the_only_device_disappears_it_goes_on_in_silence_and_says_so(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("headset")
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.speel(toon(500))
    kaarten.trek_uit("headset")
    assert "losgeraakt. Sluit hem aan" in alles.zinnen[0]
    assert not alles.uit.hoorbaar
    alles.stilte.neem(1000)
    assert alles.klaar == 1
    alles.uit.speel(toon(100))
    assert len(alles.zinnen) == 1  # it was said already
    kaarten.steek_in("speaker")
    alles.uit.speel(toon(100))
    assert kaarten.banen["speaker"].bezig


def test_a_device_that_fails_while_it_is_still_listed_is_left_too(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("speaker", "headset")
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.speel(toon(500))
    kaarten.banen["speaker"].weg.emit()
    assert kaarten.banen["headset"].bezig
    assert len(alles.zinnen) == 1


def test_a_device_that_failed_is_not_tried_again_until_something_is_plugged_in(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("speaker", "headset")
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.speel(toon(500))
    kaarten.banen["speaker"].weg.emit()
    alles.uit.speel(toon(100))
    assert kaarten.banen["headset"].bezig
    kaarten.banen["headset"].weg.emit()
    assert alles.stilte.bezig
    kaarten.steek_in("hdmi")
    alles.uit.speel(toon(100))
    assert kaarten.banen["speaker"].bezig


def test_a_plug_that_is_pulled_while_it_is_quiet_says_nothing(
    qapp: object, geheugen: Nepgeheugen
) -> None:
    kaarten = Nepapparaten("speaker", "headset")
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.speel(toon(100))
    kaarten.banen["speaker"].neem(1000)
    kaarten.trek_uit("speaker")
    assert alles.zinnen == []
    assert alles.klaar == 1


def test_a_device_that_goes_between_the_list_and_the_opening_is_silence(
    qapp: object, geheugen: Nepgeheugen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weigert(code: str) -> Any:
        raise LookupError(code)

    kaarten = Nepapparaten("speaker")
    monkeypatch.setattr(kaarten, "open_uitvoer", weigert)
    alles = Uitgangen(kaarten, geheugen)
    alles.uit.speel(toon(100))
    alles.stilte.neem(1000)
    assert alles.klaar == 1
    assert len(alles.zinnen) == 1


@pytest.fixture
def zonder_kaart(qtbot: Any) -> Iterator[Spreker]:
    spreker = Spreker(talen(), apparaten=Nepapparaten())
    yield spreker
    spreker.sluit()


def test_without_a_sound_card_it_says_so_once_and_highlights_along(
    zonder_kaart: Spreker, qtbot: Any
) -> None:
    zinnen: list[str] = []
    sleutels: list[str] = []
    zonder_kaart.melding.connect(zinnen.append)
    zonder_kaart.spreekt.connect(sleutels.append)
    zonder_kaart.lees([uiting("ja", "Ja."), uiting("nee", "Nee.")])
    qtbot.waitUntil(lambda: not zonder_kaart.bezig, timeout=10_000)
    assert sleutels == ["ja", "nee", ""]
    assert zinnen == ["Er is geen luidspreker of koptelefoon gevonden. Laat de tolk voorlezen."]
    assert not zonder_kaart.hoorbaar


def test_a_headset_that_disappears_while_it_speaks_does_not_lose_a_sentence(qtbot: Any) -> None:
    kaarten = Nepapparaten("headset", "speaker")
    spreker = Spreker(talen(), apparaten=kaarten)
    sleutels: list[str] = []
    spreker.spreekt.connect(sleutels.append)
    spreker.lees([uiting("ja", "Ja, dat is goed."), uiting("nee", "Nee.")])
    qtbot.waitUntil(lambda: "headset" in kaarten.banen and kaarten.banen["headset"].bezig)
    kaarten.banen["headset"].neem(150)
    kaarten.trek_uit("headset")
    speaker = kaarten.banen["speaker"]

    def hoor() -> bool:
        speaker.neem(100)
        return not spreker.bezig

    qtbot.waitUntil(hoor, timeout=10_000)
    spreker.sluit()
    assert sleutels == ["ja", "nee", ""]
    ja, nee = (Klank(k.pcm, k.ritme) for k in speaker.gehoord)
    assert ja.duur_ms > nee.duur_ms > 200
    assert ja.niveau > 0.03
