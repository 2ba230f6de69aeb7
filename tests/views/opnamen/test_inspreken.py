"""Somebody reads the prompts in one go, with the space bar and Enter."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.opname import Opname
from desktop.models.opnamewerk import Inspreekopdracht, Opnamestand, Zin
from desktop.speech.fouten import OnderdeelOntbreekt
from desktop.speech.klank import Klank
from desktop.store.store import Store
from desktop.views.opnamen import inspreken as module
from desktop.views.opnamen import vastleggen
from desktop.views.opnamen.inspreken import Inspreekscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.opnamen import Inspreekpagina, Microfoons, geluid_uit
from tests.pagina.toegankelijk import gesproken_naam, niet_te_bereiken, zonder_naam
from tests.speech.nep import hoogte, stilte, toon
from tests.views.opnamen.conftest import RAHEL

Zinnen = Callable[..., list[Zin]]
Maker = Callable[..., Inspreekpagina]


def opnamen(store: Store) -> list[Opname]:
    with store.lees() as sessie:
        return list(sessie.scalars(sa.select(Opname).order_by(Opname.context)))


def test_space_records_and_stops_and_what_was_read_is_kept(
    inspreken: Inspreekpagina, plek: Werkplek, store: Store, zinnen_van: Zinnen
) -> None:
    eerste, alle = zinnen_van()[0], len(zinnen_van())
    assert (inspreken.tekst, inspreken.nederlands) == (eerste.tekst, eerste.nederlands)
    assert inspreken.teller == f"0 van {alle} zinnen opgenomen"
    assert inspreken.knop == "Neem op (spatie)"
    inspreken.begin()
    assert inspreken.knop == "Stop (spatie)"
    inspreken.spatie()
    inspreken.wacht_bewaard()
    assert inspreken.teller == f"1 van {alle} zinnen opgenomen"
    assert inspreken.tekens()[eerste.nederlands] is Opnamestand.GOED
    rijen = opnamen(store)
    assert {r.context for r in rijen} == set(eerste.contexten)
    rij = rijen[0]
    assert (rij.taal, rij.tekst, rij.spreker) == ("ti", eerste.tekst, "Rahel Tesfay")
    assert (rij.toestemming_op, rij.opgenomen_op) == (RAHEL.toestemming_op, store.vandaag())
    gevonden = plek.opnamen.zoek("ti", "", eerste.contexten[0])
    assert gevonden is not None
    klank = Klank.uit_ogg(gevonden.ogg)
    assert klank.duur_ms == pytest.approx(rij.duur_ms, abs=10)
    assert klank.duur_ms == pytest.approx(900, abs=30), "silence at its ends is cut to a breath"
    assert hoogte(klank.stuk(klank.ritme // 4, klank.ritme // 2)) == pytest.approx(500, rel=0.03)


def test_enter_goes_on_to_the_next_and_keeps_what_was_being_read(
    inspreken: Inspreekpagina, store: Store, zinnen_van: Zinnen
) -> None:
    een, twee, drie = zinnen_van()[:3]
    inspreken.lees_voor()
    inspreken.enter()
    assert inspreken.tekst == twee.tekst
    inspreken.begin()
    inspreken.enter()
    assert inspreken.tekst == drie.tekst
    inspreken.qtbot.waitUntil(lambda: inspreken.teller.startswith("2 van"), timeout=10_000)
    teksten = {r.tekst for r in opnamen(store)}
    assert teksten == {een.tekst, twee.tekst}
    inspreken.enter()
    assert inspreken.tekst not in {z.tekst for z in (een, twee, drie)}, "a sentence may wait"


def test_tomorrow_it_goes_on_where_it_was(
    maak_inspreken: Maker, zinnen_van: Zinnen, qtbot: QtBot
) -> None:
    inspreken = maak_inspreken()
    inspreken.lees_voor()
    inspreken.scherm.close()
    weer = maak_inspreken()
    assert weer.tekst == zinnen_van()[1].tekst
    assert weer.teller.startswith("1 van")
    assert zinnen_van()[0].nederlands not in weer.tekens()


def test_what_goes_wrong_with_one_sentence_leaves_the_one_before_on_its_way(
    inspreken: Inspreekpagina, store: Store, zinnen_van: Zinnen, monkeypatch: pytest.MonkeyPatch
) -> None:
    een, twee = zinnen_van()[:2]
    door, echt = threading.Event(), vastleggen.neem_zin_op

    def neem(store: Store, opdracht: Inspreekopdracht, zin: Zin, ogg: bytes, duur: int) -> None:
        if zin == twee:
            raise RuntimeError
        door.wait(20)
        echt(store, opdracht, zin, ogg, duur)

    monkeypatch.setattr(vastleggen, "neem_zin_op", neem)
    inspreken.begin()
    inspreken.enter()
    inspreken.begin()
    inspreken.spatie()
    zin = "Bewaren lukte niet. Neem deze zin opnieuw op."
    inspreken.qtbot.waitUntil(lambda: inspreken.melding == zin, timeout=10_000)
    inspreken.toets(Qt.Key.Key_Tab)
    inspreken.scherm.lijst.setCurrentIndex(inspreken.scherm.lijst.zinnen.index(0))
    assert inspreken.tekst == een.tekst
    assert inspreken.stand == "Bewaren…", "the first one is still on its way"
    door.set()
    inspreken.qtbot.waitUntil(lambda: inspreken.teller.startswith("1 van"), timeout=10_000)
    assert {r.tekst for r in opnamen(store)} == {een.tekst}


def test_leaving_at_once_keeps_what_was_just_read(
    plek: Werkplek, microfoons: Microfoons, store: Store, qtbot: QtBot
) -> None:
    scherm = Inspreekscherm(plek, RAHEL)
    scherm.show()
    inspreken = Inspreekpagina(qtbot, scherm, microfoons)
    inspreken.begin()
    inspreken.spatie()
    assert inspreken.stand == "Bewaren…"
    with qtbot.waitSignal(scherm.destroyed):
        scherm.deleteLater()
    qtbot.waitUntil(lambda: bool(opnamen(store)), timeout=10_000)


def test_an_outdated_recording_is_in_the_list_and_is_replaced(
    maak_inspreken: Maker, neem_op: Callable[..., None], zinnen_van: Zinnen, store: Store
) -> None:
    eerste, tweede = zinnen_van()[:2]
    neem_op(replace(eerste, tekst="ብሉጽ"), tweede)
    inspreken = maak_inspreken()
    assert inspreken.tekens()[eerste.nederlands] is Opnamestand.VEROUDERD
    assert tweede.nederlands not in inspreken.tekens()
    assert inspreken.stand.startswith("De tekst is veranderd")
    inspreken.lees_voor()
    assert inspreken.tekens()[eerste.nederlands] is Opnamestand.GOED
    rij = next(r for r in opnamen(store) if r.context == eerste.contexten[0])
    assert rij.tekst == eerste.tekst


def test_reading_again_takes_the_place_of_what_was_read(
    inspreken: Inspreekpagina, microfoons: Microfoons, store: Store
) -> None:
    inspreken.lees_voor()
    assert inspreken.knop == "Opnieuw (spatie)"
    (eerst, *_) = opnamen(store)
    microfoons.klanken = [toon(1500, 500)]
    inspreken.begin()
    inspreken.spatie()
    inspreken.qtbot.waitUntil(lambda: opnamen(store)[0].duur_ms > 1400, timeout=10_000)
    assert len(opnamen(store)) == len({r.context for r in opnamen(store)})
    assert opnamen(store)[0].id == eerst.id
    assert inspreken.teller.startswith("1 van"), "counted once"


def test_listening_plays_what_was_kept(inspreken: Inspreekpagina, plek: Werkplek) -> None:
    assert not inspreken.scherm.kaart.luister.isEnabled()
    inspreken.lees_voor()
    inspreken.scherm.kaart.luister.click()
    inspreken.qtbot.waitUntil(lambda: not plek.spreker.bezig, timeout=10_000)
    (klank,) = geluid_uit(plek).gehoord
    assert klank.duur_ms == pytest.approx(900, abs=30)
    assert hoogte(klank.stuk(klank.ritme // 4, klank.ritme // 2)) == pytest.approx(500, rel=0.03)
    assert inspreken.scherm.kaart.neem_op.hasFocus(), "the space bar records again"


def test_a_sound_that_nobody_hears_is_a_sentence(inspreken: Inspreekpagina, plek: Werkplek) -> None:
    inspreken.lees_voor()
    inspreken.scherm.kaart.luister.click()
    geluid_uit(plek).melding.emit("Er is geen luidspreker gevonden.")
    assert inspreken.melding == "Er is geen luidspreker gevonden."


def test_a_word_that_stands_in_many_places_is_read_once(
    maak_inspreken: Maker, zinnen_van: Zinnen, store: Store
) -> None:
    nee = next(z for z in zinnen_van("ti", "") if z.nederlands == "Nee")
    inspreken = maak_inspreken(replace(RAHEL, deel=""))
    assert list(inspreken.tekens()).count("Nee") == 1
    inspreken.kies("Nee")
    assert inspreken.tekst == nee.tekst
    inspreken.lees_voor()
    assert {r.context for r in opnamen(store)} == set(nee.contexten)
    assert len(nee.contexten) > 10


def test_the_meter_follows_the_voice_and_falls_back(
    inspreken: Inspreekpagina, qtbot: QtBot
) -> None:
    gezien: list[float] = []
    inspreken.scherm.opnemer.niveau.connect(
        lambda _n: gezien.append(inspreken.scherm.kaart.meter.niveau)
    )
    inspreken.begin()
    inspreken.spatie()
    assert max(gezien) == pytest.approx(0.5 / 2**0.5, rel=0.05)
    assert inspreken.scherm.kaart.meter.niveau == 0


def test_a_soft_voice_gets_advice_and_is_kept(
    inspreken: Inspreekpagina, microfoons: Microfoons, store: Store
) -> None:
    microfoons.klanken = [toon(600, sterkte=0.02)]
    inspreken.lees_voor()
    assert "zacht" in inspreken.melding
    assert opnamen(store)
    microfoons.klanken = [toon(600, sterkte=0.3)]
    inspreken.lees_voor()
    inspreken.qtbot.waitUntil(lambda: not inspreken.melding)


def test_only_silence_is_a_sentence_and_nothing_is_kept(
    inspreken: Inspreekpagina, microfoons: Microfoons, store: Store
) -> None:
    microfoons.klanken = [stilte(400)]
    inspreken.begin()
    inspreken.spatie()
    assert "geen geluid" in inspreken.melding
    assert inspreken.knop == "Neem op (spatie)"
    assert opnamen(store) == []


def test_without_a_microphone_it_says_so_and_goes_on_when_there_is_one(
    maak_inspreken: Maker, microfoons: Microfoons, store: Store
) -> None:
    microfoons.codes = []
    inspreken = maak_inspreken()
    assert "geen microfoon" in inspreken.melding
    inspreken.spatie()
    assert "geen microfoon" in inspreken.melding
    assert inspreken.knop == "Neem op (spatie)"
    microfoons.sluit_aan("mic")
    assert inspreken.melding == ""
    inspreken.lees_voor()
    assert opnamen(store)


def test_a_microphone_that_disappears_is_a_sentence(
    inspreken: Inspreekpagina, microfoons: Microfoons, store: Store
) -> None:
    microfoons.raakt_los = True
    inspreken.spatie()
    inspreken.qtbot.waitUntil(lambda: not inspreken.scherm.opnemer.bezig)
    assert "losgeraakt" in inspreken.melding
    assert opnamen(store) == []
    microfoons.raakt_los = False
    inspreken.lees_voor()
    assert opnamen(store)


def test_of_two_microphones_one_can_be_chosen(
    maak_inspreken: Maker, microfoons: Microfoons
) -> None:
    inspreken = maak_inspreken()
    keuze = inspreken.scherm.kaart.microfoon
    assert not keuze.isVisible(), "nothing to choose"
    microfoons.sluit_aan("mic", "headset")
    assert keuze.isVisible()
    keuze.setFocus()
    inspreken.qtbot.keyClick(keuze, Qt.Key.Key_Down)
    inspreken.scherm.kaart.neem_op.setFocus()
    inspreken.lees_voor()
    assert microfoons.geopend == ["headset"]
    assert maak_inspreken().scherm.kaart.microfoon.currentData() == "headset"


def test_without_qts_sound_it_says_so(maak_inspreken: Maker, microfoons: Microfoons) -> None:
    microfoons.codes = []
    microfoons.compleet = False
    inspreken = maak_inspreken()
    assert "onderdeel voor geluid ontbreekt" in inspreken.melding
    assert not inspreken.scherm.kaart.neem_op.isEnabled()
    inspreken.spatie()
    inspreken.enter()
    assert "onderdeel voor geluid ontbreekt" in inspreken.melding


def test_without_the_library_that_presses_sound_it_says_so(
    maak_inspreken: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ontbreekt() -> None:
        raise OnderdeelOntbreekt("")

    monkeypatch.setattr(module, "laad_soundfile", ontbreekt)
    inspreken = maak_inspreken()
    inspreken.qtbot.waitUntil(lambda: not inspreken.scherm.kaart.neem_op.isEnabled())
    assert "onderdeel voor geluid ontbreekt" in inspreken.melding


def test_a_sound_that_cannot_be_pressed_is_a_sentence(
    inspreken: Inspreekpagina, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    def ontbreekt(_klank: Klank) -> bytes:
        raise OnderdeelOntbreekt("")

    monkeypatch.setattr(Klank, "als_ogg", ontbreekt)
    inspreken.begin()
    inspreken.spatie()
    inspreken.qtbot.waitUntil(lambda: "onderdeel" in inspreken.melding)
    assert inspreken.teller.startswith("0 van")
    assert inspreken.knop == "Neem op (spatie)"
    assert opnamen(store) == []


def test_nobody_is_recorded_while_the_screen_is_away(
    inspreken: Inspreekpagina, store: Store
) -> None:
    inspreken.begin()
    inspreken.scherm.hide()
    assert not inspreken.scherm.opnemer.bezig
    assert opnamen(store) == []


def test_another_sentence_is_not_chosen_while_one_is_read(inspreken: Inspreekpagina) -> None:
    inspreken.begin()
    assert not inspreken.scherm.lijst.isEnabled()
    inspreken.spatie()
    inspreken.wacht_bewaard()
    assert inspreken.scherm.lijst.isEnabled()


def test_when_all_is_read_it_says_thank_you(
    maak_inspreken: Maker, neem_op: Callable[..., None], zinnen_van: Zinnen
) -> None:
    neem_op(*zinnen_van()[:-1])
    inspreken = maak_inspreken()
    inspreken.lees_voor()
    inspreken.enter()
    assert inspreken.tekst.startswith("Alles is opgenomen")
    alle = len(zinnen_van())
    assert inspreken.teller == f"{alle} van {alle} zinnen opgenomen"
    assert not inspreken.scherm.kaart.neem_op.isEnabled()
    inspreken.spatie()
    assert maak_inspreken().tekst.startswith("Alles is opgenomen")


def test_a_language_without_translations_has_nothing_to_read(maak_inspreken: Maker) -> None:
    inspreken = maak_inspreken(replace(RAHEL, taal="ti", deel="Bestaat niet"))
    assert "nog niets vertaald" in inspreken.tekst
    assert not inspreken.scherm.kaart.neem_op.isEnabled()


def test_right_to_left_stands_right_to_left(maak_inspreken: Maker) -> None:
    inspreken = maak_inspreken(replace(RAHEL, taal="ar"))
    assert inspreken.scherm.kaart.tekst.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert inspreken.scherm.kaart.nederlands.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_no_name_in_a_log_or_a_file(
    maak_inspreken: Maker, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    inspreken = maak_inspreken()
    inspreken.lees_voor()
    assert "Rahel" not in caplog.text
    assert "Rahel" not in inspreken.scherm.windowTitle()
    bestanden = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert bestanden
    assert not any("ahel" in p.name for p in bestanden)
    assert not any(b"Rahel" in p.read_bytes() or b"OggS" in p.read_bytes() for p in bestanden)


def test_everything_has_a_name_and_can_be_reached(
    inspreken: Inspreekpagina, microfoons: Microfoons
) -> None:
    microfoons.sluit_aan("mic", "headset")
    inspreken.lees_voor()
    scherm = inspreken.scherm
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(inspreken.qtbot, scherm, scherm.kaart.neem_op) == []
    assert gesproken_naam(scherm.kaart.meter) == "Geluid van de microfoon"
    with inspreken.qtbot.waitSignal(scherm.terug):
        inspreken.toets(Qt.Key.Key_Escape)
