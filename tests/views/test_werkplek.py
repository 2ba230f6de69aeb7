"""What the workplace says to the user, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.speech import spreker as spreekmodule
from desktop.store.store import Store
from desktop.views.werkplek import Werkplek
from tests.speech.nep import Nepapparaten, uiting

GEEN_STEM = "Hiervoor is geen stem. Laat de tolk het voorlezen."


@pytest.fixture
def apparaten(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Nepapparaten:
    apparaten = Nepapparaten("hoofdtelefoon")
    monkeypatch.setattr(spreekmodule, "vind_apparaten", lambda _ouder: apparaten)
    return apparaten


@pytest.fixture
def plek(store: Store, apparaten: Nepapparaten) -> Iterator[Werkplek]:
    plek = Werkplek(store)
    yield plek
    plek.los()
    plek.deleteLater()


def test_a_sentence_of_the_voice_is_a_toast_once_until_a_device_comes_or_goes(
    qtbot: QtBot, plek: Werkplek, apparaten: Nepapparaten
) -> None:
    toasts: list[str] = []
    ernaast: list[str] = []
    plek.melding.connect(toasts.append)
    plek.spreker.melding.connect(ernaast.append)
    onzegbaar = replace(uiting(), context="", uitspraak="")

    def raak() -> None:
        plek.spreker.lees([onzegbaar])
        qtbot.waitUntil(lambda: not plek.spreker.bezig)

    for _keer in range(3):
        raak()
    assert ernaast == [GEEN_STEM] * 3, "it stands beside the question at every touch"
    assert toasts == [GEEN_STEM]
    plek.spreker.melding.emit("Iets anders.")
    raak()
    assert toasts == [GEEN_STEM, "Iets anders.", GEEN_STEM]
    apparaten.steek_in("luidspreker")
    raak()
    assert toasts[3:] == [GEEN_STEM]
