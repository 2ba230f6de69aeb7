"""The synthetic voice: real samples of each language, and what goes wrong."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.catalogi import catalogus, talen
from desktop.models.catalogus import Taal
from desktop.speech.espeak import Espeak
from desktop.speech.fouten import Gestaakt, Spraakfout
from tests.speech.nep import ZINNEN

MET_STEM = [t for t in talen().values() if t.stem]


def test_the_languages_with_a_voice_are_those_that_espeak_has() -> None:
    assert {t.tag for t in MET_STEM} == set(ZINNEN)


@pytest.mark.parametrize("taal", MET_STEM, ids=lambda t: t.tag)
def test_a_sentence_sounds_as_long_as_somebody_takes_to_read_it(taal: Taal) -> None:
    stem, zin = taal.stem, ZINNEN[taal.tag]
    klank = Espeak.spreek(stem, zin)
    assert klank.bijgesneden().niveau > 0.03
    # Between hasty and dragging. A voice that spells letters, or skips a script, falls outside.
    assert 40 < klank.bijgesneden().duur_ms / len(zin) < 260
    twee_keer = Espeak.spreek(stem, f"{zin} {zin}")
    assert 1.6 < twee_keer.bijgesneden().duur_ms / klank.bijgesneden().duur_ms < 3


@pytest.mark.parametrize("tag", ["ti", "am"])
def test_each_ethiopic_word_has_a_sound_of_its_own(tag: str) -> None:
    woorden = ZINNEN[tag].rstrip("?").split()
    duren = [Espeak.spreek(talen()[tag].stem, w).bijgesneden().duur_ms for w in woorden]
    assert all(150 < duur < 2500 for duur in duren), duren
    assert len(set(duren)) > 1
    # Signs that it does not know would be left out, and another language's voice reads none.
    vreemd = Espeak.spreek("nl", woorden[0]).bijgesneden().duur_ms
    assert vreemd != duren[0]


@pytest.mark.parametrize("taal", MET_STEM, ids=lambda t: t.tag)
def test_every_prompt_of_the_catalogue_can_be_said(taal: Taal) -> None:
    vertalingen = catalogus(taal.tag).vertalingen.values()
    teksten = [v.uitspraak or v.tekst for v in vertalingen if v.tekst][::7]
    for tekst in teksten:
        assert Espeak.spreek(taal.stem, tekst).niveau > 0.01, tekst


def test_it_speaks_slower_than_espeak_does_by_itself() -> None:
    from desktop.speech import espeak

    zin = "Dit is een zin met een aantal woorden om te horen hoe snel het gaat."
    rustig = Espeak.spreek("nl", zin).duur_ms
    with pytest.MonkeyPatch.context() as plak:
        plak.setattr(espeak, "TEMPO", 175)
        plak.setattr(espeak, "PAUZE_PER_WOORD", 0)
        Espeak.spreek("en", "x")  # parameters come with another voice
        vlug = Espeak.spreek("nl", zin).duur_ms
    Espeak.spreek("en", "x")
    assert rustig > vlug * 1.15


def test_an_unknown_voice_and_a_text_without_sound_are_failures_of_this_way_only() -> None:
    with pytest.raises(Spraakfout):
        Espeak.spreek("so", "Subax wanaagsan")
    with pytest.raises(Spraakfout):
        Espeak.spreek("nl", "   ")
    assert Espeak.spreek("nl", "Goed.").niveau > 0


def test_languages_at_the_same_time_do_not_get_mixed_up() -> None:
    verwacht = {t.tag: Espeak.spreek(t.stem, ZINNEN[t.tag]).aantal for t in MET_STEM}
    taken = [t for t in MET_STEM for _ in range(6)]
    with ThreadPoolExecutor(8) as draden:
        klanken = list(draden.map(lambda t: Espeak.spreek(t.stem, ZINNEN[t.tag]), taken))
    # Its noise is random: a sentence differs by some samples each time.
    for taal, klank in zip(taken, klanken, strict=True):
        assert klank.aantal == pytest.approx(verwacht[taal.tag], rel=0.02), taal.tag


def test_what_is_no_longer_wanted_stops_in_the_middle() -> None:
    lang = "Dit is een zin die lang duurt. " * 40
    vragen = 0
    klaar = threading.Event()

    def gestaakt() -> bool:
        nonlocal vragen
        vragen += 1
        if vragen > 3:
            klaar.set()
        return klaar.is_set()

    with pytest.raises(Gestaakt):
        Espeak.spreek("nl", lang, gestaakt)
    assert vragen < 10
    assert Espeak.spreek("nl", "Goed.").duur_ms < 1500
