"""The status line: quiet when all is well, clear when something has to be done, never alarming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.store.store import Store
from desktop.sync.fouten import AanmeldingGeweigerd, GeenNetwerk
from desktop.sync.gekoppeld import VERBINDING
from desktop.sync.stand import Lease
from desktop.views.sync import statusregel as module
from desktop.views.sync.draad import Syncdraad
from desktop.views.sync.statusregel import Statusregel
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.statusregel import Statuspagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.sync.nep import Nepsync

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten in the Netherlands: what the clock of the store says."""


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, begonnen: Syncdraad) -> Statuspagina:
    """The line by itself, coupled, five minutes after contact."""
    regel = Statusregel(werkplek)
    qtbot.addWidget(regel)
    regel.resize(1366, 40)
    regel.show()
    regel.activateWindow()
    return Statuspagina(qtbot, regel)


@pytest.fixture
def zet(begonnen: Syncdraad, nep: Nepsync) -> Callable[..., None]:
    """From now on it stands so, and the line hears of it."""

    def doe(**anders: object) -> None:
        begonnen.stand.emit(nep.zet(**anders))

    return doe


def mislukt(qtbot: QtBot, draad: Syncdraad, nep: Nepsync, fout: Exception) -> None:
    nep.fout = fout
    with qtbot.waitSignal(draad.fout):
        draad.nu_bijwerken()


# Quiet


def test_when_all_is_well_it_says_so_and_nothing_else(pagina: Statuspagina) -> None:
    assert pagina.teksten == [
        "Bijgewerkt om 09:55",
        "Alles is centraal bewaard.",
        "Nu bijwerken",
    ]
    assert pagina.lampje == "goed"
    assert not pagina.warm


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"wachtend": 1}, "1 wijziging wacht"),
        ({"wachtend": 1200}, "1200 wijzigingen wachten"),
        ({"geweigerd": 1}, "1 bleef liggen"),
        ({"meegenomen": 1}, "1 wijziging van een collega gaat mee"),
        ({"laatste_contact": None}, "Nog niet bijgewerkt"),
    ],
)
def test_all_is_in_the_centre_is_said_only_when_it_is(
    pagina: Statuspagina, zet: Callable[..., None], anders: dict[str, object], wat: str
) -> None:
    zet(**anders)
    assert wat in pagina.teksten
    assert "Alles is centraal bewaard." not in pagina.teksten
    assert pagina.lampje != "goed"


def test_it_counts_what_asks_for_a_choice(
    qtbot: QtBot, pagina: Statuspagina, zet: Callable[..., None]
) -> None:
    zet(conflicten=2, geweigerd=1, aangeboden=3)
    assert pagina.knoppen == ["2 verschillen", "1 bleef liggen", "3 voorstellen", "Nu bijwerken"]
    with qtbot.waitSignal(pagina.regel.conflicten):
        pagina.klik("2 verschillen")
    with qtbot.waitSignal(pagina.regel.lijst):
        pagina.klik("1 bleef liggen")
    with qtbot.waitSignal(pagina.regel.lijst):
        pagina.klik("3 voorstellen")
    zet(conflicten=0, geweigerd=0, aangeboden=0)
    assert pagina.knoppen == ["Nu bijwerken"]


# When the last contact was


@pytest.mark.parametrize(
    ("geleden", "contact", "lampje"),
    [
        (timedelta(minutes=5), "Bijgewerkt om 09:55", "goed"),
        (timedelta(hours=11), "Bijgewerkt gisteren om 23:00", "goed"),
        (timedelta(days=2), "Bijgewerkt 2 dagen geleden", "goed"),
        (timedelta(days=3, hours=1), "Bijgewerkt 3 dagen geleden", "let-op"),
    ],
)
def test_the_last_contact_in_words(
    pagina: Statuspagina,
    zet: Callable[..., None],
    geleden: timedelta,
    contact: str,
    lampje: str,
) -> None:
    zet(laatste_contact=NU - geleden)
    assert pagina.contact == contact
    assert pagina.lampje == lampje


def test_long_without_contact_is_a_calm_reminder(
    pagina: Statuspagina, zet: Callable[..., None]
) -> None:
    zet(laatste_contact=NU - timedelta(days=5), lease=Lease(14, 8))
    assert pagina.zin == "Werk bij zodra er een netwerk is. Je werk is veilig op deze laptop."
    assert not pagina.warm


def test_near_the_end_of_the_lease_the_warning_is_stronger(
    pagina: Statuspagina, zet: Callable[..., None]
) -> None:
    zet(laatste_contact=NU - timedelta(days=12), lease=Lease(14, 2))
    assert pagina.zin.startswith("Werk binnen 2 dagen bij.")
    assert pagina.warm
    zet(lease=Lease(14, 0))
    assert pagina.zin.startswith("Zoek vandaag een netwerk en werk bij.")
    zet(laatste_contact=NU, lease=Lease(14, 14))
    assert not pagina.warm


