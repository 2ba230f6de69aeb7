"""The settings of a laptop: passphrase, key store, lock, backup."""

from __future__ import annotations

import time
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.store.bestanden import SLEUTEL
from desktop.store.fouten import WachtzinOnjuist
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.store.store import Store
from desktop.views.instellingen.scherm import Instellingenscherm
from desktop.views.slot.scherm import Slotscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from desktop.views.widgets.indeling import Sectie
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam

OUD, NIEUW = "vier paarden in de wei", "zeven gele fietsen"


class Geheugenbos(KeyringBackend):
    """A key store that lives as long as the test."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.inhoud: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.inhoud[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.inhoud.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.inhoud[service, username]


@pytest.fixture
def bos() -> Iterator[Geheugenbos]:
    vorige = keyring.get_keyring()
    eigen = Geheugenbos()
    keyring.set_keyring(eigen)
    yield eigen
    keyring.set_keyring(vorige)


@pytest.fixture
def geen_bos() -> Iterator[None]:
    vorige = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(vorige)


@pytest.fixture
def bestand(store: Store, monkeypatch: pytest.MonkeyPatch) -> Sleutelbestand:
    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", (time.time, TEST_PARAMETERS))
    bestand = Sleutelbestand(store.map / SLEUTEL)
    bestand.maak(OUD)
    return bestand


@pytest.fixture
def scherm(qtbot: QtBot, werkplek: Werkplek, bestand: Sleutelbestand) -> Instellingenscherm:
    scherm = Instellingenscherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.resize(1200, 1000)
    scherm.show()
    scherm.activateWindow()
    return scherm


def druk(qtbot: QtBot, knop: QPushButton) -> None:
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)


def test_a_new_passphrase_opens_the_same_key_and_the_old_one_nothing(
    qtbot: QtBot, scherm: Instellingenscherm, bestand: Sleutelbestand
) -> None:
    voor = bestand.open(OUD)
    kaart = scherm.wachtzin
    qtbot.keyClicks(kaart.oude, OUD)
    qtbot.keyClicks(kaart.nieuwe, NIEUW)
    assert kaart.hint.isVisible()
    qtbot.keyClicks(kaart.herhaling, NIEUW)
    druk(qtbot, kaart.wijzig)
    qtbot.waitUntil(lambda: "veranderd" in kaart.klaar.text(), timeout=10_000)
    assert bestand.open(NIEUW) == voor
    with pytest.raises(WachtzinOnjuist):
        bestand.open(OUD)
    assert {v.text() for v in (kaart.oude, kaart.nieuwe, kaart.herhaling)} == {""}


def test_a_wrong_old_passphrase_is_said_and_nothing_typed_is_lost(
    qtbot: QtBot, scherm: Instellingenscherm, bestand: Sleutelbestand
) -> None:
    kaart = scherm.wachtzin
    qtbot.keyClicks(kaart.oude, "iets heel anders")
    for veld in (kaart.nieuwe, kaart.herhaling):
        qtbot.keyClicks(veld, NIEUW)
    qtbot.keyClick(kaart.herhaling, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(kaart.fout.text()), timeout=10_000)
    assert kaart.fout.isVisible()
    assert kaart.nieuwe.text() == NIEUW


def test_two_different_new_passphrases_are_refused(
    qtbot: QtBot, scherm: Instellingenscherm, bestand: Sleutelbestand
) -> None:
    kaart = scherm.wachtzin
    qtbot.keyClicks(kaart.oude, OUD)
    qtbot.keyClicks(kaart.nieuwe, NIEUW)
    qtbot.keyClicks(kaart.herhaling, f"{NIEUW}!")
    druk(qtbot, kaart.wijzig)
    assert "niet gelijk" in kaart.fout.text()
    assert kaart.herhaling.hasFocus()
    bestand.open(OUD)


def test_the_key_can_be_kept_by_the_system_and_then_opens_without_a_passphrase(
    qtbot: QtBot, bos: Geheugenbos, scherm: Instellingenscherm, bestand: Sleutelbestand
) -> None:
    kaart = scherm.sleutelbos
    qtbot.waitUntil(kaart.aan.isVisible, timeout=10_000)
    qtbot.keyClicks(kaart.wachtzin, OUD)
    druk(qtbot, kaart.aan)
    qtbot.waitUntil(kaart.uit.isVisible, timeout=10_000)
    slot = Slotscherm(bestand._pad, lambda: ())
    qtbot.addWidget(slot)
    slot.show()
    qtbot.waitUntil(slot.zonder.isVisible, timeout=10_000)
    with qtbot.waitSignal(slot.open, timeout=10_000) as signaal:
        druk(qtbot, slot.zonder)
    assert signaal.args == [bestand.open(OUD)]
    druk(qtbot, kaart.uit)
    qtbot.waitUntil(kaart.aan.isVisible, timeout=10_000)
    assert not bos.inhoud
    assert bestand.open_met_systeem() is None


def test_when_the_key_store_forgot_the_key_the_lock_screen_asks_the_passphrase(
    qtbot: QtBot, bos: Geheugenbos, bestand: Sleutelbestand
) -> None:
    bestand.onthoud_in_systeem(bestand.open(OUD))
    slot = Slotscherm(bestand._pad, lambda: ())
    qtbot.addWidget(slot)
    slot.show()
    qtbot.waitUntil(slot.zonder.isVisible, timeout=10_000)
    bos.inhoud.clear()
    druk(qtbot, slot.zonder)
    qtbot.waitUntil(lambda: "wachtzin" in slot.fout.text(), timeout=10_000)
    assert slot.zonder.isHidden()


def test_without_a_trusted_key_store_there_is_nothing_to_choose(
    qtbot: QtBot, geen_bos: None, scherm: Instellingenscherm
) -> None:
    kaart = scherm.sleutelbos
    qtbot.waitUntil(lambda: "geen sleutelbos" in kaart.klaar.text(), timeout=10_000)
    assert kaart.aan.isHidden()
    assert kaart.uit.isHidden()


def test_the_minutes_before_the_lock_are_kept(
    qtbot: QtBot, scherm: Instellingenscherm, werkplek: Werkplek
) -> None:
    assert scherm.minuten.currentData() == 10
    scherm.minuten.setFocus()
    with qtbot.waitSignal(scherm.minuten_gekozen) as signaal:
        qtbot.keyClick(scherm.minuten, Qt.Key.Key_Up)
        scherm.minuten.activated.emit(scherm.minuten.currentIndex())
    assert signaal.args == [5]
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    assert ruimte.minuten == 5


def test_a_backup_is_made_and_named(qtbot: QtBot, scherm: Instellingenscherm, store: Store) -> None:
    druk(qtbot, scherm.kopieen.maak)
    qtbot.waitUntil(lambda: "Klaar" in scherm.kopieen.uitkomst.text(), timeout=10_000)
    (kopie,) = (store.map / "reservekopieen").iterdir()
    assert kopie.name in scherm.kopieen.uitkomst.text()


def test_the_licences_are_named(scherm: Instellingenscherm) -> None:
    from PySide6.QtWidgets import QLabel

    tekst = " ".join(label.text() for label in scherm.findChildren(QLabel))
    for naam in ("EUPL-1.2", "OpenMoji", "CC BY-SA 4.0", "Kurinto"):
        assert naam in tekst


def test_no_card_is_higher_than_what_stands_in_it(
    qtbot: QtBot, scherm: Instellingenscherm, geen_bos: None
) -> None:
    qtbot.waitUntil(scherm.isActiveWindow)

    def te_hoog() -> dict[str, int]:
        kaarten = [kaart for kaart in scherm.findChildren(Sectie) if kaart.isVisible()]
        over = {type(k).__name__: k.height() - k.heightForWidth(k.width()) for k in kaarten}
        return {naam: meer for naam, meer in over.items() if meer > 1}

    qtbot.waitUntil(lambda: te_hoog() == {})


def test_everything_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, geen_bos: None, scherm: Instellingenscherm
) -> None:
    qtbot.waitUntil(lambda: bool(scherm.sleutelbos.klaar.text()), timeout=10_000)
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []


def test_settings_open_from_the_caseload_and_escape_goes_back(
    qtbot: QtBot, werkplek: Werkplek, bestand: Sleutelbestand
) -> None:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1200, 800)
    ruimte.show()
    ruimte.activateWindow()
    druk(qtbot, ruimte.lijst.knop_instellingen)
    assert ruimte.instellingen is not None
    qtbot.waitUntil(ruimte.instellingen.knop_terug.hasFocus)
    qtbot.keyClick(ruimte.instellingen.knop_terug, Qt.Key.Key_Escape)
    qtbot.waitUntil(ruimte.lijst.isVisible)


def test_data_without_its_key_file_is_no_first_start(
    qtbot: QtBot, store: Store, bestand: Sleutelbestand
) -> None:
    bestand._pad.unlink()
    slot = Slotscherm(bestand._pad, lambda: ())
    qtbot.addWidget(slot)
    slot.show()
    assert slot.naam.isHidden()
    qtbot.keyClicks(slot.wachtzin, OUD)
    druk(qtbot, slot.knop)
    qtbot.waitUntil(lambda: "sleutelbestand" in slot.fout.text().lower(), timeout=10_000)
