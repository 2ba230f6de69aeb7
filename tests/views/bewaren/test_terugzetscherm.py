"""Putting a copy back through the windows: choose, agree, and open again as it was."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app import Toepassing
from desktop.models.dossier import Dossier
from desktop.models.vragen import Vragenlijst
from desktop.store.bestanden import KOPIEEN, OPZIJ, SLEUTEL, TERUGZETTEN
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.store.store import Store
from desktop.views.bewaren.terugzetten import Terugzetscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam

ZIN = "vier paarden in de wei"


@pytest.fixture
def scherm(qtbot: QtBot, werkplek: Werkplek) -> Terugzetscherm:
    scherm = Terugzetscherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.resize(1366, 768)
    return scherm


def toon(qtbot: QtBot, scherm: Terugzetscherm) -> None:
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)


def zet_terug(qtbot: QtBot, scherm: Terugzetscherm) -> None:
    scherm.begrepen.setFocus()
    qtbot.keyClick(scherm.begrepen, Qt.Key.Key_Space)
    qtbot.mouseClick(scherm.zet_terug, Qt.MouseButton.LeftButton)


def test_without_copies_it_says_so(qtbot: QtBot, scherm: Terugzetscherm) -> None:
    toon(qtbot, scherm)
    assert scherm.leeg.isVisible()
    assert not scherm.zet_terug.isEnabled()


def test_a_copy_is_chosen_and_agreed_with_before_anything_happens(
    qtbot: QtBot, store: Store, scherm: Terugzetscherm
) -> None:
    kopie = store.reservekopie()
    toon(qtbot, scherm)
    (keuze,) = scherm.groep.buttons()
    assert keuze.text() == "23-11-2026, 10:00: zelf gemaakt"
    assert not scherm.zet_terug.isEnabled()
    keuze.setChecked(True)
    assert scherm.gekozen == kopie
    assert not scherm.zet_terug.isEnabled()
    with qtbot.waitSignal(scherm.klaargezet, timeout=10_000):
        zet_terug(qtbot, scherm)
    assert (store.map / TERUGZETTEN).exists()
    assert not store.op_slot, "the swap is the program's"


def test_a_damaged_copy_is_said_and_nothing_happens(
    qtbot: QtBot,
    store: Store,
    scherm: Terugzetscherm,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    kapot = tmp_path_factory.mktemp("kapot") / "kapot.db"
    kapot.write_bytes(b"x" * 8192)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(kapot), ""))
    toon(qtbot, scherm)
    qtbot.mouseClick(scherm.ander, Qt.MouseButton.LeftButton)
    assert scherm.gekozen == kapot
    zet_terug(qtbot, scherm)
    qtbot.waitUntil(scherm.fout.isVisible)
    assert scherm.fout.text().startswith("Deze kopie gaat niet open.")
    assert scherm.zet_terug.isEnabled()
    assert not (store.map / TERUGZETTEN).exists()


def test_everything_has_a_name_and_can_be_reached(
    qtbot: QtBot, store: Store, scherm: Terugzetscherm
) -> None:
    store.reservekopie()
    toon(qtbot, scherm)
    scherm.groep.buttons()[0].setChecked(True)
    scherm.begrepen.setChecked(True)
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
    with qtbot.waitSignal(scherm.terug):
        qtbot.keyClick(scherm.begrepen, Qt.Key.Key_Escape)


# The whole program


@pytest.fixture
def map_(store: Store, lijst: Vragenlijst, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a key file; the copy in it has no dossier yet, the file has one."""
    from desktop.models.dossier import Medewerker, nieuw_nummer

    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", (time.time, TEST_PARAMETERS))
    map_ = store.map / "laptop"
    eigen = Store(map_, Sleutelbestand(map_ / SLEUTEL).maak(ZIN), lijst)
    with eigen.work() as work:
        ik = Medewerker(naam="Anneke de Boer", gemeente="0171")
        work.voeg_toe(ik)
    eigen.word(ik.id)
    eigen.reservekopie()
    with eigen.work() as work:
        nummer = nieuw_nummer("0171", eigen.vandaag())
        work.voeg_toe(
            Dossier(nummer=nummer, voornamen="Later", gemeente="0171", klantmanager_id=ik.id)
        )
    eigen.sluit()
    return map_


