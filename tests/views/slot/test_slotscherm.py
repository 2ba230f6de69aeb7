"""The lock screen by itself: the first start, wrong passphrases, the delay."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.store.bestanden import SLEUTEL as SLEUTELBESTAND
from desktop.store.fouten import SleutelbestandBeschadigd, WachtzinOnjuist, WachtzinTeVroeg
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from tests.pagina.slot import WACHTZIN, Slotpagina, sleutelbestand
from tests.pagina.toegankelijk import gesproken_naam, niet_te_bereiken, zonder_naam

Show = Callable[[], Slotpagina]


def met_mislukte_pogingen(map_: Path, aantal: int) -> bytes:
    """A key file with this many wrong tries, long ago; gives the data key."""
    klok = [1_000_000.0]
    bestand = Sleutelbestand(
        map_ / SLEUTELBESTAND, klok=lambda: klok[0], parameters=TEST_PARAMETERS
    )
    sleutel = bestand.maak(WACHTZIN)
    for _ in range(aantal):
        klok[0] += 3600
        with pytest.raises(WachtzinOnjuist):
            bestand.open("geen van allen dus")
    return sleutel


# The first start


def test_the_first_start_asks_a_name_and_a_passphrase_twice(slotscherm: Show) -> None:
    slot = slotscherm()
    assert sorted(slot.velden) == ["Gemeente", "Jouw naam", "Wachtzin", "Wachtzin, nog een keer"]
    assert "Kies een wachtzin" in slot.leesbaar
    assert slot.op_knop == "Beginnen"
    assert slot.scherm.naam.hasFocus()


@pytest.mark.parametrize(
    ("getypt", "hint"),
    [
        ("kort", "Maak je wachtzin langer."),
        ("welkom01!", "Maak je wachtzin langer."),
        (WACHTZIN, "Een goede wachtzin."),
    ],
)
def test_a_hint_says_how_strong_the_passphrase_is(slotscherm: Show, getypt: str, hint: str) -> None:
    slot = slotscherm().wachtzin(getypt)
    assert hint in slot.leesbaar
    assert hint not in slot.wachtzin("").leesbaar


@pytest.mark.parametrize(
    ("naam", "wachtzin", "herhaling", "zin"),
    [
        ("", WACHTZIN, WACHTZIN, "Schrijf je naam op. Je collega's zien wie wat heeft gedaan."),
        ("Anneke", "kort", "kort", "Kies een langere wachtzin: minstens 8 tekens."),
        (
            "Anneke",
            WACHTZIN,
            WACHTZIN + "!",
            "De twee wachtzinnen zijn niet gelijk. Typ ze nog een keer.",
        ),
        ("Anneke", WACHTZIN, "", "De twee wachtzinnen zijn niet gelijk. Typ ze nog een keer."),
    ],
)
def test_what_cannot_be_right_at_the_first_start_says_so(
    qtbot: QtBot,
    slotscherm: Show,
    map_: Path,
    naam: str,
    wachtzin: str,
    herhaling: str,
    zin: str,
) -> None:
    slot = slotscherm().naam(naam).wachtzin(wachtzin).herhaal(herhaling)
    with qtbot.assertNotEmitted(slot.scherm.eerste_keer):
        slot.klik()
    assert slot.melding == zin
    assert slot.kan_proberen
    assert slot.scherm.naam.text() == naam
    assert slot.scherm.wachtzin.text() == wachtzin
    assert list(map_.iterdir()) == []


def test_a_good_first_start_gives_key_name_and_gemeente(
    qtbot: QtBot, slotscherm: Show, map_: Path
) -> None:
    slot = slotscherm().naam("  Anneke de Boer ").wachtzin(WACHTZIN).herhaal(WACHTZIN)
    slot.scherm.gemeente.setFocus()
    qtbot.keyClick(slot.scherm.gemeente, Qt.Key.Key_Down)
    slot.scherm.herhaling.setFocus()
    with qtbot.waitSignal(slot.scherm.eerste_keer) as signaal:
        slot.enter()
    sleutel, naam, gemeente = signaal.args
    assert (naam, gemeente) == ("Anneke de Boer", "0184")
    assert sleutelbestand(map_).open(WACHTZIN) == sleutel


def test_the_passphrase_stands_behind_dots_until_one_asks(slotscherm: Show) -> None:
    slot = slotscherm()
    velden = (slot.scherm.wachtzin, slot.scherm.herhaling)
    assert {v.echoMode() for v in velden} == {QLineEdit.EchoMode.Password}
    slot.scherm.tonen.click()
    assert {v.echoMode() for v in velden} == {QLineEdit.EchoMode.Normal}
    slot.scherm.tonen.click()
    assert {v.echoMode() for v in velden} == {QLineEdit.EchoMode.Password}


def test_nothing_of_the_first_start_is_left_on_the_lock_screen(
    qtbot: QtBot, slotscherm: Show
) -> None:
    slot = slotscherm().naam("Anneke").wachtzin(WACHTZIN).herhaal(WACHTZIN)
    slot.scherm.tonen.click()
    with qtbot.waitSignal(slot.scherm.eerste_keer):
        slot.klik()
    slot.scherm.vergrendel()
    assert slot.velden == ["Wachtzin"]
    assert WACHTZIN not in slot.leesbaar
    assert "Welkom" not in slot.leesbaar
    assert slot.op_knop == "Openen"
    assert gesproken_naam(slot.scherm.knop) == "Openen"
    assert not slot.scherm.tonen.isChecked()
    with qtbot.waitSignal(slot.scherm.open):
        slot.wachtzin(WACHTZIN).enter()


# Later starts


def test_the_right_passphrase_opens(qtbot: QtBot, slotscherm: Show, map_: Path) -> None:
    sleutel = sleutelbestand(map_).maak(WACHTZIN)
    slot = slotscherm()
    assert slot.velden == ["Wachtzin"]
    assert slot.scherm.wachtzin.hasFocus()
    with qtbot.waitSignal(slot.scherm.open) as signaal:
        slot.wachtzin(WACHTZIN).enter()
    assert signaal.args == [sleutel]


def test_without_a_passphrase_the_screen_asks_for_it(slotscherm: Show, map_: Path) -> None:
    sleutelbestand(map_).maak(WACHTZIN)
    voor = (map_ / SLEUTELBESTAND).read_bytes()
    slot = slotscherm().klik()
    assert slot.melding == "Typ eerst je wachtzin."
    assert (map_ / SLEUTELBESTAND).read_bytes() == voor


def test_a_wrong_passphrase_says_so_and_harms_nothing(
    qtbot: QtBot, slotscherm: Show, map_: Path
) -> None:
    sleutel = sleutelbestand(map_).maak(WACHTZIN)
    pad = map_ / SLEUTELBESTAND
    voor = json.loads(pad.read_bytes())
    slot = slotscherm()
    with qtbot.assertNotEmitted(slot.scherm.open):
        zin = slot.probeer("vier koeien in de wei")
    assert zin.startswith("Deze wachtzin past niet.")
    assert zin.endswith("Je gegevens zijn veilig.")
    na = json.loads(pad.read_bytes())
    assert na.pop("pogingen") != voor.pop("pogingen")
    assert na == voor
    assert slot.scherm.wachtzin.hasFocus()
    assert slot.scherm.wachtzin.selectedText() != "", "ready to be typed anew"
    with qtbot.waitSignal(slot.scherm.open) as signaal:
        slot.wachtzin(WACHTZIN).enter()
    assert signaal.args == [sleutel]


def test_two_slips_cost_no_wait(slotscherm: Show, map_: Path) -> None:
    met_mislukte_pogingen(map_, 1)
    slot = slotscherm()
    slot.probeer("nog een keer mis")
    assert slot.kan_proberen


@pytest.mark.parametrize(
    ("eerder", "op_knop"),
    [
        (2, "Nog 1 seconde"),
        (3, "Nog 2 seconden"),
        (5, "Nog 8 seconden"),
        (20, "Nog 60 seconden"),
    ],
)
def test_every_further_wrong_passphrase_waits_longer(
    qtbot: QtBot, slotscherm: Show, map_: Path, eerder: int, op_knop: str
) -> None:
    met_mislukte_pogingen(map_, eerder)
    slot = slotscherm()
    slot.probeer("nog een keer mis")
    assert not slot.kan_proberen
    qtbot.waitUntil(lambda: slot.op_knop.startswith("Nog"))
    assert slot.op_knop == op_knop


def test_after_the_wait_the_right_passphrase_opens(
    qtbot: QtBot, slotscherm: Show, map_: Path
) -> None:
    sleutel = met_mislukte_pogingen(map_, 2)
    slot = slotscherm()
    slot.probeer("nog een keer mis")
    with qtbot.assertNotEmitted(slot.scherm.open):
        slot.wachtzin(WACHTZIN).enter()
    qtbot.waitUntil(lambda: slot.kan_proberen)
    assert slot.op_knop == "Openen"
    with qtbot.waitSignal(slot.scherm.open) as signaal:
        slot.enter()
    assert signaal.args == [sleutel]


def test_starting_again_does_not_skip_the_wait(qtbot: QtBot, slotscherm: Show, map_: Path) -> None:
    met_mislukte_pogingen(map_, 20)
    slotscherm().probeer("nog een keer mis")
    weer = slotscherm()
    with qtbot.assertNotEmitted(weer.scherm.open):
        zin = weer.probeer(WACHTZIN)
    assert zin == WachtzinTeVroeg.STANDAARD
    assert not weer.kan_proberen


def test_a_damaged_key_file_says_what_to_do(slotscherm: Show, map_: Path) -> None:
    sleutelbestand(map_).maak(WACHTZIN)
    pad = map_ / SLEUTELBESTAND
    pad.write_bytes(pad.read_bytes()[:100])
    slot = slotscherm()
    assert slot.probeer(WACHTZIN) == SleutelbestandBeschadigd.STANDAARD
    assert slot.kan_proberen
    assert len(pad.read_bytes()) == 100, "nothing is written over it"


@pytest.mark.parametrize("nieuw", [True, False])
def test_everything_on_the_lock_screen_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, slotscherm: Show, map_: Path, nieuw: bool
) -> None:
    if not nieuw:
        sleutelbestand(map_).maak(WACHTZIN)
    slot = slotscherm()
    assert zonder_naam(slot.scherm) == []
    assert niet_te_bereiken(qtbot, slot.scherm, slot.scherm.wachtzin) == []


def test_enter_on_the_button_opens_too(qtbot: QtBot, slotscherm: Show, map_: Path) -> None:
    sleutelbestand(map_).maak(WACHTZIN)
    slot = slotscherm().wachtzin(WACHTZIN)
    slot.scherm.knop.setFocus()
    with qtbot.waitSignal(slot.scherm.open):
        slot.enter()
