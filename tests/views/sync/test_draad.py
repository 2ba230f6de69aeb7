"""Rounds off the GUI thread: when they come, what they tell, and that none stays behind."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier, Rol
from desktop.store.fouten import OpSlot
from desktop.store.store import Store
from desktop.sync.fouten import (
    AanmeldingGeweigerd,
    AlBezig,
    CentraleFout,
    CertificaatOnjuist,
    GeenNetwerk,
    LaptopTeOud,
)
from desktop.sync.gekoppeld import VERBINDING
from desktop.sync.stand import Fase, Stand, Uitkomst, Voortgang
from desktop.views.sync.draad import Syncdraad
from desktop.views.sync.mislukking import Soort, mislukking_van
from desktop.views.werkplek import Werkplek
from tests.conftest import SLEUTEL
from tests.views.sync.conftest import Tijd, draden
from tests.views.sync.nep import Nepsync, rechten


def rond(qtbot: QtBot, draad: Syncdraad) -> Uitkomst:
    """One round on request; what it gave."""
    with qtbot.waitSignal(draad.klaar) as signaal:
        draad.nu_bijwerken()
    return signaal.args[0]


def wijzig(store: Store, dossier_id: str, telefoon: str) -> None:
    with store.work() as work:
        work.get(Dossier, dossier_id).telefoon = telefoon


def rust_uit(qtbot: QtBot, draad: Syncdraad) -> None:
    """Lets all that is on its way arrive."""
    qtbot.waitUntil(lambda: not draad.is_bezig)
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(20)


# Beginning


def test_a_laptop_that_is_not_coupled_makes_no_round(
    qtbot: QtBot, store: Store, draad: Syncdraad, nep: Nepsync, tijd: Tijd, werkplek: Werkplek
) -> None:
    store.onthoud(VERBINDING, None)
    standen: list[Stand] = []
    draad.stand.connect(standen.append)
    draad.begin()
    assert standen == [Stand(gekoppeld=False)]
    tijd.nu += 10_000
    draad.kijk()
    draad.nu_bijwerken()
    rust_uit(qtbot, draad)
    assert nep.rondes == 0
    assert werkplek.sync is None
    assert werkplek.rechten == ()


def test_opening_tells_how_it_stands_and_who_the_user_is(
    qtbot: QtBot, draad: Syncdraad, nep: Nepsync, werkplek: Werkplek
) -> None:
    nep.zet(wachtend=3)
    gehoord: list[object] = []
    werkplek.gewijzigd.connect(gehoord.append)
    with qtbot.waitSignal(draad.stand) as signaal:
        draad.begin()
    assert signaal.args[0].wachtend == 3
    assert werkplek.sync is nep
    assert [r.rol for r in werkplek.rechten] == [Rol.KLANTMANAGER]
    assert gehoord == [{"rechten": frozenset({"0171"})}]
    assert nep.rondes == 0


def test_the_first_round_comes_by_itself_and_then_every_few_minutes(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd
) -> None:
    tijd.nu += 3.9
    begonnen.kijk()
    assert not begonnen.is_bezig
    tijd.nu += 0.1
    with qtbot.waitSignal(begonnen.klaar):
        begonnen.kijk()
    tijd.nu += 299
    begonnen.kijk()
    assert nep.rondes == 1
    tijd.nu += 1
    with qtbot.waitSignal(begonnen.klaar):
        begonnen.kijk()
    assert nep.rondes == 2


def test_the_timer_wakes_it_without_anybody_looking(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd
) -> None:
    tijd.nu += 3.95
    begonnen.kijk()  # sets the alarm for a twentieth of a second
    tijd.nu += 1
    with qtbot.waitSignal(begonnen.klaar, timeout=2000):
        pass
    assert nep.rondes == 1


# What a round tells


def test_a_round_runs_elsewhere_and_tells_here(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.porties = 2
    nep.uitkomst = Uitkomst(gebracht=4, gehaald=2000)
    hier = threading.get_ident()
    waar: list[int] = []
    gehoord: list[object] = []
    for signaal in (begonnen.voortgang, begonnen.klaar, begonnen.stand, begonnen.bezig):
        signaal.connect(lambda wat: (waar.append(threading.get_ident()), gehoord.append(wat)))
    assert rond(qtbot, begonnen) == nep.uitkomst
    assert nep.draden[0] != hier
    assert set(waar) == {hier}
    assert gehoord == [
        True,
        Voortgang(Fase.GROETEN),
        Voortgang(Fase.HALEN, 0, 2000),
        Voortgang(Fase.HALEN, 1000, 2000),
        False,
        nep.stand(),
        nep.uitkomst,
    ]
    assert draden() == []


def test_one_round_at_a_time(qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd) -> None:
    nep.hou_vast()
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    tijd.nu += 1000
    begonnen.nu_bijwerken()
    begonnen.kijk()
    assert len(draden()) == 1
    nep.laat_door()
    rust_uit(qtbot, begonnen)
    assert nep.rondes == 1


def test_rights_that_changed_are_announced_and_only_then(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync, werkplek: Werkplek
) -> None:
    gehoord: list[object] = []
    werkplek.gewijzigd.connect(gehoord.append)
    rond(qtbot, begonnen)
    assert gehoord == []
    nep.zet(rechten=(rechten(Rol.LEIDINGGEVENDE), rechten(Rol.BEHEERDER, "0184")))
    rond(qtbot, begonnen)
    assert gehoord == [{"rechten": frozenset({"0171", "0184"})}]
    assert werkplek.rechten == nep.nu_stand.rechten


def test_what_a_round_brings_is_announced_on_the_gui_thread(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    maak_dossier: Callable[..., str],
    begonnen: Syncdraad,
    nep: Nepsync,
) -> None:
    id_ = maak_dossier()
    rust_uit(qtbot, begonnen)
    nep.bij_portie = lambda _n: wijzig(store, id_, "0612345678")
    gehoord: list[tuple[int, object]] = []
    werkplek.gewijzigd.connect(lambda wat: gehoord.append((threading.get_ident(), wat)))
    rond(qtbot, begonnen)
    qtbot.waitUntil(lambda: bool(gehoord))
    assert gehoord == [(threading.get_ident(), {"dossier": frozenset({id_})})]


# Soon after a change


def test_a_gesture_brings_a_round_soon(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    begonnen: Syncdraad,
    nep: Nepsync,
    tijd: Tijd,
) -> None:
    id_ = maak_dossier()
    rond(qtbot, begonnen)
    wijzig(store, id_, "1")
    tijd.nu += 3
    wijzig(store, id_, "2")
    tijd.nu += 4.9
    begonnen.kijk()
    assert not begonnen.is_bezig, "five seconds after the last gesture"
    tijd.nu += 0.1
    with qtbot.waitSignal(begonnen.klaar):
        begonnen.kijk()


def test_a_change_by_other_work_on_the_pool_counts_too(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    begonnen: Syncdraad,
    nep: Nepsync,
    tijd: Tijd,
) -> None:
    id_ = maak_dossier()
    rond(qtbot, begonnen)
    ander = threading.Thread(target=wijzig, args=(store, id_, "1"))
    ander.start()
    ander.join()
    qtbot.wait(20)
    tijd.nu += 5
    begonnen.kijk()
    rust_uit(qtbot, begonnen)
    assert nep.rondes == 2


def test_what_a_round_brings_causes_no_further_round(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    begonnen: Syncdraad,
    nep: Nepsync,
    tijd: Tijd,
) -> None:
    id_ = maak_dossier()
    rond(qtbot, begonnen)
    nep.bij_portie = lambda _n: wijzig(store, id_, "0612345678")
    rond(qtbot, begonnen)
    rust_uit(qtbot, begonnen)
    tijd.nu += 299
    begonnen.kijk()
    assert not begonnen.is_bezig


def test_after_a_change_the_standing_is_read_anew(
    qtbot: QtBot, maak_dossier: Callable[..., str], begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.zet(wachtend=1)
    with qtbot.waitSignal(begonnen.stand) as signaal:
        maak_dossier()
    assert signaal.args[0].wachtend == 1
    assert nep.rondes == 0


# When it does not succeed


def test_offline_is_told_and_tried_again_later_and_later(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    begonnen: Syncdraad,
    nep: Nepsync,
    tijd: Tijd,
) -> None:
    id_ = maak_dossier()
    nep.fout = GeenNetwerk()
    for wacht in (4, 30, 60, 120):
        tijd.nu += wacht - 1
        begonnen.kijk()
        assert not begonnen.is_bezig
        tijd.nu += 1
        with qtbot.waitSignal(begonnen.fout) as signaal:
            begonnen.kijk()
        assert signaal.args[0].soort is Soort.NETWERK
        wijzig(store, id_, str(wacht))  # hurries nothing while there is no network
    assert begonnen.mislukking is not None
    nep.fout = None
    rond(qtbot, begonnen)
    assert begonnen.mislukking is None


@pytest.mark.parametrize(
    ("fout", "soort"),
    [
        (GeenNetwerk(), Soort.NETWERK),
        (AanmeldingGeweigerd(), Soort.AANMELDING),
        (CertificaatOnjuist(), Soort.KOPPELING),
        (AlBezig(), Soort.BEZET),
        (OpSlot(), Soort.BEZET),
        (LaptopTeOud(), Soort.ANDERS),
        (CentraleFout(), Soort.ANDERS),
    ],
)
def test_every_error_has_its_sentence(fout: Exception, soort: Soort) -> None:
    mislukking = mislukking_van(fout)
    assert (mislukking.zin, mislukking.soort) == (fout.zin, soort)  # type: ignore[attr-defined]
    assert mislukking.in_instellingen is (soort in (Soort.AANMELDING, Soort.KOPPELING))


def test_a_wrong_password_is_not_tried_every_minute(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd
) -> None:
    nep.fout = AanmeldingGeweigerd()
    with qtbot.waitSignal(begonnen.fout):
        begonnen.nu_bijwerken()
    tijd.nu += 899
    begonnen.kijk()
    assert nep.rondes == 1


def test_another_program_at_work_is_no_news(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd
) -> None:
    nep.fout = AlBezig()
    with qtbot.assertNotEmitted(begonnen.fout):
        begonnen.nu_bijwerken()
        rust_uit(qtbot, begonnen)
    assert begonnen.mislukking is None
    tijd.nu += 30
    begonnen.kijk()
    rust_uit(qtbot, begonnen)
    assert nep.rondes == 2


def test_a_mistake_of_our_own_is_logged_told_and_survived(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.fout = ZeroDivisionError("Tesfay")
    with qtbot.captureExceptions() as gevangen, qtbot.waitSignal(begonnen.fout) as signaal:
        begonnen.nu_bijwerken()
    assert [soort for soort, _fout, _spoor in gevangen] == [ZeroDivisionError]
    assert signaal.args[0].zin == CentraleFout.STANDAARD
    nep.fout = None
    rond(qtbot, begonnen)


def test_when_it_cannot_even_begin_the_user_hears_why(
    qtbot: QtBot, draad: Syncdraad, nep: Nepsync
) -> None:
    def maak(_store: Store) -> Nepsync:
        raise CentraleFout

    goed, draad.maak = draad.maak, maak
    with qtbot.waitSignals([draad.stand, draad.fout]):
        draad.begin()
    assert draad.laatste == Stand(gekoppeld=True)
    draad.maak = goed
    with qtbot.waitSignal(draad.klaar):
        draad.nu_bijwerken()


# Stopping


def test_stop_ends_a_long_round_after_its_batch_and_gives_rest(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    begonnen: Syncdraad,
    nep: Nepsync,
    tijd: Tijd,
) -> None:
    id_ = maak_dossier()
    nep.porties = 50
    nep.bij_portie = lambda n: wijzig(store, id_, f"06{n:08d}")
    nep.hou_vast()
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    with qtbot.waitSignal(begonnen.klaar) as signaal:
        begonnen.pauzeer()
        nep.laat_door()
    assert signaal.args[0].gestopt
    with store.lees() as sessie:
        assert sessie.get_one(Dossier, id_).telefoon == "0600000000", "the batch was kept"
    wijzig(store, id_, "1")
    tijd.nu += 899
    begonnen.kijk()
    assert nep.rondes == 1
    tijd.nu += 1
    nep.porties = 1
    with qtbot.waitSignal(begonnen.klaar):
        begonnen.kijk()


def test_for_lock_and_close_it_waits_for_the_batch(
    qtbot: QtBot, store: Store, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd
) -> None:
    nep.porties = 50
    klaar: list[int] = []
    pauze = threading.Event()

    def portie(n: int) -> None:
        pauze.wait(0.2)
        store.lokaal("open?")  # the store is still open: else this raises
        klaar.append(n)

    nep.bij_portie = portie
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    assert begonnen.stop()
    assert klaar == [0]
    assert draden() == []
    assert not begonnen.is_bezig
    store.sluit()
    tijd.nu += 10_000
    begonnen.kijk()
    begonnen.nu_bijwerken()
    qtbot.wait(50)
    assert nep.rondes == 1


def test_a_network_that_does_not_answer_holds_nobody_up(
    qtbot: QtBot, store: Store, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd
) -> None:
    nep.hou_vast()
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    assert not begonnen.stop(0.05)
    store.sluit()
    store.heropen(SLEUTEL)
    begonnen.begin()  # unlocked again, while the old thread still hangs
    rust_uit_pool(qtbot)
    begonnen.nu_bijwerken()
    assert nep.rondes == 1
    nep.laat_door()
    rust_uit(qtbot, begonnen)
    tijd.nu += 4
    with qtbot.waitSignal(begonnen.klaar):
        begonnen.kijk()
    assert nep.rondes == 2, "soon, and not after a quarter of rest"


def rust_uit_pool(qtbot: QtBot) -> None:
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(20)


def test_without_waiting_it_tells_when_the_thread_is_gone(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.hou_vast()
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    begonnen.stop_straks()
    with qtbot.waitSignal(begonnen.tot_rust), qtbot.assertNotEmitted(begonnen.klaar):
        nep.laat_door()
    assert draden() == []


def test_after_unlocking_it_goes_on(
    qtbot: QtBot, store: Store, begonnen: Syncdraad, nep: Nepsync, tijd: Tijd
) -> None:
    nep.fout = GeenNetwerk()
    for _ in range(4):
        with qtbot.waitSignal(begonnen.fout):
            begonnen.nu_bijwerken()
    begonnen.stop()
    store.sluit()
    store.heropen(SLEUTEL)
    nep.fout = None
    with qtbot.waitSignal(begonnen.stand):
        begonnen.begin()
    tijd.nu += 4
    with qtbot.waitSignal(begonnen.klaar):
        begonnen.kijk()


def test_what_came_in_while_it_was_locked_is_announced_after_unlocking(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    maak_dossier: Callable[..., str],
) -> None:
    id_ = maak_dossier()
    gehoord: list[object] = []
    werkplek.gewijzigd.connect(gehoord.append)
    ander = threading.Thread(target=wijzig, args=(store, id_, "1"))
    ander.start()
    ander.join()
    store.sluit()
    qtbot.wait(20)
    assert gehoord == [], "nobody can read now"
    store.heropen(SLEUTEL)
    werkplek.haal_in()
    assert gehoord == [{"dossier": frozenset({id_})}]


def test_a_laptop_that_was_wiped_says_so_even_when_it_was_locked(
    qtbot: QtBot, begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.uitkomst = Uitkomst(leeggemaakt=True)
    nep.luistert_naar_stop = False
    nep.hou_vast()
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    begonnen.stop_straks()
    with qtbot.waitSignal(begonnen.klaar) as signaal:
        nep.laat_door()
    assert signaal.args[0].leeggemaakt
