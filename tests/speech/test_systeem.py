"""The voices of the system, played here by Qt's own engine for tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from desktop.catalogi import talen
from desktop.models.spraak import Spraakbron
from desktop.speech import systeem
from desktop.speech.systeem import Systeemstemmen
from tests.speech.conftest import Luisteraar
from tests.speech.nep import Nepkast, toon, uiting

Maak = Callable[..., Luisteraar]
pytest.importorskip("PySide6.QtTextToSpeech")


@pytest.fixture
def mock(qapp: object) -> Systeemstemmen:
    return Systeemstemmen("mock")


def test_the_engine_for_tests_is_never_used_by_the_program(qapp: object) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    assert "mock" in QTextToSpeech.availableEngines()
    motor = Systeemstemmen()._motor
    assert motor is None or motor.engine() != "mock"


def test_only_languages_that_the_system_has_a_voice_for(mock: Systeemstemmen) -> None:
    assert {t.tag for t in talen().values() if mock.stem(t)} == {"en"}


def test_a_code_that_qt_does_not_know_gets_no_voice_that_qt_does_not_know_either(
    mock: Systeemstemmen,
) -> None:
    onbekend = QLocale.c()
    mock.__dict__["_locales"] = {(onbekend.language(), onbekend.territory()): onbekend}
    assert mock.stem(replace(talen()["en"], locale="prs")) is None


def test_another_countrys_voice_does_not_count_where_the_country_is_the_language(
    mock: Systeemstemmen,
) -> None:
    assert mock.stem(replace(talen()["en"], locale="en_GB")) is not None
    assert mock.stem(replace(talen()["en"], locale="en_NG")) is None


def test_a_system_voice_that_mostly_is_espeak_again_is_trusted_no_more_than_espeak(
    mock: Systeemstemmen, monkeypatch: pytest.MonkeyPatch
) -> None:
    vreemd = replace(talen()["en"], stem_vertrouwd=False)
    stem = mock.stem(vreemd)
    assert stem is not None
    assert stem.vertrouwd
    monkeypatch.setattr(systeem, "EIGENLIJK_SYNTHETISCH", frozenset({"mock"}))
    assert not mock.stem(vreemd).vertrouwd  # type: ignore[union-attr]
    assert mock.stem(vreemd, {stem.naam}).vertrouwd  # type: ignore[union-attr]


def test_the_system_speaks_between_other_sources_in_order(
    maak_luisteraar: Maak, mock: Systeemstemmen, kast: Nepkast
) -> None:
    luisteraar = maak_luisteraar(systeem=mock)
    een, twee = uiting("een", "Welcome here", "en"), uiting("twee", "Goed.")
    drie = uiting("drie", "Thank you", "en")
    kast.zet("en", drie.context, drie.tekst, toon())
    bronnen = [luisteraar.spreker.bron(u) for u in (een, twee, drie)]
    assert bronnen == [Spraakbron.SYSTEEM, Spraakbron.SYNTHETISCH, Spraakbron.MENS]
    assert len(luisteraar.hoor_alles(een, twee, drie)) == 2
    assert luisteraar.sleutels == ["een", "twee", "drie", ""]


def test_stop_silences_the_system_too(
    maak_luisteraar: Maak, mock: Systeemstemmen, qtbot: Any
) -> None:
    luisteraar = maak_luisteraar(systeem=mock)
    luisteraar.spreker.lees([uiting("een", "one two three four five six seven", "en")])
    qtbot.waitUntil(lambda: luisteraar.sleutels == ["een"])
    assert mock._motor is not None
    qtbot.waitUntil(lambda: mock._motor.state().name == "Speaking")  # type: ignore[union-attr]
    luisteraar.spreker.stop()
    assert luisteraar.sleutels == ["een", ""]
    assert mock._motor.state().name == "Ready"
    qtbot.wait(30)
    assert luisteraar.sleutels == ["een", ""]


def test_a_system_voice_that_stays_silent_gives_way_to_espeak(
    maak_luisteraar: Maak, mock: Systeemstemmen, monkeypatch: pytest.MonkeyPatch
) -> None:
    luisteraar = maak_luisteraar(systeem=mock)
    monkeypatch.setattr(mock, "zeg", lambda taal, tekst: mock._wacht.start(0))
    assert len(luisteraar.hoor_alles(uiting("een", "one two", "en"))) == 1
    assert luisteraar.sleutels == ["een", ""]
    assert luisteraar.spreker.bron(uiting(taal="en")) is Spraakbron.SYNTHETISCH
