"""The whole program with a centre: opening, locking, the lease, a lost laptop, closing."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from desktop.app import Toepassing
from desktop.bronnen import tomls
from desktop.models.dossier import Dossier, Medewerker, nieuw_nummer
from desktop.models.intake import nieuwe_intake
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.store import Store
from desktop.sync import aanmelding
from desktop.sync.dienst import Synchronisatie
from desktop.sync.fouten import AanmeldingGeweigerd, GeenNetwerk
from desktop.sync.gekoppeld import VERBINDING
from desktop.sync.stand import Lease, Uitkomst
from desktop.views.client.venster import Clientvenster
from desktop.views.sync.leaseblad import Leaseblad
from tests.pagina.koppelkaart import Koppelpagina
from tests.pagina.slot import WACHTZIN, Slotpagina, sleutelbestand
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.sync.conftest import draden
from tests.views.sync.nep import Nepsync, rechten

Start = Callable[[], Toepassing]


def maak_gegevens(map_: Path, *, gekoppeld: bool = True, contact: timedelta | None = None) -> None:
    """A folder as it is after a day of work: one dossier, coupled, last contact so long ago."""
    sleutel = sleutelbestand(map_).maak(WACHTZIN)
    store = Store(map_, sleutel, vragenlijst_uit(tomls("vragen")))
    with store.work() as work:
        ik = Medewerker(naam="Anneke de Boer", gemeente="0171")
        dossier = Dossier(
            nummer=nieuw_nummer("0171", store.vandaag()),
            voornamen="Tesfay",
            achternaam="Gebremedhin",
            gemeente="0171",
            klantmanager_id=ik.id,
        )
        work.voeg_toe(ik, dossier)
    store.word(ik.id)
    if gekoppeld:
        store.onthoud(VERBINDING, "{}")
    if contact is not None:
        toen = datetime.now(UTC) - contact
        store.onthoud(aanmelding.CONTACT, toen.isoformat())
        store.onthoud(aanmelding.LEASE, "14")
    store.sluit()


def begin_intake(map_: Path) -> None:
    """The talk was open when the laptop was closed."""
    store = Store(map_, sleutelbestand(map_).open(WACHTZIN), vragenlijst_uit(tomls("vragen")))
    with store.lees() as sessie:
        intake = nieuwe_intake(sessie.query(Dossier).one(), store.lijst, taal="ti")
    store.begin_intake(intake)
    store.onthoud("open_intake", intake.id)
    store.sluit()


def ontgrendel(qtbot: QtBot, toepassing: Toepassing) -> None:
    Slotpagina(qtbot, toepassing.venster.slot_).wachtzin(WACHTZIN).enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)


def open_(qtbot: QtBot, start: Start, nepjes: list[Nepsync]) -> tuple[Toepassing, Nepsync]:
    """Starts and unlocks; waits until the exchange is ready."""
    toepassing = start()
    ontgrendel(qtbot, toepassing)
    assert toepassing.werkplek is not None
    werkplek = toepassing.werkplek
    qtbot.waitUntil(lambda: werkplek.sync is not None)
    return toepassing, nepjes[-1]


def te_lezen(toepassing: Toepassing) -> str:
    """Every word on the window."""
    venster = toepassing.venster
    woorden = [w.text() for w in venster.findChildren(QLabel) if w.isVisible()]
    for tabel in venster.findChildren(QTableView):
        if tabel.isVisible():
            woorden += [
                str(tabel.model().index(rij, 0).data()) for rij in range(tabel.model().rowCount())
            ]
    return "\n".join(woorden)


# Opening


def test_a_coupled_laptop_shows_the_line_and_knows_its_rights(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    assert toepassing.werkruimte is not None
    assert toepassing.werkplek is not None
    qtbot.waitUntil(toepassing.werkruimte.statusregel.isVisible)
    assert toepassing.werkplek.sync is nep
    assert toepassing.werkplek.rechten == (rechten(),)


def test_a_laptop_that_works_by_itself_has_no_line(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_, gekoppeld=False)
    toepassing = start()
    ontgrendel(qtbot, toepassing)
    assert toepassing.werkruimte is not None
    assert not toepassing.werkruimte.statusregel.isVisible()
    assert toepassing.werkplek is not None
    assert toepassing.werkplek.sync is None
    assert nepjes == []


def test_before_a_coupling_nothing_that_talks_to_a_centre_is_loaded(map_: Path) -> None:
    maak_gegevens(map_, gekoppeld=False)
    programma = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from PySide6.QtCore import QThreadPool
        from desktop.app import Toepassing, maak_qt
        from desktop.store.sleutel import Sleutelbestand
        from desktop.store.bestanden import SLEUTEL
        app = maak_qt(["x"])
        map_ = Path({str(map_)!r})
        toepassing = Toepassing(map_)
        assert "desktop.sync" not in sys.modules, "the lock screen needs none of it"
        toepassing.toon()
        toepassing._open(Sleutelbestand(map_ / SLEUTEL).open({WACHTZIN!r}))
        toepassing.werkruimte.toon_instellingen()
        QThreadPool.globalInstance().waitForDone()
        for _ in range(20):
            app.processEvents()
        assert not toepassing.venster.op_slot
        toepassing.sluit()
        print([m for m in sys.modules if m.split(".")[0] in ("psycopg", "filelock")])
        print("desktop.sync.dienst" in sys.modules)
        """
    )
    klaar = subprocess.run(
        [sys.executable, "-c", programma], capture_output=True, text=True, timeout=60, check=False
    )
    assert klaar.stdout.split("\n")[:2] == ["[]", "False"], klaar.stderr