def test_today_becomes_yesterday_by_itself(
    qtbot: QtBot, pagina: Statuspagina, klok: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    klok.nu += timedelta(days=1)  # type: ignore[attr-defined]
    pagina.regel._toon()
    assert pagina.contact == "Bijgewerkt gisteren om 09:55"


# Offline, and errors


def test_offline_is_normal(
    qtbot: QtBot, pagina: Statuspagina, begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.zet(wachtend=12)
    mislukt(qtbot, begonnen, nep, GeenNetwerk())
    assert pagina.zin == "Geen verbinding. Je werk is veilig op deze laptop."
    assert "12 wijzigingen wachten" in pagina.teksten
    assert pagina.knoppen == ["Nu bijwerken"]
    assert not pagina.warm
    assert pagina.lampje == "wacht"
    nep.fout = None
    nep.zet(wachtend=0)
    with qtbot.waitSignal(begonnen.klaar):
        pagina.klik("Nu bijwerken")
    assert pagina.zin == "Alles is centraal bewaard."


def test_offline_does_not_claim_that_all_is_there(
    qtbot: QtBot, pagina: Statuspagina, begonnen: Syncdraad, nep: Nepsync
) -> None:
    mislukt(qtbot, begonnen, nep, GeenNetwerk())
    assert pagina.lampje == "wacht"
    assert "Alles is centraal bewaard." not in pagina.teksten


def test_a_password_that_no_longer_fits_leads_to_the_settings(
    qtbot: QtBot, pagina: Statuspagina, begonnen: Syncdraad, nep: Nepsync
) -> None:
    mislukt(qtbot, begonnen, nep, AanmeldingGeweigerd())
    assert pagina.zin == AanmeldingGeweigerd.STANDAARD
    with qtbot.waitSignal(pagina.regel.instellingen):
        pagina.klik("Kijk de koppeling na")


# A round


def test_a_short_round_by_itself_moves_nothing(
    qtbot: QtBot, pagina: Statuspagina, begonnen: Syncdraad, nep: Nepsync
) -> None:
    voor = pagina.teksten
    nep.hou_vast()
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    qtbot.wait(50)
    assert not pagina.bezig
    assert pagina.teksten == voor
    nep.laat_door()
    qtbot.waitUntil(lambda: not begonnen.is_bezig)
    assert pagina.teksten == voor


def test_a_long_round_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot,
    pagina: Statuspagina,
    begonnen: Syncdraad,
    nep: Nepsync,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pagina.regel._lang.setInterval(10)
    nep.porties = 12
    nep.hou_vast()
    begonnen.nu_bijwerken()
    qtbot.waitUntil(lambda: pagina.bezig)
    qtbot.waitUntil(lambda: pagina.regel.balk.maximum() == 12_000)
    begonnen.voortgang.emit(replace_voortgang(3000, 12_000))
    assert pagina.zin == "Ophalen: 3.000 van 12.000"
    assert pagina.regel.balk.value() == 3000
    with qtbot.waitSignal(begonnen.klaar):
        pagina.klik("Stop")
        nep.laat_door()
    assert nep.rondes == 1
    assert not pagina.bezig
    assert pagina.zin == "Gestopt. Wat binnen is, blijft. Straks gaat het vanzelf verder."
    nep.porties = 1
    with qtbot.waitSignal(begonnen.klaar):
        pagina.klik("Nu bijwerken")
    assert pagina.zin == "Alles is centraal bewaard."


def replace_voortgang(gedaan: int, totaal: int) -> object:
    from desktop.sync.stand import Fase, Voortgang

    return replace(Voortgang(Fase.HALEN), gedaan=gedaan, totaal=totaal)


def test_whoever_asks_sees_at_once_that_it_is_done(
    qtbot: QtBot, pagina: Statuspagina, begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.hou_vast()
    pagina.klik("Nu bijwerken")
    assert pagina.bezig
    nep.laat_door()
    qtbot.waitUntil(lambda: not pagina.bezig)
    assert "Nu bijwerken" in pagina.knoppen


def test_the_keyboard_stays_on_the_line(
    qtbot: QtBot, pagina: Statuspagina, begonnen: Syncdraad, nep: Nepsync
) -> None:
    qtbot.waitUntil(pagina.regel.isActiveWindow)
    nep.hou_vast()
    pagina.regel.knop_nu.setFocus()
    qtbot.keyClick(pagina.regel.knop_nu, Qt.Key.Key_Return)
    assert pagina.regel.knop_stop.hasFocus()
    nep.laat_door()
    qtbot.waitUntil(lambda: not pagina.bezig)
    assert pagina.regel.knop_nu.hasFocus()


# Its place


def test_without_a_coupling_there_is_no_line(
    qtbot: QtBot, store: Store, pagina: Statuspagina, begonnen: Syncdraad
) -> None:
    assert pagina.te_zien
    store.onthoud(VERBINDING, None)
    begonnen.begin()
    assert not pagina.te_zien


@pytest.fixture
def ruimte(qtbot: QtBot, werkplek: Werkplek, begonnen: Syncdraad) -> Werkruimte:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1024, 600)
    ruimte.show()
    ruimte.activateWindow()
    qtbot.waitUntil(ruimte.isActiveWindow)
    yield ruimte
    ruimte.sluit()


def test_it_stands_under_the_workroom_and_makes_room_for_the_talk(
    qtbot: QtBot, ruimte: Werkruimte, maak_intake: Callable[..., str]
) -> None:
    intake = maak_intake()
    assert ruimte.statusregel.isVisible()
    ruimte.toon_intake(intake)
    assert not ruimte.statusregel.isVisible()
    assert ruimte.intake is not None
    qtbot.waitUntil(lambda: ruimte.intake.height() == ruimte.height())
    assert ruimte.ramen.client is not None
    assert ruimte.ramen.client.findChildren(Statusregel) == []
    ruimte.toon_lijst()
    assert ruimte.statusregel.isVisible()


def test_a_standing_that_comes_during_a_talk_does_not_disturb(
    ruimte: Werkruimte, maak_intake: Callable[..., str], zet: Callable[..., None]
) -> None:
    ruimte.toon_intake(maak_intake())
    zet(conflicten=3)
    assert not ruimte.statusregel.isVisible()


def test_from_the_line_to_the_list_and_the_settings(
    qtbot: QtBot, ruimte: Werkruimte, zet: Callable[..., None]
) -> None:
    zet(geweigerd=1)
    Statuspagina(qtbot, ruimte.statusregel).klik("1 bleef liggen")
    assert ruimte.geweigerd is not None
    assert ruimte.geweigerd.isVisible()
    qtbot.keyClick(ruimte.geweigerd.knop_terug, Qt.Key.Key_Escape)
    assert ruimte.lijst.isVisible()
    ruimte.statusregel.instellingen.emit()
    assert ruimte.instellingen is not None
    assert ruimte.instellingen.isVisible()


def test_f5_makes_a_round(
    qtbot: QtBot, ruimte: Werkruimte, begonnen: Syncdraad, nep: Nepsync
) -> None:
    with qtbot.waitSignal(begonnen.klaar):
        qtbot.keyClick(ruimte.lijst.zoekveld, Qt.Key.Key_F5)
    assert nep.rondes == 1


@pytest.mark.parametrize("bezig", [False, True])
@pytest.mark.parametrize("breed", [960, 1024, 1366])
def test_nothing_is_cut_off(
    qtbot: QtBot,
    ruimte: Werkruimte,
    zet: Callable[..., None],
    begonnen: Syncdraad,
    nep: Nepsync,
    breed: int,
    bezig: bool,
) -> None:
    ruimte.resize(breed, 600)
    mislukt(qtbot, begonnen, nep, AanmeldingGeweigerd())
    zet(
        wachtend=1200,
        conflicten=12,
        geweigerd=10,
        aangeboden=13,
        laatste_contact=NU - timedelta(days=4),
    )
    regel = ruimte.statusregel
    if bezig:
        begonnen.bezig.emit(True)
        regel._toon_voortgang()
    qtbot.wait(20)
    assert ruimte.width() == breed, "the line makes no window wider"
    for w in regel.findChildren(QWidget):
        if not w.isVisible():
            continue
        assert w.geometry().right() <= breed - 1
        if w is not regel.zin:
            assert w.width() >= w.sizeHint().width(), w.text()  # type: ignore[attr-defined]
        elif regel.zin.wordWrap():
            assert w.height() >= w.heightForWidth(w.width())
        else:
            assert w.width() >= w.sizeHint().width()


def test_everything_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, pagina: Statuspagina, zet: Callable[..., None]
) -> None:
    zet(conflicten=2, geweigerd=1, aangeboden=3)
    qtbot.waitUntil(pagina.regel.isActiveWindow)
    assert zonder_naam(pagina.regel) == []
    assert niet_te_bereiken(qtbot, pagina.regel, pagina.regel.knop_nu) == []


def test_nothing_personal_stands_in_it(
    pagina: Statuspagina, zet: Callable[..., None], maak_dossier: Callable[..., str]
) -> None:
    maak_dossier("Tesfay", "Gebremedhin", bsn="012345672")
    zet(conflicten=2, geweigerd=1, aangeboden=3, wachtend=4)
    alles = " ".join(
        tekst
        for w in (pagina.regel, *pagina.regel.findChildren(QWidget))
        for tekst in (w.accessibleName(), w.accessibleDescription(), w.toolTip())
    ) + " ".join(pagina.teksten)
    for woord in ("Tesfay", "Gebremedhin", "012345672", "Anneke"):
        assert woord not in alles


def test_the_time_before_a_round_counts_as_long_is_a_second() -> None:
    assert module.LANG_MS == 1000
