"""Coupling: one pasted line and a password, tried before it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.store.store import Store
from desktop.sync.fouten import (
    AanmeldingGeweigerd,
    CentraleFout,
    CentraleTeOud,
    CertificaatOnjuist,
    GeenNetwerk,
)
from desktop.sync.gekoppeld import VERBINDING, gekoppeld
from desktop.sync.koppelregel import KoppelregelMetWachtwoord, KoppelregelOnleesbaar
from desktop.sync.stand import Lease
from desktop.sync.verbinding import Verbinding
from desktop.views.instellingen.koppeling import Koppelkaart, rolwoord
from desktop.views.instellingen.scherm import Instellingenscherm
from desktop.views.sync.draad import Syncdraad
from desktop.views.werkplek import Werkplek
from tests.pagina.koppelkaart import Koppelpagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.sync.nep import Nepsync

REGEL = "viergesprek://vg_1a2b3c@centrum.gemeente.nl:6432/inburgering?gemeente=0171"


@pytest.fixture
def los(store: Store, draad: Syncdraad) -> Syncdraad:
    """Not coupled yet, and opened."""
    store.onthoud(VERBINDING, None)
    draad.begin()
    return draad


def toon(qtbot: QtBot, werkplek: Werkplek, **kiezer: object) -> Koppelpagina:
    kaart = Koppelkaart(werkplek, None, **kiezer)  # type: ignore[arg-type]
    qtbot.addWidget(kaart)
    kaart.resize(560, 640)
    kaart.show()
    kaart.activateWindow()
    qtbot.waitUntil(kaart.isActiveWindow)
    return Koppelpagina(qtbot, kaart)


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, los: Syncdraad) -> Koppelpagina:
    return toon(qtbot, werkplek)


# Filling in


def test_a_pasted_line_fills_every_field(pagina: Koppelpagina) -> None:
    assert set(pagina.waarden) == {"regel", "wachtwoord"}, "the rest is for who wants it"
    pagina.plak(f"Hoi!\u2028{REGEL}  groet")
    assert pagina.waarden == {
        "regel": pagina.waarden["regel"],
        "server": "centrum.gemeente.nl",
        "poort": "6432",
        "database": "inburgering",
        "login": "vg_1a2b3c",
        "wachtwoord": "",
        "certificaat": "",
    }
    assert pagina.zinnen == {}


def test_typing_a_line_is_not_corrected_at_every_key(qtbot: QtBot, pagina: Koppelpagina) -> None:
    pagina.typ("regel", "viergespr")
    assert pagina.zinnen == {}
    pagina.typ("wachtwoord", "x")
    assert pagina.zinnen == {"regel": KoppelregelOnleesbaar.STANDAARD}


def test_a_line_with_a_password_is_refused_beside_the_field(pagina: Koppelpagina) -> None:
    pagina.plak("viergesprek://vg_1:geheim@centrum/v").typ("wachtwoord", "x")
    assert pagina.zinnen == {"regel": KoppelregelMetWachtwoord.STANDAARD}


def test_what_is_missing_stands_beside_its_field(pagina: Koppelpagina, nep: Nepsync) -> None:
    pagina.klik("Test en koppel")
    assert set(pagina.zinnen) == {"server", "login", "wachtwoord"}
    assert pagina.veld_met_focus == "server"
    pagina.typ("server", "centrum").typ("login", "vg_1").typ("wachtwoord", "x")
    assert pagina.zinnen == {}
    pagina.typ("poort", "vijf").klik("Test en koppel")
    assert set(pagina.zinnen) == {"poort"}
    assert nep.verbinding is None


def test_the_password_stands_behind_dots(pagina: Koppelpagina) -> None:
    assert pagina.invoer("wachtwoord").echoMode() is QLineEdit.EchoMode.Password


def test_a_certificate_that_is_not_there_is_not_tried(
    qtbot: QtBot, werkplek: Werkplek, los: Syncdraad, nep: Nepsync, tmp_path: Path
) -> None:
    bestand = tmp_path / "gemeente.crt"
    pagina = toon(qtbot, werkplek, kies_bestand=lambda _ouder, _nu: str(bestand))
    pagina.plak(REGEL).typ("wachtwoord", "x").klik("Kies een bestand").klik("Test en koppel")
    assert set(pagina.zinnen) == {"certificaat"}
    bestand.write_text("x")
    with qtbot.waitSignal(pagina.kaart.gekoppeld):
        pagina.klik("Test en koppel")
    assert nep.verbinding.wortel == str(bestand)


def test_choosing_no_file_leaves_what_stood_there(
    qtbot: QtBot, werkplek: Werkplek, los: Syncdraad
) -> None:
    pagina = toon(qtbot, werkplek, kies_bestand=lambda _ouder, _nu: "")
    pagina.klik("Zelf invullen").typ("certificaat", "/etc/gemeente.crt").klik("Kies een bestand")
    assert pagina.waarden["certificaat"] == "/etc/gemeente.crt"


# Trying


def test_coupling_is_tried_kept_and_the_first_round_runs(
    qtbot: QtBot, pagina: Koppelpagina, store: Store, los: Syncdraad, nep: Nepsync
) -> None:
    with qtbot.waitSignals([pagina.kaart.gekoppeld, los.klaar]):
        pagina.plak(REGEL).typ("wachtwoord", " vier paarden ")
        qtbot.keyClick(pagina.invoer("wachtwoord"), "\r")
    assert nep.verbinding == Verbinding(
        host="centrum.gemeente.nl",
        login="vg_1a2b3c",
        wachtwoord=" vier paarden ",
        poort=6432,
        database="inburgering",
        sslmode="verify-full",
        wortel="system",
    )
    assert gekoppeld(store)
    assert nep.rondes == 1
    assert pagina.melding.startswith("Gekoppeld.")
    assert pagina.waarden == {}
    assert pagina.invoer("wachtwoord").text() == "", "the password is not left behind"
    assert pagina.kaart.rol.text() == "Je bent klantmanager in Noordoostpolder."
    assert pagina.knoppen == ["Verander de koppeling", "Ontkoppel"]
    assert pagina.kaart.verander.hasFocus(), "the cursor stays on the card"


@pytest.mark.parametrize(
    ("fout", "veld", "begin"),
    [
        (GeenNetwerk(), "server", "Deze server is nu niet te bereiken."),
        (AanmeldingGeweigerd(), "wachtwoord", AanmeldingGeweigerd.STANDAARD),
        (CertificaatOnjuist(), "certificaat", CertificaatOnjuist.STANDAARD),
        (CentraleTeOud(), "database", CentraleTeOud.STANDAARD),
    ],
)
def test_what_went_wrong_stands_beside_where_it_did(
    qtbot: QtBot,
    pagina: Koppelpagina,
    store: Store,
    nep: Nepsync,
    fout: Exception,
    veld: str,
    begin: str,
) -> None:
    nep.koppelfout = fout
    pagina.plak(REGEL).typ("wachtwoord", "x").klik("Test en koppel")
    qtbot.waitUntil(lambda: bool(pagina.zinnen))
    ((waar, zin),) = pagina.zinnen.items()
    assert waar == veld
    assert zin.startswith(begin)
    assert pagina.veld_met_focus == veld
    assert pagina.waarden["wachtwoord"] == "x"
    assert not gekoppeld(store)
    nep.koppelfout = None
    with qtbot.waitSignal(pagina.kaart.gekoppeld):
        pagina.klik("Test en koppel")
    assert pagina.kaart.verander.hasFocus()


def test_another_error_is_a_sentence_of_the_card(
    qtbot: QtBot, pagina: Koppelpagina, nep: Nepsync
) -> None:
    nep.koppelfout = CentraleFout()
    pagina.plak(REGEL).typ("wachtwoord", "x").klik("Test en koppel")
    qtbot.waitUntil(lambda: pagina.melding == CentraleFout.STANDAARD)


def test_an_open_connection_only_to_this_computer(
    qtbot: QtBot, pagina: Koppelpagina, nep: Nepsync
) -> None:
    pagina.plak("viergesprek://vg_1@127.0.0.1/v?sslmode=disable").typ("wachtwoord", "x")
    pagina.typ("server", "centrum.gemeente.nl")
    with qtbot.waitSignal(pagina.kaart.gekoppeld):
        pagina.klik("Test en koppel")
    assert nep.verbinding.sslmode == "verify-full"


# Coupled


@pytest.fixture
def gekoppelde(qtbot: QtBot, werkplek: Werkplek, begonnen: Syncdraad, nep: Nepsync) -> Koppelpagina:
    nep.verbinding = Verbinding("centrum", "vg_1", "geheim", database="inburgering")
    return toon(qtbot, werkplek)


def test_changing_shows_what_holds_now_but_never_the_password(
    qtbot: QtBot, gekoppelde: Koppelpagina, nep: Nepsync
) -> None:
    gekoppelde.klik("Verander de koppeling")
    assert gekoppelde.waarden == {
        "regel": "",
        "server": "centrum",
        "poort": "5432",
        "database": "inburgering",
        "login": "vg_1",
        "wachtwoord": "",
        "certificaat": "",
    }
    assert gekoppelde.veld_met_focus == "wachtwoord"
    gekoppelde.klik("Laat het zoals het was")
    assert gekoppelde.waarden == {}
    gekoppelde.klik("Verander de koppeling").typ("wachtwoord", "nieuw")
    with qtbot.waitSignal(gekoppelde.kaart.gekoppeld):
        gekoppelde.klik("Test en koppel")
    assert nep.verbinding.wachtwoord == "nieuw"


def test_decoupling_says_first_what_it_means(
    qtbot: QtBot,
    gekoppelde: Koppelpagina,
    store: Store,
    begonnen: Syncdraad,
    nep: Nepsync,
    werkplek: Werkplek,
) -> None:
    begonnen.stand.emit(nep.zet(wachtend=3, lease=Lease(14, 9)))
    begonnen.laatste = nep.nu_stand
    gekoppelde.klik("Ontkoppel")
    assert gekoppelde.kaart.gevolg.text().splitlines() == [
        "Daarna werkt deze laptop alleen. Er gaat niets verloren.",
        "3 wijzigingen staan nog niet in de centrale opslag.",
        "Na 9 dagen vraagt Viergesprek om opnieuw te koppelen.",
    ]
    gekoppelde.klik("Laat gekoppeld")
    assert gekoppeld(store)
    gekoppelde.klik("Ontkoppel").klik("Ja, ontkoppel")
    assert not gekoppeld(store)
    assert werkplek.sync is None
    assert begonnen.laatste is not None
    assert not begonnen.laatste.gekoppeld
    assert gekoppelde.knoppen == ["Zelf invullen", "Test en koppel"]
    assert gekoppelde.veld_met_focus == "regel", "the cursor stays on the card"


def test_decoupling_during_a_round_stays_so(
    qtbot: QtBot, gekoppelde: Koppelpagina, begonnen: Syncdraad, nep: Nepsync
) -> None:
    nep.hou_vast()
    begonnen.nu_bijwerken()
    assert nep.bezig.wait(5)
    nep.stand = lambda: nep.nu_stand  # type: ignore[method-assign]  # read just before
    gekoppelde.klik("Ontkoppel").klik("Ja, ontkoppel")
    nep.laat_door()
    qtbot.waitUntil(lambda: not begonnen.is_bezig)
    assert begonnen.laatste is not None
    assert not begonnen.laatste.gekoppeld


def test_every_role_has_a_word() -> None:
    assert len({rolwoord(rol) for rol in Rol}) == len(Rol)


# In the settings


def test_in_the_settings_the_cursor_and_the_sheet_go_to_the_field(
    qtbot: QtBot, werkplek: Werkplek, los: Syncdraad, nep: Nepsync
) -> None:
    scherm = Instellingenscherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.resize(960, 560)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)
    assert not scherm.stick.isVisible(), "a stick is for a laptop that is coupled"
    pagina = Koppelpagina(qtbot, scherm.koppeling)
    nep.koppelfout = GeenNetwerk()
    pagina.plak(REGEL).typ("wachtwoord", "x").klik("Test en koppel")
    qtbot.waitUntil(lambda: bool(pagina.zinnen))
    server = scherm.koppeling.server
    qtbot.waitUntil(lambda: server.visibleRegion().boundingRect().height() == server.height())
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