@pytest.fixture
def programma(qapp: QApplication, map_: Path, qtbot: QtBot) -> Iterator[Toepassing]:
    toepassing = Toepassing(map_)
    toepassing.venster.resize(1366, 768)
    toepassing.venster.show()
    toepassing.venster.activateWindow()
    ontgrendel(qtbot, toepassing)
    yield toepassing
    toepassing.venster.close()
    toepassing.venster.deleteLater()
    toepassing.deleteLater()
    qapp.processEvents()


def ontgrendel(qtbot: QtBot, toepassing: Toepassing) -> None:
    slot = toepassing.venster.slot_
    qtbot.keyClicks(slot.wachtzin, ZIN)
    qtbot.keyClick(slot.wachtzin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot, timeout=10_000)


def namen(toepassing: Toepassing) -> list[str]:
    assert toepassing.store is not None
    with toepassing.store.lees() as sessie:
        return list(sessie.scalars(sa.select(Dossier.voornamen)))


def test_the_program_locks_and_opens_with_the_copy(
    qtbot: QtBot, programma: Toepassing, map_: Path
) -> None:
    assert namen(programma) == ["Later"]
    ruimte = programma.werkruimte
    assert ruimte is not None
    ruimte.toon_instellingen()
    assert ruimte.instellingen is not None
    qtbot.mouseClick(ruimte.instellingen.kopieen.zet_terug, Qt.MouseButton.LeftButton)
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Terugzetscherm)
    zelf = next(k for k in scherm.groep.buttons() if k.text().endswith(": zelf gemaakt"))
    zelf.setChecked(True)
    zet_terug(qtbot, scherm)
    qtbot.waitUntil(lambda: programma.venster.op_slot, timeout=10_000)
    assert programma.store is None
    ontgrendel(qtbot, programma)
    assert namen(programma) == []
    assert programma.werkruimte is not ruimte
    assert len(list((map_ / OPZIJ).iterdir())) == 1
    assert not (map_ / TERUGZETTEN).exists()


def test_unlocking_makes_the_copy_of_the_day(
    qtbot: QtBot, programma: Toepassing, map_: Path
) -> None:
    def van_vandaag() -> list[Path]:
        return list((map_ / KOPIEEN).glob("viergesprek-dag-*.db"))

    qtbot.waitUntil(lambda: len(van_vandaag()) == 1, timeout=10_000)
    programma.venster.vergrendel()
    ontgrendel(qtbot, programma)
    qtbot.wait(200)
    assert len(van_vandaag()) == 1


def test_a_disk_without_room_for_the_copy_is_told(
    qtbot: QtBot, programma: Toepassing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.store import kopieen
    from desktop.store.fouten import SchijfVol

    def vol(_store: Store, **_meer: object) -> None:
        raise SchijfVol

    monkeypatch.setattr(kopieen, "dagelijks", vol)
    programma.venster.vergrendel()
    ontgrendel(qtbot, programma)
    qtbot.waitUntil(programma.venster._melding.isVisible)
    assert programma.venster._melding.text().startswith("De schijf is vol.")


def test_a_swap_that_cannot_be_made_is_said_on_the_lock_screen(
    qtbot: QtBot, programma: Toepassing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.store import wissel
    from desktop.store.fouten import BestandBezet

    def bezet(*_alles: object) -> None:
        raise BestandBezet

    monkeypatch.setattr(wissel, "beslis", bezet)
    assert programma.werkruimte is not None
    programma.werkruimte.terugzetten.emit()
    assert programma.venster.op_slot
    assert programma.venster.slot_.fout.text() == BestandBezet().zin
    ontgrendel(qtbot, programma)
    assert namen(programma) == ["Later"]
