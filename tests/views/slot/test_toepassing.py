"""The whole program: first start, lock, unlock, a folder that is not well, a second start."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.app import Enige, Toepassing
from desktop.models.dossier import Dossier, Medewerker
from desktop.store import heel
from desktop.store.bestanden import GEGEVENS as BESTAND
from desktop.store.fouten import BestandBeschadigd, BestandTeNieuw, MapAlleenLezen, OpSlot
from desktop.store.motor import verbind
from tests.pagina.dossierblad import Dossierbladpagina
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.dossierlijst import Dossierlijst
from tests.pagina.slot import WACHTZIN, Slotpagina, sleutelbestand
from tests.pagina.toegankelijk import niet_te_bereiken

Start = Callable[[], Toepassing]

STIL_MINUTEN = 0.0005
"""So short that the silence is there at once."""


def slot_van(qtbot: QtBot, toepassing: Toepassing) -> Slotpagina:
    return Slotpagina(qtbot, toepassing.venster.slot_)


def ontgrendel(qtbot: QtBot, toepassing: Toepassing) -> None:
    """Types the passphrase and waits for what is behind the lock."""
    slot_van(qtbot, toepassing).wachtzin(WACHTZIN).enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)


@pytest.fixture
def geopend(qtbot: QtBot, map_: Path, start: Start) -> Toepassing:
    """The program, opened in a folder that was just made."""
    sleutelbestand(map_).maak(WACHTZIN)
    toepassing = start()
    ontgrendel(qtbot, toepassing)
    return toepassing


# The first start


def test_the_first_start_leads_to_an_empty_list_and_knows_who_it_is(
    qtbot: QtBot, start: Start
) -> None:
    toepassing = start()
    assert toepassing.venster.op_slot
    slot = slot_van(qtbot, toepassing)
    slot.naam("Anneke de Boer").wachtzin(WACHTZIN).herhaal(WACHTZIN).enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)
    assert toepassing.werkruimte is not None
    assert toepassing.store is not None
    lijst = Dossierlijst(qtbot, toepassing.werkruimte.lijst)
    assert lijst.leegstaat[0] == "Hier komen je dossiers"
    with toepassing.store.lees() as sessie:
        ik = sessie.get_one(Medewerker, toepassing.store.gebruiker_id)
    assert (ik.naam, ik.gemeente) == ("Anneke de Boer", "0171")


def test_a_later_start_shows_what_was_made_before(
    qtbot: QtBot, geopend: Toepassing, start: Start
) -> None:
    assert geopend.werkruimte is not None
    geopend.werkruimte.toon_formulier_nieuw("")
    Formulierpagina(qtbot, geopend.werkruimte.formulier).typ("voornamen", "Suharto").bewaar()
    geopend.venster.close()
    toepassing = start()
    assert toepassing.werkruimte is None, "nothing is read before the passphrase"
    ontgrendel(qtbot, toepassing)
    assert toepassing.werkruimte is not None
    assert Dossierlijst(qtbot, toepassing.werkruimte.lijst).namen == ["Suharto"]


# Locking


def test_silence_locks_and_unlocking_shows_the_same_place(
    qtbot: QtBot, geopend: Toepassing
) -> None:
    venster, ruimte, store = geopend.venster, geopend.werkruimte, geopend.store
    assert ruimte is not None
    assert store is not None
    ruimte.toon_formulier_nieuw("")
    form = Formulierpagina(qtbot, ruimte.formulier).typ("voornamen", "Amina").typ("bsn", "0123")
    form.huisgenoot_erbij().typ("huisgenoten.0.naam", "Sara")
    with qtbot.waitSignal(venster.vergrendeld):
        venster.stilte.zet_minuten(STIL_MINUTEN)
    assert venster.op_slot
    assert not ruimte.isVisible()
    assert store.op_slot
    with pytest.raises(OpSlot), store.lees():
        pass
    slot = slot_van(qtbot, geopend)
    assert slot.velden == ["Wachtzin"]
    assert slot.scherm.wachtzin.text() == ""
    assert slot.scherm.wachtzin.hasFocus()

    venster.stilte.zet_minuten(10)
    ontgrendel(qtbot, geopend)
    assert geopend.werkruimte is ruimte
    assert form.scherm.isVisible()
    assert form.staat_in("voornamen") == "Amina"
    assert form.staat_in("bsn") == "0123"
    assert form.staat_in("huisgenoten.0.naam") == "Sara"
    form.kies("huisgenoten.0.relatie", "Kind").typ("bsn", "012345672").bewaar()
    with store.lees() as sessie:
        assert sessie.query(Dossier).one().bsn == "012345672"


def test_what_was_typed_just_before_the_lock_is_on_disk_after_unlocking(
    qtbot: QtBot, geopend: Toepassing
) -> None:
    assert geopend.werkruimte is not None
    assert geopend.store is not None
    geopend.werkruimte.toon_formulier_nieuw("")
    Formulierpagina(qtbot, geopend.werkruimte.formulier).typ("voornamen", "Amina")
    geopend.venster.vergrendel()
    ontgrendel(qtbot, geopend)
    concept = geopend.store.lokaal("concept:dossier:nieuw")
    assert concept is not None
    assert "Amina" in concept


def test_a_half_typed_form_survives_a_program_that_was_killed(
    qtbot: QtBot, geopend: Toepassing, start: Start
) -> None:
    assert geopend.werkruimte is not None
    store = geopend.store
    assert store is not None
    geopend.werkruimte.toon_formulier_nieuw("")
    Formulierpagina(qtbot, geopend.werkruimte.formulier).typ("voornamen", "Amina")
    qtbot.waitUntil(lambda: store.lokaal("concept:dossier:nieuw") is not None)
    # The first one is not closed: nothing that a good end would still write is written.
    toepassing = start()
    ontgrendel(qtbot, toepassing)
    assert toepassing.werkruimte is not None
    toepassing.werkruimte.toon_formulier_nieuw("")
    form = Formulierpagina(qtbot, toepassing.werkruimte.formulier)
    assert form.staat_in("voornamen") == "Amina"
    assert form.zegt_concept


def test_ctrl_l_locks_and_a_wrong_passphrase_stays_locked(
    qtbot: QtBot, geopend: Toepassing
) -> None:
    qtbot.keyClick(geopend.venster, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert geopend.venster.op_slot
    zin = slot_van(qtbot, geopend).probeer("vier koeien in de wei")
    assert zin.startswith("Deze wachtzin past niet.")
    assert geopend.venster.op_slot
    assert geopend.store is not None
    assert geopend.store.op_slot
    ontgrendel(qtbot, geopend)


def test_a_list_that_was_open_does_not_hang_over_the_lock_screen(
    qtbot: QtBot, geopend: Toepassing
) -> None:
    assert geopend.werkruimte is not None
    geopend.werkruimte.toon_formulier_nieuw("")
    lijst = geopend.werkruimte.formulier.blad.veld("klantmanager_id").invoer
    assert isinstance(lijst, QComboBox)
    lijst.showPopup()
    assert QApplication.activePopupWidget() is not None
    geopend.venster.vergrendel()
    assert QApplication.activePopupWidget() is None
    zichtbaar = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert zichtbaar == [geopend.venster]


@pytest.mark.parametrize("gebaar", ["toets", "muis"])
def test_any_gesture_in_any_window_begins_the_count_anew(
    qtbot: QtBot, geopend: Toepassing, gebaar: str
) -> None:
    stilte = geopend.venster.stilte
    ander = QWidget()
    qtbot.addWidget(ander)
    ander.show()
    stilte._timer.stop()
    stilte._timer = Mock()
    if gebaar == "toets":
        qtbot.keyClick(ander, Qt.Key.Key_A)
    else:
        qtbot.mouseClick(ander, Qt.MouseButton.LeftButton)
    stilte._timer.start.assert_called()


def test_without_a_gesture_the_count_is_left_alone(geopend: Toepassing) -> None:
    stilte = geopend.venster.stilte
    stilte._timer.stop()
    stilte._timer = Mock()
    assert geopend.werkruimte is not None
    geopend.werkruimte.toon_formulier_nieuw("")
    geopend.venster.repaint()
    QApplication.processEvents()
    stilte._timer.start.assert_not_called()


def test_tab_reaches_everything_inside_the_opened_window(qtbot: QtBot, geopend: Toepassing) -> None:
    assert geopend.werkruimte is not None
    lijst = geopend.werkruimte.lijst
    assert niet_te_bereiken(qtbot, geopend.venster, lijst.zoekveld) == []
    geopend.werkruimte.toon_formulier_nieuw("")
    form = geopend.werkruimte.formulier
    assert niet_te_bereiken(qtbot, geopend.venster, form.blad.veld("bsn").invoer) == []


def test_no_window_title_ever_holds_the_name_of_a_client(qtbot: QtBot, geopend: Toepassing) -> None:
    titels: set[str] = set()

    def kijk() -> None:
        titels.update(w.windowTitle() for w in QApplication.topLevelWidgets())

    geopend.venster.windowTitleChanged.connect(titels.add)
    ruimte = geopend.werkruimte
    assert ruimte is not None
    lijst = Dossierlijst(qtbot, ruimte.lijst).typ("Wolletje Zonnebloem")
    kijk()
    lijst.klik(lijst.scherm.leeg.knop)
    kijk()
    Formulierpagina(qtbot, ruimte.formulier).bewaar()
    sheet = Dossierbladpagina(qtbot, ruimte.blad)
    assert sheet.naam == "Wolletje Zonnebloem"
    kijk()
    sheet.wijzig()
    kijk()
    ruimte.toon_lijst()
    kijk()
    geopend.venster.vergrendel()
    kijk()
    assert "Viergesprek" in titels
    assert not [t for t in titels if "wolletje" in t.lower() or "zonnebloem" in t.lower()]


# A folder that is not well


def test_a_damaged_file_says_so_on_the_lock_screen_and_is_not_touched(
    qtbot: QtBot, geopend: Toepassing, map_: Path, start: Start
) -> None:
    geopend.venster.close()
    pad = map_ / BESTAND
    goed = pad.read_bytes()
    kapot = bytearray(goed)
    kapot[100:3000] = os.urandom(2900)
    pad.write_bytes(kapot)
    toepassing = start()
    assert slot_van(qtbot, toepassing).probeer(WACHTZIN) == BestandBeschadigd.STANDAARD
    assert toepassing.venster.op_slot
    assert toepassing.store is None
    assert pad.read_bytes() == bytes(kapot)
    pad.write_bytes(goed)
    ontgrendel(qtbot, toepassing)


def test_a_file_of_a_newer_version_says_so_on_the_lock_screen(
    qtbot: QtBot, geopend: Toepassing, map_: Path, start: Start
) -> None:
    geopend.venster.close()
    verbinding = verbind(map_ / BESTAND, sleutelbestand(map_).open(WACHTZIN))
    verbinding.execute("UPDATE alembic_version SET version_num = '9999'")
    verbinding.close()
    voor = (map_ / BESTAND).read_bytes()
    toepassing = start()
    assert slot_van(qtbot, toepassing).probeer(WACHTZIN) == BestandTeNieuw.STANDAARD
    assert toepassing.venster.op_slot
    assert (map_ / BESTAND).read_bytes() == voor


def test_a_damaged_file_while_locked_says_so_too(
    qtbot: QtBot, geopend: Toepassing, map_: Path
) -> None:
    geopend.venster.vergrendel()
    pad = map_ / BESTAND
    goed = pad.read_bytes()
    pad.write_bytes(os.urandom(len(goed)))
    assert slot_van(qtbot, geopend).probeer(WACHTZIN) == BestandBeschadigd.STANDAARD
    assert geopend.venster.op_slot
    pad.write_bytes(goed)
    ontgrendel(qtbot, geopend)


def test_a_read_only_folder_says_so_at_the_first_start_and_the_typing_stays(
    qtbot: QtBot, start: Start, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toepassing = start()
    slot = slot_van(qtbot, toepassing).naam("Anneke").wachtzin(WACHTZIN).herhaal(WACHTZIN)

    def alleen_lezen(*_alles: Any, **_namen: Any) -> Any:
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as even:
        # The tests may run as root, whom no folder refuses.
        even.setattr(heel.tempfile, "mkstemp", alleen_lezen)
        slot.enter()
        qtbot.waitUntil(lambda: bool(slot.melding))
    assert slot.melding == MapAlleenLezen.STANDAARD
    assert list(map_.iterdir()) == []
    assert slot.op_knop == "Beginnen"
    slot.enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)
    assert toepassing.store is not None
    with toepassing.store.lees() as sessie:
        assert sessie.query(Medewerker).one().naam == "Anneke"


def test_a_database_that_cannot_be_written_says_so_and_the_name_is_not_lost(
    qtbot: QtBot, start: Start, map_: Path
) -> None:
    # A folder in its place is what nobody can open as a file, not even root.
    (map_ / BESTAND).mkdir()
    toepassing = start()
    slot = slot_van(qtbot, toepassing).naam("Anneke").wachtzin(WACHTZIN).herhaal(WACHTZIN)
    slot.enter()
    qtbot.waitUntil(lambda: bool(slot.melding))
    assert slot.melding == MapAlleenLezen.STANDAARD
    assert toepassing.venster.op_slot
    (map_ / BESTAND).rmdir()
    slot.enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)
    assert toepassing.store is not None
    with toepassing.store.lees() as sessie:
        assert sessie.query(Medewerker).one().naam == "Anneke"


# A second start


def test_a_second_start_finds_the_first_and_gives_way(qtbot: QtBot, map_: Path) -> None:
    eerste, tweede = Enige(map_), Enige(map_)
    assert eerste.is_eerste()
    with qtbot.waitSignal(eerste.server.newConnection):
        assert not tweede.is_eerste()
    assert not tweede.server.isListening()
    eerste.server.close()


def test_another_folder_is_another_program(tmp_path: Path) -> None:
    een, ander = Enige(tmp_path / "een"), Enige(tmp_path / "ander")
    assert een.is_eerste()
    assert ander.is_eerste()
    een.server.close()
    ander.server.close()


def test_a_second_start_brings_the_first_window_to_the_front(
    qtbot: QtBot, qapp: QApplication, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "maak_qt", lambda argv: qapp)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    monkeypatch.setattr("desktop.logboek.richt_in", lambda map_: None)
    assert app.start(map_) == 0
    (toepassing,) = qapp.findChildren(Toepassing)
    (enige,) = qapp.findChildren(Enige)
    try:
        toepassing.venster.showMinimized()
        qtbot.waitUntil(toepassing.venster.isMinimized)
        tweede = subprocess.run(
            [sys.executable, "-m", "desktop", "run", "--map", str(map_)],
            cwd=Path(__file__).parents[3],
            check=False,
        )
        assert tweede.returncode == 0
        qtbot.waitUntil(lambda: not toepassing.venster.isMinimized())
        qtbot.waitUntil(toepassing.venster.isActiveWindow)
    finally:
        enige.server.close()
        enige.setParent(None)
        toepassing.setParent(None)
        toepassing.venster.close()
        toepassing.venster.deleteLater()