def test_what_a_round_has_to_say_stands_in_the_window(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    nep.uitkomst = Uitkomst(meldingen=("De klok van deze laptop loopt voor.",))
    assert toepassing.werkplek is not None
    toepassing.werkplek.draad.nu_bijwerken()
    qtbot.waitUntil(lambda: "De klok van deze laptop loopt voor." in te_lezen(toepassing))


# Locking


def test_locking_keeps_the_batch_and_then_forgets_the_key(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    store, werkplek = toepassing.store, toepassing.werkplek
    assert store is not None
    assert werkplek is not None
    nep.porties = 50
    bewaard: list[str | None] = []
    nep.bij_portie = lambda n: (store.onthoud("portie", str(n)), bewaard.append(str(n)))
    nep.hou_vast()
    werkplek.draad.nu_bijwerken()
    assert nep.bezig.wait(5)
    toepassing.venster.vergrendel()
    assert toepassing.venster.op_slot, "the screen is blank at once"
    assert "Tesfay" not in te_lezen(toepassing)
    nep.laat_door()
    qtbot.waitUntil(lambda: store.op_slot)
    assert bewaard == ["0"]
    assert draden() == []
    nep.porties = 1
    ontgrendel(qtbot, toepassing)
    assert store.lokaal("portie") == "0"
    qtbot.waitUntil(lambda: werkplek.draad.is_gekoppeld)
    with qtbot.waitSignal(werkplek.draad.klaar):
        werkplek.draad.nu_bijwerken()


def test_a_network_that_hangs_does_not_keep_the_key(
    qtbot: QtBot,
    map_: Path,
    start: Start,
    nepjes: list[Nepsync],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.app.ZONDER_ANTWOORD_MS", 50)
    maak_gegevens(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    store = toepassing.store
    assert store is not None
    assert toepassing.werkplek is not None
    nep.hou_vast()
    toepassing.werkplek.draad.nu_bijwerken()
    assert nep.bezig.wait(5)
    toepassing.venster.vergrendel()
    qtbot.waitUntil(lambda: store.op_slot)
    assert len(draden()) == 1
    nep.laat_door()
    qtbot.waitUntil(lambda: draden() == [])


def test_unlocking_before_the_batch_is_done_keeps_everything_open(
    qtbot: QtBot,
    map_: Path,
    start: Start,
    nepjes: list[Nepsync],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.app.ZONDER_ANTWOORD_MS", 1000)
    maak_gegevens(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    store = toepassing.store
    assert store is not None
    assert toepassing.werkplek is not None
    nep.hou_vast()
    toepassing.werkplek.draad.nu_bijwerken()
    assert nep.bezig.wait(5)
    toepassing.venster.vergrendel()
    ontgrendel(qtbot, toepassing)
    nep.laat_door()
    qtbot.waitUntil(lambda: draden() == [])
    qtbot.wait(1100)
    assert not store.op_slot
    assert "Tesfay Gebremedhin" in te_lezen(toepassing)


def test_closing_leaves_no_thread_behind(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    assert toepassing.werkplek is not None
    assert toepassing.store is not None
    nep.porties = 1000
    nep.bij_portie = lambda _n: qtbot  # a batch that takes no time
    toepassing.werkplek.draad.nu_bijwerken()
    assert nep.bezig.wait(5)
    toepassing.venster.close()
    assert draden() == []
    assert toepassing.store.op_slot
    toepassing.sluit()  # twice is once


# The lease


@pytest.fixture
def verlopen(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> tuple[Toepassing, Nepsync, Leaseblad]:
    """Opened after sixteen days without contact, with a talk that was going on."""
    maak_gegevens(map_, contact=timedelta(days=16, hours=1))
    begin_intake(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    (blad,) = toepassing.venster.findChildren(Leaseblad)
    return toepassing, nep, blad


def test_too_long_without_contact_nothing_of_a_client_is_shown(
    qtbot: QtBot, verlopen: tuple[Toepassing, Nepsync, Leaseblad]
) -> None:
    toepassing, _nep, blad = verlopen
    assert blad.isVisible()
    assert toepassing.werkruimte is None
    assert "Eerst even bijwerken" in te_lezen(toepassing)
    assert "Tesfay" not in te_lezen(toepassing)
    assert not any(isinstance(w, Clientvenster) for w in QApplication.topLevelWidgets())
    assert blad.waarom.text().startswith("Deze laptop had 17 dagen geen contact")
    assert blad.knop_nu.hasFocus()
    assert zonder_naam(blad) == []
    assert niet_te_bereiken(qtbot, blad, blad.knop_nu) == []


def test_after_a_whole_round_the_room_opens_where_one_was(
    qtbot: QtBot, verlopen: tuple[Toepassing, Nepsync, Leaseblad]
) -> None:
    toepassing, nep, blad = verlopen
    nep.porties = 4
    nep.hou_vast()
    qtbot.mouseClick(blad.knop_nu, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: blad.balk.isVisible() and "Ophalen" in blad.zin.text())
    nep.zet(lease=Lease(14, 14), laatste_contact=datetime.now(UTC))
    nep.laat_door()
    qtbot.waitUntil(lambda: toepassing.werkruimte is not None)
    assert toepassing.werkruimte is not None
    assert toepassing.werkruimte.isVisible()
    assert toepassing.werkruimte.intake is not None
    qtbot.waitUntil(lambda: toepassing.venster.findChildren(Leaseblad) == [])


def test_a_round_that_was_stopped_opens_nothing(
    qtbot: QtBot, verlopen: tuple[Toepassing, Nepsync, Leaseblad]
) -> None:
    toepassing, nep, blad = verlopen
    assert toepassing.werkplek is not None
    nep.uitkomst = Uitkomst(gestopt=True)
    with qtbot.waitSignal(toepassing.werkplek.draad.klaar):
        qtbot.mouseClick(blad.knop_nu, Qt.MouseButton.LeftButton)
    assert toepassing.werkruimte is None
    assert blad.isVisible()


def test_without_a_network_it_says_what_to_do_and_stays(
    qtbot: QtBot, verlopen: tuple[Toepassing, Nepsync, Leaseblad]
) -> None:
    toepassing, nep, blad = verlopen
    nep.fout = GeenNetwerk()
    qtbot.mouseClick(blad.knop_nu, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(blad.fout.isVisible)
    assert blad.fout.text().startswith("Er is nu geen verbinding. Zoek een netwerk")
    assert toepassing.werkruimte is None
    assert blad.knop_nu.hasFocus()
    assert blad.knop_nu.isEnabled()


def test_a_new_password_can_be_given_there(
    qtbot: QtBot, verlopen: tuple[Toepassing, Nepsync, Leaseblad]
) -> None:
    toepassing, nep, blad = verlopen
    nep.fout = AanmeldingGeweigerd()
    qtbot.mouseClick(blad.knop_nu, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(blad.fout.isVisible)
    assert "gewoon werken" not in blad.fout.text()
    qtbot.mouseClick(blad.knop_koppeling, Qt.MouseButton.LeftButton)
    nep.fout = None
    nep.zet(lease=Lease(14, 14))
    Koppelpagina(qtbot, blad.koppeling).klik("Verander de koppeling").plak(
        "viergesprek://vg_1@centrum/v"
    ).typ("wachtwoord", "nieuw").klik("Test en koppel")
    qtbot.waitUntil(lambda: toepassing.werkruimte is not None)


def test_decoupling_does_not_lengthen_the_lease(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_, gekoppeld=False, contact=timedelta(days=20))
    toepassing = start()
    ontgrendel(qtbot, toepassing)
    (blad,) = toepassing.venster.findChildren(Leaseblad)
    assert toepassing.werkruimte is None
    assert blad.koppeling.isVisible()
    assert not blad.knop_nu.isVisible()
    assert nepjes == []


def test_locking_on_that_sheet_and_coming_back(
    qtbot: QtBot, verlopen: tuple[Toepassing, Nepsync, Leaseblad]
) -> None:
    toepassing, _nep, _blad = verlopen
    toepassing.venster.vergrendel()
    assert toepassing.store is not None
    assert toepassing.store.op_slot
    ontgrendel(qtbot, toepassing)
    assert "Eerst even bijwerken" in te_lezen(toepassing)
    assert toepassing.werkruimte is None


def test_a_lease_that_ends_while_one_works_waits_for_the_next_unlocking(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_, contact=timedelta(days=13))
    toepassing, nep = open_(qtbot, start, nepjes)
    assert toepassing.werkruimte is not None
    assert toepassing.werkplek is not None
    assert toepassing.store is not None
    toepassing.werkplek.draad.stand.emit(nep.zet(lease=Lease(14, -1)))
    assert toepassing.werkruimte.isVisible()
    toepassing.store.onthoud(
        aanmelding.CONTACT, (datetime.now(UTC) - timedelta(days=15)).isoformat()
    )
    toepassing.venster.vergrendel()
    ontgrendel(qtbot, toepassing)
    assert not toepassing.werkruimte.isVisible()
    assert "Tesfay" not in te_lezen(toepassing)


# A lost laptop


def test_a_lost_laptop_is_as_if_it_had_just_begun(
    qtbot: QtBot, map_: Path, start: Start, nepjes: list[Nepsync]
) -> None:
    maak_gegevens(map_)
    begin_intake(map_)
    toepassing, nep = open_(qtbot, start, nepjes)
    store = toepassing.store
    assert store is not None
    assert toepassing.werkplek is not None
    assert any(isinstance(w, Clientvenster) for w in QApplication.topLevelWidgets())

    nep.bij_portie = lambda _n: Synchronisatie(store).maak_leeg()
    nep.uitkomst = Uitkomst(leeggemaakt=True)
    toepassing.werkplek.draad.nu_bijwerken()
    qtbot.waitUntil(lambda: toepassing.store is None)
    slot = Slotpagina(qtbot, toepassing.venster.slot_)
    qtbot.waitUntil(lambda: bool(slot.melding))
    assert slot.melding == "Deze laptop is als verloren gemeld. De gegevens zijn gewist."
    assert sorted(slot.velden) == ["Gemeente", "Jouw naam", "Wachtzin", "Wachtzin, nog een keer"]
    assert "Tesfay" not in te_lezen(toepassing)
    qtbot.wait(20)
    assert not any(
        isinstance(w, Clientvenster) and w.isVisible() for w in QApplication.topLevelWidgets()
    )
    assert draden() == []
    slot.naam("Bram").wachtzin(WACHTZIN).herhaal(WACHTZIN).enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)
    assert toepassing.werkruimte is not None
    assert toepassing.werkruimte.isVisible()
    assert "Tesfay" not in te_lezen(toepassing)
