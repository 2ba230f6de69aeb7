"""Speaking: the samples that come out, in which order, and what stops them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.catalogi import talen
from desktop.models.spraak import Spraakbron
from desktop.speech import espeak
from desktop.speech.bereider import Bereider, Geheugenkast
from desktop.speech.espeak import Espeak
from desktop.speech.fouten import Gestaakt
from desktop.speech.klank import Klank
from desktop.speech.spreker import Spreker
from desktop.speech.uitvoer import Stilte
from tests.speech.conftest import Luisteraar
from tests.speech.nep import ZINNEN, Nepkast, hoogte, toon, uiting

Maak = Callable[..., Luisteraar]
MET_STEM = [t.tag for t in talen().values() if t.stem]


@pytest.mark.parametrize("tag", MET_STEM)
def test_all_of_a_sentence_comes_out_in_each_language(luisteraar: Luisteraar, tag: str) -> None:
    (klank,) = luisteraar.hoor_alles(uiting(taal=tag))
    verwacht = Espeak.spreek(talen()[tag].stem, ZINNEN[tag])
    assert klank.niveau == pytest.approx(verwacht.niveau, rel=0.05)
    assert klank.niveau > 0.03
    assert klank.aantal == pytest.approx(verwacht.aantal, rel=0.02)
    assert luisteraar.sleutels == ["vraag", ""]
    assert luisteraar.zinnen == []


def test_a_question_and_its_options_come_out_in_order_each_highlighted(
    luisteraar: Luisteraar,
) -> None:
    zinnen = {"vraag": "Waar woont u nu het liefst?", "azc": "Azc", "huis": "In een eigen huis."}
    uit = luisteraar.hoor_alles(*(uiting(s, t) for s, t in zinnen.items()))
    verwacht = [Espeak.spreek("nl", t).aantal for t in zinnen.values()]
    assert len(set(verwacht)) == 3
    assert [k.aantal for k in uit] == pytest.approx(verwacht, rel=0.02)
    assert luisteraar.sleutels == ["vraag", "azc", "huis", ""]


def test_reading_returns_before_anything_sounds(luisteraar: Luisteraar) -> None:
    luisteraar.spreker.lees([uiting()])
    assert luisteraar.sleutels == []
    assert luisteraar.spreker.bezig


def test_stop_cuts_the_sound_and_nothing_comes_after_it(maak_luisteraar: Maak) -> None:
    luisteraar = maak_luisteraar(versnelling=None)
    luisteraar.spreker.lees([uiting(), uiting("ja", "Ja.")])
    luisteraar.wacht_op("vraag")
    luisteraar.stilte.neem(300)
    luisteraar.spreker.stop()
    assert luisteraar.sleutels == ["vraag", ""]
    luisteraar.spreker._bereider._pool.waitForDone()  # the second was being made
    QCoreApplication.processEvents()
    assert [k.duur_ms for k in luisteraar.gehoord] == [300]
    assert luisteraar.sleutels == ["vraag", ""]
    assert not luisteraar.stilte.bezig


def test_the_next_touch_takes_over_at_once(maak_luisteraar: Maak) -> None:
    luisteraar = maak_luisteraar(versnelling=None)
    luisteraar.spreker.lees([uiting(), uiting("ja", "Ja.")])
    luisteraar.wacht_op("vraag")
    luisteraar.stilte.neem(200)
    luisteraar.spreker.lees([uiting("nee", "Nee.")])
    assert not luisteraar.stilte.bezig
    luisteraar.wacht_op("nee")
    luisteraar.stilte.neem(60_000)
    assert [k.duur_ms for k in luisteraar.gehoord] == [
        200,
        pytest.approx(Espeak.spreek("nl", "Nee.").duur_ms, rel=0.02),
    ]
    assert luisteraar.sleutels == ["vraag", "nee", ""]


def test_of_many_quick_touches_only_the_last_is_said(luisteraar: Luisteraar) -> None:
    for n in range(40):
        luisteraar.spreker.lees([uiting(f"t{n}", f"Dit is keuze nummer {n}.")])
    uit = luisteraar.hoor_alles(uiting("laatste", "Goed."))
    assert luisteraar.sleutels == ["laatste", ""]
    assert [k.aantal for k in uit] == [pytest.approx(Espeak.spreek("nl", "Goed.").aantal, rel=0.02)]


def test_touching_in_answer_to_the_highlight_does_not_play_what_was_left(
    luisteraar: Luisteraar,
) -> None:
    def raak(sleutel: str) -> None:
        if sleutel == "vraag":
            luisteraar.spreker.lees([uiting("ja", "Ja.")])

    luisteraar.spreker.spreekt.connect(raak)
    uit = luisteraar.hoor_alles(uiting(), uiting("nee", "Nee."))
    assert luisteraar.sleutels == ["vraag", "ja", ""]
    assert len(uit) == 1


def test_reading_nothing_is_quiet(luisteraar: Luisteraar) -> None:
    assert luisteraar.hoor_alles() == []
    assert luisteraar.sleutels == luisteraar.zinnen == []


def test_a_recording_wins_over_the_synthetic_voice(luisteraar: Luisteraar, kast: Nepkast) -> None:
    vraag = uiting(taal="ti")
    kast.zet("ti", vraag.context, vraag.tekst, toon(700, 600))
    assert luisteraar.spreker.bron(vraag) is Spraakbron.MENS
    (klank,) = luisteraar.hoor_alles(vraag)
    assert hoogte(klank) == pytest.approx(600, rel=0.03)
    assert klank.duur_ms == pytest.approx(700, abs=10)


def test_a_recording_of_the_own_dialect_is_played(luisteraar: Luisteraar, kast: Nepkast) -> None:
    vraag = uiting(taal="ar", dialect="Syrisch")
    kast.zet("ar", vraag.context, vraag.tekst, toon(400, 300), "Iraaks")
    kast.zet("ar", vraag.context, vraag.tekst, toon(400, 800), "Syrisch")
    assert hoogte(luisteraar.hoor_alles(vraag)[0]) == pytest.approx(800, rel=0.03)
    assert hoogte(luisteraar.hoor_alles(replace(vraag, dialect=""))[0]) == pytest.approx(
        300, rel=0.03
    )


def test_an_outdated_recording_is_not_played(luisteraar: Luisteraar, kast: Nepkast) -> None:
    vraag = uiting(taal="ti")
    kast.zet("ti", vraag.context, vraag.tekst + "!", toon(700, 600))
    assert luisteraar.spreker.bron(vraag) is Spraakbron.SYNTHETISCH
    (klank,) = luisteraar.hoor_alles(vraag)
    assert klank.aantal == pytest.approx(Espeak.spreek("ti", vraag.tekst).aantal, rel=0.02)


def test_a_broken_recording_gives_way_to_the_voice_and_is_told(
    luisteraar: Luisteraar, kast: Nepkast
) -> None:
    vraag = uiting()
    kast.zet("nl", vraag.context, vraag.tekst, toon())
    goed = kast.opnamen["nl", "", vraag.context]
    kast.opnamen["nl", "", vraag.context] = replace(goed, ogg=goed.ogg[:80])
    (klank,) = luisteraar.hoor_alles(vraag)
    assert klank.aantal == pytest.approx(Espeak.spreek("nl", vraag.tekst).aantal, rel=0.02)
    assert len(luisteraar.zinnen) == 1
    assert "opname" in luisteraar.zinnen[0]


def test_a_new_recording_is_heard_at_the_next_touch(luisteraar: Luisteraar, kast: Nepkast) -> None:
    vraag = uiting()
    for hertz in (500, 900):
        kast.zet("nl", vraag.context, vraag.tekst, toon(400, hertz))
        assert hoogte(luisteraar.hoor_alles(vraag)[0]) == pytest.approx(hertz, rel=0.03)


def test_the_synthetic_voice_reads_the_pronunciation(luisteraar: Luisteraar) -> None:
    (klank,) = luisteraar.hoor_alles(uiting(tekst="DUO", uitspraak="Duu Oo, dienst onderwijs."))
    verwacht = Espeak.spreek("nl", "Duu Oo, dienst onderwijs.").aantal
    assert klank.aantal == pytest.approx(verwacht, rel=0.02)


@pytest.mark.parametrize("tag", ["so", "ckb", "ps"])
def test_without_a_voice_the_klantmanager_is_told_and_the_rest_goes_on(
    luisteraar: Luisteraar, tag: str
) -> None:
    vreemd = uiting(tekst="Subax wanaagsan", taal=tag)
    assert luisteraar.spreker.bron(vreemd) is Spraakbron.NIEMAND
    uit = luisteraar.hoor_alles(vreemd, uiting("ja", "Ja."), replace(vreemd, sleutel="nee"))
    assert luisteraar.sleutels == ["ja", ""]
    assert len(uit) == 1
    assert luisteraar.zinnen == ["Hiervoor is geen stem. Laat de tolk het voorlezen."]
    luisteraar.hoor_alles(vreemd)
    assert len(luisteraar.zinnen) == 2


def test_reading_by_itself_leaves_an_untried_voice_out_without_a_word(
    luisteraar: Luisteraar, kast: Nepkast
) -> None:
    vraag, ja = uiting(taal="ti"), uiting("ja", "እወ", "ti")
    kast.zet("ti", ja.context, ja.tekst, toon(400, 700))
    assert luisteraar.spreker.bron(vraag) is Spraakbron.SYNTHETISCH
    assert luisteraar.spreker.bron(vraag, vanzelf=True) is Spraakbron.NIEMAND
    (klank,) = luisteraar.hoor_alles(vraag, ja, vanzelf=True)
    assert hoogte(klank) == pytest.approx(700, rel=0.03)
    assert luisteraar.sleutels == ["ja", ""]
    assert luisteraar.zinnen == []
    kast.goed.add("espeak:ti")
    assert luisteraar.spreker.bron(vraag, vanzelf=True) is Spraakbron.SYNTHETISCH
    assert len(luisteraar.hoor_alles(vraag, ja, vanzelf=True)) == 2


def test_an_unknown_language_is_nobody(luisteraar: Luisteraar) -> None:
    assert luisteraar.spreker.bron(replace(uiting(), taal="xx")) is Spraakbron.NIEMAND
    assert luisteraar.hoor_alles(replace(uiting(), taal="xx")) == []


def test_the_same_text_is_made_once(
    luisteraar: Luisteraar, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt: list[str] = []
    echt = Espeak.spreek

    def tel(stem: str, tekst: str, *rest: Any) -> Klank:
        gemaakt.append(tekst)
        return echt(stem, tekst, *rest)

    monkeypatch.setattr(espeak.Espeak, "spreek", tel)
    eerst = luisteraar.hoor_alles(uiting(), uiting("ja", "Ja."))
    assert luisteraar.hoor_alles(uiting(), uiting("ja", "Ja.")) == eerst
    assert sorted(gemaakt) == ["Hoe gaat het met u vandaag?", "Ja."]


def test_what_is_kept_is_bounded_and_the_least_used_goes_first() -> None:
    kast = Geheugenkast(hoogstens=300)
    for naam in "abc":
        kast.bewaar((naam,), Klank(bytes(100), 8000))
    kast.haal(("a",))
    kast.bewaar(("d",), Klank(bytes(100), 8000))
    assert [kast.haal((n,)) is not None for n in "abcd"] == [True, False, True, True]
    kast.bewaar(("d",), Klank(bytes(40), 8000))
    assert kast.grootte == 240


def test_work_that_was_cancelled_is_never_told(qtbot: Any, kast: Nepkast) -> None:
    from desktop.speech.systeem import Systeemstemmen

    bereider = Bereider(talen(), kast, Systeemstemmen())
    verteld: list[int] = []
    bereider.gereed.connect(lambda nummer, _: verteld.append(nummer))
    for n in range(5):
        bereider.begin(uiting(tekst=f"Zin nummer {n}"), vanzelf=False)
    bereider._pool.waitForDone()  # it is made, and on its way here
    bereider.staak()
    laatste = bereider.begin(uiting(tekst="Goed."), vanzelf=False)
    qtbot.waitUntil(lambda: laatste in verteld)
    bereider.wacht()
    assert verteld == [laatste]


def test_stop_ends_the_work_of_making_it(
    luisteraar: Luisteraar, monkeypatch: pytest.MonkeyPatch
) -> None:
    begonnen, gestaakt_gezien = threading.Event(), threading.Event()

    def traag(stem: str, tekst: str, gestaakt: Callable[[], bool]) -> Klank:
        begonnen.set()
        for _ in range(1000):
            if gestaakt():
                gestaakt_gezien.set()
                raise Gestaakt
            time.sleep(0.005)
        return toon()

    monkeypatch.setattr(espeak.Espeak, "spreek", traag)
    luisteraar.spreker.lees([uiting()])
    assert begonnen.wait(5)
    luisteraar.spreker.stop()
    assert gestaakt_gezien.wait(2)


def test_closing_in_the_middle_leaves_no_thread_and_no_sound(maak_luisteraar: Maak) -> None:
    luisteraar = maak_luisteraar(versnelling=1.0)
    luisteraar.spreker.lees([uiting("a"), uiting("b", "Dit is een lange zin. " * 30)])
    luisteraar.wacht_op("a")
    luisteraar.spreker.sluit()
    assert luisteraar.spreker._bereider._pool.activeThreadCount() == 0
    assert not luisteraar.stilte.bezig
    assert luisteraar.sleutels[-1] == ""


def test_in_real_time_a_sound_takes_as_long_as_it_is(qtbot: Any) -> None:
    stilte = Stilte(bewaar=1)
    with qtbot.waitSignal(stilte.klaar, timeout=10_000):
        stilte.speel(toon(300))
        qtbot.wait(50)
        assert stilte.bezig
    assert stilte.gehoord[0] == toon(300)


def test_warming_loads_the_libraries_off_the_gui_thread(
    luisteraar: Luisteraar, monkeypatch: pytest.MonkeyPatch
) -> None:
    draden: list[int] = []
    monkeypatch.setattr(Espeak, "laad", lambda: draden.append(threading.get_ident()))
    luisteraar.spreker.verwarm()
    luisteraar.spreker._bereider._pool.waitForDone()
    assert len(draden) == 1
    assert draden[0] != threading.get_ident()


def test_a_sound_that_was_just_recorded_can_be_heard(luisteraar: Luisteraar) -> None:
    luisteraar.spreker.lees([uiting(), uiting("ja", "Ja.")])
    luisteraar.spreker.laat_horen(toon(300), "opname")
    luisteraar.qtbot.waitUntil(lambda: not luisteraar.spreker.bezig)
    assert luisteraar.gehoord == [toon(300)]
    assert luisteraar.sleutels == ["opname", ""]


def test_the_voices_to_try_are_named_and_can_be_heard_beside_a_recording(
    luisteraar: Luisteraar, kast: Nepkast
) -> None:
    vraag = uiting(taal="prs")
    kast.zet("prs", vraag.context, vraag.tekst, toon(700, 600))
    assert [(s.naam, s.vertrouwd) for s in luisteraar.spreker.stemmen("prs")] == [
        ("espeak:fa", False)
    ]
    assert luisteraar.spreker.stemmen("so") == []
    (klank,) = luisteraar.hoor_alles(replace(vraag, context=""))
    assert klank.aantal == pytest.approx(Espeak.spreek("fa", vraag.tekst).aantal, rel=0.02)


def test_the_workplace_has_one_speaker_and_stops_it(werkplek: Any) -> None:
    spreker = werkplek.spreker
    assert isinstance(spreker, Spreker)
    assert werkplek.spreker is spreker
    assert spreker.bron(uiting()) is Spraakbron.SYNTHETISCH
    zinnen: list[str] = []
    werkplek.melding.connect(zinnen.append)
    spreker.melding.emit("Hiervoor is geen stem.")
    assert zinnen == ["Hiervoor is geen stem."]
    spreker.lees([uiting(tekst="Dit duurt wel even. " * 5)])
    werkplek.los()
    assert not spreker.bezig
